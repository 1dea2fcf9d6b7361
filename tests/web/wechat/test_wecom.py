"""Messages of an app in 企业微信: always sealed, with the corp's id, answered by the same core."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
import xmltodict
from fastapi.testclient import TestClient
from httpx2 import Response
from wechatpy.replies import deserialize_reply
from wechatpy.work.crypto import WeChatCrypto

from assistant.answer import Assistant
from index.store import Store
from tests.web.wechat.letters import AES_KEY, signed, xml
from tests.web.wechat.made import serving
from web.wechat import wording
from web.wechat.account import Account

APP = Account("staff", "ww0123456789abcdef", "token", kind="wecom", aes_key=AES_KEY, agent=1000002)


@pytest.fixture(scope="module")
def client(sample_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    assistant = Assistant(sample_store.searcher)
    with serving(sample_store, assistant, tmp_path_factory.mktemp("wecom"), APP) as made:
        yield made


def crypto(corp: str = APP.app_id) -> WeChatCrypto:
    return WeChatCrypto(APP.token, AES_KEY, corp)


def post(client: TestClient, message: str, *, corp: str = APP.app_id, at: float | None = None) -> Response:
    timestamp = str(int(at or time.time()))
    body = crypto(corp).encrypt_message(message, "77", timestamp)
    signature = xmltodict.parse(body)["xml"]["MsgSignature"]
    query = {"msg_signature": signature, "timestamp": timestamp, "nonce": "77"}
    return client.post("/wecom/staff", params=query, content=body.encode())


def shown(answer: Response) -> str:
    outer = xmltodict.parse(answer.text)["xml"]
    inside = crypto().decrypt_message(answer.text, outer["MsgSignature"], outer["TimeStamp"], outer["Nonce"])
    reply = deserialize_reply(inside)
    assert (reply.source, reply.target) == (APP.app_id, "zhang")
    return str(reply.content)


def message(kind: str, **more: object) -> str:
    fields = {"ToUserName": APP.app_id, "FromUserName": "zhang", "CreateTime": 1700000000, "AgentID": 1000002}
    return xml(**fields, MsgType=kind, **more)


def test_the_echo_of_the_verification_is_opened(client: TestClient) -> None:
    timestamp = str(int(time.time()))
    sealed = xmltodict.parse(crypto().encrypt_message("1234567890", "77", timestamp))["xml"]["Encrypt"]
    query = {"timestamp": timestamp, "nonce": "77", "echostr": sealed}
    query["msg_signature"] = signed(APP.token, timestamp, "77", sealed)
    answer = client.get("/wecom/staff", params=query)
    assert (answer.status_code, answer.text) == (200, "1234567890")
    query["msg_signature"] = signed("another", timestamp, "77", sealed)
    assert client.get("/wecom/staff", params=query).status_code == 403


def test_a_question_is_answered_and_a_retry_gets_the_same(client: TestClient) -> None:
    asked = message("text", Content="2019年共受理了多少件投诉举报？", MsgId=1)
    first, second = (shown(post(client, asked, at=time.time() - ago)) for ago in (5, 0))
    assert first.startswith("396件\n")
    assert first == second


def test_entering_the_app_welcomes_and_pictures_get_a_hint(client: TestClient) -> None:
    assert shown(post(client, message("event", Event="enter_agent"))).startswith(wording.WELCOME)
    assert (
        shown(post(client, message("image", PicUrl="u", MediaId="m", MsgId=2), at=time.time() - 1))
        == wording.WRITE
    )


def test_what_is_not_sealed_for_the_corp_is_refused(client: TestClient) -> None:
    asked = message("text", Content="问", MsgId=3)
    assert post(client, asked, corp="ww9999999999999999", at=time.time() - 2).status_code == 400
    assert post(client, asked, at=time.time() - 3600).status_code == 403
    timestamp = str(int(time.time()))
    plain = {"timestamp": timestamp, "nonce": "7", "signature": signed(APP.token, timestamp, "7")}
    assert client.post("/wecom/staff", params=plain, content=asked.encode()).status_code == 403
