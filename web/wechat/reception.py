"""Where messages are received and answered: each once, in time, whatever the platform repeats and whoever dies.

A call of the platform waits for the answer as long as the platform does. What takes longer is deferred: the
call is told so, and the answer is sent later, or kept until the person asks for it.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, TypeVar

from assistant.reply import Answer, Language
from web.wechat import wording
from web.wechat.account import Account
from web.wechat.client import PlatformError
from web.wechat.compose import ASKED_LENGTH, composed, cut
from web.wechat.lanes import Lanes
from web.wechat.ledger import Entry, Ledger
from web.wechat.seal import Seal

T = TypeVar("T")
_BEAT = 1.0  # seconds between signs of life
_SWEEP = 600  # beats between sweeps
_GLANCE = 0.1  # seconds between looks at what another process is working on
_log = logging.getLogger(__name__)


class Answerer(Protocol):
    """What answers questions: the Assistant, as far as the channels use it."""

    def ask(self, question: str, *, conversation: str | None = None, channel: str = "") -> Answer: ...
    def examples(self, language: Language = "zh-Hans") -> tuple[str, ...]: ...


class Sender(Protocol):
    """What sends a message of our own accord. Raises PlatformError."""

    def send(self, person: str, text: str) -> None: ...


class Reception:
    """Answers the messages of all accounts. `within` is how long, in seconds, a call may be kept waiting:
    less than the five that the platform waits. `workers` questions are answered at the same time.

    `plain` are quicker answerers, by account, where the real ones may take long (a language model): what they
    say is the reply to a call that can wait no longer, and the fuller answer comes later.
    """

    def __init__(
        self,
        ledger: Ledger,
        accounts: Mapping[str, Account],
        answerers: Mapping[str, Answerer],
        senders: Mapping[str, Sender],
        *,
        plain: Mapping[str, Answerer] | None = None,
        portal: str = "",
        within: float = 3.5,
        workers: int = 16,
    ) -> None:
        self._ledger, self._accounts = ledger, accounts
        self._answerers, self._senders = answerers, senders
        self._portal, self._within, self._plain = portal, within, plain or {}
        self._seals = {name: Seal(account.secret) for name, account in accounts.items()}
        self._steps = ThreadPoolExecutor(4, "channel-ledger")
        self._lanes, self._quick = Lanes(workers), ThreadPoolExecutor(workers, "channel-plain")
        self._stop = threading.Event()
        self._heart = threading.Thread(target=self._live, name="channel-heart", daemon=True)
        self._started = threading.Lock()

    def start(self) -> None:
        """Begin to give signs of life and to take up what others left. Calling it again changes nothing."""
        with self._started:
            if self._heart.ident is None:
                self._heart.start()

    def close(self) -> None:
        """Take no new work, and leave what is not finished to another process, or to the next start."""
        self._stop.set()
        self._lanes.close()
        self._quick.shutdown(wait=False, cancel_futures=True)
        self._steps.shutdown(wait=False, cancel_futures=True)
        self._ledger.leave()

    def examples(self, account: Account) -> tuple[str, ...]:
        """Given an account, return questions that can be answered."""
        return self._answerers[account.name].examples()

    async def admits(self, stamp: str, key: str) -> bool:
        """Given a stamp's hash and the key of its message, return whether they belong together."""
        return await self._step(lambda: self._ledger.admit(stamp, key))

    async def forget(self, user: str) -> None:
        """Given a person who has left, forget what was asked and answered."""
        await self._step(lambda: self._ledger.forget(user))

    async def collected(self, account: Account, key: str, user: str) -> str:
        """Given the key of a message that asks for a deferred answer, return the text to reply."""
        entry = await self._step(lambda: self._ledger.collect(key, account.name, user, _handed_over))
        return entry.reply or ""

    async def replied(self, account: Account, key: str, open_id: str, question: str) -> str:
        """Given a question, return the text to reply to this call of the platform, within the time there is.

        All calls for one message get the same text.
        """
        until = time.monotonic() + self._within
        self.start()
        recipient = self._seals[account.name].closed(open_id) if account.push else ""
        claim = (key, account.name, account.user(open_id), question, recipient)
        entry = await self._step(lambda: self._ledger.claim(*claim))
        meanwhile = self._meanwhile(entry)
        while entry.reply is None and entry.answer is None and time.monotonic() < until:
            await self._wait(entry, until)
            entry = await self._step(lambda: self._ledger.claim(*claim))
        if entry.reply is None and entry.answer is None:
            due = "push" if account.push else "collect"
            later = _deferring(meanwhile, due)
            entry = await self._step(lambda: self._ledger.settle(key, later, due))
        if entry.reply is None:
            answer = entry.answer or ""
            entry = await self._step(lambda: self._ledger.settle(key, answer))
        return entry.reply or ""

    async def _wait(self, entry: Entry, until: float) -> None:
        """Wait for the answer to a message: for the work on it, if it is done in this process."""
        left = max(until - time.monotonic(), 0)
        if not entry.mine:
            await asyncio.sleep(min(_GLANCE, left))
            return
        work = self._lanes.submit(entry.user, entry.key, lambda: self._work(entry))
        await asyncio.wait([asyncio.wrap_future(_watched(work))], timeout=left)

    def _meanwhile(self, entry: Entry) -> Future[str] | None:
        """The plain answer, on its way, where there is one for the account and the call may need it."""
        answerer = self._plain.get(entry.account)
        if answerer is None or entry.reply is not None or entry.answer is not None:
            return None
        return self._quick.submit(self._answered, entry, answerer)

    def _work(self, entry: Entry) -> None:
        """Answer a message, and send the answer if nobody waits for it any more."""
        entry = self._ledger.look(entry.key) or entry  # it may have been answered since the entry was read
        if entry.answer is None:
            answer = self._answered(entry, self._answerers[entry.account])
            entry = self._ledger.finish(entry.key, answer)
        if entry.due == "push":
            self._send(entry)

    def _answered(self, entry: Entry, answerer: Answerer) -> str:
        try:
            answer = answerer.ask(
                entry.question,
                conversation=self._ledger.conversation(entry.user),
                channel=self._accounts[entry.account].kind,
            )
            if answer.conversation:
                self._ledger.converse(entry.user, answer.conversation)
            return composed(answer, entry.question, self._portal)
        except Exception:  # whatever it was, the person is told, and the administrator reads it in the log
            _log.exception("channel %s: a question could not be answered", entry.account)
            return wording.FAILED

    def _send(self, entry: Entry) -> None:
        """Send a deferred answer. One that does not arrive is kept until it is asked for."""
        person = self._seals[entry.account].opened(entry.recipient)
        if not self._ledger.sending(entry.key):
            return
        arrived = said = (entry.reply or "").startswith(
            entry.answer or ""
        )  # the plain answer was all there is
        try:
            if person is not None and not said:
                self._senders[entry.account].send(person, late(entry))
                arrived = True
        except PlatformError:
            pass  # told to the administrator where it was raised
        finally:
            self._ledger.sent(entry.key, arrived)

    def _live(self) -> None:
        beats = 0
        while not self._stop.is_set():
            try:
                self._ledger.beat()
                for entry in (*self._ledger.adopt(), *self._ledger.unheard()):
                    self._take_up(entry)
                if beats % _SWEEP == 0:
                    self._ledger.sweep()
            except Exception:  # the database may be away for a moment; the next beat tries again
                _log.exception("channels: the ledger could not be kept")
            beats += 1
            self._stop.wait(_BEAT)

    def _take_up(self, entry: Entry) -> None:
        if entry.account in self._accounts and (entry.answer is None or entry.due == "push"):
            self._lanes.submit(entry.user, entry.key, lambda: self._work(entry))

    async def _step(self, step: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._steps, step)


def late(entry: Entry) -> str:
    """Given the entry of an answer that was deferred, return the text that brings it."""
    asked = wording.ASKED.format(cut(entry.question, ASKED_LENGTH)) if entry.question else ""
    return asked + (entry.answer or "")


def _deferring(meanwhile: Future[str] | None, due: str) -> str:
    """The reply to a call that can wait no longer: the plain answer, if it is there, or that one is coming."""
    if meanwhile is not None and meanwhile.done() and not meanwhile.cancelled():
        return meanwhile.result() + (wording.FULLER_SOON if due == "push" else wording.FULLER_LATER)
    return wording.SOON if due == "push" else wording.LATER


def _handed_over(entry: Entry | None, others: int) -> str:
    if entry is None:
        return wording.NOTHING_WAITS
    if entry.answer is None:
        return wording.NOT_YET
    return late(entry) + (wording.OTHERS_WAIT.format(others) if others else "")


def _watched(work: Future[None]) -> Future[None]:
    """A future of one's own that ends with the work, so that giving up on waiting gives up nothing else."""
    watched: Future[None] = Future()
    work.add_done_callback(lambda _: watched.set_result(None) if not watched.done() else None)
    return watched
