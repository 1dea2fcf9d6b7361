"""A server that is running notices what another process ingests."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.store import Store
from tests.conftest import SAMPLE
from tests.web.conftest import served

pytestmark = pytest.mark.model
INGEST = """
import sys
from pathlib import Path
from index.store import Store
Store(Path(sys.argv[1]), models=Path(sys.argv[2])).ingestion.ingest([Path(sys.argv[3])])
"""


def test_another_processs_ingestion_answers_within_two_seconds(models: Path, tmp_path: Path) -> None:
    client = TestClient(served(Store(tmp_path / "data", models=models)))
    question = {"question": "2019年共受理了多少件投诉举报？"}
    assert client.post("/api/ask", json=question).json()["status"] == "not_held"
    command = [sys.executable, "-c", INGEST, str(tmp_path / "data"), str(models), str(SAMPLE)]
    subprocess.run(command, check=True, cwd=SAMPLE.parents[2])
    ended = time.monotonic()
    answer = client.post("/api/ask", json=question).json()
    while answer["status"] != "answered" and time.monotonic() < ended + 2:
        time.sleep(0.1)
        answer = client.post("/api/ask", json=question).json()
    assert answer["figures"][0]["value"] == "396"
    assert len(client.get("/api/reports").json()["reports"]) == 1
