"""Figures and reports made for the tests. The agencies are invented."""

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


def summary(year: int, said: str) -> str:
    """The text of an invented bureau's work summary."""
    return f"云泽县水务局{year}年度工作总结\n\n一、工作情况\n\n{said}\n"


def work_report(year: int, done: str, plans: str) -> str:
    """The text of an invented county's work report."""
    opening = "各位代表：现在，我代表县人民政府向大会报告工作，请予审议。"
    return f"云泽县{year}年政府工作报告\n\n{opening}\n\n一、过去一年工作回顾\n\n{done}\n\n二、{year}年工作安排\n\n{plans}\n"
