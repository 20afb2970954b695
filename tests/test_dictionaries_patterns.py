"""The pattern language: every way of writing in the owner's manual gives the parts that it promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictionaries.model import NounPattern, Part, VerbPattern
from dictionaries.patterns import PatternError, WordSets, phrase, read_noun_pattern, read_verb_pattern, singular

SETS = {"aid": (("aid",), ("relief",)), "troops": (("troop",), ("blue", "helmet"))}


def verb_patterns(text: str) -> list[VerbPattern]:
    return list(read_verb_pattern(text, "verbs/99#test", 7, WordSets(SETS)))


def verb_pattern(text: str) -> VerbPattern:
    (pattern,) = verb_patterns(text)
    return pattern


def noun_pattern(text: str) -> NounPattern:
    return read_noun_pattern(text, "verbs/99#test", 7, WordSets(SETS))


def test_patterns_plain_transitive() -> None:
    """A verb with a bare object has one part, and remembers rule, text and line."""
    pattern = verb_pattern("S arrest T")
    assert (pattern.subject, pattern.verbs) == ("S", {"arrest"})
    assert pattern.parts == (Part("object", slot="T"),)
    assert (pattern.rule, pattern.text, pattern.line) == ("verbs/99#test", "S arrest T", 7)


def test_patterns_alternatives_between_slots() -> None:
    """`|` gives one pattern for each choice of a stretch, each with its own words."""
    patterns = verb_patterns("S arrest | round up | take into custody T")
    assert [p.verbs for p in patterns] == [{"arrest"}, {"round"}, {"take"}]
    assert [(part.preps, part.slot) for part in patterns[1].parts] == [({"up"}, "T")]
    assert any(part.words == (("custody",),) for part in patterns[2].parts)


def test_patterns_alternatives_of_two_stretches_multiply() -> None:
    """Choices in two stretches give every combination."""
    assert len(verb_patterns("S hand | pass A over to | down to T")) == 4


def test_patterns_alternatives_for_one_word() -> None:
    """`/` keeps the alternatives of a word in one pattern."""
    pattern = verb_pattern("S put/place T under arrest/detention")
    assert pattern.verbs == {"put", "place"}
    (words,) = [p for p in pattern.parts if p.words]
    assert words.preps == {"under"} and words.words == (("arrest",), ("detention",))


def test_patterns_word_sets() -> None:
    """`&name` stands for every phrase of a set, and says that it came from one."""
    (part, _) = verb_pattern("S send &troops/tank to T").parts
    assert part.words == (("troop",), ("blue", "helmet"), ("tank",)) and part.from_set


def test_patterns_word_sets_remember_their_use() -> None:
    """A set that a pattern names counts as used."""
    sets = WordSets(SETS)
    list(read_verb_pattern("S send &aid to T", "r", 1, sets))
    assert sets.used == {"aid"}


def test_patterns_several_words_make_one_phrase() -> None:
    """Words up to the next slot or preposition belong together, the last is the head."""
    (part,) = verb_pattern("S declare martial law").parts
    assert part.words == (("martial", "law"),)


def test_patterns_preposition_with_slot() -> None:
    """A preposition before a slot gives a prepositional part, alternatives of it one part."""
    (part,) = verb_pattern("S meet with/at T").parts
    assert part == Part("prep", frozenset({"with", "at"}), "T")


def test_patterns_particle() -> None:
    """A preposition before another one or before nothing is a particle."""
    assert verb_pattern("S back down").parts == (Part("particle", frozenset({"down"})),)
    (particle, prep) = sorted(verb_pattern("S pull out of T").parts, key=lambda p: p.kind)
    assert (particle.kind, particle.preps) == ("particle", {"out"})
    assert (prep.kind, prep.preps, prep.slot) == ("prep", {"of"}, "T")


def test_patterns_optional() -> None:
    """What stands in brackets may be missing."""
    (part,) = verb_pattern("S protest (against/at T)").parts
    assert part.optional and part.slot == "T" and part.preps == {"against", "at"}


def test_patterns_optional_preposition_before_slot() -> None:
    """Brackets around a preposition alone leave the slot itself obligatory."""
    parts = verb_pattern("S meet (with) T").parts
    assert [p.slot for p in parts if not p.optional] == ["T"]
    assert [p.preps for p in parts if p.optional] == [{"with"}]


def test_patterns_brackets_end() -> None:
    """What follows a closing bracket is obligatory again."""
    parts = verb_pattern("S supply (A) to T").parts
    assert {p.slot: p.optional for p in parts} == {"A": True, "T": False}


def test_patterns_forbidden() -> None:
    """`!word` and `!&set` must be missing."""
    word, group = (p for p in verb_pattern("S stop T !heart !&aid").parts if p.forbidden)
    assert word.words == (("heart",),) and group.words == SETS["aid"]


@pytest.mark.parametrize(("text", "possessor"), [("S violate T's airspace", "T"), ("T accept S's demand", "S")])
def test_patterns_possessor(text: str, possessor: str) -> None:
    """`T's airspace` asks for the words and fills the slot from their possessor."""
    (part,) = verb_pattern(text).parts
    assert part.possessor == possessor and part.slot is None and len(part.words) == 1


def test_patterns_target_first() -> None:
    """The target may be the subject."""
    pattern = verb_pattern("T come under fire from S")
    assert pattern.subject == "T"
    assert {p.slot for p in pattern.parts} == {None, "S"}


def test_patterns_subject_of_words() -> None:
    """A pattern may ask for words as its subject."""
    pattern = verb_pattern("war/fighting break out")
    assert pattern.subject is None and pattern.subject_words == (("war",), ("fighting",))


@pytest.mark.parametrize(
    ("text", "preps"), [("S agree to ACT", {"to"}), ("S accuse T of ACT", {"of"}), ("S say that ACT", {"that"})]
)
def test_patterns_embedded_act(text: str, preps: set[str]) -> None:
    """`ACT` is an embedded clause with the word that introduces it."""
    (part,) = [p for p in verb_pattern(text).parts if p.kind == "clause"]
    assert part.slot == "ACT" and part.preps == preps


def test_patterns_bare_act() -> None:
    """`ACT` without a word before it is a clause or noun of any shape."""
    assert verb_pattern("S deny ACT").parts == (Part("clause", slot="ACT"),)


def test_patterns_words_come_before_slots() -> None:
    """Words are matched first, so that no slot takes their tokens."""
    parts = verb_pattern("S give T aid").parts
    assert [bool(p.words) for p in parts] == [True, False]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("S take T into custody", "S take T"),
        ("S send aid to T", "S send &aid to T"),
        ("S bomb T", "S bomb"),
        ("S impose naval blockade on T", "S impose blockade on T"),
        ("S violate T's airspace", "S violate airspace"),
        ("fighting break out", "S break out"),
    ],
)
def test_patterns_more_specific(more: str, less: str) -> None:
    """More words beat fewer, plain words beat sets, an object beats none."""
    assert verb_pattern(more).specificity > verb_pattern(less).specificity


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        ("S", "no verb"),
        ("S T", "no verb"),
        ("S ( arrest T", "opening bracket"),
        ("S arrest T )", "closing bracket"),
        ("S arrest (T", "without a closing"),
        ("S send &nothing to T", "&nothing is not defined"),
        ("S send !&nothing to T", "&nothing is not defined"),
        ("S supply (A | to T)", "inside brackets"),
        pytest.param(
            "S send (aid | relief)",
            "inside brackets",
        ),
        ("S violate T's", "possessor without a noun"),
        ("S send / T", "nothing in"),
        ("S send ! T", "nothing in"),
    ],
)
def test_patterns_faults_of_verb_patterns(text: str, message: str) -> None:
    """A pattern that cannot be read says why."""
    with pytest.raises(PatternError, match=message):
        verb_patterns(text)


# --- nouns


def test_patterns_noun_with_usual_places() -> None:
    """A bare noun leaves its slots to the usual places, and its possessor acts."""
    pattern = noun_pattern("air strikes")
    assert pattern.words == (("air", "strike"),) and pattern.preps == () and pattern.possessor == "S"


def test_patterns_noun_alternatives() -> None:
    """`/` and sets give several phrases."""
    assert noun_pattern("drone/missile strike").words == (("drone", "strike"), ("missile", "strike"))
    assert noun_pattern("&troops").words == SETS["troops"]


def test_patterns_noun_possessed_by_target() -> None:
    """`T's arrest` says that the possessor suffers the act."""
    assert noun_pattern("T's arrest").possessor == "T"


def test_patterns_noun_with_prepositions() -> None:
    """Prepositions that are written out name their slots."""
    assert noun_pattern("visit by S to/at T").preps == (("by", "S"), ("to", "T"), ("at", "T"))
    assert noun_pattern("S's exit from T").preps == (("from", "T"),)


def test_patterns_noun_between_is_a_usual_place() -> None:
    """*between S and T* needs no line of its own."""
    assert noun_pattern("clash between S and T").preps == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no noun"),
        ("visit to", "nothing after 'to'"),
        ("visit to friends", "where a slot is expected"),
        ("visit to T quickly", "where a preposition is expected"),
        ("&nothing", "&nothing is not defined"),
        ("visit by S T", "where a preposition is expected"),
    ],
)
def test_patterns_faults_of_noun_patterns(text: str, message: str) -> None:
    """A noun pattern that cannot be read says why."""
    with pytest.raises(PatternError, match=message):
        noun_pattern(text)


# --- words


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("sanctions", "sanction"),
        ("armies", "army"),
        ("losses", "loss"),
        ("clashes", "clash"),
        ("taxes", "tax"),
        ("press", "press"),
        ("crisis", "crisis"),
        ("status", "status"),
        ("news", "news"),
        ("gas", "gas"),
    ],
)
def test_patterns_singular(word: str, base: str) -> None:
    """Plurals and singulars of a noun are one word."""
    assert singular(word) == base


def test_patterns_phrase_splits_at_hyphens() -> None:
    """Spaces and hyphens separate the same words; only the head is put in the singular."""
    assert phrase("Cease-fire talks") == ("cease", "fire", "talk")
    assert phrase("arms sales") == ("arms", "sale")
    assert phrase("  ") == ()


WORDS = st.sampled_from(
    "S T A ACT arrest take up into custody of to that put/place &aid &no ! ( ) | !heart T's S's / be".split()
)


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_patterns_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is written gives patterns with a verb, or the one kind of error."""
    try:
        patterns = verb_patterns(text)
    except PatternError:
        return
    assert patterns and all(p.verbs for p in patterns)


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_patterns_any_noun_is_read_or_refused(text: str) -> None:
    """Whatever is written as a noun gives phrases, or the one kind of error."""
    try:
        pattern = noun_pattern(text)
    except PatternError:
        return
    assert pattern.words and all(pattern.words)
