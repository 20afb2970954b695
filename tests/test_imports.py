"""The rooms of the house know of each other only what they may."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = {"coders", "dictionaries", "flows", "warehouse", "dashboard", "workbench"}
ALLOWED = {
    "coders": {"dictionaries"},
    "dictionaries": set(),
    "warehouse": set(),
    "flows": {"coders", "dictionaries", "warehouse"},
    "dashboard": {"warehouse", "coders"},
    "workbench": {"coders", "dictionaries"},
}
#: The command line may call the rooms that only it leads to.
ALSO_ALLOWED = {"flows/cli.py": {"dashboard", "workbench"}, "flows/dictionary_commands.py": {"workbench"}}
FOREIGN_TO_CODERS = {"prefect", "duckdb", "pyarrow", "pandas", "polars", "requests", "httpx", "urllib", "socket"}
#: Opens the language model; the dictionaries are opened by `dictionaries.load()`.
OPENS_FILES = {"coders/language.py"}
OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}

FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    """Yields the first part of every module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name_of(path)}:{node.lineno}: write imports in full"
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_imports_only_rooms_it_may(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    allowed = ALLOWED[room] | ALSO_ALLOWED.get(name_of(path), set()) | {room}
    assert (set(imported(path)) & ROOMS) - allowed == set()


@pytest.mark.parametrize("path", [p for p in FILES if p.is_relative_to(ROOT / "coders")], ids=name_of)
def test_coder_stays_pure(path: Path) -> None:
    assert set(imported(path)) & FOREIGN_TO_CODERS == set()
    if name_of(path) in OPENS_FILES:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            assert called not in OPENING, f"{name_of(path)}:{node.lineno}: opens a file"


@pytest.mark.parametrize("path", [*FILES, ROOT / "tocsin.py"], ids=name_of)
def test_library_never_ends_the_program(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"exit", "quit"}, f"{name_of(path)}:{node.lineno}: ends the program"
        if isinstance(node, ast.ExceptHandler):
            every = node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"}
            silent = every and isinstance(node.body[0], ast.Pass)
            assert not silent, f"{name_of(path)}:{node.lineno}: swallows every fault"
