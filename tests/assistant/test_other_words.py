"""Figures asked for in everyday words, and what only sounds like them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.understand.issuers import name
from assistant.words.thesaurus import in_words_of_reports
from index.embedder import Embedder
from tests.assistant.held import HELD, ISSUERS
from tests.assistant.made import summary, work_report
from tests.assistant.test_caution import asked

_SAID = (
    "更换窨井盖52座。回收过期药品3吨。护送返乡17人。发放高龄津贴84万元。优化公交线路6条。"
    "编印《云泽水务公报》4期。办理离婚登记210对。关停政务新媒体9个。"
)


def test_a_phrase_of_everyday_speech_is_one_word_with_what_reports_write() -> None:
    road = next(term for term in in_words_of_reports("马路上的下水道盖子") if term.others)
    assert "道路" in road.others
    lid = next(term for term in in_words_of_reports("下水道盖子换") if "窨井盖" in term.others)
    assert lid.word == "下水道盖子"
    (sent,) = (term for term in in_words_of_reports("送回 老家") if term.others)
    assert "护送返乡" in sent.others


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云泽县水务局2023年把下水道盖子换了几个？", 52),
        ("云泽县水务局2023年收走的放坏的药有多重？", 3),
        ("云泽县水务局2023年把多少人送回了老家？", 17),
        ("云泽县水务局2023年砍掉了多少个官方公众号？", 9),
    ],
)
def test_everyday_words_are_read_as_what_reports_write(
    tmp_path: Path, embedder: Embedder, question: str, value: int
) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, _SAID))
    assert assistant.ask(question).headline[0] == Decimal(value)


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    [
        "云泽县水务局2023年把马路上的坏路灯换了几个？",  # another thing
        "云泽县水务局2023年收走的假药有多重？",  # of another kind
        "云泽县水务局2023年从河里救出来多少人？",  # another occasion
        "云泽县水务局2023年新开了多少条公交线路？",  # another thing done
        "云泽县水务局2023年新开了多少个官方公众号？",  # the opposite
        "云泽县水务局2023年的公报一共印了多少册？",  # counted in something else
        "云泽县水务局2023年离婚以后又复婚的有几对？",
        "云泽县水务局2023年没换的下水道盖子有几个？",  # denied
    ],
)
def test_what_only_sounds_alike_is_no_answer(tmp_path: Path, embedder: Embedder, question: str) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, _SAID))
    assert assistant.ask(question).headline[0] is None


@pytest.mark.model
def test_of_a_plan_and_what_became_of_it_the_latter_answers(tmp_path: Path, embedder: Embedder) -> None:
    reports = {
        "a": work_report(2024, "新增学位900个。", "新建口袋公园30个。"),
        "b": work_report(2025, "新建口袋公园28个。", "新增学位1500个。"),
    }
    assistant = asked(tmp_path, embedder, ".txt", **reports)
    assert assistant.ask("云泽县2024年新修了多少个家门口的小公园？").headline[0] == Decimal(28)


def test_the_people_of_a_city_are_no_part_of_its_name() -> None:
    naming = name("凌源市民嫌太吵投诉的有多少件", HELD)
    assert naming.issuers == (ISSUERS["凌源"],)
    assert "市民" in naming.rest
