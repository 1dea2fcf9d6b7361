"""What the whole run shares: the embedding model, unpacked once, and an index of the sample report."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from index import unpack
from index.embedder import Embedder
from index.store import Store

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample" / "lingyuan-market-regulation-2019.txt"


@pytest.fixture(scope="session")
def models() -> Path:
    """A directory with the default embedding model, kept between runs."""
    place = os.environ.get("NIANBAO_TEST_CACHE") or Path(tempfile.gettempdir()) / "nianbao-test-cache"
    directory = Path(place) / "models"
    unpack.unpacked(directory)
    return directory


@pytest.fixture(scope="session")
def embedder(models: Path) -> Embedder:
    """The default embedding model, loaded once."""
    return Embedder(models)


@pytest.fixture(scope="session")
def sample_store(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The index of the sample report alone. For reading: a test that ingests makes its own store."""
    store = Store(tmp_path_factory.mktemp("sample"), embedder=embedder)
    outcomes = store.ingestion.ingest([SAMPLE])
    assert [outcome.status for outcome in outcomes] == ["added"], outcomes
    return store
