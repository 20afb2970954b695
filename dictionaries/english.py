"""What the linter knows of English: which words are base forms of verbs, and which are common words."""

from __future__ import annotations

import gzip
import importlib.util
import re
from functools import cache
from pathlib import Path

import yaml

VERB_ROW = re.compile(r"^([^,\n]+),verb,([^/\n]+)", re.M)
ADJECTIVE_ROW = re.compile(r"^([^,\n]+),adj,", re.M)
COMMON_WORDS = Path(__file__).parent / "words" / "common_words.yaml"


@cache
def _tables() -> str:
    """The table of base forms of lemminflect, the one that the coder uses.

    The package itself is not imported, because it imports spaCy, which takes longer than the whole linter.
    """
    spec = importlib.util.find_spec("lemminflect")
    if spec is None or not spec.submodule_search_locations:
        return ""
    path = Path(spec.submodule_search_locations[0]) / "resources" / "lemma_lu.csv.gz"
    return gzip.decompress(path.read_bytes()).decode("utf-8") if path.exists() else ""


@cache
def verb_forms() -> dict[str, str]:
    """Returns the base form of every form of a verb that the coder knows; empty if its table is not installed."""
    return dict(VERB_ROW.findall(_tables()))


@cache
def base_verbs() -> frozenset[str]:
    """Returns the base forms of verbs that some form in a text leads to."""
    return frozenset(verb_forms().values())


@cache
def adjectives() -> frozenset[str]:
    """Returns the words that can be adjectives."""
    return frozenset(ADJECTIVE_ROW.findall(_tables()))


@cache
def common_words() -> frozenset[str]:
    """Returns the words that stand in small letters in everyday news."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(COMMON_WORDS.read_text(encoding="utf-8"), Loader=loader)
    return frozenset(map(str, data["common"]))
