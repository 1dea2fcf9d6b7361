"""Reviews and lawsuits that have been decided, of which the national form gives all and those that are not yet: 已审结 are the
总计 less the 尚未审结."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.find.finder import Finder
from assistant.find.select import Selection
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.labels import full_name
from assistant.work_out.taken_away import less_parts

_CASES = re.compile("复议|诉讼|起诉|官司")
_CONCLUDED = re.compile(
    r"[，,]?(?:里面?|里头|当中|之中|中)?[，,]?(?:目前|现在|最后|最终)?(?:已经?|都|业已|当年)?(?:审理?结|审理?完(?:成|毕)?|办结|办完|结案|了结|审理结束|有(?:了)?(?:处理)?结果|出(?:了)?结果)(?:了|的|掉)*(?!率|果)"
)
_DENIES = re.compile("[不非无拒没尚剩欠拖悬待]|未(?!经复议)|还有|在[审办]")
_OF_ONE = re.compile("维持|纠正|撤销|驳回|胜诉|败诉")
"""What came out of them: of one outcome, 审结 says nothing more."""
_OPEN = "尚未审结"


def asks_concluded(query: Query) -> bool:
    """Given a query, return whether it asks how many reviews or lawsuits have been decided."""
    return bool(_cases(query))


def says_concluded(selection: Selection) -> bool:
    """Given what was selected, return whether its own label says that it has been decided."""
    chosen = selection.chosen
    return chosen is not None and _CONCLUDED.search(full_name(chosen.label)) is not None


def concluded(composer: Composer, finder: Finder) -> Answer | None:
    """Given such a question and its finder, return the answer: all of them less those that are not yet decided; None where
    the report gives not both."""
    cases = _cases(finder.query)
    meant = replace(
        finder.query, operation="difference", residue="less", measure=cases, measures=(cases, _OPEN)
    )
    return less_parts(replace(composer, query=meant), replace(finder, query=meant))


def _cases(query: Query) -> str:
    """What is decided, where a question asks how much of it is; else nothing."""
    said = query.simplified
    if query.operation != "value" or query.measures or query.language == "en" or _OF_ONE.search(said):
        return ""
    if _DENIES.search(said) or not _CONCLUDED.search(query.measure) or not _CASES.search(query.measure):
        return ""
    return _CONCLUDED.sub("", query.measure).strip("，, 的")
