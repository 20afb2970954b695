"""Where a warehouse lies: a local folder, where publication swaps a link, or an object store, where it adds a manifest.

Both hold immutable files named by their content, and differ in how a state becomes the current one.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Protocol

import duckdb

from warehouse.manifest import DataFile, Manifest

#: The name of the first edition.
FIRST_EDITION = "main"
_OBJECT_STORE = re.compile(r"(s3|gs|gcs|az|abfs|memory):/+(.*)")


class Place(Protocol):
    """A warehouse's place."""

    @property
    def name(self) -> str:
        """How a user names it."""

    def open(self) -> None:
        """Makes it if it is missing.

        Raises:
            WarehouseError: if it cannot be one.
        """

    def current(self, edition: str | None = None) -> Manifest | None:
        """Returns the published state of an edition, by default the current one; None if there is none."""

    def editions(self) -> list[str]:
        """Returns the names of the editions, oldest first."""

    def staging(self) -> Path:
        """Returns the local folder for rows that are not published yet."""

    def reader(self, manifest: Manifest, file: DataFile) -> IO[bytes]:
        """Opens a published file."""

    def address(self, manifest: Manifest, file: DataFile) -> str:
        """Returns the name by which DuckDB reads a published file, in a session that was prepared."""

    def prepare(self, database: duckdb.DuckDBPyConnection) -> None:
        """Lets a session read the place's files."""

    def publishing(self) -> AbstractContextManager[None]:
        """Lets one process publish at a time, and clears away what killed ones left."""

    def draft(self, edition: str) -> AbstractContextManager[Draft]:
        """Begins the next state of an edition; what is not committed leaves no trace."""


class Draft(Protocol):
    """The next state of an edition while it is written."""

    @property
    def folder(self) -> Path:
        """The local folder for new files, laid out like the data's."""

    @property
    def number(self) -> int:
        """The number of the state to come."""

    def keep(self, previous: Manifest, file: DataFile) -> None:
        """Takes over a file of a published state."""

    def commit(self, manifest: Manifest) -> str:
        """Makes it the current state and returns where that is.

        Raises:
            WarehouseError: if another process published since this began.
        """


def place_of(warehouse: Path | str) -> Place:
    """Returns the place of a folder, or of an address such as `s3://bucket/folder`.

    An address that was made a `Path`, and so lost a slash, is recognised as well.
    """
    if match := _OBJECT_STORE.fullmatch(str(warehouse)):
        from warehouse.object_store import ObjectStore

        return ObjectStore(match[1], match[2].rstrip("/"))
    from warehouse.local import LocalFolder

    return LocalFolder(Path(warehouse))


def states_of(place: Place) -> list[Manifest]:
    """Returns the published state of every edition, oldest edition first."""
    states = [place.current(edition) for edition in place.editions()]
    return [state for state in states if state is not None]
