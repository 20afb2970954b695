"""Reads HTML pages and the sentence XML of PETRARCH, without ever following what they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from flows.inputs import decode
from flows.records import Record
from flows.rejects import Reject

#: The most that a page may hold, unpacked.
LARGEST_PAGE = 1 << 24
#: How parsers of XML are set up: entities stay unexpanded, and nothing is loaded from elsewhere.
SAFE_XML: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "recover": True,
    "remove_comments": True,
    "remove_pis": True,
}

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_SENTENCE_NUMBER = re.compile(r"(.+)_(\d+)")
_ELEMENT = re.compile(r"<(?!\?|!--)(!doctype\s+)?(?:[\w.-]+:)?([\w.-]+)", re.IGNORECASE)
_SKIPPED = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page says.

    Args:
        text: its article; empty if none was found.
        title, date, url, publisher: None where the page does not say; the date as `YYYY-MM-DD`.
    """

    text: str
    title: str | None
    date: str | None
    url: str | None
    publisher: str | None


def first_element(text: str) -> str:
    """Returns the name of the first element of a text in markup, in small letters, or an empty string."""
    start = _SKIPPED.match(text)
    found = _ELEMENT.match(text, start.end() if start else 0)
    if found and found[1] and found[2].lower() != "html":  # <!DOCTYPE x: what follows it decides
        found = _ELEMENT.search(text, text.find(">", found.end()))
    return found[2].lower() if found else ""


def declares_entities(data: bytes) -> bool:
    """Whether XML declares entities of its own, by which small files can be made to grow without end."""
    return _ENTITY.search(data[: 1 << 16]) is not None


def unsafe(location: str, document_id: str | None = None) -> Reject:
    """Returns the reject of XML that declares entities."""
    what = "declares XML entities, which are not expanded"
    return Reject(document_id, location, "unsafe", what, "write the text without entities of its own")


def read_page(html: str, url: str | None = None) -> Page:
    """Extracts the article of an HTML page.

    Args:
        html: the page.
        url: its address, if it was fetched.
    """
    from trafilatura import bare_extraction

    # Comments of readers and tables of figures are no news text.
    found: Any = bare_extraction(html, url=url, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or not found.text:
        return Page("", None, None, url, None)
    address = url or found.url
    publisher = found.sitename or (urlsplit(address).hostname if address else None)
    return Page(found.text, found.title, found.date, address, publisher)


def read_html(name: str, document_id: str, data: bytes) -> Record | Reject:
    """Reads a saved page as one document."""
    location = f"{name}:1"
    if len(data) > LARGEST_PAGE:
        return Reject(document_id, location, "too_large", "the page is larger than 16 MB", "save its text alone")
    page = read_page(decode(data))
    if not page.text:
        return Reject(document_id, location, "empty", "no article was found in the page", "save its text alone")
    values = {
        "id": document_id,
        "date": page.date,
        "text": page.text,
        "title": page.title,
        "url": page.url,
        "source": page.publisher,
    }
    return Record(location, values)


def read_sentences(name: str, stream: BinaryIO) -> Iterator[Record | Reject]:
    """Reads PETRARCH's sentence XML. Sentences that are marked as such and share a story become one document.

    The ids of these end in the sentence's number, as `AFP0808020621_3`. The number in a location counts sentences.
    """
    from lxml import etree

    story: _Story | None = None
    number = 0
    try:
        for _, element in etree.iterparse(stream, events=("end",), **SAFE_XML):
            if not isinstance(element.tag, str) or etree.QName(element).localname.lower() != "sentence":
                continue
            number += 1
            values = {str(key).lower(): str(value) for key, value in element.attrib.items()}
            parts = [child for child in element if isinstance(child.tag, str) and child.tag.lower() == "text"]
            text = " ".join(" ".join((parts[0] if parts else element).itertext()).split())
            element.clear(keep_tail=False)
            key = _story_of(values)
            if story is not None and key is not None and key == story.key:
                story.texts.append(text)
                continue
            if story is not None:
                yield story.record()
            story = _Story(f"{name}:{number}", key, values, [text])
    except etree.XMLSyntaxError as error:
        if number == 0:
            yield Reject(None, f"{name}:1", "broken_line", f"the XML is broken: {error}", "mend the XML")
    if story is not None:
        yield story.record()


@dataclass(frozen=True, slots=True)
class _Story:
    """Sentences that stand together."""

    location: str
    key: tuple[str, str] | None
    values: dict[str, str]
    texts: list[str]

    def record(self) -> Record:
        name = self.key[0] if self.key else self.values.get("id")
        values = {
            "id": name,
            "date": _day(self.values.get("date", "")),
            "text": "\n\n".join(text for text in self.texts if text),
            "title": self.values.get("headline") or self.values.get("title"),
            "url": self.values.get("url"),
            "source": self.values.get("source"),
        }
        return Record(self.location, values)


def _story_of(values: dict[str, str]) -> tuple[str, str] | None:
    """Returns the id and date of the story that a sentence belongs to; None if it stands alone."""
    found = _SENTENCE_NUMBER.fullmatch(values.get("id", ""))
    is_sentence = values.get("sentence", "").strip().lower() in ("true", "1", "yes")
    return (found[1], values.get("date", "")) if found and is_sentence else None


def _day(text: str) -> str | None:
    """Returns a date as `YYYY-MM-DD`; PETRARCH writes `20150803`, older files `150803`."""
    text = text.strip()
    if text.isdigit() and len(text) == 6:
        text = ("19" if text[:2] >= "70" else "20") + text
    if text.isdigit() and len(text) == 8:
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return text or None


def parse_xml(data: bytes) -> Any:
    """Returns the root element of XML, broken or not, or None."""
    from lxml import etree

    return etree.parse(BytesIO(data), etree.XMLParser(**SAFE_XML)).getroot() if data.strip() else None
