"""The years a question speaks of, and the words that say them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

MARK = "\N{SYMBOL FOR NEWLINE}"
"""Stands in the text where a year was, so that what is left and right of it does not grow together."""

_PREVIOUS = r"(?:上一?年度?|前一年度?)"
_LAST = rf"(?:去年度?|{_PREVIOUS})"
_Y4 = r"(?<![\d.])((?:1[89]|2[0-9])\d\d)(?![\d.]*\d)"
_Y2 = r"(?<![\d近去这满逾前后第几约长])([0-3]\d)(?=年(?!内(?![部设控])|间(?!接)|来(?![信访函电])|多(?!少)|限(?!额)|期(?![末初间])|龄))"
_SUFFIX = r"(?:年度?)?"
_OF_REPORT = "年报(?!上[去来报]|[废销送名警考批备道导价请关失])"
_NOT_A_UNIT = (
    r"(?!\s*(?:件(?!数)|份|条(?!例)|起(?!诉)|次(?!数)|个(?![人体性])|人(?![员口才事民均])|户(?![籍外])|家(?![庭具])|项(?!目)|批(?![复准])|元|万(?!里)|亿|"
    r"篇|号|平方|公里|吨|%|台|辆|只|名(?!单)))"
)
_TO = r"\s*(?:年度?)?\s*(?:-|–|—|－|~|～|至|到|→|直到)\s*"
# Words of the national forms that sound like years but are labels.
_LABEL = re.compile(
    r"(?:上一?年度?|去年|前一年度?)(?=结转|末|项目数|遗留|滚存|结余|留[存下到]|转(?:过?来|入|接|至|到)|带[过下]来|(?:没|未)(?:能)?办)|(?:结转|转入|转到|移到)(?:至|到)?(?:下|次)一?年度?|(?:结转|转入|转到|移到)(?:至|到)?(?:19|20)\d\d年度?(?=(?:继续)?(?:使用|支出|安排|列支))|本年度?(?=新|增|制|废|减|处理|办理|收入|支出|收费|发生|应|实|初|末|结|公开)"
)
_PLAN = re.compile(
    r"[“\"「『]?(十[一二三四五六七八九]|[六七八九])五[”\"」』]?(?!规划纲?要?(?!期间|时期))(?:规划)?(?:时期|期间|以来|五年|这五年|末|年间|(?:[之以]前|前夕?|初期?)(?![五年沿列瞻十三]))?"
)
_PLANS = {"六": 6, "七": 7, "八": 8, "九": 9} | {
    f"十{c}": 10 + n for n, c in enumerate("一二三四五六七八九", 1)
}
_BEFORE_PLAN = re.compile("(?:前夕?|初期?)$")
"""What a plan's five years began with is how things stood at the end of the year before them."""
_COUNT = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_RECENT = re.compile(
    r"(?:最近|近|过去|前|这|近来|往前)(?:的)?([一二两三四五六七八九十]|\d{1,2})(?:个)?年度?(?:以?来|间|内|里)?"
)
_SO_MANY = re.compile(
    r"[这那]?([两二三四五六七八九十])个?年度?(?:间|来)?(?:相比|对比|比较|的)?(?=合计|一共|总共|共|加|总|平均|[，,。？?]|$)|"
    r"(?<=[\ue000-\uf8ff])[这那]?([两二三四五六七八九十])个?年度"
)
"""Behind the years, how many they are: 2023年和2024年教育支出两年合计."""
_ALL = re.compile(
    r"历年来?|每一?年度?|各个?年度?(?!报)|逐年|(?:近|这|前|过去)几年来?|近年来?|多年来?|年年|所有年份|全部年份|各年份|这些年来?|哪一?年度?|哪个年[份度]|何年|什么年份"
)
_SINCE = re.compile(
    rf"{_Y4}年(?:以来|至今|到现在|起(?![重诉草])|开始|之?后|以后)|(?:从|自){_Y4}年?(?:至今|到现在|以来)"
)
_SAME_YEAR = re.compile(
    rf"{_LAST}(?:，|,|也?就是|即|\s)*[（(【〔\[]?{MARK}[）)】〕\]]?|(?<={MARK})[（(【〔\[](?:也?就是|即)?{_LAST}[）)】〕\]]"
)
"""A year said in words and in digits at once: 去年（2024年）."""
_BEFORE_REPORT = re.compile(
    rf"(?P<report>{MARK}的?[^，,。；;？?多少几]{{0,16}}?(?:总结|报告|年报|决算|预算)(?:[里中上]面?)?(?:说|提到|写|给出?|显示|公布|披露)?的?[，,]?)"
    rf"(?:它的?|其|那)?{_PREVIOUS}的?(?!期|预算|决算)"
)
"""The year before the one that a report is of: 按2023年的总结，上一年立案多少件."""
_BASE = re.compile(rf"[比较]{MARK}|[与和同跟]{MARK}[^{MARK}]{{0,4}}(?:相比|比|比较|对比)")
_FIRST_HIDDEN = 0xE000
_BEFORE = re.compile(rf"{_Y4}年(?:以前|之前)")


_FIVE_YEARS = re.compile(
    r"(?<![近去前四满每隔第续])(?<!往后)(?<!未来)(?<!今后)(?:这|整)?五年(?:时间|期)?(?:里面?|间|当中|之?中|之?内)?"
    r"(?:来|(?<=[里间中内面])|(?=(?:总共|一共|共|累计|合计)?(?:新[建增设开]|累计|改[造建]|提[高升]|下降|上升|增[加长]|减少|降[低了]|变化|加装|建成)))的?"
)


def over_five_years(text: str) -> str:
    """Given a question in simplified Chinese that names no year, return it with 五年来, as reports write, where it asks what
    five years brought: 五年间新建绿道多少公里."""
    found = None if re.search(_Y4, text) else _FIVE_YEARS.search(text)
    return f"五年来{text[: found.start()]}{text[found.end() :]}" if found else text


@dataclass(frozen=True, slots=True)
class Period:
    """The years of a question, ascending; `rest` is the text with the words for them replaced by `MARK`.

    `every` is True where it asks for all years held (历年, 哪年), `against_last` where a year is compared with
    the one before (比上年, 同比), `base` where the only year is what another is compared with (较2023年),
    `guessed` where the year was read from words that might mean another, `of_held` where it depends on the
    years held: 上年 is the year before the latest report, and only 去年 the one before today's.
    """

    years: tuple[int, ...]
    rest: str
    every: bool = False
    against_last: bool = False
    guessed: bool = False
    base: bool = False
    of_held: bool = False


def find(text: str, today: date, held: Sequence[int] = (), *, minguo: bool = False) -> Period:
    """Given simplified Chinese with digits in half width, return the years it speaks of.

    `held` are the years for which reports are held; with `minguo`, 108年 is read as 2019.
    """
    search = _Search(text, today, sorted(set(held)))
    search.labels()
    if minguo:
        search.take(r"(?:民国)?\s*(?<!\d)(1[01]\d)年度?", lambda m: [int(m.group(1)) + 1911], guess=True)
    else:
        search.take(r"民国(\d{2,3})年度?", lambda m: [int(m.group(1)) + 1911])
    search.documents()
    search.sources()
    search.plans()
    search.ranges()
    search.singles()
    search.relative()
    return search.period()


class Hidden:
    """Words that sound like years and must stay, each hidden behind a character of no writing until the years
    are found."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def hide(self, match: re.Match[str]) -> str:
        """Given the words, return what stands for them."""
        self._words.append(match.group())
        return chr(_FIRST_HIDDEN + len(self._words) - 1)

    def shown(self, text: str) -> str:
        """Given a text, return it with what was hidden in it."""
        for place, words in enumerate(self._words):
            text = text.replace(chr(_FIRST_HIDDEN + place), words)
        return text


class _Search:
    def __init__(self, text: str, today: date, held: list[int]) -> None:
        self.text, self.today, self.held = text, today, held
        self.years: set[int] = set()
        self.every = self.against_last = self.guessed = self.of_held = False
        self.hidden = Hidden()

    def take(
        self,
        pattern: str | re.Pattern[str],
        years: Callable[[re.Match[str]], list[int]],
        *,
        guess: bool = False,
    ) -> None:
        """Note the years of each match, and put the mark in its place."""

        def note(match: re.Match[str]) -> str:
            self.years.update(years(match))
            self.guessed = self.guessed or guess
            return MARK

        self.text = re.sub(pattern, note, self.text)

    def labels(self) -> None:
        self.text = _LABEL.sub(self.hidden.hide, self.text)

    def documents(self) -> None:
        """Document numbers hold years that are no scope: 国办发〔2021〕30号. A year in brackets by itself is one."""
        year = r"[〔\[【(（](?:19|20)\d\d[〕\]】)）]"
        self.text = re.sub(
            rf"{year}\s*第?\s*\d+号?|(?<=[发办函字规令文])\s*{year}", self.hidden.hide, self.text
        )

    def sources(self) -> None:
        """看2026年政府工作报告, beside another year, says where to look and not of which year."""
        found = re.search(
            rf"(?:看|据|根据|按照?|依据|从|查|翻|在|见)*{_Y4}年度?的?(?:政府)?工作报告", self.text
        )
        if found and re.search(_Y4, self.text.replace(found.group(), "")):
            self.text = self.text.replace(found.group(), MARK)

    def plans(self) -> None:
        def years(match: re.Match[str]) -> list[int]:
            first = 1981 + 5 * (_PLANS[match.group(1)] - 6)
            if match.group().endswith("末"):
                return [first + 4]
            return [first - 1] if _BEFORE_PLAN.search(match.group()) else list(range(first, first + 5))

        self.take(_PLAN, years)
        self.text = re.sub(r"十[一二三四五]五规划", self.hidden.hide, self.text)

    def ranges(self) -> None:
        latest = self.held[-1] if self.held else self.today.year - 1
        self.take(
            rf"(?:从|自)?{_Y4}{_TO}{_Y4}{_SUFFIX}(?:期间|间|之间)?", lambda m: _span(m.group(1), m.group(2))
        )
        self.take(
            rf"(?:从|自)?{_Y4}{_TO}(\d\d)年度?(?:期间|间|之间)?",
            lambda m: _span(m.group(1), m.group(1)[:2] + m.group(2)),
        )
        self.take(
            rf"(?<!\d)([0-3]\d){_TO}([0-3]\d)年度?", lambda m: _span("20" + m.group(1), "20" + m.group(2))
        )
        self.take(
            _SINCE, lambda m: _span(m.group(1) or m.group(2), str(max(latest, int(m.group(1) or m.group(2)))))
        )
        self.take(
            _BEFORE, lambda m: [year for year in self.held if year < int(m.group(1))] or [int(m.group(1)) - 1]
        )

    def singles(self) -> None:
        ahead = r"(?:截[至止]到?|等?到了?|至)?"
        end = r"(?:(?:年度?)?(?:底|年底|年末|末|全年|年终)|年度|年(?:12月31日|12月底)?)"
        self.take(rf"{ahead}{_Y4}(?={_OF_REPORT})", lambda m: [int(m.group(1))])
        self.take(rf"{ahead}{_Y2}(?={_OF_REPORT})", lambda m: [2000 + int(m.group(1))])
        self.take(rf"{ahead}{_Y4}{end}", lambda m: [int(m.group(1))])
        self.take(rf"{ahead}{_Y2}年度?底?", lambda m: [2000 + int(m.group(1))])
        self.take(rf"{_Y4}{_NOT_A_UNIT}", lambda m: [int(m.group(1))])

    def relative(self) -> None:
        year = self.today.year
        before = rf"(?:比|较|同|与|跟|和|对比|比起|相比|相较|较之)(?:于)?{_LAST}(?:同期)?(?:相比|比较|比|来说)?|同比|比以前|(?:是|为|占|达到?|相当于){_LAST}(?:同期)?的"
        if re.search(before, self.text):
            self.against_last = True
            if self.years:
                last = min(self.years) - 1
                self.take(rf"(?<=[比较同与跟和起于是为占达到])(?:于)?{_LAST}(?:同期)?", lambda _: [last])
        if not self.years:
            self.take(r"大前年度?", lambda _: [year - 3])
            self.take(r"前年度?(?!期)", lambda _: [year - 2])
            self.take(r"去年度?", lambda _: [year - 1])
            self.previous()
            self.take(r"今年度?|本年度?|当年度?|这一?年(?!来)|本年", lambda _: [year])
            self.take(r"明年度?|下一?年度?|来年", lambda _: [year + 1])
            self.take(r"后年", lambda _: [year + 2])
        else:
            self.text = re.sub(r"(?<=[比较])当年", "", self.text)  # the same year: two things are compared
            self.text = re.sub(r"今年|当年|本年(?!度?[\ue000-\uf8ff])", MARK, self.text)
            self.text = re.sub(_SAME_YEAR, MARK, self.text)
            if len(self.years) == 1 and not self.against_last and _BEFORE_REPORT.search(self.text):
                self.text = _BEFORE_REPORT.sub(lambda told: told["report"] + MARK, self.text)
                self.years = {min(self.years) - 1}
        if self.years:  # 这两年（2022—2023）: the years say which
            self.text = _RECENT.sub(MARK, self.text)
            self.text = _SO_MANY.sub(self._these, self.text)
        else:
            self.take(_RECENT, lambda m: list(range(year - _count(m.group(1)), year)))
        if _ALL.search(self.text):
            self.every = not self.years
            self.text = _ALL.sub(MARK, self.text)
        if self.every:
            self.years.update(self.held)
        if self.against_last and len(self.years) == 1:
            self.years.add(min(self.years) - 1)

    def _these(self, many: re.Match[str]) -> str:
        return MARK if _count(many[1] or many[2]) == len(self.years) else many[0]

    def previous(self) -> None:
        """上年 beside no named year: compared with, it stays open as the year it belongs to does."""
        if self.against_last:
            self.text = re.sub(_PREVIOUS, MARK, self.text)
        elif re.search(_PREVIOUS, self.text):
            self.of_held = bool(self.held)
            last = (self.held[-1] if self.held else self.today.year) - 1
            self.take(_PREVIOUS, lambda _: [last], guess=True)

    def period(self) -> Period:
        rest = self.hidden.shown(self.text)
        base = len(self.years) == 1 and bool(_BASE.search(rest))
        years = tuple(sorted(self.years))
        return Period(years, rest, self.every, self.against_last, self.guessed, base, self.of_held)


def _span(first: str, last: str) -> list[int]:
    low, high = sorted((int(first), int(last)))
    return list(range(low, min(high, low + 60) + 1))


def _count(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else _COUNT[numeral]
