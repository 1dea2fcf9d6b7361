"""Whether people were charged for the papers they applied for: an annual report on disclosure says so in a sentence of its
own, 2024年未收取信息处理费."""

from __future__ import annotations

import re
from itertools import chain

from assistant.query import Query
from assistant.quote.wanted import Wanted, wanted
from corpus.citations import of_span
from corpus.report import Citation, Paragraph, Report
from corpus.sentences import pieces

_OF_PAPERS = r"(?:信息公开|依申请|公开申请|政府信息)"
_CHARGED = re.compile(
    rf"信息处理费|检索费|{_OF_PAPERS}[^，,。；;]{{0,16}}(?:收费|收取[^，,。；;]{{0,6}}费)|(?:收费|收取[^，,。；;]{{0,6}}费)[^，,。；;]{{0,12}}{_OF_PAPERS}"
)
_SAYS = re.compile(r"收取|收费|收到|免|(?:未|无|没有)[^，,。；;]{0,6}收|\d元")
_ELSE = re.compile("逾期未按收费通知")
"""A row of the table, which stands in the text of some reports."""
_CHARGE = re.compile(
    "(?:有没有|是否|要不要|要|需要?|得)?(?:收费|收钱|收取费用|交[钱费]|花钱)了?(?:没有?|吗|么)|(?:是|全)?免费的?(?:吗|么)|(?:有没有|是否)(?:收费|收钱|收取费用)"
)
_MONEY = re.compile("[费价款钱]|免|收取|无偿")
_OPERATIONS = frozenset({"exists", "value", "passage", "list"})


def asks_fee(query: Query) -> bool:
    """Given a query, return whether it asks if people were charged for papers, and not how much."""
    if query.operation not in _OPERATIONS:
        return False
    return wanted(query.in_own_words, query.measure).named("fee")


def fee_told(asked: Wanted, report: Report) -> list[Citation]:
    """Given what is wanted and a report, return the sentences that say whether anyone was charged for papers; nothing
    where something else is asked."""
    if not asked.named("fee"):
        return []
    blocks = chain.from_iterable(
        ((section, block) for block in section.blocks) for section in report.sections
    )
    found = [
        of_span(report, section, block, span)
        for section, block in blocks
        if isinstance(block, Paragraph)
        for span in pieces(block.text)
        if _tells(block.text[slice(*span)])
    ]
    return found[:1] if len({one.quote for one in found}) == 1 else found[-2:]


def _tells(text: str) -> bool:
    return bool(_CHARGED.search(text) and _SAYS.search(text)) and _ELSE.search(text) is None


def asks_other_charge(query: Query, labels: str) -> bool:
    """Given a query and the labels of the figures that would answer it, return whether it asks if a thing was charged for, of
    which they say nothing: how many had it done does not tell."""
    return _CHARGE.search(query.simplified) is not None and _MONEY.search(labels) is None
