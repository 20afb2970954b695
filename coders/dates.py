"""Resolves the date of an event from the words of its sentence, relative to the document's date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from coders.model import DateBasis, DatePrecision

MONTHS = {m: i for i, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec"), 1) for m in names.split()}  # fmt: skip
WEEKDAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
COUNTS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": 1, "an": 1, "several": 3, "few": 3, "couple": 2,
}  # fmt: skip
MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
YEAR = re.compile(r"[12]\d\d\d")


def _has_year(text: str, _: str) -> bool:
    return YEAR.search(text) is not None


def _has_any(words: str) -> Callable[[str, str], bool]:
    """Whether some of the words stand in a text, given as it is and in small letters."""
    signs = words.split()
    if signs[0].islower():
        return lambda _, lowered: any(map(lowered.__contains__, signs))
    return lambda text, _: any(map(text.__contains__, signs))


#: Patterns by a test that every text passes that they match; the earlier ones win.
PATTERNS = tuple(
    (stand, tuple((name, re.compile(pattern, flags)) for name, pattern, flags in rows))
    for stand, rows in (
        (_has_year, (
            ("iso", r"\b(?P<year>(?:19|20)\d\d)-(?P<mm>\d\d)-(?P<day>\d\d)\b", 0),
        )),
        (_has_any("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"), (
            ("full", rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>(?:19|20)\d\d))?\b(?![\d%])", 0),
            ("full", rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?\b", 0),
            ("month", rf"\b(?:(?P<rel>last|next|this|early|late|mid|in|since|by|until)[\s-]+)?{MONTH}(?:\s+of)?,?\s+(?P<year>(?:1[6-9]|20)\d\d)\b", 0),
            ("month", rf"\b(?P<rel>last|next|this|in|since|early|late|mid|during|until|by)[\s-]+{MONTH}\b(?!\s+\d)", 0),
        )),
        (_has_any("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"), (
            ("weekday", r"\b(?:(?P<rel>last|next|this|on|late on|early on|since|until|by)\s+)?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?:\s*\((?P<day>\d{1,2})\))?", 0),
        )),
        (_has_any("ago earlier before"), (
            ("ago", r"\b(?P<count>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|couple)(?:\s+of)?\s+(?P<unit>day|week|month|year|decade)s?\s+(?:ago|earlier|before)\b", re.I),
        )),
        (_has_any("week month year summer winter spring autumn fall"), (
            ("relative", r"(?<!\bthe )\b(?P<rel>last|next|this|past|previous|earlier this|later this)\s+(?P<unit>week|month|year|weekend|summer|winter|spring|autumn|fall)\b", re.I),
        )),
        (_has_any("yesterday today night tomorrow morning afternoon evening"), (
            ("word", r"\b(?P<word>yesterday|today|tonight|tomorrow|overnight|this morning|this afternoon|this evening|last night)\b", re.I),
        )),
        (_has_year, (
            ("year", r"\b(?:in|since|of|from|during|by|until|early|late|mid|the)[\s-]+(?P<year>(?:1[6-9]|20)\d\d)\b(?!s)(?!-\d\d-)", re.I),
            ("year", r"(?:'s|’s|\bthe)\s+(?P<year>(?:19|20)\d\d)\s+(?=[a-z])", 0),
            ("year", r"(?:\b[a-z][\w-]*|['’]s)\s+(?P<year>(?:19\d|200)[1-9])\s+(?=[a-z])", 0),
            ("decade", r"\b(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<year>(?:18|19|20)\d0)s\b", re.I),
        )),
        (_has_any("century"), (
            ("century", r"\b(?P<count>1[0-9])th[-\s]century\b", re.I),
        )),
        (_has_any("ago war soviet century"), (
            ("past", r"\b(?P<word>decades ago|centuries ago|years ago|a decade ago|during the (?:cold war|second world war|first world war|soviet era)|world war (?:ii|two|i|one)|last century)\b", re.I),
        )),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A date expression: character offsets into the sentence, the date, its precision."""

    start: int
    end: int
    day: date
    precision: DatePrecision
    basis: DateBasis = "text"


def find_dates(text: str, published: date, future: bool = False) -> list[DatedWords]:
    """Returns the date expressions of a sentence, in order and without overlaps.

    Args:
        text: the sentence.
        published: the document's date, to which *Friday* and *last month* refer.
        future: whether a bare weekday lies ahead (*will meet on Friday*).
    """
    found: list[DatedWords] = []
    lowered = text.lower()
    likely = [row for stand, rows in PATTERNS if stand(text, lowered) for row in rows]
    for name, pattern in likely:
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            resolved = _resolve(name, match, published, future)
            if resolved is not None:
                found.append(DatedWords(match.start(), match.end(), *resolved))
    return sorted(found, key=lambda f: f.start)


def _resolve(name: str, match: re.Match[str], published: date, future: bool) -> tuple[date, DatePrecision] | None:
    groups = match.groupdict()
    try:
        if name == "iso":
            return date(int(groups["year"]), int(groups["mm"]), int(groups["day"])), "day"
        if name == "full":
            month = MONTHS[groups["month"].lower().rstrip(".")]
            if groups["year"]:
                return date(int(groups["year"]), month, int(groups["day"])), "day"
            return _nearest_year(month, int(groups["day"]), published, future), "day"
        if name == "month":
            month = MONTHS[groups["month"].lower().rstrip(".")]
            if groups.get("year"):
                return date(int(groups["year"]), month, 1), "month"
            if groups["month"] == "May" and groups["rel"] not in (
                "last",
                "next",
                "in",
                "since",
                "early",
                "late",
                "mid",
            ):
                return None
            year = published.year
            if month > published.month and not (future or groups["rel"] in ("next", "by", "until")):
                year -= 1
            elif month < published.month and (groups["rel"] == "next"):
                year += 1
            return date(year, month, 1), "month"
        if name == "weekday":
            return _weekday(groups, published, future), "day"
        if name == "ago":
            return _ago(groups["count"], groups["unit"].lower(), published)
        if name == "relative":
            return _relative(groups["rel"].lower(), groups["unit"].lower(), published)
        if name == "word":
            word = groups["word"].lower()
            shift = {"yesterday": -1, "tomorrow": 1, "last night": -1, "overnight": 0}.get(word, 0)
            return published + timedelta(days=shift), "day"
        if name == "century":
            return date(100 * int(groups["count"]) - 99, 1, 1), "year"
        if name in ("year", "decade"):
            return date(int(groups["year"]), 1, 1), "year"
        return date(published.year - 10, 1, 1), "year"
    except (ValueError, OverflowError):
        return None


def _nearest_year(month: int, day: int, published: date, future: bool) -> date:
    candidate = date(published.year, month, min(day, monthrange(published.year, month)[1]))
    if not future and (candidate - published).days > 45:
        return candidate.replace(year=published.year - 1, day=min(day, monthrange(published.year - 1, month)[1]))
    if future and (published - candidate).days > 200:
        return candidate.replace(year=published.year + 1, day=min(day, monthrange(published.year + 1, month)[1]))
    return candidate


def _weekday(groups: dict[str, str], published: date, future: bool) -> date:
    wanted = WEEKDAYS[groups["weekday"].lower()]
    if groups["day"]:
        for distance in range(0, 20):
            for candidate in (published - timedelta(days=distance), published + timedelta(days=distance)):
                if candidate.weekday() == wanted and candidate.day == int(groups["day"]):
                    return candidate
    back = (published.weekday() - wanted) % 7
    if (future and groups["rel"] not in ("last",)) or groups["rel"] == "next":
        ahead = (wanted - published.weekday()) % 7
        return published + timedelta(days=ahead)
    if groups["rel"] == "last" and back == 0:
        back = 7
    return published - timedelta(days=back)


def _ago(count: str, unit: str, published: date) -> tuple[date, DatePrecision] | None:
    number = int(count) if count.isdigit() else COUNTS.get(count.lower(), 1)
    if unit == "day":
        return published - timedelta(days=number), "day"
    if unit == "week":
        return published - timedelta(weeks=number), "week"
    if unit == "month":
        months = published.year * 12 + published.month - 1 - number
        return date(months // 12, months % 12 + 1, 1), "month"
    years = number * (10 if unit == "decade" else 1)
    return date(max(1, published.year - years), 1 if years > 1 else published.month, 1), "year"


def _relative(rel: str, unit: str, published: date) -> tuple[date, DatePrecision]:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1}.get(rel, 0)
    monday = published - timedelta(days=published.weekday())
    if unit == "week":
        return monday + timedelta(weeks=step), "week"
    if unit == "weekend":
        return monday + timedelta(days=5 if step > 0 or published.weekday() >= 5 else -2), "day"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return date(months // 12, months % 12 + 1, 1), "month"
    if unit == "year":
        return date(published.year + step, 1, 1), "year"
    month = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[unit]
    year = published.year - (1 if step < 0 and month >= published.month else 0)
    return date(year, month, 1), "month"
