"""What a web page says of itself: its meta elements, its title, and the table of facts over the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lxml import html

from corpus.readers.chrome import fact
from corpus.report import Grid, Text

# The names that government content systems give (GB/T and CMS conventions) -> keys of Document.meta.
_NAMES = {
    "articletitle": "title",
    "og:title": "title",
    "pubdate": "published",
    "publishdate": "published",
    "article:published_time": "published",
    "og:url": "url",
    "url": "url",
}
_SITE = re.compile(r"\s*(?:[_|｜]|\s[-—–]\s|--).*$")


def facts(root: html.HtmlElement) -> dict[str, str]:
    """Given a page's root, return the facts of its meta elements; its title element, without the site's
    name, where no meta element gives the title."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = _NAMES.get((element.get("name") or element.get("property") or "").strip().lower())
        content = (element.get("content") or "").strip()
        if key and content:
            found.setdefault(key, content)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            found.setdefault("url", link.get("href").strip())
    heads = [" ".join(h.text_content().split()) for h in root.iter("h1")]
    title = root.findtext(".//title") or ""
    for text in (*heads, _SITE.sub("", " ".join(title.split()))):
        if "报告" in text or "总结" in text or "算" in text or "公报" in text:
            found.setdefault("title", text)
    return found


def heading_facts(blocks: Sequence[Text | Grid], known: dict[str, str]) -> dict[str, str]:
    """Given a page's blocks, return the facts in the lines and the small table before the text that
    `known` lacks."""
    found: dict[str, str] = {}
    for block in blocks[:6]:
        texts = [block.text] if isinstance(block, Text) else _pairs(block)
        for text in texts:
            said = fact(text)
            if said is not None and said[0] and said[1] and said[0] not in known:
                found.setdefault(*said)
    return found


def _pairs(grid: Grid) -> list[str]:
    """The cells of a table of facts: "标题：" and its value may stand in one cell or in two."""
    texts = [cell.text for cell in grid.cells]
    joined = [f"{a.rstrip(':：')}：{b}" for a, b in pairwise(texts)]
    return texts + joined
