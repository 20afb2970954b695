"""The gate lets through every sentence that could be coded, and few others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from battery_report import KNOWN_EXAMPLE_FAILURES, example_id, read_known
from builders import FILES, built_in, read_dictionaries, small
from coders.gate import Gate
from coders.lemmas import Lemmatizer
from coders.splitting import split
from workbench.examples import entries_of, examples_of

LEMMATIZER = Lemmatizer()
GATE = Gate(small(), LEMMATIZER)
VERB_FILES = [name.removeprefix("verbs/").removesuffix(".yaml") for name in FILES if name.startswith("verbs/")]


@pytest.mark.parametrize(
    "text",
    [
        "Norland bombed Sudland.",
        "The bombing went on.",
        "BOMBING OF SUDLAND",
        "Rebels were taken into court and held in custody.",
        "They were taken into custody.",
        "A trade ban was imposed on Sudland.",
        "Police rounded the rebels up.",
        "The army’s shelling killed two.",
        "They had come under heavy fire from the hills.",
        "An air-strike hit the town.",
        "Protests were held.",
        "He freed them.",
        "The judge said he would not lead the party.",
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
        "They were taken to court and held in custody.",
        "They had come under heavy fire.",
    ],
)
def test_gate_stays_shut_elsewhere(text: str) -> None:
    """Without any pattern's words, or with only some of them, nothing is parsed."""
    assert not GATE.passes(text)


@pytest.mark.parametrize(
    ("pattern", "opens", "stays_shut"),
    [
        ("S smuggle T", "They smuggled gems.", "They hid gems."),
        ("S take T into captivity", "He was taken into captivity.", "He was taken into account."),
        ("S put T under curfew/lockdown", "The town was put under lockdown.", "The town was put under water."),
        ("S put T under curfew", "The town was put under curfew.", "A curfew put an end to it."),
        ("S be merciless", "They aren\u2019t merciless.", "They had a merciless foe."),
        ("S be merciless", "She's merciless.", "She saw a merciless foe."),
        ("S be merciless", "They arent merciless.", "Merciless foes ran."),
        ("S wind down", "They wound things down.", "They wound the clock."),
        ("S smuggle (against T)", "They smuggled gems.", "They were against it."),
        ("S smuggle T !drug", "They smuggled gems.", "They took a drug."),
        ("looting break out", "Looting broke out.", "A smile broke out."),
        ("S bring T to justice", "He was brought to justice.", "He was brought to tears."),
    ],
)
def test_gate_of_one_pattern(tmp_path: Path, pattern: str, opens: str, stays_shut: str) -> None:
    """A pattern's verb opens with all the words that it needs besides; optional and forbidden words do not count."""
    nothing = {f"verbs__{name}_yaml": None for name in VERB_FILES}
    entry = f'- id: a\n  code: "173"\n  patterns: ["{pattern}"]\n'
    dictionaries = read_dictionaries(tmp_path, **nothing, verbs__20_more_yaml=entry, operators__operators_yaml=None)
    gate = Gate(dictionaries, LEMMATIZER)
    assert gate.passes(opens) and not gate.passes(stays_shut)


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


PATTERNS = [p for e in small().verbs for p in e.patterns]


@given(st.data())
def test_gate_opens_for_every_inflection(data: st.DataObject) -> None:
    """The words that a pattern asks for, its verb in any form, open the gate, whatever else stands there."""
    pattern = data.draw(st.sampled_from(PATTERNS))
    verb = data.draw(st.sampled_from(sorted(pattern.verbs)))
    words = [data.draw(st.sampled_from(sorted(LEMMATIZER.forms(verb, "VERB"))))]
    for part in pattern.parts:
        if not part.optional and not part.forbidden:
            words += [data.draw(st.sampled_from(sorted(part.preps)))] if part.preps else []
            words += data.draw(st.sampled_from(part.words)) if part.words else ()
    filler = data.draw(st.text("xyz ,.", max_size=10))
    assert GATE.passes(f" {filler} ".join(words))


@given(st.text())
def test_gate_never_fails(text: str) -> None:
    """Whatever the text, the answer is yes or no, and the same again."""
    assert GATE.passes(text) is GATE.passes(text)
