"""Figures made for the tests. The agencies are invented."""

from __future__ import annotations

from decimal import Decimal

from corpus.report import Citation, Figure, Label


def figure(
    value: str | None, *, year: int = 2022, unit: str | None = "件", label: Label | None = None, raw: str = ""
) -> Figure:
    """A figure of an invented bureau."""
    label = label or Label(row=("行政许可",), column=("本年处理决定数量",))
    citation = Citation(
        report="r1", title="报告", issuer="云岭市林业局", year=year, section=("二、情况",), block="t1", quote=raw or str(value),
        cell=(1, 1), row=label.row, column=label.column,
    )  # fmt: skip
    return Figure(label, None if value is None else Decimal(value), raw or str(value), unit, year, citation)
