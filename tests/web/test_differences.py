"""Where narrative and table differ, the report's page says so at both places, each leading to the other."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from fastapi.testclient import TestClient
from lxml import html

from index.embedder import Embedder
from index.store import Store
from tests.forms_factory import random_form
from tests.web.conftest import served

pytestmark = pytest.mark.model


def test_both_places_are_marked_and_lead_to_each_other(tmp_path: Path, embedder: Embedder) -> None:
    form = random_form(Random(6), "2021", issuer="云梦泽市测试管理局", year=2022)
    (given,) = (
        cell.value for cell in form.cells if cell.column == ("现行有效件数",) and cell.row[0] != "规章"
    )
    told = int(given) + 31
    prose = f"集中公开现行有效行政规范性文件{told}件。"
    file = tmp_path / "report.html"
    file.write_text(form.as_html().replace("严格依法公开政府信息。", prose), "utf-8")
    store = Store(tmp_path / "data", embedder=embedder)
    (outcome,) = store.ingestion.ingest([file])
    page = html.document_fromstring(TestClient(served(store)).get(f"/reports/{outcome.report}").text)
    beside_text, below_table = page.find_class("fails")
    for note in (beside_text, below_table):
        assert f"正文 {told}件，表格 {given}" in " ".join(note.text_content().split())
    (to_cell,) = (link.get("href") for link in beside_text.iter("a"))
    (to_text,) = (link.get("href") for link in below_table.iter("a"))
    cell = page.get_element_by_id(to_cell.removeprefix("#"))
    assert cell.text_content() == given
    assert "amiss" in cell.get("class")
    assert page.get_element_by_id(to_text.removeprefix("#")).text_content() == prose
