"""Row labels that all stand in one column, nested by how they are numbered and indented."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language.outline import mark
from corpus.language.writing import squeeze


def nested(labels: Sequence[str]) -> list[tuple[str, ...]]:
    """Given the labels of one column from top to bottom, return each label's path: by outline numbers
    （一、 over （一） over 1.）, by 其中, and by the width of the space before it."""
    found: list[tuple[str, ...]] = []
    stack: list[tuple[str, tuple[int, int]]] = []
    for label in labels:
        text = squeeze(label)
        if not text:
            found.append(())
            continue
        depth = _depth(label, stack)
        while stack and stack[-1][1] >= depth:
            stack.pop()
        stack.append((text, depth))
        found.append(tuple(part for part, _ in stack))
    return found


def _depth(label: str, stack: Sequence[tuple[str, tuple[int, int]]]) -> tuple[int, int]:
    """(rank of the number, indent): a label is under the last one of a smaller depth."""
    number = mark(squeeze(label))
    indent = len(label) - len(label.lstrip(" \u3000\u00a0\t"))
    if number is not None:
        return (number.rank, indent)
    above = stack[-1][1] if stack else (0, 0)
    if squeeze(label).startswith(("其中", "#")) and stack:
        return (above[0], above[1] + 1)
    return (above[0] if indent > above[1] else 0, indent)
