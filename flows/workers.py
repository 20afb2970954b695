"""Who codes shards: this process, others beside it, or those of a cluster. Each loads the model once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from flows.coding import Coded, code_documents
from flows.rejects import Reject
from tocsin import UsageError, settle

if TYPE_CHECKING:
    from coders import Coder, Settings
    from dictionaries import Dictionaries
    from flows.shards import Shard

Runner = Literal["local", "dask", "ray"]
RUNNERS: tuple[Runner, ...] = get_args(Runner)
Outcome = list[Coded | Reject]


class Crew(Protocol):
    """Other processes that code shards."""

    count: int

    def code(self, shard: Shard) -> Outcome:
        """Codes a shard; called from several threads at once.

        Raises:
            Exception: if a process died; calling again may help.
        """

    def close(self) -> None:
        """Ends the processes."""


class Workers:
    """Codes shards: in this process, or by a crew.

    Args:
        coder: a loaded coder; the others get its dictionaries and settings.
        count: processes; with 1 and no crew it is this one.
        crew: others than processes beside this one.
    """

    def __init__(self, coder: Coder, count: int = 1, crew: Crew | None = None) -> None:
        self.coder = coder
        self._crew: Crew | None = crew
        if crew is None and count > 1:
            self._crew = LocalCrew(coder.dictionaries, coder.settings, count)
        self._lock = Lock()

    @property
    def count(self) -> int:
        """How many shards are coded at a time."""
        return self._crew.count if self._crew else 1

    @property
    def dictionary_version(self) -> str:
        """A hash that stands for dictionaries and model."""
        return self.coder.dictionary_version

    def code(self, shard: Shard) -> Outcome:
        """Codes a shard, in order; tasks in several threads may call it at once.

        Raises:
            BrokenProcessPool: if a process died; calling again starts others.
        """
        if self._crew:
            return self._crew.code(shard)
        with self._lock:
            return code_shard(self.coder, shard)

    def close(self) -> None:
        """Ends the processes."""
        if self._crew:
            self._crew.close()


class LocalCrew:
    """Processes on this machine."""

    def __init__(self, dictionaries: Dictionaries, settings: Settings, count: int) -> None:
        self.count = count
        self._arguments = (dictionaries, settings)
        self._lock = Lock()
        self._pool: ProcessPoolExecutor | None = None

    def code(self, shard: Shard) -> Outcome:
        """Codes a shard; where a process died, calling again starts others.

        Raises:
            BrokenProcessPool: if a process died.
        """
        pool = self._running_pool()
        try:
            return pool.submit(code_here, shard).result()
        except BrokenProcessPool:
            self._forget(pool)
            raise

    def close(self) -> None:
        """Ends the processes."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _running_pool(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    self.count, mp_context=get_context("spawn"), initializer=load_here, initargs=self._arguments
                )
            return self._pool

    def _forget(self, pool: ProcessPoolExecutor) -> None:
        """Lets go of a broken pool, and ends its processes: one started while it broke would be waited for at exit for ever."""
        with self._lock:
            if self._pool is pool:
                self._pool = None
        for process in list((pool._processes or {}).values()):
            process.kill()


def hire(coder: Coder, runner: Runner = "local", count: int = 1, cluster: str = "") -> Workers:
    """Returns who codes.

    Args:
        coder: a loaded coder.
        runner: `local` for processes beside this one, `dask` or `ray` for those of a cluster.
        count: processes, where they are started here.
        cluster: the address of a running cluster; empty starts one here.

    Raises:
        UsageError: if the package for it is missing, or the cluster does not answer.
    """
    starts: dict[Runner, Callable[[], Crew | None]] = {
        "local": lambda: None,
        "dask": lambda: _dask(coder, count, cluster),
        "ray": lambda: _ray(coder, count, cluster),
    }
    try:
        return Workers(coder, count, starts[runner]())
    except ImportError as error:
        raise UsageError(f"{runner} is not installed: {error}", remedy=f"pip install 'tocsin[{runner}]'") from error


def _dask(coder: Coder, count: int, cluster: str) -> Crew:
    from flows.dask_crew import DaskCrew

    return DaskCrew(coder.dictionaries, coder.settings, count, cluster)


def _ray(coder: Coder, count: int, cluster: str) -> Crew:
    from flows.ray_crew import RayCrew

    return RayCrew(coder.dictionaries, coder.settings, count, cluster)


def code_shard(coder: Coder, shard: Shard) -> Outcome:
    """Codes the documents of a shard; its rejects come along."""
    rejects: list[Reject] = []
    coded: Outcome = list(code_documents(coder, shard.found, rejects.append))
    return coded + rejects


_coder: Coder | None = None
_loading = Lock()


def load_here(dictionaries: Dictionaries, settings: Settings) -> None:
    """Loads the model in this process, unless it is there with the same dictionaries."""
    from coders import Coder

    global _coder
    with _loading:
        if _coder is None or _coder.dictionaries.version != dictionaries.version or _coder.settings != settings:
            _coder = Coder(dictionaries, settings)
            settle()


def code_here(shard: Shard) -> Outcome:
    """Codes a shard by the coder that was loaded; one at a time, as a process of a cluster may have several threads."""
    assert _coder is not None
    with _loading:
        return code_shard(_coder, shard)
