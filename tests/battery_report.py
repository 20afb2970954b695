"""Codes the construction battery and the dictionaries' examples, and says how well they come out.

`python -m tests.battery_report` prints precision, recall and F1 on whole events, for each construction and in all;
`--write` also writes the lists of known failures that the tests read, so that a mended sentence leaves its list.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from coders import Coder, Document, Event
from workbench.examples import Example, check, entries_of, examples_of

Depth = Literal["role", "body", "country"]
FOLDER = Path(__file__).parent / "battery"
SENTENCES = FOLDER / "constructions.jsonl"
#: The later batteries, each by somebody who had seen neither the coder nor the others, with what of an actor's code they compare.
LATER: dict[str, Depth] = {"second": "body", "third": "country", "fourth": "country"}
KNOWN_FAILURES = FOLDER / "expected_failures.txt"
KNOWN_EXAMPLE_FAILURES = FOLDER / "expected_example_failures.txt"
#: Kinds of statement that the default views show or count; what is only thought or denied is no false alarm.
ASSERTED = frozenset({"actual", "future", "historical"})


@dataclass(frozen=True, slots=True)
class Row:
    """An event that a sentence of the battery must give; `optional` ones may be missing.

    Args:
        sources, targets: the codes that count as right, cut to primary code and first role; None for no actor.
        roots: the roots that count as right.
        depth: how much of an actor's code is compared.
    """

    sources: frozenset[str | None]
    targets: frozenset[str | None]
    roots: frozenset[str]
    realis: str
    optional: bool
    shown: str
    depth: Depth = "role"

    def fits(self, event: Event) -> bool:
        """Whether an event is the one of this row."""
        return (
            short(event.source_code, self.depth) in self.sources
            and short(event.target_code, self.depth) in self.targets
            and event.event_root in self.roots
            and event.realis == self.realis
        )


@dataclass(frozen=True, slots=True)
class BatterySentence:
    """A sentence of the battery with the events it must give."""

    id: str
    construction: str
    day: date
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is right and wrong about the events of a sentence."""

    found: tuple[str, ...]
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether nothing is missing and nothing too much."""
        return not self.missed and not self.extra


@dataclass(slots=True)
class Tally:
    """Counts of events found, missed and too many."""

    found: int = 0
    missed: int = 0
    extra: int = 0
    right: int = 0
    sentences: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, sentence: BatterySentence, verdict: Verdict) -> None:
        """Counts a sentence."""
        self.found += len(verdict.found)
        self.missed += len(verdict.missed)
        self.extra += len(verdict.extra)
        self.right += verdict.right
        self.sentences += 1
        if not verdict.right:
            self.failures.append(sentence.id)

    def __str__(self) -> str:
        precision = self.found / (self.found + self.extra) if self.found + self.extra else 1.0
        recall = self.found / (self.found + self.missed) if self.found + self.missed else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{precision:9.3f} {recall:9.3f} {f1:9.3f} {self.right:5d}/{self.sentences}"


def short(code: str | None, depth: Depth = "role") -> str | None:
    """Cuts an actor code to what is compared: its primary code and first role, its country or body, or the primary code alone."""
    if not code or (depth != "role" and code.startswith("---")):
        return None
    return code[:6] if depth == "role" or (depth == "body" and code.startswith("IGO")) else code[:3]


def read_row(raw: dict[str, Any], depth: Depth = "role") -> Row:
    """Reads one event of a sentence, with the alternatives that also count as right."""
    return Row(
        frozenset(short(code, depth) for code in (raw["source"], *raw.get("source_alt", ()))),
        frozenset(short(code, depth) for code in (raw["target"], *raw.get("target_alt", ()))),
        frozenset((raw["root"], *raw.get("root_alt", ()))),
        raw["realis"],
        bool(raw.get("optional")),
        f"{raw['source']} {raw['code']} {raw['target']} {raw['realis']}",
        depth,
    )


def read_battery(path: Path = SENTENCES) -> list[BatterySentence]:
    """Returns the sentences of a battery in their order."""
    depth = LATER.get(path.stem, "role")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        BatterySentence(
            r["id"],
            r["construction"],
            date.fromisoformat(r["date"]),
            r["text"],
            tuple(read_row(e, depth) for e in r["events"]),
        )
        for r in rows
    ]


def later_batteries() -> dict[str, list[BatterySentence]]:
    """Returns the sentences of the later batteries by name."""
    return {name: read_battery(FOLDER / f"{name}.jsonl") for name in LATER}


def judge(rows: Sequence[Row], events: Sequence[Event]) -> Verdict:
    """Compares events with rows; each event answers for one row, rows that must be there come first."""
    taken: dict[int, int] = {}

    def claim(row: int, seen: set[int]) -> bool:
        for k, event in enumerate(events):
            if k not in seen and rows[row].fits(event):
                seen.add(k)
                if k not in taken or claim(taken[k], seen):
                    taken[k] = row
                    return True
        return False

    order = sorted(range(len(rows)), key=lambda n: rows[n].optional)
    claimed = {n for n in order if claim(n, set())}
    wanted = [n for n, row in enumerate(rows) if not row.optional]
    extra = [e for e in events if e.realis in ASSERTED and not any(row.fits(e) for row in rows)]
    return Verdict(
        tuple(rows[n].shown for n in wanted if n in claimed),
        tuple(rows[n].shown for n in wanted if n not in claimed),
        tuple(f"{e.source_code} {e.event_code} {e.target_code} {e.realis} ({e.rule_id})" for e in extra),
    )


def judge_all(coder: Coder, battery: Sequence[BatterySentence]) -> dict[str, Verdict]:
    """Codes every sentence as a document of its own and returns the verdicts by id."""
    coded = coder.code_many(Document(s.id, s.day, s.text) for s in battery)
    return {s.id: judge(s.rows, c.events) for s, c in zip(battery, coded, strict=True)}


def example_id(example: Example) -> str:
    """Names an example by its entry and a hash of its text, so that insertions do not rename it."""
    digest = hashlib.sha256(example.text.encode()).hexdigest()[:10]
    return f"{example.rule}:{'near-miss' if example.code is None else 'example'}:{digest}"


def example_faults(coder: Coder) -> dict[str, str | None]:
    """Codes the examples and near misses of the coder's dictionaries and returns their faults by id."""
    examples = list(examples_of(entries_of(coder.dictionaries, [])))
    return {example_id(e): f"{e.text}\n    {fault}" if fault else None for e, fault in check(coder, examples)}


def read_known(path: Path) -> frozenset[str]:
    """Returns the ids of a list of known failures; none if there is no list."""
    if not path.exists():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def write_known(path: Path, ids: Iterable[str]) -> None:
    """Writes a list of known failures, sorted, one id a line."""
    path.write_text("".join(f"{i}\n" for i in sorted(ids)), encoding="utf-8")


def report(battery: Sequence[BatterySentence], verdicts: dict[str, Verdict]) -> Iterator[str]:
    """Yields the lines of the report: a heading, one line for each construction, the total."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    total = Tally()
    for sentence in battery:
        tallies[sentence.construction].add(sentence, verdicts[sentence.id])
        total.add(sentence, verdicts[sentence.id])
    yield f"{'construction':42} precision    recall        F1 right"
    for name, tally in sorted(tallies.items()):
        yield f"{name:42}{tally}  {' '.join(tally.failures)}".rstrip()
    yield f"{'all':42}{total}"


def operator_verdicts(coder: Coder) -> dict[str, str]:
    """Judges the sentences of the operator table, as its test does."""
    sys.path.insert(0, str(Path(__file__).parent))
    from test_operator_table import BATTERY, judge

    coded = coder.code_many(Document(s.id, s.day, s.text) for s in BATTERY)
    return {s.id: judge(s, c.events) for s, c in zip(BATTERY, coded, strict=True)}


def main(arguments: list[str]) -> int:
    """Prints the report, with `--write` also the lists of known failures, with `--faults` what is wrong."""
    if set(arguments) - {"--write", "--faults"}:
        print(__doc__)
        return 2
    coder = Coder()
    batteries = {"first": read_battery(), **later_batteries()}
    sentences = [s for battery in batteries.values() for s in battery]
    verdicts = judge_all(coder, sentences)
    faults = example_faults(coder)
    if "--faults" in arguments:
        for s in sentences:
            if not verdicts[s.id].right:
                print(f"{s.id}: {s.text}")
                print("".join(f"    missed {m}\n" for m in verdicts[s.id].missed), end="")
                print("".join(f"    extra  {e}\n" for e in verdicts[s.id].extra), end="")
        for fault in filter(None, faults.values()):
            print(fault)
    for name, battery in batteries.items():
        print(f"the {name} battery", *report(battery, verdicts), sep="\n")
    wrong = sorted(i for i, fault in faults.items() if fault)
    print(f"{len(faults) - len(wrong)} of {len(faults)} dictionary examples right")
    operators = operator_verdicts(coder)
    failing = sorted(i for i, verdict in operators.items() if verdict != "right")
    print(f"{len(operators) - len(failing)} of {len(operators)} operator sentences right")
    if "--write" in arguments:
        write_known(KNOWN_FAILURES, (i for i, v in verdicts.items() if not v.right))
        write_known(KNOWN_EXAMPLE_FAILURES, wrong)
        write_known(KNOWN_FAILURES.with_name("expected_operator_failures.txt"), failing)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
