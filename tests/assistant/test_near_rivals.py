"""Labels near each other: a thing and its kinds, and what is done with it; two years of it in two wordings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

EARLIER = (
    "全年各信息公开单位公布政府信息1830条。公开政府采购项目信息1204条。办理政府信息公开申请36件，均按期答复。"
)
LATER = "通过门户网站主动公开各类政府信息4575条。办理政府信息公开申请52件，均按期答复。"


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    pages = {f"y{year}": summary(year, said) for year, said in ((2020, EARLIER), (2023, LATER))}
    return asked(tmp_path_factory.mktemp("near"), embedder, **pages)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云泽县水务局2020年公开的政府信息有多少条？", "1830"),
        ("云泽县水务局2023年公开了多少条政府信息？", "4575"),
        ("云泽县水务局2023年办理政府信息公开申请多少件？", "52"),
        ("云泽县水务局2023年公开的政府信息比2020年多多少条？", "2745"),
    ],
)
def test_the_thing_asked_is_neither_a_kind_of_it_nor_what_is_done_with_it(
    bureau: Assistant, question: str, value: str
) -> None:
    answer = bureau.ask(question)
    assert (answer.status, answer.headline[0]) == ("answered", Decimal(value)), answer.text


def test_its_other_year_is_set_beside_it_in_other_words(bureau: Assistant) -> None:
    first = bureau.ask("云泽县水务局2020年公布了多少条政府信息？")
    answer = bureau.ask("和它2023年相比，公开的信息条数增加了多少？", conversation=first.conversation)
    assert answer.headline[0] == Decimal(2745), answer.text


def test_its_other_year_of_another_thing_is_not(bureau: Assistant) -> None:
    first = bureau.ask("云泽县水务局2020年公布了多少条政府信息？")
    answer = bureau.ask("和它2023年相比，巡查河道的次数增加了多少？", conversation=first.conversation)
    assert answer.status != "answered", answer.text
