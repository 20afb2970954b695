"""What kind of statement an act is in."""

from __future__ import annotations

import pytest

from builders import make_graph, token_of
from coders.realis import own_realis, realis_of


def bomb(*before: str, after: str = "") -> str:
    """*Norland ... bomb Sudland* with some lines before the verb."""
    return "\n".join(("Norland = NNP bomb subject", *before, "bomb = VB ^", "Sudland = NNP bomb object", after))


@pytest.mark.parametrize(
    ("lines", "own", "whole"),
    [
        ([], None, "actual"),
        (["did do VBD bomb aux", "not = RB bomb negation"], "negated", "negated"),
        (["never = RB bomb negation"], "negated", "negated"),
        (["never = RB bomb adverb"], "negated", "negated"),
        (["will = MD bomb aux"], "future", "future"),
        (["will = MD bomb aux", "not = RB bomb negation"], "negated", "negated"),
        (["might = MD bomb aux"], "hypothetical", "hypothetical"),
        (["could can MD bomb aux"], "hypothetical", "hypothetical"),
        (["must = MD bomb aux"], "hypothetical", "hypothetical"),
        (["has have VBZ bomb aux"], None, "actual"),
    ],
)
def test_realis_of_auxiliaries(lines: list[str], own: str | None, whole: str) -> None:
    """Auxiliaries and negations of the verb itself decide first."""
    graph = make_graph(bomb(*lines))
    assert own_realis(graph, token_of(graph, "bomb")) == own
    assert realis_of(graph, token_of(graph, "bomb"), False) == whole


def test_realis_of_a_negated_attribute() -> None:
    """A quotation may begin with the negation, which is then of the adjective: *was "not happy"*."""
    lines = ["Norland = NNP was subject", "was be VBD ^", "not = RB happy negation", "happy = JJ was attribute"]
    denied, affirmed = make_graph("\n".join(lines)), make_graph("\n".join(lines[:2] + lines[3:]))
    assert own_realis(denied, token_of(denied, "was")) == "negated"
    assert own_realis(affirmed, token_of(affirmed, "was")) is None


@pytest.mark.parametrize(("det", "expected"), [("any", "hypothetical"), ("some", None)])
def test_realis_of_anything(det: str, expected: str | None) -> None:
    """Who is said to have had *any* contact is not said to have had it."""
    graph = make_graph(f"Norland = NNP had subject\nhad have VBD ^\n{det} = DT contact det\ncontact = NN had object")
    assert own_realis(graph, token_of(graph, "had")) == expected


def test_realis_of_questions() -> None:
    """In a question everything is hypothetical."""
    graph = make_graph(bomb())
    assert realis_of(graph, token_of(graph, "bomb"), True) == "hypothetical"


def test_realis_of_nobody() -> None:
    """*No soldiers bombed* and *nobody bombed* are negated."""
    graph = make_graph(
        "No = DT soldiers det\nsoldiers soldier NNS bombed subject\nbombed bomb VBD ^\nSudland = NNP bombed object"
    )
    assert realis_of(graph, token_of(graph, "bombed"), False) == "negated"
    graph = make_graph("Nobody = NN bombed subject\nbombed bomb VBD ^\nSudland = NNP bombed object")
    assert realis_of(graph, token_of(graph, "bombed"), False) == "negated"


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("If", "hypothetical"), ("Unless", "hypothetical"), ("After", "hypothetical"), ("Because", "actual")],
)
def test_realis_of_clauses_by_their_mark(mark: str, expected: str) -> None:
    """Conditions are hypothetical, and what a present tense says is to come before something else; other clauses are not."""
    graph = make_graph(f"""
        {mark} = IN bombs mark
        Norland = NNP bombs subject
        bombs bomb VBZ leave adverbial_clause
        Sudland = NNP bombs object
        Midland = NNP leave subject
        will = MD leave aux
        leave = VB ^
        """)
    assert realis_of(graph, token_of(graph, "bombs"), False) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("wants want", "hypothetical"),
        ("plans plan", "hypothetical"),
        ("threatens threaten", "hypothetical"),
        ("refuses refuse", "hypothetical"),
        ("began begin", "actual"),
        ("managed manage", "actual"),
        ("seems seem", "actual"),
    ],
)
def test_realis_under_another_verb(verb: str, expected: str) -> None:
    """What is wanted or planned is not done; what was begun is."""
    form = verb.split()[0]
    graph = make_graph(f"""
        Norland = NNP {form} subject
        {verb} VBZ ^
        to = TO bomb aux
        bomb = VB {form} open_clause
        Sudland = NNP bomb object
        """)
    assert realis_of(graph, token_of(graph, "bomb"), False) == expected


def test_realis_of_purpose() -> None:
    """*flew to bomb* is as good as done, *trained to bomb* is not."""
    rows = """
        Norland = NNP flew subject
        flew fly VBD ^
        jets jet NNS flew object
        to = TO bomb aux
        bomb = VB flew adverbial_clause
        Sudland = NNP bomb object
        """
    graph = make_graph(rows)
    assert realis_of(graph, token_of(graph, "bomb"), False) == "actual"
    graph = make_graph(rows.replace("flew fly", "painted paint").replace("flew", "painted"))
    assert realis_of(graph, token_of(graph, "bomb"), False) == "hypothetical"


def test_realis_reaches_through_verbs() -> None:
    """*will begin to bomb* is future, *did not begin to bomb* negated."""
    rows = """
        Norland = NNP begin subject
        will = MD begin aux
        begin = VB ^
        to = TO bomb aux
        bomb = VB begin open_clause
        Sudland = NNP bomb object
        """
    graph = make_graph(rows)
    assert realis_of(graph, token_of(graph, "bomb"), False) == "future"
    graph = make_graph(rows.replace("will = MD begin aux", "never = RB begin negation"))
    assert realis_of(graph, token_of(graph, "bomb"), False) == "negated"


def test_realis_of_coordinated_verbs() -> None:
    """*will meet and bomb*: both lie ahead; a verb with a subject of its own speaks for itself."""
    rows = """
        Norland = NNP meet subject
        will = MD meet aux
        meet = VB ^
        and = CC meet cc
        bomb = VB meet conj
        Sudland = NNP bomb object
        """
    graph = make_graph(rows)
    assert realis_of(graph, token_of(graph, "bomb"), False) == "future"
    graph = make_graph(
        rows.replace("bomb = VB meet conj", "Midland = NNP bombed subject\nbombed bomb VBD meet conj").replace(
            "bomb object", "bombed object"
        )
    )
    assert realis_of(graph, token_of(graph, "bombed"), False) == "actual"


def test_realis_of_reported_clauses() -> None:
    """What is said to have happened has happened; what is feared has not."""
    rows = """
        Midland = NNP said subject
        said say VBD ^
        that = IN bombed mark
        Norland = NNP bombed subject
        bombed bomb VBD said clause
        Sudland = NNP bombed object
        """
    graph = make_graph(rows)
    assert realis_of(graph, token_of(graph, "bombed"), False) == "actual"
    graph = make_graph(rows.replace("said say", "feared fear").replace("said", "feared"))
    assert realis_of(graph, token_of(graph, "bombed"), False) == "hypothetical"


@pytest.mark.parametrize(
    ("prep", "expected"), [("without", "negated"), ("from", "hypothetical"), ("after", "actual"), ("by", "actual")]
)
def test_realis_after_prepositions(prep: str, expected: str) -> None:
    """*without bombing* is negated, *kept from bombing* is not done, *after bombing* is."""
    graph = make_graph(f"""
        Norland = NNP left subject
        left leave VBD ^
        {prep} = IN left prep
        bombing bomb VBG {prep} prep_clause
        Sudland = NNP bombing object
        """)
    assert realis_of(graph, token_of(graph, "bombing"), False) == expected


@pytest.mark.parametrize(
    ("modifier", "expected"),
    [
        ("planned = JJ", "hypothetical"),
        ("possible = JJ", "hypothetical"),
        ("no = DT", "negated"),
        ("deadly = JJ", "actual"),
    ],
)
def test_realis_of_nouns_by_their_modifiers(modifier: str, expected: str) -> None:
    """*a planned attack* and *no attack* did not happen."""
    rel = "det" if modifier.endswith("DT") else "modifier"
    graph = make_graph(
        f"{modifier} attack {rel}\nattack = NN came subject\non = IN attack prep\nSudland = NNP on prep_object\ncame come VBD ^"
    )
    assert realis_of(graph, token_of(graph, "attack"), False) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("prevented prevent", "hypothetical"), ("urged urge", "hypothetical"), ("launched launch", "actual")],
)
def test_realis_of_nouns_by_their_verb(verb: str, expected: str) -> None:
    """*prevented an attack* is none, *launched an attack* is one."""
    form = verb.split()[0]
    graph = make_graph(f"Norland = NNP {form} subject\n{verb} VBD ^\nan = DT attack det\nattack = NN {form} object")
    assert realis_of(graph, token_of(graph, "attack"), False) == expected


def test_realis_of_threats_of_nouns() -> None:
    """*the threat of an attack* is no attack."""
    rows = """
        The = DT threat det
        threat = NN grew subject
        of = IN threat prep
        attack = NN of prep_object
        grew grow VBD ^
        """
    graph = make_graph(rows)
    assert realis_of(graph, token_of(graph, "attack"), False) == "hypothetical"
