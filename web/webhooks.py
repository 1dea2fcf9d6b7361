"""Tells other systems of every report that is published, whichever process published it.

The server compares what is held with what each address was told, so that nothing is missed while either is
away. Signed as the Standard Webhooks specification says; an address may be told twice, with the same id.
"""

from __future__ import annotations

import hashlib
import json
import logging
import threading
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
from fastapi import APIRouter, FastAPI
from standardwebhooks import Webhook

from index.catalogue import Catalogue
from index.scope import Held
from web.wechat.notes import Notes

EVENT = "report.published"
_LOOK = 2.0  # seconds between looks at what is held
_TIMEOUT = 10.0
_LONGEST = 3600.0  # seconds between tries, at most
_ALWAYS = 100 * 365 * 86400.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hook:
    """An address, and the secret ("whsec_…") that its calls are signed with."""

    url: str
    secret: str = field(repr=False)

    @property
    def name(self) -> str:
        return "told " + hashlib.sha256(self.url.encode()).hexdigest()[:32] + " "


class Announcer:
    """Tells the hooks. What is held when a hook is first seen is not news to it."""

    def __init__(self, hooks: Sequence[Hook], catalogue: Catalogue, notes: Notes, portal: str = "") -> None:
        self._hooks, self._catalogue, self._notes = hooks, catalogue, notes
        self._portal = portal.rstrip("/")
        self._failures: dict[tuple[str, str], int] = {}
        self._again: dict[tuple[str, str], float] = {}

    def look(self) -> None:
        """Tell each hook what it does not know yet, unless another process is about it."""
        if not self._notes.take("telling", 60):
            return
        try:
            digests = self._catalogue.digests()
            held = {one.id: one for one in self._catalogue.held()}
            for hook in self._hooks:
                self._tell_all(hook, digests, held)
        finally:
            self._notes.drop("telling")

    def _tell_all(self, hook: Hook, digests: dict[str, str], held: dict[str, Held]) -> None:
        told = self._notes.all(hook.name)
        if hook.name + "since" not in told:
            for id, digest in digests.items():
                self._notes.put(hook.name + id, digest, _ALWAYS)
            self._notes.put(hook.name + "since", "", _ALWAYS)
            return
        for id, digest in digests.items():
            known = told.get(hook.name + id)
            if known == digest or id not in held or time.monotonic() < self._again.get((hook.url, id), 0):
                continue
            if self._post(hook, _payload(held[id], digest, self._portal, replaced=known is not None), id):
                self._notes.put(hook.name + id, digest, _ALWAYS)

    def _post(self, hook: Hook, payload: dict[str, Any], report: str) -> bool:
        """Tell a hook of a report. Return whether it took that; if not, it is told again, later and later."""
        body = json.dumps(payload, ensure_ascii=False)
        now = datetime.now(UTC)
        id = (
            "msg_"
            + hashlib.sha256(f"{hook.url} {report} {payload['data']['version']}".encode()).hexdigest()[:24]
        )
        headers = {
            "content-type": "application/json",
            "webhook-id": id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Webhook(hook.secret).sign(id, now, body),
        }
        try:
            httpx.post(hook.url, content=body.encode(), headers=headers, timeout=_TIMEOUT).raise_for_status()
        except httpx.HTTPError as error:
            key = (hook.url, report)
            self._failures[key] = self._failures.get(key, 0) + 1
            self._again[key] = time.monotonic() + min(2.0 ** self._failures[key], _LONGEST)
            _log.warning("webhook %s: report %s: %s", hook.url, report, error)
            return False
        return True


def router(announcer: Announcer, every: float = _LOOK) -> APIRouter:
    """Given an announcer, return routes (none) that keep it looking while the application runs."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        stop = threading.Event()

        def keep_looking() -> None:
            while not stop.is_set():
                try:
                    announcer.look()
                except Exception:  # the database may be away for a moment; the next look tries again
                    _log.exception("webhooks: could not look for reports")
                stop.wait(every)

        thread = threading.Thread(target=keep_looking, name="webhooks", daemon=True)
        thread.start()
        yield
        stop.set()

    return APIRouter(lifespan=lifespan)


def _payload(held: Held, digest: str, portal: str, *, replaced: bool) -> dict[str, Any]:
    data = {
        "id": held.id,
        "issuer": held.issuer,
        "year": held.year,
        "title": held.title,
        "kind": held.kind,
        "region": held.region,
        "url": held.url,
        "page": f"{portal}/reports/{held.id}",
        "version": digest,
        "replaced": replaced,
    }
    return {"type": EVENT, "timestamp": datetime.now(UTC).isoformat(timespec="seconds"), "data": data}
