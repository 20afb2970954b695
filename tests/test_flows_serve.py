"""The scheduled flow for real: a feed on localhost, a Prefect server, ticks that are waited for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from feed_server import GOOD, Site, serving
from warehouse import catalog

pytestmark = pytest.mark.outside

#: Seconds that a tick may take to show in the warehouse, on a busy machine.
PATIENCE = 420


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site(stories=GOOD - 2, slowness=5.0)) as running:
        yield running


def settings(folder: Path, site: Site, interval: int = 20) -> Path:
    (folder / "inbox").mkdir()
    path = folder / "tocsin.toml"
    path.write_text(
        f"""
warehouse = "{folder / "wh"}"
[schedule]
interval = {interval}
[fetch]
timeout = 3
pause = 0
attempts = 2
most_bytes = 1_000_000
allow_private = true
[[sources]]
feed = "{site.address}/feed"
[[sources]]
feed = "{site.address}/entities"
[[sources]]
feed = "{site.address}/not-a-feed"
[[sources]]
inbox = "{folder / "inbox"}"
"""
    )
    return path


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "TOCSIN_"))}
    path = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    return kept | {"PREFECT_HOME": str(folder / "prefect"), "PYTHONPATH": path}


def ask(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with catalog.connect(warehouse) as database:
        return list(catalog.ask(database, query).rows)


def wait_for(what: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        assert process.poll() is None, "the server ended"
        try:
            if what():
                return
        except Exception:
            pass  # nothing is published yet
        time.sleep(1)
    raise AssertionError("waited too long")


def test_serve_picks_up_new_stories_by_its_schedule_and_codes_them_once(tmp_path: Path, site: Site) -> None:
    config, warehouse = settings(tmp_path, site), tmp_path / "wh"
    (tmp_path / "inbox" / "note.txt").write_text("date 2024-05-01 Police in Nairobi arrested two union leaders.")
    with (tmp_path / "log").open("wb") as log:
        command = [sys.executable, "-m", "flows.cli", "serve", "--config", str(config)]
        process = subprocess.Popen(command, env=environment(tmp_path), stdout=log, stderr=log)
    try:
        wait_for(lambda: len(ask(warehouse, "FROM runs")) >= 1, process)
        documents = "SELECT document_id, event_count FROM documents ORDER BY 1"
        first = ask(warehouse, documents)
        assert len(first) == GOOD - 2 + 2 + 1  # with the one that moved, the one with accents, and the inbox's
        assert sum(int(count) for _, count in first if isinstance(count, int)) > GOOD
        reasons = dict(ask(warehouse, "SELECT reason, count(*) FROM rejects GROUP BY 1"))  # type: ignore[arg-type]
        assert reasons == {
            "not_fetched": 4,
            "too_large": 2,
            "bad_date": 1,
            "duplicate_id": 1,
            "forbidden": 1,
            "unsafe": 1,
            "unsupported": 1,
        }
        wait_for(lambda: not list((tmp_path / "inbox").glob("*.txt")), process)
        assert len(list((tmp_path / "inbox").rglob("note.txt"))) == 1
        events = "SELECT count(*) FROM events_all"
        counted = ask(warehouse, events)
        runs = len(ask(warehouse, "FROM runs"))
        wait_for(lambda: len(ask(warehouse, "FROM runs")) > runs, process)  # a tick with nothing new but rejects
        assert ask(warehouse, documents) == first and ask(warehouse, events) == counted
        asked = {path: site.asked[path] for path in site.asked if path.startswith("/story/")}
        assert all(asked[f"/story/{n}"] == 1 for n in range(GOOD - 2))
        site.stories = GOOD
        wait_for(lambda: len(ask(warehouse, documents)) == len(first) + 2, process)
        assert [row for row in ask(warehouse, documents) if row in first] == first
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def test_prefect_yaml_deploys_to_a_server_and_a_worker_completes_a_scheduled_run(tmp_path: Path, site: Site) -> None:
    from flows.serving import API_VARIABLE, server, stop

    config = settings(tmp_path, site)
    text = (Path(__file__).parents[1] / "prefect.yaml").read_text()
    text = text.replace("config: tocsin.toml", f"config: {config}").replace('"0 6 * * *"', '"* * * * *"')
    (tmp_path / "prefect.yaml").write_text(text)
    own = environment(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(API_VARIABLE, raising=False)
        patch.setenv("PREFECT_HOME", own["PREFECT_HOME"])
        with server():
            own[API_VARIABLE] = os.environ[API_VARIABLE]

            def prefect(*arguments: str) -> list[str]:
                return [sys.executable, "-m", "prefect", "--no-prompt", *arguments]

            for command in (("work-pool", "create", "tocsin", "--type", "process"), ("deploy", "--all")):
                done = subprocess.run(prefect(*command), env=own, cwd=tmp_path, capture_output=True, text=True)
                assert done.returncode == 0, done.stdout + done.stderr
            with (tmp_path / "log").open("wb") as log:
                command = prefect("worker", "start", "--pool", "tocsin")
                process = subprocess.Popen(
                    command, env=own, cwd=tmp_path, stdout=log, stderr=log, start_new_session=True
                )
            try:
                wait_for(lambda: len(ask(tmp_path / "wh", "FROM documents")) == GOOD - 2 + 2, process)
            finally:
                stop(process, signal.SIGINT)
