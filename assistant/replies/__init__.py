"""The wording of every reply, in the language of the question. No digit stands here: they come in as text."""

from __future__ import annotations

from assistant.replies.english import English
from assistant.replies.simplified import Simplified
from assistant.replies.traditional import Traditional
from assistant.replies.wording import Wording
from assistant.reply import Language

_ALL: dict[Language, Wording] = {"zh-Hans": Simplified(), "zh-Hant": Traditional(), "en": English()}


def wording(language: Language) -> Wording:
    """Given a language, return its wording."""
    return _ALL[language]
