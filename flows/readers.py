"""Reads documents from every kind of input. What cannot be read becomes a reject, and the others go on."""

from __future__ import annotations

import csv
import re
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BufferedReader
from typing import TYPE_CHECKING, BinaryIO

from flows.feeds import LARGEST_FEED, feed_records
from flows.inputs import (
    HEAD_BYTES,
    Kind,
    Source,
    column_names,
    decode,
    delimiter_of,
    find_sources,
    is_address,
    loads,
    looks_binary,
    mend,
    open_lines,
    open_source,
    recognise,
)
from flows.markup import LARGEST_PAGE, declares_entities, read_html, read_sentences, unsafe
from flows.records import OPTIONAL, REQUIRED, Located, Record, document_of, without_duplicates
from flows.rejects import Reject

if TYPE_CHECKING:
    from warehouse.fields import RejectReason

#: The most that a file may hold of JSON that is not in lines, since it must be read whole.
LARGEST_JSON = 1 << 28
#: The most that a plain text may hold.
LARGEST_TEXT = 1 << 28
#: Rows of a Parquet file in memory at a time.
PARQUET_ROWS = 256

_DATE_LINE = re.compile(r"\s*date\s+(\d{4}-\d{1,2}-\d{1,2})(?!\d)")
_UNREAD: dict[Kind, tuple[RejectReason, str, str]] = {
    "empty": ("empty", "the file is empty", "leave the file out"),
    "binary": ("binary", "is no text", "give plain text, JSON Lines, CSV or Parquet"),
    "markup": ("unsupported", "is XML of a kind that is not known", "give HTML, RSS, Atom or PETRARCH's sentences"),
}


def read_documents(inputs: Sequence[str], default_date: date | None = None) -> Iterator[Located | Reject]:
    """Reads files, folders, globs, standard input (`-`) and addresses of the web, one document in memory at a time.

    Args:
        inputs: names as the user wrote them.
        default_date: the date of documents that have none.

    Raises:
        UsageError: at once, before anything is read, if a name stands for no file.
    """
    return without_duplicates(_read_sources(find_sources(inputs), default_date))


def _read_sources(sources: Iterable[Source], default_date: date | None) -> Iterator[Located | Reject]:
    for source in sources:
        location, anything = f"{source.name}:1", False
        try:
            for item in _read_source(source):
                location, anything = item.location, True
                yield item if isinstance(item, Reject) else document_of(item, default_date)
            if not anything:
                yield Reject(None, location, "empty", "the file holds no document", "leave the file out")
        except (OSError, EOFError, zlib.error) as error:
            what = getattr(error, "strerror", None) or str(error)
            yield Reject(None, location, "unreadable", f"cannot be read: {what}", "check the file and its rights")


def _read_source(source: Source) -> Iterator[Record | Reject]:
    if is_address(source.name):
        from flows.fetching import Fetcher
        from flows.settings import fetch_policy, read_settings
        from flows.web import read_address

        yield from read_address(source.name, Fetcher(fetch_policy(read_settings())))
        return
    with open_source(source) as stream:
        head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        kind = recognise(head, source.name)
        if kind == "json_lines":
            yield from _read_json_lines(source, stream, head)
        elif kind == "json":
            yield from _read_json(source, stream)
        elif kind == "table":
            yield from _read_table(source, stream, head)
        elif kind == "parquet":
            yield from _read_parquet(source, stream)
        elif kind == "text":
            yield _read_text(source, stream.read(LARGEST_TEXT + 1))
        elif kind == "html":
            yield read_html(source.name, source.document_id, stream.read(LARGEST_PAGE + 1))
        elif kind == "feed":
            yield from _read_feed(source, stream.read(LARGEST_FEED + 1))
        elif kind == "sentences":
            yield from _read_sentences(source, stream, head)
        else:
            yield Reject(None, f"{source.name}:1", *_UNREAD[kind])


def _read_feed(source: Source, data: bytes) -> Iterator[Record | Reject]:
    location = f"{source.name}:1"
    if len(data) > LARGEST_FEED:
        yield Reject(None, location, "too_large", "the feed is larger than 16 MB", "cut it")
    elif declares_entities(data):
        yield unsafe(location)
    else:
        yield from feed_records(source.name, data)


def _read_sentences(source: Source, stream: BufferedReader, head: bytes) -> Iterator[Record | Reject]:
    if declares_entities(head):
        yield unsafe(f"{source.name}:1")
    else:
        yield from read_sentences(source.name, stream)


def _read_text(source: Source, data: bytes) -> Record | Reject:
    """Reads a plain text, whose first line may begin `date YYYY-MM-DD`."""
    location = f"{source.name}:1"
    if len(data) > LARGEST_TEXT:
        what = "is larger than 256 MB, which is no single document"
        return Reject(source.document_id, location, "too_large", what, "write one document a line as JSON Lines")
    if looks_binary(data):
        return Reject(source.document_id, location, *_UNREAD["binary"])
    try:
        text = decode(data)
    except (UnicodeDecodeError, LookupError) as error:
        return Reject(source.document_id, location, "encoding", f"cannot be decoded: {error}", "save it as UTF-8")
    line = _DATE_LINE.match(text)
    if not text[line.end() if line else 0 :].strip():
        return Reject(source.document_id, location, *_UNREAD["empty"])
    return Record(location, {"id": source.document_id, "date": line and line[1], "text": text})


def _read_json_lines(source: Source, stream: BufferedReader, head: bytes) -> Iterator[Record | Reject]:
    with open_lines(stream, head) as lines:
        for number, line in enumerate(lines, 1):
            text = mend(line).strip()
            if text:
                yield _json_record(text, f"{source.name}:{number}")


def _json_record(text: str, location: str) -> Record | Reject:
    try:
        values = loads(text)
    except ValueError as error:
        return Reject(None, location, "broken_line", f"the JSON is broken: {error}", "write one JSON object a line")
    return _as_record(values, location)


def _as_record(values: object, location: str) -> Record | Reject:
    if isinstance(values, dict):
        return Record(location, values)
    return Reject(None, location, "wrong_type", "is no JSON object", 'write {"id": ..., "date": ..., "text": ...}')


def _read_json(source: Source, stream: BufferedReader) -> Iterator[Record | Reject]:
    """Reads a file that is one JSON object, or a list of them; the number in a location counts the objects."""
    data = stream.read(LARGEST_JSON + 1)
    location = f"{source.name}:1"
    if len(data) > LARGEST_JSON:
        yield Reject(None, location, "unsupported", "is too large for JSON in one piece", "write it as JSON Lines")
        return
    try:
        values = loads(decode(data))
    except (ValueError, LookupError) as error:
        yield Reject(None, location, "broken_line", f"the JSON is broken: {error}", "write it as JSON Lines")
        return
    for number, value in enumerate(values if isinstance(values, list) else [values], 1):
        yield _as_record(value, f"{source.name}:{number}")


def _read_table(source: Source, stream: BufferedReader, head: bytes) -> Iterator[Record | Reject]:
    """Reads CSV, separated by a comma, tab, semicolon or bar, with a header."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with open_lines(stream, head) as lines:
        header = mend(lines.readline())
        delimiter = delimiter_of(header) or ("\t" if "\t" in header else ",")
        names = column_names(header, delimiter)
        missing = [name for name in ("id", "text") if name not in names]
        if missing:
            yield _missing_columns(source, missing, names)
            return
        line = 2
        rows = csv.reader(lines, delimiter=delimiter)
        while True:
            location = f"{source.name}:{line}"
            try:
                cells = next(rows, None)
            except csv.Error as error:
                yield Reject(None, location, "broken_line", f"the row is broken: {error}", "quote cells with line ends")
                cells = []
            line = 2 + rows.line_num
            if cells is None:
                return
            if cells:
                yield _row_record(cells, names, location)


def _row_record(cells: list[str], names: list[str], location: str) -> Record | Reject:
    if len(cells) != len(names):
        what = f"{len(cells)} cells under {len(names)} columns"
        return Reject(None, location, "broken_line", what, "quote cells that hold separators or line ends")
    return Record(location, {name: mend(cell) or None for name, cell in zip(names, cells, strict=True)})


def _missing_columns(source: Source, missing: list[str], names: list[str]) -> Reject:
    what = f"there is no column {' or '.join(missing)}; there are {', '.join(names)[:200]}"
    return Reject(None, f"{source.name}:1", "missing_field", what, f"name the columns {', '.join(REQUIRED)}")


def _read_parquet(source: Source, stream: BufferedReader) -> Iterator[Record | Reject]:
    """Reads Parquet; the number in a location counts the rows."""
    with tempfile.SpooledTemporaryFile(LARGEST_JSON) as spool:
        if not stream.seekable() or source.path is None:
            shutil.copyfileobj(stream, spool)
            spool.seek(0)
            yield from _parquet_rows(source, spool)  # type: ignore[arg-type]
        else:
            yield from _parquet_rows(source, stream)


def _parquet_rows(source: Source, stream: BinaryIO) -> Iterator[Record | Reject]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(stream) as file:
            names = file.schema_arrow.names
            missing = [name for name in ("id", "text") if name not in names]
            if missing:
                yield _missing_columns(source, missing, names)
                return
            columns = [name for name in (*REQUIRED, *OPTIONAL) if name in names]
            for batch in file.iter_batches(PARQUET_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield Record(f"{source.name}:{number}", row)
    except (pa.ArrowException, OSError) as error:
        what = f"the Parquet is broken: {error}"
        yield Reject(None, f"{source.name}:{number + 1}", "unreadable", what, "write the file again")
