"""How much Python looks for garbage while dictionaries load."""

from __future__ import annotations

import gc

import pytest

from tocsin import building


class Thing:
    """Something that the collector watches."""


def test_what_is_built_is_old_at_once_and_the_collector_runs_again() -> None:
    with building():
        assert not gc.isenabled()
        built = Thing()
    assert gc.isenabled()
    assert any(found is built for found in gc.get_objects(generation=2))


def test_what_is_built_can_still_be_collected() -> None:
    frozen = gc.get_freeze_count()
    with building():
        Thing()
    assert gc.get_freeze_count() == frozen


def test_a_collector_that_was_off_stays_off_also_after_a_fault() -> None:
    gc.disable()
    try:
        with pytest.raises(ValueError, match="bad"), building():
            raise ValueError("bad")
        assert not gc.isenabled()
    finally:
        gc.enable()
