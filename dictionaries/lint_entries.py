"""Finds what is wrong with verb entries, operators and word sets: patterns that never match, that repeat, that always lose."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dictionaries.english import adjectives, base_verbs, verb_forms
from dictionaries.lint_files import INVISIBLE
from dictionaries.load import Reader
from dictionaries.model import Dictionaries, Fault, NounPattern, Operator, Part, VerbEntry, VerbPattern
from dictionaries.patterns import phrase

Entry = VerbEntry | Operator
SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
#: What no word of a parsed sentence holds: the parser splits at these.
SPLIT_AT = re.compile(r"[\"“”„«»‘`,;:?\[\]{}\\*+=<>~^#@'’]|\.\.")
POSSESSIVE = re.compile(r"['’]s?$")
POSSESSIVE_INSIDE = re.compile(r"['’]s?(?=[\s_/|()]|$)")
WORD_WRITTEN = re.compile(r"[^\s/|()]+")
MARK = re.compile(r"\[([^\[\]]*)\]")
#: Word sets that the coder itself reads.
ENGINE_SETS = frozenset({"accident_verbs", "accident_nouns", "offices_of_state"})


class _Found:
    """Makes faults at the lines of patterns."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.new_verbs = frozenset(str(verb) for _, verb in reader.new_verbs)

    def at(self, entry: Entry, line: int, kind: str, what: str, remedy: str, warning: bool = False) -> Fault:
        """Returns a fault of an entry."""
        return Fault(self.reader.entry_files[entry.rule].shown, line, what, remedy, kind, warning)

    def place(self, entry: Entry, line: int) -> str:
        """Returns where a pattern stands, for another fault to name."""
        return f"{self.reader.entry_files[entry.rule].shown}:{line}"


def entry_faults(reader: Reader, dictionaries: Dictionaries) -> Iterator[Fault]:
    """Yields the faults of all entries."""
    found = _Found(reader)
    entries: list[Entry] = [*dictionaries.verbs, *dictionaries.operators]
    for entry in entries:
        yield from _form(found, entry)
        for pattern in entry.patterns:
            yield from _never(found, entry, pattern)
        for pattern in entry.exceptions:
            yield from _words(found, entry, pattern)
        yield from _exceptions(found, entry)
        for noun in entry.nouns:
            yield from _split_words(found, entry, noun.line, f"noun {noun.text!r}", noun.text)
        if isinstance(entry, VerbEntry):
            yield from _roles(found, entry, dictionaries)
    yield from _beaten_verbs(found, entries)
    yield from _beaten_nouns(found, entries)
    yield from _sets(reader)
    yield from _words_lists(reader)


# --- one entry


def _form(found: _Found, entry: Entry) -> Iterator[Fault]:
    """Yields faults of the entry as a whole and of its examples."""
    slug = entry.rule.partition("#")[2]
    if not SLUG.fullmatch(slug):
        remedy = "write small letters, digits and hyphens"
        yield found.at(entry, entry.line, "bad-id", f"id {slug!r} is no plain word", remedy)
    lines = found.reader.entry_faults
    if not entry.patterns and not entry.nouns and isinstance(entry, VerbEntry) and entry.rule not in lines:
        what = "the entry has neither patterns nor nouns: it codes nothing"
        yield found.at(entry, entry.line, "codes-nothing", what, "write one, or delete the entry")
    if isinstance(entry, VerbEntry) and not entry.examples:
        remedy = "write one, with [S ...] and [T ...]"
        yield found.at(entry, entry.line, "no-example", "the entry has no example", remedy, warning=True)
    seen: set[str] = set()
    for sentence in (*entry.examples, *entry.near_misses):
        line = found.reader.example_lines[entry.rule, sentence]
        if sentence in seen:
            yield found.at(entry, line, "duplicate-example", f"{sentence!r} stands twice", "delete one of the two")
        seen.add(sentence)
        rest = MARK.sub("", sentence)
        marks = [m.split(" ", 1) for m in MARK.findall(sentence)]
        wrong = [" ".join(m) for m in marks if m[0] not in ("S", "T") or len(m) < 2 or not m[1].strip()]
        if "[" in rest or "]" in rest or wrong:
            what = f"the marks of {sentence!r} cannot be read"
            yield found.at(entry, line, "bad-example", what, "mark slots as [S words] and [T words]")


def _roles(found: _Found, entry: VerbEntry, dictionaries: Dictionaries) -> Iterator[Fault]:
    known = dictionaries.actor_codes.keys() | {c.code for c in dictionaries.countries}
    for role in sorted((entry.source_roles | entry.target_roles) - known):
        what = f"{role!r} in sources or targets is no code"
        yield found.at(entry, entry.line, "unknown-code", what, "write a code of ontology/actor_codes.csv")


def _never(found: _Found, entry: Entry, pattern: VerbPattern) -> Iterator[Fault]:
    """Yields reasons why a pattern can never match, or gives nothing when it does."""
    yield from _words(found, entry, pattern)
    slots = [p.slot for p in pattern.parts if p.slot] + [p.possessor for p in pattern.parts if p.possessor]
    if pattern.subject:
        slots.append(pattern.subject)
    twice = sorted({s for s in slots if s in ("S", "ACT") and slots.count(s) > 1})
    text = f"pattern {pattern.text!r}"
    for slot in twice:
        what = f"{text}: {slot} stands twice, and only one of them is filled"
        yield found.at(entry, pattern.line, "never-matches", what, "write two patterns")
    if isinstance(entry, Operator):
        if "ACT" not in slots:
            what = f"{text}: an operator without ACT never matches"
            yield found.at(entry, pattern.line, "never-matches", what, "write ACT where the embedded act stands")
    elif "ACT" in slots:
        what = f"{text}: ACT belongs to operators"
        remedy = "write the words, or make it an operator"
        yield found.at(entry, pattern.line, "never-matches", what, remedy)
    if not {"S", "T"}.intersection(slots) and not pattern.subject_words:
        what = f"{text}: neither S nor T: it gives no event"
        yield found.at(entry, pattern.line, "never-matches", what, "mark source and target")
    forbidden = {w for p in pattern.parts if p.forbidden for w in p.words}
    for part in pattern.parts:
        if part.words and not part.forbidden and not part.optional and set(part.words) <= forbidden:
            what = f"{text}: asks for words that it forbids"
            yield found.at(entry, pattern.line, "never-matches", what, "delete one or the other")
    if pattern.verbs == {"be"}:
        attribute = next((p for p in pattern.parts if p.kind == "object" and p.words and not p.forbidden), None)
        passive = sorted(
            w[-1]
            for w in (attribute.words if attribute else ())
            if len(w) == 1 and verb_forms().get(w[0], w[0]) != w[0] and w[0] not in adjectives()
        )
        if attribute is not None and passive and len(passive) == len(attribute.words):
            what = f"{text}: {passive[0]!r} is a passive, which is found by its active pattern only"
            yield found.at(entry, pattern.line, "passive", what, f"write it with {verb_forms()[passive[0]]!r}", True)


def _words(found: _Found, entry: Entry, pattern: VerbPattern) -> Iterator[Fault]:
    """Yields words of a verb pattern that no parsed sentence holds."""
    text = f"pattern {pattern.text!r}"
    forms = verb_forms()
    for verb in sorted(pattern.verbs - base_verbs() - found.new_verbs) if forms else ():
        if INVISIBLE.search(verb):
            continue
        if "-" in verb or SPLIT_AT.search(verb):
            what = f"{text}: {verb!r} is split by the parser and never found"
            yield found.at(entry, pattern.line, "unreachable-word", what, "write a verb of one word, or delete it")
        elif verb in forms:
            what = f"{text}: the base form of {verb!r} is {forms[verb]!r}, so it is never found"
            yield found.at(entry, pattern.line, "not-a-base-form", what, f"write {forms[verb]!r}")
        else:
            what = f"{text}: {verb!r} is no verb that the tables know"
            remedy = "correct it, or add it to words/new_verbs.yaml"
            yield found.at(entry, pattern.line, "unknown-verb", what, remedy, True)
    yield from _split_words(found, entry, pattern.line, text, pattern.text)


def _split_words(found: _Found, entry: Entry, line: int, what: str, text: str) -> Iterator[Fault]:
    """Yields words written in a pattern that the parser splits; those of word sets are told once, at the set."""
    if not SPLIT_AT.search(POSSESSIVE_INSIDE.sub("", text)):
        return
    for word in dict.fromkeys(WORD_WRITTEN.findall(text)):
        if word.startswith(("&", "!&")) or not any(SPLIT_AT.search(POSSESSIVE.sub("", w)) for w in word.split("_")):
            continue
        said = f"{what}: {word!r} is split by the parser and never found"
        yield found.at(entry, line, "unreachable-word", said, "write words without marks")


def _exceptions(found: _Found, entry: Entry) -> Iterator[Fault]:
    """Yields exceptions that cancel nothing, because no pattern of the entry has their verb."""
    own = {v for p in entry.patterns for v in p.verbs} | {w[-1] for n in entry.nouns for w in n.words}
    by_line: defaultdict[int, list[VerbPattern]] = defaultdict(list)
    for pattern in entry.exceptions:
        by_line[pattern.line].append(pattern)
    for line, patterns in by_line.items():
        verbs = sorted({v for p in patterns for v in p.verbs})
        idle = [v for v in verbs if v not in own]
        if idle:
            what = f"exception {patterns[0].text!r}: no pattern of the entry has {', '.join(map(repr, idle))}"
            partly = len(idle) < len(verbs)
            yield found.at(entry, line, "idle-exception", what, "correct the verb, or delete the exception", partly)


# --- entries against each other


def _shape(part: Part) -> tuple[object, ...]:
    """What must agree for two parts to stand for each other; words and prepositions are compared as sets."""
    return part.kind, part.slot, part.possessor, part.optional, part.forbidden, not part.words, not part.preps


def _includes(wide: VerbPattern, narrow: VerbPattern) -> bool:
    """Whether a pattern of the same shape matches wherever another one does, their verbs apart."""
    if not set(narrow.subject_words) <= set(wide.subject_words):
        return False
    for a, b in zip(wide.parts, narrow.parts, strict=True):
        if a.forbidden:
            a, b = b, a
        if not (b.preps <= a.preps and set(b.words) <= set(a.words)):
            return False
    return True


class _Group:
    """Patterns of one verb and one shape, indexed by the words of one of their parts, which a wider pattern shares."""

    def __init__(self) -> None:
        self.members: list[tuple[Entry, VerbPattern]] = []
        self.by_word: defaultdict[object, list[int]] = defaultdict(list)
        self.part: int | None = None

    def index(self) -> None:
        """Indexes the members when they are all there."""
        parts = self.members[0][1].parts
        self.part = next((k for k, p in enumerate(parts) if p.words and not p.forbidden), None)
        if self.part is not None:
            for number, (_, pattern) in enumerate(self.members):
                for words in pattern.parts[self.part].words:
                    self.by_word[words].append(number)

    def wider(self, pattern: VerbPattern) -> Iterator[int]:
        """Yields the numbers of the members that match wherever a member does, itself among them."""
        numbers: Sequence[int] = range(len(self.members))
        if self.part is not None:
            numbers = min((self.by_word[words] for words in pattern.parts[self.part].words), key=len)
        return (m for m in numbers if _includes(self.members[m][1], pattern))


def _apart(a: Entry, b: Entry) -> bool:
    """Whether two entries are told apart by the roles of their actors or by reciprocity, so that both may have a pattern."""
    if not isinstance(a, VerbEntry) or not isinstance(b, VerbEntry):
        return type(a) is not type(b)
    return (a.source_roles, a.target_roles, a.reciprocal) != (b.source_roles, b.target_roles, b.reciprocal)


def _beaten_verbs(found: _Found, entries: list[Entry]) -> Iterator[Fault]:
    """Yields verb patterns that stand twice, or that another entry's pattern always beats."""
    groups: defaultdict[tuple[str, object], _Group] = defaultdict(_Group)
    for entry in entries:
        for pattern in entry.patterns:
            shape = (pattern.subject, bool(pattern.subject_words), *map(_shape, pattern.parts))
            for verb in pattern.verbs:
                groups[verb, shape].members.append((entry, pattern))
    beaten: dict[tuple[str, int], dict[tuple[str, int], _Beaten]] = defaultdict(dict)
    for (verb, _), group in groups.items():
        if len(group.members) < 2:
            continue
        group.index()
        for n, (entry, pattern) in enumerate(group.members):
            for m in group.wider(pattern):
                other, wider = group.members[m]
                if m == n or _apart(entry, other):
                    continue
                by = _Beaten(entry, pattern, other, wider, _includes(pattern, wider))
                if (not by.same or m < n) and _loses(verb, by, m < n):
                    beaten[entry.rule, pattern.line].setdefault((verb, id(pattern)), by)
                    break
    atoms: Counter[tuple[str, int]] = Counter()
    for entry in entries:
        for pattern in entry.patterns:
            atoms[entry.rule, pattern.line] += len(pattern.verbs)
    for key, losers in beaten.items():
        yield from _beaten(found, losers, whole=len(losers) == atoms[key])


@dataclass(frozen=True, slots=True)
class _Beaten:
    """A pattern that another one makes useless; `same` if they match the same."""

    entry: Entry
    pattern: VerbPattern
    other: Entry
    wider: VerbPattern
    same: bool


def _loses(verb: str, by: _Beaten, first: bool) -> bool:
    """Whether a pattern never wins against a wider one, which stands before it if `first`."""
    behind = by.wider.specificity < by.pattern.specificity
    if by.entry is by.other:
        return by.same or not behind
    if any(verb in e.verbs for e in by.other.exceptions):
        return False
    return not behind and (by.wider.specificity > by.pattern.specificity or first)


def _beaten(found: _Found, losers: dict[tuple[str, int], _Beaten], whole: bool) -> Iterator[Fault]:
    """Yields what is wrong with the line of some patterns that never win; all of the line's if `whole`."""
    for inside in (True, False):
        fitting = [(verb, by) for (verb, _), by in losers.items() if (by.entry is by.other) == inside]
        if not fitting:
            continue
        by = fitting[0][1]
        verbs = ", ".join(dict.fromkeys(repr(verb) for verb, _ in fitting))
        text = f"pattern {by.pattern.text!r}" + ("" if whole else f" with {verbs}")
        where = found.place(by.other, by.wider.line)
        if inside:
            what, kind = f"{text} is already in line {by.wider.line}", "duplicate-pattern"
        elif by.same:
            codes = f"{_code(by.entry)} here and {_code(by.other)} in {where}"
            what, kind = f"{text} stands twice, as {codes}: this one never wins", "duplicate-pattern"
        else:
            what, kind = f"{text} always loses to {by.wider.text!r} in {where}", "shadowed-pattern"
        remedy = "delete it" if whole else f"delete {verbs} here"
        yield found.at(by.entry, by.pattern.line, kind, what, remedy, warning=inside and not whole)


def _code(entry: Entry) -> str:
    return entry.code if isinstance(entry, VerbEntry) else f"operator {entry.operator}"


def _beaten_nouns(found: _Found, entries: list[Entry]) -> Iterator[Fault]:
    """Yields nouns that stand twice."""
    seen: dict[object, tuple[Entry, NounPattern]] = {}
    for entry in entries:
        for noun in entry.nouns:
            kind = isinstance(entry, Operator)
            for words in noun.words:
                key = (words, noun.possessor, frozenset(noun.preps), kind)
                other, first = seen.setdefault(key, (entry, noun))
                cancelled = any(words[-1] in e.verbs for e in other.exceptions)
                if first is noun or (other is not entry and (_apart(entry, other) or cancelled)):
                    continue
                text = f"noun {noun.text!r}"
                if other is entry:
                    what = f"{text} is already in line {first.line} as {first.text!r}"
                elif _code(other) == _code(entry):
                    what = f"{text} stands already in {found.place(other, first.line)}"
                else:
                    where = f"{_code(other)} in {found.place(other, first.line)}"
                    what = f"{text} stands twice, as {_code(entry)} here and {where}: this one never wins"
                yield found.at(entry, noun.line, "duplicate-pattern", what, "delete one of the two")
                break


# --- words


def _sets(reader: Reader) -> Iterator[Fault]:
    """Yields word sets that nothing uses, that are empty, or that say a word twice."""
    for name, (file, line, words) in reader.written_sets.items():
        # The entries of a broken file may use it.
        if words and name not in reader.sets.used and name not in ENGINE_SETS and not reader.files.broken:
            what = f"no pattern uses the word set &{name}"
            yield Fault(file.shown, line, what, "use it, or delete it", "unused-set")
        if not words:
            yield Fault(file.shown, line, f"the word set &{name} is empty", "write words, or delete it", "empty-set")
        seen: dict[object, str] = {}
        for own, word in words:
            if any(SPLIT_AT.search(POSSESSIVE.sub("", w)) for w in word.split()):
                what = f"{str(word)!r} in &{name} is split by the parser and never found"
                yield Fault(own.shown, word.line, what, "write words without marks", "unreachable-word")
            said = phrase(word)
            if said in seen:
                what = f"{str(word)!r} in &{name} says the same as {seen[said]!r}"
                yield Fault(own.shown, word.line, what, "delete one of the two", "repeated-word", True)
            seen.setdefault(said, str(word))


def _words_lists(reader: Reader) -> Iterator[Fault]:
    """Yields discard phrases, verbs of saying and new verbs that stand twice, and verbs of saying that are none."""
    seen: dict[str, int] = {}
    for file, line, text in reader.written_discards:
        first = seen.setdefault(f"{file.layer}:{text}", line)
        if first != line:
            what = f"{text!r} stands already in line {first}"
            yield Fault(file.shown, line, what, "delete one of the two", "duplicate-entry")
    for verbs in (reader.written_reporting, reader.new_verbs):
        told: set[str] = set()
        for file, verb in verbs:
            if str(verb) in told:
                what = f"{str(verb)!r} stands twice"
                yield Fault(file.shown, verb.line, what, "delete one of the two", "duplicate-entry")
            told.add(str(verb))
    known = base_verbs().union(str(verb) for _, verb in reader.new_verbs)
    for file, verb in reader.written_reporting if verb_forms() else ():
        if str(verb) not in known:
            what = f"{str(verb)!r} is no base form of a verb"
            yield Fault(file.shown, verb.line, what, "write the base form", "not-a-base-form", True)
