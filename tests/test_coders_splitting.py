"""Splitting into sentences: what ends a sentence and what does not, and offsets that always hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coders.splitting import LONGEST, split


def sentences(text: str) -> list[str]:
    return [s.text for s in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ines Albo met Gen. Tarek Suli on Monday.",
        "The U.S. Navy sailed past.",
        "He arrived at 9 a.m. Monday with his staff.",
        "Prices rose by 3.5 percent in March.",
        "J. B. Orlov and Lt. Col. Ada Reyes resigned.",
        "The firm Brandt & Co. Ltd. was fined.",
        "It was agreed in Art. 7 and No. 12 of the treaty.",
        "Talks will be held on Sept. 5 in Oslo.",
        "Sen. Maria Lopes of St. Kitts voted against.",
        "Is it over, he asked",
    ],
)
def test_splitting_keeps_one_sentence_whole(text: str) -> None:
    """Abbreviations, initials and numbers end no sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke. Two towns were flooded.", ["The dam broke.", "Two towns were flooded."]),
        ("Will he go? Nobody knows! Wait.", ["Will he go?", "Nobody knows!", "Wait."]),
        ("“We will not yield.” The crowd cheered.", ["“We will not yield.”", "The crowd cheered."]),
        ('"Leave now." He left.', ['"Leave now."', "He left."]),
        ("He left the U.S. The talks went on.", ["He left the U.S.", "The talks went on."]),
        ("They met at 5 p.m. After that they ate.", ["They met at 5 p.m.", "After that they ate."]),
        ("They waited… Nothing came.", ["They waited…", "Nothing came."]),
        ("Élan fell. Ünal rose.", ["Élan fell.", "Ünal rose."]),
        ("He said so (twice). 40 people heard.", ["He said so (twice).", "40 people heard."]),
    ],
)
def test_splitting_ends_sentences(text: str, expected: list[str]) -> None:
    """Stops, questions, quotes and abbreviations before a usual first word end a sentence."""
    assert sentences(text) == expected


def test_splitting_paragraphs_end_sentences() -> None:
    """A headline without a stop ends with its line."""
    assert sentences("Minister resigns\n\nThe minister resigned.\n") == ["Minister resigns", "The minister resigned."]


def test_splitting_wrapped_lines_go_on() -> None:
    """A line that ends in mid-sentence goes on in the next."""
    assert sentences("The minister of\ntrade resigned.\nThe other stayed.") == [
        "The minister of\ntrade resigned.",
        "The other stayed.",
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "LUSAKA, Zambia (AP) -- ",
        "ROME — ",
        "KATHMANDU (Reuters) - ",
        pytest.param(
            "MINSK, March 4. /BelTA/. ",
        ),
        "TUNIS: ",
        "NEW DELHI (AFP) – ",
    ],
)
def test_splitting_leaves_datelines_out(dateline: str) -> None:
    """An agency's dateline is no text, and the offsets begin behind it."""
    body = "The parliament dismissed two judges on Friday."
    (sentence,) = split(dateline + body)
    assert (sentence.text, sentence.start) == (body, len(dateline))


def test_splitting_keeps_capitals_that_are_no_dateline() -> None:
    """A name in capitals at the beginning of a sentence stays."""
    text = "NATO said on Monday that it would send two ships."
    assert sentences(text) == [text]


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_splitting_leaves_the_date_line_out(gap: str) -> None:
    """An opening `date YYYY-MM-DD` is no text; what follows on that line is."""
    text = f" date 2019-07-04{gap}The mayor of a small town was jailed."
    (sentence,) = split(text)
    assert sentence.text == "The mayor of a small town was jailed."
    assert text[sentence.start : sentence.end] == sentence.text


def test_splitting_date_elsewhere_is_text() -> None:
    """Only the very beginning of a document is a date line."""
    assert sentences("They set a date 2019-07-04 for it.") == ["They set a date 2019-07-04 for it."]
    assert sentences("date 2019-07-04") == []


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n", "\xa0"])
def test_splitting_empty_text(text: str) -> None:
    """A text without words has no sentences."""
    assert split(text) == []


def test_splitting_cuts_what_has_no_end() -> None:
    """A stretch without a boundary is cut at spaces, and no word is lost."""
    words = [f"word{n}" for n in range(3000)]
    pieces = sentences(" ".join(words))
    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(pieces).split() == words
    assert "".join(sentences("x" * 9001)) == "x" * 9001


def test_splitting_numbers_sentences() -> None:
    """Sentences count from 0."""
    assert [s.index for s in split("One fell. Two rose. Three stayed.")] == [0, 1, 2]


ODD = st.sampled_from(
    [
        *"\u0301\u202e\ufeff\x00\U0001f600\ufb01\u00df\u0130\u3002\u2026\u201c\u00bb\x85\u2028\xa0",
        "\r\n",
        "date 2020-02-30 ",
    ]
)
PLAIN = st.sampled_from(
    ["The ", "U.S. ", "ROME (AP) -- ", "army ", "Mr. ", "no. 5 ", ". ", "? ", "! ", "\n", "(", ") ", "'", '" ', "A. "]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PLAIN, ODD), max_size=40).map("".join))


@given(TEXTS)
def test_splitting_offsets_hold(text: str) -> None:
    """Every sentence is the text between its offsets, without white space around it, in order and apart."""
    last = 0
    for n, sentence in enumerate(split(text)):
        assert sentence.index == n
        assert last <= sentence.start < sentence.end <= len(text)
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        last = sentence.end


@given(TEXTS)
def test_splitting_gives_the_same_again(text: str) -> None:
    """The same text splits the same."""
    assert split(text) == split(text)


@given(
    st.lists(st.sampled_from("the army left and many troops went home".split()), min_size=1, max_size=2000).map(
        " ".join
    )
)
def test_splitting_loses_no_words(text: str) -> None:
    """Text without datelines is whole in its sentences."""
    assert " ".join(sentences(text)).split() == text.split()


def test_split_parts_a_caption_from_its_sentence() -> None:
    """A hyphen with a space after it glues a caption to what follows; inside a name it does not."""
    assert [s.text for s in split("Guards watch the border- Rights groups condemned it.")] == [
        "Guards watch the border",
        "Rights groups condemned it.",
    ]
    assert len(split("The ex- Minister and the pre- and post-war leaders met.")) == 1
