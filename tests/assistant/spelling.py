"""A measure with all its slips put right, as a second reading has it."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.retry.respell import corrections
from assistant.understand.typing_errors import put_right


def respelt(measure: str, labels: Iterable[str]) -> str:
    return put_right(measure, corrections(measure, labels))
