"""What a run did: its numbers, its row in the `runs` table, and its summary in Markdown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from flows.shards import Tally
from tocsin import __version__

TOP = 10


@dataclass(slots=True)
class RunReport:
    """What a run did.

    Args:
        run_id: sorts by the time of its start.
        inputs: as the user named them.
        started_at, ended_at: UTC; `ended_at` is the end of coding.
        tally: what was made of the documents.
        dictionary_version: of the coder.
        snapshot: the folder that was published.
        seconds: how long each step took.
        drift: what is unlike the runs before.
        slowest: seconds, number and documents of the shards that took longest.
    """

    run_id: str
    inputs: tuple[str, ...]
    started_at: datetime
    ended_at: datetime
    dictionary_version: str
    tally: Tally = field(default_factory=Tally)
    snapshot: Path | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    drift: tuple[str, ...] = ()
    slowest: tuple[tuple[float, int, int], ...] = ()


def run_row(report: RunReport) -> dict[str, object]:
    """Returns the run's row in the `runs` table."""
    tally = report.tally
    total = tally.roots.total()
    return {
        "run_id": report.run_id,
        "started_at": report.started_at,
        "ended_at": report.ended_at,
        "inputs": list(report.inputs),
        "document_count": tally.documents,
        "reject_count": tally.rejects.total(),
        "sentence_count": tally.sentences,
        "coded_sentence_count": tally.coded_sentences,
        "event_count": tally.events,
        "actual_event_count": tally.realis["actual"],
        "dropped": sorted(tally.dropped.items()),
        "root_shares": [(root, count / total) for root, count in sorted(tally.roots.items())],
        "dictionary_version": report.dictionary_version,
        "coder_version": __version__,
        "known_count": tally.known,
        "unknown_actor_share": tally.unknown_sides / tally.sides if tally.sides else None,
        "drift": list(report.drift),
    }


def summary(report: RunReport) -> str:
    """Returns the run's summary in Markdown: counts by step and reason, roots and dyads."""
    tally = report.tally
    actual = tally.realis["actual"]
    lines = [
        f"# Coding run {report.run_id}",
        "",
        f"Inputs: {', '.join(f'`{name}`' for name in report.inputs)}",
        "",
        f"Dictionaries {report.dictionary_version}, coder {__version__}.",
        "",
        "| step | count |",
        "|---|---:|",
        f"| documents coded | {tally.documents:,} |",
        f"| documents left out, as they were coded before | {tally.known:,} |",
        f"| documents, lines or files rejected | {tally.rejects.total():,} |",
        f"| sentences | {tally.sentences:,} |",
        f"| sentences parsed | {tally.coded_sentences:,} |",
        f"| events | {tally.events:,} |",
        f"| events that happened (actual) | {actual:,} |",
        f"| candidates that became no event | {tally.dropped.total():,} |",
        "",
    ]
    lines += _table("Why documents were rejected", "reason", tally.rejects)
    lines += _table("Why candidates became no event", "reason", tally.dropped)
    lines += _table("Events by realis", "realis", tally.realis)
    lines += _table("Actual events by CAMEO root", "root", tally.roots)
    dyads = Counter({f"{source} -> {target}": count for (source, target), count in tally.dyads.items()})
    lines += _table("Most frequent dyads", "dyad", dyads)
    if report.drift:
        lines += ["## Unlike the runs before", "", *(f"- {what}" for what in report.drift), ""]
    if report.slowest:
        lines += ["## Slowest shards", "", "| shard | seconds | documents |", "|---:|---:|---:|"]
        lines += [f"| {number} | {seconds:.1f} | {count} |" for seconds, number, count in report.slowest]
        lines.append("")
    if report.seconds:
        lines += ["## Seconds", "", *(f"- {step}: {value:.1f}" for step, value in report.seconds.items()), ""]
    return "\n".join(lines)


def _table(title: str, column: str, counts: Counter[str]) -> list[str]:
    if not counts:
        return []
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"## {title}", "", f"| {column} | count |", "|---|---:|"]
    lines += [f"| {name} | {count:,} |" for name, count in rows[:TOP]]
    if len(rows) > TOP:
        lines.append(f"| {len(rows) - TOP} others | {sum(count for _, count in rows[TOP:]):,} |")
    return [*lines, ""]
