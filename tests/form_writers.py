"""Writes the forms of tests/forms_factory.py in the formats that agencies publish: DOCX, XLSX, PDF, scans.

Printing needs a Chromium on the machine, old formats a LibreOffice; `printed` and `saved_by_office` say None
where there is none.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import docx
import openpyxl
import pypdfium2
from openpyxl.styles import Border, Side
from PIL import Image, ImageDraw

from tests.form_grids import FormGrid, Placed
from tests.forms_factory import FormData

STYLE = """
@page { size: A4; margin: 2.2cm 2cm }
body { font-family: "Noto Serif CJK SC", serif; font-size: 14pt; line-height: 1.7; margin: 0 }
h1 { font-size: 20pt; text-align: center } p { text-indent: 2em; margin: 0 }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.35 }
td { border: 0.75pt solid black; padding: 2pt 4pt; text-align: center } tr { break-inside: avoid }
"""


def as_docx(form: FormData) -> bytes:
    """The report as a Word document, its cells merged as Word merges them."""
    document = docx.Document()
    document.add_paragraph(form.title)
    for text in (form.opening, "一、总体情况", "严格依法公开政府信息。"):
        document.add_paragraph(text)
    for grid in form.grids:
        document.add_paragraph(grid.heading)
        rows, columns = grid.size
        table = document.add_table(rows, columns)
        for cell in grid.cells:
            first = table.cell(cell.row, cell.column)
            last = table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)
            (first if first is last else first.merge(last)).text = cell.text
    for text in form.closing:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def saved_by_office(document: bytes, suffix: str) -> bytes | None:
    """Given a DOCX and a suffix (".doc", ".rtf"), return it as a real LibreOffice saves it, or None."""
    office = shutil.which("soffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.docx")
        source.write_bytes(document)
        command = [office, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", suffix[1:], "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return source.with_suffix(suffix).read_bytes()


def as_xlsx(form: FormData, *, borders: bool = True) -> bytes:
    """The report as a sheet: its tables under each other, figures as numbers, cells merged."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = form.title
    row = 3
    thin = Side(style="thin")
    for grid in form.grids:
        sheet.cell(row, 1, grid.heading)
        top = row + 1
        for cell in grid.cells:
            at = sheet.cell(
                top + cell.row, 1 + cell.column, int(cell.text) if cell.text.isdigit() else cell.text
            )
            if borders:
                at.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            if cell.rows * cell.columns > 1:
                sheet.merge_cells(
                    start_row=at.row,
                    start_column=at.column,
                    end_row=at.row + cell.rows - 1,
                    end_column=at.column + cell.columns - 1,
                )
        row = top + grid.size[0] + 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_page(form: FormData, style: str = STYLE) -> str:
    """The report as a web page to be printed."""
    out = [f"<html><meta charset=utf-8><style>{style}</style><h1>{escape(form.title)}</h1>"]
    out += [f"<p>{escape(text)}</p>" for text in (form.opening, "一、总体情况", "严格依法公开政府信息。")]
    for grid in form.grids:
        out += [f"<p>{escape(grid.heading)}</p><table>", *_rows(grid), "</table>"]
    return "\n".join([*out, *(f"<p>{escape(text)}</p>" for text in form.closing)])


def _rows(grid: FormGrid) -> Iterable[str]:
    for row in range(grid.size[0]):
        cells = sorted((cell for cell in grid.cells if cell.row == row), key=lambda cell: cell.column)
        yield f"<tr>{''.join(map(_td, cells))}</tr>"


def _td(cell: Placed) -> str:
    return f"<td rowspan={cell.rows} colspan={cell.columns}>{escape(cell.text)}</td>"


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def printed(pages: Sequence[str]) -> list[bytes] | None:
    """Web pages printed to PDF by a real browser, or None where there is none."""
    browser = chromium()
    if browser is None:
        return None
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            source, target = Path(folder, f"{number}.html"), Path(folder, f"{number}.pdf")
            source.write_text(page, encoding="utf-8")
            command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", source.as_uri()]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            made.append(target.read_bytes())
    return made


def scanned(pdf: bytes, *, dpi: int = 200, turned: float = 0.0) -> list[Image.Image]:
    """The pages of a PDF as a scanner would give them: grey pictures, turned by some degrees."""
    document = pypdfium2.PdfDocument(pdf)
    pictures = [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    document.close()
    if not turned:
        return pictures
    return [p.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=255) for p in pictures]


def picture_pdf(pictures: Sequence[Image.Image], *, dpi: int = 200) -> bytes:
    """A PDF that has only pictures on its pages."""
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=list(pictures[1:]), resolution=dpi)
    return out.getvalue()


def cat() -> bytes:
    """A picture without any text, as PNG."""
    picture = Image.new("RGB", (400, 300), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((120, 80, 280, 240), fill="orange")
    draw.polygon([(130, 120), (140, 40), (190, 90)], fill="orange")
    draw.polygon([(270, 120), (260, 40), (210, 90)], fill="orange")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
