"""One report into the catalogue or out of it, inside a change that someone else begins and ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, or_, select
from sqlalchemy.orm import Session

from corpus.report import Label
from index import rows
from index.codec import dump, encode
from index.reading import Arrival, Reading
from index.schema import (
    HELD,
    NEEDS_ATTENTION,
    DoubtsRow,
    FigureRow,
    LabelRow,
    PassageRow,
    ReportRow,
    SentenceRow,
    SupersededRow,
    VersionRow,
)
from index.vectors import Kind

_AT_ONCE = 500


def shelve(session: Session, arrival: Arrival, reading: Reading) -> dict[Kind, set[str]]:
    """Put a report in, in place of its earlier version, and of the record of the same file under a wrong
    issuer or year. Return the ids that the replaced ones used, which may be used no more."""
    report = reading.report
    replaced = _replaced(session, arrival, report.id)
    _keep_version(session, replaced, reading)
    used = _taken_out(session, [row.id for row in replaced])
    earlier = [row for row in replaced if row.id == report.id and row.path != arrival.place]
    session.execute(insert(ReportRow).values(**_report_row(arrival, reading)))
    _add_labels(session, [figure.label for figure in reading.figures])
    _insert(session, FigureRow, [rows.figure_row(figure, report) for figure in reading.figures])
    _insert(session, PassageRow, [rows.passage_row(passage, report) for passage in reading.passages])
    _insert(session, SentenceRow, rows.sentence_rows(reading.passages, report))
    if reading.doubts:
        session.execute(insert(DoubtsRow).values(report_id=report.id, content=encode(reading.doubts)))
    _insert(
        session,
        SupersededRow,
        [{"path": row.path, "digest": row.digest, "report_id": report.id} for row in earlier],
    )
    return used


def set_aside(session: Session, arrival: Arrival, reason: str) -> None:
    """Note a file that needs attention. What was held from this file before stays as it is."""
    session.execute(delete(ReportRow).where(ReportRow.id == _file_id(arrival)))
    session.execute(
        insert(ReportRow).values(
            id=_file_id(arrival),
            status=NEEDS_ATTENTION,
            reason=reason,
            title=arrival.path.name,
            source=arrival.path.name,
            path=arrival.place,
            digest=arrival.digest,
            sidecar=arrival.sidecar,
            ingested_at=_now(),
        )
    )


def take_out(session: Session, report: str) -> dict[Kind, set[str]]:
    """Take a report out. Return the ids that it used, which may be used no more."""
    return _taken_out(session, [report])


def drop_unused(session: Session, used: dict[Kind, set[str]]) -> dict[Kind, set[str]]:
    """Given ids that may be used no more, drop the labels that are not, and return the unused ids."""
    labels = used["labels"] - _present(session, FigureRow.label_id, used["labels"])
    passages = used["passages"] - _present(session, PassageRow.vector, used["passages"])
    sentences = used["sentences"] - _present(session, SentenceRow.vector, used["sentences"])
    for part in _parts(labels):
        session.execute(delete(LabelRow).where(LabelRow.id.in_(part)))
    return {"labels": labels, "passages": passages, "sentences": sentences}


def held_from(session: Session, arrival: Arrival) -> ReportRow | None:
    """Return the record that this very file, with these sidecars, already has."""
    same = (ReportRow.digest == arrival.digest, ReportRow.sidecar == arrival.sidecar)
    return session.scalars(select(ReportRow).where(ReportRow.path == arrival.place, *same)).first()


def superseded_by(session: Session, arrival: Arrival) -> ReportRow | None:
    """Return the held report that took this very file's place, if it did."""
    chosen = (
        select(ReportRow)
        .join(SupersededRow, SupersededRow.report_id == ReportRow.id)
        .where(SupersededRow.path == arrival.place, SupersededRow.digest == arrival.digest)
    )
    return session.scalars(chosen).first()


def _keep_version(session: Session, replaced: Iterable[ReportRow], reading: Reading) -> None:
    """Keep what the report said before, where the new file says it differently."""
    for row in replaced:
        if row.id == reading.report.id and row.content and row.content != dump(reading.report):
            session.add(
                VersionRow(
                    report_id=row.id,
                    title=row.title,
                    source=row.source,
                    digest=row.digest,
                    content=row.content,
                    ingested_at=row.ingested_at,
                    replaced_at=_now(),
                )
            )


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _replaced(session: Session, arrival: Arrival, report: str) -> list[ReportRow]:
    """The report's earlier version; what was read from the same content under another name, at this path or
    at one that is no more (a blank form may lie in several places for several agencies); and the note that
    this file needs attention."""
    same_file = (ReportRow.digest == arrival.digest, ReportRow.path == arrival.place)
    found = session.scalars(select(ReportRow).where(or_(ReportRow.id == report, *same_file)))
    return [row for row in found if row.id == report or _gives_way(row, arrival)]


def _gives_way(row: ReportRow, arrival: Arrival) -> bool:
    if row.digest == arrival.digest:
        return row.path == arrival.place or not Path(row.path).exists()
    return row.status == NEEDS_ATTENTION


def _report_row(arrival: Arrival, reading: Reading) -> dict[str, object]:
    report = reading.report
    return {
        "id": report.id,
        "status": HELD,
        "reason": "",
        "issuer": report.issuer,
        "region": report.region,
        "year": report.year,
        "kind": report.kind,
        "title": report.title,
        "url": report.url,
        "published": report.published,
        "source": report.source,
        "path": arrival.place,
        "digest": arrival.digest,
        "sidecar": arrival.sidecar,
        "content": dump(report),
        "ingested_at": _now(),
    }


def _add_labels(session: Session, labels: Iterable[Label]) -> None:
    distinct = rows.distinct(labels)
    there = _present(session, LabelRow.id, distinct)
    _insert(session, LabelRow, [rows.label_row(label) for id, label in distinct.items() if id not in there])


def _taken_out(session: Session, reports: Sequence[str]) -> dict[Kind, set[str]]:
    figures = select(FigureRow.label_id).where(FigureRow.report_id.in_(reports))
    passages = select(PassageRow.vector).where(PassageRow.report_id.in_(reports))
    sentences = select(SentenceRow.vector).where(SentenceRow.report_id.in_(reports))
    used: dict[Kind, set[str]] = {
        "labels": set(session.scalars(figures)),
        "passages": set(session.scalars(passages)),
        "sentences": set(session.scalars(sentences)),
    }
    session.execute(delete(ReportRow).where(ReportRow.id.in_(reports)))
    return used


def _present(session: Session, column: Any, ids: Collection[str]) -> set[str]:
    return {id for part in _parts(ids) for id in session.scalars(select(column).where(column.in_(part)))}


def _insert(session: Session, table: type[Any], values: list[dict[str, Any]]) -> None:
    if values:
        session.execute(insert(table), values)


def _parts(ids: Collection[str]) -> Iterable[list[str]]:
    listed = list(ids)
    return (listed[start : start + _AT_ONCE] for start in range(0, len(listed), _AT_ONCE))


def _file_id(arrival: Arrival) -> str:
    """Of a file that has no report yet. A report's id is hexadecimal, so the two never meet."""
    return f"file-{rows.short_hash(arrival.place)}"
