"""A whole run: two of our servers, the simulated WeChat, and kill -9 in between."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx2

from tests.web.wechat.letters import AES_KEY
from web.wechat.account import Account

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Plan:
    """`kills` says how many seconds after the start which of the two servers are killed and started again."""

    messages: int
    deliveries: int
    users: int
    rate: float
    cut: float
    within: float
    slowest: float
    slow: float
    workers: int
    kills: tuple[tuple[float, tuple[int, ...]], ...]
    seed: int = 7


@dataclass(frozen=True)
class Result:
    report: dict[str, Any]
    asked: list[dict[str, Any]]
    database: bytes

    def answers(self) -> Counter[str]:
        """How often each question was answered to somebody, in whatever way."""
        return Counter(
            text.split("答复：")[1].split("😀")[0].strip()
            for shown in self.report["seen"].values()
            for _, text in shown
            if "答复：" in text
        )


def accounts(api: str) -> list[Account]:
    """Given the platform's API, return an account of each mode, with and without the right to push."""
    return [
        Account(
            name=f"{mode}-{'push' if push else 'ask'}",
            app_id="wx0123456789abcdef",
            token="token-of-the-test",
            mode=mode,
            aes_key=AES_KEY,
            secret="secret-of-the-test",
            push=push,
            api=api,
        )
        for mode in ("plain", "compatible", "encrypted")
        for push in (True, False)
    ]


def run(plan: Plan, data: Path) -> Result:
    """Given a plan and an empty directory, return what came of it."""
    ports = free(3)
    known = [asdict(one) for one in accounts(f"http://127.0.0.1:{ports[2]}")]
    file = data / "standin.json"
    settings = {"within": plan.within, "workers": plan.workers, "slowest": plan.slowest, "slow": plan.slow}
    file.write_text(json.dumps({"data": str(data), "accounts": known, **settings}))
    servers = start(ports[:2], file)
    given = {
        "callbacks": [f"http://127.0.0.1:{port}" for port in ports[:2]],
        "port": ports[2],
        "accounts": known,
        **asdict(plan),
    }
    command = [sys.executable, "-m", "tests.web.wechat.platform"]
    platform = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True)
    assert platform.stdin is not None
    platform.stdin.write(json.dumps(given))
    platform.stdin.close()
    platform.stdin = None
    began = time.monotonic()
    try:
        for moment, victims in plan.kills:
            time.sleep(max(0, began + moment - time.monotonic()))
            for victim in victims:
                servers[victim].send_signal(signal.SIGKILL)
                servers[victim].wait()
            again = start([ports[victim] for victim in victims], file)
            for victim, server in zip(victims, again, strict=True):
                servers[victim] = server
        told, _ = platform.communicate(timeout=3600)
    finally:
        for process in (*servers, platform):
            process.kill()
    asked = [json.loads(line) for line in (data / "asked.log").read_text().splitlines()]
    database = b"".join(path.read_bytes() for path in sorted(data.glob("channels.sqlite*")))
    return Result(json.loads(told), asked, database)


def start(ports: list[int], file: Path) -> list[subprocess.Popen[bytes]]:
    """Given ports and the stand-in's file, return a process for each, which is serving."""
    command = [sys.executable, "-m", "tests.web.wechat.standin"]
    processes = [subprocess.Popen([*command, str(port), str(file)], cwd=ROOT) for port in ports]
    for port in ports:
        _await(port)
    return processes


def _await(port: int) -> None:
    for _ in range(1200):  # a busy machine takes its time
        try:
            httpx2.get(f"http://127.0.0.1:{port}/", timeout=5, trust_env=False)
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(port)


def free(count: int) -> list[int]:
    """Return ports that are free now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
