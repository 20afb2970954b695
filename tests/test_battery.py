"""The construction battery: one sentence for each construction of English that the engine must read."""

from __future__ import annotations

import pytest

from battery_report import (
    KNOWN_FAILURES,
    BatterySentence,
    Row,
    Verdict,
    judge,
    judge_all,
    later_batteries,
    read_battery,
    read_known,
    short,
)
from builders import shared_coder
from fake_coder import make_event

BATTERIES = {"first": read_battery(), **later_batteries()}
#: The shares of their sentences that must come out right; raise them when the engine gets better.
FLOORS = {"first": 0.92, "second": 0.6, "third": 0.5, "fourth": 0.7}
BATTERY = [s for battery in BATTERIES.values() for s in battery]
KNOWN = read_known(KNOWN_FAILURES)
PARAMETERS = [
    pytest.param(s, id=s.id, marks=pytest.mark.xfail(strict=True, reason="known failure") if s.id in KNOWN else ())
    for s in BATTERY
]


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    """The battery coded once, by one coder."""
    return judge_all(shared_coder(), BATTERY)


@pytest.mark.model
@pytest.mark.parametrize("sentence", PARAMETERS)
def test_battery_sentence(sentence: BatterySentence, verdicts: dict[str, Verdict]) -> None:
    """Every sentence gives its events and no others; known failures must leave their list once they pass."""
    verdict = verdicts[sentence.id]
    assert verdict.right, f"{sentence.text}\nmissed: {verdict.missed}\nextra: {verdict.extra}"


@pytest.mark.model
@pytest.mark.parametrize("name", BATTERIES)
def test_battery_share_of_right_sentences(name: str, verdicts: dict[str, Verdict]) -> None:
    """The list of known failures may not swallow a battery."""
    right = [verdicts[s.id].right for s in BATTERIES[name]]
    assert sum(right) / len(right) >= FLOORS[name]


def test_battery_known_failures_are_sentences_of_the_battery() -> None:
    """A list of failures names only sentences that exist."""
    assert {s.id for s in BATTERY} >= KNOWN
    assert len({s.id for s in BATTERY}) == len(BATTERY)


ROW = Row(frozenset({"KAZGOV"}), frozenset({"RUSGOV", None}), frozenset({"04"}), "actual", False, "wanted")


def test_battery_judge_compares_primary_code_and_first_role() -> None:
    """Codes beyond the first role, and alternatives of the target, do not matter."""
    events = [make_event(source_code="KAZGOVMIL", target_code=None, event_root="04")]
    assert judge([ROW], events) == Verdict(("wanted",), (), ())


def test_battery_judge_compares_less_in_the_later_batteries() -> None:
    """Roles do not count there, bodies do in the second, and nobody's country is none."""
    codes = ("KAZGOV", "---COP", "IGOUNOKID", None)
    assert [short(code, "body") for code in codes] == ["KAZ", None, "IGOUNO", None]
    assert [short(code, "country") for code in codes] == ["KAZ", None, "IGO", None]


def test_battery_judge_wants_each_row_its_own_event() -> None:
    """One event does not answer for two rows, and events go to the rows that need them."""
    wide = Row(ROW.sources, frozenset({"RUSGOV"}), frozenset({"04", "05"}), "actual", False, "wide")
    first, second = make_event(event_root="04"), make_event(event_root="05")
    assert judge([wide, ROW], [first]).missed == ("wanted",)
    assert judge([wide, ROW], [first, second]).right


@pytest.mark.parametrize("realis", ["actual", "future", "historical"])
def test_battery_judge_counts_asserted_events_of_no_row(realis: str) -> None:
    """An event that no row lists is a false alarm if it is asserted."""
    assert len(judge([], [make_event(realis=realis)]).extra) == 1
    assert judge([], [make_event(realis="negated"), make_event(realis="hypothetical")]).right


def test_battery_judge_leaves_optional_rows_free() -> None:
    """Optional rows are neither missed nor too many."""
    optional = Row(ROW.sources, ROW.targets, ROW.roots, ROW.realis, True, "optional")
    assert judge([optional], []).right
    assert judge([optional], [make_event()]) == Verdict((), (), ())
