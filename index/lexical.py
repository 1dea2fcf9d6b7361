"""Words in common: what share of a question's words a text has, rare words counting for more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

import bm25s
import numpy as np
import numpy.typing as npt
import rjieba

Scores = npt.NDArray[np.float32]

_K1, _B = 0.4, 0.3
"""Labels are short and say a word once: how often and in how long a text counts for little."""


class Lexical:
    """A lexical index over texts by id, in memory."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.places = {id: place for place, id in enumerate(texts)}
        tokens = [_tokens(text) for text in texts.values()]
        self._documents = Counter(token for text in tokens for token in set(text))
        self._index = bm25s.BM25(method="lucene", k1=_K1, b=_B) if self._documents else None
        if self._index is not None:
            self._index.index(tokens, show_progress=False)

    def scores(self, text: str) -> Scores:
        """Given a question, return a score for each text of the index, in its order."""
        words = list(dict.fromkeys(_tokens(text)))
        known = [word for word in words if word in self._documents]
        if self._index is None or not known:
            return np.zeros(len(self.places), np.float32)
        most = sum(self._rarity(word) for word in words)
        found: Scores = np.clip(self._index.get_scores(known) / most, 0, 1).astype(np.float32)
        return found

    def _rarity(self, word: str) -> float:
        """The most that a word can add to a score, which is what a text of that word alone would get."""
        there = self._documents[word]
        return math.log(1 + (len(self.places) - there + 0.5) / (there + 0.5))


@lru_cache(maxsize=200_000)
def _tokens(text: str) -> tuple[str, ...]:
    """The words of a text, long ones also in their parts; without spaces and punctuation."""
    words = rjieba.cut_for_search(text.lower())
    return tuple(word for word in words if any(letter.isalnum() for letter in word))
