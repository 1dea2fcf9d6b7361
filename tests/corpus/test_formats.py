"""The national forms keep every value's full row and column path, from every format that agencies publish."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.parse import parse
from tests import form_writers
from tests.bench.formats import forms, missed, written


@pytest.mark.parametrize("format", ["html", "docx", "xlsx"])
def test_every_value_keeps_its_paths(format: str, tmp_path: Path) -> None:
    made = forms(4, seed=20)
    for form, (suffix, data) in zip(made, written(made, format), strict=True):
        path = tmp_path / f"report{suffix}"
        path.write_bytes(data)
        assert missed(parse(path), form) == []


@pytest.mark.parametrize("suffix", [".doc", ".rtf"])
def test_every_value_of_an_old_word_file_keeps_its_paths(suffix: str, tmp_path: Path) -> None:
    for form in forms(2, seed=40):
        data = form_writers.saved_by_office(form_writers.as_docx(form), suffix)
        if data is None:
            pytest.skip("no LibreOffice to write old Word files with")
        path = tmp_path / f"report{suffix}"
        path.write_bytes(data)
        report = parse(path)
        assert missed(report, form) == []
        assert (report.issuer, report.year, report.title) == (form.issuer, form.year, form.title)


PRINTS = {
    "plain": form_writers.STYLE,
    "small pages": form_writers.STYLE.replace("size: A4", "size: A5"),
    "no outer borders": form_writers.STYLE
    + "td:first-child { border-left: none } td:last-child { border-right: none }",
    "dotted rules": form_writers.STYLE.replace("0.75pt solid", "0.75pt dotted"),
    "shaded rows": form_writers.STYLE + "tr:nth-child(odd) td { background: #cde }",
}


@pytest.mark.browser
@pytest.mark.parametrize("style", PRINTS.values(), ids=list(PRINTS))
def test_every_value_of_a_printed_form_keeps_its_paths(style: str, tmp_path: Path) -> None:
    made = forms(2, seed=30)
    prints = form_writers.printed([form_writers.as_page(form, style) for form in made])
    if prints is None:
        pytest.skip("no Chromium to print with")
    for form, data in zip(made, prints, strict=True):
        path = tmp_path / "report.pdf"
        path.write_bytes(data)
        report = parse(path)
        assert missed(report, form) == []
        assert (report.issuer, report.year, report.title) == (form.issuer, form.year, form.title)
