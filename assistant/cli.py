"""The command line: nianbao ingest | ask | serve | eval | check | figures | reports."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.settings import Settings
from assistant.staff.teach_commands import teach_commands
from assistant.staff.user_commands import user_commands
from corpus.report import Figure, ReportError

if TYPE_CHECKING:
    from assistant.answer import Assistant
    from index.ingest import Outcome
    from index.store import Store

app = typer.Typer(
    name="nianbao",
    help="年报问答: answers questions from government annual reports, each figure cited to its cell or sentence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(teach_commands(lambda data: _store(data)), name="teach")
app.add_typer(user_commands(lambda data: _store(data)), name="user")
console, errors = Console(), Console(stderr=True)

Data = Annotated[Path | None, typer.Option("--data", help="Where reports, index and model are kept.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files or directories of reports.")],
    issuer: Annotated[str | None, typer.Option(help="The agency, where the file does not say.")] = None,
    year: Annotated[
        int | None, typer.Option(help="The year reported on, where the file does not say.")
    ] = None,
    data: Data = None,
) -> None:
    """Take reports into the index. What fails is named, and leaves the index as it was.

    The exit code is 1 when something wants a person's eye: a file that failed or lacks its agency or year, or
    a place in a table that could not be read for certain.
    """
    from assistant.staff.progress import Display

    missing = [path for path in paths if not path.exists()]
    for path in missing:
        errors.print(f"[red]✗[/] {escape(str(path))}: there is no such file or directory", soft_wrap=True)
    with Display(errors) as display:
        store = _store(data, display.unpacking)
        present = [path for path in paths if path.exists()]
        outcomes = store.ingestion.ingest(present, issuer=issuer, year=year, progress=display.file)
    for outcome in outcomes:
        _tell(outcome)
    if missing or any(one.status in ("failed", "needs_attention") or one.notices for one in outcomes):
        raise typer.Exit(1)


@app.command()
def ask(question: Annotated[str, typer.Argument()], as_json: AsJson = False, data: Data = None) -> None:
    """Ask one question of the reports held."""
    from assistant.reply import to_json

    answer = _assistant(_store(data), journal=True).ask(question, channel="cli")
    if as_json:
        _print_json(to_json(answer))
    else:
        console.print(answer.text, highlight=False, markup=False, soft_wrap=True)
        for place, citation in enumerate(answer.citations, 1):
            where = " › ".join((*citation.section, *(citation.row or ()), *(citation.column or ())))
            console.print(
                f"  [{place}] {citation.title} › {where}",
                style="dim",
                highlight=False,
                markup=False,
                soft_wrap=True,
            )
        for choice in (*(choice.label for choice in answer.choices), *answer.suggestions):
            console.print(f"  · {choice}", highlight=False, markup=False, soft_wrap=True)
    if answer.problem in ("empty", "too_long", "punctuation"):
        raise typer.Exit(1)


@app.command()
def reports(as_json: AsJson = False, data: Data = None) -> None:
    """List the reports held, and the files that need a person's attention."""
    catalogue = _store(data).catalogue
    held, attention = catalogue.held(), catalogue.attention()
    if as_json:
        _print_json(
            {
                "held": [
                    {"id": one.id, "issuer": one.issuer, "year": one.year, "title": one.title} for one in held
                ],
                "attention": [{"path": one.path, "reason": one.reason} for one in attention],
            }
        )
        return
    for one in held:
        console.print(
            f"{one.id}  {one.year}  {one.issuer}  {one.title}", highlight=False, markup=False, soft_wrap=True
        )
    for file in attention:
        console.print(
            f"! {file.path}: {file.reason}", style="yellow", highlight=False, markup=False, soft_wrap=True
        )


@app.command()
def unanswered(
    since: Annotated[int | None, typer.Option(metavar="DAYS", help="Only of the last days.", min=1)] = None,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Group the questions that could not be answered, or not rightly as someone said: the most asked first."""
    from assistant.staff.unanswered import to_json
    from assistant.staff.unanswered import unanswered as grouped

    begin = datetime.now(UTC) - timedelta(days=since) if since else None
    groups = grouped(_store(data).journal.entries(begin))
    if as_json:
        _print_json(to_json(groups))
        return
    for group in groups:
        count = f"{len(group.entries):>5}"
        console.print(
            f"{count}  {group.status}  {group.measure}  {group.example}", highlight=False, markup=False
        )


@app.command()
def serve(
    host: Annotated[str, typer.Option()] = "127.0.0.1",
    port: Annotated[int, typer.Option()] = 8000,
    data: Data = None,
) -> None:
    """Serve the portal page, the staff desk, the APIs, and every channel that is set up."""
    import uvicorn

    from assistant.answer import Assistant
    from assistant.conversations import StoredConversations
    from assistant.taught.store import Teaching
    from index.search import Searcher
    from web.app import configured, create
    from web.desk.desk import Desk

    settings, store = _settings(data), _store(data)
    searcher = store.searcher
    searcher.warm()
    conversations, teaching = StoredConversations(store.conversations), Teaching(store.lessons)

    def assistant(searcher: Searcher) -> Assistant:
        return Assistant(searcher, conversations, journal=store.journal, teaching=teaching)

    asked = assistant(searcher)
    Thread(target=asked.warm, daemon=True).start()
    application = create(
        asked,
        searcher,
        journal=store.journal,
        frame_ancestors=settings.frame_ancestors.split(),
        desk=Desk(store, megabytes=settings.upload_megabytes),
        asks_per_minute=settings.asks_per_minute,
        channels=configured(settings, store, assistant),
    )
    uvicorn.run(application, host=host, port=port, log_level="info")


@app.command()
def accounts(data: Data = None) -> None:
    """List the accounts of messaging platforms, where the platform is to call, and what last went wrong."""
    from web.app import channel_database
    from web.wechat.client import troubles
    from web.wechat.notes import Notes

    settings = _settings(data)
    told = troubles(Notes(channel_database(settings)))
    for account in settings.accounts:
        whose = account.agency or "所有机关"
        address = f"{settings.public_url.rstrip('/')}/{account.kind}/{account.name}"
        console.print(
            f"{account.name}  {account.mode}  {whose}  {address}",
            highlight=False,
            markup=False,
            soft_wrap=True,
        )
        if account.name in told:
            errors.print(f"  {told[account.name]}", highlight=False, markup=False, soft_wrap=True)


@app.command()
def mcp(data: Data = None) -> None:
    """Serve the tools for agents over standard input and output, by the Model Context Protocol."""
    from web.mcp_server import server  # needs the extra "mcp"

    store = _store(data)
    server(_assistant(store, journal=True), store.searcher).run("stdio")


@app.command(name="eval")
def evaluate_(
    file: Annotated[Path, typer.Argument(help="Questions with known answers, one JSON object a line.")],
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Ask questions with known answers and print the score."""
    from assistant.staff.evaluate import evaluate, read_items, summary

    assistant = _assistant(_store(data))
    outcomes = evaluate(
        read_items(file), lambda question, conversation: assistant.ask(question, conversation=conversation)
    )
    score = summary(outcomes)
    if as_json:
        _print_json(score)
        return
    table = Table("", "right", "wrong", "abstained", "refused", "answered_unanswerable")
    for group in ("by_kind", "by_language"):
        for name, counts in score[group].items():
            table.add_row(name, *(str(counts.get(column.header, 0)) for column in table.columns[1:]))
        table.add_section()
    table.add_row("all", *(str(score[str(column.header)]) for column in table.columns[1:]))
    console.print(table)
    console.print(
        f"citations exact {score['citation_exact']}, not {score['citation_wrong']}; "
        f"p50 {score['latency_ms']['p50']} ms, p95 {score['latency_ms']['p95']} ms",
        highlight=False,
    )
    for item in score["items"]:
        if item["verdict"] not in ("right", "refused") or item["cited"] is False:
            console.print(
                f"{item['id']} {item['verdict']}: {item['text']}",
                highlight=False,
                markup=False,
                soft_wrap=True,
            )


@app.command()
def figures(path: Annotated[Path, typer.Argument()], as_json: AsJson = False, _data: Data = None) -> None:
    """Print every figure read from a file; nothing is stored."""
    from corpus.figures import figures as read_figures
    from corpus.parse import parse

    found = read_figures(parse(path))
    if as_json:
        _print_json({"figures": [_figure(figure) for figure in found]})
        return
    for figure in found:
        amount = "—" if figure.value is None else f"{figure.value:f}"
        console.print(
            f"{figure.year}  {amount}{figure.unit or ''}  {figure.label.text}",
            highlight=False,
            markup=False,
            soft_wrap=True,
        )


@app.command()
def check(path: Annotated[Path, typer.Argument()], as_json: AsJson = False, _data: Data = None) -> None:
    """Prove a report's tables by their own arithmetic; nothing is stored."""
    from assistant.staff.checking import check_paths, shown

    found = check_paths(path)
    if as_json:
        _print_json({"reports": list(found.reports)})
    else:
        for line in shown(found):
            console.print(line, highlight=False, markup=False, soft_wrap=True)
    for failure in found.failures:
        errors.print(f"✗ {failure}", style="red", highlight=False, markup=False, soft_wrap=True)
    if found.failures:
        raise typer.Exit(1)


def _figure(figure: Figure) -> dict[str, Any]:
    from assistant.reply import plain

    in_table = figure.citation.cell is not None
    return {
        "section": list(figure.citation.section),
        "row": list(figure.label.row) if in_table else None,
        "column": list(figure.label.column) if in_table else None,
        "label": figure.label.text,
        "value": plain(figure.value),
        "unit": figure.unit,
        "year": figure.year,
        "page": figure.citation.page,
        "raw": figure.raw,
        "trust": figure.trust,
        "quote": figure.citation.quote,
    }


def _tell(outcome: Outcome) -> None:
    marks = {"added": "[green]+[/]", "replaced": "[green]↻[/]", "unchanged": "[dim]=[/]"}
    mark = marks.get(outcome.status, "[red]✗[/]")
    counted = f"  {outcome.figures} figures, {outcome.passages} passages" if outcome.figures else ""
    console.print(f"{mark} {escape(str(outcome.path))}{counted}", highlight=False, soft_wrap=True)
    for message in (*([outcome.message] if outcome.message else ()), *outcome.notices):
        errors.print(f"  {message}", highlight=False, markup=False, soft_wrap=True)


def _print_json(data: dict[str, Any]) -> None:
    print(json.dumps(data, ensure_ascii=False))


def _settings(data: Path | None) -> Settings:
    settings = Settings()
    return settings.model_copy(update={"data": data}) if data else settings


def _store(data: Path | None, progress: Any = None) -> Store:
    from index.store import Store

    settings = _settings(data)
    return Store(
        settings.data,
        database=settings.database_url,
        chroma=settings.chroma_url,
        model=settings.embedding_model,
        progress=progress,
    )


def _assistant(store: Store, journal: bool = False) -> Assistant:
    from assistant.answer import Assistant
    from assistant.taught.store import Teaching

    noted = store.journal if journal else None
    return Assistant(store.searcher, journal=noted, teaching=Teaching(store.lessons))


def main() -> None:
    """Run the command line; what is wrong with an input is said in one line, with exit code 1."""
    try:
        app()
    except ReportError as error:
        errors.print(f"[red]✗[/] {escape(str(error))}", highlight=False, soft_wrap=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
