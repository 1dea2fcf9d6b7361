"""What each place of a form is called and how it is found in a table with real spans, in any form."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from corpus.forms import templates
from corpus.indicators import gloss, indicators, lookup, of, of_cells
from corpus.national.identify import form_of, with_agreed_forms
from corpus.national.recover import recover
from corpus.report import Cell, Label, Table
from tests.form_tables import Version
from tests.forms_factory import FormData, random_form


def tables(form: FormData) -> list[Table]:
    """The form's tables as a reader of real spans gives them: without the name of the form."""
    found = recover(form.as_text("tabs"))
    assert found is not None
    return [replace(span.table, id=f"t{n}", form=None) for n, span in enumerate(found.tables, 1)]


@pytest.mark.parametrize("version", ["2019", "2021"])
def test_every_value_of_a_form_has_an_indicator_of_its_own(version: Version) -> None:
    form = random_form(Random(1), version)
    found = [of_cells(table) for table in tables(form)]
    assert sum(map(len, found)) == len(form.cells)
    assert len({indicator.id for cells in found for indicator in cells.values()}) == len(form.cells)


@pytest.mark.parametrize("version", ["2019", "2021"])
def test_a_table_with_real_spans_is_told_by_its_labels(version: Version) -> None:
    own = tables(random_form(Random(1), version, year=1999))
    named = with_agreed_forms(replace(table, form=form_of(table)) for table in own)
    assert {table.form.partition("/")[0] for table in named if table.form} == {f"national-{version}"}
    assert [table.form.partition("/")[2] for table in named if table.form][-2:] == ["applications", "review"]


def test_a_table_of_another_kind_is_no_form() -> None:
    cells = tuple(
        Cell(row, column, "1", row_path=(name,), column_path=(head,))
        for row, name in enumerate(("行政许可窗口", "其他"), 1)
        for column, head in enumerate(("总计", "人数"), 1)
    )
    assert form_of(Table("t1", cells)) is None


def test_one_indicator_stands_for_the_same_matter_in_both_forms() -> None:
    old = of(Label(caption="第二十条第（五）项", row=("行政许可",), column=("处理决定数量",)))
    new = of(Label(caption="第二十条第(五)项", row=("行政许可",), column=("本年处理决定数量",)))
    assert old is not None
    assert old is new
    assert old.forms == ("national-2019", "national-2021")


def test_what_only_one_form_has_says_so() -> None:
    before = of(Label(row=("行政许可",), column=("上一年项目数量",)))
    assert before is not None
    assert before.forms == ("national-2019",)


def test_columns_cut_to_the_same_words_are_told_by_their_order() -> None:
    (table, *_) = tables(random_form(Random(1), "2019"))
    cut = tuple(
        replace(cell, column_path=("本年新",)) if cell.column_path[:1] in (("本年新制作数量",), ("本年新公开数量",))
        else cell
        for cell in table.cells
    )  # fmt: skip
    found = of_cells(replace(table, cells=cut))
    assert [found[2, column].id for column in (1, 2, 3)] == [
        "rules.documents.made", "rules.documents.published", "rules.documents.public_total",
    ]  # fmt: skip
    assert of(Label(row=("规范性文件",), column=("本年新",))) is None


ASKED = {
    "2021年批了多少证": "permits.permit.decisions",
    "全年行政许可处理决定有多少件": "permits.permit.decisions",
    "罚了多少": "penalties.penalty.decisions",
    "采取了几次行政强制": "penalties.coercion.decisions",
    "一共收到多少件信息公开申请": "applications.received.total",
    "去年结转过来的申请有几件": "applications.carried_in.total",
    "结转下年度继续办理多少件": "applications.carried_out.total",
    "有多少申请不予公开": "applications.refused.total",
    "因涉及国家秘密没有公开的有几件": "applications.secret.total",
    "打官司多少起": "review.litigation",
    "有几件告政府的案子": "review.litigation",
    "复议后起诉的有多少": "review.after_total",
    "行政事业性收费多少万元": "fees.fee.amount",
    "How many administrative licences were issued?": "permits.permit.decisions",
    "How many applications were received in 2021?": "applications.received.total",
    "How many lawsuits were there?": "review.litigation",
    "applications carried over to the next year": "applications.carried_out.total",
}


@pytest.mark.parametrize("question", ASKED)
def test_everyday_words_find_the_indicator(question: str) -> None:
    assert lookup(question)[0].indicator.id == ASKED[question]


def test_words_that_name_nothing_of_the_form_find_nothing() -> None:
    assert lookup("查处了多少起虚假宣传案件") == ()
    assert lookup("今天天气怎么样") == ()


def test_a_question_without_a_kind_of_applicant_means_the_total() -> None:
    kinds = [i for i in indicators().values() if i.id.startswith("applications.received.")]
    assert [i.id for i in kinds if i.default] == ["applications.received.total"]


def test_a_group_without_figures_is_the_sum_of_its_parts() -> None:
    known = indicators()
    assert len(known["applications.refused.total"].parts) == 8
    assert known["review.litigation"].parts == ("review.direct_total", "review.after_total")
    assert len(known["applications.received.organisations"].parts) == 5
    assert all(part in known for indicator in known.values() for part in indicator.parts)


def test_every_label_of_the_forms_has_an_english_gloss() -> None:
    labels = {path[-1].label for t in templates() for path in (*t.row_nodes, *t.column_nodes)}
    assert [label for label in labels if gloss(label) is None] == []
    assert gloss("(三)不予公开") == gloss("（三）不予公开") == "refused"
    assert gloss("社会公益 组织") == "public-interest organisations"
    assert gloss("虚假宣传") is None
