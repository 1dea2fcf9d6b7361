"""Which part of a national form a table with real spans is: by its labels, never by its year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.language.wording import letters
from corpus.national.recover import flattened, recover
from corpus.report import Table

_SHARE = 0.8
"""How much of a form's labels a table must have: agencies leave out a row, or write one otherwise."""


def form_of(table: Table) -> str | None:
    """Given a table with its paths, return the part of a national form that it is, or None."""
    found = recover(f"{table.caption}\n{flattened(table.cells)}")
    if found is None or len(found.tables) != 1:
        return None
    met = found.tables[0].table
    ours, theirs = _places(table), _places(met)
    common = sum((ours & theirs).values())
    if not ours or common < _SHARE * max(sum(ours.values()), sum(theirs.values())):
        return None
    return met.form


def agreed(forms: Sequence[str | None]) -> list[str | None]:
    """Given the forms of one report's tables, return them with those that both forms share named after the
    form that the others tell."""
    told = [form.split("/")[0] for form in forms if form and not form.startswith("national/")]
    if len(set(told)) != 1:
        return list(forms)
    return [form.replace("national/", f"{told[0]}/", 1) if form else form for form in forms]


def with_agreed_forms(tables: Iterable[Table]) -> list[Table]:
    """Given one report's tables, return them with the forms that they tell together."""
    found = list(tables)
    forms = agreed([table.form for table in found])
    return [replace(table, form=form) for table, form in zip(found, forms, strict=True)]


def _places(table: Table) -> Counter[tuple[str, str]]:
    """The places of a table's values, each by the last label beside and above it, numbers apart."""
    return Counter(
        (
            letters(cell.row_path[-1]) if cell.row_path else "",
            letters(cell.column_path[-1]) if cell.column_path else "",
        )
        for cell in table.cells
        if cell.role == "value"
    )
