"""Times the loading of all dictionaries, and what matching their names costs of coding, in processor time of this one process.

`python benchmarks/loading.py [DOCUMENTS.jsonl] [--documents N]`; without a file it codes the seed document many times over. Loading is
from the files to what the coder works with, every entry checked and indexed; importing spaCy and the language model come on top.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from speed import Measured, documents

from coders import Coder
from coders.language import LanguageModel
from tocsin import settle


def timed(measured: Measured, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Returns the function, adding up the time of its calls under a name."""

    def call(*arguments: Any, **named: Any) -> Any:
        with measured.time(name):
            return function(*arguments, **named)

    return call


def main() -> None:
    """Prints the seconds of loading, and the shares of matching and of finding mentions in coding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--documents", type=int)
    arguments = parser.parse_args()
    measured = Measured()
    LanguageModel()
    with measured.time("model"):
        LanguageModel()
    with measured.time("model and loading"):
        coder = Coder()
    loading = measured.seconds["model and loading"] - measured.seconds["model"]
    print(f"dictionaries {coder.dictionary_version}: loaded in {loading:.2f} s of processor time")
    settle()
    texts = documents(arguments.file, arguments.documents)
    list(coder.code_many(texts[:2]))
    lexicon: Any = coder.lexicon
    finder: Any = coder.finder
    lexicon.find_names = timed(measured, "matching", lexicon.find_names)
    lexicon.find_agents = timed(measured, "matching", lexicon.find_agents)
    finder.find = timed(measured, "mentions", finder.find)
    with measured.time("coding"):
        coded = sum(1 for _ in coder.code_many(texts))
    coding = measured.seconds["coding"]
    print(
        f"{coded} documents: matching names and agents {measured.seconds['matching'] / coding:.1%} of coding, "
        f"finding mentions with it {measured.seconds['mentions'] / coding:.1%}"
    )


if __name__ == "__main__":
    main()
