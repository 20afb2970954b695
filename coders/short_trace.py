"""The short trace that is stored with each event, so that an old edition can still explain itself."""

from __future__ import annotations

from coders.acts import Act
from coders.model import Mention

#: Patterns that list many words are cut, as the trace is stored with every event.
MOST_CHARACTERS = 60


def trace_of(act: Act, source: Mention | None, target: Mention | None, date_words: str | None) -> str:
    """Returns what made an event: the patterns, and the dictionary lines of its actors.

    For *Chad threatened on Monday to expel the ambassador*, the operator first:

        pattern S threaten to ACT over S expel &diplomats; source by actors/countries#TCD;
        target by agents/government#ambassador; date by on Monday

    Codes, words and entries stand in columns of their own, and are not said again.
    """
    patterns = " over ".join(map(_cut, act.patterns))
    steps = [f"pattern {patterns}", _side("source", source), _side("target", target)]
    if date_words is not None:
        steps.append(f"date by {date_words}")
    return "; ".join(steps)


def _side(side: str, mention: Mention | None) -> str:
    return f"{side} not named" if mention is None else f"{side} by {mention.entry or f'the text, a {mention.kind}'}"


def _cut(pattern: str) -> str:
    return pattern if len(pattern) <= MOST_CHARACTERS else f"{pattern[: MOST_CHARACTERS - 3]}..."
