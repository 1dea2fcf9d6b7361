"""Real reports beside the checkout: what was read is compared with values taken from the source by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.national.recover import recover
from tests.corpus.test_recover import read, values

REPORTS = Path(__file__).parents[3] / "shared/reports"
pytestmark = pytest.mark.skipif(not REPORTS.is_dir(), reason="no shared reports beside the checkout")

# The digits of each run were parted by hand; "?" is a value that the run does not settle.
ROWS = {
    "pingtan-2019.txt": {
        "规章": "0 0 0",
        "规范性文件": "? ? ?",
        "行政许可": "? ? ?",
        "政府集中采购": "? ?",
        "一、本年新收政府信息公开申请数量": "23 0 0 0 0 0 23",
        "（一）予以公开": "7 0 0 0 0 0 7",
        "3.补正后申请内容仍不明确": "5 0 0 0 0 0 5",
        "（六）其他处理": "0 0 0 0 0 0 0",
        "（七）总计": "23 0 0 0 0 0 23",
        "": "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
    },
    "pingtan-2021.txt": {
        "行政规范性文件": "? ? ?",
        "行政许可": "2293",
        "行政处罚": "1282",
        "行政强制": "42",
        "行政事业性收费": "24252.311082",
        "一、本年新收政府信息公开申请数量": "64 0 0 2 0 4 70",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "5 0 0 0 0 0 5",
        "1.本机关不掌握相关政府信息": "22 0 0 0 0 3 25",
        "（七）总计": "63 0 0 2 0 4 69",
        "四、结转下年度继续办理": "1 0 0 0 0 0 1",
        "": "1 0 2 0 3 12 0 0 0 12 0 0 0 0 0",
    },
    "pingtan-2023.txt": {
        "规章": "0 0 0",
        "行政规范性文件": "? ? ?",
        "行政许可": "2629",
        "一、本年新收政府信息公开申请数量": "80 1 0 0 0 0 81",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "19 1 0 0 0 0 20",
        "8.属于行政查询事项": "2 0 0 0 0 0 2",
        "1.本机关不掌握相关政府信息": "31 0 0 0 0 0 31",
        "3.其他": "1 0 0 0 0 0 1",
        "": "1 1 0 0 2 4 0 0 1 5 1 0 1 0 2",
    },
    "pingtan-2024.txt": {
        "行政许可": "4529",
        "行政强制": "65",
        "一、本年新收政府信息公开申请数量": "217 1 0 0 0 0 218",
        "（一）予以公开": "71 0 0 0 0 0 71",
        "5.属于三类内部事务信息": "32 0 0 0 0 0 32",
        "3.其他": "1 1 0 0 0 0 2",
        "": "2 1 3 1 7 0 0 0 0 0 13 2 4 0 19",
    },
    "shuyang-2025-ocr.txt": {
        "行政规范性文件": "6 1 32",
        "行政许可": "517645",
        "一、本年新收政府信息公开申请数量": "705 3 0 0 5 0 713",
        "(一)予以公开": "290 1 0 0 3 0 294",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "7 0 0 0 0 0 7",
        "四、结转下年度继续办理": "31 0 0 0 0 0 31",
        "": "27 10 9 15 61 3 0 0 0 3 8 0 1 1 10",
    },
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_read_from_real_reports(name: str) -> None:
    rows: dict[str, list[str]] = {}
    for key, cell in values(read((REPORTS / name).read_text(encoding="utf-8"))).items():
        text = "?" if cell.trust == "unreadable" else cell.text
        rows.setdefault(key[2][-1] if key[2] else "", []).append(text)
    assert {label: " ".join(rows[label]) for label in ROWS[name]} == ROWS[name]


def test_a_report_without_the_form_has_none() -> None:
    text = (REPORTS / "pingtan-market-regulation-2024-summary.txt").read_text(encoding="utf-8")
    assert recover(text) is None
