"""The catalogue: what goes in comes out the same, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import SQLAlchemyError

from corpus.report import Box, Cell, Figure, Label, Report
from index import codec, rows, shelving
from index.catalogue import Catalogue, NotHeld, sqlite
from index.lock import exclusive
from index.reading import Arrival
from index.scope import Scope
from tests.index import made


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """A PostgreSQL server of our own, where the programs for one are installed."""
    initdb, server = shutil.which("initdb"), shutil.which("postgres")
    if not initdb or not server:
        pytest.skip("PostgreSQL is not installed")
    pytest.importorskip("pg8000", reason="pg8000 is not installed")
    data = Path(tempfile.mkdtemp(prefix="nianbao-pg-"))
    user = None
    if os.geteuid() == 0:  # PostgreSQL does not run as root
        user = "nobody"
        shutil.chown(data, user)
    made = [initdb, "-D", str(data), "-U", "nianbao", "-A", "trust", "-E", "UTF8", "--no-locale"]
    subprocess.run(made, check=True, capture_output=True, user=user, cwd=data)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [server, "-D", str(data), "-p", str(port), "-k", str(data), "-h", "127.0.0.1"]
    process = subprocess.Popen(command, user=user, cwd=data, stderr=subprocess.DEVNULL)
    url = f"postgresql+pg8000://nianbao@127.0.0.1:{port}/postgres"
    try:
        _await(url)
        yield url
    finally:
        process.send_signal(signal.SIGINT)  # at once, without waiting for connections to close
        process.wait()
        shutil.rmtree(data, ignore_errors=True)


def _await(url: str) -> None:
    for _ in range(100):
        try:
            create_engine(url).connect().close()
            return
        except SQLAlchemyError:
            time.sleep(0.1)
    raise TimeoutError(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def catalogue(request: pytest.FixtureRequest, tmp_path: Path) -> Catalogue:
    if request.param == "sqlite":
        return Catalogue(sqlite(tmp_path / "catalogue.sqlite"))
    return Catalogue(request.getfixturevalue("postgres"))


def test_what_is_shelved_comes_out_the_same(catalogue: Catalogue, tmp_path: Path) -> None:
    prose = [("受理投诉举报", "396", "件")]
    reading = made.reading(tmp_path / "a.txt", "虚构县甲局", 2023, ["1204", "", "0.10"], prose)
    generation = catalogue.generation()
    with exclusive(catalogue.engine, tmp_path), catalogue.change() as session:
        shelving.shelve(session, Arrival(tmp_path / "a.txt", "d" * 64), reading)
    assert catalogue.generation() == generation + 1
    assert catalogue.report(reading.report.id) == reading.report
    scope = Scope(issuers=("虚构县甲局",), years=(2023,))
    keys = catalogue.texts("labels", scope)
    found = [figure for found in catalogue.figures(keys, scope).values() for figure in found]
    assert sorted(found, key=_place) == sorted(reading.figures, key=_place)
    passages = catalogue.passages(catalogue.texts("passages", scope), scope)
    assert [passage for found in passages.values() for passage in found] == list(reading.passages)
    with catalogue.change() as session:
        unused = shelving.drop_unused(session, shelving.take_out(session, reading.report.id))
    assert unused == {
        "labels": set(keys),
        "passages": {rows.passage_id(p) for p in reading.passages},
        "sentences": {rows.sentence_id(p.text) for p in reading.passages},
    }
    with pytest.raises(NotHeld):
        catalogue.report(reading.report.id)


def test_a_change_that_fails_leaves_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    reading = made.reading(tmp_path / "a.txt", "虚构县丁局", 2023, [1], [])
    generation = catalogue.generation()

    def change() -> None:
        with catalogue.change() as session:
            shelving.shelve(session, Arrival(tmp_path / "a.txt", "d" * 64), reading)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change()
    assert catalogue.generation() == generation
    assert catalogue.held() == ()
    assert catalogue.texts("labels") == {}


@pytest.mark.parametrize("written", ["7892", "-18", "9116.36", "0.10", "1E+3", "1234567890123456789.1234567"])
def test_decimals_stay_exact(written: str) -> None:
    label = Label(phrase="金额")
    figure = made.prose_figure(label, Decimal(written), written)
    back = codec.load(Figure, codec.dump(figure))
    assert back == figure
    assert str(back.value) == str(Decimal(written))


def test_a_report_keeps_its_types(tmp_path: Path) -> None:
    report = made.reading(tmp_path / "a", "虚构县甲局", 2023, [1, 2], [("培训", "3", "场")]).report
    back = codec.decode(Report, codec.encode(report))
    assert back == report
    assert [type(block).__name__ for block in back.sections[0].blocks] == ["Paragraph", "Table"]
    assert isinstance(back.sections[0].path, tuple)
    cell = Cell(1, 2, "3", box=Box(1, 0.5, 1, 2, 3), trust="ocr")
    assert codec.decode(Cell, codec.encode(cell)) == cell


def test_labels_share_an_id_by_their_words_alone() -> None:
    one = Label(section=("二、情况",), caption="第五项", row=("许可",), column=("数量",), indicator="a")
    assert rows.label_id(one) == rows.label_id(Label(caption="第五项", row=("许可",), column=("数量",)))
    others = (
        Label(caption="第五项", row=("许可", "数量")),
        Label(caption="第五项", column=("许可", "数量")),
        Label(row=("第五项", "许可"), column=("数量",)),
        Label(phrase="第五项许可数量"),
    )
    assert len({rows.label_id(label) for label in (one, *others)}) == 5


def _place(figure: Figure) -> tuple[object, ...]:
    return figure.citation.anchor, figure.raw
