"""Opens dictionary files, one folder or several in layers, and keeps the line of everything read from them."""

from __future__ import annotations

import csv
import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dictionaries.model import Fault

#: In the cell that makes a row what it is: the entry of the layers below is taken away.
REMOVED = "-"
#: The key of a YAML file that lists what is taken away from the layers below.
REMOVE = "remove"


class Text(str):
    """A string of a YAML file that knows its line, counted from 1."""

    __slots__ = ("line",)
    line: int


def line_of(value: object, otherwise: int) -> int:
    """Returns the line where a value of a YAML file stands, `otherwise` if it is not known."""
    return value.line if isinstance(value, Text) else otherwise


class _LineLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe YAML loader that keeps each mapping's line as `__line__`, the line of strings, and keys written twice."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.repeated: list[Text] = []


def _text(loader: Any, node: Any) -> Text:
    text = Text(node.value)
    text.line = node.start_mark.line + 1
    return text


def _mapping_with_line(loader: Any, node: Any) -> dict[str, Any]:
    mapping = loader.construct_mapping(node, deep=True)
    if len(mapping) < len(node.value):
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                loader.repeated.append(_text(loader, key))
            seen.add(key.value)
    mapping["__line__"] = node.start_mark.line + 1
    return mapping  # type: ignore[no-any-return]


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_with_line)
_LineLoader.add_constructor("tag:yaml.org,2002:str", _text)


@dataclass(frozen=True, slots=True)
class File:
    """A dictionary file.

    Args:
        path: where it is.
        name: within its folder, with slashes: `actors/countries.csv`.
        shown: as faults name it: the name in the lowest folder, the whole path in a layer above.
        layer: the number of its folder, 0 for the lowest.
    """

    path: Path
    name: str
    shown: str
    layer: int

    @property
    def stem(self) -> str:
        """The name without its suffix, with which entries are named."""
        return self.name.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the file, the line where it begins, and its cells by column."""

    file: File
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


class Files:
    """The files of a folder of dictionaries and of the layers over it; collects faults instead of stopping at the first.

    Args:
        folders: the lowest first.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self.faults: list[Fault] = []
        #: Whether a file of entries could not be read as YAML.
        self.broken = False
        self.hash = hashlib.sha256()

    def fault(self, file: File, line: int, kind: str, what: str, remedy: str = "") -> None:
        """Notes a fault."""
        self.faults.append(Fault(file.shown, line, what, remedy, kind))

    def find(self, pattern: str, required: bool = False) -> list[File]:
        """Returns the files that fit a pattern such as `verbs/*.yaml`, layer by layer, sorted within each.

        Args:
            pattern: one folder and a file name with `*`, or a plain name.
            required: whether a plain name is returned for the lowest folder even if it is missing.
        """
        found = []
        for layer, folder in enumerate(self.folders):
            paths = sorted(folder.glob(pattern))
            if required and not layer and not paths:
                paths = [folder / pattern]
            for path in paths:
                name = path.relative_to(folder).as_posix()
                found.append(File(path, name, name if not layer else path.as_posix(), layer))
        return found

    def text(self, file: File) -> str | None:
        """Returns the text of a file, None if it cannot be read."""
        try:
            data = file.path.read_bytes()
            text = data.decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.fault(file, 1, "encoding", f"cannot be read as UTF-8: {error}", "save the file as UTF-8")
            return None
        layer = f"{file.layer}:" if file.layer else ""
        self.hash.update(f"{layer}{file.name}".encode() + b"\0" + data + b"\0")
        if not unicodedata.is_normalized("NFC", text):
            for number, line in enumerate(text.splitlines(), 1):
                if not unicodedata.is_normalized("NFC", line):
                    remedy = "save the file in Unicode normal form C"
                    self.fault(file, number, "not-nfc", "letters are not in NFC", remedy)
        if text.startswith("\ufeff"):
            self.fault(file, 1, "byte-order-mark", "begins with a byte order mark", "save as UTF-8 without it")
            text = text[1:]
        return text

    # --- tables

    def table(self, file: File, columns: tuple[str, ...]) -> Iterator[Row]:
        """Yields the rows of a CSV file that has the columns, comments left out."""
        text = self.text(file)
        if text is None:
            return
        lines = text.split("\n")
        skipped = 0
        while skipped < len(lines) and lines[skipped].startswith("#"):
            skipped += 1
        reader = csv.reader(f"{line}\n" for line in lines[skipped:])
        header = next(reader, None)
        if header is None or tuple(header[: len(columns)]) != columns:
            self.fault(file, skipped + 1, "columns", f"the columns are {header}", f"write them as {','.join(columns)}")
            return
        width, comma = len(header), len(header) == len(columns)
        end = reader.line_num + skipped
        for cells in reader:
            line, end = end + 1, reader.line_num + skipped
            if not cells or cells[0].startswith("#") or (len(cells) == 1 and not cells[0].strip()):
                continue
            if end > line and any("\n" in cell for cell in cells):
                what = f"a quoted cell runs on to line {min(end, len(lines) + skipped)}"
                self.fault(file, line, "open-quote", what, "close the quotation mark, or double one that is meant")
                continue
            if len(cells) != width:
                what = f"{len(cells)} cells instead of {width}"
                self.fault(file, line, "cells", what, "quote cells that hold commas")
                continue
            yield Row(file, line, dict(zip(columns if comma else header, map(str.strip, cells), strict=True)))

    def rows(
        self, files: Sequence[File], columns: tuple[str, ...], key: Callable[[Row], object], mark: str
    ) -> list[Row]:
        """Returns the rows of tables of one kind, those of the upper layers in place of lower ones with the same key.

        Args:
            files: the tables.
            columns: that each of them has.
            key: of a row; the rows of a layer replace all rows with their keys below.
            mark: the column in which `-` takes the rows with this key away.
        """
        rows = [row for file in files for row in self.table(file, columns)]
        for layer in range(1, len(self.folders)):
            ours = {key(row): row for row in rows if row.file.layer == layer}
            below = {key(row) for row in rows if row.file.layer < layer} if ours else set()
            for row in ours.values():
                if row[mark] == REMOVED and key(row) not in below:
                    self.nothing_to_remove(row.file, row.line, str(key(row)))
            rows = [row for row in rows if row.file.layer >= layer or key(row) not in ours]
            rows = [row for row in rows if row.file.layer != layer or row[mark] != REMOVED]
        return rows

    def nothing_to_remove(self, file: File, line: int, what: str) -> None:
        """Notes that what is to be taken away is in no layer below."""
        self.fault(
            file, line, "nothing-to-remove", f"{what!r} is not in the dictionaries below", "correct or delete it"
        )

    # --- YAML

    def yaml(self, file: File) -> Any:
        """Returns what a YAML file holds, None if it is broken."""
        text = self.text(file)
        if text is None:
            return None
        try:
            loader = _LineLoader(text)
            data = loader.get_single_data()
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            what = f"is no valid YAML: {getattr(error, 'problem', error)}"
            self.broken = self.broken or file.name.partition("/")[0] != "words"
            self.fault(file, line, "bad-yaml", what, "see the indent of this line and the one before; quote the text")
            return None
        for name in loader.repeated:
            self.fault(file, name.line, "repeated-key", f"{str(name)!r} is written twice", "merge the two")
        return data

    def mapping(self, file: File) -> dict[str, Any]:
        """Returns a YAML file that holds names with values, `__line__` left out."""
        data = self.yaml(file)
        if data is None:
            return {}
        if not isinstance(data, dict):
            self.fault(file, 1, "bad-value", "holds no names with values", "write `name: [word, word]`")
            return {}
        return {k if isinstance(k, Text) else str(k): v for k, v in data.items() if k != "__line__"}

    def strings(self, file: File, line: int, name: str, value: Any) -> list[Text]:
        """Returns a list of strings of a YAML file, each with its line; anything else is a fault."""
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(file, line_of(value, line), "bad-value", f"{name} is no list", f"write `{name}: [one, another]`")
            return []
        out = []
        for item in value:
            if isinstance(item, dict | list) or item is None:
                self.fault(file, line, "bad-value", f"{item!r} in {name} is no text", "quote it")
                continue
            text = item if isinstance(item, Text) else Text(item)
            if not isinstance(item, Text):
                text.line = line
            out.append(text)
        return out
