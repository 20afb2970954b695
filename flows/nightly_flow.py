"""The scheduled flow: fetch what is new, code it, publish it. `tocsin serve` runs it by a file of settings."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flows.coding_flow import as_tasks, code_watched, may_help, note_summary, threads, unvisited

# isort: split
from prefect import flow, get_run_logger, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import ThreadPoolTaskRunner

from flows import coding
from flows.fetching import Fetcher
from flows.incoming import incoming_files, incoming_folder, keep_incoming, known_ids, put_away, read_incoming
from flows.inputs import find_sources
from flows.pipeline import DriftBand, Job, begun, finish, to_code
from flows.readers import read_documents
from flows.records import Located, without_duplicates
from flows.rejects import Reject
from flows.report import RunReport
from flows.settings import NewsSource, Settings, fetch_policy, read_settings
from flows.web import read_address
from flows.workers import hire
from tocsin import UsageError, WarehouseError
from warehouse.checking import check
from warehouse.store import open_warehouse

#: Sources that are fetched at a time; a host is asked once at a time all the same.
FETCHED_AT_ONCE = 8


@dataclass(slots=True)
class Gathered:
    """What there is to code.

    Args:
        fetched: files of fetched documents that wait.
        files: names of files, folders and globs.
        inboxes: each inbox with a file in it.
    """

    fetched: list[Path] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    inboxes: list[tuple[Path, Path]] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """All of it by name."""
        return [*map(str, self.fetched), *self.files, *(str(path) for _, path in self.inboxes)]


@task(name="fetch source", retries=1, retry_delay_seconds=5, retry_condition_fn=may_help, cache_policy=NO_CACHE)
def fetch_source(source: NewsSource, name: str, folder: Path, fetcher: Fetcher, is_known: Any) -> int:
    """Fetches what is new at a source into a file of the folder, and returns how many items that are."""
    found = read_address(source.where, fetcher, is_known, source.name or None, source.kind == "feed")
    return keep_incoming(folder, name, found)


@flow(name="ingest", validate_parameters=False, task_runner=ThreadPoolTaskRunner(max_workers=FETCHED_AT_ONCE))  # type: ignore[arg-type]
def ingest(settings: Settings) -> Gathered:
    """Fetches what is new at feeds and pages, and looks into inboxes. What a killed run had fetched comes along."""
    warehouse = Path(settings["warehouse"])
    folder, fetcher, is_known = incoming_folder(warehouse), Fetcher(fetch_policy(settings)), known_ids(warehouse)
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S}"
    web = [source for source in settings.sources if source.kind in ("feed", "page")]
    futures = [
        fetch_source.submit(*unvisited(source, f"{stamp}-{number:03}", folder, fetcher, is_known))
        for number, source in enumerate(web)
        if source.kind == "feed" or not is_known(source.where)
    ]
    counts = [future.result() for future in futures]
    gathered = Gathered(incoming_files(warehouse), [s.where for s in settings.sources if s.kind == "files"])
    for source in settings.sources:
        if source.kind == "inbox":
            inbox = Path(source.where)
            inbox.mkdir(parents=True, exist_ok=True)
            gathered.inboxes += [(inbox, each.path) for each in find_sources([source.where]) if each.path]
    get_run_logger().info("%d items fetched, %d files in inboxes", sum(counts), len(gathered.inboxes))
    return gathered


@flow(name="code", validate_parameters=False)
def code(job: Job, gathered: Gathered) -> RunReport:
    """Codes what was gathered, less what is known, and stages the rows."""
    code_watched(job, to_code(_read(gathered), job.warehouse, job.workers.dictionary_version))
    tally = job.report.tally
    get_run_logger().info(
        "%d documents coded, %d known, %d rejects", tally.documents, tally.known, tally.rejects.total()
    )
    return job.report


@flow(name="publish", validate_parameters=False)
def publish(job: Job, band: DriftBand, checked: bool = True) -> RunReport:
    """Publishes the staged rows with rollups and catalog, raises the drift alarm, and checks the warehouse."""
    finish(job, as_tasks().publish, band)
    logger = get_run_logger()
    for what in job.report.drift:
        logger.warning("unlike the runs before: %s", what)
    note_summary(job.report)
    damages = [str(damage) for damage in check(job.warehouse)] if checked else []
    if damages:
        create_table_artifact([{"damage": damage} for damage in damages], key="warehouse-damage")
        raise WarehouseError(f"is damaged: {damages[0]}", str(job.warehouse), "run `tocsin warehouse check`")
    return job.report


@flow(name="nightly")
def nightly(config: str | None = None) -> dict[str, int]:
    """Fetches what is new, codes it and publishes it.

    Args:
        config: the file of settings; by default `tocsin.toml`.

    Returns:
        How many documents were coded, were known and were rejected, and how many events came of them.

    Raises:
        DriftError: if the run is unlike those before, and such runs are not to be published.
    """
    settings = read_settings(Path(config) if config else None)
    if not settings.sources:
        raise UsageError("there is no source", str(settings.file or ""), 'write [[sources]] and feed = "https://..."')
    warehouse = open_warehouse(Path(settings["warehouse"]))
    with only_one(warehouse):
        gathered = ingest(settings)
        if not gathered.names:
            get_run_logger().info("nothing new")
            return {"documents": 0, "known": 0, "rejects": 0, "events": 0}
        workers = hire(coding.load_coder(), settings["runner"], settings["workers"], settings["cluster"])
        try:
            with begun(warehouse, workers, gathered.names) as job:
                code.with_options(task_runner=threads(workers.count))(job, gathered)
                publish(job, drift_band(settings), settings["check"])
        finally:
            workers.close()
        put_away(gathered.fetched, gathered.inboxes)
    tally = job.report.tally
    return {
        "documents": tally.documents,
        "known": tally.known,
        "rejects": tally.rejects.total(),
        "events": tally.events,
    }


def drift_band(settings: Settings) -> DriftBand:
    """Returns when a run counts as unlike those before."""
    return DriftBand(settings["drift.band"], settings["drift.runs"], settings["drift.publish"])


@contextmanager
def only_one(warehouse: Path) -> Iterator[None]:
    """Lets one scheduled run at a time work on a warehouse.

    Raises:
        WarehouseError: if another is under way.
    """
    path = incoming_folder(warehouse).parent / ".nightly.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            remedy = "wait for it, or run less often"
            raise WarehouseError("another scheduled run is under way", str(warehouse), remedy) from error
        yield


def _read(gathered: Gathered) -> Iterator[Located | Reject]:
    """Yields everything that was gathered, each id once."""
    files = [*gathered.files, *(str(path) for _, path in gathered.inboxes)]

    def found() -> Iterator[Located | Reject]:
        yield from read_incoming(gathered.fetched)
        if files:
            yield from read_documents(files)

    return without_duplicates(found())
