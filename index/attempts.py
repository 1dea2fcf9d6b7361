"""Failed sign-ins, and how long whoever made them must wait: after a few, twice as long each time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import ceil

from sqlalchemy import delete, select

from index.catalogue import Catalogue
from index.desk_schema import AttemptRow
from index.schema import prepare

_FREE = {"both": 5, "name": 20, "address": 20}
"""Failures before the wait begins. A name alone has more, lest anyone lock its owner out from afar."""
_FIRST, _LONGEST, _FORGOTTEN = timedelta(seconds=15), timedelta(minutes=15), timedelta(hours=24)


class Attempts:
    """Counts in the catalogue's database, so that all processes of a server count together."""

    def __init__(self, catalogue: Catalogue, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        prepare(catalogue.engine)
        self._catalogue, self._clock = catalogue, now

    def wait(self, name: str, address: str) -> int:
        """Given a name and an address, return how many seconds neither may try; 0 if they may now."""
        now = self._clock().replace(tzinfo=None)
        with self._catalogue.read() as session:
            rows = session.scalars(select(AttemptRow).where(AttemptRow.key.in_(_keys(name, address))))
            until = [row.last_at + _pause(row) for row in rows]
        return max((ceil((end - now).total_seconds()) for end in until if end > now), default=0)

    def failed(self, name: str, address: str) -> None:
        """Given whose sign-in failed and from where, count it."""
        now = self._clock().replace(tzinfo=None)
        with self._catalogue.begin() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.last_at < now - _FORGOTTEN))
            for key in _keys(name, address):
                row = session.get(AttemptRow, key) or AttemptRow(key=key, failures=0)
                row.failures, row.last_at = row.failures + 1, now
                session.add(row)

    def succeeded(self, name: str, address: str) -> None:
        """Given who signed in and from where, forget their failures; those of the address alone stay."""
        own = [key for key in _keys(name, address) if not key.startswith("address")]
        with self._catalogue.begin() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.key.in_(own)))


def _keys(name: str, address: str) -> tuple[str, str, str]:
    name = name.casefold().strip()[:64]
    return f"both|{name}|{address[:64]}", f"name|{name}", f"address|{address[:64]}"


def _pause(row: AttemptRow) -> timedelta:
    over = row.failures - _FREE[row.key.partition("|")[0]]
    return min(_FIRST * 2 ** min(over, 10), _LONGEST) if over >= 0 else timedelta()
