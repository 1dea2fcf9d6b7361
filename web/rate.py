"""How often one address may ask: a token bucket each.

Own code rather than slowapi: that one decorates endpoints with limits known when the module is imported, where
this one is set when the application is made, and brings a storage layer that one small table of buckets needs
not. A process counts for itself.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from math import ceil
from threading import Lock

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_ADDRESSES = 20_000  # kept; the one that asked longest ago goes first, and has a full bucket anyway


class Buckets:
    """A bucket for each key, of `per_minute` tokens, that refills evenly. Safe to share between threads."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._size, self._clock = per_minute, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str) -> float:
        """Given a key, take a token from its bucket. Return 0, or in how many seconds there will be one."""
        with self._lock:
            now = self._clock()
            left, then = self._left.pop(key, (float(self._size), now))
            left = min(self._size, left + (now - then) * self._size / 60)
            self._left[key] = (left - 1, now) if left >= 1 else (left, now)
            if len(self._left) > _ADDRESSES:
                self._left.popitem(last=False)
        return 0 if left >= 1 else (1 - left) * 60 / self._size


class AskingRate:
    """ASGI middleware that answers 429 to an address that posts to the given paths too often.

    Behind a proxy the address is what the proxy says, if uvicorn trusts it to (--forwarded-allow-ips).
    """

    def __init__(self, app: ASGIApp, per_minute: int, paths: Collection[str], detail: str) -> None:
        self._app, self._paths, self._detail = app, frozenset(paths), detail
        self._buckets = Buckets(per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asking = scope["type"] == "http" and scope["method"] == "POST" and scope["path"] in self._paths
        wait = self._buckets.take(scope["client"][0] if scope.get("client") else "") if asking else 0
        if wait:
            refusal = JSONResponse(
                {"detail": self._detail, "status": "too_often"}, 429, {"Retry-After": str(ceil(wait))}
            )
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)
