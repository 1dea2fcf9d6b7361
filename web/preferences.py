"""How a visitor wants the pages: interface language, theme and text size, kept in cookies only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from starlette.requests import Request

Language = Literal["zh-Hans", "zh-Hant", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
A_YEAR = 365 * 24 * 3600  # seconds, how long a cookie keeps a preference
TRADITIONAL = ("hant", "tw", "hk", "mo")


@dataclass(frozen=True, slots=True)
class Preferences:
    """`theme` is light, dark, or empty for the system's; `size` is large or empty."""

    language: Language
    theme: str = ""
    size: str = ""


def preferences(request: Request) -> Preferences:
    """Given a request, return what its visitor prefers: `?lang=` before the cookie before the browser."""
    cookies = request.cookies
    chosen = (request.query_params.get("lang"), cookies.get("lang"))
    language = next((one for one in LANGUAGES if one == chosen[0]), None) or next(
        (one for one in LANGUAGES if one == chosen[1]), None
    )
    return Preferences(
        language=language or accepted(request.headers.get("accept-language", "")),
        theme=cookies["theme"] if cookies.get("theme") in ("light", "dark") else "",
        size="large" if cookies.get("size") == "large" else "",
    )


def accepted(header: str) -> Language:
    """Given an Accept-Language header, return the interface language its first known tag asks for.

    Browsers list tags by preference, so the weights need no reading. Nothing known means zh-Hans.
    """
    for tag in (part.split(";")[0].strip().lower() for part in header.split(",")):
        if tag.startswith("zh"):
            return "zh-Hant" if any(part in TRADITIONAL for part in tag.split("-")) else "zh-Hans"
        if tag.startswith("en"):
            return "en"
    return "zh-Hans"
