"""Feeds damaged files to the readers: every one must be read or refused by ReportError, and none may hang.

    python tests/bench/fuzz.py [--seconds 60] [--formats docx xlsx ods csv pdf html txt png] [--seed 1]

Seeds are forms written by the tests; each input has bytes flipped, cut out, doubled or moved. Members of zip
packages are also damaged inside, where the checksum does not hide it.
"""

from __future__ import annotations

import argparse
import io
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus.readers import read
from corpus.report import ReportError
from tests import form_writers
from tests.bench.formats import forms
from tests.corpus.test_bad_files import FILES
from tests.corpus.test_spreadsheets import CONTENT

LONGEST = 30
"""Seconds after which an input counts as a hang."""


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


def damaged_inside(data: bytes, rng: Random) -> bytes:
    """Given a zip package, return it with one member damaged and all checksums right."""
    source = zipfile.ZipFile(io.BytesIO(data))
    chosen = rng.choice([name for name in source.namelist() if name.endswith(".xml")])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in source.namelist():
            member = source.read(name)
            package.writestr(name, damaged(member, rng) if name == chosen else member)
    return out.getvalue()


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
    failed = 0
    for format, files in seeds().items():
        if given.formats and format not in given.formats:
            continue
        inputs = accepted = 0
        slowest, end = 0.0, time.monotonic() + given.seconds
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"input.{format}")
            while time.monotonic() < end:
                data = rng.choice(files)
                inside = data.startswith(b"PK") and rng.random() < 0.8
                data = damaged_inside(data, rng) if inside else damaged(data, rng)
                path.write_bytes(data)
                inputs += 1
                began = time.monotonic()
                signal.alarm(LONGEST)
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
                    signal.alarm(0)
                slowest = max(slowest, time.monotonic() - began)
        print(
            f"{format:5} {inputs} inputs, {accepted} read, {inputs - accepted} refused, slowest {slowest:.1f} s"
        )
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
