"""What several things come to that a question names one by one, where one sentence or paragraph counts them all alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import product, takewhile

from assistant.calculate import CannotCalculate, total
from assistant.find.finder import Finder
from assistant.find.grouped import block_of
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.alike import counts_another, unit_fits
from assistant.words.labels import CHANGE, is_change, leaves
from assistant.words.terms import FULL, LIGHT, Term, covered, explained, modifiers, terms
from assistant.work_out.between import counted_alike
from assistant.work_out.listed_below import told_below
from corpus.report import Figure
from corpus.units import divisible, is_rate, same_unit
from index.search import Searcher

_NAMES = 0.9
"""How much of the name of a thing its label must say."""
_ANY = ("个", "件", "项", "种")
"""Words in which anything is asked for."""
_TOLD, _TOLD_APART = 0.5, 0.75
"""How much of what is said of all of them the text must say: where one sentence counts them, and where several do."""


def added_up(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question that adds up things it names one by one, and its finder, return the answer; None where no sentence
    or paragraph of prose counts each of them, and each but once."""
    listed = finder.query.listed
    if listed is None or finder.query.operation not in ("sum", "value"):
        return None
    found = _together(finder, listed.items)
    about = tuple(term for term in terms(listed.about) if term.weight == FULL and not term.acts)
    found = [one for one in found if _is_of(one, about)]
    newest = max((one[0].year for one in found), default=0)
    found = [one for one in found if one[0].year == newest] or told_below(finder, listed)
    if len({tuple(each.value for each in one) for one in found}) != 1:
        return None
    figures, words = found[0], composer.words
    if not any(_in_unit(one, finder.query.unit) for one in figures):
        return None  # 微博5个、公众号4个, asked for in 条
    try:
        result = total(counted_alike(figures, finder.query.unit))
    except CannotCalculate:
        return None
    return composer.calculated(words.total(" + ".join(map(words.label, figures))), result, figures)


def told_of_all(searcher: Searcher, figures: Sequence[Figure], unit: str | None) -> bool:
    """Given figures of several things and the unit asked for, return whether none is in it, but their sentence goes on to
    tell in it what they did: 微博5个、公众号4个，发布信息200条."""
    if unit is None or unit in _ANY or any(_in_unit(one, unit) for one in figures):
        return False
    return any(
        one.sentence == each.sentence != "" and same_unit(one.unit, unit)
        for each in figures
        for one in block_of(searcher, each)
    )


def counted_apart(answer: Answer) -> bool:
    """Given an answer, return whether it adds up things that are counted in several places of a report; of money, each place
    has its own to the last digit."""
    places = {(one.citation.report, one.citation.block) for one in answer.figures}
    return (
        answer.calculation is not None
        and len(answer.figures) > 2
        and len(places) > 1
        and not any(one.unit is None or divisible(one.unit) for one in answer.figures)
    )


def _in_unit(figure: Figure, unit: str | None) -> bool:
    return unit is None or unit in _ANY or same_unit(figure.unit, unit) or not unit_fits("件", unit)


def _together(finder: Finder, items: Sequence[str]) -> list[tuple[Figure, ...]]:
    """The figures that name one item each, of every sentence that has them all; or else of every paragraph."""
    named = {
        one.item: None
        for item in items
        for one in finder.searched(item)
        if isinstance(one.item, Figure) and _may_be_added(finder, one.item)
    }
    for names, by_sentence in product((items, *_without_end(items)), (True, False)):
        places: dict[Hashable, list[Figure]] = defaultdict(list)
        for one in named:
            place = one.citation.report, one.citation.block, one.year
            places[(*place, one.sentence if by_sentence else "")].append(one)
        sets = [_one_each(figures, names) for figures in places.values()]
        if found := [one for one in sets if one]:
            return found
    return []


def _without_end(items: Sequence[str]) -> list[tuple[str, ...]]:
    """The items without what all of their names end in, which says what kind of things they are: 教育领域和卫生领域."""
    alike = takewhile(
        lambda letters: len(set(letters)) == 1, zip(*(one[::-1] for one in items), strict=False)
    )
    end = len(list(alike))
    bare = tuple(one[: len(one) - end] for one in items)
    return [bare] if end > 1 and all(len(one) > 1 for one in bare) else []


def _may_be_added(finder: Finder, figure: Figure) -> bool:
    if not figure.label.phrase or figure.value is None:
        return False
    asked = finder.query.simplified
    unit = finder.query.unit
    of_kind = unit_fits(unit, figure.unit) and not is_rate(figure.unit or "")
    of_kind = of_kind and not counts_another(figure, unit)
    return of_kind and set(modifiers(figure.label.phrase)) <= set(modifiers(asked))


def _one_each(figures: Sequence[Figure], items: Sequence[str]) -> tuple[Figure, ...]:
    """The figures that name each of the items alone; none where one has none, or several, or where one is told as a part of
    another."""
    chosen: list[Figure] = []
    for item in items:
        said = _naming(figures, item)
        if len(said) != 1 or said[0] in chosen:
            return ()
        chosen += said
    parts = any(one.label.phrase.startswith(f"{other.label.phrase}：") for one in chosen for other in chosen)
    return () if parts else tuple(chosen)


def _naming(figures: Sequence[Figure], item: str) -> list[Figure]:
    """The figures that an item's name is of: whose label has it letter by letter, or whose own part, or all of it, says it."""
    words = _telling(item)
    fitting = [one for one in figures if explained(CHANGE, item) or not is_change(one.label)]
    verbatim = [one for one in fitting if item in one.label.phrase]
    own = [one for one in fitting if covered(words, leaves(one.label)[-1]) >= _NAMES]
    return verbatim or own or [one for one in fitting if covered(words, one.label.phrase) >= _NAMES]


def _telling(item: str) -> tuple[Term, ...]:
    """The words of an item's name that tell it from others."""
    words = terms(item)
    return tuple(term for term in words if term.weight > LIGHT) or words


def _is_of(figures: Sequence[Figure], about: tuple[Term, ...]) -> bool:
    """Whether the text around the figures says what the question says of all of them."""
    text = " ".join(
        part
        for one in figures
        for part in (one.label.phrase, one.sentence, *one.label.section, one.citation.title)
    )
    alone = len({one.sentence for one in figures}) == 1
    return not about or covered(about, text) >= (_TOLD if alone else _TOLD_APART)
