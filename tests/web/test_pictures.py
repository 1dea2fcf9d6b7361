"""The page of a PDF on which a figure stands, as a picture with its cell framed; and the original itself."""

from __future__ import annotations

import io
import re
from pathlib import Path
from random import Random
from typing import Any

import pdfplumber
import pytest
from fastapi.testclient import TestClient
from PIL import Image, ImageChops
from playwright.sync_api import Browser, expect

from corpus.readers.pages.picture import WIDTH, picture
from corpus.report import Report, ReportError, Table
from index.embedder import Embedder
from index.store import Store
from tests import form_writers
from tests.forms_factory import random_form
from tests.web.browsing import PHONE, SCREENS, ask, fits, violations
from tests.web.browsing import browser as browser
from tests.web.conftest import served
from tests.web.serving import listening
from web.viewer import sheet_of

pytestmark = pytest.mark.model
FORM = random_form(Random(4), "2021", most=9000, year=2022)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    prints = form_writers.printed([form_writers.as_page(FORM)])
    if prints is None:
        pytest.skip("no Chromium to print with")
    path = tmp_path_factory.mktemp("printed") / "form.pdf"
    path.write_bytes(prints[0])
    return path


@pytest.fixture(scope="module")
def store(printed: Path, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("data"), embedder=embedder)
    (outcome,) = store.ingestion.ingest([printed])
    assert outcome.status == "added", outcome
    return store


@pytest.fixture(scope="module")
def client(store: Store) -> TestClient:
    return TestClient(served(store))


@pytest.fixture(scope="module")
def report(store: Store) -> Report:
    (held,) = store.searcher.held()
    return store.searcher.report(held.id)


def values(report: Report) -> dict[str, str]:
    """The value cells of a report: each one's anchor and text."""
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    return {
        f"{table.id}-r{cell.row}c{cell.column}": cell.text
        for table in tables
        for cell in table.cells
        if cell.role == "value"
    }


def test_every_cells_box_holds_what_stands_in_the_cell(printed: Path, report: Report) -> None:
    assert len(values(report)) == len(FORM.cells)
    with pdfplumber.open(printed) as pdf:
        for anchor, text in values(report).items():
            sheet = sheet_of(report, anchor)
            assert sheet is not None
            assert sheet.box is not None
            box = sheet.box
            drawn = pdf.pages[sheet.page - 1].crop((box.left, box.top, box.right, box.bottom)).extract_text()
            assert re.sub(r"\s", "", drawn) == text, anchor


def test_the_picture_frames_the_cited_cell(client: TestClient, report: Report) -> None:
    answer = client.post("/api/ask", json={"question": "2022年行政许可处理决定数量是多少件？"}).json()
    anchor = answer["citations"][0]["url"].partition("#")[2]
    sheet = sheet_of(report, anchor)
    assert sheet is not None
    assert sheet.box is not None
    box = sheet.box
    response = client.get(f"/reports/{report.id}/picture", params={"at": anchor})
    image = Image.open(io.BytesIO(response.content)).convert("RGB")
    red, green, blue = (band.point(lambda level: 255 * (level > 120)) for band in image.split())
    framed = ImageChops.subtract(ImageChops.subtract(red, green), blue).getbbox()
    assert framed is not None
    with_margin = [round(edge * WIDTH / 595.3) for edge in (box.left, box.top, box.right, box.bottom)]
    assert list(framed) == [pytest.approx(edge, abs=6) for edge in with_margin]


def test_a_reports_page_shows_the_picture_of_the_cited_spot_only(client: TestClient, report: Report) -> None:
    anchor = next(iter(values(report)))
    cited = client.get(f"/reports/{report.id}", params={"at": anchor}).text
    assert f'src="/reports/{report.id}/picture?at={anchor}"' in cited
    assert "/picture?" not in client.get(f"/reports/{report.id}").text


@pytest.mark.parametrize("anchor", ["t999-r1c1", "nonsense", "../../x"])
def test_a_spot_that_is_not_there_has_no_picture(client: TestClient, report: Report, anchor: str) -> None:
    assert client.get(f"/reports/{report.id}/picture", params={"at": anchor}).status_code == 404
    assert client.get("/reports/0000/picture", params={"at": anchor}).status_code == 404


def test_the_original_can_be_taken_away(client: TestClient, report: Report, printed: Path) -> None:
    response = client.get(f"/reports/{report.id}/file")
    assert response.content == printed.read_bytes()
    assert response.headers["content-disposition"].startswith("attachment")


def test_another_file_in_the_originals_place_is_not_shown(
    tmp_path: Path, printed: Path, embedder: Embedder
) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(printed.read_bytes())
    store = Store(tmp_path / "data", embedder=embedder)
    (outcome,) = store.ingestion.ingest([path])
    path.write_bytes(b"%PDF-1.4 something else")
    client = TestClient(served(store))
    anchor = next(iter(values(store.searcher.report(outcome.report or ""))))
    assert client.get(f"/reports/{outcome.report}/file").status_code == 404
    assert client.get(f"/reports/{outcome.report}/picture", params={"at": anchor}).status_code == 404
    page = client.get(f"/reports/{outcome.report}", params={"at": anchor})
    assert page.status_code == 200
    assert "/picture?" not in page.text


def test_a_page_that_cannot_be_drawn_is_refused_by_name(tmp_path: Path, printed: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(printed.read_bytes()[:500])
    with pytest.raises(ReportError, match=r"broken\.pdf"):
        picture(broken, 1)
    with pytest.raises(ReportError, match="99"):
        picture(printed, 99)


@pytest.mark.browser
@SCREENS
def test_a_citation_opens_with_the_page_and_the_picture_is_seen(
    browser: Browser, client: TestClient, screen: dict[str, Any]
) -> None:
    with listening(client.app) as address:
        context = browser.new_context(locale="zh-CN", reduced_motion="reduce", base_url=address, **screen)
        page = context.new_page()
        page.goto("/")
        ask(page, "2022年行政许可处理决定数量是多少件？")
        page.locator(".chip").first.click()
        source = page.frame_locator("#source iframe")
        expect(source.locator("td.cited mark")).to_be_in_viewport()
        source.locator(".locator a", has_text="看原件图像").click()
        image = source.locator("#sheet img")
        expect(image).to_be_in_viewport()
        expect(image).to_have_js_property("complete", True)
        expect(image).to_have_js_property("naturalWidth", WIDTH)
        assert fits(page)
        path = image.locator("xpath=ancestor::a").get_attribute("href") or ""
        at = path.partition("?at=")[2]
        context.close()
        for theme in ("light", "dark"):
            plain = browser.new_context(base_url=address, bypass_csp=True, color_scheme=theme, **screen)
            shown = plain.new_page()
            shown.goto(f"{path.removesuffix(f'/picture?at={at}')}?at={at}")
            assert violations(shown) == []
            assert fits(shown)
            plain.close()


@pytest.mark.browser
def test_the_picture_is_seen_without_scripts(browser: Browser, client: TestClient, report: Report) -> None:
    with listening(client.app) as address:
        context = browser.new_context(base_url=address, java_script_enabled=False, **PHONE)
        page = context.new_page()
        page.goto(f"/reports/{report.id}?at={next(iter(values(report)))}#sheet")
        expect(page.locator("#sheet img")).to_be_in_viewport()
        expect(page.locator("#sheet img")).to_have_js_property("naturalWidth", WIDTH)
        context.close()
