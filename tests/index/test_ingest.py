"""Taking reports in: one report is one unit, the same file changes nothing, and bad files stay outside."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from corpus.report import ReportError
from index import ingest
from index.catalogue import NotHeld
from index.embedder import Embedder
from index.reading import Reading
from index.scope import Scope
from index.store import Store
from index.vectors import KINDS
from tests.index import made

pytestmark = pytest.mark.model

FIRST, SECOND = "虚构县甲局", "虚构县乙局"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path, embedder: Embedder) -> Store:
    return Store(tmp_path / "data", embedder=embedder, reader=made.read)


def statuses(outcomes: list[ingest.Outcome]) -> list[str]:
    return [outcome.status for outcome in outcomes]


def values(store: Store, indicator: str = "handled.1", scope: Scope | None = None) -> list[str]:
    found = store.searcher.by_indicator(indicator, scope or Scope())
    return [figure.raw for figure in found]


def assert_vectors_are_those_needed(store: Store) -> None:
    for kind in KINDS:
        assert store.vectors.ids(kind) == set(store.catalogue.texts(kind))


def test_a_report_comes_back_as_it_was_read(store: Store, folder: Path) -> None:
    prose = [("培训", "3", "场")]
    path = made.write(folder, "a.txt", issuer=FIRST, year=2023, values=[1, "", "2.50"], prose=prose)
    outcome = store.ingestion.ingest([path])[0]
    reading = made.read(path, None, None)
    assert (outcome.status, outcome.report) == ("added", reading.report.id)
    assert (outcome.figures, outcome.passages) == (4, 1)
    assert store.searcher.report(reading.report.id) == reading.report
    scope = Scope(report=reading.report.id)
    found = [figure for i in (1, 2, 3) for figure in store.searcher.by_indicator(f"handled.{i}", scope)]
    assert found == list(reading.figures[:3])
    assert [str(figure.value) for figure in found] == ["1", "None", "2.50"]


def test_the_same_files_again_change_nothing(store: Store, folder: Path) -> None:
    made.write(folder, "a.txt", issuer=FIRST, year=2023)
    made.write(folder, "b.txt", issuer=SECOND, year=2023)
    assert statuses(store.ingestion.ingest([folder])) == ["added", "added"]
    generation = store.catalogue.generation()
    assert statuses(store.ingestion.ingest([folder])) == ["unchanged", "unchanged"]
    assert store.catalogue.generation() == generation


def test_again_reads_a_held_file_anew(store: Store, folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    """After the reading of files has become better, the same file says more."""

    def read_less(path: Path, issuer: str | None, year: int | None) -> Reading:
        whole = made.read(path, issuer, year)
        return Reading(whole.report, whole.figures[:1], whole.passages)

    made.write(folder, "a.txt", issuer=FIRST, year=2023, values=[1, 2, 3])
    before = Store(tmp_path / "data", embedder=embedder, reader=read_less)
    before.ingestion.ingest([folder])
    assert values(store, "handled.3") == []
    assert statuses(store.ingestion.ingest([folder])) == ["unchanged"]
    assert statuses(store.ingestion.ingest([folder], again=True)) == ["replaced"]
    assert values(store, "handled.3") == ["3"]


def test_a_second_report_of_the_form_adds_no_labels(store: Store, folder: Path) -> None:
    store.ingestion.ingest([made.write(folder, "a.txt", issuer=FIRST, year=2023, values=[1, 2, 3])])
    labels = store.vectors.ids("labels")
    store.ingestion.ingest([made.write(folder, "b.txt", issuer=SECOND, year=2024, values=[7, 8, 9])])
    assert store.vectors.ids("labels") == labels
    assert len(labels) == 3
    assert values(store) == ["7", "1"]


def test_a_new_version_replaces_the_old_whole(store: Store, folder: Path) -> None:
    path = made.write(folder, "a.txt", issuer=FIRST, year=2023, values=[1, 2, 3], prose=[("旧事", "5", "件")])
    [outcome] = store.ingestion.ingest([path])
    held = Scope(report=outcome.report)
    assert [figure.raw for figure in store.searcher.all(held)] == ["1", "2", "3", "5"]
    made.write(folder, "a.txt", issuer=FIRST, year=2023, values=[4, 5])
    assert statuses(store.ingestion.ingest([path])) == ["replaced"]
    assert [figure.raw for figure in store.searcher.all(held)] == ["4", "5"]
    assert store.searcher.report(outcome.report) == made.read(path, None, None).report
    assert (values(store), values(store, "handled.3")) == (["4"], [])
    assert not store.searcher.passages("旧事", Scope())
    assert len(store.catalogue.held()) == 1
    assert_vectors_are_those_needed(store)


def test_a_corrected_issuer_replaces_the_earlier_record(store: Store, folder: Path) -> None:
    path = made.write(folder, "a.txt", issuer=FIRST, year=2023)
    store.ingestion.ingest([path])
    assert statuses(store.ingestion.ingest([path], issuer=SECOND, year=2022)) == ["added"]
    assert [(held.issuer, held.year) for held in store.catalogue.held()] == [(SECOND, 2022)]
    assert statuses(store.ingestion.ingest([path])) == ["unchanged"]  # the correction stays


def test_the_same_form_of_two_offices_is_two_reports(store: Store, folder: Path) -> None:
    """Two copies of one blank form have the same content, and yet neither takes the other's place."""
    first, second = made.write(folder, "a.txt", year=2023), made.write(folder, "b.txt", year=2023)
    store.ingestion.ingest([first], issuer=FIRST)
    store.ingestion.ingest([second], issuer=SECOND)
    assert {held.issuer for held in store.catalogue.held()} == {FIRST, SECOND}


def test_two_files_of_one_report_settle_at_once(store: Store, folder: Path) -> None:
    """The later one is held, and taking the folder in again does not swap them back and forth."""
    made.write(folder, "a.txt", issuer=FIRST, year=2023, values=[1])
    made.write(folder, "b.txt", issuer=FIRST, year=2023, values=[2])
    outcomes = store.ingestion.ingest([folder])
    assert statuses(outcomes) == ["added", "replaced"]
    assert "a.txt" in outcomes[1].message
    again = store.ingestion.ingest([folder])
    assert statuses(again) == ["unchanged", "unchanged"]
    assert "b.txt" in again[0].message
    assert values(store) == ["2"]
    assert statuses(store.ingestion.ingest([folder / "a.txt"])) == ["replaced"]  # asked for by itself
    assert values(store) == ["1"]


def test_a_bad_file_keeps_no_other_out(store: Store, folder: Path) -> None:
    made.write(folder, "a.txt", broken="4 cells where 5 are expected")
    made.write(folder, "b.txt", issuer=FIRST, year=2023)
    (folder / "c.txt").write_text("no JSON at all: an error that the reader does not know of")
    missing = folder / "none.txt"
    outcomes = store.ingestion.ingest([folder, missing])
    assert statuses(outcomes) == ["failed", "added", "failed", "failed"]
    assert "c.txt: cannot be read: JSONDecodeError" in outcomes[2].message
    assert outcomes[0].message == "a.txt: table t1, row 2: 4 cells where 5 are expected"
    assert "none.txt" in outcomes[3].message
    assert len(store.catalogue.held()) == 1


def test_a_report_without_issuer_waits_for_a_person(store: Store, folder: Path) -> None:
    path = made.write(folder, "a.txt", year=2023)
    outcome = store.ingestion.ingest([path])[0]
    assert (outcome.status, outcome.report) == ("needs_attention", None)
    assert "issuer" in outcome.message
    assert [(Path(item.path).name, item.reason) for item in store.catalogue.attention()] == [
        ("a.txt", outcome.message)
    ]
    assert (store.catalogue.held(), values(store)) == ((), [])
    assert statuses(store.ingestion.ingest([path], issuer=FIRST)) == ["added"]
    assert store.catalogue.attention() == ()


def test_a_sidecar_changed_beside_the_file_is_noticed(store: Store, folder: Path) -> None:
    path = made.write(folder, "a.txt", issuer=FIRST, year=2023)
    store.ingestion.ingest([path])
    made.write(folder, "a.meta.json", url="https://example.invalid/a")
    assert statuses(store.ingestion.ingest([folder])) == ["replaced"]
    assert statuses(store.ingestion.ingest([folder])) == ["unchanged"]


def test_folders_are_walked_in_order_without_hidden_files(store: Store, folder: Path) -> None:
    (folder / "z").mkdir()
    (folder / ".git").mkdir()
    for name, year in (("z/a.txt", 2020), ("b.txt", 2021), (".git/c.txt", 2022), (".d.txt", 2023)):
        made.write(folder, name, issuer=FIRST, year=year)
    (folder / "notes.unknown").write_text("not a report")
    outcomes = store.ingestion.ingest([folder])
    assert [str(outcome.path.relative_to(folder)) for outcome in outcomes] == ["b.txt", "z/a.txt"]


def test_a_report_withdrawn_leaves_nothing(store: Store, folder: Path) -> None:
    path = made.write(folder, "a.txt", issuer=FIRST, year=2023, prose=[("培训", "3", "场")])
    other = made.write(folder, "b.txt", issuer=SECOND, year=2023)
    first, second = store.ingestion.ingest([path, other])
    assert first.report
    store.ingestion.withdraw(first.report)
    assert [held.id for held in store.catalogue.held()] == [second.report]
    assert len(store.vectors.ids("labels")) == 3  # the other report still has the table's
    assert_vectors_are_those_needed(store)
    with pytest.raises(NotHeld, match=first.report):
        store.ingestion.withdraw(first.report)


def test_a_failure_inside_stores_nothing_and_is_swept_up(
    tmp_path: Path, folder: Path, embedder: Embedder
) -> None:
    """The catalogue refuses the second half of a report: the first half must not be there."""

    def read(path: Path, issuer: str | None, year: int | None) -> Reading:
        whole = made.read(path, issuer, year)
        return Reading(whole.report, whole.figures, (*whole.passages, None))  # type: ignore[arg-type]

    store = Store(tmp_path / "data", embedder=embedder, reader=made.read)
    store.ingestion.ingest([made.write(folder, "a.txt", issuer=FIRST, year=2023)])
    before = store.catalogue.generation()
    broken = Store(tmp_path / "data", embedder=embedder, reader=read)
    path = made.write(folder, "b.txt", issuer=SECOND, year=2023, prose=[("宣传", "4", "次")])
    with pytest.raises(AttributeError):
        broken.ingestion.ingest([path])
    assert store.catalogue.generation() == before
    assert [held.issuer for held in store.catalogue.held()] == [FIRST]
    store.ingestion.refresh()
    assert_vectors_are_those_needed(store)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from index import shelving
    from index.store import Store
    from tests.index import made

    data, models, path = map(Path, sys.argv[1:])
    shelve = shelving.shelve
    def killed(*arguments):
        shelve(*arguments)
        os.kill(os.getpid(), signal.SIGKILL)
    shelving.shelve = killed
    Store(data, models=models, reader=made.read).ingestion.ingest([path])
"""


def test_a_process_killed_half_way_leaves_the_index_as_it_was(
    store: Store, folder: Path, tmp_path: Path, models: Path
) -> None:
    store.ingestion.ingest([made.write(folder, "a.txt", issuer=FIRST, year=2023)])
    path = made.write(folder, "b.txt", issuer=SECOND, year=2023, prose=[("开展宣传活动", "4", "次")])
    ended = run_python(KILLED, tmp_path / "data", models, path)
    assert ended.returncode == -signal.SIGKILL
    assert [held.issuer for held in store.catalogue.held()] == [FIRST]
    assert store.catalogue.state().unswept
    found = store.searcher.figures("开展宣传活动", Scope())
    assert {evidence.item.citation.issuer for evidence in found} == {FIRST}
    assert statuses(store.ingestion.ingest([path])) == ["added"]
    assert_vectors_are_those_needed(store)
    assert store.searcher.figures("开展宣传活动", Scope())[0].item.citation.issuer == SECOND


INGESTS = """
    import sys
    from pathlib import Path
    from index.store import Store
    from tests.index import made

    data, models, *paths = map(Path, sys.argv[1:])
    outcomes = Store(data, models=models, reader=made.read).ingestion.ingest(paths)
    assert all(outcome.status == "added" for outcome in outcomes), outcomes
"""


def test_a_running_server_notices_what_another_process_ingests(
    store: Store, folder: Path, tmp_path: Path, models: Path
) -> None:
    store.ingestion.ingest([made.write(folder, "a.txt", issuer=FIRST, year=2023)])
    vector = store.embedder.passages(["新建公园"])[0]
    assert store.vectors.nearest("labels", vector, 1)[0][1] < 0.99  # and the vector store is open here now
    path = made.write(folder, "b.txt", issuer=SECOND, year=2023, prose=[("新建公园", "4", "座")])
    assert run_python(INGESTS, tmp_path / "data", models, path).returncode == 0
    store.vectors.follow(store.catalogue.generation())
    assert store.vectors.nearest("labels", vector, 1)[0][1] > 0.99
    started = time.monotonic()
    found = store.searcher.figures("新建公园", Scope())
    assert time.monotonic() - started < 2
    assert (found[0].item.citation.issuer, found[0].item.citation.quote) == (SECOND, "全年新建公园4座。")


def test_two_processes_at_once_lose_nothing(store: Store, folder: Path, tmp_path: Path, models: Path) -> None:
    def written(place: str) -> list[Path]:
        files = []
        for i in range(4):
            prose = [(f"{place}区办件", str(i), "件")]
            files.append(
                made.write(folder, f"{place}{i}.txt", issuer=f"虚构{place}{i}局", year=2023, prose=prose)
            )
        return files

    processes = [start_python(INGESTS, tmp_path / "data", models, *written(place)) for place in ("东", "西")]
    asked = 0
    while any(process.poll() is None for process in processes):
        store.searcher.figures("办件", Scope())  # a server that answers meanwhile
        asked += 1
        time.sleep(0.05)
    assert [process.wait() for process in processes] == [0, 0]
    assert asked
    assert len(store.catalogue.held()) == 8
    assert_vectors_are_those_needed(store)
    assert len(store.searcher.figures("办件", Scope(issuers=("虚构东3局",)))) == 4
    for kind in KINDS:
        ids = sorted(store.vectors.ids(kind))
        assert len(store.vectors.get(kind, ids)) == len(ids)


def test_another_embedding_model_is_noticed_and_embeds_again(
    store: Store, folder: Path, tmp_path: Path, models: Path
) -> None:
    store.ingestion.ingest([made.write(folder, "a.txt", issuer=FIRST, year=2023)])
    other = Store(tmp_path / "data", model=str(models / "multilingual-e5-small"), reader=made.read)
    with pytest.raises(ReportError, match="embedding model"):
        other.searcher.figures("行政许可", Scope())
    assert statuses(other.ingestion.ingest([folder])) == ["unchanged"]
    assert other.searcher.figures("行政许可", Scope())[0].item.citation.row == ("行政许可",)


def test_a_lost_vector_directory_is_made_again(
    store: Store, folder: Path, tmp_path: Path, embedder: Embedder
) -> None:
    store.ingestion.ingest([made.write(folder, "a.txt", issuer=FIRST, year=2023)])
    shutil.rmtree(tmp_path / "data" / "vectors")
    other = Store(tmp_path / "data", embedder=embedder, reader=made.read)
    other.vectors.reopen()
    assert other.searcher.figures("行政许可", Scope())[0].item.citation.row == ("行政许可",)
    assert statuses(other.ingestion.ingest([folder])) == ["unchanged"]
    assert_vectors_are_those_needed(other)


def start_python(program: str, *arguments: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)]
    return subprocess.Popen(command, env=os.environ | {"OMP_NUM_THREADS": "1"}, cwd=Path(__file__).parents[2])


def run_python(program: str, *arguments: Path) -> subprocess.Popen[bytes]:
    process = start_python(program, *arguments)
    process.wait(timeout=120)
    return process
