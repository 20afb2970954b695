"""A warehouse in a local folder: snapshots of hard links, and a link to the current one.

- `DIR/current -> editions/main/snapshots/3`: a link that publication swaps
- `DIR/catalog.duckdb -> current/catalog.duckdb`
- `DIR/editions/main/current -> snapshots/3`
- `DIR/editions/main/snapshots/3/manifest.json`
- `DIR/editions/main/snapshots/3/events/year=2022/<hash>.parquet`
- `DIR/staging/<run>/`: rows of a run that is under way; while it is alive it holds a lock on `<run>.lock`
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import duckdb

from tocsin import WarehouseError
from warehouse import catalog, manifest
from warehouse.manifest import DataFile, Manifest
from warehouse.places import FIRST_EDITION

#: Snapshots that stay for readers of an earlier state; hard links make them cheap.
SNAPSHOTS_KEPT = 10


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A warehouse in a folder of a file system that has links."""

    root: Path

    @property
    def name(self) -> str:
        """The folder's name."""
        return str(self.root)

    def open(self) -> None:
        """Makes the folder if it is missing."""
        try:
            (self.root / "editions" / FIRST_EDITION / "snapshots").mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.root):
                pass
        except OSError as error:
            what = f"cannot be a warehouse: {error.strerror}"
            raise WarehouseError(what, str(self.root), "name a folder that can be written") from error

    def snapshot(self, edition: str | None = None) -> Path | None:
        """Returns the folder of an edition's published snapshot, by default the current one's."""
        link = self.root / "current"
        newest = link.resolve() if link.is_dir() else None
        if edition is None or (newest and newest.parents[1].name == edition):
            return newest
        link = self.root / "editions" / edition / "current"
        return link.resolve() if link.is_dir() else None

    def current(self, edition: str | None = None) -> Manifest | None:
        """Returns the published state."""
        folder = self.snapshot(edition)
        return read_manifest(folder) if folder else None

    def editions(self) -> list[str]:
        """Returns the names of the editions that were published, oldest first."""
        found = {path.parent.name for path in (self.root / "editions").glob("*/current") if path.is_dir()}
        if newest := self.snapshot():
            found.add(newest.parents[1].name)
        return sorted(found, key=edition_order)

    def staging(self) -> Path:
        """Returns the folder for rows that are not published yet."""
        return self.root.resolve() / "staging"

    def folder_of(self, state: Manifest) -> Path:
        """Returns the folder of a state."""
        return self.root.resolve() / "editions" / state.edition / "snapshots" / str(state.number)

    def reader(self, state: Manifest, file: DataFile) -> IO[bytes]:
        """Opens a published file."""
        return (self.folder_of(state) / file.path).open("rb")

    def address(self, state: Manifest, file: DataFile) -> str:
        """Returns the absolute path of a published file."""
        return str(self.folder_of(state) / file.path)

    def prepare(self, database: duckdb.DuckDBPyConnection) -> None:
        """Does nothing: DuckDB reads local files."""

    @contextmanager
    def publishing(self) -> Iterator[None]:
        """Waits until no other process publishes, and mends what a killed one left."""
        with (self.root / ".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            for aside in self.root.glob(".*.part"):
                aside.unlink(missing_ok=True)
            if snapshot := self.snapshot():
                self._note_edition(snapshot)
            yield

    @contextmanager
    def draft(self, edition: str) -> Iterator[LocalDraft]:
        """Begins the next snapshot of an edition, after clearing away what was never published."""
        folder = self.root.resolve() / "editions" / edition / "snapshots"
        folder.mkdir(parents=True, exist_ok=True)
        published = self.snapshot(edition)
        number = int(published.name) if published else 0
        for entry in folder.iterdir():
            if entry.name.endswith(".part") or (entry.name.isdigit() and int(entry.name) > number):
                shutil.rmtree(entry)
        draft = LocalDraft(self, folder, number + 1)
        draft.folder.mkdir()
        try:
            yield draft
        except BaseException:
            shutil.rmtree(draft.folder, ignore_errors=True)
            raise

    def _note_edition(self, snapshot: Path) -> None:
        """Points the link of the current edition to its snapshot, and the catalog's to the current one's."""
        edition = snapshot.parents[1]
        target = Path("snapshots") / snapshot.name
        if not (edition / "current").is_symlink() or (edition / "current").readlink() != target:
            swap(edition / "current", target)
        if not (self.root / catalog.FILE).is_symlink():
            swap(self.root / catalog.FILE, Path("current") / catalog.FILE)


@dataclass(frozen=True, slots=True)
class LocalDraft:
    """The next snapshot while it is written."""

    place: LocalFolder
    snapshots: Path
    number: int

    @property
    def folder(self) -> Path:
        """The folder that will be renamed."""
        return self.snapshots / f".{self.number}.part"

    def keep(self, previous: Manifest, file: DataFile) -> None:
        """Links a published file into the next snapshot."""
        link(self.place.folder_of(previous) / file.path, self.folder / file.path)

    def commit(self, state: Manifest) -> str:
        """Makes the draft a snapshot, and that the current one in one step."""
        (self.folder / manifest.FILE).write_bytes(state.to_json())
        snapshot = self.snapshots / str(self.number)
        for folder in (self.folder, *(path for path in self.folder.rglob("*"))):
            _settle(folder)
        self.folder.replace(snapshot)
        try:
            catalog.build(self.place, state, snapshot)
            _settle(snapshot)
            _settle(self.snapshots)
            swap(self.place.root / "current", snapshot.relative_to(self.place.root.resolve()))
        except BaseException:
            if self.place.snapshot() != snapshot:
                shutil.rmtree(snapshot, ignore_errors=True)
            raise
        self.place._note_edition(snapshot)
        drop_old(self.snapshots, self.number, SNAPSHOTS_KEPT)
        return str(snapshot)


def read_manifest(snapshot: Path) -> Manifest:
    """Reads the manifest of a snapshot; one that is missing is made up from the files, as old versions wrote none.

    Raises:
        WarehouseError: if it is damaged.
    """
    path = snapshot / manifest.FILE
    if path.is_file():
        return manifest.parse_manifest(path.read_bytes(), str(path))
    files = tuple(
        DataFile(file.parts[-3], int(file.parent.name.removeprefix("year=")), file.name, -1, file.stat().st_size, "1")
        for file in sorted(snapshot.glob("*/year=*/*.parquet"))
    )
    return Manifest(snapshot.parents[1].name, int(snapshot.name), files)


def edition_order(name: str) -> tuple[int, str]:
    """Returns what sorts editions by age: the first, then those with a number at their end, in its order."""
    number = name.rpartition("-")[2]
    return (0 if name == FIRST_EDITION else int(number) if number.isdigit() else 1 << 30, name)


def link(file: Path, target: Path) -> None:
    """Links a published file into another snapshot, or copies it where the disk has no hard links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(file)
    except FileNotFoundError as error:
        raise WarehouseError("a published file is missing", str(file), "run `tocsin warehouse check`") from error
    except OSError:
        shutil.copyfile(file, target)


def swap(link: Path, target: Path) -> None:
    """Points a link to another target in one step."""
    aside = link.with_name(f".{link.name}.{os.getpid()}.part")
    aside.unlink(missing_ok=True)
    aside.symlink_to(target)
    aside.replace(link)
    _settle(link.parent)


def drop_old(snapshots: Path, newest: int, kept: int) -> None:
    """Deletes all but the newest snapshots of an edition."""
    for entry in snapshots.iterdir():
        if entry.name.isdigit() and int(entry.name) <= newest - kept:
            shutil.rmtree(entry)


def _settle(path: Path) -> None:
    """Waits until a folder's entries or a new file are on the disk, so that a loss of power cannot undo them."""
    if path.is_file() and path.stat().st_nlink > 1:
        return  # linked from a snapshot before, and long there
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
