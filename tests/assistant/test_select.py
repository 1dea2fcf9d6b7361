"""Which figure answers: the one whose labels say what is asked, all of it, and nothing that changes it."""

from __future__ import annotations

import pytest

from assistant.find.select import Selection, select
from assistant.match.asked import Asked
from corpus.report import Figure, Label
from index.search import Evidence
from tests.assistant.made import figure

APPLICANTS = ("申请人情况",)


def _prose(phrase: str, value: str, unit: str = "件", sentence: str = "", **more: int) -> Figure:
    made = figure(value, unit=unit, label=Label(phrase=phrase), **more)
    return Figure(
        made.label,
        made.value,
        made.raw,
        made.unit,
        made.year,
        made.citation,
        sentence=sentence or f"{phrase}{value}{unit}。",
    )


def _cell(
    row: tuple[str, ...], column: tuple[str, ...], value: str | None, indicator: str | None = None
) -> Figure:
    return figure(value, label=Label(row=row, column=column, indicator=indicator))


def _selected(measure: str, *figures: Figure, unit: str | None = None) -> Selection:
    return select(Asked.of(measure, measure), [Evidence(one, 0.85, 0.0) for one in figures], unit)


def _value(selection: Selection) -> str | None:
    if selection.chosen is None or selection.rivals:
        return None
    return str(selection.chosen.figures[-1].value)


def test_other_words_for_the_same_deed_are_understood() -> None:
    complaints = _prose("受理各类投诉举报", "396")
    for measure in ("受理投诉举报", "处理投诉举报", "接到投诉举报", "投诉举报"):
        assert _value(_selected(measure, complaints)) == "396", measure


def test_the_means_by_which_something_was_done_need_not_be_asked() -> None:
    explained = _prose("通过文字、图片等形式制作政策解读", "21", unit="篇")
    assert _value(_selected("政策解读", explained, unit="篇")) == "21"


def test_what_stands_between_the_words_of_a_name_may_make_it_another() -> None:
    total = ("总计",)
    received = _cell(("一、本年新收政府信息公开申请数量",), total, "218", "applications.received.total")
    repeated = _cell(("2.重复申请",), total, "1", "applications.repeated.total")
    assert _value(_selected("收到的重复申请", received, repeated)) == "1"
    assert _value(_selected("收到政府信息公开申请", received, repeated)) == "218"


def test_things_that_are_numbered_one_by_one_vouch_for_one_another() -> None:
    sentence = "开通3条地铁新线、新增运营里程30公里。"
    metro = _prose("新增运营里程", "30", unit="公里", sentence=sentence)
    assert _value(_selected("新增运营的地铁里程", metro, unit="公里")) == "30"


def test_one_of_two_things_joined_is_not_both() -> None:
    sentence = "办理市人大代表议案5项、建议877件。"
    motions = _prose("办理市人大代表议案", "5", sentence=sentence)
    assert _selected("办理的人大代表议案和建议", motions).chosen is None
    assert _value(_selected("办理的人大代表议案", motions)) == "5"


def test_what_something_rose_to_is_its_level_and_what_it_rose_from_is_not() -> None:
    before, after = _prose("绿色出行比例提升前", "75.6", "%"), _prose("绿色出行比例提升至", "76.5", "%")
    assert _value(_selected("绿色出行比例", before, after)) == "76.5"
    assert _selected("绿色出行比例", before).chosen is None


def test_a_part_is_no_rival_of_what_was_asked_for() -> None:
    whole, part = _prose("发布财政信息", "380", "条"), _prose("发布财政信息：专项资金", "152", "条")
    assert _value(_selected("财政信息", whole, part)) == "380"


def test_a_label_that_names_its_own_year_is_one_label_over_the_years() -> None:
    columns = [(f"{year}年机关运行经费预算数",) for year in (2023, 2024)]
    figures = [
        figure(value, year=int(column[0][:4]), unit="万元", label=Label(column=column))
        for value, column in zip(("786.09", "443.18"), columns, strict=True)
    ]
    selection = _selected("机关运行经费预算", *figures)
    assert selection.chosen is not None
    assert not selection.rivals
    assert [str(one.value) for one in selection.chosen.figures] == ["786.09", "443.18"]


@pytest.mark.parametrize(
    "measure",
    ["查处虚假宣传案件", "投诉举报办结率", "投诉举报挽回经济损失", "办结投诉举报", "受理信访", "培训人次"],
)
def test_a_near_miss_is_not_the_answer(measure: str) -> None:
    sentence = "做好信息公开，查处假冒伪劣、虚假宣传等行为案件，全年共受理各类投诉举报396件。"
    assert _selected(measure, _prose("受理各类投诉举报", "396", sentence=sentence)).chosen is None


def test_what_a_sentence_only_lists_is_not_what_it_counts() -> None:
    cases = _prose("查处案件", "72", sentence="查处假冒伪劣、虚假宣传、违法广告等案件72件。")
    assert _selected("查处虚假宣传案件", cases).chosen is None


def test_a_change_a_rate_the_rest_and_last_years_are_other_things() -> None:
    row = ("行政许可",)
    last = _cell(row, ("上一年项目数量",), "7479", "permits.permit.items")
    change = _cell(row, ("本年增/减",), "413", "permits.permit.change")
    now = _cell(row, ("处理决定数量",), "7892", "permits.permit.decisions")
    assert _value(_selected("行政许可", last, change, now)) == "7892"
    assert _value(_selected("行政许可上一年项目数量", last, change, now)) == "7479"
    assert _value(_selected("行政许可本年增减", last, change, now)) == "413"
    assert _selected("行政许可", last, change).chosen is None
    assert _selected("政府信息", _prose("公布政府信息：其他应主动公开政府信息", "856", "条")).chosen is None


def test_a_question_that_names_no_part_means_the_whole() -> None:
    row = ("一、本年新收政府信息公开申请数量",)
    person = _cell(row, (*APPLICANTS, "自然人"), "80", "applications.received.natural")
    company = _cell(row, (*APPLICANTS, "法人或其他组织", "商业企业"), "1", "applications.received.company")
    all_ = _cell(row, (*APPLICANTS, "总计"), "81", "applications.received.total")
    assert _value(_selected("新收政府信息公开申请", person, company, all_)) == "81"
    assert _value(_selected("自然人新收政府信息公开申请", person, company, all_)) == "80"
    assert _value(_selected("商业企业新收政府信息公开申请", person, company, all_)) == "1"


def test_a_narrower_row_is_not_the_one_asked_for() -> None:
    repeated = _cell(
        ("三、本年度办理结果", "（五）不予处理", "2.重复申请"),
        (*APPLICANTS, "总计"),
        "1",
        "applications.repeated.total",
    )
    assert _selected("申请", repeated).chosen is None
    assert _value(_selected("重复申请", repeated)) == "1"


def test_a_group_without_a_row_of_its_own_is_the_sum_of_its_rows() -> None:
    group = ("三、本年度办理结果", "（四）无法提供")
    ids = ("applications.not_held", "applications.to_be_made", "applications.unclear")
    labels = ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")
    rows = [
        _cell((*group, label), (*APPLICANTS, "总计"), value, f"{id}.total")
        for label, id, value in zip(labels, ids, ("31", "2", "5"), strict=True)
    ]
    chosen = _selected("无法提供", *rows).chosen
    assert chosen is not None
    assert chosen.summed
    assert [str(one.value) for one in chosen.figures] == ["31", "2", "5"]


def test_totals_of_sibling_groups_add_up_to_their_group() -> None:
    direct = _cell((), ("行政诉讼", "未经复议直接起诉", "总计"), "26", "review.direct_total")
    after = _cell((), ("行政诉讼", "复议后起诉", "总计"), "20", "review.after_total")
    chosen = _selected("行政诉讼", direct, after).chosen
    assert chosen is not None
    assert chosen.summed
    assert {str(one.value) for one in chosen.figures} == {"26", "20"}
    assert _value(_selected("复议后起诉的行政诉讼", direct, after)) == "20"


def test_two_that_answer_alike_are_not_guessed_between() -> None:
    quarterly, monthly = _prose("开展季度通报", "3", "次"), _prose("开展月通报", "7", "次")
    selection = _selected("通报", quarterly, monthly)
    assert selection.chosen is None or selection.rivals


def test_money_people_and_shares_do_not_answer_for_cases() -> None:
    fines = _cell(("行政处罚",), ("处理决定数量",), "23", "penalties.penalty.decisions")
    assert _selected("行政处罚", fines, unit="万元").chosen is None
    assert _selected("行政处罚", fines, unit="人").chosen is None
    assert _value(_selected("行政处罚", fines, unit="起")) == "23"


def test_nearly_right_is_named_but_not_given() -> None:
    selection = _selected(
        "行政处罚罚款", _cell(("行政处罚",), ("处理决定数量",), "23", "penalties.penalty.decisions")
    )
    assert selection.chosen is None
    assert [one.label.row for one in selection.near] == [("行政处罚",)]
