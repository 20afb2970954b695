"""Writers: the three formats hold the same events, byte for byte the same each time."""

from __future__ import annotations

import csv
import json
from dataclasses import fields
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from coders.model import Event
from fake_coder import make_event
from flows.writers import check_output, open_writer
from tocsin import UsageError
from warehouse.fields import arrow_schema

NAMES = [field.name for field in fields(Event)]
EVENTS = [
    make_event(event_id="a", source_text='Élysée, "the palace"\nof Paris'),
    make_event(event_id="b", target_code=None, contexts=(), operators=("operators/operators#agree",), realis="future"),
]


def write(path: Path) -> Path:
    with open_writer(path) as writer:
        for event in EVENTS:
            writer.write([event])
        writer.write([])
    return path


def test_json_lines_keep_the_order_of_the_fields(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in write(tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [list(row) for row in rows] == [NAMES, NAMES]
    assert rows[0]["event_date"] == "2022-01-08" and rows[0]["source_text"].startswith("Élysée")
    assert rows[1]["target_code"] is None and rows[1]["operators"] == ["operators/operators#agree"]


def test_csv_writes_lists_as_json_and_null_as_nothing(tmp_path: Path) -> None:
    with write(tmp_path / "x.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == NAMES
    assert json.loads(rows[0]["contexts"]) == ["military", "diplomatic"] and json.loads(rows[1]["contexts"]) == []
    assert rows[0]["source_text"] == EVENTS[0].source_text
    assert (rows[1]["target_code"], rows[1]["realis"], rows[1]["event_code"]) == ("", "future", "040")


def test_parquet_has_the_schema_of_the_warehouse(tmp_path: Path) -> None:
    table = pq.read_table(write(tmp_path / "x.parquet"))
    assert table.schema.equals(arrow_schema("events"), check_metadata=True)
    assert table["event_id"].to_pylist() == ["a", "b"]
    assert table["event_date"].to_pylist() == [date(2022, 1, 8)] * 2
    assert table["operators"].to_pylist() == [[], ["operators/operators#agree"]]


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv", "x.parquet"])
def test_same_events_are_the_same_bytes(tmp_path: Path, name: str) -> None:
    assert write(tmp_path / name).read_bytes() == write(tmp_path / f"again-{name}").read_bytes()


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv", "x.parquet"])
def test_work_that_fails_leaves_the_older_file(tmp_path: Path, name: str) -> None:
    before = write(tmp_path / name).read_bytes()

    def fail() -> None:
        with open_writer(tmp_path / name) as writer:
            writer.write(EVENTS)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize("name", ["x.xlsx", "x", "nowhere/x.csv"])
def test_impossible_output_is_a_usage_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        check_output(tmp_path / name)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(UsageError):
        check_output(tmp_path / "folder.csv")
