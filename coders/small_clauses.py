"""Repairs of what one calls somebody or something, and of names that look like auxiliaries: *May called the plan unfair*.

Every function changes the lists of a sentence in place: words, tags, parts of speech, heads and relations by token.
"""

from __future__ import annotations

from coders.garden_paths import children_of

#: Verbs that give somebody or something a name, and those that do it with *as*.
NAMING = frozenset(
    "call calls called calling label labels labelled labeled labelling labeling brand brands branded branding dub dubs dubbed dubbing "
    "term terms termed terming deem deems deemed deeming declare declares declared declaring pronounce pronounced pronounces".split()
)
AS_NAMING = NAMING | frozenset(
    "describe describes described describing denounce denounces denounced denouncing dismiss dismisses dismissed dismissing deride derides "
    "derided deriding condemn condemns condemned condemning slam slams slammed slamming blast blasts blasted blasting characterise "
    "characterises characterised characterize characterizes characterized portray portrays portrayed portraying paint paints painted "
    "painting regard regards regarded view views viewed see sees saw seen decry decries decried criticise criticised criticize "
    "criticized mock mocks mocked attack attacked reject rejects rejected".split()
)
#: What is laid on somebody, and with what verbs and prepositions.
BLAME = frozenset({"blame", "responsibility"})
LAYING = frozenset(
    "lay lays laid laying put puts putting pin pins pinned pinning place places placed placing cast casts casting shift shifts shifted "
    "shifting pass passes passed passing deflect deflects deflected heap heaps heaped".split()
)
ONTO = frozenset("on onto upon".split())
NOMINAL = frozenset({"NOUN", "PROPN"})
OPENING = frozenset({'"', "``", "“", "‘", "'", "an", "a", "the"})
#: What may stand between the thing named and its name.
BETWEEN = frozenset({"ADV", "PUNCT", "DET"})


def mend_small_clauses(
    text: list[str],
    lower: list[str],
    stand: set[str],
    tag: list[str],
    pos: list[str],
    head: list[int],
    rel: list[str],
) -> None:
    """Tries each repair where the words that it asks for stand; `lower` are the words in lower case, `stand` those that occur."""
    if "may" in stand:
        _may_as_name(text, tag, pos, head, rel)
    if not NAMING.isdisjoint(stand):
        for v in range(len(text)):
            if lower[v] in NAMING:
                _names_given(v, lower, tag, pos, head, rel)
    if not BLAME.isdisjoint(stand):
        _blame_laid(lower, pos, head, rel)
    if "as" in stand and not AS_NAMING.isdisjoint(stand):
        for i in range(2, len(text) - 1):
            if lower[i] == "as":
                _names_behind_as(i, lower, tag, pos, head, rel)


def _may_as_name(text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """***May** accused the party of it*: before a past form without *have* or *be* it is a prime minister, not *may*."""
    for i, word in enumerate(text):
        v = head[i]
        if word != "May" or rel[i] != "aux" or not i < v or tag[v] not in ("VBD", "VBN", "VBZ"):
            continue
        below = [k for k in range(len(text)) if head[k] == v and k != i]
        if not any(rel[k] in ("aux", "passive_aux", "subject", "subject_passive") for k in below):
            tag[i], pos[i], rel[i] = "NNP", "PROPN", "subject"
            tag[v] = "VBD" if tag[v] == "VBN" else tag[v]


def _names_given(v: int, lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*called the ruling **unfair**, the deal "a **joke**"*: the last word, however the parser hung it, is said of the object."""
    below = [k for k in range(v + 1, len(lower)) if head[k] == v]
    whom = next((k for k in below if rel[k] == "object"), None)
    if whom is None:
        _names_read_as_verbs(v, below, tag, pos, head, rel)
        return
    named = next((k for k in below if rel[k] == "attribute"), None)
    if named is not None:
        _names_behind_owners(v, whom, named, lower, tag, pos, head, rel)
        return
    for k in range(whom + 1, len(lower)):
        behind = all(pos[b] in BETWEEN for b in range(whom + 1, k))
        adjective = rel[k] == "modifier" and head[k] == whom and pos[k] == "ADJ" and behind
        beside = rel[k] == "apposition" and head[k] == whom and behind and "," not in lower[whom:k]
        quoted = head[k] == v and rel[k] == "adverbial_noun" and pos[k] in NOMINAL and _is_opened(whom, k, lower)
        participle = rel[k] == "modifier_clause" and head[k] == whom and behind and lower[k].endswith("ing")
        if participle and not any(rel[c] == "object" for c in children_of(k, head)):
            tag[k], pos[k], adjective = "JJ", "ADJ", True
        if adjective or quoted or beside:
            head[k], rel[k] = v, "attribute"
            return


def _names_behind_owners(
    v: int, owner: int, thing: int, lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
) -> None:
    """*called the ministry's **offer** a distraction*, read as if the ministry were called an offer."""
    owned = thing == owner + 2 and lower[owner + 1] in ("'s", "’s", "'")
    if not owned and thing != owner + 1:
        return
    name = next((c for c in children_of(thing, head) if c > thing and rel[c] in ("object", "apposition")), None)
    if name is None or not _is_opened(thing, name, lower):
        return
    head[owner], rel[owner] = thing, "possessor" if owned else "modifier"
    tag[thing], pos[thing], rel[thing] = "NNS" if lower[thing].endswith("s") else "NN", "NOUN", "object"
    head[name], rel[name] = v, "attribute"


def _is_opened(start: int, end: int, lower: list[str]) -> bool:
    return any(lower[b] in OPENING for b in range(start + 1, end))


def _names_read_as_verbs(
    v: int, below: list[int], tag: list[str], pos: list[str], head: list[int], rel: list[str]
) -> None:
    """*branded the claims **absurd***, read as a clause in which claims absurd something."""
    for c in below:
        inside = [k for k in range(len(rel)) if head[k] == c and k != c and pos[k] not in BETWEEN]
        bare = rel[c] == "clause" and tag[c] in ("VBP", "VB", "JJ", "NN")
        if bare and len(inside) == 1 and inside[0] < c and rel[inside[0]] in ("subject", "subject_passive"):
            head[inside[0]], rel[inside[0]] = v, "object"
            rel[c] = "attribute"
            tag[c], pos[c] = ("NN", "NOUN") if tag[c] == "NN" else ("JJ", "ADJ")


def _names_behind_as(i: int, lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*described the raid as **cowardly**, as deeply **damaging***: what stands behind *as* is said of the object."""
    v = next((k for k in range(i - 1, max(-1, i - 14), -1) if lower[k] in AS_NAMING and pos[k] == "VERB"), None)
    if v is None or (i + 1 < len(lower) and lower[i + 1] in ("well", "soon", "long", "far", "part")):
        return
    k = i + 1
    while k < len(lower) - 1 and (pos[k] in BETWEEN or lower[k] in OPENING):
        k += 1
    if head[i] in (v, *(o for o in range(v + 1, i) if head[o] == v)) and rel[i] == "prep":
        below = [c for c in range(i + 1, len(lower)) if head[c] == i]
        if any(rel[c] == "prep_object" for c in below):
            return
        name = next((c for c in below if pos[c] in ("ADJ", "NOUN", "PROPN")), None)
        if name is not None:
            rel[name] = "prep_object"
    elif pos[k] == "ADJ" or (tag[k] in ("VBG", "VBN") and rel[k] == "adverbial_clause"):
        if head[i] != k or rel[i] not in ("adverb", "mark") or any(rel[c] == "subject" for c in children_of(k, head)):
            return
        tag[i], pos[i], head[i], rel[i] = "IN", "ADP", v, "prep"
        tag[k], pos[k], head[k], rel[k] = "JJ", "ADJ", i, "prep_object"


def _blame_laid(lower: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*laid the blame for the attack **on Chad***, read as an attack on Chad."""
    for i in range(2, len(lower)):
        v = head[i]
        if lower[i] not in BLAME or rel[i] != "object" or lower[v] not in LAYING or v > i:
            continue
        for p in range(i + 1, min(i + 14, len(lower))):
            if lower[p] in ONTO and rel[p] == "prep" and pos[head[p]] in NOMINAL and i < head[p] < p:
                head[p] = v
                return
