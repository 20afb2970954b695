"""Finds what of a country's own government is judged where nobody is named for it: *lawmakers criticised **the budget***."""

from __future__ import annotations

from coders.acts import Act
from coders.graph import Graph

#: What governments and parliaments make or do, as newsrooms call it without an owner.
MATTERS = frozenset(
    "plan bill law legislation decision move order ban policy budget proposal measure reform strategy rule regulation nomination "
    "appointment withdrawal approach response scheme program programme initiative amendment outline blueprint package cut increase "
    "tax idea pullout closure overhaul repeal cutback austerity handling suspension moratorium restriction mandate levy subsidy "
    "privatisation privatization change action step ruling verdict judgment judgement decree directive memo dismissal sacking firing "
    "delay investigation inquiry probe pick choice shake-up reshuffle u-turn resolution motion announcement crackdown "
    "curfew lockdown".split()
)
#: Of these, what courts and parliaments make.
OF_COURTS = frozenset("ruling verdict judgment judgement".split())
OF_PARLIAMENTS = frozenset("bill legislation amendment motion resolution".split())
#: Verbs by which a matter meets with judgement: *the plan **drew** criticism from lawmakers*.
DRAWING = frozenset(
    "draw prompt provoke spark trigger elicit attract earn face meet receive generate encounter cause win get".split()
)
#: Nouns of judgement that need no object: *judges issued a **rebuke***.
REPROOFS = frozenset("rebuke criticism reprimand condemnation denunciation admonition censure tirade broadside".split())
#: Codes of judgement and refusal, in which home politics is the other side.
JUDGED = frozenset({"051", "110", "111", "112", "120", "129"})


def home_matter(graph: Graph, act: Act) -> int | None:
    """Returns the token of the public matter that an act without a named target judges; None if it judges no such thing.

    Args:
        graph: of the sentence.
        act: with sources, of whose target nobody is named.
    """
    if act.code not in JUDGED or (act.operators and act.code != "112"):
        return None
    judged = [i for t in (*act.targets, *act.words) for i in graph.conjuncts(t)]
    if graph.lemma[act.trigger] in DRAWING:
        judged += graph.subjects(act.trigger)
    for i in judged:
        owner = graph.child(i, "possessor")
        owned = owner is not None and graph.pos[owner] != "PRON"
        if graph.pos[i] == "NOUN" and graph.lemma[i] in MATTERS and i not in act.sources and not owned:
            return i
    bare = act.code == "111" and not act.targets and not act.operators and graph.lemma[act.trigger] in REPROOFS
    return act.trigger if bare and graph.pos[act.trigger] == "NOUN" and graph.rel[act.trigger] == "object" else None


def branch_of(matter: str) -> str:
    """Returns the role code of the branch of government whose a matter is, by its lemma: a *ruling* is of the courts (JUD)."""
    return "JUD" if matter in OF_COURTS else "LEG" if matter in OF_PARLIAMENTS else "GOV"
