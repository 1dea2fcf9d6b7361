"""Why what was asked before is so, or rose or fell, asked for in a word: 为什么？ 为什么比上一年多？"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Query
from assistant.understand.earlier import matched, named_scope

_WHY = re.compile(
    r"^(?:那|这)?(?:是)?(?:因?为什么|因为啥|为何|为啥|怎么|什么原因|啥原因)(?:它|这个?数?|那个?|会|要)*(?:比(?:上一?年|去年|前一年|往年|以前|\d{4}年)(?:度)?)?(?:这么|那么|又)?(?:增加|减少|增长|下降|上升|上涨|下跌|降低|提高|[多少高低涨降跌升])了?(?:这么[多少]|那么[多少]|一?些)?[呢呀啊?？。\s]*$|"
    r"^(?:那|这)?(?:是)?(?:为什么|为何|为啥|怎么回事|什么原因|原因(?:是什么|呢)?|why(?: is that| so| was that)?)(?:会?这样|这么[多少高低]|呢)?[?？。\s]*$",
    re.IGNORECASE,
)
_THAN_BEFORE = r"比(?:上一?年|去年|前一年|往年|以前|\d{4}年)(?:度)?(?:会|要|还)?"
_WENT = re.compile(
    rf"(?P<up>增加|增长|上升|上涨|提高|[涨升]|多了|高了|多这么多|{_THAN_BEFORE}(?:多|高))|减少|下降|下跌|降低|[降跌]|少了|低了|少这么多|{_THAN_BEFORE}(?:少|低)"
)
"""Which way something went."""


def asks_why(fresh: Query) -> bool:
    """Given a question after another, return whether it only asks why."""
    return _WHY.match(fresh.text) is not None


def why(previous: Query, fresh: Query) -> Query:
    """Given the query before and a short question why, return the query for the reason of what was asked before."""
    reason = "reason" if previous.language == "en" else "原因"
    asked = "原因" if fresh.language == "en" else _way(fresh.simplified)
    return replace(
        fresh,
        problem="",
        measure=f"{previous.measure} {reason}" if previous.language == "en" else previous.measure + reason,
        simplified=matched(previous) + asked,
        years=previous.years,
        issuers=previous.issuers,
        operation="passage",
        unit=None,
        assumed=("measure", *named_scope(previous)),
    )


def _way(text: str) -> str:
    """A short question why, as it is asked of a thing that it names: 为什么增加 where it says that it went up, and 原因
    where it does not say which way it went."""
    went = _WENT.search(text)
    return "原因" if went is None else "为什么增加" if went["up"] else "为什么减少"
