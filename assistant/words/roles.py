"""The part in a thing that is asked for: *冠军* 是哪个队, *设计* 单位是哪家, *培训* 了谁. A text that does not say it tells of others."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from assistant.words.likeness import SHORT, alike

_ASKED = re.compile(
    r"(?P<before>[^，,。？?；;：:]+?)(?:都|分别|主要|具体|究竟|到底|一般)*"
    r"(?:是|由|为)(?:谁|哪位|(?<=城市是)哪[里儿]|(?:哪一?[家个所支座]|什么(?=[^?？。，,呢啊吗]))(?:公司|企业|单位|机构|律所|律师事务所|银行|学校|大学|医院|团队|部门|国家|城市|地区|[队市县区省国局村人镇])?)(?:$|[?？。，,呢啊吗])"
)
_DONE_TO = re.compile(
    r"(?P<deed>[一-鿿]{2})(?:过|了)(?:谁|哪位|(?:哪些|什么|哪几[个名位])人员?)(?=$|[?？。，,呢啊吗])"
)
"""培训了谁: a text that says nothing of the deed tells of others."""
_NOUN = frozenset({"n", "nz", "vn", "nr", "ns", "j", "v"})
_GENERAL = re.compile("单位|机构|公司|企业|部门|团队|团体|主体|地点|地方|地|城市|方|人|者|商|人员|名单|名")
"""What any part is called by: what is said of it before tells which it is."""
_END = re.compile("(?<=..)(?:[人者方商]|单位|机构|公司|企业|部门)$")
_ANY = re.compile(
    "负责|责任|联系|牵头|主管|分管|主办|实施|建设|领导|对象|名字|问题|难题|短板|困难|目标|重点|特点|亮点|项目|区别|意思|工作|任务|情况|内容|行业|产业|领域|时间|原因"
)
"""Parts that are told without a word for them: 由甲局管."""
_PLACED = re.compile(r"第[一二三四五六七八九十\d]+名?$|[冠亚季]军$|榜首$")
_SAME = {
    "承办": "承办|举办|主办|申办|承接",
    "举办": "承办|举办|主办",
    "施工": "施工|承建|建设",
    "承建": "施工|承建|建设",
}


@lru_cache(maxsize=1024)
def role(question: str) -> str:
    """Given a question in simplified Chinese, return the part of something that it asks who has, or nothing."""
    asked = _ASKED.search(question)
    if asked is None:
        return ""
    if placed := _PLACED.search(asked["before"]):
        return placed.group()
    words = [(word, tag) for word, tag in rjieba.tag(asked["before"]) if word.strip()]
    while words and _GENERAL.fullmatch(words[-1][0]):
        words.pop()
    own = len(words) > 1 and words[-2][0] == "的"
    if not words or not (own or words[-1][1] in _NOUN) or len(words[-1][0]) < 2:
        return ""
    found = _END.sub("", words[-1][0])
    return "" if _ANY.fullmatch(found) else found


def says(part: str, text: str) -> bool:
    """Given the part asked for and a text, return whether the text says it."""
    return alike(part, text) >= SHORT or re.search(_SAME.get(part, "(?!)"), text) is not None


def done_to(question: str) -> str:
    """Given a question in simplified Chinese, return the deed of which it asks to whom it was done, or nothing."""
    found = _DONE_TO.search(question)
    return found["deed"] if found else ""
