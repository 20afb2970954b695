"""Tells the violence of terrorists, mobs and single attackers from that of war: *killed by a suicide bomber* is no battle."""

from __future__ import annotations

from coders.acts import Act
from coders.graph import Graph
from coders.model import Mention

#: Roles that fight wars: beside them only a bomb or the word *terror* shows another kind of violence.
WARRING = frozenset("MIL REB SEP GOV COP".split())
#: Roles of those who have no army.
UNARMED = frozenset("CVL EDU LAB REL BUS HLH REF SPY CRM".split())
#: Words of war, beside which a bomb or poison may be one of it.
WAR = frozenset(
    "airstrike warplane artillery shell shelling mortar offensive frontline battlefield bombardment rocket missile drone jet raid "
    "tank battle clash crossfire strike air aerial coalition".split()
)
BOMBS = frozenset("bomb bomber bombing ied booby-trap".split())
#: What makes an attack one of terrorists or of a mob.
TERROR = frozenset("terrorist terror terrorism suicide".split())
MOBS = frozenset(
    "mob lynching xenophobic xenophobia racist racism hate homophobic lorry truck van machete knife knifeman stabbing gunman hitman "
    "assassin arsonist poison nerve toxin vx".split()
)
CHEMICALS = frozenset("chlorine sarin chemical".split())
#: Verbs of deaths, which are no massacre by themselves.
DYING = frozenset("kill die dead death perish".split())
SLAUGHTER = frozenset("massacre slaughter butcher exterminate execution execute mass genocide civilian".split())


def unconventional(graph: Graph, act: Act, source: Mention | None) -> str | None:
    """Returns the code of violence that is not of war; None where an act keeps its own.

    Args:
        graph: of the sentence.
        act: coded 190 by a bare word of attack or killing, or 202 by the number of the dead.
        source: who did it, if anybody is named.
    """
    if act.operators or (not (act.code == "190" and act.rule.endswith(("#attack", "#kill"))) and act.code != "202"):
        return None
    said = frozenset(graph.lemma)
    if act.code == "202":
        if source is not None or not DYING & _own(graph, act) or not SLAUGHTER.isdisjoint(_own(graph, act)):
            return None
        return "183" if BOMBS & said and not WAR & said else "190"
    own = _own(graph, act) | _beside(graph, act)
    if not CHEMICALS.isdisjoint(own):
        return "2041"
    if WAR & said:
        return None
    warring = source is not None and (not source.code[3:] or source.role in WARRING or source.code.startswith("IMG"))
    with_bombs = own | {graph.lemma[o.governed] for o in graph.noun_obliques(act.trigger)}
    if BOMBS & (said if source is None else with_bombs) and (
        source is None or (source.role not in ("MIL", "GOV", "COP") and source.code[3:])
    ):
        return "183"
    if TERROR & own:
        return "180"
    if warring:
        return None
    if source is None:
        return "180" if MOBS & said else None
    alone = source.role in ("UAF", None) and not source.plural
    return "180" if alone or source.role in UNARMED else None


def _own(graph: Graph, act: Act) -> frozenset[str]:
    return frozenset(graph.lemma[i] for i in (act.trigger, *act.words))


def _beside(graph: Graph, act: Act) -> frozenset[str]:
    """The words that describe those of an act, its doers among them: ***terrorist** attacks*, *attacked by **terrorists***."""
    heads = (act.trigger, *act.words, *act.sources)
    below = (c for i in heads for c in graph.children[i] if graph.rel[c] in ("modifier", "compound", "modifier_clause"))
    return frozenset(graph.lemma[i] for i in (*act.sources, *below))
