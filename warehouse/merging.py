"""Merges staged rows with published ones, one table and year at a time, with flat memory."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.fields import SCHEMA_VERSION, TABLES, Table, arrow_schema
from warehouse.manifest import DataFile, Manifest
from warehouse.parquet import TableWriter, rows_per_group
from warehouse.places import Draft, Place
from warehouse.rollups import Rollups
from warehouse.sorting import sort_rows
from warehouse.staging import Staging

#: Years merged at a time; each holds some hundred megabytes at most.
THREADS = min(2, os.cpu_count() or 1)
#: The staged values that replace published rows, by table and column.
_REPLACING = (("documents", "document_id"), ("inputs", "input"), ("runs", "run_id"))
#: The columns that say which published rows go; in the other tables it is the document.
_REPLACED_BY = {"rejects": ("document_id", "input"), "runs": ("run_id",)}


@dataclass(slots=True)
class Merge:
    """Merges staged rows with those of the state before.

    Args:
        place: where the warehouse lies.
        staging: the new rows.
        previous: the published state, or None.
        draft: the state to write.
        rewrite: whether to write every year anew, though nothing changed.
    """

    place: Place
    staging: Staging
    previous: Manifest | None
    draft: Draft
    rewrite: bool = False
    files: list[DataFile] = field(default_factory=list)
    replaced: dict[str, pa.Array] = field(default_factory=dict)

    def run(self) -> tuple[DataFile, ...]:
        """Writes what changed, keeps the rest, and returns the files of the new state."""
        self.replaced = {column: self.staging.values(table, column) for table, column in _REPLACING}
        with ThreadPoolExecutor(THREADS) as pool:
            work = [
                pool.submit(self._merge_year, table, year)
                for table in TABLES.values()
                if not table.made_from
                for year in sorted(self.staging.years(table.name) | self._published_years(table.name))
            ]
            try:
                for each in work:
                    each.result()
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        self._roll_up()
        return tuple(sorted(self.files))

    def _merge_year(self, table: Table, year: int) -> None:
        is_staged = bool(self.staging.files(table.name, year))
        if is_staged or self.rewrite or self._is_outdated(table, year) or self._loses_rows(table, year):
            self._write_year(table, year)
        else:
            self._keep(table.name, year)

    def _published_years(self, table: str) -> set[int]:
        return self.previous.years(table) if self.previous else set()

    def _published(self, table: str, year: int) -> list[DataFile]:
        return sorted(self.previous.of(table, year)) if self.previous else []

    def _keep(self, table: str, year: int) -> None:
        assert self.previous
        for file in self._published(table, year):
            self.draft.keep(self.previous, file)
            self.files.append(file)

    def _is_outdated(self, table: Table, year: int) -> bool:
        """Says whether a year was written with another schema, or as several files."""
        files = self._published(table.name, year)
        return len(files) > 1 or any(file.schema_version != SCHEMA_VERSION for file in files)

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
        batches = self._published_batches(table, year, keys) if keys else iter(())
        return any(self._kept(table, batch).num_rows < batch.num_rows for batch in batches)

    def _published_batches(self, table: Table, year: int, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        for file in self._published(table.name, year):
            assert self.previous
            with self.place.reader(self.previous, file) as stream, pq.ParquetFile(stream) as parquet:
                yield from read_batches(parquet, table, columns)

    def _rows(self, table: Table, year: int, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yields the kept and the staged rows of a year."""
        wanted = list(dict.fromkeys((*columns, *self._keys(table))))
        for batch in self._published_batches(table, year, wanted):
            yield self._kept(table, batch).select(list(columns))
        for path in self.staging.files(table.name, year):
            with pq.ParquetFile(path) as parquet:
                yield from read_batches(parquet, table, columns)

    def _byte_count(self, table: Table, year: int) -> int:
        """Returns about how large a year's rows are in memory."""
        total = sum(_byte_count(pq.read_metadata(path)) for path in self.staging.files(table.name, year))
        for file in self._published(table.name, year):
            assert self.previous
            with self.place.reader(self.previous, file) as stream:
                total += _byte_count(pq.read_metadata(stream))
        return total

    def _write_year(self, table: Table, year: int) -> None:
        """Writes the rows of a year, sorted, to a file named by its content."""
        rows = sort_rows(
            lambda columns: self._rows(table, year, columns),
            arrow_schema(table.name).remove_metadata(),
            table.sorted_by,
            self._byte_count(table, year),
            self.staging.folder / "sorting" / f"{table.name}-{year}",
        )
        self._write(table.name, year, (batch for part in rows for batch in part.to_batches()))

    def _write(self, table: str, year: int, batches: Iterable[pa.RecordBatch]) -> None:
        folder = self.draft.folder / table / f"year={year}"
        folder.mkdir(parents=True)
        aside = folder / ".rows.part"
        with aside.open("wb") as stream, TableWriter(stream, table) as writer:
            writer.add_batches(batches)
            writer.close()
            stream.flush()
            os.fsync(stream.fileno())
        if not writer.row_count:
            aside.unlink()
            folder.rmdir()
            return
        file = DataFile(table, year, content_name(aside), writer.row_count, aside.stat().st_size)
        same = [published for published in self._published(table, year) if published == file]
        if self.previous and same and not self.rewrite:
            aside.unlink()
            self.draft.keep(self.previous, file)
        else:
            aside.replace(folder / file.name)
        self.files.append(file)

    def _roll_up(self) -> None:
        """Computes the rollups of the years whose rows changed; those of the others stay."""
        with Rollups(self.place, self.staging.folder / "sorting") as rollups:
            self._roll_up_changed(rollups)

    def _roll_up_changed(self, rollups: Rollups) -> None:
        before = set(self.previous.files) if self.previous else set()
        for table in TABLES.values():
            parts = [file for file in self.files if file.table in table.made_from]
            for year in sorted({file.year for file in parts}):
                sources = [file for file in parts if file.year == year]
                gone = [f for name in table.made_from for f in self._published(name, year) if f not in sources]
                known = self._published(table.name, year) and not self._is_outdated(table, year)
                if known and before.issuperset(sources) and not gone and not self.rewrite:
                    self._keep(table.name, year)
                else:
                    addresses: dict[str, list[str]] = {
                        name: [self._address(file) for file in sources if file.table == name]
                        for name in table.made_from
                    }
                    self._write(table.name, year, rollups.batches(table, addresses))

    def _address(self, file: DataFile) -> str:
        written = self.draft.folder / file.path
        if written.exists():
            return str(written)
        assert self.previous
        return self.place.address(self.previous, file)


def read_batches(parquet: pq.ParquetFile, table: Table, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Yields rows of a file; columns that came with a later schema are null."""
    there = [name for name in columns if name in parquet.schema_arrow.names]
    missing = [field for field in table.fields if field.name in set(columns) - set(there)]
    for batch in parquet.iter_batches(rows_per_group(table.name), columns=there):
        for field_missing in missing:
            nulls = pa.nulls(batch.num_rows, field_missing.arrow.type)
            batch = batch.append_column(field_missing.arrow, nulls)
        yield batch.select(list(columns))


def content_name(file: Path) -> str:
    """Returns the name that a file has by its content."""
    with file.open("rb") as stream:
        return f"{hashlib.file_digest(stream, 'sha256').hexdigest()[:32]}.parquet"


def _byte_count(metadata: pq.FileMetaData) -> int:
    return sum(metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))
