"""Repairs of clauses whose head or subject the parser took for another: inverted quotations, clefts, verbs behind participles.

Every function changes the lists of a sentence in place: words, tags, parts of speech, heads and relations by token.
"""

from __future__ import annotations

#: Tags of verbs that can be a sentence's own.
PAST = frozenset({"VBD", "VBN"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECTS = frozenset({"subject", "subject_passive"})
CLOSING = frozenset({'"', "''", "”", "’"})
#: Words that stand behind *let, send, set, hold* as a part of the verb: *let **go** two hostages*, *held **captive** the crew*.
ADJUNCTS = {
    "let": ("go", "loose", "free"),
    "send": ("packing", "flying", "fleeing"),
    "set": ("free", "loose", "ablaze", "alight", "alone"),
    "hold": ("captive", "hostage", "prisoner"),
    "keep": ("captive", "hostage", "prisoner"),
    "take": ("captive", "hostage", "prisoner"),
    "turn": ("loose",),
    "lay": ("bare", "waste"),
}
FORMS = {
    form: base
    for base, forms in {
        "let": "let lets letting",
        "send": "send sends sent sending",
        "set": "set sets setting",
        "hold": "hold holds held holding",
        "keep": "keep keeps kept keeping",
        "take": "take takes took taken taking",
        "turn": "turn turns turned turning",
        "lay": "lay lays laid laying",
    }.items()
    for form in forms.split()
}
#: Prepositions behind a participle that is no main verb: *rockets fired **from** Gaza hit a school*.
BEHIND_PARTICIPLES = frozenset("from by at in near since on across over during into against under outside".split())
GIVING = frozenset("give gives gave given giving allow allows allowed grant grants granted".split())
SPANS = frozenset("minute hour day week month year weeks days hours months minutes years deadline".split())
PRESENTS = frozenset("gift present loan offer promise grant".split())
MAKING = frozenset("make makes made making".split())
#: Participles that tell what people are said to have done: *the trial of priests **accused** of theft*.
CHARGED = frozenset({"accused", "alleged", "suspected", "convicted"})
#: What is said to be so and so, and does not speak itself; and what only a speaker does.
REMARKS = frozenset(
    "comment comments remark remarks statement claim claims decision move situation attack attacks law bill plan report deal action "
    "actions incident allegations accusations allegation accusation proposal talks agreement vote election result ban order visit "
    "crisis conflict war".split()
)
SPEAKING = frozenset(
    "demanded accused urged called condemned denounced criticised criticized vowed promised pledged warned appealed insisted "
    "thanked praised blamed dismissed rejected denied apologised apologized threatened invited asked".split()
)
HAVING = frozenset("have has had having get gets got".split())


def mend_clauses(
    text: list[str],
    lower: list[str],
    stand: set[str],
    tag: list[str],
    pos: list[str],
    head: list[int],
    rel: list[str],
) -> None:
    """Tries each repair where the words that it asks for stand; `lower` are the words in lower case, `stand` those that occur."""
    if not CLOSING.isdisjoint(stand):
        _subjects_behind_quotations(text, tag, pos, head, rel)
    _verbs_behind_participles(lower, tag, pos, head, rel)
    _verbs_before_root_nouns(lower, tag, pos, head, rel)
    _verbs_behind_victims(lower, tag, pos, head, rel)
    if "apposition" in rel:
        _objects_behind_places(lower, tag, pos, head, rel)
    if "whom" in stand:
        _verbs_behind_whom(lower, tag, pos, head, rel)
    if "it" in stand:
        _clefts(lower, tag, pos, head, rel)
    if not FORMS.keys().isdisjoint(stand):
        _adjuncts(lower, tag, pos, head, rel)
    if not HAVING.isdisjoint(stand):
        _caused(lower, tag, head, rel)
    if not MAKING.isdisjoint(stand) or not GIVING.isdisjoint(stand):
        _gifts(lower, tag, pos, head, rel)
    if "reporting" in stand:
        _told_by_reporters(lower, tag, head, rel)
    if not CHARGED.isdisjoint(stand):
        _charged_behind_of(lower, tag, pos, head, rel)
    if "conj" in rel:
        _finite_beside_infinitives(lower, tag, head, rel)
        if "to" in stand:
            _infinitives_beside_finite(lower, tag, head, rel)
        _subjects_in_lists(lower, tag, pos, head, rel)
        _said_of_remarks(lower, tag, head, rel)
    if "opposed" in stand:
        _opposed_to(lower, tag, pos, head, rel)
    if "who" in stand:
        _who_from_places(lower, tag, pos, head, rel)


def children_of(i: int, head: list[int]) -> list[int]:
    """The tokens that hang on a token."""
    return [k for k in range(len(head)) if head[k] == i and k != i]


def _past_forms(tag: list[str], first: int) -> list[int]:
    """The past forms and participles from a token on, three tokens before the end of the sentence at the latest."""
    return [v for v in range(first, len(tag) - 3) if tag[v] in PAST]


def _subjects_behind_quotations(
    text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
) -> None:
    """*"They have lied," **charged the minister***: what follows the verb behind a quotation is its subject."""
    for v in range(2, len(text) - 1):
        if tag[v] not in ("VBD", "VBZ") or text[v - 1] not in CLOSING or text[v - 2] not in (",", "?", "!"):
            continue
        below = children_of(v, head)
        if any(rel[k] in SUBJECTS and k > v for k in below):
            continue
        thing = next((k for k in below if k > v and rel[k] in ("object", "attribute", "recipient")), None)
        if thing is not None and pos[thing] in NOMINAL:
            for k in below:
                if rel[k] in SUBJECTS:
                    rel[k] = "other"
            rel[thing] = "subject"


def _verbs_behind_participles(
    lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
) -> None:
    """*Rockets fired from Gaza **hit** a school*, read as *rockets fired*: the second verb is the main one."""
    for v in _past_forms(tag, 1):
        if rel[v] not in ("root", "clause") or not lower[v].endswith(("ed", "n", "ld", "nt", "t")):
            continue
        if pos[v - 1] not in ("NOUN", "PROPN") or head[v - 1] != v or rel[v - 1] not in SUBJECTS:
            continue
        below = children_of(v, head)
        if any(rel[k] in ("object", "clause", "aux", "passive_aux", "recipient") for k in below):
            continue
        behind = lower[v + 1] in BEHIND_PARTICIPLES or (
            rel[v + 1] == "attribute" and lower[v + 2] in BEHIND_PARTICIPLES
        )
        if not behind:
            continue
        main = next(
            (
                k
                for k in below
                if k > v + 2
                and rel[k] in ("conj", "other", "adverbial_clause", "open_clause")
                and _is_main(k, tag, pos, head, rel)
            ),
            None,
        )
        if main is None or any(lower[k] in ("and", "but", "or", ",", ";") for k in range(v + 1, main)):
            continue
        subject = v - 1
        head[main], rel[main] = (main if head[v] == v else head[v]), rel[v]
        head[v], rel[v], tag[v] = subject, "modifier_clause", "VBN"
        head[subject] = main
        rel[subject] = "subject_passive" if any(rel[k] == "passive_aux" for k in children_of(main, head)) else "subject"
        for k in below:
            if k > main and head[k] == v:
                head[k] = main


def _verbs_before_root_nouns(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*Chad and Niger **massed** troops*, read as *massed troops* that Chad is: the verb with its subject and object."""
    root = rel.index("root") if "root" in rel else None
    if root is None or pos[root] not in ("NOUN", "PROPN"):
        return
    below = children_of(root, head)
    verb = next((k for k in below if k < root and rel[k] in ("modifier", "compound") and tag[k] == "VBD"), None)
    subject = next((k for k in below if rel[k] in SUBJECTS and verb is not None and k < verb), None)
    if verb is None or subject is None:
        _set_upon(lower, tag, pos, head, rel, root)
        return
    head[verb], rel[verb], pos[verb] = verb, "root", "VERB"
    head[root], rel[root] = verb, "object"
    for k in below:
        if rel[k] in (*SUBJECTS, "punct", "prep", "adverbial_clause", "adverb", "mark", "adverbial_noun") and k != verb:
            head[k] = verb


def _verbs_behind_victims(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*The parents of two men killed fighting rebels **have condemned** the report*, read as *parents killed*."""
    for v in _past_forms(tag, 2):
        if rel[v] not in ("root", "clause", "clause_subject") or pos[v - 1] != "NOUN":
            continue
        below = children_of(v, head)
        subject = next((k for k in below if rel[k] in SUBJECTS and k < v), None)
        if subject is None or any(rel[k] in ("aux", "passive_aux", "object") for k in below):
            continue
        if rel[v] == "clause_subject":
            if not any(rel[k] in SUBJECTS for k in children_of(head[v], head)):
                head[subject], head[v], rel[v] = head[v], v - 1, "modifier_clause"
            continue
        main = next((k for k in below if rel[k] == "conj" and k > v and tag[k] in (*PAST, "VBG")), None)
        if main is None or any(rel[k] == "cc" and v < k < main for k in below):
            continue
        helped = [
            k
            for k in children_of(main, head)
            if rel[k] in ("aux", "passive_aux") and tag[k] in ("VBZ", "VBP", "VBD", "MD")
        ]
        if not helped or any(rel[k] in SUBJECTS for k in children_of(main, head)):
            continue
        head[main], rel[main] = (main if head[v] == v else head[v]), rel[v]
        head[subject] = main
        head[v], rel[v] = v - 1, "modifier_clause"


def _objects_behind_places(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*Police have detained in Lagos **a Ghanaian trader***, read as a name for the place: the object behind it."""
    for n in range(3, len(lower)):
        place = head[n]
        if rel[n] != "apposition" or place >= n or rel[place] != "prep_object" or pos[place] != "PROPN":
            continue
        v = head[head[place]]
        first = min([n, *(k for k in children_of(n, head) if k > place)])
        if first != place + 1 or not (lower[first] in ("a", "an", "some", "several") or tag[first] == "CD"):
            continue
        if not tag[v].startswith("VB") or any(
            rel[k] in ("object", "clause", "passive_aux") for k in children_of(v, head)
        ):
            continue
        head[n], rel[n], pos[n] = v, "object", "NOUN"


def _set_upon(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str], root: int) -> None:
    """*A crowd **set upon** a monk*, read as a crowd that was set upon one."""
    verb = root + 1
    if lower[verb : verb + 2] not in (["set", "upon"], ["set", "about"], ["set", "on"]) or lower[-1] != ".":
        return
    if head[verb] == root and rel[verb] == "modifier_clause":
        head[verb], rel[verb], tag[verb], pos[verb] = verb, "root", "VBD", "VERB"
        head[root], rel[root] = verb, "subject"


def _is_main(k: int, tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> bool:
    """Whether a verb can be a sentence's own and lacks a subject."""
    if pos[k] != "VERB" and pos[k] != "AUX":
        return False
    below = children_of(k, head)
    if any(rel[c] in SUBJECTS or rel[c] == "mark" for c in below):
        return False
    return tag[k] in FINITE or any(rel[c] in ("aux", "passive_aux") and tag[c] in FINITE | {"MD"} for c in below)


def _verbs_behind_whom(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*The men **whom** rebels seized were freed*, read as *the men seized*: the second verb is the main one."""
    w = lower.index("whom")
    noun = next((k for k in range(w - 1, -1, -1) if pos[k] in ("NOUN", "PROPN") and rel[k] in SUBJECTS), None)
    if noun is None:
        return
    inner = head[noun]
    doer = next((k for k in range(w + 1, inner) if rel[k] == "relative_clause" and head[k] == noun), None)
    if inner < w or doer is None or pos[doer] not in NOMINAL:
        return
    main = next(
        (k for k in range(inner + 1, len(lower)) if head[k] == inner and _is_main(k, tag, pos, head, rel)),
        None,
    )
    if main is None:
        return
    above = inner if head[inner] == inner else head[inner]
    head[main], rel[main] = (main if above == inner else above), rel[inner]
    head[inner], rel[inner] = noun, "relative_clause"
    passive = any(rel[k] == "passive_aux" for k in children_of(main, head))
    head[noun], rel[noun] = main, "subject_passive" if passive else "subject"
    head[doer], rel[doer] = inner, "subject"
    head[w], rel[w] = inner, "object"


def _clefts(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*It was Chad, not Mali, **who** fired* is Chad's deed; *it was Chad **that** the king asked* asks Chad."""
    for be in range(1, len(lower) - 3):
        if lower[be] not in ("was", "is", "were") or lower[be - 1] != "it" or head[be - 1] != be:
            continue
        meant = next((k for k in children_of(be, head) if k > be and rel[k] == "attribute"), None)
        if meant is None:
            continue
        for v in range(meant + 1, len(lower)):
            noun = head[v]
            if rel[v] == "relative_clause" and noun > meant and _is_set_against(noun, meant, lower, head):
                head[v] = meant
        for v in children_of(be, head):
            relative = v > meant and rel[v] == "clause" and lower[meant + 1] in ("that", "who")
            if relative and head[meant + 1] == v and rel[meant + 1] in SUBJECTS:
                head[v], rel[v] = meant, "relative_clause"
        other = next((k for k in children_of(be, head) if k > meant and rel[k] == "attribute"), None)
        if other is None or lower[meant + 1] != "that":
            continue
        verb = next((k for k in children_of(other, head) if rel[k] == "modifier_clause" and tag[k] in PAST), None)
        if verb is not None:
            head[verb], rel[verb], tag[verb] = meant, "relative_clause", "VBD"
            head[other], rel[other] = verb, "subject"
            head[meant + 1], rel[meant + 1] = verb, "object"


def _is_set_against(noun: int, meant: int, lower: list[str], head: list[int]) -> bool:
    """Whether a noun is the one that a cleft says it was not: *Chad, **not Mali***, *Chad **rather than Mali***."""
    between = lower[meant + 1 : noun]
    linked = head[noun] == meant
    return linked and ("not" in between or "than" in between or "of" in between)


def _adjuncts(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*let **go** two hostages*, *sent **packing** the envoy*, *held **captive** seven men*: a part of the verb, then its object."""
    for a in range(1, len(lower) - 1):
        base = FORMS.get(lower[a - 1])
        if base is None or lower[a] not in ADJUNCTS[base]:
            continue
        v = a - 1
        if pos[v] not in ("VERB", "AUX") or tag[a + 1] in ("TO", "IN", "."):
            continue
        if rel[a] == "modifier" and head[a] > a + 1 and head[head[a]] == v:
            head[a], rel[a], tag[a], pos[a] = v, "adverb", "RB", "ADV"
        elif head[a] == v and rel[a] in ("clause", "adverbial_clause", "open_clause", "attribute", "object"):
            _release_object(v, a, tag, head, rel)
            things = [k for k in children_of(a, head) if k > a]
            if not things and not any(rel[k] in ("object", "subject") and k > a for k in children_of(v, head)):
                continue
            rel[a], tag[a], pos[a] = "adverb", "RB", "ADV"
            for k in things:
                head[k] = v
                if rel[k] == "subject":
                    rel[k] = "object"


def _release_object(v: int, a: int, tag: list[str], head: list[int], rel: list[str]) -> None:
    """*set free **two men** held in Mali*, read as a clause *two men held*: the men are who is set free."""
    for c in children_of(v, head):
        below = children_of(c, head)
        doer = next((k for k in below if rel[k] in SUBJECTS and k > a), None)
        if rel[c] != "clause" or tag[c] not in PAST or doer is None or doer > c:
            continue
        if not any(rel[k] in ("aux", "passive_aux", "mark") for k in below):
            head[doer], rel[doer], head[c], rel[c], tag[c] = v, "object", doer, "modifier_clause", "VBN"


def _caused(lower: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
    """*had two editors **locked** up*: what somebody has done to others is a participle."""
    for v in range(3, len(lower)):
        above = head[v]
        if tag[v] != "VBD" or rel[v] != "clause" or above > v or lower[above] not in HAVING:
            continue
        below = children_of(v, head)
        subject = next((k for k in below if rel[k] == "subject"), None)
        if subject is None or subject < above:
            continue
        if not any(rel[k] in ("mark", "object", "aux") for k in below):
            tag[v] = "VBN"


def _gifts(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*made **Manila** a gift of a ship*, *gave **Mali** a week to leave*: to whom something is given, and what."""
    for v in range(1, len(lower) - 2):
        if lower[v] in MAKING:
            gift = next((k for k in children_of(v, head) if rel[k] == "clause" and lower[k] in PRESENTS), None)
            whom = next((k for k in children_of(gift, head) if rel[k] == "subject"), None) if gift is not None else None
            if gift is not None and whom is not None:
                head[whom], rel[whom], rel[gift] = v, "recipient", "object"
        elif lower[v] in GIVING:
            below = children_of(v, head)
            whom = next((k for k in below if rel[k] in ("object", "recipient") and k > v), None)
            span = next((k for k in below if rel[k] == "adverbial_noun" and lower[k] in SPANS), None)
            if whom is not None and span is not None and whom < span and pos[whom] in NOMINAL and whom + 8 >= span:
                rel[whom], rel[span] = "recipient", "object"


def _finite_beside_infinitives(lower: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
    """*told him to go and **denounced** him*, read as *to denounced*: a past form goes with the verb above the infinitive."""
    for v in range(3, len(lower)):
        k = head[v]
        if rel[v] != "conj" or tag[v] != "VBD" or k > v or tag[k] != "VB" or lower[k - 1] != "to":
            continue
        above = head[k]
        if above < k and tag[above] == "VBD" and rel[k] in ("open_clause", "adverbial_clause", "clause"):
            head[v] = above


def _infinitives_beside_finite(lower: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
    """*urged him to calm down, **limit** the raids*, read as *urged and limit*: a bare form goes with the infinitive."""
    for v in range(4, len(lower)):
        k = head[v]
        if rel[v] != "conj" or tag[v] != "VB" or k > v or tag[k] not in ("VBD", "VBZ"):
            continue
        if any(rel[c] == "aux" for c in children_of(v, head)):
            continue
        to = next((i for i in range(v - 1, k, -1) if lower[i] == "to"), None)
        if to is None:
            continue
        if tag[head[to]] == "VB" and k < head[to] < v:
            head[v] = head[to]
        elif head[to] == k and rel[to] == "prep":
            head[to], rel[to], rel[v] = v, "aux", "open_clause"


def _subjects_in_lists(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*It is near Mali and **Chad** closed the port*, read as *near Mali and Chad*: a verb right behind a noun has it for subject."""
    for v in range(3, len(lower)):
        noun = v - 1
        if tag[v] not in FINITE or pos[v] != "VERB" or rel[v] not in ("clause", "conj") or head[v] > noun:
            continue
        if rel[noun] != "conj" or pos[noun] not in NOMINAL or rel[head[noun]] not in ("prep_object", "object", "conj"):
            continue
        if any(rel[k] in SUBJECTS or rel[k] in ("aux", "passive_aux", "mark") for k in children_of(v, head)):
            continue
        link = next((k for k in range(head[noun] + 1, noun) if head[k] == head[noun] and rel[k] == "cc"), None)
        if link is not None and head[v] < head[noun] and "," not in lower[link:noun]:
            head[noun], rel[noun] = v, "subject"


def _opposed_to(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*a party **opposed to** the king*, read as opposed by somebody: it opposes him."""
    for v in range(1, len(lower) - 1):
        if lower[v] != "opposed" or lower[v + 1] != "to" or head[v + 1] != v or rel[v + 1] != "prep":
            continue
        if lower[v - 1] == "as":
            tag[v], pos[v], rel[v] = "IN", "ADP", "other"
            continue
        king = next((k for k in children_of(v + 1, head) if rel[k] == "prep_object"), None)
        if king is None or rel[v] != "modifier_clause" or tag[v] != "VBN":
            continue
        tag[v], head[king], rel[king], rel[v + 1] = "VBG", v, "object", "particle"


def _who_from_places(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*Mr Bello, 30, from Lagos, **who** stabbed him*, read as Lagos, who did it."""
    for v in range(4, len(lower)):
        place = head[v]
        if rel[v] != "relative_clause" or pos[place] != "PROPN" or rel[place] != "prep_object":
            continue
        who = any(lower[k] == "who" and rel[k] in SUBJECTS and k > place for k in children_of(v, head))
        link = head[place]
        person = head[link]
        while pos[person] == "NUM" and head[person] < person:
            person = head[person]
        if who and lower[link] in ("from", "near") and pos[person] == "PROPN" and person < link:
            head[v] = person


def _told_by_reporters(lower: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
    """*Ms Low, **reporting** from Lagos, said they had invited him but **asked** him to go*: they asked, not who reports."""
    for v in range(5, len(lower)):
        said = head[v]
        if rel[v] != "conj" or tag[v] != "VBD" or said > v or tag[said] != "VBD":
            continue
        below = children_of(said, head)
        told = next((k for k in below if said < k < v and rel[k] == "clause" and tag[k] in PAST), None)
        speaker = next((k for k in below if rel[k] == "subject" and k < said), None)
        if told is None or speaker is None:
            continue
        if any(lower[k] == "reporting" and head[k] == speaker for k in range(speaker, said)):
            head[v] = told


def _charged_behind_of(lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
    """*the trial of priests **accused** of theft*, read as a trial accused of it: they are."""
    for v in range(3, len(lower)):
        if lower[v] not in CHARGED or tag[v] != "VBN" or rel[v] != "modifier_clause":
            continue
        people, link = v - 1, head[v - 1]
        if tag[people] == "NNS" and rel[people] == "prep_object" and lower[link] in ("of", "against"):
            head[v] = people if head[v] == head[link] else head[v]


def _said_of_remarks(lower: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
    """*Mr Bello said the **comment** was a lie, and **demanded** an apology*, read as what the comment did: he demanded it."""
    for v in range(5, len(lower)):
        told = head[v]
        said = head[told]
        if (
            rel[v] != "conj"
            or tag[v] != "VBD"
            or lower[v] not in SPEAKING
            or rel[told] != "clause"
            or not said < told < v
        ):
            continue
        if tag[said] != "VBD" or any(rel[k] in SUBJECTS for k in children_of(v, head)):
            continue
        remark = next((k for k in children_of(told, head) if rel[k] in SUBJECTS and k < told), None)
        if remark is not None and lower[remark] in REMARKS:
            head[v] = said
