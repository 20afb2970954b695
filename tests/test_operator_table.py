"""The operator table: one sentence for each cell that CAMEO names, chains of operators, and acts that did not happen."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from battery_report import ASSERTED, FOLDER, read_known, short
from builders import shared_coder
from coders import Document, Event
from dictionaries import Dictionaries, read
from fake_coder import make_event

SENTENCES = FOLDER / "operators.jsonl"
KNOWN_FAILURES = FOLDER / "expected_operator_failures.txt"
#: The share of sentences that must come out right to the last digit, and to the third; raise them with the engine.
FLOOR = 0.88
PARENT_FLOOR = 0.89
#: Roots of acts of speech, which are made even where they are denied or rejected.
SPOKEN = frozenset({"01", "02", "10", "11", "12"})
#: All roots that an operator's act can have.
ROOTS = frozenset(f"{n:02d}" for n in range(1, 21))
CLASSES = {
    "cooperation": frozenset("03 04 05 06 07 08".split()),
    "verbal": frozenset("01 02 09 10 11 12".split()),
    "hostile": frozenset("13 14 15 16 17 18 19 20".split()),
}


@dataclass(frozen=True, slots=True)
class OperatorSentence:
    """A sentence and what an operator makes of its act.

    Args:
        operator: the outermost operator.
        inner: the code of the act that it works on.
        sources, targets: the codes that count as right, cut to primary code and first role; None for no actor.
        codes: the codes that count as right; None for no event.
        realis: what kinds of statement count as right.
    """

    id: str
    operator: str
    inner: str
    day: date
    text: str
    sources: frozenset[str | None]
    targets: frozenset[str | None]
    codes: tuple[str | None, ...]
    realis: frozenset[str]

    @property
    def forbidden(self) -> frozenset[str]:
        """Roots that no asserted event may have, because the act is only spoken of."""
        root = self.inner[:2]
        allowed = {c[:2] for c in self.codes if c} | SPOKEN
        return frozenset({root} - allowed)


def read_sentences() -> list[OperatorSentence]:
    """Returns the sentences of the file in their order."""
    out = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        both = {k: (raw[k], *raw.get(f"{k}_alt", ())) for k in ("source", "target", "code", "realis")}
        out.append(
            OperatorSentence(
                raw["id"],
                raw["operator"],
                raw["inner"],
                date.fromisoformat(raw["date"]),
                raw["text"],
                frozenset(map(short, both["source"])),
                frozenset(map(short, both["target"])),
                both["code"],
                frozenset(both["realis"]),
            )
        )
    return out


def judge(sentence: OperatorSentence, events: Sequence[Event]) -> str:
    """Returns *right*, *parent* when only the fourth digit of the code is wrong, else what is wrong."""
    asserted = [e for e in events if e.realis in ASSERTED]
    shown = "; ".join(f"{e.source_code} {e.event_code} {e.target_code} {e.realis}" for e in events) or "nothing"
    embedded = [e for e in asserted if e.event_root in sentence.forbidden]
    if embedded:
        return f"the embedded act {embedded[0].event_code} came out as {embedded[0].realis}: {shown}"
    if None in sentence.codes and not asserted:
        return "right"
    fitting = [
        e
        for e in events
        if short(e.source_code) in sentence.sources
        and short(e.target_code) in sentence.targets
        and e.realis in sentence.realis
    ]
    codes = [c for c in sentence.codes if c]
    if any(e.event_code.startswith(c) for e in fitting for c in codes):
        return "right"
    if any(e.event_code.startswith(c[:3]) for e in fitting for c in codes):
        return "parent"
    return f"got {shown}"


BATTERY = read_sentences()
KNOWN = read_known(KNOWN_FAILURES)
PARAMETERS = [
    pytest.param(s, id=s.id, marks=pytest.mark.xfail(strict=True, reason="known failure") if s.id in KNOWN else ())
    for s in BATTERY
]


@pytest.fixture(scope="module")
def verdicts() -> dict[str, str]:
    """All sentences coded once, by one coder."""
    coded = shared_coder().code_many(Document(s.id, s.day, s.text) for s in BATTERY)
    return {s.id: judge(s, c.events) for s, c in zip(BATTERY, coded, strict=True)}


@pytest.mark.model
@pytest.mark.parametrize("sentence", PARAMETERS)
def test_operator_sentence(sentence: OperatorSentence, verdicts: dict[str, str]) -> None:
    """Every sentence gives its code, source, target and realis; known failures must leave their list once they pass."""
    assert verdicts[sentence.id] == "right", (
        f"{sentence.text}\nwant {sorted(map(str, sentence.sources))} {sentence.codes} "
        f"{sorted(map(str, sentence.targets))} {sorted(map(str, sentence.realis))}\n{verdicts[sentence.id]}"
    )


@pytest.mark.model
def test_operator_share_of_right_sentences(verdicts: dict[str, str]) -> None:
    """The list of known failures may not swallow the file; a wrong fourth digit is counted apart."""
    right = sum(v == "right" for v in verdicts.values())
    parent = sum(v == "parent" for v in verdicts.values())
    assert right / len(verdicts) >= FLOOR
    assert (right + parent) / len(verdicts) >= PARENT_FLOOR


def test_operator_known_failures_are_sentences_of_the_file() -> None:
    """A list of failures names only sentences that exist, each once."""
    assert {s.id for s in BATTERY} >= KNOWN
    assert len({s.id for s in BATTERY}) == len(BATTERY)
    assert len({s.text for s in BATTERY}) == len(BATTERY)


@pytest.fixture(scope="module")
def dictionaries() -> Dictionaries:
    """The built-in dictionaries as they are."""
    return read()


def test_operator_table_has_rows_for_every_operator(dictionaries: Dictionaries) -> None:
    """Each operator says what comes of any act (by *any* or for all roots), and of none."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for row in dictionaries.compositions:
        rows[row.operator].add(row.inner)
    assert {o.operator for o in dictionaries.operators} == set(rows)
    for operator, inners in rows.items():
        assert "none" in inners, f"{operator} has no row for 'none'"
        covered = {root for name, roots in CLASSES.items() if name in inners for root in roots} | (inners & ROOTS)
        assert "any" in inners or covered == ROOTS, f"{operator} has no rows for {sorted(ROOTS - covered)}"


def test_operator_table_has_a_sentence_for_every_named_cell(dictionaries: Dictionaries) -> None:
    """A code that the table names for an operator is tried by a sentence; so is an operator that leaves codes alone."""
    cells = {(r.operator, r.code) for r in dictionaries.compositions if r.code and r.code != "="}
    tried = {(s.operator, code) for s in BATTERY for code in s.codes if code}
    assert sorted(cells - tried) == []
    assert {r.operator for r in dictionaries.compositions if r.code} <= {s.operator for s in BATTERY}


def test_operator_texts_contain_their_actors() -> None:
    """The words marked as source and target stand in the text, and an actor has words."""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        for slot in ("source", "target"):
            words = raw[f"{slot}_text"]
            assert words is None or words in raw["text"], raw["id"]
            assert words is not None or raw[slot] is None, raw["id"]


ONE = OperatorSentence(
    "one",
    "accuse",
    "194",
    date(2020, 1, 1),
    "",
    frozenset({"TCD"}),
    frozenset({"SDN"}),
    ("1123",),
    frozenset({"actual"}),
)


@pytest.mark.parametrize(
    ("code", "verdict"), [("1123", "right"), ("1122", "parent"), ("112", "parent"), ("111", "got TCD 111 SDN actual")]
)
def test_operator_judge_counts_parents_apart(code: str, verdict: str) -> None:
    """The fourth digit is judged apart from the third."""
    event = make_event(source_code="TCD", target_code="SDN", event_code=code, event_root=code[:2], realis="actual")
    assert judge(ONE, [event]) == verdict


def test_operator_judge_wants_embedded_acts_unasserted() -> None:
    """A right answer does not excuse an accusation's act told as a fact; hypothetical it may stand."""
    charge = make_event(source_code="TCD", target_code="SDN", event_code="1123", event_root="11", realis="actual")
    act = {"source_code": "SDN", "target_code": "TCD", "event_code": "194", "event_root": "19"}
    assert judge(ONE, [charge, make_event(**act, realis="hypothetical")]) == "right"
    assert judge(ONE, [charge, make_event(**act, realis="actual")]).startswith("the embedded act 194")
