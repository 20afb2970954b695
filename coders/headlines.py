"""Repairs of the parse that only headlines need: their verbs read as nouns, their lists without *and*, their infinitives.

Every function changes the lists of a sentence in place: words, tags, parts of speech, heads and relations by token.
"""

from __future__ import annotations

#: Tags of verbs that can be a sentence's own.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def join_listed_names(text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*urges **Sudan, rebels** to cease fire*: names that a headline lists with a comma are coordinated."""
    for i in range(2, len(text)):
        if pos[i] not in ("NOUN", "PROPN") or text[i - 1] != "," or pos[i - 2] not in ("NOUN", "PROPN"):
            continue
        if rel[i] == "other" and head[i] == head[i - 2]:
            head[i], rel[i] = i - 2, "conj"
        elif rel[i - 2] in ("other", "adverbial_noun") and head[i - 2] == head[i] and rel[i] in ("subject", "object"):
            rel[i - 2], head[i - 2] = rel[i], head[i]
            head[i], rel[i] = i - 2, "conj"
        elif not (rel[i] == "conj" and head[i] == i - 2):
            continue
        first = i - 2
        verb = head[first]
        for k in range(i + 1, len(text)):
            infinitive = tag[k] == "VB" and text[k - 1].lower() == "to"
            if infinitive and head[k] == i and rel[k] == "relative_clause" and rel[first] == "object":
                head[k], rel[k] = verb, "open_clause"


def is_headline_verb(i: int, base: str, text: list[str], tag: list[str], pos: list[str]) -> bool:
    """Whether the noun at `i` agrees with the names before it as a verb would, and has a noun phrase after it.

    Args:
        i: the token.
        base: the base form of the verb that it would be.
        text, tag, pos: the words of the sentence and what the model takes them for.
    """
    if pos[i] == "VERB":
        return tag[i] in ("VBZ", "VBP") and pos[i - 1] in ("NOUN", "PROPN")
    if pos[i] != "NOUN" or (pos[i - 1] not in ("PROPN", "NOUN") and text[i - 1] != "-"):
        return False
    if pos[i + 1] not in ("NOUN", "PROPN", "ADJ", "NUM", "DET") or ("PROPN" not in pos[:i] and tag[i - 1] != "NNS"):
        return False
    several = tag[i - 1] == "NNS" or "," in text[:i] or "and" in text[:i]
    return (text[i].lower() == base) if several else (tag[i] == "NNS" and text[i].lower() != base)


def make_verb(i: int, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """Makes token `i` the root: the nouns before it are its subject, the noun phrase after it its object."""
    subject = next(k for k in range(i - 1, -1, -1) if pos[k] == "PROPN" or tag[k] == "NNS" or k == 0)
    while rel[subject] in ("conj", "prep_object", "prep") and head[subject] < subject:
        subject = head[subject]
    after = [k for k in range(i + 1, len(text)) if pos[k] in ("ADP", "PUNCT", "PART")]
    stop = after[0] if after else len(text)
    thing = next((k for k in range(stop - 1, i, -1) if pos[k] in ("NOUN", "PROPN")), None)
    tag[i], pos[i], head[i], rel[i] = ("VBZ" if text[i].endswith("s") else "VBP"), "VERB", i, "root"
    for k in range(len(text)):
        if k in (i, subject, thing):
            continue
        if k < subject and (head[k] == k or head[k] > subject):
            listed = rel[k] == "root" or (text[k + 1] == "," and pos[k] == "PROPN")
            head[k], rel[k] = subject, ("conj" if listed else rel[k])
        elif subject < k < i and not subject <= head[k] < i:
            head[k] = i
        elif i < k < stop and thing is not None and (head[k] <= i or head[k] >= stop):
            head[k] = thing
        elif k >= stop and (head[k] <= i or head[k] == k):
            head[k], rel[k] = (i, "prep") if pos[k] == "ADP" else (i, rel[k])
    head[subject], rel[subject] = i, "subject"
    if thing is not None:
        head[thing], rel[thing] = i, "object"


def raise_infinitive(text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*Philippines, China **to hold** talks*: without a finite verb the infinitive is the future."""
    if not FINITE.isdisjoint(tag):
        return
    for i in range(1, len(text)):
        if (
            tag[i] != "VB"
            or text[i - 1].lower() != "to"
            or head[i - 1] != i
            or rel[i] not in ("modifier_clause", "relative_clause", "root")
        ):
            continue
        subject = head[i]
        while rel[subject] in ("conj", "apposition") and head[subject] != subject:
            subject = head[subject]
        if rel[i] != "root" and (rel[subject] != "root" or pos[subject] not in ("NOUN", "PROPN") or subject > i):
            return
        if rel[i] != "root":
            head[subject], rel[subject], head[i], rel[i] = i, "subject", i, "root"
        text[i - 1], rel[i - 1] = "will", "aux"
        return
