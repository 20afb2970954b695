"""Stores coded documents: rows are staged in shards, then published in one atomic step.

    DIR/current -> editions/main/snapshots/3          a link that publication swaps
    DIR/catalog.duckdb -> current/catalog.duckdb
    DIR/editions/main/snapshots/3/events/year=2022/<hash>.parquet
    DIR/staging/<run>/<table>/<shard>.parquet         rows of a run that is under way

Published files are named by their content and never change. A snapshot links those of the one before where nothing
changed, so it costs only what is new. Whoever reads `DIR/current/<table>/year=*/*.parquet` sees one whole state.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from tocsin import WarehouseError
from warehouse import catalog
from warehouse.fields import TABLES, Table
from warehouse.parquet import TableWriter

EDITION = "main"
#: Snapshots that stay for readers of an earlier state; hard links make them cheap.
SNAPSHOTS_KEPT = 10
#: What merging may hold in memory; it goes to disk beyond that.
MERGE_MEMORY = "1GB"


@dataclass(frozen=True, slots=True)
class Staging:
    """The rows of a run that is under way.

    A shard written twice is the same shard, so work that failed halfway can be done again.
    """

    folder: Path

    def write(self, table: str, shard: int, rows: Iterable[Mapping[str, object]]) -> int:
        """Writes the rows of a shard, given by column names, and returns how many they are."""
        path = self._path(table, shard)
        with _written_aside(path) as aside:
            with aside.open("wb") as stream, TableWriter(stream, table) as writer:
                for row in rows:
                    writer.add(row)
            if writer.row_count:
                aside.replace(path)
        return writer.row_count

    def write_inputs(self, shard: int, inputs: Iterable[str]) -> None:
        """Notes which files were read: what they had among the rejects before is replaced."""
        path = self._path("inputs", shard)
        with _written_aside(path) as aside:
            pq.write_table(pa.table({"input": pa.array(sorted(set(inputs)), pa.string())}), aside)
            aside.replace(path)

    def files(self, table: str) -> list[str]:
        """Returns the files of a table."""
        return sorted(map(str, (self.folder / table).glob("*.parquet")))

    def remove(self) -> None:
        """Deletes the staged rows."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, table: str, shard: int) -> Path:
        folder = self.folder / table
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{shard:08d}.parquet"


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
        with _database(staging.folder) as database:
            _Merge(database, staging, previous, part).run()
        part.replace(snapshot)
        catalog.build(snapshot)
        _swap(warehouse / "current", snapshot.relative_to(warehouse))
        _swap(warehouse / "catalog.duckdb", Path("current/catalog.duckdb"))
        _drop_old(snapshot)
    staging.remove()
    return snapshot


@dataclass(frozen=True, slots=True)
class _Merge:
    """Merges staged rows with those of the previous snapshot, one table and year at a time."""

    database: duckdb.DuckDBPyConnection
    staging: Staging
    previous: Path | None
    target: Path

    def run(self) -> None:
        self._list_replaced()
        for table in TABLES.values():
            changed = self._changed_years(table)
            for year in sorted(changed | set(_years(self.previous, table.name))):
                if year in changed:
                    self._write_year(table, year)
                else:
                    for file in _published(self.previous, table.name, year):
                        _link(file, self.target / table.name / f"year={year}" / file.name)

    def _list_replaced(self) -> None:
        """Makes the tables of the documents, inputs and runs that the staged rows replace."""
        for name, column, table in (
            ("replaced", "document_id", "documents"),
            ("read_again", "input", "inputs"),
            ("staged_runs", "run_id", "runs"),
        ):
            files = self.staging.files(table)
            source = f"SELECT DISTINCT {column} FROM read_parquet({files!r})" if files else f"SELECT '' AS {column}"
            self.database.execute(f"CREATE TEMP TABLE {name} AS {source} {'' if files else 'WHERE false'}")

    def _kept_rows(self, table: Table) -> str:
        """Returns the condition on published rows that stay."""
        if table.name == "runs":
            return "run_id NOT IN (SELECT run_id FROM staged_runs)"
        kept = "(document_id IS NULL OR document_id NOT IN (SELECT document_id FROM replaced))"
        if table.name == "rejects":
            return f"{kept} AND input NOT IN (SELECT input FROM read_again)"
        return kept

    def _changed_years(self, table: Table) -> set[int]:
        """Returns the years that have staged rows, or published ones that go."""
        year = f"SELECT DISTINCT coalesce(year({table.dated_by}), 0) FROM read_parquet"
        queries = []
        if staged := self.staging.files(table.name):
            queries.append(f"{year}({staged!r})")
        if published := [str(file) for y in _years(self.previous, table.name) for file in self._files(table, y)]:
            queries.append(f"{year}({published!r}, hive_partitioning = false) WHERE NOT ({self._kept_rows(table)})")
        return {row[0] for query in queries for row in self.database.execute(query).fetchall()}

    def _files(self, table: Table, year: int) -> list[Path]:
        return _published(self.previous, table.name, year)

    def _write_year(self, table: Table, year: int) -> None:
        """Writes the kept and the staged rows of a year, sorted, to a file named by its content."""
        columns = ", ".join(f'"{name}"' for name in table.names)
        order = ", ".join(f'"{name}" ASC NULLS FIRST' for name in table.sorted_by)
        parts = []
        if published := list(map(str, self._files(table, year))):
            rows = f"read_parquet({published!r}, hive_partitioning = false)"
            parts.append(f"SELECT {columns} FROM {rows} WHERE {self._kept_rows(table)}")
        if staged := self.staging.files(table.name):
            rows = f"read_parquet({staged!r}) WHERE coalesce(year({table.dated_by}), 0) = {year}"
            parts.append(f"SELECT {columns} FROM {rows}")
        query = f"SELECT * FROM ({' UNION ALL '.join(parts)}) ORDER BY {order}"
        folder = self.target / table.name / f"year={year}"
        with _written_aside(folder / "rows.parquet") as aside:
            with aside.open("wb") as stream, TableWriter(stream, table.name) as writer:
                writer.add_batches(self.database.sql(query).to_arrow_reader(2048))
            if writer.row_count:
                self._name_by_content(aside, table, year)
        if not writer.row_count:
            folder.rmdir()

    def _name_by_content(self, file: Path, table: Table, year: int) -> None:
        with file.open("rb") as stream:
            name = f"{hashlib.file_digest(stream, 'sha256').hexdigest()[:32]}.parquet"
        for published in self._files(table, year):
            if published.name == name:
                _link(published, file.with_name(name))
                return
        file.replace(file.with_name(name))


def _years(snapshot: Path | None, table: str) -> list[int]:
    folders = sorted((snapshot / table).glob("year=*")) if snapshot else []
    return [int(folder.name.removeprefix("year=")) for folder in folders]


def _published(snapshot: Path | None, table: str, year: int) -> list[Path]:
    return sorted((snapshot / table / f"year={year}").glob("*.parquet")) if snapshot else []


def _link(file: Path, target: Path) -> None:
    """Links a published file into another snapshot, or copies it where the disk has no hard links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, target)


@contextmanager
def _written_aside(path: Path) -> Iterator[Path]:
    """Gives a name beside a path to write to, and clears it away unless it was renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield aside
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def _lock(warehouse: Path) -> Iterator[None]:
    """Lets one process publish at a time; the others wait."""
    with (warehouse / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _database(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Opens a DuckDB in memory that sorts on disk what is too large."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as database:
        database.execute(f"SET memory_limit = '{MERGE_MEMORY}'")
        database.execute(f"SET temp_directory = {catalog.quoted(str(folder / 'sorting'))}")
        database.execute("SET TimeZone = 'UTC'")
        yield database


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
