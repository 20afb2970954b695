"""Leaves out documents that these dictionaries and this coder have coded already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coders.model import Document
from flows.records import Located
from flows.rejects import Reject, file_of
from tocsin import __version__
from warehouse.reading import is_published, published_batches

#: A document's own columns; the others are what was made of it.
GIVEN = ("id", "date", "text", "title", "url", "source", "language")


@dataclass(frozen=True, slots=True)
class Known:
    """A document that was left out, as it is coded already; where it stands."""

    location: str

    @property
    def input(self) -> str:
        """The file it stands in."""
        return file_of(self.location)


def content_hash(document: Document) -> str:
    """Returns a hash of everything that the input says of a document, as 16 hexadecimal digits."""
    total = hashlib.blake2b(digest_size=8)
    for name in GIVEN:
        total.update(repr(getattr(document, name)).encode() + b"\x1f")
    return total.hexdigest()


def without_known(
    found: Iterable[Located | Reject], warehouse: Path | str, dictionary_version: str
) -> Iterator[Located | Reject | Known]:
    """Turns every document that stands in the warehouse, coded by the same dictionaries and coder, into a `Known`.

    One whose text, date, title, address, publisher or language has changed since is coded again.
    """
    known = _hashes(warehouse, dictionary_version)
    if not len(known):
        yield from found
        return
    for item in found:
        if isinstance(item, Located) and _is_in(known, int(content_hash(item.document), 16)):
            yield Known(item.location)
        else:
            yield item


def _hashes(warehouse: Path | str, dictionary_version: str) -> NDArray[np.uint64]:
    """Returns the hashes of the documents that need not be coded again, sorted: eight bytes for each."""
    parts = [np.zeros(0, np.uint64)]
    columns = ("content_hash", "dictionary_version", "coder_version")
    for batch in published_batches(warehouse, "documents", columns) if is_published(warehouse) else ():
        rows = zip(*(batch.column(name).to_pylist() for name in columns), strict=True)
        same = [int(name, 16) for name, *by in rows if name and by == [dictionary_version, __version__]]
        parts.append(np.array(same, np.uint64))
    return np.sort(np.concatenate(parts))


def _is_in(known: NDArray[np.uint64], value: int) -> bool:
    place = int(np.searchsorted(known, np.uint64(value)))
    return place < len(known) and int(known[place]) == value
