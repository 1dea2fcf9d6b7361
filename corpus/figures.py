"""Every figure of a report: its value cells, and the numbers in its prose that measure something."""

from __future__ import annotations

from corpus.cells import cell_figures
from corpus.prose import prose_figures
from corpus.report import Figure, Paragraph, Report


def figures(report: Report) -> tuple[Figure, ...]:
    """Given a report, return its figures in reading order, each citing its cell or its sentence."""
    return tuple(
        figure
        for section in report.sections
        for block in section.blocks
        for figure in (
            prose_figures(report, section, block)
            if isinstance(block, Paragraph)
            else cell_figures(report, section, block)
        )
    )
