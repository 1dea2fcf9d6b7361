"""An index of two invented agencies over two years: the national form, and a sentence that counts complaints."""

from __future__ import annotations

from pathlib import Path
from random import Random

from corpus.report import Figure
from index.embedder import Embedder
from index.search import Scope
from index.store import Store
from tests.forms_factory import random_form

FIRST, SECOND = "海阳市林业局", "云岭县交通运输局"
COMPLAINTS = {(FIRST, 2022): 41, (FIRST, 2023): 57, (SECOND, 2022): 66, (SECOND, 2023): 78}
PERMITS = "permits.permit.decisions"


def agencies(folder: Path, embedder: Embedder) -> Store:
    """Given an empty folder, write the four reports into it and return their index."""
    for seed, ((issuer, year), count) in enumerate(COMPLAINTS.items(), 3):
        form = random_form(Random(seed), "2021", issuer=issuer, year=year)
        sentence = f"<p>{year}年，我局受理投诉举报{count}件，召开新闻发布会{seed}场。</p>"
        page = form.as_html().replace("<p>严格依法公开政府信息。</p>", sentence)
        (folder / f"{seed}.html").write_text(page, encoding="utf-8")
    store = Store(folder / "data", embedder=embedder)
    outcomes = store.ingestion.ingest(sorted(folder.glob("*.html")))
    assert [outcome.status for outcome in outcomes] == ["added"] * 4, outcomes
    return store


def permits(store: Store, issuer: str, year: int) -> Figure:
    """The form's count of licensing decisions."""
    (figure,) = store.searcher.by_indicator(PERMITS, Scope((issuer,), (year,)))
    assert figure.value is not None
    return figure
