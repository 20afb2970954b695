"""Reads documents from the network: single pages, and feeds with the pages that they link to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from io import BufferedReader, BytesIO
from typing import cast

from flows.feeds import Item, item_values, plain_text, read_items
from flows.fetching import Fetcher, FetchError
from flows.inputs import HEAD_BYTES, decode, looks_binary, recognise, unpacked
from flows.markup import declares_entities, read_page, unsafe
from flows.records import Record
from flows.rejects import Reject

#: Days by which a date may lie ahead of today, as the day begins earlier elsewhere.
AHEAD = timedelta(days=1)


def read_address(
    url: str,
    fetcher: Fetcher,
    is_known: Callable[[str], bool] = lambda document_id: False,
    publisher: str | None = None,
    must_be_feed: bool = False,
) -> Iterator[Record | Reject]:
    """Reads a page, or a feed with the pages that it links to.

    Args:
        url: its address.
        fetcher: who fetches.
        is_known: says of an item's id whether its page need not be fetched again.
        publisher: the name of the source; by default what the page or feed says.
        must_be_feed: whether anything but a feed is a fault.
    """
    location = f"{url}:1"
    try:
        found = fetcher.get(url)
        data = _unpacked(found.data, fetcher.policy.most_bytes)
    except FetchError as error:
        yield Reject(None, location, error.reason, error.detail, error.remedy, source=publisher)
        return
    kind = recognise(data[:HEAD_BYTES], "page.html" if data.lstrip()[:1] == b"<" else url)
    if kind == "feed":
        if declares_entities(data):
            yield unsafe(location)
            return
        yield from _read_items(url, read_items(data, found.url), fetcher, is_known, publisher)
    elif must_be_feed:
        yield Reject(
            None, location, "unsupported", f"is no feed but {kind}", "check the feed's address", None, publisher
        )
    elif kind == "html":
        page = read_page(decode(data), found.url)
        values = {"id": url, "date": page.date, "text": page.text, "title": page.title, "url": found.url}
        yield _dated(Record(location, values | {"source": publisher or page.publisher}), None)
    elif kind == "text":
        yield Record(location, {"id": url, "text": decode(data), "url": found.url, "source": publisher})
    else:
        yield Reject(None, location, "unsupported", f"is {kind}", "download it, and name the file", None, publisher)


def _read_items(
    feed: str, items: list[Item], fetcher: Fetcher, is_known: Callable[[str], bool], publisher: str | None
) -> Iterator[Record | Reject]:
    if not items:
        yield Reject(None, f"{feed}:1", "empty", "the feed has no item", "check the feed's address", None, publisher)
    for number, item in enumerate(items, 1):
        values = item_values(item) | ({"source": publisher} if publisher else {})
        if values["id"] is not None and is_known(str(values["id"])):
            continue
        location = f"{feed}:{number}"
        try:
            values |= _linked(item, fetcher) if item.url else {}
        except FetchError as error:
            # What the feed has of the text is better than nothing, if it is more than a headline.
            if len(plain_text(item.html)) < 200:
                source = cast("str | None", values["source"])
                yield Reject(item.id or item.url, location, error.reason, error.detail, error.remedy, item.date, source)
                continue
        yield _dated(Record(location, values), item.date)


def _linked(item: Item, fetcher: Fetcher) -> dict[str, object]:
    """Returns what the page of an item says beyond its feed."""
    assert item.url
    found = fetcher.get(item.url)
    data = _unpacked(found.data, fetcher.policy.most_bytes)
    if looks_binary(data):
        raise FetchError("binary", "the linked page is no text", "leave it out")
    page = read_page(decode(data), found.url)
    if not page.text:
        raise FetchError("empty", "no article was found in the linked page", "leave it out")
    values = {"text": page.text, "url": found.url, "title": item.title or page.title, "date": item.date or page.date}
    return {name: value for name, value in values.items() if value is not None}


def _dated(record: Record, day: date | None) -> Record | Reject:
    """Checks that a page does not claim to be of days to come; one that does not say is of today."""
    today = datetime.now(UTC).date()
    given = day or _day(record.values.get("date"))
    if given is not None and given > today + AHEAD:
        what = f"the date {given} lies in the future"
        name, source = record.values.get("id"), cast("str | None", record.values.get("source"))
        return Reject(str(name), record.location, "bad_date", what, "wait, or tell the publisher", None, source)
    return Record(record.location, {**record.values, "date": given or today})


def _day(value: object) -> date | None:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _unpacked(data: bytes, most_bytes: int) -> bytes:
    """Unpacks what is packed once more, as `feed.xml.gz`, up to the size limit."""
    try:
        found = unpacked(BufferedReader(BytesIO(data), HEAD_BYTES)).read(most_bytes + 1)
    except (OSError, EOFError) as error:
        raise FetchError("unreadable", f"cannot be unpacked: {error}", "tell the publisher") from error
    if len(found) > most_bytes:
        raise FetchError("too_large", f"is larger than {most_bytes:,} bytes, unpacked", "raise fetch.most_bytes")
    return found
