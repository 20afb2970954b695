"""The dictionaries compiled for matching: one automaton for names, one for agents, and an index of verb entries."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick

from dictionaries.model import Actor, Agent, Country, Dictionaries

SenseKind = Literal["country", "adjective", "people", "capital", "seat", "actor", "place", "region"]
PUNCTUATION = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "“": '"',
    "”": '"',
    "‐": "-",
    "‑": "-",
    "–": "-",
    "\xa0": " ",
    "\n": " ",
    "\t": " ",
}
#: What `Fold` changes.
UNPLAIN = re.compile(r"[^\x00-\x7f]|[`\n\t]")
COMMON_WORDS = frozenset(
    "us it who aid may march mark will can an is are was be or and of in on at to by as the for no not so we he she they all "
    "most many such over under new old first second third south north east west central".split()
)


class Fold(dict[int, int | str]):
    """A translation table that turns letters with accents and typographic marks into plain ones, one for one."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = PUNCTUATION.get(char)
        if plain is None:
            base = unicodedata.normalize("NFD", char)[0]
            plain = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i"}.get(base, base)
        self[code] = plain
        return plain


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a name: the kind, the country or actor, and the dictionary line."""

    kind: SenseKind
    code: str
    name: str
    entry: str
    actor: Actor | None = None
    start: date | None = None
    end: date | None = None

    def in_use(self, day: date) -> bool:
        """Whether the name still means this on a day; a former state is spoken of after its end, its adjective is not."""
        if self.actor is not None:
            return role_on(self.actor, day)[0] is not None
        return self.end is None or self.end >= day or (self.kind == "country" and " and " not in self.name)


class Hit(NamedTuple):
    """A dictionary phrase found in a text; offsets into it, end exclusive."""

    start: int
    end: int
    senses: tuple[Sense, ...] = ()
    agents: tuple[Agent, ...] = ()
    modifier: str | None = None
    plural: bool = False

    def sense(self, *kinds: SenseKind) -> Sense | None:
        """The first sense of one of the kinds."""
        for sense in self.senses:
            if sense.kind in kinds:
                return sense
        return None


def plural_of(phrase: str) -> str:
    """The regular plural of a noun phrase."""
    if phrase.endswith(("s", "x", "ch", "sh", "z")):
        return phrase + "es"
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    if phrase.endswith(("policeman", "woman", "man")) and not phrase.endswith(
        ("german", "roman", "shaman", "talisman")
    ):
        return phrase[:-2] + "en"
    return phrase + "s"


class PhraseMatcher:
    """Finds many phrases in a text in one pass, at word boundaries, the longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = sorted(set(phrases))
        self._automaton = AhoCorasick(self.phrases) if self.phrases else None

    def find(self, text: str, accept: Callable[[str], bool] | None = None) -> list[tuple[int, int, str]]:
        """Returns start, end and phrase of the matches that do not overlap, leftmost and longest first.

        Args:
            text: where to look.
            accept: which phrases count; all by default.
        """
        if self._automaton is None:
            return []
        found = []
        size = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if start and (text[start - 1].isalnum() or text[start - 1] == "_") and text[start].isalnum():
                continue
            if end < size and text[end].isalnum() and text[end - 1].isalnum():
                continue
            if accept is not None and not accept(self.phrases[index]):
                continue
            found.append((start, -end, index))
        found.sort()
        out, last = [], -1
        for start, minus_end, index in found:
            if start >= last:
                last = -minus_end
                out.append((start, last, self.phrases[index]))
        return out


def _country_sense(country: Country, kind: SenseKind) -> Sense:
    return Sense(kind, country.code, country.name, country.entry, None, country.start, country.end)


class Lexicon:
    """The actor side of the dictionaries, compiled once and shared by every document."""

    def __init__(self, dictionaries: Dictionaries) -> None:
        self.fold = Fold()
        self.names: dict[str, tuple[Sense, ...]] = {}
        self.agents: dict[str, tuple[tuple[Agent, bool], ...]] = {}
        self.modifiers = dict(dictionaries.modifiers)
        self.surnames: dict[str, tuple[Actor, ...]] = {}
        self.first_names = dict(dictionaries.first_names)
        names: defaultdict[str, dict[tuple[str, str, str], Sense]] = defaultdict(dict)
        for phrase, sense in self._senses(dictionaries):
            folded = self.folded(phrase)
            if len(folded) > 1 and folded not in COMMON_WORDS:
                names[folded].setdefault((sense.kind, sense.code, sense.name), sense)
        order = {
            "country": 0,
            "actor": 1,
            "people": 2,
            "adjective": 3,
            "seat": 4,
            "capital": 5,
            "region": 6,
            "place": 7,
        }
        for folded, senses in names.items():
            found = senses.values()
            several = len(found) > 1
            self.names[folded] = tuple(
                sorted(found, key=lambda s: (order[s.kind], s.end is not None, s.code, s.name)) if several else found
            )
        agents: defaultdict[str, dict[str, tuple[Agent, bool]]] = defaultdict(dict)
        for agent in dictionaries.agents:
            single = agent.phrase.translate(self.fold).lower()
            for many in (agent.plural or plural_of(agent.phrase)).split("|"):
                plural = many.strip().translate(self.fold).lower()
                if single == plural:
                    agents[single].setdefault(agent.code, (agent, True))
                    continue
                agents[single].setdefault(agent.code, (agent, False))
                if agent.kind != "title" or not single.endswith("."):
                    agents[plural].setdefault(agent.code, (agent, True))
        self.agents = {phrase: tuple(found.values()) for phrase, found in agents.items()}
        surnames: defaultdict[str, list[Actor]] = defaultdict(list)
        for actor in dictionaries.actors:
            for surname in actor.surnames:
                surnames[surname.translate(self.fold)].append(actor)
        self.surnames = {s: tuple(a) for s, a in surnames.items()}
        self.party_words = frozenset(_shared_words(a for a in dictionaries.actors if "PTY" in a.roles[-1].code))
        self.country_codes = frozenset(c.code for c in dictionaries.countries)
        self._name_matcher = PhraseMatcher(self.names)
        lower = {m for m in self.modifiers if m not in self.agents} | self.agents.keys()
        self._agent_matcher = PhraseMatcher(lower)
        self._agents_of = {
            p: (tuple(a for a, _ in rows), any(many for _, many in rows)) for p, rows in self.agents.items()
        }

    def _senses(self, dictionaries: Dictionaries) -> Iterator[tuple[str, Sense]]:
        for c in dictionaries.countries:
            for phrase in (c.name, *c.names):
                yield phrase, _country_sense(c, "country")
            for phrase in c.adjectives:
                yield phrase, _country_sense(c, "adjective")
            for phrase in c.people:
                yield phrase, _country_sense(c, "people")
            for phrase in c.capital:
                yield phrase, _country_sense(c, "capital")
            for phrase in c.seats:
                yield phrase, _country_sense(c, "seat")
        for adjective, code in dictionaries.region_adjectives:
            yield adjective, Sense("region", code, adjective, f"actors/region_adjectives#{adjective}")
        for place in dictionaries.places:
            for phrase in (place.name, *place.names):
                yield phrase, Sense("place", place.code, place.name, place.entry)
        for actor in dictionaries.actors:
            sense_ = Sense("actor", actor.roles[0].code, actor.name, actor.roles[0].entry, actor)
            for phrase in (actor.name, *actor.aliases):
                yield phrase, sense_

    def is_country(self, name: str) -> bool:
        """Whether words are the name of a country, not of its people or capital."""
        return any(s.kind == "country" for s in self.names.get(name.translate(self.fold), ()))

    def folded(self, text: str) -> str:
        """Returns the text with plain letters and marks; offsets stay the same."""
        plain = text.isascii() and "`" not in text
        return text if plain else UNPLAIN.sub(self._plain, text)

    def _plain(self, match: re.Match[str]) -> str:
        return str(self.fold[ord(match.group())])

    def find_names(self, folded: str, day: date) -> list[Hit]:
        """Returns the names in a folded text that are in use on a day, in order."""
        known: dict[str, bool] = {}

        def in_use(phrase: str) -> bool:
            found = known.get(phrase)
            if found is None:
                found = known[phrase] = any(sense.in_use(day) for sense in self.names[phrase])
            return found

        return [Hit(start, end, self.names[phrase]) for start, end, phrase in self._name_matcher.find(folded, in_use)]

    def find_agents(self, lowered: str) -> list[Hit]:
        """Returns agents and modifiers in a folded lower-case text, in order."""
        out = []
        for start, end, phrase in self._agent_matcher.find(lowered):
            found = self._agents_of.get(phrase)
            if found is not None:
                out.append(Hit(start, end, agents=found[0], plural=found[1]))
            else:
                out.append(Hit(start, end, modifier=self.modifiers[phrase]))
        return out


def _shared_words(parties: Iterable[Actor]) -> Iterator[str]:
    """Yields the words, in lower case and the singular, that names of parties of several countries have: *republican*, *labour*."""
    countries: defaultdict[str, set[str]] = defaultdict(set)
    for party in parties:
        for word in party.name.lower().split():
            countries[word.rstrip("s")].add(party.roles[0].code[:3])
    return (word for word, codes in countries.items() if len(codes) > 1)


def role_on(actor: Actor, day: date) -> tuple[str | None, str]:
    """Returns the code of an actor on a day with its dictionary line; None before it existed or after it ended.

    A person outside every office is a former official: the country of the latest role, ELI.
    """
    current = [r for r in actor.roles if (r.start is None or r.start <= day) and (r.end is None or day <= r.end)]
    if current:
        best = max(current, key=lambda r: (r.code[3:6] == "GOV", r.start or date.min))
        return best.code, best.entry
    past = [r for r in actor.roles if r.end is not None and r.end < day]
    if actor.is_person:
        if past:
            last = max(past, key=lambda r: r.end or date.min)
            primary = last.code[:3]
            return (last.code if primary == "IMG" or last.code[3:6] == "REB" else primary + "ELI"), last.entry
        first = min(actor.roles, key=lambda r: r.start or date.min)
        return first.code[:3] + ("ELI" if first.code[:3] != "IMG" else first.code[3:]), first.entry
    return None, ""
