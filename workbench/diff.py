"""Shows what a change of the dictionaries changes in the events of a corpus: `tocsin dictionary diff OLD NEW --on CORPUS`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from coders import CodedDocument, Coder, Document, Event
from workbench.changes import Changes, Selector, changes_between

BATCH = 32
#: Fields that differ between editions without the event being another one.
NOT_COMPARED = frozenset({"dictionary_version", "coder_version", "trace"})
COMPARED = tuple(f.name for f in fields(Event) if f.name not in NOT_COMPARED)
ACTOR_FIELDS = frozenset({"source_code", "target_code", "source_start", "source_end", "target_start", "target_end"})
Kind = Literal["gained", "lost", "code", "actor", "realis", "detail"]


@dataclass(frozen=True, slots=True)
class Change:
    """An event that one edition gives and the other does not, or gives otherwise.

    Args:
        kind: gained, lost, or what of the event differs most: its code, an actor, its realis, a detail.
        old, new: the event in each edition; None where there is none.
        sentence: its text.
        fields: which fields differ.
    """

    kind: Kind
    old: Event | None
    new: Event | None
    sentence: str
    fields: tuple[str, ...] = ()

    @property
    def event(self) -> Event:
        """The event, by the new edition if it has it."""
        event = self.new or self.old
        assert event is not None
        return event


@dataclass(slots=True)
class Difference:
    """What differs between two editions on a corpus.

    Args:
        changes: of the dictionaries.
        documents, recoded: how many were read, and coded again.
        events: in the order of documents.
        unchanged: events of recoded documents that stayed the same.
    """

    changes: Changes
    documents: int = 0
    recoded: int = 0
    unchanged: int = 0
    events: list[Change] = field(default_factory=list)

    def counts(self) -> Counter[str]:
        """How many events were gained, lost and changed."""
        return Counter(c.kind for c in self.events)

    def by_code(self) -> Counter[tuple[str, str]]:
        """How often an event of a code (empty: none) became one of another."""
        out: Counter[tuple[str, str]] = Counter()
        for c in self.events:
            if c.kind in ("gained", "lost", "code"):
                out[c.old.event_code if c.old else "", c.new.event_code if c.new else ""] += 1
        return out

    def by_actor(self) -> Counter[tuple[str, str]]:
        """How often an actor code (empty: none) became another, on either side."""
        out: Counter[tuple[str, str]] = Counter()
        for c in self.events:
            for side in ("source_code", "target_code"):
                before, after = ((getattr(e, side) or "") if e else "" for e in (c.old, c.new))
                if before != after:
                    out[before, after] += 1
        return out


class _SharedModel:
    """The language model of both coders: each sentence of a batch is parsed once."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.name = model.name
        self.parses: dict[str, Any] = {}

    def parse(self, texts: Sequence[str]) -> Iterator[Any]:
        """Yields the parses of texts, made now or before."""
        missing = [t for t in dict.fromkeys(texts) if t not in self.parses]
        self.parses.update(zip(missing, self.model.parse(missing), strict=True))
        return (self.parses[t] for t in texts)

    def memory_zone(self) -> AbstractContextManager[None]:
        """The batch has a zone already."""
        return nullcontext()


class Differ:
    """Codes documents with two editions and compares the events.

    Args:
        old, new: coders with the editions; from then on they share one language model.
        everything: code every document again, also those that cannot differ.
    """

    def __init__(self, old: Coder, new: Coder, everything: bool = False) -> None:
        self.old, self.new = old, new
        self._model = _SharedModel(old.model)
        old.model = new.model = self._model  # type: ignore[assignment]
        self.everything = everything
        self.result = Difference(changes_between(old, new))
        self._selector = Selector(self.result.changes, new, old)

    def run(self, documents: Iterable[Document]) -> Iterator[int]:
        """Reads documents, and yields how many were read since the last time."""
        batch: list[Document] = []
        read = 0
        for document in documents:
            read += 1
            if self.everything or self._selector.affected(document.text):
                batch.append(document)
            if len(batch) >= BATCH or read >= 256:
                self._compare(batch)
                self.result.documents += read
                yield read
                batch, read = [], 0
        self._compare(batch)
        self.result.documents += read
        yield read

    def _compare(self, batch: list[Document]) -> None:
        if not batch:
            return
        with self._model.model.memory_zone():
            before = list(self.old.code_many(batch))
            after = list(self.new.code_many(batch))
            self._model.parses.clear()
        self.result.recoded += len(batch)
        for a, b in zip(before, after, strict=True):
            self._document(a, b)

    def _document(self, before: CodedDocument, after: CodedDocument) -> None:
        texts = {s.index: " ".join(s.text.split()) for s in after.sentences}
        found = list(compare(before.events, after.events))
        self.result.unchanged += len(after.events) - sum(c.new is not None for c in found)
        self.result.events.extend(
            Change(c.kind, c.old, c.new, texts.get(c.event.sentence, ""), c.fields) for c in found
        )


def compare(before: Sequence[Event], after: Sequence[Event]) -> Iterator[Change]:
    """Yields what differs between the events of one document; an event whose actor is another one is changed, not lost."""
    old = {e.event_id: e for e in before}
    new = {e.event_id: e for e in after}
    for key in (k for k in old if k in new):
        different = tuple(n for n in COMPARED if getattr(old[key], n) != getattr(new[key], n))
        if different:
            yield Change(_kind(different), old[key], new[key], "", different)
    gone = [e for k, e in old.items() if k not in new]
    come = [e for k, e in new.items() if k not in old]
    for event in gone:
        match = next((n for n in come if _moved(event, n)), None)
        if match is None:
            yield Change("lost", event, None, "")
        else:
            come.remove(match)
            different = tuple(n for n in COMPARED if getattr(event, n) != getattr(match, n))
            yield Change("actor" if event.event_code == match.event_code else "code", event, match, "", different)
    for event in come:
        yield Change("gained", None, event, "")


def _moved(a: Event, b: Event) -> bool:
    """Whether two events are the same act of which one side is now somebody else's."""
    same_act = (a.sentence, a.trigger_start) == (b.sentence, b.trigger_start)
    same_side = a.source_start == b.source_start or a.target_start == b.target_start
    return same_act and same_side


def _kind(different: tuple[str, ...]) -> Kind:
    if "event_code" in different:
        return "code"
    if ACTOR_FIELDS.intersection(different):
        return "actor"
    return "realis" if "realis" in different else "detail"


# --- printing


def lines(result: Difference, shown: int = 20) -> Iterator[str]:
    """Yields the report for a terminal, with up to `shown` events of each kind."""
    changes = result.changes
    entries = ", ".join(changes.entries[:12]) + (" ..." if len(changes.entries) > 12 else "")
    yield f"{len(changes.entries)} changes of the dictionaries: {entries or 'none'}"
    if changes.everything:
        yield f"every document is coded again: {changes.everything}"
    yield f"{result.documents} documents, {result.recoded} of them coded again"
    counts = result.counts()
    changed = sum(counts[k] for k in ("code", "actor", "realis", "detail"))
    detail = ", ".join(f"{counts[k]} {k}" for k in ("code", "actor", "realis", "detail"))
    yield f"events: {counts['gained']} gained, {counts['lost']} lost, {changed} changed ({detail})"
    for title, table in (("by code", result.by_code()), ("by actor", result.by_actor())):
        if table:
            yield f"\n{title}"
            yield from (f"{n:>6}  {a or 'none'} > {b or 'none'}" for (a, b), n in table.most_common(20))
    for kind in ("gained", "lost", "code", "actor", "realis", "detail"):
        found = [c for c in result.events if c.kind == kind]
        if not found:
            continue
        yield f"\n{kind if kind in ('gained', 'lost') else f'changed in {kind}'}: {len(found)}"
        for c in found[:shown]:
            yield f"  {_both(c)}  [{c.event.document_id}]"
            yield f"      {c.sentence}"
        if len(found) > shown:
            yield f"  ... and {len(found) - shown} more"


def _both(c: Change) -> str:
    if c.old is None or c.new is None:
        return plain(c.event)
    if c.kind == "detail":
        return f"{plain(c.new)}: {', '.join(c.fields)}"
    return f"{plain(c.old)}  >>  {plain(c.new)}"


def plain(e: Event) -> str:
    """Returns an event in one line."""
    realis = "" if e.realis == "actual" else f" {e.realis}"
    return f"{e.source_code or 'nobody'} {e.event_code}{realis} {e.target_code or 'nobody'} by {e.rule_id}"


def as_json(result: Difference) -> dict[str, Any]:
    """Returns the result as plain data."""

    def event(e: Event | None) -> dict[str, Any] | None:
        if e is None:
            return None
        values = {name: getattr(e, name) for name in COMPARED}
        return {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in values.items()}

    return {
        "dictionary_changes": result.changes.entries,
        "documents": result.documents,
        "recoded": result.recoded,
        "counts": dict(result.counts()),
        "by_code": [{"old": a, "new": b, "count": n} for (a, b), n in result.by_code().most_common()],
        "by_actor": [{"old": a, "new": b, "count": n} for (a, b), n in result.by_actor().most_common()],
        "events": [
            {"kind": c.kind, "fields": c.fields, "sentence": c.sentence, "old": event(c.old), "new": event(c.new)}
            for c in result.events
        ],
    }
