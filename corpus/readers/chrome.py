"""What a web page or a crawl puts around a report: header lines with facts, and lines to drop."""

from __future__ import annotations

import re

# The names header lines go by -> the key of Document.meta.
_KEYS = {
    "标题": "title",
    "文章标题": "title",
    "信息名称": "title",
    "发布时间": "published",
    "发布日期": "published",
    "发文日期": "published",
    "成文日期": "published",
    "生成日期": "published",
    "发布机构": "issuer",
    "发文机关": "issuer",
    "发布单位": "issuer",
    "公开机构": "issuer",
    "文号": "document_number",
    "发文字号": "document_number",
    "原文链接": "url",
    "链接": "url",
    "网址": "url",
}
_OTHER = "栏目|本地目录|索引号|信息索引|主题分类|信息类别|有效性|关键词|来源|作者|编辑|浏览次数|阅读次数|时间|责任编辑"
_LINE = re.compile(rf"({'|'.join(_KEYS)}|{_OTHER})\s*[:：]\s*(.*)")
_RULE = re.compile(r"[=\-－—*＝_]{4,}\s*(?:正文|内容)?\s*[=\-－—*＝_]*")
_BUTTONS = (
    "打印|关闭|收藏|下载|全屏|还原|加大|减小|复制|返回顶部|微信|微博|QQ空间|全真版|文字版|文件下载|附件下载"
)
_CHROME = re.compile(
    r"(?:您|你)?(?:现在|当前)?的?(?:所在)?位置\s*[:：].*|首页\s*[>＞/»].*|来源\s*[:：]\s*\S{0,30}"
    r"|(?:浏览|阅读|点击)(?:次数|量)?\s*[:：]\s*\d*|分享(?:到|至)?\s*[:：]?.{0,20}|责任编辑\s*[:：].{0,20}"
    rf"|[\[【]?(?:{_BUTTONS})(?:本页|窗口)?[\]】]?(?:[ |｜]*[\[【]?(?:{_BUTTONS})(?:本页|窗口)?[\]】]?)*"
    r"|[【\[]?\s*字(?:号|体)\s*[:：]?.{0,20}|[大中小 ]{3,5}|】|相关链接\s*[:：]?|扫一扫.{0,20}|-->|页面链接与图片详见.*"
)
# A page flattened to one line: the way to the page, its title, source and time, then the buttons.
_FLAT = re.compile(
    r"当前位置\s*[:：].{0,200}?(?:发布)?时间\s*[:：]\s*\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?"
    r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
    rf"(?:\s*(?:{_BUTTONS}|相关链接\s*[:：]?|-->|分享\S{{0,3}}|字号\S{{0,5}}))*\s*"
)
_TAIL = re.compile(r"\s+(?:附件下载|打印本页|关闭窗口|分享到|扫一扫在手机打开当前页)(?:\s.{0,40})?$")


def fact(line: str) -> tuple[str, str] | None:
    """Given a header line such as 发布时间：2020-01-20, return its key of Document.meta and its value;
    the key is empty for a header that no one asks for. None for any other line."""
    found = _LINE.fullmatch(line.strip())
    return None if found is None else (_KEYS.get(found[1], ""), found[2].strip())


def is_rule(line: str) -> bool:
    """Given a line, say whether it only separates a crawl's header from the text."""
    return bool(_RULE.fullmatch(line.strip()))


def is_chrome(line: str) -> bool:
    """Given a line, say whether it is the page's and not the report's."""
    return bool(_CHROME.fullmatch(line.strip()))


def strip_flat(text: str) -> str:
    """Given a line into which a page's head and foot may have been flattened, return the report's own."""
    head = _FLAT.match(text)
    return _TAIL.sub("", text[head.end() :] if head else text)
