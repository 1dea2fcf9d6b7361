"""What the staff desk works with, opened over one store."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from assistant.answer import Assistant
from assistant.staff.evaluate import Item, evaluate, summary
from assistant.taught.store import Teaching
from corpus.report import ReportError
from index.accounts import Accounts
from index.attempts import Attempts
from index.audit import Audit
from index.drafts import Drafts
from index.searches import Searches
from index.store import Store
from index.suite import Suite

LOG = logging.getLogger(__name__)
MEGABYTES = 50  # of one uploaded file


class Desk:
    """People, drafts, searches and the audit log of one store, and the one thread that reads and publishes.

    One thread, because reading is heavy and taking in is one at a time anyway: files wait their turn, and
    the questions that citizens ask keep the other processors.
    """

    def __init__(self, store: Store, *, megabytes: int = MEGABYTES) -> None:
        self.store = store
        self.catalogue, self.searcher = store.catalogue, store.searcher
        self.accounts, self.attempts = Accounts(store.catalogue), Attempts(store.catalogue)
        self.audit, self.searches = Audit(store.catalogue), Searches(store.catalogue)
        self.drafts = Drafts(store.catalogue, store.ingestion, store.data)
        self.suite, self.teaching = Suite(store.catalogue), Teaching(store.lessons)
        self.largest = megabytes * 2**20
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    def read_later(self, draft: str) -> None:
        """Given a draft's id, read its file when those before it are done."""
        self._worker.submit(self._safely, self.drafts.read, draft)

    def publish_later(self, draft: str, person: str) -> None:
        """Given a claimed draft's id and who approved it, publish it when those before it are done."""
        self._worker.submit(self._safely, self._publish, draft, person)

    def evaluate_later(self, person: str) -> int:
        """Given who wants it, ask the evaluation's questions when what was begun before is done. Return the
        run's id."""
        run = self.suite.begin(person)
        self._worker.submit(self._safely, self._evaluate, run)
        return run

    def wait(self) -> None:
        """Return when everything asked for so far is done."""
        self._worker.submit(lambda: None).result()

    def _publish(self, draft: str, person: str) -> None:
        report = self.drafts.publish(draft)
        self.audit.note(
            person, "report.publish", report, draft=draft, title=self.drafts.draft(draft).recognised["title"]
        )

    def _evaluate(self, run: int) -> None:
        """By an assistant that keeps no journal: its questions are nobody's."""
        asker = Assistant(self.searcher, teaching=self.teaching)
        items = [Item(f"desk{one.id}", one.question, one.expect) for one in self.suite.items()]
        try:
            self.suite.end(
                run, summary(evaluate(items, lambda asked, talk: asker.ask(asked, conversation=talk)))
            )
        except Exception as error:
            self.suite.end(run, {"error": f"{type(error).__name__}: {error}"})
            raise

    @staticmethod
    def _safely(work: Callable[..., object], *arguments: object) -> None:
        """The draft itself says what went wrong; the log says it to whoever runs the server."""
        try:
            work(*arguments)
        except ReportError as error:
            LOG.warning("desk: %s", error)
        except Exception:
            LOG.exception("desk: unforeseen")
