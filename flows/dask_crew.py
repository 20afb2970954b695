"""Codes shards by the workers of a Dask cluster (extra `dask`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from distributed import Client, LocalCluster

from flows.workers import code_here, load_here
from tocsin import UsageError

if TYPE_CHECKING:
    from coders import Settings
    from dictionaries import Dictionaries
    from flows.shards import Shard
    from flows.workers import Outcome

#: How often a shard is given to another worker when one dies.
RETRIES = 2
#: Seconds to wait for a cluster to answer.
TIMEOUT = 30


class DaskCrew:
    """The workers of a Dask cluster. They get the dictionaries from here, and need the same version of Tocsin.

    Args:
        dictionaries, settings: of the coder.
        count: worker processes, where a cluster is started here.
        address: of a running scheduler, as `tcp://10.0.0.1:8786`; empty starts a cluster on this machine.

    Raises:
        UsageError: if the scheduler does not answer.
    """

    def __init__(self, dictionaries: Dictionaries, settings: Settings, count: int, address: str = "") -> None:
        self._cluster = None if address else LocalCluster(count, threads_per_worker=1, dashboard_address=None)
        try:
            self._client = Client(address or self._cluster, timeout=TIMEOUT)
        except OSError as error:
            raise UsageError("no Dask scheduler answers", address, "check the address") from error
        self.count = max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))
        # One copy for each worker, instead of one with each shard.
        self._dictionaries = self._client.scatter(dictionaries, broadcast=True, hash=False)
        self._settings = settings

    def code(self, shard: Shard) -> Outcome:
        """Codes a shard; where a worker dies, another takes it over."""
        future: Any = self._client.submit(_code, self._dictionaries, self._settings, shard, pure=False, retries=RETRIES)
        found: Outcome = future.result()
        return found

    def close(self) -> None:
        """Leaves the cluster, and ends it if it was started here."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def _code(dictionaries: Dictionaries, settings: Settings, shard: Shard) -> Outcome:
    load_here(dictionaries, settings)
    return code_here(shard)
