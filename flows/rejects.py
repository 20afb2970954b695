"""What becomes of a document that cannot be read or coded: a reject with its reason and the remedy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Reason = Literal[
    "unreadable",
    "unsupported",
    "binary",
    "encoding",
    "empty",
    "broken_line",
    "missing_field",
    "wrong_type",
    "no_date",
    "bad_date",
    "duplicate_id",
    "coding_failed",
]

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
    """

    document_id: str | None
    location: str
    reason: Reason
    detail: str
    remedy: str
    published_on: date | None = None

    @property
    def input(self) -> str:
        """The file it stands in: the location without the line."""
        return _LINE_NUMBER.sub("", self.location)

    def __str__(self) -> str:
        return f"{self.location}: {self.detail} ({self.remedy})"


def count_by_reason(rejects: Iterable[Reject]) -> dict[str, int]:
    """Counts rejects by reason, the most frequent first."""
    return dict(Counter(reject.reason for reject in rejects).most_common())
