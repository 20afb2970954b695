"""The version of Tocsin, the family of its errors, and what else every part of the house shares."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

__version__ = "0.1.0"


class TocsinError(Exception):
    """A fault that a user can mend.

    Args:
        what: what is wrong, in one clause.
        where: the file, line, document or setting it concerns; empty if none.
        remedy: what to do about it; empty if nothing can be done.
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


class DictionaryError(TocsinError):
    """A dictionary could not be read; `what` lists every fault, one a line."""


class DocumentError(TocsinError):
    """A document could not be read or coded."""


class ModelError(TocsinError):
    """The language model is missing or unusable."""


class WarehouseError(TocsinError):
    """A warehouse is missing, damaged or of another schema."""


class DriftError(TocsinError):
    """A run is unlike those before, as after a broken dictionary."""


class UsageError(TocsinError):
    """The program was called wrongly (exit code 2)."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """A context without searches for garbage: for short work that leaves none which only a search would find."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


@contextmanager
def building() -> Iterator[None]:
    """A context in which much is built that stays: Python searches it for garbage neither while it grows nor at once when it is done."""
    with undisturbed():
        try:
            yield
        finally:
            _grow_old()


def _grow_old() -> None:
    """Counts all objects among the old ones, which are searched seldom, without the search that makes young ones old."""
    settled = gc.get_freeze_count()
    gc.freeze()
    if not settled:
        gc.unfreeze()


def settle() -> None:
    """Leaves what this process has loaded out of every later search for garbage, but the last; only the first call does anything."""
    if not gc.get_freeze_count():
        gc.freeze()
        atexit.register(gc.unfreeze)
