"""A desk over the sample report, served and looked at in Chromium, for benches and pictures."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from index.store import Store
from tests.conftest import SAMPLE
from tests.web.desk.conftest import Office, office
from tests.web.serving import listening
from tests.web.test_browser import QUIET


@contextmanager
def looked_at() -> Iterator[tuple[Browser, Office, str]]:
    """A browser, the office over the sample report, and the address it listens at."""
    chromium = shutil.which("chromium")
    if not chromium:
        raise SystemExit("no Chromium here: install Debian's package chromium")
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        store = Store(Path(data))
        store.ingestion.ingest([SAMPLE])
        house = office(store)
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        with listening(house.app) as address:
            yield browser, house, address
        browser.close()
