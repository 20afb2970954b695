"""Publication that is killed, runs out of disk, or meets another: nothing is lost, doubled or half seen."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from publishing import current_rows, document_row, publish_documents, rows_of, stage_documents
from tocsin import WarehouseError
from warehouse import staging as staging_module
from warehouse.parquet import TableWriter
from warehouse.store import alive, current_snapshot, publish, stage

OLD = [f"old{n}" for n in range(40)]
NEW = [f"new{n}" for n in range(40)] + OLD[:5]
KILLS = 20


def forking() -> object:
    """Returns what starts processes quickly: by forking one that has imported everything."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["publishing", "fake_coder", "warehouse.store"])
    return context


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, object]]]:
    """A warehouse with the old documents, and the rows of the two whole states."""
    folder = tmp_path_factory.mktemp("whole")
    publish_documents(str(folder / "one"), "r1", OLD)
    shutil.copytree(folder / "one", folder / "two", symlinks=True)
    publish_documents(str(folder / "two"), "r2", NEW)
    return folder / "one", [current_rows(folder / "one"), current_rows(folder / "two")]


class Reader(threading.Thread):
    """Reads the current state again and again and keeps what is none of the whole ones; runs and timings apart."""

    def __init__(self, warehouse: Path, whole: list[dict[str, object]]) -> None:
        super().__init__(daemon=True)
        self.warehouse, self.whole = warehouse, whole
        self.stopped = threading.Event()
        self.faults: list[object] = []
        self.reads = 0

    def run(self) -> None:
        while not self.stopped.is_set():
            snapshot = current_snapshot(self.warehouse)
            try:
                if (without_runs(rows_of(snapshot)) if snapshot else {}) not in self.whole:
                    self.faults.append(snapshot)
            except Exception as error:
                self.faults.append(error)
            self.reads += 1
            self.stopped.wait(0.002)


def without_runs(tables: dict[str, Any]) -> dict[str, Any]:
    return {name: rows for name, rows in tables.items() if name != "runs"}


@contextmanager
def reading(warehouse: Path, whole: list[dict[str, object]]) -> Iterator[Reader]:
    reader = Reader(warehouse, whole)
    reader.start()
    try:
        yield reader
    finally:
        reader.stopped.set()
        reader.join()
    assert reader.faults == [] and reader.reads


@pytest.mark.parametrize("kills", [3, pytest.param(KILLS, marks=pytest.mark.outside)])
def test_publication_killed_at_random_moments_and_run_again_equals_one_run(
    tmp_path: Path, states: tuple[Path, list[dict[str, object]]], kills: int
) -> None:
    old, whole = states
    context = forking()
    warehouse = tmp_path / "wh"
    shutil.copytree(old, warehouse, symlinks=True)
    began = time.monotonic()
    process = context.Process(target=publish_documents, args=(str(tmp_path / "time"), "r", NEW))  # type: ignore[attr-defined]
    process.start()
    process.join()
    duration = time.monotonic() - began
    choice = random.Random(kills)
    killed = 0
    for number in range(kills):
        with reading(warehouse, whole):
            process = context.Process(target=publish_documents, args=(str(warehouse), f"r{number}", NEW))  # type: ignore[attr-defined]
            process.start()
            time.sleep(choice.uniform(0.05, 1.0) * duration)
            if process.is_alive():
                os.kill(process.pid, signal.SIGKILL)
            process.join()
            killed += process.exitcode == -signal.SIGKILL
        assert current_rows(warehouse) in whole
        publish_documents(str(warehouse), "again", NEW)
        assert current_rows(warehouse) == whole[1]
        assert not list((warehouse / "staging").iterdir()) and not list(warehouse.glob(".*.part"))
        if number % 2:  # begin again from the state before
            shutil.rmtree(warehouse)
            shutil.copytree(old, warehouse, symlinks=True)
    assert killed >= kills // 2


@pytest.mark.parametrize("call", range(0, 40, 3))
def test_full_disk_at_any_write_leaves_the_state_before(
    tmp_path: Path, states: tuple[Path, list[dict[str, object]]], monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    old, whole = states
    warehouse = tmp_path / "wh"
    shutil.copytree(old, warehouse, symlinks=True)
    calls = 0

    def counted(original: object) -> object:
        def wrapper(*arguments: object, **options: object) -> object:
            nonlocal calls
            calls += 1
            if calls > call:
                raise OSError(errno.ENOSPC, "No space left on device")
            return original(*arguments, **options)  # type: ignore[operator]

        return wrapper

    monkeypatch.setattr(TableWriter, "_write_group", counted(TableWriter._write_group))
    monkeypatch.setattr(os, "fsync", counted(os.fsync))
    monkeypatch.setattr(Path, "symlink_to", counted(Path.symlink_to))
    with reading(warehouse, whole):
        try:
            publish_documents(str(warehouse), "r", NEW)
        except OSError:
            assert calls > call
    monkeypatch.undo()
    assert current_rows(warehouse) in whole
    publish_documents(str(warehouse), "again", NEW)
    assert current_rows(warehouse) == whole[1]
    assert not list(warehouse.rglob("*.part"))


@pytest.mark.outside
def test_full_file_system_leaves_the_state_before(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("may not mount a file system")
    try:
        publish_documents(str(disk / "wh"), "r", OLD)
        before = current_rows(disk / "wh")
        (disk / "ballast").write_bytes(bytes(shutil.disk_usage(disk).free - (300 << 10)))
        with reading(disk / "wh", [before]), pytest.raises(OSError):
            publish_documents(str(disk / "wh"), "r2", NEW)
        assert current_rows(disk / "wh") == before
        (disk / "ballast").unlink()
        publish_documents(str(disk / "wh"), "r3", NEW)
        publish_documents(str(tmp_path / "wh"), "r", OLD)
        publish_documents(str(tmp_path / "wh"), "r2", NEW)
        assert current_rows(disk / "wh") == current_rows(tmp_path / "wh")
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_two_writers_at_once_both_succeed(tmp_path: Path) -> None:
    context = forking()
    names = [[f"{letter}{n}" for n in range(20)] for letter in "ab"]
    processes = [
        context.Process(target=publish_documents, args=(str(tmp_path), f"r{i}", names[i]))  # type: ignore[attr-defined]
        for i in range(2)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    documents = [row["document_id"] for row in current_rows(tmp_path)["documents"]]
    assert sorted(documents) == sorted(names[0] + names[1])


def test_reader_in_mid_query_keeps_its_snapshot(tmp_path: Path) -> None:
    publish_documents(str(tmp_path), "r1", OLD)
    snapshot = current_snapshot(tmp_path)
    assert snapshot
    with pq.ParquetFile(next(snapshot.glob("events/year=2020/*.parquet"))) as file:
        publish_documents(str(tmp_path), "r2", NEW)
        assert file.read().num_rows
    assert [row["document_id"] for row in rows_of(snapshot)["documents"]] == sorted(OLD) or rows_of(snapshot)


def test_staging_of_a_live_run_is_left_alone(tmp_path: Path) -> None:
    first = stage(tmp_path, "first")
    with alive(first):
        stage_documents(first, OLD[:3])
        publish_documents(str(tmp_path), "second", NEW[:3])
        assert staging_module.abandoned(tmp_path / "staging") == []
        publish(tmp_path, first)
    assert len(current_rows(tmp_path)["documents"]) == 6


def test_changing_one_document_changes_only_its_rows(tmp_path: Path) -> None:
    publish_documents(str(tmp_path), "r1", OLD)
    before = current_rows(tmp_path)
    staging = stage(tmp_path, "r2")
    staging.write("documents", 0, [document_row(OLD[3], before["documents"][0]["published_on"], events=0)])  # type: ignore[arg-type]
    publish(tmp_path, staging)
    after = current_rows(tmp_path)
    for table in ("documents", "sentences", "events"):
        others = [row for row in before[table] if row["document_id"] != OLD[3]]
        assert [row for row in after[table] if row["document_id"] != OLD[3]] == others
    assert not [row for row in after["events"] if row["document_id"] == OLD[3]]


def test_newer_schema_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_documents(str(tmp_path), "r1", OLD[:2])
    monkeypatch.setattr("warehouse.store.SCHEMA_VERSION", "1")
    with pytest.raises(WarehouseError, match="newer version"):
        publish_documents(str(tmp_path), "r2", OLD[:2])


@pytest.mark.outside
def test_whole_run_killed_and_run_again_equals_one_run(tmp_path: Path) -> None:
    import json

    news = tmp_path / "news.jsonl"
    with news.open("w") as stream:
        for n in range(400):
            text = f"Chad accused Sudan of shelling {n + 2} villages. Police in Kenya arrested {n + 3} union leaders."
            stream.write(json.dumps({"id": f"d{n}", "date": f"202{n % 3}-01-09", "text": text}) + "\n")
    environment = os.environ | {"PREFECT_HOME": str(tmp_path / "prefect")}

    def start(warehouse: Path) -> subprocess.Popen[bytes]:
        command = ["tocsin", "run", str(news), "--warehouse", str(warehouse)]
        from sys import executable

        return subprocess.Popen(
            [executable, "-m", "flows.cli", *command[1:]],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    began = time.monotonic()
    assert start(tmp_path / "whole").wait() == 0
    duration = time.monotonic() - began
    whole = without_runs(current_rows(tmp_path / "whole"))
    choice = random.Random(3)
    with reading(tmp_path / "wh", [{}, whole]) as reader:
        for number in range(3):
            process = start(tmp_path / "wh")
            time.sleep(duration * choice.uniform(0.3 * (number + 1), 0.3 * (number + 1) + 0.1))
            process.kill()
            process.wait()
        assert start(tmp_path / "wh").wait() == 0
    assert reader.reads > 100
    assert without_runs(current_rows(tmp_path / "wh")) == whole
    assert not list((tmp_path / "wh" / "staging").iterdir())
