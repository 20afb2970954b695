"""The gate lets through every sentence that could be coded, and few others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from battery_report import KNOWN_EXAMPLE_FAILURES, example_id, read_known
from builders import built_in, small
from coders.gate import SMALL_WORDS, Gate, companions
from coders.lemmas import Lemmatizer
from coders.splitting import split
from dictionaries.patterns import WordSets, read_verb_pattern
from workbench.examples import entries_of, examples_of

LEMMATIZER = Lemmatizer()
GATE = Gate(small(), LEMMATIZER)


@pytest.mark.parametrize(
    "text",
    [
        "Norland bombed Sudland.",
        "The bombing went on.",
        "BOMBING OF SUDLAND",
        "Rebels were taken to court and held in custody.",
        "They were taken into custody.",
        "A trade ban was imposed on Sudland.",
        "Police rounded the rebels up.",
        "The army’s shelling killed two.",
        "They had come under heavy fire.",
        "An air-strike hit the town.",
        "Protests were held.",
        "He freed them.",
    ],
)
def test_gate_opens_where_a_pattern_has_its_words(text: str) -> None:
    """Any inflection, case and order of a pattern's words opens the gate."""
    assert GATE.passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "The weather was fine.",
        "She takes her time.",
        "They came home.",
        "The bombastic speech ended.",
        "He gave up smoking",
    ],
)
def test_gate_stays_shut_elsewhere(text: str) -> None:
    """Without any pattern's words, or with only half of them, nothing is parsed."""
    assert not GATE.passes(text)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("S bomb T", None),
        ("S take T into custody", {"custody"}),
        ("S put T under arrest/detention", {"arrest", "detention"}),
        ("S back down", {"down"}),
        ("S protest (against T)", None),
        ("S stop T !heart", None),
        ("fighting break out", {"fighting"}),
    ],
)
def test_gate_companions(pattern: str, words: set[str] | None) -> None:
    """A word that a pattern needs besides its verb; optional and forbidden ones do not count."""
    (read,) = read_verb_pattern(pattern, "r", 1, WordSets({}))
    assert companions(read) == words


def test_gate_prefers_rare_companions() -> None:
    """Of two words that a pattern needs the one that is no small word opens."""
    (read,) = read_verb_pattern("S bring T to justice", "r", 1, WordSets({}))
    assert companions(read) == {"justice"} and "to" in SMALL_WORDS


def test_gate_passes_every_example_of_the_dictionaries() -> None:
    """No example of the built-in dictionaries is lost at the gate, unless it is known to give nothing anyway."""
    gate = Gate(built_in(), LEMMATIZER)
    known = read_known(KNOWN_EXAMPLE_FAILURES)
    lost = [
        f"{e.rule}: {e.text}"
        for e in examples_of(entries_of(built_in(), []))
        if e.code is not None and example_id(e) not in known and not any(gate.passes(s.text) for s in split(e.text))
    ]
    assert lost == []


VERBS = sorted(
    {(e.rule, v, p) for e in small().verbs for p in e.patterns for v in p.verbs}, key=lambda x: (x[0], x[1], x[2].text)
)


@given(st.data())
def test_gate_opens_for_every_inflection(data: st.DataObject) -> None:
    """The verb of a pattern in any form with its needed word opens the gate, whatever else stands there."""
    _, verb, pattern = data.draw(st.sampled_from(VERBS))
    form = data.draw(st.sampled_from(sorted(LEMMATIZER.forms(verb, "VERB"))))
    others = companions(pattern)
    word = data.draw(st.sampled_from(sorted(others))) if others else ""
    filler = data.draw(st.text("xyz ,.", max_size=10))
    assert GATE.passes(f"{filler} {form} {filler} {word} {filler}")


@given(st.text())
def test_gate_never_fails(text: str) -> None:
    """Whatever the text, the answer is yes or no, and the same again."""
    assert GATE.passes(text) is GATE.passes(text)
