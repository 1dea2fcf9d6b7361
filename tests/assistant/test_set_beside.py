"""Short questions that set the answer before beside another thing, take a share of it, or ask how it was before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.reply import Answer
from index.embedder import Embedder
from tests.assistant.made import summary, work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

BUREAU = summary(
    2023,
    "全年发布水情信息240条，涉及汛情类信息90条、旱情类信息54条、水质类信息96条。\n\n"
    "全年办理取水许可486件，办理河道采砂许可27件，检查水库315座。报送简报80篇，被省水利厅采用12篇。\n\n"
    "争取专项资金6.3亿元，总投资额14亿元。村镇自来水普及率由91.4%提升至95.2%。",
)
COUNTY = work_report(
    2025,
    "改造老旧管网46公里。规模化养殖场增至310家。公交准点率达88%。",
    "开工改造老旧管网60公里。新增规模化养殖场25家。公交准点率提升至90%。",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("assistant"), embedder, ".txt", a=BUREAU, b=COUNTY)


def _after(assistant: Assistant, *questions: str) -> Answer:
    answer = assistant.ask(questions[0])
    for question in questions[1:]:
        answer = assistant.ask(question, conversation=answer.conversation)
    return answer


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("比河道采砂许可多多少件？", "459", "件"),
        ("跟河道采砂许可比呢", "459", "件"),
        ("是河道采砂许可的几倍", "18.00", "倍"),
        ("和河道采砂许可加起来是多少？", "513", "件"),
        ("加上河道采砂许可一共多少件", "513", "件"),
        ("比办理河道采砂许可的多百分之几", "1700.00", "%"),
    ],
)
def test_the_answer_is_set_beside_what_is_named(
    assistant: Assistant, question: str, value: str, unit: str
) -> None:
    answer = _after(assistant, "云泽县水务局2023年办理取水许可多少件？", question)
    assert answer.headline == (Decimal(value), unit)


@pytest.mark.parametrize("question", ["比检查水库多多少？", "跟排污许可加起来是多少？"])
def test_it_is_not_set_beside_what_is_counted_otherwise_or_not_told(
    assistant: Assistant, question: str
) -> None:
    assert _after(assistant, "云泽县水务局2023年办理取水许可多少件？", question).calculation is None


def test_a_whole_is_not_added_to_its_part(assistant: Assistant) -> None:
    answer = _after(assistant, "云泽县水务局2023年发布水情信息多少条？", "跟汛情类信息加起来呢")
    assert answer.calculation is None or answer.calculation.result != Decimal("330")


@pytest.mark.parametrize(
    ("first", "question", "value"),
    [
        ("云泽县水务局2023年发布水情信息多少条？", "旱情那一类占百分之几？", "22.50"),
        ("云泽县水务局2023年发布水情信息多少条？", "汛情类和旱情类合起来占多少？", "60.00"),
        ("云泽县水务局2023年报送简报多少篇？", "被采用的占比呢", "15.00"),
        ("云泽县水务局2023年争取专项资金多少？", "这占总投资额的比例是多少", "45.00"),
    ],
)
def test_a_share_is_of_the_answer_or_of_what_it_is_a_part_of(
    assistant: Assistant, first: str, question: str, value: str
) -> None:
    assert _after(assistant, first, question).headline == (Decimal(value), "%")


@pytest.mark.parametrize(
    ("first", "question"),
    [
        ("云泽县水务局2023年发布水情信息多少条？", "报送简报占百分之几？"),
        ("云泽县水务局2023年办理取水许可多少件？", "河道采砂许可占百分之几？"),
    ],
)
def test_no_share_is_taken_of_what_something_is_no_part_of(
    assistant: Assistant, first: str, question: str
) -> None:
    assert _after(assistant, first, question).calculation is None


def test_how_it_was_before_is_what_its_sentence_says_that_it_rose_from(assistant: Assistant) -> None:
    answer = _after(assistant, "云泽县水务局2023年村镇自来水普及率是多少？", "原来是多少？")
    assert [one.value for one in answer.figures] == [Decimal("91.4")]
    answer = _after(assistant, "云泽县水务局2023年村镇自来水普及率是多少？", "比之前提高了几个百分点？")
    assert answer.headline == (Decimal("3.8"), "个百分点")
    for question in ("原来是多少？", "之前呢"):
        answer = _after(assistant, "云泽县水务局2023年办理取水许可多少件？", question)
        assert answer.figures == ()


@pytest.mark.parametrize(
    ("questions", "value"),
    [
        (("云泽县2024年改造老旧管网多少公里？", "2025年开工改造的目标是多少公里？"), "60"),
        (("云泽县2024年规模化养殖场增至多少家？", "算上2025年准备新增的，一共会达到多少家？"), "335"),
        (("云泽县2024年公交准点率是多少？", "2025年要提到多少？"), "90"),
        (("云泽县2024年公交准点率是多少？", "2025年要提到多少？", "比2024年高多少？"), "2"),
        (("云泽县2024年改造老旧管网多少公里？", "2025年目标比这多多少？"), "14"),
    ],
)
def test_what_is_planned_is_of_the_same_thing(
    assistant: Assistant, questions: tuple[str, ...], value: str
) -> None:
    headline = _after(assistant, *questions).headline
    assert headline is not None
    assert headline[0] == Decimal(value)


def test_how_it_was_years_ago_is_asked_of_that_year(assistant: Assistant) -> None:
    answer = _after(assistant, "云泽县2024年规模化养殖场增至多少家？", "那五年前是多少家？")
    assert answer.figures == ()
