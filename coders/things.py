"""Says which verbs of politics mean something else with the thing they are done to: *stood by his **claim***, *built a **plant***."""

from __future__ import annotations

from collections.abc import Sequence

from coders.acts import Act
from coders.graph import Graph
from coders.model import Mention
from coders.plausible import is_one_politician, is_political
from coders.terror import BOMBS, MOBS, TERROR, WAR

#: Codes of threatened penalties, and of breaks of relations but those of talks, which are nothing to a thing.
THREATS = frozenset({"130", "131", "132"})
BREAKS = frozenset({"160", "161", "163", "165", "166"})
#: Verbs of standing by somebody.
STANDING = frozenset({"stand", "stick"})
#: What one recognises a country or its leaders as.
STATUS = frozenset(
    "state nation country government president leader authority representative republic head king capital part territory independent "
    "sovereign legitimate rightful interim winner victor successor voice parliament ruler".split()
)
#: What is given back, if not people.
NOT_RETURNED = frozenset(
    "life power focus attention favour favor call fire glory calm peace order stability control hope debate discussion question "
    "conversation party sense balance normality process case bill matter issue team economy".split()
)
#: What is interrupted for a reason of its own.
SESSIONS = frozenset(
    "debate session sitting hearing vote meeting trial sale service match flight game play class lesson trading proceedings".split()
)
INTERRUPTING = frozenset("suspend postpone delay adjourn cancel halt".split())
#: Words by which somebody binds himself to do harm, and those that only foresee or wish it.
SWORN = frozenset("vow pledge promise commitment threat resolve determination readiness willingness".split())
FORESEEN = frozenset("likely due expected scheduled about".split())
WISHED = frozenset("want wish hope expect".split())
#: Verbs of force that move things as well, verbs of putting them in order, and those that conquer places only.
DRIVING = frozenset({"drive"})
PUTTING = frozenset("place put bring".split())
CONQUERING = frozenset({"conquer", "colonise", "colonize"})
#: What somebody campaigns for that is an office or an idea of his own.
OFFICES = frozenset(
    "president governor mayor senate senator congress parliament office chancellor leadership boycott".split()
)
#: Verbs of grief that blame nobody, and of what one avoids.
LAMENTING = frozenset("bemoan lament mourn rue".split())
SHUNNING = frozenset("shun snub avoid".split())
#: Where machines have their place.
STATIONED = frozenset({"base", "station"})
#: Verbs of help that are reported without who gave it.
RESCUING = frozenset("rescue evacuate airlift save pull vaccinate shelter feed resettle".split())
PERMITTING = frozenset("allow let permit".split())
#: Roles that have arms.
ARMED = frozenset("MIL REB SEP UAF COP".split())
#: Verbs of what is said, and of what is asked in a letter.
TELLING = frozenset("say tell add warn insist argue declare announce claim note promise call urge accuse ask".split())
REQUESTING = frozenset("ask urge call demand request beg".split())
#: What is defended without a word said for anybody: *defends its **interests***.
CHERISHED = frozenset(
    "interest value identity trade globalisation globalization seat majority freedom democracy border territory principle culture "
    "tradition country homeland nation peace order world faith reality state market heritage way exceptionalism liberty civilisation "
    "civilization planet environment wilderness wage job honour honor status lead language coast".split()
)
#: Verbs of building, which is aid only where a state or an organisation does it abroad.
BUILDING = frozenset("build construct erect establish set open".split())
#: Operators under which an act keeps its code.
BEGINNING = ("#begin", "#continue", "#try", "#resume", "#start")
DEFENDING = frozenset({"defend", "defence", "defense"})
#: Verbs of harm that accidents do as well.
HURTING = frozenset({"injure", "hurt"})
#: Roles of those in whose power it is not to allow anything to a state or a people.
POWERLESS = frozenset({"BUS", "CVL", "REF", "LAB", "EDU", "MED", "HLH", "AGR", "MNC"})
#: Roles of those whom accidents befall on any day.
BYSTANDERS = frozenset({"CVL", "HLH", "EDU", "BUS", "LAB", "AGR", "MED", "REL", None})
#: Words that show that somebody was hurt in earnest, beside those of fights.
UNREST = frozenset(
    "clash riot police fighting violence bomb blast explosion shrapnel stab knife attacker fighter shot unrest".split()
)
#: Parts of contests in which somebody is beaten without a blow.
CONTESTS = frozenset(
    "election vote poll ballot primary candidate seat runoff run-off voter turnout nomination challenger incumbent campaign".split()
)
#: Members of a family, whom one phones and meets in private.
FAMILY = frozenset(
    "father mother son daughter wife husband brother sister parent uncle aunt cousin nephew niece friend girlfriend boyfriend child "
    "grandmother grandfather grandson granddaughter widow widower fiance fiancee partner neighbour neighbor roommate".split()
)
#: Those whom a government warns for their own good, and what it warns of.
PUBLIC = frozenset(
    "resident citizen public traveller traveler driver motorist tourist parent national patient consumer commuter passenger visitor "
    "villager farmer fisherman people homeowner householder shopper student pupil".split()
)
#: Nouns that are no sudden end of talks but the last part of them, and what makes them so.
ENDINGS = frozenset({"end", "close"})
TIMING = frozenset("at near towards toward by until till before after since from".split())
#: Words that show that somebody did not die by accident.
FIGHTS = (
    WAR
    | BOMBS
    | TERROR
    | MOBS
    | frozenset(
        "combat war attack shoot shooting gun gunfire soldier rebel militant army protest protester hostage".split()
    )
)
#: Verbs of leaving that soldiers use as well when they are carried to a hospital.
HURT = frozenset("wounded injured sick ill dead hurt".split())
MARCHING = frozenset({"walk"})
PROTESTS = frozenset(
    "protest protester demonstrate demonstration demonstrator rally march slogan placard banner strike chant picket anger demand "
    "oppose against".split()
)


def done_to_a_thing(graph: Graph, act: Act, sources: Sequence[Mention], targets: Sequence[Mention]) -> str | None:
    """Returns why an act is none, given the words in its slots; None if it may be one.

    Args:
        graph: of the sentence.
        act: whose trigger and slots are tokens of `graph`.
        sources, targets: the actors found; empty where nobody is named.
    """
    lemma, root = graph.lemma[act.trigger], act.code[:2]
    thing = not targets and _are_common_nouns(graph, act.targets)
    if thing and (
        act.code in BREAKS or (act.operators and act.code in THREATS and not graph.arguments(act.trigger).objects)
    ):
        return "done to a thing"
    if root == "07" and not targets and sources and all(o.endswith(BEGINNING) for o in act.operators):
        return "nobody on the other side"
    if root == "07" and act.code in ("070", "071") and sources and all(map(_is_in_business, sources)):
        return "business, not aid"
    builds = act.rule.endswith("#give_aid") and any(graph.lemma[w] in BUILDING for w in (act.trigger, *act.words))
    if builds and not _builds_abroad(graph, act, sources, targets):
        return "business, not aid"
    if act.rule.endswith("#defend") and lemma in STANDING and not targets:
        return "done to a thing"
    if act.rule.endswith("#recognise") and lemma in ("recognise", "recognize") and _is_known(graph, act, targets):
        return "known, not recognised"
    if act.code in ("084", "0353") and act.rule.endswith("#release") and _holds(graph, act, NOT_RETURNED):
        return "done to a thing"
    if act.code == "172" and lemma in INTERRUPTING and not sources and _holds(graph, act, SESSIONS):
        return "done to a thing"
    if act.rule.endswith("#beat") and targets and _is_a_contest(graph, sources, targets):
        return "a contest"
    if act.rule.endswith("#withdraw_troops") and _are_carried(graph, act):
        return "done to a thing"
    if (
        act.rule.endswith("#kill")
        and not sources
        and targets
        and all(map(_is_one_private, targets))
        and _is_at_peace(graph)
    ):
        return "violence among private persons"
    if act.code in ("040", "041") and any(map(_is_of_family, (*sources, *targets))):
        return "a private matter"
    if act.code == "130" and lemma == "warn" and not act.operators and targets and _is_for_their_good(graph, act):
        return "a warning, not a threat"
    if len(act.operators) == 1 and act.operators[0].endswith("#threaten") and _tells_of_what_is(graph, act):
        return "a warning, not a threat"
    if root == "13" and act.operators and act.operators[0].endswith("#agree") and _only_foresees(graph, act, sources):
        return "a plan, not a threat"
    if act.operators and lemma in ENDINGS and _is_a_time(graph, act.trigger):
        return "only says when"
    if act.code in ("061", "0311") and sources and targets and _is_private_trade(sources, targets):
        return "a private matter"
    if act.rule.endswith("#demonstrate") and lemma in MARCHING and PROTESTS.isdisjoint(graph.lemma):
        return "a walk, not a march"
    if act.code == "141" and not targets and lemma == "demonstration" and len(sources) == 1 and not sources[0].plural:
        return "one person only" if sources[0].kind == "agent" and not is_political(sources[0]) else None
    return _in_another_sense(graph, act, sources, targets, thing)


def _in_another_sense(
    graph: Graph, act: Act, sources: Sequence[Mention], targets: Sequence[Mention], thing: bool
) -> str | None:
    """Why a verb does not mean what its entry says, beside the words and sides that it has."""
    lemma, root = graph.lemma[act.trigger], act.code[:2]
    armed = any(map(_is_armed, sources))
    if root == "04" and lemma in ("speak", "talk") and _opens_a_quotation(graph, act.trigger):
        return "only says where somebody spoke"
    if root == "04" and lemma in ("write", "send") and _asks_in_it(graph, act):
        return "said again in the sentence"
    if root == "07" and act.code != "074" and not sources and graph.is_verb(act.trigger) and lemma not in RESCUING:
        return "nobody is said to do it"
    if root == "08" and not sources and lemma in PERMITTING:
        return "nobody is said to do it"
    if act.rule.endswith("#praise") and lemma == "credit" and thing:
        return "done to a thing"
    if act.rule.endswith("#defend") and lemma == "defend" and not targets and sources and all(map(_is_armed, sources)):
        return "done to a thing"
    if act.rule.endswith("#capture_vessel") and lemma == "board" and not armed and not any(map(_robs, sources)):
        return "a journey"
    if act.operators and act.operators[-1].endswith("#allow") and sources and all(m.role in POWERLESS for m in sources):
        return "nobody who can allow it"
    if act.code.startswith("083") and lemma in ("stand", "tell", "order") and armed and all(m.plural for m in sources):
        return "an order to hold fire"
    if any(o.endswith("#call_for") for o in act.operators) and lemma == "call" and _names_it(graph, act.trigger):
        return "only called something"
    at_home = not any(m.code[:3] != s.code[:3] for m in targets for s in sources)
    if act.rule.endswith("#defend") and lemma in DEFENDING and at_home and _is_cherished(graph, act):
        return "done to a thing"
    if act.rule.endswith("#kill") and lemma in HURTING and not sources and _is_by_accident(graph, targets):
        return "an accident"
    if act.rule.endswith("#shoot") and any(
        graph.lower[w] == "fires" and not graph.is_verb(w) for w in (act.trigger, *act.words)
    ):
        return "an accident"
    if act.rule.endswith("#demonstrate") and lemma == "demonstrate" and _shows_how(graph, act.trigger):
        return "shown, not protested"
    if act.rule.endswith("#rally_support") and _holds(graph, act, OFFICES) and not _is_somebody(graph, act):
        return "a campaign of one's own"
    if root == "11" and not targets and (lemma in LAMENTING or (lemma in SHUNNING and thing)):
        return "done to a thing"
    if root == "11" and lemma == "hold" and not sources and graph.is_verb(act.trigger):
        return "nobody is said to do it"
    if root == "15" and lemma in STATIONED and graph.rel[act.trigger] == "modifier_clause":
        return "a state of things, not an act"
    if act.rule.endswith("#attack") and lemma in DRIVING and not armed:
        return "a warlike word for somebody without arms"
    if act.code == "191" and lemma == "surround" and not targets:
        return "nobody on the other side"
    if act.code == "192" and not targets and (lemma in CONQUERING or (lemma in PUTTING and act.targets)):
        return "done to a thing"
    if act.code == "043" and lemma == "receive" and targets and _are_unnamed(graph, act.targets, targets):
        return "done to a thing"
    if act.code == "0832" and lemma in ("reverse", "overturn") and sources and all(m.role == "JUD" for m in sources):
        return "the work of a court"
    if act.code == "166" and sources and all(m.role == "REF" for m in sources):
        return "done to a thing"
    if root in ("18", "19") and targets and all(map(_is_of_family, targets)) and sources and _is_at_home(sources):
        return "violence among private persons"
    if act.code == "051" and targets and all(map(_is_of_family, targets)):
        return "a private matter"
    if act.rule.endswith("#attack") and lemma == "target" and sources and _only_pursue(graph, sources):
        return "a word of violence for words"
    if any(graph.lemma[w] == "foothold" for w in act.words) and not armed:
        return "a warlike word for somebody without arms"
    return None


def _builds_abroad(graph: Graph, act: Act, sources: Sequence[Mention], targets: Sequence[Mention]) -> bool:
    """Whether a state or an organisation, not a firm named after one, builds something for another."""
    names = [graph.core(s) for s in act.sources if graph.pos[graph.core(s)] == "PROPN"]
    of_firms = any(not any(m.start <= graph.starts[i] < m.end for m in sources) for i in names)
    states = all(
        not m.code[3:] or m.role in ("GOV", "MIL", "NGO", "IGO", "DEV") or m.code[:3] in ("IGO", "NGO") for m in sources
    )
    return states and not of_firms and all(s.code[:3] != m.code[:3] for s in sources for m in targets)


def _robs(m: Mention) -> bool:
    """Whether somebody may board a vehicle to rob or to search it."""
    return not m.code[3:] or m.role in ("CRM", "COP", "GOV")


def _names_it(graph: Graph, v: int) -> bool:
    """Whether somebody calls one thing another: *called the vote a **victory** for the people*."""
    args = graph.arguments(v)
    return bool(args.attributes) or len(args.objects) > 1 or bool(args.objects and args.recipients)


def _is_cherished(graph: Graph, act: Act) -> bool:
    """Whether what is defended is a good or an office of one's own: *defended free **trade***, *is defending three **seats***."""
    nouns = graph.arguments(act.trigger).objects if graph.is_verb(act.trigger) else ()
    held = [graph.core(t) for t in nouns or (o.governed for o in graph.noun_obliques(act.trigger) if o.prep == "of")]
    return bool(held) and CHERISHED.issuperset(graph.lemma[t] for t in held)


def _is_by_accident(graph: Graph, targets: Sequence[Mention]) -> bool:
    """Whether people without arms are hurt and the sentence speaks of no fight."""
    return all(m.role in BYSTANDERS for m in targets) and (FIGHTS | UNREST).isdisjoint(graph.lemma)


def _shows_how(graph: Graph, v: int) -> bool:
    """Whether somebody demonstrates *how* or *that* something is so."""
    return "how" in graph.lower[v + 1 : v + 7] or any(graph.rel[c] == "clause" for c in graph.children[v])


def _are_unnamed(graph: Graph, tokens: Sequence[int], targets: Sequence[Mention]) -> bool:
    """Whether nouns stand in a slot whose actors are only named beside them: *received **permits** from the ministry*."""
    heads = [graph.core(t) for t in tokens if graph.pos[graph.core(t)] == "NOUN"]
    return bool(heads) and all(not m.start <= graph.starts[t] < m.end for t in heads for m in targets)


def _is_at_home(sources: Sequence[Mention]) -> bool:
    """Whether those who strike a relative have neither arms nor office."""
    return not any(_is_armed(m) or (m.role is not None and is_political(m)) for m in sources)


def _only_pursue(graph: Graph, sources: Sequence[Mention]) -> bool:
    """Whether officials target somebody with the law: *officers **target** migrants without papers*."""
    return all(m.role in ("COP", "JUD") for m in sources) and FIGHTS.isdisjoint(graph.lemma)


def _only_foresees(graph: Graph, act: Act, sources: Sequence[Mention]) -> bool:
    """Whether harm is only foreseen, wished, named by a noun or planned in private: *are **likely** to strike*, *their **plan** to leave*.

    What a state or its police plan to do is a threat: *Chad **plans** to close the border*.
    """
    i = act.trigger
    if not graph.is_verb(i):
        return graph.lemma[i] not in SWORN
    if graph.lemma[i] in WISHED or any(graph.lower[c] in FORESEEN for c in graph.children[i]):
        return True
    return bool(sources) and all(m.role is None and not is_political(m) for m in sources)


def _opens_a_quotation(graph: Graph, v: int) -> bool:
    """Whether speaking is only the setting of what is said: ***speaking** to her party, the minister said*."""
    return graph.rel[v] == "adverbial_clause" and graph.tag[v] == "VBG" and graph.lemma[graph.head[v]] in TELLING


def _asks_in_it(graph: Graph, act: Act) -> bool:
    """Whether a letter is sent to ask for something, which is what counts: *wrote to the king **asking** him to resign*."""
    nouns = [w for w in act.words if not graph.is_verb(w)]
    below = [c for i in (act.trigger, *nouns, *act.targets) for c in graph.children[i]]
    return any(graph.tag[c] == "VBG" and graph.lemma[c] in REQUESTING for c in below)


def _is_armed(m: Mention) -> bool:
    """Whether somebody has arms of his own."""
    return any(m.code[k : k + 3] in ARMED for k in range(3, len(m.code), 3)) or m.code.startswith("IMG")


def _are_common_nouns(graph: Graph, tokens: Sequence[int]) -> bool:
    heads = [graph.core(t) for t in tokens]
    return bool(heads) and all(graph.pos[t] == "NOUN" for t in heads)


def _holds(graph: Graph, act: Act, words: frozenset[str]) -> bool:
    """Whether what the verb is done to, its subject in the passive, is one of these words."""
    args = graph.arguments(act.trigger)
    return any(graph.lemma[graph.core(t)] in words for t in (*args.objects, *act.targets))


def _is_somebody(graph: Graph, act: Act) -> bool:
    """Whether the office in a campaign is somebody who holds it: *support for **the** Polish **president***, not *for president*."""
    return any(graph.rel[c] in ("modifier", "possessor") for t in act.targets for c in graph.children[t])


def _is_in_business(m: Mention) -> bool:
    """Whether a firm or private people do something, who give no aid of state."""
    return m.role == "BUS" or m.code[:3] == "MNC" or "BUS" in m.code


def _is_known(graph: Graph, act: Act, targets: Sequence[Mention]) -> bool:
    """Whether somebody is only known by sight or taken for something: *recognised the **man***, *recognise it **as a terrorist group***."""
    taken_as = [o.governed for o in graph.noun_obliques(act.trigger) if o.prep == "as"]
    if taken_as:
        return all(graph.lemma[graph.core(t)] not in STATUS for t in taken_as)
    persons = bool(targets) and all(
        m.kind in ("name", "pronoun") or m.entry.startswith(("actors/persons", "person:")) for m in targets
    )
    clause = any(graph.rel[c] == "clause" for c in graph.children[act.trigger])
    return (persons and not any(is_one_politician(m) for m in targets)) or clause


def _is_a_contest(graph: Graph, sources: Sequence[Mention], targets: Sequence[Mention]) -> bool:
    """Whether a party or politician is beaten by votes."""
    sides = (*sources, *targets)
    return any("PTY" in m.code or is_one_politician(m) for m in sides) and not CONTESTS.isdisjoint(graph.lemma)


def _are_carried(graph: Graph, act: Act) -> bool:
    """Whether somebody hurt is carried away, or machines are: ***wounded** troops were evacuated*."""
    args = graph.arguments(act.trigger)
    moved = [graph.core(t) for t in (*args.objects, *(args.subjects if args.passive else ()))]
    return any(graph.lower[c] in HURT for t in moved for c in graph.children[t])


def _is_one_private(m: Mention) -> bool:
    """Whether of somebody no more is known than a name or whose child it is."""
    if m.plural or (is_political(m) and m.role is not None):
        return False
    return (m.kind == "name" and m.role is None) or (m.code.startswith("---") and _is_of_family(m))


def _is_at_peace(graph: Graph) -> bool:
    """Whether a sentence speaks of no attack, war or protest."""
    return FIGHTS.isdisjoint(graph.lemma)


def _is_of_family(m: Mention) -> bool:
    return m.kind == "agent" and m.role == "CVL" and not m.plural and not FAMILY.isdisjoint(m.text.lower().split())


def _is_for_their_good(graph: Graph, act: Act) -> bool:
    """Whether people are warned of something that nobody of them did: *warned **residents** to stay in*."""
    return all(graph.lemma[graph.core(t)] in PUBLIC for t in act.targets)


def _tells_of_what_is(graph: Graph, act: Act) -> bool:
    """Whether somebody warns of what was or is so already: *warned that the vote **had damaged** ties*."""
    if graph.lemma[act.trigger] not in ("warn", "warning"):
        return False
    inner = next((w for w in act.words if graph.is_verb(w) and w > act.trigger), None)
    if inner is None or graph.rel[inner] not in ("clause", "open_clause"):
        return False
    aux = [c for c in graph.children[inner] if graph.rel[c] in ("aux", "passive_aux")]
    if any(graph.tag[c] == "MD" for c in aux) or graph.tag[inner] not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    return graph.tag[inner] != "VBN" or any(graph.lower[c] in ("had", "has", "have") for c in aux)


def _is_a_time(graph: Graph, i: int) -> bool:
    """Whether an end only says when: ***at the end** of his visit*."""
    return not graph.is_verb(i) and graph.rel[i] == "prep_object" and graph.lower[graph.head[i]] in TIMING


def _is_private_trade(sources: Sequence[Mention], targets: Sequence[Mention]) -> bool:
    """Whether a firm or a name nobody knows trades, and no government is on the other side."""
    firms = all(_is_in_business(m) or (m.kind == "name" and m.role is None) for m in sources)
    return firms and all(m.kind in ("place", "country", "capital") or _is_in_business(m) for m in targets)
