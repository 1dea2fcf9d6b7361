"""A form's table laid out with its real spans, from the labels and values that were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.forms import Key, Node, Template
from corpus.report import Cell, Table, Trust


@dataclass(frozen=True, slots=True)
class Row:
    """A row of values: the path of its label in the template, and each value with its trust."""

    path: tuple[Node, ...]
    values: tuple[tuple[str, Trust], ...]


def lay_out(template: Template, form: str, written: Mapping[Key, str], rows: Sequence[Row]) -> Table:
    """Given the labels as written (the template's own stand in where one is missing) and the rows
    of values, return the table. The header takes the top rows, row labels the left columns."""
    layout = _Layout(template, written)
    cells = [*layout.corner(), *layout.header(), *layout.labels(rows)]
    for number, row in enumerate(rows):
        for place, (text, trust) in enumerate(row.values):
            column = layout.columns[place]
            cells.append(
                Cell(
                    row=layout.top + number,
                    column=layout.left + place,
                    text=text,
                    row_path=tuple(layout.text(node) for node in row.path),
                    column_path=tuple(layout.text(node) for node in column),
                    trust=trust,
                )
            )
    cells.sort(key=lambda cell: (cell.row, cell.column))
    caption = written.get("caption", template.caption)
    unit = "万元" if any("单位：万元" in layout.text(path[-1]) for path in layout.columns) else None
    return Table(id="", cells=tuple(cells), caption=caption, unit=unit, form=f"{form}/{template.part}")


class _Layout:
    def __init__(self, template: Template, written: Mapping[Key, str]) -> None:
        self.template, self.written = template, written
        self.top = max((node.depth for node in template.columns), default=0)
        self.left = max((node.depth for node in template.rows), default=0)
        self.columns = [path for path in template.column_nodes if not path[-1].children]

    def text(self, node: Node) -> str:
        return self.written.get(node, node.label)

    def corner(self) -> list[Cell]:
        if not self.left:
            return []
        text = self.written.get("corner", "")
        role = "note" if self.template.corner_note else "column"
        return [Cell(0, 0, text, rows=self.top, columns=self.left, role=role)]  # type: ignore[arg-type]

    def header(self) -> list[Cell]:
        cells, place = [], self.left
        for path in self.template.column_nodes:
            node, row = path[-1], len(path) - 1
            deep = 1 if node.children else self.top - row
            cells.append(Cell(row, place, self.text(node), deep, len(node.leaves()), "column"))
            place += 0 if node.children else 1
        return cells

    def labels(self, rows: Sequence[Row]) -> list[Cell]:
        """A label spans the rows it stands for, and the columns up to its values or to the next label."""
        cells: list[Cell] = []
        shown: tuple[Node, ...] = ()
        for number, row in enumerate(rows):
            for level, node in enumerate(row.path):
                if level < len(shown) and shown[level] is node:
                    continue
                last = level == len(row.path) - 1
                below = [r for r in rows[number:] if level < len(r.path) and r.path[level] is node]
                wide = self.left - level if last else 1
                cells.append(Cell(self.top + number, level, self.text(node), len(below), wide, "row"))
            shown = row.path
        return cells
