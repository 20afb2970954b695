"""One SELECT on the views and macros of the warehouse, with what they are and examples."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import address, frame, sql_box
from dashboard.frame import View

EXAMPLES = {
    "Who acted on whom in 2022": "FROM network('2022-01-01', '2022-12-31') LIMIT 20",
    "A dyad by month": "SELECT month, event_count, mean_goldstein FROM dyad_month(a := 'RUS', b := 'UKR')",
    "Acts in words": """SELECT event_code, label, count(*) AS event_count
FROM events JOIN codes USING (event_code)
GROUP BY ALL ORDER BY event_count DESC LIMIT 20""",
    "Sentences of attacks": """SELECT event_date, source_code, target_code, sentence_text
FROM events_with_sentences
WHERE event_root = '19' ORDER BY event_date DESC LIMIT 20""",
}


def show(view: View) -> None:
    """Shows the page."""
    st.header("SQL", anchor=False)
    left, right = st.columns([2, 1], gap="large")
    with right:
        _show_names(view)
    with left:
        st.caption(
            f"One SELECT, read-only, at most {sql_box.ROWS:,} rows, {sql_box.SECONDS} seconds and {sql_box.MEMORY} of memory. "
            "The period at the left does not count here."
        )
        query = address.text(st, "SELECT", "q", height=160, placeholder=EXAMPLES["A dyad by month"])
        ran = st.button("Run", type="primary", icon=":material/play_arrow:", key="run")
        if ran:
            st.session_state["asked"] = query
        if query and st.session_state.get("asked") == query:
            _show_answer(view, query)
        elif query:
            st.caption("Press Run to ask this.")


def _show_answer(view: View, query: str) -> None:
    state = view.reader.state
    with st.spinner("Asking ..."):
        result = _ask(state.warehouse, state.edition, state.number, query)
    rows = "1 row" if result.rows.num_rows == 1 else f"{result.rows.num_rows:,} rows"
    st.caption(f"The first {rows}; there are more." if result.more else f"{rows}.")
    st.dataframe(result.rows, hide_index=True, alt="Answer", height=420 if result.rows.num_rows > 10 else "auto")
    frame.downloads("answer", lambda: result.rows)


@st.cache_data(max_entries=20, show_spinner=False, ttl=600)
def _ask(warehouse: str, edition: str, number: int, query: str) -> sql_box.Result:
    return sql_box.ask(warehouse, edition, query)


def _show_names(view: View) -> None:
    st.subheader("What can be asked", anchor=False)
    with st.expander("Examples", expanded=True):
        for title, query in EXAMPLES.items():
            st.caption(title)
            st.code(query, language="sql", wrap_lines=True)
    for title, query in (("Views", "catalog_views"), ("Macros", "catalog_macros")):
        rows = view.rows(query)
        with st.expander(f"{title} ({len(rows)})"):
            st.html("".join(_named(row["name"], row.get("meaning")) for row in rows))


def _named(name: str, meaning: str | None) -> str:
    return f'<p class="about"><code>{escape(name)}</code> {escape(meaning or "")}</p>'
