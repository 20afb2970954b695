"""Mends what web pages do to a text, character for character, so that offsets stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

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
_BEHIND = "|".join(rf"(?<=\b{word}-)" for word in (*_NEVER_FIRST.split("|"), "the"))
#: A hyphen as all of them have it, found much sooner: before or behind one of these words, or without a letter before it.
LIKELY = re.compile(rf"-(?:(?:{_NEVER_LAST})(?![\w-])|(?<=[\s.,;:]-)|(?=\w)(?i:{_BEHIND}))")
#: Verbs of news that no compound ends in.
_NEWS_VERBS = (
    "told|announced|accused|called|warned|urged|rescued|charged|killed|arrested|condemned|rejected|agreed|ordered|denied|explained|added|visited"
    "|expelled|attacked|demanded|insisted|criticised|criticized|praised|signed|voted|vowed|threatened|claimed|confirmed|ruled"
)
#: More of the kind, believed only in a text that has several of the above.
LOOSE = re.compile(
    rf"(?<![\w-])(?:\w{{3,}}-(?:{_NEWS_VERBS}|how|of|from|with|after|during|while|when|because|into|are|as)|(?:in|on|at|by|to|for|from|a|as)-[A-Z]\w+)"
    rf"(?![\w-])|(?<={_LETTER})--(?={_LETTER})|(?<={_LETTER})-{{1,2}}(?=\s(?!and\b|or\b|to\b))"
)
#: Two characters in place of a quotation mark, apostrophe or dash and a space.
GARBLED = re.compile(r'"\?(?=["\w(])')
#: A quotation mark for the apostrophe of a negation: *they won"t sign*.
NEGATED = re.compile(r'(?<=[a-z]n)"(?=t\b)')
#: How far back, in characters, the beginning of a quotation is looked for.
REACH = 400
#: This many glued words make a page whose hyphens are not to be trusted.
SUSPICIOUS = 2


def mend(text: str) -> str:
    """Returns the text with a space for each hyphen that a page put where a non-breaking space stood.

    *Paris-has been rocked by-protests over the-death* comes from pages that lost such spaces; the parser takes each for
    one word. Compounds keep their hyphens. The result has the length of the text. So it is with marks that a page's encoding
    turned into `"?`: *"We won,"?he said*, and with `"` for an apostrophe: *didn"t*.
    """
    if '"t' in text:
        text = NEGATED.sub("'", text)
    if GARBLED.search(text):
        text = GARBLED.sub(_ungarbled, text)
    if not LIKELY.search(text):
        return text
    found = GLUED.findall(text)
    if not found:
        return text
    mended = GLUED.sub(_spaced, text)
    return LOOSE.sub(_spaced, mended) if len(found) >= SUSPICIOUS else mended


def _ungarbled(match: re.Match[str]) -> str:
    """The mark that stood there: a dash between spaces, the apostrophe of a plural outside quotations, else the end of one."""
    text, at = match.string, match.start()
    if at == 0 or text[at - 1].isspace():
        return "- "
    if text[at - 1] == "s" and text.count('"', max(0, at - REACH), at) % 2 == 0:
        return "' "
    return '" '


def _spaced(match: re.Match[str]) -> str:
    return match.group().replace("-", " ")


WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
#: Words that a headline leaves small.
SMALL = frozenset(
    "a an the and but or nor of to in on at by for from with into onto over after amid against as than via per up out off about "
    "under near until between despite during through without within across toward towards its his her their is are was be".split()
)
#: A headline has this many words with capitals, names not counted.
CAPITALS = 3


def in_sentence_case(text: str, names: Iterable[tuple[int, int]], is_word: Callable[[str], bool]) -> str:
    """Returns a headline whose every word has a capital as a sentence would be written: *Ghana Lifts Ban* as *Ghana lifts ban*.

    Any other text is returned as it is. The length stays, so offsets do.

    Args:
        text: a sentence.
        names: where its names stand, as start and end in it; they keep their capitals.
        is_word: whether a word in small letters is one of the language.
    """
    words = []
    for m in WORD.finditer(text):
        word = m.group()
        if not word[0].isupper() and word not in SMALL:
            return text
        words.append((m.start(), word))
    spans = list(names)
    loose = [(at, w) for at, w in words if not any(start <= at < end for start, end in spans)]
    plain = [(at, w) for at, w in loose if w[1:].islower() and is_word(w.lower())]
    if len(plain) < CAPITALS or len(words) == len(plain) == CAPITALS or 2 * len(plain) < len(loose):
        return text
    for at, w in [*plain, *((at, w) for at, w in loose if w.lower() in SMALL)]:
        text = f"{text[:at]}{w.lower()}{text[at + len(w) :]}" if at else text
    return text
