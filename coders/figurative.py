"""Says where a word of violence is one of words: *hit his agenda*, *wants to kill the tax*."""

from __future__ import annotations

from collections.abc import Sequence

from coders.graph import Graph

#: Roots of blows that may be of words.
BLOWS = ("18", "19")
#: What words attack.
ABSTRACT = frozenset(
    "agenda plan policy record claim argument idea proposal statement comment remark view decision bill budget law legislation reform "
    "reputation character integrity credibility legacy approach handling strategy economy market confidence popularity "
    "rating interest profit sale price value virtue theory notion logic narrative vision rule regulation "
    "tax tariff deal agreement constitution amendment right freedom liberty principle independence judgment judgement "
    "quality nature career performance role motive morale ego pride stance opinion tone language speech tweet "
    "case verdict ruling ban system report article life hope dream spirit soul innocence joy "
    "funding subsidy bailout amendment motion trend momentum".split()
)


#: What hits people without anybody's doing: crises, the weather, diseases, beasts.
CRISES = frozenset(
    "rise hike cut tax tariff price cost fee crisis recession slump downturn inflation shortage delay scandal ban rate sanction "
    "famine poverty unemployment austerity chip".split()
)
STORMS = frozenset(
    "storm weather rain rainfall snow blizzard heat cold fog frost flood flooding floodwater drought quake earthquake hurricane typhoon "
    "cyclone tornado wave avalanche landslide mudslide wind gale gust monsoon downpour hailstorm hail lightning thunderstorm tsunami "
    "water sea tide surge mud lava volcano wildfire heatwave temperature comet meteorite asteroid".split()
)
DISEASES = frozenset(
    "virus disease outbreak epidemic pandemic flu influenza cholera tuberculosis malaria ebola measles polio cancer tumour tumor "
    "infection bacterium germ parasite fungus mould mold plague fever dengue coronavirus covid-19 pneumonia superbug antibody".split()
)
BEASTS = frozenset(
    "animal bear dog cat bird pigeon crow gull seagull locust ant bee wasp mosquito insect fly beetle moth rat mouse bat shark "
    "crocodile alligator snake lion tiger leopard elephant hippo rhino buffalo monkey baboon boar fox deer horse bull cow pig goat sheep "
    "jellyfish whale squirrel rabbit termite caterpillar spider weed".split()
)
BLIGHTS = CRISES | STORMS | DISEASES | BEASTS
#: What a blight comes as: *a **wall** of water*, *a **blast** of cold air*.
SHAPES = frozenset(
    "blast wall wave burst gust surge swarm flock pack horde herd army colony plague cloud sheet spell mass strain".split()
)
#: Verbs of vehicles, which hit a market that has stalls: *drove a van **into a market***.
RAMMING = frozenset("drive ram plough plow crash steer".split())
#: What strikes no idea: *a **rocket** hit a market*.
WEAPONS = frozenset(
    "airstrike strike missile rocket shell bomb mortar drone warplane jet bomber helicopter artillery bombardment grenade torpedo".split()
)
#: Roots of what a blight may seem to do.
SEEMING = (*BLOWS, "14", "20")
#: Verbs by which firms and ideas conquer something that is no place.
CONQUERING = frozenset("invade conquer flood".split())


def is_blight(graph: Graph, code: str, tokens: Sequence[int]) -> bool:
    """Whether what strikes is a crisis, a storm, a disease or a beast, which nobody sends: *firms **hit by** price rises*.

    Args:
        graph: of the sentence.
        code: what the words would mean of people.
        tokens: who does it, or the noun that stands for the deed.
    """
    return code[:2] in SEEMING and bool(tokens) and all(_is_nobodys_doing(graph, graph.core(t)) for t in tokens)


def _is_nobodys_doing(graph: Graph, i: int) -> bool:
    """Whether a noun names a blight, one by its own name (*Typhoon **Mina***) or the shape in which it comes."""
    if graph.pos[i] == "PROPN":
        return any(graph.rel[c] == "compound" and graph.lower[c] in STORMS for c in graph.children[i])
    if graph.lemma[i] in SHAPES:
        made_of = (graph.lemma[graph.core(o.governed)] for o in graph.noun_obliques(i) if o.prep == "of")
        return any(
            lemma == "air" or lemma in BLIGHTS for lemma in made_of
        )  # *air* by itself attacks: *air and ground assaults*
    return graph.lemma[i] in BLIGHTS


def is_figurative(graph: Graph, code: str, trigger: int, targets: Sequence[int]) -> bool:
    """Whether what is attacked is an idea, a plan or a market, so that the blow is one of words.

    Args:
        graph: of the sentence.
        code: what the words would mean of people.
        trigger: the token of the verb or noun.
        targets: the tokens that are struck.
    """
    if code[:2] == "14" and graph.lemma[trigger] in CONQUERING and graph.is_verb(trigger):
        targets = graph.arguments(trigger).objects
    elif code[:2] not in BLOWS or graph.lemma[trigger] in RAMMING or is_by_weapon(graph, trigger):
        return False
    return bool(targets) and all(graph.lemma[graph.core(t)] in ABSTRACT for t in targets)


def is_by_weapon(graph: Graph, trigger: int) -> bool:
    """Whether a weapon is what strikes: ***rockets** hit the port*."""
    return graph.is_verb(trigger) and any(graph.lemma[s] in WEAPONS for s in graph.subjects(trigger))
