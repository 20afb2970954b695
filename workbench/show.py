"""Says what the dictionaries know of a word, name or phrase on a date: `tocsin dictionary show TEXT`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from coders.lemmas import lemmatizer_of
from coders.lexicon import Fold, Lexicon, role_on
from dictionaries.model import Actor, Dictionaries, NounPattern, Operator, VerbEntry, VerbPattern
from dictionaries.patterns import phrase

#: How many entries of a kind are shown, and how many near names are proposed.
SHOWN = 40
NEAR = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the dictionaries know.

    Args:
        kind: actor, country, place, region, agent, modifier, verb, noun, operator, word set, discard, reporting verb.
        text: the phrase as the dictionary has it.
        code: on the date; empty if it has none then.
        entry: where it stands, as `actors/parties#Labour Party`.
        details: further lines, such as the roles of an actor or the label of a code.
    """

    kind: str
    text: str
    code: str
    entry: str
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        head = f"{self.kind}: {self.text}" + (f" = {self.code}" if self.code else "") + f"  ({self.entry})"
        return "\n".join((head, *(f"    {line}" for line in self.details)))


def show(dictionaries: Dictionaries, text: str, day: date) -> list[Finding]:
    """Returns everything that the dictionaries know of a text.

    Args:
        dictionaries: where to look.
        text: a name, a role noun, a verb in any form, or a phrase.
        day: the date on which codes hold.
    """
    lexicon = Lexicon(dictionaries)
    found = [*_names(lexicon, text, day), *_agents(lexicon, dictionaries, text)]
    found += _entries(dictionaries, text)
    found += _lists(dictionaries, text)
    return found


def near(dictionaries: Dictionaries, text: str) -> list[str]:
    """Returns names, agents and verbs that look like a text, for when nothing is found."""
    fold = Fold()
    wanted = text.translate(fold).lower()
    known: dict[str, str] = {}
    for name in _all_words(dictionaries):
        known.setdefault(name.translate(fold).lower(), name)
    inside = sorted((n for n in known if wanted in n.split() or (len(wanted) > 3 and wanted in n)), key=len)
    close = difflib.get_close_matches(wanted, (n for n in known if n[:1] == wanted[:1]), NEAR, 0.8)
    return [known[n] for n in dict.fromkeys([*close, *inside])][:NEAR]


def _all_words(dictionaries: Dictionaries) -> Iterator[str]:
    for country in dictionaries.countries:
        yield from (country.name, *country.names, *country.adjectives, *country.capital)
    for actor in dictionaries.actors:
        yield from (actor.name, *actor.aliases)
    yield from (place.name for place in dictionaries.places)
    yield from (agent.phrase for agent in dictionaries.agents)
    yield from {v for e in dictionaries.verbs for p in e.patterns for v in p.verbs}


def _names(lexicon: Lexicon, text: str, day: date) -> Iterator[Finding]:
    folded = text.strip().translate(lexicon.fold)
    senses = lexicon.names.get(folded) or lexicon.names.get(folded.title()) or ()
    told: set[str] = set()
    for sense in senses:
        if sense.actor is not None:
            told.add(sense.actor.name)
            yield _actor(sense.actor, day)
            continue
        ended = sense.end is not None and sense.end < day
        details = (f"ended {sense.end}",) if ended else ()
        kind = sense.kind if sense.kind in ("country", "place", "region") else f"country, {sense.kind}"
        yield Finding(kind, sense.name, sense.code, sense.entry, details)
    for actor in lexicon.surnames.get(folded, ()):
        if actor.name not in told:
            yield _actor(actor, day, "person of this surname")


def _actor(actor: Actor, day: date, kind: str = "actor") -> Finding:
    code, entry = role_on(actor, day)
    details = [f"also {', '.join(actor.aliases)}"] if actor.aliases else []
    for role in sorted(actor.roles, key=lambda r: (r.start or date.min, r.code)):
        period = f"{role.start or 'always'} to {role.end or 'today'}"
        holds = " <- holds" if role.entry == entry and role.code == code and _holds(role.start, role.end, day) else ""
        details.append(f"{period}: {role.code} {role.title}".rstrip() + holds)
    if code is None:
        details.append(f"not in use on {day}")
    elif not any("<- holds" in d for d in details):
        details.append(f"{day}: {code}, in none of the offices above")
    return Finding(kind, actor.name, code or "", entry or actor.roles[0].entry, tuple(details))


def _holds(start: date | None, end: date | None, day: date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def _agents(lexicon: Lexicon, dictionaries: Dictionaries, text: str) -> Iterator[Finding]:
    lowered = text.strip().translate(lexicon.fold).lower()
    for agent, plural in lexicon.agents.get(lowered, ()):
        yield Finding(
            f"agent ({agent.kind})", agent.phrase, agent.code or "speaks for another", agent.entry,
            _labels(dictionaries, agent.code) + (("plural",) if plural else ()),
        )  # fmt: skip
    if lowered in lexicon.modifiers:
        yield Finding("modifier", lowered, lexicon.modifiers[lowered], "agents/modifiers")


def _labels(dictionaries: Dictionaries, code: str) -> tuple[str, ...]:
    parts = [code[k : k + 3] for k in range(0, len(code), 3)]
    known = [f"{p} {dictionaries.actor_codes[p][1]}" for p in parts if p in dictionaries.actor_codes]
    return ("; ".join(known),) if known else ()


def _entries(dictionaries: Dictionaries, text: str) -> list[Finding]:
    """The entries and operators that have the word as verb, noun or other word of a pattern."""
    lemmatizer = lemmatizer_of(dictionaries)
    words = text.strip().lower().split()
    if not words:
        return []
    lemmas = {words[0], lemmatizer.lemma(words[0], "VERB")}
    rest = set(words[1:])
    wanted = phrase(" ".join(words))
    verbs: list[Finding] = []
    inside: list[Finding] = []
    entries: list[VerbEntry | Operator] = [*dictionaries.verbs, *dictionaries.operators]
    for entry in entries:
        own = [p for p in entry.patterns if p.verbs & lemmas and rest <= _words_of(p)]
        nouns = [n for n in entry.nouns if wanted in n.words]
        if own or nouns:
            kind = "operator" if isinstance(entry, Operator) else "verb" if own else "noun"
            verbs.append(_entry(dictionaries, entry, kind, (*own, *nouns)))
            continue
        other = [
            p for p in entry.patterns if any(wanted in part.words for part in p.parts) or wanted in p.subject_words
        ]
        if other:
            inside.append(_entry(dictionaries, entry, "word of a pattern", other))
    return [*verbs[:SHOWN], *inside[: max(0, SHOWN - len(verbs))]]


def _words_of(pattern: VerbPattern) -> set[str]:
    words = {w for part in pattern.parts for ph in part.words for w in ph}
    return words | {p for part in pattern.parts for p in part.preps}


def _entry(
    dictionaries: Dictionaries, entry: VerbEntry | Operator, kind: str, patterns: Iterable[VerbPattern | NounPattern]
) -> Finding:
    if isinstance(entry, VerbEntry):
        code = entry.code
        details = [f"{code} {dictionaries.cameo[code].label}" + (f"; {entry.means}" if entry.means else "")]
    else:
        code = f"operator {entry.operator}"
        rows = [r for r in dictionaries.compositions if r.operator == entry.operator]
        details = [f"over {r.inner}: {r.code or 'nothing'}" for r in rows[:8]]
    texts = dict.fromkeys((p.line, p.text) for p in patterns)
    details += [f"line {line}: {text}" for line, text in texts]
    return Finding(kind, entry.rule.partition("#")[2], code, entry.rule, tuple(details))


def _lists(dictionaries: Dictionaries, text: str) -> Iterator[Finding]:
    wanted, lowered = phrase(text), text.strip().lower()
    for name, words in dictionaries.word_sets.items():
        if wanted in words:
            yield Finding("word set", f"&{name}", "", "words/sets", (f"{len(words)} words",))
    for discard, reason in dictionaries.discards:
        if discard == lowered or (len(wanted) > 1 and discard in lowered):
            yield Finding("discarded", discard, "", "words/discards", (reason,) if reason else ())
    for domain in dictionaries.domains:
        for strength, list_ in (("strong", domain.strong), ("weak", domain.weak)):
            if lowered in list_:
                yield Finding(f"{strength} word of a domain", domain.name, "", "words/domains", (domain.reason,))
    if lowered in dictionaries.reporting_verbs:
        yield Finding("reporting verb", lowered, "", "words/reporting_verbs")
