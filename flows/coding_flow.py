"""The Prefect flow of a run. The steps are in `flows.pipeline`; here they become tasks with retries and artifacts."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from flows import prefect_settings  # noqa: F401 - before prefect, which reads its settings when imported

# isort: split
from prefect import flow, task
from prefect.artifacts import create_markdown_artifact, create_progress_artifact, update_progress_artifact
from prefect.cache_policies import NO_CACHE
from prefect.settings import temporary_settings
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

from flows import coding
from flows.console import RejectList, progress
from flows.inputs import find_sources
from flows.pipeline import Found, Job, Steps, code, run_steps
from flows.report import RunReport, summary
from flows.shards import Shard, ShardResult, stage_shard
from flows.workers import Runner, Workers, hire
from tocsin import TocsinError, WarehouseError
from warehouse.store import Staging, open_warehouse, publish

SUMMARY_KEY = "coding-run"
PROGRESS_KEY = "coding-progress"
#: Seconds between two notes of the progress, each of which is a call to the API.
PROGRESS_SECONDS = 5.0


def may_help(task: object, run: object, state: object) -> bool:
    """Says whether to try again: a full disk or a process that died may recover, a faulty dictionary will not."""
    try:
        state.result()  # type: ignore[attr-defined]
    except TocsinError:
        return False
    except Exception:
        return True
    return False


# What a shard's rows are made of is hashed and kept beside them, so Prefect's own cache would only hold them twice.
@task(name="code shard", retries=2, retry_delay_seconds=[2, 10], retry_condition_fn=may_help, cache_policy=NO_CACHE)
def code_shard(workers: Workers, shard: Shard, staging: Staging) -> ShardResult:
    """Codes a shard and stages its rows."""
    return stage_shard(workers, shard, staging)


@task(name="publish", retries=2, retry_delay_seconds=[2, 10], retry_condition_fn=may_help, cache_policy=NO_CACHE)
def publish_snapshot(warehouse: Path, staging: Staging, edition: str | None = None) -> Path:
    """Makes the staged rows part of the edition named, or of the current one."""
    return publish(warehouse, staging, edition)


def as_tasks() -> Steps:
    """Returns the steps as tasks of the flow that is running."""
    return Steps(
        submit=lambda *work: code_shard.submit(*unvisited(*work)).result,
        publish=lambda *work: publish_snapshot(*unvisited(*work)),
    )


@flow(name="tocsin run")
def run(
    inputs: list[str],
    warehouse: Path,
    default_date: date | None = None,
    workers: int = 1,
    recode: bool = False,
    again: bool = False,
    runner: Runner = "local",
    cluster: str = "",
) -> RunReport:
    """Codes inputs and publishes the outcome in a warehouse.

    Args:
        inputs: names of files, folders, globs, or `-`, and addresses of the web.
        warehouse: its folder; made if missing.
        default_date: the date of texts that have none.
        workers: processes that code.
        recode: whether to write a new edition; without inputs the stored documents are coded.
        again: whether to code also what the same dictionaries have coded before.
        runner: where the processes are: `local`, `dask` or `ray`.
        cluster: the address of a running cluster; empty starts one here.
    """
    began = time.perf_counter()
    crew = hire(coding.load_coder(), runner, workers, cluster)
    loading = time.perf_counter() - began
    try:
        with watched(inputs) as on_result:
            report = run_steps(inputs, warehouse, crew, default_date, as_tasks(), on_result, recode, again)
    finally:
        crew.close()
    report.seconds = {"loading": loading, **report.seconds}
    note_summary(report)
    return report


def code_watched(job: Job, found: Found) -> None:
    """Codes what was found by the tasks of the flow that is running, with its progress shown."""
    with watched(()) as on_result:
        code(job, found, as_tasks().submit, on_result)


@contextmanager
def watched(inputs: Sequence[str]) -> Iterator[Callable[[ShardResult], None]]:
    """Shows progress and rejects in the terminal and as an artifact; gives what is to be told of each shard."""
    rejects = RejectList()
    note = _progress_artifact(inputs)
    with progress("coding:") as advance:

        def on_result(result: ShardResult) -> None:
            for reject in result.rejects:
                rejects.add(reject)
            advance(result.tally.documents, result.tally.events)
            note(result.tally.characters)

        yield on_result
    note(None)
    rejects.summarise()


def note_summary(report: RunReport) -> None:
    """Keeps the summary of a run as an artifact."""
    create_markdown_artifact(summary(report), key=SUMMARY_KEY, description="What the last coding run did.")


def unvisited(*arguments: object) -> tuple[Any, ...]:
    """Keeps Prefect from searching whole texts for the results of other tasks."""
    return tuple(map(quote, arguments))


def _progress_artifact(inputs: Sequence[str]) -> Callable[[int | None], None]:
    """Makes an artifact that shows which share of the input's bytes is done, and returns what adds to it.

    What it returns takes the characters that were coded, or None at the end.

    The share is an estimate: of packed files the size is known, but not how much text they hold.
    """
    sources = find_sources(inputs) if inputs else iter(())
    total = sum(source.path.stat().st_size for source in sources if source.path) or 1
    artifact: Any = create_progress_artifact(0.0, key=PROGRESS_KEY, description="Share of the input coded, estimated.")
    done, noted = 0, time.monotonic()

    def add(characters: int | None) -> None:
        nonlocal done, noted
        if characters is None:
            update_progress_artifact(artifact, 100.0)
            return
        done += characters
        if time.monotonic() - noted > PROGRESS_SECONDS:
            noted = time.monotonic()
            update_progress_artifact(artifact, min(99.0, 100.0 * done / total))

    return add


def run_flow(
    inputs: Sequence[str],
    warehouse: Path,
    default_date: date | None = None,
    workers: int = 1,
    recode: bool = False,
    again: bool = False,
    runner: Runner = "local",
    cluster: str = "",
) -> RunReport:
    """Runs the flow from a program: faults are raised, not logged, and nothing outlives the call.

    Raises:
        TocsinError: if the inputs, the dictionaries, the model, the warehouse or its disk are at fault.
    """
    if inputs or not recode:
        find_sources(inputs)
    open_warehouse(warehouse)
    began = time.perf_counter()
    with by_itself(warehouse):
        started = run.with_options(task_runner=threads(workers))
        report = started(list(inputs), warehouse, default_date, workers, recode, again, runner, cluster)
    report.seconds = {"Prefect": time.perf_counter() - began - sum(report.seconds.values()), **report.seconds}
    return report


def threads(count: int) -> Any:
    """Returns what runs tasks: threads, which wait for the processes that code."""
    return ThreadPoolTaskRunner(max_workers=count + 1)


@contextmanager
def by_itself(warehouse: Path) -> Iterator[None]:
    """Lets a flow run from a program: quietly, without its second of waiting, and with faults that a user can read.

    Raises:
        WarehouseError: where the disk is full or fails.
    """
    for name in ("prefect.flow_runs", "prefect.task_runs"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # Waiting for the heartbeat's thread would cost a second at the end of each run.
    with temporary_settings({"flows.heartbeat_frequency": None}):
        try:
            yield
        except OSError as error:
            remedy = "what was published before is untouched; make room and run it again"
            raise WarehouseError(f"could not be written: {error.strerror or error}", str(warehouse), remedy) from error
