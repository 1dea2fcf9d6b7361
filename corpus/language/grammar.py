"""Small questions of Chinese grammar that naming a figure needs: where the verb ends, what is only time.

Parts of speech come from rjieba. Its tags are rough on administrative prose (公开 is an "adverb" there), so
that the commonest verbs and verbal nouns of such prose are named here.
"""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

_VERBAL = frozenset({"v", "vd", "vn", "vq"})
_PREFIXES = frozenset({"预"})
"""Tagged as verbs, though they only begin a word that the dictionary lacks: 预包装食品."""
_LIGHT = frozenset({"d", "ad", "b", "zg", "c"})
_ADVERBS = ("实际",)
"""Words that are tagged as nouns, and stand before verbs: 实际收取."""
_ACTIONS = frozenset(
    re.findall(
        r"\w+",
        """公开 发布 公布 受理 办结 办理 答复 报送 收到 接收 处理 查处 立案 开展 组织 召开 举办 印发 制发
        制定 修订 废止 清理 完成 新增 收录 涉及 回应 解读 推送 注销 关停 整改 检查 抽检 排查 培训 发放 接待
        投入 安排 征集 予以 结转 推动 实施 建成 新建 引进 发出 移送 消除 化解 挽回 更新 撰写 编发 开设 建立
        回复 转办 签订 核销 入选 获评 带动 惠及 节约 吸引 造林
        植树""",
    )
)
_NOUNS = frozenset(
    re.findall(
        r"\w+",
        """预算 决算 预决算 支出 收入 拨款 投诉 举报 申请 通报 结果 诉讼 复议 工作 服务 经费 改革 创新 投资
        规划 试点 监管 审批 许可 处罚 强制 试验 诉求 案件 活动 教育 养老 医疗 振兴 扶贫""",
    )
)
_PREPOSITION = re.compile(r"(?:通过|对|向|将|把|由|经|按照?|围绕|在|针对|因|会同|面向)")
_GOVERNS = ("通过", "会同", "围绕", "针对", "面向")
"""Verbs that stand before what is only aimed at; the verb of the clause comes after them."""
_NOMINAL = re.compile(
    r"(?:[数量率额费款金值比]|比例|比重|情况|总计|合计|预算|决算|收入|支出|经费|结果|投诉|申请|案件|信息|"
    r"数据|文件|造林|植树)$"
)
COMPARISON = "增长|增加|减少|下降|上升|回落|提高|降低|提升|缩减|上涨|压缩|缩短|压减|跃升|攀升"

_GROWN = rf"(?:{COMPARISON}|扩大|缩小|[升增降减缩])"
GROWN_TO = rf"{_GROWN}[到至为]"
"""After what something was, before what it became: 由75.6%提升至76.5%."""
GROWN_FROM = rf"{_GROWN}前"
"""Ends the name of what something was before, as `grown_from` makes it."""

_AVERAGE = re.compile("人均|户均|均价|单价|平均|年均|每[人户]")
_ATTRIBUTE = re.compile(
    r"(?:(?:种植|播种|栽培|养殖|建筑|占地)?面积|总?产[量值]|增加值|销[量售]额?|的?[件次起宗份]数|总?(?:数量|数|量|额)|总?(?:金额|长度)|单产|人均|户均|平均)$"
)
_AMOUNT = re.compile(r"(?:额|产[量值]|增加值|面积|总量|规模|收入|支出|里程)$")

_YEAR = r"(?:(?:19|20)\d{2}|[二一][零〇九]\w{2})\s*年"
_SPAN = r"(?:(?:19|20)\d{2}年?度?(?:至|[-—–~～、和及与]))+(?=(?:19|20)\d{2}年)"
_TIME = re.compile(
    rf"(?:自|从){_YEAR}\d{{1,2}}月\d{{1,2}}日起?(?:至{_YEAR}\d{{1,2}}月\d{{1,2}}日(?:止)?)?"
    rf"|(?P<kept>《[^》]*》|“[^”]*”|{_SPAN}\d{{4}}年度?(?!.*分别)|{_YEAR}(?:\d{{1,2}}月)?(?:以来|起|至今))|{_SPAN}"
    rf"|今年以来|^至(?:{_YEAR}(?:\d{{1,2}}月)?[末底初]|目前)|(?:截至|截止到?)(?:{_YEAR})?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:末|底|初)?|\d{{1,2}}月[底末]"
    rf"|{_YEAR}(?:度|全年|当年|末|底|初|来|期间|间)*"
    r"|(?:截至|截止到?)?(?:目前|年底|年末(?!结转|结余|余额|净)|当前|今年年?底?|本年末)"
    r"|全年(?:度|内)?(?!预算|决算)|年内|今年以来|今年|本年度?(?=[^收支]|$)|去年|上年(?!度?结[转余])度?|当年"
    r"|一年来|过去一年|报告期内?(?=[，,]|$)|年度(?=累计|共|涌现|内)"  # a quarter or a month stays: its figure is not the year's
)
_COUNTING = re.compile(r"总共|共计|累计|一共|已经|先后|分别|合共|(?<!\w)共(?=[受收办接查立])")
_COUNTERS = frozenset({"共", "已", "已经", "累计", "总共", "均"})
_LINKS = frozenset("并均还也又再则且而现") | {"同时"}
_SELF = re.compile(
    r"^(?:我[省市区县旗镇乡局委办厅院校]|本[省市区县局机关单位部门]+(?:(?=共|已|累计)|(?![级年])))"
)
_HAN = "[一二三四五六七八九十]"
_LIST_NUMBER = re.compile(
    rf"^\s*(?:\d{{1,2}}[.．、](?!\d)|[(（](?:{_HAN}|\d){{1,3}}[)）]|{_HAN}{{1,3}}、(?!{_HAN}(?:、|产业))|{_HAN}是)"
)
_LOOSE_END = re.compile(
    r"(?:共有|共计|(?<!公)共|总共|达到|达|多达|(?<![升降增减高低])为|是|有|了|约为|(?<![签节集公合预解履违邀特])约|(?<![附最靠临])近|超过|超|逾|仅为|仅|只有|只|均为|(?<![平人户年月])均|跨[上过]|[迈站登]上|"
    r"(?<![合总统审估预会设])计|累计|合计为|分别为|分别|各|的|(?<![缩降增升高短大小减])至|(?<![收接得受长加少降升落高低减涨缩短大小增])到|：|:|突破|首次|已|并|和|(?<![惠涉遍普危顾])及|以及)+$"
)
_BOTH_SIDES = re.compile("收(?:入)?[、和]?支(?:出)?(?=总[计额])")
"""The two sides of an account, which come to the same: 收、支总计."""
_EDGES = " \t\u3000，,。；;：:、！？!?—-·|"
_REFERENCE = re.compile(rf"(?:[比较与同]|相比于?)(?=.*(?:{COMPARISON}|增|减|降|升|相比|持平|多|少))")


@lru_cache(maxsize=65536)
def _tags(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(rjieba.tag(text))


def _is_verb(word: str, tag: str) -> bool:
    return (tag in _VERBAL and word not in _NOUNS) or word in _ACTIONS


def starts_with_verb(text: str) -> bool:
    """Given a stretch, return whether it begins with a verb, adverbs before it allowed: 及时办结."""
    for word, tag in _tags(text)[:3]:
        if _is_verb(word, tag):
            return True
        if not _is_light(word, tag):
            return False
    return False


def _is_light(word: str, tag: str) -> bool:
    return tag in _LIGHT or word in _ADVERBS


def starts_with_action(text: str) -> bool:
    """Given a stretch, return whether its first word is a verb of what offices do: 发放资料, not 失效链接."""
    return any(word in _ACTIONS for word, _ in _tags(text)[:1])


def has_verb(text: str) -> bool:
    """Given a stretch, return whether a verb stands anywhere in it."""
    return any(_is_verb(word, tag) for word, tag in _tags(text))


def begins_with_preposition(text: str) -> bool:
    """Given a stretch, return whether it begins with 对, 将, 通过 or the like: with a clause of its own."""
    return _PREPOSITION.match(text) is not None


def leading_verb(text: str) -> str:
    """Given a phrase, return its verb and what stands before the object, or "" where a noun begins it.

    公开规章 -> 公开, 通过网站开展征集 -> 通过网站开展, 因信息公开引起的案件 -> 因信息公开引起的.
    """
    if cause := re.match(r"因.+?的", text):
        return cause.group()
    if bare_verb(text):
        return text
    preposed = begins_with_preposition(text)
    taken, last = "", ""
    for word, tag in _tags(text):
        if last and not _verb_goes_on(last, word):
            break
        verb = _is_verb(word, tag) and not (preposed and taken.endswith(("信息", "政务")))
        if not last and not verb and not preposed and not _is_light(word, tag) and word != "平均":
            return ""
        taken += word
        last = word if (verb and taken not in _GOVERNS) or last else ""
    return taken if last and taken not in _PREFIXES else ""


def _verb_goes_on(last: str, word: str) -> bool:
    """Whether a word still belongs to the verb: 清理并发布, or 整改 after 督促, which brings it about."""
    return word == "并" or last == "并" or (last not in _ACTIONS and word in _ACTIONS)


def without_verb(text: str) -> str:
    """Given a phrase, return what its verb acts on, or the whole where no noun follows a verb.

    报送信息 -> 信息, 全市受理政府信息公开申请 -> 政府信息公开申请.
    """
    if verb := leading_verb(text):
        return text[len(verb) :] or text
    subject = ""
    for word, tag in _tags(text):
        if subject and tag == "v" and word in _ACTIONS:
            return text[len(subject) + len(word) :] or text
        subject += word
    return text


def bare_verb(text: str) -> bool:
    """Given a phrase, return whether it says what was done but not to what: 办结, 及时依法依规办结."""
    words = _tags(text)
    if not words or len(text) > 8 or _NOMINAL.search(text) or not _is_verb(*words[-1]):
        return False
    return all(_is_verb(word, tag) or _is_light(word, tag) or word.startswith("依") for word, tag in words)


def names_amount(text: str) -> bool:
    """Given a stretch, return whether it names an amount that stands by itself and not a thing that is counted:
    粮食播种面积, 技术合同成交额. A verb of the clause before does not govern it."""
    return _AMOUNT.search(text) is not None


def words(text: str) -> tuple[tuple[str, str], ...]:
    """Given a text, return its words, each with its part of speech."""
    return _tags(text)


def names_quality(text: str) -> bool:
    """Given a stretch, return whether it ends in an adjective and so still wants its noun: 现行有效."""
    words = _tags(text)
    return bool(words) and words[-1][1] == "a"


def names_average(text: str) -> bool:
    """Given a phrase, return whether it names an average, of which that of a part may be more than that of all."""
    return _AVERAGE.search(text) is not None


def is_attribute(text: str) -> bool:
    """Given a stretch, return whether it names only a measure of a thing that it leaves out: 产量, 总数, 人均."""
    return _ATTRIBUTE.fullmatch(text) is not None


def without_attribute(text: str) -> str:
    """Given a phrase, return the thing that it measures: 核桃面积 -> 核桃; "" where it names no thing."""
    return _ATTRIBUTE.sub("", text)


def acts(verb: str) -> bool:
    """Given a verb, return whether it is one of what offices do, not of what things are: 整改, not 在编."""
    return any(word in _ACTIONS for word, _ in _tags(verb))


def grown_from(phrase: str) -> str:
    """Given what something rose or fell to (比例提升至), return the name of what it was before (比例提升前)."""
    return re.sub(rf"({_GROWN}|整合|合并|重组|归并|精简|撤并)[到至为成]$", r"\1前", phrase)


def plain(text: str) -> str:
    """Given the words around a number, return them without time, counting adverbs and loose ends.

    The year in a comparison stays (投诉较2023年下降), and so does a period that is not one year's (2021-2023年).
    """
    kept = _LIST_NUMBER.sub("", text)
    kept = re.sub(r"\s+", "", kept) if re.search("[一-鿿]", kept) else kept.strip()
    kept = re.sub(r"^[)）]+", "", kept)
    reference = _REFERENCE.search(kept)
    cut = reference.start() if reference else len(kept)
    kept = _TIME.sub(lambda time: time["kept"] or "", kept[:cut]) + kept[cut:]
    kept = _BOTH_SIDES.sub("收入支出", _COUNTING.sub("", _without_adverbs(kept))).strip(_EDGES)
    kept = _LOOSE_END.sub("", _SELF.sub("", kept)).strip(_EDGES)
    return re.sub(r"^(?:的|了)+", "", kept)


def _without_adverbs(text: str) -> str:
    """Without 共, 已 and the like where they stand as adverbs (全市共受理), and without a leading 还 or 并."""
    words = [word for word, tag in _tags(text) if not (tag == "d" and word in _COUNTERS)]
    return "".join(words[1:] if words and words[0] in _LINKS else words)
