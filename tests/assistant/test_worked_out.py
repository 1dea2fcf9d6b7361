"""What is worked out within one report, asked for in other words than the usual ones, of made-up reports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from assistant.answer import Assistant
from assistant.understand.comparing import which_more
from assistant.understand.in_brackets import each_added, spelt_out
from assistant.understand.shares import share_of
from assistant.understand.taken_away import taken_away
from assistant.understand.worked_out import in_usual_words
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked
from tests.forms_factory import random_form

FORM = random_form(Random(1345), "2021", issuer="青禾县人民政府", year=2023)
COUNTY = "青禾县2023年"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("接待的游客，摊到每个月是多少人？", "接待的游客，平均每月是多少人？"),
        ("巡渠经费匀下来一个季度多少元？", "巡渠经费平均每季度多少元？"),
        ("水质投诉和水压投诉合到一块儿几件？", "水质投诉和水压投诉合起来几件？"),
        ("行政强制是行政许可的百分之几？", "行政强制占行政许可的百分之几？"),
        ("为民办实事类占百分之几？", "为民办实事类占百分之几？"),
        ("把两年的投诉放到一起比", "把两年的投诉放到一起比"),
        ("申请人是不是百分之几？", "申请人是不是百分之几？"),
        ("2024年投诉相比2019年多了多少件？", "2024年投诉比2019年多了多少件？"),
        ("水费较2022年高出多少万？", "水费比2022年高出多少万？"),
        ("与2019年相比多了多少件？", "与2019年相比多了多少件？"),
        ("每月受理多少件投诉？", "平均每月受理多少件投诉？"),
        ("补贴每月提高到多少元？", "补贴每月提高到多少元？"),
        ("新收的申请比其中的自然人申请多多少件？", "新收的申请，扣除自然人申请还有多少件？"),
        ("上报项目的均值是多少？", "上报项目的均值是多少？"),
    ],
)
def test_it_is_read_in_the_usual_words(question: str, plain: str) -> None:
    assert in_usual_words(question) == plain


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("规章是废的多还是新发的多？两者相差几件", "规章里，废的和新发的相差几件"),
        ("是许可多还是处罚多，差多少件？", "许可和处罚相差多少件？"),
        ("许可多还是处罚多？差多少件？", "许可和处罚相差多少件？"),
    ],
)
def test_one_or_the_other_and_by_how_much(question: str, plain: str) -> None:
    assert which_more(question) == (plain, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("能拿到材料的（予以公开加部分公开）", ("予以公开、部分公开", True)),
        ("自然人的申请（予以公开加部分公开）", ("自然人的申请（予以公开加部分公开）", False)),
        ("增加值（现价）", ("增加值（现价）", False)),
        ("予以公开加部分公开", ("予以公开、部分公开", True)),
    ],
)
def test_what_brackets_add_up(words: str, said: tuple[str, bool]) -> None:
    assert spelt_out(words) == said


def test_each_that_brackets_add_is_of_what_stands_before_them() -> None:
    assert each_added("维持的诉讼（先复议的加直接起诉的）") == ("维持的诉讼先复议的", "维持的诉讼直接起诉的")
    assert each_added("行政许可加行政强制") == ("行政许可", "行政强制")
    assert each_added("加装电梯") == ()


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("不予公开的申请里头，以执法案卷为由的占几成", "执法案卷", "不予公开的申请"),
        ("最后以无法提供收场的占到全部办结量的百分之多少", "无法提供", "办结量"),
        ("报送的信息，没被网站采用的占百分之几", "没被网站采用", "报送的信息"),
    ],
)
def test_a_share_by_its_ground_or_outcome(text: str, part: str, whole: str) -> None:
    assert share_of(text) == ((part,), whole, False)


@pytest.mark.parametrize(
    "text",
    [
        "行政复议已经有结果的案子一共几件（没审结的不算）",
        "行政复议案子有几件，没审结的不算",
        "行政复议案子，把没审结的刨掉，有结果的是几件",
    ],
)
def test_what_is_not_counted_is_taken_away(text: str) -> None:
    found = taken_away(text)
    assert found is not None
    assert (found.whole.removesuffix("案子"), found.parts) == ("行政复议", ("没审结",))


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("county"), embedder, a=FORM.as_html())


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value"),
    [
        # all of the row is of one applicant, whose share in it is 100 %
        ("不予公开的申请里头，以“行政执法案卷”为由的占百分之几？", "10.36"),
        ("不予公开里面，属于行政查询事项的占几成？", "7.51"),
        ("行政复议已经有结果的案子一共几件（没审结的不算）？", "101"),
        ("扣掉行政查询事项，不予公开的还有几件？", "357"),
        ("行政复议是维持的多还是纠正的多？相差几件？", "7"),
        ("行政复议维持的比纠正的少几件？", "-7"),
        ("行政复议的案子，摊到每个月多少件？", "9.08"),
    ],
)
def test_worked_out_of_the_form(county: Assistant, question: str, value: str) -> None:
    assert county.ask(COUNTY + question).headline[0] == Decimal(value)


SENT = "报送水情信息120篇，被云泽县门户网站采用45篇。公开取水许可证32件。未整改水窖9座，整改水窖40座。"


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("往外报送的水情信息，有多少篇没能登上门户网站？", "75"),
        ("没被采用的水情信息有几篇？", None),
        ("报送的水情信息里，没被门户网站采用的占百分之几？", None),
        ("报送水情信息，被采用的和没采用的哪个多？相差几篇？", None),
        ("没有公开的取水许可证几件？", None),
        ("公开的取水许可证几件？", "32"),
        ("未整改的水窖有几座？", "9"),
    ],
)
def test_what_was_not_done_is_not_told_by_what_was(
    tmp_path: Path, embedder: Embedder, question: str, value: str | None
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, SENT)).ask(f"云泽县水务局2023年{question}")
    assert answer.headline[0] == (Decimal(value) if value else None), answer.text
