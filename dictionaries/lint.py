"""Prints every fault of a folder of dictionaries: `python -m dictionaries.lint [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from dictionaries.load import BUILT_IN, read


def main(arguments: list[str]) -> int:
    """Lints the folder given, or the built-in dictionaries, and returns 1 if there are faults."""
    dictionaries = read(Path(arguments[0]) if arguments else BUILT_IN)
    for fault in dictionaries.faults:
        print(fault)
    print(
        f"{len(dictionaries.countries)} countries, {len(dictionaries.actors)} actors, {len(dictionaries.places)} places, "
        f"{len(dictionaries.agents)} agents, {len(dictionaries.verbs)} verb entries with "
        f"{sum(len(v.patterns) + len(v.nouns) for v in dictionaries.verbs)} patterns, "
        f"{len(dictionaries.operators)} operators, {len(dictionaries.faults)} faults"
    )
    return 1 if dictionaries.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
