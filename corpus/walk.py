"""A walk along one table of a form through flattened text: which labels stand where, and what follows each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.forms import Key, Node, Template
from corpus.runs import Run, read_run
from corpus.wording import Numbered, Wording, distance, letters, squeeze

_NUMERALS = re.compile(r"[一二三四五六七八九十]+")
_BEFORE = re.compile(
    r"(?:[(]\s*(?P<a>[一二三四五六七八九十]+|\d+)\s*[)]|(?P<b>[一二三四五六七八九十]+)\s*、"
    r"|(?P<c>\d+)\s*[.、]|(?P<d>[㈠-㈩]))[\s|]*$"
)
_JUNK_IN_HEADER, _JUNK_IN_ROWS = 12, 60
"""How many letters that are no label of the form are passed over, when one of its labels follows."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A label met in the text: the source span it is written in, and the index of the letter after it."""

    start: int
    end: int
    next: int
    size: int


@dataclass
class Walk:
    """One table as met: its labels as written, and the row paths with the run after each."""

    template: Template
    start: int
    end: int
    next: int
    written: dict[Key, str] = field(default_factory=dict)
    rows: list[tuple[tuple[Node, ...], Run]] = field(default_factory=list)
    score: float = 0.0


def walk(wording: Wording, template: Template, start: int) -> Walk | None:
    """Given a text, a template and the index of a letter where its table may begin, return what was met;
    None where that is not this table."""
    walker = _Walker(wording, template, start)
    walker.header()
    walker.body()
    return walker.result()


class _Walker:
    def __init__(self, wording: Wording, template: Template, start: int) -> None:
        self.wording, self.template, self.at = wording, template, start
        self.plain = wording.plain
        self.found = Walk(template, -1, -1, start)
        self.columns = sorted(template.column_nodes, key=len)
        self.met: set[Key] = set()

    # --- header ---

    def header(self) -> None:
        for text, key in ((self.template.caption, "caption"), (self.template.corner, "corner")):
            if text and (hit := self.hit(Numbered("", letters(text)), self.at)):
                self.take(hit, key)
        while hit_key := self.next_header():
            self.take(*hit_key)

    def next_header(self) -> tuple[Hit, Key] | None:
        unmet = [path[-1] for path in self.columns if path[-1] not in self.met]
        nodes = [*unmet, *(path[-1] for path in self.columns if path[-1] in self.met)]
        best = self.longest(nodes, self.at)
        row = self.longest((path[-1] for path in self.template.row_nodes), self.at)
        if row and (best is None or row[0].size > best[0].size):
            return None
        if best is None and unmet:
            hit = self.cut_short(unmet[0], self.at)
            best = (hit, unmet[0]) if hit else None
        if best is None and unmet and self.met & set(self.template.leaves):
            best = self.beyond(unmet, _JUNK_IN_HEADER, 3)
        if best is None:
            best = self.corner_again()
            if best is None:
                return None
        return best[0], best[1]

    def corner_again(self) -> tuple[Hit, Key] | None:
        for text, key in ((self.template.corner, "corner"), (self.template.caption, "caption")):
            if text and self.met and (hit := self.hit(Numbered("", letters(text)), self.at)):
                return hit, key
        return None

    # --- rows ---

    def body(self) -> None:
        if not self.template.rows:
            run = read_run(self.plain, self.found.end) if self.found.end >= 0 else None
            if run and run.pieces:
                self.value_row((), run)
            return
        paths, index = self.template.row_nodes, 0
        while index < len(paths):
            ahead = [path[-1] for path in paths[index:]]
            best = self.longest(ahead, self.at)
            again = self.repeat(best)
            if again is not None:
                self.pass_over(again, paths[index - 1] if index else None)
                continue
            if best is None:
                best = self.drifted(ahead[:3]) or self.beyond(ahead, _JUNK_IN_ROWS, 4)
            if best is None:
                return
            index += next(i for i, node in enumerate(ahead) if node is best[1]) + 1
            self.take(best[0], best[1])
            self.values(paths[index - 1], best[0].end)

    def values(self, path: tuple[Node, ...], end: int) -> None:
        run = read_run(self.plain, end)
        if run.pieces or not path[-1].children:
            self.value_row(path, run)

    def value_row(self, path: tuple[Node, ...], run: Run) -> None:
        if self.found.rows and self.found.rows[-1][0] == path:
            self.found.rows.pop()
        self.found.rows.append((path, run))
        self.found.end = max(self.found.end, run.end)
        self.at = self.wording.after(run.end)

    def repeat(self, best: tuple[Hit, Node] | None) -> Hit | None:
        """A label met before stands here again (a page break, a spanned label written out)."""
        known = [path[-1] for path in (*self.template.row_nodes, *self.columns) if path[-1] in self.met]
        again = self.longest(known, self.at)
        hits = [again[0]] if again else []
        if self.found.rows and (corner := self.corner_again()):
            hits.append(corner[0])
        longest = max(hits, key=lambda hit: hit.size, default=None)
        if longest is None or (best is not None and best[0].size >= longest.size):
            return None
        return longest

    def pass_over(self, hit: Hit, last: tuple[Node, ...] | None) -> None:
        self.at = hit.next
        if last and self.found.rows and self.found.rows[-1][0] == last and not self.found.rows[-1][1].pieces:
            self.values(last, hit.end)

    def drifted(self, nodes: list[Node]) -> tuple[Hit, Node] | None:
        for node in nodes:
            hit = self.cut_short(node, self.at) or self.misspelt(node, self.at)
            if hit:
                return hit, node
        return None

    # --- labels ---

    def take(self, hit: Hit, key: Key) -> None:
        if key not in self.met:
            self.found.score += hit.size
            self.found.written[key] = squeeze(self.wording.source[hit.start : hit.end])
        self.met.add(key)
        if self.found.start < 0:
            self.found.start = hit.start
        self.found.end = max(self.found.end, hit.end)
        self.at = hit.next

    def longest(self, nodes: Iterable[Node], at: int) -> tuple[Hit, Node] | None:
        best: tuple[Hit, Node] | None = None
        for node in nodes:
            hit = self.exact(node, at)
            if hit and (best is None or hit.size > best[0].size):
                best = hit, node
        return best

    def exact(self, node: Node, at: int) -> Hit | None:
        hits = [hit for wording in node.wordings if (hit := self.hit(wording, at))]
        return max(hits, key=lambda hit: hit.size, default=None)

    def hit(self, label: Numbered, at: int) -> Hit | None:
        for first in self.firsts(at):
            if self.wording.letters.startswith(label.body, first):
                return self.numbered(label, at, first, len(label.body))
        return None

    def firsts(self, at: int) -> list[int]:
        """Where a label's body may begin: here, or after a numeral that is written as its number."""
        numerals = _NUMERALS.match(self.wording.letters, at)
        return [at, numerals.end()] if numerals else [at]

    def numbered(self, label: Numbered, at: int, first: int, count: int) -> Hit | None:
        """The hit with its number, or None where another number stands before it."""
        offsets = self.wording.offsets
        start, last = offsets[first], self.wording.end(first, count)
        floor = offsets[at - 1] + 1 if at else 0
        before = _BEFORE.search(self.plain, max(floor, start - 16), start)
        size = count
        if before:
            written = next(group for group in before.groups() if group)
            if before.group("c") and label.number:
                matches = written.endswith(label.number)
                begin = before.end("c") - len(label.number)
            else:
                matches, begin = letters(written) == label.number or written == label.number, before.start()
            if not matches:
                return None
            start, size = begin, size + 1
        elif first != at:
            return None
        return Hit(start, last, first + count, size)

    def cut_short(self, node: Node, at: int) -> Hit | None:
        """The label's beginning stands here, three letters of it or more, and then something else."""
        for label in node.wordings:
            for first in self.firsts(at):
                count = _common(label.body, self.wording.letters, first)
                long_enough = count >= 3 or (count == 2 and label.number and first != at)
                if long_enough and count < len(label.body) and self.boundary(first + count):
                    hit = self.numbered(label, at, first, count)
                    if hit:
                        return hit
        return None

    def boundary(self, letter: int) -> bool:
        """Something other than a letter stands before this letter, or a label of the table begins here."""
        offsets = self.wording.offsets
        if letter >= len(offsets) or offsets[letter] > offsets[letter - 1] + 1:
            return True
        nodes = [path[-1] for path in (*self.columns, *self.template.row_nodes)]
        return any(
            self.exact(node, letter) or _common(node.wordings[0].body, self.wording.letters, letter) >= 3
            for node in nodes
        )

    def misspelt(self, node: Node, at: int) -> Hit | None:
        """The label stands here with up to a quarter of its letters changed, lost or added."""
        for label in node.wordings:
            limit = len(label.body) // 4
            for first in self.firsts(at) if limit else ():
                sizes = range(len(label.body) - limit, len(label.body) + limit + 1)
                texts = {size: self.wording.letters[first : first + size] for size in sizes}
                close = {size: distance(text, label.body, limit) for size, text in texts.items() if len(text) == size}
                size = min(close, key=lambda s: (close[s], abs(s - len(label.body))), default=0)
                if size and close[size] <= limit and (hit := self.numbered(label, at, first, size)):
                    return hit
        return None

    def beyond(self, nodes: list[Node], reach: int, least: int) -> tuple[Hit, Node] | None:
        """The nearest of these labels further on, when only a little other text stands before it."""
        stretch = self.wording.letters[self.at : self.at + reach]
        for ahead in range(1, len(stretch)):
            if stretch[:ahead].endswith(("信息内容", "第二十条第")):
                return None
            best = self.longest([n for n in nodes if len(n.wordings[0].body) >= least], self.at + ahead)
            if best:
                return best
        return None

    # --- the result ---

    def result(self) -> Walk | None:
        found = self.found
        leaves = self.template.leaves
        headed = sum(leaf in self.met for leaf in leaves)
        filled = sum(bool(run.pieces) for _, run in found.rows)
        blank = bool(found.rows) and not filled
        enough = headed * 5 >= len(leaves) * 3 or filled >= 10
        if not found.rows or not enough or (blank and headed < len(leaves)):
            return None
        found.next = self.at
        return found


def _common(label: str, text: str, at: int) -> int:
    count = 0
    for a, b in zip(label, text[at : at + len(label)], strict=False):
        if a != b:
            break
        count += 1
    return count
