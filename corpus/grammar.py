"""Small questions of Chinese grammar that naming a figure needs: where the verb ends, what is only time.

Parts of speech come from rjieba; the tags of administrative prose are rough (公开 is an "adverb" there), so the
questions are asked of the first words of a short stretch only.
"""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

_VERBAL = frozenset({"v", "vd", "vn", "vq"})
_LIGHT = frozenset({"d", "ad", "b", "zg", "c"})
_VERB_WORDS = frozenset(
    "公开 发布 公布 受理 办结 办理 答复 报送 收到 接收 处理 查处 立案 开展 组织 召开 举办 印发 制发 制定 修订 废止 清理 完成 新增 "
    "收录 涉及 回应 解读 推送 注销 关停 整改 检查 抽检 排查 培训 发放 接待 投入 安排 征集 予以".split()
)
_NOUNS = frozenset("预算 决算 预决算 支出 收入 拨款 投诉 举报 申请 通报 结果 诉讼 复议 工作 服务 经费".split())
_PREPOSITIONS = re.compile(r"(?:通过|对|向|将|把|由|经|按|按照|围绕|与|以|从|在|为|针对|因)")
_NOMINAL = re.compile(r"(?:数|量|率|额|费|款|金|值|比|比例|比重|情况|总计|合计|预算|决算|收入|支出|经费|结果\w*|投诉|申请|案件|信息|数据|文件)$")

_YEAR = r"(?:(?:19|20)\d{2}|[二一][零〇九]\w{2})\s*年"
_TIME = re.compile(
    rf"(?:自|从)?{_YEAR}\s*\d{{1,2}}月\d{{1,2}}日(?:起?至{_YEAR}\d{{1,2}}月\d{{1,2}}日(?:止)?)?"
    rf"|(?:截至|截止到?|至)?(?:{_YEAR}|\d{{1,2}}月|\d{{1,2}}日)(?:度|全年|当年|末|底|初|以来|来|间|期间|\d{{1,2}}月(?:底|末|\d{{1,2}}日)?|\d{{1,2}}日)*"
    r"|(?:截至|截止到?)?(?:目前|年底|年末|当前|今年年?底?|本年末)"
    r"|全年度?|年内|今年以来|今年|本年度?(?=[^收支]|$)|去年|上年(?!度?结[转余])度?|当年|全年内|一年来|过去一年|年度(?=累计|共|涌现|内)"
    r"|\d{1,2}[-—~至到]\d{1,2}月(?:份)?|[上下]半年|[一二三四前]+季度|期间"
)
_ADVERBS = re.compile(
    r"总共|共计|累计(?!投入额)|总计(?=\d|$)|一共|已经|先后|分别|均已|合共|(?<!\w)(?:共|已|并|均|还|也|又|再|则|且|同时|而|约|现)(?!享|有[的]|行)"
)
_SELF = re.compile(r"^(?:我[省市区县旗镇乡局委办厅院校]|本[省市区县局机关单位部门]+(?:(?=共|已|累计)|(?![级年])))")
_TRAILING = re.compile(
    r"(?:共有|共计|(?<!公)共|总共|达到|达|多达|为|是|有|了|约为|约|近|超过|超|逾|仅为|仅|只有|只|均为|均|(?<![合总统审估])计|累计|合计为|分别为|分别|各|的|至|(?<![收接得受])到|：|:|"
    r"突破|已|并)+$"
)
_EDGES = " \t\u3000，,。；;：:、！？!?—-·|"


@lru_cache(maxsize=65536)
def _tags(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(rjieba.tag(text))


def _is_verb(word: str, tag: str) -> bool:
    return (tag in _VERBAL and word not in _NOUNS) or word in _VERB_WORDS


def starts_with_verb(text: str) -> bool:
    """Given a stretch, return whether it begins with a verb (adverbs before it allowed): 及时办结."""
    for word, tag in _tags(text)[:3]:
        if _is_verb(word, tag):
            return True
        if tag not in _LIGHT:
            return False
    return False


def leading_verb(text: str) -> str:
    """Given a phrase, return its verb with what stands before the object: 公开规章 -> 公开, 通过网站开展民意征集 -> 通过网站
    开展; "" where it begins with its subject or is a noun."""
    cause = re.match(r"因.+?的", text)
    if cause:
        return cause.group()
    words = _tags(text)
    taken, seen = "", False
    preposition = _PREPOSITIONS.match(text) is not None
    for word, tag in words:
        verb = tag in _VERBAL if preposition else _is_verb(word, tag)
        if seen and word != "并" and not taken.endswith("并"):
            break
        if not seen and not verb and not preposition and tag not in _LIGHT:
            return ""
        taken, seen = taken + word, seen or (verb and word not in ("通过", "对", "按照"))
    return (text if bare_verb(text) else taken) if seen else ""


def without_verb(text: str) -> str:
    """Given a phrase, return what its verb acts on: 报送信息 -> 信息, 全市受理政府信息公开申请 -> 政府信息公开申请; the
    whole where no noun follows."""
    verb = leading_verb(text)
    if not verb:
        subject = ""
        for word, tag in _tags(text):
            if subject and tag == "v" and word in _VERB_WORDS:
                rest = text[len(subject) + len(word) :]
                return rest or text
            subject += word
        return text
    return text[len(verb) :] or text


def bare_verb(text: str) -> bool:
    """Given a phrase, return whether it says what was done but not to what: 办结, 及时依法依规办结."""
    words = _tags(text)
    last = words[-1] if words else ("", "")
    return (
        len(text) <= 8
        and _is_verb(*last)
        and _NOMINAL.search(text) is None
        and all(_is_verb(word, tag) or tag in _LIGHT or word.startswith("依") for word, tag in words)
    )


def plain(text: str) -> str:
    """Given the words around a number, return them without time, counting adverbs and loose ends."""
    kept = re.sub(r"\s+", "", text) if re.search("[一-鿿]", text) else text.strip()
    if not re.match(r"[（(]", kept):
        kept = re.sub(r"^[)）]+", "", kept)
    reference = re.search(r"(?:[比较与同]|相比于?)(?=.*(?:增|减|降|升|相比|回落|提高|持平|多|少))", kept)
    cut = reference.start() if reference else len(kept)
    kept = _TIME.sub("", kept[:cut]) + kept[cut:]
    kept = _ADVERBS.sub("", _without_gong(kept)).strip(_EDGES)
    kept = _TRAILING.sub("", _SELF.sub("", kept)).strip(_EDGES)
    return re.sub(r"^(?:的|了|，|在(?=$))+", "", kept)


def _without_gong(text: str) -> str:
    """Without 共, 已 and the like where they stand as adverbs between other words (全市共受理)."""
    words = _tags(text)
    if not any(tag == "d" for _, tag in words):
        return text
    return "".join(word for word, tag in words if not (tag == "d" and word in ("共", "已", "已经", "累计", "总共", "均")))
