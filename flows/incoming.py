"""What was fetched and waits to be coded: files of the folder `incoming`, which outlive a run that is killed.

One JSON object a line: where it stood, and either the raw values of a document or the reject that it became.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

from flows.records import Located, Record, document_of
from flows.rejects import Reject
from warehouse.places import place_of
from warehouse.reading import is_published, published_batches

#: The folder inside an inbox that takes what is published; hidden, so that it is not read again.
DONE = ".done"


def incoming_folder(warehouse: Path | str) -> Path:
    """Returns the local folder where fetched documents wait."""
    return place_of(warehouse).staging().parent / "incoming"


def keep_incoming(folder: Path, name: str, items: Iterable[Record | Reject]) -> int:
    """Writes what was fetched to a file, which appears when it is complete, and returns how many items it holds."""
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f".{name}.part"
    count = 0
    with aside.open("w", encoding="utf-8") as stream:
        for item in items:
            kind = "reject" if isinstance(item, Reject) else "values"
            values = asdict(item) if isinstance(item, Reject) else item.values
            stream.write(json.dumps({"location": item.location, kind: values}, default=str) + "\n")
            count += 1
        stream.flush()
        os.fsync(stream.fileno())
    if count:
        aside.replace(folder / f"{name}.jsonl")
    else:
        aside.unlink()
    return count


def incoming_files(warehouse: Path | str) -> list[Path]:
    """Returns the files that wait, oldest first."""
    return sorted(incoming_folder(warehouse).glob("*.jsonl"))


def read_incoming(files: Iterable[Path]) -> Iterator[Located | Reject]:
    """Reads what was fetched; the locations are those of the web."""
    for path in files:
        with path.open(encoding="utf-8") as stream:
            for line in stream:
                content = json.loads(line)
                if "reject" in content:
                    values = content["reject"]
                    day = values["published_on"] and date.fromisoformat(values["published_on"])
                    yield Reject(**values | {"published_on": day})
                else:
                    yield document_of(Record(content["location"], content["values"]), None)


def known_ids(warehouse: Path | str) -> Callable[[str], bool]:
    """Returns what says of a document's id whether it is published or waits already."""
    known: set[bytes] = set()
    if is_published(warehouse):
        for batch in published_batches(warehouse, "documents", ("document_id",)):
            known.update(map(_short, batch.column("document_id").to_pylist()))
    waiting = read_incoming(incoming_files(warehouse))
    known.update(_short(item.document.id) for item in waiting if isinstance(item, Located))
    return lambda name: _short(name) in known


def put_away(files: Iterable[Path], inboxes: Iterable[tuple[Path, Path]] = ()) -> None:
    """Deletes fetched files that are published, and moves those of inboxes to a hidden folder in these.

    Args:
        files: of the folder `incoming`.
        inboxes: each inbox with a file that was read from it.
    """
    for path in files:
        path.unlink(missing_ok=True)
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    for inbox, path in inboxes:
        target = inbox / DONE / day / path.relative_to(inbox)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            shutil.move(path, target)


def _short(name: str) -> bytes:
    return hashlib.blake2b(name.encode(), digest_size=8).digest()
