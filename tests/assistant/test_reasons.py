"""Why an item of a budget rose or fell: by its own statement, or by those of its parts; never the other way round."""

from __future__ import annotations

import pytest

from assistant.reasons import stated
from assistant.wanted import wanted
from corpus.report import Paragraph, Report, Section

SAID: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("预算说明",),
        (
            "财政拨款收入900万元，比2023年预算减少50万元；其他收入0万元。",
            "财政拨款收入支出减少的主要原因是项目到期。",
            "公务接待费3万元，比2023年预算增加1万元。主要原因是：调研批次增多。",
            "“一般公共服务支出（类）统计信息事务（款）”5万元，比2023年预算增加2万元，主要原因是开展普查。",
        ),
    ),
    (("其他情况", "一、“三公”经费预算说明"), ("“三公”经费预算数为48万元，比2023年预算增加24万元。其中：",)),
    (
        ("其他情况", "一、“三公”经费预算说明", "（一）公务用车购置及运行费45万元"),
        ("其中：购置费23万元，比2023年预算增加23万元，主要原因是更新车辆；运行费22万元，比2023年预算持平，主要原因是车辆不变。",),
    ),
    (
        ("其他情况", "一、“三公”经费预算说明", "（二）因公出国（境）费0万元"),
        ("比2023年预算减少2万元，主要原因是没有出国安排。",),
    ),
)  # fmt: skip


def _report() -> Report:
    sections = []
    for place, (path, texts) in enumerate(SAID, 1):
        blocks = tuple(Paragraph(f"p{place}-{n}", text) for n, text in enumerate(texts))
        sections.append(Section(f"s{place}", path, blocks))
    return Report(
        "r1", "云泽县水务局", 2024, "2024年部门预算", "部门预算", tuple(sections), "r.txt", "0" * 64
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "为什么三公经费增加了？",
            [
                "“三公”经费预算数为48万元，比2023年预算增加24万元。",
                "其中：购置费23万元，比2023年预算增加23万元，主要原因是更新车辆；",
            ],
        ),
        ("三公经费怎么突然少了？", []),
        ("财政拨款为什么少了？", ["财政拨款收入支出减少的主要原因是项目到期。"]),
        ("财政拨款为什么多了？", []),
        (
            "公务接待费上涨的原因是什么？",
            ["公务接待费3万元，比2023年预算增加1万元。", "主要原因是：调研批次增多。"],
        ),
        ("一般公共服务支出为什么增加？", []),  # only a part of it is told of
        ("三公经费增加了多少？", []),
    ],
)
def test_the_reason_is_that_of_the_item_asked_for(question: str, said: list[str]) -> None:
    assert [one.text for one in stated(wanted(question, question), _report())] == said
