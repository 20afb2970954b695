"""Finds what looks like politics and is not: phrases (*price war*, *battle of the bands*) and sentences of sport, film or science."""

from __future__ import annotations

from coders.graph import Graph
from coders.lexicon import PhraseMatcher
from coders.model import Sentence
from dictionaries.model import Dictionaries


class Discards:
    """The discard phrases, compiled."""

    def __init__(self, dictionaries: Dictionaries) -> None:
        self._reasons = dict(dictionaries.discards)
        self._matcher = PhraseMatcher(self._reasons)
        self._strong: dict[str, str] = {}
        self._weak: dict[str, str] = {}
        for domain in dictionaries.domains:
            self._strong.update(dict.fromkeys(domain.strong, domain.reason))
            self._weak.update((w, domain.reason) for w in domain.weak if w not in self._strong)
        self._domain_matcher = PhraseMatcher({**self._strong, **self._weak})

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """Returns start, end and reason of every discard phrase in a text."""
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        return [(start, end, self._reasons[phrase]) for start, end, phrase in self._matcher.find(lowered)]

    def domain(self, text: str) -> str | None:
        """Returns the domain that a sentence belongs to if it is not politics: one strong word or two weak ones show it."""
        weak: dict[str, set[str]] = {}
        for _, _, word in self._domain_matcher.find(text.lower()):
            if word in self._strong:
                return self._strong[word]
            weak.setdefault(self._weak[word], set()).add(word)
        return next((reason for reason, words in sorted(weak.items()) if len(words) > 1), None)

    def blocked(self, graph: Graph, sentence: Sentence) -> frozenset[int]:
        """Returns the tokens of a sentence that may not trigger an event."""
        if self.domain(sentence.text) is not None:
            return frozenset(range(graph.size))
        found = self.found(sentence.text)
        if not found:
            return frozenset()
        out = set()
        for i in range(graph.size):
            at = graph.starts[i] - sentence.start
            if any(start <= at < end for start, end, _ in found):
                out.add(i)
        return frozenset(out)
