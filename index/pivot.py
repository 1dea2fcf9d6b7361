"""One measure over agencies and years: each cell with its source, and marked where the form changed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import JSON, ForeignKey, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from corpus.report import Figure
from index.catalogue import Catalogue
from index.measures import figures_of
from index.schema import Base, ReportRow, prepare
from index.scope import Scope

_FORM = re.compile(
    r'"form":"([^"\\]+)"'
)  # in a report's JSON; a quotation mark within a text is escaped there
_AT_ONCE = 200


class FormsRow(Base):
    """The parts of national forms that a report's tables are. Found when first needed."""

    __tablename__ = "report_forms"
    report_id: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    forms: Mapped[list[str]] = mapped_column(JSON)


@dataclass(frozen=True, slots=True)
class PivotCell:
    """What one agency reported for one year. `others` are further figures of the same measure and year,
    `differs` whether any of them says another value; `form` is the national form the figure stands in, and
    `changed` the form of the agency's year before, where that is another."""

    year: int
    figure: Figure
    others: tuple[Figure, ...] = ()
    differs: bool = False
    form: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class PivotRow:
    issuer: str
    cells: tuple[PivotCell, ...]


@dataclass(frozen=True, slots=True)
class Pivot:
    """Rows by agency, each with the cells it has, by year. `years` are all the columns."""

    years: tuple[int, ...]
    rows: tuple[PivotRow, ...]


def pivot(catalogue: Catalogue, key: str, scope: Scope) -> Pivot:
    """Given a measure's key and a scope, return what its agencies reported, by agency and year."""
    prepare(catalogue.engine)
    found: dict[str, dict[int, list[Figure]]] = {}
    for figure in figures_of(catalogue, key, scope):
        found.setdefault(figure.citation.issuer, {}).setdefault(figure.year, []).append(figure)
    forms = _forms(
        catalogue, {f.citation.report for years in found.values() for fs in years.values() for f in fs}
    )
    rows = tuple(PivotRow(issuer, tuple(_cells(years, forms))) for issuer, years in sorted(found.items()))
    return Pivot(tuple(sorted({cell.year for row in rows for cell in row.cells})), rows)


def _cells(years: dict[int, list[Figure]], forms: dict[str, tuple[str, ...]]) -> Iterator[PivotCell]:
    before = ""
    for year, figures in sorted(years.items()):
        first, *others = sorted(figures, key=lambda figure: _standing(figure, year))
        form = _form_of(first, forms)
        changed = before if before and form and before != form else ""
        differs = any(other.value != first.value or other.unit != first.unit for other in others)
        yield PivotCell(year, first, tuple(others), differs, form, changed)
        before = form or before


def _standing(figure: Figure, year: int) -> tuple[bool, bool, bool]:
    """The report of the year itself before a later one that looks back; a value before a blank; a cell
    before a sentence."""
    return figure.citation.year != year, figure.value is None, figure.citation.cell is None


def _form_of(figure: Figure, forms: dict[str, tuple[str, ...]]) -> str:
    part = (figure.label.indicator or "").partition(".")[0]
    names = (form.split("/", 1) for form in forms.get(figure.citation.report, ()) if "/" in form)
    return next((form for form, own in names if own == part), "") if part else ""


def _forms(catalogue: Catalogue, reports: Collection[str]) -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for part in _parts(sorted(reports)):
        with catalogue.read() as session:
            rows = session.scalars(select(FormsRow).where(FormsRow.report_id.in_(part)))
            known |= {row.report_id: tuple(row.forms) for row in rows}
        new = _read(catalogue, [id for id in part if id not in known])
        if new:
            with catalogue.begin() as session:
                there = set(session.scalars(select(FormsRow.report_id).where(FormsRow.report_id.in_(new))))
                made = [{"report_id": id, "forms": list(f)} for id, f in new.items() if id not in there]
                if made:
                    session.execute(insert(FormsRow), made)
        known |= new
    return known


def _read(catalogue: Catalogue, reports: Sequence[str]) -> dict[str, tuple[str, ...]]:
    if not reports:
        return {}
    chosen = select(ReportRow.id, ReportRow.content).where(ReportRow.id.in_(reports))
    with catalogue.read() as session:
        return {
            id: tuple(dict.fromkeys(_FORM.findall(content or ""))) for id, content in session.execute(chosen)
        }


def _parts(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
