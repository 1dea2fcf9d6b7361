"""What a question asks, as data: the scope, the measure and the operation. Nothing here is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from corpus.report import Figure

Language = Literal["zh-Hans", "zh-Hant", "en"]
Operation = Literal[
    "value", "difference", "growth", "share", "sum", "average", "rank", "trend", "compare", "rate",
    "list", "exists", "passage",
]  # fmt: skip
Choose = Literal["most", "least", "ends", ""]
"""Which of several is wanted: the most, the least, or both ends."""
Given = tuple[Figure, ...]
"""One answer given before: its figure, or the figures it is the sum of; empty where it was none of these."""
Problem = Literal["", "empty", "too_long", "punctuation", "off_topic", "unsafe", "personal"]


class Held(Protocol):
    """What understanding a question needs to know of a report that is held."""

    @property
    def issuer(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def region(self) -> str | None: ...
    @property
    def kind(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Places:
    """The end that the places are counted from, the first of those wanted, and how many of them."""

    end: Literal["most", "least"]
    first: int
    count: int
    does: Literal["", "sum", "gap"] = ""
    """What is worked out of those in these places: what they come to, or by how much one is above the other."""


@dataclass(frozen=True, slots=True)
class ForEach:
    """How much of one thing comes on each of another: what a question says that is divided, and by what."""

    each: str
    """The measure word of what it is divided by: 批 of 平均一批几人."""
    unit: str
    """That of what is divided, or ""."""
    of: str
    """What both are of, in the words around 平均每…: 公务接待 of 公务接待平均每人次花了多少元."""
    counted: str
    """The name of what is counted: 居民 of 平均每户居民."""
    amount: str
    """The name of what is divided, or "" where only its unit tells: 总投资 of 平均每个项目总投资."""
    whose: str = ""
    """What stands before 平均每…, of which both may be said."""
    into: int = 0
    """Into how many the question itself says that it is divided: 分了七类，平均一类几条."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Things that a question names one by one, to be added up: A、B和C三类一共多少件."""

    items: tuple[str, ...]
    about: str
    """What the question says besides of all of them."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the answer before is set beside: 比公证案件多多少件, 跟医疗信息合起来呢."""

    words: str
    """What names it."""
    also: str
    """The same of the thing asked of before, where the words name only a deed: 废止规范性文件 for 废止."""
    operation: Operation
    """What is asked of the two: difference, growth (of the answer on it), or sum."""
    unit: str | None = None
    year: int | None = None
    """The year of what is added, where it has one of its own: 算上2026年准备新增的."""
    turned: bool = False
    """Whether the other is a multiple of the answer, and not the answer of it: 临时的是它的几倍."""


Comparison = Literal["is", "over", "under", "least", "most"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a question wants confirmed: 是不是超过5万亿."""

    how: Comparison
    value: Decimal
    unit: str
    """With its orders of magnitude: 万亿, 亿元."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood. Every scope field is empty where the question leaves it open.

    `text` is the question as asked, trimmed; `simplified` what is matched with reports: normalised simplified
    Chinese, for an English question the Chinese rendering of its measure. `measure` is what is asked about,
    without scope, question words and politeness, in the question's language (a Chinese one simplified).
    """

    text: str
    language: Language
    simplified: str
    measure: str
    years: tuple[int, ...] = ()
    """Named or relative years, resolved, in ascending order."""
    issuers: tuple[str, ...] = ()
    """Full names of the held issuers the question names, in its order."""
    unknown_issuer: str | None = None
    """An agency or place named as the reports' owner of which nothing is held."""
    operation: Operation = "value"
    unit: str | None = None
    """件, 万元 … as the question words expect; "%" for a rate of growth or a share, "倍" for a multiple,
    "元" where only money is certain."""
    choose: Choose = ""
    besides: str = ""
    """For a rank: what it leaves out by name: 除“其他”以外哪类最多."""
    report: str | None = None
    """The id of the one report that the channel restricts the question to."""
    paper: int | None = None
    """The year of the report in which the question says to look, where it names no year of what it asks."""
    assumed: tuple[str, ...] = ()
    """Parts that were assumed or carried from before: "year", "issuer", "measure", "operation"."""
    problem: Problem = ""
    magnitude: str = ""
    """万, 亿, or with the thing 万元, 亿元, where the question says in what it wants the number: 多少万, 几亿元."""
    measures: tuple[str, ...] = ()
    """The several measures of a question that names more than one; `measure` is then the first."""
    ambiguous: tuple[str, ...] = ()
    """Held issuers that fit the name in the question equally well; `issuers` then holds the same."""
    whole: str = ""
    """For a share: the measure that `measure` is a part of, where the question names it."""
    part: str = ""
    """For shares that are set against each other: the part whose share it is, where the measure is the share's own name."""
    of_last: bool = False
    """For a share after another question: whether its whole is what that one asked."""
    over: Literal["", "years", "issuers", "rows"] = ""
    """What a rank, trend, sum or list runs over: 哪年, 哪个局, 哪种情形."""
    ordered: Literal["", "down", "up"] = ""
    """For a rank of all of them: 从多到少, 从少到多."""
    places_wanted: Places | None = None
    """For a rank: which places are wanted, where it is not the first alone: 排第二的, 前三名."""
    per: int = 1
    """Into how many parts of the year an average divides it: 12 for 平均每月."""
    counted: str | None = None
    """The unit of the figures themselves where the measure names it (旅游的人次), though a growth is asked for in percent."""
    for_each: ForEach | None = None
    """Of how much comes on each of what is counted: 平均一批几人."""
    remains: tuple[str, str] = ("", "")
    """Of what is left over: the whole, and what was done with the part of it that is not left."""
    places: int | None = None
    """The decimal places that the question asks for."""
    summed: bool = False
    """For a share: whether its several parts are meant together."""
    earlier: tuple[str, ...] = ()
    """The measures asked before in the same conversation of the same years and agencies, in their order."""
    pairs: tuple[tuple[str, int], ...] = ()
    """Each agency with the year that stands with it, where they differ: 甲市2024年和乙县2025年."""
    of_pairs: tuple[str, ...] = ()
    """What is asked of each of `pairs`, where the question names it for each: 甲市2024年的预算比乙县2025年的决算."""
    answers: tuple[Given, ...] = ()
    """What answered the questions before in the same conversation, in their order."""
    given: tuple[Given, ...] = ()
    """Of these, the answers that the question works with: 两个加起来呢."""
    compared: Given = ()
    """The two figures that the question before compared: the one compared with, and the one compared."""
    reckoned: bool = False
    """Whether the question says that a year is to be worked out from the one after it: 按增速倒推."""
    beside: Beside | None = None
    """Another thing that the answer before is compared with, or added to."""
    otherwise: tuple[str, ...] = ()
    """Other measures that a short question may mean, tried in their order where its own finds nothing: after
    政府采购预算多少, 工程的呢 may mean the 工程 of that budget."""
    instead: tuple[str, ...] = ()
    """The measure before with the words of this question in the place of each of its things: after 城镇居民收入, 农村的呢
    may mean the 农村居民收入."""
    narrows: str = ""
    """What the question narrows the measure before by (其中…的): the figure's own label must say it."""
    unit_before: str | None = None
    """The unit that the question before asked in: of two figures that answer this one as well, the one in it."""
    counts: bool = False
    """Whether it wants a figure without saying so, as the question before it did."""
    residue: Literal["", "less", "besides"] = ""
    """Of a whole and its parts (`measures`): whether what is left without them is wanted, and whether the question only
    leaves them aside (除了…还有多少), so that they may be no parts of it."""
    greater: bool = False
    """For a difference: whether it asks which of two is more and by how much, so that the less is taken from the more."""
    in_percent: bool = False
    """For a multiple: whether it is wanted in percent (是2023年的百分之几)."""
    listed: Listed | None = None
    """Of a sum: the things that are named one by one."""
    against_plan: bool = False
    """Whether what was done is compared with what was planned for the same year."""
    target: int | None = None
    """The year of which it is what was to be reached that is compared with what was reached in another."""
    target_first: bool = True
    """Whether that is named first, and the other compared with it."""
    claim: Claim | None = None
    """What the question says that the number is, to be confirmed."""
    of_country: bool = False
    """Whether it asks for the whole country's rate, which a place's report tells only beside its own."""
    against_last: bool = False
    """Whether a year is compared with the one before it (比上年, 同比); `years` then holds both, if any is
    named. The reports of some years give that change as a figure of their own (本年增/减)."""

    @property
    def in_own_words(self) -> str:
        """The whole question: English as typed, Chinese in simplified characters."""
        return self.text if self.language == "en" else self.simplified
