"""`tocsin sql`: one statement, or a prompt, on the views and macros of a warehouse; nothing can be written."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.console import print_error
from tocsin import UsageError
from warehouse import catalog

#: Rows printed; a query with LIMIT or an aggregate is the way to more insight.
ROWS_PRINTED = 1_000
PROMPT = "tocsin> "


def print_query(warehouse: Path, query: str, console: Console | None = None, edition: str | None = None) -> None:
    """Runs a query and prints its rows as a table.

    Raises:
        UsageError: if it is not one statement that reads.
        WarehouseError: if there is no warehouse.
    """
    console = console or console_for_tables()
    with catalog.connect(warehouse, edition) as database:
        answer = catalog.ask(database, query, ROWS_PRINTED)
    console.print(rich_table(answer))
    if answer.more:
        console.print(f"only the first {ROWS_PRINTED:,} rows are printed")


def rich_table(answer: catalog.Answer, title: str | None = None) -> Table:
    """Returns the rows of an answer as a table for a terminal; null is shown as `-`."""
    table = Table(title=title, title_justify="left")
    numbers = [any(isinstance(row[i], int | float) for row in answer.rows) for i in range(len(answer.columns))]
    for name, is_number in zip(answer.columns, numbers, strict=True):
        table.add_column(name, justify="right" if is_number else "left")
    for row in answer.rows:
        table.add_row(*map(_cell, row))
    return table


def console_for_tables() -> Console:
    """Returns a console that does not fold lines where the output is no terminal."""
    return Console(width=None if sys.stdout.isatty() else 500, highlight=False, markup=False)


def prompt(warehouse: Path, edition: str | None = None) -> None:
    """Asks for statements until the end of the input; faulty ones are explained."""
    catalog.connect(warehouse, edition).close()
    if sys.stdin.isatty():
        import readline  # noqa: F401 - gives input() editing and history

        print("One SELECT a line; SHOW TABLES lists the views, Ctrl-D ends.")
    while True:
        try:
            line = input(PROMPT if sys.stdin.isatty() else "")
        except EOFError:
            return
        if line.strip().rstrip(";").lower() in {"quit", "exit", ".quit", ".exit"}:
            return
        if line.strip():
            try:
                print_query(warehouse, line, edition=edition)
            except UsageError as error:
                print_error(error)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.4g}" if isinstance(value, float) else str(value)
