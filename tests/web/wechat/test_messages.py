"""Messages and events of a 公众号, in its three modes, over the sample report."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.answer import Assistant
from assistant.conversations import StoredConversations
from assistant.reply import Answer
from index.catalogue import open_engine, sqlite
from index.store import Store
from tests.web.wechat.letters import Letter, content, letter, read, signed, xml
from tests.web.wechat.made import (
    COMPATIBLE,
    ENCRYPTED,
    MODES,
    OPENID,
    PLAIN,
    Slow,
    event,
    post,
    quick,
    serving,
    text,
)
from web.wechat import wording
from web.wechat.account import Account
from web.wechat.ledger import ALIVE, Ledger

QUESTION = "2019年共受理了多少件投诉举报？"


@pytest.fixture(scope="module")
def client(sample_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The accounts over the real assistant."""
    with serving(sample_store, Assistant(sample_store.searcher), tmp_path_factory.mktemp("real")) as made:
        yield made


def shown(client: TestClient, account: Account, message: str) -> str:
    """What the person sees of our reply to a message."""
    answer = post(client, account, message)
    assert answer.status_code == 200
    return content(account, answer.text)


# --- the platform's own call -----------------------------------------------------------------------


def asked(client: TestClient, *, token: str = PLAIN.token, at: float | None = None) -> tuple[int, str]:
    timestamp = str(int(at or time.time()))
    query = {
        "signature": signed(token, timestamp, "77"),
        "timestamp": timestamp,
        "nonce": "77",
        "echostr": "5 <&",
    }
    answer = client.get("/wechat/plain", params=query)
    return answer.status_code, answer.text


def test_the_servers_verification_is_answered_with_its_echo(client: TestClient) -> None:
    assert asked(client) == (200, "5 <&")


def test_a_verification_by_another_or_of_another_time_is_refused(client: TestClient) -> None:
    assert asked(client, token="another") == (403, "")
    assert asked(client, at=time.time() - 3600) == (403, "")
    assert client.get("/wechat/plain").status_code == 403
    assert client.get("/wechat/unknown").status_code == 404
    assert client.get("/wecom/plain").status_code == 404


# --- questions -------------------------------------------------------------------------------------


@pytest.mark.parametrize("account", MODES, ids=lambda account: account.mode)
def test_a_question_is_answered_with_figure_scope_source_and_link(
    client: TestClient, account: Account
) -> None:
    lines = shown(client, account, text(QUESTION, number=10)).splitlines()
    assert lines[0] == "396件"
    assert "凌源市市场监督管理局" in lines[1]
    assert "2019年" in lines[1]
    assert lines[2].startswith("来源：《凌源市市场监督管理局2019年政府信息公开工作年度报告》")
    assert lines[3].startswith("查看原文：https://portal.example.cn/reports/")


def test_the_link_opens_the_cited_spot(client: TestClient) -> None:
    link = shown(client, PLAIN, text(QUESTION, number=11)).split("https://portal.example.cn")[1].split()[0]
    page = client.get(link)
    assert page.status_code == 200
    assert "396" in page.text.split("<mark")[1].split("</mark>")[0]


def test_a_reply_goes_from_the_account_to_the_person_who_asked(client: TestClient) -> None:
    reply = read(ENCRYPTED, post(client, ENCRYPTED, text(QUESTION, number=12)).text)
    assert (reply.source, reply.target, reply.type) == ("gh_1", OPENID, "text")
    assert abs(reply.time - time.time()) < 60


def test_a_follow_up_is_understood(client: TestClient) -> None:
    shown(client, PLAIN, text("2019年行政许可有多少件？", number=20, sender="follower"))
    assert (
        shown(client, PLAIN, text("那行政处罚呢？", number=21, sender="follower")).splitlines()[0] == "23件"
    )


def test_a_follow_up_is_understood_after_a_restart(sample_store: Store, tmp_path: Path) -> None:
    def said(question: str, number: int) -> str:
        assistant = Assistant(sample_store.searcher, StoredConversations(sample_store.conversations))
        with serving(sample_store, assistant, tmp_path) as client:
            return shown(client, PLAIN, text(question, number=number, sender="follower"))

    said("2019年行政许可有多少件？", 1)
    assert said("那行政处罚呢？", 2).splitlines()[0] == "23件"


def test_spoken_questions_are_answered_by_their_recognised_text(client: TestClient) -> None:
    fields = {
        "ToUserName": "gh_1",
        "FromUserName": OPENID,
        "CreateTime": 1,
        "MsgType": "voice",
        "MediaId": "m",
    }
    assert shown(client, PLAIN, xml(**fields, Recognition=QUESTION, MsgId=30)).startswith("396件")
    assert shown(client, PLAIN, xml(**fields, Recognition="", MsgId=31)) == wording.UNHEARD


def test_messages_of_spaces_only_get_a_hint(client: TestClient) -> None:
    for number, blank in enumerate((" ", "　　", "\t\n ", "\u200b")):
        assert "问题" in shown(client, PLAIN, text(blank, number=40 + number))


def test_emoji_and_rare_characters_pass_in_and_out(sample_store: Store, tmp_path: Path) -> None:
    asked = "😀👨‍👩‍👧 𠮷野家 ]]> <b>&amp; 问"
    with serving(sample_store, quick(), tmp_path) as client:
        for account in MODES:
            message = text("PLACE", number=1).replace("PLACE", asked.replace("]]>", "]]]]><![CDATA[>"))
            assert shown(client, account, message) == f"答复：{asked}"


def test_characters_that_xml_lacks_are_left_out(sample_store: Store, tmp_path: Path) -> None:
    answerer = quick(lambda _: Answer("answered", "一\x00二\ud83d三\x0b四\uffff", "zh-Hans"))
    with serving(sample_store, answerer, tmp_path) as client:
        assert [shown(client, account, text("问")) for account in MODES] == ["一二三四"] * 3


# --- other messages and events ---------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["image", "location", "link", "video", "shortvideo"])
def test_other_messages_get_a_polite_hint(client: TestClient, kind: str) -> None:
    fields = {"ToUserName": "gh_1", "FromUserName": OPENID, "CreateTime": 1, "MsgType": kind, "MsgId": 50}
    assert shown(client, PLAIN, xml(**fields, Title="t", Url="u", MediaId="m", Label="l")) == wording.WRITE


@pytest.mark.parametrize(
    "message", [event("subscribe"), event("subscribe", EventKey="qrscene_7"), event("SCAN")]
)
def test_whoever_comes_is_welcomed_with_questions_that_are_answered(client: TestClient, message: str) -> None:
    welcome = shown(client, PLAIN, message)
    assert welcome.startswith(wording.WELCOME)
    example = welcome.split("· ")[1].split("\n")[0]
    assert "来源：" in shown(client, PLAIN, text(example, number=60))


def test_a_menus_key_asks_its_question(sample_store: Store, tmp_path: Path) -> None:
    with serving(sample_store, quick(), tmp_path) as client:
        assert shown(client, PLAIN, event("CLICK", EventKey="HOURS")) == "答复：问 办公时间"
        assert shown(client, PLAIN, event("CLICK", EventKey="OTHER")).startswith(wording.WELCOME)


@pytest.mark.parametrize("name", ["VIEW", "LOCATION", "TEMPLATESENDJOBFINISH", "never_heard_of"])
def test_events_without_anything_to_say_get_an_empty_reply(client: TestClient, name: str) -> None:
    answer = post(client, ENCRYPTED, event(name, EventKey="x"))
    assert (answer.status_code, answer.text) == (200, "")


def test_whoever_leaves_is_forgotten(sample_store: Store, tmp_path: Path) -> None:
    with serving(sample_store, quick(), tmp_path) as client:
        shown(client, PLAIN, text("我家住在某处"))
        engine = open_engine(sqlite(tmp_path / "channels.sqlite"))
        user = PLAIN.user(OPENID)
        assert Ledger(engine).conversation(user) is None
        key = PLAIN.message(OPENID, str(10**17 + 1))
        assert Ledger(engine).look(key) is not None
        assert shown(client, PLAIN, event("unsubscribe")) == ""
        assert Ledger(engine).look(key) is None


# --- once and in time ------------------------------------------------------------------------------


def test_a_retry_gets_the_same_answer_and_costs_none(sample_store: Store, tmp_path: Path) -> None:
    answerer = quick()
    with serving(sample_store, answerer, tmp_path) as client:
        assert [shown(client, PLAIN, text("问")) for _ in range(3)] == ["答复：问"] * 3
        assert [shown(client, PLAIN, event("CLICK", EventKey="HOURS")) for _ in range(3)] == [
            "答复：问 办公时间"
        ] * 3
    assert answerer.asked == ["问", "问 办公时间"]
    with serving(sample_store, answerer, tmp_path) as client:  # after a restart
        assert shown(client, PLAIN, text("问")) == "答复：问"
    assert answerer.asked == ["问", "问 办公时间"]


def test_calls_at_the_same_time_cost_one_answer(sample_store: Store, tmp_path: Path) -> None:
    answerer = Slow()
    with serving(sample_store, answerer, tmp_path) as client, ThreadPoolExecutor(4) as pool:
        calls = [pool.submit(shown, client, PLAIN, text("问")) for _ in range(4)]
        time.sleep(0.5)
        answerer.free.set()
        assert {call.result() for call in calls} == {"答复：问"}
    assert answerer.asked == ["问"]


def test_people_who_ask_at_the_same_time_get_their_own_answers(sample_store: Store, tmp_path: Path) -> None:
    def one(place: int) -> bool:
        message = text(f"问{place}", number=place, sender=f"person-{place}")
        reply = read(PLAIN, post(client, PLAIN, message).text)
        return bool((reply.content, reply.target) == (f"答复：问{place}", f"person-{place}"))

    with serving(sample_store, quick(), tmp_path) as client, ThreadPoolExecutor(8) as pool:
        assert all(pool.map(one, range(40)))


def test_the_same_number_from_another_person_is_another_message(sample_store: Store, tmp_path: Path) -> None:
    with serving(sample_store, quick(), tmp_path) as client:
        assert shown(client, PLAIN, text("甲问", sender="a")) == "答复：甲问"
        assert shown(client, PLAIN, text("乙问", sender="b")) == "答复：乙问"


def test_a_late_answer_is_kept_until_it_is_asked_for(sample_store: Store, tmp_path: Path) -> None:
    answerer = Slow()
    with serving(sample_store, answerer, tmp_path, PLAIN, within=0.4) as client:
        began = time.monotonic()
        assert shown(client, PLAIN, text("问")) == wording.LATER
        assert time.monotonic() - began < 2
        assert shown(client, PLAIN, text("1", number=2)) == wording.NOT_YET
        answerer.free.set()
        wait(tmp_path, PLAIN, 1)
        assert shown(client, PLAIN, text("问")) == wording.LATER, "a retry gets what the first call got"
        late = "您的提问：问\n\n答复：问"
        assert shown(client, PLAIN, text("１", number=3)) == late
        assert shown(client, PLAIN, text("１", number=3)) == late, "and so does a retry of the 1"
        assert shown(client, PLAIN, text("1", number=4)) == wording.NOTHING_WAITS
        assert shown(client, PLAIN, text("1", number=5, sender="other")) == wording.NOTHING_WAITS
    assert answerer.asked == ["问"]


def test_the_plain_answer_comes_now_and_the_fuller_one_for_the_asking(
    sample_store: Store, tmp_path: Path
) -> None:
    full = Slow(lambda question: Answer("answered", f"详细答复：{question}", "zh-Hans"))
    with serving(sample_store, full, tmp_path, PLAIN, within=0.5, plain=quick()) as client:
        assert shown(client, PLAIN, text("问")) == "答复：问" + wording.FULLER_LATER
        full.free.set()
        wait(tmp_path, PLAIN, 1)
        assert shown(client, PLAIN, text("问")) == "答复：问" + wording.FULLER_LATER
        assert shown(client, PLAIN, text("1", number=2)) == "您的提问：问\n\n详细答复：问"
        assert shown(client, PLAIN, text("问二", number=3)) == "详细答复：问二", "in time, the full one alone"


def test_late_answers_come_in_the_order_of_the_questions(sample_store: Store, tmp_path: Path) -> None:
    answerer = Slow()
    with serving(sample_store, answerer, tmp_path, PLAIN, within=0.2) as client:
        for place in (1, 2):
            shown(client, PLAIN, text(f"问{place}", number=place))
        answerer.free.set()
        wait(tmp_path, PLAIN, 2)
        first = shown(client, PLAIN, text("【1】", number=3))
        assert "答复：问1" in first
        assert first.endswith("另有1条答复待查看，请再次回复【1】。")
        assert shown(client, PLAIN, text("1", number=4)) == "您的提问：问2\n\n答复：问2"


def test_a_failing_answerer_is_said_to_fail(sample_store: Store, tmp_path: Path) -> None:
    def fail(question: str) -> Answer:
        raise RuntimeError(question)

    with serving(sample_store, quick(fail), tmp_path) as client:
        assert shown(client, PLAIN, text("问")) == wording.FAILED


def test_what_a_killed_process_was_asked_is_answered_by_the_next(sample_store: Store, tmp_path: Path) -> None:
    """The dead process is a ledger whose last sign of life is too long ago."""
    long_ago = time.time() - ALIVE - 1
    dead = Ledger(open_engine(sqlite(tmp_path / "channels.sqlite")), lambda: long_ago)
    key = PLAIN.message(OPENID, str(10**17 + 1))
    assert dead.claim(key, "plain", PLAIN.user(OPENID), "问").mine
    answerer = quick()
    with serving(sample_store, answerer, tmp_path) as client:
        assert shown(client, PLAIN, text("问")) == "答复：问"
    assert answerer.asked == ["问"]


def test_the_work_of_a_living_process_is_waited_for(sample_store: Store, tmp_path: Path) -> None:
    other = Ledger(open_engine(sqlite(tmp_path / "channels.sqlite")))
    key = PLAIN.message(OPENID, str(10**17 + 1))
    other.claim(key, "plain", PLAIN.user(OPENID), "问")
    answerer = quick()
    with serving(sample_store, answerer, tmp_path) as client, ThreadPoolExecutor(1) as pool:
        call = pool.submit(shown, client, PLAIN, text("问"))
        time.sleep(0.5)
        other.finish(key, "别处的答复")
        assert call.result() == "别处的答复"
    assert answerer.asked == []


def wait(data: Path, account: Account, number: int) -> None:
    """Wait until a message has its answer."""
    ledger = Ledger(open_engine(sqlite(data / "channels.sqlite")))
    key = account.message(OPENID, str(10**17 + number))
    until = time.monotonic() + 10
    while time.monotonic() < until:
        entry = ledger.look(key)
        if entry is not None and entry.answer is not None:
            return
        time.sleep(0.02)
    raise TimeoutError(number)


# --- calls that are not the platform's ---------------------------------------------------------------


def test_an_overheard_signature_carries_no_other_message(sample_store: Store, tmp_path: Path) -> None:
    answerer = quick()
    with serving(sample_store, answerer, tmp_path) as client:
        heard = letter(PLAIN, text("问"))
        assert post(client, PLAIN, heard).status_code == 200
        forged = Letter(heard.query, text("伪造", number=2).encode())
        assert (post(client, PLAIN, forged).status_code, post(client, PLAIN, heard).status_code) == (403, 200)
    assert answerer.asked == ["问"]


def test_wrong_signatures_old_ones_and_other_modes_are_refused(client: TestClient) -> None:
    for account in MODES:
        stranger = Account("x", account.app_id, "another token", mode=account.mode, aes_key=account.aes_key)
        assert post(client, account, letter(stranger, text("问"))).status_code == 403
        assert post(client, account, letter(account, text("问"), at=time.time() - 600)).status_code == 403
        assert post(client, account, letter(account, text("问"), at=time.time() + 600)).status_code == 403
    assert post(client, ENCRYPTED, letter(PLAIN, text("问"))).status_code == 403
    assert post(client, PLAIN, letter(ENCRYPTED, text("问"))).status_code == 403


def test_of_two_copies_the_signed_one_is_read(sample_store: Store, tmp_path: Path) -> None:
    with serving(sample_store, quick(), tmp_path) as client:
        sent = letter(COMPATIBLE, text("真"))
        altered = Letter(sent.query, sent.body.replace("真".encode(), "假".encode()))
        assert content(COMPATIBLE, post(client, COMPATIBLE, altered).text) == "答复：真"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<xml>",
        "not xml at all",
        "<html></html>",
        "<xml></xml>",
        "<!DOCTYPE xml><xml><MsgType>text</MsgType></xml>",
        '<!DOCTYPE xml [<!ENTITY a "b">]>' + text("&a;"),
        '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        + text("x").replace("<![CDATA[x]]>", "&a;"),
        text("问").replace("<![CDATA[text]]>", ""),
        text("问").replace("1700000000", "yesterday"),
        text("问").replace("<FromUserName>", "<FromUserName><a/>"),
    ],
)
@pytest.mark.parametrize("account", MODES, ids=lambda account: account.mode)
def test_what_is_no_message_is_answered_400(client: TestClient, account: Account, body: str) -> None:
    answer = post(client, account, letter(account, body))
    assert (answer.status_code, answer.text) == (400, "")
