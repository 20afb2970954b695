"""A list of events that opens them, and the event when it is open."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from dashboard import address, frame, words
from dashboard.frame import View
from dashboard.sentence import marked_sentence

COLUMNS = {
    "event_date": st.column_config.DateColumn("date", width=88),
    "source": st.column_config.TextColumn("source", width=185),
    "act": st.column_config.TextColumn("act", width=215),
    "target": st.column_config.TextColumn("target", width=185),
    "event_code": st.column_config.TextColumn("code", width=55),
    "goldstein": st.column_config.NumberColumn("score", format="%+.1f", width=60),
    "realis": st.column_config.TextColumn("realis", width=85),
    "place_name": st.column_config.TextColumn("place", width=90),
    "confidence": st.column_config.NumberColumn("confidence", format="%.2f", width=85),
}


def show_list(name: str, rows: pa.Table, full: Callable[[], pa.Table] | None = None) -> None:
    """Shows events in words, one a row; a click on one opens it on the Events page.

    Args:
        name: of the list.
        rows: of `events_list.sql` or the like.
        full: makes the rows of the download, where that has more.
    """
    if not rows.num_rows:
        st.caption("No events in this period.")
        return
    events = rows.to_pylist()
    shown = rows
    for side in ("source", "target"):
        shown = shown.append_column(side, pa.array([words.side_in_words(event, side) for event in events]))
    shown = shown.append_column("act", pa.array([words.act_label(event["event_code"]) for event in events]))
    columns = [name for name in COLUMNS if name in shown.column_names and shown[name].null_count < len(events)]
    picked = st.dataframe(
        shown.select(columns),
        alt="Events; choose a cell to open its event",
        hide_index=True,
        column_order=columns,
        column_config=COLUMNS,
        on_select="rerun",
        selection_mode="single-cell",
        key=f"{name}-{st.session_state.get('lists_closed', 0)}",
        height=min(35 * (rows.num_rows + 1) + 3, 460),
    )
    frame.downloads(name, full or (lambda: rows))
    if picked.selection.cells:
        open_event(events[picked.selection.cells[0][0]]["event_id"])


def open_event(event_id: str) -> None:
    """Opens an event on the Events page; on that page nothing else changes."""
    if st.query_params.get("page") != "events":
        address.go("events", event=event_id)
    elif st.query_params.get("event") != event_id:
        st.query_params["event"] = event_id
        st.rerun()


def show_event(view: View, event_id: str) -> None:
    """Shows an event: in words, its sentence with the marks, what is known of it, the entry and the trace."""
    found = view.rows("one_event", event_id=event_id)
    if not found:
        frame.notice(
            "error", f"There is no event {event_id}.", "It may be of another edition, or its document was coded anew."
        )
        return
    event = found[0]
    frame.plain("words", words.event_in_words(event))
    st.html(marked_sentence(event))
    origin = [
        event["title"] or event["document_id"],
        event["publisher"],
        f"published {event['published_on']}",
        event["url"],
    ]
    frame.plain("about", " · ".join(str(part) for part in origin if part))
    left, right = st.columns(2, gap="large")
    with left:
        show_facts("What happened", facts(event))
    with right:
        show_facts("Why it was coded so", reasons(event))
        _show_steps(event["trace"])
    with st.expander("The whole trace, by the present dictionaries"):
        _explain_anew(view, event)
    with st.expander("Every field"):
        fields = {name: str(value) for name, value in event.items() if value is not None}
        st.dataframe(
            pa.table({"field": list(fields), "value": list(fields.values())}),
            hide_index=True,
            alt="Every field of the event",
        )


def facts(event: dict[str, Any]) -> dict[str, str]:
    """Returns what happened, to whom, when and where, by label."""
    basis = {"text": "as the text says", "dateline": "from the dateline", "assumed": "assumed from publication"}
    place = ", ".join(part for part in (event["place_name"], event["place_admin1"], event["place_country"]) if part)
    numbers = [
        f"{name} {event[name]:,}"
        for name in ("deaths", "injuries", "detained", "participants")
        if event[name] is not None
    ]
    found = {
        "source": _actor(event, "source"),
        "target": _actor(event, "target"),
        "date": f"{event['event_date']}, exact to the {event['event_date_precision']}, {basis[event['event_date_basis']]}",
        "realis": event["realis"],
        "quad class": words.QUADS[event["quad_class"]],
        "PLOVER": " / ".join(
            part for part in (event["plover_type"], event["plover_mode"], *(event["contexts"] or ())) if part
        ),
        "place": place,
        "at least": ", ".join(numbers),
        "reported by": " ".join(part for part in (event["attributed_text"], event["attributed_code"]) if part),
        "confidence": f"{event['confidence']:.2f}",
    }
    return {name: value for name, value in found.items() if value}


def reasons(event: dict[str, Any]) -> dict[str, str]:
    """Returns the dictionary entries behind an event, by label."""
    found = {
        "dictionary entry": event["rule_id"],
        "operators": " over ".join(event["operators"]),
        "dictionaries": event["dictionary_version"],
        "coder": event["coder_version"],
        "event": event["event_id"],
        "mirror of": event["mirror_of"] or "",
    }
    return {name: value for name, value in found.items() if value}


def show_facts(title: str, found: dict[str, str]) -> None:
    """Shows labels and texts, as plain text."""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in found.items())
    st.html(f'<h4>{escape(title)}</h4><dl class="facts">{rows}</dl>')


def _show_steps(trace: str | None) -> None:
    if not trace:
        st.caption("No trace is stored with this event.")
        return
    show_facts("Trace", {str(number): step for number, step in enumerate(trace.split("; "), 1)})


def _actor(event: dict[str, Any], side: str) -> str:
    if not event[f"{side}_code"]:
        return words.NOBODY
    name = event[f"{side}_name"]
    named = f"{name}, " if name and name != event[f"{side}_text"] else ""
    return f"{event[f'{side}_text']} = {named}{event[f'{side}_code']} ({words.actor_in_words(event[f'{side}_code'])})"


def _explain_anew(view: View, event: dict[str, Any]) -> None:
    st.caption("Codes the document again, which takes some seconds, and shows each step of this sentence.")
    if not st.button("Explain", key=f"explain-{event['event_id']}"):
        return
    document = view.rows("document_text", document_id=event["document_id"])
    if not document:
        frame.notice("empty", "The document is not in the warehouse.")
        return
    from dashboard.tracing import explain_sentence

    with st.spinner("Loading the dictionaries and the language model ..."):
        text, version = explain_sentence(document[0]["text"], event["published_on"], event["sentence"])
    if version != event["dictionary_version"]:
        st.caption("These are other dictionaries than those that coded the event: the outcome may differ.")
    st.code(text, language=None, wrap_lines=True)
