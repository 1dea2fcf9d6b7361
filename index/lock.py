"""One writer at a time, over all processes that share a catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Engine, text

_NUMBER = 0x6E69616E  # of the advisory lock; any number no other program of the database uses


@contextmanager
def exclusive(engine: Engine, data: Path) -> Iterator[None]:
    """Wait until no other process writes, and keep others waiting until the block ends.

    The lock is a file in the data directory; a PostgreSQL database, which several machines may share, has its
    own besides. Either goes when the process does, however it ends.
    """
    data.mkdir(parents=True, exist_ok=True)
    with FileLock(data / "ingest.lock"):
        if engine.dialect.name != "postgresql":
            yield
            return
        with engine.connect() as connection:
            connection.execute(text("SELECT pg_advisory_lock(:number)"), {"number": _NUMBER})
            try:
                yield
            finally:
                connection.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": _NUMBER})
