"""Names and terms typed wrongly: by sound (平谭, 行证许可), by shape (沭/沐), or with a character too few."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from assistant.glossary import chinese_terms
from assistant.names import Owner, place_names
from assistant.sound import same

LEAST_FOR_EDIT = 6
"""A shorter name is too near to other names for a missing character to be forgiven."""


@cache
def _looks_like() -> dict[str, str]:
    data = files("assistant").joinpath("data/confusable.toml").read_text(encoding="utf-8")
    groups: list[str] = tomllib.loads(data)["groups"]
    return {char: "".join(group for group in groups if char in group) for group in groups for char in group}


def taken_for(written: str, meant: str) -> bool:
    """Whether `written` is `meant` with characters taken for others that sound or look the same."""
    return len(written) == len(meant) and all(
        one == other or one in _looks_like().get(other, "") or same(one, other)
        for one, other in zip(written, meant, strict=True)
    )


def one_off(written: str, owner: Owner) -> bool:
    """Whether a name is an owner's with one character of the body dropped, added or changed. The place must
    stand as it is, since another place differs from it by no more."""
    if len(written) < LEAST_FOR_EDIT:
        return False
    for place in place_names(owner):
        body = written.removeprefix(place)
        if body != written and any(_near(body, name) for name in owner.body_names if len(name) > 3):
            return True
    return False


def _near(left: str, right: str) -> bool:
    """Whether two words are one edit apart."""
    if abs(len(left) - len(right)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
    tails = (
        (left[start + 1 :], right[start + 1 :]),
        (left[start:], right[start + 1 :]),
        (left[start + 1 :], right[start:]),
    )
    return any(one == other for one, other in tails)


def right_terms(text: str) -> str:
    """Given simplified Chinese, return it with terms of administration that were typed by sound put right
    (行证许可 -> 行政许可). Only terms of four characters and more, of which at most half are wrong."""
    for term in _terms():
        size = len(term)
        if term in text or size > len(text):
            continue
        for start in range(len(text) - size + 1):
            typed = text[start : start + size]
            right = sum(one == other for one, other in zip(typed, term, strict=True))
            if right * 2 >= size and same(typed, term):
                text = text[:start] + term + text[start + size :]
    return text


@cache
def _terms() -> tuple[str, ...]:
    return tuple(sorted((term for term in chinese_terms() if len(term) >= 4), key=len, reverse=True))
