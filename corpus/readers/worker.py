"""Reading in a process of its own, with limits of time and memory: a file that a parser chokes on is lost
alone, with a reason. One process reads many files; it is replaced when it is killed.

`python -m corpus.readers.worker` is that process: a path a line in, a document or a reason a line out.
"""

from __future__ import annotations

import dataclasses
import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from corpus.report import Box, Document, Grid, GridCell, ReportError, Text

SECONDS = 120.0
MEGABYTES = 2048
LARGEST = 200 * 2**20
"""Bytes of the largest file that is read at all."""


def read_limited(path: Path, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Document:
    """Given a file and limits, return its blocks. Errors: ReportError naming the file and the reason."""
    with Worker(seconds, megabytes) as worker:
        return worker.read(path)


class Worker:
    """A reading process, started when first needed. Not for use by several threads at once."""

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self.seconds = seconds
        self.megabytes = megabytes
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, path: Path) -> Document:
        """Given a file, return its blocks. Errors: ReportError naming the file and the reason."""
        if path.exists() and path.stat().st_size > LARGEST:
            raise ReportError(f"{path.name}: 文件超过{LARGEST >> 20} MB (too large)")
        process = self._started()
        try:
            assert process.stdin is not None
            process.stdin.write(json.dumps(str(path.resolve())) + "\n")
            process.stdin.flush()
            answer = self._answers.get(timeout=self.seconds)
        except queue.Empty:
            self.close()
            raise ReportError(f"{path.name}: 解析超过{self.seconds:g}秒，已放弃 (time limit)") from None
        except OSError:
            answer = ""
        if not answer:
            self.close()
            raise ReportError(
                f"{path.name}: 解析进程意外终止，可能超过内存上限{self.megabytes} MB (the parser died)"
            )
        content = json.loads(answer)
        if "error" in content:
            raise ReportError(content["error"])
        return document(content["document"])

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
            environment["PYTHONPATH"] += os.pathsep + str(Path(__file__).parents[2])
            self._process = subprocess.Popen(
                [sys.executable, "-m", "corpus.readers.worker", str(self.megabytes)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                text=True,
                encoding="utf-8",
            )
            self._answers = queue.Queue()
            arguments = (self._process.stdout, self._answers)
            threading.Thread(target=_listen, args=arguments, daemon=True).start()
        return self._process


def _listen(stream: IO[str], answers: queue.Queue[str]) -> None:
    """Given a process's output, hand on its lines; the empty line means that it ended."""
    for line in stream:
        answers.put(line)
    answers.put("")


def document(content: dict[str, Any]) -> Document:
    """Given a document as JSON has it, return it."""
    blocks = tuple(_grid(block) if "cells" in block else Text(**block) for block in content["blocks"])
    return Document(blocks, content["meta"], tuple(content["notices"]))


def _grid(block: dict[str, Any]) -> Grid:
    cells = (
        GridCell(**{**cell, "box": Box(**cell["box"]) if cell["box"] else None}) for cell in block["cells"]
    )
    return Grid(**{**block, "cells": tuple(cells)})


def _answer(path: Path) -> dict[str, Any]:
    from corpus.readers import read

    try:
        return {"document": dataclasses.asdict(read(path))}
    except ReportError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": f"{path.name}: 解析超过内存上限，已放弃 (memory limit)"}
    except Exception as error:  # whatever a parser raises on a bad file is that file's trouble alone
        return {"error": f"{path.name}: 无法解析 (the parser failed: {error!r})"}


def main() -> None:
    """Read the files whose paths come in, until there are no more."""
    limit(int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES)
    # A library that prints must not disturb the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        answers.write(json.dumps(_answer(Path(json.loads(line))), ensure_ascii=False) + "\n")
        answers.flush()


def limit(megabytes: int) -> None:
    """Given a number, let this process have no more memory than that."""
    try:
        import resource
    except ImportError:  # not on Windows, where only the time is limited
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))


if __name__ == "__main__":
    main()
