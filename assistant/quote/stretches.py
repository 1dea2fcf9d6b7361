"""The sentences of a passage that may be quoted together, and those of them that have the kind of thing that is wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.quote.bearings import tells_bearings
from assistant.quote.items import BRACKET, ITEM, headed, is_heading
from assistant.quote.thing import DONE_ASKED, tells_in_time, tells_of, tells_of_thing
from assistant.quote.wanted import Wanted
from assistant.quote.whom import answers_for
from assistant.words import accounts
from assistant.words.cedict import names_only
from assistant.words.demands import demanded, meets
from assistant.words.kinds import admits, tells_problems
from assistant.words.likeness import AKIN, SHORT, alike
from assistant.words.roles import deed, done_to, role, says, told_to_whom
from assistant.words.terms import ALIKE, FULL, LIGHT, explained, part_of_speech
from corpus.report import Passage
from corpus.sentences import Span, pieces, trimmed
from index.search import Evidence

LONGEST = 2  # sentences in one stretch
BEHIND = 0.25
"""How much less of the topic than another text one that answers may say."""
_CHARGED = re.compile(BRACKET.pattern + "$")
"""Who is charged with what the sentence before says."""
_HAN = re.compile("[一-鿿]")
_TITLES = re.compile("《[^》]*》")
_HOW = re.compile("(?:怎么|如何|怎样|咋)(?![样?？。了呢]|$)")
_PAUSE = re.compile("[，,；;。]")
_WITHIN = re.compile("[一-鿿]{2,}?(?:里面?|当中|之中|(?<!其)中)[，,]")
"""Among what something is: a heading far above may say so."""
_CLAUSES, _WANTING = re.compile("[。；;]"), re.compile("困难|缺|不足|短缺|有限|薄弱|老化|滞后|不[强高够]")
_WHETHER_DONE = re.compile("了(?:吗|么|没有?)[？?。]*$")
"""公开指南更新了吗: what was brought up to date is told only where it is named."""
_SIDE = re.compile("[^，,。；;\\d]{2,12}方面。")
_ENDS_HEADING = re.compile(rf"[^。]*[：:]{ITEM.pattern}[^，,。；;：:]{{2,25}}。")
"""What ends in the heading of the first of several: 整改落实情况：一是治理取得初步成效。"""
_NEW_ASKED = re.compile("(?:什么|哪些|哪几[个项]|何|啥)[^，,。？?]{0,3}创新|创新(?:了|过)?(?:哪些|什么|啥)")
NEW = re.compile(
    "创新(?!理论|驱动|型|试点|中心|创业|人才|工作思路|发展)|首创|率先|首[个次批]|探索|(?<![、等])新(?:模式|机制|方法|举措)"
)
_CONTENTS = re.compile(
    r"(?:本|年度|全文)?(?:报告|文).{0,12}(?:包括|包含|分为?|共|由)(?:.{0,120}|[^。]{0,40}、[^。]{0,160})(?:部分|方面|事项)|现将.{0,40}(?:报告|公布|通报|总结|汇报)如下|"
    r"^(?:编制部门|填报单位|单位|注)[:：](?![^。]*(?:无|没有))|^(?:各位|尊敬的)[^，,。]{1,8}[：:！!]$|请予?审议|"
    r"^[^，,]{0,8}(?:重点)?(?:做好|抓好|从)[^，,。]{1,5}(?:个)?方面(?:的)?(?:工作|着手|入手)?[：:。]?$"
)
"""What only announces, introduces or addresses: no answer."""
_DEFINITION = re.compile(r"(?:是指|指|是|系)(?!导|标|数|挥|出|否)")
"""How a glossary's paragraph begins, below the word that it explains."""
_NAMED = frozenset({"两岸", "海峡"})
"""Names of places that the dictionary has for something else."""
_TITLE_LINE = re.compile(r"[—–-]+\s*\d{4}年")
"""The line below a speech's title, which says when and where it was held."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some sentences of a passage: the characters from start to end of its text."""

    evidence: Evidence
    passage: Passage
    start: int
    end: int
    count: int
    near: tuple[float, ...] = (0.0, 0.0)
    """The cosine of its nearest sentence with what is measured, and with the question as it was asked."""

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


def stretches(wanted: Wanted, evidence: Sequence[Evidence]) -> list[Stretch]:
    """Given what is wanted and passages, return every stretch that has the kind of thing wanted."""
    there = every(evidence)
    found = [
        one
        for one in there
        if wanted.given(one.text, one.passage.section)
        and _gives(wanted, one)
        and not _CONTENTS.search(one.text)
        and (_dated(wanted) or not _TITLE_LINE.match(one.text))
        and (wanted.named("meaning") or _named_above(wanted, one) or not _DEFINITION.match(one.text))
        and not (wanted.ahead and not wanted.kinds and tells_problems(own_heading(one)))
        and wanted.lists(one.text)
        and _coded(wanted, one)
        and _of_what_changed(wanted, one)
        and _of_part(wanted, one)
        and _names_said(wanted, one)
        and _as_demanded(wanted, one)
        and _wanting_is_why(wanted, one)
        and _tells(wanted, one)
        and tells_of_thing(wanted, one.text, " ".join(one.passage.section))
        and tells_in_time(wanted, one.text, one.passage.section)
        and answers_for(wanted, one.text, " ".join(one.passage.section))
        and _beyond_titles(wanted, one)
        and _new_of_it(wanted, one)
        and tells_bearings(wanted, one.text)
        and all(_speaks_of(item, one) for item in wanted.items)
    ]
    return _on_the_thing(wanted, found, there) if _apart(wanted) else found


def _apart(wanted: Wanted) -> bool:
    """Whether a question asks of a thing what a text on that thing may well not say: why it is, on which conditions."""
    return demanded(wanted.question) != "" or any(map(wanted.named, ("why", "aim", "purpose", "use")))


def _on_the_thing(wanted: Wanted, found: Sequence[Stretch], there: Sequence[Stretch]) -> list[Stretch]:
    """Those of the stretches found that say not much less of the topic than any other text does: where the text on the thing
    gives no reason, that of another thing is none."""
    said = {id(one): _share(wanted, one) for one in there}
    most = max(said.values(), default=0.0)
    return [one for one in found if said[id(one)] >= most - BEHIND]


def _wanting_is_why(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch that stands among the problems, and gives no reason in so many words, says in one clause what is
    wanting for the thing of which it is asked why: that its money is hard to raise, and not only that it is slow."""
    why = [kind for kind in wanted.kinds if kind.name == "why"]
    if not why or any(kind.given(one.text) for kind in why):
        return True
    things = [term.word for term in wanted.topic if term.weight >= FULL]
    clauses = (said for said in _CLAUSES.split(one.text) if _WANTING.search(said))
    return any(all(alike(thing, said) >= AKIN for thing in things) for said in clauses)


def _share(wanted: Wanted, one: Stretch) -> float:
    """How much of the topic a stretch says, or what stands above it."""
    told, asked = _with_headings(one), demanded(wanted.question)
    things = [term for term in wanted.topic if term.word not in asked]
    total = sum(term.weight for term in things)
    return sum(term.weight * alike(term.word, told) for term in things) / total if total else 0.0


def _as_demanded(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch says what is demanded of the thing asked about where it tells of that, or after: not before."""
    if one.count == 1 or not demanded(wanted.question):
        return True
    return meets(wanted.question, one.text[one.text.find(telling_most(wanted, one)) :])


def every(evidence: Sequence[Evidence]) -> list[Stretch]:
    """Given passages, return every stretch of them."""
    made = []
    for one in evidence:
        passage = one.item
        assert isinstance(passage, Passage)
        spans, near = _with_brackets(passage.text, one.sentences)
        for first in range(len(spans)):
            for last in range(first, min(first + LONGEST, len(spans))):
                if last == first and _opens_item(passage.text, spans, first):
                    continue
                if last > first and _next_item(passage.text, spans[last - 1], spans[last]):
                    break
                if last > first and _heads_next(passage.text, spans, last):
                    break
                nearest = tuple(map(max, *near[first : last + 1], near[first]))
                made.append(Stretch(one, passage, spans[first][0], spans[last][1], last - first + 1, nearest))
    return made


def _with_brackets(
    text: str, sentences: Sequence[tuple[float, ...]]
) -> tuple[tuple[Span, ...], Sequence[tuple[float, ...]]]:
    """The sentences of a text and how near each lies, what stands in brackets between two of them with the one before,
    of which it is said: ….（责任处室：法规处）（四）…."""
    spans: list[Span] = []
    near: list[tuple[float, ...]] = []
    found = pieces(text)
    for (start, end), cosines in zip(found, sentences or ((0.0, 0.0),) * len(found), strict=True):
        if spans and (bracket := BRACKET.match(text, start, end)):
            spans[-1] = (spans[-1][0], trimmed(text, bracket.span())[1])
            start = bracket.end()
        if start < end:
            spans.append((start, end))
            near.append(cosines)
    return tuple(spans), near


def _next_item(text: str, one: Span, following: Span) -> bool:
    """Whether a sentence is the heading of an item that does not belong with the sentence before it."""
    item = headed(text, following)
    return item is not None and item[0] == following[0] and not text[slice(*one)].endswith(("：", ":"))


def _heads_next(text: str, spans: Sequence[Span], place: int) -> bool:
    """Whether a sentence is only the heading of what follows it: 粮食安全方面。"""
    said = text[slice(*spans[place])]
    return _SIDE.fullmatch(said) is not None or is_heading(said) or _opens_item(text, spans, place)


def _opens_item(text: str, spans: Sequence[Span], place: int) -> bool:
    """Whether a sentence ends in the heading of an item, and what comes after it tells what it is of: the next item does not."""
    said = text[slice(*spans[place])]
    following = text[slice(*spans[place + 1])] if place + 1 < len(spans) else ""
    return _ENDS_HEADING.fullmatch(said) is not None and ITEM.match(following) is None and not admits(said)


def _gives(wanted: Wanted, one: Stretch) -> bool:
    """Whether of two sentences the one that says more of the topic has the kind of thing wanted itself, where that
    is said in one sentence, or opens the list of it."""
    if one.count == 1 or len(wanted.kinds) != 1 or not wanted.kinds[0].single:
        return True
    if not wanted.many:
        charged = _CHARGED.search(one.text)  # with all the sentences of the item before it
        return charged is not None and wanted.given(charged.group(), one.passage.section)
    return one.text.endswith(("：", ":")) or wanted.given(telling_most(wanted, one), one.passage.section)


def telling_most(wanted: Wanted, one: Stretch) -> str:
    """Given what is wanted and a stretch, return its sentence that says most of the topic, with what it is the heading of,
    and who is charged with all of it."""
    charged = _CHARGED.search(one.text)
    spans, _ = _with_brackets(one.text[: charged.start()] if charged else one.text, ())
    texts = [one.text[slice(*span)] for span in spans]
    most = max(texts, key=lambda text: sum(term.weight * alike(term.word, text) for term in wanted.topic))
    if one.text.startswith(most) and is_heading(most):
        return one.text  # 二是截污稳步实施。由甲公司建设…
    return most + charged.group() if charged else most


def _named_above(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch stands under what a question names in quotation marks: a glossary's word."""
    return any(word in own_heading(one) for word in wanted.quoted)


def _dated(wanted: Wanted) -> bool:
    return any(wanted.named(name) for name in ("day", "when", "where", "who", "person"))


def _speaks_of(item: str, one: Stretch) -> bool:
    before, headings = one.passage.text[: one.start], " ".join(one.passage.section)
    return accounts.speaks_of(item, one.text, before, headings)


def _tells(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch, or what stands above it, tells of the one thing asked of by more than a character that it shares
    with it, unless both are verbs: 守住 is 守牢, but 摘牌 is no 品牌."""
    words = [term for term in wanted.topic if term.weight > LIGHT]
    told = _with_headings(one)
    if DONE_ASKED.search(wanted.question) or _WHETHER_DONE.search(wanted.question):
        where = _WITHIN.search(wanted.question)  # 民生实事里，农村饮水方面做了什么
        within = where.group() if where else ""
        sides = (term for term in words if term.weight >= FULL and term.word not in within)
        return all(
            tells_of(side, told) for side in sides
        )  # 在广告监管上做了哪些工作: of each side that is named
    if len(words) != 1 or words[0].weight < FULL or any(kind.contact for kind in wanted.kinds):
        return True
    return not _HAN.search(words[0].word) or tells_of(words[0], told)


def _with_headings(one: Stretch) -> str:
    """A stretch's text with the headings that it stands under."""
    return " ".join((one.text, *one.passage.section, one.passage.citation.title))


def _beyond_titles(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch, or a heading above it, says what a question of how it is done is about, and not only titles of
    documents do: 发放《电梯安全使用常识》 tells nothing of how 电梯 are looked after."""
    bare = _TITLES.sub(" ", one.text)
    if bare == one.text or not _HOW.search(wanted.question):
        return True
    said = " ".join((bare, *one.passage.section))
    return all(
        explained(term.word, said) >= ALIKE or explained(term.word, one.text) < ALIKE
        for term in wanted.topic
        if term.weight >= FULL
    )


def _new_of_it(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch says of the thing asked about, in one breath or in the heading above it, what is new of it:
    of 执法有什么创新, 创新工作思路，悬挂标语 is none, though 执法 stands at its end."""
    if not _NEW_ASKED.search(wanted.question):
        return True
    things = [term.word for term in wanted.topic if term.weight >= FULL and not NEW.search(term.word)]
    above = " ".join(one.passage.section)
    if NEW.search(own_heading(one)) and all(explained(thing, own_heading(one)) >= ALIKE for thing in things):
        return True
    clauses = _PAUSE.split(one.text)
    near = (
        " ".join((*clauses[max(n - 1, 0) : n + 2], above))
        for n, said in enumerate(clauses)
        if NEW.search(said)
    )
    return any(all(alike(thing, said) >= AKIN for thing in things) for said in near)


def _coded(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch, or what stands above it, has the codes that a question names: M102."""
    said = re.sub(r"\s", "", "".join((one.text, *one.passage.section))).lower()
    return all(code in said for code in wanted.codes)


def _of_what_changed(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch names that of which it is asked what it was made: 把宣教科改成什么 is not told of another."""
    return all(explained(word, one.text) >= ALIKE for word in wanted.made)


def _of_part(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch, or a heading above it, says the part in a thing of which it is asked who has it (冠军是哪个队), or the deed
    of which it is asked to whom it was done (培训了谁)."""
    part, done = role(wanted.question), done_to(wanted.question)
    if done and not told_to_whom(done, one.text):
        return False
    if alike(doing := deed(wanted.question), " ".join((one.text, own_heading(one)))) < AKIN and doing:
        return False  # 谁来监督: another deed has another doer
    return not part or says(part, _with_headings(one))


def _names_said(wanted: Wanted, one: Stretch) -> bool:
    """Whether a stretch, or what stands above it, says the places and bodies that a question names, which nothing else is called
    by: what came of 交流 is not what came of 两岸交流."""
    told = f"{_with_headings(one)} {one.passage.citation.issuer}"
    names = (term.word for term in wanted.topic if len(term.word) > 1 and _is_name(term.word))
    return all(alike(word, told) >= SHORT for word in names)


def _is_name(word: str) -> bool:
    return word in _NAMED or (part_of_speech(word) in ("ns", "nt") and names_only(word))


def own_heading(one: Stretch) -> str:
    """Given a stretch, return the heading right above it, or nothing."""
    return one.passage.section[-1] if one.passage.section else ""
