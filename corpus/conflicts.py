"""Where a report's narrative and its table give different values for the same indicator.

Only what surely is the same counts: the phrase is the indicator's name with at most a verb of receiving or
publishing, the district and words like 各类 around it, the years and units agree, and neither value is hedged.
A cell that is open to several readings differs only where none of them can be the narrative's value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.indicators import Indicator, indicators, lookup
from corpus.language.numerals import plain_digits
from corpus.report import Figure
from corpus.units import base_unit, same_unit

_AROUND = re.compile(
    r"全[省市区县镇乡]|各类|各|政府|行政|主动|有关|相关|"
    r"收到|受理|接收|新收|收取|作出|清理|集中|并|发布|公开"  # 答复 or 办结 would be another matter than 收到
)
_DIVIDED = re.compile(
    "申请|[受办答处]理|办结|答复|收到|新收|复议|诉讼|案件|许可|处罚|强制|收费|文件|规章|合计|总计"
)
"""What the forms count, as the whole of which a narrative tells a part."""
# An office that counts what it received may count what last year left over with it.
_STOCK = {"applications.received.total": "applications.carried_in.total"}
_AFTER = re.compile(r"(?:案件|事项)?(?:数量|件数|总数|总量|数)?")


@dataclass(frozen=True, slots=True)
class Conflict:
    """One indicator of one year with the narrative's figure and the table's, which differ. `table` holds
    several figures where the table has no cell of its own for the indicator but its parts; one without a
    value where its digits run into others, and yet cannot be the narrative's."""

    indicator: str
    narrative: Figure
    table: tuple[Figure, ...]


def conflicts(figures: Iterable[Figure]) -> tuple[Conflict, ...]:
    """Given a report's figures, return the indicators that its narrative and its tables give differently."""
    known = tuple(figures)
    cells: dict[tuple[str, int], list[Figure]] = {}
    runs = Counter(_run(figure) for figure in known if figure.trust == "unreadable")
    for figure in known:
        if figure.label.indicator is not None:
            cells.setdefault((figure.label.indicator, figure.year), []).append(figure)
    found = []
    for figure in known:
        indicator = told(figure)
        beside = _beside(indicator, figure.year, cells) if indicator else ()
        if not indicator or not beside:
            continue
        glued = len(beside) == 1 and runs[_run(beside[0])] > 1
        if (glued and _in_no_reading(figure, beside[0])) or (
            _differ(figure, beside) and not _with_stock(figure, indicator, cells)
        ):
            found.append(Conflict(indicator.id, figure, beside))
    return tuple(found)


def told(figure: Figure) -> Indicator | None:
    """Given a prose figure, return the indicator it surely tells, or None."""
    whole, _, own = figure.label.phrase.rpartition("：")
    if not own or figure.qualifier or figure.value is None:
        return None
    named = lookup(own)
    if not named or (len(named) > 1 and len(named[0].name) == len(named[1].name)):
        return None
    first = named[0]
    around = _AROUND.sub("", own[: first.start])
    if around or not _AFTER.fullmatch(own[first.end :]) or (whole and first.start):
        return None
    if whole and not _DIVIDED.search(whole):
        return None  # 历史公文属性认定：依申请公开 are papers, and no applications
    return first.indicator if same_unit(figure.unit, first.indicator.unit) else None


def _beside(
    indicator: Indicator, year: int, cells: dict[tuple[str, int], list[Figure]]
) -> tuple[Figure, ...]:
    """The table's one figure of the indicator, or all its parts; () where it has neither, or has it twice."""
    own = cells.get((indicator.id, year), [])
    if own:
        return tuple(own) if len(own) == 1 else ()
    parts = [cells.get((part, year), []) for part in indicator.parts if part in indicators()]
    present = [figures[0] for figures in parts if len(figures) == 1]
    return tuple(present) if present and len(present) == len(indicator.parts) else ()


def _with_stock(narrative: Figure, indicator: Indicator, cells: dict[tuple[str, int], list[Figure]]) -> bool:
    ids = (indicator.id, _STOCK.get(indicator.id, ""))
    both = [figure for name in ids for figure in cells.get((name, narrative.year), [])]
    return len(both) == 2 and not _differ(narrative, both)


def _run(figure: Figure) -> tuple[str, tuple[str, ...], str]:
    """What cells whose digits run together have in common: their row, and the whole run as their text."""
    return figure.citation.block, figure.label.row, figure.raw


def _in_no_reading(narrative: Figure, cell: Figure) -> bool:
    """Whether a run of digits, cut anywhere, has no part that is the narrative's value."""
    if cell.trust != "unreadable" or not cell.raw.isdecimal() or narrative.value is None:
        return False
    alike = base_unit(cell.unit)[0] == base_unit(narrative.unit)[0] if cell.unit and narrative.unit else False
    return alike and f"{narrative.value:f}" not in plain_digits(cell.raw)


def _differ(narrative: Figure, table: Sequence[Figure]) -> bool:
    if any(figure.value is None or figure.trust == "unreadable" for figure in table):
        return False
    if any(not same_unit(figure.unit, narrative.unit) for figure in table):
        return False
    return sum((_plain(figure) for figure in table), Decimal(0)) != _plain(narrative)


def _plain(figure: Figure) -> Decimal:
    value = figure.value if figure.value is not None else Decimal(0)
    return value * base_unit(figure.unit)[0] if figure.unit else value
