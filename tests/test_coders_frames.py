"""Patterns written once in the active voice match every shape that English gives them."""

from __future__ import annotations

import pytest

from builders import make_graph, small_grammar, token_of, words_of
from coders.frames import (
    Frame,
    Surroundings,
    candidate_of,
    match_noun,
    match_verb,
    nominal_candidate,
    phrase_at,
    required_words,
)
from coders.graph import Graph
from dictionaries.model import NounPattern, VerbEntry, VerbPattern
from dictionaries.patterns import WordSets, read_noun_pattern, read_verb_pattern
from parses import BOMBED, WAS_BOMBED

SETS = {"sanctions": (("sanction",), ("trade", "ban")), "aid": (("aid",), ("weapon",), ("tank",))}


def entry(
    patterns: tuple[VerbPattern, ...] = (), nouns: tuple[NounPattern, ...] = (), reciprocal: bool = False
) -> VerbEntry:
    return VerbEntry("r", "000", "", patterns, nouns, (), reciprocal, (), (), 1)


def match(pattern: str, rows: str, word: str, reciprocal: bool = False) -> Frame | None:
    """The frame of a pattern at the first word; the first alternative that fits."""
    graph = make_graph(rows)
    for read in read_verb_pattern(pattern, "r", 1, WordSets(SETS)):
        assert graph.lemma[token_of(graph, word)] in read.verbs or "|" in pattern
        if graph.lemma[token_of(graph, word)] in read.verbs:
            frame = match_verb(graph, token_of(graph, word), entry((read,), reciprocal=reciprocal), read)
            if frame is not None:
                assert Surroundings(graph, token_of(graph, word)).fitting([candidate_of(entry(), read)])
                return frame
    return None


def noun(pattern: str, rows: str, word: str, reciprocal: bool = False) -> Frame | None:
    graph = make_graph(rows)
    read = read_noun_pattern(pattern, "r", 1, WordSets(SETS))
    return match_noun(graph, token_of(graph, word), entry(nouns=(read,), reciprocal=reciprocal), read)


def slots(frame: Frame | None, rows: str) -> tuple[list[str], list[str]] | None:
    """Sources and targets as words."""
    graph = make_graph(rows)
    return None if frame is None else (words_of(graph, frame.sources), words_of(graph, frame.targets))


AGENTLESS = """
    Sudland = NNP bombed subject_passive
    was be VBD bombed passive_aux
    bombed bomb VBN ^
    """
INTRANSITIVE = """
    Norland = NNP bombed subject
    bombed bomb VBD ^
    """
ROUNDED_UP = """
    Police = NNS rounded subject
    rounded round VBD ^
    up = RP rounded particle
    rebels rebel NNS rounded object
    """
ROUNDED_UP_PASSIVE = """
    Rebels rebel NNS rounded subject_passive
    were be VBD rounded passive_aux
    rounded round VBN ^
    up = RP rounded particle
    by = IN rounded by
    police = NNS by prep_object
    """
ROUNDED = """
    Police = NNS rounded subject
    rounded round VBD ^
    rebels rebel NNS rounded object
    """
MET_WITH = """
    Norland = NNP met subject
    met meet VBD ^
    with = IN met prep
    Sudland = NNP with prep_object
    """
SANCTIONS = """
    Norland = NNP imposed subject
    imposed impose VBD ^
    tough = JJ sanctions modifier
    sanctions sanction NNS imposed object
    on = IN sanctions prep
    Sudland = NNP on prep_object
    """
SANCTIONS_PASSIVE = """
    Sanctions sanction NNS imposed subject_passive
    were be VBD imposed passive_aux
    imposed impose VBN ^
    on = IN imposed prep
    Sudland = NNP on prep_object
    by = IN imposed by
    Norland = NNP by prep_object
    """
CUSTODY = """
    Police = NNS took subject
    took take VBD ^
    rebels rebel NNS took object
    into = IN took prep
    custody = NN into prep_object
    """
GIFT = """
    Norland = NNP gave subject
    gave give VBD ^
    Sudland = NNP gave recipient
    weapons weapon NNS gave object
    """
GIFT_TO = """
    Norland = NNP gave subject
    gave give VBD ^
    weapons weapon NNS gave object
    to = IN gave recipient
    Sudland = NNP to prep_object
    """
GIFT_COMPOUND = """
    Norland = NNP sent subject
    sent send VBD ^
    Sudland = NNP tanks compound
    tanks tank NNS sent object
    """
GIFT_PASSIVE = """
    Sudland = NNP given subject_passive
    was be VBD given passive_aux
    given give VBN ^
    weapons weapon NNS given object
    by = IN given by
    Norland = NNP by prep_object
    """
AIRSPACE = """
    Norland = NNP violated subject
    violated violate VBD ^
    Sudland = NNP airspace possessor
    's = POS Sudland case
    airspace = NN violated object
    """
AIRSPACE_OF = """
    Norland = NNP violated subject
    violated violate VBD ^
    the = DT airspace det
    airspace = NN violated object
    of = IN airspace prep
    Sudland = NNP of prep_object
    """
UNDER_FIRE = """
    Sudland = NNP came subject
    came come VBD ^
    under = IN came prep
    fire = NN under prep_object
    from = IN came prep
    Norland = NNP from prep_object
    """


@pytest.mark.parametrize(
    ("pattern", "rows", "verb", "sources", "targets"),
    [
        pytest.param("S bomb T", BOMBED, "bombed", ["Norland"], ["Sudland"], id="active"),
        pytest.param("S bomb T", WAS_BOMBED, "bombed", ["Norland"], ["Sudland"], id="passive with agent"),
        pytest.param("S bomb T", AGENTLESS, "bombed", [], ["Sudland"], id="passive without agent"),
        pytest.param("S bomb", INTRANSITIVE, "bombed", ["Norland"], [], id="no object"),
        pytest.param("S arrest | round up T", ROUNDED_UP, "rounded", ["Police"], ["rebels"], id="particle"),
        pytest.param("S round up T", ROUNDED_UP_PASSIVE, "rounded", ["police"], ["Rebels"], id="particle in passive"),
        pytest.param("S meet with T", MET_WITH, "met", ["Norland"], ["Sudland"], id="preposition"),
        pytest.param("S meet (with) T", MET_WITH, "met", ["Norland"], ["Sudland"], id="optional preposition, there"),
        pytest.param("S bomb (with) T", BOMBED, "bombed", ["Norland"], ["Sudland"], id="optional preposition, missing"),
        pytest.param("S impose &sanctions on T", SANCTIONS, "imposed", ["Norland"], ["Sudland"], id="words between"),
        pytest.param(
            "S impose &sanctions on T", SANCTIONS_PASSIVE, "imposed", ["Norland"], ["Sudland"], id="words in passive"
        ),
        pytest.param("S take T into custody", CUSTODY, "took", ["Police"], ["rebels"], id="words after the target"),
        pytest.param("S give T &aid", GIFT, "gave", ["Norland"], ["Sudland"], id="dative"),
        pytest.param("S give T &aid", GIFT_TO, "gave", ["Norland"], ["Sudland"], id="dative written, to found"),
        pytest.param("S give &aid to T", GIFT, "gave", ["Norland"], ["Sudland"], id="to written, dative found"),
        pytest.param("S give &aid to T", GIFT_TO, "gave", ["Norland"], ["Sudland"], id="to"),
        pytest.param("S send &aid to T", GIFT_COMPOUND, "sent", ["Norland"], ["Sudland"], id="dative read as compound"),
        pytest.param("S give &aid to T", GIFT_PASSIVE, "given", ["Norland"], ["Sudland"], id="dative in passive"),
        pytest.param("S violate T's airspace", AIRSPACE, "violated", ["Norland"], ["Sudland"], id="possessor"),
        pytest.param(
            "S violate T's airspace", AIRSPACE_OF, "violated", ["Norland"], ["Sudland"], id="possessor with of"
        ),
        pytest.param("T come under fire from S", UNDER_FIRE, "came", ["Norland"], ["Sudland"], id="target first"),
        pytest.param("S bomb T !Midland", BOMBED, "bombed", ["Norland"], ["Sudland"], id="forbidden word missing"),
    ],
)
def test_frames_verb_pattern_matches(
    pattern: str, rows: str, verb: str, sources: list[str], targets: list[str]
) -> None:
    """One pattern matches active, passive, particles, datives and words between, and finds both slots."""
    assert slots(match(pattern, rows, verb), rows) == (sources, targets)


@pytest.mark.parametrize(
    ("pattern", "rows", "verb"),
    [
        pytest.param("S bomb T", INTRANSITIVE, "bombed", id="object missing"),
        pytest.param("S round up T", ROUNDED, "rounded", id="particle missing"),
        pytest.param("S meet at T", MET_WITH, "met", id="other preposition"),
        pytest.param("S impose ban on T", SANCTIONS, "imposed", id="other words"),
        pytest.param("S take T into office", CUSTODY, "took", id="other words after the target"),
        pytest.param("S impose T !sanction", SANCTIONS, "imposed", id="forbidden word there"),
        pytest.param("T come under fire from S", UNDER_FIRE.replace("fire", "rain"), "came", id="other noun"),
        pytest.param("T bomb from S", WAS_BOMBED, "bombed", id="target first in passive"),
    ],
)
def test_frames_verb_pattern_does_not_match(pattern: str, rows: str, verb: str) -> None:
    """A pattern does not match where something that it asks for is missing, or something forbidden is there."""
    assert match(pattern, rows, verb) is None


def test_frames_say_which_words_they_used() -> None:
    """The further words of a pattern are part of its trigger."""
    graph = make_graph(SANCTIONS)
    frame = match("S impose &sanctions on T", SANCTIONS, "imposed")
    assert frame is not None and "sanctions" in words_of(graph, frame.words)


def test_frames_reciprocal_subject() -> None:
    """A reciprocal entry without a target makes its subjects each other's."""
    rows = """
        Norland = NNP met subject
        and = CC Norland cc
        Sudland = NNP Norland conj
        met meet VBD ^
        """
    frame = match("S meet", rows, "met", reciprocal=True)
    assert frame is not None and frame.reciprocal
    frame = match("S meet with T", MET_WITH, "met", reciprocal=True)
    assert frame is not None and not frame.reciprocal


def test_frames_more_specific_patterns_score_higher() -> None:
    """Of two patterns that match, the one with more words wins."""
    long, short = match("S take T into custody", CUSTODY, "took"), match("S take T", CUSTODY, "took")
    assert long is not None and short is not None and long.score > short.score


# --- nouns

POSSESSIVE = """
    Norland = NNP bombing possessor
    's = POS Norland case
    bombing = NN ended subject
    of = IN bombing prep
    Sudland = NNP of prep_object
    ended end VBD ^
    """
OF_AND_BY = """
    The = DT bombing det
    bombing = NN ended subject
    of = IN bombing prep
    Sudland = NNP of prep_object
    by = IN bombing prep
    Norland = NNP by prep_object
    ended end VBD ^
    """
ADJECTIVE = """
    Norlandic = JJ strikes modifier
    air = NN strikes compound
    strikes strike NNS ended subject
    on = IN strikes prep
    Sudland = NNP on prep_object
    ended end VBD ^
    """
CARRIED_OUT = """
    Norland = NNP carried subject
    carried carry VBD ^
    out = RP carried particle
    an = DT attack det
    attack = NN carried object
    on = IN attack prep
    Sudland = NNP on prep_object
    """
CARRIED_OUT_PASSIVE = """
    The = DT attack det
    attack = NN carried subject_passive
    on = IN attack prep
    Sudland = NNP on prep_object
    was be VBD carried passive_aux
    carried carry VBN ^
    out = RP carried particle
    by = IN carried by
    Norland = NNP by prep_object
    """
SUFFERED = """
    Sudland = NNP suffered subject
    suffered suffer VBD ^
    an = DT attack det
    attack = NN suffered object
    by = IN attack prep
    Norland = NNP by prep_object
    """
ARREST = """
    Brevik = NNP arrest possessor
    's = POS Brevik case
    arrest = NN came subject
    by = IN arrest prep
    police = NNS by prep_object
    came come VBD ^
    """
VISIT = """
    The = DT visit det
    visit = NN ended subject
    by = IN visit prep
    Norland = NNP by prep_object
    to = IN visit prep
    Sudland = NNP to prep_object
    ended end VBD ^
    """


@pytest.mark.parametrize(
    ("pattern", "rows", "word", "sources", "targets"),
    [
        pytest.param("bombing", POSSESSIVE, "bombing", ["Norland"], ["Sudland"], id="possessor and of"),
        pytest.param("bombing", OF_AND_BY, "bombing", ["Norland"], ["Sudland"], id="of and by"),
        pytest.param("air strike", ADJECTIVE, "strikes", ["Norlandic"], ["Sudland"], id="nationality"),
        pytest.param("attack", CARRIED_OUT, "attack", ["Norland"], ["Sudland"], id="light verb"),
        pytest.param("attack", CARRIED_OUT_PASSIVE, "attack", ["Norland"], ["Sudland"], id="light verb in passive"),
        pytest.param("attack", SUFFERED, "attack", ["Norland"], ["Sudland"], id="light verb that undergoes"),
        pytest.param("T's arrest", ARREST, "arrest", ["police"], ["Brevik"], id="possessor is the victim"),
        pytest.param("visit by S to T", VISIT, "visit", ["Norland"], ["Sudland"], id="written prepositions"),
    ],
)
def test_frames_noun_pattern_matches(
    pattern: str, rows: str, word: str, sources: list[str], targets: list[str]
) -> None:
    """A noun finds its slots in possessors, adjectives, prepositions and light verbs."""
    assert slots(noun(pattern, rows, word), rows) == (sources, targets)


@pytest.mark.parametrize(
    ("pattern", "rows", "word"),
    [
        pytest.param("naval strike", ADJECTIVE, "strikes", id="other words before"),
        pytest.param(
            "visit by S into T",
            VISIT.replace(" to = IN", " at = IN").replace("to prep", "at prep"),
            "visit",
            id="target missing",
        ),
    ],
)
def test_frames_noun_pattern_does_not_match(pattern: str, rows: str, word: str) -> None:
    """A noun pattern asks for all its words and for the place of its target."""
    assert noun(pattern, rows, word) is None


def test_frames_noun_between_two() -> None:
    """*talks between A and B* are of both with each other."""
    rows = """
        Talks talk NNS ended subject
        between = IN Talks prep
        Norland = NNP between prep_object
        and = CC Norland cc
        Sudland = NNP Norland conj
        ended end VBD ^
        """
    frame = noun("talks", rows, "Talks")
    assert frame is not None and frame.reciprocal
    assert slots(frame, rows) == (["Norland"], [])


def test_frames_noun_place() -> None:
    """Where a noun's act happened is a place, not a target."""
    rows = OF_AND_BY.replace("by = IN", "in = IN").replace("by prep_object", "in prep_object")
    frame = noun("bombing", rows, "bombing")
    graph = make_graph(rows)
    assert frame is not None and words_of(graph, frame.places) == ["Norland"]
    assert slots(frame, rows) == ([], ["Sudland"])


# --- words


def words_graph() -> Graph:
    return make_graph("""
        new = JJ bans modifier
        trade = NN bans compound
        bans ban NNS came subject
        came come VBD ^
        """)


def test_frames_phrase_with_its_other_words_before() -> None:
    """A phrase stands where its head stands with its other words before it."""
    graph = words_graph()
    assert phrase_at(graph, 2, (("trade", "ban"),)) == (1, 2)
    assert phrase_at(graph, 2, (("ban",),)) == (2,)
    assert phrase_at(graph, 2, (("export", "ban"),)) == ()
    assert phrase_at(graph, 1, (("trade", "ban"),)) == ()


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("S bomb T", []),
        ("S put T under arrest/detention", [{"arrest", "detention"}, {"under"}]),
        ("S carry out &blow on/against T", [{"blow", "strike"}, {"out"}, {"on", "against"}]),
        ("looting break out", [{"looting"}, {"out"}]),
        ("S give &blow to T", [{"blow", "strike"}]),
        ("S smuggle (against T) !drug", []),
        ("S talk T into ACT", [{"into"}]),
        ("S promise to ACT", []),
        ("S say that ACT", []),
    ],
)
def test_frames_required_words_stand_in_every_match(text: str, required: list[set[str]]) -> None:
    """A pattern is looked at only where all its words stand; *to*, *for* and *that* may be left unsaid, optional words too."""
    (pattern,) = read_verb_pattern(text, "r", 1, WordSets({"blow": (("blow",), ("strike",))}))
    assert required_words(pattern) == required


def test_frames_index_finds_verbs_and_nouns() -> None:
    """Every verb and noun of the dictionary is in the index by its base form."""
    index = small_grammar().index
    assert {"bomb", "take", "round", "come"} <= index.verbs.keys()
    assert {"bombing", "strike", "talk", "detention"} <= index.nouns.keys()


def test_frames_index_leaves_out_patterns_whose_words_are_missing() -> None:
    """Patterns of a verb that need a word are candidates only with that word."""
    bucket = small_grammar().index.verbs["take"]
    assert bucket.candidates(frozenset({"take", "table"})) == []
    assert len(bucket.candidates(frozenset({"take", "custody", "into"}))) == 1
    assert bucket.candidates(frozenset({"take", "custody"})) == []


def test_frames_noun_pattern_asks_for_the_word_before_its_head() -> None:
    """A pattern of several nouns is looked at under each of them only where the word that this one needs stands before it."""
    pattern = NounPattern("r", (("raid",), ("air", "strike"), ("drone", "strike")), "S", (), "raid", 1.0, 1)
    assert nominal_candidate(entry(), pattern, "raid").required == []
    assert nominal_candidate(entry(), pattern, "strike").required == [{"air", "drone"}]


@pytest.mark.parametrize("pattern", ["S bomb &aid", "S bomb T into ruin", "S bomb under T"])
def test_frames_candidate_does_not_fit_without_its_first_complement(pattern: str) -> None:
    """Where the word or preposition of the first complement stands nowhere with the verb, the pattern is not tried."""
    graph = make_graph(BOMBED)
    (read,) = read_verb_pattern(pattern, "r", 1, WordSets(SETS))
    fits = bool(Surroundings(graph, token_of(graph, "bombed")).fitting([candidate_of(entry(), read)]))
    assert not fits
