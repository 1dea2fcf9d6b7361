"""Reports made by hand for the tests. Every agency and number in them is invented."""

from __future__ import annotations

from corpus.report import Cell, Paragraph, Report, Section, Table

HEADING = ("一、总体情况",)


def report(*blocks: Paragraph | Table, year: int = 2024, path: tuple[str, ...] = HEADING) -> Report:
    """Given the blocks of one section, return a report of the invented 云溪县茶业发展局."""
    title = f"云溪县茶业发展局{year}年政府信息公开工作年度报告"
    section = Section("s1", path, blocks)
    kind = "政府信息公开工作年度报告"
    return Report("abcdef012345", "云溪县茶业发展局", year, title, kind, (section,), "a.txt", "0" * 64)


def prose(text: str, year: int = 2024, path: tuple[str, ...] = HEADING) -> Report:
    return report(Paragraph("p1", text), year=year, path=path)


Path = tuple[str, ...]


def table(cells: dict[tuple[Path, Path], str], caption: str = "", unit: str | None = None) -> Table:
    """Given (row path, column path) -> text, return a table of those value cells, one a line."""
    made = tuple(
        Cell(number, 1, text, row_path=row, column_path=column)
        for number, ((row, column), text) in enumerate(cells.items(), 1)
    )
    return Table("t1", made, caption, unit)
