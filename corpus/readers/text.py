"""Plain text and Markdown, and the tables that were flattened into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.language.outline import mark
from corpus.readers.chrome import fact, is_chrome, is_rule, strip_flat
from corpus.readers.decode import decode
from corpus.readers.flattened import Run, tables
from corpus.readers.gone_on import put_together
from corpus.readers.twice import once
from corpus.report import Document, Grid, ReportError, Text

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*")
_CUT = 25
_SHORTEST = 15
_AMOUNT = r"\d[\d,，.]*\s*[万亿]?元"
_CUT_ITEM = (
    (re.compile(r"[（(][类款][)）][^（()）。，]+$"), re.compile(r"[^（(，。]{0,12}[（(][款项][)）]")),
    (re.compile(r"[（(][类款][)）]$"), re.compile(r"[^（(，。\d]{1,30}[（(][款项][)）]")),
    (re.compile(r"[（(][款项][)）][”\"]?$"), re.compile(_AMOUNT)),
    (re.compile(r"(?:预算|决算)(?:数|额)?为$"), re.compile(_AMOUNT)),
    (re.compile(r"(?:[（(][款项][)）]|元).*主要用于[：:]$"), re.compile("")),
    (re.compile(r"[（(][款项][)）](?!.*年初预算).*。$"), re.compile("年初预算(?:数|额)?为")),
    (re.compile(r"预算数?的(?:主要)?原因(?:是)?[：:]$"), re.compile("")),
    (
        re.compile(r"支出决算(?:数|额)?为.*。$"),
        re.compile("决算数?[大小等]于(?:年初)?预算数?的(?:主要)?原因"),
    ),
)
"""An item of an account that a line's end has cut: …就业补助（款）公益性岗位 and 补贴（项）50.11万元, or its amount, or what
its budget was and what came of it."""
_NEVER_FIRST = "的"
_LONGEST_HEADING = 45
_RUNS_ON = re.compile(r"[。；：:\d]|[、，,的和与及对将把为向在]$")
"""What no heading has, but in its number, or ends in."""
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))
_SENTENCE_ENDS = "。！？；：!?;:）)】》”."
_TITLE = re.compile(
    r"[^。；！？]{0,60}(?:报告|年报|总结|计划|打算|预算|决算|公报)(?:[（(][^（）()]*[）)])?"
    r"|[^。；！？，,]{4,60}(?:报告|年报|总结|预算|决算|公报)[^。；！？，,]{0,24}"
)
"""The whole of a file's first paragraph, where that is its title: it ends in what the document is, or names it
and pauses nowhere (…2024年工作总结及2025年工作思路)."""
_EMPHASIS = re.compile(r"(\*\*|__)(.+?)\1")


def read(data: bytes, path: Path) -> Document:
    """Given a text file, return its paragraphs and tables, and what its header lines say."""
    text = decode(data, path).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").lstrip("\ufeff")
    if not text.strip():
        raise ReportError(f"{path.name}: 文件里没有文字 (no text in the file)")
    lines, meta = header(text.split("\n"))
    return Document(put_together(joined(once(blocks(lines)))), meta)


def header(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    """Given a file's lines, return those of the content and the facts of the header lines before it.

    The header is taken only where it ends in a rule, or where the file begins with two such lines or more:
    a single line "来源：…" may be the report's own.
    """
    meta: dict[str, str] = {}
    taken = seen = 0
    for number, line in enumerate(lines[:40]):
        if is_rule(line) and seen:
            return lines[number + 1 :], meta
        if (found := fact(line)) is not None:
            seen, taken = seen + 1, number + 1
            if found[0] and found[1]:
                meta.setdefault(*found)
        elif line.strip() and not is_chrome(line):
            break
    return (lines[taken:], meta) if seen >= 2 else (lines, {})


def blocks(lines: list[str]) -> Iterable[Text | Grid]:
    """Given the content's lines, yield its blocks in order."""
    for run in tables(lines):
        if isinstance(run, Run):
            yield run.grid
        elif (block := paragraph(run)) is not None:
            yield block


def paragraph(line: str) -> Text | None:
    """Given a line, return its paragraph or Markdown heading; None where nothing of the report is in it."""
    line = _EMPHASIS.sub(r"\2", strip_flat(line.strip())).strip()
    if not line or is_chrome(line) or is_rule(line):
        return None
    if (found := _HEADING.fullmatch(line)) is not None:
        return Text(found[2], heading=len(found[1]))
    return Text(line)


def joined(blocks: Iterable[Text | Grid]) -> Iterator[Text | Grid]:
    """Given blocks, yield them with sentences put together that a page's or a line's end has cut."""
    last: Text | None = None
    first = True
    for block in blocks:
        titled = first and last is not None and _TITLE.fullmatch(last.text) is not None
        if last is not None and isinstance(block, Text) and not titled and _goes_on(last, block):
            last = Text(last.text + block.text)
            continue
        if last is not None:
            yield last
            first = False
        last = block if isinstance(block, Text) else None
        if last is None:
            yield block
    if last is not None:
        yield last


def _goes_on(last: Text, block: Text) -> bool:
    """A long paragraph that ends in mid-sentence goes on in the next, unless a heading or a count begins."""
    if last.heading is not None or block.heading is not None or mark(block.text) is not None:
        return False
    if fact(last.text) is not None:
        return False  # 发布时间：… 信息来源：… is a line of its own, however long
    if any(cut.search(last.text) and rest.match(block.text) for cut, rest in _CUT_ITEM):
        return True
    if last.text[-1] in "）)" and block.text.startswith(_NEVER_FIRST):
        return True
    if len(last.text) < _SHORTEST or last.text[-1] in _SENTENCE_ENDS or _heads(last.text, block.text):
        return False
    return _is_open(last.text) or (len(last.text) >= _CUT and "，" in last.text + block.text)


def _heads(text: str, below: str) -> bool:
    """Whether a numbered line is the heading of what is below it, in a text whose lines are whole paragraphs: a line that
    is broken off is about as long as the next."""
    number = mark(text)
    if number is None or len(text) > _LONGEST_HEADING or len(below) < 1.5 * len(text):
        return False
    return _RUNS_ON.search(text, number.end) is None and not _is_open(text)


def _is_open(text: str) -> bool:
    """Whether a text ends within a quotation or brackets: “其他城 goes on in the next line."""
    return any(text.count(left) > text.count(right) for left, right in _PAIRS)
