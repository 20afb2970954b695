"""The plain data that passes between the steps of coding."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Realis = Literal["actual", "future", "hypothetical", "negated", "historical"]
DatePrecision = Literal["day", "week", "month", "year"]
DateBasis = Literal["text", "dateline", "assumed"]
MentionKind = Literal["actor", "agent", "country", "people", "capital", "place", "name", "pronoun"]


@dataclass(frozen=True, slots=True)
class Document:
    """A text to code.

    Args:
        id: unique within an input.
        date: the day of publication.
        text: the text as given; all offsets point into it.
        title, url, source, language: as the reader found them; None where unknown.
        story_id: shared by near-identical documents; its events get it.
    """

    id: str
    date: date
    text: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    story_id: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document; `start` and `end` are character offsets, end exclusive."""

    index: int
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Mention:
    """An actor or agent in a text. Nobody changes one; a frozen one would only be slower to make.

    Args:
        start, end: character offsets into the document's text, end exclusive.
        text: the words themselves.
        head: character offset of the head token.
        code: CAMEO actor code (`KAZGOV`), `---` first when the country is unknown.
        name: canonical name of a known actor.
        kind: what kind of words they are.
        entry: the dictionary line that was used, as `file#key`.
        plural: whether the words denote several.
        member: the index of this member where one mention stands for several.
        country_start: offset of the words that gave the country; orders rival readings in the trace.
        confidence: 0 to 1, how directly the code follows from the words.
    """

    start: int
    end: int
    text: str
    head: int
    code: str
    name: str | None = None
    kind: MentionKind = "actor"
    entry: str = ""
    plural: bool = False
    member: int = 0
    confidence: float = 1.0

    @property
    def country(self) -> str | None:
        """ISO alpha-3 code of the primary actor, or None when it is unknown or no country."""
        primary = self.code[:3]
        return None if primary in NOT_COUNTRIES else primary

    @property
    def role(self) -> str | None:
        """The first role code, or None."""
        return self.code[3:6] or None


def changed(m: Mention, **fields: Any) -> Mention:
    """Returns a copy of a mention with other values in some fields; `dataclasses.replace` takes three times as long."""
    copy = Mention(m.start, m.end, m.text, m.head, m.code, m.name, m.kind, m.entry, m.plural, m.member, m.confidence)
    for name, value in fields.items():
        setattr(copy, name, value)
    return copy


NOT_COUNTRIES = frozenset(
    "--- IGO NGO NGM IMG MNC UIS EUR AFR MEA WST ASA LAM NAF SAF EAF WAF CFR CAS SAS SEA EAS NMR SAM CRB CEU EEU BLK SCN".split()
)


@dataclass(slots=True)
class Event:
    """A coded event: the fields of the event table, in its order. `warehouse/fields` documents each.

    Nobody changes one; a frozen one would only be slower to make.
    """

    event_id: str
    mirror_of: str | None
    document_id: str
    sentence: int
    published_on: date
    event_date: date
    event_date_precision: DatePrecision
    event_date_basis: DateBasis
    source_code: str | None
    source_name: str | None
    source_country: str | None
    source_role: str | None
    source_text: str | None
    source_start: int | None
    source_end: int | None
    target_code: str | None
    target_name: str | None
    target_country: str | None
    target_role: str | None
    target_text: str | None
    target_start: int | None
    target_end: int | None
    event_code: str
    event_root: str
    quad_class: int
    goldstein: float
    plover_type: str | None
    plover_mode: str | None
    contexts: tuple[str, ...]
    trigger_text: str
    trigger_start: int
    trigger_end: int
    rule_id: str
    operators: tuple[str, ...]
    realis: Realis
    attributed_code: str | None
    attributed_text: str | None
    place_name: str | None
    place_country: str | None
    place_admin1: str | None
    latitude: float | None
    longitude: float | None
    place_geonameid: int | None
    deaths: int | None
    injuries: int | None
    detained: int | None
    participants: int | None
    confidence: float
    story_id: str | None
    dictionary_version: str
    coder_version: str
    trace: str | None


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """What coding made of one document.

    Args:
        document_id: the document's id.
        sentences: every sentence, in order.
        coded_sentences: indices of the sentences that passed the gate and were parsed.
        events: in order of sentence, trigger, source and target.
        dropped: how many candidates did not become events, by reason.
    """

    document_id: str
    sentences: tuple[Sentence, ...]
    coded_sentences: frozenset[int]
    events: tuple[Event, ...]
    dropped: dict[str, int] = field(default_factory=dict)
