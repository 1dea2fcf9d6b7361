"""Messages as the platform writes, signs and seals them, and replies as it reads them: with the library's
own client side."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import Any

import xmltodict
from wechatpy.crypto import WeChatCrypto
from wechatpy.replies import deserialize_reply
from wechatpy.utils import WeChatSigner

from web.wechat.account import Account

LIMIT = 2048
AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"


@dataclass(frozen=True)
class Letter:
    """A call of the platform: its query and its body."""

    query: dict[str, str]
    body: bytes


def signed(token: str, *parts: str) -> str:
    """Given a token and what is signed beside it, return the signature."""
    signer = WeChatSigner()
    signer.add_data(token, *parts)
    return str(signer.signature)


def xml(**fields: object) -> str:
    """Given the elements of a message, return its XML."""
    inner = "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in fields.items())
    return f"<xml>{inner}</xml>"


def letter(account: Account, text: str, *, at: float | None = None, nonce: str = "") -> Letter:
    """Given an account and a message's XML, return the call that brings it, in the account's mode."""
    timestamp, nonce = str(int(at or time.time())), nonce or str(random.randrange(10**9, 10**10))
    query = {"timestamp": timestamp, "nonce": nonce, "signature": signed(account.token, timestamp, nonce)}
    if account.mode == "plain":
        return Letter(query, text.encode("utf-8"))
    crypto = WeChatCrypto(account.token, account.aes_key, account.app_id)
    outer = crypto.encrypt_message(text, nonce, timestamp)
    cipher = outer.split("<Encrypt><![CDATA[")[1].split("]]>")[0]
    query |= {"encrypt_type": "aes", "msg_signature": signed(account.token, timestamp, nonce, cipher)}
    if account.mode == "compatible":
        outer = text.replace("</xml>", f"<Encrypt><![CDATA[{cipher}]]></Encrypt></xml>")
    return Letter(query, outer.encode("utf-8"))


def content(account: Account, body: str) -> str:
    """Given a reply's body, return its text, read as the platform reads it; empty for "nothing to say"."""
    reply = read(account, body)
    return "" if reply is None else reply.content


def read(account: Account, body: str) -> Any:
    """Given a reply's body, return the reply, or None for "nothing to say"."""
    if not body:
        return None
    outer = xmltodict.parse(body)["xml"]
    if account.mode == "encrypted" or "Encrypt" in outer:
        crypto = WeChatCrypto(account.token, account.aes_key, account.app_id)
        body = crypto.decrypt_message(body, outer["MsgSignature"], outer["TimeStamp"], outer["Nonce"])
    reply = deserialize_reply(body)
    assert len(reply.content.encode()) <= LIMIT, len(reply.content.encode())
    return reply
