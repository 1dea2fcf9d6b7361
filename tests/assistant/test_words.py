"""What people say for the words of the reports, and what of a question says nothing of them."""

from __future__ import annotations

import pytest

from assistant.understand.breakdown import in_words_of_forms
from assistant.understand.framing import to_the_point, with_pauses, without_courtesies
from assistant.words.terms import Term, said, terms
from tests.assistant.spelling import respelt


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("行政规范性文件现在还管用", "行政规范性文件现行有效"),
        ("废掉的行政规范性文件", "废止的行政规范性文件"),
        ("转到下一年接着办的申请", "结转下年度继续办理申请"),
        ("从上一年转过来的", "上年结转"),
        ("拒绝公开的申请", "不予公开申请"),
        ("律师事务所提的", "法律服务机构提的"),
        ("复议之后再起诉", "复议后起诉"),
        ("中小企业申请贷款", "中小企业申请贷款"),  # no applicant: another thing
        ("有效期", "有效期"),
        ("数字经济增长", "数字经济增长"),  # a part of the economy is not the whole
    ],
)
def test_rows_of_the_forms_are_known_by_what_people_say(spoken: str, meant: str) -> None:
    assert in_words_of_forms(spoken) == meant


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("我在写报道，青禾2024年新收申请多少件", "青禾2024年新收申请多少件"),
        ("老师让我们查：青禾2024年有几件行政处罚", "青禾2024年有几件行政处罚"),
        ("青禾2024年新闻报道多少篇，专题报道多少篇", "青禾2024年新闻报道多少篇，专题报道多少篇"),
        ("谢谢", "谢谢"),
    ],
)
def test_talk_about_the_asking_is_left_out(question: str, left: str) -> None:
    assert to_the_point(question) == left


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("您好，请问一下，办公室在哪里？谢谢", "办公室在哪里"),
        ("麻烦帮我查一下电话是多少，急用", "电话是多少"),
        ("想咨询公司注销多少户", "想咨询公司注销多少户"),  # may be the name of a thing
        ("您好", "您好"),
    ],
)
def test_greeting_and_thanks_are_left_out(typed: str, left: str) -> None:
    assert without_courtesies(typed) == left


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("青禾今年受理的投诉 其中电话投诉占几成", "青禾今年受理的投诉，其中电话投诉占几成"),
        ("青禾 24 水费", "青禾 24 水费"),
        ("青禾县品质攻坚 加上新增的专项几项", "青禾县品质攻坚 加上新增的专项几项"),
    ],
)
def test_a_space_between_two_clauses_is_a_comma(typed: str, read: str) -> None:
    assert with_pauses(typed) == read


def test_a_word_typed_by_sound_is_put_right_by_the_labels_in_scope() -> None:
    labels = ["整改失效链接", "发出催办提示"]
    assert respelt("失效连接整改", labels) == "失效链接整改"
    assert respelt("催办提是发", labels) == "催办提示发"
    assert respelt("失效合同整改", labels) == "失效合同整改"
    assert respelt("失效连接整改", [*labels, "连接线路"]) == "失效连接整改"  # a label has it as typed


def test_terms_of_budgets_are_kept_whole() -> None:
    assert [term.word for term in terms("项目支出预算")] == ["项目支出", "预算"]


def test_a_verb_is_near_to_one_that_shares_a_character_and_to_no_other() -> None:
    moved_in = Term("进驻", 1.0, acts=True)
    assert 0 < said(moved_in, "入驻中介机构") < 1
    assert said(moved_in, "注销中介机构") == 0
    assert said(Term("驻地", 1.0), "入驻中介机构") == 0  # a noun is another thing
