"""Whether a report answers: held, or withdrawn. One transaction, which every process sees at its next question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from corpus.report import Report
from index import rows
from index.catalogue import Catalogue, NotHeld
from index.codec import load
from index.schema import HELD, WITHDRAWN, ReportRow, VersionRow
from index.scope import Held


@dataclass(frozen=True, slots=True)
class Shelved:
    """A report of the catalogue, withdrawn or not, and when it was taken in."""

    report: Held
    withdrawn: bool
    ingested_at: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """What a report said before: `id` names this version of it."""

    id: int
    title: str
    source: str
    digest: str
    ingested_at: datetime
    replaced_at: datetime


def shelved(catalogue: Catalogue) -> tuple[Shelved, ...]:
    """Given a catalogue, return its reports, the withdrawn ones too, by issuer and the newest year first."""
    order = (ReportRow.issuer, ReportRow.year.desc(), ReportRow.kind)
    chosen = select(ReportRow).where(ReportRow.status.in_((HELD, WITHDRAWN))).order_by(*order)
    with catalogue.read() as session:
        return tuple(
            Shelved(rows.held(row), row.status == WITHDRAWN, row.ingested_at)
            for row in session.scalars(chosen)
        )


def withdraw(catalogue: Catalogue, report: str) -> None:
    """Given a held report's id, keep it from every question from now on. Raises NotHeld."""
    _turn(catalogue, report, HELD, WITHDRAWN)


def restore(catalogue: Catalogue, report: str) -> None:
    """Given a withdrawn report's id, let it answer again. Raises NotHeld."""
    _turn(catalogue, report, WITHDRAWN, HELD)


def any_report(catalogue: Catalogue, id: str) -> Report:
    """Given a report's id, return what it says, withdrawn or not. Raises NotHeld."""
    chosen = select(ReportRow.content).where(ReportRow.id == id, ReportRow.status.in_((HELD, WITHDRAWN)))
    with catalogue.read() as session:
        content = session.scalar(chosen)
    if not content:
        raise NotHeld(f"report {id}: not held")
    return load(Report, content)


def versions(catalogue: Catalogue, report: str) -> tuple[Version, ...]:
    """Given a report's id, return its earlier versions, the latest first."""
    chosen = select(VersionRow).where(VersionRow.report_id == report).order_by(VersionRow.id.desc())
    with catalogue.read() as session:
        return tuple(
            Version(row.id, row.title, row.source, row.digest, row.ingested_at, row.replaced_at)
            for row in session.scalars(chosen)
        )


def version(catalogue: Catalogue, id: int) -> Report:
    """Given an earlier version's id, return what it said. Raises NotHeld."""
    with catalogue.read() as session:
        content = session.scalar(select(VersionRow.content).where(VersionRow.id == id))
    if content is None:
        raise NotHeld(f"version {id}: not held")
    return load(Report, content)


def _turn(catalogue: Catalogue, report: str, before: str, after: str) -> None:
    with catalogue.change() as session:
        row = session.get(ReportRow, report)
        if row is None or row.status != before:
            raise NotHeld(f"report {report}: not {before}")
        row.status = after
