"""Things that a sentence counts and then measures: 重点项目64个，总投资5亿元; 开工一批，共38个项目，总投资3亿元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.language.clauses import Piece
from corpus.language.divided import Named, is_of_rates

_MEASURE = re.compile(
    "(?:年度|全年|当年|本年|年|累计|计划|预计|概算|完成|总)*(?:投资|固投|固定资产投资|投资完成|年度完成)额?"
)
"""What is invested in things that the clause leaves out."""
_MONEY = re.compile("元$")
_THINGS = re.compile("(?:项目|工程)$")
_BATCH = re.compile(r"^[^，,。；;：:]{0,2}(?:[：:]\s*)?(?P<batch>[\u4e00-\u9fff]{2,6}一批)[，,]")
"""How a sentence opens that tells of one of several batches of projects."""


def measured_of(piece: Piece, before: Sequence[Named]) -> Named | None:
    """Given a number and those before it in its sentence, return it as what is invested in the things counted last, where it
    names no other; else None."""
    if not before or piece.right or not _MEASURE.fullmatch(piece.left):
        return None
    if piece.among or not _MONEY.search(piece.mention.value.unit or ""):
        return None
    of = next((one for one in reversed(before) if _counted(one)), None)
    if of is None:
        return None
    own = of.own + piece.left
    return Named(own, piece.mention, of.whole, own, "", own)


def _counted(one: Named) -> bool:
    unit = one.mention.value.unit or ""
    return not is_of_rates(one.mention) and not _MONEY.search(unit) and _THINGS.search(one.own) is not None


def under_batch(text: str, named: Sequence[Named]) -> list[Named]:
    """Given a sentence and its numbers' names, return them under the batch that the sentence opens with, where it does."""
    opening = _BATCH.match(text)
    if opening is None:
        return list(named)
    batch = opening["batch"]
    return [replace(one, whole=one.whole or batch) for one in named]
