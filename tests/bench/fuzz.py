"""Feeds damaged files to the readers: every one must be read or refused by ReportError, and none may hang.

    python tests/bench/fuzz.py [--seconds 60] [--formats docx xlsx ods csv pdf html txt png] [--seed 1]

Seeds are forms written by the tests. Bytes are flipped, cut out, doubled or moved; four in five inputs are damaged
within what their format allows (characters of a text, elements of a package's XML, the drawing of a PDF), so that
the readers behind the parsers are reached. Time is the processor's, which the load of the machine does not change.
"""

from __future__ import annotations

import argparse
import io
import re
import signal
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from copy import deepcopy
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from lxml import etree

from corpus.readers import read
from corpus.report import ReportError
from tests import form_writers
from tests.bench.formats import forms
from tests.corpus.test_bad_files import FILES
from tests.corpus.test_spreadsheets import CONTENT

LONGEST = 30
"""Seconds of the processor's time after which an input counts as a hang; ten times that on the clock."""

ODD = (
    "",
    "-1",
    "0",
    "9" * 12,
    "1e9",
    "2147483648",
    "NaN",
    "<",
    "&nbsp;",
    "\t",
    "|",
    "、",
    "−５",
    "１２",
    "。" * 50,
    "総計",
)


def seeds() -> dict[str, list[bytes]]:
    """Given nothing, return files to damage, by format."""
    made = forms(2, seed=5)
    ods = io.BytesIO()
    with zipfile.ZipFile(ods, "w") as package:
        package.writestr("content.xml", CONTENT)
    prints = form_writers.printed([form_writers.as_page(made[0])]) or [(FILES / "protected.pdf").read_bytes()]
    return {
        "docx": [form_writers.as_docx(form) for form in made],
        "xlsx": [form_writers.as_xlsx(form) for form in made],
        "xls": [(FILES / "accounts.xls").read_bytes()],
        "ods": [ods.getvalue()],
        "csv": ["项目,数\n甲,1\n乙,2\n".encode(), "项目\t数\n甲\t1\n".encode("gb18030")],
        "pdf": prints,
        "html": [form.as_html().encode() for form in made],
        "txt": [form.as_text("tabs").encode() for form in made],
        "png": [form_writers.cat()],
    }


def damaged(data: bytes, rng: Random) -> bytes:
    """Given bytes, return them damaged in one to eight places."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at, length = rng.randrange(len(out) + 1), rng.choice((1, 1, 2, 8, 64, 400))
        kind = rng.randrange(5)
        if kind == 0:
            out[at : at + length] = rng.randbytes(length)
        elif kind == 1:
            del out[at : at + length]
        elif kind == 2:
            out[at:at] = out[at : at + length]
        elif kind == 3:
            other = rng.randrange(len(out) + 1)
            out[at : at + length] = out[other : other + length]
        else:
            out[at : at + 1] = rng.choice((b"0", b"9" * 12, b"-1", b"\xff", b"<", b'"', b"\0"))
        out = out or bytearray(b"\0")
    return bytes(out)


def damaged_package(data: bytes, rng: Random) -> bytes:
    """Given a zip package, return it with one member damaged and all checksums right."""
    source = zipfile.ZipFile(io.BytesIO(data))
    chosen = rng.choice([name for name in source.namelist() if name.endswith(".xml")])
    harm = rng.choice((damaged, damaged_xml, damaged_xml))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in source.namelist():
            member = source.read(name)
            package.writestr(name, harm(member, rng) if name == chosen else member)
    return out.getvalue()


def damaged_xml(data: bytes, rng: Random) -> bytes:
    """Given XML, return XML that is well-formed still: elements gone, doubled or moved, odd values."""
    root = etree.fromstring(data)
    for _ in range(rng.randint(1, 6)):
        elements = [element for element in root.iter(etree.Element) if element is not root]
        if not elements:
            break
        element, other = rng.choice(elements), rng.choice(elements)
        parent, kind = element.getparent(), rng.randrange(5)
        if kind == 0:
            parent.remove(element)
        elif kind == 1:
            parent.append(deepcopy(element))
        elif kind == 2 and other not in element.iter():
            other.append(element)
        elif kind == 3 and element.attrib:
            element.set(rng.choice(list(element.attrib)), rng.choice(ODD))
        else:
            element.text = rng.choice(ODD)
    return bytes(etree.tostring(root))


def damaged_text(data: bytes, rng: Random) -> bytes:
    """Given text in UTF-8 or GB18030, return text of the same encoding with pieces gone, doubled, moved or odd."""
    try:
        text, encoding = data.decode(), "utf-8"
    except UnicodeDecodeError:
        text, encoding = data.decode("gb18030"), "gb18030"
    for _ in range(rng.randint(1, 8)):
        at, length = rng.randrange(len(text) + 1), rng.choice((1, 1, 2, 8, 64, 400))
        other = rng.randrange(len(text) + 1)
        piece = rng.choice(("", text[at : at + length] * 2, text[other : other + length], rng.choice(ODD)))
        text = text[:at] + piece + text[at + length :]
    return text.encode(encoding)


def damaged_pdf(data: bytes, rng: Random) -> bytes:
    """Given a PDF, return it with what one of its compressed streams draws damaged."""
    streams = list(re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL))
    one = rng.choice(streams)
    try:
        drawn = zlib.decompress(one[1])
    except zlib.error:
        return damaged(data, rng)
    return data[: one.start(1)] + zlib.compress(damaged(drawn, rng)) + data[one.end(1) :]


def harmed(format: str, data: bytes, rng: Random) -> bytes:
    """Given a file of a format, return it damaged: one in five anywhere, the others so that a reader gets far."""
    if rng.random() < 0.2:
        return damaged(data, rng)
    if data.startswith(b"PK"):
        return damaged_package(data, rng)
    if format in ("html", "csv", "txt"):
        return damaged_text(data, rng)
    return damaged_pdf(data, rng) if format == "pdf" else damaged(data, rng)


class HangError(BaseException):
    """Not an Exception, which readers turn into refusals."""


def _hang(*_: object) -> None:
    raise HangError(f"longer than {LONGEST} seconds")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--formats", nargs="+", default=None)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    rng = Random(given.seed)
    signal.signal(signal.SIGALRM, _hang)
    signal.signal(signal.SIGPROF, _hang)
    failed = 0
    for format, files in seeds().items():
        if given.formats and format not in given.formats:
            continue
        inputs = accepted = 0
        slowest, end = 0.0, time.monotonic() + given.seconds
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"input.{format}")
            while time.monotonic() < end:
                data = harmed(format, rng.choice(files), rng)
                path.write_bytes(data)
                inputs += 1
                began = time.process_time()
                signal.setitimer(signal.ITIMER_PROF, LONGEST)
                signal.alarm(10 * LONGEST)
                try:
                    read(path)
                    accepted += 1
                except ReportError:
                    pass
                except BaseException:
                    failed += 1
                    kept = Path(tempfile.gettempdir(), f"fuzz-{format}-{inputs}")
                    kept.write_bytes(data)
                    print(f"{format} input {inputs} kept as {kept}:\n{traceback.format_exc(limit=-3)}")
                finally:
                    signal.setitimer(signal.ITIMER_PROF, 0)
                    signal.alarm(0)
                slowest = max(slowest, time.process_time() - began)
        print(
            f"{format:5} {inputs} inputs, {accepted} read, {inputs - accepted} refused, slowest {slowest:.1f} s"
        )
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
