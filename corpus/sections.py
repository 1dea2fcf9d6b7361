"""Blocks into nested sections, by the file's own headings and by numbering, even in mid-line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from corpus.language.numerals import plain_digits
from corpus.language.outline import RANK, Mark, mark
from corpus.language.writing import squeeze
from corpus.report import Grid, Paragraph, Section, Table, Text

_LONGEST_HEADING = 45
_STATEMENT = re.compile(r"[^，,。]*(?:[，,][^，,。]*)*[，,][^，,。\d]*\d[^，,。]*。")
"""A whole sentence that counts something in a clause of its own: it is no heading, however short."""
_OF_ITEM = re.compile(r"[^。；;]{2,60}[（(][款项][)）][”\"]?[，,]?(?:\d[\d,，.]*\s*[万亿]?元|主要用于)")
"""What is said of an item of an account that it names first: 水利（款）防汛（项）20万元，主要用于：… is no heading."""
# Where the line break after a heading was lost, its end is seen by a noun that headings end in, and by
# what sentences begin with.
_STARTERS = (
    r"(?:\d{4}年|[我本][局委厅办区县市省州镇乡街院们年机单报]|今年|去年|过去|全[年市区县省局]|一是|一年来"
    r"|无|经|按|截至|根据|为|[（(][一1]|1[.、．])"
)
_NOUNS = r"(?:情况|概述|概况|方面|事项|问题|措施|做法|思路|总结|计划|打算|安排|成效|建议)"
_GLUED = re.compile(rf"[^。；]{{0,30}}?{_NOUNS}(?=\s|{_STARTERS})|[^。；，]{{0,12}}?方面(?![的与和及、，])")
# The six titles of the national form, in the ways they drift.
_FORM_TITLES = re.compile(
    r"(?:总体情况|基本情况|概述|主动公开政府信息(?:的)?情况|收到和处理政府信息公开申请(?:的)?情况"
    r"|(?:因)?政府信息公开(?:申请|工作)?(?:被申请|被提起|引起的)?(?:行政法?复议)[^。]{0,12}?(?:行政诉讼)(?:的)?(?:情况)?"
    r"|(?:政府信息公开工作)?存在的(?:主要)?问题(?:及|和)改进(?:情况|措施)|其他需要报告的(?:其他)?事项)"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading met in the flow: its text as written, the file's level, and its number if it has one."""

    text: str
    level: int | None
    mark: Mark | None
    sentence: Text | None = None
    """The paragraph, where it is a whole sentence: it is a heading only if something stands below it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered paragraph that has no heading of its own: it belongs to the level above its number."""

    text: Text
    mark: Mark


Block = Text | Grid | Table
Piece = Heading | Item | Block


def sections(blocks: Iterable[Block]) -> tuple[tuple[tuple[str, ...], tuple[Block, ...]], ...]:
    """Given blocks in reading order, return the sections in order, each its heading path and own blocks."""
    found: list[tuple[tuple[str, ...], list[Block]]] = [((), [])]
    stack: list[Heading] = []
    for piece in _stated(list(pieces(blocks))):
        if isinstance(piece, Heading):
            _open(stack, piece)
            found.append((tuple(h.text for h in stack), []))
        elif isinstance(piece, Item):
            _close(stack, piece.mark, None)
            path = tuple(h.text for h in stack)
            if found[-1][0] != path:
                found.append((path, []))
            found[-1][1].append(piece.text)
        else:
            found[-1][1].append(piece)
    return tuple((path, tuple(own)) for path, own in found if path or own)


def _stated(found: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the numbered sentences that nothing stands below as the items of a list that they are, and the last
    of the list with them, whatever comes after it."""
    before: Mark | None = None
    for piece, after in zip_longest(found, found[1:]):
        sentence, number = (piece.sentence, piece.mark) if isinstance(piece, Heading) else (None, None)
        listed = number and before and (number.style, number.ordinal) == (before.style, before.ordinal + 1)
        if sentence and number and (listed or not _below(number, after)):
            yield Item(sentence, number)
            before = number
        else:
            yield piece
            before = None


def _below(number: Mark, after: Piece | None) -> bool:
    """Whether what comes after a numbered sentence stands below it."""
    if isinstance(after, (Heading, Item)):
        return after.mark is not None and after.mark.rank > number.rank
    return after is not None


def pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Given blocks, yield them with the headings taken out of the paragraphs."""
    for block in blocks:
        if not isinstance(block, Text):
            yield block
        elif block.heading is not None:
            text = squeeze(block.text).rstrip("。：:；;")
            yield Heading(text, block.heading, mark(text))
        else:
            yield from _split(block)


def _split(block: Text) -> Iterator[Piece]:
    """One paragraph: its headings and what is under each, in order."""
    cuts = list(marks(block.text))
    before = block.text[: cuts[0][0]] if cuts else block.text
    if before.strip():
        yield Text(before.strip(), page=block.page)
    ends = [*(start for start, _ in cuts[1:]), len(block.text)]
    for (start, number), end in zip(cuts, ends[: len(cuts)], strict=True):
        yield from _numbered(block.text[start:end].strip(), number, start, block.page)


def _numbered(part: str, number: Mark, start: int, page: int | None) -> Iterator[Piece]:
    title = heading_end(part, number.end - start)
    said = part[number.end - start :]
    if title is None or _STATEMENT.fullmatch(said) or _OF_ITEM.match(said):
        yield Item(Text(part, page=page), number)
        return
    rest = part[title:].lstrip("。：:；; \u3000")
    whole = part.endswith("。") and not rest.strip() and not _is_couplet(part[number.end - start : -1])
    sentence = Text(part, page=page) if whole else None
    yield Heading(squeeze(part[:title]).rstrip("。：:；;"), None, number, sentence)
    if rest.strip():
        yield Text(rest.strip(), page=page)


def _is_couplet(text: str) -> bool:
    """Whether a sentence is of clauses of one length, as headings are written: 加强组织领导，健全工作机制."""
    clauses = re.split("[，,]", text.strip())
    alike = len(clauses) > 1 and len(set(map(len, clauses))) == 1
    return alike and re.search(r"\d", text) is None


def heading_end(part: str, start: int) -> int | None:
    """Given a numbered text and where its number ends, return where its heading ends, or None where it
    has none (a long sentence that is only counted)."""
    part = plain_digits(part)
    if (form := _FORM_TITLES.match(part, start)) is not None:
        return form.end()
    if (glued := _GLUED.match(part, start)) is not None:
        return glued.end()
    stop = re.compile(r"[。！？：:；;\n]|[ \u3000]{2,}").search(part, start)
    end = len(part) if stop is None else stop.start()
    return end if end - start <= _LONGEST_HEADING else None


_ENDS = "。！？!?”）)》\n \u3000：:"
_ARTICLE = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[项款条]")


def marks(text: str) -> Iterator[tuple[int, Mark]]:
    """Given a paragraph, yield where its heading numbers begin: the one at its head, and those in mid-line
    that go on a count, or begin one, at a sentence's end or right after a heading."""
    counts: dict[str, int] = {}
    first = len(text) - len(text.lstrip())
    last: tuple[int, Mark] | None = None
    depth = 0
    for position, char in enumerate(text):
        depth = 0 if char in "。\n" else depth
        number = mark(text, position) if depth == 0 and position >= first else None
        if number is not None and _begins(text, position, first, number, counts, last):
            _note(counts, number)
            last = (position, number)
            yield position, number
        depth = max(0, depth + (char in "（(《“〈【") - (char in "）)》”〉】"))


def _begins(
    text: str, position: int, first: int, number: Mark, counts: dict[str, int], last: tuple[int, Mark] | None
) -> bool:
    if position == first:
        return True
    before = text[position - 1]
    if before == "第" or _ARTICLE.match(text, position) or (before.isdigit() and text[position].isdigit()):
        return False
    if number.ordinal != 1 and number.ordinal != counts.get(number.style, 0) + 1:
        return False
    if before in "：:":  # a list inside a sentence, unless its items are sentences themselves
        stop = re.search(r"[。；;]", text[number.end :])
        return stop is not None and stop[0] == "。" and stop.start() <= _LONGEST_HEADING
    return before in _ENDS or (last is not None and _ends_heading(text, position, number, *last))


def _ends_heading(text: str, position: int, number: Mark, start: int, above: Mark) -> bool:
    """Whether a first number stands right behind a heading of a wider style."""
    between = text[start:position]
    first_below = number.ordinal == 1 and number.rank > above.rank
    return first_below and len(between) <= _LONGEST_HEADING and not re.search("[。；;：:]", between)


def _note(counts: dict[str, int], number: Mark) -> None:
    for style in [style for style in counts if RANK[style] > number.rank]:
        del counts[style]
    counts[number.style] = number.ordinal


def _open(stack: list[Heading], heading: Heading) -> None:
    """Put a heading at its place: closes those it ends."""
    level = _close(stack, heading.mark, heading.level)
    stack.append(Heading(heading.text, heading.level if heading.level is not None else level, heading.mark))


def _close(stack: list[Heading], number: Mark | None, level: int | None) -> int | None:
    """Close the headings that a number or a level ends; returns the level of the sibling it follows."""
    for depth in range(len(stack) - 1, -1, -1):
        if _same_kind(stack[depth], number, level):
            inherited = stack[depth].level
            del stack[depth:]
            return inherited
    while stack and _ends(stack[-1], number, level):
        stack.pop()
    return None


def _same_kind(heading: Heading, number: Mark | None, level: int | None) -> bool:
    if number is None or heading.mark is None or heading.mark.style != number.style:
        return False
    return level is None or heading.level is None or level == heading.level


def _ends(heading: Heading, number: Mark | None, level: int | None) -> bool:
    if level is not None and heading.level is not None and level != heading.level:
        return heading.level > level
    if number is not None and heading.mark is not None:
        return heading.mark.rank > number.rank and (level is not None or number.rank <= RANK["一、"])
    return level is not None or number is None


def build(found: Iterable[tuple[tuple[str, ...], tuple[Text | Table, ...]]]) -> tuple[Section, ...]:
    """Given sections with their blocks understood, return them with ids in reading order."""
    sections: list[Section] = []
    paragraphs = tables = 0
    for path, blocks in found:
        own: list[Paragraph | Table] = []
        for block in blocks:
            if isinstance(block, Text):
                paragraphs += 1
                own.append(Paragraph(f"p{paragraphs}", block.text, block.page))
            else:
                tables += 1
                own.append(replace(block, id=f"t{tables}"))
        sections.append(Section(f"s{len(sections) + 1}", path, tuple(own)))
    return tuple(sections)
