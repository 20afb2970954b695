"""Sets aside texts that are not English, as the coder reads English only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from flows.records import Located
from flows.rejects import Reject

#: Words by which running English is known: a quarter of its words and more are among these.
FREQUENT = frozenset(
    "the of to and in a that is was for on with as by at from it he his has have be are not said".split()
)
#: The share of frequent words from which on a text is taken for English without a closer look.
ENOUGH = 0.15
#: The share of words of any kind that the tables of English hold, from which on it is too: in lists of names and titles the frequent
#: ones are rare. Other languages reach a quarter.
MOST = 0.5
#: How sure the detector has to be that a text is something else.
SURE = 0.7
#: Fewer words say too little about their language.
FEWEST_WORDS = 6
#: Letters of a text that are looked at.
LETTERS = 3_000
#: Languages that news comes in; small ones close to English would be seen in its headlines.
CANDIDATES = (
    "ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ka kk ko lt lv ms nl no pl ps pt ro ru sk sl sq sr sv sw "
    "ta th tl tr uk ur uz vi zh"
).split()

_WORD = re.compile(r"[a-z']+")


Item = TypeVar("Item")


def only_english(found: Iterable[Item]) -> Iterator[Item | Reject]:
    """Turns every document in another language into a reject with its reason.

    The language that the input gives is believed; without one it is detected.
    """
    for item in found:
        if isinstance(item, Located) and (language := other_language(item)) is not None:
            document = item.document
            what, remedy = f"is in the language {language!r}", "Tocsin codes English; translate it"
            yield Reject(document.id, item.location, "not_english", what, remedy, document.date, document.source)
        else:
            yield item


def other_language(item: Located) -> str | None:
    """Returns the language of a document that is not English, else None."""
    given = (item.document.language or "").strip().lower()
    if given:
        return None if (given[:2] == "en" and given[:3] in ("en", "eng", "en-", "en_")) or given == "english" else given
    return detect(item.document.text)


def detect(text: str) -> str | None:
    """Returns the language of a text if it is surely not English, as its two-letter code; else None."""
    sample = text[:LETTERS]
    letters = [letter for letter in sample if letter.isalpha()]
    if letters and sum(map(str.isascii, letters)) < len(letters) // 2:
        return _detected(sample)[0]
    words = _WORD.findall(sample.lower())
    if len(words) < FEWEST_WORDS or sum(word in FREQUENT for word in words) >= ENOUGH * len(words):
        return None
    from coders.lemmas import Lemmatizer

    if sum(word in FREQUENT or Lemmatizer.knows(word) for word in words) >= MOST * len(words):
        return None
    language, share = _detected(sample)
    return language if language != "en" and share >= SURE else None


def _detected(text: str) -> tuple[str, float]:
    language, share = _detector().classify(text)
    return str(language), float(share)


@cache
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    every = LanguageIdentifier.from_model_file(MODEL_FILE)
    every.set_languages(CANDIDATES)
    # A detector of its own, as the first one keeps the tables of all languages.
    tables = (every.nb_ptc, every.nb_pc, every.nb_classes, every.tk_nextmove, every.tk_output)
    return LanguageIdentifier(*tables, norm_probs=True, tk_row=every.tk_row)
