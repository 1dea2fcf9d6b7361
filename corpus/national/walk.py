"""A walk along one table of a form through flattened text: which labels stand where, what follows each."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.forms import Key, Node, Template
from corpus.language.wording import Wording
from corpus.national.labels import Hit, Labels
from corpus.national.runs import Run, read_run

_JUNK_IN_HEADER, _JUNK_IN_ROWS = 12, 60
"""How many letters that are no label of the form are passed over, when one of its labels follows."""

_REPEATS_IN_HEADER, _REPEATS_IN_ROWS = 12, 40
"""How many labels in a row may be ones met before: a spanned label written out for each column, and the
whole header where a page breaks."""

_OUTER: tuple[Key, ...] = ("caption", "corner")

Path = tuple[Node, ...]


@dataclass
class Walk:
    """One table as met: its labels as written, and the row paths with the run after each. `start` and
    `end` are offsets in the source, `next` the index of the letter after the table."""

    template: Template
    start: int
    end: int
    next: int
    written: dict[Key, str] = field(default_factory=dict)
    rows: list[tuple[Path, Run]] = field(default_factory=list)
    score: int = 0


def walk(wording: Wording, template: Template, start: int) -> Walk | None:
    """Given a text, a template and the index of a letter where its table may begin, return what was met;
    None where that is not this table."""
    walker = _Walker(wording, template, start)
    walker.header()
    if template.rows:
        walker.body()
    return walker.result()


class _Walker:
    def __init__(self, wording: Wording, template: Template, start: int) -> None:
        self.wording, self.template = wording, template
        self.labels = Labels(wording, template)
        self.found = Walk(template, -1, -1, start)
        self.columns: list[Key] = [path[-1] for path in self.labels.columns]
        self.paths = template.row_nodes

    # --- header ---

    def header(self) -> None:
        repeats = 0
        while repeats <= _REPEATS_IN_HEADER and (hit := self.next_header()):
            repeats = repeats + 1 if hit.key in self.found.written else 0
            self.take(hit)
            if not self.template.rows and self.unlabelled(hit.end):
                return

    def next_header(self) -> Hit | None:
        at, met = self.found.next, self.found.written
        unmet = [key for key in self.columns if key not in met]
        again = [key for key in self.columns if key in met]
        outer: list[Key] = [key for key in _OUTER if again or key not in met]
        best = self.labels.longest([*unmet, *again, *outer], at)
        row = self.labels.longest([path[-1] for path in self.paths], at)
        if row and (best is None or row.size > best.size):
            return None
        if best is None and met:
            best = self.labels.drifted(unmet[:1], at)
        if best is None and any(leaf in met for leaf in self.template.leaves):
            best = self.labels.beyond(unmet, at, _JUNK_IN_HEADER, 3)
        return best

    def unlabelled(self, end: int) -> bool:
        """Take the values after a header whose row has no label; they may come a group at a time."""
        run = read_run(self.wording.plain, end)
        if not run.pieces:
            return False
        if self.found.rows:
            run = self.found.rows.pop()[1].joined(run)
        self.keep((), run)
        return len(run.pieces) >= len(self.template.leaves)

    # --- rows ---

    def body(self) -> None:
        index = repeats = 0
        while index < len(self.paths) and repeats <= _REPEATS_IN_ROWS:
            last = self.paths[index - 1] if index else None
            ahead = [path[-1] for path in self.paths[index:]]
            best = self.labels.longest(ahead, self.found.next)
            again = self.again(best)
            if again is None and best is None:
                best = self.labels.drifted(ahead[:3], self.found.next)
                empty = [last[-1]] if last and self.empty(last) else []
                best = best or self.labels.beyond([*ahead, *empty], self.found.next, _JUNK_IN_ROWS, 4)
                again = best if best and best.key in empty else None
            repeats = repeats + 1 if again else 0
            if again is not None:
                self.pass_over(again, last)
            elif best is not None:
                index = next(i for i in range(index, len(self.paths)) if self.paths[i][-1] is best.key) + 1
                self.take(best)
                self.values(self.paths[index - 1], best.end)
            else:
                return

    def again(self, best: Hit | None) -> Hit | None:
        """A label met before that stands here again (a page break, a spanned label written out)."""
        hit = self.labels.longest(self.found.written, self.found.next) if self.found.rows else None
        return hit if hit and (best is None or hit.size > best.size) else None

    def pass_over(self, hit: Hit, last: Path | None) -> None:
        self.found.next = hit.next
        if last and hit.key == last[-1] and self.empty(last):
            self.values(last, hit.end)

    def empty(self, path: Path) -> bool:
        """The row of this label was met, without values."""
        return bool(self.found.rows) and self.found.rows[-1][0] == path and not self.found.rows[-1][1].pieces

    def values(self, path: Path, end: int) -> None:
        run = read_run(self.wording.plain, end)
        if run.pieces or not path[-1].children:
            if self.empty(path):
                self.found.rows.pop()
            self.keep(path, run)

    # --- what was met ---

    def keep(self, path: Path, run: Run) -> None:
        self.found.rows.append((path, run))
        self.found.end = max(self.found.end, run.end)
        self.found.next = max(self.found.next, self.wording.after(run.end))

    def take(self, hit: Hit) -> None:
        found = self.found
        if hit.key not in found.written:
            found.score += hit.size
            found.written[hit.key] = self.labels.written(hit)
        found.start = hit.start if found.start < 0 else found.start
        found.end, found.next = max(found.end, hit.end), hit.next

    def result(self) -> Walk | None:
        found, leaves = self.found, self.template.leaves
        headed = sum(leaf in found.written for leaf in leaves)
        filled = sum(bool(run.pieces) for _, run in found.rows)
        if not found.rows or (not filled and headed < len(leaves)):
            return None
        return found if headed * 5 >= len(leaves) * 3 or filled >= 10 else None
