"""Settings for every test."""

from __future__ import annotations

from hypothesis import settings

# No deadlines: the first example of a test may load a dictionary or a table of word forms.
settings.register_profile("tocsin", deadline=None)
settings.load_profile("tocsin")
