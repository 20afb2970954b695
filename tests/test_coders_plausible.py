"""Acts that are not credible between the actors found."""

from __future__ import annotations

import pytest

from builders import make_graph, make_mention
from coders.acts import Act
from coders.figurative import is_figurative
from coders.model import Mention
from coders.plausible import implausible

STATE = make_mention("Norland", "NOR", kind="country", entry="")
ARMY = make_mention("the army", "NORMIL", kind="agent", entry="")
POLICE = make_mention("police", "NORCOP", kind="agent", entry="", plural=True)
FIRM = make_mention("a bank", "NORBUS", kind="agent", entry="")
MAN = make_mention("a man", "NORCVL", kind="agent", entry="")
CROWD = make_mention("villagers", "NORCVL", kind="agent", entry="", plural=True)
EXPERT = make_mention("experts", "NORELI", kind="agent", entry="", plural=True)
STRANGER = make_mention("Olga Brand", "NOR", kind="name", entry="")
ABROAD = make_mention("analysts", "SUDELI", kind="agent", entry="", plural=True)
EX_MINISTER = make_mention("former minister", "NORELI", kind="agent", entry="")
REPORTER = make_mention("a reporter", "NORMED", kind="agent", entry="")


def act(code: str, rule: str = "verbs/99_test#any") -> Act:
    return Act(code, 0, (), (), (), False, rule, (), "actual", 1.0)


@pytest.mark.parametrize(
    ("code", "rule", "sources", "targets", "reason"),
    [
        ("070", "07_aid#give_aid", [FIRM], [MAN], "nobody political on either side"),
        ("070", "07_aid#give_aid", [STATE], [MAN], None),
        ("120", "12_reject#reject", [MAN], [], "nobody political on either side"),
        ("120", "12_reject#reject", [CROWD], [], None),
        ("120", "12_reject#reject", [FIRM], [], None),
        ("051", "05_diplomatic_cooperation#endorse", [MAN], [STATE], "the words of a private person"),
        ("051", "05_diplomatic_cooperation#endorse", [CROWD], [STATE], None),
        ("111", "11_disapprove#criticise", [MAN], [STATE], "the words of a private person"),
        ("190", "19_fight#attack", [EX_MINISTER], [FIRM], "a dispute, not a fight"),
        ("190", "19_fight#attack", [EX_MINISTER], [ABROAD], None),
        ("190", "19_fight#attack", [STATE], [EX_MINISTER], None),
        ("143", "14_protest#strike", [STATE], [], "no strike of workers"),
        ("143", "14_protest#strike", [CROWD], [], None),
        ("192", "19_fight#occupy", [FIRM], [], "a warlike word for somebody without arms"),
        ("192", "19_fight#occupy", [ARMY], [STATE], None),
        ("192", "19_fight#occupy", [], [STATE], None),
        ("190", "19_fight#overthrow", [STRANGER], [], "a warlike word for somebody without arms"),
        ("170", "17_coerce#coerce", [MAN], [CROWD], "pressure among private persons"),
        ("170", "17_coerce#coerce", [POLICE], [MAN], None),
        ("171", "17_coerce#raid_premises", [CROWD], [STATE], None),
        ("173", "17_coerce#arrest", [], [MAN], None),
        ("182", "18_assault#beat", [MAN], [STRANGER], "violence among private persons"),
        ("190", "19_fight#kill", [MAN], [CROWD], None),
        ("190", "19_fight#kill", [MAN], [POLICE], None),
        ("019", "01_statement#accord", [EXPERT], [STATE], "the words of a private person"),
        ("016", "01_statement#deny", [POLICE], [], None),
        ("040", "04_consult#consult", [STATE], [REPORTER], "an interview"),
        ("110", "11_disapprove#disapprove", [EXPERT], [], "nobody political on either side"),
        ("110", "11_disapprove#disapprove", [EX_MINISTER], [], None),
        ("040", "04_consult#consult", [EXPERT], [ABROAD], None),
        ("161", "16_reduce_relations#break", [FIRM], [MAN], "relations among private persons"),
        ("163", "16_reduce_relations#sanction", [FIRM], [STATE], None),
        ("042", "04_consult#visit", [MAN], [STATE], "a private journey"),
        ("042", "04_consult#visit", [STATE], [STATE], None),
    ],
)
def test_implausible(code: str, rule: str, sources: list[Mention], targets: list[Mention], reason: str | None) -> None:
    """Private favours, firms at war, bullies, blows between neighbours and the words of experts are no events."""
    assert implausible(act(code, f"verbs/{rule}"), sources, targets) == reason


@pytest.mark.parametrize(("noun", "expected"), [("agenda", True), ("village", False)])
def test_is_figurative(noun: str, expected: bool) -> None:
    """What is struck tells blows from words."""
    graph = make_graph(f"Norland = NNP hit subject\nhit hit VBD ^\nits = PRP$ {noun} possessor\n{noun} = NN hit object")
    assert is_figurative(graph, "190", 1, (3,)) is expected
