"""The overview: how much happened, where, between whom, and what the last run brought."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import streamlit as st

from dashboard import address, charts, frame, words
from dashboard.frame import View
from dashboard.views import event_list

UNITS = ("automatic", "day", "week", "month", "year")
DYADS_SHOWN, LATEST_SHOWN = 12, 12
MOVED_SHOWN = 5


def show(view: View) -> None:
    """Shows the page."""
    st.header("Overview", anchor=False)
    if not view.span.event_count:
        frame.notice("empty", "No events yet.", "Add some by: tocsin run INPUT --warehouse DIR")
        return
    left, right = st.columns([2, 3])
    unit = address.setting(left, "Time in steps of a", "unit", UNITS)
    quads = address.several(right, "Quad classes", "quad", list(words.QUADS), words.QUADS.__getitem__)
    counts = view.ask("counts_over_time", unit=charts.unit_of(unit, view.days), quads=quads)
    if not counts.num_rows:
        frame.notice("empty", "No events in this period.", "Choose an earlier or longer one at the left.")
        return
    _show_figures(counts)
    frame.chart(
        charts.over_time(counts.to_pylist(), charts.unit_of(unit, view.days)),
        "Events over time by quad class, with the mean Goldstein score as a line",
    )
    frame.downloads("events-over-time", lambda: counts)
    left, right = st.columns(2, gap="medium")
    with left:
        _show_map(view)
    with right:
        _show_dyads(view)
    _show_latest(view, quads)
    _show_last_run(view)


def _show_figures(counts: pa.Table) -> None:
    rows = counts.to_pylist()
    total = sum(row["event_count"] for row in rows)
    conflict = sum(row["event_count"] for row in rows if row["quad_class"] > 2)
    by_period = {row["period"]: row["mean_goldstein"] for row in rows}
    size = dict.fromkeys(by_period, 0)
    for row in rows:
        size[row["period"]] += row["event_count"]
    mean = sum(by_period[period] * size[period] for period in by_period) / total
    left, middle, right = st.container(key="figures").columns(3)
    left.metric("Events that happened", f"{total:,}")
    middle.metric("Of these conflict", f"{conflict / total:.0%}")
    right.metric("Mean Goldstein score", f"{mean:+.2f}", help="From conflict (-10) to cooperation (10).")


def _show_map(view: View) -> None:
    st.subheader("Who acts", anchor=False)
    measure = address.setting(st, "Colour by", "measure", list(charts.MEASURES), charts.MEASURES.__getitem__)
    rows = view.ask("countries_acting")
    listed = charts.with_sums(rows.to_pylist())
    frame.chart(
        charts.world_map(listed, measure),
        f"World map of the countries that act, coloured by {charts.MEASURES[measure]}",
    )
    missing = sorted(
        row["country"] or row["country_code"] for row in listed if row["country_code"] not in charts.countries_on_map()
    )
    if missing:
        named = ", ".join(missing[:8]) + (f" and {len(missing) - 8} more" if len(missing) > 8 else "")
        frame.plain("about", f"Whole months. Too small for the map, but in the download: {named}.")
    frame.downloads("countries", lambda: rows)


def _show_dyads(view: View) -> None:
    st.subheader("Most frequent dyads", anchor=False)
    st.caption("Both directions, a meeting counted once. Click on one to see more of it.")
    rows = view.ask("top_dyads", top=DYADS_SHOWN)
    if not rows.num_rows:
        st.caption("No event has a source and a target in this period.")
        return
    names = [
        f"{words.country_name(a)} – {words.country_name(b)}"
        for a, b in zip(*(rows[c].to_pylist() for c in "ab"), strict=True)
    ]
    shown = rows.append_column("dyad", pa.array(names))
    picked = st.dataframe(
        shown,
        alt="Most frequent dyads",
        hide_index=True,
        column_order=["dyad", "once_count", "conflict_count", "mean_goldstein"],
        column_config={
            "dyad": "dyad",
            "once_count": st.column_config.NumberColumn("events", format="localized", width="small"),
            "conflict_count": st.column_config.NumberColumn("conflict", format="localized", width="small"),
            "mean_goldstein": st.column_config.NumberColumn("mean score", format="%+.2f", width="small"),
        },
        on_select="rerun",
        selection_mode="single-cell",
        key="top-dyads",
        height=35 * (rows.num_rows + 1) + 3,
    )
    frame.downloads("dyads", lambda: shown)
    if picked.selection.cells:
        number = picked.selection.cells[0][0]
        address.go("dyad", a=rows["a"][number].as_py(), b=rows["b"][number].as_py())


def _show_latest(view: View, quads: list[int]) -> None:
    st.subheader("Latest events", anchor=False)
    rows = view.ask("latest_events", quads=quads, top=LATEST_SHOWN)
    event_list.show_list("latest-events", rows)


def _show_last_run(view: View) -> None:
    st.subheader("Since the last run", anchor=False)
    runs = view.rows("last_runs", top=2)
    if not runs:
        frame.notice("empty", "No run has been noted in this warehouse.")
        return
    last = runs[0]
    before = runs[1] if len(runs) > 1 else None
    columns = st.columns(4)
    for column, (name, title) in zip(columns, RUN_COUNTS.items(), strict=True):
        delta = f"{last[name] - before[name]:+,} beside the run before" if before else None
        column.metric(title, f"{last[name]:,}", delta, delta_color="off", delta_arrow="off")
    frame.plain(
        "about",
        f"Run {last['run_id']}, begun {last['started_at']:%Y-%m-%d %H:%M} UTC, dictionaries {last['dictionary_version']}",
    )
    if before:
        frame.plain("about", moved_shares(last, before))


RUN_COUNTS = {
    "document_count": "Documents",
    "reject_count": "Rejects",
    "event_count": "Events",
    "actual_event_count": "Events that happened",
}


def moved_shares(last: dict[str, Any], before: dict[str, Any]) -> str:
    """Says which CAMEO roots gained or lost most of their share of the events from one run to the next."""
    new, old = dict(last["root_shares"]), dict(before["root_shares"])
    moved = sorted(((new.get(root, 0) - old.get(root, 0), root) for root in new | old), key=lambda item: -abs(item[0]))
    parts = [
        f"{words.act_label(root)} ({root}) {share * 100:+.1f} points"
        for share, root in moved[:MOVED_SHOWN]
        if abs(share) >= 0.001
    ]
    return (
        f"Shares that moved most: {'; '.join(parts)}."
        if parts
        else "The shares of the acts are those of the run before."
    )
