"""An answerer that takes its time, served with the real channels: `python -m tests.web.wechat.standin PORT FILE`.

FILE is JSON: data, accounts, within, workers, slowest (seconds), slow (share of questions that take long).
Each question's beginning and end is a line in `asked.log`, so that a test sees what was computed how often.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI

from assistant.reply import Answer, Language
from index.catalogue import open_engine, sqlite
from web.wechat.account import Account
from web.wechat.channels import channels


class StandIn:
    """Answers `question` with "答复：question" after a time that is the question's own."""

    def __init__(self, log: Path, slowest: float, slow: float) -> None:
        self._log, self._slowest, self._slow = log, slowest, slow

    def ask(self, question: str, *, conversation: str | None = None, channel: str = "") -> Answer:  # noqa: ARG002
        self._note("begin", question)
        time.sleep(delay(question, self._slowest, self._slow))
        self._note("end", question)
        return Answer("answered", f"答复：{question}", "zh-Hans", conversation=conversation or "c")

    def examples(self, language: Language = "zh-Hans") -> tuple[str, ...]:  # noqa: ARG002
        return ("某局2019年行政许可多少件？",)

    def _note(self, what: str, question: str) -> None:
        line = json.dumps({"what": what, "question": question, "by": os.getpid()}) + "\n"
        with self._log.open("a") as log:  # one short write: whole, whichever process comes between
            log.write(line)


def delay(question: str, slowest: float, slow: float) -> float:
    """Given a question, return how many seconds its answer takes: none, or up to `slowest`."""
    drawn = hashlib.sha256(question.encode("utf-8", "surrogatepass")).digest()
    return drawn[1] / 255 * slowest if drawn[0] / 256 < slow else drawn[1] / 255 * 0.02


def application(given: dict[str, Any]) -> FastAPI:
    """Given the file's content, return the application."""
    data = Path(given["data"])
    standin = StandIn(data / "asked.log", given["slowest"], given["slow"])
    app = FastAPI()
    app.include_router(
        channels(
            [Account(**one) for one in given["accounts"]],
            lambda _: standin,
            open_engine(sqlite(data / "channels.sqlite")),
            portal="https://portal.example.cn",
            within=given["within"],
            workers=given["workers"],
        )
    )
    return app


if __name__ == "__main__":
    port, file = sys.argv[1:]
    uvicorn.run(application(json.loads(Path(file).read_text())), port=int(port), log_level="warning")
