"""The sample report, every value cell of its tables listed by hand from the form."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from corpus.figures import figures
from corpus.parse import parse
from corpus.report import Report, ReportError, Table

SAMPLE = Path(__file__).parents[2] / "corpus/sample/lingyuan-market-regulation-2019.txt"

ARTICLES = {
    "第二十条第(一)项": (
        ("本年新", "本年新", "对外公开总数量"),
        {"规章": ("0", "0", "0"), "规范性文件": ("0", "0", "0")},
    ),
    "第二十条第(五)项": (
        ("上一年项目数量", "本年增/减", "处理决定数量"),
        {"行政许可": ("7479", "增413", "7892"), "其他对外管理服务事项": ("0", "0", "0")},
    ),
    "第二十条第(六)项": (
        ("上一年项目数量", "本年增/减", "处理决定数量"),
        {"行政处罚": ("12", "增11", "23"), "行政强制": ("0", "0", "0")},
    ),
    "第二十条第(八)项": (("上一年项目数量", "本年增/减"), {"行政事业性收费": ("0", "0")}),
    "第二十条第(九)项": (("采购项目数量", "采购总金额"), {"政府集中采购": ("0", "0")}),
}

APPLICANTS = (
    ("申请人情况", "自然人"),
    ("申请人情况", "法人或其他组织", "商业企业"),
    ("申请人情况", "法人或其他组织", "科研机构"),
    ("申请人情况", "法人或其他组织", "社会公益组织"),
    ("申请人情况", "法人或其他组织", "法律服务机构"),
    ("申请人情况", "法人或其他组织", "其他"),
    ("申请人情况", "总计"),
)

RESULTS = "三、本年度办理结果"
APPLICATIONS = (
    ("一、本年新收政府信息公开申请数量",),
    ("二、上年结转政府信息公开申请数量",),
    (RESULTS, "(一)予以公开"),
    (RESULTS, "(二)部分公开(区分处理的,只计这一情形,不计其他情形)"),
    (RESULTS, "(三)不予公开", "1.属于国家秘密"),
    (RESULTS, "(三)不予公开", "2.其他法律行政法规禁止公开"),
    (RESULTS, "(三)不予公开", "3.危及“三安全一稳定”"),
    (RESULTS, "(三)不予公开", "4.保护第三方合法权益"),
    (RESULTS, "(三)不予公开", "5.属于三类内部事务信息"),
    (RESULTS, "(三)不予公开", "6.属于四类过程性信息"),
    (RESULTS, "(三)不予公开", "7.属于行政执法案卷"),
    (RESULTS, "(三)不予公开", "8.属于行政查询事项"),
    (RESULTS, "(四)无法提供", "1.本机关不掌握相关政府信息"),
    (RESULTS, "(四)无法提供", "2.没有现成信息需要另行制作"),
    (RESULTS, "(四)无法提供", "3.补正后申请内容仍不明确"),
    (RESULTS, "(五)不予处理", "1.信访举报投诉类申请"),
    (RESULTS, "(五)不予处理", "2.重复申请"),
    (RESULTS, "(五)不予处理", "3.要求提供公开出版物"),
    (RESULTS, "(五)不予处理", "4.无正当理由大量反复申请"),
    (RESULTS, "(五)不予处理", "5.要求行政机关确认或重新出具已获取信息"),
    (RESULTS, "(六)其他处理"),
    (RESULTS, "(七)总计"),
    ("四、结转下年度继续办理",),
)

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
REVIEWS = (
    *((("行政复议", outcome), "0") for outcome in OUTCOMES),
    *(
        (("行政诉讼", "未经复议直接起诉", outcome), value)
        for outcome, value in zip(OUTCOMES, ("0", "0", "0", "1", "1"), strict=True)
    ),
    *((("行政诉讼", "复议后起诉", outcome), "0") for outcome in OUTCOMES),
)

ONE = "一、总体情况"
FOUR = "(四)突出工作重点,认真做好信息公开工作"
HEADINGS = (
    (ONE,),
    (ONE, "(一)加强组织领导,完善人员配备"),
    (ONE, "(二)规范工作制度,加强信息公开"),
    (ONE, "(三)开展“5.15”政务公开日活动情况"),
    (ONE, FOUR),
    (ONE, FOUR, "1、强化权责清单管理与应用"),
    (ONE, FOUR, "2、继续完善政府服务事项"),
    (ONE, FOUR),  # 3、 and 4、 are long sentences that are only counted
    (ONE, FOUR, "5、主动公开政府信息情况"),
    (ONE, "(五)推进预决算公开"),
    (ONE, "(六)推进公开12315、民心网等投诉热线、受理流程、处结渠道、办理时限等内容公开"),
    (ONE, "(七)开展政策解读公开"),
    ("二、主动公开政府信息情况",),
    ("三、收到和处理政府信息公开申请情况",),
    ("四、政府信息公开行政复议、行政诉讼情况",),
    ("五、存在的主要问题及改进情况",),
    ("五、存在的主要问题及改进情况", "(一)存在的问题"),
    ("五、存在的主要问题及改进情况", "(二)采取的措施"),
    ("六、其他需要报告的事项",),
)


@pytest.fixture(scope="module")
def report() -> Report:
    return parse(SAMPLE)


def tables(report: Report) -> list[Table]:
    return [block for section in report.sections for block in section.blocks if isinstance(block, Table)]


def values(table: Table) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return [(c.row_path, c.column_path, c.text) for c in table.cells if c.role == "value"]


def test_whose_and_when_is_found_without_a_title(report: Report) -> None:
    assert (report.issuer, report.year) == ("凌源市市场监督管理局", 2019)
    assert report.kind == "政府信息公开工作年度报告"
    assert report.region == "凌源市"
    assert report.notices == ()


def test_sections_are_nested_as_numbered(report: Report) -> None:
    assert tuple(section.path for section in report.sections) == HEADINGS


@pytest.mark.parametrize("caption", ARTICLES)
def test_article_tables(report: Report, caption: str) -> None:
    columns, rows = ARTICLES[caption]
    (table,) = (table for table in tables(report) if table.caption == caption)
    expected = [
        ((row,), (column,), value)
        for row, written in rows.items()
        for column, value in zip(columns, written, strict=True)
    ]
    assert values(table) == expected


def test_application_table(report: Report) -> None:
    (section,) = (s for s in report.sections if s.path[0].startswith("三、"))
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert values(table) == [(row, column, "0") for row in APPLICATIONS for column in APPLICANTS]


def test_review_and_litigation_table(report: Report) -> None:
    (section,) = (s for s in report.sections if s.path[0].startswith("四、"))
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert values(table) == [((), column, value) for column, value in REVIEWS]


def test_no_other_tables_and_ids_in_reading_order(report: Report) -> None:
    assert [table.id for table in tables(report)] == [f"t{n}" for n in range(1, 8)]


def test_the_reader_knows_no_name_number_or_year_of_the_sample(report: Report, tmp_path: Path) -> None:
    """The agency renamed, every figure and the year changed: the same structure, the new words."""
    dice = random.Random(7)
    text = SAMPLE.read_text(encoding="utf-8")
    text = (
        text.replace("2019", "2022")
        .replace("凌源", "云岗")
        .replace("市场监督管理", "水务")
        .replace("朝阳", "东岭")
    )
    body, rest = text.split("二、主动公开政府信息情况\n", 1)
    changed = re.sub(r"(?<=\| )(增)?\d+(?= \|)", lambda m: (m[1] or "") + str(dice.randint(1, 9999)), rest)
    path = tmp_path / "unnamed.txt"
    path.write_text(body + "二、主动公开政府信息情况\n" + changed, encoding="utf-8")

    other = parse(path)

    assert (other.issuer, other.year) == ("云岗市水务局", 2022)
    assert [s.path for s in other.sections] == [s.path for s in report.sections]
    for old, new in zip(tables(report), tables(other), strict=True):
        assert [v[:2] for v in values(new)] == [v[:2] for v in values(old)]
    written = Counter(re.findall(r"(?<=\| )增?\d+(?= \|)", changed))
    read = Counter(text for table in tables(other) for _, _, text in values(table))
    assert not written - read


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_character_damaged_on_the_way_costs_no_figure(
    report: Report, tmp_path: Path, encoding: str
) -> None:
    before, after = SAMPLE.read_text(encoding="utf-8").split("的主要问题", 1)
    path = tmp_path / SAMPLE.name
    path.write_bytes(
        before.encode(encoding) + "的".encode(encoding)[:-1] + ("主要问题" + after).encode(encoding)
    )
    assert [figure.value for figure in figures(parse(path))] == [figure.value for figure in figures(report)]


def test_a_damaged_character_beside_a_number_is_refused(tmp_path: Path) -> None:
    path = tmp_path / SAMPLE.name
    text = SAMPLE.read_text(encoding="utf-8")
    assert text.count("396") == 1
    path.write_bytes(text.encode().replace(b"396", b"\xb396"))
    with pytest.raises(ReportError, match="编码"):
        parse(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_changes_nothing(report: Report, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / SAMPLE.name
    path.write_bytes(SAMPLE.read_text(encoding="utf-8").encode(encoding))
    other = parse(path)
    assert (other.issuer, other.year, other.sections) == (report.issuer, report.year, report.sections)
