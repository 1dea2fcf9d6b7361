"""What an ingestion looks like while it runs: one bar for the file at hand, one for unpacking the model."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


class Display:
    """Shows progress on a console while it is entered."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Display:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def file(self, path: Path, doing: str, done: int, of: int) -> None:
        """Show that `done` of `of` parts of `doing` are done for a file."""
        self._show("file", f"{path.name}: {doing}", done, of)

    def unpacking(self, doing: str, done: int, of: int) -> None:
        """Show how far the unpacking of the embedding model is."""
        self._show("model", doing, done, of)

    def _show(self, key: str, text: str, done: int, of: int) -> None:
        if key not in self._tasks:
            self._tasks[key] = self._progress.add_task(text, total=of)
        self._progress.update(self._tasks[key], description=text, completed=done, total=of)
