"""Spreadsheets: XLSX, XLS, ODS and CSV, each value as a person sees it. A sheet's name is a heading.

Web sites also serve pages named .xls: those are read as the pages they are.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl.utils import column_index_from_string

from corpus.readers import looks_like_html
from corpus.readers.office import delimited, opendocument
from corpus.readers.office.number_formats import shown
from corpus.readers.office.package import OLE, declares_type, is_encrypted, member, open_package, xml
from corpus.readers.office.worksheet import SheetCell, blocks, titled
from corpus.report import Document, Grid, ReportError, Text

_MOST_CELLS = 2_000_000
_MERGE = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def read(data: bytes, path: Path) -> Document:
    """Given the bytes of a spreadsheet, return its sheets' texts and tables in order.

    Errors: ReportError for protected, damaged or oversized files, and for files without any cell."""
    try:
        document = _document(data, path)
    except ReportError as error:
        named = str(error).startswith(path.name)
        raise error if named else ReportError(f"{path.name}: {error}") from error
    if not document.blocks:
        raise ReportError(f"{path.name}: 没有内容 (no cell has any text)")
    return document


def _document(data: bytes, path: Path) -> Document:
    if data.startswith(b"PK"):
        package = open_package(data, path)
        if member(package, "content.xml", path) is not None:
            document = opendocument.read(package, path)
        elif member(package, "xl/workbook.xml", path) is not None:
            document = _xlsx(data, path)
        else:
            raise ReportError(f"{path.name}: 不是电子表格 (not a spreadsheet)")
    elif data.startswith(OLE):
        document = _xls(data, path)
    elif looks_like_html(data):
        from corpus.readers import html

        document = html.read(data, path)
    else:
        document = delimited.read(data, path)
    return document


def _xlsx(data: bytes, path: Path) -> Document:
    import openpyxl

    package = open_package(data, path)
    parts = [name for name in package.namelist() if name.endswith(".xml")]
    has_formulas = False
    for name in parts:
        content = member(package, name, path) or b""
        if declares_type(content):
            xml(content, path, name)
        if name.startswith("xl/worksheets/"):
            _refuse_huge_merges(content, path)
        has_formulas = has_formulas or (name.startswith("xl/worksheets/") and b"<f" in content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data)) if has_formulas else None
    except Exception as error:  # openpyxl raises many kinds on damaged files
        raise ReportError(f"{path.name}: 文件已损坏或不完整 (damaged: {error})") from error
    made: list[Text | Grid] = []
    notices: list[str] = []
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    notices += [f"未读取隐藏工作表“{sheet.title}”" for sheet in book.worksheets if sheet not in visible]
    for sheet in visible:
        hidden_rows = {row - 1 for row, dimension in sheet.row_dimensions.items() if dimension.hidden}
        hidden_columns = set(_hidden_columns(sheet))
        cells = list(_xlsx_cells(sheet, formulas[sheet.title] if formulas else None, path))
        unknown = sum(cell.text.startswith("=") for cell in cells)
        notices += _hidden_notice(sheet.title, cells, hidden_rows, hidden_columns)
        if unknown:
            notices.append(f"工作表“{sheet.title}”有{unknown}个公式没有保存计算结果")
        made += titled(sheet.title, len(visible) == 1, blocks(cells, hidden_rows, hidden_columns))
    return Document(tuple(made), notices=tuple(notices))


def _refuse_huge_merges(content: bytes, path: Path) -> None:
    """Given a sheet's XML, refuse merged cells of millions of places: openpyxl makes a cell for each."""
    places = 0
    for found in _MERGE.finditer(content):
        left, top, right, bottom = (part.decode() for part in found.groups())
        wide = column_index_from_string(right) - column_index_from_string(left) + 1
        places += wide * (int(bottom) - int(top) + 1)
    if places > _MOST_CELLS:
        raise ReportError(f"{path.name}: 合并单元格过大 (merged cells of {places} places)")


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            yield from range(dimension.min - 1, dimension.max)


def _hidden_notice(name: str, cells: list[SheetCell], rows: set[int], columns: set[int]) -> list[str]:
    lost = [cell for cell in cells if cell.text and (cell.row in rows or cell.column in columns)]
    return [f"工作表“{name}”有隐藏的行或列，其中{len(lost)}个单元格未读取"] if lost else []


def _xlsx_cells(sheet: Any, formulas: Any, path: Path) -> Iterator[SheetCell]:
    spans = {(r.min_row, r.min_col): (r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
    # The sheet's own dictionary: iter_rows would make every cell down to a stray format in row 1048576.
    stored = sheet._cells
    if len(stored) > _MOST_CELLS:
        raise ReportError(f"{path.name}: 工作表“{sheet.title}”单元格过多 ({len(stored)} cells)")
    for (row, column), cell in sorted(stored.items()):
        bottom, right = spans.get((row, column), (row, column))
        text = shown(cell.value, cell.number_format)
        if cell.value is None and formulas is not None and isinstance(formulas.cell(row, column).value, str):
            text = formulas.cell(row, column).value
        sides = cell.border
        ruled = any(
            side is not None and side.style for side in (sides.left, sides.right, sides.top, sides.bottom)
        )
        yield SheetCell(row - 1, column - 1, text, bottom - row + 1, right - column + 1, ruled)


def _xls(data: bytes, path: Path) -> Document:
    import xlrd

    if is_encrypted(data):
        raise ReportError(f"{path.name}: 有密码保护，请另存为无密码的文件 (protected by a password)")
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        return _xls_document(book)
    except ReportError:
        raise
    except Exception as error:  # xlrd raises many kinds on damaged files, some only once cells are read
        reason = (
            "有密码保护 (protected)" if "ncrypt" in str(error) else f"文件已损坏或不完整 (damaged: {error})"
        )
        raise ReportError(f"{path.name}: {reason}") from error


def _xls_document(book: Any) -> Document:
    made: list[Text | Grid] = []
    notices: list[str] = []
    visible = [sheet for sheet in book.sheets() if sheet.visibility == 0]
    notices += [f"未读取隐藏工作表“{sheet.name}”" for sheet in book.sheets() if sheet.visibility]
    for sheet in visible:
        hidden_rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
        hidden_columns = {column for column, info in sheet.colinfo_map.items() if info.hidden}
        cells = list(_xls_cells(book, sheet))
        notices += _hidden_notice(sheet.name, cells, hidden_rows, hidden_columns)
        made += titled(sheet.name, len(visible) == 1, blocks(cells, hidden_rows, hidden_columns))
    return Document(tuple(made), notices=tuple(notices))


def _xls_cells(book: Any, sheet: Any) -> Iterator[SheetCell]:
    import xlrd

    spans = {(top, left): (bottom, right) for top, bottom, left, right in sheet.merged_cells}
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            style = book.xf_list[cell.xf_index]
            value: object = cell.value
            if cell.ctype == xlrd.XL_CELL_DATE:
                value = xlrd.xldate_as_datetime(cell.value, book.datemode)
            elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                value = bool(cell.value)
            elif cell.ctype == xlrd.XL_CELL_ERROR:
                value = xlrd.error_text_from_code.get(cell.value, "#N/A")
            text = shown(value, book.format_map[style.format_key].format_str)
            bottom, right = spans.get((row, column), (row + 1, column + 1))
            edges = style.border
            ruled = any(
                (edges.left_line_style, edges.right_line_style, edges.top_line_style, edges.bottom_line_style)
            )
            yield SheetCell(row, column, text, bottom - row, right - column, ruled)
