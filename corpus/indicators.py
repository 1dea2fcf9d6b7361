"""The canonical indicators of the national forms: one id for the same matter in every form and wording.

Names and English glosses are in data/indicators.toml; the ids come from data/forms.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.forms import FormError, Node, Template, templates
from corpus.language.wording import Numbered, letters, unnumbered
from corpus.national.indicator_lists import FORM, canonical
from corpus.national.places import Path, matches, places
from corpus.report import Label, Table


@dataclass(frozen=True, slots=True)
class Indicator:
    """What one place of a form measures.

    `zh` is its canonical Chinese name, `en` its English gloss; `names` are everyday Chinese names (… stands
    for up to six characters), `ask` English question words (… for up to sixteen). `default` marks the
    column that is meant when a question names no breakdown (总计). `parts` are the ids it is the sum of, for
    a group of the form (不予公开 is the sum of its reasons): they count where the report has no figure of
    its own for the group. `forms` are the forms that have it.
    """

    id: str
    zh: str
    en: str
    unit: str | None
    forms: tuple[str, ...]
    default: bool
    names: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator with the name of it that stands in a text, and where."""

    indicator: Indicator
    name: str
    start: int
    end: int


def indicators() -> dict[str, Indicator]:
    """Return every indicator of the national forms by id; FormError where the data is not in order."""
    return _load()[0]


def of(label: Label) -> Indicator | None:
    """Given a figure's label, return its indicator; None where it is no place of a national form.

    A label cut short that fits several columns has none: `of_cells` can tell by the whole table.
    """
    if label.indicator is not None:
        return indicators().get(label.indicator)
    if label.phrase:
        return None
    found = {name for template in templates() for name in _ids(template, label)}
    return indicators().get(found.pop()) if len(found) == 1 else None


def of_cells(table: Table) -> dict[tuple[int, int], Indicator]:
    """Given a table, return the indicator of each value cell that is a place of a national form."""
    known = indicators()
    if table.form == FORM:
        ids = {(c.row, c.column): canonical(table, c, _load()[2]) for c in table.cells if c.role == "value"}
        return {place: known[name] for place, name in ids.items() if name}
    found = places(table)
    if found is None:
        return {}
    return {
        (cell.row, cell.column): known[_id(found.template, found.rows[cell.row], found.columns[cell.column])]
        for cell in table.cells
        if cell.role == "value" and cell.row in found.rows and cell.column in found.columns
    }


def lookup(text: str) -> tuple[Named, ...]:
    """Given a question in simplified Chinese or English, return the indicators it names, the longest name
    first; an indicator once. Several of the same length are all given: the caller judges."""
    plain = text.casefold()
    found: dict[str, Named] = {}
    for indicator, name, pattern in _patterns():
        met = pattern.search(plain)
        if met and (indicator.id not in found or len(name) > len(found[indicator.id].name)):
            found[indicator.id] = Named(indicator, name, *met.span())
    return tuple(sorted(found.values(), key=lambda named: -len(named.name)))


def called(text: str) -> dict[str, str]:
    """Given a question, return the indicators it names, each with all the words of the question that name it.

    What is said between the words of a name may make it another thing's (收到的重复申请 are not 收到…申请), and is no
    part of the name: 申请…提出 does not name what was 邮寄.
    """
    plain = text.casefold()
    met = [
        (one.id, name, match.span()) for one, name, pattern in _patterns() if (match := pattern.search(plain))
    ]
    found: dict[str, str] = {}
    for indicator, name, span in met:
        if not any(_within(other, span) and _row(one) != _row(indicator) for one, _, other in met):
            found[indicator] = f"{found.get(indicator, '')} {name.replace('…', ' ')}".strip()
    return found


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether a span ends where another does and begins after it: the thing at its end is a thing by itself."""
    return outer[0] < inner[0] and inner[1] == outer[1]


def _row(indicator: str) -> str:
    return indicator.rpartition(".")[0]


def gloss(label: str) -> str | None:
    """Given a label of a national form as written, its number included, return it in English, or None."""
    glosses = _load()[1]
    body = Numbered.of(label).body
    if body in glosses:
        return glosses[body]
    nodes = [(path[-1],) for t in templates() for path in (*t.row_nodes, *t.column_nodes)]
    fitting = {letters(unnumbered(path[-1].label)) for path in matches(nodes, (label,))}
    return glosses.get(fitting.pop()) if len(fitting) == 1 else None


# --- ids -----------------------------------------------------------------------------------------------


def _id(template: Template, row: Path, column: Path) -> str:
    return ".".join((template.part, *(node.id for node in row[-1:]), column[-1].id))


def _ids(template: Template, label: Label) -> Iterator[str]:
    if label.caption and template.caption and letters(template.caption) != letters(label.caption):
        return
    leaves = [path for path in template.column_nodes if not path[-1].children]
    rows = matches(template.row_nodes, label.row) if template.rows else [()]
    if not template.rows and label.row:
        return
    for row in rows:
        for column in matches(leaves, label.column):
            yield _id(template, row, column)


# --- loading -------------------------------------------------------------------------------------------


@cache
def _load() -> tuple[dict[str, Indicator], dict[str, str], dict[str, str]]:
    raw = tomllib.loads((files("corpus") / "data" / "indicators.toml").read_text(encoding="utf-8"))
    glosses = {letters(label): english for label, english in raw["gloss"].items()}
    named = {entry["id"]: entry for entry in raw["indicator"]}
    built: dict[str, Indicator] = {}
    for template in templates():
        for row in template.row_nodes or ((),):
            for column in template.column_nodes:
                made = _indicator(template, row, column, glosses, named, raw["unit"])
                before = built.get(made.id)
                built[made.id] = _merged(before, made) if before else made
    earlier = {letters(label): name for label, name in raw["before_2019"].items()}
    if unknown := {*named, *earlier.values()} - set(built):
        raise FormError(f"indicators.toml: no place of a form has the id {sorted(unknown)[0]!r}")
    return built, glosses, earlier


def _merged(one: Indicator, other: Indicator) -> Indicator:
    """The same place of two forms: the later form's wording, and both forms."""
    return Indicator(
        other.id, other.zh, other.en, other.unit, tuple(dict.fromkeys((*one.forms, *other.forms))),
        other.default, other.names, other.ask, other.parts,
    )  # fmt: skip


def _indicator(
    template: Template,
    row: Path,
    column: Path,
    glosses: dict[str, str],
    named: dict[str, dict[str, Any]],
    units: dict[str, str],
) -> Indicator:
    name = _id(template, row, column)
    own = named.get(name, {})
    return Indicator(
        id=name,
        zh=_chinese(template, row, column),
        en=_english(template, row, column, glosses),
        unit=units.get(name, units.get(template.part)),
        forms=("national-2019", "national-2021") if template.form == "national" else (template.form,),
        default=_is_default(template, column),
        names=tuple(own.get("names", ())),
        ask=tuple(own.get("ask", ())),
        parts=_parts(template, row, column),
    )


def _is_default(template: Template, column: Path) -> bool:
    if template.part == "applications":
        return column[-1].id == "total"
    return column[-1].id.endswith("_total") or column[-1].id in ("litigation", "decisions", "made", "amount")


def _parts(template: Template, row: Path, column: Path) -> tuple[str, ...]:
    """The figures whose sum a group of columns, or of rows, is; where the group has totals, those alone."""
    if column[-1].children:
        return tuple(_id(template, row, (node,)) for node in _summands(column[-1]))
    if row and row[-1].children:
        return tuple(_id(template, (node,), column) for node in _summands(row[-1]))
    return ()


def _summands(group: Node) -> tuple[Node, ...]:
    totals = tuple(node for node in group.leaves() if node.id.endswith("total"))
    return totals or group.leaves()


def _chinese(template: Template, row: Path, column: Path) -> str:
    """行政许可处理决定数量; 不予公开：属于国家秘密; 行政诉讼（复议后起诉）结果维持; 予以公开（自然人）."""
    columns = [unnumbered(node.label) for node in column]
    if not row:
        return columns[0] + "".join(f"（{text}）" for text in columns[1:-1]) + "".join(columns[1:][-1:])
    rows = [unnumbered(node.label) for node in row if node.id != "results"] or [unnumbered(row[0].label)]
    if template.part != "applications":
        return rows[-1] + columns[-1]
    return "：".join(rows) + ("" if column[-1].id == "total" else f"（{columns[-1]}）")


def _english(template: Template, row: Path, column: Path, glosses: dict[str, str]) -> str:
    row = tuple(node for node in row if node.id != "results") or row
    nodes = [*row, *(node for node in column if node.id != "applicants" or node is column[-1])]
    if template.part == "applications" and len(nodes) > 1 and column[-1].id == "total":
        nodes = nodes[:-1]
    return ", ".join(_gloss(node, glosses) for node in nodes)


def _gloss(node: Node, glosses: dict[str, str]) -> str:
    key = letters(unnumbered(node.label))
    if key not in glosses:
        raise FormError(f"indicators.toml: no gloss for {node.label!r}")
    return glosses[key]


@cache
def _patterns() -> tuple[tuple[Indicator, str, re.Pattern[str]], ...]:
    return tuple(
        (indicator, name, _pattern(name))
        for indicator in indicators().values()
        for name in (*indicator.names, *indicator.ask, *((indicator.zh,) if indicator.default else ()))
    )


def _pattern(name: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in name.casefold().split("…")]
    english = name.replace("…", "").isascii()
    return re.compile(r"\b" + ".{1,16}?".join(parts) if english else ".{0,6}?".join(parts))
