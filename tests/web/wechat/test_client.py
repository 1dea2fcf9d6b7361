"""Calls to the platform's API: the shared token, its renewal, errors in words, and messages once at most."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import dumps, loads
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from assistant.reply import Answer
from index.catalogue import open_engine, sqlite
from index.store import Store
from tests.web.wechat.letters import content
from tests.web.wechat.made import OPENID, PLAIN, Slow, post, quick, serving, text
from tests.web.wechat.run import free
from tests.web.wechat.test_messages import wait
from web.wechat import wording
from web.wechat.account import Account
from web.wechat.client import Client, PlatformError, troubles
from web.wechat.notes import Notes

PUSH = replace(PLAIN, push=True, secret="s3cret")


@dataclass
class Platform:
    """The platform's API on a port. `refuse` gives the errcodes that messages get, one after the other."""

    address: str = ""
    refuse: list[int] = field(default_factory=list)
    token_error: int = 0
    tokens: int = 0
    got: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def reply(self, path: str, body: bytes) -> dict[str, Any]:
        query = parse_qs(urlsplit(path).query)
        if "access_token" not in query:
            if self.token_error:
                return {"errcode": self.token_error, "errmsg": "refused, ip 10.0.0.1"}
            self.tokens += 1
            return {"access_token": f"T{self.tokens}", "expires_in": 7200}
        if self.refuse:
            return {"errcode": self.refuse.pop(0), "errmsg": "refused"}
        self.got.append((query["access_token"][0], loads(body)))
        return {"errcode": 0, "errmsg": "ok"}


@pytest.fixture
def platform() -> Iterator[Platform]:
    made = Platform()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            told = dumps(made.reply(self.path, self.rfile.read(length))).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        do_POST = do_GET

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    return Notes(open_engine(sqlite(tmp_path / "channels.sqlite")))


@pytest.fixture
def client(platform: Platform, notes: Notes) -> Callable[..., Client]:
    def made(account: Account = PUSH, slept: list[float] | None = None) -> Client:
        sleep = (lambda _: None) if slept is None else slept.append
        return Client(replace(account, api=platform.address), notes, sleep)

    return made


def test_a_message_arrives_as_it_was_written(client: Callable[..., Client], platform: Platform) -> None:
    client().send(OPENID, "答复：😀")
    assert platform.got == [("T1", {"touser": OPENID, "msgtype": "text", "text": {"content": "答复：😀"}})]


def test_one_token_serves_all_calls_and_all_processes(
    client: Callable[..., Client], platform: Platform
) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda place: client().send(OPENID, str(place)), range(24)))
    assert platform.tokens == 1
    assert {token for token, _ in platform.got} == {"T1"}
    assert len(platform.got) == 24


@pytest.mark.parametrize("code", [40001, 40014, 42001])
def test_a_stale_token_is_renewed_once(client: Callable[..., Client], platform: Platform, code: int) -> None:
    platform.refuse = [code]
    client().send(OPENID, "一")
    assert (platform.tokens, platform.got[0][0]) == (2, "T2")
    platform.refuse = [code, code]
    with pytest.raises(PlatformError) as error:
        client().send(OPENID, "二")
    assert (error.value.code, platform.tokens) == (code, 3)


def test_a_busy_platform_is_asked_again_after_longer_and_longer_pauses(
    client: Callable[..., Client], platform: Platform
) -> None:
    slept: list[float] = []
    platform.refuse = [-1, -1]
    client(slept=slept).send(OPENID, "一")
    assert slept == [0.5, 1.0]
    platform.refuse = [-1] * 10
    with pytest.raises(PlatformError, match="微信系统繁忙"):
        client().send(OPENID, "二")


@pytest.mark.parametrize(
    ("code", "words"), [(40164, "白名单"), (45009, "上限"), (48001, "没有此接口的权限"), (99999, "refused")]
)
def test_the_administrator_is_told_in_words(
    client: Callable[..., Client], platform: Platform, notes: Notes, code: int, words: str
) -> None:
    platform.refuse = [code]
    with pytest.raises(PlatformError):
        client().send(OPENID, "一")
    assert words in troubles(notes)["plain"]
    assert str(code) in troubles(notes)["plain"]
    assert OPENID not in troubles(notes)["plain"]


def test_a_token_that_is_not_given_out_is_told_of_too(
    client: Callable[..., Client], platform: Platform, notes: Notes
) -> None:
    platform.token_error = 40164
    with pytest.raises(PlatformError):
        client().send(OPENID, "一")
    assert "IP" in troubles(notes)["plain"]
    assert "s3cret" not in troubles(notes)["plain"]


def test_a_platform_that_is_away_is_told_of(notes: Notes) -> None:
    away = Client(replace(PUSH, api=f"http://127.0.0.1:{free(1)[0]}"), notes, lambda _: None)
    with pytest.raises(PlatformError, match="无法连接"):
        away.send(OPENID, "一")


def test_in_wecom_the_app_sends_with_the_corps_token(
    client: Callable[..., Client], platform: Platform
) -> None:
    app = replace(PUSH, kind="wecom", agent=1000002)
    client(app).send("zhang", "一")
    expected = {"touser": "zhang", "msgtype": "text", "text": {"content": "一"}, "agentid": 1000002}
    assert platform.got == [("T1", expected)]


def test_a_late_answer_is_sent_once(sample_store: Store, tmp_path: Path, platform: Platform) -> None:
    answerer, account = Slow(), replace(PUSH, api=platform.address)
    with serving(sample_store, answerer, tmp_path, account, within=0.3) as served:
        assert content(PUSH, post(served, account, text("问")).text) == wording.SOON
        answerer.free.set()
        wait(tmp_path, account, 1)
        assert content(PUSH, post(served, account, text("问")).text) == wording.SOON
        arrive(platform)
        assert content(PUSH, post(served, account, text("1", number=2)).text) == wording.NOTHING_WAITS
    assert [data["text"]["content"] for _, data in platform.got] == ["您的提问：问\n\n答复：问"]


@pytest.mark.parametrize("fuller", ["详细答复：问", "答复：问"])
def test_a_fuller_answer_is_sent_if_it_says_more(
    sample_store: Store, tmp_path: Path, platform: Platform, fuller: str
) -> None:
    answerer, account = (
        Slow(lambda _: Answer("answered", fuller, "zh-Hans")),
        replace(PUSH, api=platform.address),
    )
    with serving(sample_store, answerer, tmp_path, account, within=0.5, plain=quick()) as served:
        assert content(PUSH, post(served, account, text("问")).text) == "答复：问" + wording.FULLER_SOON
        answerer.free.set()
        if fuller != "答复：问":
            arrive(platform)
        shown = wording.NOT_YET
        for number in range(2, 100):
            if shown == wording.NOTHING_WAITS:
                break
            shown = content(PUSH, post(served, account, text("1", number=number)).text)
    sent = [data["text"]["content"] for _, data in platform.got]
    assert sent == ([] if fuller == "答复：问" else ["您的提问：问\n\n详细答复：问"])


def test_a_late_answer_that_cannot_be_sent_is_kept_for_the_asking(
    sample_store: Store, tmp_path: Path, platform: Platform
) -> None:
    answerer, account = Slow(), replace(PUSH, api=platform.address)
    platform.refuse = [45015]
    with serving(sample_store, answerer, tmp_path, account, within=0.3) as served:
        assert content(PUSH, post(served, account, text("问")).text) == wording.SOON
        answerer.free.set()
        shown = wording.NOT_YET
        for number in range(2, 100):
            shown = content(PUSH, post(served, account, text("1", number=number)).text)
            if shown not in (wording.NOT_YET, wording.NOTHING_WAITS):
                break
        assert shown == "您的提问：问\n\n答复：问"
    assert platform.got == []


def arrive(platform: Platform) -> None:
    """Wait until a message has arrived."""
    waited = threading.Event()
    for _ in range(200):
        if platform.got:
            return
        waited.wait(0.05)
    raise TimeoutError
