"""Computes the rollups of a year by the queries in `sql/rollups/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import duckdb
import pyarrow as pa

from warehouse.catalog import no_rows, quoted
from warehouse.fields import TABLES, Table
from warehouse.parquet import rows_per_group
from warehouse.places import Place

SQL = Path(__file__).parent / "sql" / "rollups"
MEMORY_LIMIT = "600MB"


@dataclass(slots=True)
class Rollups:
    """A DuckDB session that computes rollups.

    Args:
        place: of the files to read.
        scratch: a folder for what does not fit into memory.
    """

    place: Place
    scratch: Path
    database: duckdb.DuckDBPyConnection = field(init=False)

    def __enter__(self) -> Self:
        self.database = duckdb.connect()
        self.place.prepare(self.database)
        self.database.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        self.database.execute(f"SET temp_directory = {quoted(str(self.scratch))}")
        return self

    def __exit__(self, *_: object) -> None:
        self.database.close()

    def batches(self, table: Table, addresses: Mapping[str, Sequence[str]]) -> Iterator[pa.RecordBatch]:
        """Yields the rows of a rollup in its order.

        Args:
            table: the rollup.
            addresses: the files of each table that it is made from.
        """
        for name, files in addresses.items():
            paths = ", ".join(map(quoted, files))
            rows = f"FROM read_parquet([{paths}], hive_partitioning = false)" if files else no_rows(TABLES[name])
            self.database.execute(f"CREATE OR REPLACE VIEW {name} AS {rows}")
        query = (SQL / f"{table.name}.sql").read_text(encoding="utf-8")
        yield from self.database.sql(query).to_arrow_reader(rows_per_group(table.name))
