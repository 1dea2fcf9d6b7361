"""A bureau called by characters of its name, wherever it stands in the question: one held, of the place named."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.understand.question import understand
from tests.assistant.held import Report

TODAY = date(2026, 11, 24)
PLACE, CULTURE, ROADS = "云麓实验区", "云麓实验区文化与林业体育局", "云麓实验区道路与港航建设局"
AREA, ORDER = "云麓实验区东湾片区管理局", "云麓实验区综合执法与应急管理局"
HELD = (
    Report(AREA, 2023, PLACE),
    Report(ORDER, 2023, PLACE),
    Report(PLACE, 2023, PLACE),
    Report(CULTURE, 2023, PLACE),
    Report(ROADS, 2023, PLACE),
    Report("青禾市人民政府", 2023, "青禾市"),
)


@pytest.mark.parametrize(
    ("question", "issuer"),
    [
        ("云麓文体局2023年办了多少场赛事", CULTURE),
        ("云麓区文化林业体育局2023年办了多少场赛事", CULTURE),
        ("云麓2023年办了多少场赛事？（文体局的数）", CULTURE),
        ("2023年云麓的码头修了几个，听道港局的人说的", ROADS),
        ("我家住海边，云麓那个码头按道建局的计划2023年修几个泊位", ROADS),
        ("道建局2023年修了几个码头", ROADS),
        ("云麓文化和林业体育局2023年办了多少场赛事", CULTURE),
        ("云麓文体局2023年的总结显示，实验区当年办了多少场赛事", CULTURE),
        ("云麓执法应急局2023年立案几起", ORDER),
        ("云麓2023年的渔港修了几个？文化与林业体育局总结里有这个数", CULTURE),
        ("东湾片区2023年有几个村评上实验区示范村", AREA),
        ("云麓实验区东湾片区2023年引进商铺几家", AREA),
        ("东湾那边2023年引进商铺几家", AREA),
        (
            "How many cases did Yunlu's Comprehensive Law Enforcement and Emergency Management Bureau open in 2023?",
            ORDER,
        ),
        ("How many shops did the Dongwan Area Administration (Yunlu) attract in 2023?", AREA),
        ("How many events did the Yunlu Forestry, Culture and Sports Bureau hold in 2023?", CULTURE),
    ],
)
def test_a_short_name_names_the_bureau(question: str, issuer: str) -> None:
    query = understand(question, HELD, today=TODAY)
    assert (query.issuers, query.ambiguous, query.unknown_issuer) == ((issuer,), (), None)


@pytest.mark.parametrize(
    "question",
    [
        "福州文体局2023年办了多少场赛事",
        "青禾市文体局2023年办了多少场赛事",
        "省文体局2023年办了多少场赛事",
        "云麓县文体局2023年办了多少场赛事",
        "青禾2023年办了多少场赛事，文体局的数",
        "How many events did the Fuzhou Forestry, Culture and Sports Bureau hold in 2023?",
    ],
)
def test_of_another_place_it_names_nobody_held(question: str) -> None:
    query = understand(question, HELD, today=TODAY)
    assert query.unknown_issuer
    assert CULTURE not in query.issuers


def test_what_lies_in_an_area_is_not_its_office() -> None:
    assert understand("云麓2023年东湾新城引进商铺几家", HELD, today=TODAY).issuers == (PLACE,)


def test_a_place_joined_with_its_bureau_is_meant_too() -> None:
    query = understand("云麓和文体局2023年收到的申请一共多少件", HELD, today=TODAY)
    assert query.issuers == (PLACE, CULTURE)
