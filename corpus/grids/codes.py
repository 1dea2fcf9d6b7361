"""Label columns that hold classification codes (类 款 项, 科目编码): numbers that name a row, not values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.grids.matrix import Matrix
from corpus.language.numerals import plain_digits
from corpus.language.writing import is_blank, is_value, squeeze

_CODE_HEADS = re.compile(r"编码|代码|编号|序号|类|款|项|No\.?", re.I)
_CODE_GROUP = re.compile(r"(?:编码|代码|编号)$")
_CODE = re.compile(r"\d{1,9}")


def code_columns(matrix: Matrix, top: int) -> tuple[int, ...]:
    """Given a matrix and its number of header rows, return the columns of codes, from left to right."""
    return tuple(column for column in range(matrix.width - 1) if _is_code_column(matrix, top, column))


def _is_code_column(matrix: Matrix, top: int, column: int) -> bool:
    heads = [squeeze(matrix.cells[i].text) for r in range(top) if (i := matrix.at(r, column)) is not None]
    if not any(_CODE_HEADS.fullmatch(head) or _CODE_GROUP.search(head) for head in heads):
        return False
    body = [
        matrix.cells[i].text for r in range(top, matrix.height) if (i := matrix.at(r, column)) is not None
    ]
    return all(
        is_blank(text) or _CODE.fullmatch(squeeze(text)) or not squeeze(text)[0].isdigit() for text in body
    )


def code_groups(matrix: Matrix, top: int) -> tuple[tuple[int, ...], ...]:
    """Given a matrix and its number of header rows, return its runs of neighbouring code columns, each with
    the column of names after it last; tables side by side have one run each."""
    groups: list[list[int]] = []
    for column in code_columns(matrix, top):
        if groups and groups[-1][-1] == column - 1:
            groups[-1].append(column)
        else:
            groups.append([column])
    return tuple((*group, group[-1] + 1) for group in groups if group[-1] + 2 < matrix.width)


def code_paths(matrix: Matrix, top: int, codes: Sequence[int], name: int) -> list[tuple[str, ...]]:
    """Given the code columns and the column of names, return the path of names of each row: a row stands
    under those whose codes its own begins with (201 over 20105 over 2010507). A row without a name has what is
    written in place of its codes (合计)."""
    stack: list[tuple[str, str]] = []
    found: list[tuple[str, ...]] = [()] * top
    for row in range(top, matrix.height):
        index = matrix.at(row, name)
        label = squeeze(matrix.cells[index].text) if index is not None else ""
        label = label or _instead(matrix, row, codes)
        code = "".join(_code(matrix, row, column) for column in codes)
        while stack and not (code and code != stack[-1][0] and code.startswith(stack[-1][0])):
            stack.pop()
        found.append((*(above for _, above in stack), *((label,) if label else ())))
        if code and label:
            stack.append((code, label))
    return found


def _instead(matrix: Matrix, row: int, codes: Sequence[int]) -> str:
    """What a row has in its code columns that is no code."""
    texts = (squeeze(matrix.cells[i].text) for column in codes if (i := matrix.at(row, column)) is not None)
    return next((text for text in texts if text and not _CODE.fullmatch(text) and not is_value(text)), "")


def _code(matrix: Matrix, row: int, column: int) -> str:
    index = matrix.at(row, column)
    text = plain_digits(squeeze(matrix.cells[index].text)) if index is not None else ""
    return text if _CODE.fullmatch(text) else ""
