"""Questions typed wrongly: read again by the names held and the labels in scope, and only where that is clear."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.understand.misnamed import misnamed
from assistant.understand.parts import each_named
from assistant.understand.question import understand
from assistant.understand.question_words import misasked
from assistant.understand.typing_errors import Correction
from index.embedder import Embedder
from tests.assistant.held import Report
from tests.assistant.made import summary
from tests.assistant.spelling import respelt
from tests.assistant.test_caution import asked

LABELS = [
    "发放高龄津贴",
    "离婚登记",
    "全县有孤儿",
    "高新技术企业",
    "国内公务接待",
    "抗旱（2130315）",
    "水土保持（2130310）",
    "森林覆盖率",
    "罚没款",
    "火化率",
    "税收收入",
    "非税收入",
    "检出不合格",
    "事业人员",
    "民宿",
    "微型企业",
    "公开方式",
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("高零津贴", "高龄津贴"),
        ("离昏", "离婚"),
        ("抗早", "抗旱"),
        ("水土保待", "水土保持"),
        ("罚莫款", "罚没款"),
        ("火花率", "火化率"),
        ("高新技企业", "高新技术企业"),
        ("公务待接", "公务接待"),
        ("森林覆盖盖率", "森林覆盖率"),
        ("guer", "孤儿"),
        ("gxjsqy", "高新技术企业"),
    ],
)
def test_a_slip_is_put_right_by_the_labels(typed: str, meant: str) -> None:
    assert respelt(typed, LABELS) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "失业人员",  # a word of its own, though it sounds like 事业
        "民俗",
        "结婚登记",
        "检出合格",  # nothing is turned round
        "抗震",
        "税收入",  # of two words, nobody knows which
        "高新企业",  # well formed
        "第二类津贴",
        "留给小微企业",
        "公开方式是",  # 是 is a word, and not 式 typed twice
    ],
)
def test_what_is_well_formed_or_open_stays(typed: str) -> None:
    assert respelt(typed, LABELS) == typed


HELD = [
    Report("上海市普陀区人民政府万里街道办事处", 2024, "上海市普陀区"),
    Report("淮安市人民政府", 2024, "淮安市"),
    Report("陇西县民政局", 2024, "陇西县"),
]


@pytest.mark.parametrize(
    ("question", "typed", "meant"),
    [
        ("万里街到2024三公多少", "万里街到", "万里街道"),
        ("陇西县民证局2024离婚多少对", "陇西县民证局", "陇西县民政局"),
        ("huaian2024公报几期", "huaian", "淮安市人民政府"),
    ],
)
def test_a_held_name_is_known_though_mistyped(question: str, typed: str, meant: str) -> None:
    assert misnamed(question, HELD, ()) == (Correction(typed, meant),)


def test_another_place_of_a_like_name_is_no_slip() -> None:
    assert misnamed("怀安县2024公报几期", HELD, ()) == ()


@pytest.mark.parametrize("question", ["怀安2024年公报几期", "2024年怀安公报几期", "怀安政府2024年公报几期"])
def test_a_place_that_there_is_stands_for_itself_alone(question: str) -> None:
    assert understand(question, HELD, today=date(2026, 5, 1)).issuers == ()


@pytest.mark.parametrize("question", ["淮岸2024年公报几期", "2024年淮岸刊登公报几期", "2024淮岸的公报几期"])
def test_a_place_typed_by_sound_is_known_before_and_after_the_year(question: str) -> None:
    assert understand(question, HELD, today=date(2026, 5, 1)).issuers == ("淮安市人民政府",)


def test_a_word_after_the_year_that_sounds_like_a_place_is_a_word() -> None:
    held = [*HELD, Report("平潭县人民政府", 2024, "平潭县")]
    assert understand("2024年平摊费用多少", held, today=date(2026, 5, 1)).issuers == ()
    assert understand("2024年平谭公报几期", held, today=date(2026, 5, 1)).issuers == ("平潭县人民政府",)


def test_words_that_ask_are_put_right_by_the_units_in_scope() -> None:
    assert misasked("报了多少偏信息", {"篇", "件"}) == (Correction("多少偏", "多少篇"),)
    assert misasked("收入是都少", set()) == (Correction("都少", "多少"),)
    assert misasked("多少此类信息", {"次"}) == ()
    assert misasked("开支多少亿", {"台"}) == ()


def test_kinds_named_last_are_those_of_the_thing_before() -> None:
    assert each_named("编制几名行政，几名事业的") == "行政编制几名，事业编制几名"
    assert each_named("有几个项目是良") == "有几个良的项目"
    assert each_named("开会几次，接待几批") == "开会几次，接待几批"


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("检查企业多少家次", "检查企业"),
        ("报废车辆几辆", "报废车辆"),
        ("孤儿几个啊民政局那个总结", "孤儿"),
    ],
)
def test_speech_leaves_the_measure(question: str, measure: str) -> None:
    query = understand(f"陇西县民政局24年{question}", HELD, today=date(2026, 1, 1))
    assert (query.measure, query.years, query.issuers) == (measure, (2024,), ("陇西县民政局",))


SAID = "全年发放高龄津贴1064万元，办理结婚登记2318对、离婚登记684对。报送信息65篇。救助流浪人员320人次。"


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value", "read"),
    [
        ("云泽县水务局2023年高零津贴多少万", 1064, ""),
        ("云泽县水务局2023离昏多少对", 684, "“离昏”理解为“离婚”"),
        ("云泽县水务局2023报送信息多少偏", 65, ""),
        ("云泽县水力局2023年gljt多少", 1064, "“gljt”理解为“高龄津贴”"),
    ],
)
def test_what_is_typed_wrongly_is_answered_and_told(
    tmp_path: Path, embedder: Embedder, question: str, value: int, read: str
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, SAID)).ask(question)
    assert answer.headline[0] == Decimal(value)
    assert read in answer.assumed


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    [
        "云泽县水务局2023年复婚登记多少对",
        "云泽县水务局2023年高温津贴多少万",
        "云溪县水务局2023年高零津贴多少万",
    ],
)
def test_another_indicator_or_place_is_not_read_as_ours(
    tmp_path: Path, embedder: Embedder, question: str
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, SAID)).ask(question)
    assert answer.headline[0] is None


@pytest.mark.model
def test_a_fee_is_no_count_of_what_it_is_paid_for(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, "全年国内公务接待18批次、146人次。"))
    assert assistant.ask("云泽县水务局2023年公务接待费多少").headline[0] is None
    assert assistant.ask("云泽县水务局2023年公务接待几批").headline[0] == Decimal(18)


@pytest.mark.model
def test_the_end_of_a_year_is_not_its_beginning(tmp_path: Path, embedder: Embedder) -> None:
    said = "年初结转和结余136万元，年末结转和结余93万元。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    assert assistant.ask("云泽县水务局2023年到年底还有多少钱没用完？").headline[0] == Decimal(93)
