"""Questions in two, and sentences that go on about the same thing."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
REPORT = summary(
    2022,
    "节水宣传日活动3月22日上午在人民广场举行，现场设置展台，发放节水手册。\n\n"
    "2022年4月正式开通“云泽水务通”官方微信公众号，发布信息86条。同时开设缴费服务、水质查询和报修3个菜单，方便用户。\n\n"
    "针对突出问题，创新开展跟班式培训、实景式培训，提高抢修人员水平。\n\n"
    "攻坚突破二次供水管理等5个难点问题。",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("said"), embedder, ".txt", a=REPORT)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云泽县水务局2022年的节水宣传日活动是哪天办的，摊子摆在哪儿？", "人民广场"),
        ("云泽县水务局的官方微信公众号叫什么名字，哪个月开的？（看2022年总结）", "2022年4月"),
        ("云泽县水务局2022年微信公众号设了哪几个菜单？", "水质查询"),
        ("云泽县水务局2022年给抢修人员开展了什么培训？", "实景式培训"),
    ],
)
def test_what_one_text_says_of_all_that_is_asked_is_told(
    question: str, told: str, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert told in answer.text


def test_what_the_text_does_not_say_of_the_second_thing_is_not_taken_from_the_first(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("云泽县水务局2022年的节水宣传日活动是哪天办的，抢修队由谁负责？")
    assert answer.status != "answered"
