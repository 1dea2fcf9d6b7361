"""The several things that one English question names: measures side by side, two asked in turn, a part and its whole."""

from __future__ import annotations

import re

from assistant.understand.english_terms import ARTICLES, TOKEN, known, render, verbs_of
from assistant.understand.periods import MARK

_HANDLED = re.compile(r"\b(?:handled|handles|dealt with|processed|decided|answered|completed)\b")
_ASKS = re.compile(r"\b(?:how|what|which|who|where|when|why|did|does|was|were|is|are)\b")
_JOINED = re.compile(r"\band\b|,|\bversus\b|\bvs\b|\bor\b|\bthan\b|\bexceed(?:s|ed)?\b")
_TIMES, _AS = (
    re.compile(r"\bhow many times (?:as|more|higher|larger|greater)\b"),
    re.compile(r"\b(?:as|than)\b"),
)
"""How many times as high was one as the other."""
_OWNER = re.compile(
    r"\b(?:is|was|were|are|the) (?:the )?(?P<thing>[\w' -]+?) of (?:the )?(?P<owner>[^,]+?)(?: (?:higher|lower|more|less|greater|larger|bigger|smaller|above))?$"
)
_ITS, _THAT_OF = re.compile(r"(?:its|their) (?:own )?"), re.compile(r"(?:that|those) of (?:the )?")
"""Whose the first of two things compared is."""
_ITSELF = re.compile(
    r"\b(?:figures?|levels?|amounts?|ones?|results?|values?|baselines?|volumes?|tall(?:y|ies)|reports?|previous|earlier|former|last)\b"
)
"""What names again, in another year, the thing compared."""
_PLAN = re.compile(
    r"(?:was |were |had been )?(?:originally )?(?:planned|expected|targeted|forecast|budgeted)\b"
)
_HOW_MANY = re.compile(r"(?:\band |,)?\s*\bhow (?:many|much)\b")


def several(rest: str, money: bool) -> tuple[str, ...]:
    """Given the measure of an English question and whether it asks for money, return the Chinese of each measure of
    "licences and penalties", or () where it is one: what a clause before the question says (after the reform, how
    many …) belongs to all of it, and to both of two things compared (of the budget, how much more goes to …)."""
    asks = _ASKS.search(rest)
    before = render(rest[: asks.start()])[1] if asks else ""
    if asks and before:
        if " than " not in rest or re.search("[a-z]", before):
            return ()
        rest = rest[asks.start() :]
    joined = _AS if _TIMES.search(rest) else _JOINED
    pieces = [render(piece, money=money) for piece in joined.split(_owned(rest))]
    said = [chinese for _, chinese in pieces if chinese]
    compared = " than " in rest and len(said) == 2
    least = 2 if compared else 3
    whole = all(
        not re.search("[a-z]", chinese) and len(chinese.replace(" ", "")) >= least for chinese in said
    )
    if compared and (headed := _headed(said)):
        said, whole = headed, True
    if not compared and set(" ".join(said).split()) != set(render(rest, money=money)[1].split()):
        return ()  # "and" stands within a term: urban and rural communities
    if any(one != other and set(one.split()) <= set(other.split()) for one in said for other in said):
        return ()  # and here between two parts of one thing: back streets and alleys
    if len(set(said)) < 2 or not whole or not (compared or _in_one_glance(rest)):
        return ()
    both = _done_to_both(said) if compared else said
    return tuple(dict.fromkeys(f"{before} {one}".strip() for one in both))


def than_another(rest: str, money: bool) -> tuple[str, ...]:
    """Given the measure of an English question for a difference and whether it asks for money, return the Chinese, as far
    as it was understood, of a thing and of another that it is compared with by its name; () where "than" compares a
    thing with itself, in another year or elsewhere."""
    one, than, other = rest.partition(" than ")
    said = [render(piece, money=money)[1] for piece in (one, _ITSELF.sub(" ", other))]
    acts = verbs_of(said[1])
    own = [word for word in said[1].split() if word not in acts and word not in said[0].split()]
    if than and said[0] and not own and _PLAN.match(other):
        return said[0], "目标"
    return tuple(said) if than and said[0] and own else ()


def _owned(rest: str) -> str:
    """A comparison in which the second thing is told by the first (the rate of the hotline than its cost, than that of the
    letters), with what it leaves out."""
    one, than, other = rest.partition(" than ")
    owner = _OWNER.search(one)
    if not (than and owner):
        return rest
    if _ITS.match(other):
        return f"{one}{than}{_ITS.sub('', other)} of {owner['owner']}"
    return f"{one}{than}{owner['thing']} of {_THAT_OF.sub('', other)}" if _THAT_OF.match(other) else rest


def asked_twice(rest: str, money: bool) -> tuple[str, ...]:
    """Given the measure of an English question and whether it asks for money, return the Chinese of each of the two things
    that it asks in turn (how many came online and how many by letter), both of the whole that it names first; () where
    it asks once, or where anything was not understood."""
    pieces = _HOW_MANY.split(rest)
    if len(pieces) != 3:
        return ()
    head = render(pieces[0].replace(MARK, " "))[1].split()
    first, second = (render(piece, money=money)[1].split() for piece in pieces[1:])
    if len(first) > 1 and not head and len(second) == 1:
        head, first = first[:-1], first[-1:]
    said = tuple(" ".join(dict.fromkeys((*head, *own))) for own in (first, second))
    read = first and second and first != second and not re.search("[a-z]", " ".join(said))
    return said if read else ()


def _headed(said: list[str]) -> list[str]:
    """Two things compared, the second with what it shares with the first: procurement of works than of services."""
    if len(said[1]) > 2 or " " not in said[0]:
        return []
    shared, _, _own = said[0].rpartition(" ")
    return [said[0], f"{shared} {said[1]}"]


def _done_to_both(said: list[str]) -> list[str]:
    """Two things compared, each with what is done to both, which English says once, after the second: more companies
    than cooperatives were newly registered."""
    acts = [word for one in said for word in verbs_of(one) if word != one]  # 服务 alone is a thing
    return [" ".join(dict.fromkeys((*acts, *one.split()))) for one in said]


def _in_one_glance(rest: str) -> bool:
    """Whether "and" joins two measures, and is no part of one glossary term (complaints and reports)."""
    joined = render(rest)[1].split()
    return len(joined) >= 2 and not re.search(
        r"\band (?:report|tip-off|running|operat|employment|visit|export)", rest
    )


def share_of(rest: str) -> tuple[str, str]:
    """Given the measure of a question for a share, return the part and the whole of "what share of X were Y" and "Y as
    a share of X"."""
    of = re.search(
        r"(?:share|proportion|portion|percentage|percent|fraction|part|%) of (?:all |the |total )*(.+?)\s+(?:was|were|is|are|could|can|will|would|came|come|that|which|had|has|have|did|ended|resulted|led|goes to|go to|went to|goes on|went on|goes|go|went|involved?|concern(?:ed)?|related to|relate to|dealt with|consisted of)\b\s*(.*)$",
        rest,
    )
    if of and _KIND.fullmatch(kind := _NO_WORD.sub("", of.group(2))):
        return f"{kind} {_NO_WORD.sub('', of.group(1))}", ""
    if of:
        return of.group(2), of.group(1)
    trailing = re.search(
        r"^(.*?)\b(?:as a |account(?:ed|s)? for |make up |made up |represent)\b.*?(?:share|proportion|percentage|percent|fraction)?(?: of (.*))?$",
        rest,
    )
    if trailing:
        return trailing.group(1), trailing.group(2) or ""
    simple = re.search(
        r"(?:share|proportion|percentage|ratio) of (.+?)(?: (?:in|among|out of|to) (.+))?$", rest
    )
    return (simple.group(1), simple.group(2) or "") if simple else (rest, "")


_KIND = re.compile("(?:private|public|foreign|rural|urban|industrial|green|clean|renewable|high-tech)")
_NO_WORD = re.compile(rf"\s*(?:\b(?:in|of|for|at)\b\s*)?[{MARK}?.!,]+\s*(?:\bin\b\s*)?|'s\b|\s+$")
"""What was so much of the whole, by its kind alone: what share of investment was private."""
_COMPARED = re.compile(
    rf"\b(?:share|proportion|percentage) of (?:all |the |total )*(?P<part>.+?) (?:in|among|amongst|out of|of) (?:all |the |total )*(?P<whole>[a-z].+?)"
    rf"(?=\s*(?:\b(?:higher|lower|greater|larger|bigger|smaller|above|below|in|for|at|than|of)\b|[,?{MARK}]|$))"
)


def compared_shares(rest: str) -> tuple[str, str] | None:
    """Given the words of a question that sets shares against each other, return the part and the whole that it names of each:
    how much higher was the share of A among B; None where it names no whole."""
    found = _COMPARED.search(rest)
    return (found["part"], found["whole"]) if found else None


def named_share(rest: str) -> str:
    """Given the measure of a question for a share, return the Chinese of a share that has a name of its own (the share of
    green power is 绿色电力占比), or ""."""
    found = re.search(r"\b(?:share|proportion|percentage) of\b", rest)
    words = TOKEN.findall(rest[found.start() :].replace("-", " ")) if found else []
    named = known([word for word in words if word not in ARTICLES])[1] if words else ""
    return render(rest)[1] if named.endswith(("占比", "比例", "比重", "率")) else ""


def dealt_with(whole: str) -> str:
    """Given a whole in English, return its Chinese: requests handled, of which the outcomes are parts, are those dealt
    with."""
    chinese = render(whole)[1]
    if chinese == "预算":
        return "支出预算"
    return chinese.replace("受理", "办理") if _HANDLED.search(whole) else chinese
