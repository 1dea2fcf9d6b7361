"""Whose report a document is, of which year, and what it is called, each by the best evidence there is.

By hand or sidecar, then title, then what the file says of itself and the text, the file's name last.
Evidence of equal standing that does not agree asks a person; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from corpus.language.agencies import agrees, is_agency, names, owns_title, place, speaks_as
from corpus.language.dates import date_in, plain_years, years_in
from corpus.language.writing import squeeze
from corpus.readers.sidecar import sidecar
from corpus.report import WORK_REPORT, Document, ReportError, Text

_KINDS: tuple[tuple[str, str], ...] = (
    (r"信息公开.{0,6}年度?报告|信息公开.{0,4}年报", "政府信息公开工作年度报告"),
    (r"政府工作报告", WORK_REPORT),
    (r"决算", "决算"),
    (r"预算", "预算"),
    (r"工作总结|年度总结", "工作总结"),
    (r"法治政府建设", "法治政府建设年度报告"),
    (r"统计公报", "统计公报"),
    (r"年度报告|年报", "年度报告"),
    (r"工作报告|报告", "工作报告"),
)
_TITLE_WORDS = re.compile(
    r"年度?报告|年报|工作报告|总结|预算|决算|公报|.{3}关于.{2,40}(?:报告|汇报|通报|情况)$"
)
_TITLE_ENDS = re.compile(
    r"关于|\d{4}|政府信息公开|信息公开|政务公开|政府工作报告|工作总结|年度总结|工作报告|单位预算|单位决算|部门预算|部门决算|部门|预算|决算"
    r"|年度报告|法治政府|国民经济|统计公报"
)
_DECLARED = re.compile(
    r"(?:预算主管部门|主管部门|预算单位|决算单位|编制单位|编制部门|编报单位|填报单位|填报部门|部门名称|单位名称|报告单位)"
    r"\s*[:：]\s*([\u4e00-\u9fff（）()]+)"
)
_AND_PLANS = re.compile(
    r"(?:暨|以?及|和|与|、)\d{4}年度?[^年]{0,12}?(?:要点|思路|计划|打算|安排|设想|目标|展望|重点)"
)
"""In a title: what is planned for the year after the one that is reported."""
_ZONE = re.compile("(?:实验区|开发区|高新区|示范区|管理区|新区|林区|矿区|地区|盟)$")
_NO_GOVERNMENT = re.compile(f"{_ZONE.pattern}|街道$")
_ON_DISCLOSURE = re.compile(r"信息公开.{0,6}(?:年度?报告|年报)")
"""The title of a report that the law asks of each government (《政府信息公开条例》第四十九条)."""
_CONGRESS = re.compile(r"在([\u4e00-\u9fff]{2,20}?)第[一二三四五六七八九十百\d]+届人民代表大会")
_FORM_WORDS = (
    "主动公开政府信息",
    "收到和处理政府信息公开申请",
    "行政复议",
    "存在的主要问题",
    "其他需要报告的事项",
)


class NeedsAttention(ReportError):
    """A report whose issuer or year a person must give. `missing` is "issuer" or "year"; `candidates` are
    the readings found, best first."""

    def __init__(self, path: Path, missing: str, candidates: tuple[str, ...]) -> None:
        self.path, self.missing, self.candidates = path, missing, candidates
        word, option = ("发布机关", "--issuer") if missing == "issuer" else ("年份", "--year")
        seen = f"可能是: {'、'.join(candidates)}" if candidates else "文中没有线索"
        super().__init__(
            f"{path.name}: 无法确定{word} (cannot tell the {missing}); {seen}; 请用 {option} 指定"
        )


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a report apart from its content."""

    issuer: str
    year: int
    title: str
    kind: str
    region: str | None = None
    url: str | None = None
    published: str | None = None
    document_number: str | None = None


def about(document: Document, path: Path, *, issuer: str | None = None, year: int | None = None) -> About:
    """Given a document and its file's name, return what is known of it. Raises NeedsAttention."""
    beside = sidecar(path)
    lines = [squeeze(block.text) for block in document.blocks if isinstance(block, Text)]
    said = document.meta | {key: value for key, value in beside.items() if key != "year"}
    title = said.get("title") or _title_line(lines)
    clear = plain_years(squeeze(title or ""))
    given_year = year or (int(beside["year"]) if "year" in beside else None)
    found_year = given_year or _year(clear, lines, path)
    found_issuer = issuer or beside.get("issuer") or _issuer(clear, document.meta.get("issuer"), lines, path)
    kind = _kind(clear, lines)
    return About(
        issuer=found_issuer,
        year=found_year,
        title=squeeze(title) if title else f"{found_issuer}{found_year}年{kind}",
        kind=kind,
        region=said.get("region") or place(found_issuer),
        url=said.get("url"),
        published=_published(said.get("published"), lines),
        document_number=said.get("document_number"),
    )


def is_title(line: str) -> bool:
    """Given a line, say whether it can be a report's title."""
    text = squeeze(line)
    return 6 <= len(text) <= 60 and not re.search(r"[。；]", text) and bool(_TITLE_WORDS.search(text))


def _title_line(lines: list[str]) -> str | None:
    """The title among the first lines; a title over two lines (agency, then name) is put together."""
    for number, line in enumerate(lines[:6]):
        if is_title(line) and not re.match(r"[（(]?[一二三四五六七八九十1][、）).]", line):
            before = lines[number - 1] if number else ""
            if title_issuer(plain_years(line)) is None and is_agency(before):
                return before + line
            return line
        opening = re.match(r"(.{6,45}?(?:年度报告|年报|工作报告|工作总结))\s", line)
        if opening and title_issuer(plain_years(opening[1])):
            return opening[1]
    return None


def title_issuer(title: str) -> str | None:
    """Given a title with plain years, return the agency it names, or None: what stands before its matter."""
    text = re.sub(r"^(?:\d{4}年度?|关于|——|—)+", "", title)
    stop = _TITLE_ENDS.search(text)
    name = text[: stop.start()] if stop else ""
    if stop and stop[0] == "政府工作报告" and name:
        whose = name.removesuffix("人民")
        if place(whose) == whose:
            return f"{whose}人民政府"
    whose = name.removesuffix("政府").removesuffix("人民")
    if _ON_DISCLOSURE.search(text) and place(whose) == whose and not _NO_GOVERNMENT.search(whose):
        return f"{whose}人民政府"  # one year it is 某县2022年…, the next 某县人民政府2023年…
    return name if is_agency(name) else None


def title_year(title: str) -> tuple[int, ...]:
    """Given a title with plain years, return the years it can be of: that of its report or summary first."""
    done = _AND_PLANS.sub("", title)
    own = re.search(r"(\d{4})年度?[^年]{0,30}?(?:总结|报告|年报|决算|预算|公报)", done)
    return (int(own[1]),) if own else tuple(dict.fromkeys(years_in(done)))


def _year(title: str, lines: list[str], path: Path) -> int:
    text = plain_years("\n".join(lines))
    for years in (title_year(title), _period(text), _text_years(text), tuple(years_in(path.stem))):
        if len(years) == 1:
            return years[0]
        if years:
            raise NeedsAttention(path, "year", tuple(str(found) for found in years))
    raise NeedsAttention(path, "year", ())


def _period(text: str) -> tuple[int, ...]:
    """The year of the period of statistics: 自2019年1月1日起至2019年12月31日止."""
    found = re.findall(r"(\d{4})年1月1日(?:起)?(?:至|到|—|-|－|~|～)+(?:\d{4}年)?12月31日", text)
    return tuple(dict.fromkeys(int(year) for year in found))


def _text_years(text: str) -> tuple[int, ...]:
    """The year a text speaks of: one that is met at least twice as often as any other."""
    met = years_in(text)
    counted = sorted(dict.fromkeys(met), key=met.count, reverse=True)
    if len(counted) > 1 and met.count(counted[0]) >= 2 * met.count(counted[1]):
        return (counted[0],)
    return tuple(counted)


def _issuer(title: str, said: str | None, lines: list[str], path: Path) -> str:
    named = title_issuer(title)
    if "政府工作报告" in title and (named is None or place(named) == named):
        named = _government(named, lines) or named
    declared = _declared(lines)
    if declared is not None and (named is None or place(named) == named):
        return declared  # 某区2024年部门预算 tells the place, the line under it the office
    if named is not None:
        return named
    if said and is_agency(squeeze(said)):
        return squeeze(said)
    for candidates in (_text_issuers(lines), [name for _, name in names(path.stem)]):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise NeedsAttention(path, "issuer", tuple(candidates))
    raise NeedsAttention(path, "issuer", ())


def _government(where: str | None, lines: list[str]) -> str | None:
    """The government that gives a work report: that of the place in the title, or, where that names none, of the one
    to whose People's Congress it was given (在某市第十届人民代表大会第四次会议上)."""
    for line in lines[:8]:
        if where is None and (given := _CONGRESS.search(line)) and place(given[1]) == given[1]:
            where = given[1]
    if where is None or _ZONE.search(where):
        return where  # a zone has a committee, and no people's government
    return f"{where}人民政府"


def _declared(lines: list[str]) -> str | None:
    """The office that a line among the first gives as the report's own (预算主管部门：…)."""
    for line in lines[:12]:
        found = _DECLARED.search(line)
        if found and is_agency(found[1]):
            return found[1]
    return None


def _text_issuers(lines: list[str]) -> list[str]:
    """The agencies a text without title can be of: those with the best evidence, all of them if equal."""
    text = plain_years("\n".join(lines))
    word = speaks_as(text)
    scores: dict[str, int] = {}
    for start, name in names(text):
        if word is not None and not agrees(name, word):
            continue
        scores[name] = max(scores.get(name, 0), 1 + 2 * owns_title(text, start, name))
    for line in lines[-3:]:
        if line in scores or (is_agency(line) and place(line)):
            scores[line] = scores.get(line, 0) + 4
    first = max(scores.values(), default=0)
    return [name for name, score in scores.items() if score == first]


def _kind(title: str, lines: list[str]) -> str:
    for pattern, kind in _KINDS:
        if re.search(pattern, title):
            return kind
    heads = "\n".join(lines)
    if sum(word in heads for word in _FORM_WORDS) >= 4:
        return "政府信息公开工作年度报告"
    return "年度报告"


def _published(said: str | None, lines: list[str]) -> str | None:
    if said and (date := date_in(said)):
        return date
    for line in (*lines[:6], *lines[-3:]):
        if len(line) <= 30 and (date := date_in(plain_years(line))) and not re.search("起|至", line):
            return date
    return None
