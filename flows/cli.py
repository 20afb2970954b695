"""The command line: parses options, calls the Python API and prints. Heavy parts are imported when they are needed."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from flows import dictionary_commands, warehouse_commands
from flows.console import print_error
from flows.layers import VARIABLE, layers
from tocsin import TocsinError, UsageError, __version__


class _Commands(TyperGroup):
    """Turns faults that a user can mend into one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Runs a command."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            print_error(error)
            ctx.exit(2)
        except TocsinError as error:
            print_error(error)
            ctx.exit(1)
        except BrokenPipeError:
            # Whoever read the output has had enough, as `head` does.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(1)


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
app.add_typer(dictionary_commands.dictionary_app, name="dictionary", epilog="Example: tocsin dictionary lint")
app.command(epilog="Example: tocsin evaluate gold.jsonl --errors 10")(dictionary_commands.evaluate)
app.add_typer(warehouse_commands.app, name="warehouse", epilog="Example: tocsin warehouse check --warehouse warehouse")
app.command(epilog="Example: tocsin export --as gdelt --warehouse warehouse --out events.tsv")(
    warehouse_commands.export
)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write it as YYYY-MM-DD") from None


Inputs = Annotated[list[str], typer.Argument(help="Files, folders, quoted globs, or - for standard input.")]
OptionalInputs = Annotated[
    list[str] | None, typer.Argument(help="Files, folders, quoted globs, or - for standard input.")
]
Recode = Annotated[
    bool, typer.Option("--recode", help="Writes a new edition beside the old; without INPUT, of what is stored.")
]
Again = Annotated[bool, typer.Option("--again", help="Codes also what the same dictionaries have coded before.")]
Runner = Annotated[
    Literal["local", "dask", "ray"], typer.Option("--runner", help="Who codes: processes here, or those of a cluster.")
]
Cluster = Annotated[
    str, typer.Option("--cluster", metavar="ADDRESS", help="A running Dask or Ray cluster; else one is started here.")
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="The settings; else tocsin.toml if it is there.")
]
Day = Annotated[
    date | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The date of texts that have none.", parser=_day),
]


def _put_in_force(ctx: typer.Context, given: list[Path] | None) -> list[Path] | None:
    """Layers the folders over the built-in dictionaries for this command and the processes that it starts."""
    if given:
        before = os.environ.get(VARIABLE)
        os.environ[VARIABLE] = os.pathsep.join(str(folder.absolute()) for folder in layers(given))

        @ctx.call_on_close
        def restore() -> None:
            os.environ.pop(VARIABLE) if before is None else os.environ.update({VARIABLE: before})

    return given


Layers = Annotated[
    list[Path] | None,
    typer.Option(
        "--dictionaries",
        metavar="DIR",
        help="A folder of your own over the built-in dictionaries.",
        callback=_put_in_force,
    ),
]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes that code.")]
WAREHOUSE_HELP = "The folder of the warehouse."
OptionalWarehouse = Annotated[Path | None, typer.Option("--warehouse", metavar="DIR", help=WAREHOUSE_HELP)]
Warehouse = Annotated[Path, typer.Option("--warehouse", metavar="DIR", help=WAREHOUSE_HELP)]


@app.command(epilog="Example: tocsin code news.jsonl --out events.csv --workers 4")
def code(
    inputs: Inputs,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="A .jsonl, .csv or .parquet file; else JSON Lines.")
    ] = None,
    day: Day = None,
    workers: Workers = 1,
    dictionaries: Layers = None,
) -> None:
    """Codes texts and writes their events; no warehouse, no Prefect."""
    from flows.code_command import code_inputs

    raise typer.Exit(0 if code_inputs(inputs, out, day, workers) else 1)


@app.command(epilog="Example: tocsin run news/ --warehouse warehouse --workers 4")
def run(
    warehouse: Warehouse,
    inputs: OptionalInputs = None,
    day: Day = None,
    workers: Workers = 1,
    recode: Recode = False,
    again: Again = False,
    runner: Runner = "local",
    cluster: Cluster = "",
    dictionaries: Layers = None,
) -> None:
    """Reads, codes and stores texts by the Prefect flow."""
    from flows.inputs import find_sources

    if inputs or not recode:
        find_sources(inputs or [])  # before Prefect, which takes seconds to import
    from flows.coding_flow import run_flow
    from flows.report import summary

    report = run_flow(inputs or [], warehouse, day, workers, recode, again, runner, cluster)
    typer.echo(summary(report))
    raise typer.Exit(0 if report.tally.documents or report.tally.known else 1)


@app.command(epilog='Example: tocsin explain "Chad accused Sudan of shelling two villages."')
def explain(
    what: Annotated[str, typer.Argument(metavar="SENTENCE|EVENT_ID", help="A text in quotes, or an event's id.")],
    warehouse: OptionalWarehouse = None,
    day: Day = None,
    html: Annotated[Path | None, typer.Option(help="Write a self-contained page to this file instead.")] = None,
    edition: warehouse_commands.Edition = None,
    dictionaries: Layers = None,
) -> None:
    """Shows the whole trace of how a text or an event was coded, or why not."""
    from flows import explain_command

    text = explain_command.explain(what, warehouse, day, html is not None, edition)
    if html is None:
        typer.echo(text)
    else:
        html.write_text(text, encoding="utf-8")


@app.command(epilog='Example: tocsin sql "FROM dyad_month()" --warehouse warehouse')
def sql(
    warehouse: Warehouse,
    query: Annotated[str | None, typer.Argument(help="One SELECT; without it, a prompt.")] = None,
    edition: warehouse_commands.Edition = None,
) -> None:
    """Queries a warehouse by DuckDB with the views and macros loaded; nothing can be written."""
    from flows import sql_command

    if query is None:
        sql_command.prompt(warehouse, edition)
    else:
        sql_command.print_query(warehouse, query, edition=edition)


@app.command(epilog="Example: tocsin dashboard --warehouse warehouse")
def dashboard(
    warehouse: Warehouse,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "localhost",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")] = 8501,
) -> None:
    """Serves pages to look at a warehouse in a browser; nothing leaves the machine."""
    _need_dashboard()
    from dashboard.launch import serve

    serve(warehouse, host, port)


@app.command(epilog="Example: tocsin report --warehouse warehouse --out report.html")
def report(
    warehouse: Warehouse,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to.")],
    first_day: Annotated[
        date | None, typer.Option("--from", metavar="YYYY-MM-DD", help="The first day of the events.", parser=_day)
    ] = None,
    last_day: Annotated[
        date | None, typer.Option("--to", metavar="YYYY-MM-DD", help="The last day of the events.", parser=_day)
    ] = None,
    edition: warehouse_commands.Edition = None,
) -> None:
    """Writes one self-contained HTML file: charts, tables and marked sentences."""
    _need_dashboard()
    from dashboard.report import write_report

    typer.echo(f"wrote {write_report(warehouse, out, first_day, last_day, edition)}")


def _need_dashboard() -> None:
    """Checks that what the dashboard needs is installed.

    Raises:
        UsageError: if not.
    """
    from importlib.util import find_spec

    missing = [name for name in ("altair", "streamlit", "vl_convert") if find_spec(name) is None]
    if missing:
        what = f"the dashboard and the report need {' and '.join(missing)}"
        raise UsageError(what, remedy="pip install 'tocsin[dashboard]'")


@app.command(epilog="Example: tocsin doctor --warehouse warehouse")
def doctor(warehouse: OptionalWarehouse = None) -> None:
    """Checks installation, model, dictionaries and warehouse."""
    from flows.doctor import examine

    healthy = True
    for finding in examine(warehouse):
        typer.echo(str(finding))
        healthy = healthy and finding.ok
    raise typer.Exit(0 if healthy else 1)


@app.command(epilog="Example: tocsin demo seeds --warehouse demo-warehouse")
def demo(inputs: Inputs, warehouse: Warehouse, day: Day = None) -> None:
    """Codes texts by the flow and shows what came of them, and what did not."""
    from flows.demo import run_demo

    raise typer.Exit(0 if run_demo(inputs, warehouse, day).tally.documents else 1)


@app.command(epilog="Example: tocsin serve --config tocsin.toml")
def serve(
    config: ConfigFile = None,
    once: Annotated[bool, typer.Option("--once", help="Runs now, once, instead of by the schedule.")] = False,
) -> None:
    """Fetches, codes and publishes by the schedule of a file of settings, until stopped."""
    from flows import serving

    if once:
        typer.echo(", ".join(f"{count:,} {what}" for what, count in serving.run_once(config).items()))
    else:
        serving.serve(config)


@app.command("config", epilog="Example: tocsin config --config tocsin.toml")
def show_config(config: ConfigFile = None) -> None:
    """Prints what is in force, and where each value came from."""
    from flows import config_command

    config_command.print_config(config)


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
