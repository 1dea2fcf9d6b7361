"""The record of truth: which reports are held, what they say, and which change was the last.

SQLite by path, or any database SQLAlchemy opens by URL. A change is one transaction, and raises the
generation number, by which every process sees that what it has in memory is old.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Engine, create_engine, event, func, select, true, update
from sqlalchemy.orm import InstrumentedAttribute, Session, sessionmaker, undefer
from sqlalchemy.orm.interfaces import ORMOption

from corpus.doubts import Doubts, together
from corpus.report import Figure, Passage, Report, ReportError
from index import rows
from index.codec import decode, load
from index.recent import Recent
from index.schema import (
    HELD,
    NEEDS_ATTENTION,
    DoubtsRow,
    FigureRow,
    LabelRow,
    PassageRow,
    ReportRow,
    SentenceRow,
    StateRow,
    prepare,
)
from index.scope import Attention, Held, Scope

_AT_ONCE = 500  # ids in one statement: databases bound their number
_FIGURES = 20_000  # kept in memory
Id = TypeVar("Id", str, int)
_Place = tuple[int, int]
"""A generation, and the id of a figure's row."""


class NotHeld(ReportError):
    """No report of this id is held."""


class Catalogue:
    """Reads of the catalogue, and `change`, the one way to write to it. Safe to share between threads."""

    def __init__(self, url: str) -> None:
        self.engine = open_engine(url)
        prepare(self.engine)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        self._made: Recent[_Place, Figure] = Recent(_FIGURES)
        with self._sessions.begin() as session:
            if session.get(StateRow, 1) is None:
                session.add(StateRow(id=1))

    @contextmanager
    def change(self) -> Iterator[Session]:
        """A transaction that raises the generation: all of it holds after the block, or none."""
        with self._sessions.begin() as session:
            session.execute(update(StateRow).values(generation=StateRow.generation + 1))
            yield session

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """A transaction on what no answer differs by: people, drafts, logs."""
        with self._sessions.begin() as session:
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        with self._sessions() as session:
            yield session

    def state(self) -> StateRow:
        """Return the generation, the model of the vectors, and whether they need sweeping."""
        with self.read() as session:
            return session.scalars(select(StateRow)).one()

    def note(self, **values: Any) -> None:
        """Set what the state says of the vectors. Not a change: no answer differs by it."""
        with self._sessions.begin() as session:
            session.execute(update(StateRow).values(**values))

    def generation(self) -> int:
        with self.read() as session:
            return session.scalars(select(StateRow.generation)).one()

    def held(self) -> tuple[Held, ...]:
        """Return every report held, by issuer and year."""
        order = (ReportRow.issuer, ReportRow.year, ReportRow.kind)
        with self.read() as session:
            found = session.scalars(select(ReportRow).where(ReportRow.status == HELD).order_by(*order))
            return tuple(rows.held(row) for row in found)

    def digests(self) -> dict[str, str]:
        """Return which version of each report is held: the SHA-256 of its file, by the report's id."""
        with self.read() as session:
            found = session.execute(select(ReportRow.id, ReportRow.digest).where(ReportRow.status == HELD))
            return {row.id: row.digest for row in found}

    def attention(self) -> tuple[Attention, ...]:
        """Return every file that someone must see to, by path."""
        chosen = select(ReportRow).where(ReportRow.status == NEEDS_ATTENTION).order_by(ReportRow.path)
        with self.read() as session:
            return tuple(Attention(row.id, row.path, row.reason) for row in session.scalars(chosen))

    def report(self, id: str) -> Report:
        """Given a report's id, return it as it was read. Raises NotHeld."""
        return load(Report, self.row(id).content or "")

    def doubts(self, reports: Collection[str]) -> Doubts:
        """Given report ids, return what of these reports cannot all be right."""
        chosen = select(DoubtsRow.content)
        with self.read() as session:
            found = (
                content
                for part in _parts(reports)
                for content in session.scalars(chosen.where(DoubtsRow.report_id.in_(part)))
            )
            return together(decode(Doubts, content) for content in found)

    def row(self, id: str) -> ReportRow:
        """Given a report's id, return its record, content and all. Raises NotHeld."""
        return self._record(id, undefer(ReportRow.content))

    def file(self, id: str) -> tuple[Path, str]:
        """Given a report's id, return where the file lay that it was read from, and the file's SHA-256.
        Raises NotHeld."""
        row = self._record(id)
        return Path(row.path), row.digest

    def _record(self, id: str, *options: ORMOption) -> ReportRow:
        with self.read() as session:
            row = session.get(ReportRow, id, options=options)
        if row is None or row.status != HELD:
            raise NotHeld(f"report {id}: not held")
        return row

    def texts(self, kind: str, scope: Scope | None = None) -> dict[str, str]:
        """Given "labels", "passages" or "sentences", return what is embedded of each that the scope has, by id, in
        order; without a scope, of all reports, withdrawn ones too."""
        within = () if scope is None else tuple(_within(kind, scope))
        with self.read() as session:
            if kind == "labels":
                used = select(FigureRow.label_id).where(*within)
                labels = session.execute(select(LabelRow.id, LabelRow.text).where(LabelRow.id.in_(used)))
                return dict(sorted((id, text) for id, text in labels))
            if kind == "sentences":
                found = session.execute(select(SentenceRow.vector, SentenceRow.text).where(*within))
                return dict(sorted((id, text) for id, text in found))
            passages = session.execute(
                select(PassageRow.vector, PassageRow.section, PassageRow.text).where(*within)
            )
            return dict(sorted((id, rows.embedded(section, text)) for id, section, text in passages))

    def count(self, kind: str) -> int:
        """Given "labels", "passages" or "sentences", return how many ids `texts` has without a scope."""
        key = _IDS[kind]
        with self.read() as session:
            return session.scalar(select(func.count(key.distinct()))) or 0

    def figures(self, labels: Collection[str], scope: Scope) -> dict[str, list[Figure]]:
        """Given label ids, return the figures they have in the scope, newest first, by label id."""
        found: dict[str, list[Figure]] = {}
        for part in _parts(labels):
            for label, figure in self._figures(scope, FigureRow.label_id.in_(part)):
                found.setdefault(label, []).append(figure)
        return found

    def figures_of(self, indicator: str, scope: Scope) -> tuple[Figure, ...]:
        """Given a canonical indicator, return its figures in the scope, newest first."""
        return tuple(figure for _, figure in self._figures(scope, FigureRow.indicator == indicator))

    def figures_said(self, text: str, scope: Scope) -> tuple[Figure, ...]:
        """Given a label's text, return the figures in the scope that are labelled so, newest first."""
        return tuple(figure for _, figure in self._figures(scope, LabelRow.text == text))

    def figures_in(self, scope: Scope) -> tuple[Figure, ...]:
        """Given a scope, return all its figures, newest first, in the order of their reports."""
        return tuple(figure for _, figure in self._figures(scope, true()))

    def passages(self, keys: Collection[str], scope: Scope) -> dict[str, list[Passage]]:
        """Given passage ids, return the passages they have in the scope, newest first, by id."""
        found: dict[str, list[Passage]] = {}
        order = (ReportRow.year.desc(), ReportRow.issuer, PassageRow.id)
        chosen = select(PassageRow, ReportRow).where(*_within("passages", scope)).order_by(*order)
        with self.read() as session:
            for part in _parts(keys):
                for row, report in session.execute(chosen.where(PassageRow.vector.in_(part))):
                    found.setdefault(row.vector, []).append(rows.passage(row, report))
        return found

    def _figures(self, scope: Scope, which: ColumnElement[bool]) -> list[tuple[str, Figure]]:
        """What is found, each figure made of its row once as long as nothing changes."""
        joined = FigureRow.label_id == LabelRow.id
        order = (FigureRow.year.desc(), ReportRow.issuer, FigureRow.id)
        chosen = select(FigureRow.id, FigureRow.label_id).where(joined, which, *_within("labels", scope))
        with self.read() as session:
            generation = session.scalars(select(StateRow.generation)).one()
            found = [((generation, row.id), row.label_id) for row in session.execute(chosen.order_by(*order))]
            made = self._made.several(
                (place for place, _ in found), lambda lacking: _made(session, generation, lacking)
            )
            return [(label, made[place]) for place, label in found]


def _made(session: Session, generation: int, places: Sequence[_Place]) -> dict[_Place, Figure]:
    """The figures of rows, by the generation and the row's id."""
    chosen = select(FigureRow, LabelRow, ReportRow).where(
        FigureRow.label_id == LabelRow.id, ReportRow.id == FigureRow.report_id
    )
    made: dict[_Place, Figure] = {}
    for part in _parts([id for _, id in places]):
        for row, label, report in session.execute(chosen.where(FigureRow.id.in_(part))):
            made[generation, row.id] = rows.figure(row, label, report)
    return made


def sqlite(path: Path) -> str:
    """Given a file, return the URL of the SQLite database in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{path}"


_IDS: dict[str, InstrumentedAttribute[str]] = {
    "labels": FigureRow.label_id, "passages": PassageRow.vector, "sentences": SentenceRow.vector
}  # fmt: skip
"""The column that has the ids of each kind."""


def _within(kind: str, scope: Scope) -> Iterator[ColumnElement[bool]]:
    """What makes a figure (or passage) and its report one of the scope."""
    yield ReportRow.id == _IDS[kind].class_.report_id
    yield ReportRow.status == HELD
    if scope.issuers:
        yield ReportRow.issuer.in_(scope.issuers)
    if scope.years:
        yield (FigureRow.year if kind == "labels" else ReportRow.year).in_(scope.years)
    if scope.report is not None:
        yield ReportRow.id == scope.report


def _parts(ids: Collection[Id]) -> Iterator[Sequence[Id]]:
    listed = list(ids)
    for start in range(0, len(listed), _AT_ONCE):
        yield listed[start : start + _AT_ONCE]


def open_engine(url: str) -> Engine:
    """Given a database URL, return an engine that several processes may use at once."""
    engine = create_engine(url, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 60000")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()
