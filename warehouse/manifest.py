"""What a snapshot consists of: the names of its files, in a small JSON file beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin import WarehouseError
from warehouse.fields import SCHEMA_VERSION

FILE = "manifest.json"


@dataclass(frozen=True, slots=True, order=True)
class DataFile:
    """A published file, which never changes.

    Args:
        table: a name in the field dictionary.
        year: of its partition.
        name: of its content: the beginning of its SHA-256 and `.parquet`.
        row_count: rows in it.
        byte_count: its size.
        schema_version: with which it was written.
    """

    table: str
    year: int
    name: str
    row_count: int
    byte_count: int
    schema_version: str = SCHEMA_VERSION

    @property
    def path(self) -> str:
        """Where it lies, relative to the folder of the data."""
        return f"{self.table}/year={self.year}/{self.name}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A published state.

    Args:
        edition: its name.
        number: counts the snapshots.
        files: all of them.
    """

    edition: str
    number: int
    files: tuple[DataFile, ...]

    def of(self, table: str, year: int | None = None) -> Iterator[DataFile]:
        """Yields the files of a table, or of one of its partitions."""
        return (file for file in self.files if file.table == table and year in (None, file.year))

    def years(self, table: str) -> set[int]:
        """Returns the partitions that a table has."""
        return {file.year for file in self.of(table)}

    def to_json(self) -> bytes:
        """Returns the file's content, the same for the same files."""
        files = [
            {
                "table": file.table,
                "year": file.year,
                "name": file.name,
                "row_count": file.row_count,
                "byte_count": file.byte_count,
                "schema_version": file.schema_version,
            }
            for file in sorted(self.files)
        ]
        return json.dumps({"edition": self.edition, "number": self.number, "files": files}, indent=1).encode()


def parse_manifest(data: bytes, where: str) -> Manifest:
    """Reads a manifest.

    Raises:
        WarehouseError: if it is none.
    """
    try:
        content = json.loads(data)
        files = tuple(DataFile(**file) for file in content["files"])
        return Manifest(content["edition"], content["number"], files)
    except (ValueError, KeyError, TypeError) as error:
        raise WarehouseError(f"the manifest is damaged: {error}", where, "publish again by `tocsin run`") from error
