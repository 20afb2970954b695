"""The page on the pattern language is true: its boxes load as a layer, its sentences code as it says, its trace is real."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from builders import built_in, shared_coder
from codebook_pages import EXAMPLE, shown
from coders import Coder, Document
from dictionaries import load
from dictionaries.load import BUILT_IN
from dictionaries.patterns import PREPOSITIONS
from workbench.examples import check, examples_of

PAGE = Path(__file__).parents[1] / "docs" / "patterns.md"
TEXT = PAGE.read_text(encoding="utf-8")
BOX = re.compile(r"^```(?:yaml|csv)\n# (?P<file>\S+)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
TRACE = re.compile(r"^```text\nSentence 0: (?P<sentence>.*)\n(?P<lines>(?:.*\n)*?)```$", re.MULTILINE)
DAY = date(2024, 5, 15)


def write_boxes(folder: Path) -> Path:
    """Writes the boxes of the page as the files that they are part of, and returns the folder."""
    files: defaultdict[str, str] = defaultdict(str)
    for box in BOX.finditer(TEXT):
        files[box["file"]] += box["content"]
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def coder(tmp_path_factory: pytest.TempPathFactory) -> Coder:
    """A coder with the boxes of the page over the built-in dictionaries."""
    return Coder(load(BUILT_IN, write_boxes(tmp_path_factory.mktemp("boxes"))))


def test_patterns_page_boxes_load_without_a_fault(tmp_path: Path) -> None:
    """Every box names its file, and together they are a folder of dictionaries."""
    assert TEXT.count("```yaml") + TEXT.count("```csv") == len(BOX.findall(TEXT))
    known = {e.rule for e in built_in().verbs}
    added = [e for e in load(BUILT_IN, write_boxes(tmp_path)).verbs if e.rule not in known]
    assert len(added) == len(re.findall(r"^- id: ", TEXT, re.MULTILINE)) - TEXT.count("  operator: ")
    assert all(e.examples for e in added)


@pytest.mark.model
def test_patterns_page_examples_code_as_their_entries_say(coder: Coder) -> None:
    """The marked sentences of the boxes come out right, and the near misses stay out."""
    known = {e.rule for e in (*built_in().verbs, *built_in().operators)}
    added = [e for e in (*coder.dictionaries.verbs, *coder.dictionaries.operators) if e.rule not in known]
    assert [f"{e.text}\n  {fault}" for e, fault in check(coder, examples_of(added)) if fault] == []


@pytest.mark.model
def test_patterns_page_sentences_code_as_it_says(coder: Coder) -> None:
    """The sentences with their coding, outside the boxes."""
    rows = [(m["text"], m["coding"]) for m in EXAMPLE.finditer(TEXT)]
    assert len(rows) > 10
    coded = coder.code_many(Document(str(n), DAY, text) for n, (text, _) in enumerate(rows))
    got = [(text, "; ".join(shown(c.events)) or "nothing") for (text, _), c in zip(rows, coded, strict=True)]
    assert got == rows


@pytest.mark.model
def test_patterns_page_sentences_need_their_discards() -> None:
    """Without the boxes, what they discard would be an event."""
    sentence = "The Russian attacked the Indian with rook and pawn."
    (coded,) = shared_coder().code_many([Document("1", DAY, sentence)])
    assert sentence in TEXT and shown(coded.events) != ()


@pytest.mark.model
def test_patterns_page_trace_is_real() -> None:
    """Each line of the trace stands in the real one, in the same order."""
    found = TRACE.search(TEXT)
    assert found is not None
    real = iter(str(shared_coder().explain(found["sentence"], DAY)).splitlines())
    for line in found["lines"].splitlines():
        assert line.strip() == "..." or line in real, line


def test_patterns_page_uses_particles_that_are_known() -> None:
    """What the page calls prepositions and particles are such for the reader of patterns."""
    assert {"at", "towards", "down", "out", "on", "up", "after", "of"} <= PREPOSITIONS
