"""Writes what the warehouse says of codes in words, from the dictionaries' ontology: `python tests/reference_tables.py`.

The warehouse imports no dictionaries, so it has copies; a test holds them equal.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
ONTOLOGY = ROOT / "dictionaries" / "ontology"


def tables() -> dict[Path, str]:
    """Returns the files and what must stand in them."""
    acts = [(row["code"], row["label"], row["quad_class"], row["goldstein"]) for row in _rows("cameo.csv")]
    actors = [(row["code"], row["kind"], row["label"].partition(";")[0]) for row in _rows("actor_codes.csv")]
    return {
        ROOT / "warehouse" / "codes.csv": _text(("event_code", "label", "quad_class", "goldstein"), acts),
        ROOT / "warehouse" / "actor_codes.csv": _text(("code", "kind", "label"), actors),
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (ONTOLOGY / name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(line for line in stream if not line.startswith("#"))


def _text(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([columns, *rows])
    return stream.getvalue()


def main() -> int:
    """Writes the files anew."""
    for path, text in tables().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
