"""Codes shards by the actors of a Ray cluster (extra `ray`)."""

from __future__ import annotations

from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import ray

from flows.workers import code_here, load_here

if TYPE_CHECKING:
    from coders import Settings
    from dictionaries import Dictionaries
    from flows.shards import Shard
    from flows.workers import Outcome

#: How often a shard is coded again when its actor dies.
RETRIES = 2


class RayCrew:
    """Actors of a Ray cluster, each with the model. They get the dictionaries from here.

    Args:
        dictionaries, settings: of the coder.
        count: actors.
        address: of a running cluster, as `ray://10.0.0.1:10001`; empty starts one on this machine.
    """

    def __init__(self, dictionaries: Dictionaries, settings: Settings, count: int, address: str = "") -> None:
        self.count = count
        options: dict[str, Any] = {"address": address} if address else {"num_cpus": count, "include_dashboard": False}
        ray.init(ignore_reinit_error=True, log_to_driver=False, **options)
        shared = ray.put(dictionaries)
        remote: Any = ray.remote(max_restarts=-1, max_task_retries=RETRIES, num_cpus=1)(_Actor)
        self._free: SimpleQueue[Any] = SimpleQueue()
        for _ in range(count):
            self._free.put(remote.remote(shared, settings))

    def code(self, shard: Shard) -> Outcome:
        """Codes a shard by an actor that has nothing to do; where it dies, Ray starts it anew."""
        actor = self._free.get()
        try:
            found: Outcome = ray.get(actor.code.remote(shard))
            return found
        finally:
            self._free.put(actor)

    def close(self) -> None:
        """Leaves the cluster, and ends it if it was started here."""
        ray.shutdown()


class _Actor:
    def __init__(self, dictionaries: Dictionaries, settings: Settings) -> None:
        load_here(dictionaries, settings)

    def code(self, shard: Shard) -> Outcome:
        return code_here(shard)
