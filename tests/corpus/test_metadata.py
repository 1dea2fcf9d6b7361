"""Whose report, of which year: by hand, sidecar, title, the file's facts, the text, the file's name."""

from pathlib import Path

import pytest

from corpus.language.agencies import names, place, speaks_as
from corpus.language.dates import date_in, plain_years, years_in
from corpus.metadata import NeedsAttention, title_issuer, title_year
from corpus.parse import parse
from corpus.report import ReportError

REAL = Path(__file__).parents[3] / "shared" / "reports"


def write(tmp_path: Path, text: str, name: str = "a.txt") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("title", "issuer", "year"),
    [
        ("云岗市水务局2021年政府信息公开工作年度报告", "云岗市水务局", 2021),
        ("2021年云岗市人民政府办公室政府信息公开工作年度报告", "云岗市人民政府办公室", 2021),
        ("云岗综合实验区2021年度政府信息公开工作年度报告", "云岗综合实验区", 2021),
        ("云岗县2021年政府信息公开工作年度报告", "云岗县人民政府", 2021),
        ("云岗县政府2021年政府信息公开年度报告", "云岗县人民政府", 2021),
        ("云岗市水务局关于2024年工作总结和2025年工作思路", "云岗市水务局", 2024),
        ("2026年云岗市政府工作报告", "云岗市人民政府", 2026),
        ("2026年云岗市人民政府工作报告", "云岗市人民政府", 2026),
        ("云岗市水资源综合管理局2024年度工作总结及2025年工作思路", "云岗市水资源综合管理局", 2024),
        ("云岗市水务局2023年部门决算", "云岗市水务局", 2023),
        ("云岗市水务局关于2023年度河湖管护工作情况的报告", "云岗市水务局", 2023),
        ("云岗市民政局2021年工作总结暨2022年工作思路", "云岗市民政局", 2021),
        ("云岗市民政局关于2021年救助工作情况暨2022年工作要点的报告", "云岗市民政局", 2021),
        ("云岗县青石镇人民政府二〇二一年度政府信息公开工作年度报告", "云岗县青石镇人民政府", 2021),
    ],
)
def test_a_title_tells_issuer_and_year(title: str, issuer: str, year: int, tmp_path: Path) -> None:
    report = parse(write(tmp_path, f"{title}\n一、情况\n我局全年供水120万立方米。\n"))
    assert (report.issuer, report.year) == (issuer, year)
    assert report.title == title
    assert title_issuer(plain_years(title)) == issuer
    assert title_year(plain_years(title)) == (year,)


@pytest.mark.parametrize(
    "opening",
    [
        "2026年政府工作报告\n来源：云岗日报\n——2026年1月28日在云岗市第十四届人民代表大会第四次会议上",
        "2026年政府工作报告\n2026年1月28日在云岗市第8届人民代表大会第一次会议上 市长 甲某",
        "云岗市2026年政府工作报告\n2026年1月28日在云岗市第十四届人民代表大会第四次会议上",
    ],
)
def test_a_work_report_is_of_the_government_whose_congress_it_was_given_to(
    opening: str, tmp_path: Path
) -> None:
    report = parse(write(tmp_path, f"{opening}\n一、2025年工作回顾\n建成公园3个。\n"))
    assert (report.issuer, report.year) == ("云岗市人民政府", 2026)


def test_what_ends_like_an_agency_is_none() -> None:
    text = "服务云岗市发展大局，云岗市城市会客厅，推动云岗区城发集团重组，云岗市水务局，云岗市国家安全局。"
    assert [name for _, name in names(text)] == ["云岗市水务局", "云岗市国家安全局"]


def test_a_title_in_two_lines(tmp_path: Path) -> None:
    report = parse(write(tmp_path, "云岗市水务局\n2021年政府信息公开工作年度报告\n一、总体情况\n供水。\n"))
    assert (report.issuer, report.year) == ("云岗市水务局", 2021)


def test_the_title_beats_other_names_and_years(tmp_path: Path) -> None:
    text = (
        "标题: 云岗市水务局2021年度政府信息公开工作年度报告\n发布机构: 云岗市大数据局\n发布时间: 2022-01-20\n====\n"
        "2020年、2020年、2020年云岗市人民政府要求。云岗市人民政府、云岗市人民政府。\n"
    )
    report = parse(write(tmp_path, text))
    assert (report.issuer, report.year, report.published) == ("云岗市水务局", 2021, "2022-01-20")


def test_the_text_tells_when_there_is_no_title(tmp_path: Path) -> None:
    text = (
        "一、总体情况\n我局落实《2021年云岗市水务局政务公开工作方案》，按云岗市人民政府、东岭水务局要求推进。\n"
        "本报告统计期限自2021年1月1日起至2021年12月31日止，比2020年增长。\n"
    )
    report = parse(write(tmp_path, text))
    assert (report.issuer, report.year) == ("云岗市水务局", 2021)
    assert report.title.startswith("云岗市水务局2021年")


def test_equal_evidence_is_asked_about_and_not_guessed(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "2021年，全年供水120吨。\n《云岗市水务局工作方案》《东岭市水务局工作方案》由我局落实。\n",
        "b.txt",
    )
    with pytest.raises(NeedsAttention) as asked:
        parse(path)
    assert asked.value.missing == "issuer"
    assert asked.value.candidates == ("云岗市水务局", "东岭市水务局")
    assert "b.txt" in str(asked.value)
    assert "--issuer" in str(asked.value)


def test_years_of_equal_standing_are_asked_about(tmp_path: Path) -> None:
    path = write(tmp_path, "《云岗市水务局工作方案》由我局落实。2021年供水120吨，2020年供水110吨。\n")
    with pytest.raises(NeedsAttention) as asked:
        parse(path)
    assert (asked.value.missing, asked.value.candidates) == ("year", ("2021", "2020"))


def test_a_text_without_any_evidence_needs_attention(tmp_path: Path) -> None:
    with pytest.raises(NeedsAttention):
        parse(write(tmp_path, "全年供水一百二十万吨。\n"))


def test_what_a_person_gives_wins(tmp_path: Path) -> None:
    path = write(tmp_path, "云岗市水务局2021年政府信息公开工作年度报告\n一、总体情况\n供水。\n")
    (tmp_path / "a.meta.toml").write_text(
        'issuer = "云岗市供水局"\nyear = 2020\nurl = "https://example.cn/a"\n', "utf-8"
    )
    beside = parse(path)
    assert (beside.issuer, beside.year, beside.url) == ("云岗市供水局", 2020, "https://example.cn/a")
    given = parse(path, issuer="东岭市水务局", year=2019)
    assert (given.issuer, given.year) == ("东岭市水务局", 2019)


@pytest.mark.parametrize("sidecar", ['colour = "red"', "year = 'next'", "issuer ="])
def test_a_sidecar_with_mistakes_is_refused_by_name(sidecar: str, tmp_path: Path) -> None:
    path = write(tmp_path, "云岗市水务局2021年工作总结\n供水。\n")
    (tmp_path / "a.txt.meta.toml").write_text(sidecar, "utf-8")
    with pytest.raises(ReportError, match=r"a\.txt\.meta\.toml"):
        parse(path)


def test_versions_of_one_report_have_one_id(tmp_path: Path) -> None:
    title = "云岗市水务局2021年政府信息公开工作年度报告\n"
    first, second = (
        parse(write(tmp_path, title + text, f"{n}.txt")) for n, text in enumerate(("甲。", "乙。"))
    )
    assert first.id == second.id
    assert first.digest != second.digest


def test_an_office_speaks_as_itself_and_not_as_its_place() -> None:
    assert speaks_as("我市、我市、我市经济发展，我局供水。") == "局"
    assert speaks_as("我县全年供水。") == "县"
    assert speaks_as("供水。") is None


def test_names_and_places() -> None:
    assert place("云岗市市场监督管理局") == "云岗市"
    assert place("东岭市场监督管理局") is None
    assert place("云岗市青石区人民政府万里街道办事处") == "云岗市青石区"
    assert [name for _, name in names("《2021年云岗市水务局工作方案》，东岭县人民政府")] == [
        "云岗市水务局",
        "东岭县人民政府",
    ]


def test_years_and_dates() -> None:
    assert years_in(plain_years("二〇一九年和２０２０年")) == [2019, 2020]
    assert date_in("(2026年1月23日)") == "2026-01-23"
    assert date_in("2026年13月23日") is None


@pytest.mark.parametrize(
    ("name", "issuer", "year"),
    [
        ("pingtan-2019.txt", "平潭综合实验区", 2019),
        ("pingtan-2024.txt", "平潭综合实验区", 2024),
        ("pingtan-market-regulation-2024-summary.txt", "平潭综合实验区市场监督管理局", 2024),
        ("shanghai-office-2019.html", "上海市人民政府办公厅", 2019),
        ("shuyang-2025-ocr.txt", "沐阳县人民政府", 2025),
    ],
)
def test_real_reports(name: str, issuer: str, year: int) -> None:
    if not REAL.is_dir():
        pytest.skip(f"the real reports are not at {REAL}")
    report = parse(REAL / name)
    assert (report.issuer, report.year) == (issuer, year)


def test_the_office_named_after_the_title_in_one_line_is_the_issuer(tmp_path: Path) -> None:
    title = "云岗市青石区2026年区级部门预算 预算主管部门：云岗市青石区建设和管理委员会"
    report = parse(write(tmp_path, f"{title}\n一、情况\n全年预算120万元。\n"))
    assert (report.issuer, report.year) == ("云岗市青石区建设和管理委员会", 2026)
