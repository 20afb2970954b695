"""What all pages share: the open state, the period in the address, tables with downloads, notices, the ready marker."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import streamlit as st

from dashboard import address, data, sentence
from dashboard.charts import Spec
from tocsin import TocsinError

EARLIEST, LATEST = date(1800, 1, 1), date(2200, 12, 31)
#: Rows of a table that are shown; a download has as many.
ROWS_SHOWN = 500


@dataclass(frozen=True, slots=True)
class View:
    """What a page is given.

    Args:
        reader: of the published state.
        span: the days that have events.
        first_day, last_day: the period that the reader chose; None is open.
    """

    reader: data.Reader
    span: data.Span
    first_day: date | None
    last_day: date | None

    def ask(self, query: str, **values: Any) -> pa.Table:
        """Returns the rows of a query within the period; the same question is answered from memory."""
        named = {"first_day": self.first_day, "last_day": self.last_day} | values
        return _answer(self.reader, self.reader.state, query, named)

    def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """Returns the rows of a query within the period as dictionaries."""
        rows: list[dict[str, Any]] = self.ask(query, **values).to_pylist()
        return rows

    @property
    def days(self) -> int:
        """Days in the period."""
        first, last = self.first_day or self.span.first, self.last_day or self.span.last
        return (last - first).days + 1 if first and last else 0


@st.cache_data(max_entries=400, show_spinner="Asking the warehouse ...")
def _answer(_reader: data.Reader, state: data.State, query: str, values: Mapping[str, Any]) -> pa.Table:
    return _reader.ask(query, values)


@st.cache_resource(max_entries=4, show_spinner="Opening the warehouse ...")
def open_reader(state: data.State) -> data.Reader:
    """Opens a published state once for all sessions."""
    return data.open_reader(state)


def open_view(warehouse: str) -> View:
    """Opens what is published now, with the edition and the period that the reader chose.

    Raises:
        WarehouseError: if there is nothing, or it is damaged.
    """
    state = data.published(warehouse)
    if len(state.editions) > 1:
        newest_first = [state.edition, *(name for name in state.editions[::-1] if name != state.edition)]
        edition = address.setting(st.sidebar, "Edition", "edition", newest_first)
        state = data.published(warehouse, edition)
    reader = open_reader(state)
    row = _answer(reader, reader.state, "span", {}).to_pylist()[0]
    span = data.Span(row["first_day"], row["last_day"], row["event_count"])
    limits = {"min_value": EARLIEST, "max_value": LATEST}
    first = address.day(st.sidebar, "From", "from", help="Empty: from the first event on.", **limits)
    last = address.day(st.sidebar, "To", "to", help="Empty: up to the last event.", **limits)
    if first and last and first > last:
        first, last = last, first
    return View(reader, span, first, last)


def show_state(view: View) -> None:
    """Shows in the sidebar which state is open and what lies in it."""
    state = view.reader.state
    days = f"{view.span.first} to {view.span.last}" if view.span.first else "none yet"
    plain(
        "st-state",
        f"{Path(state.warehouse).name} · edition {state.edition}, state {state.number}",
        f"{view.span.event_count:,} events that happened: {days}",
        place=st.sidebar,
    )


def table(
    name: str,
    rows: pa.Table,
    *,
    alt: str,
    columns: Mapping[str, Any] | None = None,
    order: Sequence[str] | None = None,
    full: Callable[[], pa.Table] | None = None,
    height: int | None = None,
) -> None:
    """Shows rows with their downloads.

    Args:
        name: of the files.
        rows: what is shown.
        alt: says to screen readers what it is.
        columns: how they are shown.
        order: the columns that are shown; by default all.
        full: makes the rows of the download, where that has more.
        height: in pixels.
    """
    if not rows.num_rows:
        st.caption("Nothing in this period.")
        return
    st.dataframe(
        rows, alt=alt, column_config=dict(columns or {}), column_order=order, hide_index=True, height=height or "auto"
    )
    downloads(name, full or (lambda: rows))


def downloads(name: str, rows: Callable[[], pa.Table]) -> None:
    """Shows two small buttons that save rows as CSV and Parquet; they are made when somebody asks for them."""
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "CSV", lambda: as_csv(rows()), f"{name}.csv", "text/csv", key=f"{name}-csv", on_click="ignore", type="tertiary",
            icon=":material/download:", help=f"Saves {name.replace('-', ' ')} as CSV.",
        )  # fmt: skip
        st.download_button(
            "Parquet", lambda: as_parquet(rows()), f"{name}.parquet", "application/vnd.apache.parquet", key=f"{name}-parquet",
            on_click="ignore", type="tertiary", icon=":material/download:", help=f"Saves {name.replace('-', ' ')} as Parquet.",
        )  # fmt: skip


def as_csv(rows: pa.Table) -> bytes:
    """Returns rows as CSV with a header; lists are joined by semicolons, maps written as `key=value`."""
    plain_columns = [_joined(column) if pa.types.is_nested(column.type) else column for column in rows.columns]
    stream = io.BytesIO()
    pyarrow.csv.write_csv(pa.table(dict(zip(rows.column_names, plain_columns, strict=True))), stream)
    return stream.getvalue()


def as_parquet(rows: pa.Table) -> bytes:
    """Returns rows as a Parquet file."""
    stream = io.BytesIO()
    pyarrow.parquet.write_table(rows, stream, compression="zstd")
    return stream.getvalue()


def _joined(column: pa.ChunkedArray) -> pa.Array:
    def text(value: Any) -> str | None:
        if value is None:
            return None
        return ";".join(f"{v[0]}={v[1]}" if isinstance(v, tuple) else str(v) for v in value)

    return pa.array([text(value) for value in column.to_pylist()], pa.string())


def chart(figure: Spec, description: str) -> None:
    """Shows a chart over the whole width."""
    st.vega_lite_chart(figure | {"usermeta": {"embedOptions": {"actions": False}}}, width="stretch", alt=description)


def plain(css_class: str, *lines: object, place: Any = None) -> None:
    """Shows lines as they are: nothing in them is Markdown or HTML."""
    body = "".join(f"<div>{escape(str(line))}</div>" for line in lines)
    (place or st).html(f'<div class="{css_class}">{body}</div>')


def notice(kind: str, what: object, remedy: object = "") -> None:
    """Shows a fault or an empty state, as plain text.

    Args:
        kind: `error` or `empty`.
        what: is the matter.
        remedy: says what to do.
    """
    rest = f"<div>{escape(str(remedy))}</div>" if remedy else ""
    role = "alert" if kind == "error" else "status"
    st.html(f'<div class="notice {kind}" role="{role}"><strong>{escape(str(what))}</strong>{rest}</div>')


@contextmanager
def ready(page: str) -> Iterator[None]:
    """Shows faults of a page instead of a traceback, and marks the end of what it shows."""
    try:
        yield
    except TocsinError as error:
        notice("error", f"{error.where}: {error.what}" if error.where else error.what, error.remedy)
    st.session_state["shown"] = st.session_state.get("shown", 0) + 1
    st.html(
        f'<div class="ready" data-page="{page}" data-shown="{st.session_state["shown"]}" aria-hidden="true">.</div>'
    )


STYLE = f"""<style>
{sentence.STYLE}
.ready {{ height: 1px; overflow: hidden; opacity: 0; }}
.notice {{ border-left: .3rem solid #8888; padding: .6rem 1rem; background: #8881; border-radius: .3rem; }}
.notice.error {{ border-color: #c8402f; background: #c8402f1a; }}
.st-state {{ font-size: .78rem; opacity: .75; overflow-wrap: anywhere; }}
.words {{ font-size: 1.15rem; font-weight: 600; overflow-wrap: anywhere; }}
.title {{ font-weight: 600; overflow-wrap: anywhere; }}
.about {{ font-size: .85rem; opacity: .8; overflow-wrap: anywhere; }}
.facts {{ display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; font-size: .92rem; }}
.facts dt {{ opacity: .7; }} .facts dd {{ margin: 0; overflow-wrap: anywhere; }}
.block-container {{ padding: 2.5rem 2rem 4rem; }}
[data-testid="stSidebarHeader"] {{ height: 2.5rem; }}
.st-key-pages label {{ padding: .25rem .5rem; border-radius: .4rem; width: 100%; }}
.st-key-pages label:hover, .st-key-pages label:has(input:checked) {{ background: #8882; }}
</style>"""
