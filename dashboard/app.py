"""The frame around the pages; Streamlit runs this file anew whenever somebody changes something."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard import address, frame
from dashboard.frame import View
from dashboard.views import country, dyad, events, overview, quality, sql

ICON = Path(__file__).parent / "icon.png"
#: The pages by their names in the address, with title and what shows them.
PAGES: dict[str, tuple[str, Callable[[View], None]]] = {
    "overview": ("Overview", overview.show),
    "dyad": ("Dyad", dyad.show),
    "country": ("Country", country.show),
    "events": ("Events", events.show),
    "quality": ("Quality", quality.show),
    "sql": ("SQL", sql.show),
}


def main(warehouse: str) -> None:
    """Shows the page that the address names, or what is wrong with the warehouse."""
    st.set_page_config(page_title="Tocsin", page_icon=str(ICON), layout="wide")
    st.html(frame.STYLE)
    page = address.page_of(st.sidebar.container(key="pages"), list(PAGES), lambda name: PAGES[name][0])
    with frame.ready(page):
        view = frame.open_view(warehouse)
        frame.show_state(view)
        PAGES[page][1](view)


main(sys.argv[1])
