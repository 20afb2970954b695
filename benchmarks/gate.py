"""Proves on texts that the gate loses nothing: codes them with it and with every sentence parsed, and compares the events.

`python benchmarks/gate.py [DOCUMENTS.jsonl ...] [--documents N]`; without a file it takes the seed documents. Differences are listed
by document and sentence, and make the exit status 1.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice, tee
from pathlib import Path

from coders import Coder, Document, Settings
from flows.readers import read_documents
from flows.records import Located

SEEDS = Path(__file__).parent.parent / "seeds"


def documents(paths: list[Path]) -> Iterator[Document]:
    """Yields the documents of files or folders."""
    for item in read_documents([str(path) for path in paths]):
        if isinstance(item, Located):
            yield item.document


def main() -> int:
    """Prints how it was run, what was compared and every difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[SEEDS])
    parser.add_argument("--documents", type=int)
    arguments = parser.parse_args()
    began = time.perf_counter()
    gated = Coder()
    ungated = Coder(gated.dictionaries, Settings(gate=False))
    first, second = tee(islice(documents(arguments.files), arguments.documents))
    counts: Counter[str] = Counter()
    for ours, whole in zip(gated.code_many(first), ungated.code_many(second), strict=True):
        counts["documents"] += 1
        counts["sentences"] += len(whole.sentences)
        counts["parsed"] += len(ours.coded_sentences)
        counts["events"] += len(whole.events)
        if ours.events == whole.events:
            continue
        counts["differing documents"] += 1
        places = {e.sentence for e in chain(ours.events, whole.events) if e not in ours.events or e not in whole.events}
        print(f"{ours.document_id}: sentences {sorted(places)}, {len(ours.events)} and {len(whole.events)} events")
    files = " ".join(path.name for path in arguments.files)
    print(
        f"{platform.python_implementation()} {platform.python_version()}, dictionaries {gated.dictionary_version}, {files}"
    )
    print(
        f"{counts['documents']:,} documents, {counts['sentences']:,} sentences, {counts['parsed']:,} parsed with the gate"
    )
    print(f"{counts['events']:,} events compared, {counts['differing documents']:,} documents with differences")
    print(f"{time.perf_counter() - began:,.0f} s")
    return 1 if counts["differing documents"] else 0


if __name__ == "__main__":
    sys.exit(main())
