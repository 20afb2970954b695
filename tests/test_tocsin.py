"""How much Python looks for garbage while dictionaries load."""

from __future__ import annotations

import gc

import pytest

from tocsin import building


@pytest.fixture(autouse=True)
def unsettled() -> None:
    """Nothing left out of the search for garbage by tests before."""
    gc.unfreeze()


class Thing:
    """Something that the collector watches."""


def test_what_is_built_is_old_at_once_and_the_collector_runs_again() -> None:
    with building():
        assert not gc.isenabled()
        built = Thing()
    assert gc.isenabled()
    assert any(found is built for found in gc.get_objects(generation=2))


def test_what_is_built_can_still_be_collected() -> None:
    with building():
        Thing()
    assert not gc.get_freeze_count()


def test_what_is_built_after_settling_stays_settled() -> None:
    gc.freeze()
    with building():
        built = Thing()
    assert all(found is not built for found in gc.get_objects())


def test_a_collector_that_was_off_stays_off_also_after_a_fault() -> None:
    gc.disable()
    try:
        with pytest.raises(ValueError, match="bad"), building():
            raise ValueError("bad")
        assert not gc.isenabled()
    finally:
        gc.enable()
