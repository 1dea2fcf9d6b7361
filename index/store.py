"""The index as one thing: opened by where its data lies, and handed to whoever asks or ingests."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.catalogue import Catalogue, sqlite
from index.conversations import Shelf
from index.embedder import Embedder
from index.journal import Journal
from index.lessons import Lessons
from index.vectors import Vectors

if TYPE_CHECKING:
    from index.ingest import Ingestion
    from index.reading import Reader
    from index.search import Searcher
    from index.unpack import Progress


class Store:
    """Everything under one data directory. Parts are opened when first used, so that opening costs nothing.

    `database` is an SQLAlchemy URL (default: SQLite in the directory), `chroma` a Chroma server's URL
    (default: a local Chroma directory), `model` an embedding model's name or directory (default: the one that
    is unpacked under `models`, which is in the data directory unless another place is given), `progress` is
    told how the unpacking goes. An `embedder` that is loaded already takes the place of these three, and a
    `reader` that of corpus/.
    """

    def __init__(
        self,
        data: Path,
        *,
        database: str | None = None,
        chroma: str | None = None,
        model: str | None = None,
        models: Path | None = None,
        progress: Progress | None = None,
        embedder: Embedder | None = None,
        reader: Reader | None = None,
    ) -> None:
        self.data = data
        self._database, self._chroma, self._reader = database, chroma, reader
        self.embedder = embedder or Embedder(models or data / "models", model, progress)

    @cached_property
    def catalogue(self) -> Catalogue:
        return Catalogue(self._database or sqlite(self.data / "catalogue.sqlite"))

    @cached_property
    def vectors(self) -> Vectors:
        return Vectors(self._chroma or self.data / "vectors", self.embedder.name)

    @cached_property
    def searcher(self) -> Searcher:
        from index.search import Searcher

        return Searcher(self.catalogue, self.vectors, self.embedder)

    @cached_property
    def journal(self) -> Journal:
        return Journal(self.catalogue.engine)

    @cached_property
    def lessons(self) -> Lessons:
        return Lessons(self.catalogue.engine)

    @cached_property
    def conversations(self) -> Shelf:
        return Shelf(self.catalogue.engine)

    @cached_property
    def ingestion(self) -> Ingestion:
        from index.ingest import Ingestion

        reader = self._reader or self._default()
        return Ingestion(self.catalogue, self.vectors, self.embedder, self.data, reader)

    @staticmethod
    def _default() -> Reader:
        from index.read import Limited  # corpus/ and its readers: not needed to answer a question

        return Limited()
