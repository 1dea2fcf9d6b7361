"""Every question that is offered is answered, with the figure it was made from."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Assistant
from assistant.find.foresee import Foresight
from assistant.replies import wording
from assistant.reply import Answer, Language
from corpus.report import Figure
from index.embedder import Embedder
from index.search import Scope
from index.store import Store
from tests.assistant.agencies import FIRST, SECOND, agencies

pytestmark = pytest.mark.model

LANGUAGES: tuple[Language, ...] = ("zh-Hans", "zh-Hant", "en")
TODAY = date(2026, 11, 24)
SAMPLE_QUESTIONS = (
    "2019年共受理了多少件投诉举报？",
    "2019年行政许可的处理决定数量是多少？",
    "2019年收到多少件感谢信？",
    "2018年受理投诉举报多少件？",
    "办公地点在哪里？",
    "杭州市2019年受理投诉举报多少件？",
    "今天天气怎么样？",
    "How many complaints and reports were handled in 2019?",
    "2019年共受理了多少件投訴舉報？",
)


@pytest.fixture(scope="module")
def two(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Store:
    return agencies(tmp_path_factory.mktemp("two"), embedder)


def _assistant(store: Store) -> Assistant:
    return Assistant(store.searcher, today=lambda: TODAY)


def _answered(assistant: Assistant, questions: tuple[str, ...], language: Language) -> list[Answer]:
    answers = [assistant.ask(question, language=language) for question in questions]
    for question, answer in zip(questions, answers, strict=True):
        assert (answer.status, answer.language) == ("answered", language), question
        assert answer.figures, question
    return answers


@pytest.mark.parametrize("question", SAMPLE_QUESTIONS)
def test_what_is_suggested_is_answered(sample_store: Store, question: str) -> None:
    assistant = _assistant(sample_store)
    answer = assistant.ask(question)
    assert 3 <= len(set(answer.suggestions)) == len(answer.suggestions) <= 4
    given = {figure.citation.anchor for figure in answer.figures}
    answers = _answered(assistant, answer.suggestions, answer.language)
    assert not given & {one.citations[0].anchor for one in answers}


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_answered_in_every_language(sample_store: Store, two: Store, language: Language) -> None:
    for store in (sample_store, two):
        assistant = _assistant(store)
        examples = assistant.examples(language)
        assert len(examples) >= 3
        _answered(assistant, examples, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_foreseen_comes_true_for_every_figure(two: Store, language: Language) -> None:
    """Not only for the few that are suggested: every figure of a report whose question is foreseen to be answered
    by it, is."""
    assistant, words = _assistant(two), wording(language)
    foresight = Foresight(two.searcher, lambda: TODAY)
    moment = foresight.moment()
    foreseen: list[tuple[str, Figure]] = []
    for figure in two.searcher.all(Scope((FIRST,), (2023,))):
        question = words.finish(words.ask(figure))
        if figure.value and foresight.gives(moment, question, language, figure):
            foreseen.append((question, figure))
    assert len(foreseen) >= 12
    for question, figure in foreseen[::6]:
        answer = assistant.ask(question, language=language)
        assert (answer.status, answer.figures[0]) == ("answered", figure), question


def test_the_same_measure_of_another_year_comes_first(two: Store) -> None:
    first = _assistant(two).ask(f"{FIRST}2023年受理投诉举报多少件？").suggestions[0]
    assert first == f"{FIRST}2022年受理投诉举报多少件？"


def test_with_all_years_given_another_agency_is_suggested(two: Store) -> None:
    answer = _assistant(two).ask(f"{FIRST}2022年到2023年受理投诉举报变化趋势")
    assert answer.suggestions[0] == f"{SECOND}2023年受理投诉举报多少件？"


def test_suggestions_are_of_different_parts_of_the_report(two: Store) -> None:
    assistant = _assistant(two)
    answer = assistant.ask(f"{FIRST}2023年受理投诉举报多少件？")
    sections = {one.citations[0].section for one in _answered(assistant, answer.suggestions, "zh-Hans")}
    assert len(sections) >= 2


def test_what_is_not_held_is_offered_for_what_is(two: Store) -> None:
    answer = _assistant(two).ask(f"{FIRST}2020年受理投诉举报多少件？")
    assert answer.status == "not_held"
    assert f"{FIRST}2023年受理投诉举报多少件？" in answer.suggestions


def test_nothing_is_suggested_of_nothing(
    embedder: Embedder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assistant = _assistant(Store(tmp_path_factory.mktemp("empty"), embedder=embedder))
    assert assistant.examples("zh-Hans") == ()
    assert assistant.ask("2023年受理投诉举报多少件？").suggestions == ()
