"""Sorts more rows than memory holds: they are dealt out to files by range, then sorted range by range.

DuckDB 2.0.0 sorts wide rows in memory only: a year of 400,000 documents did not fit into a gigabyte.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

#: What one range may hold in memory, in bytes.
RANGE_BYTES = 64 << 20
#: Files open at a time; beyond that ranges grow.
MOST_RANGES = 256
#: Keys looked at to find where ranges begin.
SAMPLE = 50_000

#: Yields the rows as batches with the columns named.
Rows = Callable[[Sequence[str]], Iterator[pa.RecordBatch]]


def sort_rows(
    rows: Rows, schema: pa.Schema, order: Sequence[str], byte_count: int, scratch: Path
) -> Iterator[pa.Table]:
    """Yields rows in order, as tables of any size; null comes first, like an empty string.

    Args:
        rows: called with the columns wanted, it yields the rows; it is called three times if there are many.
        schema: of the rows.
        order: the columns to sort by; the first one or two that are strings say in which range a row falls.
        byte_count: about how large the rows are, which decides into how many ranges they are dealt out.
        scratch: a folder for the ranges; it need not exist, and is empty afterwards.
    """
    count = min(MOST_RANGES, 1 + byte_count // RANGE_BYTES)
    if count == 1:
        yield _sorted(pa.Table.from_batches(rows(schema.names), schema=schema), order)
        return
    keys = [name for name in order[:2] if pa.types.is_string(schema.field(name).type)]
    starts = _range_starts(rows, keys, count)
    files = [scratch / f"range-{number:04}.arrow" for number in range(len(starts) + 1)]
    scratch.mkdir(parents=True, exist_ok=True)
    _deal_out(rows, schema, keys, starts, files)
    for file in files:
        with pa.OSFile(str(file)) as stream, pa.ipc.open_stream(stream) as reader:
            yield _sorted(reader.read_all(), order)
        file.unlink()


def order_of(table: pa.Table, order: Sequence[str]) -> pa.Array:
    """Returns the numbers of the rows in order; null strings come first, like empty ones, and other nulls last."""
    strings = {name for name in order if pa.types.is_string(table.schema.field(name).type)}
    keys = {name: pc.fill_null(table[name], "") if name in strings else table[name] for name in order}
    return pc.sort_indices(pa.table(keys), sort_keys=[(name, "ascending") for name in order])


def _sorted(table: pa.Table, order: Sequence[str]) -> pa.Table:
    return table.take(order_of(table, order))


def _keys(batch: pa.RecordBatch, names: Sequence[str]) -> tuple[list[Any], NDArray[np.int64]]:
    """Returns the distinct values of a batch's key columns, which sort as they do, and which of them each row has."""
    columns = [pc.fill_null(batch.column(name), "").dictionary_encode() for name in names]
    combined = np.zeros(batch.num_rows, np.int64)
    for column in columns:
        combined = combined * len(column.dictionary) + column.indices.to_numpy()
    distinct, members = np.unique(combined, return_inverse=True)
    values: list[list[Any]] = []
    for column in reversed(columns):
        size = max(1, len(column.dictionary))
        values.insert(0, column.dictionary.take(pa.array(distinct % size)).to_pylist())
        distinct = distinct // size
    return list(zip(*values, strict=True)), members.reshape(-1)


def _range_starts(rows: Rows, names: Sequence[str], count: int) -> list[Any]:
    """Returns the keys at which all ranges but the first begin. Where they lie does not change the outcome."""
    total = sum(batch.num_rows for batch in rows(names[:1]))
    step = 1 + total // SAMPLE
    sample: list[Any] = []
    for batch in rows(names):
        some = batch.take(pa.array(np.arange(0, batch.num_rows, step)))
        sample += zip(*(pc.fill_null(some.column(name), "").to_pylist() for name in names), strict=True)
    sample.sort()
    return sorted({sample[len(sample) * number // count] for number in range(1, count)}) if sample else []


def _deal_out(rows: Rows, schema: pa.Schema, names: Sequence[str], starts: list[Any], files: Sequence[Path]) -> None:
    """Writes each row to the file of its range."""
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with ExitStack() as stack:
        streams = [stack.enter_context(pa.OSFile(str(file), "wb")) for file in files]
        writers = [stack.enter_context(pa.ipc.new_stream(stream, schema, options=options)) for stream in streams]
        for batch in rows(schema.names):
            distinct, members = _keys(batch, names)
            ranges = np.array([bisect_right(starts, key) for key in distinct], np.int64)[members]
            order = np.argsort(ranges, kind="stable")
            dealt = batch.take(pa.array(order))
            numbers, firsts = np.unique(ranges[order], return_index=True)
            for number, first, end in zip(numbers, firsts, [*firsts[1:], batch.num_rows], strict=True):
                writers[number].write_batch(dealt.slice(first, end - first))
