"""What an import took from somebody's files, and the lines that it could not take: plain data between readers and writer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dictionaries.lint_tables import ActorCodes
from dictionaries.load import ACTOR_CODE
from tocsin import DictionaryError


@dataclass(frozen=True, slots=True)
class Untaken:
    """A line that could not be taken: where it stands, what it says, and why."""

    file: Path
    line: int
    text: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text.strip()!r} not taken: {self.reason}"


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A row for `actors/*.csv`: one role of one actor."""

    name: str
    aliases: tuple[str, ...]
    surname: str
    code: str
    start: date | None
    end: date | None
    role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgentRow:
    """A row for `agents/*.csv`."""

    phrase: str
    plural: str
    code: str
    kind: str


@dataclass(slots=True)
class EntryTaken:
    """A verb entry to be: one code, and the patterns that carry it."""

    id: str
    code: str
    means: str
    reciprocal: bool = False
    patterns: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Taken:
    """What was taken from one file."""

    file: Path
    actors: list[ActorRow] = field(default_factory=list)
    agents: list[AgentRow] = field(default_factory=list)
    entries: list[EntryTaken] = field(default_factory=list)
    sets: dict[str, list[str]] = field(default_factory=dict)
    untaken: list[Untaken] = field(default_factory=list)

    def leave(self, line: int, text: str, reason: str) -> None:
        """Notes a line that could not be taken."""
        self.untaken.append(Untaken(self.file, line, text, reason))

    @property
    def empty(self) -> bool:
        """Whether nothing was taken."""
        return not (self.actors or self.agents or self.entries)


@dataclass(frozen=True, slots=True)
class Known:
    """What the dictionaries below know, by which lines are judged.

    Args:
        codes: the parts of actor codes.
        events: the event codes.
        country_words: names, adjectives, peoples, capitals and seats of countries, in capitals, with the country's code.
        kinds: the kind of every role noun.
    """

    codes: ActorCodes
    events: frozenset[str]
    country_words: dict[str, str]
    kinds: dict[str, str]

    def code_fault(self, code: str, primary: bool = True) -> str:
        """Says what is wrong with an actor code, nothing if it is right."""
        if not ACTOR_CODE.fullmatch(code):
            return f"{code!r} is no actor code: three capital letters, then role codes of three"
        part = self.codes.unknown(code, primary)
        return f"{part!r} of {code!r} is no known part of an actor code" if part else ""


def text_of(file: Path) -> str:
    """Returns the text of a file, in UTF-8 or, as older files are, Latin-1.

    Raises:
        DictionaryError: it cannot be read.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DictionaryError(f"cannot be read: {error.strerror}", str(file), "name a text file") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def numbered(text: str) -> Iterator[tuple[int, str]]:
    """Yields the lines of a text with their numbers, without line ends."""
    for number, line in enumerate(text.split("\n"), 1):
        yield number, line.rstrip("\r")
