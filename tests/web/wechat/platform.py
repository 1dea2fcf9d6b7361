"""A simulated WeChat, in its own process and over real HTTP: `python -m tests.web.wechat.platform < FILE`.

It calls our servers as WeChat does, waits `cut` seconds and calls again, twice at most, and shows people what
the first call that was answered in time brought. Beside that it delivers messages again, together and late,
and sends calls that are not WeChat's. People who are told to write 1 do so. It also is the API that our
servers call: tokens that expire, a busy system, and messages sent of our own accord.

The input is JSON: callbacks, port, accounts, messages, deliveries, users, rate (messages a second), cut,
seed. The output is JSON: what each person saw, and how the calls went.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections import Counter, defaultdict
from typing import Any

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.web.wechat.letters import Letter, content, letter, xml
from web.wechat.account import Account


class Api:
    """The platform's API: the token that holds, and the messages that were sent to people."""

    def __init__(self, seen: Any, seed: int) -> None:
        self._seen, self._dice = seen, random.Random(seed)
        self.tokens, self.calls, self._token, self._uses = 0, Counter[str](), "", 0

    async def token(self, _: Request) -> Response:
        self.tokens += 1
        self._token, self._uses = f"token-{self.tokens}", 0
        return JSONResponse({"access_token": self._token, "expires_in": 7200})

    async def send(self, request: Request) -> Response:
        data = json.loads(await request.body())
        self._uses += 1
        stale = request.query_params["access_token"] != self._token or self._uses > 40
        if stale or self._dice.random() < 0.05:
            code = 42001 if stale else -1
            self.calls[str(code)] += 1
            return JSONResponse({"errcode": code, "errmsg": "refused"})
        self.calls["sent"] += 1
        self._seen(data["touser"], "pushed", data["text"]["content"])
        return JSONResponse({"errcode": 0, "errmsg": "ok"})


class Platform:
    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.accounts = [Account(**one) for one in given["accounts"]]
        self.dice = random.Random(given["seed"])
        self.seen: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.api = Api(self.see, given["seed"])
        self.calls, self.refused, self.slowest = Counter[str](), Counter[str](), 0.0
        self.replies: dict[str, set[str]] = defaultdict(set)
        self.number = 10**17
        self.http = httpx2.AsyncClient(limits=httpx2.Limits(max_connections=None), trust_env=False)

    def see(self, person: str, how: str, text: str) -> None:
        self.seen[person].append((how, text))

    async def run(self) -> None:
        given = self.given
        people = [f"o{place:05d}{'Ab_-' * 5}xyz"[:28] for place in range(given["users"])]
        tasks = []
        extra = given["deliveries"] - given["messages"]
        for place in range(given["messages"]):
            person = people[place % len(people)]
            account = self.accounts[(place % len(people)) % len(self.accounts)]
            again = extra // given["messages"] + (place < extra % given["messages"])
            tasks.append(asyncio.create_task(self.message(account, person, f"问题 {place} 😀 ", again)))
            if place % 10 == 0:
                tasks.append(asyncio.create_task(self.forge(account, person, place)))
            await asyncio.sleep(self.dice.expovariate(given["rate"]))
        await asyncio.gather(*tasks)

    async def message(self, account: Account, person: str, question: str, again: int) -> None:
        """One message: as WeChat delivers it, and again as often as is asked, together and late."""
        number, text = self._written(person, question)
        extras = [asyncio.create_task(self.once_more(account, number, text)) for _ in range(again)]
        shown = await self.deliver(account, number, text)
        await asyncio.gather(*extras)
        self.see(person, "replied", shown)
        if "回复【1】" in shown:
            await self.collect(account, person, question, patient="如未收到" in shown)

    def _written(self, person: str, question: str) -> tuple[str, str]:
        self.number += self.dice.randrange(1, 99)
        fields = {"ToUserName": "gh_1", "FromUserName": person, "CreateTime": int(time.time())}
        return str(self.number), xml(**fields, MsgType="text", Content=question, MsgId=self.number)

    async def deliver(self, account: Account, number: str, text: str) -> str:
        """Call, and call again while there is no answer in time. Return what the person is shown."""
        for _ in range(3):
            began = time.monotonic()
            shown = await self.call(account, number, text)
            if shown is not None:
                return shown
            await asyncio.sleep(max(0.0, self.given["cut"] - (time.monotonic() - began)))
        return "该公众号提供的服务出现故障，请稍后再试"

    async def once_more(self, account: Account, number: str, text: str) -> None:
        await asyncio.sleep(self.dice.choice((0, 0.01, self.dice.random() * self.given["cut"] * 1.5)))
        await self.call(account, number, text)

    async def call(self, account: Account, number: str, text: str) -> str | None:
        sent = letter(account, text)
        began = time.monotonic()
        try:
            answer = await self.post(account, sent)
        except httpx2.ReadTimeout:
            self.calls["timeout"] += 1
            return None
        except httpx2.TransportError as error:
            self.calls[f"down: {type(error).__name__}"] += 1
            return None
        self.slowest = max(self.slowest, time.monotonic() - began)
        self.calls[str(answer.status_code)] += 1
        if answer.status_code != 200:
            return None
        shown = content(account, answer.text)
        self.replies[number].add(shown)
        return shown

    async def post(self, account: Account, sent: Letter) -> httpx2.Response:
        """Call one of our servers, as a balancer before them does: where none listens, the other is called."""
        limit = httpx2.Timeout(self.given["cut"])
        first, second = self.dice.sample(self.given["callbacks"], 2)
        given = {"params": sent.query, "content": sent.body, "timeout": limit}
        try:
            return await self.http.post(f"{first}/wechat/{account.name}", **given)
        except httpx2.ConnectError:
            return await self.http.post(f"{second}/wechat/{account.name}", **given)

    async def forge(self, account: Account, person: str, place: int) -> None:
        """Calls that are not WeChat's: each has to be refused."""
        _, text = self._written(person, f"伪造 {place}")
        good = letter(account, text)
        name = "signature" if account.mode == "plain" else "msg_signature"
        old = letter(account, text, at=time.time() - 3600)
        for what, sent in (("signature", Letter({**good.query, name: "0" * 40}, good.body)), ("old", old)):
            try:
                answer = await self.post(account, sent)
                self.refused[f"{what} {answer.status_code}"] += 1
            except httpx2.TransportError:
                self.refused["down"] += 1

    async def collect(self, account: Account, person: str, question: str, patient: bool) -> None:
        """What a person does who is told to write 1: wait a while, see whether it came, and write."""
        for attempt in range(40):
            await asyncio.sleep(self.given["cut"] * (2.5 if patient and attempt == 0 else 0.6))
            if patient and attempt < 12:  # it was promised to be sent: people with patience see it come
                if any(f"答复：{question.strip()}" in text for _, text in self.seen[person]):
                    return
                continue
            number, text = self._written(person, "1")
            shown = await self.deliver(account, number, text)
            if "答复：" in shown:
                self.see(person, "collected", shown)
            if any(f"答复：{question.strip()}" in text for _, text in self.seen[person]):
                return


async def main() -> None:
    given = json.load(sys.stdin)
    platform = Platform(given)
    routes = [
        Route("/cgi-bin/token", platform.api.token),
        Route("/cgi-bin/message/custom/send", platform.api.send, methods=["POST"]),
    ]
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), port=given["port"], log_level="error"))
    serving = asyncio.create_task(server.serve())
    await platform.run()
    json.dump(
        {
            "seen": platform.seen,
            "calls": platform.calls,
            "refused": platform.refused,
            "slowest": platform.slowest,
            "replies": [sorted(texts) for texts in platform.replies.values()],
            "tokens": platform.api.tokens,
            "api": platform.api.calls,
        },
        sys.stdout,
    )
    server.should_exit = True
    await serving


if __name__ == "__main__":
    asyncio.run(main())
