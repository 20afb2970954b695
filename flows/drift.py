"""The drift alarm: a run whose shares are unlike those of the runs before, as after a broken dictionary."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.report import RunReport, run_row
from warehouse.reading import is_published, published_batches

#: Fewer documents tell nothing about shares.
FEWEST_DOCUMENTS = 20
#: Fewer runs before are no measure.
FEWEST_RUNS = 1
#: Standard errors that are put down to chance.
CHANCE = 3.0


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a run, and of how many it is one."""

    value: float
    count: int


def drift(report: RunReport, warehouse: Path | str, band: float, runs: int) -> tuple[str, ...]:
    """Compares a run with those before, and returns what is unlike them, in words.

    A share differs if it lies farther than the band from that of the runs before taken together, chance allowed for.

    Args:
        report: of the run.
        warehouse: whose `runs` table has those before.
        band: between 0 and 1.
        runs: how many of those before count, the newest.
    """
    columns = ["document_count"]
    before = [row for batch in _batches(warehouse) for row in batch.to_pylist() if row["run_id"] != report.run_id]
    before = [row for row in before if row[columns[0]] >= FEWEST_DOCUMENTS and not row["drift"]][-runs:]
    if len(before) < FEWEST_RUNS or report.tally.documents < FEWEST_DOCUMENTS:
        return ()
    now = shares(run_row(report))
    then = _together([shares(row) for row in before])
    return tuple(
        f"{name}: {now[name].value:.0%} of {now[name].count:,}, {then[name].value:.0%} in the runs before"
        for name in sorted(now.keys() & then.keys())
        if _differs(now[name], then[name], band)
    )


def shares(row: Mapping[str, Any]) -> dict[str, Share]:
    """Returns the shares of a row of `runs` that are watched."""
    documents, rejects = row["document_count"], row["reject_count"]
    actual, parsed = row["actual_event_count"], row["coded_sentence_count"]
    found = {"rejects": _share(rejects, documents + rejects)}
    found["sentences parsed"] = _share(parsed, row["sentence_count"])
    found["parsed sentences with an event that happened"] = _share(min(actual, parsed), parsed)
    if row["unknown_actor_share"] is not None:
        found["unknown actors"] = Share(row["unknown_actor_share"], actual)
    if actual:
        roots = dict(row["root_shares"])
        found |= {
            f"events with root {number:02}": Share(roots.get(f"{number:02}", 0.0), actual) for number in range(1, 21)
        }
    return found


def _batches(warehouse: Path | str) -> Sequence[Any]:
    return list(published_batches(warehouse, "runs")) if is_published(warehouse) else []


def _share(part: int, whole: int) -> Share:
    return Share(part / whole if whole else 0.0, whole)


def _together(parts: Sequence[Mapping[str, Share]]) -> dict[str, Share]:
    """Returns the shares of several runs as if they were one."""
    names = {name for part in parts for name in part}
    found = {}
    for name in names:
        each = [part[name] for part in parts if name in part]
        count = sum(share.count for share in each)
        found[name] = Share(sum(share.value * share.count for share in each) / count if count else 0.0, count)
    return found


def _differs(now: Share, then: Share, band: float) -> bool:
    if not now.count or not then.count:
        return False
    middle = (now.value * now.count + then.value * then.count) / (now.count + then.count)
    error = math.sqrt(middle * (1 - middle) * (1 / now.count + 1 / then.count))
    return abs(now.value - then.value) > band + CHANCE * error
