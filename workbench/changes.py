"""Says which dictionary entries differ between two editions, and which documents can therefore be coded otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from coders import Coder
from coders.gate import WORD, companions
from coders.lexicon import PhraseMatcher
from dictionaries.model import Dictionaries, NounPattern, Operator, VerbEntry, VerbPattern
from dictionaries.patterns import singular

#: Words by which the engine itself applies an operator: *will not attack*, *told the army to*.
IMPLIED = {"will": ("will", "'ll", "wo", "would"), "refuse": ("will", "'ll", "wo", "would"), "order": ("tell",)}
#: Operators whose negated act is looked up as stopping it.
NEGATED_AS_STOPPED = ("agree", "urge", "demand")
#: Word sets that the coder reads itself.
ENGINE_SETS = ("accident_verbs", "accident_nouns")
Needs = dict[str, set[str] | None]


@dataclass(slots=True)
class Changes:
    """What differs between two editions.

    Args:
        everything: why every document has to be coded again; empty if not.
        entries: what changed, for the reader, as `verbs/17_coerce#arrest` or `name Labour Party`.
        needs: base forms of which one must stand in a document, each with words of which one must stand beside it, or None.
        names: names with changed meaning, as the lexicon folds them.
        lowered: agents, modifiers and discard phrases in small letters.
    """

    everything: str = ""
    entries: list[str] = field(default_factory=list)
    needs: Needs = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    lowered: set[str] = field(default_factory=set)

    def need(self, word: str, others: Iterable[str] | None = None) -> None:
        """Adds a word that marks documents, only together with one of others if they are given."""
        if others is None:
            self.needs[word] = None
        elif self.needs.get(word, set()) is not None:
            known = self.needs.setdefault(word, set())
            assert known is not None
            known.update(others)


def changes_between(old: Coder, new: Coder) -> Changes:
    """Compares the compiled dictionaries of two coders."""
    out = Changes()
    a, b = old.dictionaries, new.dictionaries
    if a.version == b.version:
        return out
    if a.cameo != b.cameo or a.plover != b.plover:
        out.everything = "the tables of event codes differ"
    if old.lexicon.country_codes != new.lexicon.country_codes:
        out.everything = "the list of countries differs"
    _patterns(out, a, b)
    _operators(out, a, b)
    tables: list[tuple[str, set[str], Mapping[str, Any], Mapping[str, Any]]] = [
        ("name", out.names, old.lexicon.names, new.lexicon.names),
        ("surname", out.names, old.lexicon.surnames, new.lexicon.surnames),
        ("agent", out.lowered, old.lexicon.agents, new.lexicon.agents),
        ("modifier", out.lowered, old.lexicon.modifiers, new.lexicon.modifiers),
    ]
    for kind, words, before, after in tables:
        changed = _different(before, after)
        words |= changed
        out.entries.extend(f"{kind} {name}" for name in sorted(changed))
    _words(out, a, b)
    return out


def _different(a: Mapping[str, Any], b: Mapping[str, Any]) -> set[str]:
    """The keys under which two mappings differ."""
    return {k for k in a.keys() | b.keys() if a.get(k) != b.get(k)}


def _words(out: Changes, a: Dictionaries, b: Dictionaries) -> None:
    """Notes changes of discard phrases, domains, verbs of saying, and the word sets that the coder reads itself."""
    discards = _different(dict(a.discards), dict(b.discards))
    out.lowered |= discards
    out.entries.extend(f"discard {text}" for text in sorted(discards))
    domains = [{d.name: d for d in x.domains} for x in (a, b)]
    for name in sorted(_different(*domains)):
        out.entries.append(f"domain {name}")
        found = [d[name] for d in domains if name in d]
        strong = [set(d.strong) for d in found] + [set[str]()] * (2 - len(found))
        weak = [set(d.weak) for d in found] + [set[str]()] * (2 - len(found))
        out.lowered |= (strong[0] ^ strong[1]) | (weak[0] ^ weak[1])
    for verb in sorted(a.reporting_verbs ^ b.reporting_verbs):
        out.entries.append(f"reporting verb {verb}")
        out.need(verb)
    for name in ENGINE_SETS:
        words = {p[-1] for p in a.word_sets.get(name, ())} ^ {p[-1] for p in b.word_sets.get(name, ())}
        if words:
            out.entries.append(f"word set {name}")
        for word in words:
            out.need(word)


# --- patterns

_Row = tuple[tuple[object, ...], VerbPattern | NounPattern]


def _head(entry: VerbEntry | Operator, lemma: str) -> tuple[object, ...]:
    """What of an entry matters to one of its patterns with a verb or noun."""
    exceptions = tuple(e for e in entry.exceptions if lemma in e.verbs)
    if isinstance(entry, VerbEntry):
        roles = entry.source_roles, entry.target_roles
        return entry.rule, entry.code, entry.reciprocal, roles, exceptions
    return entry.rule, entry.operator, entry.control, exceptions


def _rows(dictionaries: Dictionaries) -> tuple[dict[str, list[_Row]], dict[str, list[_Row]]]:
    """The patterns under each verb and under each noun, in the order in which they are tried."""
    verbs: dict[str, list[_Row]] = {}
    nouns: dict[str, list[_Row]] = {}
    entries: list[VerbEntry | Operator] = [*dictionaries.verbs, *dictionaries.operators]
    for entry in entries:
        for pattern in entry.patterns:
            for verb in pattern.verbs:
                verbs.setdefault(verb, []).append((_head(entry, verb), pattern))
        for noun in entry.nouns:
            for head in {p[-1] for p in noun.words}:
                nouns.setdefault(head, []).append((_head(entry, head), noun))
    return verbs, nouns


def _patterns(out: Changes, a: Dictionaries, b: Dictionaries) -> None:
    rules: set[str] = set()
    for old, new in zip(_rows(a), _rows(b), strict=True):
        for word in old.keys() | new.keys():
            before, after = old.get(word, []), new.get(word, [])
            if before == after:
                continue
            if not before or not after:
                # the word begins or ceases to be a trigger at all, which the repairs of parses look at
                out.need(word)
                rules.update(str(head[0]) for head, _ in (*before, *after))
                continue
            counted = Counter(before), Counter(after)
            changed = [*(counted[0] - counted[1]), *(counted[1] - counted[0])]
            if not changed:
                out.need(word)  # only the order differs
            for head, pattern in changed:
                rules.add(str(head[0]))
                _need_pattern(out, word, pattern)
    out.entries.extend(sorted(rules))


def _need_pattern(out: Changes, word: str, pattern: VerbPattern | NounPattern) -> None:
    if isinstance(pattern, VerbPattern):
        out.need(word, companions(pattern))
        return
    for phrase in pattern.words:
        if phrase[-1] == word:
            out.need(word, phrase[-2:-1] or None)


def _operators(out: Changes, a: Dictionaries, b: Dictionaries) -> None:
    """Notes changes of the composition table and of the names of operators."""
    rows = [{(r.operator, r.inner): r for r in d.compositions} for d in (a, b)]
    names = [{o.operator: o.rule for o in d.operators} for d in (a, b)]
    changed = {k[0] for k in rows[0].keys() | rows[1].keys() if rows[0].get(k) != rows[1].get(k)}
    out.entries.extend(f"composition {name}" for name in sorted(changed))
    changed |= _different(*names)
    if "stop" in changed:
        changed.update(NEGATED_AS_STOPPED)
    for name in changed:
        for word in IMPLIED.get(name, ()):
            out.need(word)
        for dictionaries in (a, b):
            for operator in dictionaries.operators:
                if operator.operator != name:
                    continue
                for pattern in operator.patterns:
                    for verb in pattern.verbs:
                        out.need(verb)
                for noun in operator.nouns:
                    for phrase in noun.words:
                        out.need(phrase[-1])


# --- documents


class Selector:
    """Says which documents can be coded otherwise after changes.

    Args:
        changes: between two editions.
        coder: lends its base forms and its folding of letters.
        others: further coders whose base forms count, because their dictionaries may have verbs of their own.
    """

    def __init__(self, changes: Changes, coder: Coder, *others: Coder) -> None:
        self.changes = changes
        self.lemmatizers = tuple(c.lemmatizer for c in (coder, *others))
        self.lexicon = coder.lexicon
        self._names = PhraseMatcher(changes.names)
        self._lowered = PhraseMatcher(changes.lowered)
        self._forms: dict[str, frozenset[str]] = {}

    def _forms_of(self, word: str) -> frozenset[str]:
        known = self._forms.get(word)
        if known is None:
            forms = {x.lemma(word, pos) for x in self.lemmatizers for pos in ("VERB", "NOUN", "AUX")}
            known = frozenset((word, singular(word), *forms))
            if len(self._forms) < 500_000:
                self._forms[word] = known
        return known

    def affected(self, text: str) -> bool:
        """Whether a document with this text can be coded otherwise."""
        changes = self.changes
        if changes.everything:
            return True
        folded = self.lexicon.folded(text)
        if changes.names and self._names.find(folded):
            return True
        lowered = text.lower()
        if changes.lowered and (self._lowered.find(lowered) or self._lowered.find(folded.lower())):
            return True
        if not changes.needs:
            return False
        words = {form for word in set(self._words(lowered)) for form in self._forms_of(word)}
        for word in changes.needs.keys() & words:
            others = changes.needs[word]
            if others is None or not words.isdisjoint(others):
                return True
        return False

    @staticmethod
    def _words(lowered: str) -> Iterator[str]:
        for word in WORD.findall(lowered.replace("’", "'")):
            yield word
            base, mark, end = word.partition("'")
            if mark:
                yield base
                yield mark + end
                if end == "t" and base.endswith("n"):
                    yield base[:-1]
