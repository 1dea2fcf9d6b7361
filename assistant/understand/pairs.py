"""Agencies that each come with a year of their own: 甲市2024年和乙县2025年; and with a measure of their own: 甲市2024年的
预算比乙县2025年的决算."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.understand.left_out import deed_of
from assistant.words.terms import FULL, terms

Pairs = tuple[tuple[str, int], ...]
_YEAR = re.compile(r"(?<![\d.])(?:(?P<full>(?:19|20)\d\d)(?![\d.]*\d)|(?P<short>[0-3]\d)(?=年))(?:年度?)?")
_SIDE = re.compile(r"(?:年初|全年|调整)?预算数?|(?:支出|收入)?决算数?|(?:全年)?(?:实际)?执行数?")
_THIS_ITEM = re.compile(r"[，,\s]*(?:[这那]一?(?:项|块儿?|个|笔|部分|方面)|方面)?的?[，,\s]*$")
_ONLY_JOINS = re.compile(r"(?:[、，,/\s]|年度?|以?及|和|与|跟|到|and|in)*")


def paired(text: str, named: Sequence[str], names: Callable[[str], tuple[str, ...]]) -> Pairs:
    """Given a text, the agencies it names and how they are found in a part of it, return each agency with its
    years, in the order of the text; () where one year goes for all, or a year or an agency is left without."""
    years = [(match, int(match["full"] or f"20{match['short']}")) for match in _YEAR.finditer(text)]
    if len(named) < 2 or len({year for _, year in years}) < 2:
        return ()
    starts = [0, *(match.end() for match, _ in years)]
    ends = [*(match.start() for match, _ in years), len(text)]
    owners = [names(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    before, after = owners[:-1], owners[1:]
    between = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    pieces = _carried(before, between) if before[0] else after  # the agency before its year, or after it
    pairs = tuple(
        (issuer, year) for issuers, (_, year) in zip(pieces, years, strict=True) for issuer in issuers
    )
    complete = all(pieces) and {issuer for issuer, _ in pairs} == set(named)
    return tuple(dict.fromkeys(pairs)) if complete and len({issuer for issuer, _ in pairs}) > 1 else ()


def _carried(pieces: Sequence[tuple[str, ...]], between: Sequence[str]) -> list[tuple[str, ...]]:
    """The agencies of each year, where a year that only follows another is one more of the agency before:
    平潭2019年和2024年."""
    kept: list[tuple[str, ...]] = []
    for issuers, words in zip(pieces, between, strict=False):
        kept.append(issuers or (kept[-1] if kept and _ONLY_JOINS.fullmatch(words) else ()))
    return kept


def own_measures(rest: str, pairs: Pairs, mark: str, strip: Callable[[str], str]) -> tuple[str, ...]:
    """Given the words of a question whose agencies and years are marked, these pairs, the mark, and how words become a
    measure, return what is asked of each pair, where each has words of its own; () where one measure goes for all."""
    head, *pieces = rest.split(mark)
    if len(pieces) != len(pairs):
        return ()
    measures = (*(strip(f"{piece}{mark}") for piece in pieces[:-1]), strip(pieces[-1]))
    thing = _THIS_ITEM.sub("", strip(head)) if head else ""
    if thing and not all(map(_SIDE.fullmatch, measures)):
        return ()
    measures = tuple(f"{thing}{one}" if one else "" for one in measures)
    if _names_thing(measures[-1]):  # 甲县改造和乙县改造完工的小区: the thing is named once
        last = measures[-1]
        measures = tuple(one if _names_thing(one) else deed_of(one, last) for one in measures)
    return measures if all(map(_names_thing, measures)) and len(set(measures)) > 1 else ()


def _names_thing(measure: str) -> bool:
    """Whether a measure has a noun, and not only what was done with the thing named before: 收的."""
    return any(term.weight == FULL and not term.acts for term in terms(measure))
