"""Sorting by ranges on disk gives what sorting in memory gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warehouse import sorting
from warehouse.sorting import sort_rows

SCHEMA = pa.schema([("a", pa.string()), ("b", pa.string()), ("n", pa.int32()), ("wide", pa.list_(pa.string()))])
NAMES = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=3)


def table_of(values: Sequence[tuple[str | None, str | None]]) -> pa.Table:
    rows = [{"a": a, "b": b, "n": -n, "wide": ["x"] * (n % 3)} for n, (a, b) in enumerate(values)]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def sort(table: pa.Table, byte_count: int, scratch: Path) -> list[dict[str, object]]:
    def rows(columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        return iter(table.select(list(columns)).to_batches(max_chunksize=7))

    return [row for part in sort_rows(rows, SCHEMA, ("a", "b", "n"), byte_count, scratch) for row in part.to_pylist()]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(st.tuples(NAMES, NAMES), max_size=60), ranges=st.integers(2, 9))
def test_ranges_on_disk_give_the_order_of_memory(
    tmp_path: Path, values: list[tuple[str | None, str | None]], ranges: int
) -> None:
    table = table_of(values)
    expected = sorted(table.to_pylist(), key=lambda row: (row["a"] or "", row["b"] or "", row["n"]))
    assert sort(table, 0, tmp_path) == expected
    assert sort(table, sorting.RANGE_BYTES * (ranges - 1), tmp_path) == expected
    assert not list(tmp_path.iterdir())


def test_many_rows_are_dealt_out_evenly(tmp_path: Path) -> None:
    table = table_of([(f"{n * 7919 % 1000:04}", None) for n in range(1000)])

    def rows(columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        return iter(table.select(list(columns)).to_batches(max_chunksize=100))

    parts = list(sort_rows(rows, SCHEMA, ("a", "n"), sorting.RANGE_BYTES * 9, tmp_path))
    assert [part.num_rows for part in parts] == [100] * 10
