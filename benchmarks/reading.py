"""Draws random samples of what the coder found for people to judge, and sums up their verdicts.

    python benchmarks/reading.py draw events news.jsonl --count 150 --seed 1f2e3d4 --out sample.jsonl
    python benchmarks/reading.py score events sample.jsonl reader_a.csv reader_b.csv --seed 1f2e3d4

A corpus is JSON Lines with `id`, `date` and `text`. The sample holds text, so it stays outside the repository; what `score` adds to
`reading.csv` holds documents' ids, offsets and verdicts alone. A reader's file has the columns `item` and `verdict` (yes or no).
The seed is the hash of the commit that was read.

Kinds: `events` (source, kind of act and target right?), `names` (is this name this actor?), `links` (does the pronoun stand for this
actor?), `countries` (does a country, nationality, capital or titled person who acts, in a sentence with an event, have the right
country? What is none of these has the verdict `neither` and is not counted).
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.speed import stock_pipeline
from coders import Coder, Document
from coders.mentions import Mention
from coders.resolve import Resolver

TABLE = Path(__file__).parent / "reading.csv"
COLUMNS = ("kind", "seed", "document", "start", "end", "first", "second")
#: At most this many items come from one document, so that a sample spreads over many.
PER_DOCUMENT = 3


def documents(path: Path, seed: str) -> Iterator[Document]:
    """Yields the documents of a corpus in an order that the seed decides."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(seed).shuffle(rows)
    for row in rows:
        yield Document(row["id"], date.fromisoformat(row["date"][:10]), row["text"])


def marked(text: str, start: int, end: int, around: int = 350) -> str:
    """A stretch of text with the words in question in brackets."""
    return f"{text[max(0, start - around) : start]}[[{text[start:end]}]]{text[end : end + around]}"


def events_of(coder: Coder, document: Document) -> list[dict[str, Any]]:
    """Every actual event of a document."""
    labels = coder.dictionaries.cameo
    return [
        {
            "start": e.trigger_start,
            "end": e.trigger_end,
            "source": f"{e.source_text} ({e.source_code})",
            "act": f"{e.event_root} ({e.event_code} {labels[e.event_code].label})",
            "target": f"{e.target_text} ({e.target_code})",
            "text": marked(document.text, e.trigger_start, e.trigger_end),
        }
        for e in coder.code(document)
        if e.realis == "actual"
    ]


def names_of(coder: Coder, document: Document) -> list[dict[str, Any]]:
    """Every match of a dictionary name in a document, of a name that the document itself introduced, and of *the group* and the like."""
    found = coder._prepare(document, gate=False).mentions.mentions
    return [
        {
            "start": m.start,
            "end": m.end,
            "what": what_name(m),
            "actor": f"{m.name} ({m.code})",
            "text": marked(document.text, m.start, m.end),
        }
        for m in found
        if m.kind == "actor" and m.name
    ]


def what_name(m: Mention) -> str:
    """Says whether words are a name of the dictionaries, one that the text itself introduced, or stand short for a body."""
    if not m.entry.startswith("actors/"):
        return "name introduced in the text"
    return "name in the dictionaries" if any(letter.isupper() for letter in m.text) else "short word for a body"


def links_of(coder: Coder, document: Document) -> list[dict[str, Any]]:
    """Every pronoun of a document that was linked to an actor."""
    prepared = coder._prepare(document, gate=True)
    out: list[dict[str, Any]] = []
    for graph in coder._graphs([prepared]):
        resolver = Resolver(graph, prepared.mentions, coder.dictionaries.reporting_verbs)
        for i in range(graph.size):
            linked = [m for m in resolver.actors(i, True) if m.kind == "pronoun"] if graph.pos[i] == "PRON" else []
            if linked:
                stands_for = " and ".join(f"{m.text} ({m.code})" for m in linked)
                text = marked(document.text, graph.starts[i], graph.ends[i], 500)
                out.append({"start": graph.starts[i], "end": graph.ends[i], "stands_for": stands_for, "text": text})
    return out


def countries_of(coder: Coder, document: Document) -> list[dict[str, Any]]:
    """Every place, people and titled person that a tagger of names sees in the sentences with an event, and what it was taken for.

    The tagger knows nothing of the dictionaries, so names that these lack are among them.
    """
    coded = {e.sentence for e in coder.code(document)}
    prepared = coder._prepare(document, gate=False)
    out: list[dict[str, Any]] = []
    for sentence in prepared.sentences:
        if sentence.index not in coded:
            continue
        for name in tagger()(sentence.text).ents:
            before = name[0].nbor(-1) if name[0].i else None
            is_titled = name.label_ == "PERSON" and before is not None and before.pos_ in ("NOUN", "PROPN")
            if name.label_ not in ("GPE", "NORP") and not is_titled:
                continue
            start = sentence.start + (before.idx if is_titled and before is not None else name.start_char)
            end = sentence.start + name.end_char
            found = [m for m in prepared.mentions.mentions if m.start < end and start < m.end and m.kind != "pronoun"]
            taken = max(found, key=lambda m: (m.end - m.start, m.start), default=None)
            out.append(
                {
                    "start": start,
                    "end": end,
                    "what": "titled person" if is_titled else "country, people or capital",
                    "code": taken.code if taken else "none",
                    "text": marked(document.text, start, end),
                }
            )
    return out


@cache
def tagger() -> Any:
    """The model's whole pipeline, which finds names without the dictionaries."""
    return stock_pipeline()  # type: ignore[no-untyped-call]


KINDS = {"events": events_of, "names": names_of, "links": links_of, "countries": countries_of}


def draw(kind: str, corpus: Path, count: int, seed: str) -> list[dict[str, Any]]:
    """Returns a random sample of one kind, a few items of each document."""
    coder, sample = Coder(), []
    chooser = random.Random(f"{seed} {kind}")
    for document in documents(corpus, f"{seed} {kind}"):
        items = KINDS[kind](coder, document)
        for item in chooser.sample(items, min(PER_DOCUMENT, len(items))):
            sample.append({"item": len(sample) + 1, "document": document.id, "published": str(document.date), **item})
            if len(sample) == count:
                return sample
    return sample


def verdicts(path: Path) -> dict[int, str]:
    """Reads a reader's file."""
    with path.open(encoding="utf-8") as lines:
        return {int(row["item"]): row["verdict"].strip().lower() for row in csv.DictReader(lines)}


def score(kind: str, sample: Path, readers: list[Path], seed: str, table: Path) -> None:
    """Prints the shares judged right and how far two readers agree, and adds the verdicts to the table, of one reader if there is one."""
    items = [json.loads(line) for line in sample.read_text(encoding="utf-8").splitlines()]
    readings = [verdicts(path) for path in readers]
    for what in sorted({item.get("what", kind) for item in items}):
        counted = [
            [read[item["item"]] for read in readings]
            for item in items
            if item.get("what", kind) == what and all(read[item["item"]] != "neither" for read in readings)
        ]
        print(f"{what}: {len(counted)} of {len({i['document'] for i in items})} documents, seed {seed}")
        say_agreement([[verdict == "yes" for verdict in row] for row in counted])
    add_verdicts(kind, seed, items, readings[0], readings[1] if len(readings) > 1 else {}, table)


def say_agreement(right: list[list[bool]]) -> None:
    """Prints the shares that each reader held to be right, and how far two of them agree."""
    shares = [sum(column) / len(right) for column in zip(*right, strict=True)]
    print("right by each reader:", ", ".join(f"{share:.3f}" for share in shares))
    if len(shares) == 2:
        agreed = sum(a == b for a, b in right) / len(right)
        chance = shares[0] * shares[1] + (1 - shares[0]) * (1 - shares[1])
        print(f"agreement {agreed:.3f}, kappa {(agreed - chance) / (1 - chance) if chance < 1 else 1.0:.3f}")


def add_verdicts(
    kind: str, seed: str, items: list[dict[str, Any]], first: dict[int, str], second: dict[int, str], table: Path
) -> None:
    """Appends where each item stands and what its readers said to the table."""
    fresh = not table.exists()
    with table.open("a", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        if fresh:
            writer.writerow(COLUMNS)
        for i in items:
            row = (kind, seed, i["document"], i["start"], i["end"], first[i["item"]], second.get(i["item"], ""))
            writer.writerow(row)


def main() -> None:
    """Draws or scores, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_subparsers(dest="what")
    one = what.add_parser("draw")
    two = what.add_parser("score")
    for p in (one, two):
        p.add_argument("kind", choices=sorted(KINDS))
        p.add_argument("--seed", required=True)
    one.add_argument("corpus", type=Path)
    one.add_argument("--count", type=int, default=150)
    one.add_argument("--out", type=Path, required=True)
    two.add_argument("sample", type=Path)
    two.add_argument("readers", type=Path, nargs="+")
    two.add_argument("--table", type=Path, default=TABLE)
    given = parser.parse_args()
    if given.what is None:
        print("nothing to do without a corpus: see --help")
    elif given.what == "draw":
        rows = draw(given.kind, given.corpus, given.count, given.seed)
        given.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
        print(f"{len(rows)} {given.kind} of {len({r['document'] for r in rows})} documents in {given.out}")
    else:
        score(given.kind, given.sample, given.readers, given.seed, given.table)


if __name__ == "__main__":
    main()
