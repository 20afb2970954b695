"""Compares two editions table by table: what was gained, what was lost, and what was coded otherwise."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.catalog import Answer, quoted, rows_of
from warehouse.checking import KEYS, MEMORY_LIMIT
from warehouse.fields import TABLES
from warehouse.reading import state_of

SQL = Path(__file__).parent / "sql" / "diff"
#: Columns that differ between editions in every row.
_VERSIONS = {"dictionary_version", "coder_version", "trace"}
#: The tables that are compared; the others follow from them or tell of runs.
COMPARED = ("documents", "sentences", "events")


@dataclass(frozen=True, slots=True)
class TableDifference:
    """How a table of edition B differs from that of A: rows only in B, only in A, and in both but not alike."""

    table: str
    gained: int
    lost: int
    changed: int
    same: int


@dataclass(frozen=True, slots=True)
class Difference:
    """How edition B differs from edition A.

    Args:
        tables: in numbers.
        by_code: events gained, lost and changed by CAMEO code, from the old to the new.
        by_dyad: events gained, lost and changed by source and target, from the old to the new.
    """

    tables: tuple[TableDifference, ...]
    by_code: Answer
    by_dyad: Answer


def compare(warehouse: Path | str, a: str, b: str, top: int = 50) -> Difference:
    """Compares two editions of a warehouse.

    Args:
        warehouse: its folder or address.
        a: the older edition's name.
        b: the newer one's.
        top: rows of `by_code` and `by_dyad`.

    Raises:
        WarehouseError: if one of them is missing.
    """
    with tempfile.TemporaryDirectory() as scratch, duckdb.connect() as database:
        database.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        database.execute(f"SET temp_directory = {quoted(scratch)}")
        for schema, edition in (("a", a), ("b", b)):
            place, state = state_of(warehouse, edition)
            if schema == "a":
                place.prepare(database)
            database.execute(f"CREATE SCHEMA {schema}")
            for name in COMPARED:
                database.execute(f"CREATE VIEW {schema}.{name} AS {rows_of(TABLES[name], place, state)}")
        tables = tuple(_compare_tables(database))
        answers = [
            _answer(database, (SQL / f"{name}.sql").read_text(encoding="utf-8"), top) for name in ("code", "dyad")
        ]
    return Difference(tables, *answers)


def _compare_tables(database: duckdb.DuckDBPyConnection) -> Iterator[TableDifference]:
    for name in COMPARED:
        key = ", ".join(KEYS[name])
        columns = [f.name for f in TABLES[name].fields if f.name not in {*_VERSIONS, *KEYS[name]}]
        same = " AND ".join(f'a."{column}" IS NOT DISTINCT FROM b."{column}"' for column in columns)
        row = database.execute(
            f"SELECT count(*) FILTER (a.{KEYS[name][0]} IS NULL), count(*) FILTER (b.{KEYS[name][0]} IS NULL), "
            f"count(*) FILTER (a.{KEYS[name][0]} IS NOT NULL AND b.{KEYS[name][0]} IS NOT NULL AND NOT ({same})), "
            f"count(*) FILTER (a.{KEYS[name][0]} IS NOT NULL AND b.{KEYS[name][0]} IS NOT NULL AND ({same})) "
            f"FROM a.{name} AS a FULL JOIN b.{name} AS b USING ({key})"
        ).fetchone()
        assert row
        yield TableDifference(name, *row)


def _answer(database: duckdb.DuckDBPyConnection, query: str, top: int) -> Answer:
    result = database.execute(query)
    rows = result.fetchmany(top + 1)
    return Answer(tuple(column[0] for column in result.description), tuple(rows[:top]), len(rows) > top)
