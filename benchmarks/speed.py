"""Times the coder against the stock spaCy pipeline on the same texts in one run.

`python benchmarks/speed.py [DOCUMENTS.jsonl] [--documents N] [--workers 2]`; without a file it codes the seed document many times
over, each copy under another id.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import time
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from coders import Coder, Document
from coders.language import BATCH, MODELS

SEED = Path(__file__).parent.parent / "seeds"


def documents(path: Path | None, limit: int) -> list[Document]:
    """Reads documents from a JSON Lines file, or repeats the seed documents."""
    if path is None:
        seeds = [Document(p.stem, date(2022, 1, 9), p.read_text(encoding="utf-8")) for p in sorted(SEED.glob("*.txt"))]
        return [replace(seeds[n % len(seeds)], id=str(n)) for n in range(limit)]
    with path.open(encoding="utf-8") as lines:
        rows = map(json.loads, islice(lines, limit))
        return [Document(r["id"], date.fromisoformat(r["date"]), r["text"]) for r in rows]


def stock_seconds(texts: list[str]) -> float:
    """Times the model's whole pipeline, all components, start-up excluded."""
    import spacy

    for name in MODELS:
        try:
            nlp = spacy.load(name)
        except OSError:
            continue
        list(nlp.pipe(texts[:2]))
        start = time.perf_counter()
        for _ in nlp.pipe(texts, batch_size=BATCH):
            pass
        return time.perf_counter() - start
    raise SystemExit("the language model is not installed")


def main() -> None:
    """Prints words per second of both, the ratio, and the coder's own time against the parse that it needs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--workers", type=int, default=1)
    arguments = parser.parse_args()
    texts = documents(arguments.file, arguments.documents)
    words = sum(len(d.text.split()) for d in texts)
    coder = Coder()
    list(coder.code_many(texts[:2]))
    start = time.perf_counter()
    coded = list(coder.code_many(texts))
    ours = time.perf_counter() - start
    sentences = [s.text for d, c in zip(texts, coded, strict=True) for s in c.sentences if s.index in c.coded_sentences]
    start = time.perf_counter()
    for _ in coder.model.parse(sentences):
        pass
    parse = time.perf_counter() - start
    stock = stock_seconds([d.text for d in texts])
    passed = len(sentences) / max(1, sum(len(c.sentences) for c in coded))
    print(f"{platform.python_implementation()} {platform.python_version()} on {platform.machine()}, one process")
    print(f"{len(texts)} documents, {words:,} words, {sum(len(c.events) for c in coded)} events")
    print(f"stock pipeline, all components: {words / stock:,.0f} words/s")
    print(f"tocsin: {words / ours:,.0f} words/s, {stock / ours:.2f} times the stock pipeline")
    print(f"sentences parsed: {passed:.0%}; the coder's own time is {(ours - parse) / parse:.0%} of the parse it needs")
    if arguments.workers > 1:
        start = time.perf_counter()
        for _ in coder.code_many(texts, workers=arguments.workers):
            pass
        print(
            f"{arguments.workers} workers, start-up included: {time.perf_counter() - start:.1f} s against {ours:.1f} s"
        )
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
