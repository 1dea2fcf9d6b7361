"""What an answer says of figures that cannot all be right: a made-up form with one cell broken, asked about."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from index.store import Store
from tests.forms_factory import FormData, random_form

pytestmark = pytest.mark.model
ISSUER = "云梦泽市测试管理局"
FORM = random_form(Random(6), "2021", issuer=ISSUER, year=2022)
IN_FORCE = ("行政规范性文件",), ("现行有效件数",)
CARRIED_IN, CARRIED_OUT = "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"
TOTAL = ("申请人情况", "总计")


def value(form: FormData, row: tuple[str, ...], column: tuple[str, ...]) -> str:
    (found,) = [cell.value for cell in form.cells if (cell.row, cell.column) == (row, column)]
    return found


def written(form: FormData, old: str, new: str, *, prose: str = "") -> str:
    """The form as a page, its row of table cells `old` put as `new`, and a sentence of narrative."""
    page = form.as_html()
    assert page.count(old) == 1, page.count(old)
    return page.replace(old, new).replace("严格依法公开政府信息。", f"严格依法公开政府信息。{prose}")


def row_of(form: FormData, label: str) -> str:
    """A row of the page from its label on."""
    page = form.as_html()
    start = page.index(f"{label}</td>")
    return page[start : page.index("</tr>", start)]


def asked(tmp_path: Path, embedder: Embedder, suffix: str = ".html", **pages: str) -> Assistant:
    store = Store(tmp_path / "data", embedder=embedder)
    for name, page in pages.items():
        (tmp_path / f"{name}{suffix}").write_text(page, "utf-8")
    outcomes = store.ingestion.ingest([tmp_path / f"{name}{suffix}" for name in pages])
    assert [outcome.status for outcome in outcomes] == ["added"] * len(pages), outcomes
    return Assistant(store.searcher)


def with_last(row: str, text: str) -> str:
    """The row with another text in its last cell."""
    return f"{row.rpartition('<td>')[0]}<td>{text}</td>"


def test_a_figure_in_a_sum_that_fails_says_so_in_every_language(tmp_path: Path, embedder: Embedder) -> None:
    row = row_of(FORM, "1.属于国家秘密")
    assistant = asked(tmp_path, embedder, a=written(FORM, row, with_last(row, "9999")))
    answer = assistant.ask("2022年因属于国家秘密不予公开的有多少件？")
    assert str(answer.headline[0]) == "9999"
    assert any("各类申请人之和 = 总计（属于国家秘密）" in warning for warning in answer.warnings)
    assert all(warning in answer.text for warning in answer.warnings)
    assert "≠ 9999" in answer.text
    assert "勾稽關係" in assistant.ask("2022年因屬於國家秘密不予公開的有多少件？").text
    sound = assistant.ask("2022年行政许可处理决定数量是多少？")
    assert sound.status == "answered"
    assert sound.warnings == ()


def test_a_conflict_is_answered_with_the_table_first_and_both_cited(
    tmp_path: Path, embedder: Embedder
) -> None:
    table = int(value(FORM, *IN_FORCE))
    told = table + 31
    row = row_of(FORM, "行政规范性文件")
    prose = f"集中公开现行有效行政规范性文件{told}件。"
    assistant = asked(tmp_path, embedder, a=written(FORM, row, row, prose=prose))
    for question in ("2022年现行有效的行政规范性文件有多少件？", "集中公开现行有效行政规范性文件多少件？"):
        answer = assistant.ask(question)
        assert [int(figure.value or 0) for figure in answer.figures] == [table, told], answer.text
        cell, sentence = answer.citations
        assert cell.cell is not None
        assert sentence.quote == prose
        (warning,) = answer.warnings
        assert warning in answer.text
        assert f"正文为{told}件[2]" in warning
        assert f"为{table}件[1]" in warning
        assert "口径" in warning


def test_a_quotation_with_the_narratives_figure_shows_the_tables(tmp_path: Path, embedder: Embedder) -> None:
    table = int(value(FORM, *IN_FORCE))
    row = row_of(FORM, "行政规范性文件")
    prose = f"今年开展文件清理工作，集中公开现行有效行政规范性文件{table + 31}件。"
    assistant = asked(tmp_path, embedder, a=written(FORM, row, row, prose=prose))
    answer = assistant.ask("2022年文件清理工作开展得怎么样？")
    assert prose in answer.text
    assert f"为{table}件[2]" in answer.text
    assert answer.citations[1].cell is not None


def test_what_one_year_hands_over_is_held_against_the_next(tmp_path: Path, embedder: Embedder) -> None:
    before, after = (random_form(Random(n), "2021", issuer=ISSUER, year=2020 + n) for n in (1, 2))
    out, taken = value(before, (CARRIED_OUT,), TOTAL), value(after, (CARRIED_IN,), TOTAL)
    assert out != taken
    assistant = asked(tmp_path, embedder, a=before.as_html(), b=after.as_html())
    answer = assistant.ask("2022年上年结转政府信息公开申请数量总计多少件？")
    assert [str(figure.value) for figure in answer.figures] == [taken, out]
    (warning,) = answer.warnings
    assert f"{out}件[2]" in warning
    assert f"{taken}件[1]" in warning
    assert [citation.year for citation in answer.citations] == [2022, 2021]


def test_the_other_years_figure_does_not_widen_what_is_asked_next(tmp_path: Path, embedder: Embedder) -> None:
    before, after = (random_form(Random(n), "2021", issuer=ISSUER, year=2020 + n) for n in (1, 2))
    assistant = asked(tmp_path, embedder, a=before.as_html(), b=after.as_html())
    first = assistant.ask("上年结转政府信息公开申请数量总计多少件？")
    following = assistant.ask("行政许可呢？", conversation=first.conversation)
    assert [figure.year for figure in following.figures] == [2022]


def test_doubts_go_with_their_report(tmp_path: Path, embedder: Embedder) -> None:
    row = row_of(FORM, "1.属于国家秘密")
    page = tmp_path / "a.html"
    store = Store(tmp_path / "data", embedder=embedder)
    page.write_text(written(FORM, row, with_last(row, "9999")), "utf-8")
    (outcome,) = store.ingestion.ingest([page])
    assert outcome.report is not None
    assert len(store.searcher.doubts([outcome.report]).checks) == 2  # the row's sum and the column's
    page.write_text(FORM.as_html(), "utf-8")
    store.ingestion.ingest([page])
    assert not store.searcher.doubts([outcome.report])


def test_restored_digits_say_so(tmp_path: Path, embedder: Embedder) -> None:
    file = tmp_path / "a.txt"
    file.write_text(FORM.as_text("glued"), "utf-8")
    store = Store(tmp_path / "data", embedder=embedder)
    (outcome,) = store.ingestion.ingest([file])
    assert outcome.status == "added", outcome
    answer = Assistant(store.searcher).ask("2022年本年新收政府信息公开申请总计多少件？")
    assert answer.figures[0].trust == "decoded", answer
    (warning,) = answer.warnings
    assert "还原" in warning
    assert warning in answer.text
