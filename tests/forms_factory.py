"""Makes national-form reports with random figures that satisfy all of the form's checks, for every test.

form = random_form(random.Random(7), "2021")
form.cells          every value with its caption, row path and column path
form.grids          the three tables as cells with spans, for writers of DOCX, XLSX, PDF
form.as_text(kind)  the report flattened in one of form_grids.FLATTENINGS
form.as_html()      the report with real spans
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from tests.form_grids import FLAT, FormGrid, by_row, html_row
from tests.form_tables import Truth, Version, applications, article_20, review


@dataclass(frozen=True)
class FormData:
    version: Version
    issuer: str
    year: int
    grids: tuple[FormGrid, ...]
    cells: tuple[Truth, ...]

    def written(self, write: Callable[[str], str]) -> FormData:
        """The same form with every value written another way: `"" if v == "0" else v` leaves zeros blank."""
        grids = tuple(
            FormGrid(g.heading, tuple(c if c.header else replace(c, text=write(c.text)) for c in g.cells))
            for g in self.grids
        )
        cells = tuple(replace(truth, value=write(truth.value)) for truth in self.cells)
        return replace(self, grids=grids, cells=cells)

    @property
    def title(self) -> str:
        return f"{self.issuer}{self.year}年政府信息公开工作年度报告"

    @property
    def opening(self) -> str:
        return f"本报告所列数据的统计期限自{self.year}年1月1日起至{self.year}年12月31日止。"

    @property
    def closing(self) -> tuple[str, ...]:
        return (
            "五、存在的主要问题及改进情况",
            "工作人员业务水平有待提高。",
            "六、其他需要报告的事项",
            "无。",
        )

    def as_text(self, kind: str) -> str:
        """The report as flattened text; "glued" is one line with every separator lost."""
        flat = FLAT[kind]
        parts = [self.title, self.opening, "一、总体情况", "严格依法公开政府信息。"]
        for grid in self.grids:
            parts += [grid.heading, flat(grid)]
        return ("" if kind == "glued" else "\n").join([*parts, *self.closing])

    def as_html(self) -> str:
        """The report as a page with real rowspan and colspan."""
        out = [f"<html><head><title>{self.title}</title></head><body><h1>{self.title}</h1>"]
        out += [f"<p>{text}</p>" for text in (self.opening, "一、总体情况", "严格依法公开政府信息。")]
        for grid in self.grids:
            out += [f"<p>{grid.heading}</p>", "<table>", *map(html_row, by_row(grid)), "</table>"]
        return "\n".join([*out, *(f"<p>{text}</p>" for text in self.closing), "</body></html>"])


def random_form(
    rng: Random, version: Version, *, most: int = 60, issuer: str = "云梦泽市测试管理局", year: int = 2020
) -> FormData:
    """Given a source of chance, return a form whose figures satisfy every check of the form. `most` bounds
    a single figure of the applications table; about half of the figures are 0, as in real reports."""
    rules, rule_cells = article_20(rng, version, most)
    received, received_cells = applications(rng, version, most)
    reviewed, reviewed_cells = review(rng, most)
    return FormData(
        version,
        issuer,
        year,
        (
            FormGrid("二、主动公开政府信息情况", rules),
            FormGrid("三、收到和处理政府信息公开申请情况", received),
            FormGrid("四、政府信息公开行政复议、行政诉讼情况", reviewed),
        ),
        (*rule_cells, *received_cells, *reviewed_cells),
    )
