"""Looks for damage in a published state: files, schema, keys, order, and tables that contradict each other."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tocsin import TocsinError
from warehouse import catalog, manifest
from warehouse.catalog import quoted, rows_of
from warehouse.fields import SCHEMA_VERSION, TABLES, Field, Table, arrow_schema
from warehouse.local import LocalFolder
from warehouse.manifest import DataFile, Manifest
from warehouse.merging import content_name
from warehouse.places import Place
from warehouse.reading import state_of
from warehouse.rollups import SQL as ROLLUP_SQL
from warehouse.sorting import order_of
from warehouse.staging import abandoned

Kind = Literal[
    "missing_file",
    "unknown_file",
    "unreadable",
    "changed_bytes",
    "schema",
    "row_count",
    "wrong_year",
    "unsorted",
    "duplicate_id",
    "orphan",
    "value",
    "rollup",
    "catalog",
    "file_size",
    "leftover",
]
SQL = Path(__file__).parent / "sql" / "checks"
MEMORY_LIMIT = "1GB"
#: A file that is larger should not be: readers on small machines choke.
MOST_BYTES = 4 << 30
#: The columns that no two rows of a table share.
KEYS = {
    "documents": ("document_id",),
    "sentences": ("document_id", "sentence"),
    "events": ("event_id",),
    "runs": ("run_id",),
}


@dataclass(frozen=True, slots=True)
class Damage:
    """A fault of a warehouse.

    Args:
        kind: of a closed set.
        where: the file or table.
        what: in one clause.
        remedy: what to do about it.
    """

    kind: Kind
    where: str
    what: str
    remedy: str = "code the documents again: tocsin run INPUT, or tocsin run --recode"

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.what} ({self.remedy})"


def check(warehouse: Path | str, edition: str | None = None) -> Iterator[Damage]:
    """Yields the faults of an edition's published state, by default the current one's.

    Where files are at fault, the tables' contents are looked at only in those that are not.

    Raises:
        WarehouseError: if nothing was published.
    """
    place, state = state_of(warehouse, edition)
    sound: list[DataFile] = []
    for file in state.files:
        faults = list(_check_file(place, state, file))
        yield from faults
        if not any(fault.kind in ("missing_file", "unreadable", "schema") for fault in faults):
            sound.append(file)
    yield from _check_surroundings(place, state)
    with tempfile.TemporaryDirectory() as scratch, duckdb.connect() as database:
        place.prepare(database)
        database.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        database.execute(f"SET temp_directory = {quoted(scratch)}")
        database.execute("SET TimeZone = 'UTC'")
        sound_state = Manifest(state.edition, state.number, tuple(sound))
        for table in TABLES.values():
            database.execute(f"CREATE VIEW {table.name} AS {rows_of(table, place, sound_state)}")
        yield from _check_rows(database)
        yield from _check_relations(database)
        yield from _check_rollups(database)


def _check_file(place: Place, state: Manifest, file: DataFile) -> Iterator[Damage]:
    """Looks at one file: is it there, are its bytes those it was named by, and its rows in order?"""
    where = file.path
    try:
        with place.reader(state, file) as stream:
            data = stream.read() if "://" in place.name else None
            name = content_name(Path(place.address(state, file))) if data is None else _name_of(data)
    except OSError as error:
        yield Damage("missing_file", where, f"cannot be opened: {error.strerror or error}")
        return
    if name != file.name:
        yield Damage("changed_bytes", where, "its content is not what it was published with")
    if file.byte_count > MOST_BYTES:
        yield Damage("file_size", where, f"{file.byte_count:,} bytes are too many", "tocsin warehouse compact")
    try:
        source = pa.BufferReader(data) if data is not None else place.address(state, file)
        with pq.ParquetFile(source) as parquet:
            yield from _check_schema(parquet, file)
            for number in range(parquet.num_row_groups):  # a footer may be sound while pages are not
                parquet.read_row_group(number, columns=parquet.schema_arrow.names[:1])
            if file.row_count not in (-1, parquet.metadata.num_rows):
                what = f"{parquet.metadata.num_rows:,} rows instead of {file.row_count:,}"
                yield Damage("row_count", where, what)
            else:
                yield from _check_order(parquet, file)
    except (pa.ArrowException, OSError) as error:
        yield Damage("unreadable", where, f"is no sound Parquet file: {error}".splitlines()[0])


def _name_of(data: bytes) -> str:
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        return content_name(Path(file.name))


def _check_schema(parquet: pq.ParquetFile, file: DataFile) -> Iterator[Damage]:
    found, expected = parquet.schema_arrow, arrow_schema(file.table)
    version = (found.metadata or {}).get(b"schema_version", b"").decode()
    if version != SCHEMA_VERSION:
        what = f"was written with schema {version or 'unknown'}, this is {SCHEMA_VERSION}"
        yield Damage("schema", file.path, what, "tocsin warehouse compact")
    elif not found.equals(expected):
        names = {f.name for f in found}
        wrong = [f.name for f in expected if f.name not in names or found.field(f.name) != f]
        extra = [name for name in names if name not in expected.names]
        yield Damage("schema", file.path, f"columns differ: {', '.join([*wrong, *sorted(extra)]) or 'their order'}")


def _check_order(parquet: pq.ParquetFile, file: DataFile) -> Iterator[Damage]:
    """Looks at the order of rows, some of them at a time with the last of those before."""
    columns = list(TABLES[file.table].sorted_by)
    last: list[pa.RecordBatch] = []
    for batch in parquet.iter_batches(columns=columns):
        rows = pa.Table.from_batches([*last, batch])
        if not order_of(rows, columns).equals(pa.array(np.arange(rows.num_rows, dtype=np.uint64))):
            yield Damage("unsorted", file.path, f"a row breaks the order by {', '.join(columns)}")
            return
        last = [batch.slice(batch.num_rows - 1)]


def _check_surroundings(place: Place, state: Manifest) -> Iterator[Damage]:
    """Looks at what lies around the files: those nobody named, the catalog, and remains of killed runs."""
    clear = "the next tocsin run clears it away"
    for path in abandoned(place.staging()):
        yield Damage("leftover", str(path.with_suffix("")), "a killed run left it", clear)
    if not isinstance(place, LocalFolder):
        return
    folder = place.folder_of(state)
    known = {file.path for file in state.files} | {catalog.FILE, manifest.FILE}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in known:
            yield Damage("unknown_file", name, "was never published, but is read", f"delete {path}")
    for entry in sorted(folder.parent.iterdir()):
        if entry.name.endswith(".part") or (entry.name.isdigit() and int(entry.name) > state.number):
            yield Damage("leftover", str(entry), "a killed publication left it", clear)
    relocate = "tocsin warehouse relocate"
    try:
        with catalog.connect(place.root, state.edition) as database:
            catalog.ask(database, "SELECT count(*) FROM events_all")
    except TocsinError as error:
        yield Damage("catalog", f"{folder / catalog.FILE}", error.what, relocate)
    except duckdb.Error as error:
        yield Damage("catalog", f"{folder / catalog.FILE}", str(error).splitlines()[0], relocate)


def _check_rows(database: duckdb.DuckDBPyConnection) -> Iterator[Damage]:
    """Looks at single rows: keys, partitions, and values that the field dictionary does not allow."""
    for table in TABLES.values():
        if key := KEYS.get(table.name):
            columns = ", ".join(key)
            query = f"SELECT {columns} FROM {table.name} GROUP BY ALL HAVING count(*) > 1"
            yield from _found(database, query, "duplicate_id", table.name, f"more than one row has the same {columns}")
        if not table.made_from:
            query = f"SELECT * FROM {table.name} WHERE year <> coalesce(year({table.dated_by}), 0)"
            yield from _found(database, query, "wrong_year", table.name, f"{table.dated_by} is of another year")
        for field in table.fields:
            if rule := _rule(field, table):
                query = f"SELECT * FROM {table.name} WHERE NOT coalesce({rule}, {str(field.nullable).lower()})"
                yield from _found(database, query, "value", f"{table.name}.{field.name}", "a value is not allowed")


def _rule(field: Field, table: Table) -> str:
    """Returns the condition that a column's values meet."""
    if field.values:
        return f'"{field.name}"::VARCHAR IN ({", ".join(map(quoted, field.values))})'
    if field.name.endswith("_end") and field.name.replace("_end", "_start") in table.names:
        return f'"{field.name}" >= "{field.name.replace("_end", "_start")}"'
    if field.name == "event_root":
        return "event_root = event_code[1:2]"
    if field.unit == "share" and field.type.startswith("float"):
        return f'"{field.name}" BETWEEN 0 AND 1'
    return "" if field.nullable else f'"{field.name}" IS NOT NULL'


def _check_relations(database: duckdb.DuckDBPyConnection) -> Iterator[Damage]:
    """Looks for rows that refer to something that is not there, by the queries in `sql/checks/`."""
    for path in sorted(SQL.glob("*.sql")):
        query = path.read_text(encoding="utf-8")
        what = query.splitlines()[0].removeprefix("-- ").rstrip(".")
        kind: Kind = "row_count" if "count" in path.stem else "orphan"
        yield from _found(database, query, kind, path.stem, what)


def _check_rollups(database: duckdb.DuckDBPyConnection) -> Iterator[Damage]:
    """Computes every rollup again, over all years, and compares."""
    for table in TABLES.values():
        if not table.made_from:
            continue
        keys = [f.name for f in table.fields if not f.name.endswith("_count") and f.name != "sum_goldstein"]
        sums = [f.name for f in table.fields if f.name not in keys]
        query = (ROLLUP_SQL / f"{table.name}.sql").read_text(encoding="utf-8")
        totals = ", ".join(f"round(sum({name})::DOUBLE, 2) AS {name}" for name in sums)
        stored = f"SELECT {', '.join(keys)}, {totals} FROM {table.name} GROUP BY ALL"
        anew = f"SELECT {', '.join(keys)}, {totals} FROM ({query}) GROUP BY ALL"
        difference = f"(({stored}) EXCEPT ({anew})) UNION ALL (({anew}) EXCEPT ({stored}))"
        what = f"is not what {' and '.join(table.made_from)} add up to"
        yield from _found(database, difference, "rollup", table.name, what, "tocsin warehouse compact")


def _found(
    database: duckdb.DuckDBPyConnection, query: str, kind: Kind, where: str, what: str, remedy: str = ""
) -> Iterator[Damage]:
    """Yields a fault if a query, which finds faulty rows, has any."""
    try:
        row = database.execute(f"SELECT count(*) FROM ({query})").fetchone()
    except duckdb.Error as error:
        yield Damage("unreadable", where, str(error).splitlines()[0])
        return
    if row and row[0]:
        counted = f"{what}: {row[0]:,} rows"
        yield Damage(kind, where, counted, remedy) if remedy else Damage(kind, where, counted)
