"""Says who fights whom where a sentence tells it beside the words of the act: *killed **fighting** the rebels*, *fired **from** Gaza*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coders.acts import Act
from coders.graph import NOMINAL, Graph

#: Entries of battles, and verbs of those who fall in one.
BATTLES = ("#take_on_in_battle", "#fight_each_other")
DYING = frozenset({"die", "fall", "perish"})
KILLING = frozenset({"kill", "wound", "injure"})
#: Roots of violence, and verbs and nouns of blows that answer others.
VIOLENT_ROOTS = frozenset({"18", "19", "20"})
ANSWERING = frozenset({"retaliate", "retaliation", "respond", "response", "reply"})
#: Codes of rockets, shells and missiles, and verbs by which they set out.
LAUNCHED = frozenset({"190", "194", "195", "1951", "1952"})
FIRING = frozenset({"fire", "launch", "lob", "shoot"})
#: Verbs by which a place changes hands, *from* those who held it.
TAKING = frozenset("capture seize take retake recapture regain reclaim liberate win grab conquer".split())
#: Verbs of having a place, and relations of clauses that say who has it: *the last town **held** by the rebels*.
HOLDING = frozenset("hold control occupy rule run".split())
CLAUSES = frozenset({"modifier_clause", "relative_clause"})

#: Verbs by which a missile is stopped.
INTERCEPTING = frozenset({"intercept", "shoot", "destroy", "down"})
#: Nouns of battles for a place, verbs of fighting them, and words for those that are not yet fought.
CAMPAIGNS = frozenset("battle offensive campaign operation fight assault push drive bid effort war advance".split())
WAGING = frozenset("launch begin start mount wage lead continue press resume fight".split())
PLANNED = frozenset(
    "plan planned will would could may might should upcoming coming possible potential future expected imminent eventual prepare "
    "preparation ready ahead before if to threaten failed".split()
)
#: Places and buildings that are attacked.
STRUCK = frozenset(
    "village town city district area region province suburb neighbourhood neighborhood quarter settlement hamlet camp base post outpost "
    "checkpoint barracks garrison position convoy airport airfield airbase port market school hospital clinic mosque church hotel "
    "building house home bank prison university compound field oilfield refinery pipeline station headquarters centre center "
    "bridge factory plant dam farm target facility site depot warehouse stronghold hideout".split()
)
#: Prepositions of where a blow fell.
WHERE = frozenset("in at on near inside outside across over against into".split())


def fallen(graph: Graph, acts: Sequence[Act]) -> list[Act]:
    """Makes those whom somebody died fighting the ones who killed him: *two Danes were **killed fighting** the rebels*."""
    fights = {graph.head[a.trigger]: a for a in acts if _is_last_fight(graph, a)}
    if not fights:
        return list(acts)
    out = []
    for act in acts:
        fight = fights.get(act.trigger)
        if fight is not None and not act.sources and act.code[:2] in VIOLENT_ROOTS:
            out.append(replace(act, sources=fight.targets))
        elif act not in fights.values():
            out.append(act)
        elif graph.lemma[graph.head[act.trigger]] in DYING:
            dead = graph.arguments(graph.head[act.trigger]).subjects
            out.append(replace(act, sources=act.targets, targets=tuple(dead), code="190", rule=_killing(act.rule)))
    return out


def _is_last_fight(graph: Graph, act: Act) -> bool:
    v, above = act.trigger, graph.head[act.trigger]
    if not act.rule.endswith(BATTLES) or graph.tag[v] != "VBG" or not act.targets or not graph.is_verb(above):
        return False
    if graph.rel[v] not in ("open_clause", "adverbial_clause", "clause"):
        return False
    return graph.lemma[above] in DYING or (graph.lemma[above] in KILLING and graph.tag[above] == "VBN")


def _killing(rule: str) -> str:
    return rule.partition("#")[0] + "#kill"


def answered(graph: Graph, act: Act, others: Sequence[Act]) -> Act:
    """Aims a blow that answers another at who dealt that one: *the rebels **hit back** after the army shelled their camp*."""
    if act.targets or not act.sources or act.reciprocal or act.code[:2] != "19":
        return act
    if not any(graph.lemma[w] in ANSWERING for w in (act.trigger, *act.words)) and "back" not in {
        graph.lower[c] for c in graph.children[act.trigger]
    }:
        return act
    for other in others:
        strangers = other.sources and set(other.sources).isdisjoint(act.sources)
        if other is not act and other.code[:2] in VIOLENT_ROOTS and strangers and not other.reciprocal:
            return replace(act, targets=other.sources)
    return act


def fired_from(graph: Graph, act: Act) -> tuple[int, ...]:
    """Returns from where the missiles of an act were fired: *a rocket **fired from Gaza** hit a house*; empty if it does not say."""
    if act.code not in LAUNCHED:
        return ()
    things = [w for w in (act.trigger, *act.words) if graph.pos[w] in NOMINAL]
    things += list(graph.subjects(act.trigger)) if graph.is_verb(act.trigger) else []
    sent = [c for w in things for c in graph.children[w] if graph.rel[c] == "modifier_clause"]
    verbs = [v for v in (act.trigger, *sent) if graph.lemma[v] in FIRING]
    return tuple(
        dict.fromkeys(o.governed for v in (*verbs, *things) for o in graph.noun_obliques(v) if o.prep == "from")
    )


def intercepted(graph: Graph, act: Act) -> Act:
    """Aims a missile at those who shoot it down: *Chad **intercepted a rocket** fired by the rebels*."""
    v = act.trigger
    if (
        act.targets
        or graph.rel[v] != "modifier_clause"
        or graph.lemma[v] not in FIRING
        or act.code[:2] not in ("15", "19")
    ):
        return act
    thing = graph.head[v]
    verb = graph.head[thing]
    if graph.rel[thing] not in ("object", "subject_passive") or graph.lemma[verb] not in INTERCEPTING:
        return act
    defenders = tuple(s for s in graph.arguments(verb).subjects if s != thing)
    return replace(act, code="195" if act.code[:2] == "15" else act.code, targets=defenders) if defenders else act


def besieging(graph: Graph, act: Act) -> Act:
    """Makes the aim of a battle that is fought a deed of those whose battle it is: *the **Malian offensive to retake** Gao*."""
    v = act.trigger
    noun = graph.head[v]
    if act.code[:2] != "19" or act.operators or graph.tag[v] != "VB" or graph.rel[v] != "modifier_clause":
        return act
    if graph.lemma[noun] not in CAMPAIGNS or act.realis != "hypothetical" or _is_planned(graph, noun):
        return act
    if act.sources and act.sources != (noun,):
        return replace(act, realis="actual")
    if any(graph.tag[c] == "VBN" and graph.lemma[c] == "lead" for c in graph.children[noun]):
        return replace(act, sources=(noun,), realis="actual")
    owners = [c for c in graph.children[noun] if graph.rel[c] == "possessor" or graph.text[c][:1].isupper()]
    verb = graph.head[noun]
    if not owners and graph.rel[noun] in ("object", "subject_passive") and graph.lemma[verb] in WAGING:
        owners = [s for s in graph.arguments(verb).subjects if s != noun]
    return replace(act, sources=tuple(owners[:1]), realis="actual")


def _is_planned(graph: Graph, noun: int) -> bool:
    """Whether a battle is not yet fought: *a **planned** offensive*, *plans for an offensive*, *an offensive that **will** come*."""
    near = {graph.lemma[c] for c in graph.children[noun]} | {graph.lemma[graph.head[noun]]}
    verb = graph.head[noun]
    verbal = {graph.lower[c] for c in graph.children[verb]} if graph.is_verb(verb) else {graph.lemma[graph.head[verb]]}
    return not (near | verbal).isdisjoint(PLANNED)


def blow_places(graph: Graph, act: Act) -> list[int]:
    """Returns the tokens of places where the blow fell that an act tells the victims of, the nearest first."""
    v = act.trigger
    heads = list(graph.subjects(v)) if graph.is_verb(v) else []
    heads += [o.governed for o in graph.noun_obliques(v)]
    above = graph.head[v]
    if graph.tag[v] == "VBG" and graph.is_verb(above) and graph.rel[v] in ("adverbial_clause", "open_clause", "conj"):
        beside = graph.noun_obliques(above)
        heads += [*(o.governed for o in beside), *graph.subjects(above), *graph.arguments(above).objects]
        heads += [k.governed for o in beside for k in graph.noun_obliques(o.governed)]
    heads += [o.governed for k in graph.conjuncts(v) if graph.is_verb(k) for o in graph.noun_obliques(k)]
    nested = [o.governed for h in heads for o in graph.noun_obliques(h) if o.prep in WHERE]
    nested += [
        c for h in heads for c in graph.children[h] if graph.rel[c] == "compound" and graph.text[c][:1].isupper()
    ]
    return [*nested, *(h for h in heads if graph.rel[h] == "prep_object" and graph.lower[graph.head[h]] in WHERE)]


def struck_places(graph: Graph, act: Act) -> tuple[int, ...]:
    """Returns the places and buildings that a blow strikes which belong to nobody named: *attacked **a village***."""
    heads = [graph.core(t) for t in act.targets or act.anchors]
    return tuple(heads) if heads and all(graph.lemma[t] in STRUCK for t in heads) else ()


def taken_from(graph: Graph, act: Act) -> tuple[int, ...]:
    """Returns from whom a place is taken: *captured the town **from the rebels***; empty if it does not say."""
    v = act.trigger
    if act.code not in ("173", "192") or act.operators or graph.lemma[v] not in TAKING or not graph.is_verb(v):
        return ()
    nouns = [v, *(i for t in act.targets for i in (t, graph.head[graph.head[t]]))]
    losers = [o.governed for n in nouns for o in graph.noun_obliques(n) if o.prep == "from"]
    things = dict.fromkeys((*act.targets, *graph.arguments(v).objects))
    held = [c for t in things for c in graph.children[t] if graph.rel[c] in CLAUSES and graph.lemma[c] in HOLDING]
    losers += [o.governed for c in held for o in graph.noun_obliques(c) if o.prep == "by"]
    return tuple(dict.fromkeys(losers))
