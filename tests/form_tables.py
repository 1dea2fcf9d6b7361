"""The three tables of the national forms, filled with figures that satisfy the forms' checks.

The labels are written out here by hand, apart from the product's own templates, so a mistake there shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from tests.form_grids import Placed

Version = Literal["2019", "2021"]
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS = (
    ("申请人情况", "自然人"),
    ("申请人情况", "法人或其他组织", "商业企业"),
    ("申请人情况", "法人或其他组织", "科研机构"),
    ("申请人情况", "法人或其他组织", "社会公益组织"),
    ("申请人情况", "法人或其他组织", "法律服务机构"),
    ("申请人情况", "法人或其他组织", "其他"),
    ("申请人情况", "总计"),
)
_OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
REVIEW = (
    *(("行政复议", outcome) for outcome in _OUTCOMES),
    *(("行政诉讼", "未经复议直接起诉", outcome) for outcome in _OUTCOMES),
    *(("行政诉讼", "复议后起诉", outcome) for outcome in _OUTCOMES),
)
_RESULTS = (
    ("（一）予以公开",),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）",),
    ("（三）不予公开", "1.属于国家秘密"),
    ("（三）不予公开", "2.其他法律行政法规禁止公开"),
    ("（三）不予公开", "3.危及“三安全一稳定”"),
    ("（三）不予公开", "4.保护第三方合法权益"),
    ("（三）不予公开", "5.属于三类内部事务信息"),
    ("（三）不予公开", "6.属于四类过程性信息"),
    ("（三）不予公开", "7.属于行政执法案卷"),
    ("（三）不予公开", "8.属于行政查询事项"),
    ("（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("（四）无法提供", "2.没有现成信息需要另行制作"),
    ("（四）无法提供", "3.补正后申请内容仍不明确"),
    ("（五）不予处理", "1.信访举报投诉类申请"),
    ("（五）不予处理", "2.重复申请"),
    ("（五）不予处理", "3.要求提供公开出版物"),
    ("（五）不予处理", "4.无正当理由大量反复申请"),
    ("（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
)
_OTHER_RESULTS: dict[Version, tuple[tuple[str, ...], ...]] = {
    "2019": (("（六）其他处理",),),
    "2021": (
        ("（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("（六）其他处理", "3.其他"),
    ),
}


@dataclass(frozen=True)
class Truth:
    """A value as the form means it: "" for the caption where the table has none."""

    part: str
    caption: str
    row: tuple[str, ...]
    column: tuple[str, ...]
    value: str


Filled = tuple[tuple[Placed, ...], list[Truth]]
"""A table's cells as they stand, and its values as the form means them."""


def _figure(rng: Random, most: int) -> int:
    return rng.choice((0, rng.randint(0, 9), rng.randint(0, most), 0))


# --- 第二十条 -------------------------------------------------------------------------------------------

_Block = tuple[str, str, tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]


def _blocks(rng: Random, version: Version, most: int) -> list[_Block]:
    def counts(n: int) -> tuple[str, ...]:
        return tuple(str(_figure(rng, most)) for _ in range(n))

    def change() -> tuple[str, str, str]:
        before = _figure(rng, most * 50)
        by = rng.choice((0, rng.randint(-before, most * 5)))
        written = f"增{by}" if by > 0 else f"减{-by}" if by < 0 else "0"
        return str(before), written, str(before + by)

    if version == "2019":
        changed = ("上一年项目数量", "本年增/减", "处理决定数量")
        made = ("本年新制作数量", "本年新公开数量", "对外公开总数量")
        bought = (str(_figure(rng, most)), f"{rng.randint(1, 10**6)}.{rng.randint(10, 99)}元")
        return [
            ("rules", "第二十条第（一）项", made, (("规章", counts(3)), ("规范性文件", counts(3)))),
            (
                "permits",
                "第二十条第（五）项",
                changed,
                (("行政许可", change()), ("其他对外管理服务事项", change())),
            ),
            ("penalties", "第二十条第（六）项", changed, (("行政处罚", change()), ("行政强制", change()))),
            ("fees", "第二十条第（八）项", changed[:2], (("行政事业性收费", counts(2)),)),
            (
                "procurement",
                "第二十条第（九）项",
                ("采购项目数量", "采购总金额"),
                (("政府集中采购", bought),),
            ),
        ]
    made = ("本年制发件数", "本年废止件数", "现行有效件数")
    decided = ("本年处理决定数量",)
    fee = (f"{rng.randint(0, 10**5)}.{rng.randint(1, 9)}",)
    return [
        ("rules", "第二十条第（一）项", made, (("规章", counts(3)), ("行政规范性文件", counts(3)))),
        ("permits", "第二十条第（五）项", decided, (("行政许可", counts(1)),)),
        ("penalties", "第二十条第（六）项", decided, (("行政处罚", counts(1)), ("行政强制", counts(1)))),
        ("fees", "第二十条第（八）项", ("本年收费金额（单位：万元）",), (("行政事业性收费", fee),)),
    ]


def article_20(rng: Random, version: Version, most: int) -> Filled:
    """Given a source of chance, return the table of 第二十条, its single figures up to `most` or so."""
    placed: list[Placed] = []
    cells: list[Truth] = []
    row = 0
    for part, caption, columns, lines in _blocks(rng, version, most):
        placed.append(Placed(row, 0, caption, columns=4, header=True))
        placed += _article_line(row + 1, "信息内容", columns, header=True)
        for number, (label, values) in enumerate(lines, row + 2):
            placed += _article_line(number, label, values, header=False)
            cells += [Truth(part, caption, (label,), (c,), v) for c, v in zip(columns, values, strict=True)]
        row += 2 + len(lines)
    return tuple(placed), cells


def _article_line(row: int, label: str, texts: tuple[str, ...], *, header: bool) -> list[Placed]:
    """Four columns wide: the last text takes what is left."""
    cells = [Placed(row, 0, label, header=True)]
    for place, text in enumerate(texts, 1):
        wide = 4 - place if place == len(texts) else 1
        cells.append(Placed(row, place, text, columns=wide, header=header))
    return cells


# --- applications ----------------------------------------------------------------------------------------


def applications(rng: Random, version: Version, most: int) -> Filled:
    """Given a source of chance, return the table of applications, in balance."""
    results = (*_RESULTS, *_OTHER_RESULTS[version])
    lines = [[_figure(rng, most) for _ in range(6)] for _ in results]
    total = [sum(column) for column in zip(*lines, strict=True)]
    carried_out = [_figure(rng, most // 4) for _ in range(6)]
    carried_in = [min(_figure(rng, most // 4), t + c) for t, c in zip(total, carried_out, strict=True)]
    received = [t + c - i for t, c, i in zip(total, carried_out, carried_in, strict=True)]
    third = "三、本年度办理结果"
    rows: list[tuple[tuple[str, ...], list[int]]] = [
        (("一、本年新收政府信息公开申请数量",), received),
        (("二、上年结转政府信息公开申请数量",), carried_in),
        *(((third, *path), line) for path, line in zip(results, lines, strict=True)),
        ((third, "（七）总计"), total),
        (("四、结转下年度继续办理",), carried_out),
    ]
    values = [(path, [str(v) for v in (*line, sum(line))]) for path, line in rows]
    cells = [
        Truth("applications", "", path, column, value)
        for path, line in values
        for column, value in zip(APPLICANTS, line, strict=True)
    ]
    return (*_applications_header(), *_labels(values), *_values(values, top=3, left=3)), cells


def _applications_header() -> list[Placed]:
    cells = [
        Placed(0, 0, CORNER, 3, 3, header=True),
        Placed(0, 3, "申请人情况", 1, 7, header=True),
        Placed(1, 3, "自然人", 2, 1, header=True),
        Placed(1, 4, "法人或其他组织", 1, 5, header=True),
        Placed(1, 9, "总计", 2, 1, header=True),
    ]
    return cells + [Placed(2, 4 + i, p[2], header=True) for i, p in enumerate(APPLICANTS[1:6])]


def _labels(rows: list[tuple[tuple[str, ...], list[str]]]) -> list[Placed]:
    cells: list[Placed] = []
    before: tuple[str, ...] = ()
    for number, (path, _) in enumerate(rows):
        for level, label in enumerate(path):
            if before[: level + 1] != path[: level + 1]:
                high = sum(other[: level + 1] == path[: level + 1] for other, _ in rows)
                wide = 3 - level if level == len(path) - 1 else 1
                cells.append(Placed(3 + number, level, label, high, wide, header=True))
        before = path
    return cells


def _values(rows: list[tuple[tuple[str, ...], list[str]]], *, top: int, left: int) -> list[Placed]:
    return [
        Placed(top + number, left + place, value)
        for number, (_, line) in enumerate(rows)
        for place, value in enumerate(line)
    ]


# --- review and litigation -------------------------------------------------------------------------------


def review(rng: Random, most: int) -> Filled:
    """Given a source of chance, return the table of reviews and lawsuits, with its totals."""
    line: list[str] = []
    for _ in range(3):
        outcomes = [_figure(rng, most) for _ in range(4)]
        line += [str(v) for v in (*outcomes, sum(outcomes))]
    header = [
        Placed(0, 0, "行政复议", 1, 5, header=True),
        Placed(0, 5, "行政诉讼", 1, 10, header=True),
        *(Placed(1, i, outcome, 2, 1, header=True) for i, outcome in enumerate(_OUTCOMES)),
        Placed(1, 5, "未经复议直接起诉", 1, 5, header=True),
        Placed(1, 10, "复议后起诉", 1, 5, header=True),
        *(Placed(2, 5 + i, outcome, header=True) for i, outcome in enumerate(_OUTCOMES * 2)),
    ]
    cells = [Truth("review", "", (), path, v) for path, v in zip(REVIEW, line, strict=True)]
    return (*header, *_values([((), line)], top=3, left=0)), cells
