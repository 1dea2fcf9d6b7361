"""Bad files are refused by name with a reason, in bounded time and memory, and cost nobody else anything."""

from __future__ import annotations

import io
import os
import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest

from corpus.readers import pdf, read
from corpus.readers.office.package import OLE
from corpus.readers.worker import Worker, read_limited
from corpus.report import Document, ReportError, Text
from tests import form_writers

FILES = Path(__file__).parent / "files"
GOOD = "一、总体情况\n本年度共受理申请3件。\n"


def _docx(text: str = "正文") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


def _entities() -> bytes:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE d [<!ENTITY l0 "lol">{lol}]><d>&l9;</d>'.encode()


def _pdf(pages: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _busy_pdf(operators: int) -> bytes:
    """A page that draws as many lines: written out by hand, as no library wants to."""
    stream = b"0 0 m 9 9 l S\n" * operators
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "protected.pdf": (lambda: (FILES / "protected.pdf").read_bytes(), "密码"),
    "protected.docx": (lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "protected.xlsx": (lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "cut.docx": (lambda: _docx()[:-600], "不完整"),
    "cut.pdf": (lambda: b"%PDF-1.7\n1 0 obj<</Type/Cat", "没有文字|不完整|损坏"),
    "cut.xls": (lambda: OLE + b"\0" * 900, "损坏"),
    "cut.png": (lambda: form_writers.cat()[:200], "损坏"),
    "bomb.docx": (lambda: _zip({"word/document.xml": b" " * (400 * 2**20 // 8) * 8}), "zip bomb"),
    "bomb.xlsx": (lambda: _zip({"xl/workbook.xml": b" " * 2**26}), "zip bomb"),
    "entities.docx": (lambda: _zip({"word/document.xml": _entities()}), "文档类型"),
    "entities.xlsx": (lambda: _zip({"xl/workbook.xml": _entities()}), "文档类型"),
    "entities.ods": (lambda: _zip({"content.xml": _entities()}), "文档类型"),
    "program.pdf": (lambda: b"MZ\x90\0" + b"\0" * 500, "程序"),
    "empty.pdf": (lambda: b"", "空"),
    "pages.pdf": (lambda: _pdf(pdf.MOST_PAGES + 1), "页"),
    "blank.pdf": (lambda: _pdf(2), "没有文字"),
    "nothing.docx": (lambda: _docx(""), "没有文字"),
    "archive.xlsx": (lambda: _zip({"a.txt": b"hello"}), "不是电子表格"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_by_name_with_a_reason(name: str, tmp_path: Path) -> None:
    data, reason = BAD[name]
    path = tmp_path / name
    path.write_bytes(data())
    with pytest.raises(ReportError, match=reason) as caught:
        read(path)
    assert str(caught.value).startswith(name)


def test_a_file_of_five_hundred_pages_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(_pdf(500))
    with pytest.raises(ReportError, match="没有文字"):
        read(path)


def test_reading_apart_gives_what_reading_here_gives(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(_docx("本年度共受理申请3件。"))
    assert read_limited(path) == read(path) == Document((Text("本年度共受理申请3件。"),))


def test_what_exceeds_its_limits_is_lost_alone(tmp_path: Path) -> None:
    busy, good, bad = tmp_path / "busy.pdf", tmp_path / "good.txt", tmp_path / "cut.docx"
    busy.write_bytes(_busy_pdf(1_000_000))
    good.write_text(GOOD, encoding="utf-8")
    bad.write_bytes(_docx()[:-600])
    with Worker(seconds=3) as worker:
        before = worker.read(good)
        began = time.monotonic()
        with pytest.raises(ReportError, match=r"busy\.pdf.*(3秒|内存)"):
            worker.read(busy)
        assert time.monotonic() - began < 10
        with pytest.raises(ReportError, match=r"cut\.docx.*不完整"):
            worker.read(bad)
        assert worker.read(good) == before == read(good)


@pytest.mark.skipif(os.name != "posix", reason="memory is limited on POSIX systems only")
def test_memory_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "busy.pdf"
    path.write_bytes(_busy_pdf(300_000))
    with pytest.raises(ReportError, match=r"busy\.pdf.*(内存|损坏)"):
        read_limited(path, seconds=60, megabytes=160)


def test_without_libreoffice_a_doc_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "old.doc"
    path.write_bytes(OLE + b"\0" * 900)
    with pytest.raises(ReportError, match=r"old\.doc.*LibreOffice"):
        read(path)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a shell script")
def test_a_doc_is_read_as_the_docx_that_libreoffice_makes_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.docx").write_bytes(_docx("由旧格式转换"))
    office = tmp_path / "soffice"
    # As LibreOffice does: --outdir's value, and the source's name with the new suffix.
    office.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n'
        f'mkdir -p "$2" && cp {tmp_path}/made.docx "$2/$(basename "${{3%.*}}").docx"\n'
    )
    office.chmod(office.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    path = tmp_path / "old.doc"
    path.write_bytes(OLE + b"\0" * 900)
    assert read(path) == Document((Text("由旧格式转换"),))
