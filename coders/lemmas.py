"""Base forms of words, from lemminflect's tables."""

from __future__ import annotations

from lemminflect import getAllInflections, getLemma

#: Forms whose most frequent reading in news the tables do not give.
IRREGULAR = {
    ("left", "VERB"): "leave", ("found", "VERB"): "find", ("saw", "VERB"): "see", ("felt", "VERB"): "feel",
    ("fell", "VERB"): "fall", ("lay", "VERB"): "lay", ("struck", "VERB"): "strike", ("bound", "VERB"): "bind",
    ("wound", "VERB"): "wound", ("wounded", "VERB"): "wound", ("ground", "VERB"): "grind", ("shot", "VERB"): "shoot",
    ("putting", "VERB"): "put", ("lying", "VERB"): "lie", ("people", "NOUN"): "people", ("media", "NOUN"): "media",
    ("troops", "NOUN"): "troop", ("talks", "NOUN"): "talk", ("news", "NOUN"): "news", ("forces", "NOUN"): "force",
    ("'s", "AUX"): "be", ("'re", "AUX"): "be", ("'ve", "AUX"): "have", ("'ll", "AUX"): "will", ("'d", "AUX"): "would",
    ("ca", "AUX"): "can", ("wo", "AUX"): "will", ("n't", "ADV"): "not",
}  # fmt: skip


class Lemmatizer:
    """Gives base forms and remembers them; the same word always gives the same form."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = dict(IRREGULAR)

    def lemma(self, lower: str, pos: str) -> str:
        """Returns the base form of a lower-case word read as `pos` (VERB, AUX, NOUN, ADJ, others unchanged)."""
        if pos not in ("VERB", "AUX", "NOUN"):
            return lower
        key = (lower, pos)
        known = self._known.get(key)
        if known is None:
            if lower.isalpha():
                found = getLemma(lower, upos=pos, lemmatize_oov=False)
                if not found and pos == "AUX":
                    found = getLemma(lower, upos="VERB", lemmatize_oov=False)
                known = found[0] if found else lower
            else:
                known = lower
            if len(self._known) < 200_000:
                self._known[key] = known
        return known

    @staticmethod
    def forms(lemma: str, upos: str) -> frozenset[str]:
        """Returns all inflected forms of a base form, itself included, in lower case."""
        forms = {lemma}
        for inflected in getAllInflections(lemma, upos=upos).values():
            forms.update(f.lower() for f in inflected)
        return frozenset(forms)
