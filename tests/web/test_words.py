"""The wording is complete and spoken to a citizen."""

from __future__ import annotations

import re
from pathlib import Path

from web.words import TABLE

TEMPLATES = Path(__file__).parents[2] / "web" / "templates"


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    used = set(re.findall(r"words\.(\w+)", source))
    by_status = {"not_reported", "not_held", "ambiguous", "out_of_scope"}
    by_trust = {"trust_decoded", "trust_ocr", "trust_unreadable"}
    assert used | by_status | by_trust | {"invalid", "no_answer"} == set(TABLE)


def test_no_word_hides_behind_a_method_of_the_mapping() -> None:
    assert not set(TABLE) & set(dir({}))


def test_traditional_words_hold_no_simplified_characters() -> None:
    only_simplified = set("们这说问开页务报数据输请时标题为应对会过还进条没动")
    assert not [row[1] for row in TABLE.values() if only_simplified & set(row[1])]
