"""Settings for every test."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

# No deadlines: the first example of a test may load a dictionary or a table of word forms.
settings.register_profile("tocsin", deadline=None)
settings.load_profile("tocsin")

_MAIN = sys.modules["__main__"]


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Puts back the main module: Streamlit's tests leave their page there, which processes that are spawned later would run."""
    sys.modules["__main__"] = _MAIN
    yield
    sys.modules["__main__"] = _MAIN
