"""The vectors that the language model begins with: remembered, and the same as without memory."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coders.embedding import WordVectors
from coders.language import BATCH_CHARACTERS, LEFT_OUT, MODELS, LanguageModel, _batches
from coders.splitting import split


class Doubling:
    """Computes vectors that are twice the features, and keeps how many words it was asked for at a time."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, features: np.ndarray) -> np.ndarray:
        self.asked.append(len(features))
        return features.astype("float32") * 2


def rows(*numbers: int) -> np.ndarray:
    return np.array([[n, n + 1] for n in numbers], dtype="uint64")


def test_word_vectors_are_computed_once() -> None:
    compute = Doubling()
    vectors = WordVectors(compute)
    for words in (rows(1, 2, 1), rows(2, 3), rows(3, 1)):
        assert np.array_equal(vectors.of(words), words * 2)
    assert compute.asked == [2, 1]


def test_word_vectors_forgets_all_when_full() -> None:
    compute = Doubling()
    vectors = WordVectors(compute, limit=3)
    for words in (rows(1, 2, 3), rows(3, 4), rows(3, 4, 1), rows(5, 6, 7, 8)):
        assert np.array_equal(vectors.of(words), words * 2)
    assert compute.asked == [3, 2, 1, 4]


def test_word_vectors_of_no_words() -> None:
    assert WordVectors(Doubling()).of(rows(1)[:0]).shape[0] == 0


@pytest.mark.model
def test_language_model_gives_the_same_vectors_as_without_memory() -> None:
    import spacy

    seed = next((Path(__file__).parent.parent / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    texts = [s.text for s in split(seed)]
    model = LanguageModel()
    plain = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)), exclude=list(LEFT_OUT))
    for batch in (texts * 3, texts[::-1], texts[:1]):  # three times, so that the words are frequent
        with model.memory_zone():
            for ours, whole in zip(model.parse(batch), plain.pipe(batch, batch_size=7), strict=True):
                assert np.array_equal(ours.tensor, whole.tensor)
                assert [(t.text, t.dep_, t.head.i, t.tag_) for t in ours] == [
                    (t.text, t.dep_, t.head.i, t.tag_) for t in whole
                ]


@pytest.mark.parametrize(
    "texts", [[], ["Chad accused Niger."], ["x" * 5_000] * 6, ["y" * 30_000, "Chad left."], ["a b"] * 9_000]
)
def test_batches_hold_all_texts_and_no_more_than_the_limit(texts: list[str]) -> None:
    batches = list(_batches(texts))
    assert [text for batch in batches for text in batch] == texts
    assert all(batch and (len(batch) == 1 or sum(map(len, batch)) <= BATCH_CHARACTERS) for batch in batches)
    assert len(batches) <= 1 + 2 * sum(map(len, texts)) // BATCH_CHARACTERS
