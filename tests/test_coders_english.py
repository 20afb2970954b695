"""The adapter repairs the parser's known mistakes before anything else reads the parse."""

from __future__ import annotations

import pytest

from coders.english import EnglishAdapter

WORDS = "Norland accused the generals of plotting".split()
TAGS = "NNP VBD DT NNS IN VBG".split()
RELATIONS = "subject root det object prep prep_clause".split()


def head_of_preposition(verb: str, following: str) -> str:
    """The word that *of* hangs on after the repair, where the parser hung it on *generals*."""
    text, tag, head = [*WORDS], [*TAGS], [1, 1, 3, 1, 3, 4]
    text[1], tag[5] = verb, following
    EnglishAdapter._repair_accused_clauses(text, tag, head, [*RELATIONS])
    return text[head[4]]


@pytest.mark.parametrize(
    ("verb", "following", "expected"),
    [("accused", "VBG", "accused"), ("accused", "NN", "generals"), ("met", "VBG", "generals")],
)
def test_english_charge_belongs_to_the_verb_of_accusing(verb: str, following: str, expected: str) -> None:
    """*accused the generals of plotting*: the clause is the charge; a noun or another verb stays as it was read."""
    assert head_of_preposition(verb, following) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norland called Tarn a dictator", "called"),
        ("Norland called Tarn , a dictator", "Tarn"),
        ("Norland met Tarn a dictator", "Tarn"),
    ],
)
def test_english_name_called_is_said_of_the_object(sentence: str, expected: str) -> None:
    """*called Tarn a dictator* says what Tarn is; between commas, or after another verb, it is an apposition."""
    text = sentence.split()
    last, rel = len(text) - 1, ["subject", "root", "object", *("punct", "det", "apposition")[-(len(text) - 3) :]]
    head = [1, 1, 1, *([last] * (len(text) - 4)), 2]
    EnglishAdapter._repair_names_called(text, head, rel)
    assert text[head[last]] == expected


@pytest.mark.parametrize(
    ("noun", "comma", "expected"), [("calls", "by", "calls"), ("gifts", "by", "rejected"), ("calls", ",", "rejected")]
)
def test_english_call_is_for_the_act_behind_it(noun: str, comma: str, expected: str) -> None:
    """*rejected calls by Sudland to leave*: the leaving is called for, and is no purpose of the rejecting."""
    text = f"Norland rejected {noun} {comma} Sudland to leave".split()
    tag = "NNP VBD NNS IN NNP TO VB".split()
    rel = "subject root object prep prep_object aux adverbial_clause".split()
    head = [1, 1, 1, 2, 3, 6, 1]
    EnglishAdapter._repair_calls_to_act(text, tag, head, rel)
    assert text[head[6]] == expected
