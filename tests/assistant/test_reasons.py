"""Why an item of a budget rose or fell: by its own statement, or by those of its parts; never the other way round."""

from __future__ import annotations

import pytest

from assistant.quote.reasons import stated
from assistant.quote.wanted import wanted
from assistant.quote.why_settled import why_settled
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
        ("预算为什么减少？", ["财政拨款收入支出减少的主要原因是项目到期。"]),
        ("今年的钱怎么比去年少这么多？", ["财政拨款收入支出减少的主要原因是项目到期。"]),
        ("预算为什么增加？", []),
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


SETTLED = (
    "“卫生健康支出（类）计划生育事务（款）计划生育服务（项）”18万元，主要用于：独生子女费。年初预算为20万元，支出决算为18万元。决算数小于预算数的主要原因：对象减少。",
    "“住房保障支出（类）住房改革支出（款）购房补贴（项）”41万元，主要用于：在职人员的购房补贴。年初预算为40万元，支出决算为41万元。决算数大于预算数的主要原因：新进三人。",
    "“社会保障和就业支出（类）红十字事业（款）一般行政管理事务（项）”7万元，主要用于：救护培训。年初预算为8万元，支出决算为7万元。决算数小于预算数的主要原因：培训合办。",
    "“农林水支出（类）水利（款）防汛（项）”6万元，主要用于防汛。2023年当年预算执行数为9万元，2024年预算安排6万元，比2023年预算执行数减少33.33%。主要原因是：物资已备齐。",
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("计划生育服务为什么没花完？", "对象减少"),
        ("计划生育的钱怎么有结余？", "对象减少"),
        ("购房补贴怎么超支？", "新进三人"),
        ("在职人员购房补贴为什么比预算多？", "新进三人"),
        ("红十字的经费为什么没用完？", "培训合办"),
        ("防汛为什么少了？", "物资已备齐"),
        ("计划生育服务为什么超支？", ""),  # it was not
        ("防汛为什么增加？", ""),
        ("红十字发了多少钱？", ""),
    ],
)
def test_why_more_or_less_was_spent_of_an_item_however_it_is_asked(question: str, said: str) -> None:
    blocks = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(SETTLED))
    section = Section("s1", ("决算说明",), blocks)
    report = Report("r1", "云泽县水务局", 2024, "决算", "部门决算", (section,), "r.txt", "0" * 64)
    measure = question.rstrip("？").replace("为什么", " ").replace("怎么", " ")
    told = why_settled(wanted(question, measure), report)
    assert [said in one.text for one in told] == [True] * bool(said)
