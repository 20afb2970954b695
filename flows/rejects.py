"""What becomes of a document that cannot be read or coded: a reject with its reason and the remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warehouse.fields import RejectReason

_LINE_NUMBER = re.compile(r":\d+\Z")


@dataclass(frozen=True, slots=True)
class Reject:
    """A document, line or file that was left out.

    Args:
        document_id: its id, None if unknown.
        location: where it stands, as `file:line`.
        reason: why, of a closed set.
        detail: what is wrong, in one clause.
        remedy: what to do about it.
        published_on: its date, None if unknown.
        source: its publisher, None if unknown.
    """

    document_id: str | None
    location: str
    reason: RejectReason
    detail: str
    remedy: str
    published_on: date | None = None
    source: str | None = None

    @property
    def input(self) -> str:
        """The file it stands in: the location without the line."""
        return file_of(self.location)

    def __str__(self) -> str:
        return f"{self.location}: {self.detail} ({self.remedy})"


def file_of(location: str) -> str:
    """Returns the file of a location, which is `file:line`."""
    return _LINE_NUMBER.sub("", location)
