"""Other systems are told of reports that are published: signed, once they are there, and again if they were away."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from index.catalogue import open_engine, sqlite
from index.embedder import Embedder
from index.store import Store
from tests.index.made import read, write
from web.webhooks import Announcer, Hook
from web.wechat.notes import Notes

SECRET = "whsec_" + "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"


@dataclass
class Listener:
    """A system that is told. `status` is what it answers."""

    address: str = ""
    status: int = 204
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            made.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(made.status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.address = f"http://127.0.0.1:{server.server_port}/hook"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()


@dataclass
class House:
    """A store, and what tells of its reports."""

    store: Store
    files: Path
    announcer: Announcer

    def publish(self, year: int, *values: int) -> None:
        path = write(self.files, f"{year}.txt", issuer="虚构县甲局", year=year, values=list(values))
        assert self.store.ingestion.ingest([path])[0].status in ("added", "replaced")


def house(embedder: Embedder, folder: Path, address: str) -> House:
    store = Store(folder / "data", embedder=embedder, reader=read)
    notes = Notes(open_engine(sqlite(folder / "channels.sqlite")))
    announcer = Announcer([Hook(address, SECRET)], store.catalogue, notes, "https://portal.example.cn")
    return House(store, folder, announcer)


def test_what_is_published_is_told_once_with_a_signature_that_proves_it(
    embedder: Embedder, tmp_path: Path, listener: Listener
) -> None:
    made = house(embedder, tmp_path, listener.address)
    made.publish(2021, 1, 2, 3)
    made.announcer.look()
    assert listener.got == [], "what was held before is not news"
    made.publish(2022, 4, 5, 6)
    for _ in range(2):
        made.announcer.look()
    ((headers, body),) = listener.got
    told = Webhook(SECRET).verify(body, headers)
    assert told == json.loads(body)
    assert told["type"] == "report.published"
    data = told["data"]
    assert (data["issuer"], data["year"], data["replaced"]) == ("虚构县甲局", 2022, False)
    assert data["page"] == f"https://portal.example.cn/reports/{data['id']}"
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(body + b" ", headers)


def test_a_new_version_is_told_as_one(embedder: Embedder, tmp_path: Path, listener: Listener) -> None:
    made = house(embedder, tmp_path, listener.address)
    made.announcer.look()
    made.publish(2022, 1, 2, 3)
    made.announcer.look()
    made.publish(2022, 1, 2, 4)
    made.announcer.look()
    assert [json.loads(body)["data"]["replaced"] for _, body in listener.got] == [False, True]


def test_whoever_was_away_is_told_later_with_the_same_id(
    embedder: Embedder, tmp_path: Path, listener: Listener
) -> None:
    house(embedder, tmp_path, listener.address).announcer.look()
    listener.status = 503
    made = house(embedder, tmp_path, listener.address)
    made.publish(2022, 1, 2, 3)
    made.announcer.look()
    made.announcer.look()
    assert len(listener.got) == 1, "not at once again"
    listener.status = 204
    restarted = house(embedder, tmp_path, listener.address)
    for _ in range(2):
        restarted.announcer.look()
    first, second = (headers["webhook-id"] for headers, _ in listener.got)
    assert first == second
