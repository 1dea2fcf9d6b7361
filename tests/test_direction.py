"""Data moves one way: web -> assistant -> index -> corpus, and within a room from shelf to shelf, never back."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("corpus", "index", "assistant", "web")  # each may import those before it
ENTRY = ROOT / "assistant" / "cli.py"  # serves the web room too


def imported(file: Path) -> Iterator[str]:
    """The modules of the project that a module imports, by their full names."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{name.name}" for name in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] in ROOMS:
                yield name if "." in name and is_module(name) else name.rpartition(".")[0]


def is_module(name: str) -> bool:
    path = ROOT / name.replace(".", "/")
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def shelf(module: str) -> str:
    """A module's folder, or itself where it lies at the top of its room. `assistant.replies`, a folder, is its own shelf."""
    room, _, rest = module.partition(".")
    first = rest.split(".")[0]
    return f"{room}.{first}" if first else room


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_those_below_it(room: str) -> None:
    allowed = ROOMS[: ROOMS.index(room) + 1]
    for file in set((ROOT / room).rglob("*.py")) - {ENTRY}:
        assert {name.split(".")[0] for name in imported(file)} <= set(allowed), file


def test_the_shelves_of_the_assistant_import_one_way() -> None:
    uses: dict[str, set[str]] = {}
    for file in (ROOT / "assistant").rglob("*.py"):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        own = shelf(module)
        uses.setdefault(own, set()).update(
            shelf(name) for name in imported(file) if name.startswith("assistant.") and shelf(name) != own
        )
    assert len(uses) > 15  # else the folder lies elsewhere, and nothing is checked
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))
