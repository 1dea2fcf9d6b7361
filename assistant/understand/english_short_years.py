"""Years as they are typed in short in an English question: in '24, FY24, Yunze 24 permits, 2023/24, and what about 23?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.query import Held
from assistant.understand.register import register
from assistant.understand.short_years import FIRST, latest

_ENDS = r"(?!,\d)(?=\s*(?:[?.,;:)]|$)|\s+(?:or|and|versus|vs|compared|than|to)\b)"
_SURE = re.compile(
    r"(?<![\w'’‘])(?:['’‘]|fy\s?['’‘]?)(?P<year>[0-3]\d)(?![\d\w%]|\.\d)|"
    rf"\b(?:in|for|during|since|(?:fiscal |financial )?year)\s+(?P<last>[0-3]\d){_ENDS}",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(?<!\d)(?P<first>20\d\d)\s?/\s?(?P<year>\d\d)(?![\d/])")
_NAMED = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z'’-]*(?: [A-Za-z][A-Za-z'’-]*){0,2}?)(?:['’]s)?,? (?P<year>[0-3]\d)(?!,\d)(?=\s+[a-z]|\s*[?.,;:)]|\s*$)"
    r"(?! (?:hours?|days?|months?|years?|percent|km|million|billion|people|cases?|items?|districts?|counties|towns|villages)\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"^(?:and |so |then )?(?:(?:what|how) about |in )*(?:in )?(?P<year>[0-3]\d)(?=\s*[?.!]*$)", re.IGNORECASE
)
_OTHER = re.compile(
    rf"\b(?:than|versus|vs\.?|to|and|with|from) (?:in )?(?P<year>[0-3]\d){_ENDS}", re.IGNORECASE
)
_BOTH = re.compile(
    rf"\b(?P<from>from|between) ['’‘]?(?P<first>[0-3]\d) (?P<to>to|and) ['’‘]?(?P<year>[0-3]\d){_ENDS}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def in_full(text: str, held: Sequence[Held], today: date, after: Sequence[int] = ()) -> str:
    """Given an English question, the reports held, the day and the years spoken of before, return it with the years of two
    digits in full that a mark, a word or the name of a place beside them shows to be years."""
    if not re.search(r"(?<!\d)\d\d(?!\d)", text):
        return text
    last_meant = latest(today)
    names = register(held).latin.owners

    def put(match: re.Match[str]) -> str:
        said = match.groupdict()
        year = said.get("year") or said["last"]
        if not FIRST <= int(year) <= last_meant:
            return match.group()
        start = match.start("year") if said.get("year") else match.start("last")
        before = re.sub(r"['’‘]$", "", match.group()[: start - match.start()])
        return f"{before}20{year}"

    def named(match: re.Match[str]) -> str:
        return put(match) if any(letters in names for letters in _ends(match["name"])) else match.group()

    def both(match: re.Match[str]) -> str:
        years = sorted((int(match["first"]), int(match["year"])))
        if not FIRST <= years[0] < years[1] <= last_meant:
            return match.group()
        return f"{match['from']} 20{match['first']} {match['to']} 20{match['year']}"

    text = _BOTH.sub(both, _SPAN.sub(r"\g<first>-\g<year>", text))
    text = _NAMED.sub(named, _SURE.sub(put, text))
    text = _NEXT.sub(put, text) if after else text
    return _OTHER.sub(put, text) if after or _YEAR.search(text) else text


def _ends(name: str) -> list[str]:
    """The last word of what stands before a number, the last two and the last three, each as one word: Huai'an, Ping Tan."""
    words = re.sub(r"['’]s$|['’]", "", name.lower()).split()
    return ["".join(words[start:]) for start in range(len(words))]
