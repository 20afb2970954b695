"""The events: filters, a list, and the event that was chosen with its sentence and trace."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import address, frame, words
from dashboard.frame import View
from dashboard.views import event_list

#: Rows of a download; the list shows fewer.
ROWS_SAVED = 1_000_000
#: Actors that can be meant by name, and how many of them a list holds: browsers are slow to draw long lists.
ACTORS_KNOWN, ACTORS_LISTED = 1500, 400


def show(view: View) -> None:
    """Shows the page."""
    st.header("Events", anchor=False)
    if chosen := st.query_params.get("event"):
        with st.container(border=True):
            if st.button("Back to the list", icon=":material/close:", type="tertiary", key="close-event"):
                close_event()
            event_list.show_event(view, chosen)
    filters, waiting = st.container(border=True), st.empty()
    if "events_seen" not in st.session_state:  # the browser fetches what draws tables while the filters are made
        waiting.dataframe({"date": []})
    values = _filters(view, filters)
    days = view.rows("events_by_day", **values)
    waiting.empty()
    st.session_state["events_seen"] = True
    total = sum(day["event_count"] for day in days)
    if not total:
        frame.notice(
            "empty", "No event passes these filters.", "Take one of them away, or choose a longer period at the left."
        )
        return
    shown = min(total, frame.ROWS_SHOWN)
    st.caption(f"{total:,} events, newest first" + (f"; the first {shown} are shown" if total > shown else ""))
    rows = view.ask("events_list", **values | {"first_day": cutoff(days, frame.ROWS_SHOWN), "top": frame.ROWS_SHOWN})
    event_list.show_list(
        "events", rows, lambda: view.reader.ask("events_list", _period(view) | values | {"top": ROWS_SAVED})
    )
    if total > ROWS_SAVED:
        st.caption(f"Downloads have the first {ROWS_SAVED:,}; for more ask by SQL or `tocsin export`.")


def cutoff(days: list[dict[str, Any]], wanted: int) -> Any:
    """Returns the newest day from which on there are as many events as wanted, or the first day of all.

    Args:
        days: newest first, with event_date and event_count.
        wanted: events.
    """
    found = 0
    for day in days:
        found += day["event_count"]
        if found >= wanted:
            return day["event_date"]
    return days[-1]["event_date"] if days else None


def close_event() -> None:
    """Goes back to the list."""
    address.leave("event")
    # A list of another name has nothing chosen in it.
    st.session_state["lists_closed"] = st.session_state.get("lists_closed", 0) + 1
    st.rerun()


def _period(view: View) -> dict[str, Any]:
    return {"first_day": view.first_day, "last_day": view.last_day}


def _filters(view: View, place_for_them: DeltaGenerator) -> dict[str, Any]:
    """Shows the filters and returns the parameters of `events_matching`."""
    with place_for_them:
        one, two, three, four = st.columns(4)
        actors = actor_options(view)
        actor = choose_actor(one, "Actor", "actor", actors)
        other = choose_actor(two, "And the other actor", "other", actors)
        roles = [row["role"] for row in _all(view, "roles")]
        role = address.choice(three, "Role", "role", roles, words.role_in_words)
        act = address.choice(four, "Act", "act", list(words.act_labels()), words.act_label)
        one, two, three, four = st.columns(4)
        place = address.choice(one, "Place", "place", list(words.country_names()), words.country_name)
        publishers = [row["source"] for row in _all(view, "publishers")]
        publisher = address.choice(two, "Publisher", "publisher", publishers, None)
        realis = address.some_of(three, "Realis", "realis", words.REALIS, ["actual"])
        confidence = address.number(four, "Confidence at least", "confidence", 0.0, 1.0, 0.05)
        quads = address.several(st, "Quad classes", "quad", list(words.QUADS), words.QUADS.__getitem__)
    return {
        "actor": actor or other,
        "other": other if actor else "",
        "role": role,
        "acts": words.acts_within(act) if act else [],
        "quads": quads,
        "place": place,
        "realis_in": realis,
        "least_confidence": confidence,
        "publisher": publisher,
    }


def actor_options(view: View) -> list[str]:
    """Returns the codes of actors: countries and other primary actors first, then all others, the frequent ones first."""
    primary = [row["code"] for row in _all(view, "primary_actors")]
    known = set(primary)
    return primary + [row["code"] for row in _all(view, "actors", top=ACTORS_KNOWN) if row["code"] not in known]


def choose_actor(place: Any, label: str, key: str, options: list[str]) -> str:
    """Lets the reader choose an actor by name or code, or type another name or the beginning of a code.

    Args:
        options: the codes that typing can mean; the first of them are listed.
    """
    help_text = "Type a name or a code. The beginning of a code stands for all actors whose codes begin so."
    chosen = address.choice(
        place, label, key, options[:ACTORS_LISTED], words.actor_in_words, accept_new_options=True, help=help_text
    )
    return chosen if chosen in options else actor_typed(chosen.strip(), options)


def actor_typed(typed: str, options: list[str]) -> str:
    """Returns the code that was meant by what was typed: the beginning of a code, or else of the first name with it."""
    if not typed or any(code.startswith(typed.upper()) for code in options):
        return typed.upper()
    named = (code for code in options if typed.casefold() in words.actor_in_words(code).casefold())
    return next(named, typed.upper())


def _all(view: View, query: str, **values: Any) -> list[dict[str, Any]]:
    """Asks without the period."""
    rows: list[dict[str, Any]] = view.ask(query, first_day=None, last_day=None, **values).to_pylist()
    return rows
