"""Finds phrases in which political words mean no political event: *price war*, *battle of the bands*."""

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

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """Returns start, end and reason of every discard phrase in a text."""
        lowered = text.lower()
        if len(lowered) != len(text):
            return []
        return [(start, end, self._reasons[phrase]) for start, end, phrase in self._matcher.find(lowered)]

    def blocked(self, graph: Graph, sentence: Sentence) -> frozenset[int]:
        """Returns the tokens of a sentence that may not trigger an event."""
        found = self.found(sentence.text)
        if not found:
            return frozenset()
        out = set()
        for i in range(graph.size):
            at = graph.starts[i] - sentence.start
            if any(start <= at < end for start, end, _ in found):
                out.add(i)
        return frozenset(out)
