"""README and docs/ say what is there: files, names, commands, options, settings, formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer

from assistant.cli import app
from assistant.settings import Settings
from assistant.staff.evaluate import read_items
from corpus.readers import READERS

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted((ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")))
README = (ROOT / "README.md").read_text("utf-8")
ROOMS = "web|assistant|index|corpus|tests"
LARGEST_PICTURE = 120 * 1024  # bytes

document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)


def commands() -> dict[str, set[str]]:
    """The command line's commands, each with its options."""
    group = typer.main.get_command(app)
    return {name: {opt for p in command.params for opt in p.opts} for name, command in group.commands.items()}  # type: ignore[attr-defined]


def named() -> Iterator[tuple[str, str]]:
    """The names that a document says a module has: `name` (`module.py`) or `name` in `module.py`."""
    for path in DOCUMENTS:
        yield from re.findall(
            rf"`([A-Za-z_.]+)`\s+(?:\(|in\s)`((?:{ROOMS})/[\w/]+\.py)`", path.read_text("utf-8")
        )


@document
def test_every_file_a_document_names_is_there(path: Path) -> None:
    text = path.read_text("utf-8")
    files = set(re.findall(rf"(?<![\w/])((?:{ROOMS}|docs)/[\w./-]*\w/?)", text))
    assert not [file for file in files if not (ROOT / file).exists()]


@document
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8"))
    assert not [link for link in links if "://" not in link and not (path.parent / link).exists()]


def test_every_name_a_document_gives_a_module_is_in_it() -> None:
    found = set(named())
    assert len(found) > 20  # else the documents are written another way, and nothing is checked
    for name, file in sorted(found):
        module = import_module(file.removesuffix(".py").replace("/__init__", "").replace("/", "."))
        holder: Any = module
        for part in name.split("."):
            assert hasattr(holder, part), (name, file)
            holder = getattr(holder, part)


def test_the_readme_names_every_command_and_no_other() -> None:
    assert set(re.findall(r"`?nianbao ([a-z]+)\b", README)) == set(commands())


def test_every_option_the_readme_names_is_one() -> None:
    known = set().union(*commands().values(), {"--help"})
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) <= known


def test_the_readme_names_every_setting_and_no_other() -> None:
    prefix = Settings.model_config["env_prefix"]
    known = {
        f"{prefix}{name}".upper() for name in (*Settings.model_fields, "config")
    }  # config: the file of settings
    assert set(re.findall(r"NIANBAO_[A-Z_]+", README)) == known


def test_the_readme_names_every_format_and_no_other() -> None:
    (formats,) = re.findall(r"\| format \|.*?\n\n", README, flags=re.DOTALL)
    assert set(re.findall(r"`(\.[a-z]+)`", formats)) == set(READERS)


def test_the_readme_counts_the_questions_there_are() -> None:
    items = read_items(ROOT / "tests" / "questions" / "lingyuan-2019.jsonl")
    refused = sum(not item.answerable for item in items)
    assert f"{len(items)} questions on the sample, {refused} of them without an answer" in README


def test_the_pictures_are_small_and_shown() -> None:
    pages = ROOT / "docs" / "PAGES.md"
    texts = {ROOT: README, pages.parent: pages.read_text(encoding="utf-8")}
    shown = {
        place / link for place, text in texts.items() for link in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)
    }
    assert shown == set((ROOT / "docs" / "images").iterdir())
    for picture in shown:
        assert picture.read_bytes()[8:12] == b"WEBP"
        assert picture.stat().st_size < LARGEST_PICTURE
    assert sum(picture.stat().st_size for picture in shown) < 2**20
