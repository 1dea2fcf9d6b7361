"""The values last made, up to a number."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(OrderedDict[K, V]):
    """The values last made, up to a number. Safe to share between threads."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most, self._guard = most, Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:  # type: ignore[override]
        with self._guard:
            if key in self:
                self.move_to_end(key)
                return self[key]
        value = make()
        self.keep(key, value)
        return value

    def held(self, key: K) -> V | None:
        """Given a key, return its value, or None where it is not among the last."""
        with self._guard:
            if key in self:
                self.move_to_end(key)
                return self[key]
        return None

    def keep(self, key: K, value: V) -> None:
        """Given a key and its value, keep it as the last."""
        with self._guard:
            self[key] = value
            if len(self) > self._most:
                self.popitem(last=False)
