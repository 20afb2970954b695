"""The quality of the data: what was rejected, which actors are unknown, how the codes moved, and who coded it."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import streamlit as st

from dashboard import charts, frame, words
from dashboard.frame import View

REJECTS_SHOWN = 500
UNKNOWN_SHOWN = 200
RUNS_COMPARED = 10


def show(view: View) -> None:
    """Shows the page."""
    st.header("Quality", anchor=False)
    st.subheader("Rejects", anchor=False)
    reasons = view.ask("reject_reasons")
    if not reasons.num_rows:
        st.caption("Nothing was rejected in this period.")
    else:
        left, right = st.columns([2, 5], gap="medium")
        with left:
            frame.table(
                "reject-reasons",
                reasons,
                alt="Rejects by reason",
                columns={"reject_count": "rejects", "input_count": "inputs"},
            )
        with right:
            frame.table(
                "rejects", view.ask("rejects_list", top=REJECTS_SHOWN), alt="Rejects with reason and remedy", height=240
            )
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader("Unknown actors", anchor=False)
        st.caption("Words that name a source or target who is in no dictionary. The frequent ones are worth an entry.")
        frame.table(
            "unknown-actors",
            view.ask("unknown_actors", top=UNKNOWN_SHOWN),
            alt="Unknown actors by frequency",
            columns={"event_count": "events"},
            height=420,
        )
    with right:
        st.subheader("Share of the acts by run", anchor=False)
        _show_shares(view)
    st.subheader("Publishers", anchor=False)
    frame.table("publishers", view.ask("publisher_coverage"), alt="Documents and rejects by publisher")
    st.subheader("Dictionary edition", anchor=False)
    state = view.reader.state
    frame.plain("about", f"Edition shown: {state.edition}. In the warehouse: {', '.join(state.editions)}.")
    frame.table("dictionary-editions", view.ask("dictionary_editions"), alt="Dictionaries that coded the documents")


def _show_shares(view: View) -> None:
    runs = view.rows("last_runs", top=RUNS_COMPARED)
    if not runs:
        frame.notice("empty", "No run has been noted in this warehouse.")
        return
    rows = share_rows(runs)
    frame.chart(charts.shares(rows), "Share of each CAMEO root in the events of the last run and of the runs before")
    frame.downloads("shares", lambda: pa.Table.from_pylist(rows))


def share_rows(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns the share of each CAMEO root in the last run, and in the runs before it weighted by their events.

    Args:
        runs: the last one first, with root_shares and event_count.
    """
    last, before = runs[0], runs[1:]
    total = sum(run["event_count"] for run in before)
    shares = [("last run", dict(last["root_shares"]))]
    if total:
        summed: dict[str, float] = {}
        for run in before:
            for root, share in run["root_shares"]:
                summed[root] = summed.get(root, 0.0) + share * run["event_count"]
        shares.append((f"{len(before)} before", {root: value / total for root, value in summed.items()}))
    roots = sorted({root for _, found in shares for root in found})
    return [
        {"act": f"{root} {words.act_label(root)}", "event_root": root, "run": name, "share": found.get(root, 0.0)}
        for root in roots
        for name, found in shares
    ]
