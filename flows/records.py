"""Turns the raw values that a reader found into a document, or says why it cannot."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from coders.model import Document
from flows.rejects import Reject, file_of

if TYPE_CHECKING:
    from warehouse.fields import RejectReason

REQUIRED = ("id", "date", "text")
OPTIONAL = ("title", "url", "source", "language")

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Record:
    """The raw values of a document by name, and where they stand, as `file:line`."""

    location: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Located:
    """A document, where it stands, and the signature by which its story is known."""

    location: str
    document: Document
    signature: bytes | None = None

    @property
    def input(self) -> str:
        """The file it stands in: the location without the line."""
        return file_of(self.location)


class _RecordError(Exception):
    """Why a record is no document."""

    def __init__(self, reason: RejectReason, detail: str, remedy: str) -> None:
        self.reason = reason
        self.detail = detail
        self.remedy = remedy


def document_of(record: Record, default_date: date | None) -> Located | Reject:
    """Checks a record's values and makes a document of them.

    Args:
        record: `id` a string or a whole number; `date` a date or an ISO string; the others strings.
        default_date: the date of a document that has none.
    """
    name: str | None = None
    day: date | None = None
    try:
        name = _identity(record.values.get("id"))
        text = _string(record.values.get("text"), "text")
        if text is None:
            raise _RecordError("missing_field", "there is no text", "give each document a text")
        day = _day(record.values.get("date")) or default_date
        if not text.strip():
            raise _RecordError("empty", "the text is empty", "leave the document out")
        if day is None:
            raise _RecordError("no_date", "there is no date", "give the document a date, or use --date")
        title, url, source, language = (_string(record.values.get(field), field) or None for field in OPTIONAL)
        return Located(record.location, Document(name, day, text, title, url, source, language))
    except _RecordError as fault:
        given = record.values.get("source")
        publisher = given if isinstance(given, str) and given and not _SURROGATE.search(given) else None
        return Reject(name, record.location, fault.reason, fault.detail, fault.remedy, day, publisher)


def _identity(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    name = _string(value, "id")
    if not name or not name.strip():
        raise _RecordError("missing_field", "there is no id", "give each document an id of its own")
    return name


def _string(value: object, field: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise _RecordError("wrong_type", f"{field} is {_type_name(value)}", f"write {field} as a string")
    if _SURROGATE.search(value):
        raise _RecordError("encoding", f"{field} holds half a character (a lone surrogate)", "mend the text's encoding")
    return value


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise _RecordError("wrong_type", f"date is {_type_name(value)}", "write dates as YYYY-MM-DD in quotes")
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        raise _RecordError("bad_date", f"{value[:40]!r} is no date", "write dates as YYYY-MM-DD") from None


def _type_name(value: object) -> str:
    names = {bool: "true or false", list: "a list", dict: "an object", bytes: "bytes"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else f"a {type(value).__name__}")


def without_duplicates(found: Iterable[Located | Reject]) -> Iterator[Located | Reject]:
    """Turns every document whose id was used before into a reject.

    The ids seen are kept in a temporary database that goes to disk when it grows, so memory stays flat.
    """
    seen = sqlite3.connect("", check_same_thread=False, isolation_level=None)
    try:
        seen.execute("PRAGMA journal_mode = OFF")
        seen.execute("CREATE TABLE seen (id BLOB PRIMARY KEY, location TEXT) WITHOUT ROWID")
        for item in found:
            yield item if isinstance(item, Reject) else _unless_seen(item, seen)
    finally:
        seen.close()


def _unless_seen(item: Located, seen: sqlite3.Connection) -> Located | Reject:
    name = item.document.id
    key = hashlib.blake2b(name.encode(), digest_size=16).digest()
    if seen.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, item.location)).rowcount:
        return item
    first = seen.execute("SELECT location FROM seen WHERE id = ?", (key,)).fetchone()[0]
    return Reject(
        name,
        item.location,
        "duplicate_id",
        f"the id {name!r} was already used at {first}",
        "give each document an id of its own",
        item.document.date,
        item.document.source,
    )
