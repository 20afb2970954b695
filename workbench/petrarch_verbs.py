"""Turns verb files in the formats of PETRARCH and TABARI into verb entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dictionaries.english import base_verbs
from dictionaries.patterns import PREPOSITIONS, PatternError, WordSets, phrase, read_verb_pattern
from workbench.petrarch import lines_of
from workbench.taken import EntryTaken, Known, Taken

CODE = re.compile(r"\[\s*([^\]]*?)\s*\]")
BRACED = re.compile(r"\{[^}]*\}")
TOKEN = re.compile(r"&?[A-Z0-9][A-Z0-9'._/-]*|[*$+%]", re.I)
NO_CODE = frozenset({"", "---", "--", "-"})
ARTICLES = frozenset("a an the".split())
#: How a target may be reached where a pattern names none: it is the first actor after the verb.
ANY_TARGET = "(with/to/of/for/against/on/from/in/at T)"
BARE_TARGET = "with/to/against/on/at T"
AUXILIARIES = frozenset("is are was were be been being has have had".split())
FORBIDDING = frozenset("not no never without".split())


@dataclass(slots=True)
class _Block:
    """Verbs that share their patterns.

    Args:
        code: of the heading; empty if it has none.
        verbs: each with its own code, empty if it is the block's.
    """

    line: int
    title: str
    code: str = ""
    verbs: list[tuple[str, str]] = field(default_factory=list)
    patterns: list[tuple[int, str]] = field(default_factory=list)


def read_verbs(file: Path, known: Known) -> Taken:
    """Reads headings (`--- ARREST [173] ---`), verbs, word sets (`&NAME` and `+WORD`) and patterns (`- * INTO CUSTODY [173]`)."""
    taken = Taken(file)
    reading = _Reading(taken, known, f"{_slug(file.stem).replace('-', '_')}_")
    for number, line in lines_of(file):
        reading.line(number, line.strip())
    reading.finish()
    return taken


class _Reading:
    """Reads a verb file line by line."""

    def __init__(self, taken: Taken, known: Known, prefix: str) -> None:
        self.taken, self.known, self.prefix = taken, known, prefix
        self.block: _Block | None = None
        self.set_name = ""
        self.sets: dict[str, list[str]] = {}
        self.blocks: list[_Block] = []

    def line(self, number: int, line: str) -> None:
        """Reads one line."""
        if line.startswith("---"):
            self.heading(number, line)
        elif line.startswith("&"):
            self.set_name = self.prefix + line[1:].partition("[")[0].strip().strip("_").lower()
            self.sets.setdefault(self.set_name, [])
            self.block = None
        elif line.startswith("+") and self.set_name:
            words = re.sub(r"[_\s]+", " ", BRACED.sub("", line[1:])).strip().lower()
            if words:
                self.sets[self.set_name].append(words)
        elif line.startswith("-"):
            if self.block is None or not self.block.verbs:
                self.taken.leave(number, line, "a pattern without a verb before it")
            else:
                self.block.patterns.append((number, line[1:].strip()))
        elif line.startswith("~"):
            self.taken.leave(number, line, "transformations are not read: Tocsin composes acts by its operators")
        else:
            self.verb(number, line)

    def heading(self, number: int, line: str) -> None:
        """Begins a block of verbs."""
        title = line.strip("- ").partition("[")[0].strip()
        if not title and not CODE.search(line):
            return
        self.set_name = ""
        self.block = _Block(number, title, self.code(number, line))
        self.blocks.append(self.block)

    def code(self, number: int, line: str) -> str:
        """Returns the event code of a line, nothing if it has none or one that is not known."""
        found = CODE.search(line)
        code = found.group(1) if found else ""
        if code in NO_CODE:
            return ""
        if code not in self.known.events:
            self.taken.leave(number, line, f"{code!r} is no event code")
            return ""
        return code

    def verb(self, number: int, line: str) -> None:
        """Adds a verb to the block, or begins one with it."""
        self.set_name = ""
        words = _verb(BRACED.sub("", line.partition("[")[0]))
        if words is None:
            self.taken.leave(number, line, "no verb in its base form, with particles after it")
            return
        if self.block is None or self.block.patterns:
            self.block = _Block(number, words)
            self.blocks.append(self.block)
        self.block.verbs.append((words, self.code(number, line)))

    def finish(self) -> None:
        """Turns the blocks into entries."""
        sets = WordSets({name: tuple(map(phrase, words)) for name, words in self.sets.items() if words})
        ids: dict[str, int] = {}
        for block in self.blocks:
            for entry in self.entries(block, sets):
                count = ids[entry.id] = ids.get(entry.id, 0) + 1
                if count > 1:
                    entry.id = f"{entry.id}-{count}"
                self.taken.entries.append(entry)
        self.taken.untaken.sort(key=lambda u: u.line)
        self.taken.sets.update({name: words for name, words in self.sets.items() if name in sets.used})

    def entries(self, block: _Block, sets: WordSets) -> Iterator[EntryTaken]:
        """Yields one entry for each code of a block, and one more for what its actors do together."""
        made: dict[tuple[str, bool], EntryTaken] = {}

        def entry(code: str, reciprocal: bool = False) -> EntryTaken:
            slug = "-".join(filter(None, (_slug(block.title or block.verbs[0][0]), code, "together" * reciprocal)))
            return made.setdefault((code, reciprocal), EntryTaken(slug, code, block.title.lower(), reciprocal))

        cancelled: list[str] = []
        by_code: dict[str, list[str]] = {}
        for verb, own in block.verbs:
            if own or block.code:
                by_code.setdefault(own or block.code, []).append(verb)
        for code, verbs in by_code.items():
            choice = "/".join(verb.replace(" ", "_") for verb in verbs)
            entry(code).patterns += [f"S {choice} T", f"S {choice} {BARE_TARGET}"]
        every = "/".join(verb.replace(" ", "_") for verb, _ in block.verbs)
        for number, line in block.patterns:
            found = CODE.search(line)
            said = found.group(1) if found else ""
            code = self.code(number, f"- {line}")
            if not code and said not in NO_CODE:
                continue
            try:
                texts, reciprocal = patterns_of(line[: found.start()] if found else line, every, self.prefix)
                for text in texts:
                    list(read_verb_pattern(text, "import", number, sets))
            except PatternError as error:
                self.taken.leave(number, f"- {line}", str(error))
                continue
            if code:
                entry(code, reciprocal).patterns += texts
            elif found is None:
                self.taken.leave(number, f"- {line}", "it has no code")
            else:
                cancelled += [text.replace(f" {ANY_TARGET}", "") for text in texts]
        for taken in made.values():
            taken.exceptions.extend(cancelled if not taken.reciprocal else ())
        if cancelled and not made:
            number, line = block.patterns[0]
            self.taken.leave(number, f"- {line}", "it cancels a verb that has no code")
        yield from made.values()


def _verb(text: str) -> str | None:
    """Returns a verb with its particles, `TAKE_OFF_` as *take off*; None if it is none."""
    words = [w for w in re.split(r"[\s_]+", text.strip().lower()) if w]
    if words and words[0].startswith("+"):
        words[0] = words[0][1:]
    if not words or not words[0].isalpha() or any(w not in PREPOSITIONS for w in words[1:]):
        return None
    return " ".join(words)


def patterns_of(line: str, verbs: str, prefix: str = "") -> tuple[list[str], bool]:
    """Turns `* INTO CUSTODY` into `S take T INTO CUSTODY` and its like, and says whether the actors act on each other.

    Args:
        line: without its code.
        verbs: base forms, parted by `/`.
        prefix: of the names of word sets.

    Raises:
        PatternError: it says something that patterns here do not.
    """
    tokens = TOKEN.findall(re.sub(r"[{}()]", " ", line))
    if tokens.count("*") != 1:
        raise PatternError("the place of the verb is not marked by one *")
    if "^" in line:
        raise PatternError("^ (leave words out) is not read: words between are allowed anyway")
    at = tokens.index("*")
    words = list(_words(tokens[at + 1 :], prefix))
    passive = words[-2:] == ["by", "S"] and "$" not in tokens[:at]
    subject = _subject(tokens[:at], passive)
    if passive:
        # it is written in the active voice, which finds the passive too
        words, subject = words[:-2], "$"
        words = words if "T" in words else ["T", *words]
    if subject == "%" or "%" in words:
        return [" ".join(["S", verbs, *(w for w in words if w != "%")])], True
    if not subject:
        subject = "A" if "S" in words else "$"
    start = {"$": "S", "+": "T", "A": "A"}[subject]
    if start in words:
        raise PatternError(f"{'the source' if start == 'S' else 'the target'} stands twice")
    return [" ".join([start, verbs, *rest]) for rest in _with_target(start, words)], False


def _subject(tokens: list[str], passive: bool) -> str:
    """Returns the slot before the verb, nothing if there is none."""
    words = [t for t in tokens if t not in ("$", "+", "%") and t.lower() not in ARTICLES]
    if passive:
        words = [w for w in words if w.lower() not in AUXILIARIES]
    if words:
        raise PatternError(f"words before the verb ({' '.join(words)}): write it by hand")
    return next((t for t in reversed(tokens) if t in ("$", "+", "%")), "")


def _with_target(start: str, words: list[str]) -> list[list[str]]:
    """Returns the words with the target, where they leave its place open: object, after a last preposition, or beyond."""
    if "T" in (start, *words):
        return [words]
    if words and words[-1] in PREPOSITIONS:
        return [[*words, "T"]]
    beyond = [*words, ANY_TARGET]
    return [["T", *words], beyond] if words and words[0] in PREPOSITIONS else [beyond]


def _words(tokens: list[str], prefix: str) -> Iterator[str]:
    """Yields the words after the verb as our patterns write them."""
    split = [
        part for token in tokens for part in ([token] if token[0] in "&*$+%" else token.lower().split("_")) if part
    ]
    for n, word in enumerate(split):
        following = split[n + 1] if n + 1 < len(split) else ""
        if word in ("$", "+", "%"):
            yield {"$": "S", "+": "T", "%": "%"}[word]
        elif word.startswith("&"):
            yield f"&{prefix}{word[1:].strip('_').lower()}"
        elif word in ARTICLES:
            continue
        elif word in FORBIDDING:
            raise PatternError(f"{word!r}: negation is read from the sentence")
        elif word == "to" and following in base_verbs() and split[n + 2 : n + 3] in (["+"], ["$"], []):
            if following not in PREPOSITIONS and n + 2 < len(split):
                raise PatternError(f"an act within ({following}): Tocsin composes *agree to attack* by its operators")
            yield word
        else:
            yield word


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "verbs"
