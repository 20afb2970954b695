"""Cuts a stream of documents into shards, codes a shard, and stages its rows: the work of one task."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from flows.coding import Coded
from flows.known import Known
from flows.records import Located
from flows.rejects import Reject
from flows.rows import document_row, event_rows, reject_row, sentence_rows
from flows.workers import Workers
from tocsin import __version__
from warehouse.store import Staging

#: Seconds of work: a task of the flow costs milliseconds, so it must not be a single document.
SHARD_CHARACTERS = 200_000
SHARD_ITEMS = 2_000


@dataclass(frozen=True, slots=True)
class Shard:
    """What one task codes: documents and the rejects found among them, in the order of the input.

    Args:
        number: counts the shards of a run.
        found: documents to code, and rejects.
        known: the files of documents that were left out, and how many of each.
    """

    number: int
    found: tuple[Located | Reject, ...]
    known: tuple[tuple[str, int], ...] = ()

    @property
    def inputs(self) -> frozenset[str]:
        """The files that its documents and rejects stand in."""
        return frozenset(item.input for item in self.found) | {name for name, _ in self.known}


@dataclass(slots=True)
class Tally:
    """What was made of documents, in numbers that can be added up."""

    documents: int = 0
    known: int = 0
    characters: int = 0
    sentences: int = 0
    coded_sentences: int = 0
    events: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    rejects: Counter[str] = field(default_factory=Counter)
    realis: Counter[str] = field(default_factory=Counter)
    roots: Counter[str] = field(default_factory=Counter)
    dyads: Counter[tuple[str, str]] = field(default_factory=Counter)
    sides: int = 0
    unknown_sides: int = 0

    def count(self, coded: Coded) -> None:
        """Counts a coded document. Roots and dyads are those of actual events."""
        result = coded.result
        self.documents += 1
        self.characters += len(coded.document.text)
        self.sentences += len(result.sentences)
        self.coded_sentences += len(result.coded_sentences)
        self.events += len(result.events)
        self.dropped.update(result.dropped)
        self.realis.update(event.realis for event in result.events)
        actual = [event for event in result.events if event.realis == "actual"]
        self.roots.update(event.event_root for event in actual)
        self.dyads.update((e.source_code, e.target_code) for e in actual if e.source_code and e.target_code)
        sides = [code for event in actual for code in (event.source_code, event.target_code) if code]
        self.sides += len(sides)
        self.unknown_sides += sum(code.startswith("---") for code in sides)

    def add(self, other: Tally) -> None:
        """Adds the numbers of another."""
        self.documents += other.documents
        self.known += other.known
        self.sides += other.sides
        self.unknown_sides += other.unknown_sides
        self.characters += other.characters
        self.sentences += other.sentences
        self.coded_sentences += other.coded_sentences
        self.events += other.events
        self.dropped.update(other.dropped)
        self.rejects.update(other.rejects)
        self.realis.update(other.realis)
        self.roots.update(other.roots)
        self.dyads.update(other.dyads)


@dataclass(frozen=True, slots=True)
class ShardResult:
    """What a task hands back: numbers, the rejects to print, and how long it took; a shard taken over took no time."""

    tally: Tally
    rejects: tuple[Reject, ...]
    number: int = 0
    seconds: float = field(default=0.0, compare=False)


def cut_into_shards(found: Iterable[Located | Reject | Known]) -> Iterator[Shard]:
    """Cuts a stream into shards of about 200,000 characters."""
    items: list[Located | Reject] = []
    known: Counter[str] = Counter()
    number = size = 0
    for item in found:
        if isinstance(item, Known):
            known[item.input] += 1
            continue
        items.append(item)
        size += len(item.document.text) if isinstance(item, Located) else 0
        if size >= SHARD_CHARACTERS or len(items) >= SHARD_ITEMS:
            yield Shard(number, tuple(items), tuple(sorted(known.items())))
            items, size, number = [], 0, number + 1
            known.clear()
    if items or known:
        yield Shard(number, tuple(items), tuple(sorted(known.items())))


def stage_shard(workers: Workers, shard: Shard, staging: Staging) -> ShardResult:
    """Codes a shard and writes its rows to the staging folder; done again, it gives the same."""
    began = time.perf_counter()
    outcome = workers.code(shard)
    coded = [item for item in outcome if isinstance(item, Coded)]
    rejects = tuple(item for item in outcome if isinstance(item, Reject))
    version = workers.dictionary_version
    staging.write("documents", shard.number, (document_row(item, version, __version__) for item in coded))
    staging.write("sentences", shard.number, (row for item in coded for row in sentence_rows(item)))
    staging.write("events", shard.number, (row for item in coded for row in event_rows(item)))
    staging.write("rejects", shard.number, map(reject_row, rejects))
    staging.write_inputs(shard.number, shard.inputs)
    tally = Tally(known=sum(count for _, count in shard.known), rejects=Counter(reject.reason for reject in rejects))
    for item in coded:
        tally.count(item)
    return ShardResult(tally, rejects, shard.number, time.perf_counter() - began)
