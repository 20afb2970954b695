"""A coder that needs no model: every sentence with *attacks* is an event from its first to its last word."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coders.model import CodedDocument, Document, Event, Sentence

EVENT = Event(
    event_id="e1",
    mirror_of=None,
    document_id="d1",
    sentence=0,
    published_on=date(2022, 1, 9),
    event_date=date(2022, 1, 8),
    event_date_precision="day",
    event_date_basis="text",
    source_code="KAZGOV",
    source_name="Kassym-Jomart Tokayev",
    source_country="KAZ",
    source_role="GOV",
    source_text="Tokayev",
    source_start=0,
    source_end=7,
    target_code="RUSGOV",
    target_name=None,
    target_country="RUS",
    target_role="GOV",
    target_text="the Kremlin",
    target_start=12,
    target_end=23,
    event_code="040",
    event_root="04",
    quad_class=1,
    goldstein=1.0,
    plover_type="CONSULT",
    plover_mode=None,
    contexts=("military", "diplomatic"),
    trigger_text="met",
    trigger_start=8,
    trigger_end=11,
    rule_id="verbs/04_consult#meet",
    operators=(),
    realis="actual",
    attributed_code=None,
    attributed_text=None,
    place_name=None,
    place_country=None,
    place_admin1=None,
    latitude=None,
    longitude=None,
    place_geonameid=None,
    deaths=None,
    injuries=3,
    detained=None,
    participants=None,
    confidence=0.75,
    story_id=None,
    dictionary_version="fake",
    coder_version="0.1.0",
    trace="pattern S meet T; source by actors/kazakhstan#TOKAYEV; target by agents/government#Kremlin",
)


def make_event(**changes: Any) -> Event:
    return replace(EVENT, **changes)


@dataclass(frozen=True)
class FakeTrace:
    text: str
    day: date | None
    sentences: tuple[Any, ...] = ()

    def to_text(self) -> str:
        return str(self)

    def __str__(self) -> str:
        return f"trace of {self.text} on {self.day}"


class FakeCoder:
    """Splits at full stops. A text that holds EXPLODE cannot be coded."""

    dictionary_version = "fake"
    dictionaries = None
    settings = None

    def analyse(self, document: Document) -> CodedDocument:
        if "EXPLODE" in document.text:
            raise ValueError("boom")
        found = list(re.finditer(r"\S[^.]*\.?", document.text))
        sentences = tuple(Sentence(i, m.start(), m.end(), m[0]) for i, m in enumerate(found))
        coded = [s for s in sentences if "attacks" in s.text]
        events = tuple(_event(document, s) for s in coded)
        return CodedDocument(document.id, sentences, frozenset(s.index for s in coded), events, {"no actor": 1})

    def code(self, document: Document) -> list[Event]:
        return list(self.analyse(document).events)

    def code_many(self, documents: Iterable[Document], workers: int = 1) -> Iterator[CodedDocument]:
        for document in documents:
            yield self.analyse(document)

    def explain(self, text: str, day: date | None = None) -> FakeTrace:
        return FakeTrace(text, day)


def _event(document: Document, sentence: Sentence) -> Event:
    words = list(re.finditer(r"\w+", sentence.text))
    source, target = words[0], words[-1]
    trigger = sentence.start + sentence.text.index("attacks")
    return make_event(
        event_id=hashlib.sha256(f"{document.id}/{trigger}".encode()).hexdigest()[:20],
        document_id=document.id,
        sentence=sentence.index,
        published_on=document.date,
        story_id=document.story_id,
        event_date=document.date,
        event_date_basis="assumed",
        source_code=source[0][:3].upper(),
        source_text=source[0],
        source_start=sentence.start + source.start(),
        source_end=sentence.start + source.end(),
        target_code=target[0][:3].upper(),
        target_text=target[0],
        target_start=sentence.start + target.start(),
        target_end=sentence.start + target.end(),
        event_code="190",
        event_root="19",
        quad_class=4,
        goldstein=-10.0,
        trigger_text="attacks",
        trigger_start=trigger,
        trigger_end=trigger + len("attacks"),
    )
