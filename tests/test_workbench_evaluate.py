"""Evaluation against gold: the figures, and that they agree with an independent reading of the same definitions."""

from __future__ import annotations

import collections
import hashlib
import json
import random
from pathlib import Path
from typing import Any

import pytest

from tocsin import DocumentError
from workbench.evaluate import CLASS, Evaluation, as_json, country, evaluate, lines, macro_f1, read_gold

ROOTS = sorted(CLASS)
COUNTRIES = ["TCD", "SDN", "NER", None]
TEXT = "Chad accused Sudan of shelling two villages. Niger praised Chad. Nobody else met."
SENTENCES = [[0, 45], [45, 65], [65, 81]]


def event(**fields: Any) -> dict[str, Any]:
    """An event of the first text, Chad -> Sudan 112, unless fields say otherwise."""
    return {
        "document_id": "a", "event_code": "112", "source_code": "TCD", "target_code": "SDN", "source_start": 0,
        "source_end": 4, "target_start": 13, "target_end": 18, "trigger_start": 5, "trigger_end": 12, "confidence": 0.9,
        "realis": "actual", "rule_id": "verbs/11#accuse",
    } | fields  # fmt: skip


def gold_event(**fields: Any) -> dict[str, Any]:
    return {"sentence": 0, "source": "TCD", "target": "SDN", "root": "11", "strict": True} | fields


def text(*events: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": "a", "date": "2021-06-15", "text": TEXT, "sentences": SENTENCES, "events": list(events)} | fields


def pair(name: str = "ACCUSE", **fields: Any) -> dict[str, Any]:
    row = {"id": "a", "date": "2021-06-15", "text": TEXT, "source": [[0, 4]], "target": [[13, 18]], "class": name}
    return row | fields


# --- events


def test_right_event_is_right_on_every_level() -> None:
    gold = gold_event(code="112", source_role="", target_role="")
    result = evaluate([text(gold)], [event()])
    assert {level: (s.precision, s.recall, s.f1) for level, s in result.levels.items()} == dict.fromkeys(
        ("root", "code", "actor", "source", "event"), (1.0, 1.0, 1.0)
    )
    assert result.wrong == [] and result.confusion == {("ACCUSE", "ACCUSE"): 1}


@pytest.mark.parametrize(
    ("coded", "right"),
    [
        (event(event_code="113"), {"root", "actor", "source", "event"}),
        (event(event_code="190"), {"actor"}),
        (event(target_code="NERGOV"), {"root", "code", "source"}),
        (event(source_code="---GOV"), {"root", "code"}),
        (event(source_code="TCDMIL"), {"root", "code", "source", "event"}),
        (event(trigger_start=50), set()),
        (event(realis="hypothetical"), set()),
    ],
)
def test_levels_ask_for_more_and_more(coded: dict[str, Any], right: set[str]) -> None:
    gold = gold_event(code="112", source_role="GOV", target_role="")
    result = evaluate([text(gold)], [coded | {"source_code": coded["source_code"].replace("TCD", "TCDGOV")[:6]}
                                     if coded["source_code"] == "TCD" else coded])  # fmt: skip
    assert {level for level, s in result.levels.items() if s.recall == 1.0} == right


def test_debatable_statements_and_historical_count_neither_way() -> None:
    gold = [gold_event(strict=False), gold_event(sentence=1, root="01")]
    result = evaluate(
        [text(*gold)],
        [
            event(),
            event(trigger_start=50, event_code="010"),
            event(trigger_start=70, event_code="190", realis="historical"),
        ],
    )
    assert result.figures["gold_events"] == 0 and result.figures["coded_events"] == 1
    assert result.levels["event"].precision == 1.0 and not result.wrong


def test_missed_and_extra_events_are_named_with_sentence_and_rule() -> None:
    result = evaluate([text(gold_event(sentence=1, source="NER", target="TCD", root="05"))], [event()])
    missed, extra = result.wrong
    assert (missed.kind, missed.gold, missed.text) == ("missed", "SUPPORT NER > TCD", "Niger praised Chad.")
    assert (extra.kind, extra.coded, extra.rule) == ("extra", "ACCUSE TCD > SDN", "verbs/11#accuse")
    assert result.confusion == {("SUPPORT", "NONE"): 1, ("NONE", "ACCUSE"): 1}


def test_duplicates_count_once() -> None:
    result = evaluate([text(gold_event())], [event(), event(event_code="1121", trigger_start=22)])
    assert result.figures["coded_events"] == 1 and result.figures["duplicates_per_event"] == 1.0


def test_country_of_unknown_actors_is_none() -> None:
    assert [country(c) for c in ("TCDGOV", "---REB", None, "", "IGOUNO")] == ["TCD", None, None, None, "IGO"]


def test_calibration_sets_confidence_against_the_right_share() -> None:
    rows = [event(confidence=0.95), event(confidence=0.91, target_code="NER"), event(confidence=0.45, event_code="190")]
    result = evaluate([text(gold_event())], rows)
    low, high = result.calibration
    assert (low.events, low.right, high.events, high.right) == (1, 0, 2, 1)
    assert result.calibration_error == pytest.approx((0.45 + 2 * (0.93 - 0.5)) / 3)


# --- pairs


def test_pair_takes_the_event_on_the_marked_words() -> None:
    rows = [event(event_code="051", source_start=45, source_end=50, confidence=0.99), event()]
    result = evaluate([pair()], rows)
    assert result.figures["root_accuracy"] == result.figures["strict_root_accuracy"] == 1.0


def test_pair_strict_asks_for_both_sides() -> None:
    result = evaluate([pair()], [event(target_start=None, target_end=None)])
    assert (result.figures["root_accuracy"], result.figures["strict_root_accuracy"]) == (1.0, 0.0)


def test_pair_sanctions_are_coercion() -> None:
    assert evaluate([pair("COERCE")], [event(event_code="163")]).figures["root_accuracy"] == 1.0


def test_errors_of_the_holdout_are_never_shown() -> None:
    names = [f"row-{n}" for n in range(200)]
    result = evaluate([pair(id=name) for name in names], [])
    held = {n for n in names if int(hashlib.sha1(n.encode()).hexdigest(), 16) % 5 == 0}
    assert held and not held & {w.document for w in result.wrong}
    assert len(result.wrong) == len(names) - len(held) == result.confusion.total()


# --- agreement with a reading of the definitions that is written apart


def overlaps(e: dict[str, Any], side: str, spans: list[list[int]]) -> bool:
    if not spans:
        return True
    a, b = e.get(f"{side}_start"), e.get(f"{side}_end")
    return a is not None and b is not None and any(a < z and s < b and b - a <= 3 * (z - s) + 40 for s, z in spans)


def plain_pairs(gold: list[dict[str, Any]], events: list[dict[str, Any]]) -> dict[str, float]:
    name = lambda code: {"163": "COERCE"}.get(code[:3], CLASS.get(code[:2]))  # noqa: E731
    wanted, lenient, strict = [], [], []
    for r in gold:
        mine = [e for e in events if e["document_id"] == r["id"] and name(e["event_code"])]
        mine = sorted(
            [e for e in mine if e["realis"] not in ("negated", "hypothetical")], key=lambda e: -e["confidence"]
        )
        best, best_rank = None, (-1,)
        for e in mine:
            s, t = overlaps(e, "source", r["source"]), overlaps(e, "target", r["target"])
            rank = (int(s and t), int(s and e["target_start"] is None), int(s), int(t))
            if rank > best_rank:
                best, best_rank = e, rank
        wanted.append(r["class"])
        lenient.append(name(best["event_code"]) if best else "NONE")
        strict.append(lenient[-1] if best and best_rank[0] else "NONE")
    out = {}
    for prefix, got in (("", lenient), ("strict_", strict)):
        scores = []
        for c in sorted(set(wanted)):
            tp = sum(g == c == p for g, p in zip(wanted, got, strict=True))
            scores.append(2 * tp / (wanted.count(c) + got.count(c)) if tp else 0.0)
        out[f"{prefix}root_macro_f1"] = sum(scores) / len(scores)
        out[f"{prefix}root_accuracy"] = sum(g == p for g, p in zip(wanted, got, strict=True)) / len(gold)
    return out


def plain_events(gold: list[dict[str, Any]], events: list[dict[str, Any]]) -> dict[str, float]:
    n: collections.Counter[str] = collections.Counter()
    for r in gold:
        coded = []
        for e in events:
            if e["document_id"] != r["id"] or e["realis"] in ("negated", "hypothetical"):
                continue
            where = [i for i, (s, t) in enumerate(r["sentences"]) if s <= e["trigger_start"] < t]
            c = [x[:3] if x and not x.startswith("---") else None for x in (e["source_code"], e["target_code"])]
            row = (where[0] if where else None, c[0], c[1], CLASS.get(e["event_code"][:2], "STATEMENT"))
            coded.append((row, e["realis"] != "historical" and row[3] != "STATEMENT"))
        golds = [
            (g["sentence"], g["source"], g["target"], CLASS.get(g["root"], "STATEMENT"), g["strict"])
            for g in r["events"]
        ]
        for g in golds:
            if g[4] and g[3] != "STATEMENT":
                n["gold"] += 1
                n["rf"] += any(row == g[:4] for row, _ in coded)
                n["rr"] += any((row[0], row[3]) == (g[0], g[3]) for row, _ in coded)
        for row in {row for row, judged in coded if judged}:
            n["pred"] += 1
            n["pf"] += any(row == g[:4] for g in golds)
            n["pr"] += any((row[0], row[3]) == (g[0], g[3]) for g in golds)
    return {
        "full_recall": n["rf"] / max(n["gold"], 1), "full_precision": n["pf"] / max(n["pred"], 1),
        "root_recall": n["rr"] / max(n["gold"], 1), "root_precision": n["pr"] / max(n["pred"], 1),
        "gold_events": n["gold"], "coded_events": n["pred"],
    }  # fmt: skip


def random_event(draw: random.Random, name: str) -> dict[str, Any]:
    start = draw.choice([0, 13, 45, 60, None])
    target = draw.choice([0, 13, 45, 60, None])
    return event(
        document_id=name,
        event_code=draw.choice([*ROOTS, "01"]) + draw.choice("0123"),
        source_code=draw.choice(["TCDGOV", "SDN", "NERMIL", "---REB", None]),
        target_code=draw.choice(["TCDGOV", "SDN", "NERMIL", "---REB", None]),
        source_start=start,
        source_end=None if start is None else start + 5,
        target_start=target,
        target_end=None if target is None else target + 5,
        trigger_start=draw.randrange(80),
        confidence=draw.random(),
        realis=draw.choice(["actual", "actual", "future", "historical", "negated", "hypothetical"]),
    )


@pytest.mark.parametrize("seed", range(5))
def test_figures_agree_with_a_plain_reading(seed: int) -> None:
    draw = random.Random(seed)
    names = [f"doc-{n}" for n in range(60)]
    events = [random_event(draw, draw.choice(names)) for _ in range(400)]
    pairs = [pair(draw.choice(sorted(set(CLASS.values()))), id=n, target=draw.choice([[], [[13, 18]]])) for n in names]
    texts = [
        text(
            *(
                gold_event(
                    sentence=draw.randrange(3),
                    source=draw.choice(COUNTRIES),
                    target=draw.choice(COUNTRIES),
                    root=draw.choice([*ROOTS, "01"]),
                    strict=draw.random() < 0.7,
                )
                for _ in range(draw.randrange(6))
            ),
            id=name,
        )
        for name in names
    ]
    for gold, plain in ((pairs, plain_pairs), (texts, plain_events)):
        figures = evaluate(gold, events).figures
        expected = plain(gold, events)
        assert {k: figures[k] for k in expected} == pytest.approx(expected)


def test_macro_f1_of_nothing_right_is_zero() -> None:
    assert macro_f1(["A", "B"], ["B", "A"], ["A", "B"]) == 0.0


# --- reading and printing


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("{broken\n", "JSON is broken"),
        ('{"id": "a", "date": "2020-01-01"}\n', "has no text"),
        ("[1]\n", "has no id"),
        ('{"id": "a", "date": "2020-01-01", "text": "x"}\n', "neither `class` nor `events`"),
        ("\n", "holds no gold"),
    ],
)
def test_faulty_gold_is_named_with_its_line(tmp_path: Path, content: str, what: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content)
    with pytest.raises(DocumentError, match=what) as raised:
        read_gold(path)
    assert "holds no gold" in what or str(raised.value).startswith(f"{path}:1: ")


def report() -> Evaluation:
    return evaluate([text(gold_event(), gold_event(sentence=1, root="05"))], [event(), event(trigger_start=70)])


def test_report_prints_levels_classes_confusions_and_errors() -> None:
    printed = "\n".join(lines(report(), errors=5))
    for part in (
        "root ",
        "event ",
        "SUPPORT ",
        "full_f1: 0.500",
        "SUPPORT > NONE",
        "calibration error",
        "missed: gold",
        "extra: gold",
    ):
        assert part in printed


def test_report_is_plain_data() -> None:
    data = json.loads(json.dumps(as_json(report(), errors=1)))
    assert data["levels"]["event"]["recall"] == 0.5 and len(data["wrong"]) == 1 and data["texts"] == 1


def test_formats_are_documented() -> None:
    """The two examples of the documentation are gold that can be read, and every figure is explained."""
    documented = (Path(__file__).parents[1] / "docs" / "gold.md").read_text(encoding="utf-8")
    rows = [json.loads(part.split("```")[0]) for part in documented.split("```json\n")[1:]]
    kinds = [evaluate([row], []).kind for row in rows]
    assert kinds == ["pairs", "events"]
