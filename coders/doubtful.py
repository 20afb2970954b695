"""Says which acts are too weakly stated to count: named in passing by a noun, with a side missing that the act needs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from coders.acts import Act
from coders.graph import NOMINAL, Graph
from coders.model import Mention
from coders.plausible import WORDY_ROLES, is_one_politician, is_political

#: Roots of words, contacts and favours, which somebody has to utter or do.
UTTERED = frozenset({"01", "02", "03", "04", "05", "06", "07", "09", "10", "12", "13", "15"})
#: Of these, those that a passive verb may report of somebody without saying who did it: *was rescued*, *is being investigated*.
SUFFERED = frozenset({"07", "09"})
#: How sure a mention is that is taken from the adjective of a noun.
BY_ADJECTIVE = 0.65
#: Roots of force, which weapons of a country use as well: ***Syrian** shells hit the town*.
ARMED_ROOTS = frozenset({"15", "18", "19", "20"})
#: Codes whose nouns mean what lasts: *the **occupation***, *their **trade***.
STATES = frozenset({"061", "192"})
#: Codes of trade, and of cooperation of which nothing more is said: acts between two.
SHARED = frozenset({"060", "061", "062"})
#: Nouns of bodies that are named by the adjective or place before them: *the Lagos state **government***.
BODIES = frozenset(
    "government administration council court agency bank airline airport party group side team delegation unit authority ministry "
    "parliament assembly senate police army navy embassy office commission committee aid assistance money funding intelligence "
    "detachment contingent battalion brigade squad convoy crew mission squadron regiment".split()
)
#: Roles of those who look into what others did.
INQUIRING = frozenset({"COP", "JUD", "LEG", "GOV", "MIL", "SPY"})
#: Verbs by which places give themselves up, and such places.
YIELDING = frozenset({"surrender", "capitulate"})
TOWNS = frozenset(
    "town village city district province suburb neighbourhood neighborhood area enclave garrison port island".split()
)
WITHDRAWING = frozenset("evacuate withdraw withdrawal pull pullout pull-out retreat move abandon leave exit".split())
#: Nouns of trade, which statistics count.
TRADED = frozenset({"export", "import", "sale", "investment", "purchase"})
#: Nouns that say how many.
QUANTITIES = frozenset(
    "dozen hundred thousand score number series wave spate string lot couple handful pair round".split()
)
#: Kinds of mention that are names.
NAMED = frozenset({"actor", "country", "capital", "people"})
#: Kinds of mention that can be left.
PLACES = frozenset({"place", "capital", "country"})
#: Roots of acts between several.
BETWEEN_TWO = frozenset({"04", "05", "06"})
#: Kinds of mention of persons.
PERSONAL = frozenset({"pronoun", "name"})
#: Verbs of ending somebody's work.
DISMISSING = frozenset("fire sack dismiss dismissal suspend demote exclude disqualify".split())
#: Roles that fight no wars.
COMMERCIAL = frozenset("BUS MED EDU HLH AGR".split())
REFLEXIVES = frozenset("himself herself itself themselves yourself myself ourselves".split())
#: Codes of moods, and verbs that do not utter them.
MOODS = frozenset({"012", "013"})
SHOWING = frozenset("see share reflect give have".split())
#: Endings of the operators that ask for an act.
ASKING = ("#urge", "#demand", "#advise", "#call_for")
WARNING = frozenset({"warn", "warning", "alert", "caution"})
#: Codes of bombs that nobody is said to have laid, and words that tell them from blasts in works.
BY_BOMBS = frozenset({"183", "190"})
WORKS = frozenset(
    "factory plant boiler refinery warehouse pipeline firework gunpowder firefighter colliery furnace reactor".split()
)
BOMBS = frozenset(
    "bomb bomber bombing suicide terrorist terrorism militant device grenade attack attacker rebel missile shell "
    "rocket".split()
)
#: Verbs of blows that mean aims, prices and feelings as well, and words that show that somebody strikes in earnest.
AIMS = frozenset({"target", "hit", "strike"})
ARMS = frozenset(
    "bomb bomber bombing bombardment gun gunman gunfire gunshot militant rebel terrorist terrorism terror jihadist insurgent soldier "
    "troop army military rocket missile shell shelling airstrike strike raid attack attacker assault offensive operation kill "
    "killing dead death die wound wounded injure casualty explosion explode blast explosive device mortar artillery warplane jet "
    "drone helicopter shoot shooting fire knife stab violence war fighting fighter battle clash ambush grenade sniper hostage "
    "arson murder assassination militia vandal hatred plane aircraft assassin massacre coalition warship weapon extremist".split()
)
#: Verbs that are of battle only between those who bear arms: *engaged the rebels*, *took out a commander*, *blasted the camps*.
FIGURATIVE_BLOWS = frozenset("engage hammer batter blast repel".split())
BATTLE = frozenset({"verbs/19_fight#attack", "verbs/19_fight#take_on_in_battle"})
#: Verbs of help that are of the army and the police only where these give it, and of training that is no aid if nobody gives it.
GUARDING = frozenset("protect safeguard shield stabilise stabilize defend guard".split())
TRAINING = frozenset({"equip", "train"})
GUARDS = frozenset("MIL COP UAF SPY".split())
#: Verbs by which somebody only wishes to do something.
WISHES = frozenset({"want", "wish", "hope"})
#: Places and buildings that are taken over.
TAKEN = frozenset(
    "capital city town village province region district port area territory airport airfield base building country island border camp "
    "station square neighbourhood neighborhood suburb hill mountain road crossing checkpoint post outpost bridge valley land stronghold "
    "position half part swath swathe quarter headquarters palace ministry parliament embassy prison oilfield field refinery dam coast "
    "control power government".split()
)
#: What one receives that is no visitor.
GIVEN = frozenset(
    "advice letter message report information fund funding money share payment payout sum salary grant support vote call "
    "email e-mail reply answer request invitation assurance warning complaint copy notice document treatment attention licence license "
    "permit certificate award prize medal compensation uranium gas oil grain order contract loan aid".split()
)
#: Verbs of spending, which help nobody if nobody is named on whom.
SPENDING = frozenset("spend budget earmark invest".split())
#: Roles of those who only give an opinion, and verbs by which they do.
EXPERTS = frozenset("ELI BUS EDU MED HLH CVL".split())
#: What is put down.
UNREST = frozenset(
    "protest dissent revolt uprising rebellion demonstration opposition riot unrest movement march strike insurgency mutiny insurrection "
    "revolution rally resistance criticism disorder protester opponent crowd".split()
)
#: Verbs by which one only gives an opinion.
SAYING = frozenset("say add write tell tweet note argue insist believe think stress state warn explain".split())
#: Those who withdraw in earnest, and words for them.
FORCES = frozenset({"MIL", "REB", "UAF", "SEP", "COP"})
TROOPS = frozenset(
    "troop soldier force army fighter rebel unit tank artillery weapon warship missile jihadist militant guerrilla peacekeeper garrison "
    "brigade battalion convoy position frontline front airbase military militia insurgent gunman".split()
)
INVADERS = FORCES - {"COP"}
#: Verbs of a journey, and roles of those who make it to fight, to flee or to live elsewhere; those who speak for them are visitors.
JOURNEYS = frozenset("travel arrive land go come fly reach return enter head flock pour stream cross move".split())
UNINVITED = frozenset({"REB", "UAF", "SEP", "CRM", "REF", "CVL"})
ENVOYS = frozenset(
    "delegation envoy representative negotiator leader chief team spokesman spokesperson official commander mission head".split()
)
#: Marks that open a quotation.
OPENING = frozenset({'"', "“", "``", "‘"})
#: Verbs by which something is said to be another thing, adjectives of what is done in words, and what words come in.
CALLING = frozenset(
    "call describe see view regard condemn denounce decry criticise criticize brand slam portray label treat".split()
)
AMOUNTING = frozenset("represent constitute be mean call consider deem brand".split())
SPOKEN = frozenset(
    "verbal rhetorical scathing personal partisan vitriolic scurrilous stinging withering oratorical".split()
)
SPEECHES = frozenset(
    "comment remark speech tweet article letter statement editorial column book essay advert ad advertisement leaflet video post "
    "message song poem cartoon website rhetoric book pamphlet blog campaign".split()
)
STRIKES = frozenset("strike walkout stoppage protest mutiny boycott strikes protests striking striker strikers".split())
TALKING = frozenset({"speak", "talk", "tell", "chat"})
#: Roles of those who look into things for a living.
PROFESSIONS = frozenset("LAB BUS EDU MED HLH CVL".split())
#: Roots of acts that a noun names without saying that they are done: ***statements** of the palace*, *the **trade** of Peru*.
PASSING = frozenset({"01", "06", "07"})
#: Codes of acts of one side: mediating, and the threats, refusals and movements of troops that are reported without their author.
MEDIATION = "045"
ANONYMOUS = frozenset({"1242", "1244", "138", "153", "154"})
#: Roots of what is nothing before it is done, however firmly it is announced; penalties, refusals and inquiries announced are news.
UNDONE = frozenset("01 04 05 06 07 08 10 11 14 15 16 18".split())
#: Roots of violence and pressure, which the news reports without knowing who did it.
VIOLENT = frozenset({"17", "18", "19", "20"})


def doubtful(graph: Graph, act: Act, sources: Sequence[Mention], targets: Sequence[Mention]) -> str | None:
    """Returns why an act is not stated well enough to count; None if it is.

    Args:
        graph: of the sentence.
        act: whose trigger and slots are tokens of `graph`.
        sources, targets: the actors found; empty where nobody is named.
    """
    if act.realis not in ("actual", "future"):
        return None
    root = act.code[:2]
    verbal = any(graph.is_verb(i) for i in (act.trigger, *act.words))
    if act.realis == "future" and (root in UNDONE or (root in ("09", "12") and not sources)):
        return "not done yet"
    if graph.is_verb(act.trigger) and graph.rel[act.trigger] in ("modifier", "compound"):
        return "named in passing"
    if any(o.endswith("#agree") for o in act.operators) and _is_a_wish(graph, act.trigger):
        return "a wish"
    if act.realis == "actual" and verbal and _is_imperative(graph, act.trigger):
        return "asked for, not done"
    if root == "01" and not verbal and not (targets and graph.rel[act.trigger] in ("object", "root")):
        return "named in passing"
    yielding = graph.lemma[act.trigger] in YIELDING and all(graph.lemma[s] in TOWNS for s in act.sources)
    if (
        root not in ARMED_ROOTS
        and sources
        and all(map(_is_adjective, sources))
        and _are_things(graph, act.sources)
        and not yielding
    ):
        return "only an adjective names the source"
    if (
        not verbal
        and act.code in STATES
        and (graph.lemma[act.trigger] in TRADED or len({m.code for m in (*sources, *targets)}) < 2)
    ):
        return "a state of things, not an act"
    left = {graph.lemma[w] for w in (act.trigger, *act.words)}
    withdrawn = act.rule.endswith("#withdraw_troops") and not left.isdisjoint(WITHDRAWING)
    if withdrawn and not _is_of_forces(graph, sources) and not any(m.kind in PLACES for m in targets):
        return "a warlike word for somebody without arms"
    if (
        act.rule.endswith("#call_off_protest")
        and graph.lemma[act.trigger] == "return"
        and not STRIKES.intersection(graph.lemma)
    ):
        return "no strike of workers"
    if act.code == "0841" and targets and all(map(_is_a_body, targets)):
        return "done to a thing"
    if act.code == "040" and graph.lemma[act.trigger] in TALKING and any(map(_is_unknown, (*sources, *targets))):
        return "an interview"
    reason = _misread(graph, act, sources, targets, verbal)
    if reason is not None or (sources and targets):
        return reason
    return _without_source(graph, act, targets, verbal) if not sources else _without_target(graph, act, sources, verbal)


def _misread(
    graph: Graph, act: Act, sources: Sequence[Mention], targets: Sequence[Mention], verbal: bool
) -> str | None:
    """Why a word of force or trade is meant otherwise, by those who are on its two sides."""
    lemma, root = graph.lemma[act.trigger], act.code[:2]
    if root in ("18", "19") and lemma == "eliminate" and not any(m.role in FORCES or m.role == "CRM" for m in targets):
        return "a word of violence for words"
    rivals = all(m.kind == "country" or m.role in COMMERCIAL for m in (*sources, *targets))
    if act.code.startswith("087") and sources and all(m.role in COMMERCIAL for m in sources):
        return "a private matter"
    if act.code == "182" and rivals and sources and targets:
        return "a contest"
    if act.code == "161" and lemma == "send" and act.targets and not targets:
        return "done to a thing"
    if act.code == "175" and targets and all(m.kind in PERSONAL and not m.plural for m in targets):
        return "done to one person"
    if act.code == "192" and targets and all(m.kind == "agent" and m.role in ("CVL", "REF") for m in targets):
        return "done to people, not to a place"
    if act.code == "172" and lemma in DISMISSING and act.targets and not targets:
        return "done to a thing"
    if (
        act.code == "172"
        and lemma in DISMISSING
        and not any(is_political(m) and m.role != "LAB" for m in (*sources, *targets))
    ):
        return "a private matter"
    if lemma in ("allow", "permit") and not sources and _is_a_rule(graph, act.trigger):
        return "a rule, not an act"
    clashed = act.rule.endswith("#fight_each_other") and lemma in ("fight", "clash")
    if clashed and not targets and len(sources) == 1 and not sources[0].plural:
        return "one side only"
    if act.rule.endswith("#take_on_in_battle") and not sources and not verbal:
        return "named in passing"
    if act.rule.endswith("#defeat") and graph.tag[act.trigger] in ("VB", "VBG") and not _is_finite(graph, act.trigger):
        return "an aim, not a deed"
    if root == "19" and act.rule.endswith("#attack") and _is_in_words(graph, act, sources, targets, verbal):
        return "a word of violence for words"
    if act.code == "192" and lemma == "fall" and not targets:
        return "nobody on the other side"
    if root == "07" and lemma in TRAINING and not targets and not act.operators:
        return "nobody on the other side"
    if act.code == "173" and lemma == "charge" and _is_advice(graph, act.trigger):
        return "a task, not a charge"
    if act.code == "042" and lemma == "be" and all(m.kind in PLACES for m in sources):
        return "a place, not a traveller"
    forecast = root == "02" and lemma == "expect" and act.operators and not graph.is_passive(act.trigger)
    if forecast and not _is_between_states(sources, targets):
        return "a forecast, not an appeal"
    if act.rule.endswith("#reject") and lemma == "turn" and "upside" in graph.lower:
        return "a word of violence for words"
    if act.rule.endswith("#visit") and lemma == "call" and graph.arguments(act.trigger).objects:
        return "done to a thing"
    travels = not JOURNEYS.isdisjoint(graph.lemma[w] for w in (act.trigger, *act.words))
    if act.rule.endswith("#visit") and travels and sources and all(map(_comes_to_stay, sources)):
        return "no visitor"
    if (
        act.code in SHARED
        and not verbal
        and (_is_only_thought_of(graph, act.trigger) or _is_of_a_shared_noun(graph, act))
    ):
        return "named in passing"
    if act.code == "182" and not sources and targets and all(m.code == "---" for m in targets):
        return "violence among private persons"
    if act.code in ("084", "2042") and not sources and not any(map(is_political, targets)):
        return "nobody is said to do it"
    if root == "11" and lemma == "oppose" and not sources and graph.child(act.trigger, "passive_aux") is not None:
        return "nobody is said to do it"
    if act.code == "043" and lemma == "receive" and _is_given(graph, act.targets):
        return "done to a thing"
    if act.rule.endswith("#take_place") and (
        not _fight_armed(sources, targets) or _is_no_place(graph, graph.arguments(act.trigger).objects)
    ):
        return "done to a thing"
    if act.rule.endswith("#held_abroad") and (not sources or not targets or graph.tag[act.trigger] != "VBN"):
        return "nobody is said to do it"
    if act.rule.endswith("#drive_from") and not _fight_armed(sources, targets):
        return "a warlike word for somebody without arms"
    if act.code == "192" and lemma == "take" and _is_no_place(graph, graph.arguments(act.trigger).objects):
        return "done to a thing"
    if act.code == "190" and lemma == "cross" and not any(not m.code[3:] or m.role in INVADERS for m in sources):
        return "a warlike word for somebody without arms"
    if act.code == "170" and not sources and not any(map(is_political, targets)):
        return "pressure among private persons"
    if act.code == "112" and lemma == "suspect" and not sources and graph.rel[act.trigger].startswith("modifier"):
        return "named in passing"
    advised = act.code == "130" and lemma == "warn" and not act.operators and _is_advice(graph, act.trigger)
    if advised and not (_is_kept_off(graph, act.trigger) and _are_strangers(sources, targets)):
        return "a warning, not a threat"
    if act.rule.endswith("#send_peacekeepers") and lemma in GUARDING and not _are_guards(sources):
        return "nobody with arms gives protection"
    if root == "19" and sources and all(m.role in COMMERCIAL for m in sources):
        return "a warlike word for somebody without arms"
    off = {graph.lower[k] for k in graph.children[act.trigger]} & {"out", "off"}
    blow = next((w for w in (act.trigger, *act.words) if graph.lemma[w] in FIGURATIVE_BLOWS), act.trigger)
    figurative = graph.lemma[blow] in FIGURATIVE_BLOWS or (bool(off) and lemma in ("take", "fight"))
    struck = not set(act.targets).isdisjoint(graph.arguments(blow).objects)
    if act.rule in BATTLE and figurative and struck and not _fight_armed(sources, targets):
        return "a warlike word for somebody without arms"
    aimed = bool(targets) and lemma != "target"
    if root == "19" and act.rule.endswith("#attack") and sources and all(map(_is_wordy, sources)) and not aimed:
        return "a dispute, not a fight"
    if root in ("01", "05", "11", "17") and REFLEXIVES.intersection(graph.lower[act.trigger + 1 : act.trigger + 2]):
        return "done to oneself"
    if act.code == "061" and sources and targets and len({m.code[:3] for m in (*sources, *targets)}) == 1:
        return "trade at home"
    if sources and all(_is_against(graph, m) for m in sources):
        return "only an adjective names the source"
    if act.code in MOODS and (_is_result(graph, act.trigger) or (not targets and lemma in SHOWING)):
        return "named in passing"
    if act.code in BY_BOMBS and not sources and _blew_up_by_itself(graph):
        return "an accident"
    if act.code == "191" and not targets and all("COP" in m.code for m in sources) and sources:
        return "a police cordon"
    if root == "17" and not targets and act.code == "175" and _is_other_than(graph, (*act.targets, *act.words), UNREST):
        return "done to a thing"
    if (
        act.code == "172"
        and lemma in ("postpone", "delay")
        and all(m.role == "LEG" or "PTY" in m.code for m in sources)
    ):
        return "the order of the day of a parliament"
    if act.code == "201" and not sources and not verbal:
        return "named in passing"
    if act.code == "090" and not verbal and not targets and not any(map(_may_investigate, sources)):
        return "named in passing"
    if act.code == "090" and not targets and any(graph.lemma[w] == "hearing" for w in act.words):
        return "nobody on the other side"
    return None


def _without_target(graph: Graph, act: Act, sources: Sequence[Mention], verbal: bool) -> str | None:
    root = act.code[:2]
    several = len({m.code for m in sources}) > 1
    if root == "04" and not several and act.code != MEDIATION and not _is_away(graph, act):
        return "nobody on the other side"
    if (act.code == "019" or (act.code in SHARED and not act.targets)) and not several:
        return "nobody on the other side"
    if root in PASSING and not verbal and _is_of_a_noun(graph, act):
        return "named in passing"
    if root == "02" and act.operators and graph.lemma[act.trigger] in SAYING:
        return "nobody on the other side"
    warned = act.code == "130" and not act.operators and act.rule.endswith("#threaten")
    if warned and any(graph.lemma[w] in WARNING for w in (act.trigger, *act.words)):
        return "a warning, not a threat"
    if warned and act.targets and graph.is_verb(act.trigger) and graph.pos[graph.core(act.targets[0])] == "NOUN":
        return "done to a thing"
    if act.code == "0334" and any(graph.lemma[w] == "protect" for w in (act.trigger, *act.words)):
        return "nobody on the other side"
    if root == "05" and graph.lemma[act.trigger] in SAYING:
        return "nobody on the other side"
    if root == "12" and graph.lemma[act.trigger] in SAYING and all(m.role in EXPERTS for m in sources):
        return "an opinion, not a refusal"
    if root == "07" and graph.lemma[act.trigger] in SPENDING:
        return "nobody on the other side"
    if act.code == "064" and graph.lemma[act.trigger] == "share" and not act.targets and not several:
        return "nobody on the other side"
    if act.code == "139" and not act.targets and any(graph.lemma[w] == "deadline" for w in act.words):
        return "nobody on the other side"
    if root == "09" and all(m.role in PROFESSIONS for m in sources):
        return "the work of a profession"
    return None


def _without_source(graph: Graph, act: Act, targets: Sequence[Mention], verbal: bool) -> str | None:
    root = act.code[:2]
    several = root in BETWEEN_TWO and len({m.code for m in targets}) > 1
    if several:
        return None
    if root in VIOLENT:
        return "named in passing" if not verbal and _is_of_a_noun(graph, act) else None
    if root in UTTERED and not ANONYMOUS & {act.code, act.code[:3]}:
        unsaid = root in SUFFERED and not act.sources and (verbal or _is_argument(graph, act.trigger))
        asked = any(o.endswith(ASKING) for o in act.operators)
        nameless = bool(act.sources) and all(graph.pos[s] in ("PROPN", "PRON") for s in act.sources)
        proper = all(graph.pos[s] == "PROPN" for s in act.sources)
        unknown = verbal and nameless and not asked
        if not unsaid and not (unknown and any(is_political(m) and (proper or m.kind in NAMED) for m in targets)):
            return "nobody is said to do it"
    if root in ("08", "16") and not verbal:
        return "nobody is said to do it"
    if root == "07" and graph.lemma[act.trigger] in TRAINING:
        return "nobody is said to do it"
    if root == "11" and not verbal and not _is_argument(graph, act.trigger):
        return "nobody is said to do it"
    if root == "11" and not any(is_political(m) or "COP" in m.code for m in targets):
        return "nobody is said to do it"
    return None


def _is_in_words(graph: Graph, act: Act, sources: Sequence[Mention], targets: Sequence[Mention], verbal: bool) -> bool:
    """Whether an attack is one of words, prices or aims: nobody with arms makes it, and the sentence speaks of none."""
    if any(m.code[k : k + 3] in FORCES for m in sources for k in range(3, len(m.code), 3)):
        return False
    lemma = graph.lemma[act.trigger]
    if _is_said_to_be(graph, act.trigger) or _is_of_a_speech(graph, act.trigger):
        return True
    scolded = bool(targets) and all(map(_is_scolded, targets))
    if not (scolded and (not verbal or lemma == "attack")) and not (
        verbal and lemma in AIMS and (not sources or lemma == "target")
    ):
        return False
    own = {act.trigger, *act.words}
    return not any(lemma in ARMS and i not in own for i, lemma in enumerate(graph.lemma))


def _is_imperative(graph: Graph, v: int) -> bool:
    """Whether a quotation begins by asking for something: *"**Close** the border," the minister said*."""
    if graph.tag[v] != "VB" or v == 0 or graph.text[v - 1] not in OPENING or graph.rel[v] in ("open_clause", "conj"):
        return False
    return all(graph.rel[c] not in ("subject", "aux") for c in graph.children[v])


def _comes_to_stay(m: Mention) -> bool:
    """Whether fighters, refugees or a crowd arrive somewhere: *militants **arrived** in the village*."""
    words = m.text.lower().split()
    if not words or words[-1].removesuffix("s") in ENVOYS or m.entry.startswith(("actors/persons", "person:")):
        return False
    if m.code[:3] == "IMG":
        return True
    roles = set(_roles(m)) - ({"NGO"} if words[-1] == "volunteers" else set())
    return bool(roles) and UNINVITED.issuperset(roles) and m.plural


def _is_said_to_be(graph: Graph, i: int) -> bool:
    """Whether something is called an attack, or somebody attacked *as* something: *represents an **attack** on the poor*."""
    if graph.is_verb(i):
        return False
    governor, verb = graph.head[i], graph.head[graph.head[i]]
    called = graph.rel[i] == "prep_object" and graph.lower[governor] == "as" and graph.lemma[verb] in CALLING
    likened = graph.rel[i] == "attribute" or (graph.rel[i] == "object" and graph.lemma[governor] in AMOUNTING)
    spoken = any(o.prep == "as" for o in graph.noun_obliques(i)) or any(
        graph.lower[c] in SPOKEN for c in graph.children[i]
    )
    return called or spoken or (likened and graph.lower[i - 1] in ("an", "another"))


def _is_of_a_speech(graph: Graph, i: int) -> bool:
    """Whether a speech or letter does it: *comments **attacking** the church*."""
    return graph.rel[i] == "modifier_clause" and graph.lemma[graph.head[i]] in SPEECHES


def _is_only_thought_of(graph: Graph, i: int) -> bool:
    """Whether what is said of a noun only would be so: *their cooperation **would** have no basis*."""
    verb = graph.head[i]
    return graph.rel[i] == "subject" and any(
        graph.rel[c] == "aux" and graph.lower[c] in ("would", "could", "might") for c in graph.children[verb]
    )


def _is_of_a_shared_noun(graph: Graph, act: Act) -> bool:
    """Whether a noun that only its own adjective gives to two sides tells what another is about: *costs of **Sino-Russian trade***."""
    own = {graph.head[graph.core(s)] for s in (*act.sources, *act.targets)} | set(graph.children[act.trigger])
    return _is_of_a_noun(graph, act) and own.issuperset(map(graph.core, (*act.sources, *act.targets)))


def _is_finite(graph: Graph, v: int) -> bool:
    """Whether an auxiliary makes a bare verb or an *-ing* form a statement: *will defeat*, *is defeating*, but not *to defeat*."""
    return any(graph.rel[c] in ("aux", "passive_aux") and graph.lower[c] != "to" for c in graph.children[v])


def has_weapons(graph: Graph, act: Act) -> bool:
    """Whether the noun of a blow says with what it is dealt: *launched **missile** strikes*."""
    words = [w for w in (act.trigger, *act.words) if not graph.is_verb(w)]
    return any(
        graph.lemma[c] in ARMS for w in words for c in graph.children[w] if graph.rel[c] in ("compound", "modifier")
    )


def _is_scolded(m: Mention) -> bool:
    """Whether an attack on somebody is one of words where no arms are spoken of: on politicians, a parliament, a court, the media."""
    return is_one_politician(m) or m.role in ("LEG", "JUD", "MED") or "PTY" in m.code


def _is_advice(graph: Graph, v: int) -> bool:
    """Whether somebody warns or charges *to do* something, which asks for it: *warned her **to step** back*."""
    clauses = [c for c in graph.children[v] if graph.rel[c] in ("clause", "open_clause", "adverbial_clause")]
    return any(graph.tag[c] == "VB" and any(graph.lower[a] == "to" for a in graph.children[c]) for c in clauses)


def _is_kept_off(graph: Graph, v: int) -> bool:
    """Whether somebody warns *not to do* something."""
    return any(graph.tag[c] == "VB" and graph.child(c, "negation") is not None for c in graph.children[v])


def _are_strangers(sources: Sequence[Mention], targets: Sequence[Mention]) -> bool:
    """Whether the state or armed group that is warned is another's, so that the warning has something behind it."""
    homes = {m.code[:3] for m in sources}, {m.code[:3] for m in targets}
    public = all(m.role in (None, "GOV", "MIL", "REB", "SEP") for m in (*sources, *targets))
    return public and all(homes) and homes[0].isdisjoint(homes[1]) and "---" not in homes[0] | homes[1]


def _is_a_rule(graph: Graph, v: int) -> bool:
    """Whether somebody **is** allowed to do what others are as well."""
    aux = graph.child(v, "passive_aux")
    return aux is not None and graph.tag[aux] in ("VBZ", "VBP")


def _is_a_wish(graph: Graph, v: int) -> bool:
    """Whether a verb only wishes or foresees: *hopes to visit*, *expects them to meet*, but not *is expected to meet*."""
    return graph.lemma[v] in WISHES or (graph.lemma[v] == "expect" and not graph.is_passive(v))


def _is_no_place(graph: Graph, tokens: Sequence[int]) -> bool:
    """Whether what is taken over is no place: *took over the **supply** of water*."""
    heads = [graph.core(t) for t in tokens]
    return bool(heads) and all(graph.pos[t] == "NOUN" and graph.lemma[t] not in TAKEN for t in heads)


def _is_given(graph: Graph, tokens: Sequence[int]) -> bool:
    """Whether what is received is no visitor: *received **advice** from the minister*."""
    heads = [graph.lemma[graph.core(t)] for t in tokens if graph.pos[graph.core(t)] == "NOUN"]
    return bool(heads) and GIVEN.issuperset(heads)


def _are_guards(sources: Sequence[Mention]) -> bool:
    """Whether soldiers, the police, a country or an international body protect somebody."""
    return any(not m.code[3:] or m.code[:3] == "IGO" or m.code[3:6] in GUARDS or "MIL" in m.code for m in sources)


def _is_of_a_noun(graph: Graph, act: Act) -> bool:
    """Whether a noun only says what another noun is about: *coverage **of the attack***."""
    i = act.trigger
    governor = graph.head[graph.head[i]]
    above = graph.rel[i] == "prep_object" and not graph.is_verb(governor) and governor not in (i, *act.words)
    return above and graph.pos[governor] in NOMINAL and graph.lemma[governor] not in QUANTITIES


def _is_argument(graph: Graph, i: int) -> bool:
    """Whether a noun is subject or object of a verb, so that the sentence is about it."""
    return graph.rel[i] in ("subject", "subject_passive", "object") and graph.is_verb(graph.head[i])


def _is_away(graph: Graph, act: Act) -> bool:
    """Whether a meeting is held somewhere that has a name: *held meetings **in Basra***."""
    nouns = [w for w in act.words if not graph.is_verb(w)]
    obliques = [o for i in (act.trigger, *nouns) for o in graph.noun_obliques(i)]
    return graph.is_verb(act.trigger) and any(o.prep == "in" and graph.pos[o.governed] == "PROPN" for o in obliques)


def _is_adjective(m: Mention) -> bool:
    """Whether a mention is no more than the adjective of a thing: *the **Malaysian** constitution*."""
    return m.kind == "people" and m.confidence <= BY_ADJECTIVE


def _are_things(graph: Graph, tokens: Sequence[int]) -> bool:
    """Whether a slot holds common nouns, none of them for a body."""
    heads = [graph.core(t) for t in tokens]
    return all(graph.pos[t] != "PROPN" and graph.lemma[t] not in BODIES for t in heads)


def _is_of_forces(graph: Graph, sources: Sequence[Mention]) -> bool:
    """Whether those who withdraw have arms, or the sentence speaks of troops."""
    armed = any(m.code[:3] == "IMG" or not FORCES.isdisjoint(_roles(m)) for m in sources)
    return armed or not TROOPS.isdisjoint(graph.lemma)


def _is_a_body(m: Mention) -> bool:
    """Whether a mention is of a country or organisation, which nobody releases."""
    return m.kind == "country" or m.code[:3] in ("NGO", "IGO", "MNC")


def _is_result(graph: Graph, i: int) -> bool:
    """Whether a participle tells what came of a deed: *arrested ten reporters, **raising** concerns*."""
    return graph.lemma[i] in ("raise", "spark", "fuel") and graph.tag[i] == "VBG"


def _blew_up_by_itself(graph: Graph) -> bool:
    """Whether a sentence speaks of works and fires, and of nobody's bomb."""
    return not WORKS.isdisjoint(graph.lemma) and BOMBS.isdisjoint(graph.lemma)


def _is_other_than(graph: Graph, tokens: Sequence[int], words: frozenset[str]) -> bool:
    """Whether a slot holds common nouns, none of them one of these words."""
    lemmas = [graph.lemma[graph.core(t)] for t in tokens if graph.pos[graph.core(t)] == "NOUN"]
    return bool(lemmas) and words.isdisjoint(lemmas)


def _is_against(graph: Graph, m: Mention) -> bool:
    """Whether an adjective only says against or for whom: ***anti-Russian** sanctions*."""
    i = bisect_left(graph.starts, m.start)
    return m.kind == "people" and i > 1 and graph.text[i - 1] == "-" and graph.lower[i - 2] in ("anti", "pro")


def _fight_armed(sources: Sequence[Mention], targets: Sequence[Mention]) -> bool:
    """Whether soldiers, rebels, a state or nobody named act upon somebody with arms."""
    armed = any(FORCES.intersection(_roles(m)) or m.code[:3] == "IMG" or not m.code[3:] for m in sources)
    return (armed or not sources) and any(FORCES.intersection(_roles(m)) or m.code[:3] == "IMG" for m in targets)


def _roles(m: Mention) -> list[str]:
    return [m.code[k : k + 3] for k in range(3, len(m.code), 3)]


def _is_wordy(m: Mention) -> bool:
    """Whether somebody fights in words: a government, party or firm without a soldier among them."""
    return m.role in WORDY_ROLES or m.role == "REL" or "PTY" in m.code


def _may_investigate(m: Mention) -> bool:
    """Whether inquiries are the office of somebody, so that one named after him is his: *the **police** inquiry*."""
    return m.code[:3] == "IGO" or not INQUIRING.isdisjoint(_roles(m))


def _is_unknown(m: Mention) -> bool:
    """Whether of somebody no more than a name is known."""
    return m.kind == "name" and not m.role


def _is_between_states(sources: Sequence[Mention], targets: Sequence[Mention]) -> bool:
    """Whether countries, capitals or governments stand on both sides, and not the same."""
    states = all(m.kind in ("country", "capital") or m.code[3:6] == "GOV" for m in (*sources, *targets))
    return states and bool(targets) and {m.code[:3] for m in sources}.isdisjoint(m.code[:3] for m in targets)
