"""When a label that says what is asked is yet of another thing: another time, a change, a plan, a kind of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.apart import of_another_amount, of_intent, of_no_calls, of_one_among, said_by_question
from assistant.match.asked import Asked, parts_of
from assistant.match.denied import found_otherwise, is_denied, tells_done, tells_undone
from assistant.match.other_accounts import other_in_accounts
from assistant.match.other_disclosure import other_in_disclosure
from assistant.match.other_spans import of_another_span
from assistant.understand.joined import INSIDE
from assistant.understand.operations import adds
from assistant.understand.units import UNIT, expected
from assistant.words.contraries import of_both_halves, says_contrary
from assistant.words.labels import essential, full_name, innermost, is_change, leaves, of_project
from assistant.words.plans import AHEAD, INTENT, for_next_year, of_year_ahead
from assistant.words.terms import FULL, covered, explained, modifiers, terms, unnumbered
from corpus.report import Figure, Label
from corpus.units import same_unit, thing

_ORGANISATIONS = re.compile("(?:法人[或和及、])?其他组织")
"""Applicants, whose name is no 其他."""
_MONTH = re.compile(r"(?:(20\d\d)年)?(1[0-2]|0?[1-9])月(?:3[01]日|30日|2[89]日|底|末)")
"""The end of a month, as of which things are counted."""
_END_OF_YEAR = re.compile("年[末底]")
AT_BEGINNING = re.compile(
    "(?<![比较跟和与同从自])年初(?:时|的时候)?(?=实?有|的?[一-鿿]{2,12}(?:有|是)?(?:多少|几))(?!的?(?:预算|计划|目标|任务|批|定|确定|安排|下达|结转|结余))"
)
"""In a question: it is for how things stood when the year began."""
_AS_IT_BEGAN = re.compile("(?<![比较与同])年初")
_OF_YEAR = re.compile("(?:全年|调整后?的?)预算")
"""What was budgeted in the course of the year is not what was at its beginning."""
_EVENT = re.compile("(?:培训班|讲座|会议|发布会|座谈会|论坛|演练)$")
_OF_PEOPLE = re.compile("[人名]|参")
_WAS = re.compile("实际|真正|最终|已经|了(?:多少|几|[一-鿿]{1,8}(?:多少|几))")
"""In a question: it is for what was done."""
_REST = "其他"
_INSIDE = re.compile(f"{INSIDE}[，,]?的?")
_OF_REST = re.compile("其他(?=[一-鿿]{2})")
_TELLING = 4
"""Characters of a thing that a label is known by."""
_NEW = "新"
"""What is new is counted apart from what there is, and its parts with it: 新登记企业 and 实有企业."""
_THE_MOST = re.compile("最[高多大低少小长短快](?:的[一-鿿]{1,4})?$|居[首前]")
"""In a label: one of several, and which, is told by how much it has of what is asked: 某案罚没款最高."""
_NAMED_BY_NUMBER = re.compile(rf"(?<![\d.,])\d{{3,6}}(?=[一-鿿])(?!{UNIT}|[万亿多余])")
_HOW_MANY_OF_SIZE = re.compile("(?:多少|几)个?([大小子])[项类](?!目)")
_GREAT, _SMALL, _COUNTED_GREAT = re.compile("大[项类]"), re.compile("[小子][项类]"), re.compile(r"\d大[项类]")
_TOWN_OR_COUNTRY = re.compile("(城镇|城市|农村|乡村)(?:常住)?(?:居民|家庭|人口|户籍)")
_HOW_MANY_THINGS = re.compile(
    "多少(?P<things>(?![没未不是用来被已在还]|钱|资金|经费|费用|金额|投资|补[贴助])[一-鿿]{2,4}(?<![元费款钱额金资]))(?=[？?。\\s]|$)"
)
_FELL_BY = re.compile("(?<=..)(?:下降|降低|减少|回落|增长|上升)$")
_ALL_PEOPLE = re.compile("(?:全体|全部|所有)(?:常住)?(?:居民|家庭|人口)")
_OF_TOWN_OR_COUNTRY = re.compile("([城农乡])[镇市村](?=[^，。；]{0,8}(?:居民|家庭|人口|户籍|收入|户))")
"""Of all the people of a place, those of its towns or of its country: what all of them have is not what these have."""
ROW_ASKED = 0.55
"""The share of a row's label that the question must say: 重复申请 is not what 申请 asks for."""
HALF = 0.5
"""The share of its nouns by which a thing counts as named."""


def another(asked: Asked, label: Label, figure: Figure) -> bool:
    """Given what is asked, a label and a figure that has it, return whether it is of another thing than is asked."""
    return (
        _at_other_time(asked, figure)
        or _is_other(asked, label, figure)
        or _is_one_of(asked, label)
        or other_in_accounts(asked, label, figure)
        or other_in_disclosure(asked, label)
        or _counts_things(asked, label, figure)
        or _recovered(asked, label, figure)
        or _attended(asked, figure)
        or _only_begins_with(asked, label, figure)
        or says_contrary(asked.terms, full_name(label), asked.text)
        or of_both_halves(full_name(label), asked.text)
        or _the_most(asked, label)
        or of_another_amount(asked, label, figure)
        or of_another_span(asked, label, figure)
        or said_by_question(asked, label, figure)
        or of_intent(asked, label, figure)
        or of_one_among(asked, label, figure)
        or of_no_calls(asked, label)
        or _of_other_size(asked, figure)
        or _no_change(asked, label, figure)
        or _of_other_number(asked, label, figure)
        or _not_the_rest(asked, label)
        or _done_with_it(asked, label, figure)
        or _of_all_people(asked, label, figure)
        or is_denied(asked.measure, label)
        or tells_done(asked.measure, label, figure)
        or tells_undone(asked.text, asked.measure, label)
        or found_otherwise(asked.text, asked.measure, label)
        or bool("按单价" in asked.text and any("单价" in part for part in leaves(label)))
    )


def _no_change(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether the question is for by how much a thing fell or rose, and a label in prose for how much of it there is."""
    if figure.citation.cell is not None or not _FELL_BY.search(asked.measure):
        return False
    return not is_change(label) and not any(word in label.text for word in _FELL_BY.findall(asked.measure))


def _of_other_number(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether the question names a thing by a number (12345热线) that nothing around the figure says."""
    numbers = _NAMED_BY_NUMBER.findall(asked.measure)
    about = " ".join((label.text, figure.sentence, *label.section)) if numbers else ""
    return any(number not in about for number in numbers)


def _of_all_people(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether the question is for the people of towns, or of the country, and nothing around a figure speaks of these."""
    named = _TOWN_OR_COUNTRY.search(asked.measure)
    if named is None or named[1][:1] in label.text:
        return False
    if _ALL_PEOPLE.search(label.text):
        return True
    around = " ".join((figure.sentence, *label.section))
    return not any(one[1][:1] == named[1][:1] for one in _OF_TOWN_OR_COUNTRY.finditer(around))


def _not_the_rest(asked: Asked, label: Label) -> bool:
    """Whether the question is for the 其他 of a thing (其他住房保障支出), and a label for the thing itself."""
    rest = _OF_REST.search(_ORGANISATIONS.sub("组织", asked.measure))
    return rest is not None and _REST not in full_name(label)


def _done_with_it(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether a question counts a thing in a unit of its own (政府信息, 条), and a figure in another what is done with that
    thing: 政府信息公开申请, 件."""
    wanted = expected(asked.text)
    if wanted is None or figure.unit is None or thing(wanted) == thing(figure.unit):
        return False
    named = asked.thing
    _, at, after = label.phrase.rpartition(named) if len(named) >= _TELLING else ("", "", "")
    return bool(at) and asked.leaves_unsaid(after)


def _of_other_size(asked: Asked, figure: Figure) -> bool:
    """Whether the question is for how many great items or classes there are, and a figure counts what they are divided
    into, or the reverse: 229大项539小项."""
    if not (wanted := _HOW_MANY_OF_SIZE.search(asked.text)):
        return False
    unit = figure.unit or ""
    if wanted[1] == "大":
        return bool(
            _SMALL.search(unit) or (not _GREAT.search(unit) and _COUNTED_GREAT.search(figure.sentence))
        )
    return _GREAT.search(unit) is not None


def _counts_things(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether the question is for how many things there are (图书馆有多少藏书), and a figure for money of what it does not call
    so: the budget of the 图书馆."""
    things = _HOW_MANY_THINGS.search(asked.text)
    if things is None or figure.unit is None or not same_unit(figure.unit, "元"):
        return False
    own = [term.word for term in terms(things["things"]) if term.weight == FULL and not term.acts]
    return bool(own) and not any(explained(word, label.text) for word in own)


def _recovered(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether a figure says how much of an earlier year's level was reached again, and the question does not ask that."""
    return figure.unit == "%" and "恢复" in label.phrase and "恢复" not in asked.text


def _the_most(asked: Asked, label: Label) -> bool:
    """Whether a label tells which of several has the most of what is asked, and the question is neither for that nor for
    the one that it names."""
    if "最" in asked.text:
        return False
    return any(_THE_MOST.search(part) and _adds(asked, _THE_MOST.sub("", part)) for part in leaves(label))


def _attended(asked: Asked, figure: Figure) -> bool:
    """Whether a question is for the courses or meetings held, and a figure counts the people who came."""
    people = figure.unit is not None and thing(figure.unit).removesuffix("次") in ("人", "名")
    return people and _EVENT.search(asked.measure) is not None and not _OF_PEOPLE.search(asked.text)


def _only_begins_with(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether the question is for how much there is of a thing (货运量) and a label has that as the beginning only of what
    else it counts (货运违规), or gives the money for it."""
    stems = [
        term.word[:-1]
        for term in asked.terms
        if len(term.word) > 2
        and term.word[-1] == "量"
        and not term.word.endswith("总量")
        and not any(term.word in part for part in leaves(label))
    ]
    return bool(stems) and (
        same_unit(figure.unit, "元")
        or any(
            _adds(asked, part.rpartition(stem)[2]) for stem in stems for part in leaves(label) if stem in part
        )
    )


def _adds(asked: Asked, rest: str) -> bool:
    """Whether the rest of a label names something that the question does not, and not only that it is counted."""
    return any(
        term.weight == FULL and term.word[-1] not in "数额量值" and not explained(term.word, asked.measure)
        for term in terms(rest)
    )


def _at_other_time(asked: Asked, figure: Figure) -> bool:
    """Whether a question asks how things stood in a month, and the figure's sentence says how in another; or at the end
    of the year, and the label says at its beginning."""
    if _END_OF_YEAR.search(asked.text) and "年初" in figure.label.text and "年初" not in asked.text:
        return True
    begins = AT_BEGINNING.search(asked.text) is not None
    if begins and figure.label.phrase and not _AS_IT_BEGAN.search(figure.label.phrase):
        return True
    if "年初" in asked.measure and "年初" not in figure.label.text and _OF_YEAR.search(figure.label.text):
        return True
    if not (wanted := _MONTH.findall(asked.text)) or not (said := _MONTH.findall(figure.sentence)):
        return False
    return not any(
        int(month) == int(other) and (not year or not held or year == held)
        for year, month in wanted
        for held, other in said
    )


def _is_one_of(asked: Asked, label: Label) -> bool:
    """Whether a label does not name all of the things joined: 议案5项 is not 议案和建议, nor what both are only said beside."""
    named = full_name(label)
    if adds(asked.text) and _leaves_one_out(_under_head(asked.measure), named):
        return True
    shares = [covered(nouns, named) * bool(explained(nouns[-1].word, named)) for nouns in asked.joined]
    return bool(shares) and min(shares) < HALF


def _under_head(measure: str) -> list[str]:
    """The words for each of the things that a measure joins, without those for what all of them are of: 制度里，新建和修订."""
    first, *others = parts_of(measure) or [measure]
    own = _INSIDE.split(first)[-1] if others else first
    if others and "的" not in own and (last := others[-1].rpartition("的")[0]):
        others = [*others[:-1], last]  # 新建和修订的制度: both are of 制度
    return [own if len(own) > 1 else first, *others]


def _leaves_one_out(parts: Sequence[str], named: str) -> bool:
    """Whether a name says nothing of one of several things, or nothing of what tells it from the others: 重点企业, of which
    特色企业 says the half."""
    for part in parts:
        others = "".join(one for one in parts if one is not part)
        own = tuple(one for one in terms(part) if one.weight == FULL and not explained(one.word, others))
        if not covered(terms(part), named) or (len(parts) > 1 and own and not covered(own, named)):
            return True
    return False


def _is_other(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether a label says that it is of another thing. Of a year that is over, 预计 is an estimate, and no plan; of the
    year after the report's all is planned, whether a question that looks ahead and the label say it in one word or not."""
    told = {word for part in leaves(label) for word in modifiers(_ORGANISATIONS.sub("组织", essential(part)))}
    told -= {"预计"} if figure.year < figure.citation.year else set()
    if for_next_year(figure) and AHEAD.search(asked.text):
        told -= INTENT
    if of_year_ahead(figure) and (f"{figure.year}年" in asked.text or AHEAD.search(asked.text)):
        told -= INTENT  # all that is told of the year ahead is meant to be reached
    above, _, part = label.phrase.rpartition("：")
    named = terms(part)
    if not (
        above and named and named[-1].acts and part in asked.measure
    ):  # 新增专利授权：发明专利授权, and no stock of them
        told |= {word for word in modifiers(label.phrase) if word.startswith(_NEW)}
    if for_next_year(figure) and _WAS.search(asked.text) and not AHEAD.search(asked.text):
        return True  # what became of it only the next report could say
    text = _ORGANISATIONS.sub("组织", asked.text).replace("增加值", "产值")
    told -= set(modifiers(text))
    if any(
        not explained(word, text)
        and not (word.startswith(_NEW) and (_NEW in asked.text or word.removeprefix(_NEW) in asked.text))
        for word in told
    ):
        return True
    own = of_project(label, asked.measure) or innermost(label.row)
    row = "" if label.phrase or asked.named(label.indicator) else unnumbered(own)
    return bool(row) and covered(terms(essential(row)), asked.measure) < ROW_ASKED
