"""Remembers the vectors with which the language model begins: each depends on its word alone, not on the sentence around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

#: How many words are remembered, 400 bytes each; a thousand newspaper articles hold about as many.
LIMIT = 40_000


class WordVectors:
    """The vectors of words, computed once.

    Words are told apart by all the features that the vectors are computed from, so nothing changes but the time. When there are
    too many, all are forgotten and memory fills anew.

    Args:
        compute: returns the vectors of words, one a row, from their features, one word a row.
        limit: how many words to remember.
    """

    def __init__(self, compute: Callable[[np.ndarray], np.ndarray], limit: int = LIMIT) -> None:
        self._compute = compute
        self._limit = limit
        self._rows: dict[bytes, int] = {}
        self._vectors = np.empty((0, 0), dtype="float32")

    def of(self, features: np.ndarray) -> np.ndarray:
        """Returns the vectors of words, one a row.

        Args:
            features: whole numbers, one word a row.
        """
        packed = np.ascontiguousarray(features)
        keys: list[bytes] = packed.view(f"V{packed.shape[1] * packed.itemsize}").ravel().tolist()
        if not self._learn(keys, packed):
            return self._compute(packed)
        known = self._rows
        return self._vectors[[known[key] for key in keys]]

    def _learn(self, keys: Sequence[bytes], features: np.ndarray) -> bool:
        """Computes the vectors of words that are new; False if there is no room for them."""
        known = self._rows
        new = {key: at for at, key in enumerate(keys) if key not in known}
        if len(known) + len(new) > self._limit:
            known.clear()
            new = {key: at for at, key in enumerate(keys)}
        if len(new) > self._limit:
            return False
        if new:
            computed = self._compute(features[list(new.values())])
            if not self._vectors.size:
                self._vectors = np.empty((self._limit, computed.shape[1]), computed.dtype)
            first = len(known)
            self._vectors[first : first + len(new)] = computed
            known.update(zip(new, range(first, first + len(new)), strict=True))
        return True


def remember_words(encoder: Any) -> None:
    """Lets a model of the shape *words to vectors, vectors to vectors in context* remember the first step.

    Args:
        encoder: the thinc model of a spaCy `tok2vec` component; its first layer is replaced.
    """
    from thinc.api import Model

    first = encoder.layers[0]
    extract, *rest = first.layers

    def compute(features: np.ndarray) -> np.ndarray:
        rows = [features]
        for layer in rest:
            rows = layer.predict(rows)
        return rows[0]

    vectors = WordVectors(compute)

    def forward(model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[np.ndarray], Callable[[Any], Any]]:
        if is_train:
            return first(docs, is_train)  # type: ignore[no-any-return]
        features = extract.predict(docs)
        found = vectors.of(np.concatenate(features))
        ends = np.cumsum([0, *map(len, features)]).tolist()
        return [found[start:end] for start, end in pairwise(ends)], lambda gradient: gradient

    encoder.layers[0] = Model("remembered", forward, dims={"nO": first.get_dim("nO")})
