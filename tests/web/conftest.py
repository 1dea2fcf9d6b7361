"""The web application over the index of the sample report, as a client and as a server with a port."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import date

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answer import Assistant
from assistant.conversations import StoredConversations
from index.store import Store
from web.app import create

PORTAL = "http://127.0.0.1:*"


def served(store: Store, *frame_ancestors: str) -> FastAPI:
    """Given a store, return the application over it, on a day on which 去年 is not the sample's year."""
    kept = StoredConversations(store.conversations)
    assistant = Assistant(store.searcher, kept, lambda: date(2024, 6, 1), journal=store.journal)
    return create(
        assistant, store.searcher, journal=store.journal, frame_ancestors=("'self'", *frame_ancestors)
    )


@pytest.fixture(scope="session")
def client(sample_store: Store) -> TestClient:
    return TestClient(served(sample_store))


@pytest.fixture(scope="session")
def address(sample_store: Store) -> Iterator[str]:
    """Where a real server listens: a free port, chosen by the system. Other local servers may frame it."""
    config = uvicorn.Config(served(sample_store, PORTAL), host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)
