"""An account that people write to: a 公众号, or an app of 企业微信."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["wechat", "wecom"]
Mode = Literal["plain", "compatible", "encrypted"]


@dataclass(frozen=True, slots=True)
class Account:
    """How the platform calls us for one account, and what we may do for it.

    `name` is its place in the callback's address. `app_id` is the 公众号's AppID or the 企业微信 corp id, and
    `agent` the number of the app there. Where `push` is set, the account may send messages of its own accord
    (客服消息, 应用消息), which needs `secret`. `agency` binds the account to the reports of that agency.
    `keys` gives the questions that menu keys and scanned scenes ask.
    """

    name: str
    app_id: str
    token: str = field(repr=False)
    kind: Kind = "wechat"
    mode: Mode = "plain"
    aes_key: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    agent: int = 0
    agency: str | None = None
    push: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    api: str = ""

    def user(self, open_id: str) -> str:
        """Given a person's id on the platform, return the only form of it that is kept: a keyed hash."""
        return self._hash("user", open_id)

    def message(self, open_id: str, message: str) -> str:
        """Given a person's id and what tells one message from another, return the message's key here.

        The person is part of it, so that no one can be given the answer to another's message.
        """
        return self._hash("message", open_id, message)

    def _hash(self, *parts: str) -> str:
        told = "\0".join((self.kind, self.name, self.app_id, *parts)).encode("utf-8", "surrogatepass")
        return hmac.new(self.token.encode(), told, hashlib.sha256).hexdigest()
