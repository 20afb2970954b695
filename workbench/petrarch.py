"""Reads actor and agent files in the formats of PETRARCH and TABARI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from coders.lexicon import plural_of
from workbench.taken import ActorRow, AgentRow, Known, Taken, numbered, text_of

COMMENT = re.compile(r"\s*[#;].*")
CODES = re.compile(r"\[([^\[\]]*)\]")
CODE_AND_DATES = re.compile(r"(\S*?)\s*(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))?")
#: Words that stay small within a name.
SMALL = frozenset("of the and for in on to de la le du da do di del von van der bin al el".split())
#: A single word of so few letters may be an abbreviation.
LONGEST_ABBREVIATION = 6
DAY = timedelta(days=1)


def lines_of(file: Path) -> Iterator[tuple[int, str]]:
    """Yields the lines of a file that say something, with their numbers, comments taken out."""
    within = False
    for number, line in numbered(text_of(file)):
        kept, rest = "", line
        while rest:
            mark = "-->" if within else "<!--"
            before, found, rest = rest.partition(mark)
            kept += "" if within else before
            within = within != bool(found)
        kept = COMMENT.sub("", kept).rstrip()
        if kept.strip():
            yield number, kept


# --- actors


@dataclass(slots=True)
class _Actor:
    """An actor as it is read line by line."""

    line: int
    text: str
    phrase: str
    synonyms: list[tuple[int, str]] = field(default_factory=list)
    roles: list[tuple[str, date | None, date | None]] = field(default_factory=list)


def read_actors(file: Path, known: Known) -> Taken:
    """Reads `NAME_ [CODE]`, synonyms (`+NAME_`), and codes with dates (`[CODE <20090120]`) on the same or on indented lines."""
    taken = Taken(file)
    actor: _Actor | None = None
    for number, line in lines_of(file):
        if line.startswith("+"):
            if actor is None:
                taken.leave(number, line, "a synonym without an actor before it")
            else:
                actor.synonyms.append((number, line[1:]))
        elif line[0] in " \t" and line.lstrip().startswith("["):
            if actor is None:
                taken.leave(number, line, "a code without an actor before it")
            else:
                _roles(taken, actor, number, line, known)
        else:
            if actor is not None:
                _finish(taken, actor, known)
            actor = _Actor(number, line, line.partition("[")[0])
            _roles(taken, actor, number, line, known)
    if actor is not None:
        _finish(taken, actor, known)
    return taken


def _roles(taken: Taken, actor: _Actor, number: int, line: str, known: Known) -> None:
    """Reads the codes of a line, with their dates."""
    for text in CODES.findall(line):
        found = CODE_AND_DATES.fullmatch(text.strip())
        if found is None:
            taken.leave(number, line, f"[{text}] is no code with dates")
            continue
        code, sign, day, first, last = found.groups()
        fault = known.code_fault(code)
        if fault:
            taken.leave(number, line, fault)
            continue
        try:
            start = _day(first) if first else _day(day) + DAY if sign == ">" else None
            end = _day(last) if last else _day(day) - DAY if sign == "<" else None
        except ValueError as error:
            taken.leave(number, line, f"{error} is no date: YYYYMMDD")
            continue
        if start and end and start > end:
            taken.leave(number, line, f"it begins on {start}, after its end on {end}")
            continue
        actor.roles.append((code, start, end))


def _day(digits: str) -> date:
    """Reads YYYYMMDD, or YYMMDD with the years up to 39 in this century; a month or day of 00 is the first."""
    if len(digits) == 6:
        digits = ("20" if digits < "40" else "19") + digits
    try:
        if len(digits) != 8:
            raise ValueError
        return date(int(digits[:4]), int(digits[4:6]) or 1, int(digits[6:]) or 1)
    except ValueError:
        raise ValueError(repr(digits)) from None


def _finish(taken: Taken, actor: _Actor, known: Known) -> None:
    """Takes an actor when all its lines are read."""
    if not actor.roles:
        if not any(u.line == actor.line for u in taken.untaken):
            taken.leave(actor.line, actor.text, "it has no code")
        return
    if not _words(actor.phrase):
        taken.leave(actor.line, actor.text, "it has no name")
        return
    phrases = []
    for number, phrase in ((actor.line, actor.phrase), *actor.synonyms):
        country = known.country_words.get(" ".join(_words(phrase)).upper())
        if country is not None and country == actor.roles[0][0][:3]:
            taken.leave(number, phrase, f"already there, as a word for {country}")
        else:
            phrases.append(phrase)
    if not phrases:
        return
    spellings = list(dict.fromkeys(s for phrase in phrases for s in name_of(phrase)))
    for code, start, end in _periods(actor.roles):
        taken.actors.append(ActorRow(spellings[0], tuple(spellings[1:]), "", code, start, end))


def _periods(
    roles: list[tuple[str, date | None, date | None]],
) -> Iterator[tuple[str, date | None, date | None]]:
    """Yields the roles in order of time; a code without dates holds wherever no other does."""
    dated = sorted((r for r in roles if r[1] or r[2]), key=lambda r: (r[1] or date.min, r[2] or date.max))
    plain = next((code for code, start, end in roles if not start and not end), None)
    begin: date | None = None
    open_end = True
    for code, start, end in dated:
        if plain is not None and open_end and start and (begin is None or begin < start):
            yield plain, begin, start - DAY
        yield code, start, end
        open_end = end is not None
        begin = end + DAY if end else begin
    if plain is not None and open_end:
        yield plain, begin, None


def _words(phrase: str) -> list[str]:
    return [word for word in re.split(r"[\s_=]+", phrase.strip()) if word]


def name_of(phrase: str) -> tuple[str, ...]:
    """Returns how newspapers write `BARACK_OBAMA_`: *Barack Obama*; of a short single word, *Unicef* and *UNICEF*, both.

    What is written in small letters already stays as it is.
    """
    words = _words(phrase)
    plain = " ".join(words)
    if plain != plain.upper():
        return (plain,)
    if len(words) == 1 and (len(plain) <= LONGEST_ABBREVIATION or "." in plain):
        if "." in plain or not re.search("[AEIOUY]", plain):
            return (plain,)
        return (plain.capitalize(), plain)
    titled = [w.lower() if n and w.lower() in SMALL else _capitalised(w) for n, w in enumerate(words)]
    return (" ".join(titled),)


def _capitalised(word: str) -> str:
    """Writes AL-ASSAD as al-Assad, O'NEILL as O'Neill, U.S. as it is."""
    if "." in word:
        return word
    parts = re.split(r"([-'’])", word)
    out = [p.lower() if p.lower() in SMALL and n + 1 < len(parts) else p.capitalize() for n, p in enumerate(parts)]
    if len(out) == 3 and out[1] in "'’" and len(out[2]) < 3:
        out[2] = out[2].lower()
    return "".join(out)


# --- agents

SUBSTITUTE = re.compile(r"!([^!\s]+)!\s*=\s*(.+)")
AGENT = re.compile(r"([^\[{]+?)\s*(?:\{([^}]*)\})?\s*\[([^\]]*)[\]}]")


def read_agents(file: Path, known: Known) -> Taken:
    """Reads `POLICEMAN {POLICEMEN} [~COP]`, and words that stand for several (`!PERSON! = MAN, WOMAN`)."""
    taken = Taken(file)
    substitutes: dict[str, list[str]] = {}
    seen: dict[str, int] = {}
    for number, line in lines_of(file):
        substitute = SUBSTITUTE.fullmatch(line.strip())
        if substitute:
            substitutes[substitute.group(1)] = [w.strip() for w in substitute.group(2).split(",") if w.strip()]
            continue
        found = AGENT.fullmatch(line.strip())
        if found is None:
            taken.leave(number, line, "no role noun with its code: NOUN {PLURAL} [~CODE]")
            continue
        phrase, plural, code = found.group(1), found.group(2), found.group(3).strip().strip("~").strip()
        fault = known.code_fault(code, primary=False)
        if fault:
            taken.leave(number, line, fault)
            continue
        unknown = [name for name in re.findall("!([^!]+)!", phrase) if name not in substitutes]
        if unknown:
            taken.leave(number, line, f"!{unknown[0]}! is not defined above")
            continue
        for words, many in _expanded(phrase, plural, substitutes):
            if seen.setdefault(words, number) != number:
                taken.leave(number, line, f"{words!r} stands already in line {seen[words]}")
                continue
            kind = known.kinds.get(words) or known.kinds.get(words.split()[-1]) or "person"
            taken.agents.append(AgentRow(words, many, code, kind))
    return taken


def _expanded(phrase: str, plural: str | None, substitutes: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yields the noun phrases that a line stands for, each with its plural where that is no regular one."""
    name = next(iter(re.findall("!([^!]+)!", phrase)), None)
    if name is None:
        words = " ".join(_words(phrase)).lower()
        no_plural = (plural is not None and not plural.strip()) or phrase.rstrip().endswith("_")
        many = "|".join(" ".join(_words(p)).lower() for p in (plural or "").split(",") if p.strip())
        yield words, words if no_plural else many
        return
    before, _, after = phrase.partition(f"!{name}!")
    choices = [choice.upper() for choice in substitutes[name]]
    plurals = {plural_of(choice.lower()).upper() for choice in choices}
    for choice in choices:
        if choice not in plurals:
            yield from _expanded(f"{before}{choice}{after}", None, substitutes)
