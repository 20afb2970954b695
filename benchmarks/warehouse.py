"""Measures writing, publishing and querying many synthetic events: `python benchmarks/warehouse.py --rows 50000000`.

Every query runs three times on a warm disk and the fastest counts; beside it stands the same question put to pandas
on the same files, or to SQLite on a table with an index, in the same run. `--csv` adds the figures to a file.
"""

from __future__ import annotations

import argparse
import csv
import resource
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd

sys.path[0] = str(Path(__file__).parents[1])  # else this file is found as the package it measures

from benchmarks.synthetic_events import event_batches
from warehouse import catalog
from warehouse.store import alive, current_snapshot, publish, stage

DYAD = """
SELECT date_trunc('month', event_date) AS month, count(*), avg(goldstein)
FROM events WHERE source_code = 'RUSGOV' AND target_code = 'UKRGOV' GROUP BY ALL ORDER BY ALL
"""
MONTH_OF_ROLLUP = "SELECT * FROM dyad_month WHERE month = '2015-06-01'"
MONTH_OF_EVENTS = """
SELECT source_code[1:3] AS source, target_code[1:3] AS target, count(*), avg(goldstein)
FROM events WHERE event_date >= '2015-06-01' AND event_date < '2015-07-01' AND year BETWEEN 2015 AND 2016 GROUP BY ALL
"""
MONTHLY_TABLE = """
SELECT date_trunc('month', event_date) AS month, source_code[1:3] AS source, target_code[1:3] AS target,
    count(*) AS event_count, avg(goldstein) AS mean_goldstein
FROM events WHERE source_code IS NOT NULL AND target_code IS NOT NULL GROUP BY ALL
"""
COLUMNS = ["source_code", "target_code", "event_date", "goldstein", "realis"]


class Figures:
    """Prints figures and keeps them for a file."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.kept: list[tuple[object, ...]] = []

    def add(self, name: str, value: float, unit: str) -> None:
        """Prints and keeps a figure."""
        print(f"{name:<58} {value:12,.3f} {unit}", flush=True)
        self.kept.append((date.today().isoformat(), self.rows, name, f"{value:.4g}", unit))

    def save(self, path: Path) -> None:
        """Adds the figures to a file."""
        is_new = not path.exists()
        with path.open("a", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            if is_new:
                writer.writerow(("date", "rows", "figure", "value", "unit"))
            writer.writerows(self.kept)


def write(folder: Path, figures: Figures) -> None:
    """Stages and publishes the events; the time to make them up is not counted."""
    staging = stage(folder, "benchmark")
    seconds = 0.0
    with alive(staging):
        for number, batch in enumerate(event_batches(figures.rows)):
            began = time.perf_counter()
            staging.write_batch("events", number, batch)
            seconds += time.perf_counter() - began
        figures.add("stage", seconds, "s")
        began, processor = time.perf_counter(), time.process_time()
        publish(folder, staging)
    figures.add("publish", time.perf_counter() - began, "s")
    figures.add("publish, processor time", time.process_time() - processor, "s")
    figures.add("stage and publish", seconds + time.perf_counter() - began, "s")
    figures.add("memory at most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")
    snapshot = current_snapshot(folder)
    assert snapshot
    size = sum(path.stat().st_size for path in snapshot.glob("events/year=*/*.parquet"))
    figures.add("bytes of an event row", size / figures.rows, "bytes")


def fastest(work: Callable[[], object], times: int = 3) -> float:
    """Returns the seconds of the fastest of some runs."""
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def ask(folder: Path, query: str) -> Callable[[], object]:
    """Returns what puts a query to the catalog, in a session that stays open."""
    database = catalog.connect(folder)
    return lambda: catalog.ask(database, query)


def compare(figures: Figures, name: str, ours: float, peer: str, theirs: float) -> None:
    """Keeps a time, the peer's, and how many times longer that is."""
    figures.add(f"{name}: Tocsin", ours, "s")
    figures.add(f"{name}: {peer}", theirs, "s")
    figures.add(f"{name}: {peer} / Tocsin", theirs / ours, "times")


def query(folder: Path, figures: Figures) -> None:
    """Times the queries beside pandas and SQLite."""
    snapshot = current_snapshot(folder)
    assert snapshot
    events = snapshot / "events"

    def pandas_rows(filters: list[tuple[str, str, object]]) -> pd.DataFrame:
        return pd.read_parquet(events, columns=COLUMNS, filters=[("realis", "==", "actual"), *filters])

    def pandas_dyad() -> object:
        rows = pandas_rows([("source_code", "==", "RUSGOV"), ("target_code", "==", "UKRGOV")])
        return rows.groupby(pd.to_datetime(rows["event_date"]).dt.to_period("M"))["goldstein"].agg(["count", "mean"])

    def pandas_month() -> object:
        rows = pandas_rows([("event_date", ">=", date(2015, 6, 1)), ("event_date", "<", date(2015, 7, 1))])
        keys = [rows["source_code"].str[:3], rows["target_code"].str[:3]]
        return rows.groupby(keys)["goldstein"].agg(["count", "mean"])

    def pandas_table() -> object:
        parts = []
        for year in sorted(events.iterdir()):
            rows = pd.read_parquet(year, columns=COLUMNS, filters=[("realis", "==", "actual")])
            month = pd.to_datetime(rows["event_date"]).dt.to_period("M")
            keys = [month, rows["source_code"].str[:3], rows["target_code"].str[:3]]
            parts.append(rows.groupby(keys)["goldstein"].agg(["count", "sum"]))
        return pd.concat(parts).groupby(level=[0, 1, 2]).sum()

    compare(figures, "one dyad, all years", fastest(ask(folder, DYAD)), "pandas", fastest(pandas_dyad, 2))
    compare(
        figures,
        "one month, all dyads, rollup",
        fastest(ask(folder, MONTH_OF_ROLLUP)),
        "pandas",
        fastest(pandas_month, 1),
    )
    figures.add("one month, all dyads, from events: Tocsin", fastest(ask(folder, MONTH_OF_EVENTS)), "s")
    monthly = fastest(ask(folder, f"SELECT count(*) FROM ({MONTHLY_TABLE})"), 2)
    compare(figures, "monthly dyad table over everything", monthly, "pandas", fastest(pandas_table, 1))
    figures.add("monthly dyad table, rollup: Tocsin", fastest(ask(folder, "SELECT count(*) FROM dyad_month")), "s")


def sqlite(folder: Path, figures: Figures, rows: int) -> None:
    """Times the same queries in SQLite, on the same rows or, of very many, some years of them."""
    import duckdb

    path = folder / "events.sqlite"
    with catalog.connect(folder) as database, sqlite3.connect(path) as peer:
        peer.execute("PRAGMA journal_mode = OFF")
        peer.execute("CREATE TABLE events (source_code, target_code, event_date, goldstein)")
        years = "true" if figures.rows <= rows else "year >= 2023"
        result: duckdb.DuckDBPyConnection = database.execute(
            f"SELECT source_code, target_code, event_date::VARCHAR, goldstein FROM events WHERE {years}"
        )
        while part := result.fetchmany(100_000):
            peer.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", part)
        peer.execute("CREATE INDEX dyad ON events (source_code, target_code, event_date)")
        peer.commit()
        table = (
            "SELECT substr(event_date, 1, 7), substr(source_code, 1, 3), substr(target_code, 1, 3), count(*), "
            "avg(goldstein) FROM events GROUP BY 1, 2, 3"
        )
        dyad = (
            "SELECT substr(event_date, 1, 7), count(*), avg(goldstein) FROM events "
            "WHERE source_code = 'RUSGOV' AND target_code = 'UKRGOV' GROUP BY 1"
        )
        suffix = "" if years == "true" else ", 2023 and later"
        ours = ask(folder, DYAD.replace("WHERE", f"WHERE {years} AND"))
        theirs = fastest(lambda: peer.execute(dyad).fetchall())
        compare(figures, f"one dyad{suffix}", fastest(ours), "SQLite with index", theirs)
        ours = ask(folder, f"SELECT count(*) FROM ({MONTHLY_TABLE.replace('WHERE', f'WHERE {years} AND')})")
        theirs = fastest(lambda: peer.execute(table).fetchall(), 1)
        compare(figures, f"monthly dyad table{suffix}", fastest(ours), "SQLite", theirs)


def main() -> int:
    """Runs everything in a temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=500_000)
    parser.add_argument("--csv", type=Path, help="adds the figures to this file")
    parser.add_argument("--sqlite-rows", type=int, default=5_000_000, help="SQLite gets all years up to so many rows")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="tocsin-benchmark-"))
    figures = Figures(options.rows)
    try:
        write(folder, figures)
        query(folder, figures)
        sqlite(folder, figures, options.sqlite_rows)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if options.csv:
            figures.save(options.csv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
