"""A Chinese question in the words that understanding reads. Each step reads what the one before has written:

years in full -> what is claimed -> how the answer is to be given -> what is worked out, in usual words -> which of two, a share of another year's,
certain places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.query import Claim, Held, Places
from assistant.understand.claimed import claimed
from assistant.understand.comparing import most_grown, which_more, with_than
from assistant.understand.manner import plainly
from assistant.understand.places import placed
from assistant.understand.referring import as_multiple, written_out
from assistant.understand.short_years import with_years
from assistant.understand.spoken_budget import as_accounts_say
from assistant.understand.spoken_of import dated
from assistant.understand.worked_out import in_usual_words


@dataclass(frozen=True, slots=True)
class Reworded:
    """The question's text, and what was taken out of its words; the fields are named as those of a Query."""

    text: str
    places: int | None
    greater: bool
    in_percent: bool
    places_wanted: Places | None
    claim: Claim | None


def reworded(text: str, held: Sequence[Held], today: date, after: Sequence[int] = ()) -> Reworded:
    """Given a question in simplified Chinese, the reports held, the day and the years spoken of before, return it reworded."""
    in_full = dated(with_years(written_out(text), held, today, after), after)
    asked, claim = claimed(in_full)
    plain, places = plainly(asked)
    plain, greater = which_more(with_than(most_grown(in_usual_words(as_accounts_say(plain)))))
    plain, in_percent = as_multiple(plain)
    plain, places_wanted = placed(plain)
    return Reworded(plain, places, greater, in_percent, places_wanted, claim)
