"""Measures coded events against human coding: precision, recall, F1, confusions, calibration, and the wrong ones.

Two formats of gold are read, both JSON Lines; `docs/gold.md` describes them. *Pairs* mark one source and one target in a sentence
and name the class of what one does to the other. *Events* list every event of a text, with its countries and root.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from coders import Coder, Document, Event
from tocsin import DocumentError

#: CAMEO root -> class: the fifteen classes in which results on political events are published; 01 has none.
CLASS = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
    "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("ACCUSE", "REQUEST", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), 4),
}
#: In gold of pairs, imposing sanctions is COERCE, as PLOVER has it.
PAIR_CLASS = {"163": "COERCE"}
STATEMENT = "STATEMENT"
NONE = "NONE"
#: Events of these kinds say that nothing happened; they are neither right nor wrong.
DROPPED = frozenset({"negated", "hypothetical"})
#: Every fifth pair is kept back: its figures are shown, its errors never.
HOLDOUT = 5
BINS = 10
Level = Literal["root", "code", "actor", "source", "event"]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 with the counts behind them."""

    right_coded: int
    coded: int
    found_gold: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of coded events that are right."""
        return self.right_coded / max(self.coded, 1)

    @property
    def recall(self) -> float:
        """The share of gold events that were found."""
        return self.found_gold / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Wrong:
    """A gold event that was missed, or a coded one that is not in the gold.

    Args:
        kind: missed, extra, or confused (a pair with another class).
        document: the id.
        sentence: its number.
        gold, coded: as text.
        rule: the entry of the coded event.
        text: the sentence.
    """

    kind: Literal["missed", "extra", "confused"]
    document: str
    sentence: int
    gold: str
    coded: str
    rule: str
    text: str

    def __str__(self) -> str:
        rule = f" by {self.rule}" if self.rule else ""
        return f"{self.kind}: gold {self.gold or 'nothing'}, coded {self.coded or 'nothing'}{rule} [{self.document}]\n    {self.text}"


@dataclass(frozen=True, slots=True)
class Bin:
    """Events of like confidence, and how many of them are right."""

    low: float
    high: float
    events: int
    right: int
    mean_confidence: float


@dataclass(slots=True)
class Evaluation:
    """The figures of one gold file.

    Args:
        kind: of the gold.
        texts: rows of the gold.
        figures: by name; the names are those of `docs/gold.md`.
        levels: precision, recall and F1 of each level.
        classes: of each class, at root level.
        confusion: how often a gold class was coded as another; NONE where nothing was coded, or nothing is in the gold.
        calibration: by confidence.
        wrong: what is wrong, in order of the gold.
    """

    kind: Literal["pairs", "events"]
    texts: int
    figures: dict[str, float]
    levels: dict[Level, Score] = field(default_factory=dict)
    classes: dict[str, Score] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    calibration: list[Bin] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)

    @property
    def calibration_error(self) -> float:
        """The expected calibration error: how far confidence is from the share that is right, on average."""
        total = sum(b.events for b in self.calibration)
        off = sum(b.events * abs(b.right / b.events - b.mean_confidence) for b in self.calibration if b.events)
        return off / total if total else 0.0


Row = Mapping[str, Any]


# --- reading


def read_gold(path: Path) -> list[Row]:
    """Reads a gold file.

    Raises:
        DocumentError: a line that is no gold, with its number.
    """
    rows: list[Row] = []
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"cannot be read: {error}", str(path), "name a gold file in JSON Lines") from None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DocumentError(f"the JSON is broken: {error}", where, "write one JSON object a line") from None
        missing = [k for k in ("id", "date", "text") if not isinstance(row, dict) or not isinstance(row.get(k), str)]
        if missing:
            raise DocumentError(f"has no {', '.join(missing)}", where, "docs/gold.md shows the formats")
        if "class" not in row and "events" not in row:
            raise DocumentError("has neither `class` nor `events`", where, "docs/gold.md shows the formats")
        rows.append(row)
    if not rows:
        raise DocumentError("holds no gold", str(path), "docs/gold.md shows the formats")
    return rows


def documents_of(gold: Iterable[Row]) -> Iterator[Document]:
    """Yields the documents of gold rows, to be coded."""
    for row in gold:
        yield Document(row["id"], date.fromisoformat(row["date"]), row["text"])


def row_of(event: Event) -> Row:
    """Returns the fields of an event that are compared."""
    return {name: getattr(event, name) for name in COMPARED}


COMPARED = (
    "document_id", "sentence", "event_code", "source_code", "target_code", "source_start", "source_end", "target_start",
    "target_end", "trigger_start", "trigger_end", "confidence", "realis", "rule_id",
)  # fmt: skip


def evaluate(gold: Sequence[Row], events: Iterable[Row]) -> Evaluation:
    """Compares coded events with gold.

    Args:
        gold: rows of one format.
        events: rows with at least the fields in `COMPARED`; others do not matter.
    """
    by: defaultdict[str, list[Row]] = defaultdict(list)
    for event in events:
        if event.get("realis") not in DROPPED:
            by[event["document_id"]].append(event)
    return _pairs(gold, by) if "class" in gold[0] and "events" not in gold[0] else _events(gold, by)


# --- pairs


def _held_out(row_id: str) -> bool:
    return int(hashlib.sha1(row_id.encode()).hexdigest(), 16) % HOLDOUT == 0


def _pair_class(code: str) -> str | None:
    return PAIR_CLASS.get(code[:3], CLASS.get(code[:2]))


def _on(event: Row, side: str, spans: Sequence[Sequence[int]]) -> bool:
    """Whether a side of an event stands on the marked words; a side without marks is not held against the event."""
    if not spans:
        return True
    start, end = event.get(f"{side}_start"), event.get(f"{side}_end")
    if start is None or end is None:
        return False
    return any(start < e and s < end and end - start <= 3 * (e - s) + 40 for s, e in spans)


def macro_f1(gold: Sequence[object], coded: Sequence[object], labels: Sequence[object]) -> float:
    """Returns the mean of the F1 of some classes; rows of other classes count as wrong where they were coded."""
    return sum(_class_score(gold, coded, label).f1 for label in labels) / max(len(labels), 1)


def _class_score(gold: Sequence[object], coded: Sequence[object], label: object) -> Score:
    right = sum(g == label == c for g, c in zip(gold, coded, strict=True))
    return Score(right, sum(c == label for c in coded), right, sum(g == label for g in gold))


def _pairs(gold: Sequence[Row], by: Mapping[str, list[Row]]) -> Evaluation:
    classes: list[str] = []
    lenient: list[str] = []
    strict: list[str] = []
    held: list[bool] = []
    confidences: list[tuple[float, bool]] = []
    result = Evaluation("pairs", len(gold), {})
    for row in gold:
        events = [e for e in by.get(row["id"], ()) if _pair_class(e["event_code"])]
        events.sort(key=lambda e: -(e.get("confidence") or 0))

        def rank(e: Row, row: Row = row) -> tuple[bool, bool, bool, bool]:
            source, target = _on(e, "source", row["source"]), _on(e, "target", row["target"])
            return source and target, source and e.get("target_start") is None, source, target

        best = max(events, key=rank, default=None)
        coded = _pair_class(best["event_code"]) or NONE if best is not None else NONE
        classes.append(row["class"])
        lenient.append(coded)
        strict.append(coded if best is not None and rank(best)[0] else NONE)
        held.append(_held_out(row["id"]))
        if best is not None and best.get("confidence") is not None:
            confidences.append((best["confidence"], coded == row["class"]))
        if held[-1]:
            continue
        result.confusion[row["class"], coded] += 1
        if coded != row["class"]:
            kind: Literal["missed", "confused"] = "missed" if best is None else "confused"
            rule = str(best.get("rule_id") or "") if best is not None else ""
            wrong = Wrong(kind, row["id"], 0, row["class"], "" if best is None else coded, rule, row["text"])
            result.wrong.append(wrong)
    labels = sorted(set(classes))
    figures = result.figures
    for name, coded_classes in (("", lenient), ("strict_", strict)):
        figures[f"{name}root_macro_f1"] = macro_f1(classes, coded_classes, labels)
        same = sum(a == b for a, b in zip(classes, coded_classes, strict=True))
        figures[f"{name}root_accuracy"] = same / len(gold)
        quads = [QUAD.get(c, 0) for c in classes], [QUAD.get(c, 0) for c in coded_classes]
        figures[f"{name}quad_macro_f1"] = macro_f1(*quads, [1, 2, 3, 4])
        figures[f"{name}coverage"] = sum(c != NONE for c in coded_classes) / len(gold)
        kept = [(g, c) for g, c, h in zip(classes, coded_classes, held, strict=True) if h]
        if kept:
            held_gold, held_coded = [g for g, _ in kept], [c for _, c in kept]
            figures[f"{name}holdout_root_macro_f1"] = macro_f1(held_gold, held_coded, sorted(set(held_gold)))
    result.classes = {label: _class_score(classes, lenient, label) for label in labels}
    right, right_strict = (sum(a == b for a, b in zip(classes, c, strict=True)) for c in (lenient, strict))
    result.levels = {
        "root": Score(right, sum(c != NONE for c in lenient), right, len(gold)),
        "event": Score(right_strict, sum(c != NONE for c in strict), right_strict, len(gold)),
    }
    result.calibration = _bins(confidences)
    return result


# --- events


def country(code: str | None) -> str | None:
    """Returns the primary part of an actor code, None if it is unknown."""
    return code[:3] if code and code[:3].isupper() and not code.startswith("---") else None


@dataclass(frozen=True, slots=True)
class _Gold:
    """An event of the gold: where, between which countries (any of the pairs), of which class, with code and actors if given."""

    sentence: int
    pairs: frozenset[tuple[str | None, str | None]]
    name: str
    strict: bool
    code: str | None
    actors: tuple[str | None, str | None] | None


@dataclass(frozen=True, slots=True)
class _Coded:
    """A coded event, as far as it is compared; equal ones count once."""

    sentence: int | None
    source: str | None
    target: str | None
    name: str


def _gold_events(row: Row) -> list[_Gold]:
    out = []
    for event in row["events"]:
        if "root" in event:
            pairs = frozenset({(event["source"] or None, event["target"] or None)})
            actors = None
            if "source_role" in event or "target_role" in event:
                actors = _actor(event, "source"), _actor(event, "target")
            name = CLASS.get(event["root"], STATEMENT)
            strict = bool(event.get("strict", True))
            out.append(_Gold(event["sentence"], pairs, name, strict, event.get("code") or None, actors))
        else:
            sources = [a["country"] for a in event["source"]] or [None]
            targets = [a["country"] for a in event["target"]]
            if targets:
                found = {(a, b) for a in sources for b in targets}
            else:
                found = {(a, b) for a in sources for b in sources if a != b} or {(a, None) for a in sources}
            out.append(_Gold(0, frozenset(found), event["class"], True, None, None))
    return out


def _actor(event: Row, side: str) -> str | None:
    """The country and first role of a side of a gold event; None where it has no actor."""
    primary = event.get(side)
    return f"{primary}{(event.get(f'{side}_role') or '')[:3]}" if primary else None


def _events(gold: Sequence[Row], by: Mapping[str, list[Row]]) -> Evaluation:
    result = Evaluation("events", len(gold), {})
    per_text: list[Counter[str]] = []
    class_counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    extra: Counter[str] = Counter()
    confidences: list[tuple[float, bool]] = []
    for row in gold:
        golds = _gold_events(row)
        events = by.get(row["id"], [])
        coded = [(_coded(row, e), e) for e in events]
        judged = [(c, e) for c, e in coded if e.get("realis") != "historical" and c.name != STATEMENT]
        counts: Counter[str] = Counter(duplicates=len(judged) - len({c for c, _ in judged}))
        strict = [g for g in golds if g.strict and g.name != STATEMENT]
        for g in strict:
            counts["gold"] += 1
            class_counts[g.name]["gold"] += 1
            for level, hit in HITS.items():
                counts[f"recall_{level}"] += any(hit(c, g) for c, _ in coded)
            class_counts[g.name]["found"] += any(_root(c, g) for c, _ in coded)
            _confuse(result, g, [c for c, _ in coded])
            _levels_of(extra, g, coded)
            if not any(_full(c, g) for c, _ in coded):
                result.wrong.append(_missed(row, g, coded))
        for c in {c: None for c, _ in judged}:
            counts["pred"] += 1
            class_counts[c.name]["coded"] += 1
            for level, hit in HITS.items():
                counts[f"precision_{level}"] += any(hit(c, g) for g in golds)
            right = any(_root(c, g) for g in golds)
            class_counts[c.name]["right"] += right
            if not right and "sentences" in row:
                event = next(e for other, e in judged if other == c)
                result.wrong.append(_extra(row, c, event))
                if not any(g.sentence == c.sentence for g in golds):
                    result.confusion[NONE, c.name] += 1
        for c, e in judged:
            if e.get("confidence") is not None:
                confidences.append((e["confidence"], any(_full(c, g) for g in golds)))
        _precision_of(extra, golds, judged)
        per_text.append(counts)
    total = sum(per_text, Counter())
    figures = result.figures
    figures.update(gold_events=total["gold"], coded_events=total["pred"])
    figures["duplicates_per_event"] = total["duplicates"] / max(total["pred"], 1)
    for level in HITS:
        score = _score(total, level)
        figures[f"{level}_recall"], figures[f"{level}_precision"] = score.recall, score.precision
        figures[f"{level}_f1"] = score.f1
    figures["full_f1_low"], figures["full_f1_high"] = _interval(per_text)
    result.levels["root"] = _score(total, "root")
    finer: tuple[Level, Level] = ("code", "actor")
    for name in finer:
        if extra[f"{name}_gold"]:
            counted = (extra[f"{name}_{k}"] for k in ("right", "coded", "found", "gold"))
            result.levels[name] = Score(*counted)
    result.levels["source"], result.levels["event"] = _score(total, "source"), _score(total, "full")
    result.classes = {
        name: Score(c["right"], c["coded"], c["found"], c["gold"]) for name, c in sorted(class_counts.items())
    }
    result.calibration = _bins(confidences)
    return result


def _score(counts: Counter[str], level: str) -> Score:
    return Score(counts[f"precision_{level}"], counts["pred"], counts[f"recall_{level}"], counts["gold"])


def _coded(row: Row, event: Row) -> _Coded:
    sentence: int | None = 0
    if "sentences" in row:
        at = event.get("trigger_start") or 0
        sentence = next((i for i, (start, end) in enumerate(row["sentences"]) if start <= at < end), None)
    name = CLASS.get(event["event_code"][:2], STATEMENT)
    return _Coded(sentence, country(event.get("source_code")), country(event.get("target_code")), name)


def _root(c: _Coded, g: _Gold) -> bool:
    return c.sentence == g.sentence and c.name == g.name


def _source(c: _Coded, g: _Gold) -> bool:
    return _root(c, g) and any(c.source == source for source, _ in g.pairs)


def _full(c: _Coded, g: _Gold) -> bool:
    return _root(c, g) and (c.source, c.target) in g.pairs


HITS = {"full": _full, "source": _source, "root": _root}


def _same_code(event: Row, g: _Gold) -> bool:
    return bool(event["event_code"] == g.code)


def _same_actors(event: Row, g: _Gold) -> bool:
    """Whether both sides have the country and, where the gold names one, the role."""
    if g.actors is None:
        return (country(event.get("source_code")), country(event.get("target_code"))) in g.pairs
    for side, wanted in zip(("source", "target"), g.actors, strict=True):
        code = event.get(f"{side}_code")
        if wanted is None:
            if country(code) is not None:
                return False
        elif not (code or "").startswith(wanted):
            return False
    return True


def _levels_of(extra: Counter[str], g: _Gold, coded: Sequence[tuple[_Coded, Row]]) -> None:
    """Counts what was found of a gold event at the levels of code and actors."""
    here = [e for c, e in coded if c.sentence == g.sentence]
    if g.code is not None:
        extra["code_gold"] += 1
        extra["code_found"] += any(_same_code(e, g) for e in here)
    extra["actor_gold"] += 1
    extra["actor_found"] += any(_same_actors(e, g) for e in here)


def _precision_of(extra: Counter[str], golds: Sequence[_Gold], judged: Sequence[tuple[_Coded, Row]]) -> None:
    """Counts which coded events are right at the levels of code and actors; equal ones once."""
    seen: set[tuple[object, ...]] = set()
    for c, e in judged:
        key = (c.sentence, e["event_code"], e.get("source_code"), e.get("target_code"))
        if key in seen:
            continue
        seen.add(key)
        here = [g for g in golds if g.sentence == c.sentence]
        extra["code_coded"] += 1
        extra["code_right"] += any(_same_code(e, g) for g in here)
        extra["actor_coded"] += 1
        extra["actor_right"] += any(_same_actors(e, g) for g in here)


def _confuse(result: Evaluation, g: _Gold, coded: Sequence[_Coded]) -> None:
    """Counts as what a gold event was coded: its class if found, else what stands between its countries, else anything there."""
    here = [c for c in coded if c.sentence == g.sentence]
    if any(_root(c, g) for c in here):
        result.confusion[g.name, g.name] += 1
        return
    between = [c for c in here if (c.source, c.target) in g.pairs] or here
    result.confusion[g.name, between[0].name if between else NONE] += 1


def _missed(row: Row, g: _Gold, coded: Sequence[tuple[_Coded, Row]]) -> Wrong:
    here = [(c, e) for c, e in coded if c.sentence == g.sentence]
    shown = "; ".join(_plain(c) for c, _ in here)
    gold = f"{g.name} {' or '.join(sorted(f'{a} > {b}' for a, b in g.pairs))}"
    rule = next((str(e.get("rule_id") or "") for _, e in here), "")
    return Wrong("missed", row["id"], g.sentence, gold, shown, rule, _sentence(row, g.sentence))


def _extra(row: Row, c: _Coded, event: Row) -> Wrong:
    text = _sentence(row, c.sentence)
    return Wrong("extra", row["id"], c.sentence or 0, "", _plain(c), str(event.get("rule_id") or ""), text)


def _plain(c: _Coded) -> str:
    return f"{c.name} {c.source} > {c.target}"


def _sentence(row: Row, number: int | None) -> str:
    if "sentences" not in row or number is None:
        return str(row["text"])[:400]
    start, end = row["sentences"][number]
    return " ".join(str(row["text"])[start:end].split())


def _interval(per_text: Sequence[Counter[str]]) -> tuple[float, float]:
    """The 95% interval of the F1 of whole events, by drawing texts anew 300 times."""
    draw = random.Random(1)
    values = sorted(_score(sum(draw.choices(per_text, k=len(per_text)), Counter()), "full").f1 for _ in range(300))
    return values[7], values[-8]


def _bins(confidences: Iterable[tuple[float, bool]]) -> list[Bin]:
    kept: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in confidences:
        kept[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return [
        Bin(n / BINS, (n + 1) / BINS, len(rows), sum(r for _, r in rows), sum(c for c, _ in rows) / len(rows))
        for n, rows in sorted(kept.items())
    ]


# --- printing


def lines(result: Evaluation, errors: int = 0) -> Iterator[str]:
    """Yields the report for a terminal, with up to `errors` of the wrong ones."""
    yield f"{result.texts} texts, gold of {result.kind}"
    yield ""
    yield f"{'level':<12}{'precision':>10}{'recall':>10}{'F1':>8}{'gold':>8}{'coded':>8}"
    for level, score in result.levels.items():
        yield _line(level, score)
    yield ""
    yield f"{'class':<12}{'precision':>10}{'recall':>10}{'F1':>8}{'gold':>8}{'coded':>8}"
    for name, score in result.classes.items():
        yield _line(name, score)
    yield ""
    for name, value in result.figures.items():
        yield f"{name}: {value:.3f}" if isinstance(value, float) else f"{name}: {value}"
    confused = [(pair, n) for pair, n in result.confusion.most_common() if pair[0] != pair[1]]
    if confused:
        yield ""
        yield "most frequent confusions, gold > coded"
        yield from (f"{n:>6}  {gold} > {coded}" for (gold, coded), n in confused[:15])
    if result.calibration:
        yield ""
        yield f"confidence against the share that is right (calibration error {result.calibration_error:.3f})"
        for b in result.calibration:
            yield f"  {b.low:.1f}-{b.high:.1f}  {b.events:>6} events, {b.right / b.events:>6.1%} right"
    for wrong in result.wrong[:errors]:
        yield ""
        yield str(wrong)


def _line(name: str, score: Score) -> str:
    return f"{name:<12}{score.precision:>10.3f}{score.recall:>10.3f}{score.f1:>8.3f}{score.gold:>8}{score.coded:>8}"


def traces(result: Evaluation, gold: Sequence[Row], coder: Coder, number: int) -> Iterator[str]:
    """Yields the first wrong ones, each with the trace of how its sentence was coded."""
    rows = {row["id"]: row for row in gold}
    for wrong in result.wrong[:number]:
        row = rows[wrong.document]
        start, end = row["sentences"][wrong.sentence] if "sentences" in row else (0, len(row["text"]))
        trace = coder.explain(row["text"], date.fromisoformat(row["date"]))
        kept = tuple(t for t in trace.sentences if t.sentence.start < end and start < t.sentence.end)
        yield f"\n{wrong}\n\n{replace(trace, sentences=kept)}"


def as_json(result: Evaluation, errors: int = 0) -> dict[str, Any]:
    """Returns the figures as plain data."""

    def score(s: Score) -> dict[str, float]:
        return {"precision": s.precision, "recall": s.recall, "f1": s.f1, "gold": s.gold, "coded": s.coded}

    return {
        "kind": result.kind,
        "texts": result.texts,
        "figures": result.figures,
        "levels": {k: score(s) for k, s in result.levels.items()},
        "classes": {k: score(s) for k, s in result.classes.items()},
        "confusion": [{"gold": g, "coded": c, "count": n} for (g, c), n in result.confusion.most_common()],
        "calibration": [
            {"low": b.low, "high": b.high, "events": b.events, "right": b.right, "confidence": b.mean_confidence}
            for b in result.calibration
        ],
        "calibration_error": result.calibration_error,
        "wrong": [
            {name: getattr(w, name) for name in ("kind", "document", "sentence", "gold", "coded", "rule", "text")}
            for w in result.wrong[:errors]
        ],
    }
