"""Finds every fault of a folder of dictionaries: `python -m dictionaries.lint [FOLDER]`.

Faults are what is wrong for certain; warnings are what only looks so. `docs/dictionaries.md` lists the kinds of both.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from dictionaries.lint_entries import entry_faults
from dictionaries.lint_files import character_faults, unread_files
from dictionaries.lint_tables import table_faults
from dictionaries.load import BUILT_IN, Reader, reader_of
from dictionaries.model import Dictionaries, Fault

Format = Literal["text", "github", "json"]
#: A folder that has this file stands on its own; another one is a layer over the built-in dictionaries.
OWN = "ontology/cameo.csv"
FOLDERS = ("actors", "agents", "ontology", "operators", "verbs", "words")


@dataclass(frozen=True, slots=True)
class Report:
    """What the linter found.

    Args:
        folder: the lowest folder.
        layers: the folders over it.
        dictionaries: what was read.
        faults: in order of file and line, warnings among them.
        reader: knows where everything stands.
    """

    folder: Path
    layers: tuple[Path, ...]
    dictionaries: Dictionaries
    faults: tuple[Fault, ...]
    reader: Reader

    def failed(self, strict: bool = False) -> bool:
        """Whether there are faults; warnings count if `strict`."""
        return any(strict or not fault.warning for fault in self.faults)


def is_layer(folder: Path) -> bool:
    """Whether a folder holds dictionaries that are meant to lie over others."""
    return not (folder / OWN).exists() and any((folder / name).is_dir() for name in FOLDERS)


def lint(folder: Path | None = None, *layers: Path) -> Report:
    """Reads a folder of dictionaries and finds its faults.

    Args:
        folder: the built-in dictionaries by default. One that holds no ontology is read as a layer over these, and only its own
            faults are returned.
        layers: folders that lie over it.

    Raises:
        DictionaryError: a folder is missing.
    """
    base = folder or BUILT_IN
    if base.is_dir() and is_layer(base):
        base, layers = BUILT_IN, (base, *layers)
    reader = reader_of(base, *layers)
    dictionaries = reader.read()
    found = [*dictionaries.faults, *character_faults(reader.files), *unread_files(reader.files)]
    if "cameo" in reader.tables:
        found += table_faults(reader, dictionaries)
        found += entry_faults(reader, dictionaries)
    if layers and base == BUILT_IN:
        found = [fault for fault in found if any(Path(fault.file).is_relative_to(layer) for layer in layers)]
    return Report(base, layers, dictionaries, in_order(found), reader)


def in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    """Sorts faults by place, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda f: (f.file, f.line, f.kind, f.what)))


def shown(fault: Fault, report: Report) -> Fault:
    """Returns a fault whose file can be opened from the current folder."""
    in_layer = any(Path(fault.file).is_relative_to(layer) for layer in report.layers)
    path = Path(fault.file) if in_layer else report.folder / fault.file
    try:
        return replace(fault, file=path.resolve().relative_to(Path.cwd()).as_posix())
    except ValueError:
        return replace(fault, file=path.as_posix())


def lines(report: Report, style: Format = "text") -> Iterator[str]:
    """Yields what the linter prints, one line for each fault, or one JSON object in all."""
    faults = [shown(fault, report) for fault in report.faults]
    if style == "json":
        warnings = sum(f.warning for f in faults)
        counts = {"faults": len(faults) - warnings, "warnings": warnings}
        yield json.dumps({**counts, "found": [asdict(f) for f in faults]}, ensure_ascii=False, indent=1)
        return
    for fault in faults:
        if style == "github":
            level = "warning" if fault.warning else "error"
            message = _escaped(f"{fault.what}{f' ({fault.remedy})' if fault.remedy else ''}")
            yield f"::{level} file={_escaped_property(fault.file)},line={fault.line},title={fault.kind}::{message}"
        else:
            remedy = f" ({fault.remedy})" if fault.remedy else ""
            warning = "warning: " if fault.warning else ""
            yield f"{fault.file}:{fault.line}: {warning}{fault.what}{remedy} [{fault.kind}]"
    if style == "text":
        yield summary(report)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def summary(report: Report) -> str:
    """Returns one line that counts what was read and found."""
    d = report.dictionaries
    patterns = sum(len(v.patterns) + len(v.nouns) for v in d.verbs)
    warnings = sum(f.warning for f in report.faults)
    return (
        f"{len(d.countries)} countries, {len(d.actors)} actors, {len(d.places)} places, {len(d.agents)} agents, "
        f"{len(d.verbs)} verb entries with {patterns} patterns, {len(d.operators)} operators, "
        f"{len(report.faults) - warnings} faults, {warnings} warnings"
    )


def main(arguments: list[str]) -> int:
    """Lints the folder given, or the built-in dictionaries, and returns 1 if there are faults."""
    report = lint(Path(arguments[0]) if arguments else None)
    for line in lines(report):
        print(line)
    return int(report.failed())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
