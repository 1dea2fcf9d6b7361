"""When a figure of a budget or an account is of another kind than is asked: only budgeted, only spent, another fee, what was bought."""

from __future__ import annotations

import re

from assistant.match.asked import Asked
from assistant.words.labels import essential, full_name, leaves
from assistant.words.terms import FULL, covered, explained, terms
from corpus.report import Figure, Label
from corpus.units import divisible, thing

_BUDGETS = re.compile("一般公共预算|基金预算|资本经营预算|预算内|预算外")
_BUDGETED = re.compile("预算(?:数|额|金额)?$|年初预算|预算安排")
_ASKS_BUDGETED = re.compile("预算(?:数|额|金额)?$")
_OF_THE_BUDGET = ("完成预算", "完成年初预算", "完成全年预算", "完成年度预算", "完成调整预算")
_ASKS_CARRIED_OUT = re.compile("完成|执行|进度|率|比例|百分|占|[几多少]成")
_FEE = re.compile("[^免收消]费$")
_EXPENSE = re.compile("[^及：]{1,8}?[^免收消]费")
_FEE_NAMED = re.compile("([一-鿿]{2,8})费(?!用|率|收)")
_BRACKET = re.compile("（[^）]*）")
_HALF = 0.5
"""The share of the words for a fee by which a label is of it."""
_STOCK = frozenset({"辆", "台", "套", "艘", "架"})
_BOUGHT = re.compile("购置|购买|采购|添置|新购|更新|报废|处置")
_ASKS_BOUGHT = re.compile("[购买添换新]|报废|处置")
"""What was bought in a year is not what there is: 公务用车购置2辆 are not the 公务用车."""
_USUAL = re.compile("(?:^|：)一般(?=公务用?车)")
"""One kind of the cars that an agency has, beside those for other duties: not all of them."""
_ALL_CARS = re.compile("一共|总共|共有|合计|全部|总数|所有")
_IN_ALL_TAXES = re.compile("(?:公共预算|财政)总收入")
"""With the share that goes to the centre; the 收入 of the same budget are the place's own."""


def other_in_accounts(asked: Asked, label: Label, figure: Figure) -> bool:
    """Given what is asked, a label and a figure of it, return whether the figure is of another kind of money, or of what money
    bought, than is asked."""
    return (
        _of_two(asked, label)
        or _other_fee(asked, label)
        or _own_taxes(asked, label)
        or _only_budgeted(asked, label, figure)
        or _only_settled(asked, label, figure)
        or _carried_out(asked, label)
        or _only_bought(asked, label, figure)
        or _of_one_kind(asked, label, figure)
        or _no_money(asked, label, figure)
    )


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
    return bool(words and _FEE_NAMED.search(label.phrase)) and covered(words, label.phrase) < _HALF


def _own_taxes(asked: Asked, label: Label) -> bool:
    """Whether the question is for a budget's whole revenue, and a label is of the place's own."""
    return bool(_IN_ALL_TAXES.search(asked.measure)) and "总收入" not in full_name(label)


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
