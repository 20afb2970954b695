"""`tocsin demo`: codes texts by the flow and shows on one screen what came of them, and what did not."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import dictionaries
from dictionaries.model import CameoCode
from flows.inputs import find_sources
from flows.report import RunReport
from flows.sql_command import rich_table
from warehouse import catalog

WIDTH = 110
STYLES = {"S": "bold cyan", "V": "bold yellow", "T": "bold magenta"}
EVENTS = """
SELECT e.*, s.sentence_text, s.sentence_start
FROM events_all e JOIN sentences s USING (document_id, sentence)
ORDER BY e.document_id, e.sentence, e.trigger_start, e.event_id
"""
UNCODED = """
SELECT 'sentence without a word of the verb dictionary, not parsed' AS what, count(*) AS number
FROM sentences WHERE NOT coded
UNION ALL
SELECT 'sentence parsed, no event found', count(*)
FROM sentences ANTI JOIN events_all USING (document_id, sentence) WHERE coded
UNION ALL
SELECT 'candidate dropped: ' || entry.key, sum(entry.value)::BIGINT
FROM (SELECT unnest(map_entries(dropped)) AS entry FROM documents) GROUP BY ALL
UNION ALL
SELECT 'event kept without a source', count(*) FROM events_all WHERE source_code IS NULL
UNION ALL
SELECT 'event kept without a target', count(*) FROM events_all WHERE target_code IS NULL
UNION ALL
SELECT 'event kept, but ' || realis || ' and so not in the default view', count(*)
FROM events_all WHERE realis <> 'actual' GROUP BY ALL
UNION ALL
SELECT 'document rejected: ' || reason, count(*) FROM rejects GROUP BY ALL
"""
WITHOUT_EVENT = """
SELECT document_id, sentence, regexp_replace(sentence_text, '\\s+', ' ', 'g')
FROM sentences ANTI JOIN events_all USING (document_id, sentence)
ORDER BY document_id, sentence LIMIT 20
"""
DYADS = """
SELECT source_code, target_code, count(*) AS event_count, round(avg(goldstein), 1) AS mean_goldstein
FROM events WHERE source_code IS NOT NULL AND target_code IS NOT NULL
GROUP BY ALL ORDER BY event_count DESC, source_code, target_code LIMIT 10
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark in a sentence: `S` the source, `V` what carries the act, `T` the target."""

    start: int
    end: int
    role: str


def run_demo(inputs: Sequence[str], warehouse: Path, default_date: date | None = None) -> RunReport:
    """Runs the flow on inputs, then prints events, what could not be coded, and a summary."""
    find_sources(inputs)  # before Prefect, which takes seconds to import
    from flows.coding_flow import run_flow

    console = Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False, markup=False)
    console.print("Starting the Prefect flow; its first start takes some seconds ...")
    report = run_flow(inputs, warehouse, default_date, again=True)
    codes = dictionaries.load().cameo
    with catalog.connect(warehouse) as database:
        console.rule("Events")
        for number, row in enumerate(_dicts(catalog.ask(database, EVENTS)), 1):
            console.print(heading(number, row, codes))
            console.print(Padding(marked_sentence(row), (0, 0, 0, 5), expand=False))
            console.print()
        console.rule("What could not be coded, or only in part")
        uncoded = catalog.ask(database, f"SELECT * FROM ({UNCODED}) WHERE number > 0")
        console.print(rich_table(uncoded))
        for document_id, sentence, text in catalog.ask(database, WITHOUT_EVENT).rows:
            console.print(
                Text(f"no event in {document_id}, sentence {sentence}: {text}"), no_wrap=True, overflow="ellipsis"
            )
        console.rule("Summary, from DuckDB")
        console.print(rich_table(catalog.ask(database, "SELECT * FROM quad_counts()"), "FROM quad_counts()"))
        console.print(rich_table(catalog.ask(database, DYADS), "Most frequent dyads"))
    _print_end(console, report, warehouse)
    return report


def heading(number: int, row: dict[str, object], codes: dict[str, CameoCode]) -> Text:
    """Returns an event in one line: date, source, act, target, code and realis."""
    code = str(row["event_code"])
    label = codes[code].label if code in codes else code
    text = Text(f"{number:>3}  {row['event_date']}  ")
    text.append(_actor(row, "source"), STYLES["S"])
    text.append("  ")
    text.append(label, STYLES["V"])
    text.append("  ")
    text.append(_actor(row, "target"), STYLES["T"])
    return text.append(f"  {code}  {row['realis']}")


def _actor(row: dict[str, object], side: str) -> str:
    code = row[f"{side}_code"]
    if code is None:
        return "(nobody named)"
    return f"{row[f'{side}_name'] or row[f'{side}_text']} {code}"


def marked_sentence(row: dict[str, object]) -> Text:
    """Returns the event's sentence with source, trigger and target in brackets and colours.

    Words that stand in another sentence, as those of a pronoun's antecedent may, follow at the end.
    """
    sentence = str(row["sentence_text"])
    first = _number(row["sentence_start"])
    marks, elsewhere = [], []
    for role, name in (("S", "source"), ("V", "trigger"), ("T", "target")):
        if row[f"{name}_start"] is None:
            continue
        mark = Mark(_number(row[f"{name}_start"]) - first, _number(row[f"{name}_end"]) - first, role)
        if 0 <= mark.start < mark.end <= len(sentence):
            marks.append(mark)
        else:
            elsewhere.append(f"[{role} {row[f'{name}_text']}]")
    text = Text()
    for piece in mark_up(sentence, marks):
        text.append(piece)
    return text.append(f"  elsewhere: {' '.join(elsewhere)}") if elsewhere else text


def mark_up(sentence: str, marks: Sequence[Mark]) -> Iterator[Text]:
    """Yields a sentence in pieces, with brackets around the marked words; marks may lie in one another."""
    edges = sorted({0, len(sentence), *(m.start for m in marks), *(m.end for m in marks)})
    for start, end in zip(edges, [*edges[1:], len(sentence)], strict=True):
        for mark in sorted((m for m in marks if m.end == start), key=lambda m: -m.start):
            yield Text("]", STYLES[mark.role])
        for mark in sorted((m for m in marks if m.start == start), key=lambda m: -m.end):
            yield Text(f"[{mark.role} ", STYLES[mark.role])
        inside = [m for m in marks if m.start <= start and end <= m.end]
        style = STYLES[min(inside, key=lambda m: m.end - m.start).role] if inside else ""
        yield Text(" ".join(sentence[start:end].split("\n")), style)


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _dicts(answer: catalog.Answer) -> Iterator[dict[str, object]]:
    for row in answer.rows:
        yield dict(zip(answer.columns, row, strict=True))


def _print_end(console: Console, report: RunReport, warehouse: Path) -> None:
    table = Table(title="Seconds", title_justify="left", show_header=False)
    for step, seconds in report.seconds.items():
        table.add_row(step, f"{seconds:.1f}")
    console.print(table)
    tally = report.tally
    console.print(
        f"{tally.documents} documents, {tally.sentences} sentences, {tally.events} events "
        f"({tally.realis['actual']} actual), {tally.rejects.total()} rejects. Warehouse: {warehouse}"
    )
    console.print(f'Next: {_program()} sql "FROM dyad_month()" --warehouse {warehouse}')


def _program() -> str:
    """Returns what starts Tocsin from here: its name, or its path where the shell would not find it."""
    own = Path(sys.argv[0])
    if own.name != "tocsin" or shutil.which("tocsin"):
        return "tocsin"
    return os.path.relpath(own)
