"""The graph gives the complements of a predicate as in the active voice, whatever shape the sentence has."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from builders import make_graph, token_of, words_of
from coders.graph import Graph
from parses import ACCUSED_OF_BOMBING, BOMBED, ORDERED_TO_ARREST, WAS_BOMBED


@dataclass(frozen=True)
class Shown:
    """The complements of a verb as words."""

    subjects: list[str]
    objects: list[str]


def arguments(rows: str, verb: str) -> Shown:
    graph = make_graph(rows)
    found = graph.arguments(token_of(graph, verb))
    return Shown(words_of(graph, found.subjects), words_of(graph, found.objects))


SUBJECT_RELATIVE = """
    The = DT army det
    army = NN withdrew subject
    that = WDT bombed subject
    bombed bomb VBD army relative_clause
    Sudland = NNP bombed object
    withdrew withdraw VBD ^
    """
OBJECT_RELATIVE = """
    The = DT village det
    village = NN was subject
    that = WDT bombed object
    Norland = NNP bombed subject
    bombed bomb VBD village relative_clause
    was be VBD ^
    empty = JJ was attribute
    """
CONTACT_RELATIVE = """
    Villages village NNS burned subject
    Norland = NNP bombed subject
    bombed bomb VBD Villages relative_clause
    burned burn VBD ^
    """
REDUCED_RELATIVE = """
    The = DT village det
    village = NN burned subject
    bombed bomb VBN village modifier_clause
    by = IN bombed by
    Norland = NNP by prep_object
    burned burn VBD ^
    """
PARTICIPLE = """
    Soldiers soldier NNS fled subject
    bombing bomb VBG Soldiers modifier_clause
    Sudland = NNP bombing object
    fled flee VBD ^
    """
SUBJECT_CONTROL = """
    Norland = NNP agreed subject
    agreed agree VBD ^
    to = TO bomb aux
    bomb = VB agreed open_clause
    Sudland = NNP bomb object
    """
PROMISE = """
    Norland = NNP promised subject
    promised promise VBD ^
    Midland = NNP promised object
    to = TO bomb aux
    bomb = VB promised open_clause
    Sudland = NNP bomb object
    """
PASSIVE_CONTROL = """
    Norland = NNP asked subject_passive
    was be VBD asked passive_aux
    asked ask VBN ^
    to = TO bomb aux
    bomb = VB asked open_clause
    Sudland = NNP bomb object
    """
WITHOUT = """
    Norland = NNP won subject
    won win VBD ^
    without = IN won prep
    bombing bomb VBG without prep_clause
    Midland = NNP bombing object
    """
NOUN_WITH_ACT = """
    Norland = NNP decision possessor
    's = POS Norland case
    decision = NN helped subject
    to = TO bomb aux
    bomb = VB decision modifier_clause
    Sudland = NNP bomb object
    helped help VBD ^
    """
COORDINATED_VERBS = """
    Norland = NNP attacked subject
    attacked attack VBD ^
    Midland = NNP attacked object
    and = CC attacked cc
    bombed bomb VBD attacked conj
    Sudland = NNP bombed object
    """
COORDINATED_PASSIVES = """
    Rebels rebel NNS arrested subject_passive
    were be VBD arrested passive_aux
    arrested arrest VBN ^
    and = CC arrested cc
    jailed jail VBN arrested conj
    by = IN jailed by
    police = NNS by prep_object
    """
SHARED_OBJECT = """
    Norland = NNP attacked subject
    attacked attack VBD ^
    and = CC attacked cc
    bombed bomb VBD attacked conj
    Sudland = NNP bombed object
    """


@pytest.mark.parametrize(
    ("rows", "verb", "subjects", "objects"),
    [
        pytest.param(BOMBED, "bombed", ["Norland"], ["Sudland"], id="active"),
        pytest.param(WAS_BOMBED, "bombed", ["Norland"], ["Sudland"], id="passive"),
        pytest.param(SUBJECT_RELATIVE, "bombed", ["army"], ["Sudland"], id="subject relative"),
        pytest.param(OBJECT_RELATIVE, "bombed", ["Norland"], ["village"], id="object relative"),
        pytest.param(CONTACT_RELATIVE, "bombed", ["Norland"], ["Villages"], id="relative without pronoun"),
        pytest.param(REDUCED_RELATIVE, "bombed", ["Norland"], ["village"], id="reduced relative"),
        pytest.param(PARTICIPLE, "bombing", ["Soldiers"], ["Sudland"], id="participle"),
        pytest.param(SUBJECT_CONTROL, "bomb", ["Norland"], ["Sudland"], id="subject control"),
        pytest.param(ORDERED_TO_ARREST, "arrest", ["police"], ["rebels"], id="object control"),
        pytest.param(PROMISE, "bomb", ["Norland"], ["Sudland"], id="promise somebody to"),
        pytest.param(PASSIVE_CONTROL, "bomb", ["Norland"], ["Sudland"], id="control by a passive"),
        pytest.param(ACCUSED_OF_BOMBING, "bombing", ["Sudland"], ["Midland"], id="accused of"),
        pytest.param(WITHOUT, "bombing", ["Norland"], ["Midland"], id="without"),
        pytest.param(NOUN_WITH_ACT, "bomb", ["Norland"], ["Sudland"], id="noun with infinitive"),
        pytest.param(COORDINATED_VERBS, "bombed", ["Norland"], ["Sudland"], id="coordinated verb"),
        pytest.param(COORDINATED_VERBS, "attacked", ["Norland"], ["Midland"], id="first of two verbs"),
        pytest.param(COORDINATED_PASSIVES, "jailed", ["police"], ["Rebels"], id="coordinated passive"),
        pytest.param(SHARED_OBJECT, "attacked", ["Norland"], ["Sudland"], id="shared object"),
        pytest.param(SHARED_OBJECT, "bombed", ["Norland"], ["Sudland"], id="shared subject"),
    ],
)
def test_graph_arguments(rows: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    """Subject and object of a verb are found through voice, relatives, control and coordination."""
    assert arguments(rows, verb) == Shown(subjects, objects)


def test_graph_first_of_two_passives_shares_the_agent() -> None:
    """*were arrested and jailed by police*: police also arrested."""
    assert arguments(COORDINATED_PASSIVES, "arrested") == Shown(["police"], ["Rebels"])


def test_graph_passive_without_agent() -> None:
    """An agentless passive has an object and no subject."""
    rows = """
        Sudland = NNP bombed subject_passive
        was be VBD bombed passive_aux
        bombed bomb VBN ^
        """
    assert arguments(rows, "bombed") == Shown([], ["Sudland"])


def test_graph_agent_of_passive_is_no_oblique() -> None:
    """The by-phrase of a passive is its subject and nothing else."""
    graph = make_graph(WAS_BOMBED)
    found = graph.arguments(token_of(graph, "bombed"))
    assert found.passive and found.obliques == ()


def test_graph_passive_of_a_gift() -> None:
    """*Sudland was given tanks*: Sudland receives, the tanks are given."""
    graph = make_graph("""
        Sudland = NNP given subject_passive
        was be VBD given passive_aux
        given give VBN ^
        tanks tank NNS given object
        """)
    found = graph.arguments(token_of(graph, "given"))
    assert words_of(graph, found.recipients) == ["Sudland"] and words_of(graph, found.objects) == ["tanks"]


def test_graph_perfect_is_no_passive() -> None:
    """*has bombed* is active."""
    graph = make_graph("""
        Norland = NNP bombed subject
        has have VBZ bombed aux
        bombed bomb VBN ^
        Sudland = NNP bombed object
        """)
    assert not graph.is_passive(token_of(graph, "bombed"))


def test_graph_particles_and_prepositions() -> None:
    """Particles are words, and stacked prepositions are flattened."""
    graph = make_graph("""
        Norland = NNP pulled subject
        pulled pull VBD ^
        troops troop NNS pulled object
        out = IN pulled prep
        of = IN out prep
        Sudland = NNP of prep_object
        """)
    found = graph.arguments(token_of(graph, "pulled"))
    assert "out" in found.particles
    assert [(o.prep, graph.text[o.governed]) for o in found.obliques] == [("of", "Sudland")]


@pytest.mark.parametrize(
    ("rows", "verb", "kind"),
    [(SUBJECT_CONTROL, "agreed", "to"), (ORDERED_TO_ARREST, "ordered", "to"), (ACCUSED_OF_BOMBING, "accused", "of")],
)
def test_graph_kinds_of_clauses(rows: str, verb: str, kind: str) -> None:
    """An embedded clause is known by the word that introduces it."""
    graph = make_graph(rows)
    assert [k for k, _ in graph.arguments(token_of(graph, verb)).clauses] == [kind]


def test_graph_that_clause() -> None:
    """*said that* has a clause of its own kind, and the subject inside is its own."""
    graph = make_graph("""
        Norland = NNP said subject
        said say VBD ^
        that = IN bombed mark
        Midland = NNP bombed subject
        bombed bomb VBD said clause
        Sudland = NNP bombed object
        """)
    assert [k for k, _ in graph.arguments(token_of(graph, "said")).clauses] == ["that"]
    assert words_of(graph, graph.subjects(token_of(graph, "bombed"))) == ["Midland"]


COORDINATION = """
    Norland = NNP met subject
    , = , Norland punct
    Sudland = NNP Norland conj
    and = CC Sudland cc
    Midland = NNP Sudland conj
    met meet VBD ^
    """


def test_graph_conjuncts_in_order() -> None:
    """Everything coordinated under a token comes with it, in order of the text."""
    graph = make_graph(COORDINATION)
    assert words_of(graph, graph.conjuncts(0)) == ["Norland", "Sudland", "Midland"]
    assert words_of(graph, graph.conjuncts(token_of(graph, "met"))) == ["met"]


def test_graph_subtree_and_below() -> None:
    """A subtree holds what hangs on a token, however deep."""
    graph = make_graph(COORDINATION)
    assert graph.subtree(0) == [0, 1, 2, 3, 4]
    assert graph.below(4, 0) and not graph.below(0, 4) and graph.below(0, 0)


def test_graph_core_of_transparent_nouns() -> None:
    """*thousands of pieces of aid* is about aid, *the army of Sudland* about the army."""
    graph = make_graph("""
        Thousands thousand NNS came subject
        of = IN 0 prep
        pieces piece NNS 1 prep_object
        of = IN 2 prep
        aid = NN 3 prep_object
        came come VBD ^
        """)
    assert graph.text[graph.core(0)] == "aid"
    graph = make_graph("""
        army = NN left subject
        of = IN army prep
        Sudland = NNP of prep_object
        left leave VBD ^
        """)
    assert graph.core(0) == 0


def test_graph_offsets_are_of_the_document() -> None:
    """Tokens carry offsets into the text that the sentence comes from."""
    graph = make_graph(BOMBED, offset=100)
    assert (graph.starts, graph.ends) == ([100, 108, 115], [107, 114, 122])


def test_graph_survives_chains_and_loops_of_clauses() -> None:
    """A long chain of verbs without any subject ends."""
    rows = ["want0 want VB ^"] + [f"want{n} want VB want{n - 1} open_clause" for n in range(1, 60)]
    graph = make_graph("\n".join(rows))
    assert isinstance(graph, Graph)
    assert graph.subjects(59) == () and graph.arguments(59).objects == ()
