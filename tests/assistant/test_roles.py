"""The part in a thing of which it is asked who has it: what does not say it tells of others."""

from __future__ import annotations

import pytest

from assistant.words.roles import role, says


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("云泽县龙舟赛的冠军是哪个队？", "冠军"),
        ("水文馆的设计单位是哪家？", "设计"),
        ("纪录片《汛期》的导演是谁？", "导演"),
        ("发布会的主持人是谁？", "主持"),
        ("河长制考核第一名是哪个县？", "第一名"),
        ("运动会的承办城市是哪里？", "承办"),
        ("防汛的负责人是谁？", ""),  # told without that word
        ("报警器是哪家公司做的？", ""),
        ("水务局的邮箱是什么？", ""),
        ("哪个队得了冠军？", ""),
    ],
)
def test_the_part_that_is_asked_for(question: str, part: str) -> None:
    assert role(question) == part


def test_a_text_says_a_part_in_its_own_words() -> None:
    assert says("承办", "运动会由云泽县举办。")
    assert says("设计", "水文馆由甲院设计。")
    assert not says("冠军", "龙舟赛吸引了三万名观众。")
