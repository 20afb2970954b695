"""`tocsin warehouse` and `tocsin export`: care of the tables, and the layouts that others' scripts expect."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tocsin import UsageError

Warehouse = Annotated[Path, typer.Option("--warehouse", metavar="DIR", help="The warehouse: a folder or s3://...")]
Edition = Annotated[str | None, typer.Option("--edition", metavar="NAME", help="An older edition; else the newest.")]
Layout = Annotated[str, typer.Option("--as", metavar="LAYOUT", help="gdelt, gdelt1, icews, phoenix or polecat.")]

app = typer.Typer(help="Care of the tables.", no_args_is_help=True)


@app.command(epilog="Example: tocsin warehouse check --warehouse warehouse")
def check(warehouse: Warehouse, edition: Edition = None) -> None:
    """Looks for damage: files, schema, keys, orphans, order, and tables that contradict each other."""
    from warehouse.checking import check as find_damage

    count = 0
    for damage in find_damage(warehouse, edition):
        typer.echo(str(damage))
        count += 1
    typer.echo("no damage found" if not count else f"{count} faults")
    raise typer.Exit(1 if count else 0)


@app.command(epilog="Example: tocsin warehouse compact --warehouse warehouse")
def compact(warehouse: Warehouse) -> None:
    """Writes the tables anew in the present form and deletes older states."""
    from warehouse.caring import compact as write_anew

    freed = write_anew(warehouse)
    typer.echo(f"published {freed.published}, {freed.byte_count:,} bytes freed")


@app.command(epilog="Example: tocsin warehouse relocate --warehouse new-place/warehouse")
def relocate(warehouse: Warehouse) -> None:
    """Writes the catalogs anew after the folder was moved."""
    from warehouse.caring import relocate as write_catalogs

    for path in write_catalogs(warehouse):
        typer.echo(f"wrote {path}")


@app.command(epilog="Example: tocsin warehouse editions --warehouse warehouse")
def editions(warehouse: Warehouse) -> None:
    """Lists the editions, oldest first; the last line is the one shown by default."""
    from warehouse.places import place_of

    place = place_of(warehouse)
    current = place.current()
    names = [name for name in place.editions() if current and name != current.edition]
    for name in [*names, *([current.edition] if current else [])]:
        typer.echo(name)


@app.command(epilog="Example: tocsin warehouse diff main main-2 --warehouse warehouse")
def diff(
    a: Annotated[str, typer.Argument(help="The older edition.")],
    b: Annotated[str, typer.Argument(help="The newer edition.")],
    warehouse: Warehouse,
) -> None:
    """Compares two editions: rows gained, lost and changed by table, and events by code and dyad."""
    from flows.sql_command import console_for_tables, rich_table
    from warehouse.catalog import Answer
    from warehouse.comparing import compare

    found = compare(warehouse, a, b)
    console = console_for_tables()
    columns = ("table", "gained", "lost", "changed", "same")
    rows = tuple((t.table, t.gained, t.lost, t.changed, t.same) for t in found.tables)
    console.print(rich_table(Answer(columns, rows), f"Rows of {b} beside {a}"))
    console.print(rich_table(found.by_code, "Events by code; - is an event that only one of them has"))
    console.print(rich_table(found.by_dyad, "Events by source and target"))


@app.command(
    name="import", epilog="Example: tocsin warehouse import 20220109.export.CSV --as gdelt --out gdelt.parquet"
)
def import_layout(
    file: Annotated[Path, typer.Argument(help="A file in one of the layouts.")],
    layout: Layout,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="A .parquet file.")],
) -> None:
    """Turns a file in another layout into Parquet with Tocsin's event columns, to be queried beside them."""
    from warehouse.layout_reading import write_events

    typer.echo(f"{write_events(file, layout, out):,} events")


def export(
    warehouse: Warehouse,
    layout: Layout,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to.")],
    edition: Edition = None,
) -> None:
    """Writes the events that happened in the columns, order and missing values of another data set."""
    from warehouse.layouts import export as write_layout

    if out.is_dir():
        raise UsageError("is a folder", str(out), "name a file")
    typer.echo(f"{write_layout(warehouse, layout, out, edition):,} events")
