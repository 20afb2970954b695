"""Base forms of words: from lemminflect's tables, and for the dictionaries' own verbs that these lack by the rules of English."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from lemminflect import Lemmatizer as Tables
from lemminflect import getLemma

from dictionaries.model import Dictionaries, Operator, VerbEntry
from dictionaries.patterns import singular

#: Forms whose most frequent reading in news the tables do not give.
IRREGULAR = {
    ("left", "VERB"): "leave", ("found", "VERB"): "find", ("saw", "VERB"): "see", ("felt", "VERB"): "feel",
    ("fell", "VERB"): "fall", ("lay", "VERB"): "lay", ("struck", "VERB"): "strike", ("bound", "VERB"): "bind",
    ("wound", "VERB"): "wound", ("wounded", "VERB"): "wound", ("ground", "VERB"): "grind", ("shot", "VERB"): "shoot",
    ("putting", "VERB"): "put", ("lying", "VERB"): "lie", ("people", "NOUN"): "people", ("media", "NOUN"): "media",
    ("troops", "NOUN"): "troop", ("talks", "NOUN"): "talk", ("news", "NOUN"): "news", ("forces", "NOUN"): "force",
    ("'s", "AUX"): "be", ("'re", "AUX"): "be", ("'ve", "AUX"): "have", ("'ll", "AUX"): "will", ("'d", "AUX"): "would",
    ("ca", "AUX"): "can", ("wo", "AUX"): "will",
}  # fmt: skip


#: Verbs whose past has the form of the base.
UNCHANGED = frozenset(
    "bet bid burst cast cost cut hit hurt let put quit read rid set shed shut split spread thrust".split()
)
#: Parts of speech that have base forms here.
INFLECTED = ("VERB", "AUX", "NOUN")
#: How many words of each are remembered.
REMEMBERED = 12_000
ENDS_IN_CONSONANT_AND_Y = re.compile(r".*[^aeiou]y")
ENDS_IN_HISS = re.compile(r".*(?:s|x|z|ch|sh)")
ENDS_IN_SHORT_SYLLABLE = re.compile(r".*[^aeiou][aeiou][^aeiouwxy]|.*qu[aeiou][^aeiouwxy]")


def verb_forms(verb: str) -> frozenset[str]:
    """Returns the forms of a verb that is in no table, itself included.

    They are those of the rules (*torch, torches, torched, torching*), with and without the last consonant doubled, and those of the
    verb with which it ends, if there is one: *overfly, overflew, overflown*.
    """
    forms = {verb, *_regular(verb)}
    for start in range(1, len(verb) - 2):
        tail = verb[start:]
        if tail in getLemma(tail, upos="VERB", lemmatize_oov=False):
            forms.update(verb[:start] + form for form in Lemmatizer.forms(tail, "VERB"))
            break
    return frozenset(forms)


def _regular(verb: str) -> Iterator[str]:
    stem = verb
    if verb.endswith("e"):
        yield from (f"{verb}s", f"{verb}d")
        stem = verb if verb.endswith(("ee", "ie", "oe", "ye")) else verb[:-1]
    elif ENDS_IN_CONSONANT_AND_Y.fullmatch(verb):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    else:
        yield from (f"{verb}es" if ENDS_IN_HISS.fullmatch(verb) else f"{verb}s", f"{verb}ed")
    if ENDS_IN_SHORT_SYLLABLE.fullmatch(verb):
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    yield f"{stem}ing"


def lemmatizer_of(dictionaries: Dictionaries) -> Lemmatizer:
    """Returns a lemmatizer that knows every verb of the dictionaries."""
    verbs = set(dictionaries.reporting_verbs)
    entries: list[VerbEntry | Operator] = [*dictionaries.verbs, *dictionaries.operators]
    for entry in entries:
        verbs.update(verb for pattern in entry.patterns for verb in pattern.verbs)
    return Lemmatizer(verbs)


Readings = dict[str, tuple[str, ...]]


@cache
def _tables() -> tuple[dict[str, Readings], dict[str, Readings]]:
    """Returns lemminflect's base forms by word and part of speech, and those that go before them.

    They are read here themselves, since its `getAllLemmas` copies every answer twice.
    """
    tables = Tables()
    return tables._getLemmaDict(), tables._getOverridesDict()


def _readings(lower: str) -> Readings:
    """Returns the base forms of a lower-case word by part of speech."""
    every, first = _tables()
    found = every.get(lower, {})
    return {**found, **first[lower]} if lower in first else found


@cache
def _forms(upos: str) -> dict[str, list[str]]:
    """Returns the lower-case forms of every base form of a part of speech: the table of base forms turned round.

    lemminflect's own table of forms says the same and takes as long to read as that of the base forms.
    """
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in _tables()[0]:
        for base in _readings(word).get(upos, ()):
            forms[base].append(word.lower())
    return dict(forms)


@lru_cache(REMEMBERED)
def is_nominal(lower: str) -> bool:
    """Whether a lower-case word is a noun or an adjective and no adverb or past form: *position*, not *began* or *already*."""
    readings = _readings(lower)
    if ("NOUN" not in readings and "ADJ" not in readings) or "ADV" in readings or "AUX" in readings:
        return False
    verb = readings.get("VERB")
    return not verb or (verb[0] == lower and lower not in UNCHANGED)


@lru_cache(REMEMBERED)
def is_unknown(lower: str) -> bool:
    """Whether no table has a lower-case word: *okonjo*, and hardly ever a word that is no name."""
    return not _readings(lower)


@lru_cache(REMEMBERED)
def is_plural(lower: str) -> bool:
    """Whether a lower-case word is the plural of a noun, if perhaps a form of a verb as well: *positions*, *attacks*."""
    readings = _readings(lower)
    return "AUX" not in readings and lower not in readings.get("NOUN", (lower,))


#: What stands behind the figures of a sum: *$6**bn***.
SUMS = {"m": "million", "mn": "million", "mln": "million", "bn": "billion", "tn": "trillion", "trn": "trillion"}


def sum_word(lower: str) -> str | None:
    """Returns the number word of a sum written short: million for *5m*; None for any other word."""
    figures = lower.rstrip("mnlbtr")
    return SUMS.get(lower[len(figures) :]) if figures[-1:].isdigit() and figures != lower else None


class Lemmatizer:
    """Gives base forms and remembers them; the same word always gives the same form.

    Args:
        verbs: base forms that texts may hold though no table has them: *torch*, *wiretap*.
    """

    def __init__(self, verbs: Iterable[str] = ()) -> None:
        #: By part of speech, what no table says, and that with what was looked up.
        self._given: dict[str, dict[str, str]] = {pos: {} for pos in INFLECTED}
        for (form, pos), lemma in IRREGULAR.items():
            self._given[pos][form] = lemma
        for verb in sorted(verbs):
            if verb.isalpha() and not getLemma(verb, upos="VERB", lemmatize_oov=False):
                for form in sorted(verb_forms(verb)):
                    if not getLemma(form, upos="VERB", lemmatize_oov=False):
                        self._given["VERB"].setdefault(form, verb)
        self._known = {pos: dict(self._given[pos]) for pos in INFLECTED}

    def lemma(self, lower: str, pos: str) -> str:
        """Returns the base form of a lower-case word read as `pos` (VERB, AUX, NOUN, ADJ, others unchanged)."""
        table = self._known.get(pos)
        if table is None:
            return lower
        known = table.get(lower)
        if known is None:
            if len(table) >= len(self._given[pos]) + REMEMBERED:
                table.clear()
                table.update(self._given[pos])
            known = table[lower] = self._find(lower, pos)
        return known

    @staticmethod
    def _find(lower: str, pos: str) -> str:
        if not lower.isalpha():
            return lower
        readings = _readings(lower)
        found = readings.get(pos) or (readings.get("VERB") if pos == "AUX" else None)
        if not found and pos == "VERB" and lower.endswith("ed"):  # *lended*, which no table has
            found = _readings(lower[:-2]).get("VERB")
        return found[0].lower() if found else singular(lower) if pos == "NOUN" else lower

    @staticmethod
    def knows(lower: str) -> bool:
        """Whether a lower-case word is an English verb, noun, adjective or adverb."""
        return bool(_readings(lower))

    def lemmas(self, lower: Iterable[str], pos: Iterable[str]) -> list[str]:
        """Returns the base forms of lower-case words, each read as the part of speech beside it."""
        tables = self._known
        return [
            (tables[part].get(word) or self.lemma(word, part)) if part in tables else word
            for word, part in zip(lower, pos, strict=True)
        ]

    @staticmethod
    def forms(lemma: str, upos: str) -> frozenset[str]:
        """Returns all inflected forms of a base form, itself included, in lower case."""
        return frozenset((lemma, *_forms(upos).get(lemma, ())))
