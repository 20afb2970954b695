"""Clauses whose head or subject the parser takes for another."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2021, 6, 15)
SENTENCES = {
    "the subject behind a quotation": (
        '"They have broken the bargain," fumed the Kenyan trade minister in a tirade against Tanzania.',
        "KENGOVBUS 111 TZA actual",
    ),
    "the main verb behind a participle": (
        "Shells fired by Syrian troops landed on the Turkish town of Akcakale on Friday.",
        "SYRMIL 194 TUR actual",
    ),
    "the main verb behind whom": (
        "The two Danish sailors whom pirates of Somalia seized last month were released on Friday.",
        "- 0841 DNKMIL actual",
    ),
    "the first to do it": ("Botswana became the first African state to break with Iran.", "BWA 161 IRN actual"),
    "a cleft with whom it was not": (
        "It was Peruvian police, rather than the Chilean army, who arrested a Danish consul.",
        "PERCOP 173 DNKGOV actual",
    ),
    "a part of the verb before its object": (
        "Oman has set free seven Greek sailors arrested in a raid.",
        "OMN 0841 GRCMIL actual",
    ),
    "what somebody has done to others": ("Ghana had two Danish editors locked up.", "GHA 173 DNKMED actual"),
    "to whom a gift is made": ("Japan made Palau a gift of ten patrol boats.", "JPN 072 PLW actual"),
    "a past form beside an infinitive": (
        "Chad told Kenya to leave and expelled Kenya's ambassador.",
        "TCD 161 KENGOV actual",
    ),
    "a verb with a hyphen": ("Riot police tear-gassed nurses in Nairobi.", "KENCOP 175 KENHLH actual"),
    "a word behind the object": ("Hamas set two Greek sailors free.", "PSEGOV 0841 GRCMIL actual"),
    "a person who is not wanted": ("Chad declared a Danish diplomat persona non grata.", "TCD 161 DNKGOV actual"),
    "a verb taken for an adjective": ("Tehran armed Shiite militias in southern Iraq.", "IRNGOV 072 IRQREB actual"),
    "a subject taken for a time": ("Beijing froze trade talks with Canberra.", "CHNGOV 164 AUSGOV actual"),
    "neither and nor": ("Chad has neither arrested Danish nurses nor deported them.", "TCD 173 DNKHLH negated"),
}


@pytest.mark.parametrize("what", SENTENCES)
def test_garden_paths_are_left(what: str) -> None:
    """The event that the sentence states is among those coded."""
    text, event = SENTENCES[what]
    assert event in coded(text, DAY)
