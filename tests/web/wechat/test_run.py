"""Many messages, repeated, reordered, concurrent and forged, while our servers are killed and come back."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.web.wechat.run import Plan, Result, run

PLAN = Plan(
    messages=90,
    deliveries=300,
    users=30,
    rate=9,
    cut=4,
    within=2.5,
    slowest=6,
    slow=0.25,
    workers=32,
    kills=((3, (0,)), (8, (1,))),
)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return run(PLAN, tmp_path_factory.mktemp("wechat"))


def test_each_message_is_answered_once_and_none_is_lost(result: Result) -> None:
    assert result.answers() == {f"问题 {place}": 1 for place in range(PLAN.messages)}


def test_people_get_answers_to_their_own_messages_only(result: Result) -> None:
    for person, shown in result.report["seen"].items():
        texts = [text for _, text in shown if "答复：" in text]
        own = {int(text.split("问题 ")[1].split()[0]) % PLAN.users for text in texts}
        assert own == {int(person[1:6])}


def test_no_call_waits_longer_than_the_platform_does(result: Result) -> None:
    assert "timeout" not in result.report["calls"]
    assert result.report["slowest"] < PLAN.cut


def test_all_calls_for_a_message_get_the_same_reply(result: Result) -> None:
    assert {len(texts) for texts in result.report["replies"]} == {1}


def test_no_answer_is_computed_twice_except_where_a_kill_cut_it_short(result: Result) -> None:
    ended = Counter(line["question"] for line in result.asked if line["what"] == "end")
    twice = [question for question, count in ended.items() if count > 1]
    assert len(twice) <= len(PLAN.kills)  # a kill may come between an answer's end and its being stored
    assert ended.total() == len(ended) + len(twice)
    begun = Counter(line["question"] for line in result.asked if line["what"] == "begin")
    assert begun.total() - ended.total() < PLAN.messages / 3


def test_forged_and_outdated_calls_are_refused(result: Result) -> None:
    kinds = set(result.report["refused"]) - {"down"}
    assert kinds == {"signature 403", "old 403"}


def test_late_answers_were_sent_and_collected_too(result: Result) -> None:
    """The run is one in which answers came late in both ways."""
    ways = Counter(how for shown in result.report["seen"].values() for how, text in shown if "答复：" in text)
    assert ways["pushed"]
    assert ways["collected"]
    assert result.report["tokens"] >= 1


def test_no_openid_is_stored(result: Result) -> None:
    people = [person.encode() for person in result.report["seen"]]
    assert len(people) == PLAN.users
    assert not any(person in result.database for person in people)
