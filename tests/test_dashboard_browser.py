"""The pages in headless Chromium: they work, log no error and ask nothing from outside.

`TOCSIN_DASHBOARD_WAREHOUSE=DIR` has every page opened on that warehouse too.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect, sync_playwright

from dashboard.report import write_report
from dashboard_warehouse import HOSTILE, HOSTILE_EVENT, make_dashboard_warehouse

pytestmark = pytest.mark.outside

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PAGES = ("overview", "dyad&a=KAZ&b=RUS", "country&country=KAZ", "events", "quality", "sql")
PATIENCE = 60_000
ROW_HEIGHT = 35
expect.set_options(timeout=PATIENCE)
NUMBER = re.compile(r"^[1-9]\d*$")


@dataclass
class Watched:
    """A page of the browser whose faults are noted."""

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)

    def open(self, name: str) -> None:
        """Opens a page and waits until it is ready."""
        self.page.goto(f"{self.base}/?page={name}")
        self.page.wait_for_selector(f'.ready[data-page="{name.partition("&")[0]}"]', state="attached", timeout=PATIENCE)

    def after(self, act: Callable[[], object]) -> None:
        """Does something and waits until the page is ready anew."""
        before = self.page.locator(".ready").get_attribute("data-shown")
        act()
        self.page.wait_for_function(
            "before => { const m = document.querySelector('.ready'); return m && m.dataset.shown !== before }",
            arg=before, timeout=PATIENCE,
        )  # fmt: skip
        self.page.wait_for_selector('[data-test-script-state="notRunning"]', state="attached", timeout=PATIENCE)

    @property
    def event_count(self) -> Locator:
        """The number of events in the period; the last run has figures of the same look."""
        return self.page.locator(".st-key-figures").get_by_test_id("stMetricValue").first

    def cell(self, table: str, row: int, x: int = 150) -> None:
        """Clicks on a row of a table that is drawn on a canvas."""
        canvas = self.page.locator(f".st-key-{table} canvas").first
        expect(canvas).to_be_visible()
        canvas.scroll_into_view_if_needed()
        box, before = canvas.bounding_box(), None
        while box != before:  # the page still moves, as charts are drawn above
            self.page.wait_for_timeout(400)
            box, before = canvas.bounding_box(), box
        assert box
        self.page.mouse.click(box["x"] + x, box["y"] + ROW_HEIGHT * (row + 1) + ROW_HEIGHT // 2)


@contextmanager
def serving(warehouse: Path) -> Iterator[str]:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
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
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{base}/_stcore/health", timeout=2):
                    break
            except OSError:
                assert server.poll() is None, "the server ended"
                time.sleep(0.2)
        yield base
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    make_dashboard_warehouse(folder)
    return folder


@pytest.fixture(scope="module")
def base(warehouse: Path) -> Iterator[str]:
    with serving(warehouse) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def watching(browser: Browser, base: str, scheme: str = "light") -> Iterator[Watched]:
    """Opens a session, and at its end complains of errors on the console and of requests to elsewhere."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, color_scheme=scheme)  # type: ignore[arg-type]
    watched = Watched(context.new_page(), base)

    def look_at(request: Request) -> None:
        if not request.url.startswith((f"{base}/", base.replace("http", "ws") + "/", "data:", "blob:")):
            watched.faults.append(f"request to {request.url}")

    watched.page.on("request", look_at)
    watched.page.on("console", lambda m: watched.faults.append(f"console: {m.text}") if m.type == "error" else None)
    watched.page.on("pageerror", lambda error: watched.faults.append(f"error: {error}"))
    yield watched
    context.close()
    assert watched.faults == []


@pytest.fixture
def session(browser: Browser, base: str) -> Iterator[Watched]:
    with watching(browser, base) as watched:
        yield watched


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page_opens(browser: Browser, base: str, name: str, scheme: str) -> None:
    with watching(browser, base, scheme) as watched:
        watched.open(name)
        expect(watched.page.get_by_role("alert")).to_have_count(0)
        expect(watched.page.get_by_role("heading", level=2).first).to_be_visible()
        color = watched.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
        assert (sum(map(int, color.strip("rgba()").split(",")[:3])) > 380) == (scheme == "light")


def test_charts_are_drawn_and_named(session: Watched) -> None:
    session.open("overview")
    for name in ("Events over time by quad class", "World map of the countries that act"):
        chart = session.page.get_by_label(name).first
        chart.scroll_into_view_if_needed()
        expect(chart).to_be_visible()
    expect(session.page.locator(".stVegaLiteChart canvas, .stVegaLiteChart svg").first).to_be_visible()


def test_filter_changes_page_and_address_and_the_address_restores_it(session: Watched) -> None:
    session.open("overview")
    expect(session.event_count).to_have_text(NUMBER)
    everything = session.event_count.inner_text()
    session.after(lambda: session.page.get_by_role("button", name="material conflict").click())
    expect(session.event_count).not_to_have_text(everything)
    expect(session.event_count).to_have_text(NUMBER)
    some = session.event_count.inner_text()
    assert "quad=4" in session.page.url and 0 < int(some) < int(everything)
    session.page.reload()
    expect(session.event_count).to_have_text(some)


def test_period_stays_when_the_page_is_changed_by_keyboard(session: Watched) -> None:
    session.open("overview&from=2022-01-01&to=2022-06-30")
    session.page.get_by_role("radio", name="Overview").focus()
    session.after(lambda: session.page.keyboard.press("ArrowDown"))
    expect(session.page.get_by_role("heading", name="Dyad")).to_be_visible()
    assert "from=2022-01-01" in session.page.url and "page=dyad" in session.page.url


def test_day_is_typed(session: Watched) -> None:
    session.open("overview")
    session.page.get_by_role("spinbutton", name="year, From").click()
    session.page.keyboard.type("20220601", delay=40)
    session.after(lambda: session.page.keyboard.press("Escape"))
    assert "from=2022-06-01" in session.page.url


def test_actor_is_found_by_name_while_typing(session: Watched) -> None:
    session.open("events")
    field = session.page.get_by_label("Actor", exact=True).first
    field.click()
    field.press_sequentially("stan, opp")
    session.after(lambda: session.page.get_by_role("option", name="Kazakhstan, opposition").click())
    assert "actor=KAZOPP" in session.page.url
    expect(session.page.get_by_text("events, newest first")).to_be_visible()


def test_event_opens_down_to_its_trace(session: Watched) -> None:
    session.open("events&act=11&to=2022-12-31")
    session.after(lambda: session.cell("events-0", 0))
    assert "event=" in session.page.url
    expect(session.page.locator(".words")).to_contain_text("accuse, 112, Goldstein -2.0")
    for role in ("source", "trigger", "target"):
        expect(session.page.locator(f"blockquote mark.{role}")).to_be_visible()
    expect(session.page.locator("dl.facts").nth(1)).to_contain_text("verbs/11_disapprove#accuse")
    expect(session.page.locator("dl.facts").nth(2)).to_contain_text("pattern S accuse T")
    session.page.get_by_text("The whole trace, by the present dictionaries").click()
    session.after(lambda: session.page.get_by_role("button", name="Explain").click())
    expect(session.page.get_by_test_id("stCode").first).to_contain_text("Mentions:")
    session.after(lambda: session.page.get_by_role("button", name="Back to the list").click())
    assert "event=" not in session.page.url
    expect(session.page.locator(".words")).to_have_count(0)


def test_dyad_opens_from_the_overview(session: Watched) -> None:
    session.open("overview&from=2022-01-01")
    session.cell("top-dyads", 0, 60)
    session.page.wait_for_selector('.ready[data-page="dyad"]', state="attached", timeout=PATIENCE)
    assert "a=" in session.page.url and "b=" in session.page.url and "from=2022-01-01" in session.page.url


def download(session: Watched, key: str) -> bytes:
    button = session.page.locator(f".st-key-{key} button:visible").first
    expect(button).to_be_enabled()
    with session.page.expect_download(timeout=PATIENCE) as started:
        button.click()
    return Path(started.value.path()).read_bytes()


def test_downloads(session: Watched) -> None:
    session.open("events&act=19")
    rows = list(csv.DictReader(io.StringIO(download(session, "events-csv").decode())))
    table = pq.read_table(io.BytesIO(download(session, "events-parquet")))
    assert len(rows) == table.num_rows > 10
    assert {row["event_code"] for row in rows} == {"190"}


def test_sql_is_answered_and_saved(session: Watched) -> None:
    session.open("sql")
    session.page.get_by_label("SELECT", exact=True).fill(
        "SELECT event_root, count(*) AS n FROM events GROUP BY ALL ORDER BY n"
    )
    session.page.get_by_label("SELECT", exact=True).press("Control+Enter")
    session.after(lambda: session.page.get_by_role("button", name="Run").click())
    expect(session.page.get_by_test_id("stDataFrame")).to_be_visible()
    rows = list(csv.DictReader(io.StringIO(download(session, "answer-csv").decode())))
    assert rows and set(rows[0]) == {"event_root", "n"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("COPY (SELECT 1) TO '/tmp/out.csv'", "that is not one SELECT"),
        ("WITH t AS (COPY (SELECT 1) TO '/tmp/out.csv') SELECT 1", "COPY statement must be at the top level"),
        ("FROM read_csv('/etc/passwd')", "file system operations are disabled"),
        ('FROM "nonsense<b>"', "nonsense<b>"),
    ],
)
def test_bad_sql_is_explained(session: Watched, query: str, said: str) -> None:
    session.open("sql")
    session.page.get_by_label("SELECT", exact=True).fill(query)
    session.page.get_by_label("SELECT", exact=True).press("Control+Enter")
    session.after(lambda: session.page.get_by_role("button", name="Run").click())
    expect(session.page.get_by_role("alert")).to_contain_text(said)


def test_hostile_text_is_text(session: Watched) -> None:
    for name in (f"events&event={HOSTILE_EVENT}", "quality", "overview"):
        session.open(name)
        session.page.wait_for_timeout(500)
        assert session.page.title() == "Tocsin"
        assert session.page.locator("img[src*=evil], a[href*=evil], a[href^=javascript]").count() == 0
    session.open(f"events&event={HOSTILE_EVENT}")
    expect(session.page.locator("blockquote.sentence")).to_contain_text(HOSTILE)


def test_missing_warehouse_is_explained(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as base, watching(browser, base) as watched:
        watched.open("overview")
        expect(watched.page.get_by_role("alert")).to_contain_text("there is no warehouse")


def test_report_opens_from_a_file_without_network(browser: Browser, warehouse: Path, tmp_path: Path) -> None:
    path = write_report(warehouse, tmp_path / "report.html")
    context = browser.new_context(offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("request", lambda request: faults.append(request.url) if request.url != path.as_uri() else None)
    page.on("console", lambda message: faults.append(message.text))
    page.goto(path.as_uri())
    expect(page.locator("svg")).to_have_count(2)
    expect(page.get_by_text(HOSTILE).first).to_be_visible()
    assert page.title() == "Tocsin report" and faults == []
    context.close()


@pytest.mark.skipif("TOCSIN_DASHBOARD_WAREHOUSE" not in os.environ, reason="no warehouse is named")
def test_every_page_opens_on_the_warehouse_that_is_named(browser: Browser) -> None:
    with serving(Path(os.environ["TOCSIN_DASHBOARD_WAREHOUSE"])) as base, watching(browser, base) as watched:
        for name in ("overview", "dyad&a=USA&b=RUS", "country&country=USA", "events&actor=USA", "quality", "sql"):
            watched.open(name)
            expect(watched.page.get_by_role("alert")).to_have_count(0)
        watched.open("events")
        watched.after(lambda: watched.cell("events-0", 2))
        expect(watched.page.locator("blockquote.sentence")).to_be_visible()
