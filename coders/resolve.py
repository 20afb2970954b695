"""Finds which actors a noun phrase of the graph stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from coders.graph import NOMINAL, TIME_NOUNS, Graph
from coders.mentions import FIRST, NEUTER, PERSONAL, PLURAL, DocumentMentions
from coders.model import Mention, changed

#: Nouns that stand for the country before them when something is done about them.
OF_LINKS = (
    "of",
    "by",
    "in",
    "from",
    "with",
    "for",
    "to",
    "against",
    "on",
    "at",
    "near",
    "over",
    "into",
    "inside",
    "along",
    "around",
)
PLACE_LINKS = frozenset({"in", "at", "near", "inside", "along", "around", "into"})
HELD_LINKS = PLACE_LINKS | {"on", "over", "for"}
AIMED = frozenset({"on", "against", "upon"})
#: What is held in a place that has no part in it: *welcomed the **talks in** Geneva*.
HELD_THERE = frozenset("talk talks negotiation meeting summit conference round forum congress".split())
#: Words before a noun that say of what kind it is rather than whose: ***veteran** figures*, ***artillery** fire*.
DESCRIBING = frozenset({"veteran", "artillery"})
#: Others whom somebody's name or office only tells apart: *Trump's **predecessor**, the militia and its **allies***.
OTHERS = frozenset(
    "predecessor successor ally colleague partner rival opponent foe enemy adversary competitor neighbour neighbor critic detractor "
    "defender wife husband widow son daughter brother sister father mother parent uncle aunt cousin nephew niece "
    "friend child grandson granddaughter boyfriend girlfriend fiancee killer murderer attacker assassin victim captor".split()
)
#: What a country or person has that does nothing itself, so that its deed is not theirs: *the **peso** hit a low*.
THINGS = frozenset(
    "peso dollar rouble ruble euro pound yuan yen lira rupee shilling rand franc krone dinar naira currency dam river lake "
    "mountain volcano storm hurricane cyclone flood drought earthquake weather climate coast coastline road bridge election "
    "poll relationship relation tie friendship economy market job price agenda reality case matter name death birth language "
    "culture history geography landscape population carnage".split()
)
#: Participles before whose noun the doer stands: *US-**led** strikes*.
DONE_BY = frozenset(
    "lead impose dominate control hold run organise organize conduct command broker orchestrate".split()
)
#: Those who are of the country of whom they belong to: *the **families** of two Danish men*.
KIN = frozenset(
    "family parent relative mother father son daughter brother sister widow wife husband child friend lawyer supporter colleague "
    "neighbour neighbor".split()
)
#: Parts of a group that bear its name: *Libyan **affiliates** of Islamic State*; and participles of whom something belongs to.
BRANCHES = frozenset(
    "affiliate offshoot branch wing arm franchise cell faction splinter remnant chapter allies".split()
)
BELONGING = frozenset("link tie affiliate connect belong align".split())
#: Participles by which others only help somebody: *French-**backed** fighters* are not French.
HELPED_BY = frozenset("back support sponsor finance fund arm train equip".split())
#: Those who work for a state in secret, and how they are tied to it.
HIRED = frozenset({"hacker", "troll", "spy", "saboteur", "cyberspy"})
SECRETLY = frozenset("link tie connect direct employ hire pay affiliate associate".split())
#: Words for what somebody has just done or said, and for the matter.
DEEDS = frozenset("move decision step act action measure gesture".split())
WORDS_OF_MATTERS = frozenset(
    "assessment claim charge allegation accusation assertion characterization characterisation remark statement suggestion proposal "
    "comparison description notion demand plan something".split()
)
#: Verbs for making words known.
AUTHORING = frozenset(
    "make propose put present table submit issue announce draft voice raise author float sponsor".split()
)
PAUSES = frozenset({",", "-", "--", "\u2013", "\u2014"})
#: Verbs of judging, behind whose object *for* gives the reason.
BLAMING = frozenset(
    "criticise criticize condemn denounce blast slam praise thank blame attack rebuke hail applaud welcome commend deplore decry "
    "lambast".split()
)
#: Verbs before what a crowd says.
SHOUTING = frozenset("chant shout yell scream sing cry".split())
#: What others ask, and the verbs by which it is refused: *the embassy declined **their request***.
ASKED = frozenset(
    "request demand appeal plea offer proposal application invitation bid petition call claim overture ultimatum recommendation "
    "suggestion advice apology".split()
)
REFUSING = frozenset("reject refuse decline deny dismiss rebuff spurn ignore accept grant approve turn welcome".split())
#: Quantities that leave out what they count: *killed ten soldiers and injured **many more***.
MORE = frozenset(
    "more many several dozen hundred thousand score other another rest twenty ten two three four five six".split()
)
#: Violence that has the name of the place that it befell.
BEFALLING = frozenset(
    "attack bombing blast explosion shooting massacre killing riot siege protest demonstration rally stabbing atrocity murder".split()
)
#: Blows that have somebody who deals them, and verbs of dealing or owning up to them.
BLOWS = frozenset(
    "attack strike airstrike raid assault offensive bombing bombardment shelling ambush operation shooting explosion blast barrage "
    "salvo missile rocket drone incursion invasion massacre crackdown campaign".split()
)
DEALING = frozenset(
    "carry launch conduct stage mount commit claim perpetrate execute fire order direct lead orchestrate mastermind unleash wage".split()
)
#: Roles of people and places to whom violence is done.
UNARMED = frozenset("CVL HLH EDU MED BUS LAB REF AGR ENV DEV REL".split())
#: How sure an agent's country is that only the story gave.
INHERITED = 0.6
#: Nouns for actors that stand before another noun like adjectives: *a **rebel** ambush*.
ATTRIBUTIVE = frozenset("rebel insurgent guerrilla militant separatist opposition jihadist terrorist extremist".split())
#: Adjectives of somebody's mind or readiness, of which *it* is a true subject: *it was **ready** to mediate*.
OF_SOMEBODY = frozenset(
    "ready willing prepared able unable set keen eager happy determined reluctant unwilling committed due poised open free "
    "confident certain sure bound concerned worried aware optimistic hopeful afraid pleased".split()
)
#: Adjectives of which *it* is never anybody: *it was **possible** he erred*.
OF_NOBODY = frozenset(
    "possible likely unlikely clear unclear obvious impossible inevitable necessary essential vital".split()
)
#: What somebody else does to the one whose it is: *blocked **his** appointment*; and verbs of those to whom it is done.
BEFALLEN = frozenset(
    "appointment nomination arrest detention extradition release removal ouster dismissal impeachment execution killing murder death "
    "deportation expulsion assassination burial overthrow imprisonment prosecution abduction capture".split()
)
#: What somebody owns, and what only others do to it: *searched **his** home*.
BELONGINGS = frozenset(
    "home house flat apartment property office village asset account passport land car phone computer shop belonging homeland "
    "headquarters weapon crop".split()
)
RAIDING = frozenset(
    "search raid shell bomb burn torch demolish destroy seize confiscate attack storm loot ransack bulldoze freeze block impound raze "
    "target strike hit besiege invade revoke".split()
)
#: Verbs of vehicles, and of those who are in them or in a place.
CARRYING = frozenset("carry transport bring ferry bear hold house shelter".split())
STAYING = frozenset("travel ride sail fly sit sleep shelter live stay hide".split())
UNDERGOING = frozenset(
    "fight appeal avoid face contest await escape evade deny protest survive resist accept challenge describe recall fear celebrate "
    "fake stage dodge mourn hasten welcome".split()
)
#: Verbs by which somebody lets others know what he has done: *Chad **notified** the court that **it had** sued Mali*.
NOTIFYING = frozenset({"notify", "inform"})
#: Verbs whose object is to do what the infinitive behind it says.
URGING = frozenset(
    "urge ask tell order force compel press pressure persuade convince encourage invite require request want beg allow permit "
    "enable help instruct command direct advise warn push get cause lead remind authorise authorize".split()
)
#: Several of whom their words do not tell who they are: ***all** three denied that they knew*.
UNTOLD = frozenset("all both some many most others these those few several".split())
#: What one side has of the other, so that *its* is whose it then is: *Chad wants Mali's **backing** for its plan*.
RECEIVED = frozenset("backing support approval consent help aid assistance blessing permission praise thanks".split())
#: Verbs of telling somebody what will befall the one or the other.
TELLING = frozenset("warn tell remind inform assure notify convince persuade".split())
#: Verbs of blame and praise, behind whose object *for* tells what it has done.
JUDGING = frozenset(
    "criticise criticize slam blast praise thank blame condemn denounce attack rebuke chide mock ridicule punish fine sanction indict "
    "arrest detain jail sentence honour honor congratulate commend applaud laud fault censure berate lambast fire sack forgive admire "
    "known accuse scold reprimand prosecute convict".split()
)
#: Nouns of what only things have, and of times that are counted: *the war, in **its** third **year***.
OF_THINGS = frozenset(
    "scope content effect contents length size meaning implementation application provision term origin passage repeal aftermath wake "
    "place course author title wording text name purpose".split()
)
COUNTED_TIMES = frozenset("year month week day decade round hour season century session edition stage phase".split())
#: What only a matter is, never a body: *the case, as it was **ongoing***.
OF_MATTERS = frozenset(
    "ongoing underway over pending available valid expensive cheap useful useless illegal legal unlawful unconstitutional false untrue "
    "true inaccurate baseless overdue irreversible temporary permanent voluntary mandatory fatal".split()
)
#: What stands behind *it* where it is nobody: *when it **comes to** taxes*, *it **remains to** be seen*.
IDLE = frozenset(
    {
        "comes to",
        "came to",
        "remains to be",
        "turns out",
        "turned out",
        "makes sense",
        "made sense",
        "looks like",
        "looks as",
        "looked like",
        "looked as",
        "seems that",
        "seems as",
        "emerged that",
        "emerged on",
        "happens that",
        "goes without saying",
        "depends on",
    }
)
#: Words before *with* that add somebody to a phrase.
TOGETHER = frozenset({"along", "together"})
SELF = frozenset("himself herself itself themselves each other another".split())
QUOTE_MARKS = frozenset(('"', "\u201c", "\u201d", "``", "''"))
#: What stands before the first word of a sentence or quotation.
OPENING = QUOTE_MARKS | {":"}
REFLEXIVE = frozenset("himself herself itself themselves".split())


class Resolver:
    """Resolves tokens of one sentence's graph to mentions of the document."""

    def __init__(self, graph: Graph, mentions: DocumentMentions, reporting: frozenset[str] = frozenset()) -> None:
        self.graph = graph
        self.reporting = reporting
        self.mentions = mentions
        self._cache: dict[tuple[int, bool], tuple[Mention, ...]] = {}
        #: Pronouns whose antecedent is being looked for; one that leads back to itself stands for nobody.
        self._being_linked: set[int] = set()

    def actors(self, token: int, source: bool) -> tuple[Mention, ...]:
        """Returns the actors that a token and what is coordinated with it stand for.

        Args:
            token: the head of a noun phrase.
            source: whether they must be able to act (a city where something happens is no source).
        """
        key = (token, source)
        known = self._cache.get(key)
        if known is None:
            known = self._cache[key] = self._actors(token, source)
        return known

    def _actors(self, token: int, source: bool) -> tuple[Mention, ...]:
        out: list[Mention] = []
        for i in self.graph.conjuncts(token):
            if self.graph.is_verb(i) and i != token:
                continue
            out.extend(m for m in self._one(i, source) if m not in out)
            if len(out) == 1 and out[0].kind == "country":
                out.extend(m for m in self._listed(i, source) if m not in out)
        if out:
            beside = [*self._beside_members(token, out), *self._along_with(token)]
            out.extend(m for k in beside for m in self._one(k, source) if m not in out)
        return tuple(out)

    def _beside_members(self, token: int, found: Sequence[Mention]) -> list[int]:
        """Further bodies that the parser hung on a list of states: *envoys of Chad, Niger and **the Libyan government***."""
        graph = self.graph
        here = self.mentions.at(graph.starts[token])
        if here is None or not self.mentions.members.get(here.start):
            return []
        codes = {m.code[:3] for m in found}
        below = [
            k
            for k in graph.subtree(token)
            if graph.rel[k] == "conj" and not graph.is_verb(k) and k not in graph.conjuncts(token)
        ]
        bodies = [(k, self.mentions.at(graph.starts[k])) for k in below]
        return [k for k, m in bodies if m is not None and m.kind in ("agent", "actor") and m.code[:3] not in codes]

    def _along_with(self, token: int) -> list[int]:
        """Whom *along with* adds to a phrase: *Chad, **along with Niger**, closed the border*."""
        graph = self.graph
        if TOGETHER.isdisjoint(graph.lower):
            return []
        last = max(graph.subtree(token))
        heads = [token, *(k for k in graph.subtree(token) if graph.rel[k] == "conj"), graph.head[token]]
        out = []
        for a in (c for h in heads for c in graph.children[h]):
            if graph.lower[a] not in TOGETHER or a < token or a > last + 2 or a + 1 >= graph.size:
                continue
            if graph.lower[a + 1] == "with" and graph.head[a + 1] == a:
                out += [k for g in graph.children[a + 1] if graph.rel[g] == "prep_object" for k in graph.conjuncts(g)]
        return out

    def _listed(self, i: int, source: bool) -> list[Mention]:
        """A second country that a headline sets beside the first with a comma: *Pakistan, India trade fire*."""
        beside = [
            c for c in self.graph.children[i] if self.graph.rel[c] == "apposition" and self.graph.pos[c] == "PROPN"
        ]
        return [m for c in beside for m in self._direct(c, source) if m.kind == "country"]

    def _one(self, i: int, source: bool, depth: int = 0) -> list[Mention]:
        graph = self.graph
        lower = graph.lower[i]
        shouted = graph.text[i].isupper() and len(lower) > 1
        if shouted and (named := self._direct(i, source)):
            return [_headed(m, graph.starts[i]) for m in named]
        if graph.pos[i] == "PRON" or lower in ("which", "who", "that", "whom"):
            return self._pronoun(i)
        core = graph.core(i)
        inner = self._one(core, source, depth + 1) if core != i and depth < 4 else []
        if inner and inner[0].role:
            return inner
        direct = self._direct(i, source)
        if direct:
            return [_headed(m, graph.starts[i]) for m in direct]
        if inner:
            return inner
        if graph.lemma[i] == "counterpart" and depth == 0:
            return self._counterpart(i, source)
        for c in graph.children[i]:
            if graph.rel[c] == "apposition":
                inner = self._direct(c, source)
                if inner:
                    return [changed(m, confidence=m.confidence * 0.95) for m in inner]
        summed_up = self._deed(i, depth) if not source and self._is_appended(i) else []
        inner = summed_up or self._indirect(i, source, depth)
        if not inner:
            inner = self._whose_blow(i, depth) if source else self._deed(i, depth) or self._more(i, depth)
        return [_headed(inner[0], graph.starts[i])] if len(inner) == 1 else inner

    def _deed(self, i: int, depth: int) -> list[Mention]:
        """Whose deed a word for the whole clause before it is: *France closed the camp in **a move** that drew criticism*."""
        graph = self.graph
        appended = self._is_appended(i)
        if (graph.lemma[i] not in DEEDS and not (appended and graph.lemma[i] in WORDS_OF_MATTERS)) or depth > 1:
            return []
        link = graph.head[i]
        if not appended and not (graph.rel[i] == "prep_object" and graph.lower[link] in ("in", "with")):
            return []
        verb = link if graph.is_verb(link) else graph.head[link]
        if not graph.is_verb(verb):
            return []
        return [
            changed(m, confidence=m.confidence * 0.6)
            for s in graph.arguments(verb).subjects[:1]
            for m in self._one(s, True, depth + 1)
        ]

    def _is_appended(self, i: int) -> bool:
        """Whether a noun behind a comma or dash sums up the words before it: *closed the camp, **a move** that drew criticism*."""
        graph = self.graph
        if graph.rel[i] not in ("apposition", "adverbial_noun", "object"):
            return False
        first = min(graph.subtree(i))
        return first > 0 and (graph.rel[i] == "apposition" or graph.text[first - 1] in PAUSES)

    def _whose_blow(self, i: int, depth: int) -> list[Mention]:
        """Whose a blow is that hits somebody: *carried out **an attack** that killed ten*, ***strikes** launched by Chad killed ten*."""
        graph = self.graph
        if graph.lemma[i] not in BLOWS or depth > 1:
            return []
        doers = [
            o.governed
            for c in graph.children[i]
            if graph.rel[c] == "modifier_clause" and graph.lemma[c] in DEALING
            for o in graph.noun_obliques(c)
            if o.prep == "by"
        ]
        above = graph.head[i]
        if graph.rel[i] == "prep_object" and graph.lower[above] == "for":
            above = graph.head[above]
            held = graph.head[above] if graph.lower[above] in ("responsible", "responsibility") else above
            doers = doers or list(graph.arguments(held).subjects if graph.is_verb(held) and held != above else ())
        elif graph.rel[i] == "object" and graph.lemma[above] in DEALING:
            doers = doers or list(graph.arguments(above).subjects)
        found = [m for d in doers if d != i for m in self._one(d, True, depth + 1)]
        return [changed(m, confidence=m.confidence * 0.7) for m in found if not m.code.startswith("---")][:1]

    def _more(self, i: int, depth: int) -> list[Mention]:
        """Whom a bare quantity counts: what the verb before it is done to, *killed ten soldiers and injured **many more***."""
        graph, verb = self.graph, self.graph.head[i]
        if graph.rel[i] != "object" or depth > 1 or not {graph.lemma[i], graph.lower[i]} & MORE:
            return []
        above = graph.head[verb]
        if graph.rel[verb] != "conj" or not graph.is_verb(above):
            return []
        found = [m for o in graph.arguments(above).objects for m in self._one(o, False, depth + 1)]
        return [changed(m, head=graph.starts[i], confidence=0.8 * m.confidence) for m in found if m.plural]

    def _counterpart(self, i: int, source: bool) -> list[Mention]:
        """*met his Iraqi **counterpart***: somebody of that country in the office of the one he is compared with."""
        graph = self.graph
        of = self._indirect(i, source, 0)[:1]
        of += self._further_countries(i) if of else []
        head = graph.head[i]
        while graph.rel[head] in ("prep", "by"):
            head = graph.head[head]
        beside = [head] if graph.rel[i] == "conj" else list(graph.subjects(head)) if graph.is_verb(head) else []
        roles = [m.code[3:] for k in beside if k != i for m in self._direct(k, source) if m.role]
        if not roles:
            return of
        return [
            changed(m, code=m.code[:3] + roles[0], text=graph.text[i], start=graph.starts[i], end=graph.ends[i])
            for m in of
        ]

    def _further_countries(self, i: int) -> list[Mention]:
        """The countries beside the first before a plural: *his French and **German** counterparts*."""
        graph = self.graph
        if graph.tag[i] != "NNS":
            return []
        firsts = [c for c in graph.children[i] if c < i and graph.rel[c] in ("modifier", "compound")]
        found = [self.mentions.adjective_at(graph.starts[k]) for c in firsts for k in graph.conjuncts(c)[1:] if k < i]
        return [
            Mention(a[0], a[1], graph.text[i], graph.starts[i], a[2], None, "people", a[3], False, member, 0.6)
            for member, a in enumerate((a for a in found if a is not None), 1)
        ]

    def _direct(self, i: int, source: bool) -> list[Mention]:
        graph = self.graph
        m = self.mentions.at(graph.starts[i])
        if m is None:
            return []
        apart = graph.rel[i] == "recipient" or self._is_verb_at(m.head)
        if m.kind == "agent" and m.head > graph.starts[i] and apart:
            found = self.mentions.adjective_at(graph.starts[i]) or self.mentions.adjective_at(m.start)
            if found is None:
                return []
            text = graph.text[i]
            return [Mention(found[0], found[1], text, graph.starts[i], found[2], None, "country", found[3])]
        if graph.pos[i] not in NOMINAL and graph.pos[i] != "X":
            if m.kind in ("people", "country", "actor"):
                return [_headed(m, graph.starts[i])]
            return [m] if m.kind == "agent" and (graph.lower[i] in ATTRIBUTIVE or self._is_attributive(i, m)) else []
        if m.kind == "place" and (source or m.code.startswith("---")):
            return []
        if m.kind == "name" and m.code == "---" and graph.tag[i] == "NNS" and (i == 0 or graph.text[i - 1] in OPENING):
            return []
        if m.kind == "name" and (m.code.startswith("---") or m.confidence < 0.5):
            return self._named_by_context(i, m)
        family = self.mentions.members.get(m.start)
        if family:
            return list(family)
        if m.kind == "agent" and graph.lemma[i] in HIRED and (sponsor := self._sponsor(i)) is not None:
            return [changed(m, code=sponsor.code[:3] + m.code[3:], confidence=0.8)]
        if m.kind == "agent" and m.code.startswith("---"):
            return [self._agent_with_country(i, m)]
        if m.kind == "agent" and m.confidence == INHERITED:
            return [self._owned(i, m)]
        return [m]

    def _is_attributive(self, i: int, m: Mention) -> bool:
        """Whether forces only stand before the noun that an adjective belongs to: *the **Turkish military** campaign*."""
        graph = self.graph
        head = bisect_left(graph.starts, m.head)
        if head <= i or head >= graph.size or m.role not in ("MIL", "COP"):
            return False
        return graph.head[head] == graph.head[i] and graph.rel[head] in ("modifier", "compound")

    def _sponsor(self, i: int) -> Mention | None:
        """The state for which somebody works in secret: ***Kremlin-backed** hackers*, *hackers **linked to Iran***."""
        graph = self.graph
        for c in graph.children[i]:
            if graph.tag[c] != "VBN" or graph.lemma[c] not in HELPED_BY | SECRETLY:
                continue
            near = [k for k in graph.children[c] if graph.pos[k] in NOMINAL]
            near += [o.governed for o in graph.noun_obliques(c) if o.prep in ("by", "to", "with")]
            found = (self.mentions.at(graph.starts[k]) for k in near)
            states = [
                m
                for m in found
                if m is not None and m.country is not None and m.kind in ("country", "capital", "people")
            ]
            if states:
                return states[0]
        return None

    def _owned(self, i: int, m: Mention) -> Mention:
        """An agent that has only the story's country, if somebody of another owns it: *the UN praised **its envoy** to Mali*."""
        for c in self.graph.children[i]:
            if self.graph.rel[c] == "possessor" and self.graph.pos[c] == "PRON":
                for owner in self._pronoun(c):
                    if not owner.code.startswith("---") and owner.code[:3] != m.code[:3]:
                        return changed(m, code=owner.code[:3] + m.code[3:])
            elif self.graph.rel[c] == "possessor":
                body = self.mentions.at(self.graph.starts[c])
                if body is not None and body.kind in ("actor", "country") and body.country is not None:
                    return changed(m, code=body.code[:3] + m.code[3:])
        for o in self.graph.noun_obliques(i):
            other = self.mentions.at(self.graph.starts[o.governed])
            if other is not None and self._is_kin(i, o.prep, other):
                return changed(m, code=other.code[:3] + m.code[3:])
        return m

    def _is_verb_at(self, offset: int) -> bool:
        """Whether the role noun that the surface saw is a verb in the parse: *Chad **accused** Sudan*."""
        graph = self.graph
        k = bisect_left(graph.starts, offset)
        return k < graph.size and graph.starts[k] == offset and graph.pos[k] == "VERB"

    def _named_by_context(self, i: int, m: Mention) -> list[Mention]:
        """An unknown name: what an apposition or its own modifiers say of it."""
        graph = self.graph
        for c in graph.children[i]:
            if graph.rel[c] in ("apposition", "compound", "modifier", "possessor"):
                other = self.mentions.at(graph.starts[c])
                if (
                    other is not None
                    and other.start != m.start
                    and not other.code.startswith("---")
                    and other.kind != "place"
                    and (graph.rel[c] != "compound" or "MED" not in other.code)
                ):
                    return [changed(m, code=other.code, entry=other.entry, confidence=0.7)]
                if graph.rel[c] in ("compound", "modifier", "possessor"):
                    adjective = self.mentions.adjective_at(graph.starts[c])
                    if adjective is not None:
                        return [changed(m, code=adjective[2], entry=adjective[3], confidence=0.6)]
        for o in graph.noun_obliques(i):
            if o.prep in ("from", "of"):
                other = self.mentions.at(graph.starts[o.governed])
                if other is not None and other.kind in ("country", "capital", "place"):
                    return [changed(m, code=other.code[:3], entry=other.entry, confidence=0.7)]
        if graph.rel[i] == "apposition":
            other = self.mentions.at(graph.starts[graph.head[i]])
            if other is not None and not other.code.startswith("---"):
                return [other]
        return [m]

    def _agent_with_country(self, i: int, m: Mention) -> Mention:
        """An agent whose country the surface did not show: *the army of the small republic of Mali*."""
        graph = self.graph
        for c in graph.children[i]:
            if graph.tag[c] == "VBN" and graph.lemma[c] in HELPED_BY:
                continue
            if graph.rel[c] in ("modifier", "compound", "possessor"):
                for k in (c, *graph.children[c]):
                    found = self.mentions.adjective_at(graph.starts[k])
                    if found is not None:
                        return changed(m, code=found[2] + m.code[3:], confidence=0.85)
                    other = self.mentions.at(graph.starts[k])
                    if (
                        other is not None
                        and not other.code.startswith("---")
                        and other.start != m.start
                        and graph.rel[c] == "possessor"
                    ):
                        return changed(m, code=other.code[:3] + m.code[3:], confidence=0.8)
                if graph.rel[c] == "possessor" and graph.pos[c] == "PRON":
                    for other in self._pronoun(c):
                        if not other.code.startswith("---"):
                            return changed(m, code=other.code[:3] + m.code[3:], confidence=0.7)
        for o in graph.noun_obliques(i):
            if o.prep in ("of", "in", "from", "at"):
                other = self.mentions.at(graph.starts[o.governed])
                if (
                    other is not None
                    and not other.code.startswith("---")
                    and (other.kind in ("country", "capital", "place", "people") or self._is_kin(i, o.prep, other))
                ):
                    return changed(m, code=other.code[:3] + m.code[3:], confidence=0.8)
        return m

    def _is_kin(self, i: int, prep: str, other: Mention) -> bool:
        """Whether somebody is a relative or friend of an agent whose country is told: *the **families of** two Danish men*."""
        return (
            self.graph.lemma[i] in KIN
            and prep == "of"
            and other.kind in ("agent", "actor")
            and other.country is not None
        )

    def _pronoun(self, i: int) -> list[Mention]:
        graph = self.graph
        lower = graph.lower[i]
        if lower in FIRST:
            return self._speaker(i)
        if not graph.text[i].isalpha() and (named := self._direct(i, True)):
            return named
        if lower in ("you", "your", "there") or (lower == "it" and self._expletive(i)):
            return []
        said_to_be = lower == "they" and graph.rel[i] == "subject" and graph.lemma[graph.head[i]] == "be"
        if said_to_be and self._is_of_things(graph.head[i]):
            return []
        if i in self._being_linked:
            return []
        self._being_linked.add(i)
        found = self._antecedents(i)
        self._being_linked.discard(i)
        return [changed(m, head=graph.starts[i], kind="pronoun", confidence=0.7 * m.confidence) for m in found]

    def _antecedents(self, i: int) -> list[Mention]:
        """Whom a pronoun stands for: the nearest subject above it that fits, else the only one that the text offers.

        A subject that is a thing of the right number ends the search, since *it* and *they* are then as likely the thing; a
        subject that is the same pronoun stands for the same.
        """
        graph, mentions, lower = self.graph, self.mentions, self.graph.lower[i]
        thing = lower in PLURAL or lower in NEUTER
        beside = self._beside(i)
        if self._of_a_thing(i):
            return []
        if beside is not None:
            return [m for m in beside if m.kind != "pronoun" and mentions.fits(lower, m)]
        if lower == "them" and self._is_counted(i):
            return []
        named = self._in_brackets(i)
        if named is not None:
            return named
        excluded = (*self._not_meant(i), *self._who_speaks(i))
        barred = [graph.starts[s] for s in (*excluded, *graph.conjuncts(i))]
        barred += [graph.starts[k] for s in self._who_speaks(i) for k in graph.subtree(s)]
        for s in excluded:
            if graph.lower[s] in FIRST:
                barred += [m.start for t in self._who_speaks(s) for m in self._one(t, True, 2)]
            elif _same_word(graph.lower[s], lower) and not self._expletive(s):
                barred += [m.start for m in self._linked(s)]
        judged = self._judged(i) or self._acted_on_before(i)
        if judged:
            return judged
        for s in self._subjects_above(i):
            if s in excluded:
                continue
            if _same_word(graph.lower[s], lower):
                if self._expletive(s):
                    continue
                return self._linked(s)
            if thing and self._told_another(i, s):
                return []
            if not thing and self._is_quoted_by(i, s):
                continue
            relative = graph.lower[s] in ("who", "which", "that")
            nouns = graph.subjects(graph.head[s]) if relative else (s,)
            if any(n in excluded for n in nouns):
                continue
            together = nouns if relative else [k for n in nouns for k in graph.conjuncts(n) if not graph.is_verb(k)]
            if len(together) > 1 and lower not in PLURAL:
                if any(mentions.fits(lower, m) for k in together for m in self._one(k, True, 2)):
                    return []
                continue
            if len(together) > 1 and (several := self._several(together)):
                return several
            found = [
                m
                for n in nouns
                for m in self._one(n, True, 2)
                if m.kind != "pronoun" and mentions.fits(lower, m) and not any(m.start <= at < m.end for at in barred)
            ]
            if thing and found and (not any(self._is_named(n) for n in nouns) or self._is_nearer_thing(i, s)):
                return []
            if found and lower == "him" and (nearer := self._named_since(s, i, found)):
                return nearer
            if found and not (relative and lower in NEUTER and graph.lower[s] == "who"):
                return found
            nobody = relative and not thing and not any(self._one(n, True, 2) for n in nouns)
            if nobody and all(graph.tag[n] == "NN" for n in nouns):
                return []
            if not thing and graph.tag[s] == "NNP" and not any(self._one(n, True, 2) for n in nouns):
                return []
            if lower in PLURAL and (graph.pos[s] == "NUM" or graph.lower[s] in UNTOLD) and not relative:
                return []
            if thing and graph.pos[s] in ("NOUN", "PROPN") and (graph.tag[s] in ("NNS", "NNPS")) == (lower in PLURAL):
                return []
        if lower in REFLEXIVE:
            return []
        if not thing and (same := self._same_before(i, excluded)) is not None:
            return self._linked(same)
        one = (mentions.sole_antecedent if thing else mentions.antecedent)(graph.starts[i], lower, barred)
        if one is None or (thing and self._has_rival(i, one)):
            return mentions.pair(graph.starts[i], lower) if graph.rel[i] == "subject" else []
        return [one]

    def _named_since(self, s: int, i: int, owners: Sequence[Mention]) -> list[Mention]:
        """The one person named since a subject that is only an official's: *the judge's ruling on **Amri** freed him*."""
        graph = self.graph
        if self._is_named(s) or any(m.kind != "agent" for m in owners):
            return []
        named = [
            m
            for k in range(s + 1, i)
            if (m := self.mentions.at(graph.starts[k])) is not None
            and m.kind == "actor"
            and self.mentions.fits("him", m)
        ]
        return named[:1] if len({m.name for m in named}) == 1 else []

    def _is_counted(self, i: int) -> bool:
        """Whether *them* is what a number counts, or who are between each other, of which no one word before tells: *three of **them***."""
        graph, link = self.graph, self.graph.head[i]
        if graph.rel[i] != "prep_object" or graph.lower[link] not in ("of", "between", "among"):
            return False
        if graph.lower[link] != "of":
            return True
        if graph.pos[graph.head[link]] in ("ADV", "ADP", "VERB"):
            return False
        near = next((k for k in range(link - 1, -1, -1) if graph.tag[k] in ("NNS", "NNPS")), None)
        return near is not None and not self._direct(near, True)

    def _is_nearer_thing(self, i: int, s: int) -> bool:
        """Whether an object in *it* or *them* is likelier a thing between it and a subject: *Chad seized **a ship** and sank it*."""
        graph, many = self.graph, self.graph.lower[i] == "them"
        if graph.lower[i] not in ("it", "them") or graph.rel[i] not in ("object", "recipient", "prep_object"):
            return False
        verb = i
        while graph.head[verb] != verb and not graph.is_verb(verb):
            verb = graph.head[verb]
        return any(
            graph.pos[k] == "NOUN"
            and (graph.tag[k] == "NNS") == many
            and graph.rel[k] in ("object", "prep_object", "conj", "attribute")
            and graph.lower[k] not in TIME_NOUNS
            and not graph.below(k, verb)
            and not graph.below(i, k)
            and ((many and graph.rel[i] == "object") or not self._direct(k, True))
            for k in range(s + 1, i)
        )

    def _same_before(self, i: int, excluded: Sequence[int]) -> int | None:
        """The last form of the same *he* or *she* before a token, unless quotation marks stand between; None without one."""
        graph = self.graph
        for k in range(i - 1, -1, -1):
            if graph.text[k] in QUOTE_MARKS:
                return None
            if graph.pos[k] == "PRON" and _same_word(graph.lower[k], graph.lower[i]):
                return None if k in excluded else k
        return None

    def _is_quoted_by(self, i: int, s: int) -> bool:
        """Whether a pronoun stands within the words that a subject says, who does not call himself *he* there."""
        graph = self.graph
        if graph.lemma[graph.head[s]] not in self.reporting | SHOUTING or graph.lower[i] in FIRST:
            return False
        return sum(graph.text[k] in QUOTE_MARKS for k in range(s, i)) % 2 == 1

    def _told_another(self, i: int, s: int) -> bool:
        """Whether *it* or *they* may as well be whom the subject tells: *Chad warned Niger that **it** would suffer*."""
        graph, verb = self.graph, self.graph.head[s]
        if graph.lemma[verb] not in TELLING:
            return False
        done = any(graph.rel[c] == "aux" and graph.lemma[c] == "have" for c in graph.children[graph.head[i]])
        if graph.lemma[verb] in NOTIFYING and graph.rel[i] == "subject" and done:
            return False
        return any(
            o < i and self.mentions.fits(graph.lower[i], m)
            for o in graph.arguments(verb).objects
            for m in self._one(o, False, 2)
        )

    def _judged(self, i: int) -> list[Mention]:
        """Who is judged for what is theirs: *criticised the minister for **his** remarks*."""
        graph, k = self.graph, self.graph.head[i]
        if (
            graph.rel[i] != "possessor"
            or graph.rel[k] != "prep_object"
            or graph.lower[graph.head[k]] not in ("for", "over")
        ):
            return []
        verb = graph.head[graph.head[k]]
        if not graph.is_verb(verb) or graph.lemma[verb] not in JUDGING:
            return []
        objects = [o for o in graph.arguments(verb).objects if o < i]
        return [
            m
            for o in objects
            for m in self._one(o, False, 2)
            if m.kind != "pronoun" and self.mentions.fits(graph.lower[i], m)
        ]

    def _acted_on_before(self, i: int) -> list[Mention]:
        """Whom *him* or *them* means as the object of a further deed: *seized **two editors** and beat them*."""
        graph, verb = self.graph, self.graph.head[i]
        if graph.rel[i] != "object" or graph.lower[i] in NEUTER or not graph.is_verb(verb):
            return []
        if graph.child(verb, "subject", "subject_passive") is not None or graph.is_passive(verb):
            return []
        above = graph.head[verb]
        if graph.rel[verb] == "prep_clause" and graph.lower[above] in ("before", "after"):
            above = graph.head[above]
        elif graph.rel[verb] != "conj" and not (graph.rel[verb] == "adverbial_clause" and graph.tag[verb] == "VBG"):
            return []
        objects = [o for o in graph.arguments(above).objects if o < i] if graph.is_verb(above) else []
        return [
            m
            for o in objects
            for m in self._one(o, False, 2)
            if m.kind in ("actor", "agent", "name") and self.mentions.fits(graph.lower[i], m)
        ]

    def _is_named(self, n: int) -> bool:
        """Whether the head of a subject is an actor itself; of ***Chad's war*** a later *it* is the war, not Chad."""
        if self.graph.pos[n] != "NOUN":
            return True
        return any(self._direct(k, True) for k in (n, self.graph.core(n)))

    def _of_a_thing(self, i: int) -> bool:
        """Whether *its* or *their* is a thing's by the noun behind it: *in **its** third year*, *narrowed **its** scope*."""
        graph, noun = self.graph, self.graph.head[i]
        if graph.rel[i] != "possessor" or graph.lower[i] not in ("its", "their"):
            return False
        counted = any(graph.lower[k].endswith(("st", "nd", "rd", "th")) for k in range(i + 1, noun))
        return graph.lemma[noun] in OF_THINGS or (counted and graph.lemma[noun] in COUNTED_TIMES)

    def _in_brackets(self, i: int) -> list[Mention] | None:
        """Whom an editor's brackets behind a pronoun name: *"She **[Mrs May]** has time"*; None without brackets."""
        end = self.graph.ends[i]
        if not self.mentions.text.startswith(" [", end):
            return None
        m = self.mentions.at(end + 2) or self.mentions.at(end + 6)
        return [m] if m is not None and self.mentions.fits(self.graph.lower[i], m) else []

    def _who_speaks(self, i: int) -> tuple[int, ...]:
        """The subjects of the verb that reports the quotation in which a word stands, who do not call themselves *he* or *she*."""
        graph, k = self.graph, i
        if not QUOTE_MARKS.intersection(graph.text):
            return ()
        for _ in range(10):
            head = graph.head[k]
            if head == k:
                return ()
            if graph.rel[k] in ("clause", "parataxis") and graph.lemma[head] in self.reporting | SHOUTING:
                between = range(min(i, head), max(i, head))
                quoted = sum(graph.text[j] in QUOTE_MARKS for j in between) % 2
                return graph.subjects(head) if quoted else ()
            k = head
        return ()

    def _linked(self, i: int) -> list[Mention]:
        """Whom another pronoun of the sentence stands for."""
        if i in self._being_linked:
            return []
        self._being_linked.add(i)
        found = self._antecedents(i)
        self._being_linked.discard(i)
        return found

    def _several(self, nouns: Sequence[int]) -> list[Mention]:
        """All of whom a coordinated subject speaks, if every one is known: *Chad and Niger said **they** would meet*."""
        each = [self._one(n, True, 2)[:1] for n in nouns]
        return [changed(m, member=k) for k, found in enumerate(each) for m in found] if all(each) else []

    def _has_rival(self, i: int, one: Mention) -> bool:
        """Whether its own sentence names a thing before a pronoun that it may as well stand for as for somebody outside."""
        graph, many = self.graph, self.graph.lower[i] in PLURAL
        outside = not graph.starts[0] <= one.start < graph.starts[i]
        if not outside and self._is_nearer_thing(i, bisect_left(graph.starts, one.end) - 1):
            return True
        verb = graph.head[i]
        leading = graph.rel[i] == "subject" and (graph.rel[verb] == "root" or graph.lemma[verb] in self.reporting)
        rels = ("subject", "subject_passive", "object", "attribute", "" if leading else "prep_object")
        return outside and any(
            graph.pos[k] == "NOUN"
            and (graph.tag[k] == "NNS") == many
            and graph.rel[k] in rels
            and graph.lower[k] not in TIME_NOUNS
            and not graph.below(i, k)
            and not self._direct(k, True)
            for k in range(i)
        )

    def _beside(self, i: int) -> list[Mention] | None:
        """Whom a pronoun stands for that belongs to the words before it, None if it does not.

        *the minister **himself***; *the president and **his** cabinet*; nobody in *the first of **its** kind*.
        """
        graph, lower = self.graph, self.graph.lower[i]
        if (
            lower in SELF
            and i > 0
            and graph.pos[i - 1] in ("NOUN", "PROPN")
            and graph.rel[i] in ("apposition", "adverbial_noun")
        ):
            return self._direct(i - 1, True)
        noun = graph.head[i]
        if graph.rel[i] != "possessor":
            return None
        if graph.lower[noun] in ("kind", "sort", "type") and graph.lower[i - 1 : i] == ["of"]:
            return []
        while graph.rel[noun] in ("prep_object", "prep") and graph.pos[graph.head[noun]] in ("NOUN", "ADP"):
            noun = graph.head[noun]
        first = graph.head[noun]
        owned = self._owned_beside(i, noun)
        if owned is not None:
            return owned
        if graph.rel[noun] != "conj" or graph.pos[first] not in ("NOUN", "PROPN") or first > i:
            return None
        if graph.pos[first] == "PROPN" and noun == graph.head[i] and not self._one(first, True, 2):
            return []
        owner = graph.child(first, "possessor")
        if owner is not None and graph.pos[owner] == "PRON":
            return None
        named = first if self._direct(first, True) else graph.core(first)
        found = self._direct(named, True) if owner is None else self._one(owner, True, 2)
        return found if found or owner is not None else None

    def _owned_beside(self, i: int, noun: int) -> list[Mention] | None:
        """Whose the noun is on which a phrase with a pronoun hangs: *the states' compliance with **their** duties*."""
        graph = self.graph
        received = graph.lemma[noun] in RECEIVED
        owner = graph.child(noun, "possessor") if noun != graph.head[i] and noun < i and not received else None
        if owner is None or graph.pos[owner] == "PRON":
            return None
        many = graph.tag[owner] in ("NNS", "NNPS")
        if graph.lower[i] in ("its", "their") and many != (graph.lower[i] == "their"):
            return None
        found = self._one(owner, True, 2)
        if graph.lower[i] in PERSONAL and not any(self.mentions.fits(graph.lower[i], m) for m in found):
            return None
        return found

    def _subjects_above(self, i: int) -> list[int]:
        """The subjects before a token of the verbs that it depends on, the nearest first."""
        graph, out, k = self.graph, [], i
        for _ in range(10):
            head = graph.head[k]
            if head == k:
                break
            if graph.is_verb(head):
                own = graph.rel[k] in ("subject", "subject_passive")
                out += [o for o in self._told_to(k) if o < i]
                out += [
                    s
                    for s in graph.children[head]
                    if graph.rel[s] in ("subject", "subject_passive")
                    and s < i
                    and not (own and s == k)
                    and not graph.below(i, s)
                ]
            k = head
        return out

    def _told_to(self, verb: int) -> tuple[int, ...]:
        """Whom the verb above an infinitive wants to do it: *urged **London** to stop its campaign*."""
        graph, above = self.graph, self.graph.head[verb]
        if graph.rel[verb] != "open_clause" or graph.lemma[above] not in URGING:
            return ()
        return tuple(o for o in graph.children[above] if graph.rel[o] in ("object", "recipient") and o < verb)

    def _doers(self, verb: int) -> tuple[int, ...]:
        """Who does what a verb says, if only by the clause on which it hangs: ***Chad** was wrong in attacking it*."""
        graph = self.graph
        for _ in range(4):
            found = graph.subjects(verb) or self._told_to(verb)
            above = graph.head[verb]
            if found or above == verb:
                return found
            loose = graph.tag[verb] == "VBG" and graph.rel[verb] == "adverbial_clause"
            if not loose and graph.rel[verb] not in ("open_clause", "prep_clause"):
                return ()
            while not graph.is_verb(above) and graph.head[above] != above:
                if graph.pos[above] == "NOUN":
                    return ()
                above = graph.head[above]
            verb = above
        return ()

    def _not_meant(self, i: int) -> tuple[int, ...]:
        """The subjects of the verb that a pronoun is a complement of: *A met B and promised **him** loans*."""
        graph, k = self.graph, i
        if graph.rel[i] == "possessor" and graph.lemma[graph.head[i]] in ASKED:
            verb = graph.head[graph.head[i]]
            refused = graph.lemma[verb] in REFUSING and graph.rel[graph.head[i]] == "object"
            return graph.subjects(verb) if refused else ()
        if graph.rel[i] == "possessor" and graph.lower[graph.head[i]] in ("place", "stead"):
            above = graph.head[graph.head[i]]
            verb = graph.head[above]
            return graph.subjects(verb) if graph.lower[above] == "in" and graph.is_verb(verb) else ()
        if graph.rel[i] == "possessor" and graph.lemma[graph.head[i]] in BELONGINGS:
            verb = graph.head[graph.head[i]]
            return graph.subjects(verb) if graph.lemma[verb] in RAIDING else ()
        if (
            graph.rel[i] == "possessor"
            and graph.lemma[graph.head[i]] in BEFALLEN
            and graph.rel[graph.head[i]] == "object"
        ):
            verb = graph.head[graph.head[i]]
            return graph.subjects(verb) if graph.lemma[verb] not in UNDERGOING else ()
        if graph.rel[i] == "possessor" and graph.rel[graph.head[i]] == "attribute":
            return graph.subjects(graph.head[graph.head[i]])
        if graph.rel[i] == "subject" and not graph.is_verb(graph.head[i]) and graph.is_verb(graph.head[graph.head[i]]):
            return graph.subjects(graph.head[graph.head[i]])
        if graph.lower[i] in SELF or graph.rel[i] not in ("object", "recipient", "prep_object"):
            return ()
        while graph.rel[k] in ("prep_object", "prep", "by") and graph.head[k] != k:
            k = graph.head[k]
        verb = graph.head[k] if graph.rel[k] in ("object", "recipient") else k
        return self._doers(verb) if graph.is_verb(verb) else ()

    def _expletive(self, i: int) -> bool:
        """Whether *it* stands for nothing: *it can be difficult to stay*, *it was decided that they stay*."""
        graph, verb = self.graph, self.graph.head[i]
        if graph.rel[i] == "subject_passive":
            told = [c for c in graph.children[verb] if graph.rel[c] == "clause" and graph.child(c, "mark") is not None]
            return bool(told)
        if graph.rel[i] != "subject":
            return False
        if graph.lower[i + 1 : i + 2] == ["all"]:
            return True
        if " ".join(graph.lower[verb : verb + 2]) in IDLE or " ".join(graph.lower[verb : verb + 3]) in IDLE:
            return True
        if graph.lemma[verb] not in ("be", "seem", "appear", "take", "become"):
            return False
        if graph.lemma[verb] in ("be", "become", "take") and self._is_of_things(verb):
            return True
        if graph.lower[verb + 1 : verb + 3] in (["then", "that"], ["there", "that"], ["here", "that"]):
            return True
        clausal = any(
            graph.rel[c] in ("open_clause", "clause", "clause_subject", "adverbial_clause")
            for c in graph.children[verb]
        )
        if clausal and graph.lower[verb + 1 : verb + 3] and "telling" in graph.lower[verb + 1 : verb + 4]:
            return True
        described = any(
            graph.rel[c] == "attribute" and graph.pos[c] == "ADJ" and graph.lower[c] not in OF_SOMEBODY
            for c in graph.children[verb]
        )
        if (
            clausal
            and graph.lemma[verb] == "be"
            and any(graph.rel[c] == "prep" and c > verb for c in graph.children[verb])
        ):
            return not described
        quoted = any(graph.rel[c] == "attribute" and graph.lower[c] in OF_NOBODY for c in graph.children[verb])
        return quoted or (
            described
            and (
                clausal
                or any(
                    graph.rel[k] in ("open_clause", "clause") for c in graph.children[verb] for k in graph.children[c]
                )
            )
        )

    def _is_of_things(self, verb: int) -> bool:
        """Whether what *it* is said to be is no actor: *it was **because** of the strike*, *it was no **coincidence***."""
        graph = self.graph
        for c in graph.children[verb]:
            if c < verb:
                continue
            if graph.rel[c] == "attribute" and graph.pos[c] == "NOUN":
                return not self._direct(c, False)
            if graph.lower[c] in OF_MATTERS and graph.rel[c] in ("attribute", "adverb"):
                return True
            if graph.rel[c] in ("adverb", "mark", "prep", "adverbial_clause") and graph.lower[c] in ("only", "because"):
                return True
        return False

    def is_scene(self, c: int, m: Mention) -> bool:
        """Whether what stands before a word of violence says where or to whom: *the **Kabul** bombing*, *a **hospital** attack*."""
        graph = self.graph
        suffers = m.kind in ("capital", "place") or (m.kind == "agent" and is_unarmed(m))
        return suffers and graph.rel[c] == "compound" and graph.lemma[graph.head[c]] in BEFALLING

    def is_actor(self, i: int) -> bool:
        """Whether the head of a phrase is itself an actor, rather than a thing that belongs to one."""
        graph = self.graph
        return any(
            graph.pos[k] in ("PRON", "NUM", "DET") or self._direct(k, False)
            for c in graph.conjuncts(i)
            for k in (c, graph.core(c), *(a for a in graph.children[c] if graph.rel[a] == "apposition"))
        )

    def owners(self, i: int) -> list[Mention]:
        """The known actors that own or carry the thing at a token: *a **Greek** tanker*, *mediation by **Mexico***."""
        found = [m for m in self._direct(i, False) if m.kind == "agent" or not m.code.startswith("---")]
        return found or [m for m in self._indirect(i, False, 2) if not m.code.startswith("---")]

    def _speaker(self, i: int) -> list[Mention]:
        """Whom *we* and *I* in a quotation stand for: the subject of the verb that reports it."""
        graph, k = self.graph, i
        for _ in range(10):
            head = graph.head[k]
            if head == k:
                return self._quoted_before(i)
            if graph.rel[k] in ("clause", "parataxis") and graph.lemma[head] in self.reporting | SHOUTING:
                for s in graph.arguments(head).subjects:
                    if graph.lower[s] not in FIRST:
                        return [
                            changed(
                                m,
                                start=graph.starts[i],
                                end=graph.ends[i],
                                text=graph.text[i],
                                kind="pronoun",
                                confidence=0.75 * m.confidence,
                            )
                            for m in self._one(s, True)
                        ]
                return []
            k = head
        return []

    def _quoted_before(self, i: int) -> list[Mention]:
        """Whom *I* and *we* stand for in a quotation that goes on from the sentence before."""
        graph = self.graph
        m = self.mentions.quoted_speaker(graph.starts[i])
        if m is None or m.kind == "place":
            return []
        here = {"head": graph.starts[i], "start": graph.starts[i], "end": graph.ends[i], "text": graph.text[i]}
        return [changed(m, **here, kind="pronoun", confidence=0.6 * m.confidence)]

    def _of_group(self, i: int, depth: int) -> list[Mention]:
        """The armed group of which somebody is a part: *Libyan **affiliates of Islamic State***, *a **cell linked to al-Qaida***."""
        graph = self.graph
        if graph.lemma[i] not in BRANCHES:
            return []
        links = [o.governed for o in graph.noun_obliques(i) if o.prep == "of"]
        for c in graph.children[i]:
            if graph.lemma[c] in BELONGING and graph.rel[c] in ("modifier", "modifier_clause"):
                links += [o.governed for o in graph.noun_obliques(c) if o.prep in ("to", "with")]
                links += [k for k in graph.children[c] if k < c and graph.pos[k] in NOMINAL]
        found = [m for k in links for m in self._one(k, True, depth + 1)]
        return [
            changed(m, confidence=m.confidence * 0.8)
            for m in found
            if m.kind == "actor" and ("REB" in m.code or m.code.startswith("IMG"))
        ][:1]

    def _among(self, i: int, source: bool, depth: int) -> list[Mention]:
        """Those of a group who are named behind it: *criticised the clubs, **including Amnesty** and the Red Cross*."""
        graph = self.graph
        if "including" not in graph.lower:
            return []
        named = [k for c in graph.children[i] if graph.lower[c] == "including" for k in graph.children[c]]
        found = [
            m
            for k in named
            if graph.rel[k] == "prep_object"
            for n in graph.conjuncts(k)
            for m in self._one(n, source, depth + 1)
        ]
        return [changed(m, confidence=m.confidence * 0.7) for m in found if not m.code.startswith("---")]

    def _aboard(self, i: int, depth: int) -> list[Mention]:
        """Who is in a vehicle or place that is hit: *a bus **carrying pilgrims***, *the school where **refugees** sheltered*."""
        graph = self.graph
        for c in graph.children[i]:
            if graph.rel[c] not in ("modifier_clause", "relative_clause"):
                continue
            if graph.lemma[c] in CARRYING and graph.tag[c] != "VBN":
                inside = graph.arguments(c).objects
            elif graph.lemma[c] in STAYING:
                inside = tuple(k for k in graph.children[c] if graph.rel[k] == "subject" and k != i)
            else:
                continue
            found = [m for k in inside for m in self._one(k, False, depth + 1)]
            if found:
                return [changed(m, confidence=m.confidence * 0.6) for m in found]
        return []

    def _authored(self, i: int) -> list[int]:
        """Participles that tell whose words a noun is, hung on what they are about: *the case for reform **made** by Chad*."""
        graph = self.graph
        return [
            c
            for c in graph.subtree(i)
            if c > i and graph.rel[c] == "modifier_clause" and graph.lemma[c] in AUTHORING and graph.head[c] != i
        ]

    def _indirect(self, i: int, source: bool, depth: int) -> list[Mention]:
        """The actor inside a phrase whose head is none: *Ukraine's decision*, *Turkish villages*, *the port of Jeddah*."""
        graph = self.graph
        if graph.pos[i] not in NOMINAL or depth > 3:
            return []
        group = self._of_group(i, depth)
        if group:
            return group
        if source and graph.pos[i] == "NOUN" and graph.lemma[i] in THINGS | OTHERS:
            return []
        for rels, pronouns in (
            (("possessor",), False),
            (("modifier", "compound", "adverbial_noun"), False),
            (("possessor",), True),
        ):
            for c in graph.children[i]:
                if graph.rel[c] not in rels or (graph.pos[c] == "PRON") != pronouns:
                    continue
                if graph.rel[c] == "possessor":
                    inner = self._one(c, source, depth + 1)
                    known = [m for m in inner if not m.code.startswith("---")]
                    if known:
                        return [changed(m, confidence=m.confidence * 0.75) for m in known]
                    continue
                m = self.mentions.at(graph.starts[c])
                if m is not None and source and (self.is_scene(c, m) or graph.lemma[c] in DESCRIBING):
                    continue
                if m is not None and m.kind in ("place", "capital") and not source and graph.lemma[i] in HELD_THERE:
                    continue
                if graph.tag[c] == "VBN" and graph.lemma[c] in DONE_BY:
                    doers = [
                        d for k in graph.children[c] for d in self._direct(k, source) if not d.code.startswith("---")
                    ]
                    if doers:
                        return [changed(d, confidence=d.confidence * 0.8) for d in doers]
                if m is not None and m.kind == "agent" and graph.pos[c] == "ADJ" and graph.lower[c] not in ATTRIBUTIVE:
                    continue
                named = m is not None and (not m.code.startswith("---") or m.kind == "agent")
                if m is not None and named and not (source and m.kind == "place"):
                    return [changed(m, confidence=m.confidence * 0.65)]
                adjective = self.mentions.adjective_at(graph.starts[c])
                if adjective is not None:
                    text = graph.text[c]
                    return [
                        Mention(
                            adjective[0],
                            adjective[1],
                            text,
                            adjective[0],
                            adjective[2],
                            None,
                            "people",
                            adjective[3],
                            False,
                            0,
                            0.65,
                        )
                    ]
        members = self._among(i, source, depth)
        if members:
            return members
        aboard = [] if source else self._aboard(i, depth)
        if aboard:
            return aboard
        for c in [*graph.children[i], *([] if source else self._authored(i))]:
            # *pounded the area, **backed by** allies*: not whose area it is
            beside = graph.lemma[c] in HELPED_BY and graph.text[c - 1] == ","
            if graph.rel[c] == "modifier_clause" and graph.tag[c] == "VBN" and not source and not beside:
                for o in sorted(graph.noun_obliques(c), key=lambda o: o.prep not in AIMED):
                    inner = [m for m in self._one(o.governed, source, depth + 1) if not m.code.startswith("---")]
                    if inner and (o.prep == "by" or (o.prep in AIMED and graph.lemma[c] == "impose")):
                        return [changed(m, confidence=m.confidence * 0.6) for m in inner]
        for o in graph.noun_obliques(i):
            if o.prep in HELD_LINKS and graph.lemma[i] in HELD_THERE:
                continue
            if o.prep == "with" and graph.lemma[i] == "interview":
                continue
            if o.prep == "for" and graph.rel[i] == "object" and graph.lemma[graph.head[i]] in BLAMING:
                continue
            if o.prep in OF_LINKS and (o.prep == "by" or not source):
                inner = [
                    m
                    for m in self._one(o.governed, source, depth + 1)
                    if m.kind != "name" or not m.code.startswith("---")
                ]
                if o.prep in PLACE_LINKS:
                    inner = [changed(m, code=m.code[:3]) if m.kind == "capital" else m for m in inner]
                if inner:
                    return [changed(m, confidence=m.confidence * 0.55) for m in inner]
        if not source:
            for p in graph.children[i]:
                for v in graph.children[p] if graph.rel[p] == "prep" else ():
                    if graph.rel[v] == "prep_clause":
                        for noun in graph.arguments(v).objects:
                            inner = [m for m in self._one(noun, source, depth + 1) if not m.code.startswith("---")]
                            if inner:
                                return [changed(m, confidence=m.confidence * 0.5) for m in inner]
        return []


def is_unarmed(m: Mention) -> bool:
    """Whether somebody is of a role that suffers violence rather than does it."""
    roles = [m.code[k : k + 3] for k in range(3, len(m.code), 3)]
    return bool(roles) and UNARMED.issuperset(roles)


def _headed(m: Mention, head: int) -> Mention:
    """Returns the mention with its head at an offset."""
    return m if m.head == head else changed(m, head=head)


def _same_word(a: str, b: str) -> bool:
    """Whether two words are forms of one pronoun: *he* and *his*."""
    return (
        a == b
        or any(a in forms and b in forms for forms in (PLURAL, NEUTER))
        or (a in PERSONAL and b in PERSONAL and PERSONAL[a] == PERSONAL[b])
    )
