"""What a question measures: one thing, several joined or compared, or the part and the whole of a share."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Query
from assistant.understand import measure
from assistant.understand.groups import besides, one_end
from assistant.understand.in_brackets import each_added
from assistant.understand.joined import several, under_head, with_common_end
from assistant.understand.operations import Asked
from assistant.understand.parts import (
    clauses,
    compared,
    completed,
    each_named,
    one_clause,
    sides_of_one,
    times,
)
from assistant.understand.periods import MARK
from assistant.understand.quarters import of_each_quarter
from assistant.understand.shares import share_of, unchosen
from assistant.understand.taken_away import TakenAway
from assistant.understand.two_sides import of_one_side

TAKING = ("value", "difference", "sum", "list")
"""What a question may want that takes parts of a whole away."""
_APART = re.compile(
    r"加(?=[\u4e00-\u9fff]{2,}[^，,]*(?:一共|总共|合计|共))|各|分别|依次|逐[一个项]|哪个|谁|都|之和|合计|总和|加起来|加在?一[起块]|合起来|对比|比较|相比|相差|差"
)


def measured(query: Query, rest: str, wanted: Asked, left: TakenAway | None) -> Query:
    """Given a query, what is left of its text, what it wants and what it takes away, return it with its measure, or
    measures, or the part and the whole of a share."""
    if wanted.choose:
        rest, left_out = besides(rest)
        query = replace(query, besides=left_out)
    if wanted.choose == "ends":
        return replace(query, measure=measure.strip(one_end(rest), "rank"))
    if wanted.operation == "share":
        words = measure.unasked(rest).replace(MARK, "")
        asked_of, whole, summed = share_of(unchosen(words) if wanted.choose else words)
        parts = tuple(dict.fromkeys(measure.strip(part, "share") for part in asked_of))
        several_parts = parts if len(parts) > 1 else ()
        whole = measure.strip(whole, "share")
        return replace(query, measure=parts[0], measures=several_parts, whole=whole, summed=summed)
    if left and left.whole and wanted.over in ("", "rows") and wanted.operation in TAKING:
        named = tuple(measure.strip(one, "value") for one in (left.whole, *left.parts))
        return replace(query, measure=named[0], measures=named)
    quarters = of_each_quarter(rest) if wanted.operation in ("sum", "average") else ()
    if quarters and (len(quarters) < 4 or wanted.operation == "average"):  # all four: the rows of the year
        each_quarter = tuple(measure.strip(one, wanted.operation) for one in quarters)
        return replace(query, measure=each_quarter[0], measures=each_quarter)
    rest = each_named(one_clause(rest))
    pair = _compared(rest, wanted)
    if pair:
        return replace(query, measure=pair[0], measures=pair)
    pieces = clauses(rest) if wanted.operation == "value" else []
    if pieces:
        said = tuple(filter(None, (measure.strip(piece, "value") for piece in pieces))) or ("",)
        apart = sides_of_one(completed(said))
        return replace(query, measure=apart[0], measures=apart if len(apart) > 1 else ())
    stripped = measure.strip(rest, wanted.operation)
    if wanted.operation in ("passage", "exists"):
        return replace(query, measure=stripped)
    between_years = wanted.over == "years" and wanted.operation in ("difference", "growth", "compare")
    if between_years:
        return replace(query, measure=stripped)
    each = wanted.operation == "rank" and wanted.over == "rows"
    each = each or (bool(_APART.search(query.simplified)) and wanted.operation != "rate")
    if added := each_added(stripped):
        return replace(query, measure=added[0], measures=added)
    of_head = under_head(stripped) if wanted.operation == "difference" else ()
    parts = of_head or sides_of_one(several(_between(stripped), asked_apart=each))
    parts = with_common_end(parts) if wanted.operation == "rank" else of_one_side(parts)
    return replace(query, measure=parts[0] if parts else stripped, measures=parts)


def _compared(rest: str, wanted: Asked) -> tuple[str, ...]:
    """The two measures compared, or (): not where they are one measure of two years or agencies."""
    if wanted.operation not in ("difference", "growth", "compare", "exists"):
        return ()
    words = measure.unasked(rest)
    pair = times(words) or compared(words) if wanted.operation == "growth" else compared(words)
    bare = tuple(filter(None, (measure.strip(one, "value") for one in pair or ())))
    return bare if len(set(bare)) == 2 else ()


def _between(text: str) -> str:
    """行政许可比行政处罚多多少 names two measures as 行政许可和行政处罚 does."""
    return re.sub(
        r"(?<=[\u4e00-\u9fff]{2})(?:比|(?<!比)较|对比)(?!例|重(?![复新点要])|较|率|如)(?=[\u4e00-\u9fff]{2})",
        "和",
        text,
    )
