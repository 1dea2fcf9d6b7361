"""Pictures of pages: tables by the lines in the picture, text by recognition, and no text where there is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus.parse import parse
from corpus.readers import read
from corpus.readers.ocr import levelled, widened
from corpus.readers.pages.picture import MARGIN, WIDTH, picture
from corpus.report import Grid, ReportError, Table, Text
from tests import form_writers
from tests.bench.formats import forms, missed
from tests.corpus.test_boxes import framed

pytest.importorskip("rapidocr", reason="the OCR extra is not installed")
FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/truetype/noto/NotoSansCJK-Regular.ttc",
)
ROWS = (
    ("信息内容", "本年制发件数", ""),
    ("", "规章", "规范性文件"),
    ("某某局", "12", "0"),
    ("某某所", "3,405", "96.5%"),
)


def _page(turned: float = 0.0) -> Image.Image:
    """A page at 200 dpi: a heading, and a table whose first label goes down and whose second goes across."""
    font = next((path for path in FONTS if Path(path).exists()), None)
    if font is None:
        pytest.skip("no Chinese font to draw with")
    picture = Image.new("L", (1654, 760), 255)
    draw = ImageDraw.Draw(picture)
    draw.text((520, 120), "二、主动公开政府信息情况", 0, ImageFont.truetype(font, 44))
    xs, ys = (200, 700, 1080, 1450), (240, 320, 400, 480, 560)
    for y in ys:
        draw.line((xs[0] if y != ys[1] else xs[1], y, xs[-1], y), 0, 2)
    for x in xs:
        draw.line((x, ys[0] if x != xs[2] else ys[1], x, ys[-1]), 0, 2)
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            draw.text((xs[column] + 24, ys[row] + 22), text, 0, ImageFont.truetype(font, 30))
    return picture.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=255)


@pytest.mark.parametrize("turned", [0.0, 1.4])
def test_a_table_in_a_picture_keeps_its_spans(turned: float, tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    _page(turned).save(path)
    heading, grid = read(path).blocks
    assert isinstance(heading, Text)
    assert heading.text == "二、主动公开政府信息情况"
    assert isinstance(grid, Grid)
    assert grid.trust == "ocr"
    assert [(c.row, c.column, c.rows, c.columns, c.text) for c in grid.cells] == [
        (0, 0, 2, 1, "信息内容"), (0, 1, 1, 2, "本年制发件数"), (1, 1, 1, 1, "规章"), (1, 2, 1, 1, "规范性文件"),
        (2, 0, 1, 1, "某某局"), (2, 1, 1, 1, "12"), (2, 2, 1, 1, "0"),
        (3, 0, 1, 1, "某某所"), (3, 1, 1, 1, "3,405"), (3, 2, 1, 1, "96.5%"),
    ]  # fmt: skip


def test_a_smeared_figure_is_marked_and_a_blank_cell_is_blank(tmp_path: Path) -> None:
    picture = _page()
    draw = ImageDraw.Draw(picture)
    draw.rectangle((1104, 410, 1400, 470), fill=255)
    for step in range(12):
        draw.line((720 + 9 * step, 420 + step * step % 40, 760 + 5 * step, 468 - step * 7 % 40), 0, 3)
    path = tmp_path / "scan.png"
    picture.save(path)
    grid = read(path).blocks[1]
    assert isinstance(grid, Grid)
    smeared, blank = (cell for cell in grid.cells if cell.row == 2 and cell.column > 0)
    assert smeared.unsure
    assert (blank.text, blank.unsure) == ("", False)


def test_a_scanned_pdf_is_read_like_its_picture(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(form_writers.picture_pdf([_page()]))
    _, grid = read(path).blocks
    assert isinstance(grid, Grid)
    assert (grid.page, grid.trust, len(grid.cells)) == (1, "ocr", 10)


def test_a_picture_of_a_cat_has_no_text(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(form_writers.cat())
    with pytest.raises(ReportError, match=r"cat\.png.*没有文字"):
        read(path)


def test_narrow_punctuation_beside_chinese_is_widened() -> None:
    assert widened("(单位:万元)约12,345.6(%)") == "（单位：万元）约12,345.6(%)"


@pytest.mark.parametrize("name", ["scan.png", "scan.pdf"])
def test_a_cells_box_is_its_place_on_the_page_set_level_and_is_framed_there(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    _page(2.0).save(path, resolution=200)
    cell = next(
        c for block in read(path).blocks if isinstance(block, Grid) for c in block.cells if c.row == 3
    )
    assert cell.box is not None
    level, points = levelled(path.read_bytes(), path, 1)
    box = [round(edge / points) for edge in (cell.box.left, cell.box.top, cell.box.right, cell.box.bottom)]
    assert box == [pytest.approx(edge, abs=6) for edge in (200, 480, 700, 560)]
    left, top, right, bottom = box
    ink, drawn = level[top:bottom, left:right].mean(2) < 128, np.asarray(_page().crop(tuple(box))) < 128
    assert (ink & drawn).sum() > 0.6 * drawn.sum()
    scale = WIDTH / level.shape[1]
    found = framed(picture(path, 1, cell.box, recognised=True))
    assert found == [pytest.approx(edge * scale, abs=MARGIN + 2) for edge in box]


@pytest.mark.browser
@pytest.mark.model
def test_a_scanned_form_keeps_its_paths(tmp_path: Path) -> None:
    (form,) = forms(1, seed=40)
    prints = form_writers.printed([form_writers.as_page(form)])
    if prints is None:
        pytest.skip("no Chromium to print with")
    path = tmp_path / "scan.pdf"
    path.write_bytes(form_writers.picture_pdf(form_writers.scanned(prints[0], turned=0.7)))
    report = parse(path)
    lost = missed(report, form)
    assert len(lost) <= 0.03 * len(form.cells)
    assert {
        c.trust
        for s in report.sections
        for b in s.blocks
        if isinstance(b, Table)
        for c in b.cells
        if c.role == "value"
    } <= {"ocr", "unreadable"}
