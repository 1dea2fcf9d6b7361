"""The replies in traditional Chinese: the simplified wording, written in traditional characters at the end.

Passages are quoted in the report's own characters: a quotation is not rewritten.
"""

from __future__ import annotations

from functools import cache

import opencc

from assistant.replies.simplified import Simplified


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")  # characters only: a label keeps its words


class Traditional(Simplified):
    """Traditional Chinese wording."""

    def finish(self, text: str) -> str:
        return str(_converter().convert(text))

    def quote(self, text: str, mark: str) -> str:
        return f"「{text}」{mark}"
