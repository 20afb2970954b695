"""`tocsin explain`: the whole trace of how a sentence was coded, or why not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from flows import coding
from tocsin import UsageError
from warehouse import catalog

_EVENT_ID = re.compile(r"[0-9a-f]{16,64}")


def explain(what: str, warehouse: Path | None = None, day: date | None = None, html: bool = False) -> str:
    """Explains a text, or an event of a warehouse.

    Args:
        what: a text, or the event_id of an event.
        warehouse: where the event is.
        day: the date of publication of a text; today by default.
        html: as a self-contained page instead of plain text.

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
    return _explain_event(what, warehouse, html)


def _explain_event(event_id: str, warehouse: Path, html: bool) -> str:
    query = (
        "SELECT e.document_id, e.sentence, e.published_on, d.text, e.dictionary_version "
        "FROM events_all e JOIN documents d USING (document_id) "
        f"WHERE e.event_id = {catalog.quoted(event_id)}"
    )
    with catalog.connect(warehouse) as database:
        rows = catalog.ask(database, query).rows
    if not rows:
        raise UsageError("there is no such event", event_id, "take the event_id from events_all")
    document_id, sentence, published_on, text, version = rows[0]
    coder = coding.load_coder()
    trace = coder.explain(text, published_on)
    lines = [f"Event {event_id} of document {document_id}, published on {published_on}"]
    if version != coder.dictionary_version:
        lines.append(f"Coded by dictionaries {version}; explained by {coder.dictionary_version}, which may differ.")
    of_sentence = tuple(part for part in trace.sentences if part.sentence.index == sentence)
    shown = replace(trace, sentences=of_sentence)
    return shown.to_html() if html else "\n".join([*lines, "", shown.to_text()])
