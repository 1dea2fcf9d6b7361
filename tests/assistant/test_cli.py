"""The command line as a script uses it: exit codes, JSON, and messages that name the file and the place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from index.store import Store
from tests.conftest import SAMPLE

REPORT = (
    "海阳市林业局{year}年政府信息公开工作年度报告\n\n一、总体情况\n{year}年，我局受理投诉举报{count}件。\n"
)


def _run(*words: str | Path, data: Path | None = None) -> subprocess.CompletedProcess[str]:
    extra = ["--data", str(data)] if data else []
    return subprocess.run(
        [sys.executable, "-m", "assistant.cli", *map(str, words), *extra],
        capture_output=True,
        text=True,
        check=False,
    )


def test_figures_of_the_sample_have_their_paths() -> None:
    done = _run("figures", SAMPLE, "--json")
    figures: list[dict[str, Any]] = json.loads(done.stdout)["figures"]
    (complaints,) = [figure for figure in figures if figure["value"] == "396"]
    assert (complaints["label"], complaints["unit"], complaints["row"]) == ("受理各类投诉举报", "件", None)
    (secret,) = [
        figure
        for figure in figures
        if figure["row"] == ["三、本年度办理结果", "(三)不予公开", "1.属于国家秘密"]
        and figure["column"] == ["申请人情况", "法人或其他组织", "商业企业"]
    ]
    assert (secret["value"], secret["year"]) == ("0", 2019)


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("noise.txt", bytes(range(256)) * 8), ("program.docx", b"\x7fELF" + bytes(500))],
)
def test_a_file_that_is_no_report_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    done = _run("figures", file)
    assert done.returncode == 1
    assert name in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture(scope="module")
def data(models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory whose model is unpacked already."""
    directory = tmp_path_factory.mktemp("cli")
    (directory / "models").symlink_to(models)
    return directory


@pytest.mark.model
def test_bad_files_do_not_keep_good_ones_out(tmp_path: Path, data: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "gb.txt").write_bytes(REPORT.format(year=2021, count=37).encode("gb18030"))
    (tmp_path / "whose.txt").write_text("一、总体情况\n受理投诉举报12件。\n", "utf-8")
    ragged = (
        REPORT.format(year=2022, count=12)
        + "二、设备情况\n设备 | 数量 | 金额 |\n车 | 3 | 45 |\n机 | 5 | 8 | 9 | 11 |\n"
    )
    (tmp_path / "ragged.txt").write_text(ragged, "utf-8")
    done = _run("ingest", tmp_path, data=data)
    assert done.returncode == 1
    assert "empty.txt" in done.stderr
    assert "whose.txt" in done.stderr
    assert "ragged.txt: 表1 第3行" in done.stderr
    held = json.loads(_run("reports", "--json", data=data).stdout)
    assert [one["year"] for one in held["held"]] == [2021, 2022]
    assert [Path(one["path"]).name for one in held["attention"]] == ["whose.txt"]


@pytest.mark.model
def test_an_answer_as_json_and_the_same_file_again(tmp_path: Path, data: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(REPORT.format(year=2017, count=37), "utf-8")
    assert _run("ingest", file, data=data).returncode == 0
    assert _run("ingest", file, data=data).stdout.startswith("=")
    answer = json.loads(_run("ask", "海阳市林业局2017年受理多少件投诉举报？", "--json", data=data).stdout)
    assert answer["status"] == "answered"
    assert (answer["figures"][0]["value"], answer["figures"][0]["unit"]) == ("37", "件")
    assert answer["citations"][0]["quote"] == "2017年，我局受理投诉举报37件。"


@pytest.mark.model
def test_who_and_when_may_be_given_by_hand(tmp_path: Path, data: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("一、总体情况\n全年受理投诉举报19件。\n", "utf-8")
    assert _run("ingest", file, data=data).returncode == 1
    assert _run("ingest", file, "--issuer", "山南县水利局", "--year", "2016", data=data).returncode == 0
    answer = json.loads(_run("ask", "山南县水利局2016年受理投诉举报多少件", "--json", data=data).stdout)
    assert answer["figures"][0]["value"] == "19"


@pytest.mark.model
@pytest.mark.parametrize("question", ["", "？！……", "问" * 10_000])
def test_what_is_no_question_gets_a_polite_reply(question: str, data: Path) -> None:
    done = _run("ask", question, "--json", data=data)
    assert done.returncode in (0, 1)
    answer = json.loads(done.stdout)
    assert answer["status"] == "out_of_scope"
    assert "请" in answer["text"] or "没有看到" in answer["text"]


@pytest.mark.model
def test_the_score_of_a_file_of_questions(tmp_path: Path, sample_store: Store, models: Path) -> None:
    questions = tmp_path / "q.jsonl"
    lines = [
        {"id": "s1", "question": "2019年共受理了多少件投诉举报？", "expect": {"value": 396, "unit": "件"}},
        {"id": "n1", "question": "2020年处理了多少投诉？", "expect": {"status": "not_found"}},
    ]
    questions.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    directory = sample_store.data
    if not (directory / "models").exists():
        (directory / "models").symlink_to(models)
    score = json.loads(_run("eval", questions, "--json", data=directory).stdout)
    assert (score["questions"], score["right"], score["refused"], score["wrong"]) == (2, 1, 1, 0)
    assert {
        "latency_ms",
        "by_kind",
        "items",
        "citation_exact",
        "abstained",
        "answered_unanswerable",
    } <= score.keys()
