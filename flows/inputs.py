"""Finds the files that a user names, and recognises by their content what they are."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from tocsin import UsageError

Kind = Literal[
    "text", "json_lines", "json", "table", "parquet", "html", "feed", "sentences", "markup", "binary", "empty"
]

#: How much of a file is looked at to recognise it and its encoding.
HEAD_BYTES = 1 << 18
DELIMITERS = (",", "\t", ";", "|")
_GLOB = re.compile(r"[*?\[]")
_MARKUP = re.compile(r"<(\?xml|!doctype|!--|html|rss|feed|sentences|sentence|rdf:rdf|head|body)\b", re.IGNORECASE)
_ROOTS: dict[str, Kind] = {
    "html": "html", "head": "html", "body": "html",
    "rss": "feed", "feed": "feed", "rdf": "feed",
    "sentences": "sentences", "sentence": "sentences",
}  # fmt: skip
_JSON_OBJECT = re.compile(r'\{\s*"')
_JSON_LIST = re.compile(r'\[\s*(\{\s*"|\])')
_BINARY_STARTS = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BZh", b"\xfd7zXZ", b"\x7fELF")
_COMPRESSED = (".gz", ".gzip", ".zst", ".zstd")
_ZSTD = b"\x28\xb5\x2f\xfd"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or standard input.

    Args:
        name: as the user wrote it; stands in locations.
        path: None for standard input and for addresses of the web.
        document_id: the id of its document if it is plain text.
    """

    name: str
    path: Path | None
    document_id: str


def is_address(name: str) -> bool:
    """Whether an input is an address of the web."""
    return name.startswith(("http://", "https://"))


def find_sources(inputs: Sequence[str]) -> Iterator[Source]:
    """Finds the files behind names of files, folders and globs, `-` being standard input; addresses stay as they are.

    The plain texts of a folder are called by their path in it, so that no two have the same id.

    Raises:
        UsageError: at once, if a name stands for no file.
    """
    if not inputs:
        raise UsageError("there is nothing to read", remedy="name a file, a folder, a glob, or - for standard input")
    if inputs.count("-") > 1:
        raise UsageError("standard input is named twice", "-", "name it once")
    for name in inputs:
        if name == "-" or is_address(name) or Path(name).exists():
            continue
        if not (_GLOB.search(name) and next(_glob(name), None)):
            raise UsageError("there is no such file", name, "check the spelling; quote globs")
    return _sources(inputs)


def _sources(inputs: Sequence[str]) -> Iterator[Source]:
    for name in inputs:
        path = Path(name)
        if name == "-":
            yield Source("-", None, "stdin")
        elif is_address(name):
            yield Source(name, None, name)
        elif path.is_dir():
            for file in _files_below(path):
                yield Source(str(file), file, _id_of(file.relative_to(path)))
        elif path.exists():
            yield Source(name, path, _id_of(Path(path.name)))
        else:
            base = _fixed_part(name)
            for file in _glob(name):
                yield Source(str(file), file, _id_of(file.relative_to(base)))


def _files_below(folder: Path) -> Iterator[Path]:
    """Yields the files of a folder in order, hidden ones left out, one folder's listing in memory at a time."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(files) if not name.startswith("."))


def _fixed_part(pattern: str) -> Path:
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if _GLOB.search(part))
    return Path(*parts[:fixed])


def _glob(pattern: str) -> Iterator[Path]:
    base = _fixed_part(pattern)
    rest = str(Path(pattern).relative_to(base))
    return iter(sorted(path for path in base.glob(rest) if path.is_file()))


def _id_of(path: Path) -> str:
    name = path.as_posix()
    for suffix in _COMPRESSED:
        name = name.removesuffix(suffix)
    return str(Path(name).with_suffix("").as_posix()) if Path(name).suffix else name


def open_source(source: Source) -> io.BufferedReader:
    """Opens a source for reading bytes, unpacked, so that its head can be peeked at.

    Raises:
        OSError: if it cannot be opened.
    """
    raw = sys.stdin.buffer if source.path is None else source.path.open("rb", buffering=HEAD_BYTES)
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, raw), HEAD_BYTES)
    return unpacked(stream)


def unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    """Returns what a stream holds, unpacked if it is packed by gzip or zstd."""
    head = stream.peek(4)[:4]
    if head[:2] == b"\x1f\x8b":
        return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=stream)), HEAD_BYTES)
    if head == _ZSTD:
        import pyarrow as pa

        return io.BufferedReader(cast(io.RawIOBase, _Readable(pa.CompressedInputStream(stream, "zstd"))), HEAD_BYTES)
    return stream


class _Readable(io.RawIOBase):
    """Makes a stream of Arrow one of Python."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        import pyarrow as pa

        try:
            data: bytes = self.stream.read(len(buffer))
        except pa.ArrowException as error:
            raise OSError(str(error)) from error
        buffer[: len(data)] = data
        return len(data)


def recognise(head: bytes, name: str) -> Kind:
    """Says what a file is by its first bytes; the suffix of its name decides only where these do not."""
    if not head:
        return "empty"
    if head.startswith(b"PAR1"):
        return "parquet"
    if looks_binary(head):
        return "binary"
    text = head.decode(encoding_of(head), errors="replace").removeprefix("\ufeff").lstrip()
    for suffix in _COMPRESSED:
        name = name.removesuffix(suffix)
    suffix = Path(name).suffix.lower()
    if _MARKUP.match(text) or (text.startswith("<") and suffix in {".html", ".htm", ".xhtml", ".xml"}):
        from flows.markup import first_element

        return _ROOTS.get(first_element(text), "html" if suffix in {".html", ".htm", ".xhtml"} else "markup")
    if _JSON_LIST.match(text):
        return "json"
    if _JSON_OBJECT.match(text) or suffix in {".jsonl", ".ndjson"}:
        return "json" if text.partition("\n")[0].strip() == "{" else "json_lines"
    if suffix in {".csv", ".tsv"} or delimiter_of(text.partition("\n")[0]):
        return "table"
    return "text"


def delimiter_of(header: str) -> str | None:
    """Returns what separates the columns of a header that has the columns of a document, or None."""
    for delimiter in DELIMITERS:
        names = column_names(header, delimiter)
        if "text" in names and ("id" in names or "date" in names):
            return delimiter
    return None


def column_names(header: str, delimiter: str) -> list[str]:
    """Returns the names of a header's columns, in small letters."""
    first, *_ = header.splitlines() or [""]
    try:
        cells = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [cell.strip().lower() for cell in cells]


def looks_binary(data: bytes) -> bool:
    """Tells data from text: by the first bytes of known formats, and by characters that no text has."""
    if data.startswith(_BINARY_STARTS):
        return True
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    sample = data[:HEAD_BYTES]
    controls = sum(sample.count(bytes([code])) for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
    return b"\0" in sample or controls > len(sample) // 50


def encoding_of(head: bytes, complete: bool = False) -> str:
    """Returns the encoding of a text by its first bytes: UTF-8 if it can be, else the likeliest.

    Args:
        head: the first bytes.
        complete: whether they are the whole text; if not, a character may be cut at their end.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=complete)
        return "utf-8-sig"
    except UnicodeDecodeError:
        return _likeliest_encoding(head)


def _likeliest_encoding(data: bytes) -> str:
    from charset_normalizer import from_bytes
    from charset_normalizer.utils import is_multi_byte_encoding

    sample = data[:HEAD_BYTES]
    # Short texts with a few accents look like Chinese or Korean to the detector.
    is_latin = len(sample) - sum(byte < 128 for byte in sample) < len(sample) // 3
    for match in from_bytes(sample):
        if "cp1252" in match.could_be_from_charset:
            break
        if not (is_latin and is_multi_byte_encoding(match.encoding)):
            return str(match.encoding)
    return "cp1252"


def decode(data: bytes) -> str:
    """Decodes a whole text.

    Raises:
        UnicodeDecodeError: if no encoding fits.
    """
    return data.decode(encoding_of(data, complete=True))


def open_lines(stream: BinaryIO, head: bytes) -> io.TextIOWrapper:
    """Opens a stream of bytes as text, line ends kept. `mend` what is read from it."""
    encoding = encoding_of(head)
    errors = "surrogateescape" if encoding == "utf-8-sig" else "replace"
    return io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="")


def mend(text: str) -> str:
    """Decodes anew the bytes that were not UTF-8, in a file that else is."""
    if text.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in text):
        return text
    data = text.encode("utf-8", "surrogateescape")
    return data.decode(_likeliest_encoding(data), errors="replace")


def loads(text: str) -> object:
    """Parses JSON.

    Raises:
        ValueError: if it is broken or too deep.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
