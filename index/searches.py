"""Searches of figures that people keep for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, func, select

from index.accounts import AccountError, key_of
from index.catalogue import Catalogue
from index.desk_schema import SearchRow
from index.schema import prepare

MOST = 200  # of one person


@dataclass(frozen=True, slots=True)
class Search:
    id: int
    name: str
    query: str


class Searches:
    """Kept searches, in the catalogue's database. `person` is always the one whose they are."""

    def __init__(self, catalogue: Catalogue) -> None:
        prepare(catalogue.engine)
        self._catalogue = catalogue

    def of(self, person: str) -> tuple[Search, ...]:
        """Given a person's name, return their searches, by name."""
        chosen = select(SearchRow).where(SearchRow.person == key_of(person)).order_by(SearchRow.name)
        with self._catalogue.read() as session:
            return tuple(Search(row.id, row.name, row.query) for row in session.scalars(chosen))

    def keep(self, person: str, name: str, query: str) -> Search:
        """Given a name and a query string, keep it, in place of the one of this name. Raises AccountError."""
        own = SearchRow.person == key_of(person)
        with self._catalogue.begin() as session:
            session.execute(delete(SearchRow).where(own, SearchRow.name == name))
            if (session.scalar(select(func.count()).select_from(SearchRow).where(own)) or 0) >= MOST:
                raise AccountError("too_many", f"a person keeps {MOST} searches at most")
            now = datetime.now(UTC).replace(tzinfo=None)
            row = SearchRow(person=key_of(person), name=name, query=query, created_at=now)
            session.add(row)
            session.flush()
            return Search(row.id, row.name, row.query)

    def drop(self, person: str, id: int) -> bool:
        """Given a search's id, drop it if it is this person's; return whether it was."""
        with self._catalogue.begin() as session:
            own = (SearchRow.id == id, SearchRow.person == key_of(person))
            row = session.scalars(select(SearchRow).where(*own)).first()
            if row is not None:
                session.delete(row)
            return row is not None
