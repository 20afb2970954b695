"""Turns dictionaries that somebody has into a folder that `--dictionaries` takes: `tocsin dictionary import`."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from dictionaries import BUILT_IN
from dictionaries.lint_tables import ActorCodes
from dictionaries.load import ACTOR_COLUMNS, AGENT_COLUMNS, Reader, reader_of
from tocsin import DictionaryError, UsageError
from workbench.actor_table import is_actor_table, read_actor_table
from workbench.petrarch import lines_of, read_actors, read_agents
from workbench.petrarch_verbs import read_verbs
from workbench.taken import EntryTaken, Known, Taken, text_of

FileKind = Literal["table", "actors", "agents", "verbs"]
READERS = {"table": read_actor_table, "actors": read_actors, "agents": read_agents, "verbs": read_verbs}
#: Lines by which a file shows what it is.
AGENT_LINE = re.compile(r"[^\[]*\[\s*~[A-Z]{3}.*|![^!]+!\s*=.*")
VERB_LINE = re.compile(r"---.*|-\s.*\*.*|&\w+\s*")
ACTOR_LINE = re.compile(r"[^\[]*\[[^\]~]*[A-Z]{3}.*")
#: YAML reads a text of these characters as it stands.
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 /&'()_|!-]*")


def import_files(files: Sequence[Path], kind: FileKind | None = None, known: Known | None = None) -> list[Taken]:
    """Reads files of dictionaries that are not in our format.

    Args:
        files: actor, agent and verb files in the formats of PETRARCH and TABARI, and tables of actors.
        kind: of all of them; else each shows by its lines what it is.
        known: what the dictionaries below know; the built-in ones by default.

    Raises:
        DictionaryError: a file cannot be read, or is none of these.
    """
    judge = known or known_by(reader_of(BUILT_IN))
    return [READERS[kind or kind_of(file)](file, judge) for file in files]


def known_by(reader: Reader) -> Known:
    """Reads dictionaries and returns what they know."""
    dictionaries = reader.read()
    words: dict[str, str] = {}
    for country in dictionaries.countries:
        for group in (country.names, country.adjectives, country.people, country.capital, country.seats):
            words.update((word.upper(), country.code) for word in group)
        words[country.name.upper()] = country.code
    kinds = {agent.phrase.lower(): agent.kind for agent in dictionaries.agents}
    return Known(ActorCodes(reader), frozenset(dictionaries.cameo), words, dict(kinds))


def kind_of(file: Path) -> FileKind:
    """Says what a file holds by its lines.

    Raises:
        DictionaryError: it is none of the files that are read.
    """
    first = next((line for line in text_of(file).split("\n") if line.strip()), "")
    if is_actor_table(first):
        return "table"
    for _, line in lines_of(file):
        if VERB_LINE.fullmatch(line):
            return "verbs"
        if AGENT_LINE.fullmatch(line):
            return "agents"
        if ACTOR_LINE.fullmatch(line):
            return "actors"
    remedy = "a table needs the columns name and code; for other files say --kind actors, agents or verbs"
    raise DictionaryError("it is not plain what this file holds", str(file), remedy)


# --- writing


def write(taken: Iterable[Taken], folder: Path, replace: bool = False) -> list[Path]:
    """Writes what was taken into a folder, and returns the files.

    Args:
        taken: of each source file.
        folder: made if it is not there.
        replace: whether files that are there are written over.

    Raises:
        UsageError: a file is there already.
        DictionaryError: the folder cannot be written.
    """
    texts: dict[Path, str] = {}
    for one in taken:
        stem = re.sub(r"[^a-z0-9]+", "_", one.file.stem.lower()).strip("_") or "imported"
        for path, text in _texts(one, folder, stem):
            if path in texts:
                raise UsageError("two of the files would be written here", str(path), "give them different names")
            texts[path] = text
    for path in texts:
        if path.exists() and not replace:
            raise UsageError("is there already", str(path), "name another folder, or say --replace")
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DictionaryError(f"cannot be written: {error.strerror}", str(folder), "name a folder of yours") from None
    return list(texts)


def _texts(taken: Taken, folder: Path, stem: str) -> Iterator[tuple[Path, str]]:
    source = f"# Taken from {taken.file.name}.\n"
    if taken.actors:
        rows = [
            (a.name, "|".join(a.aliases), a.surname, a.code, a.start or "", a.end or "", a.role, a.note)
            for a in sorted(taken.actors, key=lambda a: (a.name, str(a.start or "")))
        ]
        yield folder / "actors" / f"{stem}.csv", source + _csv(ACTOR_COLUMNS, rows)
    if taken.agents:
        agents = sorted((a.phrase, a.plural, a.code, a.kind, "") for a in taken.agents)
        yield folder / "agents" / f"{stem}.csv", source + _csv(AGENT_COLUMNS, agents)
    if taken.entries:
        yield folder / "verbs" / f"{stem}.yaml", source + "\n".join(map(_yaml, taken.entries))
    if taken.sets:
        lines = [f"{name}: [{', '.join(map(_quoted, words))}]\n" for name, words in sorted(taken.sets.items())]
        yield folder / "words" / f"sets_{stem}.yaml", source + "".join(lines)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _yaml(entry: EntryTaken) -> str:
    lines = [f"- id: {entry.id}", f'  code: "{entry.code}"']
    lines += [f"  means: {_quoted(entry.means)}"] if entry.means else []
    lines += ["  reciprocal: true"] if entry.reciprocal else []
    lines += ["  patterns:", *(f"    - {_quoted(p)}" for p in dict.fromkeys(entry.patterns))]
    if entry.exceptions:
        lines += ["  except:", *(f"    - {_quoted(p)}" for p in dict.fromkeys(entry.exceptions))]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Writes a text for YAML, in quotes where it needs them."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


# --- report


def lines(taken: Sequence[Taken], written: Sequence[Path], folder: Path) -> Iterator[str]:
    """Yields the lines that could not be taken, what was, and what to do next."""
    for one in taken:
        yield from map(str, one.untaken)
    for one in taken:
        yield f"{one.file}: {summary(one)}"
    if written:
        yield f"written: {', '.join(map(str, written))}"
        yield f"next: tocsin dictionary lint {folder}"


def summary(taken: Taken) -> str:
    """Counts in words what was taken from a file."""
    names = len({a.name for a in taken.actors})
    patterns = sum(len(e.patterns) + len(e.exceptions) for e in taken.entries)
    parts = [
        f"{names} actors with {len(taken.actors)} roles" if taken.actors else "",
        f"{len(taken.agents)} role nouns" if taken.agents else "",
        f"{len(taken.entries)} verb entries with {patterns} patterns" if taken.entries else "",
    ]
    said = ", ".join(filter(None, parts)) or "nothing"
    left = len({u.line for u in taken.untaken})
    return f"{said} taken" + (f"; {left} lines not, each with its reason above" if left else "")
