"""How far an event can be trusted, from what was matched and how."""

from __future__ import annotations

from coders.acts import Act
from coders.model import Mention


def confidence(act: Act, source: Mention | None, target: Mention | None, targetless: bool) -> float:
    """Returns a number from 0 to 1; higher is more often right on gold.

    It multiplies how specific the pattern is, how directly source and target are named, and whether the act was stated plainly:
    a pattern of several words with two named actors comes near 0.95, a bare verb with an inherited actor near 0.4.
    """
    pattern = min(1.0, 0.62 + 0.07 * act.score)
    source_part = source.confidence if source is not None else 0.7
    target_part = target.confidence if target is not None else (0.8 if targetless else 0.65)
    for mention in (source, target):
        if mention is not None and mention.code.startswith("---"):
            source_part *= 0.85
    chain = 0.96 ** len(act.operators)
    plain = 1.0 if act.realis == "actual" else 0.9
    return round(max(0.05, min(0.99, pattern * (0.35 + 0.35 * source_part + 0.3 * target_part) * chain * plain)), 3)
