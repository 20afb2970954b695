"""The pages without a browser: what they show, what the address restores, and what they say when something is wrong."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import frame
from dashboard.launch import APP, SETTINGS, serve
from dashboard_warehouse import HOSTILE, HOSTILE_EVENT, make_dashboard_warehouse
from publishing import document_row
from tocsin import UsageError
from warehouse.store import publish, stage

PAGES = ("overview", "dyad", "country", "events", "quality", "sql")


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    make_dashboard_warehouse(folder)
    return folder


@pytest.fixture(autouse=True)
def own_arguments(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["app.py", str(warehouse)])


def opened(**parameters: Any) -> AppTest:
    """Returns the page that an address opens."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name.rstrip("_")] = value
    app.run()
    assert not app.exception, app.exception
    return app


def html(app: AppTest) -> str:
    """Returns all HTML that the pages wrote themselves."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_and_is_marked_as_ready(page: str) -> None:
    app = opened(page=page)
    assert f'class="ready" data-page="{page}"' in html(app)
    assert app.sidebar.radio[0].value == page
    assert 'role="alert"' not in html(app)


def test_address_without_a_page_is_the_overview() -> None:
    assert 'data-page="overview"' in html(opened())
    assert 'data-page="overview"' in html(opened(page="nonsense"))


def test_address_restores_the_view() -> None:
    chosen = {"from": "2022-01-01", "to": "2022-06-30", "actor": "KAZ", "quad": ["3", "4"], "confidence": "0.2"}
    app = opened(page="events", realis=["actual", "negated"], **chosen)
    assert app.sidebar.date_input[0].value == date(2022, 1, 1) and app.sidebar.date_input[1].value == date(2022, 6, 30)
    assert app.selectbox(key="chosen-actor").value == "KAZ"
    assert app.multiselect(key="chosen-realis").value == ["actual", "negated"]
    assert app.slider(key="chosen-confidence").value == 0.2
    days = [row["event_date"] for row in app.dataframe[0].value.to_dict("records")]
    assert days and all(date(2022, 1, 1) <= day <= date(2022, 6, 30) for day in days)


def test_choices_go_into_the_address_as_codes() -> None:
    app = opened(page="events")
    app.selectbox(key="chosen-act").set_value("14").run()
    app.sidebar.date_input[0].set_value(date(2022, 1, 1)).run()
    assert (app.query_params["act"], app.query_params["from"]) == ("14", "2022-01-01")
    app.selectbox(key="chosen-act").set_value(None).run()
    assert "act" not in app.query_params


def test_faulty_address_is_taken_for_none() -> None:
    app = opened(page="overview", from_="yesterday", quad=["9"], unit="blink", measure="luck")
    assert app.sidebar.date_input[0].value is None
    assert "No events in this period" not in html(app)


def test_turned_period_is_turned_back() -> None:
    app = opened(page="overview", from_="2022-12-31", to="2022-01-01")
    assert "No events in this period" not in html(app)


def test_period_without_events_says_so() -> None:
    assert "No events in this period" in html(opened(from_="1999-01-01", to="1999-12-31"))
    assert "No event passes these filters" in html(opened(page="events", from_="1999-01-01", to="1999-12-31"))


def test_event_is_shown_in_words_with_marks_entry_and_trace() -> None:
    page = html(opened(page="events", event="0" * 19 + "3"))
    assert '<mark class="trigger"><small>trigger</small>accused</mark>' in page
    assert "Russia, military -&gt; Kazakhstan, government: accuse, 112, Goldstein -2.0" in page
    assert "verbs/11_disapprove#accuse" in page
    assert "Trace" in page and "the Kazakh government" in page


def test_unknown_event_says_so() -> None:
    assert "There is no event" in html(opened(page="events", event="nonsense"))


def test_hostile_text_is_escaped_on_every_page() -> None:
    for parameters in ({"page": "events", "event": HOSTILE_EVENT}, {"page": "quality"}, {"page": "overview"}):
        app = opened(**parameters)
        page = html(app)
        assert "<img" not in page and "<script" not in page
        for kind in ("markdown", "caption", "header", "subheader", "title", "error", "warning", "info", "metric"):
            assert not any("evil.example" in str(element.value) for element in app.get(kind)), kind
    assert "&lt;script&gt;" in html(opened(page="events", event=HOSTILE_EVENT))


def test_hostile_address_is_escaped() -> None:
    assert "<script" not in html(opened(page="events", event="<script>alert(1)</script>"))
    assert "<img" not in html(opened(page="dyad", a="<img src=x>", b="KAZ"))


def test_dyad_of_groups_and_of_countries() -> None:
    for a, b in (("KAZ", "RUS"), ("KAZGOV", "RUS"), ("KAZ", "KAZ")):
        app = opened(page="dyad", a=a, b=b)
        assert len(app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")) >= 2, (a, b)


def test_dyad_without_events_says_so() -> None:
    assert "Nothing between France and Togo" in html(opened(page="dyad", a="FRA", b="TGO"))


def test_sql_is_asked_only_when_the_reader_says_so() -> None:
    app = opened(page="sql", q="SELECT 41 + 1 AS n")
    assert not app.dataframe
    app.button(key="run").click().run()
    assert app.dataframe[0].value.to_dict("records") == [{"n": 42}]


def test_faulty_sql_is_explained() -> None:
    app = opened(page="sql", q="COPY (SELECT 1) TO 'x'")
    app.button(key="run").click().run()
    assert "that is not one SELECT" in html(app) and not app.exception


def test_missing_warehouse_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["app.py", str(tmp_path)])
    page = html(opened())
    assert "there is no warehouse" in page and "tocsin run" in page and 'data-page="overview"' in page


def test_warehouse_without_events_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staging = stage(tmp_path, "empty")
    staging.write("documents", 0, [document_row("a", events=0)])
    publish(tmp_path, staging)
    monkeypatch.setattr(sys, "argv", ["app.py", str(tmp_path)])
    for page in PAGES:
        assert f'data-page="{page}"' in html(opened(page=page))
    assert "No events yet" in html(opened())


def test_damaged_warehouse_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_dashboard_warehouse(tmp_path)
    for path in (tmp_path / "current").resolve().rglob("*.parquet"):
        path.write_bytes(b"no Parquet")
    monkeypatch.setattr(sys, "argv", ["app.py", str(tmp_path)])
    for page in PAGES[:5]:
        assert "tocsin warehouse check" in html(opened(page=page, a="KAZ", b="RUS", country="KAZ"))


def test_older_edition_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_dashboard_warehouse(tmp_path)
    staging = stage(tmp_path, "second")
    staging.write("documents", 0, [document_row("a", events=0)])
    publish(tmp_path, staging, "main-2")
    monkeypatch.setattr(sys, "argv", ["app.py", str(tmp_path)])
    assert "No events yet" in html(opened())
    app = opened(edition="main")
    assert app.sidebar.selectbox[0].value == "main" and "No events yet" not in html(app)


def test_downloads_are_what_the_reader_sees(warehouse: Path, tmp_path: Path) -> None:
    from dashboard.data import reader_of

    with reader_of(warehouse) as reader:
        rows = reader.ask("one_event", {"event_id": HOSTILE_EVENT})
        runs = reader.ask("last_runs", {"top": 2})
    path = tmp_path / "rows.parquet"
    path.write_bytes(frame.as_parquet(rows))
    assert pq.read_table(path).to_pylist() == rows.to_pylist()
    text = frame.as_csv(runs).decode()
    assert text.splitlines()[0].startswith('"run_id"') and "04=0.3;19=0.7" in text
    assert HOSTILE.replace('"', '""') in frame.as_csv(rows).decode()


def test_server_tells_nobody_and_fetches_nothing() -> None:
    assert SETTINGS["browser_gatherUsageStats"] is False
    assert SETTINGS["client_showErrorDetails"] == "none"


def test_taken_port_is_explained(warehouse: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="cannot listen there"):
            serve(warehouse, "127.0.0.1", taken.getsockname()[1])
