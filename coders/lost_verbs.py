"""Repairs of verbs that the parser took for a part of a noun, and of words that belong to the verb and not to the noun before them.

Every function changes the lists of a sentence in place: words, tags, parts of speech, heads and relations by token.
"""

from __future__ import annotations

from coders.garden_paths import children_of

PAST = frozenset({"VBD", "VBN"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"subject", "subject_passive"})
#: What the police do to crowds, in words with a hyphen: *baton-**charged***.
BEFORE_HYPHENS = frozenset({"baton", "tear", "pepper", "mace"})
BEHIND_HYPHENS = frozenset({"charged", "gassed", "sprayed"})
#: Words behind an object that say what becomes of it, and the verbs that they belong to.
STATES = {
    "alive": frozenset({"burned", "burnt", "buried", "burn", "bury", "burns", "buries", "flayed", "skinned"}),
    "free": frozenset({"set", "sets", "setting"}),
    "offline": frozenset("knock knocks knocked knocking take takes took taken taking force forces forced".split()),
}
#: Words before a verb that tell when, and are no subject of it.
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december today yesterday tomorrow week month year day night morning afternoon evening weekend time summer winter spring "
    "autumn".split()
)
#: Participles that the parser takes for adjectives: *Tehran **armed** Shiite militias*.
TAKEN_FOR_ADJECTIVES = frozenset(
    "armed housed sheltered fed trained equipped funded backed sacked jailed freed".split()
)


def find_lost_verbs(
    lower: list[str], stand: set[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
) -> None:
    """Tries each repair where the words that it asks for stand; `lower` are the words in lower case, `stand` those that occur."""
    if "-" in stand and not BEHIND_HYPHENS.isdisjoint(stand):
        _hyphened_force(lower, tag, pos, head, rel)
    if not STATES.keys().isdisjoint(stand):
        _states_behind_objects(lower, tag, pos, head, rel)
    if "persona" in stand:
        _unwanted_persons(lower, tag, pos, head, rel)
    if "adverbial_noun" in rel:
        _subjects_taken_for_times(lower, tag, pos, head, rel)
    if not TAKEN_FOR_ADJECTIVES.isdisjoint(stand):
        _verbs_taken_for_adjectives(lower, tag, pos, head, rel)


def _hyphened_force(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*Riot police tear-**gassed** farmers*, read as *farmers* who are tear-gassed: the verb, who does it, and to whom."""
    for v in range(3, len(lower) - 1):
        if lower[v] not in BEHIND_HYPHENS or lower[v - 1] != "-" or lower[v - 2] not in BEFORE_HYPHENS:
            continue
        if head[v - 2] == v:
            rel[v - 2] = "adverb"
        victim = head[v]
        if rel[v] != "modifier" or victim < v or pos[victim] not in NOMINAL or tag[v] not in PAST:
            continue
        below = children_of(victim, head)
        before = [k for k in below if k < v - 2 and pos[k] in NOMINAL and rel[k] == "compound"]
        doer = before[-1] if before else head[victim]
        if doer >= v - 2 or pos[doer] not in NOMINAL or any(rel[k] in SUBJECTS for k in below):
            continue
        above, relation = (victim, rel[victim]) if before else (head[doer], rel[doer])
        if relation not in ("root", "clause", "conj"):
            continue
        head[v], rel[v], tag[v], pos[v] = (v if relation == "root" else head[above]), relation, "VBD", "VERB"
        head[victim], rel[victim], head[doer], rel[doer] = v, "object", v, "subject"
        for k in before[:-1]:
            head[k] = doer
        for k in below:
            if k < doer and head[k] == victim:
                head[k] = doer
            elif k > victim and rel[k] in ("prep", "punct", "adverbial_noun"):
                head[k] = v
        for k in children_of(doer, head):
            if k > v or rel[k] == "punct":
                head[k] = v


def _states_behind_objects(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*burned a pilot **alive***, *set two men **free***, *knocked the site **offline***: a word of the verb, not of the object."""
    for a in range(2, len(lower)):
        verbs = STATES.get(lower[a])
        if verbs is None:
            continue
        v = next((k for k in range(a - 2, max(-1, a - 12), -1) if lower[k] in verbs and pos[k] == "VERB"), None)
        if v is None or (a + 1 < len(lower) and pos[a + 1] in NOMINAL):
            continue
        above = head[a]
        if above != v and not v < above < a and pos[a] not in NOMINAL:
            continue
        _yield_place(a, pos, head, rel)
        head[a], rel[a], tag[a], pos[a] = v, "adverb", "RB", "ADV"


def _yield_place(a: int, pos: list[str], head: list[int], rel: list[str]) -> None:
    """*of Sony **offline***: the noun before a word that was taken for the noun's head takes its place."""
    below = children_of(a, head)
    noun = a - 1
    if noun not in below or pos[noun] not in NOMINAL:
        return
    head[noun], rel[noun] = head[a], rel[a]
    for k in below:
        if k != noun:
            head[k] = noun


def _unwanted_persons(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*declared a consul **persona non grata***, read as a persona: the words before it are who is declared so."""
    for p in range(2, len(lower) - 2):
        if lower[p : p + 3] != ["persona", "non", "grata"] or rel[p] not in ("object", "clause", "attribute"):
            continue
        v, person = head[p], p - 1
        if pos[v] != "VERB" or v >= person or head[person] != p:
            continue
        for k in children_of(p, head):
            if k < person:
                head[k] = person
        head[person], rel[person], pos[person], tag[person] = v, "object", "NOUN", "NN"
        head[p], rel[p] = v, "attribute"


def _subjects_taken_for_times(
    lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
) -> None:
    """***Beijing** froze the talks*, read as a time: the name at the beginning is the subject if there is no other."""
    for n in range(min(4, len(lower) - 1)):
        v = n + 1
        if rel[n] != "adverbial_noun" or pos[n] != "PROPN" or head[n] != v or lower[n] in TIMES:
            continue
        if tag[v] not in ("VBD", "VBZ", "VBP") or any(head[k] not in (n, v) for k in range(n)):
            continue
        if not any(rel[k] in SUBJECTS for k in children_of(v, head)):
            rel[n] = "subject"


def _verbs_taken_for_adjectives(
    lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
) -> None:
    """*Tehran **armed** Shiite militias*, read as militias of Tehran: the verb of a sentence that has no other."""
    if lower[-1] != "." or any(lower[k] in (",", ":", ";") for k in range(len(lower))):
        return
    victim = next((k for k in range(len(lower)) if rel[k] == "root"), None)
    v = next((k for k in range(1, min(5, len(lower) - 2)) if lower[k] in TAKEN_FOR_ADJECTIVES), None)
    if v is None or victim is None or head[v] != victim or v >= victim or pos[victim] not in NOMINAL:
        return
    doer = v - 1
    if any(tag[k] in FINITE for k in range(len(lower)) if k != v):
        return
    if (
        lower[v + 1] in ("forces", "men", "man", "group", "groups")
        or head[doer] not in (victim, v)
        or pos[doer] not in NOMINAL
    ):
        return
    head[v], rel[v], tag[v], pos[v] = v, "root", "VBD", "VERB"
    head[victim], rel[victim], head[doer], rel[doer] = v, "object", v, "subject"
    for k in children_of(victim, head):
        if k < doer:
            head[k] = doer
        elif k > victim and rel[k] in ("punct", "prep", "adverbial_noun"):
            head[k] = v
