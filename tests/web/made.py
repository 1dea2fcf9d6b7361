"""A small report made by hand for the page tests: invented agency, one prose section, one table."""

from __future__ import annotations

from dataclasses import replace

from corpus.report import Cell, Paragraph, Report, Section, Table

SENTENCE = "全年共办理来信36件。"
TABLE = Table(
    id="t1",
    caption="办理情况表",
    unit="件",
    notes=("注：含上年结转。",),
    cells=(
        Cell(0, 0, "项目", rows=2, columns=2, role="column"),
        Cell(0, 2, "申请人", columns=2, role="column"),
        Cell(1, 2, "个人", role="column"),
        Cell(1, 3, "企业", role="column"),
        Cell(2, 0, "结果", rows=2, role="row"),
        Cell(2, 1, "公开", role="row"),
        Cell(2, 2, "12", row_path=("结果", "公开"), column_path=("申请人", "个人")),
        Cell(2, 3, "0", row_path=("结果", "公开"), column_path=("申请人", "企业")),
        Cell(3, 1, "不公开", role="row"),
        Cell(3, 2, "3", row_path=("结果", "不公开"), column_path=("申请人", "个人"), trust="ocr"),
    ),
)
HEADS = ("上午", "下午", "合计")
LINES = (("东区", "12", "5", "18"), ("西区", "4", "3", "7"), ("北区", "2", "1", "3"))  # 12 + 5 is not 18
SUMS = Table(
    id="t2",
    cells=(
        Cell(0, 0, "窗口", role="both"),
        *(Cell(0, column, text, role="column") for column, text in enumerate(HEADS, 1)),
        *(Cell(row, 0, line[0], role="row") for row, line in enumerate(LINES, 1)),
        *(
            Cell(row, column, line[column], row_path=(line[0],), column_path=(HEADS[column - 1],))
            for row, line in enumerate(LINES, 1)
            for column in (1, 2, 3)
        ),
    ),
)
REPORT = Report(
    id="0f0f0f0f0f0f",
    issuer="云溪县测试局",
    year=2018,
    title="云溪县测试局2018年工作年度报告",
    kind="工作年度报告",
    sections=(
        Section("s1", (), (Paragraph("p1", "现将有关情况报告如下。"),)),
        Section("s2", ("一、总体情况",), (Paragraph("p2", f"工作有序开展。{SENTENCE}"),)),
        Section("s3", ("一、总体情况", "（一）办理"), (TABLE, SUMS)),
    ),
    source="yunxi.txt",
    digest="0" * 64,
    url="https://www.example.cn/report",
)


def hostile(payload: str) -> Report:
    """Given a payload, return the report with it in every text that comes from a file."""
    cells = tuple(
        replace(
            cell,
            text=payload,
            row_path=tuple(payload for _ in cell.row_path),
            column_path=tuple(payload for _ in cell.column_path),
        )
        for cell in TABLE.cells
    )
    table = replace(TABLE, cells=cells, caption=payload, unit=payload, notes=(payload,))
    return replace(
        REPORT,
        issuer=payload,
        title=payload,
        source=payload,
        region=payload,
        published=payload,
        document_number=payload,
        notices=(payload,),
        url=payload,
        sections=(
            Section("s1", (), (Paragraph("p1", payload),)),
            Section("s2", (payload,), (Paragraph("p2", payload + SENTENCE),)),
            Section("s3", (payload, payload), (table,)),
        ),
    )
