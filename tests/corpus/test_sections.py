"""Sections by numbering, by headings, and by numbers glued into running text."""

import pytest

from corpus.language.outline import mark
from corpus.report import Text
from corpus.sections import sections


def outline(*lines: str | Text) -> list[tuple[str, ...]]:
    return [path for path, _ in sections(Text(line) if isinstance(line, str) else line for line in lines)]


def content(*lines: str) -> list[tuple[tuple[str, ...], list[str]]]:
    return [
        (path, [block.text for block in own if isinstance(block, Text)])
        for path, own in sections(Text(line) for line in lines)
    ]


@pytest.mark.parametrize(
    ("text", "style", "ordinal"),
    [
        ("一、总体情况", "一、", 1),
        ("十二、其他", "一、", 12),
        ("（三）依申请公开", "（一）", 3),
        ("(十)其他", "（一）", 10),
        ("1.加强领导", "1.", 1),
        ("3、大力推进", "1.", 3),
        ("（14）其他", "（1）", 14),
        ("②数据", "①", 2),
        ("第三章 监督", "第一章", 3),
        ("第二部分 概况", "第一部分", 2),
    ],
)
def test_numbers(text: str, style: str, ordinal: int) -> None:
    found = mark(text)
    assert found is not None
    assert (found.style, found.ordinal) == (style, ordinal)


@pytest.mark.parametrize(
    "text",
    [
        "5.15政务公开日",
        "2019.1至2019.12",
        "2019年",
        "一是加强",
        "12.35%",
        "2019、2020年",
        "一些",
        "一、二、三产业稳步增长",
    ],
)
def test_what_is_no_heading_number(text: str) -> None:
    assert mark(text) is None


def test_levels_follow_the_numbering() -> None:
    assert outline(
        "一、甲", "（一）乙", "1.丙", "（1）丁", "（2）戊", "2.己", "（二）庚", "二、辛", "（一）壬"
    ) == [
        ("一、甲",),
        ("一、甲", "（一）乙"),
        ("一、甲", "（一）乙", "1.丙"),
        ("一、甲", "（一）乙", "1.丙", "（1）丁"),
        ("一、甲", "（一）乙", "1.丙", "（2）戊"),
        ("一、甲", "（一）乙", "2.己"),
        ("一、甲", "（二）庚"),
        ("二、辛",),
        ("二、辛", "（一）壬"),
    ]


def test_levels_follow_the_styles_met_and_not_a_fixed_list() -> None:
    assert outline("1.甲", "（1）乙", "①丙", "2.丁") == [
        ("1.甲",),
        ("1.甲", "（1）乙"),
        ("1.甲", "（1）乙", "①丙"),
        ("2.丁",),
    ]


def test_the_files_own_headings() -> None:
    found = outline(Text("供水", 2), "文字。", Text("东厂", 3), Text("西厂", 3), Text("排水", 2))
    assert found == [("供水",), ("供水", "东厂"), ("供水", "西厂"), ("排水",)]


def test_a_short_first_sentence_is_the_heading_and_the_rest_its_paragraph() -> None:
    found = content("1、强化清单管理与应用。以清单管理推动简政放权。各类清单及时公开。")
    assert found == [(("1、强化清单管理与应用",), ["以清单管理推动简政放权。各类清单及时公开。"])]


def test_a_long_sentence_that_is_only_counted_has_no_heading() -> None:
    long = "2、大力推进线上服务，提升网上办事大厅功能，全面推行办事清单制度，推进一张网建设，加快完善电子证照系统，促进全程网办。"
    assert content("（一）甲", "1、乙。丙。", long) == [
        (("（一）甲",), []),
        (("（一）甲", "1、乙"), ["丙。"]),
        (("（一）甲",), [long]),
    ]


GLUED = (
    "本报告共六个部分。一、总体情况2021年，我局做好供水工作。（一）主动公开方面。公开信息120条。"
    "（二）依申请公开方面我局收到申请7件。根据第二十条第（三）项规定办理。二、工作思路2022年，我局将做到：一是供水；二是排水。"
)


def test_headings_glued_into_one_line() -> None:
    assert content(GLUED) == [
        ((), ["本报告共六个部分。"]),
        (("一、总体情况",), ["2021年，我局做好供水工作。"]),
        (("一、总体情况", "（一）主动公开方面"), ["公开信息120条。"]),
        (("一、总体情况", "（二）依申请公开方面"), ["我局收到申请7件。根据第二十条第（三）项规定办理。"]),
        (("二、工作思路",), ["2022年，我局将做到：一是供水；二是排水。"]),
    ]


def test_a_first_number_right_behind_a_heading_begins_a_level() -> None:
    assert [
        path for path, _ in content("2.把握重点，推进公开（1）加强供水公开。甲。（2）加强排水公开。乙。")
    ] == [
        ("2.把握重点，推进公开",),
        ("2.把握重点，推进公开", "（1）加强供水公开"),
        ("2.把握重点，推进公开", "（2）加强排水公开"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全年下降5.15个百分点。1.2万户受益。",
        "依照条例第三条（二）款办理。",
        "任务如下：（1）供水；（2）排水；（3）节水。",
        "一是加强供水。二是加强排水。",
        "（具体为：1.供水。2.排水。）共两项。",
    ],
)
def test_numbers_inside_sentences_are_no_headings(text: str) -> None:
    assert content(text) == [((), [text])]


def test_a_form_s_section_titles_end_where_the_sentence_begins() -> None:
    assert outline(
        "五、存在的主要问题及改进情况存在的问题主要有三个。", "六、其他需要报告的事项无其他事项。"
    ) == [
        ("五、存在的主要问题及改进情况",),
        ("六、其他需要报告的事项",),
    ]


def test_a_numbered_sentence_that_counts_something_is_no_heading() -> None:
    said = "2.分局人员流动快，个别答复超过时限，全年出现延期答复14件。"
    assert content("（一）主要问题", "1.加强组织领导，健全工作机制。", said)[-1] == (
        ("（一）主要问题",),
        [said],
    )


def test_numbered_sentences_with_nothing_below_are_the_items_of_a_list() -> None:
    duties = ("1.负责水资源管理和保护工作。", "2.承办县政府交办的其他事项。")
    assert content("一、主要职责", *duties, "二、机构设置", "局机关设3个科室。") == [
        (("一、主要职责",), list(duties)),
        (("二、机构设置",), ["局机关设3个科室。"]),
    ]
    assert content("一、主要职责", *duties, "以上职责依法履行。") == [
        (("一、主要职责",), [*duties, "以上职责依法履行。"])
    ]


def test_a_numbered_sentence_with_something_below_is_a_heading() -> None:
    assert content(
        "1.水窖维修全面完成。", "维修水窖30口。", "2.供水有保障。", "（1）城区", "日供水2万吨。"
    ) == [
        (("1.水窖维修全面完成",), ["维修水窖30口。"]),
        (("2.供水有保障",), []),
        (("2.供水有保障", "（1）城区"), ["日供水2万吨。"]),
    ]
