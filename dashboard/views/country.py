"""A country: conflict and cooperation within it, protests, who acts on it and on whom it acts."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import streamlit as st

from dashboard import address, charts, frame, words
from dashboard.frame import View

PARTNERS_SHOWN = 12


def show(view: View) -> None:
    """Shows the page."""
    st.header("Country", anchor=False)
    names = list(words.country_names())
    country = address.choice(st, "Country", "country", names, words.country_name, placeholder="Type a name or a code")
    if not country:
        frame.notice("empty", "Choose a country.", "Type its name or its three letters.")
        return
    months = view.ask("country_months", country=country)
    protests = view.ask("country_protests", country=country)
    if not months.num_rows and not protests.num_rows:
        frame.notice(
            "empty", f"Nothing of {words.country_name(country)} in this period.", "Choose a longer one at the left."
        )
        return
    rows = months.to_pylist()
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader("Within the country", anchor=False)
        st.caption("Source and target are of this country.")
        _show_series(
            [row for row in rows if row["direction"] == "at home"],
            "Cooperation and conflict within the country by month",
        )
    with right:
        st.subheader("Protests", anchor=False)
        st.caption("By place, or else by the country of who protests; a meeting of two counts once.")
        _show_protests(protests)
    for title, direction, acts in (
        ("It acts on others", "it acts", "it acts on"),
        ("Others act on it", "on it", "acts on it"),
    ):
        st.subheader(title, anchor=False)
        left, right = st.columns(2, gap="medium")
        with left:
            _show_series(
                [row for row in rows if row["direction"] == direction], f"{title}: cooperation and conflict by month"
            )
        with right:
            _show_partners(view, country, acts)
    frame.plain("about", "All months as a file:")
    frame.downloads("country-months", lambda: months)


def _show_series(rows: list[dict[str, Any]], description: str) -> None:
    if not rows:
        st.caption("Nothing in this period.")
        return
    frame.chart(charts.cooperation_and_conflict(rows), description)


def _show_protests(rows: pa.Table) -> None:
    if not rows.num_rows:
        st.caption("None in this period.")
        return
    frame.chart(charts.counts_by_month(rows.to_pylist(), "event_count", "protests"), "Protests by month")
    frame.downloads("protests", lambda: rows)


def _show_partners(view: View, country: str, direction: str) -> None:
    rows = view.ask("country_partners", country=country)
    partners = [
        row | {"partner": words.country_name(row["code"])} for row in rows.to_pylist() if row["direction"] == direction
    ]
    if not partners:
        st.caption("Nobody in this period.")
        return
    shown = pa.Table.from_pylist(partners[:PARTNERS_SHOWN])
    columns: dict[str, Any] = {
        "partner": "partner",
        "event_count": st.column_config.NumberColumn("events", format="localized"),
        "conflict_count": st.column_config.NumberColumn("conflict", format="localized"),
        "mean_goldstein": st.column_config.NumberColumn("mean score", format="%+.2f"),
    }
    name = direction.replace(" ", "-")
    picked = st.dataframe(
        shown,
        alt=f"Partners: {direction}",
        hide_index=True,
        column_config=columns,
        column_order=list(columns),
        on_select="rerun",
        selection_mode="single-cell",
        key=name,
        height=240,
    )
    frame.downloads(f"partners-{name}", lambda: pa.Table.from_pylist(partners))
    if picked.selection.cells:
        code = partners[picked.selection.cells[0][0]]["code"]
        address.go("dyad", a=country, b=code)
