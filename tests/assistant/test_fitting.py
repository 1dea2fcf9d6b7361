"""Which of several labels a question asks for: the order is what is relied on."""

from __future__ import annotations

import pytest

from assistant.tables.fitting import match

LABELS = [
    ("行政许可", "处理决定数量"),
    ("行政处罚", "处理决定数量"),
    ("规章", "本年制发件数"),
    ("规章", "现行有效件数"),
    ("三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", "自然人"),
]


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("行政许可处理决定数量", 0),
        ("行政处罚有多少件", 1),
        ("现行有效的规章有多少件", 3),
        ("本年制发了多少件规章", 2),
        ("因属于国家秘密而不予公开的自然人申请", 4),
    ],
)
def test_the_label_that_says_what_is_asked_comes_first(question: str, best: int) -> None:
    scores = match(question, LABELS)
    assert max(range(len(scores)), key=scores.__getitem__) == best
    assert all(0 <= score <= 1 for score in scores)


def test_labels_that_say_nothing_of_it_score_low() -> None:
    assert max(match("会议室的面积", [("行政许可", "处理决定数量"), ()])) < 0.5


def test_nothing_to_fit() -> None:
    assert match("行政许可有多少件", []) == []
    assert len(match("", LABELS)) == len(LABELS)
