"""Which place of a national form each row and column of a table is: tables with real spans are matched by
the labels of their paths, never by year or by position alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.forms import Node, Template, templates
from corpus.language.wording import Numbered, distance, letters
from corpus.report import Cell, Table

Path = tuple[Node, ...]
_EXACT, _CLOSE, _CUT = 3.0, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Places:
    """A table's template, and the template's path for each value row and column (by their number in the
    table); the path of a row without a label is empty."""

    template: Template
    rows: dict[int, Path]
    columns: dict[int, Path]

    @property
    def score(self) -> float:
        return len(self.rows) + len(self.columns)


def places(table: Table) -> Places | None:
    """Given a table, return its places in the national form it is part of; None where it is part of none."""
    candidates = [found for template in templates() if (found := _places(table, template))]
    return max(candidates, key=lambda found: found.score, default=None)


def likeness(node: Node, written: str) -> float:
    """How well a written label is this label: 0 where it is not, more for a closer wording."""
    here = Numbered.of(written)
    return max(_likeness(label, here) for label in node.wordings)


@lru_cache(maxsize=65536)
def _likeness(label: Numbered, here: Numbered) -> float:
    if (here.number and here.number != label.number) or not here.body:
        return 0
    if here.body == label.body:
        return _EXACT
    limit = len(label.body) // 4
    if limit and distance(here.body, label.body, limit) <= limit:
        return _CLOSE
    return _CUT if len(here.body) >= 3 and label.body.startswith(here.body) else 0


def matches(paths: Sequence[Path], written: Sequence[str]) -> list[Path]:
    """Given a form's paths and a path as written, return those that fit it best; several where it is open."""
    scores = {place: _path_likeness(path, written) for place, path in enumerate(paths)}
    best = max(scores.values(), default=0)
    return [paths[place] for place, score in scores.items() if score == best] if best else []


def _path_likeness(path: Path, written: Sequence[str]) -> float:
    leaf = likeness(path[-1], written[-1]) if written else 0
    if not leaf:
        return 0
    above = [max((likeness(node, text) for text in written[:-1]), default=0) for node in path[:-1]]
    return leaf * 10 + sum(above) - sum(not score for score in above)


def _places(table: Table, template: Template) -> Places | None:
    values = [cell for cell in table.cells if cell.role == "value"]
    leaves = [path for path in template.column_nodes if not path[-1].children]
    columns = _columns(values, leaves)
    rows = _rows(values, template)
    width = len({cell.column for cell in values})
    height = len({cell.row for cell in values})
    if not columns or not rows or len(columns) * 5 < max(len(leaves), width) * 3 or len(rows) * 2 < height:
        return None
    captions = {other.caption for other in templates() if letters(other.caption) in letters(table.caption)}
    if table.caption and template.caption and captions and template.caption not in captions:
        return None
    return Places(template, rows, columns)


def _columns(values: list[Cell], leaves: list[Path]) -> dict[int, Path]:
    """Labels cut short may fit several columns: then the one in the same position is meant."""
    written = {cell.column: cell.column_path for cell in sorted(values, key=lambda cell: cell.column)}
    found = {}
    for position, (column, path) in enumerate(written.items()):
        fitting = matches(leaves, path)
        if len(fitting) > 1 and len(written) == len(leaves):
            fitting = [fit for fit in fitting if fit == leaves[position]]
        if len(fitting) == 1:
            found[column] = fitting[0]
    return found


def _rows(values: list[Cell], template: Template) -> dict[int, Path]:
    written = {cell.row: cell.row_path for cell in values}
    if not template.rows:
        return dict.fromkeys(written, ()) if len(written) == 1 else {}
    fits = {row: matches(template.row_nodes, path) for row, path in written.items()}
    return {row: fitting[0] for row, fitting in fits.items() if len(fitting) == 1}
