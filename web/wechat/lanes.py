"""Work of many people at the same time, and of one person one after the other, so that a follow-up question
finds what it follows up."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock


class Lanes:
    """A lane a person. Work is known by a key, and not taken twice while it is not done."""

    def __init__(self, workers: int) -> None:
        self._pool = ThreadPoolExecutor(workers, "channel-answer")
        self._lock = Lock()
        self._known: dict[str, Future[None]] = {}
        self._waiting: dict[str, deque[tuple[str, Callable[[], None]]]] = {}

    def submit(self, lane: str, key: str, work: Callable[[], None]) -> Future[None]:
        """Given whose work it is, its key, and the work, return the future of it."""
        with self._lock:
            if key in self._known:
                return self._known[key]
            future = self._known[key] = Future()
            queue = self._waiting.setdefault(lane, deque())
            queue.append((key, work))
            first = len(queue) == 1
        if first:
            self._pool.submit(self._next, lane)
        return future

    def close(self) -> None:
        """Begin nothing more. What is being done goes on."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _next(self, lane: str) -> None:
        with self._lock:
            key, work = self._waiting[lane][0]
        try:
            work()
        except Exception:
            logging.getLogger(__name__).exception("channels: work on a message was given up")
        with self._lock:
            future = self._known.pop(key)
            queue = self._waiting[lane]
            queue.popleft()
            more = bool(queue)
            if not more:
                del self._waiting[lane]
        future.set_result(None)
        if more:
            self._pool.submit(self._next, lane)
