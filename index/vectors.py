"""Vectors by id, in a local Chroma directory or on a Chroma server.

Chroma holds nothing but ids and vectors: what they stand for is in the catalogue. Two processes may have one
local directory open; a client that was open while the other wrote finds old neighbours without an error, so
`follow` opens it anew when the catalogue's generation has moved. (A read that meets a write of the other
process half-way fails inside Chroma; it is tried again with a fresh client.)
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection as Chroma
    from chromadb.api.types import GetResult, Include, QueryResult

Kind = Literal["labels", "passages", "sentences"]
KINDS: tuple[Kind, ...] = ("labels", "passages", "sentences")

T = TypeVar("T")

_AT_ONCE = 5_000  # Chroma takes 5,461


class Vectors:
    """The vectors one embedding model gave to labels, passages and sentences. Safe to share between threads.

    `place` is a directory, or the http(s) URL of a Chroma server; `model` names the embedding model, and has
    its own collections, so that a change of model never mixes vectors.
    """

    def __init__(self, place: Path | str, model: str) -> None:
        self._place, self._suffix = place, sha256(model.encode()).hexdigest()[:12]
        self._lock = RLock()
        self._client: ClientAPI | None = None
        self._collections: dict[Kind, Chroma] = {}
        self._generation = -1

    def follow(self, generation: int) -> None:
        """Given the catalogue's generation, forget a local client opened before it."""
        with self._lock:
            if generation != self._generation and isinstance(self._place, Path):
                self._close()
            self._generation = generation

    def reopen(self) -> None:
        """Forget a local client, whatever the generation."""
        with self._lock:
            if isinstance(self._place, Path):
                self._close()

    def wrote(self, generation: int) -> None:
        """Given the generation this process has just made itself, keep the client: it knows the change."""
        with self._lock:
            self._generation = generation

    def ids(self, kind: Kind) -> set[str]:
        """Return every id that has a vector."""
        return set(self._get(kind, None, [])["ids"])

    def count(self, kind: Kind) -> int:
        """Return how many ids have a vector."""
        return self._read(lambda: self._collection(kind).count())

    def missing(self, kind: Kind, ids: Collection[str]) -> list[str]:
        """Given ids, return those without a vector, in order."""
        there: set[str] = set()
        for part in _parts(list(ids)):
            there.update(self._get(kind, part, [])["ids"])
        return [id for id in ids if id not in there]

    def put(self, kind: Kind, ids: Sequence[str], vectors: npt.NDArray[np.float32]) -> None:
        """Given ids and their vectors, keep them; an id's earlier vector is replaced."""
        with self._lock:
            for start in range(0, len(ids), _AT_ONCE):
                end = start + _AT_ONCE
                self._collection(kind).upsert(ids=list(ids[start:end]), embeddings=vectors[start:end])

    def delete(self, kind: Kind, ids: Collection[str]) -> None:
        """Given ids, forget their vectors."""
        with self._lock:
            for part in _parts(list(ids)):
                self._collection(kind).delete(ids=part)

    def get(self, kind: Kind, ids: Sequence[str]) -> dict[str, npt.NDArray[np.float32]]:
        """Given ids, return the vectors of those that have one."""
        found: dict[str, npt.NDArray[np.float32]] = {}
        for part in _parts(list(ids)):
            answer = self._get(kind, part, ["embeddings"])
            embeddings = np.asarray(answer["embeddings"], np.float32)
            found.update(zip(answer["ids"], embeddings, strict=True))
        return found

    def nearest(self, kind: Kind, vector: npt.NDArray[np.float32], k: int) -> list[tuple[str, float]]:
        """Given a vector, return the ids of about the k nearest with their cosines, nearest first."""
        answer = self._read(lambda: self._query(kind, vector, k))
        if answer is None:
            return []
        distances: Any = answer["distances"]
        return [(id, 1 - float(far)) for id, far in zip(answer["ids"][0], distances[0], strict=True)]

    def _get(self, kind: Kind, ids: list[str] | None, include: Include) -> GetResult:
        return self._read(lambda: self._collection(kind).get(ids=ids, include=include))

    def _query(self, kind: Kind, vector: npt.NDArray[np.float32], k: int) -> QueryResult | None:
        collection = self._collection(kind)
        count = min(k, collection.count())
        if not count:
            return None
        return collection.query(query_embeddings=vector[None], n_results=count, include=["distances"])

    def _read(self, ask: Callable[[], T]) -> T:
        from chromadb.errors import InternalError

        with self._lock:
            try:
                return ask()
            except InternalError:
                if not isinstance(self._place, Path):
                    raise
                self._close()
                return ask()

    def _collection(self, kind: Kind) -> Chroma:
        if kind not in self._collections:
            if self._client is None:
                self._client = _open(self._place)
            self._collections[kind] = self._client.get_or_create_collection(
                f"{kind}-{self._suffix}", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
        return self._collections[kind]

    def _close(self) -> None:
        from chromadb.api.shared_system_client import SharedSystemClient

        self._client = None
        self._collections = {}
        SharedSystemClient.clear_system_cache()
        gc.collect()  # a client is a cycle: left to itself it keeps a dozen files and threads open for long


def _open(place: Path | str) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if isinstance(place, Path):
        place.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(str(place), settings=settings)
    url = urlsplit(place)
    secure = url.scheme == "https"
    port = url.port or (443 if secure else 8000)
    return chromadb.HttpClient(url.hostname or "localhost", port, ssl=secure, settings=settings)


def _parts(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
