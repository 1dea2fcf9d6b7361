"""What is done with the figures chosen: given as they are, or worked with over years and agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant import calculate
from assistant.calculate import CannotCalculate, average, total
from assistant.find.grouped import crossed
from assistant.match.candidates import Candidate, key
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.labels import is_change_of, is_of_five_years, leaves
from assistant.work_out.between import change, counted_alike, gap
from assistant.work_out.in_places import in_places
from corpus.report import Figure

_MEAN = re.compile("[月季年日周]均(?![衡等])|平均|^每(?:个?(?:季度|月)|半?年|周)")
_GROWTHS = re.compile("增速|增幅|增长率|涨幅|降幅|增长(?:速度|目标)|[高低快慢]了?(?:多少|几)个?百分点|增长$")
_WORKED_OUT = ("sum", "average", "rank", "difference", "growth")


def operate(composer: Composer, candidate: Candidate) -> Answer:
    """Given what was chosen for the question, return the answer to its operation, with what it leaves out."""
    try:
        answer = _operate(composer, candidate)
    except CannotCalculate as reason:
        figures = _reported(candidate.figures)
        if len(figures) == 1 and "operation" in composer.query.assumed and reason.reason == "too_few":
            return composer.figures(
                figures
            )  # 实际使用外资呢, after how much something grew: how much there is
        return uncalculated(composer, candidate.figures, reason)
    notes = map(composer.words.finish, _notes(composer, candidate))
    return replace(answer, text="\n".join((answer.text, *notes)))


def uncalculated(composer: Composer, figures: Sequence[Figure], reason: CannotCalculate) -> Answer:
    """Given figures that cannot be worked with and why, return the refusal that names them."""
    answer = composer.figures(tuple(figures))
    refused = composer.words.finish(composer.words.cannot(reason.reason))
    return replace(answer, status="not_reported", figures=(), text=f"{refused}\n{answer.text}")


def _notes(composer: Composer, candidate: Candidate) -> Iterator[str]:
    """Years that are asked for and have no figure, and a label that is another in another year."""
    told = {(one.citation.block, one.sentence) for one in candidate.figures}
    if len(candidate.figures) > 1 and len(told) == 1 and candidate.figures[0].sentence:
        return  # what one sentence says that something rose from and to
    given = {figure.year for figure in _reported(candidate.figures)}
    given |= {figure.citation.year for figure in candidate.figures}  # the report of 2026 may tell of 2025
    if any(is_of_five_years(one.label) for one in candidate.figures):
        given |= {one.year - back for one in candidate.figures for back in range(5)}
    missing = [year for year in composer.query.years if year not in given]
    if missing and given:
        yield composer.words.missing(missing)
    labels: dict[str, Figure] = {}
    for figure in _reported(candidate.figures):
        labels.setdefault("".join(key(figure.label)), figure)
    if len(labels) > 1 and not candidate.summed:
        yield composer.words.changed(tuple(labels.values()))


def _operate(composer: Composer, candidate: Candidate) -> Answer:
    query, words, figures = composer.query, composer.words, candidate.figures
    asked = query.simplified if query.language == "en" else query.measure
    reported = _reported(figures)
    if query.choose == "ends":
        return ends(composer, figures)
    if query.per > 1:
        return _spread(composer, candidate)
    if candidate.summed:
        return _of_group(composer, candidate)
    if query.pairs or len(query.issuers) > 1:
        figures = reported = _of_each(composer, reported)
    of_one = len({one.citation.issuer for one in reported}) < 2
    if (
        of_one
        and is_change_of(candidate.label, asked)
        and query.operation in ("difference", "growth")
        and not _far_apart(query.years)
    ):
        if of_two_rates(query, figures[-1]):
            return change(composer, reported) if _both_years(query, reported) else _too_few()
        return composer.figures(figures[-1:])
    if query.operation == "growth" and query.unit != "倍" and is_change_of(candidate.label, asked):
        return composer.figures(figures)  # each agency's own growth: a growth has none
    if query.operation in ("sum", "average") and len(reported) < len(figures):
        raise CannotCalculate("too_few" if len(reported) < 2 else "blank")  # one of them cannot be read
    if query.operation == "sum" and len(query.years) == 2 and query.over == "years" and len(reported) < 2:
        raise CannotCalculate("too_few")  # of two years, one is no sum
    match query.operation:
        case "difference" | "growth" if len(reported) > 1:
            return _too_few() if _told_twice(reported) else change(composer, reported)
        case "sum" if len(reported) > 1:
            named = dict.fromkeys(map(words.label, reported if query.of_pairs else reported[:1]))
            return composer.calculated(words.total(" + ".join(named)), total(reported), reported)
        case "average" if len(reported) == 1 and _of_five_years(reported[0], query.years):
            what = words.spread(words.label(figures[0]), len(query.years))
            return composer.calculated(
                what, calculate.spread(reported[0], len(query.years), composer.places), reported
            )
        case "average" if len(reported) == 1 and _is_mean(reported[0]):
            return composer.figures(reported)
        case "average":
            of_agencies = len({one.citation.issuer for one in reported}) == len(reported) > 1
            what = words.average(words.label(figures[0]), of_agencies=of_agencies)
            return composer.calculated(what, average(reported, composer.places), reported)
        case "rank" if query.choose or query.ordered:
            return largest(composer, figures)
        case "difference" | "growth" | "rank" | "share" | "rate":
            raise CannotCalculate("too_few")
        case _:
            return composer.figures(figures)


def _is_mean(figure: Figure) -> bool:
    """Whether a figure is a mean by its own label: 月均办件, 年平均浓度."""
    return any(_MEAN.search(part) for part in leaves(figure.label))


def _of_five_years(figure: Figure, years: Sequence[int]) -> bool:
    """Whether a figure is of all the five years asked about: 五年来召开发布会972场."""
    return len(years) == 5 and years[-1] == figure.year and is_of_five_years(figure.label)


def of_two_rates(query: Query, figure: Figure) -> bool:
    """Given a query and a figure for it, return whether it asks by how much one year's growth is above another's, and the
    figure is one growth: 2026年的增速比2025年低多少."""
    asked = query.operation == "difference" and query.over == "years" and len(query.years) == 2
    return asked and figure.unit == "%" and _GROWTHS.search(query.simplified) is not None


def _told_twice(figures: Sequence[Figure]) -> bool:
    """Whether figures are of the same thing in the same year, as a report counts it in two places: no change of anything."""
    return len({(one.citation.issuer, one.year, one.label.text) for one in figures}) == 1


def _both_years(query: Query, figures: Sequence[Figure]) -> bool:
    return len(figures) == 2 and {one.year for one in figures} == {*query.years}


def _too_few() -> Answer:
    raise CannotCalculate("too_few")


def _far_apart(years: Sequence[int]) -> bool:
    """Whether two years are compared of which one does not follow the other: the change that a report tells is on the year
    before it."""
    return len(years) == 2 and years[1] - years[0] > 1


def _of_each(composer: Composer, reported: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures of several agencies, in the order in which the question names these. What is worked out may
    leave none of them out, but of those whom one name may mean the ones that report nothing of the kind."""
    query = composer.query
    order = {pair: place for place, pair in enumerate(query.pairs)}
    place = {issuer: place for place, issuer in enumerate(query.issuers)}
    ordered = sorted(
        reported,
        key=lambda one: order.get((one.citation.issuer, one.year), place.get(one.citation.issuer, 0)),
    )
    found = {(one.citation.issuer, one.year) for one in ordered}
    heard = {issuer for issuer, _ in found}
    named = set(query.issuers) - (set(query.ambiguous) - heard if heard & set(query.ambiguous) else set())
    whole = set(query.pairs) <= found and named <= heard
    if not whole and query.operation in _WORKED_OUT:
        raise CannotCalculate("too_few")
    return tuple(ordered)


def _of_group(composer: Composer, candidate: Candidate) -> Answer:
    """A group that has no figure of its own: its rows, the most of them, or their sum."""
    words, figures = composer.words, candidate.figures
    match composer.query.operation:
        case "list":
            return composer.figures(figures)
        case "rank" if composer.query.choose or composer.query.ordered:
            return largest(composer, figures)
        case "share" | "rate" | "growth" | "difference":
            raise CannotCalculate("too_few")  # a sum is not what was asked for
        case _:
            what = words.label(replace(figures[0], label=candidate.label))
            return composer.calculated(words.total(what), total(figures), figures)


def _spread(composer: Composer, candidate: Candidate) -> Answer:
    """A year's figure divided by its months or quarters, where it is one figure of one year."""
    words, figures = composer.words, candidate.figures
    if candidate.summed or len(figures) > 1:
        raise CannotCalculate("too_few")
    if _is_mean(figures[0]):
        return composer.figures(figures)
    what = words.spread(words.label(figures[0]), composer.query.per)
    return composer.calculated(
        what, calculate.spread(figures[0], composer.query.per, composer.places), figures
    )


def together(composer: Composer, chosen: Sequence[Candidate]) -> Answer | None:
    """Given what was chosen for each of several measures, return the answer to them together; None where they are
    not as many things, or cannot be worked with."""
    words, query = composer.words, composer.query
    figures = [_newest(one) for one in chosen]
    flat = [figure for group in figures for figure in group]
    if len({(one.citation, one.value) for one in flat}) < len(flat):
        return None  # 投诉举报396件 is neither the 投诉 nor the 举报
    apart = all(len(group) == 1 for group in figures)
    if (
        query.operation in ("difference", "growth")
        and len(figures) == 2
        and crossed(figures[0][0], figures[1][0])
    ):
        return None
    try:
        match query.operation:
            case "sum":
                what = " + ".join(words.label(_called(one)) for one in chosen)
                return composer.calculated(words.total(what), total(counted_alike(flat, query.unit)), flat)
            case "average" if apart and query.per == len(flat):
                of_all = words.spread("、".join(words.label(one) for one in flat), query.per)
                return composer.calculated(of_all, average(flat, composer.places), flat)
            case "rank" if apart and (query.choose or query.ordered):
                return largest(composer, flat)
            case "rank" if query.choose:
                return _greater_group(composer, chosen)
            case "difference" if len(chosen) == 2 and not apart:
                after, before = figures
                first, second = (_called(one) for one in chosen)
                result = calculate.gap(before, after)
                if query.greater and result.calculation.result < 0:
                    after, before, first, second = before, after, second, first
                    result = calculate.gap(before, after)
                return composer.calculated(words.gap(first, second), result, (*after, *before))
            case "growth" if len(chosen) == 2 and not apart and query.unit == "倍":
                named = [_called(one) for one in chosen]
                return composer.calculated(
                    words.times(*named),
                    calculate.times(figures[1], figures[0], composer.places),
                    (*figures[0], *figures[1]),
                )
            case "difference" | "growth" if apart and len(flat) == 2:
                return gap(composer, flat[0], flat[1])
            case "difference" | "growth" | "share" | "rate" | "rank":
                return None
    except CannotCalculate:
        return None
    return composer.figures(flat)


def _called(candidate: Candidate) -> Figure:
    """A figure to name a candidate by: for a group, one labelled as the group is."""
    return replace(candidate.figures[0], label=candidate.label)


def _greater_group(composer: Composer, chosen: Sequence[Candidate]) -> Answer | None:
    """The most or the least of several things of which some have no figure of their own but their parts' sum."""
    if composer.query.places_wanted is not None:
        return None
    most = composer.query.choose == "most"
    summed = [
        replace(one.figures[0], label=one.label, value=calculate.total(one.figures).calculation.result)
        if len(one.figures) > 1
        else one.figures[0]
        for one in chosen
    ]
    found = calculate.extreme(summed, most)
    if found is None:
        return None
    first = chosen[summed.index(found)]
    others = [figure for one in chosen if one is not first for figure in one.figures]
    if len(first.figures) == 1:
        said = composer.words.extreme(found, most, summed, "[1]")
        return _said_first(composer, said, (*first.figures, *others))
    what = composer.words.total(composer.words.label(found))
    return composer.calculated(what, total(first.figures), first.figures)


def _newest(candidate: Candidate) -> tuple[Figure, ...]:
    """The figure of the newest year, or, for a group, its parts."""
    newest = max(figure.year for figure in candidate.figures)
    return tuple(figure for figure in candidate.figures if candidate.summed or figure.year == newest)


def largest(composer: Composer, figures: Sequence[Figure]) -> Answer:
    """Given figures, return the answer with the one that the question chooses before the others, or with all of
    them in the order it asks for."""
    query = composer.query
    reported = _meant(composer, figures)
    places = {(one.citation.issuer, one.year, one.label.text) for one in reported}
    if len(reported) < 2 or len(places) < len(reported):
        raise CannotCalculate("too_few")
    if query.ordered:
        return composer.figures(calculate.ordered(reported, query.ordered == "down"))
    if query.places_wanted is not None:
        return in_places(composer, reported, query.places_wanted)
    most = query.choose == "most"
    found, words = calculate.extreme(reported, most), composer.words
    if found is None:
        answer = composer.figures(reported)
        return replace(answer, text=f"{words.finish(words.tied(most))}\n{answer.text}")
    rest = [figure for figure in reported if figure is not found]
    if len({figure.unit for figure in reported}) == 1:
        rest.sort(key=lambda figure: figure.value or 0, reverse=most)
    return _said_first(composer, words.extreme(found, most, reported, "[1]"), (found, *rest))


def foremost_of(
    composer: Composer,
    worked: Sequence[tuple[str, calculate.Result, Sequence[Figure]]],
    called: Sequence[Figure],
) -> Answer | None:
    """Given what was worked out of several years or agencies, as `Composer.calculated_each` takes it, and a figure for each
    to name it by, of its value, return the answer with the one that the question chooses before the others; None where
    several share that place."""
    most, words = composer.query.choose == "most", composer.words
    found = calculate.extreme(called, most)
    if found is None:
        return None
    first = called.index(found)
    answer = composer.calculated_each([worked[first], *worked[:first], *worked[first + 1 :]])
    said = words.finish(words.extreme(found, most, called, ""))
    return replace(answer, text=f"{said}\n{answer.text}")


def ends(composer: Composer, figures: Sequence[Figure]) -> Answer:
    """Given figures, return the answer with the greatest and the least of them, or with how far they are apart."""
    reported = _meant(composer, figures)
    most, least = (calculate.extreme(reported, end) for end in (True, False))
    if len(reported) < 3 or most is None or least is None:
        raise CannotCalculate("too_few")
    if composer.query.operation == "difference":
        return gap(composer, most, least)
    return composer.figures((most, least))


def _meant(composer: Composer, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures that have a value, without those of what the question leaves out by name."""
    name = composer.query.besides
    return tuple(
        one for one in _reported(figures) if not (name and any(name in part for part in leaves(one.label)))
    )


def _said_first(composer: Composer, said: str, figures: Sequence[Figure]) -> Answer:
    """The figures, the first of them in words of its own."""
    answer = composer.figures(figures)
    return replace(answer, text="\n".join((composer.words.finish(said), *answer.text.split("\n")[1:])))


def _reported(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures if figure.value is not None)
