"""The steps of a run, without Prefect: read, cut into shards, code, stage, publish."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from flows.drift import drift
from flows.earlier import earlier_stories
from flows.known import Known, without_known
from flows.languages import only_english
from flows.readers import read_documents
from flows.recoding import keep_rejects, stored_documents
from flows.records import Located
from flows.rejects import Reject
from flows.report import RunReport, run_row
from flows.resuming import digest_of, note_of, result_of, run_key
from flows.shards import Shard, ShardResult, cut_into_shards, stage_shard
from flows.stories import with_stories
from flows.workers import Workers
from tocsin import DriftError
from warehouse.store import Staging, alive, new_edition, publish, stage

#: Starts the work on a shard and returns what waits for its result.
Submit = Callable[[Workers, Shard, Staging], Callable[[], ShardResult]]
#: Publishes in the edition named, or the current one.
Publish = Callable[[Path, Staging, str | None], Path]
#: What there is to code, what need not be, and what cannot be.
Found = Iterable[Located | Reject | Known]

#: How many of the slowest shards a report names.
SLOWEST = 5


def at_once(workers: Workers, shard: Shard, staging: Staging) -> Callable[[], ShardResult]:
    """Codes a shard when its result is asked for."""
    return lambda: stage_shard(workers, shard, staging)


@dataclass(frozen=True, slots=True)
class Steps:
    """How the steps are carried out: here at once, or as tasks of a flow."""

    submit: Submit = at_once
    publish: Publish = publish


@dataclass(frozen=True, slots=True)
class DriftBand:
    """When a run counts as unlike those before, and whether it is published then; `tocsin config` explains each."""

    band: float = 0.15
    runs: int = 10
    publish: bool = True


@dataclass(slots=True)
class Job:
    """A run under way.

    Args:
        warehouse: where it is published.
        workers: who codes.
        report: what it did so far.
        staging: its rows.
        edition: the new edition that it writes; None is the current one.
    """

    warehouse: Path
    workers: Workers
    report: RunReport
    staging: Staging
    edition: str | None = None


@contextmanager
def begun(
    warehouse: Path, workers: Workers, inputs: Sequence[str], *what: object, recode: bool = False
) -> Iterator[Job]:
    """Begins a run, or goes on with the same one where it was killed.

    Args:
        warehouse: where it is published; made if missing.
        workers: who codes.
        inputs: their names.
        what: all else by which the same run is known.
        recode: whether it writes a new edition.

    Raises:
        WarehouseError: if the folder cannot be a warehouse.
    """
    started = datetime.now(UTC)
    version = workers.dictionary_version
    report = RunReport(f"{started:%Y%m%dT%H%M%S}-{uuid4().hex[:8]}", tuple(inputs), started, started, version)
    edition = new_edition(warehouse) if recode else None
    staging = stage(warehouse, run_key(*inputs, *what, edition, version))
    with alive(staging):
        staging.drop_unfinished()
        yield Job(warehouse, workers, report, staging, edition)


def code(
    job: Job,
    found: Found,
    submit: Submit = at_once,
    on_result: Callable[[ShardResult], None] = lambda result: None,
) -> None:
    """Codes what was found and stages the rows.

    Args:
        job: the run.
        found: documents and rejects.
        submit: starts the work on a shard.
        on_result: is told of each shard that is done.
    """
    slowest: list[tuple[float, int, int]] = []
    with _timed(job.report, "coding"):
        for result in _results(cut_into_shards(found), job.workers, job.staging, submit):
            job.report.tally.add(result.tally)
            slowest.append((result.seconds, result.number, result.tally.documents))
            slowest = sorted(slowest, reverse=True)[:SLOWEST]
            on_result(result)
    job.report.slowest = tuple(each for each in slowest if each[0])
    job.report.ended_at = datetime.now(UTC)


def finish(job: Job, submit: Publish = publish, band: DriftBand | None = None) -> None:
    """Publishes the rows with the run's own, after a look at what is unlike the runs before.

    Raises:
        DriftError: if something is, and such runs are not to be published; the run's row then is all that is.
    """
    band = band or DriftBand()
    report = job.report
    report.drift = drift(report, job.warehouse, band.band, band.runs)
    with _timed(report, "publishing"):
        if report.drift and not band.publish:
            job.staging.remove()
            job.staging.write("runs", 0, [run_row(report)])
            submit(job.warehouse, job.staging, None)
            raise DriftError(
                f"the run is unlike those before and was not published: {'; '.join(report.drift)}",
                str(job.warehouse),
                "look at its rejects and dictionaries, or set drift.publish",
            )
        job.staging.write("runs", 0, [run_row(report)])
        report.snapshot = submit(job.warehouse, job.staging, job.edition)


def run_steps(
    inputs: Sequence[str],
    warehouse: Path,
    workers: Workers,
    default_date: date | None = None,
    steps: Steps | None = None,
    on_result: Callable[[ShardResult], None] = lambda result: None,
    recode: bool = False,
    again: bool = False,
    band: DriftBand | None = None,
) -> RunReport:
    """Codes inputs and publishes the outcome in a warehouse.

    Args:
        inputs: names of files, folders, globs, or `-`, and addresses of the web.
        warehouse: its folder; made if missing.
        workers: who codes.
        default_date: the date of texts that have none.
        steps: how the steps are carried out.
        on_result: is told of each shard that is done.
        recode: whether to write a new edition beside the current one; without inputs the stored documents are coded.
        again: whether to code also documents that the same dictionaries have coded already.
        band: when a run counts as unlike those before.

    Raises:
        UsageError: before work begins, if an input is missing.
        WarehouseError: if the folder cannot be a warehouse.
        DriftError: if the run is unlike those before, and such runs are not to be published.
    """
    steps = steps or Steps()
    found = find_documents(inputs, warehouse, workers.dictionary_version, default_date, recode, again)
    with begun(warehouse, workers, inputs, default_date, again, recode=recode) as job:
        code(job, found, steps.submit, on_result)
        if recode and not inputs:
            keep_rejects(warehouse, job.staging)
        finish(job, steps.publish, band)
    return job.report


def find_documents(
    inputs: Sequence[str],
    warehouse: Path,
    dictionary_version: str,
    default_date: date | None = None,
    recode: bool = False,
    again: bool = False,
) -> Found:
    """Returns what there is to code, with rejects for what is not, and each document's story.

    Raises:
        UsageError: at once, if an input is missing.
    """
    if recode and not inputs:
        return with_stories(stored_documents(warehouse))
    read = read_documents(inputs, default_date)
    if recode:
        return with_stories(only_english(read))
    return to_code(read, warehouse, None if again else dictionary_version)


def to_code(read: Iterable[Located | Reject], warehouse: Path, dictionary_version: str | None) -> Found:
    """Returns what was read, less what these dictionaries have coded and what is not English, with stories.

    Args:
        read: documents and rejects.
        warehouse: with the documents that are known.
        dictionary_version: of the dictionaries; None to code what is known as well.
    """
    found = read if dictionary_version is None else without_known(read, warehouse, dictionary_version)
    return with_stories(only_english(found), earlier_stories(warehouse))


def _results(shards: Iterator[Shard], workers: Workers, staging: Staging, submit: Submit) -> Iterator[ShardResult]:
    """Yields results in order, with only as many shards in memory as keep the workers busy.

    Shards that the same run had finished before it was killed are not coded again.
    """
    waiting: deque[Callable[[], ShardResult]] = deque()
    count = 0
    for shard in shards:
        count = shard.number + 1
        waiting.append(_started(shard, workers, staging, submit))
        if len(waiting) > workers.count:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()
    staging.drop_from(count)


def _started(shard: Shard, workers: Workers, staging: Staging, submit: Submit) -> Callable[[], ShardResult]:
    """Starts the work on a shard, unless it is done, and returns what waits for its result and notes it."""
    number, digest = shard.number, digest_of(shard)
    if (note := staging.finished(number, digest)) is not None:
        return lambda: result_of(note)
    wait = submit(workers, shard, staging)

    def finish() -> ShardResult:
        result = wait()
        staging.finish(number, digest, note_of(result))
        return result

    return finish


@contextmanager
def _timed(report: RunReport, step: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    report.seconds[step] = time.perf_counter() - began
