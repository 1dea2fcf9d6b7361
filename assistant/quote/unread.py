"""The words of an English question that the glossary has no Chinese for: a text must say them all the same, as a dictionary
has it."""

from __future__ import annotations

import re

from assistant.quote.wanted import Wanted
from assistant.understand.dictionary import says
from assistant.words.likeness import alike
from assistant.words.terms import AKIN, FULL

_WORD = re.compile(r"(?<![A-Za-z])[a-z]{3,}")
_HAN = re.compile("[一-鿿]")
_ASKED = re.compile(
    r"\b(?:which|what)\s+(?:[a-z'’-]+\s+){0,3}?(?P<head>[a-z'’-]+)\s+"
    r"(?:do|does|did|is|are|was|were|will|has|have|had|can|could|would|should|shall|may|might|in|on|at|of|for|from|by|with|that)\b"
)
"""What a question asks for by its name: which three cultural *belts* are being built."""
_OF = re.compile(
    r"\b(?:plans?|planned|planning|do|did|done|doing|say|says|said|measures?|steps?|problems?|progress|polic(?:y|ies))\s+"
    r"(?:for|about|on|against|with|regarding|towards?)\s+(?:[a-z'’-]+\s+){0,3}?(?P<head>[a-z'’-]+)"
    r"(?=\s+(?:in|on|at|of|for|by|under|during|along)\b|\s*[?,.;]|\s*$)"
)
"""What it asks the plans for, or what was done about."""
_GENERAL = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|next|last|more|most|less|least|many|"
    r"much|very|fully|long|short|big|large|small|good|well|hard|keep|keeps|kept|rely|relies|relied|turn|turned|"
    r"make|made|take|took|get|got|give|gave|call|called|act|acts|acted|use|used|try|tried|help|helped|happen|"
    r"happened|tell|say|said|want|wants|wanted|need|needs|instance|example|kind|kinds|sort|sorts|way|ways|thing|"
    r"things|new|old|own|same|other|others|every|each|both|such|promise|promised|eye|hand|whether|ever|yet|also|"
    r"even|only|just"
)
"""Words that name nothing: numbers, and what anyone does."""


def says_unread(wanted: Wanted, text: str, above: str) -> bool:
    """Given what is wanted, a text and the headings above it, return whether the text says enough of what an English question
    names in words that have no Chinese yet: the very thing it asks for, and of the rest no fewer than it leaves out."""
    if not wanted.unread:
        return True
    told = f"{text} {above}"
    words = [one for one in dict.fromkeys(_WORD.findall(wanted.measure)) if not _GENERAL.fullmatch(one)]
    untold = [one for one in words if not says(told, one)]
    asked = {found["head"] for form in (_ASKED, _OF) for found in form.finditer(wanted.question.lower())}
    topic = [term for term in wanted.topic if term.weight >= FULL and _HAN.search(term.word)]
    others = sum(alike(term.word, told) >= AKIN for term in topic)
    told_too = len(words) - len(untold)
    enough = len(untold) < others + told_too or (told_too > 0 and len(untold) == others + told_too)
    return not untold or (enough and not asked.intersection(untold))
