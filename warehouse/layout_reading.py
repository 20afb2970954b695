"""Reads files in the layouts of other event data sets into Tocsin's event columns, past the known traps.

The traps: leading zeros that a spreadsheet has eaten; literal `NA`, `None` or `NULL` for nothing; ids that occur more
than once; files that are part UTF-8, part ISO-8859-1; GDELT files of 57, 58 and 61 columns without a header.
"""

from __future__ import annotations

import gzip
import zipfile
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from tocsin import DocumentError, UsageError
from warehouse.catalog import add_references, no_rows
from warehouse.fields import TABLES, arrow_schema
from warehouse.layouts import Layout, layout_of

SQL = Path(__file__).parent / "sql" / "layouts"
#: The columns of the historical Phoenix files, by their present names.
_OLD_PHOENIX = {
    "eid": "EventID",
    "source": "SourceActorFull",
    "source_root": "SourceActorEntity",
    "source_agent": "SourceActorRole",
    "source_others": "SourceActorAttribute",
    "target": "TargetActorFull",
    "target_root": "TargetActorEntity",
    "target_agent": "TargetActorRole",
    "target_others": "TargetActorAttribute",
    "code": "EventCode",
    "root_code": "EventRootCode",
    "goldstein": "GoldsteinScore",
    "quad_class": "QuadClass",
    "joined_issues": "Issues",
    "lat": "ActionLat",
    "lon": "ActionLong",
    "placename": "LocationName",
    "countryname": "GeoCountryName",
    "statename": "GeoStateName",
    "aid": "SentenceID",
    "url": "URLs",
    "story_date": "Date",
}


@dataclass(frozen=True, slots=True)
class EventsRead:
    """What was read.

    Args:
        table: events with Tocsin's columns; what the layout does not hold is null.
        skipped: lines with another number of columns.
        repeated: rows left out because the same row was there before.
    """

    table: pa.Table
    skipped: int
    repeated: int


def read_events(file: Path, layout_name: str) -> EventsRead:
    """Reads a file, which may be packed by gzip or zip, in a layout.

    An id that occurs with different rows is kept and gets `#2`, `#3` and so on.

    Raises:
        UsageError: if there is no such layout or file.
        DocumentError: if the file is in another layout.
    """
    layout = layout_of(layout_name)
    with duckdb.connect() as database:
        columns = _columns(layout)
        rows, skipped = _read_rows(file, layout, columns)
        database.execute("SET TimeZone = 'UTC'")
        add_references(database)
        database.execute((SQL / "values.sql").read_text(encoding="utf-8"))
        database.register("file_rows", rows)
        database.execute("CREATE TABLE layout_rows AS SELECT DISTINCT * FROM file_rows")
        name = "gdelt" if layout.name == "gdelt1" else layout.name
        database.execute(f"CREATE TABLE found AS {(SQL / f'read_{name}.sql').read_text(encoding='utf-8')}")
        table = database.sql((SQL / "numbered.sql").read_text(encoding="utf-8")).to_arrow_table()
    events = _as_events(table)
    return EventsRead(events, skipped, rows.num_rows - events.num_rows)


def write_events(file: Path, layout_name: str, out: Path) -> int:
    """Turns a file in a layout into Parquet with Tocsin's event columns, and returns how many events it has.

    Raises:
        UsageError: if there is no such layout or file, or the Parquet file cannot be written.
        DocumentError: if the file is in another layout.
    """
    table = read_events(file, layout_name).table
    aside = out.with_name(f".{out.name}.part")
    try:
        pq.write_table(table, aside, compression="zstd", write_statistics=False)
        aside.replace(out)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", str(out), "name another file") from error
    finally:
        aside.unlink(missing_ok=True)
    return int(table.num_rows)


def _columns(layout: Layout) -> list[str]:
    """Returns the columns of a layout, from its macro."""
    from warehouse.catalog import SQL as CATALOG_SQL
    from warehouse.catalog import VIEW_NAMES

    with duckdb.connect() as database:
        add_references(database)
        for table in TABLES.values():
            database.execute(f"CREATE VIEW {VIEW_NAMES.get(table.name, table.name)} AS {no_rows(table)}")
        database.execute((CATALOG_SQL / "views.sql").read_text(encoding="utf-8"))
        file = "as_gdelt" if layout.name == "gdelt1" else layout.macro
        database.execute((CATALOG_SQL / f"{file}.sql").read_text(encoding="utf-8"))
        return list(database.sql(f"FROM {layout.macro}()").columns)


def _read_rows(file: Path, layout: Layout, columns: list[str]) -> tuple[pa.Table, int]:
    """Reads a file's values as strings, by the layout's column names."""
    data = _utf8(_unpacked(file))
    first = data.partition(b"\n")[0].decode().rstrip("\r")
    delimiter = layout.delimiter if layout.delimiter in first else "\t" if "\t" in first else ","
    count = first.count(delimiter) + 1
    names, skip = list(columns), 0
    if layout.name.startswith("gdelt"):
        two, one = _columns(layout_of("gdelt")), _columns(layout_of("gdelt1"))
        known = {61: two, 58: one, 57: one[:-1]}
        names = known.get(count, [])
        skip = int(first.lower().startswith(("globaleventid", "\ufeffglobaleventid")))
    elif (header := [name.strip('"').strip() for name in first.removeprefix("\ufeff").split(delimiter)])[0].lower() in (
        columns[0].lower(),
        "eid",
    ):
        proper = {name.lower(): name for name in columns}
        names = [proper.get(name.lower(), _OLD_PHOENIX.get(name.lower(), name)) for name in header]
        skip = 1
    if len(names) != count:
        what = f"has {count} columns, which is no {layout.name} file"
        raise DocumentError(what, str(file), "name the right layout by --as")
    skipped = 0

    def skip_row(_: object) -> str:
        nonlocal skipped
        skipped += 1
        return "skip"

    quote = '"' if layout.has_quotes else False
    table = pacsv.read_csv(
        pa.BufferReader(data),
        pacsv.ReadOptions(column_names=names, skip_rows=skip, use_threads=False),
        pacsv.ParseOptions(delimiter=delimiter, quote_char=quote, invalid_row_handler=skip_row),
        pacsv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
    )
    missing = [name for name in columns if name not in names]
    for name in missing:
        table = table.append_column(name, pa.nulls(table.num_rows, pa.string()))
    return table, skipped


def _unpacked(file: Path) -> bytes:
    try:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                return b"".join(archive.read(name) for name in sorted(archive.namelist()))
        data = file.read_bytes()
        return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", str(file), "check its name") from error


def _utf8(data: bytes) -> bytes:
    """Returns a text as UTF-8; lines that are not are taken for ISO-8859-1."""
    try:
        data.decode()
        return data
    except UnicodeDecodeError:
        return b"\n".join(_line_as_utf8(line) for line in data.split(b"\n"))


def _line_as_utf8(line: bytes) -> bytes:
    try:
        line.decode()
        return line
    except UnicodeDecodeError:
        return line.decode("iso-8859-1").encode()


def _as_events(table: pa.Table) -> pa.Table:
    """Gives a table Tocsin's event columns, all of which may be null here."""
    schema = pa.schema([field.with_nullable(True) for field in arrow_schema("events")])
    columns = [
        table[field.name].cast(field.type) if field.name in table.column_names else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)
