"""Rows of a run that is under way: written in shards, so that work that failed halfway can be done again."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.fields import TABLES, arrow_schema
from warehouse.parquet import TableWriter

#: Seconds for which finished shards of a run that was killed wait to be taken up again: a week.
LONGEST_WAIT = 7 * 24 * 3600
#: The folder of notes on finished shards.
FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Staging:
    """The rows of a run that is under way.

    A shard written twice is the same shard, so work that failed halfway can be done again. A shard that is noted as
    finished outlives a run that was killed: the run that is started again in the same folder finds it.
    """

    folder: Path

    def drop_unfinished(self) -> None:
        """Deletes the rows of shards that are not noted as finished, left by a run that was killed."""
        finished = {path.stem for path in (self.folder / FINISHED).glob("*.json")}
        for path in self.folder.glob("*/year=*/*"):
            if path.stem not in finished:
                path.unlink(missing_ok=True)

    def finish(self, shard: int, digest: str, note: Mapping[str, Any]) -> None:
        """Notes that a shard's rows are complete.

        Args:
            shard: its number.
            digest: of what it was made from.
            note: what is to be known of it, as JSON can hold.
        """
        with _written_aside(self._note(shard)) as (aside, path):
            aside.write_text(json.dumps({"digest": digest, "note": note}), encoding="utf-8")
            aside.replace(path)

    def finished(self, shard: int, digest: str) -> dict[str, Any] | None:
        """Returns the note of a shard that was finished from the same; rows of one made from others are deleted."""
        try:
            content = json.loads(self._note(shard).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            content = {}
        if content.get("digest") == digest:
            return dict(content["note"])
        self._drop(shard)
        return None

    def drop_from(self, shard: int) -> None:
        """Deletes finished shards from a number on: the input has become shorter since."""
        for path in (self.folder / FINISHED).glob("*.json"):
            if int(path.stem) >= shard:
                self._drop(int(path.stem))

    def _drop(self, shard: int) -> None:
        self._note(shard).unlink(missing_ok=True)
        for path in self.folder.glob(f"*/year=*/{shard:08d}.parquet"):
            path.unlink()

    def _note(self, shard: int) -> Path:
        return self.folder / FINISHED / f"{shard:08d}.json"

    def write(self, table: str, shard: int, rows: Iterable[Mapping[str, object]]) -> int:
        """Writes the rows of a shard, given by column names, and returns how many they are."""
        by_year: dict[int, list[Mapping[str, object]]] = {}
        for path in (self.folder / table).glob(f"year=*/{shard:08d}.parquet"):
            path.unlink()
        for row in rows:
            by_year.setdefault(_year_of(row.get(TABLES[table].dated_by)), []).append(row)
        for year, rows_of_year in by_year.items():
            with self._writer(table, year, shard) as writer:
                for row in rows_of_year:
                    writer.add(row)
        return sum(map(len, by_year.values()))

    def write_batch(self, table: str, shard: int, batch: pa.RecordBatch | pa.Table) -> int:
        """Writes the rows of a shard, given as Arrow data with the table's columns, and returns how many they are."""
        rows = pa.Table.from_batches([batch]) if isinstance(batch, pa.RecordBatch) else batch
        years = pc.fill_null(pc.year(rows[TABLES[table].dated_by]), 0)
        for year in sorted(pc.unique(years).to_pylist()):
            part = rows.filter(pc.equal(years, year)).select(arrow_schema(table).names)
            with self._writer(table, year, shard) as writer:
                writer.add_batches(part.to_batches())
        return int(rows.num_rows)

    def write_inputs(self, shard: int, inputs: Iterable[str]) -> None:
        """Notes which files were read: what they had among the rejects before is replaced."""
        with _written_aside(self.folder / "inputs" / "year=0" / f"{shard:08d}.parquet") as (aside, path):
            pq.write_table(pa.table({"input": pa.array(sorted(set(inputs)), pa.string())}), aside)
            aside.replace(path)

    def files(self, table: str, year: int | None = None) -> list[Path]:
        """Returns the files of a table, or of one of its partitions."""
        return sorted((self.folder / table).glob(f"year={'*' if year is None else year}/*.parquet"))

    def years(self, table: str) -> set[int]:
        """Returns the partitions that have staged rows."""
        return {int(path.parent.name.removeprefix("year=")) for path in self.files(table)}

    def values(self, table: str, column: str) -> pa.Array:
        """Returns the distinct values of a column over all staged rows of a table."""
        parts = [pq.read_table(f, columns=[column], partitioning=None)[column] for f in self.files(table)]
        chunks = [chunk for part in parts for chunk in part.chunks]
        return pc.unique(pa.chunked_array(chunks, pa.string())).drop_null()

    def remove(self) -> None:
        """Deletes the staged rows."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def _writer(self, table: str, year: int, shard: int) -> Iterator[TableWriter]:
        with _written_aside(self.folder / table / f"year={year}" / f"{shard:08d}.parquet") as (aside, path):
            with aside.open("wb") as stream, TableWriter(stream, table, passing=True) as writer:
                yield writer
            aside.replace(path)


@contextmanager
def alive(staging: Staging) -> Iterator[None]:
    """Holds a lock while a run is under way; the system lets go of it when the process dies, however it does.

    Where the run fails after it has finished shards, these stay to be taken up by the same run started again.
    """
    path = _lock_path(staging.folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        while True:
            file = stack.enter_context(path.open("w"))
            fcntl.flock(file, fcntl.LOCK_EX)
            if path.exists() and os.fstat(file.fileno()).st_ino == path.stat().st_ino:
                break  # else another process took the new file for one that was left, and deleted it
        staging.folder.mkdir(parents=True, exist_ok=True)
        try:
            yield
        except BaseException:
            if not _may_go_on(staging.folder):
                staging.remove()
                path.unlink(missing_ok=True)
            raise
        staging.remove()
        path.unlink(missing_ok=True)


def abandoned(folder: Path) -> list[Path]:
    """Returns what killed runs left in the folder that holds the staging of all runs, and no run will take up."""
    found = []
    for path in sorted(folder.glob("*.lock")):
        with _taken(path) as is_taken:
            if is_taken and not _may_go_on(path.with_suffix("")):
                found.append(path)
    return found


def clear_abandoned(folder: Path, *, all_of_it: bool = False) -> None:
    """Deletes what killed runs left. Runs that are alive keep theirs.

    Args:
        folder: that holds the staging of all runs.
        all_of_it: whether to delete also finished shards that the same run, started again, would take up.
    """
    for lock in sorted(folder.glob("*.lock")):
        with _taken(lock) as is_taken:
            if is_taken and (all_of_it or not _may_go_on(lock.with_suffix(""))):
                shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
                lock.unlink(missing_ok=True)


def _may_go_on(folder: Path) -> bool:
    """Whether a run left finished shards, and not long ago."""
    notes = folder / FINISHED
    return any(notes.glob("*.json")) and time.time() - notes.stat().st_mtime < LONGEST_WAIT


def _lock_path(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")


@contextmanager
def _taken(lock: Path) -> Iterator[bool]:
    """Takes a run's lock and says whether that went well; it does not while the run is alive or has just ended."""
    with ExitStack() as stack:
        try:
            file = stack.enter_context(lock.open("r"))
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_taken = True
        except (BlockingIOError, FileNotFoundError):
            is_taken = False
        yield is_taken


def _year_of(day: object) -> int:
    return day.year if isinstance(day, date) else 0


@contextmanager
def _written_aside(path: Path) -> Iterator[tuple[Path, Path]]:
    """Gives a name beside a path to write to, and the path; clears the first away unless it was renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield aside, path
    finally:
        aside.unlink(missing_ok=True)
