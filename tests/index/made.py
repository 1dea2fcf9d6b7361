"""Reports made for the tests: two invented offices that fill in the same small form."""

from __future__ import annotations

import json
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from corpus.metadata import NeedsAttention
from corpus.report import (
    Cell,
    Citation,
    Figure,
    Label,
    Paragraph,
    Passage,
    Report,
    ReportError,
    Section,
    Table,
)
from index.reading import Reading

KIND = "政府信息公开工作年度报告"
CAPTION = "第二十条第（五）项"
ROWS = ("行政许可", "行政处罚", "行政强制")
HEADING = "二、主动公开政府信息情况"


def write(folder: Path, name: str, **content: object) -> Path:
    """A file that `read` understands: a line of JSON in a file that ends like a report."""
    path = folder / name
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def read(path: Path, issuer: str | None, year: int | None) -> Reading:
    """A reader for such files. Fields: issuer, year, values (of the table), prose (phrase, number, unit)."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if "broken" in content:
        raise ReportError(f"{path.name}: table t1, row 2: {content['broken']}")
    issuer, year = issuer or content.get("issuer"), year or content.get("year")
    if not issuer or not year:
        raise NeedsAttention(path, "year" if issuer else "issuer", ())
    return reading(path, issuer, year, content.get("values", [1, 2, 3]), content.get("prose", []))


def reading(
    path: Path, issuer: str, year: int, values: list[object], prose: list[tuple[str, str, str]]
) -> Reading:
    table = Table("t1", tuple(_cells(values)), CAPTION, unit="件", form="national-2021")
    paragraphs = tuple(
        Paragraph(f"p{i}", f"全年{phrase}{number}{unit}。")
        for i, (phrase, number, unit) in enumerate(prose, 1)
    )
    report = Report(
        id=sha256(f"{issuer}|{year}|{KIND}".encode()).hexdigest()[:12],
        issuer=issuer,
        year=year,
        title=f"{issuer}{year}年{KIND}",
        kind=KIND,
        sections=(Section("s1", (HEADING,), (*paragraphs, table)),),
        source=path.name,
        digest="0" * 64,
    )
    figures = (*_table_figures(report, table), *_prose_figures(report, paragraphs, prose))
    return Reading(report, figures, tuple(_passages(report, paragraphs)))


def _cells(values: list[object]) -> list[Cell]:
    cells = [Cell(0, 1, "处理决定数量", role="column")]
    for row, (name, value) in enumerate(zip(ROWS, values, strict=False), 1):
        cells.append(Cell(row, 0, name, role="row"))
        cells.append(Cell(row, 1, str(value), row_path=(name,), column_path=("处理决定数量",)))
    return cells


def _citation(report: Report, **spot: object) -> Citation:
    whose = (report.id, report.title, report.issuer, report.year)
    return Citation(*whose, (HEADING,), **spot)  # type: ignore[arg-type]


def _table_figures(report: Report, table: Table) -> list[Figure]:
    figures = []
    for cell in table.cells:
        if cell.role != "value":
            continue
        label = Label((HEADING,), CAPTION, cell.row_path, cell.column_path, indicator=f"handled.{cell.row}")
        value = Decimal(cell.text) if cell.text else None
        citation = _citation(
            report,
            block="t1",
            quote=cell.text,
            cell=(cell.row, cell.column),
            row=cell.row_path,
            column=cell.column_path,
        )
        figures.append(Figure(label, value, cell.text, "件", report.year, citation))
    return figures


def _prose_figures(
    report: Report, paragraphs: tuple[Paragraph, ...], prose: list[tuple[str, str, str]]
) -> list[Figure]:
    figures = []
    for paragraph, (phrase, number, unit) in zip(paragraphs, prose, strict=True):
        start = paragraph.text.index(number)
        span = (start, start + len(number))
        citation = _citation(report, block=paragraph.id, quote=paragraph.text, span=span)
        label = Label(phrase=phrase, section=(HEADING,))
        figures.append(
            Figure(label, Decimal(number), number, unit, report.year, citation, sentence=paragraph.text)
        )
    return figures


def _passages(report: Report, paragraphs: tuple[Paragraph, ...]) -> list[Passage]:
    return [
        Passage(p.text, (HEADING,), _citation(report, block=p.id, quote=p.text, span=(0, len(p.text))))
        for p in paragraphs
    ]


def prose_figure(label: Label, value: Decimal | None, raw: str) -> Figure:
    """A figure of an invented office, for what needs one figure only."""
    whose = ("0" * 12, "虚构县甲局2023年报告", "虚构县甲局", 2023)
    citation = Citation(*whose, (HEADING,), block="p1", quote=raw, span=(0, len(raw)))
    return Figure(label, value, raw, "元", 2023, citation)
