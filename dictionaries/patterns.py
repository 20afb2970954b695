"""Reads the pattern language: `S impose &sanctions on T` becomes a `VerbPattern`.

The language is described by example in README.md. A pattern is written in the active voice with base forms; this
module only parses it, the engine knows the shapes that English gives it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from dictionaries.model import NounPattern, Part, Phrase, Slot, VerbPattern

PREPOSITIONS = frozenset(
    "about above across after against ahead along alongside amid among around as at back before behind below beneath beside "
    "between beyond by despite down during for forth forward from in inside into near next of off on onto out outside over "
    "past regarding round since through throughout to together toward towards under until up upon via with within without "
    "aside apart away home aboard ashore".split()
)
SLOTS: dict[str, Slot] = {"S": "S", "T": "T", "A": "A", "ACT": "ACT"}
PHRASE_BREAK = re.compile(r"(?:['’]s?)?(?:[\s\-]+|$)")
TOKEN = re.compile(r"\(|\)|\||\S+?(?=[()|\s]|$)")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


class UndefinedSetError(PatternError):
    """A pattern that names a word set which is not there."""


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """Returns the base form of a noun as dictionaries write it, so that *sanctions* and *sanction* are one word."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "news", "series", "species")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def phrase(text: str) -> Phrase:
    """Splits a phrase at spaces, hyphens and possessive endings, as the parser does, and puts its head in the singular."""
    words = [w for w in PHRASE_BREAK.split(text.lower()) if w]
    return (*words[:-1], singular(words[-1])) if words else ()


def key_word(words: Phrase) -> str:
    """Returns the word of a phrase that says most: its head, unless that is a preposition (*bail-out*)."""
    return next((w for w in reversed(words) if w not in PREPOSITIONS), words[-1])


class WordSets:
    """The named word sets, with the names that were used."""

    def __init__(self, sets: dict[str, tuple[Phrase, ...]]) -> None:
        self.sets = sets
        self.used: set[str] = set()
        #: What the tokens of patterns stand for, since many patterns share them.
        self.choices: dict[str, tuple[tuple[Phrase, ...], bool]] = {}

    def words(self, name: str) -> tuple[Phrase, ...]:
        """Returns the phrases of a set. Raises `PatternError` for an undefined one."""
        if name not in self.sets:
            raise UndefinedSetError(f"word set &{name} is not defined")
        self.used.add(name)
        return self.sets[name]


def alternatives(text: str) -> list[list[str]]:
    """Expands the `|` of each stretch between slots, and returns the token lists that result."""
    tokens = TOKEN.findall(text)
    stretches: list[list[list[str]]] = [[[]]]
    depth = 0
    for token in tokens:
        if token == "(":
            depth += 1
        elif token == ")":
            depth -= 1
            if depth < 0:
                raise PatternError("a closing bracket without an opening one")
        if depth == 0 and token != ")" and token.removesuffix("'s") in SLOTS:
            stretches.append([[token]])
            stretches.append([[]])
        elif token == "|" and depth == 0:
            stretches[-1].append([])
        else:
            stretches[-1][-1].append(token)
    if depth:
        raise PatternError("an opening bracket without a closing one")
    return [list(itertools.chain.from_iterable(choice)) for choice in itertools.product(*stretches)]


def word_choices(token: str, sets: WordSets) -> tuple[tuple[Phrase, ...], bool]:
    """Returns the phrases of `a/b` or `&set`, and whether a set was among them."""
    known = sets.choices.get(token)
    if known is not None:
        return known
    phrases: list[Phrase] = []
    from_set = False
    for word in token.split("/"):
        if word.startswith("&"):
            phrases.extend(sets.words(word[1:]))
            from_set = True
        elif word:
            phrases.append(phrase(word.replace("_", " ")))
    if not phrases:
        raise PatternError(f"nothing in {token!r}")
    known = sets.choices[token] = tuple(dict.fromkeys(phrases)), from_set
    return known


def verb_choices(token: str, sets: WordSets) -> tuple[Phrase, ...]:
    """Returns the verbs of `a/b`, `set_free` or `&set`; unlike a noun, a verb keeps its last s: *teargas*."""
    verbs: list[Phrase] = []
    for word in token.split("/"):
        if word.startswith("&"):
            verbs.extend(sets.words(word[1:]))
        elif word:
            verbs.append(tuple(word.lower().replace("_", " ").split()))
    if not any(verbs):
        raise PatternError(f"nothing in {token!r}")
    return tuple(dict.fromkeys(v for v in verbs if v))


def _joined(choices: list[tuple[Phrase, ...]]) -> tuple[Phrase, ...]:
    """Returns every phrase that one choice for each word makes."""
    if len(choices) == 1:
        return choices[0]
    return tuple(tuple(itertools.chain.from_iterable(c)) for c in itertools.product(*choices))


def is_preposition(token: str) -> bool:
    """Whether every alternative of the token is a preposition or particle."""
    return all(word in PREPOSITIONS for word in token.split("/"))


class _Reader:
    """Walks the tokens after the verb and collects the parts."""

    def __init__(self, tokens: list[str], sets: WordSets) -> None:
        self.tokens = tokens
        self.sets = sets
        self.parts: list[Part] = []

    def read(self) -> tuple[Part, ...]:
        position, optional = 0, False
        while position < len(self.tokens):
            token = self.tokens[position]
            if token in "()|":
                if token == "|":
                    raise PatternError("`|` inside brackets: use `/` between words, or two patterns")
                optional = token == "("
                position += 1
            elif token.startswith("!"):
                words, from_set = word_choices(token[1:], self.sets)
                self.parts.append(Part("object", words=words, forbidden=True, from_set=from_set))
                position += 1
            elif token == "that" or (token == "whether" and self.tokens[position + 1 : position + 2] != ["to"]):
                position = self._clause(position + 1, frozenset({token}), optional)
            elif is_preposition(token):
                position = self._prepositional(position, optional)
            else:
                position = self._noun_phrase(position, frozenset(), optional)
        return tuple(self.parts)

    def _clause(self, position: int, preps: frozenset[str], optional: bool) -> int:
        if position < len(self.tokens) and self.tokens[position] == "ACT":
            self.parts.append(Part("clause", preps, "ACT", optional=optional))
            return position + 1
        self.parts.append(Part("clause", preps, optional=optional))
        return position

    def _prepositional(self, position: int, optional: bool) -> int:
        preps = frozenset(self.tokens[position].split("/"))
        follower = self.tokens[position + 1] if position + 1 < len(self.tokens) else ""
        if not follower or follower in "()" or follower.startswith("!") or is_preposition(follower):
            self.parts.append(Part("particle", preps, optional=optional))
            return position + 1
        if follower == "ACT":
            return self._clause(position + 1, preps, optional)
        return self._noun_phrase(position + 1, preps, optional)

    def _noun_phrase(self, position: int, preps: frozenset[str], optional: bool) -> int:
        """Reads a slot, or words up to the next slot, preposition or bracket; the last word is the head."""
        kind = "prep" if preps else "object"
        token = self.tokens[position]
        if token in SLOTS:
            if token == "ACT":
                self.parts.append(Part("clause", preps, "ACT", optional=optional))
            else:
                self.parts.append(Part(kind, preps, SLOTS[token], optional=optional))  # type: ignore[arg-type]
            return position + 1
        possessor: Slot | None = None
        if token.removesuffix("'s") in SLOTS:
            possessor = SLOTS[token.removesuffix("'s")]
            position += 1
        words: list[tuple[tuple[Phrase, ...], bool]] = []
        while position < len(self.tokens):
            token = self.tokens[position]
            if token in "()|" or token.startswith("!") or token.removesuffix("'s") in SLOTS or is_preposition(token):
                break
            words.append(word_choices(token, self.sets))
            position += 1
        if not words:
            raise PatternError("a possessor without a noun")
        phrases = _joined([w for w, _ in words])
        from_set = any(is_set for _, is_set in words)
        self.parts.append(Part(kind, preps, words=phrases, possessor=possessor, optional=optional, from_set=from_set))  # type: ignore[arg-type]
        return position


def specificity(subject_words: tuple[Phrase, ...], parts: tuple[Part, ...]) -> float:
    """Returns how specific a pattern is: plain words beat sets, words beat slots, an object beats none."""
    total = 1.0 + (1.5 if subject_words else 0.0)
    for part in parts:
        if part.forbidden:
            total += 0.1
        elif part.optional:
            total += 0.05
        elif part.words:
            longest = min(len(p) for p in part.words)
            total += (1.5 if part.from_set else 2.0) + 0.5 * (longest - 1) + (0.5 if part.possessor else 0)
        elif part.kind == "particle":
            total += 1.5
        elif part.slot == "A":
            total += 0.4
        else:
            total += 1.0 + (0.5 if part.preps else 0.0)
    return total


def read_verb_pattern(text: str, rule: str, line: int, sets: WordSets) -> Iterator[VerbPattern]:
    """Yields the patterns that a line stands for, one for each choice of its alternatives.

    Raises:
        PatternError: the line cannot be read.
    """
    for tokens in alternatives(text):
        verb_at = 1
        subject: Slot | None = None
        subject_words: tuple[Phrase, ...] = ()
        if not tokens:
            raise PatternError("an empty pattern")
        if tokens[0] in SLOTS:
            subject = SLOTS[tokens[0]]
        else:
            subject_words, _ = word_choices(tokens[0], sets)
        if len(tokens) <= verb_at or tokens[verb_at] in SLOTS or tokens[verb_at] in "()":
            raise PatternError("no verb after the subject")
        verbs = verb_choices(tokens[verb_at], sets)
        heads = frozenset(v[0] for v in verbs if len(v) == 1)
        groups: list[tuple[frozenset[str], list[str]]] = [(heads, [])] if heads else []
        groups += [(frozenset({v[0]}), list(v[1:])) for v in verbs if len(v) > 1]
        for lemmas, extra in groups:
            particles = tuple(Part("particle", frozenset({word})) for word in extra)
            parts = (*particles, *_Reader(tokens[verb_at + 1 :], sets).read())
            # words first, so that slots do not take their tokens
            ordered = tuple(sorted(parts, key=lambda p: (p.slot is not None and not p.words, p.optional)))
            yield VerbPattern(
                rule, subject, subject_words, lemmas, ordered, text, specificity(subject_words, parts), line
            )


def read_noun_pattern(text: str, rule: str, line: int, sets: WordSets) -> NounPattern:
    """Reads `air strike`, `T's arrest`, `visit by S to T` or `S's exit from T`.

    Raises:
        PatternError: the line cannot be read.
    """
    possessor: Slot = "S"
    needs_source = False
    tokens = text.split()
    if tokens and tokens[0].removesuffix("'s") in SLOTS and len(tokens) > 1:
        possessor = SLOTS[tokens[0].removesuffix("'s")]
        needs_source = possessor == "S"
        tokens = tokens[1:]
    head: list[tuple[tuple[Phrase, ...], bool]] = []
    preps: list[tuple[str, Slot]] = []
    position = 0
    while position < len(tokens) and not (head and is_preposition(tokens[position])):
        head.append(word_choices(tokens[position], sets))
        position += 1
    if not head:
        raise PatternError("no noun")
    after = [t.strip("()") for t in tokens[position:]]
    while after:
        prep = after.pop(0)
        if not is_preposition(prep) and prep != "and":
            raise PatternError(f"{prep!r} stands where a preposition is expected")
        if not after:
            raise PatternError(f"nothing after {prep!r}")
        filler = after.pop(0)
        if filler not in SLOTS:
            raise PatternError(f"{filler!r} stands where a slot is expected")
        preps.extend((p, SLOTS[filler]) for p in prep.split("/") if p != "and")
    # *between S and T* is one of the usual places
    preps = [(p, slot) for p, slot in preps if p not in ("and", "between", "among")]
    phrases = _joined([w for w, _ in head])
    weight = 1.0 + 0.6 * (min(len(p) for p in phrases) - 1) + 0.5 * len(preps)
    return NounPattern(rule, phrases, possessor, tuple(preps), text, weight, line, needs_source)
