"""When a label that says what is asked is yet of another thing: another time, a change, a plan, a kind of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.apart import of_another_amount, of_intent, of_no_calls, of_one_among, said_by_question
from assistant.match.asked import Asked, parts_of
from assistant.match.denied import found_otherwise, is_denied, tells_done, tells_undone
from assistant.match.other_spans import of_another_span
from assistant.understand.joined import INSIDE
from assistant.understand.operations import adds
from assistant.understand.units import UNIT, expected
from assistant.words.contraries import of_both_halves, says_contrary
from assistant.words.labels import essential, full_name, innermost, is_change, leaves, of_project
from assistant.words.plans import AHEAD, INTENT, for_next_year, of_year_ahead
from assistant.words.terms import FULL, covered, explained, modifiers, terms, unnumbered
from corpus.report import Figure, Label
from corpus.units import divisible, same_unit, thing

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
_BUDGETS = re.compile("一般公共预算|基金预算|资本经营预算|预算内|预算外")
_BUDGETED = re.compile("预算(?:数|额|金额)?$|年初预算|预算安排")
_ASKS_BUDGETED = re.compile("预算(?:数|额|金额)?$")
_OF_THE_BUDGET = ("完成预算", "完成年初预算", "完成全年预算", "完成年度预算", "完成调整预算")
_ASKS_CARRIED_OUT = re.compile("完成|执行|进度|率|比例|百分|占|[几多少]成")
_FEE = re.compile("[^免收消]费$")
_EXPENSE = re.compile("[^及：]{1,8}?[^免收消]费")
_FEE_NAMED = re.compile("([一-鿿]{2,8})费(?!用|率|收)")
_BRACKET = re.compile("（[^）]*）")
_STOCK = frozenset({"辆", "台", "套", "艘", "架"})
_BOUGHT = re.compile("购置|购买|采购|添置|新购|更新|报废|处置")
_ASKS_BOUGHT = re.compile("[购买添换新]|报废|处置")
"""What was bought in a year is not what there is: 公务用车购置2辆 are not the 公务用车."""
_USUAL = re.compile("(?:^|：)一般(?=公务用?车)")
"""One kind of the cars that an agency has, beside those for other duties: not all of them."""
_ALL_CARS = re.compile("一共|总共|共有|合计|全部|总数|所有")
_EVENT = re.compile("(?:培训班|讲座|会议|发布会|座谈会|论坛|演练)$")
_OF_PEOPLE = re.compile("[人名]|参")
_WAS = re.compile("实际|真正|最终|已经|了(?:多少|几|[一-鿿]{1,8}(?:多少|几))")
"""In a question: it is for what was done."""
_REST = "其他"
_GROUPS_OF_REST = ("其他处理", "其他结果", "其他组织")
"""Groups of the national forms that are called so: no rest of another group."""
_INSIDE = re.compile(f"{INSIDE}[，,]?的?")
_OF_REST = re.compile("其他(?=[一-鿿]{2})")
_TELLING = 4
"""Characters of a thing that a label is known by."""
_NEW = "新"
"""What is new is counted apart from what there is, and its parts with it: 新登记企业 and 实有企业."""
_THE_MOST = re.compile("最[高多大低少小长短快](?:的[一-鿿]{1,4})?$|居[首前]")
"""In a label: one of several, and which, is told by how much it has of what is asked: 某案罚没款最高."""
_IN_ALL_TAXES = re.compile("(?:公共预算|财政)总收入")
"""With the share that goes to the centre; the 收入 of the same budget are the place's own."""
_NAMED_BY_NUMBER = re.compile(rf"(?<![\d.,])\d{{3,6}}(?=[一-鿿])(?!{UNIT}|[万亿多余])")
_OPEN_IN_ALL = re.compile("公开总数")
_PUBLISHED = re.compile("(?<!信息)(?:公开|发布|公布|印发|出台)(?!总|申请|指南|目录|条例)")
_INFORMATION = re.compile("(?<=[一-鿿])[类方]面?的?信息$")
_ASKS_PUBLISHED = re.compile(
    "信息|公[开布示告]|发布|刊[登载]|推送|条|publish|disclos|releas|post|information", re.IGNORECASE
)
_ASKS_IN_ALL = re.compile("总数|总量|累计|截[至止]|现[有行存]|目前|历年|年[底末]|对外公开")
"""What of all years stands open is not what a year published."""
_HOW_MANY_OF_SIZE = re.compile("(?:多少|几)个?([大小子])[项类](?!目)")
_GREAT, _SMALL, _COUNTED_GREAT = re.compile("大[项类]"), re.compile("[小子][项类]"), re.compile(r"\d大[项类]")
_DEALT_WITH, _ASKS_DEALT_WITH = "applications.total.", re.compile("办[理结完]|答复|处理")
_DEALT_WITH_TOLD = re.compile("^[^收受]{0,8}?(?:办理|办结|答复|处理)了?[^收受]{0,8}申请$")
_CAME_IN = re.compile("收到|新收|接到|收取到")
_RECEIVED = "applications.received."
_DISCLOSED = re.compile("公开(?:的)?申请.{0,4}公开了?$")
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
        or _only_budgeted(asked, label, figure)
        or _only_settled(asked, label, figure)
        or _carried_out(asked, label)
        or _only_bought(asked, label, figure)
        or _of_one_kind(asked, label, figure)
        or _no_money(asked, label, figure)
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
        or _own_taxes(asked, label)
        or _of_all_years(asked, label)
        or _of_other_size(asked, figure)
        or _dealt_with(asked, label)
        or _of_outcome(asked, label)
        or _no_change(asked, label, figure)
        or _of_two(asked, label)
        or _other_fee(asked, label)
        or _of_other_number(asked, label, figure)
        or _rest_of_group(asked, label)
        or _not_the_rest(asked, label)
        or _done_with_it(asked, label, figure)
        or _of_all_people(asked, label, figure)
        or is_denied(asked.measure, label)
        or tells_done(asked.measure, label, figure)
        or tells_undone(asked.text, asked.measure, label)
        or found_otherwise(asked.text, asked.measure, label)
        or _told_about(asked, label)
        or bool("按单价" in asked.text and any("单价" in part for part in leaves(label)))
    )


def _no_change(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether the question is for by how much a thing fell or rose, and a label in prose for how much of it there is."""
    if figure.citation.cell is not None or not _FELL_BY.search(asked.measure):
        return False
    return not is_change(label) and not any(word in label.text for word in _FELL_BY.findall(asked.measure))


def _of_two(asked: Asked, label: Label) -> bool:
    """Whether a label is of two expenses joined by 及, of which the question says only one: 公务用车购置费 is not the
    购置及运行费."""
    for part in leaves(label):
        first, joined, second = part.partition("及")
        if not joined or not _EXPENSE.match(second):
            continue
        one = next((term.word for term in reversed(terms(first)) if term.weight == FULL), "")
        other = next((term.word for term in terms(second) if term.weight == FULL), "")
        if one and other and bool(explained(one, asked.measure)) != bool(explained(other, asked.measure)):
            return True
    return False


def _other_fee(asked: Asked, label: Label) -> bool:
    """Whether the question names a fee, and a label in prose another, in whose sentence that one only stands too, or of
    which it is a part: 三公经费：因公出国（境）费."""
    if not (named := _FEE_NAMED.search(asked.measure)):
        return False
    words = tuple(term for term in terms(named[1]) if term.weight == FULL)
    above, _, own = label.phrase.rpartition("：")
    if above and _FEE_NAMED.search(own := _BRACKET.sub("", own)) and words and not covered(words, own):
        return True
    return bool(words and _FEE_NAMED.search(label.phrase)) and covered(words, label.phrase) < HALF


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


def _rest_of_group(asked: Asked, label: Label) -> bool:
    """Whether a label is the 其他 of a group, and the question says 其他 only in the group's own name: 其他处理."""
    groups = [unnumbered(part) for part in (*label.row[:-1], *label.column[:-1]) if _REST in part]
    text = asked.text
    for group in (*groups, *_GROUPS_OF_REST):
        text = text.replace(group, " ")
    own = any(path and unnumbered(path[-1]) == _REST for path in (label.row, label.column))
    return own and text != asked.text and _REST not in text


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


def _told_about(asked: Asked, label: Label) -> bool:
    """Whether a label counts what was published about a thing that the forms count (行政许可类信息), where the question is for
    that thing itself."""
    about = bool(asked.names) and any(_INFORMATION.search(part) for part in leaves(label))
    return about and not _ASKS_PUBLISHED.search(asked.text)


def _own_taxes(asked: Asked, label: Label) -> bool:
    """Whether the question is for a budget's whole revenue, and a label is of the place's own."""
    return bool(_IN_ALL_TAXES.search(asked.measure)) and "总收入" not in full_name(label)


def _of_all_years(asked: Asked, label: Label) -> bool:
    """Whether a label counts all that stands open to the public, where the question is for what was published."""
    if not any(_OPEN_IN_ALL.search(part) for part in leaves(label)):
        return False
    return bool(_PUBLISHED.search(asked.text)) and not _ASKS_IN_ALL.search(asked.text)


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


def _dealt_with(asked: Asked, label: Label) -> bool:
    """Whether a label counts all applications that were dealt with, where the question is for those newly received: some of
    these wait for the next year, and some of those for this."""
    told = _DEALT_WITH_TOLD.match(label.phrase)
    if told and _CAME_IN.search(asked.measure) and "申请" in asked.measure:
        return not _ASKS_DEALT_WITH.search(asked.text)
    dealt_with = (label.indicator or "").startswith(_DEALT_WITH)
    return dealt_with and "新收" in asked.measure and not _ASKS_DEALT_WITH.search(asked.text)


def _of_outcome(asked: Asked, label: Label) -> bool:
    """Whether a label counts the applications received, where the question is for those of which something came: 公开申请公开了多少."""
    received = (label.indicator or "").startswith(_RECEIVED)
    return received and _DISCLOSED.search(asked.measure) is not None


def _only_budgeted(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether accounts give a figure as what was budgeted, where the question is for what was spent or received."""
    if "决算" not in figure.citation.title or "预算" in _BUDGETS.sub("", asked.text):
        return False
    return any(_BUDGETED.search(_BUDGETS.sub("", essential(part))) for part in leaves(label))


def _only_settled(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether accounts give a figure as what was spent or received, where the question is for what was budgeted."""
    if "决算" not in figure.citation.title or not _ASKS_BUDGETED.search(_BUDGETS.sub("", asked.measure)):
        return False
    return not any("预算" in _BUDGETS.sub("", part) for part in leaves(label))


def _carried_out(asked: Asked, label: Label) -> bool:
    """Whether a label says how much of a budget was carried out, and the question asks for no such thing."""
    return label.phrase.endswith(_OF_THE_BUDGET) and not _ASKS_CARRIED_OUT.search(asked.text)


def _only_bought(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether a figure counts what was bought or given up, where the question is for how many there are."""
    counted_so = thing(figure.unit or "") in _STOCK and any(map(_BOUGHT.search, leaves(label)))
    return counted_so and not _ASKS_BOUGHT.search(asked.text)


def _of_one_kind(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether a figure counts the cars of the usual kind only (一般公务用车3辆), and the question is for all of the cars."""
    counted_so = thing(figure.unit or "") in _STOCK and any(map(_USUAL.search, leaves(label)))
    return counted_so and "一般" not in asked.text and _ALL_CARS.search(asked.text) is not None


def _no_money(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether a fee is asked for and a figure counts what it is paid for: 接待费, and not the 批次 received."""
    if not _FEE.search(asked.measure) or figure.unit is None or divisible(figure.unit):
        return False
    return not any("费" in part for part in leaves(label))


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
