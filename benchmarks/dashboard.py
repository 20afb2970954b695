"""Times the pages of the dashboard in headless Chromium, from a click or an address to the page's ready marker.

`python benchmarks/dashboard.py --rows 5000000` makes up a warehouse, serves it, and opens each page in new browser
sessions on a warm server. Questions that the server answered before come from its memory, so every filter and every
address but the plain overview is one that was never asked. `--csv` adds the figures to a file.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from playwright.sync_api import Browser, Page, sync_playwright

sys.path[0] = str(Path(__file__).parents[1])  # else benchmarks/warehouse.py is found as the package

from benchmarks.synthetic_events import event_batches
from warehouse.fields import arrow_schema
from warehouse.store import alive, publish, stage

ROOT = Path(__file__).parents[1]
SHOWN = "before => { const m = document.querySelector('.ready'); return m && m.dataset.shown !== before }"
EVENTS = (
    "actor=RUS",
    "actor=SYRGOV&other=USA",
    "act=19",
    "role=REB",
    "place=UKR",
    "publisher=Publisher%203",
    "confidence=0.7",
    "realis=negated",
    "quad=4&from=2020-01-01",
    "actor=IRN&act=11&from=2015-01-01&to=2019-12-31",
)


def make_warehouse(folder: Path, rows: int) -> None:
    """Publishes made-up events with their documents, whose texts are a line each."""
    staging = stage(folder, "benchmark")
    with alive(staging):
        for number, batch in enumerate(event_batches(rows)):
            staging.write_batch("events", number, batch)
            staging.write_batch("documents", number, documents_of(batch))
        publish(folder, staging)


def documents_of(events: pa.Table) -> pa.Table:
    """Returns the documents that events come from."""
    found = events.group_by("document_id").aggregate([("published_on", "min"), ("event_id", "count")])
    rows = found.num_rows
    texts = pc.binary_join_element_wise(pa.scalar("Nobody wrote document"), found["document_id"], " ")
    values = {
        "document_id": found["document_id"],
        "published_on": found["published_on_min"],
        "title": texts,
        "text": texts,
        "source": pa.array([f"Publisher {number % 12}" for number in range(rows)]),
        "sentence_count": pa.array(np.full(rows, 20)),
        "coded_sentence_count": pa.array(np.full(rows, 9)),
        "event_count": found["event_id_count"],
        "dictionary_version": pa.array(["0123456789abcdef"] * rows),
        "coder_version": pa.array(["0.1.0"] * rows),
    }
    schema = arrow_schema("documents")
    values["dropped"] = pa.array([[]] * rows, schema.field("dropped").type)
    columns = [values.get(field.name, pa.nulls(rows)).cast(field.type) for field in schema]
    return pa.table(columns, schema=schema)


@contextmanager
def serving(warehouse: Path) -> Iterator[str]:
    """Serves the pages of a warehouse and gives their address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    command = [
        sys.executable,
        "-m",
        "flows.cli",
        "dashboard",
        "--warehouse",
        str(warehouse),
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    try:
        while server.poll() is None:
            try:
                urllib.request.urlopen(f"{base}/_stcore/health", timeout=2).close()
                break
            except OSError:
                time.sleep(0.2)
        yield base
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def new_session(browser: Browser) -> Iterator[Page]:
    """Gives a page of a browser session that has seen nothing."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    yield context.new_page()
    context.close()


def seconds_to_open(page: Page, address: str) -> float:
    """Returns the seconds until a page is ready."""
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(".ready", state="attached", timeout=120_000)
    return time.perf_counter() - began


def seconds_after(page: Page, act: Callable[[], object]) -> float:
    """Returns the seconds from a click or a key until the page is ready anew."""
    page.wait_for_timeout(1500)
    before = page.locator(".ready").get_attribute("data-shown")
    began = time.perf_counter()
    act()
    page.wait_for_function(SHOWN, arg=before, timeout=120_000)
    return time.perf_counter() - began


def measure(browser: Browser, base: str, times: int) -> Iterator[tuple[str, list[float]]]:
    """Yields what was timed, and the seconds of each time."""
    for name in ("overview", "events"):  # the server is warm
        with new_session(browser) as page:
            seconds_to_open(page, f"{base}/?page={name}")
    found = []
    for _ in range(times):
        with new_session(browser) as page:
            found.append(seconds_to_open(page, f"{base}/?page=overview"))
    yield "overview, new session", found
    found = []
    for number in range(times):
        with new_session(browser) as page:
            found.append(seconds_to_open(page, f"{base}/?page=overview&from={2008 + number}-03-01"))
    yield "overview of a period never asked for, new session", found
    quads, periods, measures = [], [], []
    for number in range(times):
        with new_session(browser) as page:
            seconds_to_open(page, f"{base}/?page=overview&to={2015 + number}-11-30")
            for quad in ("material conflict", "verbal cooperation"):
                button = page.get_by_role("button", name=quad)
                quads.append(seconds_after(page, button.click))
            page.get_by_label("Colour by").click()
            page.keyboard.type("conflict")
            measures.append(seconds_after(page, lambda: page.keyboard.press("Enter")))
            page.get_by_role("spinbutton", name="year, From").click()
            page.keyboard.type(f"{2006 + number}0101")
            periods.append(seconds_after(page, lambda: page.keyboard.press("Escape")))
    yield "overview, filter by quad class", quads
    yield "overview, colour of the map", measures
    yield "overview, filter by period", periods
    for filters in EVENTS:
        found = []
        for number in range(times):
            with new_session(browser) as page:
                floor = "" if "confidence" in filters else f"&confidence={0.05 * (number + 1):g}"
                end = "" if "to=" in filters else f"&to=2024-0{number + 1}-15"
                found.append(seconds_to_open(page, f"{base}/?page=events&{filters}{floor}{end}"))
        yield f"events, {filters}, new session", found


def main() -> int:
    """Prints the figures and how they were measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--warehouse", type=Path, help="uses this one instead of a new one")
    parser.add_argument("--csv", type=Path, help="adds the figures to this file")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("not measured: there is no chromium")
        return 0
    with tempfile.TemporaryDirectory(prefix="tocsin-benchmark-") as temporary, sync_playwright() as playwright:
        warehouse = options.warehouse or Path(temporary) / "warehouse"
        if options.warehouse is None:
            make_warehouse(warehouse, options.rows)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print(
            f"{options.rows:,} events, {os.cpu_count()} cores of {platform.machine()}, Chromium {browser.version}, "
            f"streamlit {version('streamlit')}, duckdb {version('duckdb')}; best and median of {options.times} or more"
        )
        rows = []
        with serving(warehouse) as base:
            for name, seconds in measure(browser, base, options.times):
                load = os.getloadavg()[0]
                print(
                    f"{name:<70} {min(seconds):6.2f} s {statistics.median(seconds):6.2f} s   load {load:.1f}",
                    flush=True,
                )
                rows.append(
                    (
                        date.today(),
                        options.rows,
                        name,
                        f"{min(seconds):.3g}",
                        f"{statistics.median(seconds):.3g}",
                        f"{load:.1f}",
                    )
                )
        browser.close()
    if options.csv:
        is_new = not options.csv.exists()
        with options.csv.open("a", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerows([("date", "rows", "figure", "best_seconds", "median_seconds", "load")] if is_new else [])
            writer.writerows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
