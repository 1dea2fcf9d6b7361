"""The part of a web page that is the report: what stands around it is taken away."""

from __future__ import annotations

import re

from lxml import html

_NEVER = (
    "script", "style", "noscript", "template", "nav", "footer", "aside", "iframe", "object", "embed", "select", "button",
    "textarea", "svg", "canvas", "audio", "video",
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_AROUND = re.compile(
    r"(?:^|[\s_\-])(?:crumbs?|bread-?crumbs?|position|location|share|bdshare\S*|footer|foot|copyright|nav|menu|toolbar|tools|print"
    r"|sidebar|related|recommend|qrcode|ewm|search|login|dqwz|weizhi|wz|fx|dy|pagination|prev-?next)(?:$|[\s_\-\d])",
    re.I,
)
_CONTAINERS = (
    "div",
    "section",
    "article",
    "main",
    "form",
    "center",
    "body",
    "table",
    "tbody",
    "tr",
    "td",
    "html",
    "font",
    "span",
)
_LONGEST_AROUND = 300
_SHARE = 0.97


def clean(root: html.HtmlElement) -> None:
    """Given a page's root, take away what is never content: scripts, comments, the hidden, and the short
    parts whose names say that they are the page's (way to the page, sharing, foot)."""
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            if node.getparent() is not None:
                node.drop_tree()
        elif node.getparent() is not None and _is_around(node):
            node.drop_tree()


def _is_around(node: html.HtmlElement) -> bool:
    if node.tag in _NEVER or _HIDDEN.search(node.get("style") or "") or node.get("hidden") is not None:
        return True
    if node.tag in ("table", "tr", "td", "th", "p", "span", "body", "html"):
        return False
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    if not _AROUND.search(names):
        return False
    return len(node.text_content()) <= _LONGEST_AROUND and next(node.iter("td"), None) is None


def main(root: html.HtmlElement) -> html.HtmlElement:
    """Given a cleaned page, return the smallest part that holds its sentences and table cells."""
    node = root.find("body")
    if node is None:
        node = root
    whole = _weight(node)
    while True:
        inside = next((child for child in node if _holds(child, whole)), None)
        if inside is None:
            return (
                node
                if node.tag in ("td", "body", "html") or node.tag not in ("table", "tbody", "tr")
                else _around(node)
            )
        node = inside


def _around(node: html.HtmlElement) -> html.HtmlElement:
    """A data table is read as a table, so what is returned is the part around it."""
    while node.tag in ("table", "tbody", "tr") and node.getparent() is not None:
        node = node.getparent()
    return node


def _holds(child: html.HtmlElement, whole: int) -> bool:
    return child.tag in _CONTAINERS and whole > 0 and _weight(child) >= whole * _SHARE


def _weight(node: html.HtmlElement) -> int:
    """How much of a report is in a part: its sentences and its table cells. Links and menus have neither."""
    cells = sum(1 for cell in node.iter("td", "th") if cell.text_content().strip())
    return int(node.text_content().count("。")) + cells
