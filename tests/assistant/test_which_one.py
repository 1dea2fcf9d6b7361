"""Which one of a kind: what names only its like, another place, or sums, is no answer."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from assistant.quote.focus import foci, names
from assistant.quote.wanted import asked_apart, wanted
from assistant.words.kinds import asked_for
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

REPORT = summary(
    2022,
    "推进水环境整治，水利设施滨水空间建成开放，云泽湿地公园建成开放。优化医疗布局，县中医院安澜院区建成投用。\n\n"
    "节水宣传经费预算执行数为12.5万元，比上年预算减少3万元，减少20%。主要原因是：节水宣传经费减少。\n\n"
    "存在的问题：一是管网老化有待改造；二是抢修力量不足。\n\n"
    "开展民意征集5期、网上调查6期，通过门户网站回应公众关切。",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("one"), embedder, ".txt", a=REPORT)


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    [
        "云泽县水务局2022年哪座水库建成？",
        "云泽县水务局2022年哪座医院建在安澜湾？",
        "云泽县水务局2022年的节水宣传经费用来整治哪些现象？",
        "云泽县水务局2022年新开了哪些微信公众号？",
    ],
)
def test_the_like_of_it_is_no_answer(question: str, assistant: Assistant) -> None:
    assert assistant.ask(question).status != "answered"


@pytest.mark.model
def test_how_many_problems_there_are_and_which_is_told_by_the_list(assistant: Assistant) -> None:
    text = assistant.ask("云泽县水务局2022年存在的问题有几个方面，分别是什么？").text
    assert "管网老化" in text
    assert "抢修力量不足" in text


def test_names_before_their_number_are_named() -> None:
    assert names("开设缴费服务、水质查询和报修3个菜单", "菜单") == 1.0
    assert names("开设3个菜单", "菜单") == 0.0


def test_a_compound_is_asked_for_whole() -> None:
    assert foci("新开了哪些微信公众号？") == ("公众号",)


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("去年攻坚突破了哪些难点问题？", []),
        ("还有哪些难点问题没解决？", ["problems"]),
        ("把节水科调整为什么科？", []),
        ("支出调整为什么会这么大？", ["why"]),
        ("公众号是哪个月开的？", ["when"]),
    ],
)
def test_the_kind_of_answer(question: str, kinds: list[str]) -> None:
    assert [kind.name for kind in asked_for(question)] == kinds


def test_what_cannot_be_is_not_to_come() -> None:
    assert not wanted("不会上网的老人能看到哪些材料？", "老人能看到材料").ahead
    assert wanted("明年会建哪些站？", "建站").ahead


def test_where_to_look_is_no_further_question() -> None:
    parts = asked_apart("公众号叫什么名字，哪个月开的？（看2022年年报）")
    assert parts == ("公众号叫什么名字", "哪个月开的？")
