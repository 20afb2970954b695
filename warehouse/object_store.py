"""A warehouse on an object store, which has no links and no rename: manifests name the files of each state.

- `s3://bucket/folder/data/events/year=2022/<hash>.parquet` never changes and is shared by all states
- `s3://bucket/folder/manifests/00000003.json`: the newest is the current state
- `s3://bucket/folder/catalogs/00000003.duckdb`: its catalog

Publication is one step: a manifest is created under the next number, on the condition that nobody else has. Whoever
comes second is told so. Rows that are not published yet are staged on the local disk.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

import duckdb

from tocsin import UsageError, WarehouseError
from warehouse import catalog
from warehouse.local import edition_order
from warehouse.manifest import DataFile, Manifest, parse_manifest


@cache
def file_system(protocol: str) -> Any:
    """Returns the fsspec file system of a protocol; its settings come from the environment, as `AWS_ENDPOINT_URL`.

    Raises:
        UsageError: if its package is not installed.
    """
    try:
        import fsspec

        options = {"use_listings_cache": False} if protocol == "s3" else {}
        return fsspec.filesystem(protocol, skip_instance_cache=True, **options)
    except ImportError as error:
        raise UsageError(f"{protocol}:// needs a package: {error}", remedy="pip install 'tocsin[s3]'") from error


@dataclass(frozen=True, slots=True)
class ObjectStore:
    """A warehouse under an address such as `s3://bucket/folder`."""

    protocol: str
    folder: str

    @property
    def name(self) -> str:
        """The address."""
        return f"{self.protocol}://{self.folder}"

    @property
    def files(self) -> Any:
        """The file system."""
        return file_system(self.protocol)

    def open(self) -> None:
        """Checks that the store can be reached."""
        self._numbers()

    def _numbers(self) -> list[int]:
        """Returns the numbers of the manifests, newest first."""
        try:
            found = self.files.ls(f"{self.folder}/manifests", detail=False)
        except FileNotFoundError:
            return []
        except Exception as error:
            what = f"the object store does not answer: {type(error).__name__}: {error}".splitlines()[0]
            raise WarehouseError(what, self.name, "check its address and your credentials") from error
        names = [path.rpartition("/")[2].removesuffix(".json") for path in found]
        return sorted((int(name) for name in names if name.isdigit()), reverse=True)

    def manifest_path(self, number: int) -> str:
        """Returns where a manifest lies."""
        return f"{self.folder}/manifests/{number:08}.json"

    def catalog_path(self, number: int) -> str:
        """Returns where a state's catalog lies."""
        return f"{self.folder}/catalogs/{number:08}.duckdb"

    def states(self) -> Iterator[Manifest]:
        """Yields the states that are kept, newest first."""
        for number in self._numbers():
            path = self.manifest_path(number)
            yield parse_manifest(self.files.cat_file(path), f"{self.protocol}://{path}")

    def current(self, edition: str | None = None) -> Manifest | None:
        """Returns the published state."""
        return next((state for state in self.states() if edition in (None, state.edition)), None)

    def editions(self) -> list[str]:
        """Returns the names of the editions, oldest first."""
        return sorted({state.edition for state in self.states()}, key=edition_order)

    def staging(self) -> Path:
        """Returns a local folder for rows that are not published yet, one for each address and user."""
        name = f"tocsin-{os.getuid()}-{self.protocol}-{self.folder.replace('/', '-')}"
        return Path(tempfile.gettempdir()).resolve() / name / "staging"

    def reader(self, state: Manifest, file: DataFile) -> IO[bytes]:
        """Opens a published file."""
        stream: IO[bytes] = self.files.open(f"{self.folder}/data/{file.path}", "rb")
        return stream

    def address(self, state: Manifest, file: DataFile) -> str:
        """Returns the address of a published file."""
        address: str = self.files.unstrip_protocol(f"{self.folder}/data/{file.path}")
        return address

    def prepare(self, database: duckdb.DuckDBPyConnection) -> None:
        """Lets a session read the store through fsspec."""
        database.register_filesystem(self.files)

    @contextmanager
    def publishing(self) -> Iterator[None]:
        """Does nothing: the second of two writers is refused when it commits."""
        yield

    @contextmanager
    def draft(self, edition: str) -> Iterator[ObjectDraft]:
        """Begins the next state in a local folder."""
        newest = next(iter(self._numbers()), 0)
        self.staging().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.staging().parent) as folder:
            yield ObjectDraft(self, Path(folder), newest + 1)

    def fetch_catalog(self, state: Manifest, folder: Path) -> Path:
        """Copies a state's catalog to a local folder and returns its path."""
        path = folder / catalog.FILE
        self.files.get_file(self.catalog_path(state.number), str(path))
        return path


@dataclass(frozen=True, slots=True)
class ObjectDraft:
    """The next state while it is written."""

    place: ObjectStore
    folder: Path
    number: int

    def keep(self, previous: Manifest, file: DataFile) -> None:
        """Does nothing: the manifest names the file that is there."""

    def commit(self, state: Manifest) -> str:
        """Uploads new files and the catalog, then creates the manifest."""
        place = self.place
        for file in sorted(self.folder.glob("*/year=*/*.parquet")):
            place.files.put_file(str(file), f"{place.folder}/data/{file.relative_to(self.folder).as_posix()}")
        with tempfile.TemporaryDirectory() as folder:
            built = catalog.build(place, state, Path(folder))
            # A name of its own, as another writer may be at the same number.
            aside = f"{place.folder}/catalogs/.{state.number:08}-{os.urandom(8).hex()}.part"
            place.files.put_file(str(built), aside)
            try:
                self._create_manifest(state)
                place.files.copy(aside, place.catalog_path(state.number))
            finally:
                place.files.rm_file(aside)
        return f"{place.protocol}://{place.manifest_path(state.number)}"

    def _create_manifest(self, state: Manifest) -> None:
        path = self.place.manifest_path(state.number)
        try:
            self.place.files.pipe_file(path, state.to_json(), mode="create")
        except FileExistsError as error:
            what = "another run published at the same time, and this one's rows were left out"
            raise WarehouseError(what, self.place.name, "run it again") from error
