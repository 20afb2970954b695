"""Finding gaps: what counts as one, how they are ranked, and what is proposed."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
import yaml

from builders import small
from coders import Coder, Document
from dictionaries.load import ACTOR_COLUMNS, AGENT_COLUMNS, VERB_KEYS
from dictionaries.patterns import WordSets, read_verb_pattern
from workbench.gaps import Gap, GapFinder, lines
from workbench.tally import PER_DOCUMENT, Tally, context


def test_tally_counts_each_document_at_most_twice() -> None:
    tally = Tally()
    for _ in range(5):
        tally.add("a", "1", "here")
    tally.add("a", "2", "there")
    ((key, seen),) = tally.top(5)
    assert (key, seen.count, seen.documents, seen.contexts) == ("a", PER_DOCUMENT + 1, 2, ["here", "there"])


def test_tally_keeps_three_contexts_of_different_documents() -> None:
    tally = Tally()
    for n in range(9):
        tally.add("a", str(n // 2), f"context {n}")
    assert tally.seen["a"].contexts == ["context 0", "context 2", "context 4"]


def test_tally_forgets_the_rare_and_keeps_the_frequent() -> None:
    tally = Tally(limit=100)
    for n in range(5000):
        tally.add(f"rare {n}", str(n), "")
        tally.add("frequent", str(n), "")
    assert len(tally.seen) <= 100 and tally.top(1)[0][0] == "frequent" and tally.top(1)[0][1].count == 5000


def test_tally_ranks_by_count_then_documents_then_name() -> None:
    tally = Tally()
    for key, document in (("b", "1"), ("b", "1"), ("c", "1"), ("c", "2"), ("a", "3")):
        tally.add(key, document, "")
    assert [key for key, _ in tally.top(5)] == ["c", "b", "a"]
    assert [key for key, _ in tally.top(5, least=2)] == ["c", "b"]


def test_context_marks_the_words_and_cuts_long_sentences() -> None:
    assert context("One two\n three.", 4, 7) == "One »two« three."
    cut = context("x" * 200 + " word " + "y" * 200, 201, 205)
    assert cut.startswith("…x") and cut.endswith("y…") and "»word«" in cut


TEXTS = [
    "Norland overthrew Sudland's president in March. Officials were silent.",
    "Midland overthrew Sudland. Sudland praised Midland.",
    "Sudland was overthrown by Norland. Norland praised Kestrel Vane.",
    "Norland bombed Kestrel Vane on Monday. Sudland attacked the militiamen.",
    "Sudland's overture to Norland failed. Norland attacked the militiamen on Monday.",
    "Norland said it would fight a price war as Norland attacked Sudland.",
    "Norland made overtures to Sudland. Midland voiced distrust of Sudland.",
    "Norland bombed Marten Kr?ger on Monday. Norland undermined Sudland.",
    "Norland knows Sudland. A baker overthrew a butcher.",
]


@pytest.fixture(scope="module")
def found() -> list[Gap]:
    finder = GapFinder(Coder(small()))
    documents = [Document(str(n), date(2021, 6, 15), text) for n, text in enumerate(TEXTS)]
    assert sum(finder.run(documents)) == finder.documents == len(TEXTS)
    return finder.gaps(top=10, least=1)


def keys(found: list[Gap], kind: str) -> dict[str, int]:
    return {g.key: g.count for g in found if g.kind == kind}


@pytest.mark.model
def test_verbs_between_two_known_actors_are_gaps(found: list[Gap]) -> None:
    """Active and passive alike; not what one knows, and not between people of no politics."""
    verbs = keys(found, "verb")
    assert verbs["overthrow"] == 3 and "know" not in verbs and "bomb" not in verbs
    (gap,) = [g for g in found if g.key == "overthrow"]
    assert gap.documents == 3 and len(gap.contexts) == 3 and "»overthrew«" in gap.contexts[0]
    assert dict(gap.shapes) == {"S overthrow T": 3}


@pytest.mark.model
def test_general_verbs_count_with_their_object(found: list[Gap]) -> None:
    assert keys(found, "verb").get("make overture") == 1 and "make" not in keys(found, "verb")


@pytest.mark.model
def test_unknown_names_in_coded_slots_are_gaps(found: list[Gap]) -> None:
    (gap,) = [g for g in found if g.kind == "name"]
    assert (gap.key, gap.count, gap.documents) == ("Kestrel Vane", 2, 2)
    (row,) = csv.reader([gap.entry])
    assert len(row) == len(ACTOR_COLUMNS) and row[0] == "Kestrel Vane" and row[2] == "Vane"


@pytest.mark.model
def test_names_of_those_who_act_politically_come_first() -> None:
    """Who has a title of office and acts comes before who is only talked with; ranks are no part of a name."""
    texts = [
        "Norland held talks with Kestrel Vane. Norland held talks with Kestrel Vane on Monday.",
        "Sudlandic Foreign Minister Petra Lund praised Norland. In the evening Lund attacked Norland.",
        "After Tarn attacked Sudland, Prime Minister Olaf Tarn praised Midland.",
        "Norland had ties with Sudland. The Secretary of State praised Norland.",
    ]
    finder = GapFinder(Coder(small()))
    list(finder.run(Document(str(n), date(2021, 6, 15), text) for n, text in enumerate(texts)))
    found = [g for g in finder.gaps(least=1) if g.kind == "name"]
    assert [g.key for g in found] == ["Petra Lund", "Kestrel Vane"]
    assert "have tie" not in {g.key for g in finder.gaps(least=1)}
    assert next(csv.reader([found[0].entry]))[3] == "SUDGOV"
    assert dict(found[0].shapes) == {"source of 051 by title": 1, "source of 190 by title": 1}


@pytest.mark.model
def test_unknown_role_nouns_in_coded_slots_are_gaps(found: list[Gap]) -> None:
    assert keys(found, "agent") == {"militiaman": 2}
    (row,) = csv.reader([next(g.entry for g in found if g.kind == "agent")])
    assert len(row) == len(AGENT_COLUMNS)


@pytest.mark.model
def test_entries_are_ready_to_paste(found: list[Gap]) -> None:
    """Only the code is left to choose: keys, patterns and marks are as the dictionaries want them."""
    for gap in found:
        if gap.kind not in ("verb", "noun"):
            continue
        (entry,) = yaml.safe_load(gap.entry)
        assert entry.keys() <= VERB_KEYS and entry["code"] == "CODE" and entry["examples"]
        for pattern in entry.get("patterns", []):
            assert list(read_verb_pattern(pattern, "r", 1, WordSets({})))


@pytest.mark.model
def test_report_shows_counts_contexts_and_entries(found: list[Gap]) -> None:
    printed = "\n".join(lines(found))
    assert "overthrow: 3 events in 3 documents: S overthrow T (3)" in printed and "- id: overthrow" in printed


#: How many of the top ten are worth an entry.
WORTH = {"verb": 8, "name": 8}


def test_figures_of_the_corpus_are_judged() -> None:
    """The top ten verbs and names are judged one by one; the file holds words, counts and judgements only."""
    path = Path(__file__).parents[1] / "benchmarks" / "gaps.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    for kind, worth in WORTH.items():
        judged = [row for row in rows if row["kind"] == kind]
        assert [int(r["rank"]) for r in judged] == list(range(1, 11))
        assert sum(r["worth_an_entry"] == "yes" for r in judged) >= worth
        assert all(len(r["key"].split()) <= 4 and r["judgement"] for r in judged)


@pytest.mark.model
def test_names_that_the_encoding_broke_and_effects_are_no_gaps(found: list[Gap]) -> None:
    assert not [gap.key for gap in found if "Marten" in gap.key or gap.key == "undermine"]
