"""An application with accounts of all modes in this process, and calls to it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fastapi.testclient import TestClient
from httpx2 import Response

from assistant.answer import Assistant
from assistant.reply import Answer, Language
from index.catalogue import open_engine, sqlite
from index.store import Store
from tests.web.wechat.letters import AES_KEY, Letter, letter, xml
from web.app import create
from web.wechat.account import Account
from web.wechat.channels import channels

PLAIN = Account("plain", "wx0123456789abcdef", "token-of-the-test", keys={"HOURS": "问 办公时间"})
COMPATIBLE = Account("both", "wx0123456789abcdef", "token-of-the-test", mode="compatible", aes_key=AES_KEY)
ENCRYPTED = Account("sealed", "wx0123456789abcdef", "token-of-the-test", mode="encrypted", aes_key=AES_KEY)
MODES = (PLAIN, COMPATIBLE, ENCRYPTED)
OPENID = "oAbCdEfGhIjKlMnOpQrStUvWxYz0"


@dataclass
class Slow:
    """An answerer whose answers wait until the test lets them go; `asked` is what it was asked."""

    answer: Callable[[str], Answer] = lambda question: Answer("answered", f"答复：{question}", "zh-Hans")
    free: threading.Event = field(default_factory=threading.Event)
    asked: list[str] = field(default_factory=list)

    def ask(self, question: str, *, conversation: str | None = None, channel: str = "") -> Answer:  # noqa: ARG002
        self.asked.append(question)
        assert self.free.wait(20)
        return self.answer(question)

    def examples(self, language: Language = "zh-Hans") -> tuple[str, ...]:  # noqa: ARG002
        return ("某局2019年行政许可多少件？",)


def quick(answer: Callable[[str], Answer] | None = None) -> Slow:
    """Return an answerer that answers at once."""
    made = Slow(answer) if answer else Slow()
    made.free.set()
    return made


@contextmanager
def serving(
    store: Store,
    answerer: Slow | Assistant,
    data: Path,
    *accounts: Account,
    within: float = 4.0,
    plain: Slow | None = None,
) -> Iterator[TestClient]:
    """Given a store, an answerer and where to keep things, serve the accounts (one of each mode) over them."""
    routes = channels(
        accounts or MODES,
        lambda _: answerer,
        open_engine(sqlite(data / "channels.sqlite")),
        portal="https://portal.example.cn",
        within=within,
        plain=None if plain is None else lambda _: plain,
    )
    with TestClient(create(Assistant(store.searcher), store.searcher, channels=[routes])) as client:
        yield client


def text(content: str, *, number: int = 1, sender: str = OPENID) -> str:
    """Given what a person writes, return the message's XML."""
    fields = {"ToUserName": "gh_1", "FromUserName": sender, "CreateTime": 1700000000}
    return xml(**fields, MsgType="text", Content=content, MsgId=10**17 + number)


def event(name: str, **more: object) -> str:
    """Given an event's name and what else it has, return its XML."""
    fields = {"ToUserName": "gh_1", "FromUserName": OPENID, "CreateTime": 1700000000}
    return xml(**fields, MsgType="event", Event=name, **more)


def post(client: TestClient, account: Account, message: str | Letter) -> Response:
    """Deliver a message, in the account's mode, as the platform does."""
    sent = letter(account, message) if isinstance(message, str) else message
    return client.post(f"/{account.kind}/{account.name}", params=sent.query, content=sent.body)
