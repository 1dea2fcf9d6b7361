"""What can be looked up over agencies and years: the national forms' indicators, and any other label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from corpus.indicators import indicators, lookup
from corpus.report import Figure
from index.catalogue import Catalogue
from index.rows import label_id
from index.schema import HELD, FigureRow, LabelRow, ReportRow
from index.scope import Scope
from index.search import Searcher

_TERMS, _LIKE = 6, 400
_NEAR = 50  # figures by meaning, where words find little


@dataclass(frozen=True, slots=True)
class Measure:
    """`key` names it to `figures_of`; `reports` is in how many it stands, `units` what it is counted in."""

    key: str
    name: str
    indicator: bool
    reports: int
    units: tuple[str, ...] = ()


def measures(catalogue: Catalogue, searcher: Searcher, text: str, most: int = 30) -> tuple[Measure, ...]:
    """Given words, return the measures they name: the indicators first, then labels that have all the words,
    then those nearest in meaning. Without words, those that most reports have, indicators first."""
    keys = list(dict.fromkeys(f"indicator:{named.indicator.id}" for named in lookup(text)))
    keys += [key for key in _worded(catalogue, text) if key not in keys]
    if text.strip() and len(keys) < most:
        near = (
            key_of(found.item)
            for found in searcher.figures(text, Scope(), _NEAR)
            if isinstance(found.item, Figure)
        )
        keys += [key for key in dict.fromkeys(near) if key not in keys]
    found = [_measure(catalogue, key) for key in keys[:most]]
    return tuple(measure for measure in found if measure.reports)


def measure(catalogue: Catalogue, key: str) -> Measure:
    """Given a measure's key, return it; `reports` is 0 where no report has it."""
    return _measure(catalogue, key)


def key_of(figure: Figure) -> str:
    """Given a figure, return the key of what it measures."""
    return (
        f"indicator:{figure.label.indicator}" if figure.label.indicator else f"label:{label_id(figure.label)}"
    )


def figures_of(catalogue: Catalogue, key: str, scope: Scope) -> tuple[Figure, ...]:
    """Given a measure's key, return its figures in the scope, newest first; none for a key that names nothing."""
    kind, _, id = key.partition(":")
    if kind == "indicator":
        return catalogue.figures_of(id, scope)
    return tuple(catalogue.figures([id], scope).get(id, ()))


def _worded(catalogue: Catalogue, text: str) -> Sequence[str]:
    """The keys of labels that have all the words, those that most reports have first."""
    chosen = (
        select(
            FigureRow.indicator, FigureRow.label_id, func.count(FigureRow.report_id.distinct()).label("many")
        )
        .join(LabelRow, LabelRow.id == FigureRow.label_id)
        .join(ReportRow, ReportRow.id == FigureRow.report_id)
        .where(ReportRow.status == HELD)
        .group_by(FigureRow.indicator, FigureRow.label_id)
        .limit(_LIKE)
    )
    if not text.strip():
        chosen = chosen.order_by(FigureRow.indicator.is_(None))
    chosen = chosen.order_by(
        func.count(FigureRow.report_id.distinct()).desc(), func.length(func.min(LabelRow.text))
    )
    for term in text.split()[:_TERMS]:
        chosen = chosen.where(LabelRow.text.contains(term, autoescape=True))
    with catalogue.read() as session:
        found = session.execute(chosen).all()
    return list(dict.fromkeys(f"indicator:{i}" if i else f"label:{label}" for i, label, _ in found))


def _measure(catalogue: Catalogue, key: str) -> Measure:
    kind, _, id = key.partition(":")
    own = FigureRow.indicator == id if kind == "indicator" else FigureRow.label_id == id
    held = (ReportRow.id == FigureRow.report_id, ReportRow.status == HELD)
    with catalogue.read() as session:
        many = session.scalar(select(func.count(FigureRow.report_id.distinct())).where(own, *held)) or 0
        units = session.scalars(select(FigureRow.unit).distinct().where(own, *held)).all()
        label = None if kind == "indicator" else session.get(LabelRow, id)
    known = indicators().get(id)
    name = known.zh if kind == "indicator" and known else label.text if label else id
    return Measure(key, name, kind == "indicator", many, tuple(sorted(unit for unit in units if unit)))
