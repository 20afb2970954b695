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
    "quality nature career performance role motive morale ego pride stance opinion tone language speech tweet".split()
)


#: What hits people without anybody's doing.
BLIGHTS = frozenset(
    "rise hike cut tax tariff price cost fee crisis recession slump downturn inflation shortage delay scandal ban rate sanction "
    "storm weather rain snow blizzard heat cold fog frost flood flooding drought quake earthquake hurricane typhoon "
    "cyclone tornado wave avalanche landslide virus disease outbreak epidemic flu famine poverty unemployment austerity chip".split()
)


def is_blight(graph: Graph, code: str, sources: Sequence[int]) -> bool:
    """Whether what strikes is a crisis or a storm, which nobody sends: *firms **hit by** price rises*."""
    return code[:2] in BLOWS and bool(sources) and all(graph.lemma[graph.core(s)] in BLIGHTS for s in sources)


def is_figurative(graph: Graph, code: str, targets: Sequence[int]) -> bool:
    """Whether what is attacked is an idea or a plan, so that the blow is one of words.

    Args:
        graph: of the sentence.
        code: what the words would mean of people.
        targets: the tokens that are struck.
    """
    return code[:2] in BLOWS and bool(targets) and all(graph.lemma[graph.core(t)] in ABSTRACT for t in targets)
