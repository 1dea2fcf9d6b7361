"""A form's labels are embedded once, whoever fills it in and in whatever format; so is any text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from index.embedder import Embedder
from index.store import Store
from tests import form_writers
from tests.form_tables import Version
from tests.forms_factory import random_form

pytestmark = pytest.mark.model


@pytest.mark.parametrize("version", ["2019", "2021"])
def test_further_reports_of_a_form_add_no_labels(
    version: Version, tmp_path: Path, embedder: Embedder
) -> None:
    first = random_form(Random(1), version, issuer="云梦泽市测试管理局", year=2020)
    second = random_form(Random(2), version, most=999, issuer="云溪县茶业发展局", year=2023)
    third = replace(second, year=2024)
    store = Store(tmp_path / "data", embedder=embedder)
    contents = {
        "a.html": first.as_html().encode(),
        "b.docx": form_writers.as_docx(second),
        "c.txt": third.as_text("glued").encode(),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    (outcome,) = store.ingestion.ingest([tmp_path / "a.html"])
    labels = store.vectors.ids("labels")
    assert len(labels) == outcome.figures
    outcomes = store.ingestion.ingest([tmp_path / "b.docx", tmp_path / "c.txt"])
    assert [outcome.status for outcome in outcomes] == ["added", "added"]
    assert store.vectors.ids("labels") == labels


def test_text_that_has_its_vector_is_not_embedded_again(tmp_path: Path, embedder: Embedder) -> None:
    path = tmp_path / "a.html"
    path.write_text(random_form(Random(1), "2021").as_html(), encoding="utf-8")
    store = Store(tmp_path / "data", embedder=embedder)
    done: list[str] = []
    for again in (False, True):
        done.append(f"again: {again}")
        store.ingestion.ingest([path], again=again, progress=lambda _, stage, *__: done.append(stage))
    read_again = done[done.index("again: True") :]
    assert "embedding" in done
    assert read_again == ["again: True", "reading"]
