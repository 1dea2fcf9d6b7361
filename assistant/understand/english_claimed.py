"""A number that an English question claims: did it exceed 300, was it above 5 trillion yuan. It is read as one for the number."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.query import Claim, Comparison

_ASKS = re.compile(r"^(?:and\s+)?(?P<aux>did|was|were|is|are|has|have|does|do)\b", re.IGNORECASE)
_BE = ("was", "were", "is", "are")
_HOWS: tuple[tuple[Comparison, str], ...] = (
    ("over", r"more than|over|above|exceed(?:ed|s|ing)?|greater than|higher than|top(?:ped)?"),
    ("least", r"at least|as many as|as much as|reach(?:ed|es)?"),
    ("under", r"fewer than|less than|under|below|lower than|short of"),
)
_HOW = "|".join(f"(?P<{name}>{words})" for name, words in _HOWS)
_ORDERS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_CLAIM = re.compile(
    rf"\s*(?:\bby\s+)?\b(?:{_HOW})\s+(?:rmb|¥|yuan)?\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<orders>{'|'.join(_ORDERS)})?"
    r"\s*(?P<unit>%|per\s?cent\b|yuan\b|rmb\b)?",
    re.IGNORECASE,
)
_GROWS = re.compile(
    r"\b(?:grow|rise|increase|fall|drop|decrease|decline|gr[eo]wn?|rose|risen|fell|fallen)\b", re.IGNORECASE
)


def claimed_in_english(text: str) -> tuple[str, Claim | None]:
    """Given an English question, return it as one for the number that it claims, and the claim; as it is and None where it
    claims none."""
    asks, found = _ASKS.search(text), _CLAIM.search(text)
    if asks is None or found is None:
        return text, None
    how = next(name for name, _ in _HOWS if found[name])
    value = Decimal(found["number"].replace(",", "")) * _ORDERS.get((found["orders"] or "").lower(), 1)
    said = (found["unit"] or "").lower()
    unit = "" if not said else "元" if said in ("yuan", "rmb") else "%"
    claim, before, after = Claim(how, value, unit), text[: found.start()], text[found.end() :]
    if not unit and not (asks["aux"].lower() in _BE and before.strip().lower() != asks["aux"].lower()):
        return f"{before} how many {after.lstrip()}", claim  # of what, the next word says
    rest = f"{before} {after.lstrip()}".replace(" ?", "?")
    return f"{_opening(asks['aux'].lower(), unit, rest)} {rest[0].lower()}{rest[1:]}", claim


def _opening(aux: str, unit: str, rest: str) -> str:
    if aux in _BE:
        return "What"
    return "By what percentage" if unit == "%" and _GROWS.search(rest) else "How much"
