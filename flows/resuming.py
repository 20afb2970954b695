"""A run that was killed goes on where it was: shards that it had coded and staged are not coded again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from itertools import chain
from typing import Any

from flows.records import Located
from flows.rejects import Reject
from flows.shards import Shard, ShardResult, Tally
from tocsin import __version__

#: Separates the parts of what is hashed; no text holds it at such a place by chance.
_END = b"\x1f"


def run_key(*parts: object) -> str:
    """Returns a name for a run by what it does, the same when it is started again."""
    return f"run-{_digest([__version__, *map(str, parts)])[:16]}"


def digest_of(shard: Shard) -> str:
    """Returns a hash of everything that a shard's outcome depends on, given the dictionaries."""
    parts = (part for item in shard.found for part in _parts(item))
    return _digest(chain((f"{name}:{count}" for name, count in shard.known), parts))


def note_of(result: ShardResult) -> dict[str, Any]:
    """Returns a shard's numbers and rejects as JSON can hold them."""
    tally = {field.name: getattr(result.tally, field.name) for field in fields(Tally)}
    tally["dyads"] = [[*dyad, count] for dyad, count in result.tally.dyads.items()]
    rejects = [
        asdict(reject) | {"published_on": reject.published_on and str(reject.published_on)} for reject in result.rejects
    ]
    return {"tally": tally, "rejects": rejects}


def result_of(note: dict[str, Any]) -> ShardResult:
    """Returns the numbers and rejects that `note_of` wrote down."""
    tally = Tally()
    for name, value in note["tally"].items():
        setattr(tally, name, Counter(value) if isinstance(value, dict) else value)
    tally.dyads = Counter({(source, target): count for source, target, count in note["tally"]["dyads"]})
    return ShardResult(tally, tuple(_reject_of(values) for values in note["rejects"]))


def _reject_of(values: dict[str, Any]) -> Reject:
    day = values["published_on"]
    return Reject(**values | {"published_on": day and date.fromisoformat(day)})


def _parts(item: Located | Reject) -> Iterable[str]:
    values = item if isinstance(item, Reject) else item.document
    yield item.location
    yield from (repr(getattr(values, field.name)) for field in fields(values))


def _digest(parts: Iterable[str]) -> str:
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(part.encode("utf-8", "surrogatepass") + _END)
    return total.hexdigest()
