"""Codes a document again to show every step; the only place of the pages that knows the coder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coders import Coder


def explain_sentence(text: str, published_on: date, sentence: int) -> tuple[str, str]:
    """Returns the trace of a sentence of a document, and the version of the dictionaries that made it.

    Raises:
        ModelError: if the language model is missing.
        DictionaryError: with every fault of the dictionaries.
    """
    coder = _coder()
    trace = coder.explain(text, published_on)
    shown = replace(trace, sentences=tuple(part for part in trace.sentences if part.sentence.index == sentence))
    return shown.to_text(), coder.dictionary_version


@cache
def _coder() -> Coder:
    from coders import Coder

    return Coder()
