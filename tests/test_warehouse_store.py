"""Publishing: one whole state at a time, no byte changed without need, readable by everybody."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from coders.model import Event
from fake_coder import make_event
from tocsin import UsageError, WarehouseError
from warehouse import catalog, local, sorting
from warehouse.fields import SCHEMA_VERSION, TABLES
from warehouse.store import Staging, current_snapshot, publish, stage

JANUARY = date(2022, 1, 9)


def event(name: str, document: str = "d1", **changes: Any) -> Event:
    return make_event(event_id=name, document_id=document, **changes)


def document(name: str = "d1", day: date = JANUARY, events: int = 1) -> dict[str, object]:
    return {
        "document_id": name,
        "published_on": day,
        "text": "Tokayev met the Kremlin.",
        "sentence_count": 1,
        "coded_sentence_count": 1,
        "event_count": events,
        "dropped": [("no actor", 2)],
        "dictionary_version": "fake",
        "coder_version": "0.1.0",
    }


def sentence(name: str = "d1", day: date = JANUARY) -> dict[str, object]:
    return {
        "document_id": name,
        "sentence": 0,
        "published_on": day,
        "sentence_start": 0,
        "sentence_end": 24,
        "sentence_text": "Tokayev met the Kremlin.",
        "coded": True,
    }


def reject(input_name: str, line: int, name: str | None = None) -> dict[str, object]:
    location = f"{input_name}:{line}"
    return {
        "document_id": name,
        "input": input_name,
        "location": location,
        "reason": "no_date",
        "detail": "there is no date",
        "remedy": "use --date",
    }


def stage_events(warehouse: Path, events: Sequence[Event], run: str = "r", shards: int = 1) -> Staging:
    """Stages events with their documents and sentences, spread over shards."""
    staging = stage(warehouse, run)
    days = {e.document_id: e.published_on for e in events}
    for shard in range(shards):
        mine = [name for i, name in enumerate(days) if i % shards == shard]
        staging.write("documents", shard, (document(name, days[name]) for name in mine))
        staging.write("sentences", shard, (sentence(name, days[name]) for name in mine))
        staging.write("events", shard, (asdict(e) for e in events if e.document_id in mine))
    return staging


def files(warehouse: Path) -> dict[str, bytes]:
    root = warehouse / "current"
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.glob("*/year=*/*.parquet"))}


def ids(warehouse: Path) -> list[str]:
    rows = duckdb.sql(f"FROM read_parquet('{warehouse}/current/events/year=*/*.parquet') ORDER BY event_id")
    return [row[0] for row in rows.select("event_id").fetchall()]


def test_publish_is_read_by_duckdb_pandas_and_polars(tmp_path: Path) -> None:
    publish(tmp_path, stage_events(tmp_path, [event("b", deaths=4), event("a", "d2", published_on=date(2021, 3, 1))]))
    pattern = f"{tmp_path}/current/events/year=*/*.parquet"
    assert ids(tmp_path) == ["a", "b"]
    polars = pl.read_parquet(pattern, hive_partitioning=True).sort("event_id")
    assert polars["year"].to_list() == [2021, 2022]
    assert polars["contexts"].to_list() == [["military", "diplomatic"]] * 2
    pandas = pd.read_parquet(tmp_path / "current" / "events")
    assert sorted(pandas["event_id"]) == ["a", "b"]
    assert pandas["event_date"].iloc[0] == date(2022, 1, 8)
    assert pl.read_parquet(f"{tmp_path}/current/documents/year=*/*.parquet").height == 2


def test_publish_sorts_and_packs(tmp_path: Path) -> None:
    events = [event("1", source_code="RUS"), event("2", source_code="KAZ"), event("3", source_code=None)]
    publish(tmp_path, stage_events(tmp_path, events))
    (path,) = (tmp_path / "current" / "events" / "year=2022").iterdir()
    table = pq.read_table(path, partitioning=None)
    assert table["event_id"].to_pylist() == ["3", "2", "1"]
    assert table.schema.metadata[b"schema_version"] == SCHEMA_VERSION.encode()
    group = pq.ParquetFile(path).metadata.row_group(0)
    columns = {group.column(i).path_in_schema: group.column(i) for i in range(group.num_columns)}
    assert {column.compression for column in columns.values()} == {"ZSTD"}
    assert columns["source_code"].has_dictionary_page and not columns["event_id"].has_dictionary_page


def test_null_is_told_from_a_column_s_only_value(tmp_path: Path) -> None:
    publish(tmp_path, stage_events(tmp_path, [event("a", mirror_of=None), event("b", mirror_of="a")]))
    rows = duckdb.sql(f"FROM read_parquet('{tmp_path}/current/events/year=*/*.parquet') WHERE mirror_of IS NULL")
    assert rows.select("event_id").fetchall() == [("a",)]


def test_publish_twice_changes_no_byte(tmp_path: Path) -> None:
    events = [event("a"), event("b", "d2"), event("c", "d3", published_on=date(2020, 5, 5))]
    publish(tmp_path, stage_events(tmp_path, events))
    before = files(tmp_path)
    inodes = {path.name: path.stat().st_ino for path in (tmp_path / "current").glob("*/year=*/*.parquet")}
    publish(tmp_path, stage_events(tmp_path, list(reversed(events)), "again", shards=2))
    assert files(tmp_path) == before
    assert {p.name: p.stat().st_ino for p in (tmp_path / "current").glob("*/year=*/*.parquet")} == inodes
    assert current_snapshot(tmp_path) == tmp_path.resolve() / "editions/main/snapshots/2"


def test_publish_gives_the_same_bytes_for_any_shards(tmp_path: Path) -> None:
    events = [event(str(n), f"d{n}", source_code=f"A{n % 7}") for n in range(50)]
    publish(tmp_path / "one", stage_events(tmp_path / "one", events))
    publish(tmp_path / "many", stage_events(tmp_path / "many", events, shards=7))
    assert files(tmp_path / "one") == files(tmp_path / "many")


def test_publish_gives_the_same_bytes_when_sorted_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [event(str(n), f"d{n}", source_code=f"A{n % 7}" if n % 5 else None) for n in range(50)]
    publish(tmp_path / "memory", stage_events(tmp_path / "memory", events))
    monkeypatch.setattr(sorting, "RANGE_BYTES", 500)
    publish(tmp_path / "disk", stage_events(tmp_path / "disk", events, shards=3))
    assert files(tmp_path / "memory") == files(tmp_path / "disk")


def test_publish_gives_the_same_bytes_at_once_and_bit_by_bit(tmp_path: Path) -> None:
    events = [event(str(n), f"d{n}") for n in range(6)]
    publish(tmp_path / "one", stage_events(tmp_path / "one", events))
    for number, one in enumerate(events):
        publish(tmp_path / "bits", stage_events(tmp_path / "bits", [one], f"r{number}"))
    assert files(tmp_path / "one") == files(tmp_path / "bits")


def test_document_coded_again_replaces_its_events(tmp_path: Path) -> None:
    publish(tmp_path, stage_events(tmp_path, [event("a"), event("b"), event("c", "d2")]))
    publish(tmp_path, stage_events(tmp_path, [event("new")], "r2"))
    assert ids(tmp_path) == ["c", "new"]


def test_document_coded_again_may_change_its_year(tmp_path: Path) -> None:
    publish(tmp_path, stage_events(tmp_path, [event("a")]))
    publish(tmp_path, stage_events(tmp_path, [event("b", published_on=date(2019, 1, 1))], "r2"))
    assert [path.parent.name for path in (tmp_path / "current").glob("events/year=*/*")] == ["year=2019"]
    assert ids(tmp_path) == ["b"]


def test_document_coded_again_may_lose_its_events(tmp_path: Path) -> None:
    publish(tmp_path, stage_events(tmp_path, [event("a")]))
    staging = stage(tmp_path, "r2")
    staging.write("documents", 0, [document(events=0)])
    publish(tmp_path, staging)
    assert not list((tmp_path / "current").glob("events/year=*/*"))
    with catalog.connect(tmp_path) as database:
        assert catalog.ask(database, "SELECT count(*) FROM events").rows == ((0,),)
        assert catalog.ask(database, "SELECT event_count FROM documents").rows == ((0,),)


def test_unchanged_years_are_linked_not_copied(tmp_path: Path) -> None:
    publish(tmp_path, stage_events(tmp_path, [event("old", "d0", published_on=date(2010, 1, 1))]))
    (old,) = (tmp_path / "current").glob("events/year=2010/*")
    inode = old.stat().st_ino
    publish(tmp_path, stage_events(tmp_path, [event("a")], "r2"))
    (new,) = (tmp_path / "current").glob("events/year=2010/*")
    assert new.stat().st_ino == inode and new.resolve() != old.resolve().parent
    assert ids(tmp_path) == ["a", "old"]


def test_rejects_of_a_file_read_again_are_replaced(tmp_path: Path) -> None:
    staging = stage(tmp_path, "r1")
    staging.write("rejects", 0, [reject("a.jsonl", 1), reject("a.jsonl", 2), reject("b.jsonl", 1, "d7")])
    staging.write_inputs(0, ["a.jsonl", "b.jsonl"])
    publish(tmp_path, staging)
    staging = stage(tmp_path, "r2")
    staging.write("rejects", 0, [reject("a.jsonl", 2)])
    staging.write_inputs(0, ["a.jsonl"])
    publish(tmp_path, staging)
    with catalog.connect(tmp_path) as database:
        rows = catalog.ask(database, "SELECT location, year FROM rejects ORDER BY location").rows
    assert rows == (("a.jsonl:2", 0), ("b.jsonl:1", 0))
    publish(tmp_path, stage_events(tmp_path, [event("x", "d7")], "r3"))
    with catalog.connect(tmp_path) as database:
        assert catalog.ask(database, "SELECT location FROM rejects").rows == (("a.jsonl:2",),)


def test_runs_are_kept_and_not_doubled(tmp_path: Path) -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    row = {name: 0 for name in TABLES["runs"].names if name.endswith("_count")} | {
        "started_at": moment,
        "ended_at": moment,
        "inputs": ["seeds"],
        "dropped": [],
        "root_shares": [("04", 1.0)],
        "dictionary_version": "fake",
        "coder_version": "0.1.0",
    }
    for run in ("r1", "r2", "r2"):
        staging = stage(tmp_path, run)
        staging.write("runs", 0, [row | {"run_id": run}])
        publish(tmp_path, staging)
    with catalog.connect(tmp_path) as database:
        rows = catalog.ask(database, "SELECT run_id, started_at, root_shares['04'] FROM runs").rows
    assert rows == (("r1", moment, 1.0), ("r2", moment, 1.0))


def test_publish_clears_what_a_killed_one_left(tmp_path: Path) -> None:
    publish(tmp_path, stage_events(tmp_path, [event("a")]))
    snapshots = tmp_path / "editions/main/snapshots"
    shutil.copytree(snapshots / "1", snapshots / "2")
    (snapshots / ".3.part").mkdir()
    publish(tmp_path, stage_events(tmp_path, [event("b", "d2")], "r2"))
    assert sorted(path.name for path in snapshots.iterdir()) == ["1", "2"]
    assert ids(tmp_path) == ["a", "b"]


def test_publish_failing_leaves_the_state_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, stage_events(tmp_path, [event("a")]))
    before = files(tmp_path)
    monkeypatch.setattr(catalog, "build", lambda *_: 1 / 0)
    staging = stage_events(tmp_path, [event("b", "d2")], "r2")
    with pytest.raises(ZeroDivisionError):
        publish(tmp_path, staging)
    assert files(tmp_path) == before
    monkeypatch.undo()
    publish(tmp_path, staging)
    assert ids(tmp_path) == ["a", "b"]


def test_old_snapshots_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "SNAPSHOTS_KEPT", 2)
    for number in range(4):
        publish(tmp_path, stage_events(tmp_path, [event("a")], f"r{number}"))
    assert sorted(p.name for p in (tmp_path / "editions/main/snapshots").iterdir()) == ["3", "4"]


def test_large_tables_have_the_same_groups_from_rows_and_batches(tmp_path: Path) -> None:
    staging = stage(tmp_path, "r")
    staging.write("documents", 0, (document(f"d{n:05}") for n in range(1200)))
    publish(tmp_path, staging)
    (path,) = (tmp_path / "current" / "documents" / "year=2022").iterdir()
    metadata = pq.ParquetFile(path).metadata
    assert [metadata.row_group(i).num_rows for i in range(metadata.num_row_groups)] == [500, 500, 200]


def test_folder_that_cannot_be_a_warehouse_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WarehouseError, match="cannot be a warehouse"):
        stage(tmp_path / "file", "r")


# --- the catalog


@pytest.fixture
def database(tmp_path: Path) -> duckdb.DuckDBPyConnection:
    meeting = event("m1", source_code="KAZGOV", target_code="RUSGOV")
    events = [
        meeting,
        event("m2", mirror_of="m1", source_code="RUSGOV", target_code="KAZGOV"),
        event("w", source_code="RUS", target_code="UKR", event_code="190", quad_class=4, goldstein=-10.0),
        event("f", realis="future"),
        event("n", target_code=None),
    ]
    publish(tmp_path, stage_events(tmp_path, events))
    return catalog.connect(tmp_path)


def test_default_view_shows_what_happened(database: duckdb.DuckDBPyConnection) -> None:
    counts = "SELECT (SELECT count(*) FROM events_all), (SELECT count(*) FROM events), count(*) FROM events_actual"
    assert catalog.ask(database, counts).rows == ((5, 4, 4),)


def test_columns_carry_their_meaning(database: duckdb.DuckDBPyConnection) -> None:
    for view, table in (("events", "events"), ("events_all", "events"), ("runs", "runs"), ("rejects", "rejects")):
        query = f"SELECT column_name, comment FROM duckdb_columns() WHERE table_name = '{view}'"
        comments = dict(catalog.ask(database, query).rows)
        assert [name for name in TABLES[table].names if not comments[name]] == []


def test_quad_counts_take_a_meeting_once(database: duckdb.DuckDBPyConnection) -> None:
    answer = catalog.ask(database, "SELECT quad_class, event_count FROM quad_counts()")
    assert answer.rows == ((1, 2), (4, 1))


def test_dyad_month_counts_both_directions(database: duckdb.DuckDBPyConnection) -> None:
    answer = catalog.ask(database, "SELECT month, source, target, event_count FROM dyad_month(a := 'RUS')")
    assert answer.rows == ((date(2022, 1, 1), "RUS", "KAZ", 1), (date(2022, 1, 1), "RUS", "UKR", 1))


def test_country_month_counts_sources(database: duckdb.DuckDBPyConnection) -> None:
    answer = catalog.ask(database, "SELECT source_country, event_count FROM country_month(country := 'KAZ')")
    assert answer.rows == (("KAZ", 4),)


def test_intensity_joins_both_directions(database: duckdb.DuckDBPyConnection) -> None:
    answer = catalog.ask(database, "SELECT event_count, mean_goldstein FROM intensity('RUS', 'KAZ')")
    assert answer.rows == ((1, 1.0),)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1; SELECT 2",
        "DROP VIEW events",
        "CREATE TABLE t (a INT)",
        "SET threads = 1",
        "SELEC 1",
        "SELECT * FROM no_such_view",
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY (SELECT 1) TO '{folder}/x.csv'",
        "WITH t AS (COPY (SELECT 1) TO '{folder}/x.csv') SELECT 1",
        "",
    ],
)
def test_only_one_reading_statement_runs(database: duckdb.DuckDBPyConnection, tmp_path: Path, query: str) -> None:
    with pytest.raises(UsageError):
        catalog.ask(database, query.format(folder=tmp_path))
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize("query", ["SHOW TABLES", "DESCRIBE events", "FROM events LIMIT 1;", "SUMMARIZE events"])
def test_short_forms_of_reading_run(database: duckdb.DuckDBPyConnection, query: str) -> None:
    assert catalog.ask(database, query).rows


def test_ask_stops_at_the_limit(database: duckdb.DuckDBPyConnection) -> None:
    answer = catalog.ask(database, "FROM range(5)", limit=3)
    assert (len(answer.rows), answer.more) == (3, True)
    assert not catalog.ask(database, "FROM range(3)", limit=3).more


def test_missing_warehouse_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="there is no warehouse"):
        catalog.connect(tmp_path)
