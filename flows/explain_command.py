"""`tocsin explain`: the whole trace of how a sentence was coded, or why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from flows import coding
from tocsin import UsageError
from warehouse import catalog

_EVENT_ID = re.compile(r"[0-9a-f]{16,64}")
_COLUMNS = (
    "event_id",
    "document_id",
    "sentence",
    "published_on",
    "event_date",
    "event_date_basis",
    "event_code",
    "realis",
    "rule_id",
    "operators",
    "source_code",
    "source_text",
    "target_code",
    "target_text",
    "trigger_text",
    "trace",
    "dictionary_version",
)


def explain(
    what: str, warehouse: Path | None = None, day: date | None = None, html: bool = False, edition: str | None = None
) -> str:
    """Explains a text, or an event of a warehouse.

    Args:
        what: a text, or the event_id of an event.
        warehouse: where the event is.
        day: the date of publication of a text; today by default.
        html: as a self-contained page instead of plain text.
        edition: the edition of the event; by default the newest.

    Raises:
        UsageError: if there is no such event.
        WarehouseError: if there is no warehouse.
    """
    if not what.strip():
        raise UsageError("there is nothing to explain", remedy="give a sentence in quotes, or an event_id")
    if not _EVENT_ID.fullmatch(what):
        trace = coding.load_coder().explain(what, day)
        return trace.to_html() if html else trace.to_text()
    if warehouse is None:
        raise UsageError("an event is explained from its warehouse", what, "add --warehouse DIR")
    return _explain_event(what, warehouse, html, edition)


def _explain_event(event_id: str, warehouse: Path, html: bool, edition: str | None) -> str:
    """Explains an event by the trace that was stored with it, and by coding its text again."""
    event, text = _stored(event_id, warehouse, edition)
    coder = coding.load_coder()
    trace = coder.explain(text, event["published_on"])
    of_sentence = tuple(part for part in trace.sentences if part.sentence.index == event["sentence"])
    shown = replace(trace, sentences=of_sentence)
    if html:
        return shown.to_html()
    is_same = event["dictionary_version"] == coder.dictionary_version
    version = "the same dictionaries" if is_same else f"dictionaries {coder.dictionary_version}, which may differ"
    return "\n".join([*_as_stored(event), "", f"Coded again now, by {version}:", "", shown.to_text()])


def _stored(event_id: str, warehouse: Path, edition: str | None) -> tuple[dict[str, Any], str]:
    """Returns an event's columns and its document's text."""
    query = (
        f"SELECT {', '.join(f'e.{name}' for name in _COLUMNS)}, d.text "
        f"FROM events_all e JOIN documents d USING (document_id) WHERE e.event_id = {catalog.quoted(event_id)}"
    )
    with catalog.connect(warehouse, edition) as database:
        rows = catalog.ask(database, query).rows
    if not rows:
        raise UsageError("there is no such event", event_id, "take the event_id from events_all, or name its --edition")
    *values, text = rows[0]
    return dict(zip(_COLUMNS, values, strict=True)), text


def _as_stored(event: dict[str, Any]) -> Iterator[str]:
    """Yields what the warehouse knows of how an event was coded, whatever the dictionaries are now."""
    yield f"Event {event['event_id']} of document {event['document_id']}, published on {event['published_on']}"
    sides = " -> ".join(event[side] or "nobody named" for side in ("source_code", "target_code"))
    yield f"  {sides}: {event['event_code']}, {event['realis']}"
    yield f"  on {event['event_date']} ({event['event_date_basis']})"
    yield f"  words: {event['source_text'] or '-'} | {event['trigger_text']} | {event['target_text'] or '-'}"
    yield f"  entry: {' over '.join([*event['operators'], event['rule_id']])}"
    yield from (f"  {step}" for step in (event["trace"] or "no trace was stored").split("; "))
    yield f"  dictionaries {event['dictionary_version']}"
