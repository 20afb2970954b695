"""Coding by others: a Dask cluster gives the same rows, and worker processes that are killed are replaced."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from flows import shards
from flows.coding import load_coder
from flows.pipeline import run_steps
from flows.shards import ShardResult, stage_shard
from flows.workers import LocalCrew, Workers, hire
from publishing import current_rows
from tocsin import UsageError

pytestmark = pytest.mark.outside


@pytest.fixture(scope="module")
def coder() -> Any:
    return load_coder()


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shards, "SHARD_ITEMS", 5)
    path = tmp_path / "news.jsonl"
    with path.open("w") as stream:
        for n in range(40):
            text = f"Chad accused Sudan of shelling {n + 2} villages. Police in Kenya arrested {n + 3} union leaders."
            stream.write(json.dumps({"id": f"d{n}", "date": f"202{n % 3}-01-09", "text": text}) + "\n")
    return path


def rows(warehouse: Path) -> dict[str, object]:
    return {name: found for name, found in current_rows(warehouse).items() if name != "runs"}


def run(news: Path, warehouse: Path, workers: Workers, **options: Any) -> dict[str, object]:
    try:
        run_steps([str(news)], warehouse, workers, **options)
    finally:
        workers.close()
    return rows(warehouse)


def test_dask_cluster_of_two_processes_gives_the_same_rows(tmp_path: Path, news: Path, coder: Any) -> None:
    pytest.importorskip("distributed")
    here = run(news, tmp_path / "here", Workers(coder))
    assert run(news, tmp_path / "dask", hire(coder, "dask", 2)) == here
    assert len(here["documents"]) == 40  # type: ignore[arg-type]


def test_dask_cluster_that_runs_already_is_joined(tmp_path: Path, news: Path, coder: Any) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None) as cluster:
        workers = hire(coder, "dask", 1, cluster.scheduler_address)
        assert workers.count == 2
        assert len(run(news, tmp_path / "wh", workers)["documents"]) == 40  # type: ignore[arg-type]


def test_cluster_that_does_not_answer_is_one_line(coder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("flows.dask_crew.TIMEOUT", 1)
    with pytest.raises(UsageError, match="no Dask scheduler answers"):
        hire(coder, "dask", 1, "tcp://127.0.0.1:1")


def test_ray_cluster_gives_the_same_rows(tmp_path: Path, news: Path, coder: Any) -> None:
    pytest.importorskip("ray")
    here = run(news, tmp_path / "here", Workers(coder))
    assert run(news, tmp_path / "ray", hire(coder, "ray", 2)) == here


def test_run_whose_worker_is_killed_fails_cleanly_and_is_completed_by_the_next(
    tmp_path: Path, news: Path, coder: Any
) -> None:
    whole = run(news, tmp_path / "whole", Workers(coder))
    workers = Workers(coder, 2)
    killed = threading.Event()

    def kill(result: ShardResult) -> None:
        if not killed.is_set():
            killed.set()
            crew = workers._crew
            assert isinstance(crew, LocalCrew) and crew._pool
            os.kill(next(iter(crew._pool._processes)), signal.SIGKILL)
            time.sleep(0.5)

    with pytest.raises(Exception, match="terminated abruptly"):
        run(news, tmp_path / "wh", workers, on_result=kill)
    assert killed.is_set() and rows(tmp_path / "wh") == {}
    assert run(news, tmp_path / "wh", Workers(coder, 2)) == whole


def test_flow_replaces_a_worker_that_is_killed(
    tmp_path: Path, news: Path, coder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))
    from flows import coding_flow

    killed: list[int] = []

    def kill_first(workers: Workers, *work: Any) -> ShardResult:
        result = stage_shard(workers, *work)
        crew = workers._crew
        if not killed and isinstance(crew, LocalCrew) and crew._pool:
            killed.extend(list(crew._pool._processes)[:1])
            os.kill(killed[0], signal.SIGKILL)
        return result

    monkeypatch.setattr(coding_flow, "stage_shard", kill_first)
    monkeypatch.setattr("flows.coding.load_coder", lambda: coder)
    report = coding_flow.run_flow([str(news)], tmp_path / "wh", workers=2)
    assert killed and report.tally.documents == 40
    assert rows(tmp_path / "wh") == run(news, tmp_path / "whole", Workers(coder))
