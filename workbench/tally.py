"""Counts what a corpus shows, with a few contexts of each, in bounded memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

#: How often one document counts: a name that fills one story is not worth more than one that is in two.
PER_DOCUMENT = 2
#: Characters of a sentence kept on either side of what is shown.
AROUND = 90
CONTEXTS = 3


@dataclass(slots=True)
class Seen:
    """What was seen of one key.

    Args:
        count: the events that an entry would unlock, at most two of each document.
        weight: the same, each event weighed by how much it says for an entry; what is ranked by.
        documents: in how many documents.
        shapes: further distinctions, such as the pattern or the code that fits.
        contexts: the first few, each of another document.
    """

    count: int = 0
    weight: float = 0.0
    documents: int = 0
    shapes: Counter[str] = field(default_factory=Counter)
    hints: Counter[str] = field(default_factory=Counter)
    contexts: list[str] = field(default_factory=list)
    last_document: str = ""
    in_last: int = 0


class Tally:
    """Counts keys; when there are too many, those seen least are forgotten, which can only lower small counts.

    Args:
        limit: how many keys are kept.
    """

    def __init__(self, limit: int = 20_000) -> None:
        self.limit = limit
        self.seen: dict[str, Seen] = {}
        self.forgotten = 0

    def add(
        self,
        key: str,
        document: str,
        context: str,
        shape: str = "",
        hint: str = "",
        count: int = 1,
        weight: float = 1.0,
    ) -> None:
        """Counts a key.

        Args:
            key: what is counted.
            document: the id of the document.
            context: the words around it.
            shape: the pattern it stands in.
            hint: what else is known, such as a likely code.
            count: events.
            weight: of each of them.
        """
        seen = self.seen.get(key)
        if seen is None:
            if len(self.seen) >= self.limit:
                self._forget()
            seen = self.seen[key] = Seen()
        if document != seen.last_document:
            seen.in_last = 0
        counted = min(count, PER_DOCUMENT - seen.in_last)
        seen.in_last += counted
        seen.count += counted
        seen.weight += counted * weight
        if document != seen.last_document:
            seen.documents += 1
            seen.last_document = document
            if len(seen.contexts) < CONTEXTS:
                seen.contexts.append(context)
        for counter, value in ((seen.shapes, shape), (seen.hints, hint)):
            if value and (value in counter or len(counter) < 50):
                counter[value] += 1

    def _forget(self) -> None:
        """Drops the less frequent half."""
        kept = sorted(self.seen.items(), key=lambda item: -item[1].weight)[: self.limit // 2]
        self.forgotten += len(self.seen) - len(kept)
        self.seen = dict(kept)

    def top(self, number: int, least: int = 1) -> list[tuple[str, Seen]]:
        """Returns the keys of most weight, equal ones by the number of documents and by name."""
        ranked = sorted(self.seen.items(), key=lambda item: (-item[1].weight, -item[1].documents, item[0]))
        return [(key, seen) for key, seen in ranked[:number] if seen.count >= least]


def context(text: str, start: int, end: int) -> str:
    """Returns the words of a text around a stretch, which stands in »marks«."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    before = ("…" if start > AROUND else "") + before
    after += "…" if end + AROUND < len(text) else ""
    return " ".join(f"{before}»{text[start:end]}«{after}".split())
