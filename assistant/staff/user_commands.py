"""The command line's `nianbao user`: who may sign in at the staff desk."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from index.accounts import Accounts
    from index.store import Store

console = Console()
Name = Annotated[str, typer.Argument(help="The name to sign in with.")]
Role = Annotated[str, typer.Option(help="reader, editor or admin.")]
Data = Annotated[Path | None, typer.Option("--data", help="Where reports, index and model are kept.")]


def user_commands(open_store: Callable[[Path | None], Store]) -> typer.Typer:
    """Given what opens the index under a data directory, return the commands."""
    user = typer.Typer(
        help="Add and change the people who may sign in at the staff desk.", no_args_is_help=True
    )

    def accounts(data: Path | None) -> Accounts:
        from index.accounts import Accounts

        return Accounts(open_store(data).catalogue)

    def note(data: Path | None, action: str, name: str, role: str = "") -> None:
        from index.audit import Audit

        detail = {"role": role} if role else {}
        Audit(open_store(data).catalogue).note("(command line)", action, name, **detail)

    @user.command()
    def add(name: Name, role: Role = "reader", data: Data = None) -> None:
        """Add a person. The password is asked for, or read from standard input."""
        added = accounts(data).add(name, _password(), role)
        note(data, "person.add", added.name, added.role)
        console.print(f"{added.name}: {added.role}", highlight=False, markup=False)

    @user.command()
    def password(name: Name, data: Data = None) -> None:
        """Set a person's password anew; whoever is signed in by the old one is signed out."""
        changed = accounts(data).change(name, password=_password())
        note(data, "person.password", changed.name)
        console.print(f"{changed.name}: changed", highlight=False, markup=False)

    @user.command(name="list")
    def list_(data: Data = None) -> None:
        """List everyone who may sign in, and who may no more."""
        for person in accounts(data).people():
            state = "" if person.active else "  (inactive)"
            console.print(f"{person.role:<7} {person.name}{state}", highlight=False, markup=False)

    return user


def _password() -> str:
    if sys.stdin.isatty():
        given: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        return given
    return sys.stdin.readline().rstrip("\r\n")
