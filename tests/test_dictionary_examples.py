"""Every example and near miss of the built-in dictionaries codes as its entry says."""

from __future__ import annotations

import pytest

from battery_report import KNOWN_EXAMPLE_FAILURES, example_faults, read_known
from builders import built_in, shared_coder
from fake_coder import make_event
from workbench.examples import Example, fault_of, read_example

#: The share of examples that must come out right.
FLOOR = 0.95
KNOWN = read_known(KNOWN_EXAMPLE_FAILURES)


@pytest.fixture(scope="module")
def faults() -> dict[str, str | None]:
    """The examples coded once, by one coder."""
    return example_faults(shared_coder())


@pytest.mark.model
def test_dictionary_examples_code_as_their_entries_say(faults: dict[str, str | None]) -> None:
    """No example outside the list of known failures comes out otherwise."""
    wrong = [f"{i}\n  {fault}" for i, fault in faults.items() if fault and i not in KNOWN]
    assert not wrong, f"{len(wrong)} examples come out otherwise:\n" + "\n".join(wrong)


@pytest.mark.model
def test_dictionary_examples_known_failures_still_fail(faults: dict[str, str | None]) -> None:
    """A known failure that passes, or whose sentence is gone, leaves the list: `python -m tests.battery_report --write`."""
    assert sorted(i for i in KNOWN if not faults.get(i)) == []


@pytest.mark.model
def test_dictionary_examples_share_of_right_ones(faults: dict[str, str | None]) -> None:
    """The list of known failures may not swallow the examples."""
    assert sum(fault is None for fault in faults.values()) / len(faults) >= FLOOR


def test_dictionary_examples_marks_are_taken_out() -> None:
    """The slots of an example are offsets into the plain sentence."""
    example = read_example("verbs/99_test#free", "[S The sheriff] set free [T two poachers].", "084")
    assert example.text == "The sheriff set free two poachers."
    assert example.source == (0, 11) and example.target == (21, 33)


def test_dictionary_examples_without_events_are_faults() -> None:
    """An example that gives nothing is at fault, a near miss that gives nothing is right."""
    assert fault_of(Example("r", "Nothing.", "084", None, None), []) == "wanted 084, got nothing"
    assert fault_of(Example("r", "Nothing.", None, None, None), []) is None


def test_dictionary_examples_near_miss_of_an_operator_can_fail() -> None:
    """A near miss of an operator is coded if the operator works on anything in it."""
    near_miss = Example("operators/test#refuse", "The mule refused to cross.", None, None, None)
    assert fault_of(near_miss, [make_event(rule_id="verbs/99_test#free", operators=(near_miss.rule,))]) is not None
    assert fault_of(near_miss, [make_event(rule_id="verbs/99_test#free", operators=())]) is None


def test_dictionary_examples_are_three_and_a_near_miss_for_each_entry() -> None:
    """Every verb entry and operator is shown by at least three sentences, and by one that it must leave alone."""
    entries = (*built_in().verbs, *built_in().operators)
    assert [e.rule for e in entries if len(e.examples) < 3] == []
    assert [e.rule for e in entries if not e.near_misses] == []
