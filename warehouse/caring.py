"""Care of a warehouse: write it anew in the present form, free disk space, and mend it after it was moved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from warehouse import catalog
from warehouse.local import LocalFolder, drop_old
from warehouse.object_store import ObjectStore
from warehouse.places import states_of
from warehouse.reading import state_of
from warehouse.staging import alive, clear_abandoned
from warehouse.store import publish, stage


@dataclass(frozen=True, slots=True)
class Freed:
    """What compacting did.

    Args:
        published: where the new state is.
        byte_count: bytes of files that are gone.
    """

    published: Path
    byte_count: int


def compact(warehouse: Path | str) -> Freed:
    """Writes the newest edition anew in the present schema, one file a year, and deletes its older states.

    Readers that are still in an older state lose it, and on an object store nobody may publish meanwhile.

    Raises:
        WarehouseError: if nothing was published.
    """
    place, state = state_of(warehouse)
    before = _bytes_of(place)
    clear_abandoned(place.staging(), all_of_it=True)
    staging = stage(Path(warehouse), "compact")
    with alive(staging):
        published = publish(Path(warehouse), staging, state.edition, rewrite=True)
    if isinstance(place, LocalFolder):
        current = place.snapshot(state.edition)
        assert current
        drop_old(current.parent, int(current.name), 1)
    else:
        assert isinstance(place, ObjectStore)
        _drop_old_states(place)
    return Freed(published, before - _bytes_of(place))


def relocate(warehouse: Path | str) -> list[Path]:
    """Writes the catalogs anew after the warehouse was moved, as they name files by absolute paths.

    Returns:
        The catalogs, one for each edition.

    Raises:
        WarehouseError: if nothing was published.
    """
    place, _ = state_of(warehouse)
    if not isinstance(place, LocalFolder):
        return []
    with place.publishing():
        return [catalog.build(place, state, place.folder_of(state)) for state in states_of(place)]


def _drop_old_states(place: ObjectStore) -> None:
    """Deletes the manifests that are not the newest of their edition, and the files that no other names."""
    kept = states_of(place)
    for state in list(place.states()):
        if state.number not in {other.number for other in kept}:
            place.files.rm_file(place.manifest_path(state.number))
            if place.files.exists(place.catalog_path(state.number)):
                place.files.rm_file(place.catalog_path(state.number))
    named = {f"{place.folder}/data/{file.path}" for state in kept for file in state.files}
    for path in place.files.find(f"{place.folder}/data"):
        if path.lstrip("/") not in {name.lstrip("/") for name in named}:
            place.files.rm_file(path)


def _bytes_of(place: LocalFolder | ObjectStore | object) -> int:
    if isinstance(place, ObjectStore):
        return sum(place.files.du(f"{place.folder}/data", total=False).values())
    assert isinstance(place, LocalFolder)
    inodes = {
        status.st_ino: status.st_size
        for path in (place.root / "editions").rglob("*")
        if not path.is_symlink() and path.is_file() and (status := path.stat())
    }
    return sum(inodes.values())
