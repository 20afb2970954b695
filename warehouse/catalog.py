"""The DuckDB catalog: views over the Parquet files of one snapshot, and the macros that users query by.

The views and macros are plain SQL in `sql/`, one subject a file. A catalog belongs to its snapshot and names its files
by absolute paths, so a query sees one state even while the next is being published.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from tocsin import UsageError, WarehouseError
from warehouse.fields import TABLES, Table, comment

SQL = Path(__file__).parent / "sql"
FILE = "catalog.duckdb"
#: The view over all rows of a table, where it is not called like the table.
VIEW_NAMES = {"events": "events_all"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query, and the names of their columns; `more` if rows beyond the limit were left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False


def build(snapshot: Path) -> Path:
    """Writes the catalog of a snapshot whose files are in place, and returns its path."""
    aside = snapshot / f".{FILE}.part"
    aside.unlink(missing_ok=True)
    with duckdb.connect(aside) as database:
        database.execute("BEGIN")
        for table in TABLES.values():
            database.execute(_view(table, snapshot))
            _comment_on(database, VIEW_NAMES.get(table.name, table.name), table)
        for file in sorted(SQL.glob("*.sql"), key=lambda file: (file.name != "views.sql", file.name)):
            database.execute(file.read_text(encoding="utf-8"))
        for name in ("events", "events_actual"):
            _comment_on(database, name, TABLES["events"])
        database.execute("COMMIT")
    aside.replace(snapshot / FILE)
    return snapshot / FILE


def connect(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """Opens the catalog of the current snapshot: read-only, with no way to files other than the snapshot's.

    Raises:
        WarehouseError: if there is none.
    """
    path = (warehouse / FILE).resolve()
    if not path.is_file():
        raise WarehouseError("there is no warehouse", str(warehouse), "make one by `tocsin run INPUT --warehouse DIR`")
    files = [str(file) for file in path.parent.glob("*/year=*/*.parquet")]
    try:
        database = duckdb.connect(path, read_only=True)
        database.execute(f"SET allowed_paths = [{', '.join(map(quoted, files))}]")
        database.execute("SET TimeZone = 'UTC'")
        database.execute("SET enable_external_access = false")
        database.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        what = f"the catalog cannot be opened: {error}".splitlines()[0]
        raise WarehouseError(what, str(path), "run `tocsin run` again") from error
    return database


def ask(database: duckdb.DuckDBPyConnection, query: str, limit: int | None = None) -> Answer:
    """Runs one statement that reads, and returns at most `limit` of its rows.

    Raises:
        UsageError: if it is not one, or is faulty.
    """
    try:
        # A query inside a query cannot be anything but a SELECT.
        result = database.execute("SELECT * FROM query(?)", [query])
        rows = result.fetchall() if limit is None else result.fetchmany(limit + 1)
        columns = tuple(column[0] for column in result.description)
        return Answer(columns, tuple(rows[:limit]), limit is not None and len(rows) > limit)
    except duckdb.Error as error:
        what = str(error).partition("\n\nLINE")[0].replace("\n", " ")
        raise UsageError(what, remedy="one SELECT, DESCRIBE or SHOW TABLES") from error


def quoted(text: str) -> str:
    """Returns a text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def _view(table: Table, snapshot: Path) -> str:
    name = VIEW_NAMES.get(table.name, table.name)
    files = sorted(map(str, (snapshot / table.name).glob("year=*/*.parquet")))
    if not files:
        columns = ", ".join(f'NULL::{field.duckdb_type} AS "{field.name}"' for field in table.fields)
        return f"CREATE VIEW {name} AS SELECT {columns}, NULL::INTEGER AS year WHERE false"
    columns = ", ".join(f'"{field.name}"' for field in table.fields)
    paths = ", ".join(map(quoted, files))
    return (
        f"CREATE VIEW {name} AS SELECT {columns}, year "
        f"FROM read_parquet([{paths}], hive_partitioning = true, hive_types = {{'year': INTEGER}})"
    )


def _comment_on(database: duckdb.DuckDBPyConnection, view: str, table: Table) -> None:
    for field in table.fields:
        database.execute(f'COMMENT ON COLUMN {view}."{field.name}" IS {quoted(comment(field))}')
    year = f"The year of {table.dated_by}, by which the files are partitioned."
    database.execute(f"COMMENT ON COLUMN {view}.year IS {quoted(year)}")
    if view == VIEW_NAMES.get(table.name, table.name):
        database.execute(f"COMMENT ON VIEW {view} IS {quoted(table.meaning)}")
