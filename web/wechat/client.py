"""Calls to the platform's API: the access token, shared by all processes, and messages of our own accord."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from typing import Any

import requests
from wechatpy.client.base import BaseWeChatClient
from wechatpy.exceptions import WeChatClientException

from web.wechat.account import Account
from web.wechat.notes import Notes

_STALE = (40001, 40014, 42001)  # the access token is not, or no longer, valid
_BUSY = (-1, 45011)  # try again in a moment
_TRIES = 4
_TIMEOUT = (3.05, 8.0)  # seconds to connect, and to wait for an answer
_WAITS = 120  # quarters of a second to wait for another process's token
_TOLD = 7 * 86400.0  # seconds that a trouble is shown to the administrator
_TROUBLE = "trouble "
_SEND = {"wechat": "message/custom/send", "wecom": "message/send"}
_HOSTS = {"wechat": "https://api.weixin.qq.com", "wecom": "https://qyapi.weixin.qq.com"}

IN_WORDS = {
    -1: "微信系统繁忙",
    40001: "AppSecret 错误，或 access_token 已失效，请核对账号配置",
    40013: "AppID 不合法，请核对账号配置",
    40014: "access_token 不合法，请核对账号配置",
    40125: "AppSecret 无效，请在公众平台重置后更新配置",
    40164: "本服务器的 IP 地址未列入白名单，请在公众平台“基本配置”中添加",
    42001: "access_token 已过期",
    43004: "对方未关注该账号，无法发送客服消息",
    45009: "当日接口调用次数已达上限，请次日再试或在公众平台清零",
    45011: "接口调用过于频繁，请稍后再试",
    45015: "对方超过四十八小时未与账号互动，无法发送客服消息",
    45047: "对该用户发送的客服消息条数已达上限，须待其再次发言",
    48001: "该账号没有此接口的权限，请在公众平台“接口权限”中核对，或关闭主动发送",
    48004: "该接口已被封禁，请登录公众平台查看原因",
    50002: "账号受限，请登录公众平台查看原因",
    60020: "本服务器的 IP 地址不在企业可信 IP 之列，请在企业微信管理后台添加",
    60011: "该应用没有权限，请在企业微信管理后台核对可见范围",
}


class PlatformError(Exception):
    """The platform refused a call, or could not be reached: `code` is its errcode, if it gave one. The text
    tells the administrator in words what to see to."""

    def __init__(self, account: str, code: int | None, detail: str) -> None:
        self.code = code
        what = IN_WORDS.get(code, detail) if code is not None else detail
        super().__init__(f"账号“{account}”：{what}" + (f"（错误码 {code}）" if code is not None else ""))


class Client:
    """The API of one account. Safe to share between threads: each call has a session of its own."""

    def __init__(self, account: Account, notes: Notes, sleep: Callable[[float], None] = time.sleep) -> None:
        self._account, self._notes, self._sleep = account, notes, sleep
        self._api = (account.api or _HOSTS[account.kind]).rstrip("/") + "/cgi-bin/"
        kept = f"{account.kind} {account.app_id} {account.agent}"
        self._name = "token " + hashlib.sha256(kept.encode()).hexdigest()

    def send(self, person: str, text: str) -> None:
        """Given a person's id on the platform and a text, send it. Raises PlatformError, and notes it for
        the administrator."""
        data: dict[str, Any] = {"touser": person, "msgtype": "text", "text": {"content": text}}
        if self._account.kind == "wecom":
            data["agentid"] = self._account.agent
        try:
            self._with_token(_SEND[self._account.kind], data)
        except PlatformError as error:
            logging.getLogger(__name__).error("%s", error)
            self._notes.put(_TROUBLE + self._account.name, str(error), _TOLD)
            raise

    def _with_token(self, path: str, data: dict[str, Any]) -> None:
        """Make a call; with a stale token, renew that once and make it again."""
        used = self._token()
        try:
            self._call("post", path, {"access_token": used}, data)
        except PlatformError as error:
            if error.code not in _STALE:
                raise
            self._call("post", path, {"access_token": self._token(but=used)}, data)

    def _call(self, method: str, path: str, query: dict[str, Any], data: dict[str, Any] | None = None) -> Any:
        """Make a call, and make it again after a pause where that cannot do it twice."""
        for attempt in range(_TRIES):
            try:
                client = BaseWeChatClient(self._account.app_id, timeout=_TIMEOUT, auto_retry=False)
                return client._request(method, self._api + path, params=query, data=data)
            except WeChatClientException as error:
                if error.errcode not in _BUSY or attempt == _TRIES - 1:
                    raise PlatformError(self._account.name, error.errcode, _told(error)) from None
            except requests.ConnectionError as error:
                if attempt == _TRIES - 1 or not _unsent(error):
                    raise PlatformError(self._account.name, None, f"无法连接 {self._api}") from None
            except (requests.RequestException, ValueError):
                raise PlatformError(self._account.name, None, f"{self._api} 未作出有效应答") from None
            self._sleep(0.5 * 2**attempt)
        raise AssertionError  # the last attempt returns or raises

    def _token(self, but: str | None = None) -> str:
        """The shared access token, fetched if there is none, or only `but` that one. Of several processes
        one fetches it, for the platform makes an older one invalid."""
        for _ in range(_WAITS):
            token = self._notes.get(self._name)
            if token and token != but:
                return token
            lock = self._name + " renewing"
            if self._notes.take(lock, 30):
                try:
                    token = self._notes.get(self._name)
                    return token if token and token != but else self._fetched()
                finally:
                    self._notes.drop(lock)
            self._sleep(0.25)
        raise PlatformError(self._account.name, None, "等候 access_token 超时")

    def _fetched(self) -> str:
        path, query = "token", {"grant_type": "client_credential", "appid": self._account.app_id}
        secret = {"secret": self._account.secret}
        if self._account.kind == "wecom":
            path, query, secret = (
                "gettoken",
                {"corpid": self._account.app_id},
                {"corpsecret": self._account.secret},
            )
        no_token = {"access_token": None}  # or the library would look for one to send along
        result = self._call("get", path, {**query, **secret, **no_token})
        if not isinstance(result, dict) or not result.get("access_token"):
            raise PlatformError(self._account.name, None, f"{self._api} 未作出有效应答")
        # A minute less than the platform grants, so that no call sets out with one about to end.
        self._notes.put(self._name, result["access_token"], max(int(result.get("expires_in", 7200)) - 60, 1))
        return str(result["access_token"])


def troubles(notes: Notes) -> dict[str, str]:
    """Given the notes, return what last went wrong with the platform, in words, by account."""
    return {name.removeprefix(_TROUBLE): told for name, told in notes.all(_TROUBLE).items()}


def _told(error: WeChatClientException) -> str:
    status = getattr(error.response, "status_code", None)
    return str(error.errmsg or (f"HTTP {status}" if status else "未知错误"))


def _unsent(error: requests.ConnectionError) -> bool:
    """Whether the connection was never made, so that the call may be made again without being made twice."""
    return isinstance(error, requests.ConnectTimeout) or "NewConnectionError" in repr(error)
