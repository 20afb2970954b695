"""The codebook says what the dictionaries do: its codes, the entries that it names, and every example."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from builders import shared_coder
from codebook_pages import FOLDER, CodebookExample, examples, names, pages, sections, shown
from coders import Document
from dictionaries import Dictionaries, read
from fake_coder import make_event

DAY = date(2024, 5, 15)
#: Words in code type that are no entries: columns of an event, and no event.
FIELDS = frozenset("attributed_code mirror_of deaths nothing".split())
EXAMPLES = examples()
PARAMETERS = [
    pytest.param(e, id=f"{e.code or e.page}-{n}", marks=() if e.expected else pytest.mark.xfail(strict=True))
    for n, e in enumerate(EXAMPLES)
]


@cache
def dictionaries() -> Dictionaries:
    """The built-in dictionaries as they are."""
    return read()


@pytest.fixture(scope="module")
def codings() -> dict[str, tuple[str, ...]]:
    """Every sentence coded once, as a document of its own."""
    coded = shared_coder().code_many(Document(str(n), DAY, e.text) for n, e in enumerate(EXAMPLES))
    return {e.text: shown(c.events) for e, c in zip(EXAMPLES, coded, strict=True)}


@pytest.mark.model
@pytest.mark.parametrize("example", PARAMETERS)
def test_codebook_example(example: CodebookExample, codings: dict[str, tuple[str, ...]]) -> None:
    """An example gives the events that stand behind it and no others; *(not yet)* must go once it does."""
    assert codings[example.text] == example.coding, example.text


def test_codebook_has_a_heading_for_every_code() -> None:
    """Each page lists the codes of its root in their order, with the labels of the ontology."""
    for page in pages()[:-1]:
        listed = [(code, label) for code, label, _ in sections(page.read_text(encoding="utf-8")) if code]
        wanted = [(c.code, c.label) for c in dictionaries().cameo.values() if c.code[:2] == page.name[:2]]
        assert listed == [row for row in wanted if len(row[0]) > 2], page.name
    assert [page.name[:2] for page in pages()[:-1]] == [c for c in dictionaries().cameo if len(c) == 2]


@pytest.mark.parametrize("digits", [3, 4])
def test_codebook_shows_that_every_code_can_be_produced(digits: int) -> None:
    """Under each heading stands an example that is coded so today."""
    produced = {c.split()[3] for e in EXAMPLES if e.expected for c in e.coding if c.split()[3] == e.code}
    assert sorted({c for c in dictionaries().cameo if len(c) == digits} - produced) == []


def test_codebook_names_the_entries_of_every_code() -> None:
    """The lines of entries are those of the dictionaries: `python tests/codebook_pages.py` writes them anew."""
    for page in pages()[:-1]:
        for code, _, part in sections(page.read_text(encoding="utf-8")):
            assert not code or names(code, dictionaries()) in part.splitlines(), f"{page.name}: {code}"


def test_codebook_names_only_entries_that_exist() -> None:
    """What stands in code type in a sentence is an entry or operator, and after a code an entry of that code."""
    codes = {e.rule.rpartition("#")[2]: e.code for e in dictionaries().verbs}
    known = {*codes, *FIELDS, *(o.operator for o in dictionaries().operators)}
    for page in pages():
        text = page.read_text(encoding="utf-8")
        assert set(re.findall(r"`([a-z_]+)`", text)) <= known, page.name
        wrong = [f"{c} ({i})" for c, i in re.findall(r"\b(\d{3,4}) \(`([a-z_]+)`", text) if codes.get(i) != c]
        assert wrong == [], page.name


def test_codebook_sentences_stand_once() -> None:
    """No sentence stands under two codes, so that each says what it is for."""
    texts = [e.text for e in EXAMPLES]
    assert sorted({t for t in texts if texts.count(t) > 1}) == []


def test_codebook_index_links_every_page() -> None:
    """The index leads to each page."""
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in pages()[:-1] if f"({page.name})" not in index] == []


def test_codebook_shows_events_as_its_pages_do() -> None:
    """Mirrors are folded, what is only thought is left out, an empty side is nobody."""
    there = make_event(event_id="a", source_code="KENGOV", target_code="UGAGOV", event_code="040")
    back = make_event(event_id="b", mirror_of="a", source_code="UGAGOV", target_code="KENGOV", event_code="040")
    past = make_event(event_id="c", source_code=None, target_code="RWA", event_code="202", realis="historical")
    thought = make_event(event_id="d", event_code="190", realis="hypothetical")
    assert shown([there, back, past, thought]) == ("KENGOV -> UGAGOV 040 and back", "nobody -> RWA 202 historical")
