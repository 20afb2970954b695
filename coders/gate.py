"""Decides without a parse whether a sentence can hold an event, so that most text is never parsed.

A pattern matches only where one of its obligatory words stands; each pattern is indexed by the rarest of them. Words are
compared by the base forms that the graph would give them, so the gate never closes on a sentence that could be coded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from coders.lemmas import Lemmatizer
from dictionaries.model import Dictionaries, VerbPattern
from dictionaries.patterns import singular

WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
#: Verbs too common to open the gate by themselves where the pattern has other words.
COMMON_VERBS = frozenset(
    "be have do make take give get put go come keep hold see say tell call set bring let turn run show leave move stand find pay "
    "meet open lead begin start end follow win lose play work look want need use try ask help fall send cut draw face carry raise "
    "push pull break drop hit pass offer join lift throw issue express sign reach enter voice remain become stay announce".split()
)


def obligatory_words(pattern: VerbPattern) -> frozenset[str]:
    """Returns words of which at least one stands in every sentence that the pattern matches."""
    if not pattern.verbs & COMMON_VERBS:
        return pattern.verbs
    if pattern.subject_words:
        return frozenset(p[-1] for p in pattern.subject_words)
    for part in pattern.parts:
        if part.words and not part.optional and not part.forbidden:
            return frozenset(p[-1] for p in part.words)
    return pattern.verbs


class Gate:
    """Says for a sentence whether any dictionary word stands in it."""

    def __init__(self, dictionaries: Dictionaries, lemmatizer: Lemmatizer) -> None:
        words: set[str] = set()
        for entry in dictionaries.verbs:
            for pattern in entry.patterns:
                words |= obligatory_words(pattern)
            words |= {p[-1] for noun in entry.nouns for p in noun.words}
        coding = {row.operator for row in dictionaries.compositions if row.inner == "none" and row.code}
        for operator in dictionaries.operators:
            if operator.operator in coding:
                for pattern in operator.patterns:
                    words |= obligatory_words(pattern)
        self._words = frozenset(words)
        self._lemmatizer = lemmatizer
        self._known: dict[str, bool] = {}

    def _opens(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            lemma = self._lemmatizer.lemma
            forms: Iterable[str] = (word, lemma(word, "VERB"), lemma(word, "NOUN"), lemma(word, "AUX"), singular(word))
            known = any(f in self._words for f in forms)
            if len(self._known) < 500_000:
                self._known[word] = known
        return known

    def passes(self, text: str) -> bool:
        """Whether the sentence has to be parsed."""
        return any(self._opens(word) for word in WORD.findall(text.lower()))
