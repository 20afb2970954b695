"""Decides without a parse whether a sentence can hold an event, so that much text is never parsed.

A pattern matches only where its obligatory words stand: the gate opens for a sentence in which they all do. Words are compared by
the base forms that the graph would give them, so the gate never closes on a sentence that could be coded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from coders.acts import NEEDING, REQUIRING, WILLING
from coders.frames import Bucket, PatternIndex, buckets_of, required_words
from coders.lemmas import SUMS, Lemmatizer, sum_word
from coders.nominals import VERB_OF_NOUN
from dictionaries.model import Dictionaries, Operator, VerbEntry, VerbPattern
from dictionaries.patterns import PREPOSITIONS, singular

WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")

#: Of how many words that do not open the gate alone the forms are kept.
REMEMBERED = 10_000


def companions(pattern: VerbPattern) -> frozenset[str] | None:
    """Returns words of which one stands wherever the pattern matches, besides its verb; None if the verb is all it asks for."""
    return min(required_words(pattern), key=_commonness, default=None)


VERY_COMMON = frozenset("be do one use have make say".split())


def _commonness(words: frozenset[str]) -> tuple[bool, bool, int, list[str]]:
    return bool(words & PREPOSITIONS), bool(words & VERY_COMMON), len(words), sorted(words)


def contracted(word: str) -> tuple[str, ...]:
    """The two words that the parser makes of a contraction: *is* and *n't* of *isn't*, *who* and *'s* of *who's*."""
    for ending in ("n't", "nt"):
        if word.endswith(ending):
            return word.removesuffix(ending), ending
    stem, mark, ending = word.partition("'")
    return (stem, mark + ending) if mark else ()


class Gate:
    """Says for a sentence whether the words of any pattern stand in it.

    Args:
        dictionaries: whose patterns.
        lemmatizer: gives base forms.
        index: of those patterns, where there is one already.
    """

    def __init__(self, dictionaries: Dictionaries, lemmatizer: Lemmatizer, index: PatternIndex | None = None) -> None:
        coding = {row.operator for row in dictionaries.compositions if row.inner == "none" and row.code}

        def codes(entry: VerbEntry | Operator) -> bool:
            return isinstance(entry, VerbEntry) or entry.operator in coding

        index = index or PatternIndex([*dictionaries.verbs, *dictionaries.operators])
        verbs, nouns = buckets_of(index.verbs, codes), buckets_of(index.nouns, codes)
        buckets: list[tuple[str, Bucket[Any]]] = [*verbs.items(), *nouns.items()]
        self._alone = frozenset(word for word, bucket in buckets if bucket.always)
        self._together: defaultdict[str, list[Bucket[Any]]] = defaultdict(list)
        for word, bucket in buckets:
            self._together[word].append(bucket)
        self._nominals = {noun: verbs[verb] for noun, verb in VERB_OF_NOUN.items() if verb in verbs}
        self._reporting = dictionaries.reporting_verbs
        self._lemmatizer = lemmatizer
        #: Words that open the gate alone, and the forms of those that do not.
        self._opening: set[str] = set()
        self._other: dict[str, frozenset[str]] = {}

    def _forms_of(self, word: str) -> frozenset[str]:
        lemma = self._lemmatizer.lemma
        forms: set[str] = set()
        for part in (word, *contracted(word)):
            forms.update((part, lemma(part, "VERB"), lemma(part, "NOUN"), lemma(part, "AUX"), singular(part)))
        spelt = SUMS.get(word) or sum_word(word)
        if spelt is not None:
            forms.add(spelt)
        return frozenset(forms)

    def _opens(self, word: str) -> bool:
        """Whether a word opens the gate alone; remembers the answer, with the forms of one that does not."""
        if word not in self._alone:
            forms = self._forms_of(word)
            if forms.isdisjoint(self._alone):
                self._other[word] = forms
                return False
        self._opening.add(word)
        return True

    def passes(self, text: str) -> bool:
        """Whether the sentence has to be parsed."""
        lowered = text.lower().replace("’", "'")
        if not self._opening.isdisjoint(lowered.split()):
            return True  # nearly always; words at commas and the like are looked at only where it does not
        found = WORD.findall(lowered)
        if not self._opening.isdisjoint(found):
            return True
        if len(self._other) > REMEMBERED:
            self._other.clear()
        known = self._other
        if any(word not in known and self._opens(word) for word in found):
            return True
        words = frozenset().union(*(known[word] for word in found))
        asked = not words.isdisjoint(REQUIRING) or not words.isdisjoint(WILLING) or _needs_to(found)
        if asked and not words.isdisjoint(self._reporting):
            return True
        if any(self._nominals[w].asks_for(words) for w in words & self._nominals.keys()):
            return True
        return any(bucket.opens(words) for w in words & self._together.keys() for bucket in self._together[w])


def _needs_to(words: list[str]) -> bool:
    """Whether a verb of needing stands before *to*, with words between or not: *will **have to** pay*."""
    return not NEEDING.isdisjoint(words) and "to" in words[min(map(words.index, NEEDING.intersection(words))) :]
