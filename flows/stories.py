"""Recognises near-identical documents: one wire story in ten papers is one story with ten documents.

MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, chapter 3) over runs
of four words.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from coders.model import Document
from flows.known import Known
from flows.records import Located
from flows.rejects import Reject

#: Days between a document of a story and the next.
LONGEST_STORY = 7
#: The share of runs of four words that two documents of one story have in common, at least.
LEAST_SHARED = 0.6
SIGNATURE_VALUES, BANDS = 64, 16
RUN_WORDS = 4
#: Fewer words are too few to tell a story by.
FEWEST_WORDS = 12

_WORD = re.compile(r"\w+")
_random = np.random.RandomState(7)  # its numbers are the same in every version of numpy
_FACTORS = _random.randint(1, 1 << 31, SIGNATURE_VALUES).astype(np.uint64) * np.uint64(2) + np.uint64(1)
_OFFSETS = _random.randint(0, 1 << 31, SIGNATURE_VALUES).astype(np.uint64)
_PLACES = _random.randint(1, 1 << 31, RUN_WORDS).astype(np.uint64) * np.uint64(2) + np.uint64(1)

#: What a warehouse knows of earlier documents of a day: story and signature.
Earlier = Callable[[date], Iterable[tuple[str, bytes]]]


def signature_of(text: str) -> bytes | None:
    """Returns the MinHash of a text, 64 values of 16 bits; None if it is too short.

    The share of equal values in two of them estimates which share of their runs of four words texts have in common.
    """
    words = np.array([zlib.crc32(word.encode()) for word in _WORD.findall(text.lower())], np.uint64)
    if len(words) < FEWEST_WORDS:
        return None
    count = len(words) - RUN_WORDS + 1
    runs = np.unique(sum((words[k : k + count] * _PLACES[k] for k in range(1, RUN_WORDS)), words[:count] * _PLACES[0]))
    runs ^= runs >> np.uint64(29)
    smallest = np.array([np.min(runs * factor + offset) for factor, offset in zip(_FACTORS, _OFFSETS, strict=True)])
    return ((smallest * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(48)).astype("<u2").tobytes()


def shared(a: bytes, b: bytes) -> float:
    """Returns which share of their runs of words the texts of two signatures have in common, estimated."""
    return float(np.mean(np.frombuffer(a, "<u2") == np.frombuffer(b, "<u2")))


def story_name(document: Document) -> str:
    """Returns the id of the story that begins with a document."""
    return hashlib.blake2b(f"{document.id}\x1f{document.date}".encode(), digest_size=8).hexdigest()


def with_stories(
    found: Iterable[Located | Reject | Known], earlier: Earlier = lambda day: ()
) -> Iterator[Located | Reject | Known]:
    """Gives every document its story: that of the first like it in the days around it, else one of its own.

    Documents of the warehouse count before those of the input, and these in its order.
    """
    index = _Index(earlier)
    try:
        for item in found:
            if isinstance(item, Located) and item.document.story_id is None:
                signature = signature_of(item.document.text)
                story = index.story_of(item.document, signature)
                yield replace(item, document=replace(item.document, story_id=story), signature=signature)
            else:
                yield item
    finally:
        index.close()


class _Index:
    """The documents of the days seen so far, in a temporary database that goes to disk when it grows."""

    def __init__(self, earlier: Earlier) -> None:
        self.earlier = earlier
        self.loaded: set[date] = set()
        self.database = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self.database.execute("PRAGMA journal_mode = OFF")
        self.database.execute("CREATE TABLE seen (number INTEGER PRIMARY KEY, day INT, story TEXT, signature BLOB)")
        self.database.execute("CREATE TABLE bands (band INT, number INT, PRIMARY KEY (band, number)) WITHOUT ROWID")

    def close(self) -> None:
        self.database.close()

    def story_of(self, document: Document, signature: bytes | None) -> str:
        """Returns the story of a document, and remembers the document."""
        if signature is None:
            return story_name(document)
        for distance in range(-LONGEST_STORY, LONGEST_STORY + 1):
            self._load(document.date + timedelta(days=distance))
        story = self._like(signature, document.date) or story_name(document)
        self._add(document.date, story, signature)
        return story

    def _like(self, signature: bytes, day: date) -> str | None:
        """Returns the story of the first document that is near-identical."""
        marks = ", ".join("?" * BANDS)
        query = (
            f"SELECT story, signature FROM seen WHERE number IN (SELECT number FROM bands WHERE band IN ({marks})) "
            "AND day BETWEEN ? AND ? ORDER BY number"
        )
        days = (day.toordinal() - LONGEST_STORY, day.toordinal() + LONGEST_STORY)
        found = self.database.execute(query, (*_bands(signature), *days))
        return next((story for story, other in found if shared(signature, other) >= LEAST_SHARED), None)

    def _add(self, day: date, story: str, signature: bytes) -> None:
        values = (day.toordinal(), story, signature)
        number = self.database.execute("INSERT INTO seen (day, story, signature) VALUES (?, ?, ?)", values).lastrowid
        rows = ((band, number) for band in set(_bands(signature)))
        self.database.executemany("INSERT INTO bands VALUES (?, ?)", rows)

    def _load(self, day: date) -> None:
        if day not in self.loaded:
            self.loaded.add(day)
            for story, signature in self.earlier(day):
                self._add(day, story, signature)


def _bands(signature: bytes) -> list[int]:
    """Returns the keys of a signature's bands, four values each, which two near-identical ones share some of."""
    values: NDArray[np.int64] = np.frombuffer(signature, "<i8") ^ np.arange(BANDS, dtype=np.int64)
    return [int(value) for value in values]
