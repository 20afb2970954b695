"""Finds what is wrong with rows of dictionary tables: codes, dates, duplicates, names that are common words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dictionaries.english import common_words
from dictionaries.files import Row
from dictionaries.load import ACTOR_CODE, CODE, Reader, split
from dictionaries.model import Dictionaries, Fault

PLACE_KINDS = frozenset({"city", "region", "area", "sea"})
CODE_KINDS = frozenset({"primary", "role", "group", "region", "religion", "ethnic"})
SLOTS_FROM = frozenset({"S", "T", "inner_source", "inner_owner", "inner_target"})
REALIS = frozenset({"actual", "future", "hypothetical", "negated", "historical"})
#: In the note of an actor: its name may be a common word.
ACCEPTED = "common word"
NO_CODE = "correct it, or add it to ontology/actor_codes.csv"


def _fault(row: Row, kind: str, what: str, remedy: str, warning: bool = False) -> Fault:
    return Fault(row.file.shown, row.line, what, remedy, kind, warning)


class ActorCodes:
    """The parts of which actor codes are made."""

    def __init__(self, reader: Reader) -> None:
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        for row in reader.tables["actor_codes"]:
            kinds[row["kind"]].add(row["code"])
        self.countries = {row["code"] for row in reader.tables["countries"]}
        self.primary = self.countries | kinds["primary"] | kinds["region"]
        self.parts = kinds["role"] | kinds["group"] | kinds["region"] | kinds["religion"] | kinds["ethnic"]

    def unknown(self, code: str, primary: bool) -> str | None:
        """Returns the first part of a code that is in no table, None if all are.

        Args:
            code: parts of three letters.
            primary: whether the first part must be a country, region or other primary code.
        """
        parts = [code[k : k + 3] for k in range(0, len(code), 3)]
        for n, part in enumerate(parts):
            known = part in self.primary if not n else part in self.parts
            if not known and not (not n and not primary and part in self.parts):
                return part
        return None


def table_faults(reader: Reader, dictionaries: Dictionaries) -> Iterator[Fault]:
    """Yields the faults of all tables."""
    codes = ActorCodes(reader)
    tables = reader.tables
    yield from _countries(tables["countries"])
    yield from _actors(tables["actors"], codes)
    yield from _overlaps(tables["actors"])
    yield from _places(tables["places"], codes)
    yield from _agents(tables["agents"], tables["modifiers"], codes)
    for row in tables["region_adjectives"]:
        if row["code"] and row["code"] not in codes.primary:
            yield _fault(row, "unknown-code", f"{row['code']!r} is no region or country", NO_CODE)
    yield from _composition(reader, dictionaries)
    yield from _ontology(reader, dictionaries)


def _repeated(rows: Iterable[Row], columns: tuple[str, ...], what: str) -> Iterator[Fault]:
    """Yields the rows that agree with an earlier one in some columns."""
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(row[c] for c in columns)
        first = seen.setdefault(key, row)
        if first is not row:
            where = f"{first.file.shown}:{first.line}"
            yield _fault(row, "duplicate-row", f"{what} {key[0]!r} stands already at {where}", "delete one of the two")


def _countries(rows: list[Row]) -> Iterator[Fault]:
    yield from _repeated(rows, ("code",), "country")
    for row in rows:
        if not row["name"]:
            yield _fault(row, "no-name", "a country without a name", "give it a name")


def _actors(rows: list[Row], codes: ActorCodes) -> Iterator[Fault]:
    yield from _repeated((r for r in rows if r["name"]), ("name", "code", "start", "end", "role"), "actor")
    common = common_words()
    accepted = {row["name"] for row in rows if ACCEPTED in row["note"]}
    told: set[tuple[str, str]] = set()
    known: dict[str, str | None] = {}
    for row in rows:
        code = row["code"]
        if code not in known:
            known[code] = codes.unknown(code, True) if ACTOR_CODE.fullmatch(code) else None
        part = known[code]
        if part is not None:
            yield _fault(row, "unknown-code", f"{part!r} of {code!r} is no known part of an actor code", NO_CODE)
        name = row["name"]
        if name in accepted:
            continue
        for phrase in (name, *split(row["aliases"])):
            lower = phrase.lower()
            if phrase in (lower, lower.capitalize()) and lower in common and (name, phrase) not in told:
                told.add((name, phrase))
                remedy = f"give a longer name, or write {ACCEPTED!r} in the note if it has to be"
                yield _fault(row, "common-word", f"{phrase!r} is also a common word", remedy)


def _overlaps(rows: list[Row]) -> Iterator[Fault]:
    """Yields roles of one actor that hold on the same days with different codes.

    A person may hold several offices: government comes first, then the later one. What is left is a fault where nothing says
    which code holds, and looks wrong where neither of two offices of the same rank ever ended. Others are facts: a candidacy
    falls into years in parliament.
    """
    groups: defaultdict[tuple[str, bool], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["name"], bool(row["surname"])].append(row)
    for (name, person), periods in groups.items():
        for n, row in enumerate(periods):
            for other in periods[:n]:
                # dates are compared as they are written; reading says which are none
                start, other_start = row["start"], other["start"]
                end, other_end = row["end"] or "9999", other["end"] or "9999"
                if row["code"] == other["code"] or max(start, other_start) >= min(end, other_end):
                    continue
                same_rank = (row["code"][3:6] == "GOV") == (other["code"][3:6] == "GOV")
                what = f"{name!r} is {row['code']} and, in line {other.line}, {other['code']} at the same time"
                if other.file != row.file:
                    what = what.replace(f"in line {other.line}", f"in {other.file.shown}:{other.line}")
                if not person or (same_rank and start == other_start):
                    yield _fault(row, "overlapping-dates", what, "end one before the other begins")
                elif same_rank and not row["end"] and not other["end"]:
                    remedy = "the later one holds; end the other, if it is over"
                    yield _fault(row, "overlapping-offices", what, remedy, warning=True)


def _places(rows: list[Row], codes: ActorCodes) -> Iterator[Fault]:
    yield from _repeated(rows, ("name", "code"), "place")
    for row in rows:
        if not row["name"]:
            yield _fault(row, "no-name", "a place without a name", "give it a name")
        if row["code"] and row["code"] not in codes.countries:
            yield _fault(row, "unknown-code", f"{row['code']!r} is no country", "write a code of actors/countries.csv")
        if row["kind"] not in PLACE_KINDS:
            yield _fault(row, "unknown-kind", f"kind {row['kind']!r}", f"write {', '.join(sorted(PLACE_KINDS))}")


def _agents(rows: list[Row], modifiers: list[Row], codes: ActorCodes) -> Iterator[Fault]:
    yield from _repeated(rows, ("phrase",), "agent")
    yield from _repeated(modifiers, ("phrase",), "modifier")
    for row in rows:
        code = row["code"]
        if not row["phrase"]:
            yield _fault(row, "no-name", "an agent without a phrase", "write the noun")
        if code and not ACTOR_CODE.fullmatch(code):
            yield _fault(row, "malformed-code", f"{code!r} is no code", "write role codes of three capital letters")
        elif code and (part := codes.unknown(code, False)) is not None:
            yield _fault(row, "unknown-code", f"{part!r} of {code!r} is no known part of an actor code", NO_CODE)
    for row in modifiers:
        if row["effect"] != "none" and row["effect"] not in codes.parts:
            yield _fault(row, "unknown-code", f"effect {row['effect']!r}", "write a role code, or none")


def _composition(reader: Reader, dictionaries: Dictionaries) -> Iterator[Fault]:
    rows = reader.tables["composition"]
    yield from _repeated(rows, ("operator", "inner"), "the composition of")
    operators = {o.operator for o in dictionaries.operators}
    prefixes = {code[:n] for code in dictionaries.cameo for n in (2, 3, 4)}
    for row in rows:
        if row["operator"] not in operators:
            remedy = "write one of operators/operators.yaml"
            yield _fault(row, "unknown-operator", f"there is no operator {row['operator']!r}", remedy)
        for column in ("source_from", "target_from"):
            for slot in split(row[column]):
                if slot not in SLOTS_FROM:
                    remedy = f"write {', '.join(sorted(SLOTS_FROM))}"
                    yield _fault(row, "bad-value", f"{column} {slot!r}", remedy)
        for column in ("realis", "emit_inner"):
            if row[column] and row[column] not in REALIS:
                yield _fault(row, "bad-value", f"{column} {row[column]!r}", f"write {', '.join(sorted(REALIS))}")
        if CODE.fullmatch(row["inner"]) and row["inner"] not in prefixes:
            what = f"no code begins with {row['inner']!r}: the row is never used"
            yield _fault(row, "unknown-code", what, "write the beginning of a code of ontology/cameo.csv")
    used = {row["operator"] for row in rows}
    for operator in dictionaries.operators:
        if operator.operator not in used:
            file = reader.entry_files[operator.rule]
            what = f"operator {operator.operator!r} has no row in operators/composition.csv: nothing comes of it"
            yield Fault(file.shown, operator.line, what, "add rows for it", "unknown-operator")


def _ontology(reader: Reader, dictionaries: Dictionaries) -> Iterator[Fault]:
    cameo, plover = reader.tables["cameo"], reader.tables["plover"]
    yield from _repeated(cameo, ("code",), "code")
    yield from _repeated(plover, ("code",), "code")
    yield from _repeated(reader.tables["actor_codes"], ("code", "kind"), "code")
    for row in reader.tables["actor_codes"]:
        if row["kind"] not in CODE_KINDS:
            yield _fault(row, "unknown-kind", f"kind {row['kind']!r}", f"write {', '.join(sorted(CODE_KINDS))}")
    for row in cameo:
        if not CODE.fullmatch(row["code"]):
            yield _fault(row, "malformed-code", f"{row['code']!r} is no event code", "write two to four digits")
        if row["parent"] and row["parent"] not in dictionaries.cameo:
            yield _fault(row, "unknown-code", f"parent {row['parent']!r} is no code", "write a code of this table")
        code = dictionaries.cameo.get(row["code"])
        if code is not None and not (1 <= code.quad_class <= 4 and -10 <= code.goldstein <= 10):
            what = f"quad class {code.quad_class}, Goldstein score {code.goldstein}"
            yield _fault(row, "bad-value", what, "classes are 1 to 4, scores -10 to 10")
        if row["symmetric"] not in ("", "yes"):
            yield _fault(row, "bad-value", f"symmetric {row['symmetric']!r}", "write yes, or nothing")
    for row in plover:
        if row["code"] not in dictionaries.cameo:
            remedy = "write a code of that table"
            yield _fault(row, "unknown-code", f"{row['code']!r} is not in ontology/cameo.csv", remedy)
