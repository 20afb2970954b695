"""The layouts of other event data sets: their columns and habits, and files written in them.

The columns come from the macros `as_gdelt()`, `as_icews()`, `as_phoenix()` and `as_polecat()`; `docs/layouts.md` says what
each of them can and cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from tocsin import UsageError
from warehouse import catalog

BATCH_ROWS = 50_000
_ACTORS = ("source_name", "source_country", "source_role", "target_name", "target_country", "target_role")
_CODES = ("source_code", "target_code", "event_code", "event_root", "quad_class", "goldstein")
_PLACE = ("place_name", "place_country", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout.

    Args:
        name: as in `--as`.
        macro: the table macro that has its columns.
        delimiter: between columns.
        has_header: whether the first line names the columns.
        has_quotes: whether values may stand in quotes; if not, tabs, line ends and quotes in them become others.
        holds: the event columns that come back when a file is read again.
    """

    name: str
    macro: str
    delimiter: str
    has_header: bool
    has_quotes: bool
    holds: tuple[str, ...]


_GDELT = ("event_date", "published_on", *_CODES, *_ACTORS, *_PLACE)
LAYOUTS = {
    layout.name: layout
    for layout in (
        Layout("gdelt", "as_gdelt", "\t", False, False, _GDELT),
        Layout("gdelt1", "as_gdelt_1", "\t", False, False, _GDELT),
        Layout(
            "icews",
            "as_icews",
            "\t",
            True,
            False,
            (
                *("event_date", "document_id", "sentence", "event_code", "event_root", "quad_class", "goldstein"),
                *("source_country", "source_role", "target_country", "target_role"),
                *(*_PLACE, "place_admin1"),
            ),
        ),
        Layout(
            "phoenix",
            "as_phoenix",
            ",",
            True,
            True,
            (
                *("event_id", "document_id", "sentence", "event_date", *_CODES, "contexts"),
                *("source_role", "target_role", *_PLACE, "place_admin1"),
            ),
        ),
        Layout(
            "polecat",
            "as_polecat",
            "\t",
            True,
            True,
            (
                *("event_id", "event_date", "published_on", "plover_type", "plover_mode", "contexts", "quad_class"),
                *("goldstein", *_ACTORS, "source_text", "target_text", *_PLACE, "place_admin1", "place_geonameid"),
                "dictionary_version",
            ),
        ),
    )
}


def layout_of(name: str) -> Layout:
    """Returns a layout by its name.

    Raises:
        UsageError: if there is none.
    """
    if name not in LAYOUTS:
        raise UsageError(f"{name!r} is no layout", remedy=f"use {', '.join(LAYOUTS)}")
    return LAYOUTS[name]


def export(warehouse: Path | str, layout_name: str, out: Path, edition: str | None = None) -> int:
    """Writes the events that happened in a layout and returns how many they are; missing values are empty.

    The file appears under its name when it is complete.

    Raises:
        UsageError: if there is no such layout, or the file cannot be written.
        WarehouseError: if nothing was published.
    """
    layout = layout_of(layout_name)
    aside = out.with_name(f".{out.name}.part")
    try:
        with catalog.connect(warehouse, edition) as database, aside.open("wb") as stream:
            query = f"SELECT * FROM {layout.macro}() ORDER BY ALL"
            reader = database.sql(query).to_arrow_reader(BATCH_ROWS)
            count = _write(layout, reader.schema, iter(reader), stream)
        aside.replace(out)
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise UsageError(what, str(out), "name a file in a folder that can be written") from error
    finally:
        aside.unlink(missing_ok=True)
    return count


def _write(layout: Layout, schema: pa.Schema, batches: Iterator[pa.RecordBatch], stream: object) -> int:
    options = pacsv.WriteOptions(
        include_header=False,
        delimiter=layout.delimiter,
        quoting_style="needed" if layout.has_quotes else "none",
    )
    if layout.has_header:
        stream.write((layout.delimiter.join(schema.names) + "\n").encode())  # type: ignore[attr-defined]
    count = 0
    with pacsv.CSVWriter(stream, schema, write_options=options) as writer:
        for batch in batches:
            writer.write_batch(batch if layout.has_quotes else _without_specials(batch))
            count += batch.num_rows
    return count


def _without_specials(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Puts spaces for tabs and line ends, and single quotes for double ones, where a layout cannot quote."""
    columns = []
    for column in batch.columns:
        if pa.types.is_string(column.type):
            column = pc.replace_substring_regex(column, r"[\t\r\n]+", " ")
            column = pc.replace_substring(column, '"', "'")
        columns.append(column)
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)
