"""Numbers of people in the words around an act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_graph, token_of
from coders.numbers import casualties, count_of, parse_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("four", 4),
        ("twenty-one", 21),
        ("forty two", 42),
        ("1,250", 1250),
        ("three hundred", 300),
        ("hundred", 100),
        ("two thousand five hundred", 2500),
        pytest.param(
            "1.5 million",
            1_500_000,
        ),
        ("two dozen", 24),
        ("dozens", 24),
        ("hundreds", 200),
        ("tens of thousands", 2000),
        ("more than 40", 40),
        ("at least six", 6),
    ],
)
def test_numbers_are_read(words: str, number: int) -> None:
    """Digits, words, scales and vague plurals give the number that they mean at least."""
    assert parse_number(words.split()) == number


@pytest.mark.parametrize("words", ["", "many", "zero", "0", "99999999999", "several of them"])
def test_numbers_of_words_that_are_none(words: str) -> None:
    """Words without a number, nothing, and more people than there can be give none."""
    assert parse_number(words.split()) is None


@given(st.integers(1, 999_999))
def test_numbers_in_digits(number: int) -> None:
    """Every number in digits is read, with and without commas."""
    assert parse_number([str(number)]) == parse_number([f"{number:,}"]) == number


def test_numbers_of_raised_digits() -> None:
    """A raised figure, as in *40 km²*, does not stop the coder."""
    assert parse_number(["²"]) is None


ORDINARY = st.text(st.characters(exclude_categories=("No",)))


@given(st.lists(st.one_of(ORDINARY, st.sampled_from("two hundred million . , - ½ ٣ 1.2.3 4-5".split()))))
def test_numbers_never_fail(words: list[str]) -> None:
    """Whatever the words, the answer is none or a number of people."""
    number = parse_number(words)
    assert number is None or 0 < number < 10_000_000


KILLED = """
    Troops troop NNS killed subject
    killed kill VBD ^
    four = CD students number
    students student NNS killed object
    and = CC killed cc
    wounded wound VBD killed conj
    dozens dozen NNS wounded object
    """


def test_numbers_of_a_noun_phrase() -> None:
    """A phrase counts by its own number words, or by being one."""
    graph = make_graph(KILLED)
    assert count_of(graph, token_of(graph, "students")) == 4
    assert count_of(graph, token_of(graph, "dozens")) == 24
    assert count_of(graph, token_of(graph, "Troops")) is None


def test_numbers_behind_transparent_nouns() -> None:
    """*dozens of people* are dozens."""
    graph = make_graph("""
        Dozens dozen NNS died subject
        of = IN Dozens prep
        people = NNS of prep_object
        died die VBD ^
        """)
    assert count_of(graph, token_of(graph, "people")) == 24


def test_numbers_of_deaths_and_injuries() -> None:
    """The dead are those of the verb, the wounded those of the verb beside it."""
    graph = make_graph(KILLED)
    target = (token_of(graph, "students"),)
    assert casualties(graph, token_of(graph, "killed"), target, "18") == {"deaths": 4, "injuries": 24}
    assert casualties(graph, token_of(graph, "killed"), target, "04") == {}


def test_numbers_of_detained() -> None:
    """Those arrested are counted as detained only where the act is an arrest."""
    graph = make_graph("""
        Police = NNS arrested subject
        arrested arrest VBD ^
        120 = CD protesters number
        protesters protester NNS arrested object
        """)
    target = (token_of(graph, "protesters"),)
    assert casualties(graph, token_of(graph, "arrested"), target, "17") == {"detained": 120}
    assert casualties(graph, token_of(graph, "arrested"), target, "14") == {}
    assert casualties(graph, token_of(graph, "arrested"), (), "17") == {}
