"""Two actors: what each does to the other over time, by which acts, and when it was unusual."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import streamlit as st

from dashboard import charts, frame, words
from dashboard.frame import View
from dashboard.views import event_list
from dashboard.views.events import actor_options, choose_actor, cutoff

#: A month is flagged that lies so many standard deviations from the twelve before it.
UNUSUAL = 2.0
EVENTS_SHOWN = 100
ACTS_SHOWN = 12


def show(view: View) -> None:
    """Shows the page."""
    st.header("Dyad", anchor=False)
    options = actor_options(view)
    left, right = st.columns(2)
    a = choose_actor(left, "One actor", "a", options)
    b = choose_actor(right, "The other actor", "b", options)
    if not a or not b:
        frame.notice(
            "empty", "Choose two actors.", "Type a country or group, such as Kazakhstan, or a code, such as KAZGOV."
        )
        return
    group = "" if len(a) == len(b) == 3 else "_of_groups"
    months = view.ask(f"dyad_months{group}", a=a, b=b)
    if not months.num_rows:
        frame.notice(
            "empty", f"Nothing between {words.actor_in_words(a)} and {words.actor_in_words(b)} in this period."
        )
        return
    names = {code: words.actor_in_words(code) for code in (a, b)}
    _show_months(months.to_pylist(), a, b, names)
    frame.downloads("dyad-months", lambda: months)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _show_acts(view, a, b, names)
    with right:
        _show_flags(view, a, b, group)
    _show_events(view, a, b)


def _show_months(rows: list[dict[str, Any]], a: str, b: str, names: dict[str, str]) -> None:
    span = (min(row["month"] for row in rows), max(row["month"] for row in rows))
    most = max(max(_sum(row, "cooperation"), _sum(row, "conflict")) for row in rows)
    for source, target in dict.fromkeys(((a, b), (b, a))):
        direction = f"{names[source]} -> {names[target]}"
        st.subheader(direction, anchor=False)
        mine = [row for row in rows if row["source"] == source]
        if mine:
            frame.chart(charts.one_direction(mine, span, most), f"Events by month, {direction}")
        else:
            st.caption("Nothing in this period.")


def _sum(row: dict[str, Any], kind: str) -> int:
    return int(row[f"verbal_{kind}_count"] + row[f"material_{kind}_count"])


def _show_acts(view: View, a: str, b: str, names: dict[str, str]) -> None:
    st.subheader("By which acts", anchor=False)
    rows = view.ask("dyad_codes", a=a, b=b)
    named = [
        row
        | {
            "act": f"{row['event_root']} {words.act_label(row['event_root'])}",
            "direction": f"{names[row['source']]} -> {names[row['target']]}",
        }
        for row in rows.to_pylist()
    ]
    for source in dict.fromkeys((a, b)):
        mine = [row for row in named if row["source"] == source][:ACTS_SHOWN]
        if mine:
            frame.plain("about", mine[0]["direction"])
            frame.chart(charts.code_mix(mine), f"Events by CAMEO root, {mine[0]['direction']}")
    frame.downloads("dyad-acts", lambda: rows)


def _show_flags(view: View, a: str, b: str, group: str) -> None:
    st.subheader("Unusual months", anchor=False)
    st.caption(
        f"Months whose sum of scores lies {UNUSUAL:g} standard deviations or more from the twelve months before: "
        "escalation below them, relaxation above."
    )
    rows = view.ask(f"escalation_flags{group}", a=a, b=b)
    flags = [row | {"flag": flag_of(row["z_score"])} for row in rows.to_pylist() if flag_of(row["z_score"])]
    if not flags:
        st.caption("None in this period.")
    else:
        shown = pa.Table.from_pylist(flags[::-1])
        columns: dict[str, Any] = {
            "month": st.column_config.DateColumn("month", format="YYYY-MM"),
            "flag": "flag",
            "z_score": st.column_config.NumberColumn("deviations", format="%+.1f"),
            "event_count": "events",
            "sum_goldstein": st.column_config.NumberColumn("sum of scores", format="%+.1f"),
        }
        st.dataframe(shown, alt="Unusual months", hide_index=True, column_config=columns, column_order=list(columns))
    frame.downloads("escalation", lambda: rows)


def flag_of(z_score: float | None) -> str:
    """Returns what a month's distance from the months before means; an empty text for nothing unusual."""
    if z_score is None or abs(z_score) < UNUSUAL:
        return ""
    return "escalation" if z_score < 0 else "relaxation"


def _show_events(view: View, a: str, b: str) -> None:
    st.subheader("The events", anchor=False)
    values: dict[str, Any] = {
        "actor": a, "other": b, "role": "", "acts": [], "quads": [], "place": "", "realis_in": ["actual"],
        "least_confidence": 0.0, "publisher": "",
    }  # fmt: skip
    days = view.rows("events_by_day", **values)
    rows = view.ask("events_list", **values | {"first_day": cutoff(days, EVENTS_SHOWN), "top": EVENTS_SHOWN})
    total = sum(day["event_count"] for day in days)
    if total > EVENTS_SHOWN:
        st.caption(f"The newest {EVENTS_SHOWN} of {total:,}; the Events page has all.")
    event_list.show_list("dyad-events", rows)
