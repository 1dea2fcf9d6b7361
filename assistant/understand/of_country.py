"""Questions for the whole country's rate, which a report of one place tells only by how far its own is above or below it:
甲省的毛入学率高出全国不少，那全国平均是多少."""

from __future__ import annotations

import re

from assistant.understand.periods import MARK

_HOW_MUCH = r"(?:多少|百分之(?:几|多少)|几个?百分[比之]?)"
_GREW = r"(?:同比)?(?:增长|增加|增|上涨|涨|下降|降)了?"
_WHEN = rf"(?:当年|那年|那一年|同[期年]|同时期|20\d\d年|{MARK})"
_WHO = r"全国的?(?:平均(?:水平|值|数)?)?的?"
_CLAUSE = re.compile(
    rf"(?P<before>^|[，,。；;：:、]|(?<=[年据法])|(?<=报告))(?:那么?|则|照此|据此|按此)?(?P<when>{_WHEN}?)的?{_WHO}"
    rf"(?P<thing>[^，,。；;？?占]*?)(?:{_WHEN})?的?(?:应该?|大约|大概|约|会|该|能|又)*(?P<ask>(?:是|为|有|在)?{_HOW_MUCH}|{_GREW}{_HOW_MUCH})[^，,。；;？?]*[？?]?"
)
_RATE = re.compile("(?:率|比[例重]|占比|增速|增幅|涨幅|降幅|增长|指数|水平)$")
_ABOVE = re.compile(
    r"(?:比|要|又|还|都|也|就|较|明显|远|大幅)*(?:高出|高于|快于|低于|慢于|领先|超过|跑赢|优于|好于|比|高过)(?:了)?全国[^，,。；;]*$"
)
_GROWN = re.compile(f"^{_GREW}")
_ITS_TIME = re.compile(rf"{_WHEN}的?")
_POINTS = re.compile("百分点|第几|几位|几名")


def asks_country(text: str) -> str | None:
    """Given a question in simplified Chinese, return it as one for the place's own figure, where it asks for the whole
    country's rate beside it; None for any other question."""
    clause = _CLAUSE.search(text)
    if clause is None or _POINTS.search(clause.group()):
        return None
    if thing := _ITS_TIME.sub("", clause["thing"]):
        said = f"{thing}增长" if _GROWN.search(clause["ask"]) else thing
        return f"{said}是多少" if _RATE.search(said) else None
    own = _ABOVE.search(text[: clause.start()].rstrip("，,。；;"))
    return f"{text[: own.start()]}是多少" if own else None
