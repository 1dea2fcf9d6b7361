"""From starting the server to its first answer, with the index built, and how long questions take over HTTP.

    python tests/bench/startup.py [QUESTIONS.jsonl] [--data FOLDER] [--json]

The sample report is ingested first if the folder holds no index yet; that is not timed. Then `nianbao serve` runs
as a process of its own on a free port, is polled until it is well, asked once, and then asked every question in
turn.
"""

from __future__ import annotations

import argparse
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
NIANBAO = (sys.executable, "-m", "assistant.cli")
LONGEST = 120  # seconds for the server to start


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(data: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [*NIANBAO, "serve", "--data", str(data), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def wait_until_well(process: subprocess.Popen[bytes], port: int) -> None:
    """Return when the server says it is well. Raises RuntimeError where it stops, or takes too long."""
    deadline = time.monotonic() + LONGEST
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped with exit code {process.returncode}")
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise RuntimeError(f"the server was not well within {LONGEST} s")


def ask(connection: HTTPConnection, question: str) -> float:
    """Given a question, return the milliseconds to its whole answer."""
    start = time.perf_counter()
    body = json.dumps({"question": question})
    connection.request("POST", "/api/ask", body, {"Content-Type": "application/json"})
    connection.getresponse().read()
    return (time.perf_counter() - start) * 1000


def measure(questions: list[str], data: Path) -> dict[str, Any]:
    """Given questions and the folder of an index, return seconds to the start and milliseconds a question."""
    port = free_port()
    start = time.perf_counter()
    with serving(data, port) as process:
        wait_until_well(process, port)
        well = time.perf_counter() - start
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        ask(connection, questions[0])
        answered = time.perf_counter() - start
        times = sorted(ask(connection, question) for question in questions)
        connection.close()
    return {
        "seconds_to_well": round(well, 2),
        "seconds_to_first_answer": round(answered, 2),
        "questions": len(times),
        "p50_ms": round(statistics.median(times), 1),
        "p95_ms": round(times[min(len(times) - 1, int(len(times) * 0.95))], 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    own = ROOT / "tests" / "questions" / "lingyuan-2019.jsonl"
    parser.add_argument("questions", nargs="?", type=Path, default=own)
    parser.add_argument("--data", type=Path, help="a folder with an index; a new one by default")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    questions = [json.loads(line)["question"] for line in given.questions.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as fresh:
        data = given.data or Path(fresh)
        if not (data / "catalogue.sqlite").exists():
            subprocess.run([*NIANBAO, "ingest", "corpus/sample", "--data", str(data)], cwd=ROOT, check=True)
        found = measure(questions, data)
    if given.json:
        print(json.dumps(found))
    else:
        print("\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
