"""Phrases in which political words mean no political event."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from builders import built_in, make_graph, small, text_of, words_of
from coders.discards import Discards
from coders.lexicon import Lexicon
from coders.mentions import DocumentMentions, MentionFinder
from coders.model import Sentence

DISCARDS = Discards(small())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A price war broke out.", [("price war", "business")]),
        ("The PRICE WAR and the Battle of the Bands", [("PRICE WAR", "business"), ("Battle of the Bands", "music")]),
        ("A price warning was given.", []),
        ("The war raised prices.", []),
        ("", []),
    ],
)
def test_discards_are_found_with_their_reasons(text: str, expected: list[tuple[str, str]]) -> None:
    """Phrases are found in any case at word boundaries, with the reason that their line gives."""
    assert [(text[s:e], reason) for s, e, reason in DISCARDS.found(text)] == expected


def test_discards_survive_letters_that_change_length() -> None:
    """A letter that becomes two in lower case does not shift offsets."""
    for start, end, _ in DISCARDS.found("\u0130zmir has a price war."):
        assert "\u0130zmir has a price war."[start:end] == "price war"


def test_discards_are_found_beside_letters_that_change_length() -> None:
    """A letter that becomes two in lower case does not hide the phrase."""
    assert len(DISCARDS.found("\u0130zmir has a price war.")) == 1


NOBODY = DocumentMentions([], [], (), {})


def test_discards_block_their_tokens() -> None:
    """Only the words of the phrase may not trigger anything."""
    graph = make_graph(
        """
        Norland = NNP fought subject
        fought fight VBD ^
        a = DT war det
        price = NN war compound
        war = NN fought object
        """,
        offset=50,
    )
    text = text_of(graph)
    blocked = DISCARDS.blocked(graph, Sentence(3, 50, 50 + len(text), text), NOBODY)
    assert words_of(graph, sorted(blocked)) == ["price", "war"]


def test_discards_block_nothing_elsewhere() -> None:
    """A sentence without such phrases is left alone."""
    graph = make_graph("Norland = NNP fought subject\nfought fight VBD ^")
    assert DISCARDS.blocked(graph, Sentence(0, 0, 14, text_of(graph)), NOBODY) == frozenset()


@cache
def mention_finder() -> MentionFinder:
    return MentionFinder(Lexicon(built_in()))


def subject(*texts: str) -> str | None:
    """What the built-in dictionaries take a document of these sentences to be about."""
    sentences = []
    for i, text in enumerate(texts):
        start = sum(len(t) + 1 for t in texts[:i])
        sentences.append(Sentence(i, start, start + len(text), text))
    mentions = mention_finder().find(" ".join(texts), sentences, date(2020, 5, 1))
    return Discards(built_in()).subject(sentences, mentions)


TRIAL = (
    "The jury heard that the killer had followed her home.",
    "Detectives found a knife in the kitchen.",
    "The defendant pleaded guilty to manslaughter.",
    "He had met her at a party.",
    "He will be told his term on Friday.",
)


def test_discards_know_a_document_of_private_crime() -> None:
    """Courts, detectives and knives, and nothing of public affairs, make a whole document private."""
    assert subject(*TRIAL) == "private crime"


@pytest.mark.parametrize(
    "public", ["The victim was a senator.", "Protesters marched to the court.", "A bomb had gone off."]
)
def test_discards_leave_a_crime_of_public_concern(public: str) -> None:
    """One word of politics in the opening makes the crime everybody's."""
    assert subject(public, *TRIAL) is None


def test_discards_leave_a_kidnapping() -> None:
    """Abductions on the roads are a matter of security, though the words beside them are those of crime reports."""
    kidnapping = (
        "Four nurses were kidnapped on the road to the mine.",
        "Detectives found their lorry.",
        "The suspects had shotguns.",
        "A teenager among the victims escaped.",
        "The others were abducted at dawn.",
    )
    assert subject(*kidnapping) is None


def test_discards_know_a_document_of_sport() -> None:
    """A match report is one even in the sentences without a word of sport."""
    match = ("The goalkeeper blocked two shots.", "The midfielder struck the post.", "A late equaliser came.")
    rest = ("The visitors attacked again.", "They left at midnight.")
    assert subject(*match, *rest) == "sport"


def test_discards_leave_politics_beside_sport() -> None:
    """One sentence on a goalkeeper makes no match report of a document, and a short text is not judged as a whole."""
    rest = ("The minister resigned.", "The party chose another.", "He thanked voters.", "He left.")
    assert subject("The goalkeeper blocked two shots.", *rest) is None
    assert subject(*TRIAL[:3]) is None


GARDENING = (
    "The gardener planted roses along the wall.",
    "Her neighbour attacked the weeds with a hoe.",
    "They agreed to share the harvest.",
    "A storm killed two of the trees.",
    "The pair met again in autumn.",
)


def test_discards_know_a_document_without_public_affairs() -> None:
    """Where neither the opening nor a third of the rest has anything of the kind, nothing is coded."""
    assert subject(*GARDENING) == "no public affairs"
    assert subject(*GARDENING, "A minister came.") == "no public affairs"


@pytest.mark.parametrize("public", ["The president watched.", "Soldiers stood by.", "NATO sent a wreath."])
def test_discards_leave_a_document_whose_opening_is_public(public: str) -> None:
    """One office, force or organisation in its opening is enough."""
    assert subject(public, *GARDENING) is None


def test_discards_leave_a_document_that_turns_public() -> None:
    """A story that opens with a scene comes to the war later."""
    assert subject(*GARDENING, "Then soldiers came.", "The rebels fled.", "The army burned the garden.") is None
