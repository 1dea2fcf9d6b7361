"""What the platform sends and gets: signed, perhaps encrypted, XML. The one file that knows wechatpy's
messages, signatures and ciphers."""

from __future__ import annotations

import hmac
import re
import struct
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree
from wechatpy.crypto import PrpCrypto, WeChatCrypto
from wechatpy.events import EVENT_TYPES
from wechatpy.exceptions import WeChatException
from wechatpy.parser import parse_message
from wechatpy.replies import TextReply
from wechatpy.utils import WeChatSigner
from wechatpy.work import crypto as work_crypto

from web.wechat.account import Account
from web.wechat.compose import clean

TOLERANCE = 300  # seconds that the platform's clock and ours may differ, its retries included
_MOST = 100  # elements of a message: real ones have about a dozen


class Refused(Exception):
    """The request is not the platform's: a wrong signature, or one made too long ago."""


class Malformed(Exception):
    """The request is signed, but is no message."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message or event as the channel needs it.

    `kind` is text, voice, image, … or an event's name (subscribe, scan, click, …). `text` is what the person
    wrote or said, or the key of a menu or scene. `sender` and `receiver` are the platform's ids, in the clear.
    """

    kind: str
    text: str
    sender: str
    receiver: str
    unique: str
    event: bool
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Stamp:
    """The signed part of a callback's address."""

    timestamp: str
    nonce: str
    signature: str
    encrypted: bool

    @staticmethod
    def of(query: Mapping[str, str], account: Account) -> Stamp:
        """Given a callback's query, return its stamp. What is missing is empty, and will not verify."""
        encrypted = account.kind == "wecom" or query.get("encrypt_type") == "aes"
        signature = query.get("msg_signature" if encrypted else "signature", "")
        return Stamp(query.get("timestamp", ""), query.get("nonce", ""), signature, encrypted)


def verify(account: Account, stamp: Stamp, *signed: str, now: Callable[[], float] = time.time) -> None:
    """Given a stamp, and what is signed beside it, raise Refused unless it is the account's own and fresh."""
    signer = WeChatSigner()
    try:
        signer.add_data(account.token, stamp.timestamp, stamp.nonce, *signed)
        right = hmac.compare_digest(signer.signature.encode(), stamp.signature.encode())
    except UnicodeError:
        raise Refused("signature") from None
    if not right:
        raise Refused("signature")
    if not re.fullmatch(r"[0-9]{1,11}", stamp.timestamp) or abs(now() - int(stamp.timestamp)) > TOLERANCE:
        raise Refused("timestamp")


def echo(account: Account, query: Mapping[str, str]) -> str:
    """Given the query of the platform's own verification call, return what it wants to hear. Raises Refused,
    Malformed."""
    told = query.get("echostr", "")
    if account.kind == "wecom":
        verify(account, Stamp.of(query, account), told)
        return _decrypted(account, told)
    stamp = Stamp(query.get("timestamp", ""), query.get("nonce", ""), query.get("signature", ""), False)
    verify(account, stamp)
    return told


def opened(account: Account, stamp: Stamp, body: bytes) -> Incoming:
    """Given a callback's stamp and body, return its message. Raises Refused, Malformed.

    Where the account's mode allows both, the encrypted copy is the one that is read: it alone is signed.
    """
    if stamp.encrypted:
        if account.mode == "plain" and account.kind == "wechat":
            raise Refused("encrypted, in plain mode")
        sealed = _fields(body).get("Encrypt", "")
        verify(account, stamp, sealed)
        return _incoming(account, _decrypted(account, sealed).encode("utf-8", "surrogatepass"))
    verify(account, stamp)
    if account.mode == "encrypted" or account.kind == "wecom":
        raise Refused("plain, in encrypted mode")
    return _incoming(account, body)


def sealed(account: Account, stamp: Stamp, incoming: Incoming, text: str) -> str:
    """Given a text to reply with, return the body that carries it; an empty text gives an empty body, which
    the platform takes as "nothing to say"."""
    if not text:
        return ""
    reply = TextReply(source=_cdata(incoming.receiver), target=_cdata(incoming.sender), content=_cdata(text))
    reply.time = int(time.time())
    if not stamp.encrypted:
        return str(reply.render())
    return str(_crypto(account).encrypt_message(reply.render(), clean(stamp.nonce), str(int(time.time()))))


def _cdata(text: str) -> str:
    """A text that is safe inside the library's CDATA: no character XML lacks, and no end of the section."""
    return clean(text).replace("]]>", "]]]]><![CDATA[>")


def _fields(body: bytes) -> dict[str, str]:
    """The elements of a flat message. Deeper ones (of some events) are left out: nothing here reads them."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Malformed(f"XML: {error}") from None
    if root.getroottree().docinfo.doctype:
        raise Malformed("XML with a document type")
    if root.tag != "xml" or len(root) > _MOST:
        raise Malformed("XML of another kind")
    return {str(child.tag): child.text or "" for child in root if not len(child)}


def _incoming(account: Account, body: bytes) -> Incoming:
    fields = _fields(body)
    for name in ("ToUserName", "FromUserName", "MsgType"):
        if not fields.get(name):
            raise Malformed(f"no {name}")
    for name in ("CreateTime", "MsgId", "AgentID"):
        if not re.fullmatch(r"[0-9]{0,20}", fields.get(name, "")):
            raise Malformed(f"{name} is no number")
    try:
        message = parse_message(body)
    except Exception as error:  # the library raises what its parts happen to raise
        raise Malformed(f"message: {error}") from None
    event = fields["MsgType"] == "event"
    kind = _kind(message, fields, event)
    return Incoming(
        kind=kind,
        text=_text(message, kind),
        sender=fields["FromUserName"],
        receiver=fields["ToUserName"],
        unique=_unique(fields, event),
        event=event,
        agent=int(fields.get("AgentID") or account.agent),
    )


def _kind(message: Any, fields: Mapping[str, str], event: bool) -> str:
    if not event:
        return str(message.type)
    known = type(message) in EVENT_TYPES.values()
    return str(message.event) if known else fields.get("Event", "").lower()


def _text(message: Any, kind: str) -> str:
    name = {
        "text": "content",
        "voice": "recognition",
        "click": "key",
        "scan": "scene_id",
        "subscribe_scan": "scene_id",
    }
    return str(getattr(message, name[kind], "") or "") if kind in name else ""


def _unique(fields: Mapping[str, str], event: bool) -> str:
    """What all deliveries of one message have, and no other message: its number, or an event's moment."""
    if not event and fields.get("MsgId", "0").strip("0"):
        return fields["MsgId"]
    return " ".join(("at", fields.get("CreateTime", ""), fields["MsgType"], fields.get("Event", "")))


def _crypto(account: Account) -> Any:
    kind = work_crypto.WeChatCrypto if account.kind == "wecom" else WeChatCrypto
    return kind(account.token, account.aes_key, account.app_id)


def _decrypted(account: Account, sealed: str) -> str:
    """The text of a cipher whose signature has been verified."""
    kind = work_crypto.PrpCrypto if account.kind == "wecom" else PrpCrypto
    try:
        return str(kind(_crypto(account).key).decrypt(sealed, account.app_id))
    except (WeChatException, ValueError, IndexError, struct.error) as error:
        raise Malformed(f"cipher: {error}") from None
