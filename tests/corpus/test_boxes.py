"""A cell's box is on the page as a viewer shows it, whatever the page's own place and size."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from corpus.parse import parse
from corpus.readers.pages.picture import MARGIN, WIDTH, picture
from corpus.report import Box, Cell, Table
from tests import form_writers
from tests.forms_factory import random_form

FORM = random_form(Random(4), "2021", most=9000, year=2022)
SHOWN: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "as printed": ((0, 0, 595, 842), (0, 0, 595, 842)),
    "a part": ((0, 0, 595, 842), (30, 40, 560, 800)),
    "elsewhere": ((-50, -60, 620, 880), (-50, -60, 620, 880)),
    "a part elsewhere": ((-50, -60, 620, 880), (10, 20, 590, 810)),
    "more than there is": ((0, 0, 595, 842), (-100, -100, 700, 900)),
}
"""The media box and the crop box, in points from the bottom left."""


@pytest.fixture(scope="module")
def printed() -> bytes:
    prints = form_writers.printed([form_writers.as_page(FORM)])
    if prints is None:
        pytest.skip("no Chromium to print with")
    return prints[0]


def changed(pdf: bytes, change: Callable[[Any], None], path: Path) -> Path:
    """A PDF with its pages changed, as a file."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            change(page)
        document.save(path)
    return path


def figures(path: Path) -> list[Cell]:
    report = parse(path, issuer="云溪县档案局", year=2022)
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    return [cell for table in tables for cell in table.cells if cell.role == "value"]


@pytest.mark.parametrize("name", SHOWN)
def test_a_box_holds_the_cells_digits(printed: bytes, name: str, tmp_path: Path) -> None:
    media, crop = SHOWN[name]

    def change(page: Any) -> None:
        page.set_mediabox(*media)
        page.set_cropbox(*crop)

    path = changed(printed, change, tmp_path / "form.pdf")
    left, top = max(media[0], crop[0]), min(media[3], crop[3])
    cells = figures(path)
    assert len(cells) == len(FORM.cells)
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage() for page in document]
        for cell in cells:
            box = cell.box
            assert box is not None
            edges = (left + box.left, top - box.bottom, left + box.right, top - box.top)
            inside = texts[box.page - 1].get_text_bounded(*edges)
            assert re.sub(r"\s", "", inside) == cell.text, (cell.row_path, cell.column_path)


def test_the_frame_is_drawn_around_the_box(printed: bytes, tmp_path: Path) -> None:
    path = changed(printed, lambda page: page.set_cropbox(30, 40, 560, 800), tmp_path / "form.pdf")
    cell = next(cell for cell in figures(path) if len(cell.text) >= 4)
    assert cell.box is not None
    scale = WIDTH / 530
    box = [edge * scale for edge in (cell.box.left, cell.box.top, cell.box.right, cell.box.bottom)]
    assert framed(picture(path, cell.box.page, cell.box)) == [
        pytest.approx(edge, abs=MARGIN + 2) for edge in box
    ]


def framed(image: bytes) -> list[int]:
    """Where the red frame in a picture begins and ends: left, top, right, bottom."""
    red, green, blue = np.moveaxis(np.asarray(Image.open(io.BytesIO(image)).convert("RGB")).astype(int), 2, 0)
    ys, xs = np.nonzero((red > 140) & (green < 90) & (blue < 90))
    return [int(xs.min()), int(ys.min()), int(xs.max()), int(ys.max())]


def test_a_page_that_says_it_is_turned_is_boxed_as_it_is_shown(printed: bytes, tmp_path: Path) -> None:
    upright = tmp_path / "upright.pdf"
    upright.write_bytes(printed)
    plain = figures(upright)
    cell = next(cell for cell in plain if len(cell.text) >= 4)
    assert cell.box is not None
    turned = changed(printed, lambda page: page.set_rotation(90), tmp_path / "turned.pdf")
    with pypdfium2.PdfDocument(printed) as document:
        high = document[0].get_height()
    place = Box(cell.box.page, high - cell.box.bottom, cell.box.left, high - cell.box.top, cell.box.right)
    found = [one.box for one in figures(turned) if one.box is not None and one.box.page == place.page]
    assert any(
        abs(one.left - place.left) + abs(one.top - place.top) + abs(one.right - place.right) < 3
        for one in found
    )
