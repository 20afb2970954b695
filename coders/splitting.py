"""Splits a text into sentences by rules, fast and without a model."""

from __future__ import annotations

import re

from coders.model import Sentence

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cmdr adm brig sen sens rep reps gov govs gens profs drs pres rev hon st ft mt "
    "jr sr vs etc no nos inc ltd co corp dept est approx min max fig vol ed eds jan feb mar apr jun jul aug sep sept oct nov "
    "dec a.m p.m i.e e.g u.s u.k u.n e.u d.c messrs supt insp det pvt cpl amb sec atty asst assn bros univ".split()
)
LONGEST = 4000
PARAGRAPH = re.compile(r"[ \t\r\f\v]*\n\s*")
BOUNDARY = re.compile(r"""([.!?…]+)(["'”’»)\]]*)(\s+)(?=["'“‘«(\[]*[A-Z0-9À-ÞЀ-Я"'“‘«(\[–—-])""")
#: A caption glued to the sentence after it: *Police patrol the border- Rights groups condemned ...*
GLUED = re.compile(r"-(?<=[a-z]{3}-)\s+(?=[A-Z][a-z]+ [a-z])")
#: Labels of links to other stories, whose headlines stand in the midst of a text.
LINK = re.compile(
    r"\b(?:READ MORE|READ ALSO|SEE ALSO|RELATED|INTERACTIVE|OPINION|WATCH|IN PICTURES|LISTEN|Read more|Read also|See also|Related):"
)
LAST_WORD = re.compile(r"(\S+)$")
INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
DATE_LINE = re.compile(r"\s*date \d{4}-\d{2}-\d{2}(?:\s+|$)")


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Pieces between line breaks; a line that ends in mid-sentence goes on in the next."""
    opening = DATE_LINE.match(text)
    pieces, start = [], opening.end() if opening else 0
    for match in PARAGRAPH.finditer(text, start):
        before = text[start : match.start()].rstrip()
        follower = text[match.end() : match.end() + 1]
        wrapped = "\n" not in match.group()[match.group().index("\n") + 1 :] and follower.islower()
        if wrapped and before and before[-1] not in ".!?…:\"”’'":
            continue
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(text)))
    return pieces


def _is_boundary(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence rather than an abbreviation or initial."""
    if match.group(1) != ".":
        return True
    end = match.start()
    begin = max(start, end - 40)
    word = LAST_WORD.search(text, max(begin, text.rfind(" ", begin, end) + 1), end)
    if word is None:
        return False
    last = word.group().lstrip("\"'“‘([").lower()
    follower = text[match.end() : match.end() + 1]
    if last in ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last not in ("i",)):
        return last in ("u.s", "u.k", "u.n", "e.u", "d.c", "a.m", "p.m", "inc", "etc") and _new_start(text, match.end())
    if INITIALS.fullmatch(last):
        return _new_start(text, match.end())
    return not (follower.isdigit() and last in ("no", "art", "sec"))


STARTERS = frozenset(
    "the a an in on at it he she they we i this that these those but and however according after before when while as for "
    "there his her their its our my if also meanwhile last".split()
)


def _new_start(text: str, at: int) -> bool:
    """Whether a usual first word of a sentence follows an abbreviation."""
    word = re.match(r"[\"'“‘(\[]*([A-Za-z]+)", text[at:])
    return bool(word and word.group(1).lower() in STARTERS)


#: An agency's opening: *KABUL, Afghanistan (AP) --*, *MOSCOW, February 9. /TASS/.*
DATELINE = re.compile(
    r"[A-Z][A-Z.'’\- ]{2,30}(?:, [A-Z][\w.,'’ ]{2,40})?(?:\s?\([A-Za-z/ .]{2,30}\))?\s*(?:--|—|–|:| - )\s*(?=\S)"
    r"|[A-Z][A-Z.'’\- ]{2,30}, [A-Z][a-z]+ \d{1,2}\.?\s?(?:\([A-Za-z ]+\)|/TASS/\.?|/[A-Za-z .]+/)\s*[-–—:.]*\s*(?=\S)"
    r"|[A-Z][a-zé]+(?: [A-Z][a-z]+)?, [A-Z][a-z]+(?: [A-Z][a-z]+)? [-–—] (?=[A-Z])"
    r"|[A-Z][A-Z.'’\- ]{2,30}\([A-Z][A-Za-z/ .]{2,20}\)\s?[-–—:]*\s*(?=[A-Z])"
)


DATELINE_ALONE = re.compile(r"[A-Z][A-Z.'’\- ]{2,30}, [A-Z][a-z]+ \d{1,2}\.?\s?/[A-Za-z .]+/\.?")


#: What divides the halves of a headline: *Chad closes embassy; Libya recalls envoy*.
SEMICOLON = re.compile(r"(?<=\w); (?=[A-Z])")


def split(text: str) -> list[Sentence]:
    """Returns the sentences of a text with offsets into it; white space around them is left out.

    An opening `date YYYY-MM-DD` and an agency's dateline are no text. A stretch of over 4,000 characters without a
    boundary is cut at a space, so that no parse grows without limit.
    """
    out: list[Sentence] = []
    for begin, end in _paragraphs(text):
        start = begin
        cuts = [(m.start(3), m.end()) for m in BOUNDARY.finditer(text, begin, end) if _is_boundary(text, begin, m)]
        glued = [m.span() for m in GLUED.finditer(text, begin, end)]
        if not cuts and text[begin:end].rstrip()[-1:].isalnum():
            glued.extend(m.span() for m in SEMICOLON.finditer(text, begin, end))
        for cut, follower in sorted(cuts + glued):
            _add(out, text, start, cut)
            start = follower
        _add(out, text, start, end)
    return out


def _add(out: list[Sentence], text: str, start: int, end: int) -> None:
    while start < end:
        stop = end
        if end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            stop = space if space > 0 else start + LONGEST
        piece = text[start:stop]
        left = len(piece) - len(piece.lstrip())
        stripped = piece.strip()
        opening = DATELINE.match(stripped)
        if DATELINE_ALONE.fullmatch(stripped):
            stripped = ""
        if opening and len(stripped) > opening.end() + 20 and not LINK.match(stripped):
            left += opening.end()
            stripped = stripped[opening.end() :]
        if stripped:
            out.append(Sentence(len(out), start + left, start + left + len(stripped), stripped))
        start = stop
