"""Puts the queries in `sql/` to one published state of a warehouse."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from tocsin import WarehouseError
from warehouse import catalog
from warehouse.reading import state_of

SQL = Path(__file__).parent / "sql"
_PART = re.compile(r"\{(\w+)\}")
_CONDITION = re.compile(r"^.*-- if (\w+)\n", re.MULTILINE)
_PARAMETER = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class State:
    """Names a published state: what was read of it stays true.

    Args:
        warehouse: its folder or address.
        edition: its name.
        number: of the state.
        editions: of the warehouse, oldest first.
    """

    warehouse: str
    edition: str
    number: int
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The days of the events that happened, and how many those are; None and 0 if there are none."""

    first: date | None
    last: date | None
    event_count: int


@dataclass(slots=True)
class Reader:
    """Asks one published state. Threads may share it."""

    state: State
    database: duckdb.DuckDBPyConnection
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, name: str, values: Mapping[str, Any] | None = None) -> pa.Table:
        """Returns the rows of the query `sql/<name>.sql`.

        Args:
            name: of the file.
            values: of its parameters, and maybe of others that it does not have.

        Raises:
            WarehouseError: if the state cannot be read.
        """
        values = values or {}
        query = _CONDITION.sub(lambda line: line[0] if values[line[1]] else "", query_text(name))
        wanted = {key: values[key] for key in _PARAMETER.findall(query)}
        try:
            with self._cursor() as cursor:
                return cursor.sql(query, params=wanted).to_arrow_table()
        except duckdb.Error as error:
            what = f"the warehouse cannot be read: {error}".splitlines()[0]
            raise WarehouseError(what, self.state.warehouse, "run `tocsin warehouse check`") from error

    def rows(self, name: str, values: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Returns the rows of a query as dictionaries."""
        rows: list[dict[str, Any]] = self.ask(name, values).to_pylist()
        return rows

    def span(self) -> Span:
        """Returns between which days the events lie that happened."""
        (row,) = self.rows("span")
        return Span(row["first_day"], row["last_day"], row["event_count"])

    def close(self) -> None:
        """Lets go of the files."""
        self.database.close()

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self.lock:
            cursor = self.database.cursor()
        try:
            yield cursor
        finally:
            cursor.close()


@cache
def query_text(name: str) -> str:
    """Returns the text of a query, with the queries that it builds on in the place of their names in braces."""
    text = (SQL / f"{name}.sql").read_text(encoding="utf-8")
    return _PART.sub(lambda part: f"(\n{query_text(part[1])})", text)


def published(warehouse: str, edition: str | None = None) -> State:
    """Returns the state that is published now.

    Raises:
        WarehouseError: if there is none, or it is damaged.
    """
    place, manifest = state_of(warehouse, edition)
    return State(warehouse, manifest.edition, manifest.number, tuple(place.editions()))


def open_reader(state: State) -> Reader:
    """Opens a published state.

    Raises:
        WarehouseError: if it cannot be read.
    """
    return Reader(state, catalog.connect(state.warehouse, state.edition))


@contextmanager
def reader_of(warehouse: Path | str, edition: str | None = None) -> Iterator[Reader]:
    """Opens the published state of a warehouse for a while.

    Raises:
        WarehouseError: if there is none, or it cannot be read.
    """
    reader = open_reader(published(str(warehouse), edition))
    try:
        yield reader
    finally:
        reader.close()
