"""What is done with the figures chosen: given as they are, or worked with over years and agencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.calculate import CannotCalculate, average, difference, extreme, growth, multiple, share, total
from assistant.compose import Composer
from assistant.match import is_change
from assistant.reply import Answer
from assistant.select import COUNTS, Candidate, key
from corpus.report import Figure

_WORKED_OUT = ("sum", "average", "rank", "difference", "growth")


def operate(composer: Composer, candidate: Candidate) -> Answer:
    """Given what was chosen for the question, return the answer to its operation, with what it leaves out."""
    try:
        answer = _operate(composer, candidate)
    except CannotCalculate as reason:
        figures = _reported(candidate.figures)
        answer = composer.figures(figures) if figures else composer.figures(candidate.figures)
        refused = composer.words.finish(composer.words.cannot(reason.reason))
        return replace(answer, status="not_reported", figures=(), text=f"{refused}\n{answer.text}")
    notes = map(composer.words.finish, _notes(composer, candidate))
    return replace(answer, text="\n".join((answer.text, *notes)))


def _notes(composer: Composer, candidate: Candidate) -> Iterator[str]:
    """Years that are asked for and have no figure, and a label that is another in another year."""
    given = {figure.year for figure in _reported(candidate.figures)}
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
    reported = _reported(figures)
    if candidate.summed:
        return _of_group(composer, candidate)
    if query.pairs or len(query.issuers) > 1:
        figures = reported = _of_each(composer, reported)
    if is_change(candidate.label) and query.operation in ("difference", "growth"):
        return composer.figures(figures[-1:])
    match query.operation:
        case "difference" | "growth" if len(reported) > 1:
            return _change(composer, reported)
        case "sum" if len(reported) > 1:
            return composer.calculated(words.total(words.label(reported[0])), total(reported), reported)
        case "average":
            what = words.average(words.label(figures[0]))
            return composer.calculated(what, average(reported), reported)
        case "rank" if query.choose:
            return largest(composer, figures)
        case "difference" | "growth" | "rank" | "share" | "rate":
            raise CannotCalculate("too_few")
        case _:
            return composer.figures(figures)


def _of_each(composer: Composer, reported: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures of several agencies, in the order in which the question names these. What is worked out may
    leave none of them out."""
    query = composer.query
    order = {pair: place for place, pair in enumerate(query.pairs)}
    place = {issuer: place for place, issuer in enumerate(query.issuers)}
    ordered = sorted(
        reported,
        key=lambda one: order.get((one.citation.issuer, one.year), place.get(one.citation.issuer, 0)),
    )
    found = {(one.citation.issuer, one.year) for one in ordered}
    whole = set(query.pairs) <= found and set(query.issuers) <= {issuer for issuer, _ in found}
    if not whole and query.operation in _WORKED_OUT:
        raise CannotCalculate("too_few")
    return tuple(ordered)


def _of_group(composer: Composer, candidate: Candidate) -> Answer:
    """A group that has no figure of its own: its rows, the most of them, or their sum."""
    words, figures = composer.words, candidate.figures
    match composer.query.operation:
        case "list":
            return composer.figures(figures)
        case "rank":
            return largest(composer, figures)
        case "share" | "rate" | "growth" | "difference":
            raise CannotCalculate("too_few")  # a sum is not what was asked for
        case _:
            what = words.label(replace(figures[0], label=candidate.label))
            return composer.calculated(words.total(what), total(figures), figures)


def together(composer: Composer, chosen: Sequence[Candidate], whole: bool) -> Answer | None:
    """Given what was chosen for each of several measures, return the answer to them together; None where it
    is to be worked out and not all of them (`whole`) were found."""
    words, operation = composer.words, composer.query.operation
    figures = [_newest(one) for one in chosen]
    if any(len(group) > 1 for group in figures) and operation in ("difference", "growth", "share"):
        return None
    flat = [figure for group in figures for figure in group]
    if operation not in ("sum", "average", "difference", "compare", "growth", "share", "rate"):
        return composer.figures(flat)
    if not whole or operation == "rate":
        return None
    try:
        if operation == "sum":
            what = " + ".join(words.label(replace(one.figures[0], label=one.label)) for one in chosen)
            return composer.calculated(
                words.total(what), total(counted_alike(flat, composer.query.unit)), flat
            )
        if operation == "share" and len(flat) == 2:
            return composer.calculated(words.share(flat[0], flat[1]), share(flat[:1], flat[1]), flat)
        if operation in ("difference", "growth") and len(flat) == 2:
            return composer.calculated(words.gap(flat[0], flat[1]), difference(flat[1], flat[0]), flat)
    except CannotCalculate:
        return None
    return composer.figures(flat)


def counted_alike(figures: Sequence[Figure], unit: str | None) -> Sequence[Figure]:
    """Given figures to be added up and the unit asked for, return them in it where both are counts: 5项议案 and 877件建议, asked for in 件, are added up in 件."""
    if unit in COUNTS and all(figure.unit in COUNTS for figure in figures):
        return [replace(figure, unit=unit) for figure in figures]
    return figures


def _newest(candidate: Candidate) -> tuple[Figure, ...]:
    """The figure of the newest year, or, for a group, its parts."""
    newest = max(figure.year for figure in candidate.figures)
    return tuple(figure for figure in candidate.figures if candidate.summed or figure.year == newest)


def _change(composer: Composer, figures: Sequence[Figure]) -> Answer:
    before, after = _ends(composer, figures)
    pair, words, query = (before, after), composer.words, composer.query
    if query.operation == "growth" and query.unit == "倍":
        return composer.calculated(words.multiple(before, after), multiple(before, after), pair)
    if query.operation == "growth":
        return composer.calculated(words.growth(before, after), growth(before, after), pair)
    return composer.calculated(words.difference(before, after), difference(before, after), pair)


def _ends(composer: Composer, figures: Sequence[Figure]) -> tuple[Figure, Figure]:
    """The figure compared with, and the one compared: the earlier and the later year, or, of two agencies, the
    one named second and the one named first (甲比乙多多少)."""
    named = composer.query.issuers
    by_issuer = {figure.citation.issuer: figure for figure in figures}
    if len(named) == 2 and set(named) == by_issuer.keys():
        return by_issuer[named[1]], by_issuer[named[0]]
    return figures[0], figures[-1]


def largest(composer: Composer, figures: Sequence[Figure]) -> Answer:
    """Given figures, return the answer with the one that the question chooses, before the others."""
    most = composer.query.choose == "most"
    reported = _reported(figures)
    if len(reported) < 2:
        raise CannotCalculate("too_few")
    found, words = extreme(reported, most), composer.words
    if found is None:
        answer = composer.figures(reported)
        return replace(answer, text=f"{words.finish(words.tied(most))}\n{answer.text}")
    rest = [figure for figure in reported if figure is not found]
    if len({figure.unit for figure in reported}) == 1:
        rest.sort(key=lambda figure: figure.value or 0, reverse=most)
    ordered = (found, *rest)
    answer = composer.figures(ordered)
    said = words.finish(words.extreme(found, most, reported, "[1]"))
    return replace(answer, text="\n".join((said, *answer.text.split("\n")[1:])))


def _reported(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures if figure.value is not None)
