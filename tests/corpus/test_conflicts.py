"""Narrative against table: only the same indicator, year and unit with plainly different values conflicts."""

from dataclasses import replace

import pytest

from corpus.conflicts import Conflict, conflicts
from corpus.figures import figures
from corpus.report import Cell, Paragraph, Report, Table
from tests.corpus.made import report

RULES = (("本年制发件数", "77"), ("本年废止件数", "13"), ("现行有效件数", "47"))


def rules(text: str) -> Report:
    """A report whose table says that 77 documents were made and 47 are in force, and whose prose says `text`."""
    head = [Cell(0, 0, "信息内容", role="both")]
    head += [Cell(0, place, name, role="column") for place, (name, _) in enumerate(RULES, 1)]
    rows = [("规章", ["0", "0", "0"]), ("行政规范性文件", [value for _, value in RULES])]
    body = [
        cell
        for line, (name, values) in enumerate(rows, 1)
        for cell in (
            Cell(line, 0, name, role="row"),
            *(
                Cell(line, place, value, row_path=(name,), column_path=(RULES[place - 1][0],))
                for place, value in enumerate(values, 1)
            ),
        )
    ]
    return report(Paragraph("p1", text), Table("t1", (*head, *body), "第二十条第（一）项"))


def test_a_different_value_of_the_same_indicator_is_a_conflict_with_both_places() -> None:
    (found,) = conflicts(figures(rules("清理并集中发布现行有效行政规范性文件39件。")))
    assert found.narrative.raw == "39件"
    assert [figure.raw for figure in found.table] == ["47"]
    assert found.table[0].label.column == ("现行有效件数",)
    assert found.narrative.citation.span is not None


@pytest.mark.parametrize(
    "text",
    [
        "清理并集中发布现行有效行政规范性文件47件。",  # the same
        "现行有效行政规范性文件约40件。",  # hedged
        "2022年现行有效行政规范性文件39件。",  # another year
        "其中茶业类现行有效行政规范性文件9件。",  # a part only
        "全年解读政策39件。",  # another matter
    ],
)
def test_what_is_not_surely_the_same_is_no_conflict(text: str) -> None:
    assert conflicts(figures(rules(text))) == ()


def glued(text: str) -> tuple[Conflict, ...]:
    """The conflicts where the row's digits run together: nobody can tell 7|7134|7 from 77|13|47."""
    whole = rules(text)
    (section,) = whole.sections

    def run(cell: Cell) -> Cell:
        here = cell.role == "value" and cell.row_path == ("行政规范性文件",)
        return replace(cell, text="771347", trust="unreadable") if here else cell

    blocks = tuple(
        replace(block, cells=tuple(map(run, block.cells))) if isinstance(block, Table) else block
        for block in section.blocks
    )
    return conflicts(figures(replace(whole, sections=(replace(section, blocks=blocks),))))


def test_a_run_of_digits_that_cannot_hold_the_narratives_value_is_a_conflict() -> None:
    (found,) = glued("清理并集中发布现行有效行政规范性文件39件。")
    assert (found.narrative.raw, found.table[0].value, found.table[0].raw) == ("39件", None, "771347")
    assert glued("清理并集中发布现行有效行政规范性文件134件。") == ()
