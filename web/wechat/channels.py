"""The messaging channels as a whole: from the accounts and the assistant to the routes the platforms call."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fastapi import APIRouter
from sqlalchemy import Engine

from web.wechat.account import Account
from web.wechat.client import Client
from web.wechat.ledger import Ledger
from web.wechat.notes import Notes
from web.wechat.reception import Answerer, Reception
from web.wechat.router import router


def channels(
    accounts: Sequence[Account],
    answerer: Callable[[str | None], Answerer],
    engine: Engine,
    *,
    plain: Callable[[str | None], Answerer] | None = None,
    portal: str = "",
    within: float = 3.5,
    workers: int = 16,
) -> APIRouter:
    """Given the accounts, what answers for an agency (or for all, given None), and the database that all
    processes share, return the routes.

    `plain` makes quicker answerers, where the others may take long; `portal` is the public address that links begin with, `within` the seconds a call may wait for its answer,
    and `workers` the number of questions that one process answers at a time.
    """
    named = {account.name: account for account in accounts}
    made = {agency: answerer(agency) for agency in {account.agency for account in accounts}}
    notes = Notes(engine)
    reception = Reception(
        Ledger(engine),
        named,
        {account.name: made[account.agency] for account in accounts},
        {account.name: Client(account, notes) for account in accounts if account.push},
        plain={account.name: plain(account.agency) for account in accounts} if plain else None,
        portal=portal,
        within=within,
        workers=workers,
    )
    return router(reception, named)
