"""Reads the dictionary files. The only place, with the model loader, where files are opened for the coder."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dictionaries.model import (
    Actor,
    Agent,
    CameoCode,
    Composition,
    Country,
    Dictionaries,
    Domain,
    Fault,
    NounPattern,
    Operator,
    Phrase,
    Place,
    PloverCode,
    Role,
    VerbEntry,
    VerbPattern,
)
from dictionaries.patterns import PatternError, WordSets, phrase, read_noun_pattern, read_verb_pattern
from tocsin import DictionaryError

BUILT_IN = Path(__file__).parent
COUNTRY_COLUMNS = ("code", "name", "names", "adjectives", "people", "capital", "seats", "start", "end", "note")
ACTOR_COLUMNS = ("name", "aliases", "surname", "code", "start", "end", "role", "note")
PLACE_COLUMNS = ("name", "names", "code", "kind", "note")
AGENT_COLUMNS = ("phrase", "plural", "code", "kind", "note")
COMPOSITION_COLUMNS = ("operator", "inner", "code", "source_from", "target_from", "realis", "emit_inner", "note")
NOT_ACTOR_FILES = frozenset({"countries.csv", "places.csv", "region_adjectives.csv"})
VERB_KEYS = frozenset("id code means patterns nouns except reciprocal sources targets examples not __line__".split())
OPERATOR_KEYS = frozenset("id operator control means patterns nouns except examples not __line__".split())
INNER_CLASSES = frozenset({"any", "none", "cooperation", "hostile", "verbal"})
CODE = re.compile(r"\d{2,4}")
ACTOR_CODE = re.compile(r"(?:[A-Z]{3}|---)(?:[A-Z]{3})*")


class _LineLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe YAML loader that keeps each mapping's line as `__line__`."""


def _mapping_with_line(loader: Any, node: Any) -> dict[str, Any]:
    mapping = loader.construct_mapping(node, deep=True)
    mapping["__line__"] = node.start_mark.line + 1
    return mapping  # type: ignore[no-any-return]


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_with_line)


class _Reader:
    """Reads one folder of dictionaries and collects every fault instead of stopping at the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []
        self.hash = hashlib.sha256()
        self.sets = WordSets({})
        self.cameo: dict[str, CameoCode] = {}

    def fault(self, file: str, line: int, what: str, remedy: str = "") -> None:
        self.faults.append(Fault(file, line, what, remedy))

    def text(self, path: Path) -> str | None:
        name = self.name(path)
        try:
            data = path.read_bytes()
            text = data.decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.fault(name, 1, f"cannot be read as UTF-8: {error}", "save the file as UTF-8")
            return None
        self.hash.update(name.encode() + b"\0" + data + b"\0")
        if not unicodedata.is_normalized("NFC", text):
            for number, line in enumerate(text.splitlines(), 1):
                if not unicodedata.is_normalized("NFC", line):
                    self.fault(name, number, "letters are not in NFC", "save the file in Unicode normal form C")
        return text

    def name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    # --- tables

    def table(self, path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
        """Yields line number and cells of each row of a CSV file."""
        text = self.text(path)
        if text is None:
            return
        name = self.name(path)
        lines = text.split("\n")
        skipped = 0
        while skipped < len(lines) and lines[skipped].startswith("#"):
            skipped += 1
        reader = csv.reader(io.StringIO("\n".join(lines[skipped:])))
        header = next(reader, None)
        if header is None or tuple(header[: len(columns)]) != columns:
            self.fault(name, skipped + 1, f"the columns are {header}", f"write them as {','.join(columns)}")
            return
        for cells in reader:
            line = reader.line_num + skipped
            if not cells or cells[0].startswith("#"):
                continue
            if len(cells) != len(header):
                self.fault(name, line, f"{len(cells)} cells instead of {len(header)}", "quote cells that hold commas")
                continue
            yield line, dict(zip(header, (c.strip() for c in cells), strict=True))

    def day(self, text: str, file: str, line: int) -> date | None:
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fault(file, line, f"{text!r} is no date", "write dates as YYYY-MM-DD")
            return None

    def period(self, row: dict[str, str], file: str, line: int) -> tuple[date | None, date | None]:
        start, end = self.day(row["start"], file, line), self.day(row["end"], file, line)
        if start and end and start > end:
            self.fault(file, line, f"starts on {start}, after its end on {end}", "exchange the dates")
        return start, end

    def actor_code(self, code: str, file: str, line: int) -> str:
        if not ACTOR_CODE.fullmatch(code):
            self.fault(file, line, f"{code!r} is no actor code", "three capital letters, then role codes of three")
            return "---"
        return code

    def countries(self) -> tuple[Country, ...]:
        path = self.folder / "actors" / "countries.csv"
        out = []
        for line, row in self.table(path, COUNTRY_COLUMNS):
            start, end = self.period(row, self.name(path), line)
            code = self.actor_code(row["code"], self.name(path), line)
            out.append(
                Country(
                    code,
                    row["name"],
                    split(row["names"]),
                    split(row["adjectives"]),
                    split(row["people"]),
                    split(row["capital"]),
                    split(row["seats"]),
                    start,
                    end,
                    f"actors/countries#{code}",
                )
            )
        return tuple(out)

    def actors(self) -> tuple[Actor, ...]:
        rows: defaultdict[tuple[str, bool], list[tuple[str, int, dict[str, str]]]] = defaultdict(list)
        for path in sorted((self.folder / "actors").glob("*.csv")):
            if path.name in NOT_ACTOR_FILES:
                continue
            file = self.name(path)
            for line, row in self.table(path, ACTOR_COLUMNS):
                if row["name"]:
                    rows[row["name"], bool(row["surname"])].append((file, line, row))
                else:
                    self.fault(file, line, "a row without a name", "give the actor a name")
        out: list[Actor] = []
        for (name, _), group in rows.items():
            roles = []
            for file, line, row in group:
                start, end = self.period(row, file, line)
                code = self.actor_code(row["code"], file, line)
                role = Role(code, start, end, row["role"], f"{file.removesuffix('.csv')}#{name}")
                if role not in roles:
                    roles.append(role)
            aliases = dict.fromkeys(a for _, _, row in group for a in split(row["aliases"]))
            surnames = dict.fromkeys(s for _, _, row in group for s in split(row["surname"]))
            capitals = any("capitals only" in row["note"] for _, _, row in group)
            out.append(Actor(name, tuple(aliases), tuple(surnames), tuple(roles), capitals))
        return tuple(out)

    def places(self) -> tuple[Place, ...]:
        path = self.folder / "actors" / "places.csv"
        if not path.exists():
            return ()
        return tuple(
            Place(row["name"], split(row["names"]), row["code"], row["kind"], f"actors/places#{row['name']}")
            for _, row in self.table(path, PLACE_COLUMNS)
        )

    def region_adjectives(self) -> tuple[tuple[str, str], ...]:
        path = self.folder / "actors" / "region_adjectives.csv"
        if not path.exists():
            return ()
        rows = self.table(path, ("adjective", "code", "note"))
        return tuple((adjective, row["code"]) for _, row in rows for adjective in split(row["adjective"]))

    def agents(self) -> tuple[Agent, ...]:
        out = []
        for path in sorted((self.folder / "agents").glob("*.csv")):
            if path.name == "modifiers.csv":
                continue
            file = self.name(path)
            for line, row in self.table(path, AGENT_COLUMNS):
                if row["kind"] not in ("title", "person", "group", "thing"):
                    self.fault(file, line, f"kind {row['kind']!r}", "write title, person, group or thing")
                    continue
                entry = f"{file.removesuffix('.csv')}#{row['phrase']}"
                out.append(Agent(row["phrase"], row["plural"], row["code"], row["kind"], entry))  # type: ignore[arg-type]
        return tuple(out)

    def modifiers(self) -> dict[str, str]:
        path = self.folder / "agents" / "modifiers.csv"
        if not path.exists():
            return {}
        return {row["phrase"].lower(): row["effect"] for _, row in self.table(path, ("phrase", "effect", "note"))}

    # --- ontology

    def read_cameo(self) -> None:
        path = self.folder / "ontology" / "cameo.csv"
        for line, row in self.table(path, ("code", "label", "parent", "quad_class", "goldstein", "symmetric")):
            try:
                quad, goldstein = int(row["quad_class"]), float(row["goldstein"])
            except ValueError:
                self.fault(self.name(path), line, "quad class or Goldstein score is no number")
                continue
            symmetric = row["symmetric"] == "yes"
            self.cameo[row["code"]] = CameoCode(row["code"], row["label"], row["parent"], quad, goldstein, symmetric)

    def plover(self) -> dict[str, PloverCode]:
        path = self.folder / "ontology" / "plover.csv"
        return {
            row["code"]: PloverCode(row["code"], row["type"] or None, row["mode"] or None, split(row["contexts"]))
            for _, row in self.table(path, ("code", "type", "mode", "contexts"))
        }

    def actor_codes(self) -> dict[str, tuple[str, str]]:
        path = self.folder / "ontology" / "actor_codes.csv"
        rows = self.table(path, ("code", "kind", "label"))
        return {row["code"]: (row["kind"], row["label"]) for _, row in rows}

    # --- YAML

    def yaml(self, path: Path) -> Any:
        text = self.text(path)
        if text is None:
            return None
        try:
            return yaml.load(text, Loader=_LineLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            self.fault(self.name(path), line, f"is no valid YAML: {getattr(error, 'problem', error)}", "quote the text")
            return None

    def read_sets(self) -> None:
        sets: dict[str, tuple[Phrase, ...]] = {}
        for path in sorted((self.folder / "words").glob("sets*.yaml")):
            for name, words in (self.yaml(path) or {}).items():
                if name == "__line__":
                    continue
                if name in sets:
                    self.fault(self.name(path), 1, f"word set {name!r} is defined twice", "merge the two")
                    continue
                sets[name] = tuple(dict.fromkeys(phrase(str(w)) for w in words or () if str(w).strip()))
        self.sets = WordSets(sets)

    def entries(self, path: Path, keys: frozenset[str]) -> Iterator[dict[str, Any]]:
        data = self.yaml(path) or []
        file = self.name(path)
        if not isinstance(data, list):
            self.fault(file, 1, "is no list of entries", "begin each entry with `- id:`")
            return
        seen: set[str] = set()
        for entry in data:
            if not isinstance(entry, dict):
                self.fault(file, 1, f"{entry!r} is no entry", "begin each entry with `- id:`")
                continue
            line = entry["__line__"]
            for key in entry.keys() - keys:
                self.fault(file, line, f"unknown key {key!r}", f"known are {', '.join(sorted(keys - {'__line__'}))}")
            slug = str(entry.get("id") or entry.get("operator") or "")
            if not slug or slug in seen:
                self.fault(file, line, f"id {slug!r} is missing or used twice", "give each entry an id of its own")
                continue
            seen.add(slug)
            entry["id"] = slug
            yield entry

    def patterns(self, entry: dict[str, Any], key: str, file: str, rule: str) -> tuple[VerbPattern, ...]:
        out: list[VerbPattern] = []
        for text in entry.get(key) or ():
            try:
                out.extend(read_verb_pattern(str(text), rule, entry["__line__"], self.sets))
            except PatternError as error:
                self.fault(file, entry["__line__"], f"pattern {text!r}: {error}")
        return tuple(out)

    def nouns(self, entry: dict[str, Any], file: str, rule: str) -> tuple[NounPattern, ...]:
        out = []
        for text in entry.get("nouns") or ():
            try:
                out.append(read_noun_pattern(str(text), rule, entry["__line__"], self.sets))
            except PatternError as error:
                self.fault(file, entry["__line__"], f"noun {text!r}: {error}")
        return tuple(out)

    def verbs(self) -> tuple[VerbEntry, ...]:
        out = []
        for path in sorted((self.folder / "verbs").glob("*.yaml")):
            file = self.name(path)
            for entry in self.entries(path, VERB_KEYS):
                rule = f"{file.removesuffix('.yaml')}#{entry['id']}"
                code = entry.get("code")
                if not isinstance(code, str) or code not in self.cameo:
                    self.fault(file, entry["__line__"], f"code {code!r} is not in ontology/cameo.csv", "quote it")
                    continue
                out.append(
                    VerbEntry(
                        rule,
                        code,
                        str(entry.get("means") or ""),
                        self.patterns(entry, "patterns", file, rule),
                        self.nouns(entry, file, rule),
                        self.patterns(entry, "except", file, rule),
                        bool(entry.get("reciprocal")),
                        tuple(map(str, entry.get("examples") or ())),
                        tuple(map(str, entry.get("not") or ())),
                        entry["__line__"],
                        frozenset(map(str, entry.get("sources") or ())),
                        frozenset(map(str, entry.get("targets") or ())),
                    )
                )
        return tuple(out)

    def operators(self) -> tuple[Operator, ...]:
        path = self.folder / "operators" / "operators.yaml"
        if not path.exists():
            return ()
        out, file = [], self.name(path)
        for entry in self.entries(path, OPERATOR_KEYS):
            rule = f"operators/operators#{entry['id']}"
            control = entry.get("control", "own")
            if control not in ("S", "T", "own"):
                self.fault(file, entry["__line__"], f"control {control!r}", "write S, T or own")
            out.append(
                Operator(
                    rule,
                    str(entry.get("operator")),
                    control,
                    self.patterns(entry, "patterns", file, rule),
                    self.nouns(entry, file, rule),
                    self.patterns(entry, "except", file, rule),
                    tuple(map(str, entry.get("examples") or ())),
                    tuple(map(str, entry.get("not") or ())),
                    entry["__line__"],
                )
            )
        return tuple(out)

    def compositions(self) -> tuple[Composition, ...]:
        path = self.folder / "operators" / "composition.csv"
        if not path.exists():
            return ()
        out, file = [], self.name(path)
        for line, row in self.table(path, COMPOSITION_COLUMNS):
            if row["inner"] not in INNER_CLASSES and not CODE.fullmatch(row["inner"]):
                self.fault(
                    file, line, f"inner {row['inner']!r}", f"a code prefix or {', '.join(sorted(INNER_CLASSES))}"
                )
            if row["code"] not in ("", "=") and row["code"] not in self.cameo:
                self.fault(file, line, f"code {row['code']!r} is not in ontology/cameo.csv")
            out.append(
                Composition(
                    row["operator"],
                    row["inner"],
                    row["code"],
                    split(row["source_from"]),
                    split(row["target_from"]),
                    row["realis"] or "actual",
                    row["emit_inner"],
                    f"operators/composition#{row['operator']}-{row['inner']}",
                )
            )
        return tuple(out)

    def reporting(self) -> frozenset[str]:
        path = self.folder / "words" / "reporting_verbs.yaml"
        data = (self.yaml(path) or {}) if path.exists() else {}
        return frozenset(data.get("reporting") or ())

    def domains(self) -> tuple[Domain, ...]:
        path = self.folder / "words" / "domains.yaml"
        data = (self.yaml(path) or {}) if path.exists() else {}
        return tuple(
            Domain(
                name,
                str(row.get("reason", name)),
                tuple(str(w).lower() for w in row.get("strong") or ()),
                tuple(str(w).lower() for w in row.get("weak") or ()),
            )
            for name, row in data.items()
            if name != "__line__"
        )

    def discards(self) -> tuple[tuple[str, str], ...]:
        path = self.folder / "words" / "discards.yaml"
        data = (self.yaml(path) or []) if path.exists() else []
        return tuple((str(row["phrase"]).lower(), str(row.get("reason", ""))) for row in data)


def split(cell: str) -> tuple[str, ...]:
    """Splits a cell at `|` and drops what is empty."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def read(folder: Path = BUILT_IN) -> Dictionaries:
    """Reads a folder of dictionaries and returns it with whatever faults it has."""
    if not folder.is_dir():
        raise DictionaryError("there is no such folder", str(folder), "name a folder of dictionaries")
    reader = _Reader(folder)
    reader.read_cameo()
    reader.read_sets()
    countries, actors, places = reader.countries(), reader.actors(), reader.places()
    region_adjectives, agents, modifiers = reader.region_adjectives(), reader.agents(), reader.modifiers()
    verbs, operators, compositions = reader.verbs(), reader.operators(), reader.compositions()
    reporting, discards, domains = reader.reporting(), reader.discards(), reader.domains()
    plover, actor_codes = reader.plover(), reader.actor_codes()
    return Dictionaries(
        reader.hash.hexdigest()[:16],
        countries,
        actors,
        places,
        region_adjectives,
        agents,
        modifiers,
        verbs,
        operators,
        compositions,
        reporting,
        discards,
        domains,
        reader.sets.sets,
        reader.cameo,
        plover,
        actor_codes,
        tuple(reader.faults),
    )


def load(folder: Path = BUILT_IN) -> Dictionaries:
    """Reads a folder of dictionaries.

    Args:
        folder: laid out as README.md says; the built-in dictionaries by default.

    Raises:
        DictionaryError: with every fault, one a line.
    """
    dictionaries = read(folder)
    if dictionaries.faults:
        lines = "\n".join(map(str, dictionaries.faults))
        raise DictionaryError(f"{len(dictionaries.faults)} faults\n{lines}", str(folder), "mend them, then try again")
    return dictionaries
