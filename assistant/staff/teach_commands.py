"""The command line's `nianbao teach`: what staff teach, shown, moved and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from corpus.report import ReportError

if TYPE_CHECKING:
    from assistant.taught.lessons import Lesson
    from assistant.taught.store import Teaching
    from index.lessons import Change
    from index.store import Store

console = Console()
Data = Annotated[Path | None, typer.Option("--data", help="Where reports, index and model are kept.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Issuer = Annotated[str | None, typer.Option(help="Only for this agency; its full name.")]


def teach_commands(open_store: Callable[[Path | None], Store]) -> typer.Typer:
    """Given what opens the index under a data directory, return the commands."""
    teach = typer.Typer(
        help="Teach synonyms and right figures; a running server knows them at once.", no_args_is_help=True
    )

    def teaching(data: Path | None) -> Teaching:
        from assistant.taught.store import Teaching

        return Teaching(open_store(data).lessons)

    @teach.command()
    def synonym(
        said: Annotated[str, typer.Argument(help="What people say.")],
        means: Annotated[str, typer.Argument(help="What the reports call it.")],
        issuer: Issuer = None,
        data: Data = None,
    ) -> None:
        """Teach that words mean other words: 老百姓投诉 means 投诉举报."""
        from assistant.taught.lessons import Synonym

        _tell(teaching(data).teach(Synonym(said, means, issuer)))

    @teach.command()
    def pin(
        question: Annotated[
            str, typer.Argument(help="The question, with agency and year where they matter.")
        ],
        at: Annotated[str | None, typer.Option(help="The spot: REPORT#ANCHOR, or a citation's url.")] = None,
        label: Annotated[
            str | None, typer.Option(help="The label's text, as `nianbao figures` has it.")
        ] = None,
        indicator: Annotated[str | None, typer.Option(help="A national form's indicator.")] = None,
        issuer: Issuer = None,
        year: Annotated[int | None, typer.Option(help="Only for this year.")] = None,
        data: Data = None,
    ) -> None:
        """Mark the figure that answers a question; it never answers outside the scope of both."""
        from assistant.staff.pinning import Marked
        from assistant.staff.pinning import pin as pinning

        marked = Marked(at, label, indicator, issuer, year)
        _tell(teaching(data).teach(pinning(question, marked, open_store(data).searcher, date.today())))

    @teach.command(name="list")
    def list_(as_json: AsJson = False, data: Data = None) -> None:
        """List what is taught."""
        lessons = teaching(data).lessons()
        if as_json:
            _print_json(
                {
                    "lessons": [
                        change.content | {"id": change.lesson} for _, change in lessons if change.content
                    ]
                }
            )
            return
        for lesson, change in lessons:
            console.print(f"{change.lesson}  {_line(lesson)}", highlight=False, markup=False)

    @teach.command()
    def withdraw(
        lesson: Annotated[str, typer.Argument(help="Its id, as `list` has it.")], data: Data = None
    ) -> None:
        """End a lesson; its versions are kept."""
        _tell(teaching(data).withdraw(lesson))

    @teach.command()
    def undo(data: Data = None) -> None:
        """Take back the last change; again, the one before it."""
        _tell(teaching(data).undo())

    @teach.command()
    def export(file: Path, data: Data = None) -> None:
        """Write everything taught, with its versions, as JSON."""
        file.write_text(json.dumps(teaching(data).export(), ensure_ascii=False, indent=1), encoding="utf-8")

    @teach.command(name="import")
    def import_(file: Path, data: Data = None) -> None:
        """Teach what another installation exported."""
        for change in teaching(data).take_in(_read(file)):
            _tell(change)

    @teach.command()
    def export_eval(file: Path, data: Data = None) -> None:
        """Write what is taught as questions with known answers, for `nianbao eval`."""
        from assistant.answer import Assistant
        from assistant.staff.taught_questions import questions

        searcher, taught = open_store(data).searcher, teaching(data)
        found = questions(taught.lessons(), searcher, Assistant(searcher, teaching=taught).ask, date.today())
        lines = [json.dumps(line, ensure_ascii=False) for line in found]
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        console.print(f"{len(lines)} of {len(taught.lessons())} lessons", highlight=False)

    return teach


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReportError(f"{file}: not JSON that can be read ({error})") from error


def _tell(change: Change) -> None:
    does = "ends" if change.content is None else "holds"
    console.print(f"version {change.version}: {change.lesson} {does}", highlight=False)


def _line(lesson: Lesson) -> str:
    from assistant.taught.lessons import Synonym

    if isinstance(lesson, Synonym):
        return f"{lesson.said} = {lesson.means}" + (f"  ({lesson.issuer})" if lesson.issuer else "")
    where = f"{lesson.report}#{lesson.anchor}" if lesson.anchor else lesson.indicator or lesson.label
    scope = " ".join(str(part) for part in (lesson.issuer, lesson.year) if part)
    return f"{lesson.measure} -> {where}  ({scope or 'everywhere'})"


def _print_json(data: dict[str, Any]) -> None:
    print(json.dumps(data, ensure_ascii=False))
