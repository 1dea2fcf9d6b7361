"""Figures of another span than is asked for: of many years, since a year long past, or of all there is where only what is new
is asked for."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.match.asked import Asked
from assistant.understand.units import UNIT, expected
from assistant.words.alike import COUNTS
from assistant.words.labels import full_name
from assistant.words.terms import FULL, explained, terms
from corpus.language.grammar import COMPARISON, has_verb
from corpus.language.numerals import han
from corpus.report import Figure, Label
from corpus.units import thing

_FOR_YEARS = re.compile(r"连续(?:[\d一二两三四五六七八九十]+|多)年(?:稳定|保持|超|突破)")
_ASKS_FOR_YEARS = re.compile("连续|稳定|保持|多年|历年")
_SINCE = re.compile(rf"[比较](?:20\d\d年[末底]?|“?十[一二三四]五”?(?:时期|末|初)?)(?:同期)?(?:{COMPARISON})$")
_ASKS_CHANGE = re.compile("增|涨|升|提高|减|降|回落|变|[多少高低快慢](?![少])(?:了|出|多少|几)|翻")
_NEW = re.compile(
    "新增(?!长|量|值|率|贷款|投资|债|长率|专项|地方|社会|收入)|新认定|新获批|新培育|新设|新注册|净增"
)
_TELLS_NEW = re.compile(
    "(?<![高创革更翻清])新(?!能源|技术|材料|兴|型|质|媒体|区|城|时代|产业|业态|模式|动能|赛道|疆|农村|生|闻|药|三)|净增|增(?!加值)|添"
)
_STANDS = re.compile("总[数量]$|数量$|存量$|保有量$")
_AGO = re.compile("(?:[一二两三四五六七八九十]|\\d{1,2})年(?:之|以)?前(?!景|往)")
_TURN = re.compile(r"第(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,4})(?P<kind>[届次批期轮])")
_COUNTED = re.compile(rf"(?:多少|几)(?:{UNIT})的?(?P<thing>[一-鿿“”]{{2,12}})(?=[？?。!！ ]|$)")


def of_another_span(asked: Asked, label: Label, figure: Figure) -> bool:
    """Given what is asked, a label and its figure, return whether it is told of many years, or since one long past, where the
    question says nothing of the kind, or of all there is where it is for what is new, or counts another thing than the one
    that the question counts in a unit of its own."""
    name = label.phrase
    if not name:
        return False
    if _FOR_YEARS.search(name) and not _ASKS_FOR_YEARS.search(asked.text):
        return True
    if _SINCE.search(name) and not _ASKS_CHANGE.search(asked.text):
        return True
    if _of_another_turn(asked.text, name):
        return True
    return _of_all(asked, name) or _counts_another(asked, label, figure)


def _of_another_turn(text: str, name: str) -> bool:
    """Whether a question and a name speak of different turns of what is held again and again: 第9届, 第15届."""
    wanted, own = _turns(text), _turns(name)
    return any(kind == other for kind, _ in wanted for other, _ in own) and not wanted & own


def _turns(text: str) -> set[tuple[str, Decimal]]:
    found = ((one["kind"], one["number"]) for one in _TURN.finditer(text))
    return {(kind, number) for kind, written in found if (number := _number(written)) is not None}


def _number(written: str) -> Decimal | None:
    return Decimal(written) if written.isdecimal() else han(written)


def _of_all(asked: Asked, name: str) -> bool:
    """Whether a name is of how many there are, and the question for how many are new."""
    if not _NEW.search(asked.measure) or _TELLS_NEW.search(name):
        return False
    return _STANDS.search(name) is not None or not has_verb(name)


def _counts_another(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether the question counts a thing (多少项重大技术), and the figure in another unit something that is not called so."""
    counted, wanted = _COUNTED.search(asked.text), expected(asked.text)
    if counted is None or wanted is None or figure.unit is None:
        return False
    units = {thing(wanted), thing(figure.unit)}
    if len(units) < 2 or not units <= COUNTS:
        return False
    words = [term for term in terms(counted["thing"]) if term.weight == FULL and not term.acts]
    return bool(words) and not explained(words[-1].word, full_name(label))


def asks_long_ago(text: str) -> int:
    """Given a question in simplified Chinese, return how many years ago it asks of; 0 where it says nothing of the kind."""
    said = _AGO.search(text)
    if said is None:
        return 0
    digits = re.match(r"\d+", said.group())
    return (
        int(digits.group())
        if digits
        else "一二三四五六七八九十".find(said.group()[0].replace("两", "二")) + 1
    )
