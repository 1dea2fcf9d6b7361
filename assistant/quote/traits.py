"""What the sentences of a passage have in common with a question, as numbers from about 0 to 1: by meaning, by
words, by what stands above them, and by the kind of thing that they give."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.quote.focus import ROADS, least, names
from assistant.quote.stretches import NEW, Stretch, every, own_heading, telling_most
from assistant.quote.wanted import Wanted
from assistant.words.kinds import looks_ahead, tells_problems, under_plans
from assistant.words.likeness import alike
from assistant.words.terms import ALIKE, FULL, Term, explained
from corpus.report import Passage
from corpus.sentences import pieces
from index.search import Evidence

HEAD = 1.5
"""The last telling word weighs more: in Chinese the thing asked for stands last (食品抽检的结果: the results)."""
_SAID, _PARTLY = 0.4, 0.6
"""How far each word of the topic, or all together, must be said where a passage was found by its kind alone."""
FEATURES = (
    "best_dense", "stands_out", "lexical", "said", "said_above", "weakest_above", "head", "heading_said", "akin",
    "around", "section", "focus", "kind_headed", "listing", "opens", "customary_said",
    "sentence_near", "sentence_stands_out", "asked_near", "asked_stands_out", "pairs", "in_time",
    "kind", "kinds", "length", "sentences", "untitled", "terms", "contact", "focused", "other_kind", "quoted", "behind", "unread", "wrong_headed",
)  # fmt: skip

_ENUMERATED = re.compile(r"[一二三四五六七八九十][是要]|[（(][一1][)）]|其[一二]")
_PAUSE = re.compile("[，,；;。]")
_MORE = re.compile(r"同时(?!期)[，,]?(?:开|设|建|推|还|并)|并[^且]|还|其中|内设|下设")
_YEAR = re.compile(r"20\d\d(?=年)")


@dataclass(frozen=True, slots=True)
class _Spread:
    """The highest of some cosines, their mean and their deviation."""

    nearest: float
    mean: float
    deviation: float

    @staticmethod
    def of(cosines: Sequence[float]) -> _Spread:
        mean = sum(cosines) / len(cosines)
        return _Spread(
            max(cosines), mean, math.sqrt(sum((one - mean) ** 2 for one in cosines) / len(cosines)) + 0.002
        )

    def outstanding(self, cosine: float) -> float:
        """By how many quarters of a deviation above the mean one lies; 0 below it."""
        return max((cosine - self.mean) / self.deviation, 0.0) / 4


@dataclass(frozen=True, slots=True)
class _Among:
    """What a question meets in all the passages found: how much each of its words tells among them, how near
    they lie in meaning, and how far the best sentence says its words."""

    weights: tuple[float, ...]
    passages: _Spread
    best: float
    sentences: tuple[_Spread, _Spread]
    """How near their sentences lie to what is measured, and to the question."""
    pairs: dict[str, float]
    """How much each pair of characters of the question tells among them."""


def features(wanted: Wanted, found: Sequence[Stretch], evidence: Sequence[Evidence]) -> list[list[float]]:
    """Given what is wanted, stretches and all the passages they come from, return a row of FEATURES each."""
    among = _among(wanted, evidence)
    rows = (_traits(wanted, one, among) for one in found)
    return [[row[name] for name in FEATURES] for row in rows]


def _among(wanted: Wanted, evidence: Sequence[Evidence]) -> _Among:
    weights = _telling(wanted.topic, evidence)
    alone = [one for one in every(evidence) if one.count == 1]
    best = max(
        (_akin(wanted, weights, one.text, _said_above(wanted, one, _headed(wanted, one))) for one in alone),
        default=0.0,
    )
    measured, asked = ([one.near[place] for one in alone] or [0.0] for place in (0, 1))
    dense = [one.dense for one in evidence] or [0.0]
    spread = _Spread.of(measured), _Spread.of(asked)
    return _Among(
        weights, _Spread.of(dense), best, spread, _pairs(wanted.measure, [one.text for one in alone])
    )


def _pairs(measure: str, texts: Sequence[str]) -> dict[str, float]:
    """The pairs of characters of a measure with how much each tells among texts: what no splitter of words breaks."""
    runs = re.findall(r"[一-鿿]{2,}", measure)
    pairs = dict.fromkeys(run[n : n + 2] for run in runs for n in range(len(run) - 1))
    there = {pair: sum(pair in text for text in texts) for pair in pairs}
    return {pair: math.log((len(texts) + 1.5) / (count + 0.5)) for pair, count in there.items() if count}


def _paired(pairs: dict[str, float], text: str) -> float:
    """The weighted share of pairs that a text has."""
    total = sum(pairs.values())
    return sum(weight for pair, weight in pairs.items() if pair in text) / total if total else 0.0


def _in_time(wanted: Wanted, one: Stretch) -> float:
    """Whether a stretch stands under what is to come or a year that is asked of (1), or under the other (-1)."""
    above = " ".join(one.passage.section)
    years = set(_YEAR.findall(above))
    told = 0.0
    if years:
        told += 0.5 if years & set(_YEAR.findall(wanted.question)) else -0.5
    planned = under_plans(one.passage.section)
    if wanted.ahead:
        told += 0.5 if planned else -0.5 * (not looks_ahead(one.text))
    elif planned:
        told -= 0.5
    return told


def _telling(topic: Sequence[Term], evidence: Sequence[Evidence]) -> tuple[float, ...]:
    """How much each word tells among these passages: a word that all of them say tells little."""
    texts = ["".join((*one.item.section, one.item.text)) for one in evidence if isinstance(one.item, Passage)]
    head = max((n for n, term in enumerate(topic) if term.weight == FULL), default=-1)
    weights = []
    for place, term in enumerate(topic):
        there = sum(term.word in text for text in texts)
        rarity = math.log((len(texts) + 1.5) / (there + 0.5)) / math.log(2 * len(texts) + 3)
        weights.append(term.weight * (0.3 + 0.7 * rarity) * (HEAD if place == head else 1))
    return tuple(weights)


def _traits(wanted: Wanted, one: Stretch, among: _Among) -> dict[str, float]:
    text, passage, topic = one.text, one.passage, wanted.topic
    own = own_heading(one)
    headed = _headed(wanted, one)
    contact = any(kind.contact for kind in wanted.kinds)
    by_text = [_told(term.word, text) for term in topic]
    by_all = _said_above(wanted, one, headed)
    full = [place for place, term in enumerate(topic) if term.weight == FULL]
    weakest = min((by_all[place] for place in full), default=1.0)
    akin = _akin(wanted, among.weights, text, by_all)
    near = [max(said, 0.8 * alike(term.word, passage.text)) for said, term in zip(by_all, topic, strict=True)]
    opens = wanted.many and text.endswith(("：", ":"))
    probed = any(kind.probe for kind in wanted.kinds)
    return {
        "best_dense": one.evidence.dense - among.passages.nearest,
        "stands_out": among.passages.outstanding(one.evidence.dense),
        "lexical": one.evidence.lexical,
        "said": _share(among.weights, by_text),
        "said_above": _share(among.weights, by_all),
        "weakest_above": weakest,
        "head": by_all[full[-1]] if full else 1.0,
        "heading_said": _share(among.weights, [explained(term.word, own) for term in topic]),
        "akin": akin,
        "around": _share(among.weights, near),
        "section": float(wanted.asks_section(passage.section)),
        "focus": _focus(wanted, one),
        "kind_headed": float(headed),
        "listing": float(opens or (wanted.many and _ENUMERATED.search(text) is not None)),
        "opens": weakest if opens else 0.0,
        "customary_said": float(weakest >= _SAID or akin >= _PARTLY or not probed),
        "sentence_near": one.near[0] - among.sentences[0].nearest,
        "sentence_stands_out": among.sentences[0].outstanding(one.near[0]),
        "asked_near": one.near[1] - among.sentences[1].nearest,
        "asked_stands_out": among.sentences[1].outstanding(one.near[1]),
        "kind": float(bool(wanted.kinds)),
        "kinds": float(len(wanted.kinds) > 1),
        "length": math.log(len(text) / 50),
        "sentences": float(one.count - 1),
        "untitled": float(not passage.section),
        "terms": min(len(full), 5) / 5 if full else 0.1 * bool(topic),
        "contact": float(contact),
        "focused": float(bool(wanted.foci)),
        "other_kind": float(wanted.other_kind(text)),
        "quoted": _verbatim(wanted.quoted, _explained_word(text) if wanted.named("meaning") else text, own),
        "behind": max(among.best - akin, 0.0),
        "unread": min(wanted.unread, 3) / 3,
        "pairs": _paired(among.pairs, " ".join((own, text))),
        "in_time": _in_time(wanted, one),
        "wrong_headed": float(not wanted.kinds and tells_problems(own)),
    }


def _headed(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch stands under a heading of the kind that is asked for, or opens with what would be one."""
    return any(kind.heading.search(own_heading(one)) or kind.opening.match(one.text) for kind in wanted.kinds)


def _said_above(wanted: Wanted, one: Stretch, headed: bool) -> list[float]:
    """How far each word is said by a stretch, or by what stands above it."""
    passage = one.passage
    title = passage.citation.title + (" 政务公开" if "信息公开" in passage.citation.title else "")
    above = " ".join((*passage.section[:-1], title))
    # The problems of a report, and whom to turn to, are those of its whole subject, which its title says.
    contact = any(kind.contact for kind in wanted.kinds)
    general = 0.9 if headed or (contact and not passage.section) else 0.6
    return [
        max(
            _told(term.word, one.text),
            0.95 * explained(term.word, own_heading(one)),
            general * explained(term.word, above),
        )
        for term in wanted.topic
    ]


def _told(word: str, text: str) -> float:
    """How far a text says a word; what is new it says by being the first."""
    return max(explained(word, text), ALIKE if word == "创新" and NEW.search(text) else 0.0)


def _akin(wanted: Wanted, weights: Sequence[float], text: str, said: Sequence[float]) -> float:
    """How far a text, or what stands above it, by which each word of the topic is `said`, says these in whatever
    words."""
    return _share(
        weights, [max(s, alike(term.word, text)) for s, term in zip(said, wanted.topic, strict=True)]
    )


def _focus(wanted: Wanted, one: Stretch) -> float:
    """How far a stretch names each thing asked for; of two sentences, the one that says more of the topic must."""
    if not wanted.foci:
        return 1.0
    told = telling_most(wanted, one)
    if any(focus in ROADS for focus in wanted.foci):
        told = _clauses_of_head(wanted, told)
    if told != one.text and (further := _goes_on(wanted, one.text)):
        told = further
    named = min(names(told, focus) for focus in wanted.foci)
    return named if named >= least(wanted.question) else 0.0


def _goes_on(wanted: Wanted, text: str) -> str:
    """The second of two sentences, where it goes on about the same thing without naming it, and has the words of what is
    asked for: 同时开设办事服务、便民查询2个菜单."""
    last = pieces(text)[-1]
    said = text[slice(*last)]
    return said if last[0] and _MORE.match(said) and all(one in said for one in wanted.foci) else ""


def _clauses_of_head(wanted: Wanted, text: str) -> str:
    """The clauses that say the last telling word of the topic: the road of one thing is not that of the next."""
    heads = [term.word for term in wanted.topic if term.weight == FULL][-1:]
    return "，".join(one for one in _PAUSE.split(text) if all(explained(head, one) for head in heads))


def _explained_word(text: str) -> str:
    """What stands before a definition: a word in it is not the one that it explains."""
    return text.partition("指")[0]


def _verbatim(quoted: Sequence[str], text: str, heading: str) -> float:
    """1 where a question's words in quotation marks stand in a text or its heading, -1 where none does."""
    if not quoted:
        return 0.0
    return 1.0 if any(one in text or one in heading for one in quoted) else -1.0


def _share(weights: Sequence[float], said: Sequence[float]) -> float:
    """The weighted mean; 1 where no word is weighed, for a question of the report as a whole."""
    total = sum(weights)
    return sum(w * s for w, s in zip(weights, said, strict=True)) / total if total else 1.0
