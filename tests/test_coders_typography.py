"""Hyphens where a page lost its spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coders.typography import GLUED, LIKELY, in_sentence_case, mend


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Riga-has recalled its envoy.", "Riga has recalled its envoy."),
        ("The strike,-the third this month, ended.", "The strike, the third this month, ended."),
        ("He went on.-The crowd left.", "He went on. The crowd left."),
        ("The-Latvian envoy-who spoke to-Estonia left.", "The Latvian envoy who spoke to Estonia left."),
    ],
)
def test_mend_puts_a_space_where_a_page_lost_it(text, mended):
    assert mend(text) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ('"We have won,"?the envoy said.', '"We have won," the envoy said.'),
        ('The soldiers"?lives were lost.', "The soldiers' lives were lost."),
        ('The plan "?a bold one "?failed.', "The plan - a bold one - failed."),
        ('Did he say "yes"? Nobody knows.', 'Did he say "yes"? Nobody knows.'),
    ],
)
def test_mend_puts_back_marks_that_an_encoding_lost(text, mended):
    assert mend(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "The chief-of-staff met the would-be buyer and his ex-wife.",
        "Two- and three-day talks on a cease-fire.",
        "A cat-and-mouse game in the then-capital, said the run-of-the-mill by-election winner.",
        "The bill -- a first -- passed.",
        "Saudi-led air strikes hit a state-owned plant.",
    ],
)
def test_mend_leaves_compounds_and_dashes(text):
    assert mend(text) == text


def test_mend_trusts_no_hyphen_of_a_page_that_has_several_glued_words():
    assert mend("Talks-with Chad go on.") == "Talks-with Chad go on."
    assert mend("Mali-has begun talks-with Chad,-which agreed.").count("-") == 0


@given(st.text(alphabet="ab -,.theof\n", max_size=80))
def test_mend_keeps_the_length(text):
    assert len(mend(text)) == len(text)


@given(st.lists(st.sampled_from(["the", "of", "has", "By the", "a", "b", "-", "--", " ", ",", ".", "\n"]), max_size=12))
def test_mend_looks_at_every_text_with_a_glued_word(pieces):
    text = "".join(pieces)
    assert LIKELY.search(text) or not GLUED.search(text)


@pytest.mark.parametrize(
    ("text", "names", "plain"),
    [
        ("Ghana Lifts Travel Ban to Togo", ["Ghana", "Togo"], "Ghana lifts travel ban to Togo"),
        ("Police Beat Nurses in the North", [], "Police beat nurses in the north"),
        ("Ghana lifts Travel Ban to Togo", ["Ghana", "Togo"], "Ghana lifts Travel Ban to Togo"),
        ("President Ada Brand Meets General Otto Ban", ["Ada Brand", "Otto Ban", "President"], None),
        ("Police Beat Nurses", [], None),
        ("NATO AND EU MEET", [], None),
    ],
)
def test_in_sentence_case_leaves_capitals_to_names(text, names, plain):
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    known = "ban beat lifts meets nurses police president travel general north".split()
    assert in_sentence_case(text, spans, known.__contains__) == (plain or text)


@given(st.text())
def test_in_sentence_case_keeps_the_length(text):
    assert len(in_sentence_case(text, [], lambda _: True)) == len(text)
