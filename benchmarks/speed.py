"""Times the coder against the stock spaCy pipeline on the same texts in one run.

`python benchmarks/speed.py [DOCUMENTS.jsonl] [--documents N]`; without a file it codes the seed document many times over, each
copy under another id. The texts are taken in slices, and each slice is coded, parsed and put through the stock pipeline in turn, so
that whatever else the machine does bears on all three alike. The parse is that of a second language model, which has remembered of
the slices before it what the coder's has. All times are processor time of this one process, start-up excluded.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from coders import Coder, Document
from coders.language import BATCH, MODELS, LanguageModel
from tocsin import settle

SEED = Path(__file__).parent.parent / "seeds"
SLICE = 40


def documents(path: Path | None, limit: int | None) -> list[Document]:
    """Reads documents from a JSON Lines file, or repeats the seed documents."""
    if path is None:
        seeds = [Document(p.stem, date(2022, 1, 9), p.read_text(encoding="utf-8")) for p in sorted(SEED.glob("*.txt"))]
        return [replace(seeds[n % len(seeds)], id=str(n)) for n in range(limit or SLICE)]
    with path.open(encoding="utf-8") as lines:
        rows = map(json.loads, islice(lines, limit))
        return [Document(r["id"], date.fromisoformat(r["date"]), r["text"]) for r in rows]


class Measured:
    """Processor seconds and counts, summed over the slices."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()

    @contextmanager
    def time(self, name: str) -> Iterator[None]:
        """Adds the processor time of the block to a name."""
        start = time.process_time()
        yield
        self.seconds[name] += time.process_time() - start


def stock_pipeline():  # type: ignore[no-untyped-def]
    """Loads the model's whole pipeline, all components."""
    import spacy

    for name in MODELS:
        try:
            return spacy.load(name)
        except OSError:
            continue
    raise SystemExit("the language model is not installed")


def measure(texts: list[Document]) -> Measured:
    """Codes every slice of the documents, parses what the coder parsed of it, and runs the stock pipeline over it."""
    measured, coder, alone, stock = Measured(), Coder(), LanguageModel(), stock_pipeline()
    list(coder.code_many(texts[:2]))
    list(stock.pipe([d.text for d in texts[:2]]))
    settle()
    for at in range(0, len(texts), SLICE):
        part = texts[at : at + SLICE]
        with measured.time("tocsin"):
            coded = list(coder.code_many(part))
        sentences = [s.text for c in coded for s in c.sentences if s.index in c.coded_sentences]
        with measured.time("parse"), alone.memory_zone():
            for _ in alone.parse(sentences):
                pass
        with measured.time("stock"):
            for _ in stock.pipe([d.text for d in part], batch_size=BATCH):
                pass
        measured.counts["words"] += sum(len(d.text.split()) for d in part)
        measured.counts["sentences"] += sum(len(c.sentences) for c in coded)
        measured.counts["parsed"] += len(sentences)
        measured.counts["events"] += sum(len(c.events) for c in coded)
    return measured


def main() -> None:
    """Prints words per second of both, the ratio, and the coder's own time against the parse that it needs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--documents", type=int)
    arguments = parser.parse_args()
    texts = documents(arguments.file, arguments.documents)
    measured = measure(texts)
    seconds, counts = measured.seconds, measured.counts
    print(f"{platform.python_implementation()} {platform.python_version()} on {platform.machine()}, one process")
    print(f"{len(texts)} documents, {counts['words']:,} words, {counts['events']:,} events; processor time")
    print(f"stock pipeline, all components: {counts['words'] / seconds['stock']:,.0f} words/s")
    ratio = seconds["stock"] / seconds["tocsin"]
    print(f"tocsin: {counts['words'] / seconds['tocsin']:,.0f} words/s, {ratio:.2f} times the stock pipeline")
    own = (seconds["tocsin"] - seconds["parse"]) / seconds["parse"]
    passed = counts["parsed"] / max(1, counts["sentences"])
    print(f"sentences parsed: {passed:.0%}; the coder's own time is {own:.0%} of the parse it needs")


if __name__ == "__main__":
    main()
