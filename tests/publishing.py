"""Rows of a small warehouse, and a process that publishes them and can be killed at any moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from warehouse.fields import TABLES
from warehouse.store import Staging, alive, current_snapshot, publish, stage

DAY = date(2022, 1, 9)


def document_row(name: str, day: date = DAY, events: int = 1, **changes: Any) -> dict[str, object]:
    """Returns a row of `documents`."""
    row: dict[str, object] = {
        "document_id": name,
        "published_on": day,
        "source": "wire",
        "text": f"Tokayev met the Kremlin. {name}",
        "sentence_count": 1,
        "coded_sentence_count": 1,
        "event_count": events,
        "dropped": [("no actor", 2)],
        "dictionary_version": "fake",
        "coder_version": "0.1.0",
    }
    return row | changes


def sentence_row(name: str, day: date = DAY) -> dict[str, object]:
    """Returns a row of `sentences`."""
    return {
        "document_id": name,
        "sentence": 0,
        "published_on": day,
        "sentence_start": 0,
        "sentence_end": 24,
        "sentence_text": "Tokayev met the Kremlin.",
        "coded": True,
    }


def event_values(name: str, document: str, day: date = DAY, **changes: Any) -> dict[str, object]:
    """Returns a row of `events`."""
    from fake_coder import make_event

    event = make_event(event_id=name, document_id=document, published_on=day, event_date=day)
    return {field: getattr(event, field, None) for field in TABLES["events"].names} | changes


def stage_documents(staging: Staging, names: Sequence[str], shards: int = 3, **changes: Any) -> None:
    """Stages documents with one event each, spread over shards and the years 2020 to 2022."""
    for shard in range(shards):
        mine = [(name, date(2020 + sum(name.encode()) % 3, 1, 9)) for name in names[shard::shards]]
        staging.write("documents", shard, [document_row(name, day) for name, day in mine])
        staging.write("sentences", shard, [sentence_row(name, day) for name, day in mine])
        staging.write("events", shard, [event_values(f"e-{name}", name, day, **changes) for name, day in mine])


def publish_documents(warehouse: str, run: str, names: Sequence[str]) -> None:
    """Stages and publishes documents, as a run does."""
    staging = stage(Path(warehouse), run)
    with alive(staging):
        stage_documents(staging, names)
        publish(Path(warehouse), staging)


def rows_of(snapshot: Path) -> dict[str, list[dict[str, object]]]:
    """Returns all rows of a snapshot by table, in the order of its files."""
    tables: dict[str, list[dict[str, object]]] = {}
    for path in sorted(snapshot.glob("*/year=*/*.parquet")):
        tables.setdefault(path.parts[-3], []).extend(pq.read_table(path, partitioning=None).to_pylist())
    return tables


def current_rows(warehouse: Path) -> dict[str, list[dict[str, object]]]:
    """Returns all rows of the current snapshot."""
    snapshot = current_snapshot(warehouse)
    return rows_of(snapshot) if snapshot else {}
