"""The channels that the settings name are there, with what the settings say of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError
from typer.testing import CliRunner

from assistant.answer import Assistant
from assistant.cli import app as cli
from assistant.settings import Settings
from index.store import Store
from tests.web.wechat.letters import AES_KEY, content
from tests.web.wechat.made import PLAIN, post, text
from web.app import channel_database, configured, create
from web.wechat.account import Account
from web.wechat.client import Client as ChannelClient
from web.wechat.client import PlatformError
from web.wechat.notes import Notes

CONFIG = f"""
public_url = "https://portal.example.cn"
mcp = true
[[accounts]]
name = "plain"
app_id = "wx0123456789abcdef"
token = "token-of-the-test"
[[accounts]]
name = "forestry"
app_id = "wx0123456789abcdef"
token = "token-of-the-test"
mode = "encrypted"
aes_key = "{AES_KEY}"
agency = "青禾市林业局"
[accounts.keys]
HOURS = "办公时间"
"""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    file = tmp_path / "nianbao.toml"
    file.write_text(CONFIG, encoding="utf-8")
    monkeypatch.setenv("NIANBAO_CONFIG", str(file))
    return Settings(data=tmp_path)


def test_accounts_answer_each_within_its_agency(settings: Settings, sample_store: Store) -> None:
    routes = configured(settings, sample_store, Assistant)
    app = create(Assistant(sample_store.searcher), sample_store.searcher, channels=routes)
    question = text("2019年共受理了多少件投诉举报？")
    bound = Account("forestry", PLAIN.app_id, PLAIN.token, mode="encrypted", aes_key=AES_KEY)
    with TestClient(app) as client:
        assert content(PLAIN, post(client, PLAIN, question).text).startswith("396件\n")
        assert "396" not in content(bound, post(client, bound, question).text)
        assert client.get("/v1/models").json()["data"][0]["id"] == "nianbao"
        assert client.post("/mcp", json={}).status_code != 404


def test_without_settings_only_what_needs_no_account_is_there(tmp_path: Path, sample_store: Store) -> None:
    routes = configured(Settings(data=tmp_path), sample_store, Assistant)
    client = TestClient(create(Assistant(sample_store.searcher), sample_store.searcher, channels=routes))
    assert client.get("/v1/models").status_code == 200
    assert client.get("/wechat/plain").status_code == 404
    assert client.post("/mcp", json={}).status_code == 404
    assert not (tmp_path / "channels.sqlite").exists()


@pytest.mark.parametrize(
    "account",
    [
        {"name": "a/b"},
        {"mode": "encrypted"},
        {"kind": "wecom"},
        {"push": True},
        {"aes_key": "short"},
        {"tokn": "x"},
    ],
)
def test_an_account_that_cannot_work_is_refused_without_telling_its_secrets(
    account: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {"name": "a", "app_id": "wx1", "token": "the-secret-token", **account}
    monkeypatch.setenv("NIANBAO_ACCOUNTS", json.dumps([whole]))
    with pytest.raises(ValidationError) as error:
        Settings(data=tmp_path)
    assert "the-secret-token" not in str(error.value)


def test_two_accounts_need_two_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account = {"name": "a", "app_id": "wx1", "token": "t"}
    monkeypatch.setenv("NIANBAO_ACCOUNTS", json.dumps([account, account]))
    with pytest.raises(ValidationError, match="names must differ"):
        Settings(data=tmp_path)


def test_the_administrator_reads_what_went_wrong(settings: Settings) -> None:
    notes = Notes(channel_database(settings))
    away = ChannelClient(
        replace(PLAIN, push=True, secret="s", api="http://127.0.0.1:9"), notes, lambda _: None
    )
    with pytest.raises(PlatformError):
        away.send("o1", "一")
    told = CliRunner().invoke(cli, ["accounts", "--data", str(settings.data)])
    assert "https://portal.example.cn/wechat/plain" in told.output
    assert "青禾市林业局" in told.output
    assert "账号“plain”：无法连接" in told.output
