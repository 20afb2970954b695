"""Reads the rows of a published state from Python, with flat memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tocsin import WarehouseError
from warehouse.fields import TABLES
from warehouse.manifest import Manifest
from warehouse.merging import read_batches
from warehouse.places import Place, place_of


def state_of(warehouse: Path | str, edition: str | None = None) -> tuple[Place, Manifest]:
    """Returns the place of a warehouse and the published state of an edition, by default the current one.

    Raises:
        WarehouseError: if there is none.
    """
    place = place_of(warehouse)
    state = place.current(edition)
    if state is not None:
        return place, state
    if edition is not None and place.editions():
        raise WarehouseError(
            f"there is no edition {edition!r}", place.name, f"name one of {', '.join(place.editions())}"
        )
    raise WarehouseError("there is no warehouse", place.name, "make one by `tocsin run INPUT --warehouse DIR`")


def published_batches(
    warehouse: Path | str,
    table: str,
    columns: Sequence[str] | None = None,
    edition: str | None = None,
    year: int | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yields the rows of a table, or of one of its years; columns that came with a later schema are null.

    Raises:
        WarehouseError: at once, if nothing was published.
    """
    place, state = state_of(warehouse, edition)
    return _batches(place, state, table, columns or TABLES[table].names, year)


def is_published(warehouse: Path | str) -> bool:
    """Whether anything was published in a warehouse yet."""
    return place_of(warehouse).current() is not None


def _batches(
    place: Place, state: Manifest, table: str, columns: Sequence[str], year: int | None
) -> Iterator[pa.RecordBatch]:
    for file in sorted(state.of(table, year)):
        with place.reader(state, file) as stream, pq.ParquetFile(stream) as parquet:
            yield from read_batches(parquet, TABLES[table], columns)
