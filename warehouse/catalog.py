"""The DuckDB catalog: views over the Parquet files of one state, and the macros that users query by.

The views and macros are plain SQL in `sql/`, one subject a file. A catalog belongs to its state and names its files
by absolute paths, so a query sees one state even while the next is being published.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from tocsin import UsageError, WarehouseError
from warehouse.fields import SCHEMA_VERSION, TABLES, Table, comment
from warehouse.manifest import Manifest

if TYPE_CHECKING:
    from warehouse.places import Place

SQL = Path(__file__).parent / "sql"
COUNTRIES = Path(__file__).parent / "countries.csv"
SECTORS = Path(__file__).parent / "sectors.csv"
CODES = Path(__file__).parent / "codes.csv"
ACTOR_CODES = Path(__file__).parent / "actor_codes.csv"
FILE = "catalog.duckdb"
#: The view over all rows of a table, where it is not called like the table: rollups are added up by another view.
VIEW_NAMES = {"events": "events_all"} | {name: f"{name}_parts" for name, table in TABLES.items() if table.made_from}
#: Views that other files of `sql/` build on.
_FIRST = ("views.sql", "rollups.sql")


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query, and the names of their columns; `more` if rows beyond the limit were left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False


def build(place: Place, state: Manifest, folder: Path) -> Path:
    """Writes the catalog of a state whose files are in place into a folder, and returns its path.

    Beside the state's own views it has a schema with those of every other edition, as `edition_main.events`.
    """
    aside = folder / f".{FILE}.part"
    aside.unlink(missing_ok=True)
    others = [edition for edition in place.editions() if edition != state.edition]
    try:
        with duckdb.connect(aside) as database:
            place.prepare(database)
            database.execute("BEGIN")
            _add_about(database, place, state)
            for edition in others:
                if (other := place.current(edition)) is not None:
                    _add_edition(database, place, other)
            _add_edition(database, place, state, is_shown=True)
            database.execute("COMMIT")
    finally:
        Path(f"{aside}.wal").unlink(missing_ok=True)
    aside.replace(folder / FILE)
    return folder / FILE


def _add_about(database: duckdb.DuckDBPyConnection, place: Place, state: Manifest) -> None:
    database.execute("CREATE TABLE about (place VARCHAR, edition VARCHAR, number INTEGER)")
    database.execute("INSERT INTO about VALUES (?, ?, ?)", [address_of(place), state.edition, state.number])
    add_references(database)


def add_references(database: duckdb.DuckDBPyConnection) -> None:
    """Adds the tables `countries`, with their numbers in other data sets, `sectors`, `codes` and `actor_codes`, words for codes."""
    columns = "columns = {country_code: 'VARCHAR', name: 'VARCHAR', fips_code: 'VARCHAR', cow_number: 'INT', gw_number: 'INT'}"
    database.execute(f"CREATE TABLE countries AS FROM read_csv({quoted(str(COUNTRIES))}, header = true, {columns})")
    database.execute(
        f"CREATE TABLE sectors AS FROM read_csv({quoted(str(SECTORS))}, header = true, all_varchar = true)"
    )
    database.execute(
        f"CREATE TABLE actor_codes AS FROM read_csv({quoted(str(ACTOR_CODES))}, header = true, all_varchar = true)"
    )
    columns = "columns = {event_code: 'VARCHAR', label: 'VARCHAR', quad_class: 'TINYINT', goldstein: 'FLOAT'}"
    database.execute(f"CREATE TABLE codes AS FROM read_csv({quoted(str(CODES))}, header = true, {columns})")


def _add_edition(database: duckdb.DuckDBPyConnection, place: Place, state: Manifest, *, is_shown: bool = False) -> None:
    """Adds the views of an edition: to the main schema if it is the one shown, else to a schema of its name."""
    schema = "main" if is_shown else schema_of(state.edition)
    database.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    database.execute(f"USE {schema}")
    for table in TABLES.values():
        database.execute(_view(table, place, state))
        if is_shown:
            _comment_on(database, VIEW_NAMES.get(table.name, table.name), table)
    later = sorted(file.name for file in SQL.glob("*.sql") if file.name not in _FIRST) if is_shown else []
    for name in (*_FIRST, *later):
        database.execute((SQL / name).read_text(encoding="utf-8"))
    if is_shown:
        for view, table_name in (("events", "events"), ("events_actual", "events"), ("events_once", "events")):
            _comment_on(database, view, TABLES[table_name])


def schema_of(edition: str) -> str:
    """Returns the schema that holds an older edition's views."""
    return f"edition_{edition}".replace("-", "_")


def address_of(place: Place) -> str:
    """Returns the absolute name of a place."""
    return place.name if "://" in place.name else str(Path(place.name).resolve())


def connect(
    warehouse: Path | str, edition: str | None = None, settings: Mapping[str, str | int] | None = None
) -> duckdb.DuckDBPyConnection:
    """Opens the catalog of a published state: read-only, with no way to files other than the state's.

    Args:
        warehouse: its folder or address.
        edition: its name; by default the one that was published last.
        settings: more settings of DuckDB by name, such as `memory_limit`; without effect where the process has the
            catalog open already.

    Raises:
        WarehouseError: if there is none.
    """
    from warehouse.reading import state_of

    place, state = state_of(warehouse, edition)
    with tempfile.TemporaryDirectory() as folder:
        path = fetch(place, state, Path(folder))
        try:
            database = duckdb.connect(path, read_only=True)
            _lock_down(database, place, state, settings or {})
        except duckdb.Error as error:
            what = f"the catalog cannot be opened: {error}".splitlines()[0]
            raise WarehouseError(what, str(path), "run `tocsin warehouse relocate`") from error
    return database


def fetch(place: Place, state: Manifest, folder: Path) -> Path:
    """Returns the path of a state's catalog; that of an object store is brought into the folder.

    Raises:
        WarehouseError: if it is missing.
    """
    from warehouse.local import LocalFolder
    from warehouse.object_store import ObjectStore

    if isinstance(place, ObjectStore):
        try:
            return place.fetch_catalog(state, folder)
        except FileNotFoundError:  # whoever published was killed between the manifest and the catalog
            return build(place, state, folder)
    assert isinstance(place, LocalFolder)
    path = place.folder_of(state) / FILE
    if not path.is_file():
        raise WarehouseError("the catalog is missing", str(path), "make it anew by `tocsin warehouse relocate`")
    return path


def _lock_down(
    database: duckdb.DuckDBPyConnection, place: Place, state: Manifest, settings: Mapping[str, str | int]
) -> None:
    from warehouse.places import states_of

    row = database.execute("SELECT place FROM about").fetchone()
    if row is None or row[0] != address_of(place):
        database.close()
        what = f"the warehouse was moved here from {row and row[0]}"
        raise WarehouseError(what, place.name, "run `tocsin warehouse relocate`")
    locked = database.execute("SELECT current_setting('lock_configuration')").fetchone()
    if locked and locked[0]:
        return  # this process has it open already, and DuckDB shares what was set
    place.prepare(database)
    others = [other for other in states_of(place) if other.edition != state.edition]
    files = [place.address(each, file) for each in (state, *others) for file in each.files]
    database.execute(f"SET allowed_paths = [{', '.join(map(quoted, files))}]")
    database.execute("SET TimeZone = 'UTC'")
    database.execute("SET parquet_metadata_cache = true")
    for name, value in settings.items():
        database.execute(f"SET {name} = {quoted(str(value))}")
    database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")


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


def no_rows(table: Table) -> str:
    """Returns a query with the columns of a table and no row."""
    columns = ", ".join(f'NULL::{field.duckdb_type} AS "{field.name}"' for field in table.fields)
    return f"SELECT {columns}, NULL::INTEGER AS year WHERE false"


def rows_of(table: Table, place: Place, state: Manifest) -> str:
    """Returns a query for all rows of a table in a state."""
    files = sorted(place.address(state, file) for file in state.of(table.name))
    if not files:
        return no_rows(table)
    paths = ", ".join(map(quoted, files))
    options = "hive_partitioning = true, hive_types = {'year': INTEGER}"
    # Opening all files to see what columns they have would slow down every query.
    if all(file.schema_version == SCHEMA_VERSION for file in state.of(table.name)):
        columns = ", ".join(f'"{field.name}"' for field in table.fields)
        return f"SELECT {columns}, year FROM read_parquet([{paths}], {options})"
    # Files of an older schema lack columns: there they are NULL.
    rows = f"SELECT * FROM read_parquet([{paths}], {options}, union_by_name = true)"
    return f"{no_rows(table)} UNION ALL BY NAME {rows}"


def _view(table: Table, place: Place, state: Manifest) -> str:
    return f"CREATE VIEW {VIEW_NAMES.get(table.name, table.name)} AS {rows_of(table, place, state)}"


def _comment_on(database: duckdb.DuckDBPyConnection, view: str, table: Table) -> None:
    for field in table.fields:
        database.execute(f'COMMENT ON COLUMN {view}."{field.name}" IS {quoted(comment(field))}')
    dated_by = "publication" if table.made_from else table.dated_by
    year = f"The year of {dated_by}, by which the files are partitioned."
    database.execute(f"COMMENT ON COLUMN {view}.year IS {quoted(year)}")
    if view == VIEW_NAMES.get(table.name, table.name):
        database.execute(f"COMMENT ON VIEW {view} IS {quoted(table.meaning)}")
