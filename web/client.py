"""A client of the plain API for programs in Python:

from web.client import Nianbao

nianbao = Nianbao("https://nianbao.example.gov.cn")
answer = nianbao.ask("2019年行政许可多少件？")
print(answer.text, answer.citations[0].url)
follow_up = nianbao.ask("那2018年呢？", conversation=answer.conversation)
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

import httpx

from assistant.reply import Language
from web.schema import AnswerOut, HeldOut, ReportsOut


class NianbaoError(Exception):
    """The service did not answer. `status` is the HTTP status, or 0 where it was not reached at all; the text
    is what it said, for people."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


class Nianbao:
    """The service at an address. Safe to share between threads; `with` closes its connections at the end."""

    def __init__(self, address: str, *, timeout: float = 30.0) -> None:
        self._http = httpx.Client(base_url=address, timeout=timeout)

    def ask(
        self,
        question: str,
        *,
        conversation: str | None = None,
        issuer: str | None = None,
        year: int | None = None,
        report: str | None = None,
        language: Language | None = None,
    ) -> AnswerOut:
        """Given a question, the conversation it follows up and what narrows it, return its answer.

        Look at `status` before using `figures`: only an "answered" one has them. Raises NianbaoError.
        """
        asked = {
            "question": question,
            "conversation": conversation,
            "issuer": issuer,
            "year": year,
            "report": report,
            "language": language,
        }
        return AnswerOut.model_validate(self._call("POST", "/api/ask", json=asked))

    def reports(self) -> list[HeldOut]:
        """Return the reports that are held. Raises NianbaoError."""
        return ReportsOut.model_validate(self._call("GET", "/api/reports")).reports

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _call(self, method: str, path: str, **given: Any) -> Any:
        try:
            answer = self._http.request(method, path, **given)
        except httpx.HTTPError as error:
            raise NianbaoError(0, str(error)) from error
        try:
            told = answer.json()
        except ValueError:
            raise NianbaoError(answer.status_code, answer.reason_phrase) from None
        if answer.is_error:
            detail = told.get("detail") if isinstance(told, dict) else None
            raise NianbaoError(answer.status_code, str(detail or answer.reason_phrase))
        return told
