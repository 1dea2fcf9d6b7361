"""The callbacks of the messaging platforms: `/wechat/{name}` for 公众号, `/wecom/{name}` for 企业微信."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.responses import PlainTextResponse
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from web.wechat import wording
from web.wechat.account import Account
from web.wechat.compose import listed
from web.wechat.envelope import Incoming, Malformed, Refused, Stamp, echo, opened, sealed
from web.wechat.reception import Reception
from web.wechat.wording import say

WAITING = ("1", "１", "【1】", "【１】")
_WRITTEN = ("text", "voice")
_OTHER_MESSAGES = ("image", "video", "shortvideo", "location", "link", "miniprogrampage", "file")
_WELCOMED = ("subscribe", "subscribe_scan", "scan", "click", "enter_agent")


def router(reception: Reception, accounts: Mapping[str, Account]) -> APIRouter:
    """Given the reception that answers and the accounts by name, return the routes the platforms call."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        reception.start()
        yield
        reception.close()

    routes = APIRouter(include_in_schema=False, lifespan=lifespan)

    @routes.get("/wechat/{name}")
    @routes.get("/wecom/{name}")
    async def verification(name: str, request: Request) -> Response:
        account = _account(accounts, name, request)
        try:
            return PlainTextResponse(echo(account, request.query_params))
        except Refused:
            return Response(status_code=403)
        except Malformed:
            return Response(status_code=400)

    @routes.post("/wechat/{name}")
    @routes.post("/wecom/{name}")
    async def message(name: str, request: Request) -> Response:
        account = _account(accounts, name, request)
        stamp = Stamp.of(request.query_params, account)
        try:
            incoming = opened(account, stamp, await request.body())
        except Refused:
            return Response(status_code=403)
        except Malformed:
            return Response(status_code=400)
        key = account.message(incoming.sender, incoming.unique)
        if not await reception.admits(_digest(account, stamp), key):
            return Response(status_code=403)
        text = await _reply(reception, account, incoming, key)
        return Response(sealed(account, stamp, incoming, text), media_type="application/xml")

    return routes


async def _reply(reception: Reception, account: Account, incoming: Incoming, key: str) -> str:
    """The text to reply to a message or an event; empty where there is nothing to say."""
    if incoming.kind == "unsubscribe":
        await reception.forget(account.user(incoming.sender))
        return ""
    question = account.keys.get(incoming.text, "") if incoming.event else incoming.text
    if incoming.kind in _WRITTEN and question.strip() in WAITING:
        return await reception.collected(account, key, account.user(incoming.sender))
    if incoming.kind == "voice" and not question.strip():
        return wording.UNHEARD
    if incoming.kind in _WRITTEN or question:
        return await reception.replied(account, key, incoming.sender, question)
    if incoming.kind in _WELCOMED:
        return await run_in_threadpool(_welcome, reception, account)
    return "" if incoming.event or incoming.kind not in _OTHER_MESSAGES else wording.WRITE


def _welcome(reception: Reception, account: Account) -> str:
    examples = reception.examples(account)
    ask = listed(say("ask", "zh-Hans"), examples[:3]) if examples else wording.NONE_HELD
    return f"{wording.WELCOME}\n\n{ask}"


def _account(accounts: Mapping[str, Account], name: str, request: Request) -> Account:
    account = accounts.get(name)
    if account is None or account.kind != request.url.path.rsplit("/", 2)[-2]:
        raise HTTPException(404)
    return account


def _digest(account: Account, stamp: Stamp) -> str:
    told = "\0".join((account.kind, account.name, stamp.timestamp, stamp.nonce, stamp.signature))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
