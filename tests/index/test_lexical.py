"""Words in common, as a share of the question's words."""

from __future__ import annotations

from index.lexical import Lexical

TEXTS = {
    "permits": "第二十条第（五）项 · 行政许可 · 处理决定数量",
    "penalties": "第二十条第（六）项 · 行政处罚 · 处理决定数量",
    "complaints": "受理各类投诉举报",
    "training": "举办业务培训",
}


def scores(text: str) -> dict[str, float]:
    return dict(zip(TEXTS, Lexical(TEXTS).scores(text).tolist(), strict=True))


def ranked(text: str) -> list[str]:
    found = scores(text)
    return sorted((id for id in TEXTS if found[id] > 0), key=lambda id: -found[id])


def test_the_rare_word_decides() -> None:
    assert ranked("行政处罚处理决定数量")[:2] == ["penalties", "permits"]
    assert ranked("投诉") == ["complaints"]


def test_no_word_in_common_scores_nothing_and_all_words_nearly_one() -> None:
    assert set(scores("天气 weather 12").values()) == {0}
    found = scores("举办业务培训")
    assert 0.6 < found["training"] <= 1
    assert found["permits"] == 0


def test_words_the_reports_lack_count_against_a_text() -> None:
    """Of a question half of whose words no report has, half is covered at most."""
    assert scores("虚假宣传投诉举报")["complaints"] < scores("投诉举报")["complaints"] * 0.7


def test_an_empty_index_and_texts_without_words_score_nothing() -> None:
    assert Lexical({}).scores("投诉").tolist() == []
    assert Lexical({"a": "——", "b": ""}).scores("投诉").tolist() == [0, 0]
    assert set(scores("？！").values()) == {0}
