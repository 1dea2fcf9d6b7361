"""The values last made, up to a number."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
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
        self._keep(key, value)
        return value

    def several(self, keys: Iterable[K], make: Callable[[list[K]], Mapping[K, V]]) -> dict[K, V]:
        """Given keys, return their values by key; those not among the last are made together."""
        asked = list(dict.fromkeys(keys))
        with self._guard:
            found = {key: self[key] for key in asked if key in self}
            for key in found:
                self.move_to_end(key)
        lacking = [key for key in asked if key not in found]
        made = dict(make(lacking)) if lacking else {}
        for key, value in made.items():
            self._keep(key, value)
        return found | made

    def _keep(self, key: K, value: V) -> None:
        with self._guard:
            self[key] = value
            if len(self) > self._most:
                self.popitem(last=False)
