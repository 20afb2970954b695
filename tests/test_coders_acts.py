"""Operators over embedded acts: what *agreed to lift*, *refused to*, *accused of* come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import acts_of, built_in, evaluate, make_graph, read_dictionaries, small, words_of
from coders.acts import CLASSES, CompositionTable
from dictionaries.model import Composition
from parses import ACCUSED_OF_BOMBING, BOMBED, ORDERED_TO_ARREST


def infinitive(verb: str, rest: str, negated: bool = False) -> str:
    """*Norland VERB to REST*: rows with the embedded verb's line in `rest`."""
    lemma, form = verb.split("/")
    inner = rest.split()[0]
    negation = f"not = RB {inner} negation\n" if negated else ""
    return (
        f"Norland = NNP {form} subject\n{form} {lemma} VBD ^\n{negation}to = TO {inner} aux\n{inner} = VB {form} open_clause\n"
        + "\n".join(rest.split("\n")[1:])
    )


LIFT = (
    "lift\nthe = DT embargo det\nembargo = NN lift object\nagainst = IN embargo prep\nSudland = NNP against prep_object"
)
MEET = "meet\nSudland = NNP meet object"
BOMB = "bomb\nSudland = NNP bomb object"
ARREST = "arrest\nrebels rebel NNS arrest object"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(infinitive("agree/agreed", LIFT), ["Norland 0356 Sudland actual"], id="agreed to lift"),
        pytest.param(infinitive("agree/agreed", MEET), ["Norland 036 Sudland actual"], id="agreed to meet"),
        pytest.param(infinitive("promise/promised", BOMB), ["Norland 138 Sudland actual"], id="promised to bomb"),
        pytest.param(infinitive("refuse/refused", MEET), ["Norland 125 Sudland actual"], id="refused to meet"),
        pytest.param(infinitive("refuse/refused", LIFT), ["Norland 124 Sudland actual"], id="refused to lift"),
        pytest.param(infinitive("threaten/threatened", BOMB), ["Norland 138 Sudland actual"], id="threatened to bomb"),
        pytest.param(infinitive("fail/failed", ARREST), ["Norland 173 rebels negated"], id="failed to arrest"),
    ],
)
def test_acts_of_operators_with_infinitives(rows: str, expected: list[str]) -> None:
    """The operator supplies the code, its subject the source, the embedded act the target."""
    assert acts_of(rows) == expected


def test_acts_refusing_to_harm_is_no_event() -> None:
    """*refused to bomb* leaves at most the act that did not happen."""
    assert acts_of(infinitive("refuse/refused", BOMB)) == ["Norland 195 Sudland negated"]


def test_acts_promise_not_to_harm() -> None:
    """*promised not to bomb* is the promise of the opposite."""
    assert acts_of(infinitive("promise/promised", BOMB, negated=True)) == ["Norland 0356 Sudland actual"]


URGED = """
    Norland = NNP urged subject
    urged urge VBD ^
    Sudland = NNP urged object
    to = TO release aux
    release = VB urged open_clause
    the = DT rebels det
    rebels rebel NNS release object
    """
DENIED = """
    Norland = NNP denied subject
    denied deny VBD ^
    bombing bomb VBG denied open_clause
    Sudland = NNP bombing object
    """
STOPPED_TALKS = """
    Norland = NNP ended subject
    ended end VBD ^
    talks talk NNS ended object
    with = IN talks prep
    Sudland = NNP with prep_object
    """


def test_acts_urge() -> None:
    """An appeal goes to the one who is to act."""
    assert acts_of(URGED) == ["Norland 025 Sudland actual"]


def test_acts_accuse() -> None:
    """An accusation goes to the accused; what he is accused of is only alleged."""
    assert acts_of(ACCUSED_OF_BOMBING) == ["Norland 1123 Sudland actual", "Sudland 195 Midland hypothetical"]


def test_acts_deny() -> None:
    """A denial is the denier's; what he denies is negated."""
    assert acts_of(DENIED) == ["Norland 016 - actual", "Norland 195 Sudland negated"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(STOPPED_TALKS, "Norland 164 Sudland actual", id="ended talks"),
        pytest.param(
            STOPPED_TALKS.replace("talks talk NNS", "aid = NN").replace(" talks prep", " aid prep"),
            "Norland 162 Sudland actual",
            id="ended aid",
        ),
        pytest.param(
            STOPPED_TALKS.replace("talks talk NNS", "bombing = NN")
            .replace(" talks prep", " bombing prep")
            .replace("with", "of"),
            "Norland 087 Sudland actual",
            id="ended bombing",
        ),
        pytest.param(
            STOPPED_TALKS.replace("ended end", "resumed resume").replace("ended", "resumed"),
            "Norland 040 Sudland actual",
            id="resumed talks",
        ),
    ],
)
def test_acts_stop_and_resume(rows: str, expected: str) -> None:
    """Stopping talks, aid and fighting are three different acts, resuming is the act itself."""
    assert acts_of(rows) == [expected]


def test_acts_stop_an_act_rather_than_do_something_to_it(tmp_path: Path) -> None:
    """*suspended the bombing of Sudland* suspends no Sudlander, though an entry has *S suspend T*."""
    suspend = "- id: suspend\n  code: '161'\n  patterns: [S suspend T]\n"
    dictionaries = read_dictionaries(tmp_path, verbs__16_suspend_yaml=suspend)
    bombing = STOPPED_TALKS.replace("talks talk NNS", "bombing = NN").replace(" talks prep", " bombing prep")
    rows = (
        bombing.replace("ended end", "? suspend").replace("ended", "?").replace("?", "suspended").replace("with", "of")
    )
    assert acts_of(rows, dictionaries) == ["Norland 087 Sudland actual"]
    plain = "Norland = NNP suspended subject\nsuspended suspend VBD ^\nBrevik = NNP suspended object"
    assert acts_of(plain, dictionaries) == ["Norland 161 Brevik actual"]


def test_acts_operator_with_a_particle_takes_an_ing_clause(tmp_path: Path) -> None:
    """*ruled out releasing rebels* is a refusal, like *rejected releasing them*."""
    operator = "- operator: refuse\n  control: S\n  patterns: [S rule out ACT]\n"
    rows = """
        Norland = NNP ruled subject
        ruled rule VBD ^
        out = RP ruled particle
        releasing release VBG ruled open_clause
        rebels rebel NNS releasing object
        """
    assert acts_of(rows, read_dictionaries(tmp_path, operators__operators_yaml=operator)) == [
        "Norland 124 rebels actual"
    ]


def test_acts_order_to_own_forces() -> None:
    """The one who orders is the source, the act's patient the target, the executors neither."""
    assert acts_of(ORDERED_TO_ARREST) == ["Norland 173 rebels future"]


@pytest.mark.parametrize(
    ("auxiliaries", "rest", "expected"),
    [
        ("will = MD", MEET, "Norland 036 Sudland actual"),
        ("will = MD", LIFT, "Norland 0356 Sudland actual"),
        ("will = MD", BOMB, "Norland 195 Sudland future"),
        ("will = MD not = RB", MEET, "Norland 125 Sudland actual"),
        ("would would MD not = RB", MEET, "Norland 040 Sudland negated"),
        ("could can MD", MEET, "Norland 040 Sudland hypothetical"),
        ("did do VBD not = RB", BOMB, "Norland 195 Sudland negated"),
    ],
)
def test_acts_of_auxiliaries(auxiliaries: str, rest: str, expected: str) -> None:
    """*will* announces, *will not* refuses; other auxiliaries only say that nothing has happened."""
    verb = rest.split()[0]
    words = auxiliaries.split()
    auxiliary_rows = [
        f"{' '.join(words[k : k + 3])} {verb} {'negation' if words[k] == 'not' else 'aux'}"
        for k in range(0, len(words), 3)
    ]
    rows = [f"Norland = NNP {verb} subject", *auxiliary_rows, f"{verb} = VB ^", *rest.split("\n")[1:]]
    assert acts_of("\n".join(rows)) == [expected]


CALLS = """
    Norland = NNP rejected subject
    rejected reject VBD ^
    calls call NNS rejected object
    by = IN calls prep
    Midland = NNP by prep_object
    to = TO lift aux
    lift = VB calls modifier_clause
    the = DT embargo det
    embargo = NN lift object
    against = IN embargo prep
    Sudland = NNP against prep_object
    """


def test_acts_rejected_calls_to_lift() -> None:
    """Rejecting a call answers the one who made it."""
    assert acts_of(CALLS) == ["Norland 124 Midland actual"]


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("let let VBD", ["Norland 025 Sudland actual"]), ("freed free VBD", ["Sudland 084 rebels hypothetical"])],
)
def test_acts_asked_for_in_a_form_that_may_be_past(verb: str, expected: list[str], tmp_path: Path) -> None:
    """*asked that Sudland let the rebels go* asks, though *let* may be past; *freed* tells of what was done."""
    asking = "- id: urge\n  operator: urge\n  control: own\n  patterns:\n    - S ask that ACT\n"
    yielding = "- id: release\n  code: '084'\n  patterns:\n    - S let | free T\n"
    form = verb.split()[0]
    rows = f"""
        Norland = NNP asked subject
        asked ask VBD ^
        that = IN {form} mark
        Sudland = NNP {form} subject
        {verb} asked clause
        the = DT rebels det
        rebels rebel NNS {form} object
        """
    changed = read_dictionaries(tmp_path, operators__operators_yaml=asking, verbs__08_yield_yaml=yielding)
    assert acts_of(rows, changed) == expected


def test_acts_rejected_calls_beat_a_plain_rejection(tmp_path: Path) -> None:
    """What the call is for says more than that it was rejected."""
    plain = "- id: reject\n  code: '120'\n  patterns:\n    - S reject call (by T)\n"
    assert acts_of(CALLS, read_dictionaries(tmp_path, verbs__12_reject_yaml=plain)) == ["Norland 124 Midland actual"]


def test_acts_of_chains_name_their_operators() -> None:
    """The operators of a chain are kept, outermost first, with the entry of the innermost act."""
    (act,) = evaluate(make_graph(CALLS))
    assert act.operators == ("operators/operators#refuse", "operators/operators#urge")
    assert act.rule == "verbs/08_yield#lift"


def test_acts_of_chains_of_three() -> None:
    """*agreed to resume talks* is an agreement to talk."""
    rows = infinitive(
        "agree/agreed", "resume\ntalks talk NNS resume object\nwith = IN talks prep\nSudland = NNP with prep_object"
    )
    (act,) = evaluate(make_graph(rows))
    assert act.code == "036" and act.operators == ("operators/operators#agree", "operators/operators#resume")


def test_acts_embedded_ones_are_not_acts_of_their_own() -> None:
    """What an operator has taken in does not stand beside it."""
    assert len(evaluate(make_graph(infinitive("agree/agreed", MEET)))) == 1


def test_acts_of_coordinated_verbs() -> None:
    """Coordinated verbs under one operator each give an act."""
    rows = infinitive("refuse/refused", MEET) + "\nand = CC meet cc\nlift = VB meet conj\nembargo = NN lift object"
    assert [a.split()[1] for a in acts_of(rows)] == ["125", "124"]


def test_acts_in_questions_are_hypothetical() -> None:
    """A question states nothing."""
    assert acts_of(BOMBED, question=True) == ["Norland 195 Sudland hypothetical"]


def test_acts_without_words_of_the_dictionary() -> None:
    """A sentence without any trigger has no acts."""
    assert acts_of("Norland = NNP slept subject\nslept sleep VBD ^") == []


def test_acts_of_the_most_specific_pattern() -> None:
    """*took into custody* and *take* in one dictionary: more words win."""
    rows = """
        Police = NNS took subject
        took take VBD ^
        rebels rebel NNS took object
        into = IN took prep
        custody = NN into prep_object
        """
    (act,) = evaluate(make_graph(rows))
    assert act.rule == "verbs/17_coerce#arrest" and "custody" in words_of(make_graph(rows), act.words)


def test_acts_cancelled_by_an_exception() -> None:
    """An exception cancels its entry."""
    rows = """
        Norland = NNP arrested subject
        arrested arrest VBD ^
        the = DT decline det
        decline = NN arrested object
        """
    assert acts_of(rows) == []


def test_acts_prefer_entries_whose_roles_fit(tmp_path: Path) -> None:
    """Where two entries want a word, the one whose roles fit wins."""
    strikes = """
        - id: walkout
          code: "141"
          sources: [EDU]
          patterns: [S strike]
        - id: raid
          code: "190"
          sources: [MIL]
          patterns: [S strike]
    """
    dictionaries = read_dictionaries(tmp_path, verbs__20_strike_yaml=strikes)
    assert not dictionaries.faults
    rows = "{} = NNS struck subject\nstruck strike VBD ^"
    assert acts_of(rows.format("Students"), dictionaries)[0].split()[1] == "141"
    assert acts_of(rows.format("Soldiers"), dictionaries)[0].split()[1] == "190"


# --- the table


def row(operator: str, inner: str, code: str) -> Composition:
    return Composition(operator, inner, code, ("S",), ("T",), "actual", "", f"{operator}-{inner}")


@pytest.mark.parametrize(
    ("code", "expected"),
    [("1734", "d"), ("173", "c"), ("175", "b"), ("190", "a"), ("040", "e"), ("021", "e"), (None, "f")],
)
def test_acts_table_takes_the_most_specific_row(code: str | None, expected: str) -> None:
    """The longest prefix wins, then the class, then any; no act has a row of its own."""
    rows = [("hostile", "a"), ("17", "b"), ("173", "c"), ("1734", "d"), ("any", "e"), ("none", "f")]
    table = CompositionTable(row("try", inner, letter) for inner, letter in rows)
    found = table.row("try", code)
    assert found is not None and found.code == expected


def test_acts_table_without_a_row() -> None:
    """Operators without a row for an act make nothing of it."""
    table = CompositionTable([row("try", "17", "x")])
    assert table.row("try", "040") is None and table.row("hope", "173") is None and table.row("try", None) is None


def test_acts_classes_share_no_root() -> None:
    """Every root of CAMEO is in one class."""
    roots = [root for members in CLASSES.values() for root in members]
    assert sorted(roots) == [f"{n:02}" for n in range(1, 21)]


@pytest.mark.parametrize(
    ("operator", "inner", "code"),
    [
        ("agree", "087", "0356"),
        ("agree", "195", "1384"),
        ("agree", "040", "036"),
        ("refuse", "040", "125"),
        ("refuse", "072", "1222"),
        ("refuse", "195", ""),
        ("accuse", "194", "1123"),
        ("deny", "112", "016"),
        ("urge", "084", "0253"),
        ("stop", "046", "164"),
        ("fail", "173", "="),
        ("will", "040", "036"),
        ("will", "190", "138"),
    ],
)
def test_acts_built_in_table(operator: str, inner: str, code: str) -> None:
    """The table that comes with the program says what the owner's manual promises."""
    found = CompositionTable(built_in().compositions).row(operator, inner)
    assert found is not None and found.code == code


def test_acts_built_in_table_names_only_what_is_there() -> None:
    """Every row is of an operator of the dictionary, with slots and kinds of statement that exist."""
    dictionaries = built_in()
    operators = {o.operator for o in dictionaries.operators}
    for composition in dictionaries.compositions:
        assert composition.operator in operators, composition.row
        assert {*composition.source_from, *composition.target_from} <= {
            "S",
            "T",
            "inner_source",
            "inner_owner",
            "inner_target",
        }, composition.row
        kinds = {"", "actual", "future", "hypothetical", "negated", "historical"}
        assert {composition.realis, composition.emit_inner} <= kinds, composition.row


def test_acts_every_operator_has_rows() -> None:
    """An operator without rows would do nothing."""
    for dictionaries in (small(), built_in()):
        rows = {c.operator for c in dictionaries.compositions}
        assert {o.operator for o in dictionaries.operators} <= rows
