"""Stores coded documents: rows are staged in shards, then published in one atomic step.

Published files are named by their content and never change. A state takes over those of the one before where nothing
changed, so it costs only what is new. Whoever reads `DIR/current/<table>/year=*/*.parquet` sees one whole state.
"""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from tocsin import UsageError, WarehouseError
from warehouse.fields import SCHEMA_VERSION
from warehouse.local import LocalFolder
from warehouse.manifest import Manifest
from warehouse.merging import Merge
from warehouse.places import FIRST_EDITION, Place, place_of
from warehouse.staging import Staging, alive, clear_abandoned

__all__ = ["Staging", "alive", "current_snapshot", "new_edition", "open_warehouse", "publish", "stage"]


def open_warehouse(warehouse: Path) -> Path:
    """Makes a warehouse if it is missing, and returns its name; that of a folder is made absolute.

    Raises:
        WarehouseError: if it cannot be one.
    """
    place = place_of(warehouse)
    place.open()
    return warehouse.resolve() if isinstance(place, LocalFolder) else warehouse


def stage(warehouse: Path, run_id: str) -> Staging:
    """Opens the staging folder of a run, and clears away what killed runs left in theirs."""
    place = place_of(warehouse)
    place.open()
    clear_abandoned(place.staging())
    return Staging(place.staging() / run_id)


def current_snapshot(warehouse: Path) -> Path | None:
    """Returns the folder of a local warehouse's published snapshot, or None if nothing was published yet."""
    return LocalFolder(warehouse).snapshot()


def new_edition(warehouse: Path | str) -> str:
    """Returns the name of the edition after the newest: `main`, then `main-2`, `main-3` and so on."""
    known = place_of(warehouse).editions()
    numbers = [int(match[1]) for name in known if (match := re.fullmatch(rf"{FIRST_EDITION}-(\d+)", name))]
    return f"{FIRST_EDITION}-{max(numbers, default=1) + 1}" if known else FIRST_EDITION


def publish(warehouse: Path, staging: Staging, edition: str | None = None, *, rewrite: bool = False) -> Path:
    """Merges staged rows with the published ones and makes the result the current state.

    Documents that are staged replace what was published of them; so do the rejects of a file that was read again.
    Readers see the state before or the state after, never one between. Memory stays flat.

    Args:
        warehouse: its folder or address.
        staging: the rows, which are gone afterwards.
        edition: its name; by default the current one. A new one begins empty, and the others stay as they are.
        rewrite: whether to write every file anew, though nothing changed.

    Returns:
        Where the new state is: the folder of a snapshot, or the address of a manifest.

    Raises:
        WarehouseError: if the published state is of a newer schema, the edition not the newest, or another process
            published meanwhile.
        OSError: if the disk is full or fails; what was published before is untouched.
    """
    place = place_of(warehouse)
    place.open()
    with place.publishing():
        current = place.current()
        name = edition or (current.edition if current else FIRST_EDITION)
        check_edition_name(name)
        previous = place.current(name)
        _check_schema(place, previous)
        if previous and current and name != current.edition:
            newest = f"{current.edition} is newer, and older editions stay as they are"
            raise WarehouseError(f"nothing is added to edition {name}: {newest}", place.name, "name a new edition")
        try:
            with place.draft(name) as draft:
                files = Merge(place, staging, previous, draft, rewrite).run()
                published = draft.commit(Manifest(name, draft.number, files))
        except (duckdb.IOException, duckdb.TransactionException) as error:
            # DuckDB writes the catalog, and has errors of its own for a full disk.
            raise OSError(str(error).splitlines()[0]) from error
    staging.remove()
    return Path(published)


def check_edition_name(name: str) -> None:
    """Checks that an edition can be called so.

    Raises:
        UsageError: if not.
    """
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise UsageError(f"{name!r} cannot name an edition", remedy="use small letters, digits and hyphens")


def _check_schema(place: Place, state: Manifest | None) -> None:
    newer = [file for file in state.files if int(file.schema_version) > int(SCHEMA_VERSION)] if state else []
    if newer:
        what = f"was written with schema {newer[0].schema_version}, this version knows {SCHEMA_VERSION}"
        raise WarehouseError(what, place.name, "use a newer version of Tocsin")
