"""Reads the dictionary files. The only place, with the model loader, where files are opened for the coder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from dictionaries.files import REMOVE, File, Files, Row, Text, line_of
from dictionaries.model import (
    Actor,
    Agent,
    CameoCode,
    Composition,
    Country,
    Dictionaries,
    Domain,
    NounPattern,
    Operator,
    Place,
    PloverCode,
    Role,
    VerbEntry,
    VerbPattern,
)
from dictionaries.patterns import (
    PatternError,
    UndefinedSetError,
    WordSets,
    phrase,
    read_noun_pattern,
    read_verb_pattern,
)
from tocsin import DictionaryError, building

BUILT_IN = Path(__file__).parent
COUNTRY_COLUMNS = ("code", "name", "names", "adjectives", "people", "capital", "seats", "start", "end", "note")
ACTOR_COLUMNS = ("name", "aliases", "surname", "code", "start", "end", "role", "note")
PLACE_COLUMNS = ("name", "names", "code", "kind", "note")
AGENT_COLUMNS = ("phrase", "plural", "code", "kind", "note")
COMPOSITION_COLUMNS = ("operator", "inner", "code", "source_from", "target_from", "realis", "emit_inner", "note")
NOT_ACTOR_FILES = frozenset({"countries.csv", "places.csv", "region_adjectives.csv"})
VERB_KEYS = frozenset(
    ["id", "code", "means", "patterns", "nouns", "except", "reciprocal", "sources", "targets", "examples", "not"]
)
OPERATOR_KEYS = frozenset(["id", "operator", "control", "means", "patterns", "nouns", "except", "examples", "not"])
INNER_CLASSES = frozenset({"any", "none", "cooperation", "hostile", "verbal"})
CODE = re.compile(r"\d{2,4}")
ACTOR_CODE = re.compile(r"(?:[A-Z]{3}|---)(?:[A-Z]{3})*")
_Entry = TypeVar("_Entry", VerbEntry, Operator)


class Reader:
    """Reads a folder of dictionaries, and layers over it, and keeps for the linter where everything stands.

    Args:
        folders: the lowest first.
    """

    def __init__(self, *folders: Path) -> None:
        self.files = Files(folders)
        self.sets = WordSets({})
        self.cameo: dict[str, CameoCode] = {}
        #: The rows of each kind of table.
        self.tables: dict[str, list[Row]] = {}
        #: The file of each verb entry and operator, by rule.
        self.entry_files: dict[str, File] = {}
        #: The rules of entries whose lists could not be read.
        self.entry_faults: set[str] = set()
        #: The line of each example and near miss, by rule and sentence.
        self.example_lines: dict[tuple[str, str], int] = {}
        #: Each word set: its file and line, and its words as written, each with its file.
        self.written_sets: dict[str, tuple[File, int, list[tuple[File, Text]]]] = {}
        self.written_discards: list[tuple[File, int, str]] = []
        self.written_reporting: list[tuple[File, Text]] = []
        #: Verbs that are in no table of English forms, and right all the same.
        self.new_verbs: list[tuple[File, Text]] = []

    def read(self) -> Dictionaries:
        """Reads everything and returns it with whatever faults it has."""
        self.read_cameo()
        self.read_sets()
        countries, actors, places = self.countries(), self.actors(), self.places()
        region_adjectives, agents, modifiers = self.region_adjectives(), self.agents(), self.modifiers()
        verbs, operators, compositions = self.verbs(), self.operators(), self.compositions()
        reporting, discards, domains = self.reporting(), self.discards(), self.domains()
        stories = self.domains("words/stories.yaml")
        self.read_new_verbs()
        plover, actor_codes = self.plover(), self.actor_codes()
        return Dictionaries(
            self.files.hash.hexdigest()[:16],
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
            self.sets.sets,
            self.cameo,
            plover,
            actor_codes,
            tuple(self.files.faults),
            stories,
            self.first_names(),
        )

    # --- tables

    def rows(
        self,
        kind: str,
        pattern: str,
        columns: tuple[str, ...],
        key: Callable[[Row], object],
        mark: str = "code",
        required: bool = False,
    ) -> list[Row]:
        """Returns the rows of the tables of one kind, and keeps them."""
        files = self.files.find(pattern, required)
        if kind == "actors":
            files = [file for file in files if file.path.name not in NOT_ACTOR_FILES]
        elif kind == "agents":
            files = [file for file in files if file.path.name != "modifiers.csv"]
        self.tables[kind] = self.files.rows(files, columns, key, mark)
        return self.tables[kind]

    def day(self, row: Row, column: str) -> date | None:
        """Reads a date of a row, None if there is none."""
        text = row[column]
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            remedy = "write dates as YYYY-MM-DD"
            self.files.fault(row.file, row.line, "bad-date", f"{text!r} is no date", remedy)
            return None

    def period(self, row: Row) -> tuple[date | None, date | None]:
        """Reads start and end of a row."""
        start, end = self.day(row, "start"), self.day(row, "end")
        if start and end and start > end:
            what = f"starts on {start}, after its end on {end}"
            self.files.fault(row.file, row.line, "reversed-dates", what, "exchange the dates")
        return start, end

    def actor_code(self, row: Row) -> str:
        """Reads the actor code of a row, `---` if it is none."""
        code = row["code"]
        if not ACTOR_CODE.fullmatch(code):
            remedy = "three capital letters, then role codes of three"
            self.files.fault(row.file, row.line, "malformed-code", f"{code!r} is no actor code", remedy)
            return "---"
        return code

    def countries(self) -> tuple[Country, ...]:
        """Reads the countries."""
        out = []
        rows = self.rows(
            "countries", "actors/countries.csv", COUNTRY_COLUMNS, lambda row: row["code"], "name", required=True
        )
        for row in rows:
            start, end = self.period(row)
            code = self.actor_code(row)
            names, adjectives, people = split(row["names"]), split(row["adjectives"]), split(row["people"])
            capital, seats = split(row["capital"]), split(row["seats"])
            entry = f"actors/countries#{code}"
            out.append(Country(code, row["name"], names, adjectives, people, capital, seats, start, end, entry))
        return tuple(out)

    def actors(self) -> tuple[Actor, ...]:
        """Reads the named actors, all roles of one name together."""
        groups: defaultdict[tuple[str, bool], list[Row]] = defaultdict(list)
        for row in self.rows("actors", "actors/*.csv", ACTOR_COLUMNS, lambda row: row["name"]):
            if row["name"]:
                groups[row["name"], bool(row["surname"])].append(row)
            else:
                self.files.fault(row.file, row.line, "no-name", "a row without a name", "give the actor a name")
        out: list[Actor] = []
        for (name, _), group in groups.items():
            roles = []
            for row in group:
                start, end = self.period(row)
                role = Role(self.actor_code(row), start, end, row["role"], f"{row.file.stem}#{name}")
                if role not in roles:
                    roles.append(role)
            aliases = dict.fromkeys(a for row in group for a in split(row["aliases"]))
            surnames = dict.fromkeys(s for row in group for s in split(row["surname"]))
            capitals = any("capitals only" in row["note"] for row in group)
            out.append(Actor(name, tuple(aliases), tuple(surnames), tuple(roles), capitals))
        return tuple(out)

    def places(self) -> tuple[Place, ...]:
        """Reads the places."""
        rows = self.rows("places", "actors/places.csv", PLACE_COLUMNS, lambda row: row["name"])
        return tuple(
            Place(row["name"], split(row["names"]), row["code"], row["kind"], f"actors/places#{row['name']}")
            for row in rows
        )

    def region_adjectives(self) -> tuple[tuple[str, str], ...]:
        """Reads the adjectives of regions with their codes."""
        columns = ("adjective", "code", "note")
        rows = self.rows("region_adjectives", "actors/region_adjectives.csv", columns, lambda row: row["adjective"])
        return tuple((adjective, row["code"]) for row in rows for adjective in split(row["adjective"]))

    def agents(self) -> tuple[Agent, ...]:
        """Reads the role nouns."""
        out = []
        for row in self.rows("agents", "agents/*.csv", AGENT_COLUMNS, lambda row: row["phrase"]):
            if row["kind"] not in ("title", "person", "group", "thing"):
                remedy = "write title, person, group or thing"
                self.files.fault(row.file, row.line, "unknown-kind", f"kind {row['kind']!r}", remedy)
                continue
            entry = f"{row.file.stem}#{row['phrase']}"
            out.append(Agent(row["phrase"], row["plural"], row["code"], row["kind"], entry))  # type: ignore[arg-type]
        return tuple(out)

    def modifiers(self) -> dict[str, str]:
        """Reads what words before agents do to their codes."""
        columns = ("phrase", "effect", "note")
        rows = self.rows("modifiers", "agents/modifiers.csv", columns, lambda row: row["phrase"], "effect")
        return {row["phrase"].lower(): row["effect"] for row in rows}

    # --- ontology

    def read_cameo(self) -> None:
        """Reads the event codes, which the verb entries are checked against."""
        columns = ("code", "label", "parent", "quad_class", "goldstein", "symmetric")
        rows = self.rows("cameo", "ontology/cameo.csv", columns, lambda row: row["code"], "label", required=True)
        for row in rows:
            try:
                quad, goldstein = int(row["quad_class"]), float(row["goldstein"])
            except ValueError:
                what = "quad class or Goldstein score is no number"
                self.files.fault(row.file, row.line, "bad-value", what, "write numbers such as 4 and -5.0")
                continue
            symmetric = row["symmetric"] == "yes"
            self.cameo[row["code"]] = CameoCode(row["code"], row["label"], row["parent"], quad, goldstein, symmetric)

    def plover(self) -> dict[str, PloverCode]:
        """Reads what PLOVER makes of each event code."""
        columns = ("code", "type", "mode", "contexts")
        rows = self.rows("plover", "ontology/plover.csv", columns, lambda row: row["code"], "type", required=True)
        return {
            row["code"]: PloverCode(row["code"], row["type"] or None, row["mode"] or None, split(row["contexts"]))
            for row in rows
        }

    def actor_codes(self) -> dict[str, tuple[str, str]]:
        """Reads the parts of actor codes with kind and label."""
        columns, key = ("code", "kind", "label"), lambda row: (row["code"], row["kind"])
        rows = self.rows("actor_codes", "ontology/actor_codes.csv", columns, key, "label", required=True)
        return {row["code"]: (row["kind"], row["label"]) for row in rows}

    # --- words

    def read_sets(self) -> None:
        """Reads the word sets: a layer's set replaces one of its name below, `+name` adds to it."""
        written = self.written_sets
        for file in self.files.find("words/sets*.yaml"):
            for key, value in self.files.mapping(file).items():
                words = self.files.strings(file, line_of(key, 1), f"word set {str(key)!r}", value)
                name = str(key).removeprefix("+")
                if key == REMOVE:
                    self._remove(file, words, written)
                elif name != key and name in written:
                    written[name][2].extend((file, word) for word in words)
                elif name != key:
                    self.files.nothing_to_remove(file, line_of(key, 1), name)
                elif name in written and written[name][0].layer == file.layer:
                    what = f"word set {name!r} is defined twice"
                    self.files.fault(file, line_of(key, 1), "duplicate-entry", what, "merge the two")
                else:
                    written[name] = (file, line_of(key, 1), [(file, word) for word in words])
        self.sets = WordSets(
            {n: tuple(dict.fromkeys(phrase(w) for _, w in ws if w.strip())) for n, (_, _, ws) in written.items()}
        )

    def _remove(self, file: File, names: list[Text], known: dict[str, Any]) -> None:
        for name in names:
            if known.pop(str(name), None) is None:
                self.files.nothing_to_remove(file, name.line, str(name))

    def reporting(self) -> frozenset[str]:
        """Reads the verbs of saying; the layers add to them."""
        verbs: dict[str, str] = {}
        for file in self.files.find("words/reporting_verbs.yaml"):
            data = self.files.mapping(file)
            self._remove(file, self.files.strings(file, 1, REMOVE, data.get(REMOVE)), verbs)
            for verb in self.files.strings(file, 1, "reporting", data.get("reporting")):
                verbs[str(verb)] = str(verb)
                self.written_reporting.append((file, verb))
        return frozenset(verbs)

    def first_names(self) -> dict[str, str]:
        """Reads which first names are mostly of women, and which of men; the layers add to them."""
        pronouns: dict[str, str] = {}
        for file in self.files.find("words/first_names.yaml"):
            data = self.files.mapping(file)
            for key, pronoun in (("women", "she"), ("men", "he")):
                pronouns.update((str(name), pronoun) for name in self.files.strings(file, 1, key, data.get(key)))
        return pronouns

    def read_new_verbs(self) -> None:
        """Reads the verbs that the linter would else take for misspelt; the layers add to them."""
        for file in self.files.find("words/new_verbs.yaml"):
            verbs = self.files.strings(file, 1, "verbs", self.files.mapping(file).get("verbs"))
            self.new_verbs.extend((file, verb) for verb in verbs)

    def domains(self, pattern: str = "words/domains.yaml") -> tuple[Domain, ...]:
        """Reads the words of domains, or of whole stories, that are not politics."""
        domains: dict[str, Domain] = {}
        for file in self.files.find(pattern):
            for name, row in self.files.mapping(file).items():
                if name == REMOVE:
                    self._remove(file, self.files.strings(file, line_of(name, 1), REMOVE, row), domains)
                    continue
                if not isinstance(row, dict):
                    remedy = "write reason, strong and weak below it"
                    self.files.fault(file, line_of(name, 1), "bad-value", f"domain {str(name)!r} has no words", remedy)
                    continue
                strong, weak, against = (
                    tuple(w.lower() for w in self.files.strings(file, row["__line__"], key, row.get(key)))
                    for key in ("strong", "weak", "against")
                )
                domains[str(name)] = Domain(str(name), str(row.get("reason", name)), strong, weak, against)
        return tuple(domains.values())

    def discards(self) -> tuple[tuple[str, str], ...]:
        """Reads the phrases that are not politics, with their reasons."""
        discards: dict[str, str] = {}
        for file in self.files.find("words/discards.yaml"):
            for row in self._items(file):
                if REMOVE in row:
                    names = self.files.strings(file, row["__line__"], REMOVE, row[REMOVE])
                    self._remove(file, names, discards)
                elif not isinstance(row.get("phrase"), str):
                    remedy = "write `- phrase: words` and `reason: why`"
                    self.files.fault(file, row["__line__"], "bad-value", "an entry without a phrase", remedy)
                else:
                    text = str(row["phrase"]).lower()
                    discards[text] = str(row.get("reason", ""))
                    self.written_discards.append((file, row["__line__"], text))
        return tuple(discards.items())

    # --- entries

    def _items(self, file: File) -> Iterator[dict[str, Any]]:
        """Yields the mappings of a YAML file that is a list of them."""
        data = self.files.yaml(file)
        if data is None:
            return
        if not isinstance(data, list):
            self.files.fault(file, 1, "bad-value", "is no list of entries", "begin each entry with `- id:`")
            return
        for item in data:
            if isinstance(item, dict):
                yield item
            else:
                remedy = "begin each entry with `- id:`"
                self.files.fault(file, line_of(item, 1), "bad-value", f"{str(item)!r} is no entry", remedy)

    def entries(
        self, pattern: str, keys: frozenset[str], build: Callable[[File, dict[str, Any], str], _Entry | None]
    ) -> tuple[_Entry, ...]:
        """Reads the entries of files; a layer's entries replace those of their ids, and new ones stand first.

        What stands first wins where two patterns fit equally well.
        """
        layers: list[dict[str, _Entry]] = [{} for _ in self.files.folders]
        for file in self.files.find(pattern):
            seen: set[str] = set()
            for item in self._items(file):
                line = item["__line__"]
                if REMOVE in item:
                    for name in self.files.strings(file, line, REMOVE, item[REMOVE]):
                        rule = name if "#" in name else f"{file.stem}#{name}"
                        if not [layer.pop(rule) for layer in layers[: file.layer] if rule in layer]:
                            self.files.nothing_to_remove(file, name.line, str(name))
                    continue
                for key in item.keys() - keys - {"__line__"}:
                    known = f"known are {', '.join(sorted(keys))}"
                    where = next(line_of(k, line) for k in item if k == key)
                    self.files.fault(file, where, "unknown-key", f"unknown key {str(key)!r}", known)
                slug = str(item.get("id") or item.get("operator") or "")
                if not slug or slug in seen:
                    what = f"id {slug!r} is missing or used twice"
                    self.files.fault(file, line, "bad-id", what, "give each entry an id of its own")
                    continue
                seen.add(slug)
                rule = f"{file.stem}#{slug}"
                faults = len(self.files.faults)
                entry = build(file, item, rule)
                if len(self.files.faults) > faults:
                    self.entry_faults.add(rule)
                if entry is not None:
                    self.entry_files[rule] = file
                    below = next((layer for layer in layers[: file.layer] if rule in layer), layers[file.layer])
                    below[rule] = entry
        return tuple(entry for layer in reversed(layers) for entry in layer.values())

    def strings(self, file: File, entry: dict[str, Any], key: str) -> list[Text]:
        """Returns the list of strings under a key of an entry."""
        return self.files.strings(file, entry["__line__"], key, entry.get(key))

    def patterns(self, file: File, entry: dict[str, Any], key: str, rule: str) -> tuple[VerbPattern, ...]:
        """Reads the verb patterns under a key of an entry."""
        out: list[VerbPattern] = []
        for text in self.strings(file, entry, key):
            try:
                out.extend(read_verb_pattern(str(text), rule, text.line, self.sets))
            except PatternError as error:
                self._bad_pattern(file, text, f"pattern {str(text)!r}: {error}", error)
        return tuple(out)

    def nouns(self, file: File, entry: dict[str, Any], rule: str) -> tuple[NounPattern, ...]:
        """Reads the noun patterns of an entry."""
        out = []
        for text in self.strings(file, entry, "nouns"):
            try:
                out.append(read_noun_pattern(str(text), rule, text.line, self.sets))
            except PatternError as error:
                self._bad_pattern(file, text, f"noun {str(text)!r}: {error}", error)
        return tuple(out)

    def _bad_pattern(self, file: File, text: Text, what: str, error: PatternError) -> None:
        if isinstance(error, UndefinedSetError):
            self.files.fault(
                file, text.line, "undefined-set", what, "define it in words/sets.yaml, or correct its name"
            )
        else:
            self.files.fault(
                file, text.line, "bad-pattern", what, "README.md of the dictionaries shows how patterns read"
            )

    def examples(self, file: File, entry: dict[str, Any], key: str, rule: str) -> tuple[str, ...]:
        """Reads the examples or near misses of an entry."""
        sentences = self.strings(file, entry, key)
        for sentence in sentences:
            self.example_lines.setdefault((rule, str(sentence)), sentence.line)
        return tuple(map(str, sentences))

    def verbs(self) -> tuple[VerbEntry, ...]:
        """Reads the verb entries."""
        return self.entries("verbs/*.yaml", VERB_KEYS, self._verb)

    def _verb(self, file: File, entry: dict[str, Any], rule: str) -> VerbEntry | None:
        code = entry.get("code")
        if not isinstance(code, str) or code not in self.cameo:
            what = f"code {str(code) if isinstance(code, Text) else code!r} is not in ontology/cameo.csv"
            if isinstance(code, int):
                what = f"code {code} is a number; without quotes 050 is read as 40"
            line = line_of(code, entry["__line__"])
            self.files.fault(file, line, "unknown-code", what, "write a code of that table, in quotes")
            return None
        return VerbEntry(
            rule,
            str(code),
            str(entry.get("means") or ""),
            self.patterns(file, entry, "patterns", rule),
            self.nouns(file, entry, rule),
            self.patterns(file, entry, "except", rule),
            bool(entry.get("reciprocal")),
            self.examples(file, entry, "examples", rule),
            self.examples(file, entry, "not", rule),
            entry["__line__"],
            frozenset(map(str, self.strings(file, entry, "sources"))),
            frozenset(map(str, self.strings(file, entry, "targets"))),
        )

    def operators(self) -> tuple[Operator, ...]:
        """Reads the operators."""
        return self.entries("operators/operators.yaml", OPERATOR_KEYS, self._operator)

    def _operator(self, file: File, entry: dict[str, Any], rule: str) -> Operator:
        control = entry.get("control", "own")
        if control not in ("S", "T", "own"):
            line = line_of(control, entry["__line__"])
            self.files.fault(file, line, "bad-value", f"control {str(control)!r}", "write S, T or own")
        return Operator(
            rule,
            str(entry.get("operator")),
            control,
            self.patterns(file, entry, "patterns", rule),
            self.nouns(file, entry, rule),
            self.patterns(file, entry, "except", rule),
            self.examples(file, entry, "examples", rule),
            self.examples(file, entry, "not", rule),
            entry["__line__"],
        )

    def compositions(self) -> tuple[Composition, ...]:
        """Reads what operators make of the acts within them."""
        out = []
        key = lambda row: (row["operator"], row["inner"])  # noqa: E731
        for row in self.rows("composition", "operators/composition.csv", COMPOSITION_COLUMNS, key):
            if row["inner"] not in INNER_CLASSES and not CODE.fullmatch(row["inner"]):
                remedy = f"a code prefix or {', '.join(sorted(INNER_CLASSES))}"
                self.files.fault(row.file, row.line, "bad-value", f"inner {row['inner']!r}", remedy)
            if row["code"] not in ("", "=") and row["code"] not in self.cameo:
                what = f"code {row['code']!r} is not in ontology/cameo.csv"
                self.files.fault(row.file, row.line, "unknown-code", what, "write a code of that table")
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


def split(cell: str) -> tuple[str, ...]:
    """Splits a cell at `|` and drops what is empty."""
    if "|" not in cell:
        return (cell.strip(),) if cell.strip() else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def reader_of(folder: Path, *layers: Path) -> Reader:
    """Returns a reader of a folder with layers over it.

    Raises:
        DictionaryError: if one of them is missing.
    """
    for path in (folder, *layers):
        if not path.is_dir():
            raise DictionaryError("there is no such folder", str(path), "name a folder of dictionaries")
    return Reader(folder, *layers)


def read(folder: Path = BUILT_IN, *layers: Path) -> Dictionaries:
    """Reads a folder of dictionaries, with layers over it, and returns it with whatever faults it has."""
    with building():
        return reader_of(folder, *layers).read()


def load(folder: Path = BUILT_IN, *layers: Path) -> Dictionaries:
    """Reads a folder of dictionaries.

    Args:
        folder: laid out as README.md says; the built-in dictionaries by default.
        layers: folders laid out alike, of which each adds to, replaces or takes away entries of those before it.

    Raises:
        DictionaryError: with every fault, one a line.
    """
    dictionaries = read(folder, *layers)
    if dictionaries.faults:
        lines = "\n".join(map(str, dictionaries.faults))
        where = ", ".join(map(str, (folder, *layers)))
        raise DictionaryError(f"{len(dictionaries.faults)} faults\n{lines}", where, "mend them, then try again")
    return dictionaries
