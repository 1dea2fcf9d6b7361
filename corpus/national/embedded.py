"""The national forms inside running text: found before the text is taken apart by its numbers, since the
forms' own row labels are numbered like headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from corpus.national.recover import Span, flattened, recover
from corpus.report import Grid, Table, Text

Block = Text | Grid | Table


def with_forms(blocks: Iterable[Text | Grid]) -> Iterator[Block]:
    """Given blocks, yield them with each national form that lies flattened in text or in grids without
    spans replaced by its tables; what stands before, between and after is kept."""
    for flat, run in groupby(blocks, key=_is_flat):
        members = list(run)
        yield from _recovered(members) if flat else members


def _is_flat(block: Text | Grid) -> bool:
    return isinstance(block, Text) or block.spans != "real"


def _recovered(blocks: list[Text | Grid]) -> Iterator[Block]:
    texts = [_written(block) for block in blocks]
    found = recover("\n".join(texts))
    spans = list(found.tables) if found is not None else []
    start = 0
    for block, text in zip(blocks, texts, strict=True):
        end = start + len(text)
        met = [span for span in spans if span.start < end and span.end > start]
        yield from _pieces(block, text, start, met)
        start = end + 1


def _pieces(block: Text | Grid, text: str, offset: int, met: list[Span]) -> Iterator[Block]:
    """A block with the tables that begin in it at their places; the parts they cover are gone."""
    if not met:
        yield block
        return
    position = 0
    for span in met:
        yield from _left(block, text[position : max(position, span.start - offset)])
        if span.start >= offset:
            yield replace(span.table, page=block.page)
        position = max(position, span.end - offset)
    yield from _left(block, text[position:])


def _left(block: Text | Grid, text: str) -> Iterator[Text]:
    for line in text.split("\n"):
        if line.replace("|", "").strip():
            yield (
                Text(line.replace("|", " ").strip(), page=block.page)
                if isinstance(block, Grid)
                else replace(block, text=line.strip())
            )


def _written(block: Text | Grid) -> str:
    return block.text if isinstance(block, Text) else flattened(block.cells)
