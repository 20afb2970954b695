"""Codes the examples of the dictionaries and says which do not come out as their entry says.

`python -m workbench.examples [FILE ...]` checks the entries of the files named (such as `verbs/17_coerce`), or all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from coders import Coder, Document, Event
from dictionaries import Dictionaries, load
from dictionaries.model import Operator, VerbEntry

MARK = re.compile(r"\[([ST]) ([^\[\]]*)\]")
EXAMPLE_DAY = date(2021, 6, 15)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of an entry with its marked slots; offsets into the plain text.

    Args:
        rule: the entry.
        text: the sentence without marks.
        code: the code it must give; None for a near miss, which must not give the entry at all.
        source, target: the marked stretches, None where nothing is marked.
    """

    rule: str
    text: str
    code: str | None
    source: tuple[int, int] | None
    target: tuple[int, int] | None


def read_example(rule: str, marked: str, code: str | None) -> Example:
    """Takes the marks out of a sentence such as `[S Police] arrested [T two editors]`."""
    spans: dict[str, tuple[int, int]] = {}
    text, last = "", 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        spans.setdefault(match.group(1), (len(text), len(text) + len(match.group(2))))
        text += match.group(2)
        last = match.end()
    text += marked[last:]
    return Example(rule, text, code, spans.get("S"), spans.get("T"))


def examples_of(entries: Iterable[VerbEntry | Operator]) -> Iterator[Example]:
    """Yields the examples and near misses of the entries."""
    for entry in entries:
        code = entry.code if isinstance(entry, VerbEntry) else ""
        for sentence in entry.examples:
            yield read_example(entry.rule, sentence, code)
        for sentence in entry.near_misses:
            yield read_example(entry.rule, sentence, None)


def _overlaps(start: int | None, end: int | None, span: tuple[int, int] | None) -> bool:
    if span is None:
        return True
    return start is not None and end is not None and start < span[1] and span[0] < end


def fault_of(example: Example, events: Iterable[Event]) -> str | None:
    """Returns what is wrong with the events of an example, None if nothing is."""
    events = list(events)
    shown = "; ".join(
        f"{e.source_text} > {e.event_code} {e.realis} > {e.target_text} ({e.rule_id}{' under ' + e.operators[0] if e.operators else ''})"
        for e in events
    )
    if example.code is None:
        plain = any(e.rule_id == example.rule and e.realis == "actual" and not e.operators for e in events)
        hit = plain or any(example.rule in e.operators for e in events)
        return f"near miss is coded: {shown}" if hit else None
    for e in events:
        right = e.event_code == example.code if example.code else example.rule in e.operators
        if (
            right
            and _overlaps(e.source_start, e.source_end, example.source)
            and _overlaps(e.target_start, e.target_end, example.target)
        ):
            return None
    return f"wanted {example.code or example.rule}, got {shown or 'nothing'}"


def check(coder: Coder, examples: Iterable[Example]) -> Iterator[tuple[Example, str | None]]:
    """Codes examples and yields each with its fault, None if it comes out right."""
    kept = list(examples)
    documents = (Document(str(n), EXAMPLE_DAY, e.text) for n, e in enumerate(kept))
    for example, coded in zip(kept, coder.code_many(documents), strict=True):
        yield example, fault_of(example, coded.events)


def entries_of(dictionaries: Dictionaries, files: Iterable[str]) -> list[VerbEntry | Operator]:
    """Returns the entries of the files named, all if none are."""
    wanted = tuple(f.removesuffix(".yaml").removeprefix("dictionaries/") for f in files)
    every: list[VerbEntry | Operator] = [*dictionaries.verbs, *dictionaries.operators]
    return [e for e in every if not wanted or e.rule.split("#")[0].endswith(wanted)]


def main(arguments: list[str]) -> int:
    """Prints the examples that fail and how many passed, and returns 1 if any failed."""
    dictionaries = load()
    right = wrong = 0
    for example, fault in check(Coder(dictionaries), examples_of(entries_of(dictionaries, arguments))):
        if fault is None:
            right += 1
        else:
            wrong += 1
            print(f"{example.rule}: {example.text}\n    {fault}")
    print(f"{right} examples right, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
