"""Sentences and passages: verbatim, at their place, lists kept whole."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from corpus.passages import LENGTH, passages, spans
from corpus.report import Paragraph
from corpus.sentences import sentences
from tests.corpus.made import prose, report, table

CHINESE = st.text(alphabet="茶园公开信息件，。；！？：（）“”《》() 1234\n一是二", max_size=120)


@given(CHINESE)
def test_sentences_laid_end_to_end_are_the_paragraph(text: str) -> None:
    assert "".join(text[start:end] for start, end in sentences(text)) == text


@given(CHINESE)
def test_passages_hold_all_the_text_once_and_in_order(text: str) -> None:
    made = spans(text)
    assert "".join("".join(text[start:end].split()) for start, end in made) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(made))


def test_a_stop_inside_quotes_or_brackets_ends_no_sentence() -> None:
    text = "他说：“好。很好”，大家同意（见附件。不另发）。第二句（完。）。第三句！"
    whole = ["他说：“好。很好”，大家同意（见附件。不另发）。", "第二句（完。）。", "第三句！"]
    assert [text[a:b] for a, b in sentences(text)] == whole


def test_a_decimal_point_ends_no_sentence() -> None:
    text = "投入5.15万元。完成。"
    assert [text[a:b] for a, b in sentences(text)] == ["投入5.15万元。", "完成。"]


def test_an_unclosed_bracket_does_not_swallow_the_paragraph() -> None:
    assert len(sentences("（一开园。二采摘。三封园。")) == 3


def test_a_list_stays_whole_even_beyond_the_usual_length() -> None:
    opening = "前言。" + "春茶长势良好。" * 30
    items = [f"{n}是" + "加强茶园管理工作的落实" * 8 + "。" for n in "一二三四"]
    text = opening + "存在以下问题：" + "".join(items)
    texts = [p.text for p in passages(prose(text))]
    whole = "".join(items)
    assert len(whole) > LENGTH
    assert any(whole in passage for passage in texts)


def test_a_passage_is_verbatim_and_cites_its_place() -> None:
    text = "  " + "春茶长势良好，全年开园十二处。" * 40
    made = passages(prose(text))
    assert len(made) > 1
    for passage in made:
        assert passage.citation.span is not None
        assert text[slice(*passage.citation.span)] == passage.text == passage.citation.quote
        assert len(passage.text) <= LENGTH
        assert passage.section == ("一、总体情况",)


def test_tables_and_empty_sections_give_no_passages() -> None:
    assert passages(report(table({(("茶园",), ("数量",)): "5"}, "第一项"), Paragraph("p1", "  "))) == ()
