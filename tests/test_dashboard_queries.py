"""The queries of the pages give what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from dashboard import charts, data
from dashboard.views.events import actor_typed, cutoff
from dashboard.views.overview import moved_shares
from dashboard.views.quality import share_rows
from dashboard_warehouse import HOSTILE, HOSTILE_EVENT, make_dashboard_warehouse, run_row
from tocsin import WarehouseError
from warehouse.rollup_fields import ROLLUPS

ANYTHING: dict[str, Any] = {
    "first_day": None, "last_day": None, "unit": "month", "quads": [], "top": 1000, "a": "RUS", "b": "KAZ", "country": "KAZ",
    "actor": "", "other": "", "role": "", "acts": [], "place": "", "realis_in": ["actual"], "least_confidence": 0.0,
    "publisher": "", "event_id": HOSTILE_EVENT, "document_id": "hostile", "event_ids": [HOSTILE_EVENT],
}  # fmt: skip
NAMES = sorted(path.stem for path in data.SQL.glob("*.sql") if path.stem != "events_matching")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Reader]:
    folder = tmp_path_factory.mktemp("queries")
    make_dashboard_warehouse(folder)
    with data.reader_of(folder) as reader:
        yield reader


@pytest.mark.parametrize("name", NAMES)
def test_query_finds_something(reader: data.Reader, name: str) -> None:
    assert reader.ask(name, ANYTHING).num_rows


def listed(reader: data.Reader, **filters: Any) -> list[dict[str, Any]]:
    return reader.rows("events_list", ANYTHING | filters)


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        ({"actor": "KAZ"}, lambda e: "KAZ" in (e["source_country"], e["target_country"])),
        ({"actor": "KAZGOV"}, lambda e: "KAZGOV" in (e["source_code"], e["target_code"])),
        ({"actor": "KAZ", "other": "UKR"}, lambda e: {e["source_country"], e["target_country"]} == {"KAZ", "UKR"}),
        ({"role": "MIL"}, lambda e: "MIL" in (e["source_role"], e["target_role"])),
        ({"acts": ["190", "173"]}, lambda e: e["event_code"] in ("190", "173")),
        ({"quads": [3]}, lambda e: e["quad_class"] == 3),
        ({"place": "KAZ"}, lambda e: e["place_country"] == "KAZ"),
        ({"realis_in": ["hypothetical"]}, lambda e: e["realis"] == "hypothetical"),
        (
            {"first_day": date(2022, 1, 1), "last_day": date(2022, 2, 1)},
            lambda e: date(2022, 1, 1) <= e["event_date"] <= date(2022, 2, 1),
        ),
        ({"publisher": HOSTILE}, lambda e: e["event_id"] == HOSTILE_EVENT),
    ],
)
def test_filter_lets_through_all_that_it_should(reader: data.Reader, filters: dict[str, Any], holds: Any) -> None:
    everything = listed(reader, realis_in=[])
    wanted = filters.get("realis_in", ["actual"])
    expected = [event["event_id"] for event in everything if event["realis"] in wanted and holds(event)]
    assert expected and len(expected) < len(everything)
    assert [event["event_id"] for event in listed(reader, **filters)] == expected


def test_confidence_filter_has_a_floor(reader: data.Reader) -> None:
    confidence = {event["confidence"] for event in listed(reader)}
    assert not listed(reader, least_confidence=max(confidence) + 0.01)
    assert len(listed(reader, least_confidence=min(confidence))) == len(listed(reader))


def test_counts_by_day_add_up_to_the_list(reader: data.Reader) -> None:
    days = reader.rows("events_by_day", ANYTHING)
    assert sum(day["event_count"] for day in days) == len(listed(reader)) == reader.span().event_count
    assert [day["event_date"] for day in days] == sorted({e["event_date"] for e in listed(reader)}, reverse=True)


def test_cutoff_is_the_day_on_which_enough_events_are_reached() -> None:
    days = [{"event_date": date(2022, 1, day), "event_count": count} for day, count in ((9, 3), (5, 2), (1, 4))]
    assert [cutoff(days, wanted) for wanted in (1, 3, 4, 100)] == [date(2022, 1, d) for d in (9, 9, 5, 1)]
    assert cutoff([], 5) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("KAZ", "KAZ"),
        ("kazg", "KAZG"),
        ("kazakh", "KAZ"),
        ("Kazakhstan, gov", "KAZGOV"),
        ("Narnia", "NARNIA"),
        ("", ""),
    ],
)
def test_typed_actor_is_a_code_or_a_name(typed: str, meant: str) -> None:
    assert actor_typed(typed, ["RUS", "KAZ", "KAZGOV"]) == meant


def test_escalation_of_groups_is_that_of_the_macro(reader: data.Reader) -> None:
    primary = reader.rows("escalation_flags", ANYTHING)
    assert primary == reader.rows("escalation_flags_of_groups", ANYTHING)
    assert any(row["z_score"] is not None for row in primary)


def test_months_of_groups_are_those_of_the_rollup(reader: data.Reader) -> None:
    assert reader.rows("dyad_months", ANYTHING) == reader.rows("dyad_months_of_groups", ANYTHING)


def test_months_of_a_dyad_with_itself_are_counted_once(reader: data.Reader) -> None:
    both = ANYTHING | {"a": "KAZ", "b": "KAZ"}
    assert reader.rows("dyad_months", both) == reader.rows("dyad_months_of_groups", both) != []


def test_old_edition_stays_open(reader: data.Reader) -> None:
    assert reader.state.editions == ("main",)
    with pytest.raises(WarehouseError, match="no edition"):
        data.published(reader.state.warehouse, "main-7")


def test_nothing_published_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="no warehouse"):
        data.published(str(tmp_path))


def test_damaged_warehouse_is_an_error(tmp_path: Path) -> None:
    make_dashboard_warehouse(tmp_path)
    for path in (tmp_path / "current" / "events").rglob("*.parquet"):
        path.write_bytes(b"no Parquet")
    with data.reader_of(tmp_path) as reader, pytest.raises(WarehouseError, match="warehouse check"):
        reader.ask("latest_events", ANYTHING)


def test_steps_of_time_suit_the_period() -> None:
    assert [charts.unit_of("automatic", days) for days in (1, 90, 900, 9000, 30000)] == [
        "day",
        "day",
        "week",
        "month",
        "year",
    ]
    assert charts.unit_of("year", 3) == "year"


def test_shares_of_earlier_runs_are_weighted_by_their_events() -> None:
    last, one, other = run_row("c", 3, 10, 1.0), run_row("b", 2, 300, 0.5), run_row("a", 1, 100, 0.1)
    found = {(row["event_root"], row["run"]): row["share"] for row in share_rows([last, one, other])}
    assert found["04", "last run"] == 1.0
    assert found["04", "2 before"] == pytest.approx((300 * 0.5 + 100 * 0.1) / 400)


def test_moved_shares_names_what_moved_most() -> None:
    said = moved_shares(run_row("b", 2, 10, 0.3), run_row("a", 1, 10, 0.5))
    assert "(04) -20.0 points" in said and "(19) +20.0 points" in said
    assert "those of the run before" in moved_shares(run_row("b", 2, 10, 0.3), run_row("a", 1, 10, 0.3))


def test_bars_of_a_stack_touch_and_do_not_overlap() -> None:
    rows = [
        {"period": date(2022, 1, 3), "quad_class": quad, "event_count": count, "mean_goldstein": 1.0}
        for quad, count in ((4, 5), (1, 2), (3, 1))
    ]
    bars = charts.over_time(rows, "week")["datasets"]["bars"]
    assert [(bar["low"], bar["high"]) for bar in bars] == [(0, 2), (2, 3), (3, 8)]
    assert {bar["from"][:10] for bar in bars} == {"2022-01-03"} and {bar["until"][:10] for bar in bars} == {
        "2022-01-09"
    }


def test_map_has_kosovo_and_only_known_countries() -> None:
    from dashboard.words import country_names

    assert {"XKX", "KAZ", "FRA", "NOR", "SSD"} <= charts.countries_on_map() <= set(country_names())


def test_snippet_for_other_dashboards_writes_the_rollups(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "dashboards.md").read_text(encoding="utf-8")
    (snippet,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    make_dashboard_warehouse(tmp_path)
    exec(snippet, {"folder": str(tmp_path)})
    for name in re.findall(r"`(\w+)/year", page):
        if name != "events":
            assert pq.read_metadata(tmp_path / f"{name}.parquet").num_rows
    assert {rollup.name for rollup in ROLLUPS} <= set(re.findall(r"`(\w+)/year", page))
