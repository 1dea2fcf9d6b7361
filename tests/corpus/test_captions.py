"""The caption of a table that the page gives in its own element, or the text in the line above."""

from pathlib import Path

import pytest

from corpus.captions import caption_of
from corpus.parse import parse
from corpus.report import Table

ROWS = "<tr><th>项目</th><th>执行数</th></tr><tr><td>水渠维修</td><td>12.5</td></tr><tr><td>水窖维修</td><td>8</td></tr>"


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("表二 各项目支出决算表（单位：万元）", "表二各项目支出决算表"),
        ("公开03表 重点项目预算执行情况（单位：万元）", "公开03表重点项目预算执行情况"),
        ("附表1：民生实事进展", "附表1：民生实事进展"),
        ("2023年民生实事清单", "2023年民生实事清单"),
        ("各县（市、区）主要指标见下表。", ""),
        ("具体情况如下表", ""),
        ("编制部门：云泽县水务局 单位：元", ""),
        ("表扬先进单位3个，通报批评2个", ""),
    ],
)
def test_a_line_above_a_table_is_its_caption_where_it_is_written_as_one(line: str, caption: str) -> None:
    assert caption_of(line) == caption


@pytest.mark.parametrize(
    "table",
    [
        f"<table><caption>表1 重点项目执行情况（单位：万元）</caption>{ROWS}</table>",
        f"<p>表1 重点项目执行情况（单位：万元）</p><table>{ROWS}</table>",
    ],
)
def test_a_caption_stands_with_its_table_and_gives_its_unit(tmp_path: Path, table: str) -> None:
    page = f"<html><body><h1>云泽县水务局2023年度工作总结</h1><h2>一、项目</h2><p>项目情况如下。</p>{table}</body></html>"
    path = tmp_path / "a.html"
    path.write_text(page, "utf-8")
    report = parse(path, issuer="云泽县水务局", year=2023)
    (found,) = (block for section in report.sections for block in section.blocks if isinstance(block, Table))
    assert found.caption.replace(" ", "").startswith("表1重点项目执行情况")
    assert [cell.text for cell in found.cells if cell.role == "value"] == ["12.5", "8"]
