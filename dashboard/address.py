"""Keeps what the reader chose in the page's address, so that the address restores the view.

A choice is written as codes, not as the words that a list shows: `?page=dyad&a=RUS&b=KAZ&from=2022-01-01`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import streamlit as st

#: Belongs to one page and one moment; the others stay when the page is changed.
PASSING = ("event",)
#: The address that the browser sends may be older than what was written to it, for so long.
SECONDS_BEHIND = 4.0
_WRITTEN = "written-"


def go(page: str, **parameters: str | list[str]) -> None:
    """Turns to another page, with what else is to stand in the address beside the period."""
    kept: dict[str, str | list[str]] = {
        key: st.query_params.get_all(key) for key in st.query_params if key in ("from", "to", "edition")
    }
    for name in [str(name) for name in st.session_state if str(name).startswith(_WRITTEN)]:
        del st.session_state[name]
    st.query_params.from_dict({**kept, "page": page, **parameters})
    st.rerun()


def leave(key: str) -> None:
    """Takes a parameter out of the address."""
    if key in st.query_params:
        del st.query_params[key]


def choice(
    place: Any, label: str, key: str, options: Sequence[str], say: Callable[[str], str] | None = None, **more: Any
) -> str:
    """Shows a list to choose one of, or none, and returns the choice or an empty text."""

    def shown(code: str) -> str:
        return f"{say(code)} · {code}" if say and say(code) != code else code

    free = bool(more.get("accept_new_options"))
    widget = _adopt(key, None, lambda texts: texts[0] if texts and (free or texts[0] in options) else None)
    more = {"placeholder": "any", "filter_mode": "contains"} | more
    chosen: str | None = place.selectbox(label, options, None, shown, key=widget, **more)
    _write(key, [chosen] if chosen else [])
    return chosen or ""


def setting(
    place: Any, label: str, key: str, options: Sequence[str], say: Callable[[str], str] = str, **more: Any
) -> str:
    """Shows a list of which one is always chosen, at first the first, and returns the choice."""
    widget = _adopt(key, options[0], lambda texts: texts[0] if texts and texts[0] in options else options[0])
    chosen: str = place.selectbox(label, options, format_func=say, key=widget, **more)
    _write(key, [] if chosen == options[0] else [chosen])
    return chosen


def page_of(place: Any, pages: Sequence[str], say: Callable[[str], str]) -> str:
    """Shows the pages and returns the chosen one."""
    widget = _adopt("page", pages[0], lambda texts: texts[0] if texts and texts[0] in pages else pages[0])
    chosen: str = place.radio(
        "Page", pages, format_func=say, key=widget, label_visibility="collapsed", on_change=_leave_passing
    )
    _write("page", [] if chosen == pages[0] else [chosen])
    return chosen


def _leave_passing() -> None:
    for key in PASSING:
        leave(key)


def several(place: Any, label: str, key: str, options: Sequence[Any], say: Callable[[Any], str]) -> list[Any]:
    """Shows buttons of which several may be pressed, and returns the pressed ones."""
    by_text = {str(option): option for option in options}
    widget = _adopt(key, [], lambda texts: [by_text[text] for text in texts if text in by_text])
    chosen = sorted(place.pills(label, options, format_func=say, selection_mode="multi", key=widget) or [])
    _write(key, [str(option) for option in chosen])
    return chosen


def some_of(place: Any, label: str, key: str, options: Sequence[str], default: Sequence[str]) -> list[str]:
    """Shows a list to choose several of, and returns the chosen ones; `all` in the address stands for none."""

    def parse(texts: list[str]) -> list[str]:
        if texts == ["all"]:
            return []
        return [text for text in texts if text in options] or list(default)

    widget = _adopt(key, list(default), parse)
    chosen: list[str] = place.multiselect(label, options, key=widget, placeholder="all")
    _write(key, [] if chosen == list(default) else chosen or ["all"])
    return chosen


def number(place: Any, label: str, key: str, lowest: float, highest: float, step: float) -> float:
    """Shows a slider that begins at the lowest value, and returns its value."""

    def parse(texts: list[str]) -> float:
        try:
            return min(max(float(texts[0]), lowest), highest)
        except (ValueError, IndexError):
            return lowest

    widget = _adopt(key, lowest, parse)
    value: float = place.slider(label, lowest, highest, step=step, key=widget)
    _write(key, [] if value == lowest else [f"{value:g}"])
    return value


def day(place: Any, label: str, key: str, **more: Any) -> date | None:
    """Shows a field for a day, and returns the day or None."""

    def parse(texts: list[str]) -> date | None:
        try:
            found = date.fromisoformat(texts[0])
            return found if more["min_value"] <= found <= more["max_value"] else None
        except (ValueError, IndexError):
            return None

    widget = _adopt(key, None, parse)
    value: date | None = place.date_input(label, None, key=widget, format="YYYY-MM-DD", **more)
    _write(key, [value.isoformat()] if value else [])
    return value


def text(place: Any, label: str, key: str, **more: Any) -> str:
    """Shows a field for a longer text, and returns it."""
    widget = _adopt(key, "", lambda texts: texts[0] if texts else "")
    value: str = place.text_area(label, key=widget, **more) or ""
    _write(key, [value] if value else [])
    return value


def _adopt(key: str, default: Any, parse: Callable[[list[str]], Any]) -> str:
    """Gives a widget the value that stands in the address where that was not written by the widget itself.

    Returns:
        The widget's key.
    """
    widget, seen = f"chosen-{key}", f"seen-{key}"
    texts = st.query_params.get_all(key)
    if widget not in st.session_state or (st.session_state.get(seen) != texts and not _is_behind(key)):
        st.session_state[widget] = parse(texts) if texts else default
        st.session_state[seen] = texts
        st.session_state[_WRITTEN + key] = time.monotonic()
    return widget


def _is_behind(key: str) -> bool:
    """Returns whether the browser may send an address from before this parameter was written last.

    Who clicks twice in a hurry does so before the browser has got the new address.
    """
    return bool(time.monotonic() - st.session_state.get(_WRITTEN + key, -SECONDS_BEHIND) < SECONDS_BEHIND)


def _write(key: str, texts: list[str]) -> None:
    """Writes what was chosen to the address; nothing for what is so by default."""
    if st.query_params.get_all(key) != texts:
        if texts:
            st.query_params[key] = texts if len(texts) > 1 else texts[0]
        else:
            leave(key)
    if st.session_state.get(f"seen-{key}") != texts:
        st.session_state[f"seen-{key}"] = texts
        st.session_state[_WRITTEN + key] = time.monotonic()
