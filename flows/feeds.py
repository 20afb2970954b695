"""Reads RSS and Atom feeds: what stands in them, and the addresses of the pages that they link to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from flows.markup import parse_xml, read_page
from flows.records import Record
from flows.rejects import Reject

#: The most that a feed may hold, unpacked.
LARGEST_FEED = 1 << 24
#: Elements that hold the text of an item, the fullest first.
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubdate", "published", "date", "updated")
_TAG = re.compile(r"<[a-zA-Z/!]")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed.

    Args:
        id: as the feed gives it, else its address.
        url: the address of its page.
        title: its headline.
        date: its day of publication (UTC).
        html: what the feed has of its text.
        publisher: the feed's title.
    """

    id: str | None
    url: str | None
    title: str | None
    date: date | None
    html: str
    publisher: str | None


def read_items(data: bytes, base: str | None = None) -> list[Item]:
    """Returns the items of a feed, in its order; of something else, none.

    Args:
        data: RSS 0.9 to 2.0, or Atom; small faults of the XML are passed over.
        base: the feed's address, for links that are relative to it.
    """
    root = parse_xml(data)
    if root is None:
        return []
    items = [element for element in root.iter() if _name(element) in ("item", "entry")]
    channel = next((element for element in root.iter() if _name(element) in ("channel", "feed")), root)
    publisher = _text(channel, "title")
    return [_item(element, base, publisher) for element in items]


def feed_records(name: str, data: bytes) -> Iterator[Record | Reject]:
    """Reads a saved feed: each item with the text that stands in the feed itself; no page is fetched."""
    items = read_items(data)
    if not items:
        yield Reject(None, f"{name}:1", "empty", "the feed has no item", "leave the file out")
    for number, item in enumerate(items, 1):
        yield Record(f"{name}:{number}", item_values(item))


def item_values(item: Item) -> dict[str, object]:
    """Returns the values of a document made of what a feed has of an item."""
    return {
        "id": item.id or item.url,
        "date": item.date,
        "text": plain_text(item.html) or item.title,
        "title": item.title,
        "url": item.url,
        "source": item.publisher,
    }


def plain_text(html: str) -> str:
    """Returns the words of a piece of HTML."""
    if not _TAG.search(html):
        return html.strip()
    from lxml import html as markup

    found = read_page(f"<html><body><article>{html}</article></body></html>").text
    return found or " ".join(markup.fromstring(f"<div>{html}</div>").text_content().split())


def _item(element: Any, base: str | None, publisher: str | None) -> Item:
    html = next((text for name in _TEXTS if (text := _text(element, name))), "")
    day = next((found for name in _DATES if (found := _day(_text(element, name)))), None)
    identity = _text(element, "guid") or _text(element, "id")
    return Item(identity, _link(element, base), _text(element, "title"), day, html, publisher)


def _link(element: Any, base: str | None) -> str | None:
    """Returns the address of an item's page: RSS has it as text, Atom in an attribute."""
    for child in element:
        if _name(child) != "link" or child.get("rel", "alternate") != "alternate":
            continue
        address = (child.get("href") or child.text or "").strip()
        if address:
            return urljoin(base, address) if base else address
    guid = _text(element, "guid") or ""
    return guid if urlsplit(guid).scheme in ("http", "https") else None


def _text(element: Any, name: str) -> str | None:
    child = next((child for child in element if _name(child) == name), None)
    if child is None:
        return None
    if child.get("type") == "xhtml":
        return "".join(child.itertext()).strip() or None
    return (child.text or "").strip() or None


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return None
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()
