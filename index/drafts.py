"""Uploaded reports on their way: read, looked at by a person, corrected, approved. None answers a question
before it is approved: a draft lies in a table that no search reads."""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import undefer

from corpus.metadata import NeedsAttention
from corpus.parse import parse, report_id
from corpus.readers.worker import read_limited
from corpus.report import Report, ReportError
from index import files, standing
from index.catalogue import Catalogue, NotHeld
from index.codec import dump, load
from index.desk_schema import DraftRow
from index.ingest import Ingestion
from index.read import whole
from index.reading import Arrival
from index.recognised import recognised
from index.schema import ReportRow, prepare

Stage = Literal["waiting", "reading", "checking", "ready", "attention", "failed", "publishing", "published"]
BUSY = ("waiting", "reading", "checking", "publishing")
CORRECTABLE = ("issuer", "year", "title", "kind", "region", "url", "published", "document_number")
_STALE = timedelta(minutes=5)  # a reading is given up after two


class NoDraft(ReportError):
    """There is no draft of this id, or it is not at a stage that allows what was asked."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`done` of `total` is how far the stage is. `message` says what is wrong, `missing` which of issuer and
    year a person must give, `recognised` what was read (empty before that). `stale` means that whatever
    worked on it has stopped."""

    id: str
    name: str
    stage: Stage
    done: int
    total: int
    message: str
    missing: str
    recognised: dict[str, Any]
    person: str
    created_at: datetime
    updated_at: datetime
    stale: bool = False


class Drafts:
    """The drafts, in the catalogue's database; their files under `data`/uploads. Safe between threads."""

    def __init__(self, catalogue: Catalogue, ingestion: Ingestion, data: Path) -> None:
        prepare(catalogue.engine)
        self._catalogue, self._ingestion = catalogue, ingestion
        self._folder = data / "uploads"

    def place(self, name: str) -> tuple[str, Path]:
        """Given a file's own name, return a new draft's id and where its file goes."""
        id = secrets.token_hex(8)
        folder = self._folder / id
        folder.mkdir(parents=True)
        return id, folder / name

    def add(self, id: str, path: Path, person: str, given: dict[str, Any]) -> Draft:
        """Given a file that was put in its place, whose it is, and any metadata given with it, add the draft."""
        self._insert(id, path, files.digest(path), person, given, "waiting")
        return self.draft(id)

    def reopen(self, report: str, person: str) -> Draft:
        """Given a report's id, return a draft of what it says, to correct it. Raises NotHeld."""
        said = standing.any_report(self._catalogue, report)
        with self._catalogue.read() as session:
            row = session.get(ReportRow, report)
        if row is None:
            raise NotHeld(f"report {report}: not held")
        id = secrets.token_hex(8)
        self._insert(id, Path(row.path), row.digest, person, {"corrects": report}, "checking", dump(said))
        self._recognise(id, said)
        return self.draft(id)

    def drafts(self) -> tuple[Draft, ...]:
        """Return all drafts, the newest first."""
        chosen = select(DraftRow).order_by(DraftRow.created_at.desc(), DraftRow.id)
        with self._catalogue.read() as session:
            return tuple(_draft(row) for row in session.scalars(chosen))

    def draft(self, id: str) -> Draft:
        """Given a draft's id, return it. Raises NoDraft."""
        return _draft(self._row(id))

    def report(self, id: str) -> Report:
        """Given a draft's id, return what was read in its file. Raises NoDraft."""
        content = self._row(id).content
        if not content:
            raise NoDraft(f"draft {id}: nothing was read yet")
        return load(Report, content)

    def read(self, id: str) -> Draft:
        """Given a draft's id, read its file, with limits of time and memory, and return the draft: ready, or
        needing attention, or failed with the reason."""
        row = self._row(id)
        self._set(id, stage="reading", done=0, total=0, message="", missing="")
        try:
            given = row.given
            report = parse(
                Path(row.path), issuer=given.get("issuer"), year=given.get("year"), reader=read_limited
            )
            self._recognise(id, _corrected(report, given))
        except NeedsAttention as error:
            self._set(id, stage="attention", message=str(error), missing=error.missing)
        except ReportError as error:
            self._set(id, stage="failed", message=str(error))
        except Exception as error:  # of one file that nobody foresaw: said on its draft, and the rest go on
            self._set(id, stage="failed", message=f"{Path(row.path).name}: {type(error).__name__}: {error}")
        return self.draft(id)

    def correct(self, id: str, corrections: dict[str, Any]) -> tuple[Draft, bool]:
        """Given a draft's id and the metadata to correct, keep them. Return the draft, and whether its file
        must be read again for them to take effect. Raises NoDraft."""
        row = self._settled(id)
        given = {**row.given, **{k: v for k, v in corrections.items() if k in CORRECTABLE}}
        self._set(id, given=given)
        if not row.content:
            return self.draft(id), True
        self._recognise(id, _corrected(load(Report, row.content), given))
        return self.draft(id), False

    def claim(self, id: str) -> None:
        """Given a ready draft's id, begin to publish it: no one else can. Raises NoDraft."""
        with self._catalogue.begin() as session:
            row = session.get(DraftRow, id, with_for_update=True)
            if row is None or (row.stage != "ready" and not (row.stage == "publishing" and _is_stale(row))):
                raise NoDraft(f"draft {id}: not ready to publish")
            row.stage, row.done, row.total, row.updated_at = "publishing", 0, 0, _now()

    def publish(self, id: str) -> str:
        """Given a claimed draft's id, take its report in, and return the report's id. From then on it answers."""
        row = self._row(id)
        report = load(Report, row.content or "")

        def tell(_: Path, __: str, done: int, total: int) -> None:
            self._set(id, done=done, total=total)

        try:
            self._ingestion.publish(Arrival(Path(row.path), row.digest), whole(report), tell)
        except Exception as error:
            self._set(id, stage="ready", message=f"{type(error).__name__}: {error}")
            raise
        self._retire(row.given.get("corrects"), report.id)
        self._set(id, stage="published", message="")
        return report.id

    def discard(self, id: str) -> Draft:
        """Given a draft's id, drop it, with its file unless a report came of it. Raises NoDraft."""
        draft = _draft(self._settled(id))
        with self._catalogue.begin() as session:
            session.delete(session.get_one(DraftRow, id))
        if draft.stage != "published":
            shutil.rmtree(self._folder / id, ignore_errors=True)
        return draft

    def _retire(self, corrected: str | None, published: str) -> None:
        """A report whose issuer, year or kind was corrected has another id; the wrong one must not answer."""
        if corrected is None or corrected == published:
            return
        try:
            standing.withdraw(self._catalogue, corrected)
        except NotHeld:
            return  # the publication took its place already, being of the same file

    def _recognise(self, id: str, report: Report) -> None:
        self._set(id, stage="checking")
        found = recognised(whole(report))
        with self._catalogue.read() as session:
            held = session.get(ReportRow, report.id)
            found["replaces"] = held.title if held is not None else None
        self._set(id, stage="ready", content=dump(report), recognised=found, message="", missing="")

    def _insert(
        self,
        id: str,
        path: Path,
        digest: str,
        person: str,
        given: dict[str, Any],
        stage: Stage,
        content: str = "",
    ) -> None:
        now = _now()
        with self._catalogue.begin() as session:
            session.add(
                DraftRow(
                    id=id, path=str(path), digest=digest, given=given, stage=stage, content=content or None,
                    recognised={}, person=person, created_at=now, updated_at=now,
                )
            )  # fmt: skip

    def _row(self, id: str) -> DraftRow:
        with self._catalogue.read() as session:
            row = session.get(DraftRow, id, options=[undefer(DraftRow.content)])
        if row is None:
            raise NoDraft(f"draft {id}: there is none")
        return row

    def _settled(self, id: str) -> DraftRow:
        row = self._row(id)
        if row.stage in BUSY and not _is_stale(row):
            raise NoDraft(f"draft {id}: being worked on")
        return row

    def _set(self, id: str, **values: Any) -> None:
        with self._catalogue.begin() as session:
            row = session.get(DraftRow, id)
            if row is None:
                raise NoDraft(f"draft {id}: there is none")
            for name, value in (values | {"updated_at": _now()}).items():
                setattr(row, name, value)


def _corrected(report: Report, given: dict[str, Any]) -> Report:
    """The report with a person's word above the file's own."""
    changed = replace(report, **{name: given[name] for name in CORRECTABLE if name in given})
    return replace(changed, id=report_id(changed.issuer, changed.year, changed.kind))


def _draft(row: DraftRow) -> Draft:
    return Draft(
        row.id,
        Path(row.path).name,
        row.stage,  # type: ignore[arg-type]  # written by Drafts
        row.done,
        row.total,
        row.message,
        row.missing,
        row.recognised,
        row.person,
        row.created_at,
        row.updated_at,
        _is_stale(row),
    )


def _is_stale(row: DraftRow) -> bool:
    """A waiting one may have many before it; how long says nothing."""
    return row.stage in BUSY and row.stage != "waiting" and _now() - row.updated_at > _STALE


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
