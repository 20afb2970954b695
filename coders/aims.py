"""Says whom an act is aimed at that the words of its own pattern do not tell: *told **Chad** it was sorry*, *critics of **Chad** say*."""

from __future__ import annotations

from coders.acts import Act
from coders.graph import NOMINAL, RELATIVE_PRONOUNS, Graph

#: Verbs of telling, whose object hears what the clause behind them says.
TELLING = frozenset("tell assure inform notify promise remind warn advise".split())
#: Roots of what is said to somebody.
TOLD_ROOTS = frozenset({"02", "05", "13"})
#: Roots of what is said to somebody whom one meets, or whom one's words reach.
SAID_TO_SOMEBODY = frozenset({"02", "03", "05", "13"})
MEETING = frozenset("meet phone call telephone write visit address host receive greet reassure join".split())
#: Those to whom one speaks for others to hear.
HEARERS = frozenset("reporter journalist crowd audience press".split())
RECEIVING = frozenset("receive get win obtain secure gain".split())
#: Verbs and nouns of discontent, whose clause says who gave cause for it.
COMPLAINING = frozenset(
    "complain grumble gripe protest complaint criticism grievance accusation allegation claim".split()
)
CLAUSES = frozenset({"clause", "modifier_clause", "relative_clause"})
#: Verbs of saying, behind which somebody is found fault with.
SAYING = frozenset("say call describe consider declare tell".split())
#: Nouns for those who are against somebody.
AGAINST_SOMEBODY = frozenset("critic opponent detractor dissident adversary foe rival".split())
#: Verbs by which a crowd says on whom it calls, and nouns of what it wants of them.
CALLING = frozenset(
    "accuse blame condemn criticise criticize denounce chant call urge ask press demand want seek protest oppose".split()
)
DEPARTURES = frozenset(
    "resignation ouster removal impeachment departure overthrow downfall dismissal arrest prosecution trial".split()
)
#: Verbs of a journey, whose destination is the other side of what it is for.
JOURNEYS = frozenset("travel fly go come journey head arrive sail visit".split())
#: Codes of what two do together on such a journey.
DONE_ON_A_VISIT = frozenset("030 031 032 033 050 057 060 061 062".split())
#: What is done to the one whose it is or who stands behind *of*, and is blamed on somebody else: *protested against **his arrest***.
HARM = frozenset(
    "arrest detention execution killing murder death deportation expulsion assassination imprisonment prosecution abduction capture "
    "shooting jailing beating torture sentencing kidnapping poisoning stabbing rape lynching conviction trial persecution "
    "treatment mistreatment harassment oppression".split()
)
#: Nouns of what is looked into though nobody knows whether it is true.
SUSPICIONS = frozenset("allegation claim accusation report charge suspicion complaint evidence rumour rumor".split())
#: Nouns of what is between two, who are both looked into.
TIES = frozenset(
    "tie link contact connection collusion coordination cooperation dealing relationship conspiracy".split()
)


def aims(graph: Graph, act: Act) -> tuple[int, ...]:
    """Returns the tokens of those at whom an act without a target is aimed, from around its pattern; empty if nothing tells.

    Args:
        graph: of the sentence.
        act: without a target.
    """
    root = act.code[:2]
    if root == "09":
        return _looked_into(graph, act)
    if root == "11" and not act.operators:
        return criticised(graph, act) or _complained_of(graph, act) or _called_bad(graph, act)
    if root == "12" and not act.operators:
        return _called_bad(graph, act)
    if root == "14" and not act.operators:
        return _called_upon(graph, act)
    if act.code in DONE_ON_A_VISIT and (there := _visited(graph, act)):
        return there
    told = _told(graph, act) if root in TOLD_ROOTS else ()
    return told or (_met(graph, act) or _receives(graph, act) if root in SAID_TO_SOMEBODY else ())


def _met(graph: Graph, act: Act) -> tuple[int, ...]:
    """Whom somebody meets who says it there: *met **the king**, promising to help*, *phoned **Abe** to offer help*."""
    v, verb = act.trigger, graph.head[act.trigger]
    if graph.rel[v] != "adverbial_clause" or graph.tag[v] not in ("VBG", "VB") or graph.lemma[verb] not in MEETING:
        return ()
    args = graph.arguments(verb)
    with_whom = tuple(o.governed for o in args.obliques if o.prep == "with" or (o.prep == "to" and not args.objects))
    met = (i for i in (*args.objects, *with_whom) if graph.pos[i] in NOMINAL and graph.lemma[i] not in HEARERS)
    return tuple(met)[:1]


def _receives(graph: Graph, act: Act) -> tuple[int, ...]:
    """Who gets the words of another: ***the mayors** received a pledge from the king*."""
    v = act.trigger
    if not graph.is_verb(v) or graph.lemma[v] not in RECEIVING or graph.is_passive(v):
        return ()
    return tuple(s for s in graph.subjects(v) if s not in act.sources and graph.pos[s] in NOMINAL)[:1]


def _told(graph: Graph, act: Act) -> tuple[int, ...]:
    """To whom somebody says it of himself: *told **the king** that he was sorry*."""
    v, verb = act.trigger, graph.head[act.trigger]
    if graph.rel[v] != "clause" or graph.lemma[verb] not in TELLING or act.operators:
        return ()
    args = graph.arguments(verb)
    speaks = set(args.subjects)
    himself = all(s in speaks or (graph.pos[s] == "PRON" and graph.rel[s] == "subject") for s in act.sources)
    return (*args.recipients, *args.objects)[:1] if act.sources and himself else ()


def criticised(graph: Graph, act: Act) -> tuple[int, ...]:
    """Of whom those who speak are critics: ***critics of Chad** warn that the dam will leak*."""
    heads = [h for s in act.sources for h in (s, graph.head[s]) if graph.lemma[h] in AGAINST_SOMEBODY]
    return tuple(o.governed for h in heads for o in graph.noun_obliques(h) if o.prep == "of")[:1]


def _complained_of(graph: Graph, act: Act) -> tuple[int, ...]:
    """Who does what is complained of: *complained that **Chad** had moved the stones*, *that ships were seized by **Chad***."""
    if graph.lemma[act.trigger] not in COMPLAINING:
        return ()
    clauses = [c for c in graph.children[act.trigger] if graph.rel[c] in CLAUSES and graph.tag[c] not in ("VB", "VBG")]
    for c in clauses[:1]:
        if graph.is_passive(c):
            return tuple(o.governed for o in graph.noun_obliques(c) if o.prep == "by")[:1]
        return _named_subject(graph, c)
    return ()


def _called_bad(graph: Graph, act: Act) -> tuple[int, ...]:
    """Whose conduct somebody says to be bad: *said **Chad's** conduct was unacceptable*."""
    if graph.lemma[act.trigger] not in SAYING:
        return ()
    for c in graph.children[act.trigger]:
        if graph.rel[c] == "clause" and graph.lemma[c] == "be" and c in act.words:
            return _named_subject(graph, c)
    return ()


def _named_subject(graph: Graph, c: int) -> tuple[int, ...]:
    """The subject of a clause, unless it is a pronoun."""
    found = [s for s in graph.children[c] if graph.rel[s] == "subject" and graph.pos[s] != "PRON"]
    return tuple(s for s in found if graph.lower[s] not in RELATIVE_PRONOUNS)[:1]


def _called_upon(graph: Graph, act: Act) -> tuple[int, ...]:
    """On whom a crowd calls: *marched, demanding that **the king** resign*, *to call for **Okoro**'s arrest*."""
    verb = act.trigger
    while not graph.is_verb(verb) and graph.head[verb] != verb:
        verb = graph.head[verb]
    for c in graph.children[verb]:
        if graph.rel[c] not in ("adverbial_clause", "open_clause") or graph.lemma[c] not in CALLING:
            continue
        if graph.tag[c] not in ("VBG", "VB"):
            continue
        args = graph.arguments(c)
        named = [
            *args.objects,
            *args.recipients,
            *(o.governed for o in args.obliques if o.prep in ("on", "against", "for")),
        ]
        asked = [s for _, k in args.clauses for s in graph.children[k] if graph.rel[s] == "subject"]
        for i in (*named, *asked):
            left = _made_to_go(graph, i)
            if graph.lemma[i] not in DEPARTURES or left:
                return left or (i,)
    return ()


def _made_to_go(graph: Graph, i: int) -> tuple[int, ...]:
    """Whose resignation or trial somebody wants."""
    if graph.lemma[i] not in DEPARTURES:
        return ()
    owner = graph.child(i, "possessor")
    of = tuple(o.governed for o in graph.noun_obliques(i) if o.prep == "of")
    return (owner,) if owner is not None else of[:1]


def _visited(graph: Graph, act: Act) -> tuple[int, ...]:
    """Where somebody goes to do it: *flew to **Peru** to sign the treaty*."""
    v, verb = act.trigger, graph.head[act.trigger]
    if not graph.is_verb(v):
        v = next((w for w in act.words if graph.is_verb(w)), v)
        verb = graph.head[v]
    if graph.rel[v] not in ("adverbial_clause", "open_clause") or graph.tag[v] != "VB" or verb == v:
        return ()
    if graph.lemma[verb] not in JOURNEYS:
        return ()
    args = graph.arguments(verb)
    there = (
        args.objects
        if graph.lemma[verb] == "visit"
        else tuple(o.governed for o in args.obliques if o.prep in ("to", "in"))
    )
    return tuple(i for i in there if graph.pos[i] in NOMINAL)[:1]


def _looked_into(graph: Graph, act: Act) -> tuple[int, ...]:
    """Whose doings are looked into: *claims that **police** took money*, *ties between **Chad** and the firm*."""
    nouns = [i for w in (act.trigger, *act.words) for i in (w, *(o.governed for o in graph.noun_obliques(w)))]
    objects = graph.arguments(act.trigger).objects if graph.is_verb(act.trigger) else ()
    nouns += objects
    for n in dict.fromkeys(nouns):
        if graph.pos[n] != "NOUN":
            continue
        if graph.lemma[n] in TIES:
            both = tuple(o.governed for o in graph.noun_obliques(n) if o.prep == "between")
            if both:
                return both
        owner = graph.child(n, "possessor")
        if n in objects and n not in act.words and owner is not None and graph.lemma[n] not in HARM:
            return (owner,)
        said = [c for c in graph.children[n] if graph.rel[c] in CLAUSES] if graph.lemma[n] in SUSPICIONS else []
        for c in said:
            if subject := _named_subject(graph, c):
                return subject
    return ()
