"""Turns acts into events: actors for slots, directions, dates, places, numbers, identity."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from coders.acts import Act
from coders.aims import HARM, aims, criticised
from coders.confidence import confidence
from coders.dates import DatedWords, find_dates
from coders.doubtful import doubtful, has_weapons
from coders.fighting import answered, besieging, blow_places, fallen, fired_from, intercepted, struck_places, taken_from
from coders.figurative import is_by_weapon
from coders.graph import Graph
from coders.home import branch_of, home_matter
from coders.mentions import TOLD_MOSTLY, TOLD_WELL, DocumentMentions
from coders.model import Document, Event, Mention, Sentence, changed
from coders.numbers import casualties, count_of
from coders.plausible import WORDY_ROLES, implausible, is_political
from coders.resolve import BEFALLING, INHERITED, Resolver, is_unarmed
from coders.short_trace import trace_of
from coders.terror import unconventional
from coders.things import done_to_a_thing
from dictionaries.model import Dictionaries

HISTORICAL_AFTER_DAYS = 365
#: Things of older years take part in no event of today.
FIRST_YEAR_OF_A_NAME = 1901
SPEECH_ROOTS = frozenset({"01", "02", "03", "10", "11", "12", "13"})
#: Roots of acts that are events even where neither side is named.
ANONYMOUS_ROOTS = frozenset({"14", "17", "18", "19", "20"})
#: Nouns of force and penalties that have the name of those whose they are.
OWNED_ACTS = frozenset(
    "strike airstrike raid attack ambush bombing bombardment shelling offensive operation assault fire gunfire drone missile rocket "
    "sanction embargo blockade ban tariff crackdown shooting".split()
)
#: Where prisoners are held, by those whose it is: *held in a **Chadian** prison*.
CELLS = frozenset("jail prison custody detention cell dungeon gaol captivity".split())
#: Verbs before *responsibility* by which somebody says that a blow was his.
CLAIMING = frozenset({"claim", "accept", "admit", "assume", "take"})
#: Those of the police who only tell of what was done: *three were held, a police **official** said*.
INFORMANTS = re.compile(r"(?:sources?|officials?|spokes\w+|chief|commissioner)$")
#: Codes and verbs of what a state does to somebody on its own soil by its law: *a party **banned in** Chad*.
LAWFUL = frozenset({"172", "075"})
BY_LAW = frozenset(
    "outlaw ban prohibit proscribe blacklist designate criminalise criminalize host shelter resettle house".split()
)
#: Roles of those who are no envoys, and where states take each other.
UNOFFICIAL = frozenset("REF CVL REL MED EDU LAB AGR BUS HLH OPP CRM".split())
COURTS = frozenset("court tribunal hague arbitrator arbitration".split())
#: Those against whom a state uses force at home, its forces, and how many murders are a massacre.
PROTESTING = frozenset("protester demonstrator marcher rioter striker picketer".split())
RIOTING = PROTESTING | {"crowd", "mob", "looter"}
STATE_FORCES = frozenset({"COP", "MIL", "GOV", "SPY"})
MANY = 25
#: Roots of what may be said in a message, and what messages are.
ADDRESSED_ROOTS = frozenset({"02", "05", "10", "11", "12", "13"})
MESSAGES = frozenset(
    "message letter note telegram cable statement speech e-mail email call memorandum talk meeting".split()
)
#: Parts of something that goes on.
#: Words of war, beside which a *strike* is none of workers.
FIRE = frozenset(
    "air airstrike airstrikes bomb bombing bombs casualties coalition drone drones jets military missile missiles pentagon target"
    " targets warplanes".split()
)
STRETCHES = frozenset(
    "day hour week month minute course start opening beginning phase stage wave round aftermath midst".split()
)
#: Roots of violence, political enough if whom it befalls has a name.
VIOLENT_ROOTS = frozenset({"18", "19", "20"})
#: What a state may do to something of its own, which is then no target.
DOMESTIC = ("08", "12", "17", "191")
#: Refusals to end a strike or to lift sanctions, which are political whoever says so.
ANONYMOUS_CODES = frozenset({"1242", "1244"})
#: Nouns for states that nobody names: *nearly 70 **countries** agreed*.
STATES = frozenset("country nation state republic".split())
#: Participles that tell whose side somebody is on.
BACKING = frozenset("back support sponsor finance fund arm".split())
#: Verbs that mean an act only where somebody is named who does it: *was **asked** his name*, *voices **surrounding** him*.
IDLE_WITHOUT_DOER = frozenset({"ask", "surround"})
#: Roots of what people say of themselves in quotations, which is nothing where nobody knows who speaks.
SPOKEN_ROOTS = frozenset({"02", "03", "04", "05", "06", "07", "10", "11", "12", "13"})
#: Codes of what is done to people only: meeting, hosting, arresting, deporting, abducting, killing them one by one.
DONE_TO_PEOPLE = frozenset("036 040 043 137 173 174 181 182 1821 1822 1823 185 186".split())
#: Endings of nouns for people that the dictionaries may lack: *a welder, two cardiologists, a Basque*.
PERSONAL_ENDINGS = tuple(
    "er or ist ian man woman ee ant person people victim hostage body ship team crew staff family group side couple pair delegation "
    "child kid youth".split()
)
#: Nouns with such an ending that are no people.
IMPERSONAL = frozenset(
    "degree fee tree guarantee jubilee coffee letter paper power order offer matter number weather list gist".split()
)
#: Roots of what two agree to do with each other.
AGREED_ROOTS = frozenset({"03", "08"})
#: Roots that are nothing without an actor on the other side where there is another side.
TARGET_MUST_ACT = frozenset({"04", "06"})
#: What countries refuse to those whom they don't let in.
ENTRIES = frozenset({"entry", "admission", "visa", "entrance"})
#: Roots of acts that are nothing if who does them is no actor.
DONE_BY_SOMEBODY = frozenset({"04", "06", "13", "16", "17"})
#: Roots that a sentence mixes when it speaks of one act of violence.
VIOLENCE = {"18": "19", "20": "19"}
#: Verbs by which a government keeps people out, and what it puts on the trade of another country.
BARRING = frozenset("bar deny prohibit".split())
MEASURES = frozenset("measure restriction curb ban limit penalty embargo".split())
#: Verbs by which those who help bring wheat and fuel, which others sell.
HANDING_OUT = frozenset("deliver distribute send supply provide bring ship".split())
#: Codes of violence of which nothing more is said.
GENERAL = frozenset({"180", "190"})
#: Nouns that make of the act after *of* one that is remembered.
REMEMBRANCE = frozenset({"anniversary", "commemoration"})
#: Verbs of contact in which only the source acts.
ONE_WAY = frozenset("write send address email e-mail tweet text".split())
#: Roots of protest, coercion and violence, which people do where they live, and the roles of those people.
AT_THE_SCENE = frozenset({"14", "17", "18", "19"})
LOCAL_ROLES = frozenset("CVL COP REB UAF OPP SEP LAB EDU CRM JUD".split())
#: Arresting, charging and jailing people.
JAILED = "173"
#: Letting people go.
RELEASED = "0841"
#: Expelling diplomats, deporting people: codes whose *from* names who did it.
EXPULSIONS = frozenset({"161", "174"})
#: What governments make, so that a protest against it is one against them.
LAWS = frozenset(
    "law bill legislation tax taxation hike reform austerity budget decree policy subsidy levy surcharge curfew lockdown amendment "
    "pension".split()
)
#: Codes of what is said before courts and by them, where the one concerned is the target.
BEFORE_COURT = frozenset({"115", "116"})
#: Words before what made people protest, and verbs of charges, of which the one charged is their target.
PROVOKING = frozenset("after when as because since following".split())
CHARGING = frozenset("accuse suspect charge blame convict acquit".split())
#: Roles of those whose deeds people protest against.
STATE_ROLES = frozenset("GOV LEG JUD COP MIL".split())
#: Roles of forces that fight on one side, and verbs by which two beside each other mostly fight a third.
OWN_FORCES = frozenset("GOV MIL COP SPY".split())
FIGHTING = frozenset({"battle", "fight"})
#: Roots of acts that a state or province of a country does like its government: laws, appeals, refusals.
PROVINCIAL_ROOTS = frozenset("02 05 10 11 12 16 17".split())
#: Roots of what two do or undo together, and matters between two that have a name.
BETWEEN_TWO = frozenset("03 04 05 06 08 12 16".split())
CONVERSATIONS = frozenset("talk talks negotiation negotiations discussion dialogue meeting".split())
BETWEEN_BY_NAME = {"brexit": frozenset({"GBR", "IGOEEC"})}
#: Roots of words against a deed, and of talks and help, of which one's own country is not the other side.
WORDS_AGAINST = frozenset({"11", "12"})
TALKING = frozenset({"03", "04", "06"})
COUNTRIES = frozenset({"country", "people", "capital", "place"})
#: Roles of those who are no part of a country's politics.
ARMED_BANDS = frozenset("REB UAF SEP CRM".split())
#: Codes of what is only said or weighed.
TOPICAL = frozenset({"010", "011", "014"})
#: Appeals and demands for somebody's release, and verbs of what befell him or her.
RELEASES_ASKED = frozenset({"0253", "1053"})
HOLDING = frozenset("hold detain jail imprison arrest keep incarcerate seize capture".split())
#: Roots of praise and blame, their verbs, and hostile deeds that they are about.
JUDGEMENTS = frozenset({"05", "11"})
JUDGING = frozenset(
    "condemn denounce deplore decry criticise criticize slam blast lambast lament oppose welcome praise hail applaud commend support "
    "back defend endorse approve attack blame deride question".split()
)
HOSTILITIES = frozenset(
    "ban sanction embargo blockade attack strike airstrike raid war campaign crackdown operation offensive assault restriction tariff "
    "threat aggression violence bombing shelling invasion boycott curb hostility fight move action measure".split()
)
#: Prepositions of places.
WHITHER = frozenset("to into in from at near on".split())
#: Gatherings, whose members hear what is said there, and where words are put out.
GATHERINGS = frozenset(
    "session meeting summit conference assembly gathering rally congress convention forum sitting".split()
)
OUTLETS = frozenset("website site page account channel feed blog".split())
#: Prepositions of the way that a march takes.
ROUTES = frozenset("through across down along around".split())
#: Roots of praise and blame, which colleagues give each other.
WORDS_OF_PRAISE = frozenset({"05", "11"})
#: Arrests, charges and releases, which the police who report them have mostly made.
POLICE_ACTS = frozenset({"170", "171", "1711", "173", "175", "090", "091", "0841"})
#: Those who search, seize and charge besides the police.
PROSECUTORS = re.compile(r"(?i)\b(?:prosecutors?|investigators?|detectives?)(?:'s? office|\u2019s? office)?$")
#: Nouns of places that an adjective of a country may stand before.
PLACES = frozenset(
    "capital city town village province region district port suburb coast border territory soil countryside".split()
)
#: Parts of speech of sources that name nobody.
UNNAMED = frozenset({"PRON", "NUM", "DET"})
#: Verbs of what crowds that riot and soldiers that raid do alike.
LOOTING = frozenset("loot ransack trash vandalise vandalize wreck".split())
#: Verbs by which people are arrested and places are occupied, and the kinds of mention that are places.
CAPTURING = frozenset({"capture", "seize", "hold"})
SEIZED_KINDS = frozenset({"place", "capital", "country"})
#: Verbs of blows that politicians deal in words.
LASHING = frozenset("attack blast hit slam target assail lash savage".split())
#: Verbs of listening to others in secret.
EAVESDROPPING = frozenset({"wiretap", "tap", "bug", "eavesdrop", "wire-tap"})
#: Verbs of making somebody leave his office, which takes no arms where one has power over him.
UNSEATING = frozenset({"oust", "unseat", "remove", "depose"})
IN_OFFICE = frozenset({"GOV", "LEG", "JUD"})
#: Words for standing behind somebody, which is done with arms where he has arms.
PATRONAGE = frozenset({"back", "support", "backing", "sustain", "sponsor"})
#: Prepositions before the country in which aid helps.
HELPING = frozenset("in for to of".split())
#: How large protests are, and how long they last.
LARGE = frozenset("nationwide countrywide mass massive widespread huge large-scale daily weekly".split())
STRETCHES = frozenset("hour day night week weekend month wave series string spate round".split())
#: What negotiators discuss.
ON_THE_TABLE = frozenset(
    "agenda proposal plan constitution transition ceasefire truce election withdrawal status border issue item point demand offer "
    "deal agreement peace reform power-sharing federalism autonomy independence disarmament exchange removal departure future".split()
)
#: Roles of those whose raid is a search.
SEARCHING = frozenset({"COP", "JUD"})
#: What a state strikes of another: *hit **government** posts in Syria*.
STATE_BODIES = frozenset("government regime army military troops forces".split())
#: Roles of those whom forces of a state fight abroad.
ARMED_BANDS = frozenset({"REB", "UAF", "SEP"})
#: How sure a mention is at least of whom more is known than a name.
UNKNOWN = 0.5
#: How sure a mention is at most that only belongs to what stands in a slot.
LOOSE = 0.56
#: Nouns of time.
TIMES = frozenset(
    "january february march april may june july august september october november december week month year day decade century "
    "summer winter spring autumn fall end start beginning middle half war era".split()
)
#: Relations by which a verb tells a part of the deed above it, at the same time.
PARTS_OF_A_DEED = frozenset({"adverbial_clause", "conj", "prep_clause", "open_clause"})
CAUSAL_PREPOSITIONS = ("in", "by", "after", "during", "from", "on", "following")
PLACE_PREPOSITIONS = ("in", "at", "near", "outside", "inside", "around", "across", "on")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that did not become an event, with the reason."""

    trigger: str
    rule: str
    reason: str


class Setting(NamedTuple):
    """What all events of an act share: its date and place in the text, the stretch of text that names it, who came to harm."""

    dated: DatedWords | None
    place: Mention | None
    span: tuple[int, int]
    numbers: dict[str, int]


class EventBuilder:
    """Builds the events of one document, sentence by sentence."""

    def __init__(
        self,
        document: Document,
        mentions: DocumentMentions,
        dictionaries: Dictionaries,
        coder_version: str,
        dictionary_version: str,
    ) -> None:
        self.document = document
        self.mentions = mentions
        self.dictionaries = dictionaries
        self.coder_version = coder_version
        self.dictionary_version = dictionary_version
        self.dropped: Counter[str] = Counter()
        self.details: list[Dropped] = []
        self.reporting = dictionaries.reporting_verbs
        self.triggers: frozenset[int] = frozenset()
        self._dates: dict[tuple[int, bool], list[DatedWords]] = {}
        self.peaceful: frozenset[int] = frozenset()

    def drop(self, graph: Graph, act: Act, reason: str) -> None:
        """Counts a candidate that is no event."""
        self.dropped[reason] += 1
        self.details.append(Dropped(graph.text[act.trigger], act.rule, reason))

    def build(self, sentence: Sentence, graph: Graph, resolver: Resolver, acts: Sequence[Act]) -> list[Event]:
        """Returns the events of a sentence; one trigger gives one event per pair of source and target."""
        if not acts:
            return []
        acts = fallen(graph, acts)
        acts = [besieging(graph, intercepted(graph, answered(graph, act, acts))) for act in acts]
        out: dict[str, Event] = {}
        self.triggers = frozenset(act.trigger for act in acts)
        self.peaceful = _peaceful_nouns(graph, acts)
        trigger_of: dict[str, int] = {}
        for act in (self._joint(graph, resolver, self._dated_ahead(sentence, graph, a)) for a in acts):
            setting: Setting | None = None
            for source, target, mirrored in self._pairs(graph, resolver, act):
                if source is None and target is None and not self.mentions.names_somebody(sentence):
                    self.drop(graph, act, "no actor")
                    continue
                setting = setting or self._setting(sentence, graph, act)
                event = self._event(sentence, graph, act, setting, source, target, mirrored)
                known = out.get(event.event_id)
                if known is None or known.confidence < event.confidence:
                    out[event.event_id] = event
                    trigger_of[event.event_id] = act.trigger

        def two_acts(a: Event, b: Event) -> bool:
            one, other = sorted((trigger_of[a.event_id], trigger_of[b.event_id]))
            return a.event_code != b.event_code and _are_two_acts(graph, one, other)

        return self._said_once(list(out.values()), two_acts)

    def _said_once(self, events: list[Event], two_acts: Callable[[Event, Event], bool]) -> list[Event]:
        """Drops an act that the same sentence states again with the same or more actors: *killed in the attack*."""
        kept: list[Event] = []
        for e in sorted(events, key=lambda e: (-_informative(e), -e.confidence, e.trigger_start)):
            again = any(_covers(k, e) and not two_acts(k, e) for k in kept)
            if again:
                self.dropped["said again in the sentence"] += 1
            else:
                kept.append(e)
        return sorted(kept, key=lambda e: (e.trigger_start, e.source_start or -1, e.target_start or -1, e.event_id))

    def _joint(self, graph: Graph, resolver: Resolver, act: Act) -> Act:
        """Makes of manoeuvres that several countries hold a joint exercise, and of the freeing of a town its capture."""
        if act.code in ("0841", "0353") and graph.lemma[act.trigger] in ("liberate", "free") and act.targets:
            freed = self._resolved(resolver, act.targets, False)
            if not freed or any(m.kind not in ("place", "capital") for m in freed):
                return act
            held = _held_by(graph, act)
            held = held if self._resolved(resolver, held, False) else act.targets
            return replace(act, code="192", targets=held, realis="future" if act.code == "0353" else act.realis)
        if act.code in ("171", "1712") and act.sources and not act.operators:
            rioting = all(graph.lemma[graph.core(s)] in RIOTING for s in act.sources)
            return replace(act, code="145") if rioting else act
        if act.rule.endswith("#strike_by_forces") and any(graph.lemma[w] == "strike" for w in act.words):
            striking = self._resolved(resolver, act.sources, True)
            return replace(act, code="143") if striking and all(m.role in UNOFFICIAL for m in striking) else act
        if losers := self._losers(graph, resolver, act):
            return replace(act, code="192", targets=losers)
        if act.code == "172" and graph.lemma[act.trigger] == "dismiss" and _is_dismissed_as(graph, act.trigger):
            return replace(act, code="111")
        if act.code == "014" and graph.lemma[act.trigger] in ("discuss", "debate") and not act.operators:
            sides = {m.code[:3] for m in self._resolved(resolver, act.sources, True)}
            return replace(act, code="040", reciprocal=True, targets=()) if len(sides) > 1 else act
        if act.code == "125" and not act.targets and any(_is_kept_quiet(graph, w) for w in act.words):
            return replace(act, code="011")
        if act.code == "164" and act.loose_source and not act.targets:
            act = _of_the_talks(graph, act)
        if act.code in ("161", "173") and act.targets and not act.operators:
            act = self._by_whom_it_befalls(graph, resolver, act)
        if act.code == "190" and any(graph.lemma[w] == "raid" for w in (act.trigger, *act.words)):
            raiders = self._resolved(resolver, act.sources, True)
            return replace(act, code="171") if raiders and all(m.role in SEARCHING for m in raiders) else act
        if act.code[:2] in VIOLENT_ROOTS and not act.operators and act.sources and act.targets:
            act = self._by_victims(graph, resolver, act)
        if (
            act.code == "170"
            and all(o.endswith("#order") for o in act.operators)
            and act.realis in ("actual", "future")
        ):
            act = self._by_who_tells(graph, act)
        carried_on = all(o.endswith("#resume") for o in act.operators)
        if act.rule.endswith("#attack") and carried_on and self._in_words(graph, resolver, act):
            return replace(act, code="111")
        if act.rule.endswith("#overthrow") and not act.operators and graph.lemma[act.trigger] in UNSEATING:
            return replace(act, code="172") if self._is_lawful(resolver, act) else act
        if self._is_agreed_between(graph, resolver, act):
            return replace(act, reciprocal=True, targets=())
        if act.code != "150" or self._resolved(resolver, act.targets, False):
            return act
        several = len({m.code[:3] for m in self._resolved(resolver, act.sources, True)}) > 1
        return replace(act, code="062", reciprocal=True, targets=()) if several else act

    def _losers(self, graph: Graph, resolver: Resolver, act: Act) -> tuple[int, ...]:
        """Who loses a place that somebody captures: *captured Goma **from the army***."""
        losers = taken_from(graph, act)
        if not losers or not all(m.kind in SEIZED_KINDS for m in self._resolved(resolver, act.targets, False)):
            return ()
        found = self._resolved(resolver, losers, True)
        return losers if found and all(m.kind != "place" and not is_unarmed(m) for m in found) else ()

    def _launchers(self, graph: Graph, resolver: Resolver, act: Act) -> list[Mention]:
        """The country from which missiles were fired that nobody is said to have fired."""
        places = self._resolved(resolver, fired_from(graph, act), False)
        return [changed(m, code=m.code[:3], confidence=0.5) for m in places if m.kind in SEIZED_KINDS][:1]

    def _by_who_tells(self, graph: Graph, act: Act) -> Act:
        """Makes an accusation of the spying that somebody tells of another: *tweeted that **Chad** had tapped his phones*."""
        own = {graph.lemma[w] for w in (act.trigger, *act.words)}
        verb = graph.head[act.trigger]
        told = graph.rel[act.trigger] == "clause" and graph.is_verb(verb) and graph.lemma[verb] in self.reporting
        speakers = graph.arguments(verb).subjects if told else ()
        if EAVESDROPPING.isdisjoint(own) or not speakers or not act.sources or set(speakers) & set(act.sources):
            return act
        if all(graph.pos[s] == "PRON" or graph.child(s, "possessor") is not None for s in act.sources):
            return act
        return replace(act, code="112", sources=tuple(speakers), targets=act.sources, realis="actual")

    def _is_lawful(self, resolver: Resolver, act: Act) -> bool:
        """Whether those in office make somebody of their own country leave his: *the king **ousted** the minister*."""
        sources = self._resolved(resolver, act.sources, True)
        targets = self._resolved(resolver, act.targets, False)
        in_office = all((m.role in IN_OFFICE or "PTY" in m.code) and "MIL" not in m.code for m in sources)
        at_home = {m.country for m in sources} == {m.country for m in targets}
        return bool(sources) and in_office and at_home and all(m.code[3:] for m in targets)

    def _is_agreed_between(self, graph: Graph, resolver: Resolver, act: Act) -> bool:
        """Whether two agree on something with each other: *Chad and Niger **agreed to reopen** the bridge*, *a truce in Kidal*."""
        if graph.lemma[act.trigger] != "agree" or act.code[:2] not in AGREED_ROOTS:
            return False
        sources = self._resolved(resolver, act.sources, True)
        if len({m.code for m in sources}) < 2:
            return False
        homes = {m.code[:3] for m in sources}
        targets = self._resolved(resolver, act.targets, False)
        if act.code == "0871":
            return len(homes) == 1 and all(m.kind in SEIZED_KINDS and m.code[:3] in homes for m in targets)
        return len(homes) == len(sources) and not targets

    def _by_whom_it_befalls(self, graph: Graph, resolver: Resolver, act: Act) -> Act:
        """Tells the expulsion of refugees from that of envoys, and a country taken to court from a man brought before one."""
        targets = self._resolved(resolver, act.targets, False)
        if act.rule.endswith("#expel_diplomats") and targets and all(m.role in UNOFFICIAL for m in targets):
            return replace(act, code="174")
        states = targets and all(m.kind in ("country", "capital") for m in targets)
        if act.code == "173" and states and any(graph.lemma[w] in COURTS for w in act.words):
            return replace(act, code="115")
        return act

    def _by_victims(self, graph: Graph, resolver: Resolver, act: Act) -> Act:
        """Makes repression of force of a state against its own protesters, and a massacre of the murder of many."""
        heads = [graph.core(t) for t in act.targets]
        one_way = act.code[:2] in ("18", "19") and not act.mutual and not act.reciprocal
        if one_way and heads and all(graph.lemma[t] in PROTESTING for t in heads):
            sources = self._resolved(resolver, act.sources, True)
            at_home = {m.code[:3] for m in self._resolved(resolver, act.targets, False)} <= {
                m.code[:3] for m in sources
            }
            if sources and at_home and all(m.role in STATE_FORCES for m in sources):
                return replace(act, code="175")
        if act.code == "1823" and any((count_of(graph, t) or 0) >= MANY for t in (*act.targets, *heads)):
            return replace(act, code="202")
        return act

    def _addressed(self, graph: Graph, act: Act) -> tuple[int, ...]:
        """To whom something is said *in a letter to X*, *at a meeting with X*."""
        if not graph.is_verb(act.trigger):
            return ()
        return tuple(
            inner.governed
            for o in graph.arguments(act.trigger).obliques
            if o.prep == "in" and graph.lemma[o.governed] in MESSAGES
            for inner in graph.noun_obliques(o.governed)
            if inner.prep in ("to", "with", "against")
        )

    def _aimed_at(self, graph: Graph, resolver: Resolver, act: Act, sources: Sequence[Mention]) -> list[Mention]:
        """Those whom the words around an act tell to be its target, of another country or role than who does it."""
        tokens = [t for t in aims(graph, act) if resolver.is_actor(t) or graph.child(t, "possessor") is not None]
        critics = act.code[:2] == "11" and bool(criticised(graph, act))
        return [
            m
            for m in self._resolved(resolver, tokens, False)
            if not m.code.startswith("---")
            and all((critics or _are_two(s, m)) and not self._same(s, m) for s in sources)
        ]

    def _at_home(self, graph: Graph, act: Act, sources: Sequence[Mention]) -> list[Mention]:
        """The own government of those who judge its doings, where only their country is told of: *lawmakers criticised **the budget***."""
        i = home_matter(graph, act)
        if i is None or any(m.kind in COUNTRIES or m.role in ARMED_BANDS for m in sources):
            return []
        roles = {m.role for m in sources}
        if "GOV" in roles and (act.code[:2] == "12" or i == act.trigger):
            return []
        told = self.mentions.told_of(graph.starts[0], graph.ends[-1])
        homes = {m.code[:3] for m in sources if m.country is not None} or told or {self.mentions.story}
        share = TOLD_MOSTLY if "GOV" in roles or any(m.country is None for m in sources) else TOLD_WELL
        if len(homes | told) != 1 or homes != {self.mentions.story} or self.mentions.story_share < share:
            return []
        branch = branch_of(graph.lemma[i])
        code = homes.pop() + ("" if "GOV" in roles else branch if branch not in roles else "GOV")
        return [Mention(graph.starts[i], graph.ends[i], graph.text[i], graph.starts[i], code, confidence=0.45)]

    def _in_words(self, graph: Graph, resolver: Resolver, act: Act) -> bool:
        """Whether a politician attacks in words: *the senator **attacked** the mayor*; heads of state attack countries in earnest."""
        dealt = any(graph.lemma[w] in LASHING and not graph.is_verb(w) for w in act.words) and not has_weapons(
            graph, act
        )
        if graph.lemma[act.trigger] not in LASHING and not dealt:
            return False
        sources = self._resolved(resolver, act.sources, True)
        if not sources or not all(map(_is_politician, sources)):
            return False
        targets = self._resolved(resolver, act.targets, False)
        if graph.is_verb(act.trigger) and not dealt and all(m.role != "GOV" for m in sources):
            return True
        return bool(targets) and all(m.role in WORDY_ROLES or "PTY" in m.code for m in targets)

    # --- source and target

    def _pairs(
        self, graph: Graph, resolver: Resolver, act: Act
    ) -> Iterator[tuple[Mention | None, Mention | None, bool]]:
        act = self._without_scenes(graph, resolver, act)
        act = self._of_the_clause(graph, self._without_sufferers(graph, act))
        act = act if act.sources else self._by_owner(graph, resolver, act)
        act = self._by_claim(graph, act)
        act = self._by_critics(graph, resolver, act)
        act = self._by_marchers(graph, resolver, act)
        act = act if act.sources else self._by_land(graph, act)
        act = act if act.sources else self._by_forces(graph, resolver, act)
        sources = self._resolved(resolver, act.sources, True) or self._provinces(graph, act)
        targets = self._resolved(resolver, act.targets, False)
        if act.code[:2] == "04":
            sources, targets = _without_company(sources), _without_company(targets)
        if not sources and act.code[:2] == "19" and (launchers := self._launchers(graph, resolver, act)):
            sources = [m for m in launchers if all(m.code[:3] != t.code[:3] for t in targets)]
        if not sources and not act.sources and act.code in POLICE_ACTS and (targets or act.code[:2] == "09"):
            sources = self._police_who_say(graph, act)
        charged = act.code[:3] == "112" and graph.lemma[act.trigger] != "suspect" and graph.is_passive(act.trigger)
        if not sources and not act.sources and targets and charged:
            sources = self._police_who_say(graph, act)
        if act.loose_source and not targets:
            aimed_at = [
                o.governed for s in act.sources for o in graph.noun_obliques(s) if o.prep in ("on", "against", "at")
            ]
            targets = self._resolved(resolver, aimed_at, False)
        if act.reciprocal and act.operators and len(sources) > 1 and not targets:
            sources, targets = self._promised(graph, resolver, act, sources)
        if act.code in ("020", "100") and graph.lemma[act.trigger] in self.reporting and len(targets) > 1:
            abroad = [m for m in targets if all(m.code[:3] != s.code[:3] for s in sources)]
            targets = abroad or targets
        if act.code[:2] == "13" and act.operators and sources:
            targets = self._warned(graph, resolver, act, sources, targets)
        if act.code in RELEASES_ASKED:
            targets = self._resolved(resolver, self._holders(graph, act), False)[:1] or targets
        if act.code[:2] in AT_THE_SCENE and any(m.code.startswith("---") for m in sources):
            sources = self._of_the_scene(graph, act, sources)
        if act.code[:2] in ("16", "17"):
            targets = [m for m in targets if not self._is_scene(graph, act, m)]
        if act.rule.endswith("#withdraw_troops"):
            targets = [m for m in targets if not _is_own_ground(m, sources)]
        targets = [m for m in targets if not _is_bystander(graph, act, m, sources)]
        spoken = act.code[:2] in ("01", "02", "03", "04", "15") and not (act.code[:2] == "03" and act.operators)
        suffered = act.code[:2] in VIOLENT_ROOTS and bool(act.patterns) and act.patterns[-1].startswith("T ")
        if suffered and not act.sources and act.anchors:
            sources = [m for a in act.anchors for m in resolver.owners(a) if not is_unarmed(m) and m not in targets][:1]
        if not targets and not act.reciprocal and not spoken and not (suffered and sources):
            judged = act.code[:2] in ("09", "11")
            anchors = [a for a in act.anchors if not judged or graph.lemma[a] not in BEFALLING | HARM]
            owners = [m for a in anchors for m in resolver.owners(a)]
            domestic = act.code[:2] in ("14", "17", "18", "19", "20") or act.code[:3] == "081"
            by_name = act.code[:2] in WORDS_OF_PRAISE
            targets = [
                m
                for m in owners
                if all(not self._same(s, m) and (domestic or _are_apart(s, m, by_name)) for s in sources)
            ][:1]
        if not targets and not act.targets and act.code[:2] in ADDRESSED_ROOTS and not act.reciprocal:
            targets = self._resolved(resolver, self._addressed(graph, act), False)
        if not targets and sources and (not act.reciprocal or len(sources) == 1):
            targets = self._aimed_at(graph, resolver, act, sources) or self._at_home(graph, act, sources)
        if sources and act.code[:2] in BETWEEN_TWO and (not act.reciprocal or len(sources) == 1):
            at_home = {m.code[:3] for m in targets} <= {m.code[:3] for m in sources}
            targets = (self._of_the_pair(graph, act, sources) if at_home else []) or targets
        if not targets and act.code[:2] == "07" and sources:
            targets = self._helped(graph, act, sources)
        if not sources and not act.sources and (act.code in EXPULSIONS or _is_of_entry(graph, act)):
            sources = self._expelled_from(graph, resolver, act)
        if not sources and not act.sources and act.code == RELEASED and targets:
            sources = self._freed_from(graph, resolver, act)
        if not sources and not act.sources and act.code == JAILED and targets:
            sources = self._held_in(graph, resolver, act, targets)
        if act.code[:2] == "14" and not act.operators:
            targets = targets or self._besieged(graph, resolver, act)
            sources = sources or [m for m in self._protesters(graph, act) if all(m.head != t.head for t in targets)]
            targets = targets or self._provokers(graph, resolver, act) or self._lawgivers(graph, act, sources)
        places = act.places if not act.targets else ()
        if not targets and act.code[:2] in VIOLENT_ROOTS and not act.reciprocal:
            targets = [
                changed(m, code=m.code[:3], confidence=0.5)
                for p in (*places, *self._where(graph, act))
                for m in resolver.actors(p, False)
                if m.kind in ("country", "place", "capital") and all(s.code[:3] != m.code[:3] for s in sources)
            ][:1]
        struck = sources or is_by_weapon(graph, act.trigger)
        if not targets and act.code[:2] in VIOLENT_ROOTS and struck and not act.reciprocal:
            targets = self._whose_place(graph, act, sources)
        if not targets and act.code in DONE_TO_PEOPLE and sources:
            targets = self._of_age(graph, act, sources)
        if targets and act.code[:2] in VIOLENT_ROOTS:
            targets = self._at_the_scene(graph, act, targets, sources)
        targets = [m for m in targets if not _is_bystander(graph, act, m, sources)]
        if act.reciprocal and act.loose_source and len(sources) < 2:
            self.drop(graph, act, "one side only")
            return
        harmless = self._violent_thing(graph, act, targets) or act.loose_source or self._harmless_subject(graph, act)
        if act.sources and sources and act.code[:2] in ("18", "19") and self.peaceful.issuperset(act.sources):
            self.drop(graph, act, "an act as the doer")
            return
        scenes = [m for s in act.sources if (m := self.mentions.at(graph.starts[s])) is not None and m.kind == "place"]
        if act.sources and not sources and not harmless and not scenes:
            self.drop(graph, act, "the source is no actor")
            return
        if not sources and act.code[:2] in ("18", "19", "20") and self._accident(graph, act):
            self.drop(graph, act, "an accident")
            return
        several = len({m.code[:3] for m in sources}) > 1
        if act.targets and not targets and act.code[:2] == "04" and several:
            act = replace(act, targets=(), reciprocal=True)
        if act.targets and not targets and act.code[:2] in TARGET_MUST_ACT:
            self.drop(graph, act, "the target is no actor")
            return
        own = targets and all(any(self._same(s, t) for s in sources) for t in targets)
        coerced = act.code[:2] == "17" and not sources and bool(targets)
        if coerced and _are_beside(graph, act, targets) and _is_thing(graph, act.targets):
            self.drop(graph, act, "done to a thing")
            return
        if act.code in DONE_TO_PEOPLE and (own or _are_beside(graph, act, targets)) and _is_thing(graph, act.targets):
            self.drop(graph, act, "done to a thing")
            return
        unknown = bool(act.sources) and not sources and all(graph.lower[s] in ("i", "we") for s in act.sources)
        spoken = act.code[:2] == "01" or (unknown and act.code[:2] in SPOKEN_ROOTS)
        if not sources and (spoken or graph.lemma[act.trigger] in IDLE_WITHOUT_DOER):
            self.drop(graph, act, "nobody is said to do it")
            return
        if act.code[:2] == "05" and targets and _is_description(graph, act.trigger):
            self.drop(graph, act, "only says whose side somebody is on")
            return
        reason = (
            implausible(act, sources, targets, has_weapons(graph, act))
            or done_to_a_thing(graph, act, sources, [t for t in targets if not any(self._same(s, t) for s in sources)])
            or doubtful(graph, act, sources, targets)
        )
        if reason is not None:
            self.drop(graph, act, reason)
            return
        placed = act.code[:2] in (*ANONYMOUS_ROOTS, "16") and (scenes or self._place(graph, act))
        named = act.code[:2] in VIOLENT_ROOTS and act.targets and all(graph.pos[t] == "PROPN" for t in act.targets)
        anonymous = placed or named or act.code in ANONYMOUS_CODES
        if not sources and not targets and not anonymous:
            self.drop(graph, act, "no actor")
            return
        if act.code == "0841" and act.targets and not any(resolver.is_actor(t) for t in act.targets):
            self.drop(graph, act, "the target is no actor")
            return
        symmetric = self.dictionaries.cameo[act.code].symmetric or (act.mutual and act.code[:2] == "19")
        together = symmetric and not sources and not act.sources and self._is_of_several(graph, act, targets)
        if together:
            sources, targets = targets, []
        if (act.reciprocal or symmetric) and not targets and len(sources) > 1:
            sources = _named_once(sources)
            beside = graph.lemma[act.trigger] in FIGHTING and "other" not in graph.lower
            across = _is_across_borders(act, sources)
            pairs = [
                (a, b, (a.head, a.member) > (b.head, b.member))
                for a in sources
                for b in sources
                if (a.head, a.member) != (b.head, b.member)
                and not self._same(a, b)
                and not (beside and _are_comrades(a, b))
                and not (across and a.code[:3] == b.code[:3])
                and (a.code != b.code or (a.head, a.member) < (b.head, b.member))
                and (not _meet_at_home(act, a, b) or (a.head, a.member) < (b.head, b.member))
            ]
            if pairs:
                yield from pairs
                return
        if not sources and not targets:
            yield None, None, False
            return
        if not sources:
            for target in targets:
                yield None, target, False
            return
        if not targets:
            for source in sources:
                yield source, None, False
            return
        if own and len(sources) > 1 and act.code[:2] in VIOLENT_ROOTS and all(m.kind == "pronoun" for m in targets):
            for source in sources:  # *the army and the police battled **their** way into town*
                yield source, None, False
            return
        for source in sources:
            for target in targets:
                if self._same(source, target):
                    if len(targets) == 1 and (target.kind == "pronoun" or act.code.startswith(DOMESTIC)):
                        yield source, None, False
                        continue
                    self.drop(graph, act, "the same entity on both sides")
                    continue
                yield source, target, False
                mutual = symmetric and source.code != target.code and not _is_one_way(graph, act)
                if mutual and not _meet_at_home(act, source, target):
                    yield target, source, True

    def _promised(
        self, graph: Graph, resolver: Resolver, act: Act, sources: list[Mention]
    ) -> tuple[list[Mention], list[Mention]]:
        """Who promises what two countries are to do, and the other of them: ***Chad's king** vowed to foster Chadian-Malian trade*."""
        v = act.trigger
        speakers = self._resolved(resolver, graph.subjects(v), True) if graph.is_verb(v) else []
        homes = {m.code[:3] for m in speakers}
        named = {m.code[:3] for m in sources}
        if len(homes) != 1 or not homes < named or any(m.head == s.head for m in sources for s in speakers):
            return sources, []
        return speakers, [m for m in sources if m.code[:3] not in homes]

    def _of_the_pair(self, graph: Graph, act: Act, sources: Sequence[Mention]) -> list[Mention]:
        """The other of two whose ties or talks are meant: *hailed **Chadian-Malian** trade*, *the EU began **Brexit** talks*."""
        homes = {m.code[:6] if m.code.startswith("IGO") else m.code[:3] for m in sources}
        for noun in (i for i in (*act.anchors, *act.words, *act.targets) if graph.pos[i] == "NOUN"):
            for k in range(min(graph.subtree(noun)), noun):
                pair = BETWEEN_BY_NAME.get(graph.lower[k])
                if pair is not None and homes < pair and graph.lemma[noun] in CONVERSATIONS:
                    (other,) = pair - homes
                    return [
                        Mention(graph.starts[k], graph.ends[k], graph.text[k], graph.starts[k], other, confidence=0.5)
                    ]
            found = [self.mentions.adjective_at(graph.starts[k]) for k in range(min(graph.subtree(noun)), noun)]
            pairs = {a[2]: a for a in found if a is not None}
            others = [a for code, a in pairs.items() if code not in homes]
            if len(pairs) == 2 and len(others) == 1:
                start, end, code, entry = others[0]
                return [
                    Mention(
                        start, end, self.mentions.text[start:end], start, code, None, "people", entry, confidence=0.5
                    )
                ]
        return []

    def _warned(
        self, graph: Graph, resolver: Resolver, act: Act, sources: Sequence[Mention], targets: list[Mention]
    ) -> list[Mention]:
        """Those whom a threat means that names only the threatening side: *Chad warned **Mali** that it risked war with Chad*."""
        homes = {m.code[:3] for m in sources}
        v = act.trigger
        if not targets or not graph.is_verb(v) or any(m.code[:3] not in homes for m in targets):
            return targets
        args = graph.arguments(v)
        spoken = [s for c in graph.children[v] if graph.rel[c] == "clause" for s in graph.subjects(c)]
        for tokens in ((*args.recipients, *args.objects), spoken):
            others = [m for m in self._resolved(resolver, tokens, True) if m.code[:3] not in {*homes, "---"}]
            if others:
                return others
        return targets

    @staticmethod
    def _holders(graph: Graph, act: Act) -> list[int]:
        """Who holds those whose release is asked for: *the release of two editors held **in Chad***, *jailed by **Chad***."""
        return [
            o.governed
            for t in act.targets
            for c in graph.children[t]
            if graph.rel[c] in ("modifier_clause", "relative_clause") and graph.lemma[c] in HOLDING
            for o in sorted(graph.noun_obliques(c), key=lambda o: o.prep)
            if o.prep in ("by", "in")
        ]

    def _without_sufferers(self, graph: Graph, act: Act) -> Act:
        """Aims blame and protest at those who did harm, not at whom it befell: *protested against **her arrest** by police*."""
        if act.operators or act.code in BEFORE_COURT or act.rule.endswith("#attack"):
            return act
        if act.code[:2] not in ("09", "11", "14") and act.code != "012":
            return act
        found: list[int] = []
        for t in act.targets:
            noun = _harm_of(graph, t) or (_blow_against(graph, t) if act.code[:2] == "09" else None)
            blamed = (t,) if noun is None else self._blamed_for(graph, noun)
            found += blamed or ((t,) if act.code[:2] == "14" else ())
        return act if tuple(found) == act.targets else replace(act, targets=tuple(dict.fromkeys(found)))

    def _of_the_clause(self, graph: Graph, act: Act) -> Act:
        """Aims words against what a whole clause tells at its subject: ***Chad** sent tanks to Mali, **which** France opposed*."""
        v = act.trigger
        if act.code[:2] not in WORDS_AGAINST or graph.rel[v] != "relative_clause" or graph.head[v] not in act.targets:
            return act
        place = graph.head[v]
        which = next((c for c in graph.children[v] if graph.lower[c] == "which" and graph.rel[c] == "object"), None)
        if which is None or graph.text[which - 1] != "," or not self._is_country(graph, place):
            return act
        if graph.rel[place] != "prep_object" or graph.lower[graph.head[place]] not in WHITHER:
            return act
        verb = graph.head[graph.head[place]]
        while graph.pos[verb] in ("NOUN", "PROPN", "ADP") and graph.head[verb] != verb:
            verb = graph.head[verb]
        doers = graph.arguments(verb).subjects if graph.is_verb(verb) else ()
        return replace(act, targets=tuple(doers)) if doers else act

    def _blamed_for(self, graph: Graph, noun: int) -> tuple[int, ...]:
        """Who did what a noun of harm says, as far as the phrase tells: *by* whom, whose it is, or in which country it was done."""
        obliques = graph.noun_obliques(noun)
        sufferers = [k for o in obliques if o.prep in ("of", "on", "against") for k in graph.conjuncts(o.governed)]
        near = [*obliques, *(o for k in sufferers for o in graph.noun_obliques(k))]
        doers = tuple(o.governed for o in near if o.prep == "by")
        owner = graph.child(noun, "possessor")
        if not doers and owner is not None and (sufferers or self._is_country(graph, owner)):
            doers = (owner,)
        return doers or tuple(o.governed for o in near if o.prep == "in" and self._is_country(graph, o.governed))

    def _is_country(self, graph: Graph, i: int) -> bool:
        m = self.mentions.at(graph.starts[i])
        return m is not None and m.kind in ("country", "capital")

    def _provinces(self, graph: Graph, act: Act) -> list[Mention]:
        """Places that make laws and appeals like a government: ***Texas** banned the party*, *sued by **Catalonia***."""
        if act.code[:2] not in PROVINCIAL_ROOTS or not graph.is_verb(act.trigger):
            return []
        doing = [s for s in act.sources if graph.rel[s] == "subject" or graph.lower[graph.head[s]] == "by"]
        found = [self.mentions.at(graph.starts[s]) for s in doing]
        return [
            changed(m, confidence=0.6)
            for m in found
            if m is not None and m.kind == "place" and not m.code.startswith("---")
        ]

    def _helped(self, graph: Graph, act: Act, sources: Sequence[Mention]) -> list[Mention]:
        """The country abroad in or for which aid is given, however deep in the sentence: *gave a loan to build roads **in Mali***."""
        behind = (i for i in range(act.trigger + 1, graph.size) if graph.rel[i] == "prep_object")
        for i in (k for t in behind if graph.lower[graph.head[t]] in HELPING for k in graph.conjuncts(t)):
            m = self.mentions.at(graph.starts[i]) or self._by_adjective(graph, i)
            abroad = m is not None and m.country is not None and all(s.country != m.country for s in sources)
            if m is not None and abroad and m.kind in SEIZED_KINDS:
                return [changed(m, code=m.code[:3], confidence=0.5)]
        return []

    @staticmethod
    def _where(graph: Graph, act: Act) -> tuple[int, ...]:
        """The place whose clause with *where* an act stands in: *Mali, **where** France has bombed camps*."""
        v = act.trigger
        while graph.rel[v] == "conj" and graph.is_verb(graph.head[v]):
            v = graph.head[v]
        clause = graph.rel[v] == "relative_clause" and any(graph.lower[c] == "where" for c in graph.children[v])
        return (graph.head[v],) if clause else ()

    @staticmethod
    def _provokers(graph: Graph, resolver: Resolver, act: Act) -> list[Mention]:
        """Whose deed a protest follows: *protests erupted after **police** shot a boy*, *after **police** were accused of theft*."""
        verb = _verb_above(graph, act.trigger)
        for c in graph.children[verb]:
            if (
                graph.rel[c] != "adverbial_clause"
                or graph.lower[graph.child(c, "mark", "adverb") or c] not in PROVOKING
            ):
                continue
            charged = graph.is_passive(c) and graph.lemma[c] in CHARGING
            doers = graph.subjects(c) if charged else graph.arguments(c).subjects
            found = [
                m for d in doers for m in resolver.actors(d, True) if m.role in STATE_ROLES and m.kind != "pronoun"
            ]
            if found:
                return [changed(found[0], confidence=0.6 * found[0].confidence)]
        return []

    @staticmethod
    def _is_of_several(graph: Graph, act: Act, targets: Sequence[Mention]) -> bool:
        """Whether a noun of contact is *of* those who meet: *a **meeting of** the ministers of Chad and Niger*."""
        of = all(graph.rel[t] == "prep_object" and graph.lower[graph.head[t]] == "of" for t in act.targets)
        return of and not graph.is_verb(act.trigger) and len({m.code for m in targets}) > 1

    def _without_scenes(self, graph: Graph, resolver: Resolver, act: Act) -> Act:
        """Makes places of cities that stand before a word of violence as if they had done it: *the **Kabul** bombing*."""
        scenes = [s for s in act.sources if self._is_where(graph, resolver, s)]
        if act.code[:2] in VIOLENT_ROOTS and act.sources:
            act = self._without_victims(graph, act)
        if act.code[:2] == "04" and not graph.is_verb(act.trigger):
            scenes = [s for s in act.sources if self._is_venue(graph, act, s)]
            return replace(act, sources=tuple(s for s in act.sources if s not in scenes)) if scenes else act
        if not scenes or act.code[:2] not in ANONYMOUS_ROOTS:
            return act
        left = tuple(s for s in act.sources if s not in scenes)
        return replace(act, sources=left, places=(*act.places, *scenes))

    def _is_venue(self, graph: Graph, act: Act, i: int) -> bool:
        """Whether a city stands before the talks that are held there: *the **Astana** talks*."""
        m = self.mentions.at(graph.starts[i])
        before = graph.rel[i] == "compound" and graph.head[i] in (act.trigger, *act.words)
        return before and m is not None and m.kind in ("capital", "place") and not self._is_seat(m)

    def _is_where(self, graph: Graph, resolver: Resolver, s: int) -> bool:
        """Whether a noun before a word of violence is a place, or a house in one: *the **Kabul** bombing*, *the Leeds **Arena** attack*."""
        m = self.mentions.at(graph.starts[s])
        if m is not None:
            return resolver.is_scene(s, m)
        inside = [self.mentions.at(graph.starts[c]) for c in graph.children[s] if graph.rel[c] == "compound"]
        return any(m is not None and m.kind in ("place", "capital") and resolver.is_scene(s, m) for m in inside)

    def _without_victims(self, graph: Graph, act: Act) -> Act:
        """Makes targets of those before a word of violence who do none: *the **hospital** bombing*."""
        victims = tuple(
            s
            for s in act.sources
            if graph.rel[s] == "compound"
            and graph.pos[graph.head[s]] == "NOUN"
            and (m := self.mentions.at(graph.starts[s])) is not None
            and m.kind == "agent"
            and is_unarmed(m)
        )
        if not victims:
            return act
        return replace(act, sources=tuple(s for s in act.sources if s not in victims), targets=act.targets or victims)

    def _by_owner(self, graph: Graph, resolver: Resolver, act: Act) -> Act:
        """Gives a passive without a doer the owner of its raid or sanctions: *killed in a **Chadian** raid*."""
        v = act.trigger
        if not act.targets or not graph.is_verb(v) or not (graph.is_passive(v) or graph.lemma[v] == "die"):
            return act
        for w in dict.fromkeys((*act.words, *_blows_behind(graph, v))):
            cells = act.code == "173" and graph.lemma[w] in CELLS
            if w == v or graph.pos[w] != "NOUN" or not (cells or graph.lemma[w] in OWNED_ACTS):
                continue
            below = [c for c in graph.children[w] if graph.rel[c] in ("possessor", "compound", "modifier")]
            below += [k for c in below if graph.rel[c] == "compound" for k in graph.children[c]]
            for c in below:
                if graph.pos[c] == "PRON" or c in act.targets:
                    continue
                found = [m for m in resolver.actors(c, True) if m.kind != "name" and not is_unarmed(m)]
                m = self.mentions.at(graph.starts[c])
                if found and not (m is not None and resolver.is_scene(c, m)):
                    return replace(act, sources=(c,))
        return act

    @staticmethod
    def _by_claim(graph: Graph, act: Act) -> Act:
        """Gives a blow to those who say that it was theirs: *the rebels **claimed responsibility for** the Mali bombing*."""
        below = [
            c for w in (act.trigger, *act.words) for c in graph.children[w] if graph.rel[c] in ("modifier", "compound")
        ]
        if act.code[:2] not in VIOLENT_ROOTS or not set(act.sources).issubset(below):
            return act
        if not act.sources and not act.targets:
            return act
        for w in (act.trigger, *act.words):
            link = graph.head[w]
            duty = graph.head[link]
            verb = graph.head[duty]
            owned = graph.lower[duty] == "responsibility" and graph.lemma[verb] in CLAIMING
            if graph.rel[w] == "prep_object" and graph.lower[link] == "for" and owned:
                return replace(act, sources=graph.subjects(verb), targets=act.targets or act.sources)
        return act

    @staticmethod
    def _by_critics(graph: Graph, resolver: Resolver, act: Act) -> Act:
        """Gives a judgement to those whom its pattern only names: *came under fire **from lawmakers***."""
        if act.code[:2] != "11" or act.sources:
            return act
        critics = [
            w for w in act.words if graph.rel[w] == "prep_object" and graph.lower[graph.head[w]] in ("from", "by")
        ]
        return replace(act, sources=tuple(w for w in critics if resolver.actors(w, True)))

    @staticmethod
    def _by_marchers(graph: Graph, resolver: Resolver, act: Act) -> Act:
        """Makes sources of people of whom a protest is: *the protests **of farmers** went on*."""
        if act.code[:2] != "14" or act.sources or act.operators or graph.is_verb(act.trigger):
            return act
        marchers = [t for t in act.targets if graph.lower[graph.head[t]] == "of" and graph.tag[t] == "NNS"]
        people = all(m.kind == "agent" and is_unarmed(m) for t in marchers for m in resolver.actors(t, True))
        if not marchers or not people or not any(resolver.actors(t, True) for t in marchers):
            return act
        return replace(act, sources=tuple(marchers), targets=tuple(t for t in act.targets if t not in marchers))

    @staticmethod
    def _by_forces(graph: Graph, resolver: Resolver, act: Act) -> Act:
        """Gives a deployment that nobody orders those who are deployed: *the deployment of **Chadian troops***."""
        if act.code[:3] != "154" or act.operators:
            return act
        sent = [w for w in (*act.words, *act.targets) if graph.pos[w] == "NOUN" and w != act.trigger]
        for w in sent:
            found = resolver.actors(w, True)
            if found and all(m.role == "MIL" and m.confidence > INHERITED for m in found):
                return replace(act, sources=(w,), targets=tuple(t for t in act.targets if t != w))
        return act

    def _by_land(self, graph: Graph, act: Act) -> Act:
        """Gives a passive without a doer the state by whose law it holds: *a group **outlawed in** Chad*."""
        v = act.trigger
        if act.code[:3] not in LAWFUL or not act.targets or not graph.is_verb(v) or graph.lemma[v] not in BY_LAW:
            return act
        lands = [
            o.governed
            for o in graph.arguments(v).obliques
            if o.prep == "in"
            and (m := self.mentions.at(graph.starts[o.governed])) is not None
            and m.kind in ("country", "capital")
        ]
        if not graph.is_passive(v) or not lands:
            return act
        return replace(act, sources=(lands[0],), targets=tuple(t for t in act.targets if t not in lands))

    def _at_the_scene(
        self, graph: Graph, act: Act, targets: Sequence[Mention], sources: Sequence[Mention] = ()
    ) -> list[Mention]:
        """Gives victims of whom only the story told the country that of the place: *gunmen of Chad killed **ten people** in Mali*."""
        owners = {m.code[:3] for m in sources if m.role in STATE_FORCES or not m.code[3:]}
        targets = [self._of_other_state(graph, m) if _is_state_of_story(m, owners) else m for m in targets]
        local = [
            m.kind == "agent"
            and (is_unarmed(m) or (m.role in ARMED_BANDS and m.code[:3] in owners))
            and (m.confidence == INHERITED or m.country is None)
            for m in targets
        ]
        place = self._place(graph, act) or self._place_of_blow(graph, act) if any(local) else None
        if place is None or place.country is None:
            foreign = [_is_coalition(m) for m in sources]
            return [
                changed(m, code="---" + m.code[3:]) if here and any(foreign) and m.code[:3] in owners else m
                for m, here in zip(targets, local, strict=True)
            ]
        return [
            changed(m, code=place.code[:3] + m.code[3:]) if here else m for m, here in zip(targets, local, strict=True)
        ]

    def _whose_place(self, graph: Graph, act: Act, sources: Sequence[Mention]) -> list[Mention]:
        """The country in which a village or post is attacked, or that of the rebels who attack it: *raided **a camp in Mali***."""
        struck = struck_places(graph, act)
        if not struck:
            return []
        near = (o.governed for t in struck for o in graph.noun_obliques(t) if o.prep in PLACE_PREPOSITIONS)
        place = next((m for i in near if (m := self._place_at(graph, i)) is not None), None) or self._place(graph, act)
        if place is None:
            rebels = [s for s in sources if s.role in ARMED_BANDS and s.country is not None]
            start, end, text = graph.starts[struck[0]], graph.ends[struck[0]], graph.text[struck[0]]
            return [Mention(start, end, text, start, s.code[:3], None, "place", confidence=0.5) for s in rebels][:1]
        return [replace(place, code=place.code[:3], confidence=0.5)] if place.country is not None else []

    @staticmethod
    def _of_age(graph: Graph, act: Act, sources: Sequence[Mention]) -> list[Mention]:
        """Somebody of whom only the age is told, whom the police of his country hold: *arrested **a 42-year-old***."""
        old = next((t for t in act.targets if graph.lower[t] in ("old", "olds") and graph.text[t - 1] == "-"), None)
        police = next((s for s in sources if s.role in SEARCHING and s.country is not None), None)
        if old is None or police is None:
            return []
        start, end = graph.starts[max(0, old - 4)], graph.ends[old]
        text = "".join(graph.text[max(0, old - 4) : old + 1])
        return [
            Mention(start, end, text, graph.starts[old], police.code[:3] + "CVL", None, "agent", confidence=INHERITED)
        ]

    def _of_other_state(self, graph: Graph, m: Mention) -> Mention:
        """A government that a state strikes is that of another country of the sentence: *the US bombed **government** posts in Syria*."""
        here = self.mentions.between(graph.starts[0], graph.ends[-1])
        others = {k.code[:3] for k in here if k.kind in (*SEIZED_KINDS, "people") and k.code[:3] != m.code[:3]}
        return replace(m, code=others.pop() + m.code[3:]) if len(others) == 1 else m

    def _place_of_blow(self, graph: Graph, act: Act) -> Mention | None:
        """Where the blow fell that hurt somebody: *a raid **in Mali** killed ten*, *hit a market **in Bonn**, killing two*."""
        found = blow_places(graph, act)
        return next((changed(m, code=m.code[:3]) for i in found if (m := self._place_at(graph, i)) is not None), None)

    def _place_at(self, graph: Graph, i: int) -> Mention | None:
        m = self.mentions.at(graph.starts[i])
        return m if m is not None and m.kind in SEIZED_KINDS else None

    def _of_the_scene(self, graph: Graph, act: Act, sources: Sequence[Mention]) -> list[Mention]:
        """Gives protesters, police and militants of no country that of the place: *protesters burned a flag **in Basra***."""
        place = self._place(graph, act)
        for o in (o for t in act.targets for o in graph.noun_obliques(t)) if place is None else ():
            found = self.mentions.at(graph.starts[o.governed])
            if o.prep in PLACE_PREPOSITIONS and found is not None and found.kind in ("place", "capital", "country"):
                place = found
                break
        if place is None or place.country is None:
            return list(sources)
        local = [
            m.code.startswith("---") and m.kind == "agent" and m.role in LOCAL_ROLES and (m.plural or m.role == "COP")
            for m in sources
        ]
        return [
            changed(m, code=place.code[:3] + m.code[3:], confidence=0.6) if here else m
            for m, here in zip(sources, local, strict=True)
        ]

    @staticmethod
    def _held_in(graph: Graph, resolver: Resolver, act: Act, targets: Sequence[Mention]) -> list[Mention]:
        """The country *in* which a foreigner was arrested or jailed, where nobody is named who did it."""
        homes = {m.country for m in targets}
        nouns = () if graph.is_verb(act.trigger) else act.targets
        return [
            changed(m, code=m.code[:3], confidence=0.5)
            for i in (act.trigger, *nouns)
            for o in graph.noun_obliques(i)
            if o.prep == "in"
            for m in resolver.actors(o.governed, False)
            if m.kind in ("country", "capital", "place") and m.country and None not in homes and m.country not in homes
        ][:1]

    @staticmethod
    def _freed_from(graph: Graph, resolver: Resolver, act: Act) -> list[Mention]:
        """In which country's jail those were who are let go: *freed from a **Chadian** jail*, *from a prison **in Chad***."""
        cells = [o.governed for o in graph.noun_obliques(act.trigger) if o.prep == "from"]
        cells = [i for i in cells if graph.lemma[i] in CELLS]
        around = [o.governed for i in (*cells, act.trigger) if cells for o in graph.noun_obliques(i) if o.prep == "in"]
        found = [m for i in cells for m in resolver.owners(i)] + [m for i in around for m in resolver.actors(i, False)]
        return [
            changed(m, code=m.code[:3], kind="country", confidence=0.5)
            for m in found
            if m.country is not None and m.kind in COUNTRIES
        ][:1]

    def _police_who_say(self, graph: Graph, act: Act) -> list[Mention]:
        """The police who report an arrest or release without saying whose it was: *two men were held, **police** said*."""
        said = self._attribution(graph, act, None)
        if said is not None and INFORMANTS.search(said.text):
            return []
        known = said is not None and ("COP" in said.code or PROSECUTORS.search(said.text) is not None)
        return [changed(said, confidence=0.6 * said.confidence)] if said is not None and known else []

    def _is_scene(self, graph: Graph, act: Act, target: Mention) -> bool:
        """Whether a target is only where it happened: *talks were suspended in **Geneva***."""
        if target.kind not in ("place", "capital") and not (target.kind == "country" and act.code[:2] == "17"):
            return False
        return any(
            graph.starts[t] == target.head
            and graph.rel[t] == "prep_object"
            and graph.lower[graph.head[t]] in ("in", "at")
            for t in act.targets
        )

    def _harmless_subject(self, graph: Graph, act: Act) -> bool:
        """Whether a source that is no actor may be left null: a relative *that*, a number, a name that nobody knows, some states."""
        if act.code[:2] in DONE_BY_SOMEBODY:
            return False
        if act.code == "042":
            return not act.operators and all(graph.pos[s] in UNNAMED for s in act.sources)
        if _is_of_states(graph, act.sources) or act.code in ANONYMOUS_CODES:
            return True
        return all(graph.pos[s] in UNNAMED or graph.pos[s] == "PROPN" for s in act.sources)

    @staticmethod
    def _violent_thing(graph: Graph, act: Act, targets: list[Mention]) -> bool:
        """Whether violence against somebody is done by a thing or person unknown: *a helicopter attacked the refugees*."""
        return act.code[:2] in ("18", "19") and bool(targets) and all(graph.pos[s] == "NOUN" for s in act.sources)

    @cached_property
    def _accidents(self) -> tuple[dict[str, str], set[str]]:
        """The verbs of accidents, each with the word that must stand with it or "", and the nouns."""
        verbs = {p[0]: p[-1] if len(p) > 1 else "" for p in self.dictionaries.word_sets.get("accident_verbs", ())}
        nouns = {p[-1] for p in self.dictionaries.word_sets.get("accident_nouns", ())}
        return verbs, nouns

    def _accident(self, graph: Graph, act: Act) -> bool:
        """Whether people came to harm by accident: *killed when their truck overturned*, *hurt in a quake*."""
        verbs, nouns = self._accidents
        v = act.trigger
        clauses = [k for c in graph.children[v] if graph.rel[c] == "adverbial_clause" for k in graph.conjuncts(c)]
        if graph.rel[v] == "adverbial_clause" and graph.tag[v] == "VBG":
            clauses.append(graph.head[v])
        for c in clauses:
            beside = verbs.get(graph.lemma[c])
            if beside is not None and (not beside or any(graph.lower[k] == beside for k in graph.children[c])):
                return True
            if any(graph.lemma[s] in nouns for s in graph.arguments(c).subjects):
                return True
        near = [o.governed for i in (v, *clauses) for o in graph.noun_obliques(i) if o.prep in CAUSAL_PREPOSITIONS]
        return any(graph.lemma[i] in nouns or _is_a_fire(graph, i) for i in (*near, *act.sources))

    @staticmethod
    def _expelled_from(graph: Graph, resolver: Resolver, act: Act) -> list[Mention]:
        """The country that somebody was expelled *from*, or denied entry *to*, where nobody is named who did it."""
        ways = ("to", "into") if _is_of_entry(graph, act) else ("from",)
        obliques = [o for i in (act.trigger, *act.words) for o in graph.noun_obliques(i)]
        return [
            m
            for o in obliques
            if o.prep in ways
            for m in resolver.actors(o.governed, False)
            if m.kind in ("country", "capital")
        ][:1]

    def _protesters(self, graph: Graph, act: Act) -> list[Mention]:
        """Who protests where nobody is named: the people of the place, or of the country that the story is about."""
        place = self._place(graph, act)
        if place is None:
            return self._at_home_on_the_streets(graph, act)
        if place.code.startswith("---"):
            return []
        return [changed(place, code=place.code[:3] + "CVL", confidence=0.5)]

    def _at_home_on_the_streets(self, graph: Graph, act: Act) -> list[Mention]:
        """Those who strike or protest in a sentence that tells of no country but the story's: *a week of **protests***."""
        home, i = self.mentions.story, act.trigger
        elsewhere = self.mentions.told_of(graph.starts[0], graph.ends[-1]) - {home}
        if act.sources or act.targets or not home or elsewhere or self.mentions.story_share < TOLD_WELL:
            return []
        if graph.is_verb(i) or not _is_measured(graph, i):
            return []
        sentence = self.mentions.sentences[self.mentions.sentence_of(graph.starts[i])]
        if not self.mentions.names_somebody(sentence):  # the gate lets no such sentence pass
            return []
        code = home + ("LAB" if act.code == "143" else "CVL")
        return [Mention(graph.starts[i], graph.ends[i], graph.text[i], graph.starts[i], code, confidence=0.45)]

    def _besieged(self, graph: Graph, resolver: Resolver, act: Act) -> list[Mention]:
        """Before whose door a protest is: *a protest **outside the Turkish embassy***; a city is no door."""
        doors = [o.governed for o in graph.noun_obliques(act.trigger) if o.prep in ("outside", "near")]
        return [
            m
            for d in doors
            for m in resolver.actors(d, False)
            if m.kind in ("agent", "actor") or (m.kind == "capital" and self._is_seat(m))
        ][:1]

    def _is_seat(self, m: Mention) -> bool:
        """Whether a mention is a building that stands for a government, such as the Kremlin."""
        return any(m.text in c.seats for c in self.dictionaries.countries if c.code == m.code[:3])

    @staticmethod
    def _lawgivers(graph: Graph, act: Act, sources: Sequence[Mention]) -> list[Mention]:
        """The government whose law or tax people protest against where nobody else is named for it."""
        laws = [i for i in (*act.words, *act.targets) if graph.lemma[i] in LAWS or graph.lower[i] in LAWS]
        homes = {m.code[:3] for m in sources if m.country is not None}
        if not laws or len(homes) != 1:
            return []
        i = laws[-1]
        code = homes.pop() + "GOV"
        return [Mention(graph.starts[i], graph.ends[i], graph.text[i], graph.starts[i], code, confidence=0.5)]

    @staticmethod
    def _resolved(resolver: Resolver, tokens: Sequence[int], source: bool) -> list[Mention]:
        out: list[Mention] = []
        for token in tokens:
            for m in resolver.actors(token, source):
                if all((m.head, m.member) != (o.head, o.member) and not _one_name(m, o) for o in out):
                    out.append(m)
        return out

    @staticmethod
    def _same(a: Mention, b: Mention) -> bool:
        if (a.head, a.member) == (b.head, b.member):
            return True
        if (a.start, a.end, a.member) == (b.start, b.end, b.member):
            return True
        if a.code != b.code or a.code.startswith("---"):
            return False
        if "pronoun" in (a.kind, b.kind) and "capital" in (a.kind, b.kind):
            return True
        if a.name is not None and b.name is not None:
            return a.name == b.name
        return a.text.lower() == b.text.lower()

    # --- the row

    def _setting(self, sentence: Sentence, graph: Graph, act: Act) -> Setting:
        return Setting(
            self._date(sentence, graph, act),
            self._place(graph, act),
            self._trigger_span(graph, act.trigger, sorted({act.trigger, *act.words})),
            casualties(graph, act.trigger, act.targets, act.code[:2]),
        )

    def _event(
        self,
        sentence: Sentence,
        graph: Graph,
        act: Act,
        setting: Setting,
        source: Mention | None,
        target: Mention | None,
        mirrored: bool,
    ) -> Event:
        document = self.document
        realis = act.realis
        dated, place, (start, end), numbers = setting
        if dated is not None:
            day, precision, basis = dated.day, dated.precision, dated.basis
        else:
            day, precision, basis = document.date, "day", "assumed"
        if realis == "actual" and (self._is_long_ago(day) or self._remembered(graph, act.trigger)):
            realis = "historical"
        code = self._code(graph, act, source, target, place)
        cameo = self.dictionaries.cameo[code]
        plover = self.dictionaries.plover.get(code)
        event_id = self._id(graph, act, source, target)
        mirror = self._id(graph, act, target, source) if mirrored else None
        attributed = self._attribution(graph, act, source)
        return Event(
            event_id=event_id,
            mirror_of=mirror,
            document_id=document.id,
            sentence=sentence.index,
            published_on=document.date,
            event_date=day,
            event_date_precision=precision,
            event_date_basis=basis,
            **_side("source", source),
            **_side("target", target),
            event_code=code,
            event_root=code[:2],
            quad_class=cameo.quad_class,
            goldstein=cameo.goldstein,
            plover_type=plover.type if plover else None,
            plover_mode=plover.mode if plover else None,
            contexts=plover.contexts if plover else (),
            trigger_text=document.text[start:end],
            trigger_start=start,
            trigger_end=end,
            rule_id=act.rule,
            operators=act.operators,
            realis=realis,
            attributed_code=attributed.code if attributed else None,
            attributed_text=attributed.text if attributed else None,
            place_name=place.text if place else None,
            place_country=place.country if place else None,
            place_admin1=None,
            latitude=None,
            longitude=None,
            place_geonameid=None,
            deaths=numbers.get("deaths"),
            injuries=numbers.get("injuries"),
            detained=numbers.get("detained"),
            participants=numbers.get("participants"),
            confidence=confidence(act, source, target, not act.targets),
            story_id=document.story_id,
            dictionary_version=self.dictionary_version,
            coder_version=self.coder_version,
            trace=trace_of(act, source, target, sentence.text[dated.start : dated.end] if dated else None),
        )

    @staticmethod
    def _code(graph: Graph, act: Act, source: Mention | None, target: Mention | None, place: Mention | None) -> str:
        """The code of the act: a meeting in a country of neither side is one at a third place (044), a town seized is occupied."""
        if act.code == "172" and _is_embargo(graph, act, source, target):
            return "163"
        if (
            act.code == "144"
            and graph.lemma[act.trigger] in BARRING
            and (source is None or source.role in (None, "GOV"))
        ):
            return "172"
        if act.code == "143" and not act.operators and source is not None and source.role == "MIL":
            return "190"
        if act.code == "183" and source is not None and _bombs_from_the_air(graph, act, source):
            return "195"
        if act.code == "163" and _is_travel_ban(graph, act, target):
            return "172"
        if act.code == "051" and not act.operators and _is_armed_support(graph, act, source, target):
            return "072"
        other = unconventional(graph, act, source)
        if other is not None:
            return other
        if act.code == "061" and source is not None and source.code[:3] in ("IGO", "NGO"):
            return "073" if graph.lemma[act.trigger] in HANDING_OUT else act.code
        if act.code == "145" and source is not None and source.role in ("REB", "UAF", "SEP"):
            return "190"
        if act.code == "145" and source is not None and source.role in ("MIL", "COP"):
            return "171" if graph.lemma[act.trigger] in LOOTING else act.code
        if act.code == "173" and target is not None and target.kind in SEIZED_KINDS:
            itself = any(target.start <= graph.starts[t] < target.end or graph.lemma[t] in PLACES for t in act.targets)
            return "192" if itself and graph.lemma[act.trigger] in CAPTURING else act.code
        if act.code != "040" or source is None or target is None or place is None or place.country is None:
            return act.code
        at_home = place.country in (source.country, target.country) or source.country is None or target.country is None
        return act.code if at_home else "044"

    def _id(self, graph: Graph, act: Act, source: Mention | None, target: Mention | None) -> str:
        parts = [self.document.id, str(graph.starts[act.trigger])]
        parts += ["-" if m is None else f"{m.head}.{m.member}" for m in (source, target)]
        if act.alone:
            parts.append("embedded")
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]

    @staticmethod
    def _trigger_span(graph: Graph, trigger: int, words: list[int]) -> tuple[int, int]:
        """The words of the trigger as one stretch; words far off are left to the trace."""
        low = high = trigger
        for w in sorted(words, key=lambda w: abs(w - trigger)):
            if low - 4 <= w <= high + 4:
                low, high = min(low, w), max(high, w)
        return graph.starts[low], graph.ends[high]

    @staticmethod
    def _remembered(graph: Graph, trigger: int) -> bool:
        """Whether the act is named for its anniversary: *the anniversary of the genocide*."""
        above = graph.head[trigger]
        return graph.rel[trigger] == "prep_object" and graph.lemma[graph.head[above]] in REMEMBRANCE

    def _date(self, sentence: Sentence, graph: Graph, act: Act) -> DatedWords | None:
        ahead = any(o.endswith(("#will", "#agree", "#threaten")) for o in act.operators)
        future = act.realis == "future" or act.code[:2] == "03" or ahead
        found = [d for d in self._dates_in(sentence, future) if not self._names_a_thing(sentence, graph, act, d)]
        if not found:
            return None
        at = graph.starts[act.trigger] - sentence.start
        owners = [self._owner(graph, act.trigger, d.start + sentence.start) for d in found]
        below = [d for d, o in zip(found, owners, strict=True) if o == act.trigger]
        free = [d for d, o in zip(found, owners, strict=True) if o is None]
        pool = below or [d for d in free if d.precision == "day" or abs(d.start - at) < 60]
        pool = pool or [d for d in found if self._is_long_ago(d.day) and self._is_of_its_deed(sentence, graph, act, d)]
        return min(pool, key=lambda d: (abs(d.start - at), d.start)) if pool else None

    def _dated_ahead(self, sentence: Sentence, graph: Graph, act: Act) -> Act:
        """Makes future of an act that a noun names and whose day is still to come: *their meeting **on June 4***."""
        verbal = any(graph.is_verb(i) for i in (act.trigger, *act.words))
        if act.realis != "actual" or verbal or act.operators or act.code[:2] in SPEECH_ROOTS:
            return act
        dated = self._date(sentence, graph, act)
        if dated is None or dated.precision != "day" or dated.day <= self.document.date:
            return act
        before = sentence.text[: dated.start].split()[-1:]
        lasting = before and before[0].lower() in ("until", "till", "by", "through", "before")
        return act if lasting else replace(act, realis="future")

    def _is_long_ago(self, day: date) -> bool:
        return (self.document.date - day).days > HISTORICAL_AFTER_DAYS

    def _names_a_thing(self, sentence: Sentence, graph: Graph, act: Act, dated: DatedWords) -> bool:
        """Whether a year names a thing, not an act: *criticised the **2015** deal*, but not *a **17th-century** king*."""
        if dated.precision != "year" or dated.day.year < FIRST_YEAR_OF_A_NAME:
            return False
        i = bisect_right(graph.starts, dated.end - 1 + sentence.start) - 1
        thing = graph.head[i]
        if i < 0 or thing <= i or graph.rel[i] not in ("number", "modifier", "compound"):
            return False
        named = graph.pos[thing] in ("NOUN", "PROPN") and graph.lemma[thing] not in TIMES
        return named and thing not in self.triggers and thing not in act.words

    @staticmethod
    def _is_of_its_deed(sentence: Sentence, graph: Graph, act: Act, dated: DatedWords) -> bool:
        """Whether a date stands with the deed that an act belongs to: *took the town **in 1994**, killing hundreds*."""
        if sentence.text[dated.start : dated.start + 5].lower() == "since":
            return False
        at = _verb_of_date(graph, bisect_right(graph.starts, dated.end - 1 + sentence.start) - 1)
        if at is None:
            return False
        own = _verb_above(graph, act.trigger)
        if graph.rel[at] == "adverbial_clause" and graph.head[at] == own:
            return any(graph.lower[c] == "when" for c in graph.children[at])
        for _ in range(3):
            if own == at:
                return True
            if graph.rel[own] not in PARTS_OF_A_DEED:
                return False
            own = _verb_above(graph, graph.head[own])
        return False

    def _dates_in(self, sentence: Sentence, future: bool) -> list[DatedWords]:
        key = (sentence.index, future)
        if key not in self._dates:
            self._dates[key] = find_dates(sentence.text, self.document.date, future)
        return self._dates[key]

    def _owner(self, graph: Graph, trigger: int, offset: int) -> int | None:
        """The trigger that the date at an offset hangs on: this one, another of the sentence, or none."""
        k = bisect_right(graph.starts, offset) - 1
        i = k if k >= 0 and offset < graph.ends[k] else None
        for _ in range(8):
            if i is None:
                return None
            if i == trigger or i in self.triggers:
                return i
            if graph.is_verb(i) or graph.head[i] == i or graph.rel[i] == "apposition":
                return None
            i = graph.head[i]
        return None

    def _attribution(self, graph: Graph, act: Act, source: Mention | None) -> Mention | None:
        """Who reports the act: the subject of a reporting verb above it, or *according to X*."""
        i = act.trigger
        for _ in range(6):
            head = graph.head[i]
            if head == i:
                break
            if graph.rel[i] in ("clause", "parataxis") and graph.lemma[head] in self.reporting:
                for s in graph.arguments(head).subjects:
                    m = self.mentions.at(graph.starts[s])
                    if m is not None and (source is None or m.head != source.head):
                        return m
            i = head
        for k in range(graph.size - 2):
            if graph.lower[k] == "according" and graph.lower[k + 1] == "to":
                for o in range(k + 2, min(k + 8, graph.size)):
                    m = self.mentions.at(graph.starts[o])
                    if m is not None:
                        return m
        return None

    def _by_adjective(self, graph: Graph, i: int) -> Mention | None:
        """A place that only its country names: *the **Syrian capital***."""
        beside = (c for c in graph.children[i] if graph.rel[c] in ("modifier", "compound"))
        for c in (k for b in beside for k in graph.conjuncts(b)):
            found = self.mentions.adjective_at(graph.starts[c])
            if found is not None:
                return Mention(
                    found[0], graph.ends[i], graph.text[i], graph.starts[i], found[2][:3], None, "place", found[3]
                )
        return None

    def _place(self, graph: Graph, act: Act) -> Mention | None:
        """Where it happened: a place after a preposition that hangs on the trigger or its verb."""
        candidates = list(act.places)
        i = act.trigger
        for _ in range(3):
            candidates += [o.governed for o in graph.noun_obliques(i) if o.prep in PLACE_PREPOSITIONS]
            if graph.is_verb(i) or graph.head[i] == i:
                break
            i = graph.head[i]
        for c in candidates:
            m = self.mentions.at(graph.starts[c])
            if m is not None and m.kind in ("place", "capital", "country"):
                return changed(m, code=m.code[:3])
            if m is None and graph.lemma[c] in PLACES and (found := self._by_adjective(graph, c)) is not None:
                return found
        return None


def _is_state_of_story(m: Mention, owners: set[str]) -> bool:
    """Whether only the story gives a government or army the country of those who strike it."""
    state = m.text.lower().split()[-1] in STATE_BODIES
    return m.kind == "agent" and state and m.confidence == INHERITED and m.code[:3] in owners


def _is_coalition(m: Mention) -> bool:
    """Whether several states strike together, none of them at its own people: *the US-led **coalition***."""
    return "coalition" in m.text.lower() or m.code[:6] == "IGONAT"


def _is_of_entry(graph: Graph, act: Act) -> bool:
    """Whether somebody is not let in: *was denied **entry** to Chad*."""
    return act.code[:2] == "12" and any(graph.lemma[w] in ENTRIES for w in act.words)


def _is_measured(graph: Graph, i: int) -> bool:
    """Whether it is said how large or long a protest was, so that it is told and not only named: *a **week** of protests*."""
    below = {graph.lower[c] for c in graph.children[i]}
    above = graph.head[graph.head[i]] if graph.lower[graph.head[i]] == "of" else -1
    strike = graph.lemma[i] == "strike" and below.isdisjoint({"the", "this", "that"}) and FIRE.isdisjoint(graph.lower)
    return strike or not below.isdisjoint(LARGE) or (above >= 0 and graph.lemma[above] in STRETCHES)


def _of_the_talks(graph: Graph, act: Act) -> Act:
    """Gives talks that break down those who held them: *talks **between Chad and Niger** collapsed*, *talks **with rebels***."""
    held = [o for talks in act.sources for o in graph.noun_obliques(talks)]
    between = tuple(k for o in held if o.prep == "between" for k in graph.conjuncts(o.governed))
    if len(between) > 1:
        return replace(act, sources=between, reciprocal=True, loose_source=False)
    return replace(act, targets=tuple(o.governed for o in held if o.prep == "with"))


def _is_kept_quiet(graph: Graph, w: int) -> bool:
    """Whether somebody will not *discuss* a thing with anybody; what lies on the table of talks he refuses to settle."""
    return graph.lemma[w] == "discuss" and all(
        graph.lemma[graph.core(o)] not in ON_THE_TABLE for o in graph.arguments(w).objects
    )


def _is_a_fire(graph: Graph, i: int) -> bool:
    """Whether something burns, and nobody shoots: *died in **a fire***, not *under fire*."""
    return graph.lemma[i] == "fire" and any(graph.lower[c] in ("a", "the", "house") for c in graph.children[i])


def _verb_of_date(graph: Graph, i: int) -> int | None:
    """The verb that a date hangs on, through prepositions and words of time only: not that of *criticised the **2015** deal*."""
    for _ in range(graph.size):
        if i < 0 or graph.is_verb(i):
            return i if i >= 0 else None
        above = graph.head[i]
        if above == i or not (graph.pos[i] in ("ADP", "NUM") or graph.lemma[i] in TIMES):
            return None
        i = above
    return None


def _verb_above(graph: Graph, i: int) -> int:
    """The nearest verb at or above a token; the root of the sentence if there is none."""
    for _ in range(graph.size):
        if i < 0 or graph.is_verb(i) or graph.head[i] == i:
            break
        i = graph.head[i]
    return max(i, 0)


def _are_apart(a: Mention, b: Mention, by_name: bool) -> bool:
    """Whether two mentions are of different countries or, for praise and blame, two people or bodies with names of their own."""
    named = by_name and a.name is not None and b.name is not None and a.name != b.name
    return a.code[:3] != b.code[:3] or (named and {a.kind, b.kind} <= {"actor", "pronoun"})


def _are_two(a: Mention, b: Mention) -> bool:
    """Whether an actor is another than a second one, which is more than its country."""
    return _are_apart(a, b, True) or (bool(b.code[3:]) and a.code != b.code)


def _named_once(mentions: Sequence[Mention]) -> list[Mention]:
    """Leaves out who is named as well as introduced: *the Malian and Chadian **ministers**, Amadou Keita and Issa Bello, met*."""
    named = {m.code for m in mentions if m.kind == "actor" or m.kind == "name"}
    return [m for m in mentions if m.kind != "agent" or not m.plural or m.code not in named]


def _held_by(graph: Graph, act: Act) -> tuple[int, ...]:
    """From whom a town is freed: *liberated the town **from the rebels***."""
    nouns = [act.trigger, *(i for t in act.targets for i in (t, graph.head[graph.head[t]]))]
    return tuple(dict.fromkeys(o.governed for n in nouns for o in graph.noun_obliques(n) if o.prep == "from"))


def _is_own_ground(target: Mention, sources: Sequence[Mention]) -> bool:
    """Whether those who withdraw only leave a place or position in their own country: *Malian rebels withdrew from **Kidal***."""
    ground = target.kind in SEIZED_KINDS or target.confidence < LOOSE
    return ground and any(s.code[:3] == target.code[:3] for s in sources)


def _is_bystander(graph: Graph, act: Act, target: Mention, sources: Sequence[Mention]) -> bool:
    """Whether a target found is only a topic, a place or the doer's own side."""
    root = act.code[:2]
    if root == "14":
        at = next((k for k in range(graph.size) if graph.starts[k] == target.head), None)
        link = graph.head[at] if at is not None and graph.rel[at] == "prep_object" else None
        return link is not None and graph.lower[link] in ROUTES and target.kind in SEIZED_KINDS
    loose = target.confidence < LOOSE and target.kind != "pronoun"
    if root in TALKING and loose and (target.kind in COUNTRIES or target.role == "GOV"):
        return bool(sources) and all(s.code[:3] == target.code[:3] for s in sources)
    if root in JUDGEMENTS and not act.operators and graph.lemma[act.trigger] in JUDGING:
        return _is_hit_by_the_judged(graph, act, target)
    return act.code in TOPICAL and _is_topic(graph, act, target)


def _is_hit_by_the_judged(graph: Graph, act: Act, target: Mention) -> bool:
    """Whether somebody only suffers what is judged: *condemned the ban **on Malians***."""
    at = max((k for k in range(graph.size) if target.start <= graph.starts[k] < target.end), default=0)
    slots = {c for t in act.targets for i in graph.conjuncts(t) for c in (i, graph.core(i))}
    for _ in range(graph.size):
        if graph.head[at] in (at, act.trigger):
            return False
        link = graph.head[at]
        if graph.rel[at] == "prep_object" and graph.lower[link] in ("on", "against", "at"):
            return graph.lemma[graph.head[link]] in HOSTILITIES and (at in slots or graph.head[link] in slots)
        at = link
    return False


def _is_topic(graph: Graph, act: Act, target: Mention) -> bool:
    """Whether somebody only belongs to what is spoken of: *spoke of the threat **from rebels***, *of new **police** powers*."""
    inside = [k for k in range(graph.size) if target.start <= graph.starts[k] < target.end]
    slots = {c for t in act.targets for i in graph.conjuncts(t) for c in (i, graph.core(i))}
    if not inside or slots.intersection(inside) or target.kind == "pronoun":
        return False
    if any(graph.lemma[i] in OUTLETS for i in slots):
        return True
    for k in inside[-1:]:
        while k not in slots and graph.head[k] != k:
            link = graph.lower[graph.head[k]] if graph.rel[k] == "prep_object" else "by"
            heard = link == "of" and graph.lemma[graph.head[graph.head[k]]] in GATHERINGS
            if link != "by" and not heard:
                return True
            if graph.rel[k] in ("compound", "modifier") and target.kind == "agent" and target.confidence < LOOSE:
                return True
            k = graph.head[k]
    return False


def _is_across_borders(act: Act, sides: Sequence[Mention]) -> bool:
    """Whether those who meet or agree are of two countries, so that those of one are together: *Merkel, her aide and Putin met*."""
    codes = [m.code[:3] for m in sides]
    return act.code[:2] not in VIOLENT_ROOTS and len(set(codes)) == 2 and "---" not in codes


def _meet_at_home(act: Act, a: Mention, b: Mention) -> bool:
    """Whether two of one country meet or agree, which is one event of that country with itself: *the king met the mayors*."""
    return act.code[:2] not in VIOLENT_ROOTS and a.country is not None and a.country == b.country


def _blows_behind(graph: Graph, v: int) -> list[int]:
    """Blows in whose course something was done: *were killed in the first days **of Chad's offensive***."""
    stretches = [o.governed for o in graph.noun_obliques(v) if o.prep in ("in", "during")]
    return [
        o.governed for s in stretches if graph.lemma[s] in STRETCHES for o in graph.noun_obliques(s) if o.prep == "of"
    ]


def _are_comrades(a: Mention, b: Mention) -> bool:
    """Whether two beside each other are forces of one state, which fight others: *the army and police battled for hours*."""
    return a.country is not None and a.country == b.country and {a.role, b.role} <= OWN_FORCES


def _harm_of(graph: Graph, t: int) -> int | None:
    """The noun of harm that a token is, or to whose victim it is: *the killing of **editors***, ***her** arrest*; None if none."""
    if graph.lemma[t] in HARM and graph.pos[t] == "NOUN":
        return t
    above = graph.head[t]
    if graph.rel[t] == "prep_object" and graph.lower[above] == "of":
        above = graph.head[above]
    elif graph.rel[t] != "possessor":
        return None
    return above if graph.lemma[above] in HARM and graph.pos[above] == "NOUN" else None


def _blow_against(graph: Graph, t: int) -> int | None:
    """The noun of violence that befell a token: *an **attack** on editors*; None if none."""
    link = graph.head[t]
    befell = graph.rel[t] == "prep_object" and graph.lower[link] in ("on", "against")
    return graph.head[link] if befell and graph.lemma[graph.head[link]] in BEFALLING else None


def _is_one_way(graph: Graph, act: Act) -> bool:
    """Whether only one side of a contact acts: who writes, who will visit, who invites."""
    return graph.lemma[act.trigger] in ONE_WAY or (act.code == "036" and act.rule.endswith(("#visit", "#host")))


def _without_company(mentions: list[Mention]) -> list[Mention]:
    """Leaves out private persons who come with those in office: *received the president and **his wife***."""
    public = [m for m in mentions if is_political(m)]
    return public if public and all(m in public or _is_private_person(m) for m in mentions) else mentions


def _is_private_person(m: Mention) -> bool:
    """Whether a mention is of one person without office: a wife, a partner of whom nothing but the name is known."""
    if m.role:
        return m.role == "CVL" and not m.plural and m.entry.startswith("person:")
    return m.kind == "name" and m.confidence < UNKNOWN


def _is_politician(m: Mention) -> bool:
    """Whether a mention is of one person in politics."""
    person = m.entry.startswith(("actors/persons", "person:")) and not m.plural
    return person and m.role in WORDY_ROLES and m.role not in ("BUS", "MED", "EDU")


def _one_name(a: Mention, b: Mention) -> bool:
    """Whether two mentions name the same known actor."""
    if (a.start, a.end, a.member) == (b.start, b.end, b.member):
        return True
    if a.kind == b.kind == "agent" and not a.member and not b.member:
        return a.code == b.code and a.text.lower() == b.text.lower()
    return a.name is not None and a.name == b.name and a.code == b.code


def _peaceful_nouns(graph: Graph, acts: Sequence[Act]) -> frozenset[int]:
    """Tokens of nouns that name acts without violence, which cannot hit or kill anybody: *a ban **hit** breweries*."""
    return frozenset(
        i
        for act in acts
        if act.code[:2] not in ANONYMOUS_ROOTS and act.code[:2] != "15" and not graph.is_verb(act.trigger)
        for i in (act.trigger, *act.words)
        if not graph.is_verb(i)
    )


def _is_travel_ban(graph: Graph, act: Act, target: Mention | None) -> bool:
    """Whether people are kept from travelling, which is no sanction on a state or its officials: *the travel **ban***."""
    if target is not None and (target.role not in UNOFFICIAL or target.kind in ("country", "capital")):
        return False
    said = " ".join(graph.lower[min((act.trigger, *act.words)) : max((act.trigger, *act.words)) + 1])
    return "travel" in said


def _bombs_from_the_air(graph: Graph, act: Act, source: Mention) -> bool:
    """Whether an alliance of states bombs: ***NATO** bombings*."""
    own = {graph.lemma[w] for w in (act.trigger, *act.words)}
    return "bombing" in own and (source.code.startswith("IGONAT") or "coalition" in source.text.lower())


def _is_armed_support(graph: Graph, act: Act, source: Mention | None, target: Mention | None) -> bool:
    """Whether a state stands behind fighters, or behind the troops of another state: ***Chad**-backed rebels*, *supports the militia*."""
    if source is None or target is None or graph.lemma[act.trigger] not in PATRONAGE:
        return False
    roles = {target.code[k : k + 3] for k in range(3, len(target.code), 3)}
    if (source.code[3:] and source.role not in ("GOV", "MIL")) or source.code[:3] in ("NGO", "MNC"):
        return False
    if target.entry.startswith(("actors/persons", "person:")):
        return False
    fighters = bool(roles & {"REB", "UAF", "SEP"}) and "GOV" not in roles
    return fighters or ("MIL" in roles and "GOV" not in roles and source.country != target.country)


def _is_embargo(graph: Graph, act: Act, source: Mention | None, target: Mention | None) -> bool:
    """Whether measures hit a whole country abroad: *imposed economic **measures** on Chad*."""
    if source is None or target is None or target.kind not in ("country", "capital") or source.country is None:
        return False
    return source.country != target.country and any(graph.lemma[w] in MEASURES for w in act.words)


def _is_dismissed_as(graph: Graph, v: int) -> bool:
    """Whether somebody is only talked down: *dismissed the bloc **as outdated***, but not *dismissed **as minister***."""
    taken = [k for c in graph.children[v] for k in (c, *graph.children[c])]
    said = (k for k in taken if k > v + 1 and graph.pos[k] in ("ADJ", "VERB"))
    return any("as" in graph.lower[k - 2 : k] for k in said)


def _is_of_states(graph: Graph, sources: Sequence[int]) -> bool:
    """Whether states do it of which no name is told."""
    return bool(sources) and all(graph.lemma[s] in STATES for s in sources)


def _is_description(graph: Graph, trigger: int) -> bool:
    """Whether a participle behind a noun only tells on whose side it is: *militias **backed** by Iran fired rockets*."""
    if graph.lemma[trigger] not in BACKING or graph.rel[trigger] != "modifier_clause" or graph.tag[trigger] != "VBN":
        return False
    first = trigger
    while first and graph.rel[first - 1] == "adverb" and graph.head[first - 1] == trigger:
        first -= 1
    return graph.text[first - 1] != "," and graph.is_verb(graph.head[graph.head[trigger]])


def _are_beside(graph: Graph, act: Act, targets: Sequence[Mention]) -> bool:
    """Whether the actors found are not what stands in the slot, but only belong to it: *seized the **land** of Mali*."""
    heads = [graph.starts[graph.core(t)] for t in act.targets]
    loose = all(m.confidence < LOOSE for m in targets)
    return loose and not any(m.start <= h < m.end or m.head == h for m in targets for h in heads)


def _is_thing(graph: Graph, tokens: Sequence[int]) -> bool:
    """Whether a slot holds common nouns that are no words for people: *received a **meal***, *seized the **land***."""
    heads = [graph.core(t) for t in tokens]
    return bool(heads) and all(
        graph.pos[t] == "NOUN" and (graph.lemma[t] in IMPERSONAL or not graph.lemma[t].endswith(PERSONAL_ENDINGS))
        for t in heads
    )


def _are_two_acts(graph: Graph, one: int, other: int) -> bool:
    """Whether two triggers are coordinated verbs with objects of their own: *broke the truce and bombed the port*."""
    coordinated = graph.rel[other] == "conj" and graph.head[other] == one and graph.is_verb(other)
    return coordinated and graph.child(other, "object") is not None and graph.child(one, "object") is not None


def _informative(e: Event) -> int:
    return (e.source_code is not None) + (e.target_code is not None)


def _covers(a: Event, b: Event) -> bool:
    """Whether event `a` says all that `b` says: the same kind of act, the same actors or more of them."""
    shared = a.source_start == b.source_start is not None and a.target_start == b.target_start is not None
    alike = (a.source_code, a.target_code, a.realis) == (b.source_code, b.target_code, b.realis)
    fought = {a.event_root, b.event_root} <= VIOLENT_ROOTS
    if alike and fought and not GENERAL.isdisjoint((a.event_code, b.event_code)):
        return True
    if alike and shared and a.event_root == b.event_root == "19":
        return True  # *shot and killed him*, *fired on police, injuring two officers*
    if a.realis != b.realis or VIOLENCE.get(a.event_root, a.event_root) != VIOLENCE.get(b.event_root, b.event_root):
        return False
    if b.mirror_of is not None or a.mirror_of is not None:
        return (a.source_code, a.target_code, a.trigger_start) == (b.source_code, b.target_code, b.trigger_start) and (
            a.source_start,
            a.target_start,
        ) == (b.source_start, b.target_start)
    same = all(
        theirs is None
        or (ours is not None and ours[:3] == theirs[:3] and (ours[3:6] == theirs[3:6] or _informative(b) < 2))
        for ours, theirs in ((a.source_code, b.source_code), (a.target_code, b.target_code))
    )
    if _informative(b) == 2 and a.event_code[:3] != b.event_code[:3]:
        return False
    members = a.trigger_start == b.trigger_start and _informative(b) == 2
    if members and alike and a.event_code == b.event_code:
        return not _are_two_persons(a, b)  # *government forces and the national guard shelled the town*
    return same and not members


def _are_two_persons(a: Event, b: Event) -> bool:
    """Whether events name different known actors on a side, which makes two of them: *Merkel and Scholz met Macron*."""
    pairs = ((a.source_name, b.source_name), (a.target_name, b.target_name))
    return any(one is not None and other is not None and one != other for one, other in pairs)


def _side(side: str, m: Mention | None) -> dict[str, Any]:
    if m is None:
        keys = ("code", "name", "country", "role", "text", "start", "end")
        return {f"{side}_{k}": None for k in keys}
    return {
        f"{side}_code": m.code,
        f"{side}_name": m.name,
        f"{side}_country": m.country,
        f"{side}_role": m.role,
        f"{side}_text": m.text,
        f"{side}_start": m.start,
        f"{side}_end": m.end,
    }
