"""Answers SQL typed by a stranger: one SELECT, in a process of its own, without a way to anything but the state's files.

Each question gets a fresh process and a fresh connection. What DuckDB itself refuses there: files other than the
state's (external access is off, the allowed paths are the snapshot's files), writing (the catalog is read-only, and a
query inside a query cannot be anything but a SELECT), and changing any of this (the configuration is locked). The
system stops what takes too much memory or time.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from tocsin import TocsinError, UsageError, WarehouseError
from warehouse import catalog

SECONDS = 30
MEMORY = "1GB"
#: The address space of the process: what DuckDB may use, with room for the program and what escapes its count.
ADDRESS_SPACE = 6 << 30
ROWS = 10_000
#: Seconds for the start of the process, and for a query to notice that it is interrupted.
GRACE = 4
_REMEDY = "ask one SELECT; some harmless ones are refused too, such as PIVOT: see docs/dashboard.md"
_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of an answer; `more` if some beyond the limit were left out."""

    rows: pa.Table
    more: bool


def ask(warehouse: str, edition: str | None, query: str, seconds: float = SECONDS, limit: int = ROWS) -> Result:
    """Answers a question.

    Args:
        warehouse: its folder or address.
        edition: its name; by default the current one.
        query: one SELECT.
        seconds: after which it is given up.
        limit: rows that are returned at most.

    Raises:
        UsageError: if it is not one SELECT, is faulty, or takes too long or too much memory.
        WarehouseError: if the warehouse cannot be read.
    """
    question = json.dumps(
        {"warehouse": warehouse, "edition": edition, "query": query, "limit": limit, "seconds": seconds}
    )
    environment = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith("AWS_")}
    environment["PYTHONPATH"] = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    try:
        done = subprocess.run(
            [sys.executable, "-m", "dashboard.sql_box"],
            input=question.encode(),
            capture_output=True,
            timeout=seconds + GRACE,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UsageError(
            f"the query took longer than {seconds:g} seconds", remedy="ask for less, or of a rollup"
        ) from None
    kind, _, rest = done.stdout.partition(b"\n")
    if kind == b"rows":
        with pa.ipc.open_stream(rest) as stream:
            rows = stream.read_all()
        return Result(rows.slice(0, limit), rows.num_rows > limit)
    if kind in (b"usage", b"warehouse"):
        what, where, remedy = json.loads(rest)
        raise (UsageError if kind == b"usage" else WarehouseError)(what, where, remedy)
    raise UsageError("the query took too much memory or time, and was stopped", remedy="ask for less, or of a rollup")


_KEPT = {"PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "VIRTUAL_ENV", "SYSTEMROOT"}


def answer(database: duckdb.DuckDBPyConnection, query: str, limit: int) -> pa.Table:
    """Returns the rows of one SELECT on a locked connection, and one row more than the limit if there are more.

    Raises:
        UsageError: if it is not one SELECT, or is faulty.
    """
    try:
        statements = database.extract_statements(query)
    except duckdb.Error as error:
        raise UsageError(_first_line(error), remedy=_REMEDY) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise UsageError("that is not one SELECT", remedy=_REMEDY)
    try:
        # A query inside a query cannot be anything but a SELECT, also where a CTE hides another statement.
        return database.sql("SELECT * FROM query(?) LIMIT ?", params=[query, limit + 1]).to_arrow_table()
    except duckdb.InterruptException:
        raise UsageError("the query took too long", remedy="ask for less, or of a rollup") from None
    except duckdb.Error as error:
        raise UsageError(_first_line(error), remedy=_REMEDY) from error


def _first_line(error: duckdb.Error) -> str:
    return str(error).partition("\n\nLINE")[0].replace("\n", " ")


def main() -> int:
    """Reads a question from the standard input and writes its answer to the standard output."""
    question = json.loads(sys.stdin.buffer.read())
    seconds = int(question["seconds"])
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds * 2 + 2, seconds * 2 + 4))
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 20, 64 << 20))
    output = sys.stdout.buffer
    try:
        settings: dict[str, str | int] = {
            "memory_limit": MEMORY,
            "threads": 2,
            "temp_directory": "",
            "python_enable_replacements": "false",
        }
        with catalog.connect(question["warehouse"], question["edition"], settings) as database:
            timer = threading.Timer(seconds, database.interrupt)
            timer.daemon = True
            timer.start()
            rows = answer(database, question["query"], question["limit"])
        output.write(b"rows\n")
        with pa.ipc.new_stream(output, rows.schema) as stream:
            stream.write_table(rows)
    except TocsinError as error:
        kind = b"usage" if isinstance(error, UsageError) else b"warehouse"
        output.write(kind + b"\n" + json.dumps([error.what, error.where, error.remedy]).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
