"""Who may sign in, and who is: argon2 passwords, and sessions that live on the server."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Literal, get_args

from pwdlib import PasswordHash
from sqlalchemy import delete, func, select, update

from corpus.report import ReportError
from index.catalogue import Catalogue
from index.desk_schema import PersonRow, SessionRow
from index.schema import prepare

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the one who may least to the one who may most."""
SHORTEST = 10  # characters of a password
LONGEST = 200
IDLE, LONGEST_SESSION = timedelta(hours=2), timedelta(hours=12)
_TOUCH = timedelta(minutes=1)  # a session's expiry is not written anew more often than this


class AccountError(ReportError):
    """A name, password or role that cannot be: the message says which and why, `code` in one word."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: Role
    active: bool = True

    def may(self, role: Role) -> bool:
        """Given a role, return whether this person has it or a higher one."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Accounts:
    """People and their sessions, in the catalogue's database. Safe to share between threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        prepare(catalogue.engine)
        self._catalogue = catalogue
        self._hash = PasswordHash.recommended()
        self._nobodys = self._hash.hash(secrets.token_hex(16))

    def add(self, name: str, password: str, role: str) -> Person:
        """Given a name, a password and a role, add the person. Raises AccountError."""
        shown, key = " ".join(name.split()), key_of(name)
        if not key or len(key) > 64 or not key.isprintable():
            raise AccountError("name", f"the name must have 1 to 64 characters: {name!r}")
        _check_role(role)
        _check_password(password, key)
        with self._catalogue.begin() as session:
            if session.get(PersonRow, key) is not None:
                raise AccountError("taken", f"there is a person of this name already: {shown}")
            session.add(
                PersonRow(
                    key=key,
                    name=shown,
                    password=self._hash.hash(password),
                    role=role,
                    active=True,
                    created_at=_now(),
                )
            )
        return Person(shown, role)  # type: ignore[arg-type]  # checked above

    def people(self) -> tuple[Person, ...]:
        """Return everyone, by name."""
        with self._catalogue.read() as session:
            return tuple(_person(row) for row in session.scalars(select(PersonRow).order_by(PersonRow.key)))

    def change(
        self, name: str, *, role: str | None = None, active: bool | None = None, password: str | None = None
    ) -> Person:
        """Given a person's name and what is to change, change it, end their sessions, and return the person.

        Raises AccountError: no such person, a role or password that cannot be, or no active admin left.
        """
        key = key_of(name)
        with self._catalogue.begin() as session:
            row = session.get(PersonRow, key)
            if row is None:
                raise AccountError("unknown", f"there is no person of this name: {name!r}")
            if role is not None:
                _check_role(role)
                row.role = role
            if active is not None:
                row.active = active
            if password is not None:
                _check_password(password, key)
                row.password = self._hash.hash(password)
            session.flush()
            admins = (PersonRow.role == "admin", PersonRow.active.is_(True))
            if not session.scalar(select(func.count()).select_from(PersonRow).where(*admins)):
                raise AccountError("last_admin", "the last active admin must stay one")
            session.execute(delete(SessionRow).where(SessionRow.person == key))
            return _person(row)

    def verify(self, name: str, password: str) -> Person | None:
        """Given a name and a password, return the active person they fit, or None. As slow for no one."""
        with self._catalogue.read() as session:
            row = session.get(PersonRow, key_of(name))
        fits, newer = self._hash.verify_and_update(password, row.password if row else self._nobodys)
        if row is None or not row.active or not fits:
            return None
        if newer:
            with self._catalogue.begin() as session:
                session.execute(update(PersonRow).where(PersonRow.key == row.key).values(password=newer))
        return _person(row)

    def sign_in(self, person: Person) -> str:
        """Given a person, return the token of a new session of theirs."""
        token, now = secrets.token_urlsafe(32), _now()
        with self._catalogue.begin() as session:
            session.execute(delete(SessionRow).where(SessionRow.expires_at < now))
            session.add(
                SessionRow(
                    token=_hashed(token),
                    person=key_of(person.name),
                    expires_at=now + IDLE,
                    ends_at=now + LONGEST_SESSION,
                )
            )
        return token

    def whose(self, token: str) -> Person | None:
        """Given a session's token, return whose it is while it lasts, or None; it lasts longer for being used."""
        now = _now()
        chosen = select(SessionRow, PersonRow).join(PersonRow, PersonRow.key == SessionRow.person)
        with self._catalogue.read() as session:
            found = session.execute(chosen.where(SessionRow.token == _hashed(token))).first()
        if found is None or not found[1].active or found[0].expires_at < now:
            return None
        until = min(now + IDLE, found[0].ends_at)
        if until - found[0].expires_at > _TOUCH:
            with self._catalogue.begin() as session:
                kept = update(SessionRow).where(SessionRow.token == found[0].token)
                session.execute(kept.values(expires_at=until))
        return _person(found[1])

    def sign_out(self, token: str) -> None:
        """Given a session's token, end the session."""
        with self._catalogue.begin() as session:
            session.execute(delete(SessionRow).where(SessionRow.token == _hashed(token)))


def _person(row: PersonRow) -> Person:
    return Person(row.name, row.role, row.active)  # type: ignore[arg-type]  # written by add and change


def key_of(name: str) -> str:
    """Names that look alike are one name."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _hashed(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise AccountError("role", f"the role must be one of {', '.join(ROLES)}: {role!r}")


def _check_password(password: str, key: str) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        raise AccountError("password", f"the password must have {SHORTEST} to {LONGEST} characters")
    if len(set(password)) < 5 or key in password.casefold():
        raise AccountError("password", "the password must not be the name or a few characters repeated")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
