"""A pivot as a spreadsheet or CSV, every figure with its source. What a report says never runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from assistant.reply import plain
from index.measures import Measure
from index.pivot import Pivot, PivotCell
from web.desk.words import FORMS

COLUMNS = (
    "机关", "年度", "指标", "数值", "单位", "原文写法", "表式", "表式变更", "备注", "年报", "章节", "行", "列", "页", "原文", "出处链接",
)  # fmt: skip
_WIDTHS = (24, 8, 36, 12, 8, 12, 12, 12, 24, 40, 30, 24, 24, 6, 40, 50)
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?%?", re.ASCII)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TRUST = {"ocr": "图片识别", "decoded": "由合计关系还原", "unreadable": "原文不清", "read": ""}

Value = str | int | Decimal | None


def lines(measure: Measure, pivot: Pivot, base: str) -> Iterator[tuple[Value, ...]]:
    """Given a measure, its pivot and the site's address, yield a line for each figure, in COLUMNS."""
    for row in pivot.rows:
        for cell in row.cells:
            yield _line(measure, row.issuer, cell, base)


def as_csv(rows: Iterator[tuple[Value, ...]]) -> bytes:
    """Given lines, return a CSV file that Excel opens as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([inert(_written(value)) for value in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def as_xlsx(pivot: Pivot, rows: Iterator[tuple[Value, ...]]) -> bytes:
    """Given a pivot and its lines, return a workbook: the pivot, then every figure's source."""
    book = Workbook(write_only=True)
    _fill(book.create_sheet("汇总"), ("机关", *(f"{year}年" for year in pivot.years)), _crossed(pivot), (28,))
    _fill(book.create_sheet("数据与出处"), COLUMNS, rows, _WIDTHS)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def inert(text: str) -> str:
    """Given a text, return it so that no spreadsheet takes it for a formula; a plain number stays as it is."""
    if text.startswith(_STARTS) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def _line(measure: Measure, issuer: str, cell: PivotCell, base: str) -> tuple[Value, ...]:
    figure, cited = cell.figure, cell.figure.citation
    notes = (figure.qualifier, _TRUST[figure.trust], "同年另有不同数值" if cell.differs else "")
    return (
        issuer,
        cell.year,
        measure.name,
        figure.value,
        figure.unit,
        figure.raw,
        FORMS.get(cell.form, cell.form),
        f"{FORMS.get(cell.changed, cell.changed)}→{FORMS.get(cell.form, cell.form)}" if cell.changed else "",
        "；".join(note for note in notes if note),
        cited.title,
        " › ".join(cited.section),
        " › ".join(cited.row or ()),
        " › ".join(cited.column or ()),
        cited.page,
        figure.sentence or cited.quote,
        base + cited.url,
    )


def _crossed(pivot: Pivot) -> Iterator[tuple[Value, ...]]:
    for row in pivot.rows:
        values = {cell.year: cell.figure.value for cell in row.cells}
        yield (row.issuer, *(values.get(year) for year in pivot.years))


def _fill(
    sheet: WriteOnlyWorksheet,
    head: Sequence[str],
    rows: Iterator[tuple[Value, ...]],
    widths: Sequence[int],
) -> None:
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "B2"
    sheet.append([_cell(sheet, name, bold=True) for name in head])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: WriteOnlyWorksheet, value: Value, bold: bool = False) -> WriteOnlyCell:
    """Numbers as numbers; every text as a text, whatever it begins with."""
    made = WriteOnlyCell(sheet, value=value if not isinstance(value, str) else None)
    if isinstance(value, str):
        made.value = _UNPRINTABLE.sub("", value)[:32_000]
        made.data_type = "s"
        made.quotePrefix = True
    if bold:
        made.font = Font(bold=True)
    return made


def _written(value: Value) -> str:
    if isinstance(value, Decimal):
        return plain(value) or ""
    return "" if value is None else _UNPRINTABLE.sub("", str(value))
