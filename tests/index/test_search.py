"""Finding evidence: scope before similarity, and everything in the scope within reach."""

from __future__ import annotations

import threading
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.report import Figure
from index import search
from index.embedder import Embedder
from index.rows import sentence_id
from index.scope import Scope
from index.store import Store
from tests.index import made

pytestmark = pytest.mark.model

FIRST, SECOND, THIRD = "虚构县甲局", "虚构县乙局", "虚构市丙局"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Store:
    """Two years of one office, one of another; only the third tells of training."""
    folder = tmp_path_factory.mktemp("search")
    reports = (
        ("a.txt", FIRST, 2022, [10, 20, 0], ("受理投诉举报", "396", "件")),
        ("b.txt", FIRST, 2023, [11, 21, ""], ("受理投诉举报", "413", "件")),
        ("c.txt", SECOND, 2023, [12, 22, 5], ("举办业务培训", "7", "期")),
    )
    for name, issuer, year, values, sentence in reports:
        made.write(folder, name, issuer=issuer, year=year, values=values, prose=[sentence])
    store = Store(folder / "data", embedder=embedder, reader=made.read)
    store.ingestion.ingest([folder])
    return store


def figures(store: Store, text: str, scope: Scope, k: int = 50) -> list[Figure]:
    found = [evidence.item for evidence in store.searcher.figures(text, scope, k)]
    return [item for item in found if isinstance(item, Figure)]


def test_the_measure_asked_for_comes_first(store: Store) -> None:
    best = figures(store, "受理了多少投诉举报", Scope(issuers=(FIRST,), years=(2022,)))[0]
    assert (best.raw, best.unit, best.citation.quote) == ("396", "件", "全年受理投诉举报396件。")
    best = figures(store, "行政处罚处理决定数量", Scope(issuers=(SECOND,)))[0]
    assert (best.raw, best.citation.row, best.citation.cell) == ("22", ("行政处罚",), (2, 1))


@pytest.mark.parametrize(
    ("scope", "whose"),
    [
        (Scope(issuers=(FIRST,)), {(FIRST, 2022), (FIRST, 2023)}),
        (Scope(years=(2023,)), {(FIRST, 2023), (SECOND, 2023)}),
        (Scope(issuers=(FIRST, SECOND), years=(2022,)), {(FIRST, 2022)}),
        (Scope(issuers=(THIRD,)), set()),
        (Scope(issuers=(SECOND,), years=(2022,)), set()),
    ],
)
def test_nothing_outside_the_scope_is_found_however_near(
    store: Store, scope: Scope, whose: set[tuple[str, int]]
) -> None:
    found = store.searcher.figures("受理投诉举报", scope) + store.searcher.passages("受理投诉举报", scope)
    assert {(evidence.item.citation.issuer, evidence.item.citation.year) for evidence in found} == whose


def test_one_report_alone_can_be_asked(store: Store) -> None:
    report = next(held for held in store.searcher.held() if held.issuer == SECOND)
    found = figures(store, "受理投诉举报", Scope(report=report.id))
    assert {figure.citation.report for figure in found} == {report.id}
    assert len(found) == 4  # the whole report: three cells and a sentence


def test_a_small_scope_is_within_reach_whole(store: Store) -> None:
    """However badly a question fits, no figure of the scope can be missed for lack of candidates."""
    found = figures(store, "zzz", Scope(issuers=(FIRST,), years=(2023,)))
    assert sorted(figure.raw for figure in found) == ["", "11", "21", "413"]


def test_scores_are_between_none_and_all(store: Store) -> None:
    for text in ("受理投诉举报", "期", "第二十条", "Hello"):
        for evidence in store.searcher.figures(text, Scope()) + store.searcher.passages(text, Scope()):
            assert 0 <= evidence.dense <= 1
            assert 0 <= evidence.lexical <= 1
    best = store.searcher.figures("受理投诉举报", Scope(years=(2022,)))[0]
    assert best.dense > 0.9
    assert best.lexical > 0.6


def test_no_words_find_nothing(store: Store) -> None:
    assert store.searcher.figures("  ", Scope()) == []
    assert store.searcher.passages("", Scope()) == []


def test_a_wide_scope_finds_the_same_best(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past some thousand labels the vector store's neighbours are used; here that limit is lowered."""
    questions = ("受理投诉举报", "行政处罚数量", "业务培训", "强制")
    exact = [figures(store, text, Scope(), 3) for text in questions]
    monkeypatch.setattr(search, "_WHOLE", 1)
    wide = search.Searcher(store.catalogue, store.vectors, store.embedder)
    assert [[e.item for e in wide.figures(text, Scope(), 3)] for text in questions] == exact


def test_all_figures_of_an_indicator_newest_first(store: Store) -> None:
    found = store.searcher.by_indicator("handled.1", Scope(issuers=(FIRST,)))
    assert [(figure.year, figure.raw) for figure in found] == [(2023, "11"), (2022, "10")]
    assert store.searcher.by_indicator("no.such", Scope()) == ()
    everyone = store.searcher.by_indicator("handled.3", Scope(years=(2023,)))
    assert {(figure.citation.issuer, figure.value) for figure in everyone} == {(FIRST, None), (SECOND, 5)}


def test_all_figures_of_a_label(store: Store) -> None:
    label = figures(store, "受理投诉举报", Scope(years=(2022,)))[0].label
    assert [figure.raw for figure in store.searcher.by_label(label, Scope())] == ["413", "396"]


def test_threads_share_a_searcher(store: Store) -> None:
    searcher = search.Searcher(store.catalogue, store.vectors, store.embedder)
    answers: list[list[str]] = []

    def ask(scope: Scope) -> None:
        for _ in range(5):
            answers.append([evidence.item.citation.issuer for evidence in searcher.figures("投诉", scope)])

    scopes = [Scope(issuers=(issuer,)) for issuer in (FIRST, SECOND) * 3]
    threads = [threading.Thread(target=ask, args=(scope,)) for scope in scopes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 30
    assert all(len(set(issuers)) == 1 for issuers in answers)


def test_held_reports_are_listed_by_issuer_and_year(store: Store) -> None:
    assert {(held.issuer, held.year, held.kind) for held in store.searcher.held()} == {
        (FIRST, 2022, made.KIND),
        (FIRST, 2023, made.KIND),
        (SECOND, 2023, made.KIND),
    }


def test_the_sample_report_is_found(sample_store: Store) -> None:
    scope = Scope(years=(2019,))
    complaints = figures(sample_store, "共受理了多少件投诉举报", scope)[0]
    assert (complaints.value, complaints.unit, complaints.year) == (Decimal(396), "件", 2019)
    assert "396件" in complaints.sentence
    permits = figures(sample_store, "行政许可处理决定数量", scope)[0]
    assert (permits.value, permits.citation.column) == (Decimal(7892), ("处理决定数量",))
    assert figures(sample_store, "投诉举报", Scope(years=(2018,))) == []


def test_a_real_folder_is_taken_in(tmp_path: Path, embedder: Embedder) -> None:
    reports = Path(__file__).parents[2] / ".." / "shared" / "reports"
    if not reports.is_dir():
        pytest.skip("the real reports are not beside the checkout (../shared/reports)")
    store = Store(tmp_path, embedder=embedder)
    paths = sorted(reports.glob("pingtan-20*.txt"))
    given = {"issuer": "平潭综合实验区"} if paths else {}
    outcomes = store.ingestion.ingest(paths, **given)  # type: ignore[arg-type]
    assert [outcome.status for outcome in outcomes] == ["added"] * len(paths), outcomes
    labels = len(store.catalogue.texts("labels"))
    assert labels < sum(outcome.figures for outcome in outcomes)
    assert {held.year for held in store.searcher.held()} == {int(path.stem[-4:]) for path in paths}


def test_each_sentence_has_a_meaning_of_its_own(store: Store) -> None:
    told = ("全年举办业务培训7期。", "全年受理投诉举报396件。")
    assert store.vectors.missing("sentences", [sentence_id(text) for text in told]) == []
    near = store.searcher.nearness(("办了几期培训班", "有多少人投诉"), told)
    assert near.shape == (2, 2)
    assert near[0, 0] > near[1, 0]
    assert near[1, 1] > near[0, 1]
    unheld = store.searcher.nearness(("办了几期培训班",), ("没有收录的一句话。",))  # embedded when asked for
    assert -1 <= unheld[0, 0] <= 1
    assert store.searcher.nearness(("办了几期培训班",), ()).shape == (0, 1)
