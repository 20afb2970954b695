"""The command line: parses options, calls the Python API and prints. Heavy parts are imported when they are needed."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import click
import typer
from typer.core import TyperGroup

from flows.console import print_error
from tocsin import TocsinError, UsageError, __version__


class _Commands(TyperGroup):
    """Turns faults that a user can mend into one line and an exit code."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except UsageError as error:
            print_error(error)
            context.exit(2)
        except TocsinError as error:
            print_error(error)
            context.exit(1)
        except BrokenPipeError:
            # Whoever read the output has had enough, as `head` does.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            context.exit(1)


app = typer.Typer(
    name="tocsin",
    cls=_Commands,
    help="Reads news text and writes coded political events: who did what to whom, when and where.",
    epilog="Example: tocsin code news.jsonl --out events.csv",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
dictionary_app = typer.Typer(help="The dictionary workbench.", no_args_is_help=True)
app.add_typer(dictionary_app, name="dictionary", epilog="Example: tocsin dictionary lint")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write it as YYYY-MM-DD") from None


Inputs = Annotated[list[str], typer.Argument(help="Files, folders, quoted globs, or - for standard input.")]
Day = Annotated[
    date | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The date of texts that have none.", parser=_day),
]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes that code.")]
Warehouse = Annotated[Path, typer.Option("--warehouse", metavar="DIR", help="The folder of the warehouse.")]


@app.command(epilog="Example: tocsin code news.jsonl --out events.csv --workers 4")
def code(
    inputs: Inputs,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="A .jsonl, .csv or .parquet file; else JSON Lines.")
    ] = None,
    day: Day = None,
    workers: Workers = 1,
) -> None:
    """Codes texts and writes their events; no warehouse, no Prefect."""
    from flows.code_command import code_inputs

    raise typer.Exit(0 if code_inputs(inputs, out, day, workers) else 1)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tocsin {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Prints the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Reads news text and writes coded political events: who did what to whom, when and where."""


def main() -> None:
    """Runs the command line."""
    app()


if __name__ == "__main__":
    main()
