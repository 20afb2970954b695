"""Opens editions of the dictionaries: the built-in ones, a folder, a layer over the built-in ones, or a git revision."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from dictionaries import BUILT_IN, Dictionaries, load
from dictionaries.lint import OWN, is_layer
from tocsin import UsageError

BUILT_IN_NAME = "built-in"


@contextmanager
def edition(name: str, layers: Sequence[Path] = ()) -> Iterator[Dictionaries]:
    """Opens an edition.

    Args:
        name: `built-in`, a folder (one without an ontology lies over the built-in dictionaries), or a git revision of the
            dictionaries, such as `HEAD~1`.
        layers: folders that lie over it.

    Raises:
        UsageError: it is neither.
        DictionaryError: it has faults.
    """
    folder = Path(name)
    if name == BUILT_IN_NAME:
        yield load(BUILT_IN, *layers)
    elif folder.is_dir():
        yield load(BUILT_IN, folder, *layers) if is_layer(folder) else load(folder, *layers)
    else:
        with TemporaryDirectory() as temporary:
            yield load(revision(name, BUILT_IN, Path(temporary)), *layers)


def revision(name: str, folder: Path, into: Path) -> Path:
    """Writes a folder as it was in a git revision, and returns where it stands.

    Args:
        name: the revision.
        folder: a folder of dictionaries within a git repository.
        into: an empty folder.

    Raises:
        UsageError: there is no such revision, or no repository.
    """
    remedy = "name a folder, a git revision, or built-in"
    if name.startswith("-"):
        raise UsageError(f"{name!r} is no edition", remedy=remedy)
    try:
        # in a folder below the root of a repository, `git archive` packs that folder only
        done = subprocess.run(
            ["git", "-C", str(folder), "archive", "--format=zip", name], capture_output=True, check=False
        )
    except OSError as error:
        raise UsageError(f"{name!r} is no folder, and git cannot be run: {error}", remedy=remedy) from None
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"{name!r} is no folder and no revision: {message[-1] if message else ''}", remedy=remedy)
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
        archive.extractall(into)
    if not (into / OWN).exists():
        raise UsageError(f"the revision {name!r} holds no dictionaries", str(folder), remedy)
    return into
