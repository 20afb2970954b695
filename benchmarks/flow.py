"""Measures how fast and with how much memory texts are coded and published: `make bench`."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from coders.model import Document
from flows.coding import load_coder
from flows.pipeline import run_steps
from flows.readers import read_documents
from flows.records import Located
from flows.workers import Workers

SEEDS = Path(__file__).parents[1] / "seeds"
COPIES = 100


def copies(count: int) -> Iterator[Document]:
    """Yields the seed documents again and again, under ids of their own."""
    for number in range(count):
        for item in read_documents([str(SEEDS)]):
            if isinstance(item, Located):
                document = item.document
                yield Document(f"{document.id}-{number}", document.date, document.text)


def main() -> int:
    """Prints seconds and words a second for loading, coding, and a run with its publication."""
    began = time.perf_counter()
    coder = load_coder()
    print(f"loading    {time.perf_counter() - began:8.1f} s")

    documents = list(copies(COPIES))
    words = sum(len(document.text.split()) for document in documents)
    began = time.perf_counter()
    events = sum(len(result.events) for result in coder.code_many(documents))
    seconds = time.perf_counter() - began
    print(f"coding     {seconds:8.1f} s  {words / seconds:8,.0f} words/s, {events:,} events in {words:,} words")

    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts"
        texts.mkdir()
        for document in documents:
            (texts / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
        report = run_steps([str(texts)], Path(folder) / "warehouse", Workers(coder))
    print(f"run        {report.seconds['coding']:8.1f} s  reading, coding and staging")
    print(f"publishing {report.seconds['publishing']:8.1f} s")
    print(f"memory     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8,.0f} MB at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
