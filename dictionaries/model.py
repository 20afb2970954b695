"""The dictionaries as the coder sees them: plain, frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Slot = Literal["S", "T", "A", "ACT"]
PartKind = Literal["object", "prep", "particle", "clause"]
AgentKind = Literal["title", "person", "group", "thing"]

#: A phrase of base forms; the last word is its head: ("air", "strike").
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One complement that a pattern asks for.

    Args:
        kind: a bare object, a prepositional phrase, a particle, or an embedded clause.
        preps: the prepositions (or particles) that may introduce it.
        slot: which slot it fills, None if it only has to be there.
        words: the phrases whose head it may be; empty if any.
        possessor: the slot filled by the possessor of the words (`T's airspace`).
        optional: may be missing.
        forbidden: must be missing.
        from_set: whether the words come from a word set (they weigh less than plain words).
    """

    kind: PartKind
    preps: frozenset[str] = frozenset()
    slot: Slot | None = None
    words: tuple[Phrase, ...] = ()
    possessor: Slot | None = None
    optional: bool = False
    forbidden: bool = False
    from_set: bool = False


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """A pattern in the active voice.

    Args:
        rule: the entry, as `verbs/17_coerce#arrest`.
        subject: the slot of the subject, or None if the subject is given by words.
        subject_words: the phrases that the subject must be.
        verbs: base forms of the verb.
        parts: the complements.
        text: the pattern as written, one of its alternatives.
        specificity: more specific patterns win.
        line: in the file of the rule.
    """

    rule: str
    subject: Slot | None
    subject_words: tuple[Phrase, ...]
    verbs: frozenset[str]
    parts: tuple[Part, ...]
    text: str
    specificity: float
    line: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class NounPattern:
    """A noun that names an act, with the places where its slots stand.

    Args:
        rule: the entry.
        words: phrases of base forms.
        possessor: the slot of a possessor (`Russia's invasion`: S; `T's arrest`: T).
        preps: for each preposition the slot it introduces; empty means the usual places.
        text: as written.
        line: in the file of the rule.
        needs_source: whether it only counts where its source is named (`S's accusation`).
    """

    rule: str
    words: tuple[Phrase, ...]
    possessor: Slot
    preps: tuple[tuple[str, Slot], ...]
    text: str
    specificity: float
    line: int = field(compare=False)
    needs_source: bool = False


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """An entry of the verb dictionary: which words carry one code.

    `source_roles` and `target_roles` are role or primary codes that the entry prefers where entries compete for a word.
    """

    rule: str
    code: str
    means: str
    patterns: tuple[VerbPattern, ...]
    nouns: tuple[NounPattern, ...]
    exceptions: tuple[VerbPattern, ...]
    reciprocal: bool
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    line: int = field(compare=False)
    source_roles: frozenset[str] = frozenset()
    target_roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Operator:
    """A matrix verb over an embedded act. `control` says whose act it is."""

    rule: str
    operator: str
    control: Literal["S", "T", "own"]
    patterns: tuple[VerbPattern, ...]
    nouns: tuple[NounPattern, ...]
    exceptions: tuple[VerbPattern, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    line: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Composition:
    """A row of the composition table: what an operator makes of an inner act.

    Args:
        operator: the operator's name.
        inner: a code prefix, or one of the classes `any`, `none`, `cooperation`, `hostile`, `verbal`.
        code: the code that results; empty: none; `=`: the inner code itself.
        source_from, target_from: where the slots come from, in order of preference, of
            `S`, `T` (the operator's own), `inner_source`, `inner_target` and `inner_owner` (whose the attempt or request is that a noun
            names: *a bid **by the miners** to strike*).
        realis: of the resulting event.
        emit_inner: the realis with which the inner act is kept as a row of its own; empty: not kept.
        row: where it stands, as `operators/composition.csv#12`.
    """

    operator: str
    inner: str
    code: str
    source_from: tuple[str, ...]
    target_from: tuple[str, ...]
    realis: str
    emit_inner: str
    row: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country or former state with the words that newspapers use for it."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    start: date | None
    end: date | None
    entry: str


@dataclass(frozen=True, slots=True)
class Role:
    """A code that an actor carries from `start` to `end`, both inclusive, None if open."""

    code: str
    start: date | None
    end: date | None
    title: str
    entry: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A named actor: a person, organisation, armed group or institution, with dated roles."""

    name: str
    aliases: tuple[str, ...]
    surnames: tuple[str, ...]
    roles: tuple[Role, ...]
    capitals_only: bool

    @property
    def is_person(self) -> bool:
        """Whether the actor is a person."""
        return bool(self.surnames)


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region, area or sea."""

    name: str
    names: tuple[str, ...]
    code: str
    kind: str
    entry: str


@dataclass(frozen=True, slots=True)
class Agent:
    """A role noun: *police*, *foreign minister*."""

    phrase: str
    plural: str
    code: str
    kind: AgentKind
    entry: str


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A row of the CAMEO table."""

    code: str
    label: str
    parent: str
    quad_class: int
    goldstein: float
    symmetric: bool


@dataclass(frozen=True, slots=True)
class PloverCode:
    """What PLOVER makes of a CAMEO code."""

    code: str
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Domain:
    """Words that show a sentence to be of sport, film or science: one strong word does, or two weak ones.

    Of a story, which is a whole document, the strong words show it, and the words `against` it that it is politics.
    """

    name: str
    reason: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a dictionary file, with the remedy.

    Args:
        file: within its folder, or the whole path if it is in a layer over another folder.
        line: counted from 1.
        what: what is wrong, in one clause.
        remedy: what to do about it.
        kind: which fault it is, as `docs/dictionaries.md` lists them.
        warning: whether it only looks wrong.
    """

    file: str
    line: int
    what: str
    remedy: str = ""
    kind: str = "fault"
    warning: bool = False

    def __str__(self) -> str:
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{self.file}:{self.line}: {self.what}{remedy}"


@dataclass(frozen=True, slots=True)
class Dictionaries:
    """Everything the coder knows about the world, read once and never changed.

    Args:
        version: a hash over the content of every file.
    """

    version: str
    countries: tuple[Country, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    region_adjectives: tuple[tuple[str, str], ...]
    agents: tuple[Agent, ...]
    modifiers: dict[str, str]
    verbs: tuple[VerbEntry, ...]
    operators: tuple[Operator, ...]
    compositions: tuple[Composition, ...]
    reporting_verbs: frozenset[str]
    discards: tuple[tuple[str, str], ...]
    domains: tuple[Domain, ...]
    word_sets: dict[str, tuple[Phrase, ...]]
    cameo: dict[str, CameoCode]
    plover: dict[str, PloverCode]
    actor_codes: dict[str, tuple[str, str]]
    faults: tuple[Fault, ...] = field(default=())
    stories: tuple[Domain, ...] = ()
    #: First names that are mostly of women (`she`) or of men (`he`).
    first_names: dict[str, str] = field(default_factory=dict)
