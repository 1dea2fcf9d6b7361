"""Files into the catalogue and the vector store. One report is one unit: all of it, or nothing.

Vectors go in first, under ids that nothing refers to yet; then one transaction of the catalogue makes the
report exist. Whatever stops in between leaves vectors that no question can reach, and the next ingestion
sweeps them up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.metadata import NeedsAttention
from corpus.readers import READERS
from corpus.report import ReportError
from index import codec, files, rows, shelving
from index.catalogue import Catalogue, NotHeld
from index.embedder import Embedder
from index.lock import exclusive
from index.reading import Arrival, Reader, Reading
from index.schema import HELD, NEEDS_ATTENTION, WITHDRAWN, ReportRow
from index.vectors import KINDS, Kind, Vectors

Status = Literal["added", "replaced", "unchanged", "needs_attention", "failed"]

Progress = Callable[[Path, str, int, int], None]
"""Called with the file, what is being done ("reading", "embedding"), how much of it, and of how much."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `message` says what is wrong or worth knowing, with file and place; `notices`
    the places of a report taken in that could not be read for certain, and which no answer stands on."""

    path: Path
    status: Status
    report: str | None = None
    message: str = ""
    figures: int = 0
    passages: int = 0
    notices: tuple[str, ...] = ()


class Ingestion:
    """Takes reports in and out. Several processes may do so at once; they wait for each other."""

    def __init__(
        self, catalogue: Catalogue, vectors: Vectors, embedder: Embedder, data: Path, reader: Reader
    ) -> None:
        self._catalogue, self._vectors, self._embedder = catalogue, vectors, embedder
        self._data, self._reader = data, reader

    def ingest(
        self,
        paths: Iterable[Path],
        *,
        issuer: str | None = None,
        year: int | None = None,
        again: bool = False,
        progress: Progress | None = None,
    ) -> list[Outcome]:
        """Given files and folders, take in their reports, and return what became of each file, in order.

        `issuer` and `year` are a person's word, above the file's own. `again` reads files anew that are held
        already. A file that fails changes nothing, and does not keep the others out.
        """
        tell = progress or (lambda *_: None)
        self.refresh()
        found = files.listed(paths, frozenset(READERS))
        places = frozenset(str(path.resolve()) for path in found)
        outcomes = []
        for path in found:
            tell(path, "reading", 0, 1)
            outcomes.append(self._one(path, _Given(issuer, year, again, places), tell))
        return outcomes

    def publish(self, arrival: Arrival, reading: Reading, progress: Progress | None = None) -> Outcome:
        """Given a file and what a person approved of it, take that in, also where the report was withdrawn."""
        return self._take_in(arrival, reading, True, progress or (lambda *_: None))

    def withdraw(self, report: str) -> None:
        """Given a report's id, take the report out. Raises NotHeld."""
        with self._writing():
            self._catalogue.row(report)
            self._catalogue.note(unswept=True)
            with self._catalogue.change() as session:
                unused = shelving.drop_unused(session, shelving.take_out(session, report))
            self._sweep(unused)

    def refresh(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Make the vectors those the catalogue needs, and no others, if a change of the embedding model, an
        interrupted ingestion or a lost vector directory left them otherwise."""
        with self._writing(progress):
            if any(self._vectors.count(kind) != self._catalogue.count(kind) for kind in KINDS):
                self._repair(progress)

    @contextmanager
    def _writing(self, progress: Callable[[int, int], None] | None = None) -> Iterator[None]:
        """Alone, with a vector store that is as the catalogue needs it, whatever happened before."""
        with exclusive(self._catalogue.engine, self._data):
            state = self._catalogue.state()
            self._vectors.follow(state.generation)
            if state.model != self._embedder.name or state.unswept:
                self._vectors.reopen()  # what was interrupted wrote without raising the generation
                self._repair(progress)
            yield

    def _repair(self, progress: Callable[[int, int], None] | None) -> None:
        for kind in KINDS:
            texts = self._catalogue.texts(kind)
            self._vectors.delete(kind, self._vectors.ids(kind) - texts.keys())
            self._embed(kind, texts, progress)
        self._catalogue.note(unswept=False, model=self._embedder.name)

    def _one(self, path: Path, given: _Given, tell: Progress) -> Outcome:
        try:
            arrival = Arrival(path, files.digest(path), files.sidecar_digest(path))
            known = self._known(arrival, given)
            if known is not None:
                return known
            return self._take_in(arrival, self._read(path, given), given.again, tell)
        except NeedsAttention as error:
            return self._set_aside(arrival, str(error))
        except ReportError as error:
            return Outcome(path, "failed", message=str(error))

    def _read(self, path: Path, given: _Given) -> Reading:
        """One file that nobody foresaw must not keep the others out: any error in reading it is its own."""
        try:
            return self._reader(path, given.issuer, given.year)
        except ReportError:
            raise
        except Exception as error:
            raise ReportError(f"{path}: cannot be read: {type(error).__name__}: {error}") from error

    def _known(self, arrival: Arrival, given: _Given) -> Outcome | None:
        """What can be said of a file without reading it."""
        with self._catalogue.read() as session:
            row = shelving.held_from(session, arrival)
            if row is not None and row.status == HELD and given.agrees(row):
                return Outcome(arrival.path, "unchanged", row.id)
            if row is not None and row.status == WITHDRAWN and not given.again:
                return _withdrawn(arrival, row.id)
            other = shelving.superseded_by(session, arrival)
        if other is not None and other.path in given.places and given.agrees(other):
            message = f"{arrival.path}: the same report is held from {other.path}"
            return Outcome(arrival.path, "unchanged", other.id, message)
        return None

    def _take_in(self, arrival: Arrival, reading: Reading, again: bool, tell: Progress) -> Outcome:
        report = reading.report
        with self._writing():
            if not again and self._is_withdrawn(report.id):
                return _withdrawn(arrival, report.id)
            earlier = self._held(report.id)
            sizes = len(reading.figures), len(reading.passages)
            if earlier is not None and not again and _says_the_same(earlier, arrival, reading):
                return Outcome(arrival.path, "unchanged", report.id, "", *sizes)
            self._catalogue.note(unswept=True)
            for kind, texts in _texts(reading).items():
                self._embed(kind, texts, lambda done, all: tell(arrival.path, "embedding", done, all))
            with self._catalogue.change() as session:
                unused = shelving.drop_unused(session, shelving.shelve(session, arrival, reading))
            self._sweep(unused)
        message = ""
        if earlier is not None and earlier.path != arrival.place:
            message = f"{arrival.path}: takes the place of {earlier.path}, the same report"
        status: Status = "added" if earlier is None else "replaced"
        return Outcome(arrival.path, status, report.id, message, *sizes, report.notices)

    def _set_aside(self, arrival: Arrival, reason: str) -> Outcome:
        outcome = Outcome(arrival.path, "needs_attention", message=reason)
        with self._writing():
            with self._catalogue.read() as session:
                row = shelving.held_from(session, arrival)
            if row is not None and (row.status, row.reason) == (NEEDS_ATTENTION, reason):
                return outcome
            with self._catalogue.change() as session:
                shelving.set_aside(session, arrival, reason)
            self._vectors.wrote(self._catalogue.generation())
        return outcome

    def _is_withdrawn(self, report: str) -> bool:
        with self._catalogue.read() as session:
            row = session.get(ReportRow, report)
        return row is not None and row.status == WITHDRAWN

    def _held(self, report: str) -> ReportRow | None:
        try:
            return self._catalogue.row(report)
        except NotHeld:
            return None

    def _embed(
        self, kind: Kind, texts: Mapping[str, str], progress: Callable[[int, int], None] | None
    ) -> None:
        """Embed what has no vector yet."""
        new = self._vectors.missing(kind, texts)
        if new:
            self._vectors.put(kind, new, self._embedder.passages([texts[id] for id in new], progress))

    def _sweep(self, unused: dict[Kind, set[str]]) -> None:
        for kind, ids in unused.items():
            self._vectors.delete(kind, ids)
        self._catalogue.note(unswept=False)
        self._vectors.wrote(self._catalogue.generation())


@dataclass(frozen=True, slots=True)
class _Given:
    """What a person gave an ingestion, and the files it is of."""

    issuer: str | None
    year: int | None
    again: bool
    places: frozenset[str]

    def agrees(self, row: ReportRow) -> bool:
        """Whether a record needs no new reading."""
        return not self.again and self.issuer in (None, row.issuer) and self.year in (None, row.year)


def _withdrawn(arrival: Arrival, report: str) -> Outcome:
    """What a person withdrew stays so, however often its folder is taken in."""
    return Outcome(
        arrival.path, "unchanged", report, f"{arrival.path}: withdrawn at the staff desk; restore it there"
    )


def _says_the_same(row: ReportRow, arrival: Arrival, reading: Reading) -> bool:
    same_file = (row.digest, row.sidecar) == (arrival.digest, arrival.sidecar)
    return same_file and row.content == codec.dump(reading.report)


def _texts(reading: Reading) -> dict[Kind, dict[str, str]]:
    labels = rows.distinct(figure.label for figure in reading.figures)
    return {
        "labels": {id: label.text for id, label in labels.items()},
        "passages": {rows.passage_id(passage): rows.passage_text(passage) for passage in reading.passages},
        "sentences": rows.sentences(reading.passages),
    }
