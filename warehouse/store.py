"""Stores coded documents: rows are staged in shards, then published in one atomic step.

    DIR/current -> editions/main/snapshots/3          a link that publication swaps
    DIR/catalog.duckdb -> current/catalog.duckdb
    DIR/editions/main/snapshots/3/events/year=2022/<hash>.parquet
    DIR/staging/<run>/<table>/year=2022/<shard>.parquet     rows of a run that is under way

Published files are named by their content and never change. A snapshot links those of the one before where nothing
changed, so it costs only what is new. Whoever reads `DIR/current/<table>/year=*/*.parquet` sees one whole state.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tocsin import WarehouseError
from warehouse import catalog
from warehouse.fields import TABLES, Table, arrow_schema
from warehouse.parquet import TableWriter, rows_per_group
from warehouse.sorting import sort_rows

EDITION = "main"
#: Snapshots that stay for readers of an earlier state; hard links make them cheap.
SNAPSHOTS_KEPT = 10
#: The staged values that replace published rows, by table and column.
_REPLACING = (("documents", "document_id"), ("inputs", "input"), ("runs", "run_id"))
#: The columns that say which published rows go; in the other tables it is the document.
_REPLACED_BY = {"rejects": ("document_id", "input"), "runs": ("run_id",)}


@dataclass(frozen=True, slots=True)
class Staging:
    """The rows of a run that is under way.

    A shard written twice is the same shard, so work that failed halfway can be done again.
    """

    folder: Path

    def write(self, table: str, shard: int, rows: Iterable[Mapping[str, object]]) -> int:
        """Writes the rows of a shard, given by column names, and returns how many they are."""
        by_year: dict[int, list[Mapping[str, object]]] = {}
        for row in rows:
            by_year.setdefault(_year_of(row.get(TABLES[table].dated_by)), []).append(row)
        for year, rows_of_year in by_year.items():
            with _written_aside(self.folder / table / f"year={year}" / f"{shard:08d}.parquet") as (aside, path):
                with aside.open("wb") as stream, TableWriter(stream, table) as writer:
                    for row in rows_of_year:
                        writer.add(row)
                aside.replace(path)
        return sum(map(len, by_year.values()))

    def write_inputs(self, shard: int, inputs: Iterable[str]) -> None:
        """Notes which files were read: what they had among the rejects before is replaced."""
        with _written_aside(self.folder / "inputs" / "year=0" / f"{shard:08d}.parquet") as (aside, path):
            pq.write_table(pa.table({"input": pa.array(sorted(set(inputs)), pa.string())}), aside)
            aside.replace(path)

    def values(self, table: str, column: str) -> pa.Array:
        """Returns the distinct values of a column over all staged rows of a table."""
        parts = [pq.read_table(f, columns=[column], partitioning=None)[column] for f in _files(self.folder, table)]
        chunks = [chunk for part in parts for chunk in part.chunks]
        return pc.unique(pa.chunked_array(chunks, pa.string())).drop_null()

    def remove(self) -> None:
        """Deletes the staged rows."""
        shutil.rmtree(self.folder, ignore_errors=True)


def open_warehouse(warehouse: Path) -> Path:
    """Makes the folder of a warehouse if it is missing, and returns its absolute path.

    Raises:
        WarehouseError: if it cannot be one.
    """
    try:
        (warehouse / "editions" / EDITION / "snapshots").mkdir(parents=True, exist_ok=True)
        probe = warehouse / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        what = f"cannot be a warehouse: {error.strerror}"
        raise WarehouseError(what, str(warehouse), "name a folder that can be written") from error
    return warehouse.resolve()


def stage(warehouse: Path, run_id: str) -> Staging:
    """Opens the staging folder of a run."""
    return Staging(open_warehouse(warehouse) / "staging" / run_id)


def current_snapshot(warehouse: Path) -> Path | None:
    """Returns the folder of the published snapshot, or None if nothing was published yet."""
    link = warehouse / "current"
    return link.resolve() if link.is_dir() else None


def publish(warehouse: Path, staging: Staging) -> Path:
    """Merges staged rows with the published ones and makes the result the current snapshot.

    Documents that are staged replace what was published of them; so do the rejects of a file that was read again.
    Readers see the state before or the state after, never one between. Memory stays flat.

    Returns:
        The folder of the new snapshot.
    """
    warehouse = open_warehouse(warehouse)
    with _lock(warehouse):
        previous = current_snapshot(warehouse)
        snapshot = _next_snapshot(warehouse, previous)
        part = snapshot.with_name(f".{snapshot.name}.part")
        part.mkdir(parents=True)
        replaced = {column: staging.values(table, column) for table, column in _REPLACING}
        _Merge(staging, previous, part, replaced).run()
        part.replace(snapshot)
        catalog.build(snapshot)
        _swap(warehouse / "current", snapshot.relative_to(warehouse))
        _swap(warehouse / "catalog.duckdb", Path("current/catalog.duckdb"))
        _drop_old(snapshot)
    staging.remove()
    return snapshot


@dataclass(frozen=True, slots=True)
class _Merge:
    """Merges staged rows with those of the previous snapshot, one table and year at a time.

    Args:
        staging: the new rows.
        previous: the folder of the published rows, or None.
        target: the folder to write.
        replaced: for each column the values whose published rows go: documents coded again, inputs read again.
    """

    staging: Staging
    previous: Path | None
    target: Path
    replaced: dict[str, pa.Array]

    def run(self) -> None:
        for table in TABLES.values():
            staged = _years(self.staging.folder, table.name)
            for year in sorted(staged | _years(self.previous, table.name)):
                if year in staged or self._loses_rows(table, year):
                    self._write_year(table, year)
                else:
                    for file in _files(self.previous, table.name, year):
                        _link(file, self.target / table.name / f"year={year}" / file.name)

    def _keys(self, table: Table) -> list[str]:
        """Returns the columns by whose values published rows are replaced."""
        return [name for name in _REPLACED_BY.get(table.name, ("document_id",)) if len(self.replaced[name])]

    def _kept(self, table: Table, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Returns the published rows that stay."""
        for name in self._keys(table):
            batch = batch.filter(pc.invert(pc.is_in(batch.column(name), self.replaced[name])))
        return batch

    def _loses_rows(self, table: Table, year: int) -> bool:
        keys = self._keys(table)
        batches = _batches(table, _files(self.previous, table.name, year), keys) if keys else iter(())
        return any(self._kept(table, batch).num_rows < batch.num_rows for batch in batches)

    def _rows(self, table: Table, year: int, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yields the kept and the staged rows of a year."""
        wanted = list(dict.fromkeys((*columns, *self._keys(table))))
        for batch in _batches(table, _files(self.previous, table.name, year), wanted):
            yield self._kept(table, batch).select(list(columns))
        yield from _batches(table, _files(self.staging.folder, table.name, year), columns)

    def _write_year(self, table: Table, year: int) -> None:
        """Writes the rows of a year, sorted, to a file named by its content."""
        files = [*_files(self.previous, table.name, year), *_files(self.staging.folder, table.name, year)]
        rows = sort_rows(
            lambda columns: self._rows(table, year, columns),
            arrow_schema(table.name).remove_metadata(),
            table.sorted_by,
            sum(map(_byte_count, files)),
            self.staging.folder / "sorting",
        )
        folder = self.target / table.name / f"year={year}"
        with _written_aside(folder / "rows.parquet") as (aside, _):
            with aside.open("wb") as stream, TableWriter(stream, table.name) as writer:
                for part in rows:
                    writer.add_batches(part.to_batches())
            if writer.row_count:
                self._name_by_content(aside, table, year)
        if not writer.row_count:
            folder.rmdir()

    def _name_by_content(self, file: Path, table: Table, year: int) -> None:
        with file.open("rb") as stream:
            name = f"{hashlib.file_digest(stream, 'sha256').hexdigest()[:32]}.parquet"
        for published in _files(self.previous, table.name, year):
            if published.name == name:
                _link(published, file.with_name(name))
                return
        file.replace(file.with_name(name))


def _year_of(day: object) -> int:
    return day.year if isinstance(day, date) else 0


def _years(folder: Path | None, table: str) -> set[int]:
    return {int(path.name.removeprefix("year=")) for path in (folder / table).glob("year=*")} if folder else set()


def _files(folder: Path | None, table: str, year: int | None = None) -> list[Path]:
    pattern = f"year={'*' if year is None else year}/*.parquet"
    return sorted((folder / table).glob(pattern)) if folder else []


def _batches(table: Table, files: Iterable[Path], columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    for path in files:
        with pq.ParquetFile(path) as file:
            yield from file.iter_batches(rows_per_group(table.name), columns=list(columns))


def _byte_count(path: Path) -> int:
    """Returns about how large a file's rows are in memory."""
    metadata = pq.read_metadata(path)
    return sum(metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))


def _link(file: Path, target: Path) -> None:
    """Links a published file into another snapshot, or copies it where the disk has no hard links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, target)


@contextmanager
def _written_aside(path: Path) -> Iterator[tuple[Path, Path]]:
    """Gives a name beside a path to write to, and the path; clears the first away unless it was renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield aside, path
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def _lock(warehouse: Path) -> Iterator[None]:
    """Lets one process publish at a time; the others wait."""
    with (warehouse / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _next_snapshot(warehouse: Path, previous: Path | None) -> Path:
    """Returns the folder of the next snapshot, after clearing away what was never published."""
    folder = warehouse / "editions" / EDITION / "snapshots"
    number = int(previous.name) if previous else 0
    for entry in folder.iterdir():
        if entry.name.endswith(".part") or (entry.name.isdigit() and int(entry.name) > number):
            shutil.rmtree(entry)
    return folder / str(number + 1)


def _swap(link: Path, target: Path) -> None:
    """Points a link to another target in one step."""
    aside = link.with_name(f".{link.name}.{os.getpid()}.part")
    aside.unlink(missing_ok=True)
    aside.symlink_to(target)
    aside.replace(link)


def _drop_old(snapshot: Path) -> None:
    newest = int(snapshot.name)
    for entry in snapshot.parent.iterdir():
        if entry.name.isdigit() and int(entry.name) <= newest - SNAPSHOTS_KEPT:
            shutil.rmtree(entry)
