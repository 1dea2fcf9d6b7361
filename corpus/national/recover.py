"""A national form's tables found in flattened text, by walking the form's labels in their order.

Separators may be pipes, tabs, line breaks, spaces, or lost. Labels may be missing, repeated or cut short.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from corpus.forms import Template, templates
from corpus.language.wording import Wording, letters
from corpus.national.decode import decode
from corpus.national.layout import lay_out
from corpus.national.walk import Walk, walk
from corpus.report import Cell, GridCell, Table


@dataclass(frozen=True, slots=True)
class Span:
    """A table found in a text, standing in `text[start:end]`, its caption and header included."""

    start: int
    end: int
    table: Table


@dataclass(frozen=True, slots=True)
class Recovered:
    """The form that was met ("national-2019", "national-2021", or "national" where nothing tells which),
    and its tables in reading order, without overlap. The tables' ids are empty, for the caller to give."""

    form: str
    tables: tuple[Span, ...]


def recover(text: str) -> Recovered | None:
    """Given flattened text with at least one table of a national form, return the tables with their real
    spans and each one's place in the text; None where there is none.

    A value that stands separated has trust "read"; one decoded from a glued run by the form's arithmetic
    "decoded"; where several readings fit, each cell of the row that is open keeps the whole run as its text
    with trust "unreadable".
    """
    walks = _walks(Wording(text))
    if not walks:
        return None
    form = _form(walks)
    tables = decode(walks)
    return Recovered(
        form,
        tuple(
            Span(found.start, found.end, lay_out(found.template, _own_form(found, form), found.written, rows))
            for found, rows in zip(walks, tables, strict=True)
        ),
    )


def flattened(cells: Iterable[Cell | GridCell]) -> str:
    """Given a table's cells, return them as text that `recover` reads: one row a line, cells between pipes."""
    rows: dict[int, list[str]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return "\n".join(" | ".join(texts) for texts in rows.values())


def _walks(wording: Wording) -> list[Walk]:
    found: list[Walk] = []
    after = 0
    for start in _starts(wording.letters):
        if start < after:
            continue
        tried = (walk(wording, template, start) for template in templates())
        best = max((w for w in tried if w is not None), key=lambda w: w.score, default=None)
        if best is not None:
            found.append(best)
            after = best.next
    return found


def _starts(text: str) -> list[int]:
    """Where a table may begin: its caption, its corner, a label of its first header row or first row."""
    places = set()
    for opening in _openings():
        at = text.find(opening)
        while at >= 0:
            places.add(len(text[:at].rstrip("一二三四五六七八九十")))
            at = text.find(opening, at + 1)
    return sorted(places)


@cache
def _openings() -> frozenset[str]:
    texts = set()
    for template in templates():
        firsts = [*template.columns, *template.rows[:1], *(path[-1] for path in template.column_nodes[:2])]
        texts |= {letters(template.caption), letters(template.corner)}
        texts |= {wording.body for node in firsts for wording in node.wordings}
    return frozenset(text for text in texts if len(text) >= 4)


def _form(walks: list[Walk]) -> str:
    votes = [own for found in walks if (own := _own_form(found, "national")) != "national"]
    return max(votes, key=votes.count) if votes else "national"


def _own_form(found: Walk, otherwise: str) -> str:
    """The form a table shows by itself: by its template, or by （六）其他处理 being split."""
    template: Template = found.template
    if template.form != "national":
        return template.form
    split = any(node.id == "not_corrected" for path, _ in found.rows for node in path)
    return "national-2021" if split else otherwise
