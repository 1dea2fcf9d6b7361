"""Learns assistant/data/passages.json (a logistic regression's weights) from questions on half A's reports: those
of tests/questions, those beside this file, and questions made from the reports' own structure (a heading for its
section, a clause for its sentence, and both asked of another report or with a foreign word, which has no answer).

    python -m tests.bench.train_passages DATA [-v] [--ablate]

DATA is a data directory that holds ../shared/reports. Half B's reports are never looked at. Printed is what the
weights do when each report in turn is left out.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

import assistant
from assistant.conversation import follow_up
from assistant.find.finder import measure
from assistant.query import Query
from assistant.quote.lists import Whole
from assistant.quote.quotation import ENOUGH, cited, gathered
from assistant.quote.ranker import considered
from assistant.quote.stretches import Stretch, stretches
from assistant.quote.traits import FEATURES, features
from assistant.quote.wanted import Wanted, wanted
from assistant.understand.question import understand
from assistant.words.terms import FULL, terms, unnumbered
from corpus.passages import passages
from corpus.report import Passage
from corpus.sentences import sentences
from index.search import Evidence, Held, Scope, Searcher
from index.store import Store

HERE = Path(__file__).parent
HALF_A = {
    ("凌源市市场监督管理局", 2019), ("淮安市人民政府", 2024), ("平潭综合实验区", 2019), ("平潭综合实验区", 2024),
    ("沐阳县人民政府", 2025), ("北京市人民政府", 2026), ("上海市普陀区人民政府万里街道办事处", 2023),
    ("上海市普陀区人民政府万里街道办事处", 2024),
}  # fmt: skip
TODAY = date(2026, 11, 24)
SUPPORTING = FEATURES[: FEATURES.index("kind")]
RIDGE = 0.05
BY_HAND = 10.0
"""A question written by hand counts as much as this many made ones."""
_COUNTED = r"多少|几|[Hh]ow many|fines|行政许可|行政处罚"
MADE = 20  # questions of each kind made of one report

Rows = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One question asked of one report: its stretches' features, which of them answer, and its weight."""

    report: str
    question: str
    rows: Rows
    gold: npt.NDArray[np.bool_]
    weight: float
    answerable: bool
    texts: tuple[str, ...]
    first: tuple[bool, ...]
    """Whether the first passage by meaning answers, by words, and by both."""


def case(
    searcher: Searcher,
    wish: Wanted,
    report: Held,
    right: Sequence[str],
    weight: float,
    question: str,
    spot: str = "",
) -> Case:
    """Given a question's wish and the words its answer contains (several alternatives by "|"), return its case;
    without words, nothing answers. `spot` is the heading that the answer must stand under, if given."""
    evidence = gathered(searcher, wish, Scope(report=report.id))
    whole = Whole(searcher.report(report.id), wish)
    found = stretches(wish, evidence)
    gold = [_answers(one, right, spot, whole if weight == BY_HAND else None) for one in found]
    rows = np.array(features(wish, found, evidence), np.float64).reshape(-1, len(FEATURES))
    texts = tuple(one.text for one in found)
    first = tuple(_first(evidence, key, right) for key in _ORDERS)
    return Case(report.id, question, rows, np.array(gold, bool), weight, bool(right or spot), texts, first)


_ORDERS: tuple[Callable[[Evidence], float], ...] = (
    lambda one: one.dense, lambda one: one.lexical, lambda one: one.dense + 0.1 * one.lexical
)  # fmt: skip


def _first(evidence: Sequence[Evidence], order: Callable[[Evidence], float], right: Sequence[str]) -> bool:
    best = max(evidence, key=order, default=None)
    return best is not None and isinstance(best.item, Passage) and _says(best.item.text, right)


def _answers(one: Stretch, right: Sequence[str], spot: str, whole: Whole | None) -> bool:
    if spot:
        return spot in one.passage.section[-1:]
    told = whole.of(cited(one)) if whole and right else [cited(one)]
    return _says("".join(citation.quote for citation in told), right)


def _says(text: str, right: Sequence[str]) -> bool:
    text = re.sub(r"\s", "", text)
    return bool(right) and all(
        any(re.sub(r"\s", "", way) in text for way in words.split("|")) for words in right
    )


def by_hand(searcher: Searcher, held: Sequence[Held]) -> Iterator[Case]:
    """The questions written by people, each asked of the report it is about."""
    files = HERE.parent / "questions" / "lingyuan-2019.jsonl", HERE.parent / "questions" / "reports-a.jsonl"
    for path in (*files, HERE / "passages.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            query = _understood(item, held)
            if _is_passage(item, query, path):
                yield from _asked(searcher, item, query, held, path.stem)


def _is_passage(item: dict[str, object], query: Query, path: Path) -> bool:
    expect = item["expect"]
    assert isinstance(expect, dict)
    if query.problem or query.unknown_issuer:
        return False
    return (
        "contains" in expect
        or path.parent == HERE
        or ("status" in expect and not re.search(_COUNTED, query.text))
    )


def _understood(item: dict[str, object], held: Sequence[Held]) -> Query:
    query: Query | None = None
    for said in (*item.get("conversation", ()), item["question"]):  # type: ignore[misc]
        query = (
            understand(said, held, today=TODAY)
            if query is None
            else follow_up(query, said, held, today=TODAY)
        )
    assert query is not None
    return query


def _asked(
    searcher: Searcher, item: dict[str, object], query: Query, held: Sequence[Held], stem: str
) -> Iterator[Case]:
    issuers = query.issuers or (("凌源市市场监督管理局",) if stem.startswith("lingyuan") else ())
    reports = [one for one in held if one.issuer in issuers and (one.issuer, one.year) in HALF_A]
    about = [one for one in reports if one.year in query.years] or reports[-1:]
    expect = item["expect"]
    assert isinstance(expect, dict)
    for one in about:
        yield case(searcher, wish_of(query), one, expect.get("contains", ()), BY_HAND, query.text)


def wish_of(query: Query) -> Wanted:
    """Given a query, return what it wants, as the assistant asks."""
    return wanted(query.text if query.language == "en" else query.simplified, measure(query))


def made(searcher: Searcher, held: Sequence[Held], random_: random.Random) -> Iterator[Case]:
    """Questions from the reports' structure, asked of their own report, of another, and with a foreign word."""
    reports = [one for one in held if (one.issuer, one.year) in HALF_A]
    read = {one.id: passages(searcher.report(one.id)) for one in reports}
    for one in reports:
        others = [other for other in reports if other.issuer != one.issuer]
        yield from _customary(searcher, one, read[one.id])
        for heading in _headings(read[one.id], random_):
            wish = wanted(f"{heading}怎么样", unnumbered(heading))
            yield case(searcher, wish, one, (), 1.0, heading, spot=heading)
            other = random_.choice(others)
            if not any(unnumbered(heading)[:4] in " ".join(p.section) for p in read[other.id]):
                yield case(searcher, wish, other, (), 1.0, heading)
        yield from _kind_missed(searcher, one, read, random_.choice(others), random_)
        yield from _kind_missed(searcher, one, read, random_.choice(others), random_)
        for sentence, asked in _clauses(read[one.id], random_):
            yield case(searcher, wanted(asked, asked), one, (sentence,), 1.0, asked)
            other = random_.choice(others)
            yield case(searcher, wanted(asked, asked), other, (), 1.0, asked)
            yield from _estranged(searcher, one, asked, read, other, random_)


_GENERAL = (
    ("问题|不足", "存在哪些问题"), ("问题|不足", "有什么不足"), ("问题|不足", "还有哪些短板和薄弱环节"), ("问题|不足", "政务公开工作有啥困难"),
    ("措施|改进", "下一步怎么改进"), ("措施|改进", "信息公开工作有哪些改进措施"), ("措施|改进", "今后打算怎么做"),
)  # fmt: skip


def _customary(searcher: Searcher, one: Held, read: Sequence[Passage]) -> Iterator[Case]:
    """The problems and the measures of a report as a whole, under the heading that is called so."""
    for heading, asked in _GENERAL:
        spots = [p.section[-1] for p in read if p.section and re.search(heading, p.section[-1])]
        if spots:
            yield case(searcher, wanted(asked, asked), one, (), 5.0, asked, spot=spots[-1])


def _headings(read: Sequence[Passage], random_: random.Random) -> list[str]:
    all_ = sorted({p.section[-1] for p in read if p.section and 4 < len(p.section[-1]) < 25})
    return random_.sample(all_, min(MADE, len(all_)))


def _clauses(read: Sequence[Passage], random_: random.Random) -> Iterator[tuple[str, str]]:
    """A sentence, and a question of some of the words of one of its clauses."""
    texts = [p.text[slice(*span)].strip() for p in read for span in sentences(p.text)]
    for sentence in random_.sample(texts, min(MADE, len(texts))):
        clauses = [c for c in re.split(r"[，,；;。：:、]", sentence) if 6 <= len(c) <= 40]
        if clauses:
            words = [term.word for term in terms(random_.choice(clauses)) if not re.search(r"\d", term.word)]
            kept = [word for word in words if random_.random() < 0.75]
            if len(kept) > 1:
                yield sentence, random_.choice(_FRAMES).format("".join(kept))


_FRAMES = ("{}怎么样", "{}如何", "哪些{}", "{}是什么", "{}情况", "怎么{}", "{}")


def _estranged(
    searcher: Searcher,
    one: Held,
    asked: str,
    read: Mapping[str, Sequence[Passage]],
    other: Held,
    random_: random.Random,
) -> Iterator[Case]:
    """The question with one telling word changed for one that only the other report has: no answer is held."""
    foreign = _foreign(read, one, other)
    telling = [term.word for term in terms(asked) if term.weight == FULL]
    if foreign and telling:
        changed = asked.replace(random_.choice(telling), random_.choice(foreign))
        yield case(searcher, wanted(changed, changed), one, (), 1.0, changed)


_KIND_FRAMES = (
    "{}存在哪些问题", "{}有什么短板", "{}下一步有什么措施", "{}怎么改进", "{}为什么增加", "{}在哪里举行", "{}是什么时候",
    "{}由哪个部门负责", "{}叫什么名字", "{}的联系电话", "{}情况怎么样", "{}做了哪些工作", "{}有哪些",
)  # fmt: skip


def _kind_missed(
    searcher: Searcher, one: Held, read: Mapping[str, Sequence[Passage]], other: Held, random_: random.Random
) -> Iterator[Case]:
    """Each kind of question, of a thing that only the other report speaks of."""
    words = _foreign(read, one, other)
    for frame in _KIND_FRAMES * 2:
        asked = frame.format(random_.choice(words))
        yield case(searcher, wanted(asked, asked), one, (), 1.0, asked)


def _foreign(read: Mapping[str, Sequence[Passage]], one: Held, other: Held) -> list[str]:
    """The telling words that only the other report has."""
    mine = "".join(p.text + "".join(p.section) for p in read[one.id])
    words = [t.word for p in read[other.id] for t in terms(p.text) if t.weight == FULL and len(t.word) > 1]
    return [word for word in words if word not in mine and not re.search(r"[\da-z]", word)]


@dataclass(frozen=True)
class Line:
    """A logistic regression: the intercept, then a weight for each feature as it is."""

    weights: Rows

    def chances(self, rows: Rows) -> Rows:
        """Given rows of features, return each one's probability."""
        found: Rows = 1 / (1 + np.exp(-(rows @ self.weights[1:] + self.weights[0])))
        return found


def fitted(cases: Sequence[Case]) -> Line:
    """Given cases, return the regression learnt from them. What speaks for an answer may not, by the accident of
    few examples, be learnt to speak against one: the weights of SUPPORTING features are never negative."""
    rows = np.concatenate([one.rows for one in cases])
    gold = np.concatenate([one.gold for one in cases])
    shares = np.concatenate([_shares(one) for one in cases])
    shares /= shares.mean()
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    table = np.concatenate([np.ones((len(rows), 1)), (rows - mean) / scale], axis=1)
    signs = np.where(gold, 1.0, -1.0)

    def loss(weights: Rows) -> tuple[float, Rows]:
        margins = signs * (table @ weights)
        penalty = RIDGE * weights[1:] @ weights[1:]
        slope = -(shares * signs / (1 + np.exp(margins))) @ table / len(table)
        slope[1:] += 2 * RIDGE * weights[1:]
        return float((shares * np.logaddexp(0, -margins)).mean() + penalty), slope

    bounds = [(None, None), *((0.0, None) if name in SUPPORTING else (None, None) for name in FEATURES)]
    found = minimize(loss, np.zeros(table.shape[1]), jac=True, bounds=bounds, method="L-BFGS-B").x
    slopes = found[1:] / scale
    return Line(np.array([found[0] - slopes @ mean, *slopes]))


def _shares(one: Case) -> Rows:
    right = int(one.gold.sum())
    wrong = len(one.gold) - right
    rows = np.full(len(one.gold), 4.0 / max(wrong, 1))
    rows[one.gold] = 4.0 / max(right, 1)
    return rows * one.weight


def tops(learnt: Line, cases: Sequence[Case]) -> list[tuple[Case, float, bool]]:
    """Given a regression and cases, return each case, its best stretch's probability, and whether that answers."""
    found = []
    for one in cases:
        if len(one.rows):
            chances = learnt.chances(one.rows) * _open(one)
            best = int(chances.argmax())
            found.append((one, float(chances[best]), bool(one.gold[best])))
        else:
            found.append((one, 0.0, False))
    return found


def _open(one: Case) -> Rows:
    """1 for the stretches that the ranker considers at all."""
    return np.array([considered(row) for row in one.rows], np.float64)


def left_out(cases: Sequence[Case]) -> list[tuple[Case, float, bool]]:
    """Each hand-written case judged by what the other reports' cases teach."""
    found = []
    for report in sorted({one.report for one in cases}):
        learnt = fitted([one for one in cases if one.report != report])
        found += tops(learnt, [one for one in cases if one.report == report])
    return found


def show(judged: Sequence[tuple[Case, float, bool]]) -> None:
    """Print, for several thresholds, what would be right, wrong, abstained and answered though unanswerable."""
    for hand in (True, False):
        some = [one for one in judged if (one[0].weight == BY_HAND) is hand]
        print("written by hand" if hand else "made", len(some))
        for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            given = [one for one in some if one[1] >= least]
            right = sum(ok for _, _, ok in given)
            wrong = sum(one.answerable and not ok for one, _, ok in given)
            led = sum(not one.answerable for one, _, _ in given)
            able = sum(one.answerable for one, _, _ in some)
            print(
                f"  {least}: right {right}/{able}, wrong {wrong}, answered unanswerable {led}/{len(some) - able}"
            )


_MEANING = (
    "best_dense",
    "stands_out",
    "sentence_near",
    "sentence_stands_out",
    "asked_near",
    "asked_stands_out",
)
_PARTS = {
    "meaning": _MEANING,
    "words": ("lexical", "said", "weakest_above", "head", "pairs"),
    "meaning and words": (*_MEANING, "lexical", "said", "weakest_above", "head", "pairs"),
    "all": FEATURES,
}


def ablate(cases: Sequence[Case]) -> None:
    """Print what each kind of evidence does alone, on the questions written by hand."""
    able = [one for one in cases if one.weight == BY_HAND and one.answerable]
    for place, name in enumerate(("meaning", "words", "meaning and a tenth of words")):
        print(
            f"first passage by {name}: right {sum(one.first[place] for one in able)}/{len(able)}, never abstains"
        )
    for name, kept in _PARTS.items():
        unused = [n for n, feature in enumerate(FEATURES) if feature not in kept]
        blind = [
            replace(one, rows=np.where(np.isin(np.arange(len(FEATURES)), unused), 1.0, one.rows))
            for one in cases
        ]
        some = [one for one in left_out(blind) if one[0].weight == BY_HAND]
        given = [one for one in some if one[1] >= ENOUGH]
        right, led = sum(ok for *_, ok in given), sum(not one.answerable for one, *_ in given)
        print(
            f"ranker by {name}: right {right}/{len(able)}, wrong {len(given) - right - led}, answered unanswerable {led}"
        )


def main(data: Path) -> None:
    store = Store(data)
    held = store.searcher.held()
    cases = [*by_hand(store.searcher, held), *made(store.searcher, held, random.Random(5))]
    judged = left_out(cases)
    show(judged)
    if "--ablate" in sys.argv:
        ablate(cases)
    learnt = fitted(cases)
    if "-v" in sys.argv:
        for one, chance, ok in judged:
            if one.weight == BY_HAND and (chance >= 0.5) != ok:
                best = one.texts[int((learnt.chances(one.rows) * _open(one)).argmax())] if one.texts else ""
                print(
                    f"{chance:.2f}",
                    "right" if ok else "WRONG",
                    one.answerable,
                    int(one.gold.sum()),
                    one.question,
                    "->",
                    best[:90],
                )
    weights = fitted(cases).weights.tolist()
    for name, weight in zip(("", *FEATURES), weights, strict=True):
        print(f"{weight:8.3f} {name}")
    target = Path(assistant.__file__).parent / "data" / "passages.json"
    target.write_text(
        json.dumps({"features": FEATURES, "weights": [round(w, 5) for w in weights]}) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
