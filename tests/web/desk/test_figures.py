"""Figures at the desk: pivots with their sources, and exports that are read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html
from openpyxl import load_workbook

from index.embedder import Embedder
from index.store import Store
from tests.web.desk.conftest import Office, office, published
from tests.web.desk.made import page
from web.desk.sheets import as_csv, inert

pytestmark = pytest.mark.model
VALUES = {("云溪县档案局", 2021): 12, ("云溪县档案局", 2022): 15, ("云溪县渔业局", 2022): 4}
# An agency's own words that a spreadsheet would take for a formula.
FORMULA = '=HYPERLINK("https://evil.example","看")'


@pytest.fixture(scope="module")
def house(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Office:
    made = office(Store(tmp_path_factory.mktemp("desk"), embedder=embedder))
    editor = made.signed_in("editor")
    for (issuer, year), value in VALUES.items():
        published(editor, made.desk, page(issuer, year, value), f"{year}.html")
    return made


@pytest.fixture
def reader(house: Office) -> Iterator[TestClient]:
    return house.signed_in("reader")


def key(client: TestClient, text: str = "车辆登记 办理数") -> str:
    found = client.get("/api/desk/measures", params={"text": text}).json()["measures"]
    chosen: str = next(one["key"] for one in found if one["name"].endswith("车辆登记 · 本年办理数"))
    return chosen


def test_a_pivot_has_every_agencys_value_of_every_year_with_its_very_cell(reader: TestClient) -> None:
    found = reader.get("/api/desk/pivot", params={"key": key(reader)}).json()
    assert found["years"] == [2021, 2022]
    cells = {(row["issuer"], cell["year"]): cell for row in found["rows"] for cell in row["cells"]}
    assert {place: int(cell["value"]) for place, cell in cells.items()} == VALUES
    for place, cell in cells.items():
        (mark,) = html.fromstring(reader.get(cell["url"]).content).iter("mark")
        assert mark.text_content() == str(VALUES[place])


def test_a_pivot_is_narrowed_by_agency_and_year(reader: TestClient) -> None:
    found = reader.get(
        "/api/desk/pivot", params={"key": key(reader), "issuers": "云溪县档案局", "years": 2022}
    ).json()
    assert [(row["issuer"], [cell["value"] for cell in row["cells"]]) for row in found["rows"]] == [
        ("云溪县档案局", ["15"])
    ]
    assert reader.get("/api/desk/pivot?key=label:none").status_code == 404


def exported(reader: TestClient, format: str) -> bytes:
    answer = reader.get("/api/desk/export", params={"key": key(reader), "format": format})
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    return answer.content


def test_the_csv_reads_back_with_a_source_for_every_value(reader: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(reader, "csv").decode("utf-8-sig"))))
    assert {(row["机关"], int(row["年度"])): int(row["数值"]) for row in rows} == VALUES
    for row in rows:
        assert row["年报"] == f"{row['机关']}{row['年度']}年政府信息公开工作年度报告"
        assert (row["行"], row["列"]) == ("车辆登记", "本年办理数")
        address = row["出处链接"].removeprefix("http://testserver")
        (mark,) = html.fromstring(reader.get(address).content).iter("mark")
        assert mark.text_content() == row["数值"]


def test_the_workbook_reads_back_numbers_as_numbers(reader: TestClient) -> None:
    book = load_workbook(io.BytesIO(exported(reader, "xlsx")))
    crossed = [tuple(cell.value for cell in row) for row in book["汇总"]]
    assert crossed == [("机关", "2021年", "2022年"), ("云溪县档案局", 12, 15), ("云溪县渔业局", None, 4)]
    head, *rows = list(book["数据与出处"])
    column = [cell.value for cell in head].index("数值")
    assert sorted(row[column].value for row in rows) == sorted(VALUES.values())


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_no_text_is_a_formula(start: str) -> None:
    assert inert(f"{start}1+cmd|' /C calc'!A0").startswith("'")


@pytest.mark.parametrize("number", ["-18", "+3", "-0.5", "-1,234.5%", "12", ""])
def test_a_number_stays_a_number(number: str) -> None:
    assert inert(number) == number


def test_hostile_words_of_a_report_are_inert_in_both_exports(embedder: Embedder, tmp_path: Path) -> None:
    house = office(Store(tmp_path, embedder=embedder))
    editor = house.signed_in("editor")
    content = page("云溪县档案局", 2022).replace("车辆登记".encode(), FORMULA.replace('"', "&quot;").encode())
    draft = editor.post("/api/desk/drafts?name=x.html", content=content).json()["id"]
    house.desk.wait()
    editor.patch(f"/api/desk/drafts/{draft}", json={"title": "@SUM(1,2)", "issuer": "+cmd"})
    editor.post(f"/api/desk/drafts/{draft}/publish")
    house.desk.wait()
    measures = editor.get("/api/desk/measures", params={"text": "本年办理数"}).json()["measures"]
    (named,) = [one["key"] for one in measures if "HYPERLINK" in one["name"] and "办理数" in one["name"]]
    text = editor.get("/api/desk/export", params={"key": named, "format": "csv"}).content.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["机关"], row["年报"], row["行"]) == ("'+cmd", "'@SUM(1,2)", "'" + FORMULA)
    book = load_workbook(io.BytesIO(editor.get("/api/desk/export", params={"key": named}).content))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.value for cell in cells} >= {"+cmd", "@SUM(1,2)", FORMULA}
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_the_agencys_form_change_is_marked(embedder: Embedder, tmp_path: Path) -> None:
    made = office(Store(tmp_path, embedder=embedder))
    shared = Path(__file__).parents[4] / "shared" / "reports"
    if not shared.is_dir():
        pytest.skip("no real reports beside the checkout")
    made.desk.store.ingestion.ingest([shared / "pingtan-2019.txt", shared / "pingtan-2021.txt"])
    reader = made.signed_in("reader")
    found = reader.get("/api/desk/measures", params={"text": "行政许可处理决定数量"}).json()["measures"][0]
    (row,) = reader.get("/api/desk/pivot", params={"key": found["key"]}).json()["rows"]
    assert [(cell["year"], cell["form"], cell["changed"]) for cell in row["cells"]] == [
        (2019, "national-2019", ""),
        (2021, "national-2021", "national-2019"),
    ]


def test_a_search_is_kept_by_the_one_whose_it_is(house: Office, reader: TestClient) -> None:
    kept = reader.post("/api/desk/searches", json={"name": "登记", "query": "key=a"}).json()
    reader.post("/api/desk/searches", json={"name": "登记", "query": "key=b"})
    (found,) = reader.get("/api/desk/searches").json()["searches"]
    assert (found["name"], found["query"]) == ("登记", "key=b")
    other = house.signed_in("editor")
    assert other.get("/api/desk/searches").json()["searches"] == []
    assert other.delete(f"/api/desk/searches/{found['id']}").status_code == 404
    assert reader.delete(f"/api/desk/searches/{found['id']}").status_code == 200
    assert kept["name"] == "登记"


def test_decimals_stay_exact() -> None:
    row = (*["x"] * 3, Decimal("9116.360"), *[None] * 12)
    assert b'"9116.360"' in as_csv(iter([row]))
