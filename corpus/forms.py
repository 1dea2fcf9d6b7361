"""The national forms as trees of labels, read from data/forms.toml.

Source of the labels: 政府信息公开工作年度报告格式, by 国务院办公厅政府信息与政务公开办公室, in the
versions of 2019 and 2021 (国办公开办函〔2021〕30号).
"""

from __future__ import annotations

import tomllib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from corpus.language.wording import Numbered, letters


class FormError(Exception):
    """A mistake in data/forms.toml: the message names the table and the line."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A label of a form with what stands under it. `others` are other wordings of the same label, and
    `wordings` all of them taken apart. A node is one place of one form: two are never equal."""

    id: str
    label: str
    others: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()
    wordings: tuple[Numbered, ...] = ()

    def leaves(self) -> tuple[Node, ...]:
        """Return the nodes at the bottom, in order; a node without children is its own leaf."""
        return tuple(leaf for child in self.children for leaf in child.leaves()) or (self,)

    def walk(self, above: tuple[Node, ...] = ()) -> Iterator[tuple[Node, ...]]:
        """Yield the path to this node and to each under it, in reading order."""
        path = (*above, self)
        yield path
        for child in self.children:
            yield from child.walk(path)

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)


Key = Node | Literal["caption", "corner"]
"""A place of a form where something is written: a label, the caption, or the corner above the row labels."""


@dataclass(frozen=True, slots=True)
class Rule:
    """left sum = right sum: over rows (for each column), or over columns (for each row), named by ids."""

    name: str
    axis: Literal["rows", "columns"]
    left: tuple[str, ...]
    right: tuple[str, ...]
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Template:
    """One table of a form. `form` is "national" where both forms share the tree."""

    form: str
    part: str
    columns: tuple[Node, ...]
    rows: tuple[Node, ...]
    caption: str = ""
    corner: str = ""
    corner_note: bool = False
    rules: tuple[Rule, ...] = field(default=())

    @property
    def leaves(self) -> tuple[Node, ...]:
        """The value columns, left to right."""
        return tuple(leaf for node in self.columns for leaf in node.leaves())

    @property
    def row_nodes(self) -> tuple[tuple[Node, ...], ...]:
        """The path of every row label, groups included, in reading order."""
        return tuple(path for node in self.rows for path in node.walk())

    def summands(self, names: Sequence[str], known: Container[str]) -> tuple[str, ...]:
        """Given the names of a rule and the ids that a table has, return the ids to sum: "x/*" is every
        row of figures under x but its total. A row that the form has and the table lacks is named too,
        unless the table has figures for its group instead."""
        out: list[str] = []
        for name in names:
            under = [path for path in self.row_nodes if name in (f"{node.id}/*" for node in path[:-1])]
            out += [p[-1].id for p in under if p[-1].id in known and p[-1].id != "total"]
            out += [p[-1].id for p in under if not p[-1].children and not any(node.id in known for node in p)]
            out += [] if name.endswith("/*") else [name]
        return tuple(out)

    @property
    def column_nodes(self) -> tuple[tuple[Node, ...], ...]:
        return tuple(path for node in self.columns for path in node.walk())


@cache
def templates() -> tuple[Template, ...]:
    """Return every table of the national forms; FormError where the data is not in order."""
    raw = tomllib.loads((files("corpus") / "data" / "forms.toml").read_text(encoding="utf-8"))
    return tuple(_template(table) for table in raw["table"])


def _template(raw: dict[str, Any]) -> Template:
    where = f"forms.toml, {raw['form']}/{raw['part']}"
    built = Template(
        form=raw["form"],
        part=raw["part"],
        columns=_outline(raw["columns"], where),
        rows=_outline(raw["rows"], where),
        caption=raw.get("caption", ""),
        corner=raw.get("corner", ""),
        corner_note=raw.get("corner_note", False),
        rules=tuple(
            Rule(r["name"], r["axis"], tuple(r["left"]), tuple(r["right"]), r.get("firm", True))
            for r in raw.get("rule", ())
        ),
    )
    for rule in built.rules:
        nodes = built.row_nodes if rule.axis == "rows" else built.column_nodes
        known = {path[-1].id for path in nodes}
        for name in (*rule.left, *rule.right):
            if name.removesuffix("/*") not in known:
                raise FormError(f"{where}: rule {rule.name!r} names {name!r}, which no line has")
    return built


def _outline(text: str, where: str) -> tuple[Node, ...]:
    lines = [line for line in text.splitlines() if line.strip()]
    nodes, rest = _level(lines, 0, where)
    if rest:
        raise FormError(f"{where}: {rest[0]!r} is indented under nothing")
    return nodes


def _level(lines: list[str], indent: int, where: str) -> tuple[tuple[Node, ...], list[str]]:
    nodes: list[Node] = []
    while lines and len(lines[0]) - len(lines[0].lstrip()) == indent:
        name, _, labels = lines[0].strip().partition(" ")
        label, *others = (part.strip() for part in labels.split(" = "))
        if not letters(label):
            raise FormError(f"{where}: {lines[0]!r} has no label")
        children, lines = _level(lines[1:], indent + 2, where)
        wordings = tuple(Numbered.of(text) for text in (label, *others))
        nodes.append(Node(name, label, tuple(others), children, wordings))
    return tuple(nodes), lines
