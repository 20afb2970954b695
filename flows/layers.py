"""Which dictionaries are in force: the built-in ones, and the folders that the user layers over them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tocsin import UsageError

if TYPE_CHECKING:
    from dictionaries import Dictionaries

#: Folders, separated as in PATH.
VARIABLE = "TOCSIN_DICTIONARIES"


def layers(given: Sequence[Path] = (), environment: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Returns the folders that lie over the built-in dictionaries, the lowest first.

    Args:
        given: by `--dictionaries`; they count instead of the setting.
        environment: where the setting `TOCSIN_DICTIONARIES` stands; that of the process by default.

    Raises:
        UsageError: one of them is no folder.
    """
    found = tuple(given)
    source = "--dictionaries"
    if not found:
        value = (os.environ if environment is None else environment).get(VARIABLE, "")
        found, source = tuple(Path(part) for part in value.split(os.pathsep) if part.strip()), VARIABLE
    for folder in found:
        if not folder.is_dir():
            raise UsageError(f"{source}: there is no such folder", str(folder), "name a folder of dictionaries")
    return found


def load_dictionaries(given: Sequence[Path] = ()) -> Dictionaries:
    """Loads the built-in dictionaries with the user's own ones over them.

    Args:
        given: folders named on the command line; else those of `TOCSIN_DICTIONARIES`.

    Raises:
        DictionaryError: with every fault.
        UsageError: a folder is missing.
    """
    from dictionaries import BUILT_IN, load

    return load(BUILT_IN, *layers(given))
