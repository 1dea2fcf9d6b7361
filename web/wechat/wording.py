"""What the messaging channels say of their own, in simplified Chinese, traditional Chinese and English."""

from __future__ import annotations

from assistant.reply import Language

_ORDER: tuple[Language, ...] = ("zh-Hans", "zh-Hant", "en")
_TABLE: dict[str, tuple[str, str, str]] = {
    "source": ("来源：{}", "來源：{}", "Source: {}"),
    "open": ("查看原文：{}", "查看原文：{}", "Open the source: {}"),
    "more": ("查看全文：{}", "查看全文：{}", "Read it in full: {}"),
    "ask": ("您可以这样问：", "您可以這樣問：", "You could ask:"),
    "which": ("请任选其一发送：", "請任選其一傳送：", "Please send one of these:"),
}
WELCOME = "您好，欢迎使用年报问答。请直接发送您的问题，我们将依据已收录的政府年度报告答复，并注明出处。"
NONE_HELD = "目前尚未收录年报，请您稍后再来。"
WRITE = "您好，目前仅能答复文字和语音提问。请您用文字写明问题，例如机关名称、年份和所需数据。"
UNHEARD = "抱歉，未能识别您的语音。请您再说一遍，或者改用文字提问。"
FAILED = "抱歉，暂时无法答复您的问题，请您稍后再试。"
LATER = "您的问题已收到，正在查阅年报。请稍候回复【1】查看答复。"
SOON = "您的问题已收到，正在查阅年报，稍后将把答复发送给您。如未收到，请回复【1】查看。"
FULLER_SOON = "\n\n更详细的答复稍后发送给您。如未收到，请回复【1】查看。"
FULLER_LATER = "\n\n如需更详细的答复，请稍候回复【1】查看。"
NOT_YET = "您的问题仍在查阅之中，请稍候再回复【1】查看。"
NOTHING_WAITS = "目前没有待查看的答复，请直接发送您的问题。"
OTHERS_WAIT = "\n另有{}条答复待查看，请再次回复【1】。"
ASKED = "您的提问：{}\n\n"


def say(name: str, language: Language, *values: object) -> str:
    """Given the name of a phrase, a language and what the phrase speaks of, return it."""
    return _TABLE[name][_ORDER.index(language)].format(*values)
