"""Bodies and queries of every kind: none is answered with a server's error, each reply is one the platform reads."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import httpx2
from fastapi import FastAPI

from index.catalogue import open_engine, sqlite
from tests.web.wechat.letters import Letter, content, letter
from tests.web.wechat.made import MODES, event, quick, text
from web.wechat.channels import channels

BODIES = 10_000
PIECES = (b"<xml>", b"</xml>", b"<![CDATA[", b"]]>", b"&lt;", b"&#0;", b"&#x10ffff;", b"<!DOCTYPE a>", b"\xff\xfe", b"\x00",
          "😀".encode(), b"<Encrypt>", b"</Encrypt>", b"MsgId", b"9" * 30, b"<?xml version='1.0' encoding='utf-16'?>")  # fmt: skip


def test_no_body_makes_the_server_fail(tmp_path: Path) -> None:
    app = FastAPI()
    engine = open_engine(sqlite(tmp_path / "channels.sqlite"))
    app.include_router(channels(MODES, lambda _: quick(), engine))
    statuses = asyncio.run(_statuses(app, random.Random(11)))
    assert sum(statuses.values()) == BODIES
    assert not [status for status in statuses if status >= 500]
    assert statuses[200] > 100, "some are messages after all"
    assert statuses[400] > 1000
    assert statuses[403] > 1000


async def _statuses(app: FastAPI, dice: random.Random) -> dict[int, int]:
    statuses: dict[int, int] = {}
    transport = httpx2.ASGITransport(app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        for place in range(BODIES):
            account = MODES[place % len(MODES)]
            sent = _spoilt(_sent(place, dice), dice)
            answer = await client.post(f"/wechat/{account.name}", params=sent.query, content=sent.body)
            statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1
            if answer.status_code == 200:
                content(account, answer.text)
            else:
                assert not answer.content
    return statuses


def _sent(place: int, dice: random.Random) -> Letter:
    """A good message, or one whose inside is spoilt before it is signed and sealed."""
    account = MODES[place % len(MODES)]
    inside = dice.choice((text("问", number=place), event("CLICK", EventKey="HOURS")))
    if dice.random() < 0.5:
        inside = _mangled(inside.encode(), dice).decode("utf-8", "replace")
    return letter(account, inside)


def _spoilt(sent: Letter, dice: random.Random) -> Letter:
    draw = dice.random()
    if draw < 0.3:
        return sent
    if draw < 0.6:
        return Letter(sent.query, _mangled(sent.body, dice))
    if draw < 0.75:
        return Letter(sent.query, dice.randbytes(dice.randrange(200)))
    name = dice.choice(list(sent.query))
    value = dice.choice(("", "0", "-1", "九", "\x00", "9" * 50, sent.query[name][:-1]))
    return Letter({**sent.query, name: value}, sent.body)


def _mangled(body: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randrange(1, 4)):
        place = dice.randrange(len(body) + 1)
        end = min(len(body), place + dice.choice((0, 0, 1, 8, 40)))
        body = body[:place] + dice.choice((*PIECES, b"")) + body[end:]
    return body
