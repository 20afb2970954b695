"""Mends what web pages do to a text, character for character, so that offsets stay as they are."""

from __future__ import annotations

import re

_LETTER = r"[^\W\d_]"
#: Words that no compound ends in; after a hyphen they are the next word: *France-has*, *the man-who*.
_NEVER_LAST = (
    "has|had|have|was|were|is|will|would|said|says|who|which|that|and|but|the|an|their|his|its|her|against|where"
)
#: Words that no compound begins with: *of-Aulnay*, *the-Greek*.
_NEVER_FIRST = (
    "of|with|and|that|their|his|its|this|these|those|has|had|have|was|were|is|are|against|by the|in the|of the"
)
GLUED = re.compile(
    rf"(?<![\w-])(?:\w+-(?:{_NEVER_LAST})|(?i:{_NEVER_FIRST}|the)-(?!then\b)\w+)(?![\w-])"
    rf"|(?<=[\s,;:])-(?={_LETTER}\w)|(?<=[a-z][.,;])-{{1,2}}(?=\s|{_LETTER})"
)
#: More of the kind, believed only in a text that has several of the above.
LOOSE = re.compile(
    rf"(?<![\w-])(?:\w{{3,}}-(?:of|from|with|after|during|while|when|because|into|are|as)|(?:in|on|at|by|to|for|from|a|as)-[A-Z]\w+)"
    rf"(?![\w-])|(?<={_LETTER})--(?={_LETTER})|(?<={_LETTER})-{{1,2}}(?=\s(?!and\b|or\b|to\b))"
)
#: This many glued words make a page whose hyphens are not to be trusted.
SUSPICIOUS = 2


def mend(text: str) -> str:
    """Returns the text with a space for each hyphen that a page put where a non-breaking space stood.

    *Paris-has been rocked by-protests over the-death* comes from pages that lost such spaces; the parser takes each for
    one word. Compounds keep their hyphens. The result has the length of the text.
    """
    if "-" not in text:
        return text
    found = GLUED.findall(text)
    if not found:
        return text
    mended = GLUED.sub(_spaced, text)
    return LOOSE.sub(_spaced, mended) if len(found) >= SUSPICIOUS else mended


def _spaced(match: re.Match[str]) -> str:
    return match.group().replace("-", " ")
