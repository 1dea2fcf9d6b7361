"""When a label of what was published or applied for is of another thing than is asked: all that stands open, all that was dealt with, the rest of a group."""

from __future__ import annotations

import re

from assistant.match.asked import Asked
from assistant.words.labels import leaves
from assistant.words.terms import unnumbered
from corpus.report import Label

_REST = "其他"
_GROUPS_OF_REST = ("其他处理", "其他结果", "其他组织")
"""Groups of the national forms that are called so: no rest of another group."""
_OPEN_IN_ALL = re.compile("公开总数")
_PUBLISHED = re.compile("(?<!信息)(?:公开|发布|公布|印发|出台)(?!总|申请|指南|目录|条例)")
_INFORMATION = re.compile("(?<=[一-鿿])[类方]面?的?信息$")
_ASKS_PUBLISHED = re.compile(
    "信息|公[开布示告]|发布|刊[登载]|推送|条|publish|disclos|releas|post|information", re.IGNORECASE
)
_ASKS_IN_ALL = re.compile("总数|总量|累计|截[至止]|现[有行存]|目前|历年|年[底末]|对外公开")
"""What of all years stands open is not what a year published."""
_DEALT_WITH = "applications.total."
_ASKS_DEALT_WITH = re.compile("办[理结完]|答复|处理")
_DEALT_WITH_TOLD = re.compile("^[^收受]{0,8}?(?:办理|办结|答复|处理)了?[^收受]{0,8}申请$")
_CAME_IN = re.compile("收到|新收|接到|收取到")
_RECEIVED = "applications.received."
_DISCLOSED = re.compile("公开(?:的)?申请.{0,4}公开了?$")


def other_in_disclosure(asked: Asked, label: Label) -> bool:
    """Given what is asked and a label, return whether the label counts other information, or other applications, than is asked."""
    return (
        _told_about(asked, label)
        or _of_all_years(asked, label)
        or _dealt_with(asked, label)
        or _of_outcome(asked, label)
        or _rest_of_group(asked, label)
    )


def _rest_of_group(asked: Asked, label: Label) -> bool:
    """Whether a label is the 其他 of a group, and the question says 其他 only in the group's own name: 其他处理."""
    groups = [unnumbered(part) for part in (*label.row[:-1], *label.column[:-1]) if _REST in part]
    text = asked.text
    for group in (*groups, *_GROUPS_OF_REST):
        text = text.replace(group, " ")
    own = any(path and unnumbered(path[-1]) == _REST for path in (label.row, label.column))
    return own and text != asked.text and _REST not in text


def _told_about(asked: Asked, label: Label) -> bool:
    """Whether a label counts what was published about a thing that the forms count (行政许可类信息), where the question is for
    that thing itself."""
    about = bool(asked.names) and any(_INFORMATION.search(part) for part in leaves(label))
    return about and not _ASKS_PUBLISHED.search(asked.text)


def _of_all_years(asked: Asked, label: Label) -> bool:
    """Whether a label counts all that stands open to the public, where the question is for what was published."""
    if not any(_OPEN_IN_ALL.search(part) for part in leaves(label)):
        return False
    return bool(_PUBLISHED.search(asked.text)) and not _ASKS_IN_ALL.search(asked.text)


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
