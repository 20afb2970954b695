"""The steps of a run, without Prefect: read, cut into shards, code, stage, publish."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from flows.earlier import earlier_stories
from flows.known import Known, without_known
from flows.languages import only_english
from flows.readers import read_documents
from flows.recoding import keep_rejects, stored_documents
from flows.records import Located
from flows.rejects import Reject
from flows.report import RunReport, run_row
from flows.resuming import digest_of, note_of, result_of, run_key
from flows.shards import Shard, ShardResult, Workers, cut_into_shards, stage_shard
from flows.stories import with_stories
from warehouse.store import Staging, alive, new_edition, publish, stage

#: Starts the work on a shard and returns what waits for its result.
Submit = Callable[[Workers, Shard, Staging], Callable[[], ShardResult]]
#: Publishes in the edition named, or the current one.
Publish = Callable[[Path, Staging, str | None], Path]


@dataclass(frozen=True, slots=True)
class Steps:
    """How the steps are carried out: here at once, or as tasks of a flow."""

    submit: Submit = lambda workers, shard, staging: lambda: stage_shard(workers, shard, staging)
    publish: Publish = publish


def run_steps(
    inputs: Sequence[str],
    warehouse: Path,
    workers: Workers,
    default_date: date | None = None,
    steps: Steps | None = None,
    on_result: Callable[[ShardResult], None] = lambda result: None,
    recode: bool = False,
    again: bool = False,
) -> RunReport:
    """Codes inputs and publishes the outcome in a warehouse.

    Args:
        inputs: names of files, folders, globs, or `-`.
        warehouse: its folder; made if missing.
        workers: who codes.
        default_date: the date of texts that have none.
        steps: how the steps are carried out.
        on_result: is told of each shard that is done.
        recode: whether to write a new edition beside the current one; without inputs the stored documents are coded.
        again: whether to code also documents that the same dictionaries have coded already.

    Raises:
        UsageError: before work begins, if an input is missing.
        WarehouseError: if the folder cannot be a warehouse.
    """
    steps = steps or Steps()
    found = find_documents(inputs, warehouse, workers.coder.dictionary_version, default_date, recode, again)
    started = datetime.now(UTC)
    run_id = f"{started:%Y%m%dT%H%M%S}-{uuid4().hex[:8]}"
    edition = new_edition(warehouse) if recode else None
    report = RunReport(run_id, tuple(inputs), started, started, workers.coder.dictionary_version)
    staging = stage(warehouse, run_key(*inputs, default_date, edition, workers.coder.dictionary_version))
    with alive(staging):
        staging.drop_unfinished()
        with _timed(report, "coding"):
            for result in _results(cut_into_shards(found), workers, staging, steps.submit):
                report.tally.add(result.tally)
                on_result(result)
        if recode and not inputs:
            keep_rejects(warehouse, staging)
        report.ended_at = datetime.now(UTC)
        with _timed(report, "publishing"):
            staging.write("runs", 0, [run_row(report)])
            report.snapshot = steps.publish(warehouse, staging, edition)
    return report


def find_documents(
    inputs: Sequence[str],
    warehouse: Path,
    dictionary_version: str,
    default_date: date | None = None,
    recode: bool = False,
    again: bool = False,
) -> Iterator[Located | Reject | Known]:
    """Returns what there is to code, with rejects for what is not, and each document's story.

    Raises:
        UsageError: at once, if an input is missing.
    """
    if recode and not inputs:
        return with_stories(stored_documents(warehouse))
    read = read_documents(inputs, default_date)
    if recode:
        return with_stories(only_english(read))
    found = read if again else without_known(read, warehouse, dictionary_version)
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
