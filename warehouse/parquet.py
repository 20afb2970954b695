"""Writes Parquet so that the same rows in the same order are the same bytes, with flat memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import BinaryIO, Self

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.fields import arrow_schema, dictionary_columns, statistics_columns

#: Rows of a row group. Documents carry whole texts, so few of them are held at a time.
ROWS_PER_GROUP = {"documents": 500, "sentences": 50_000}
ROWS_PER_OTHER_GROUP = 100_000


class TableWriter:
    """Writes the rows of one table to a stream, in row groups of a fixed number of rows.

    Args:
        stream: open for writing bytes; the caller closes it.
        table: a name in the field dictionary.
        passing: whether the file is read once and then deleted, so that speed counts and size does not.
    """

    def __init__(self, stream: BinaryIO, table: str, *, passing: bool = False) -> None:
        self.schema = arrow_schema(table)
        self.rows_per_group = rows_per_group(table)
        self.row_count = 0
        self._rows: list[Mapping[str, object]] = []
        self._batches: list[pa.RecordBatch] = []
        self._batch_rows = 0
        self._file = pq.ParquetWriter(
            stream,
            self.schema,
            compression="lz4" if passing else "zstd",
            compression_level=None if passing else 3,
            use_dictionary=dictionary_columns(table),
            write_statistics=False if passing else statistics_columns(table),
            version="2.6",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self.close()
        finally:
            with suppress(OSError):  # if it fails here, the fault that matters is on its way
                if self._file.is_open:
                    self._file.close()

    def add(self, row: Mapping[str, object]) -> None:
        """Adds a row, given by column names."""
        self._rows.append(row)
        if len(self._rows) == self.rows_per_group:
            self._write_rows()

    def add_batches(self, batches: Iterable[pa.RecordBatch]) -> None:
        """Adds batches of any size that have the table's columns, in types that can be cast to its own."""
        for batch in batches:
            for part in _split(batch, self.rows_per_group - self._batch_rows, self.rows_per_group):
                self._batches.append(part)
                self._batch_rows += part.num_rows
                if self._batch_rows == self.rows_per_group:
                    self._write_batches()

    def close(self) -> None:
        """Writes the last rows and the footer."""
        if self._rows:
            self._write_rows()
        if self._batches:
            self._write_batches()
        if self._file.is_open:
            self._file.close()

    def _write_rows(self) -> None:
        self._write_group(pa.Table.from_pylist(self._rows, schema=self.schema))
        self._rows = []

    def _write_batches(self) -> None:
        table = pa.Table.from_batches(self._batches)
        self._write_group(table.select(self.schema.names).cast(self.schema))
        self._batches, self._batch_rows = [], 0

    def _write_group(self, table: pa.Table) -> None:
        # One chunk, because page boundaries follow the chunks.
        self._file.write_table(table.combine_chunks(), row_group_size=self.rows_per_group)
        self.row_count += table.num_rows


def rows_per_group(table: str) -> int:
    """Returns how many rows of a table are held in memory at a time."""
    return ROWS_PER_GROUP.get(table, ROWS_PER_OTHER_GROUP)


def _split(batch: pa.RecordBatch, first: int, rest: int) -> Iterable[pa.RecordBatch]:
    """Cuts a batch into a part of at most `first` rows and parts of at most `rest` rows."""
    start, size = 0, first
    while start < batch.num_rows:
        yield batch.slice(start, size)
        start, size = start + size, rest
