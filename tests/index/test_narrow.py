"""A searcher for one agency finds nothing of another's."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from assistant.answer import Assistant
from index.catalogue import NotHeld
from index.embedder import Embedder
from index.narrow import NarrowSearcher
from index.scope import Scope
from index.search import Searcher
from index.store import Store
from tests.conftest import SAMPLE

pytestmark = pytest.mark.model
OWN, OTHER = "凌源市市场监督管理局", "青禾市林业局"


@pytest.fixture(scope="module")
def store(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The sample, and a report of an invented agency with other numbers."""
    data: Path = tmp_path_factory.mktemp("two")
    other = data / "other.txt"
    text = "青禾市林业局2019年政府信息公开工作年度报告\n一、总体情况\n全年共受理投诉举报77件，办理林木采伐许可55件。\n"
    other.write_text(text, encoding="utf-8")
    made = Store(data / "data", embedder=embedder)
    outcomes = made.ingestion.ingest([SAMPLE, other])
    assert [outcome.status for outcome in outcomes] == ["added", "added"], outcomes
    return made


def test_every_way_of_searching_is_narrowed() -> None:
    ways = {
        name for name, one in inspect.getmembers(Searcher, inspect.isfunction) if not name.startswith("_")
    }
    assert ways <= set(vars(NarrowSearcher))


def test_only_the_agencys_own_is_found(store: Store) -> None:
    narrow = NarrowSearcher(store.searcher, OWN)
    assert {one.issuer for one in narrow.held()} == {OWN}
    found = (*narrow.figures("投诉举报", Scope()), *narrow.passages("投诉举报", Scope()))
    assert {evidence.item.citation.issuer for evidence in found} == {OWN}
    assert narrow.figures("投诉举报", Scope(issuers=(OTHER,))) == []
    other = next(one for one in store.searcher.held() if one.issuer == OTHER)
    assert narrow.all(Scope(report=other.id)) == ()
    with pytest.raises(NotHeld):
        narrow.report(other.id)


def test_questions_about_other_agencies_are_not_answered(store: Store) -> None:
    narrow = Assistant(NarrowSearcher(store.searcher, OWN))
    assert narrow.ask("2019年共受理了多少件投诉举报？").headline[0] == 396
    refused = narrow.ask("青禾市林业局2019年办理林木采伐许可多少件？")
    assert refused.status == "not_held"
    assert not refused.figures
    assert Assistant(NarrowSearcher(store.searcher, OTHER)).ask("受理投诉举报多少件？").headline[0] == 77
