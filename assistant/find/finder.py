"""The figures of one question: searched in its scope and selected by its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.find.each import Place, each, of_pairs, one_in_two_words
from assistant.find.grouped import meant, names
from assistant.find.other_words import in_other_words, may_be
from assistant.find.reported import CHANGE_WORDS
from assistant.find.select import Selection, select
from assistant.find.settle import of_five_years, settled, settled_plans
from assistant.find.surroundings import in_surroundings
from assistant.match.asked import Asked
from assistant.match.candidates import Candidate, key, undated
from assistant.match.fit import Fit
from assistant.match.narrowed import TARGET
from assistant.query import Query
from assistant.taught.applied import Pins
from assistant.understand.left_out import only_planned
from assistant.words.labels import full_name, leaves
from assistant.words.terms import FULL, covered, explained, terms
from assistant.words.thesaurus import in_words_of_reports, official
from corpus.five_years import OVER
from corpus.report import Figure, Label, Passage
from corpus.units import divisible, same_unit, thing
from index.search import Evidence, Scope, Searcher

_ALL = 400
_NARROWED = 0.75
"""How much of what narrows a measure the figure's own label must say."""
POINTS = ("百分点", "个百分点")
EXACT = 0.9
"""How much of its own label the question must say of a thing that only an overview beside it names, and of a share where
the label says nothing of the whole."""
_MONEY = re.compile("(?:收入|支出|金额|投资|经费|资金|产值)$")
_IN_ALL = re.compile("(?<=[一-鿿]{2})(?:总量|(?<![总产销容流质运体重数力])量)$")
"""How much there is of things that are counted: 市场主体总量, 举报量."""
_OF_DISCLOSURE = re.compile(
    r"(?:因|由)?(?:政府)?信息公开(?:工作)?(?:方面|领域|引起|引发|产生|相关|有关|类|而来|导致)?的?(?=(?:行政)?(?:复议|诉讼|官司))"
)
"""What the forms say of all the reviews and lawsuits that they count, in the heading alone."""
_OF_BOTH_SIDES = re.compile("(?<!收入)(?:收入|支出|收支|收、支)总[计额]|收入支出总额")
"""What an account comes to, on either side, where it tells both in one: 收入支出总计."""
_FIVE_YEARS = re.compile(
    r"five[- ]years?|十[一二三四五六七八九]五(?![”\"」』]?(?:规划)?(?:时期|期)?末)", re.IGNORECASE
)
_ROSE = re.compile("涨(?!价|停)")
_OPEN_TO_ALL = re.compile(
    "(?:open|available) to the public|publicly available|total (?:number )?(?:published|disclosed)",
    re.IGNORECASE,
)
"""In an English question: all that stands open, and not what was published in a year."""
_TARGET = re.compile(r"\b(?:targets?|goals?)\b", re.IGNORECASE)
"""In an English question: what is to be reached."""
_THAN = re.compile(r"\b(?:than|with|to|against|of) (?:its|their|the) ", re.IGNORECASE)
_QUANTITY = re.compile("[数额量率比值费]$|面积|长度|规模|合计|总计")
"""A thing that says itself how it is counted."""
_APART = re.compile("各|分别|都|和|与|及|跟|(?:多少|几).*[，,].*(?:多少|几)|how m.* how m|respectively")
"""In a question that names several things: it wants a figure for each."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds figures for one question within its scope."""

    searcher: Searcher
    query: Query
    scope: Scope
    pins: Pins | None = None
    """What staff marked as the right figures, for this scope."""

    def searched(self, measure: str, scope: Scope | None = None) -> Sequence[Evidence]:
        """Given a measure and, where it differs from the question's, a scope, return the figures found there."""
        return self.searcher.figures(measure, scope or self.scope, _ALL)

    def measure(self, measure: str, unit: str | None = None, years: Sequence[int] | None = None) -> Selection:
        """Given a measure in simplified Chinese, the unit expected and, where they differ from the question's,
        the years, return what is selected."""
        scope = self.scope if years is None else replace(self.scope, years=tuple(years))
        if pinned := self.pins.figures(measure, scope) if self.pins else ():
            return _certain(pinned)
        if only_planned(measure):
            return Selection()
        evidence = [one for one in self.searched(measure, scope) if self._in_pairs(one.item)]
        if self.query.measures:
            evidence = [one for one in evidence if names(one.item, measure)]
        asked = Asked.of(measure, self._question())
        of_all = self._of_all(evidence)
        selection = settled_plans(asked, of_all, unit, select(asked, of_all, unit))
        if selection.chosen is None and len(of_all) < len(evidence):
            selection = select(asked, evidence, unit)
        if selection.chosen is None and not (self.query.years or years):
            selection = of_five_years(asked, of_all, unit, selection)
        shorter = _OF_DISCLOSURE.sub("", measure)
        if selection.chosen is None and shorter != measure:
            return self.measure(shorter, unit, years)
        if selection.chosen is None and _IN_ALL.search(measure):
            alone = self.measure(_IN_ALL.sub("", measure), unit, years)
            if alone.chosen and not any(divisible(one.unit or "") for one in alone.chosen.figures):
                return alone
        both = _OF_BOTH_SIDES.sub("收入支出总计", measure)
        if both != measure and (selection.chosen is None or selection.rivals):
            said = _OF_BOTH_SIDES.sub("收入支出总计", self.query.simplified)
            of_both = replace(self, query=replace(self.query, simplified=said)).measure(both, unit, years)
            return of_both if of_both.chosen is not None and not of_both.rivals else selection
        if selection.chosen is None:
            rest, beside = in_surroundings(self.searcher, measure, evidence)
            found = select(Asked.of(rest), beside, unit) if rest else selection
            exact = found.chosen is not None and found.chosen.fit.own >= EXACT
            selection = found if exact else selection
        selection = meant(self.searcher, measure, selection)
        return settled(selection, self.searcher.doubts(_reports(selection)))

    def _question(self) -> str:
        """The whole question as far as it tells one figure from another: what names one of several measures names not all."""
        said = "" if self.query.measures else self.query.simplified
        if self.query.operation in ("difference", "growth") and _ROSE.search(said):
            said = f"{said} 增长"
        said = f"{said} 对外公开" if _OPEN_TO_ALL.search(self.query.text) else said
        said = f"{said}{TARGET}" if _asks_target(self.query.text) else said
        return f"{said} {OVER}" if _FIVE_YEARS.search(self.query.text) else said

    def asked(self) -> Selection:
        """What the question asks, as it asks it."""
        unit = "%" if self.query.unit in POINTS and self.query.operation == "difference" else self.query.unit
        unit = unit if self._levels() else self.query.counted
        if self.query.of_pairs:
            own = of_pairs(self.query, lambda place, words: self._alone(place, unit, words))
            if own.chosen is not None or not one_in_two_words(self.query.of_pairs):
                return own
        found = [self._of_whole(self.measure(measure(self.query), unit), unit)]
        if not self.query.otherwise:
            found = [self._narrowed(found[0])]
        elif found[0].chosen is None or found[0].rivals:
            found += [self._narrowed(self.measure(words, unit)) for words in self.query.otherwise]
        found = [self._in_each_year(self._alongside(_as_before(self.query, one))) for one in found]
        if found[0].rivals and self.query.unit_before and unit is None and not self._turns_to_money():
            as_before = self.measure(measure(self.query), self.query.unit_before)
            found[0] = found[0] if as_before.rivals or as_before.chosen is None else as_before
        found[0] = each(self.query, found[0], lambda place: self._alone(place, unit))
        sure = (one for one in found if one.chosen is not None and not one.rivals)
        return next(sure, next((one for one in found if one.chosen is not None), found[0]))

    def _turns_to_money(self) -> bool:
        """Whether the question goes on from a count to what was earned or spent: 旅游收入呢 after 接待了多少游客."""
        return _MONEY.search(self.query.narrows) is not None and not same_unit(self.query.unit_before, "元")

    def in_other_words(self, words: str = "", unit: str | None = None) -> Selection:
        """What the question asks, or what the words for one of the things it is worked out of ask in a unit, their everyday
        words read as what reports write for them; tried where nothing else answers."""
        query = self.query
        asked = words or f"{query.whole}{measure(query)}"
        question = words or query.simplified
        spoken = in_words_of_reports(asked)
        if not may_be(spoken, question):
            return Selection()
        found: dict[Figure | Passage, Evidence] = {}
        for one in (*self.searched(official(spoken)), *self.searched(asked)):
            if one.item not in found or one.dense > found[one.item].dense:
                found[one.item] = one
        evidence = [one for one in found.values() if self._in_pairs(one.item)]
        if not words:
            unit = query.unit if query.operation in ("value", "share", "rate") else query.counted
        selection = in_other_words(asked, spoken, question, self._of_all(evidence), unit)
        return settled(selection, self.searcher.doubts(_reports(selection)))

    def joint(self) -> Selection | None:
        """The one figure that everything is of that a question joins and asks one number for: 未经复议直接起诉、尚未审结的有几件;
        None where they are several things."""
        query = self.query
        said = query.text.lower() if query.language == "en" else query.simplified
        if len(query.measures) < 2 or query.operation != "value" or _APART.search(said):
            return None
        found = replace(self, query=replace(query, measures=())).measure("".join(query.measures), query.unit)
        if (certain := found.certain) is None:
            return None
        label = certain.label
        own = " ".join((*label.row, *label.column, label.phrase))
        of_all = all(covered(terms(one), own) >= _NARROWED for one in query.measures)
        return found if of_all else None

    def _of_whole(self, selection: Selection, unit: str | None) -> Selection:
        """The part whose share is asked, called by its whole too where by itself it is not told from others: 结果维持 of
        the lawsuits, and not of the reviews."""
        query = self.query
        open_ = selection.chosen is None or bool(selection.rivals)
        if query.operation != "share" or not query.whole or query.measures or not open_:
            return selection
        named = self.measure(f"{query.whole}{measure(query)}", unit)
        return named if named.chosen is not None and not named.rivals else selection

    def in_place(self, place: Place) -> Selection:
        """Given an agency and a year, return the selection of what the question asks of them alone."""
        return self._alone(place, self.query.unit if self._levels() else self.query.counted)

    def _alone(self, place: Place, unit: str | None, words: str = "") -> Selection:
        """What is asked, or what the words ask, of one agency in one year."""
        issuer, year = place
        issuers = (issuer,) if issuer else self.query.issuers
        query = replace(
            self.query,
            issuers=issuers,
            years=(year,),
            pairs=(),
            simplified=words or self.query.simplified,
        )
        scope = replace(self.scope, issuers=(issuer,) if issuer else self.scope.issuers, years=(year,))
        return replace(self, query=query, scope=scope).measure(words or measure(self.query), unit)

    def _alongside(self, selection: Selection) -> Selection:
        """The selection with the one of its rivals that stands in the row or the column of the answer before."""
        if not selection.rivals or selection.chosen is None or not self.query.answers:
            return selection
        last = self.query.answers[-1][-1:]
        beside = [
            one
            for one in (selection.chosen, *selection.rivals)
            if last and not one.summed and _in_line(one.label, last[0].label)
        ]
        beside = beside or self._of_last_named((selection.chosen, *selection.rivals), last)
        return replace(selection, chosen=beside[0], rivals=()) if len(beside) == 1 else selection

    def _in_each_year(self, selection: Selection) -> Selection:
        """The selection with the one of its rivals that is told of both years that are compared: 办理来信 of both, and 办结来信
        of one alone."""
        query, years = self.query, {*self.query.years}
        compared = query.operation in ("difference", "growth") and len(years) == 2 and len(query.issuers) == 1
        if not compared or not selection.rivals or selection.chosen is None:
            return selection
        several = (selection.chosen, *selection.rivals)
        told = [one for one in several if years <= {figure.year for figure in one.figures}]
        return replace(selection, chosen=told[0], rivals=()) if len(told) == 1 else selection

    def _of_last_named(self, several: Sequence[Candidate], last: Sequence[Figure]) -> list[Candidate]:
        """Of several kinds of a thing, those that what was told last names: after 公务接待费, 接待 is 国内公务接待."""
        asked = measure(self.query)
        named = last[0].label.text if last else ""
        return [
            one
            for one in several
            if not one.summed
            and last
            and one.figures[-1].citation.report == last[0].citation.report
            and any(
                term.weight == FULL and not explained(term.word, asked) and explained(term.word, named)
                for term in terms(one.label.phrase)
            )
        ]

    def _narrowed(self, selection: Selection) -> Selection:
        """The selection without what does not itself say what the question narrows the one before by, and without
        the figure that was the answer to that one."""
        narrows = [term for term in terms(self.query.narrows) if term.weight == FULL]
        chosen = selection.chosen
        if not narrows or chosen is None:
            return selection
        before = {figure for given in self.query.answers if len(given) == 1 for figure in given}
        fits = [
            one
            for one in (chosen, *selection.rivals)
            if not before.intersection(one.figures)
            and covered(tuple(narrows), full_name(one.label)) >= _NARROWED
        ]
        word_for_word = [one for one in fits if self.query.narrows in one.label.text]
        fits = word_for_word or fits
        if not fits:
            return Selection(near=(chosen, *selection.rivals, *selection.near)[:3])
        return replace(selection, chosen=fits[0], rivals=tuple(fits[1:]))

    def _of_all(self, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
        """What is found of labels that every agency named reports, where the question names several."""
        named = set(self.query.issuers) - set(self.query.ambiguous)
        if len(named) < 2:
            return evidence
        issuers: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for one in evidence:
            if isinstance(one.item, Figure):
                issuers[key(one.item.label)].add(one.item.citation.issuer)
        return [
            one for one in evidence if isinstance(one.item, Figure) and issuers[key(one.item.label)] >= named
        ]

    def _in_pairs(self, item: Figure | Passage) -> bool:
        """Whether it is of an agency in the year that stands with it in the question, where each has its own."""
        year = item.year if isinstance(item, Figure) else item.citation.year
        return not self.query.pairs or (item.citation.issuer, year) in self.query.pairs

    def pinned(self) -> Selection | None:
        """What staff marked as the answer to the measure, whatever kind of question it is taken for."""
        figures = self.pins.figures(measure(self.query), self.scope) if self.pins else ()
        return _certain(figures) if figures else None

    def _levels(self) -> bool:
        """Whether the unit asked for is that of the figures themselves, and not of what is worked out."""
        return self.query.operation not in ("growth", "share", "rate") or self.query.unit not in ("%", "倍")


def _asks_target(text: str) -> bool:
    """Whether an English question is for what is to be reached, and not for what that is compared with."""
    return _TARGET.search(text) is not None and _THAN.search(text) is None


def _as_before(query: Query, selection: Selection) -> Selection:
    """The selection without what is counted otherwise than the question before asked, where this one only names another
    thing: after 整改了多少项隐患, 那烟花爆竹呢 asks for no number of inspections."""
    chosen, unit = selection.chosen, query.unit_before
    if chosen is None or not (query.narrows and unit) or _QUANTITY.search(query.narrows):
        return selection
    words = terms(query.narrows)
    given = chosen.figures[-1].unit
    if given is None or thing(given) == thing(unit) or any(term.acts or term.weight < FULL for term in words):
        return selection
    told = [term for one in query.earlier[-1:] for term in terms(one) if term.weight == FULL]
    before = [term for term in told if not term.acts][-1:] or told  # 隐患 of 检查企业，整改隐患
    if any(part.endswith(query.narrows) for part in leaves(chosen.label)):
        return selection  # the very name of what is counted
    if any(explained(term.word, full_name(chosen.label)) for term in before):
        return selection
    return Selection(near=(chosen, *selection.rivals, *selection.near)[:3])


def _in_line(label: Label, other: Label) -> bool:
    """Whether two labels of one table, or of it in two years, differ in one part alone, of the row or the column:
    only then is the one to the question after what the other was to the question before."""
    if label.phrase or other.phrase or [*map(undated, label.section)] != [*map(undated, other.section)]:
        return False
    paths = (label.row, label.column), (other.row, other.column)
    if label.row == other.row != () and label.column[:1] == other.column[:1] != ():
        return True  # 自然人 after 法人或其他组织 · 商业企业
    if any(len(one) != len(two) for one, two in zip(*paths, strict=True)):
        return False
    parts = zip(
        map(undated, (*label.row, *label.column)), map(undated, (*other.row, *other.column)), strict=True
    )
    return sum(one != two for one, two in parts) == 1


def _reports(selection: Selection) -> set[str]:
    chosen = selection.chosen
    return {figure.citation.report for figure in chosen.figures} if chosen else set()


def _certain(figures: Sequence[Figure]) -> Selection:
    """Figures that a person marked as the right ones, by year."""
    return Selection(Candidate(figures[-1].label, tuple(figures), Fit(1, 1, 1, 0, 1)))


def measure(query: Query) -> str:
    """Given a query, return its measure in simplified Chinese, whatever its language."""
    if query.language != "en":
        return query.measure
    if query.operation in ("difference", "growth"):
        return CHANGE_WORDS.sub("", query.simplified).strip()
    return query.simplified
