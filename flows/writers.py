"""Writes events as JSON Lines, CSV or Parquet, one document's events at a time."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from coders.model import Event
from tocsin import UsageError

FIELDS = tuple(field.name for field in fields(Event))
#: Events of a Parquet file in memory at a time.
PARQUET_ROWS = 50_000


class EventWriter(Protocol):
    """Takes events; what it was given is complete once it is closed."""

    def write(self, events: Iterable[Event]) -> None:
        """Writes events in the order given."""

    def close(self) -> None:
        """Writes what is left."""


class JsonLinesWriter:
    """One JSON object a line, keys in the order of the fields, dates as ISO strings."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def write(self, events: Iterable[Event]) -> None:
        """Writes events in the order given."""
        for event in events:
            self.stream.write(json.dumps(as_plain(event), ensure_ascii=False).encode() + b"\n")

    def close(self) -> None:
        """Flushes the stream."""
        self.stream.flush()


class CsvWriter:
    """A header and one row an event; null is an empty cell, lists are JSON arrays."""

    def __init__(self, stream: BinaryIO) -> None:
        self.text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        self.rows = csv.writer(self.text, lineterminator="\n")
        self.rows.writerow(FIELDS)

    def write(self, events: Iterable[Event]) -> None:
        """Writes events in the order given."""
        for event in events:
            self.rows.writerow(_cell(value) for value in as_plain(event).values())

    def close(self) -> None:
        """Flushes the stream and leaves it open."""
        self.text.flush()
        self.text.detach()


class ParquetEventWriter:
    """The schema of the warehouse's event table, in the order of the input."""

    def __init__(self, stream: BinaryIO) -> None:
        from warehouse.parquet import TableWriter

        self.writer = TableWriter(stream, "events")

    def write(self, events: Iterable[Event]) -> None:
        """Writes events in the order given."""
        for event in events:
            self.writer.add(event_row(event))

    def close(self) -> None:
        """Writes the last rows and the footer."""
        self.writer.close()


WRITERS: dict[str, Callable[[BinaryIO], EventWriter]] = {
    ".jsonl": JsonLinesWriter,
    ".csv": CsvWriter,
    ".parquet": ParquetEventWriter,
}


def event_row(event: Event) -> dict[str, object]:
    """Returns an event's values by name, as the table takes them."""
    return {name: getattr(event, name) for name in FIELDS}


def as_plain(event: Event) -> dict[str, object]:
    """Returns an event's values by name with dates as ISO strings, tuples as lists."""
    return {name: _plain(getattr(event, name)) for name in FIELDS}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def check_output(out: Path | None) -> None:
    """Checks that events can be written to a file before work begins.

    Raises:
        UsageError: if the suffix is unknown or the folder is missing.
    """
    if out is None:
        return
    if out.suffix not in WRITERS:
        raise UsageError(f"the suffix {out.suffix!r} names no format", str(out), f"use {', '.join(WRITERS)}")
    if not out.absolute().parent.is_dir():
        raise UsageError("the folder is missing", str(out.parent), "make it first")
    if out.is_dir():
        raise UsageError("is a folder", str(out), "name a file")


@contextmanager
def open_writer(out: Path | None) -> Iterator[EventWriter]:
    """Opens a writer by the suffix of a path; None is JSON Lines to standard output.

    The file appears under its name when it is complete; if the work fails, an older one stays.
    """
    check_output(out)
    if out is None:
        writer: EventWriter = JsonLinesWriter(sys.stdout.buffer)
        yield writer
        writer.close()
        return
    aside = out.with_name(f".{out.name}.part")
    try:
        with aside.open("wb") as stream:
            writer = WRITERS[out.suffix](stream)
            try:
                yield writer
            finally:
                writer.close()
        aside.replace(out)
    finally:
        aside.unlink(missing_ok=True)
