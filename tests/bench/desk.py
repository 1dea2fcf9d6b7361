"""A desk over the sample report, served and looked at in Chromium, for benches and pictures."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from index.store import Store
from tests.conftest import SAMPLE
from tests.web.browsing import MISSING, launched
from tests.web.desk.conftest import Office, office
from tests.web.serving import listening


@contextmanager
def looked_at() -> Iterator[tuple[Browser, Office, str]]:
    """A browser, the office over the sample report, and the address it listens at."""
    with tempfile.TemporaryDirectory() as data, launched() as browser:
        if browser is None:
            raise SystemExit(MISSING)
        store = Store(Path(data))
        store.ingestion.ingest([SAMPLE])
        house = office(store)
        with listening(house.app) as address:
            yield browser, house, address
