"""Finds what looks like politics and is not: phrases (*price war*), sentences of sport or film, documents of private crime."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from coders.graph import Graph
from coders.lexicon import PhraseMatcher
from coders.mentions import DocumentMentions
from coders.model import Sentence
from coders.plausible import is_political
from coders.splitting import LINK
from dictionaries.model import Dictionaries

#: Sentences that a document needs before it can be about something as a whole.
LONG_ENOUGH = 5
#: Of how many of its sentences a document about sport or film shows it, and how many there must be.
SHARE, SHOWN = 0.25, 3
#: Domains that touch politics too often for a few sentences to speak for a document.
NEAR_POLITICS = frozenset({"weather", "health and medicine", "company results"})
#: For how many sentences the domain is kept.
REMEMBERED = 4000
#: How often a word of private crime comes for one of public affairs in its story, and where none of these may stand.
PRIVATE = 3.0
OPENING = 2
#: Of how many of its sentences a document about public affairs speaks of these, if its opening does not.
PUBLIC = 0.3


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
        #: The domain that a sentence belongs to if it is not politics; a document, the gate and the parse each ask for it.
        self.domain = lru_cache(REMEMBERED)(self._domain)
        self._domain_matcher = PhraseMatcher({**self._strong, **self._weak})
        self._stories = [(s.reason, PhraseMatcher(s.strong), PhraseMatcher(s.against)) for s in dictionaries.stories]
        self._public = PhraseMatcher(word for story in dictionaries.stories for word in story.against)
        self._politics = PhraseMatcher(" ".join(words) for words in dictionaries.word_sets.get("offices_of_state", ()))

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """Returns start, end and reason of every discard phrase in a text."""
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        phrases = [(start, end, self._reasons[phrase]) for start, end, phrase in self._matcher.find(lowered)]
        link = LINK.search(text) if ":" in text else None
        return phrases if link is None else [*phrases, (link.start(), len(text), "a link to another story")]

    def _domain(self, text: str) -> str | None:
        """Returns the domain that a sentence belongs to if it is not politics: one strong word or two weak ones show it.

        Beside the name of an office of state, even a strong word needs a second one.
        """
        weak: dict[str, set[str]] = {}
        lowered = text.lower()
        found = [word for _, _, word in self._domain_matcher.find(lowered)]
        if not found:
            return None
        alone = len(set(found)) == 1 and next(iter(self._politics.find(lowered)), None) is not None
        for word in found:
            if word in self._strong and not alone:
                return self._strong[word]
            if word in self._strong:
                continue
            weak.setdefault(self._weak[word], set()).add(word)
        return next((reason for reason, words in sorted(weak.items()) if len(words) > 1), None)

    def subject(self, sentences: Sequence[Sentence], mentions: DocumentMentions) -> str | None:
        """Returns what a whole document is about if that is not politics: a match, a film, a private crime, no public affairs at all."""
        if len(sentences) < LONG_ENOUGH:
            return None
        domains = Counter(d for s in sentences if (d := self.domain(s.text)) is not None and d not in NEAR_POLITICS)
        for reason, count in domains.most_common(1):
            if count >= max(SHOWN, SHARE * len(sentences)):
                return reason
        lowered = [s.text.lower() for s in sentences]
        told = next((reason for reason, shows, against in self._stories if _is_told(lowered, shows, against)), None)
        return told or (None if self._is_public(sentences, mentions) else "no public affairs")

    def _is_public(self, sentences: Sequence[Sentence], mentions: DocumentMentions) -> bool:
        """Whether the opening or enough other sentences of a document hold a word of public affairs or name somebody in them."""

        def public(s: Sentence) -> bool:
            named = mentions.between(s.start, s.end)
            if any(m.code[3:] and m.kind != "pronoun" and is_political(m) for m in named):
                return True
            return bool(self._public.find(s.text.lower()))

        return any(map(public, sentences[:OPENING])) or sum(map(public, sentences)) >= PUBLIC * len(sentences)

    def blocked(self, graph: Graph, sentence: Sentence, mentions: DocumentMentions) -> frozenset[int]:
        """Returns the tokens of a sentence that may not trigger an event: words of phrases to discard, and of names of bodies."""
        if self.domain(sentence.text) is not None:
            return frozenset(range(graph.size))
        named = [
            (m.start, m.end)
            for m in mentions.between(sentence.start, sentence.end)
            if m.kind == "actor" and " " in m.text
        ]
        phrases = [(sentence.start + start, sentence.start + end) for start, end, _ in self.found(sentence.text)]
        out: set[int] = set()
        for start, end in (*named, *phrases):
            out.update(range(bisect_left(graph.starts, start), bisect_left(graph.starts, end)))
        return frozenset(out)


def _is_told(sentences: Sequence[str], shows: PhraseMatcher, against: PhraseMatcher) -> bool:
    """Whether the words that show a story outnumber by far those that speak against it, which do not open the document."""
    text = "\n".join(sentences)
    found = [word for _, _, word in shows.find(text)]
    if len(set(found)) < SHOWN or len(found) < SHARE * len(sentences):
        return False
    if against.find("\n".join(sentences[:OPENING])):
        return False
    return len(found) >= PRIVATE * max(1, len(against.find(text)))
