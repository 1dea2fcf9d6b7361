"""Where a figure or a passage stands in its report: in a cell, or in a stretch of a paragraph."""

from __future__ import annotations

from corpus.report import Cell, Citation, Paragraph, Report, Section, Table
from corpus.sentences import Span


def of_cell(report: Report, section: Section, table: Table, cell: Cell) -> Citation:
    """Given a cell and what it stands in, return the citation of it."""
    return Citation(
        report=report.id,
        title=report.title,
        issuer=report.issuer,
        year=report.year,
        section=(*section.path, table.caption) if table.caption else section.path,
        block=table.id,
        quote=cell.text,
        cell=(cell.row, cell.column),
        row=cell.row_path,
        column=cell.column_path,
        page=cell.box.page if cell.box else table.page,
    )


def of_span(report: Report, section: Section, paragraph: Paragraph, span: Span) -> Citation:
    """Given a stretch of a paragraph (offsets) and what it stands in, return the citation of it."""
    return Citation(
        report=report.id,
        title=report.title,
        issuer=report.issuer,
        year=report.year,
        section=section.path,
        block=paragraph.id,
        quote=paragraph.text[span[0] : span[1]],
        span=span,
        page=paragraph.page,
    )
