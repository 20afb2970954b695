"""Finds in a corpus what the dictionaries lack, ranked by the events that an entry would unlock: `tocsin dictionary gaps`."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from coders import Coder, Document, Mention, Sentence
from coders.acts import Act, Evaluator
from coders.coder import is_question
from coders.frames import match_noun
from coders.graph import NOMINAL, Graph
from coders.mentions import DocumentMentions
from coders.resolve import Resolver
from coders.splitting import split
from dictionaries.english import base_verbs, common_words
from dictionaries.model import NounPattern, VerbEntry
from workbench.tally import Seen, Tally, context

GapKind = Literal["verb", "noun", "name", "agent", "discard"]
#: Documents read before a batch is parsed.
BATCH = 32
#: Verbs that say nothing without their object; they count together with it.
GENERAL = frozenset(
    "be have do go come get make take give put keep let see know think want need like look seem become remain include show find "
    "use try begin start continue stop end turn bring leave lead play run set hold stand move work live feel mean happen appear "
    "contain cover follow join lose win pay send raise carry cause create build open close reach spend grow offer provide place "
    "call name consider describe regard view treat expect believe hope love hate fear write read speak talk hear watch listen "
    "learn teach remember forget suggest add explain note argue insist claim deny admit confirm announce report wait sit stay "
    "sell buy draw cut drop fall rise pass pull push hit catch break change help allow enable require involve concern face share "
    "base represent produce receive serve force represent mark remind tell ask say know understand realise realize decide choose "
    "enter prompt interview establish form handle organise organize ensure improve promote mislead convince deal "
    "dominate fulfill immigrate "
    "apply anger portray "
    "compare combine link relate refer belong depend result date cost "
    # effects and attitudes, which are no acts
    "affect undermine respect impose benefit attract influence inspire impress disappoint overshadow arrive assemble present "
    # what one knows, where one is, and who holds which office: nothing between actors
    "identify recognise focus travel deal own replace succeed head appoint elect nominate hire employ pick attend return die "
    "flee resemble approach outnumber consist flag encounter expand drive remove rule inherit represent mention quote cite name "
    "feature star cover study examine review check count estimate predict speculate wonder guess assume conclude suspect".split()
)
#: Roles of those whose acts are political, and of states.
STATE = frozenset("GOV MIL COP SPY JUD LEG".split())
POLITICAL = STATE | frozenset("REB OPP SEP INS UAF PTY ELI".split())
#: Verbs of sport, which name countries and cities too.
SPORT = frozenset("beat score play defeat draw host qualify coach win lose face trail thrash edge".split())
#: Prepositions through which a verb or noun reaches its target.
REACHING = ("with", "to", "against", "on", "at", "from", "for", "into", "over", "towards", "toward", "upon", "of")
PERSON_NOUN = re.compile(
    r".{2,}(?:er|or|ist|ian|ant|ent|man|woman|men|women|ee|ite|eer|person|people|chief|head|aide|boss)"
)
NO_PERSON_NOUN = re.compile(
    r".*(?:ment|power|number|order|water|paper|letter|weather|matter|computer|counter|border|center|member state|fire|gender|"
    r"disaster|remainder|shoulder|chapter|poster|offer|answer|tweet|street|committee|quarter|factor|error|terror|event|"
    r"percent|cent|client state|continent|parent company|document|moment|incident|statement|agreement|corner|danger|rumor)"
)
BODY_NAME = re.compile(
    r"\b(?:Party|Group|Council|Ministry|Inc|Corp|Ltd|University|Committee|Court|Agency|Association|Institute|Union|Front|"
    r"Movement|Department|Company|Bank|Foundation|Center|Centre|Bureau|Service|Army|Force|Forces|League|Federation|Commission|"
    r"Office|Organization|Organisation|Network|Alliance|Coalition|Congress|Parliament|Senate|House|Board|Authority|Times|Post|"
    r"News|Journal|Society|Club|Church|Trust|Fund|College|School|Hospital|Airlines|Motors|Administration|Coalition|Campaign)\b"
)
#: The entry of a mention that has its code from a title or from what stands beside the name.
BY_TITLE = "person:"
RANKS = frozenset(
    "Sgt Sergeant Supt Superintendent Det Insp Inspector Lt Col Colonel Gen General Maj Major Capt Captain Cllr Sen Rep Gov Mr Mrs Ms "
    "Miss Dr Prof Sir Dame Lord Lady Judge Justice Rev Fr Committee Vice Deputy Acting".split()
)
DUMMY = VerbEntry("gap", "010", "", (), (), (), False, (), (), 0)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the dictionaries lack.

    Args:
        kind: verb, noun, name, agent or discard.
        key: the word, name or phrase.
        count: the events that an entry would unlock.
        documents: in how many documents.
        shapes: the patterns in which it stands, the most frequent first, with counts.
        contexts: up to three, each of another document.
        entry: what to paste, in the format of the file named in `file`.
        file: where to paste it.
    """

    kind: GapKind
    key: str
    count: int
    documents: int
    shapes: tuple[tuple[str, int], ...]
    contexts: tuple[str, ...]
    entry: str
    file: str


class GapFinder:
    """Codes documents and tallies what stays uncoded.

    Args:
        coder: with the dictionaries to judge.
        limit: how many keys of each kind are kept.
    """

    def __init__(self, coder: Coder, limit: int = 20_000) -> None:
        self.coder = coder
        self.verbs, self.nouns, self.names = Tally(limit), Tally(limit), Tally(limit)
        self.agents, self.discards = Tally(limit), Tally(limit)
        self.documents = self.sentences = 0
        #: Verbs that ask for an act: what is missing beside them is the act, not they.
        self.operating = frozenset(v for o in coder.dictionaries.operators for p in o.patterns for v in p.verbs)
        self.surnames = frozenset(name for actor in coder.dictionaries.actors for name in actor.surnames)
        self.person_evidence: Counter[str] = Counter()

    # --- reading

    def run(self, documents: Iterable[Document]) -> Iterator[int]:
        """Reads documents, and yields how many were read after each batch."""
        source = iter(documents)
        while batch := list(islice(source, BATCH)):
            self._batch(batch)
            self.documents += len(batch)
            yield len(batch)

    def _batch(self, documents: list[Document]) -> None:
        coder = self.coder
        jobs: list[tuple[Document, DocumentMentions, Sentence]] = []
        for document in documents:
            sentences = split(document.text)
            mentions = coder.finder.find(document.text, sentences, document.date)
            self.sentences += len(sentences)
            jobs.extend((document, mentions, s) for s in sentences if self._promising(s, mentions))
        with coder.model.memory_zone():
            docs = coder.model.parse([sentence.text for _, _, sentence in jobs])
            for (document, mentions, sentence), doc in zip(jobs, docs, strict=True):
                graph = coder.adapter.graph(doc, sentence.text, sentence.start)
                _SentenceGaps(self, document, sentence, graph, mentions).collect()

    def _promising(self, sentence: Sentence, mentions: DocumentMentions) -> bool:
        """Whether anything can be missing: two actors, or one beside a word of the dictionary."""
        found = mentions.between(sentence.start, sentence.end)
        known = sum(m.kind != "place" for m in found)
        return known > 1 or (known == 1 and self.coder.gate.passes(sentence.text))

    # --- report

    def gaps(self, top: int = 25, least: int = 2) -> list[Gap]:
        """Returns the gaps of each kind with the highest counts.

        Args:
            top: how many of each kind.
            least: the smallest count.
        """
        out = [_verb_gap(key, seen) for key, seen in self.verbs.top(top, least)]
        out += [_noun_gap(key, seen) for key, seen in self.nouns.top(top, least)]
        out += [_name_gap(key, seen) for key, seen in self.names.top(top, least)]
        people = [(k, s) for k, s in self.agents.top(20 * top, least) if self._is_person_noun(k)]
        out += [_agent_gap(key, seen) for key, seen in people[:top]]
        out += [_discard_gap(key, seen) for key, seen in self.discards.top(top, least)]
        return out

    def _is_person_noun(self, key: str) -> bool:
        head = key.split()[-1]
        if key in NOBODY:
            return False
        if self.person_evidence[head] >= 2:
            return True
        return bool(PERSON_NOUN.fullmatch(head) and not NO_PERSON_NOUN.fullmatch(head))


class _SentenceGaps:
    """Collects the gaps of one sentence."""

    def __init__(
        self, finder: GapFinder, document: Document, sentence: Sentence, graph: Graph, mentions: DocumentMentions
    ) -> None:
        self.finder, self.document, self.sentence = finder, document, sentence
        self.graph, self.mentions = graph, mentions
        coder = finder.coder
        self.grammar = coder.grammar
        self.reporting = coder.dictionaries.reporting_verbs
        self.operating = finder.operating
        self.resolver = Resolver(graph, mentions, self.reporting)
        self.blocked = coder.discards.blocked(graph, sentence, mentions)
        self.evaluator = self._evaluate(self.blocked)
        self.acts = self.evaluator.acts()

    def _evaluate(self, blocked: frozenset[int]) -> Evaluator:
        return Evaluator(self.grammar, self.graph, self.resolver, is_question(self.sentence.text), blocked)

    def collect(self) -> None:
        """Adds what is missing to the tallies."""
        if self.blocked:
            self._discarded()
        if len(self.blocked) == self.graph.size:
            return
        covered = {i for i, frame in self.evaluator.frames.items() if frame is not None}
        covered |= {w for frame in self.evaluator.frames.values() if frame is not None for w in frame.words}
        covered |= self.blocked | self.evaluator.consumed.keys()
        # an exception says that the verb means something else here
        covered |= {i for i, _, why in self.evaluator.losers if "exception" in why}
        for i in range(self.graph.size):
            if i in covered:
                continue
            if self.graph.pos[i] == "VERB":
                self._verb(i, covered)
            elif self.graph.pos[i] == "NOUN":
                self._noun(i)
        for act in self.acts:
            self._slots(act)
        self._speakers()

    def _context(self, i: int, j: int | None = None) -> str:
        first, last = (i, i if j is None else j)
        at = self.sentence.start
        return context(self.sentence.text, self.graph.starts[first] - at, self.graph.ends[last] - at)

    # --- who is known

    def _known(self, tokens: Iterable[int], source: bool) -> list[Mention]:
        """The known actors that tokens themselves stand for; not those that only stand beside them."""
        out = []
        for t in tokens:
            m = self.mentions.at(self.graph.starts[t])
            if m is None and self.graph.pos[t] == "PRON":
                out += [a for a in self.resolver.actors(t, source) if not a.code.startswith("---")]
            elif m is None or m.code.startswith("---") or m.kind == "name" or (m.kind == "place" and source):
                continue
            elif self.graph.pos[t] in NOMINAL:
                out.append(m)
        return out

    @staticmethod
    def _apart(sources: list[Mention], targets: list[Mention]) -> bool:
        """Whether there are two sides, one of them political: two countries, or a state and somebody who is not of it."""
        return any(_two_sides(s, t) for s in sources for t in targets)

    # --- verbs and nouns

    def _verb(self, i: int, covered: set[int]) -> None:
        graph = self.graph
        lemma = graph.lemma[i]
        if (
            lemma in self.reporting
            or not lemma.isalpha()
            or len(lemma) < 3
            or lemma in SPORT
            or lemma in self.operating
        ):
            return
        args = graph.arguments(i)
        sources = self._known(args.subjects, True)
        if not sources:
            return
        for found in (args.objects, args.recipients):
            if self._apart(sources, self._known(found, False)):
                if lemma not in GENERAL:
                    self._add_verb(i, lemma, f"S {lemma} T")
                return
        noun = next((o for o in args.objects if graph.pos[o] == "NOUN" and o not in covered), None)
        if noun is not None and self.mentions.at(graph.starts[noun]) is None:
            word = graph.lemma[noun]
            if lemma == "have" and word in NO_EVENT_NOUNS:
                return  # a state, such as having ties
            owners = [c for c in graph.children[noun] if graph.rel[c] == "possessor"]
            if self._apart(sources, self._known(owners, False)) and word.isalpha():
                self._add_verb(i, lemma if lemma not in GENERAL else f"{lemma} {word}", f"S {lemma} T's {word}")
                return
            for o in (*graph.noun_obliques(noun), *args.obliques):
                if o.prep in REACHING and word.isalpha() and self._apart(sources, self._known((o.governed,), False)):
                    self._add_verb(i, f"{lemma} {word}", f"S {lemma} {word} {o.prep} T")
                    return
            return
        if args.objects or lemma in GENERAL:
            return
        for o in args.obliques:
            if o.prep in REACHING and self._apart(sources, self._known((o.governed,), False)):
                particle = next((p for p in sorted(args.particles) if p in PARTICLES), "")
                self._add_verb(i, lemma, " ".join(("S", lemma, *([particle] if particle else []), o.prep, "T")))
                return

    def _add_verb(self, i: int, key: str, shape: str) -> None:
        lemma = self.graph.lemma[i]
        base = _base(lemma)
        if base != lemma:
            key, shape = key.replace(lemma, base, 1), shape.replace(lemma, base, 1)
        self.finder.verbs.add(key, self.document.id, self._context(i), shape)

    def _noun(self, i: int) -> None:
        graph = self.graph
        lemma = graph.lemma[i]
        if graph.rel[i] == "compound" or not lemma.isalpha() or len(lemma) < 4 or lemma in NO_EVENT_NOUNS:
            return
        if self.mentions.at(graph.starts[i]) is not None or (
            PERSON_NOUN.fullmatch(lemma) and lemma.endswith(("er", "or", "ist"))
        ):
            return
        pattern = NounPattern("gap", ((lemma,),), "S", (), lemma, 1.0, 0)
        frame = match_noun(graph, i, DUMMY, pattern)
        if frame is None:
            return
        sources = self._known(frame.sources, True)
        if frame.reciprocal:
            if len({m.code for m in self._known([k for s in frame.sources for k in graph.conjuncts(s)], True)}) > 1:
                self.finder.nouns.add(lemma, self.document.id, self._context(i), f"{lemma} between S and T")
            return
        adjectives = [a for a in frame.sources if self.mentions.adjective_at(graph.starts[a]) is not None]
        if not sources and not adjectives:
            return
        for o in graph.noun_obliques(i):
            if o.governed in frame.targets and o.prep in ("with", "against", "on", "to", "towards", "over", "of"):
                targets = self._known((o.governed,), False)
                if targets and (self._apart(sources, targets) or adjectives):
                    self.finder.nouns.add(lemma, self.document.id, self._context(i), f"{lemma} {o.prep} T")
                    return

    # --- names and agents

    def _slots(self, act: Act) -> None:
        for tokens, source in ((act.sources, True), (act.targets, False)):
            other = act.targets if source else act.sources
            across = any(_political(m) for t in other for m in self.resolver.actors(t, not source))
            # whoever acts on nobody in particular is a side too; a bare statement is made by anybody
            across = across or (source and not act.targets and act.code[:2] != "01")
            for token in tokens:
                for i in self.graph.conjuncts(token):
                    self._slot(i, source, act.code, across)

    def _slot(self, i: int, source: bool, code: str, across: bool) -> None:
        graph = self.graph
        if graph.pos[i] not in ("NOUN", "PROPN"):
            return
        m = self.mentions.at(graph.starts[i])
        if m is not None and (m.entry.startswith(BY_TITLE) or (m.kind == "name" and not m.entry)):
            if across:
                self._name_slot(m, i, source, code)
            return
        if m is not None or not across or graph.pos[i] != "NOUN" or self.resolver.actors(i, source):
            return
        core = graph.core(i)
        if graph.pos[core] != "NOUN" or self.mentions.at(graph.starts[core]) is not None:
            return
        lemma = graph.lemma[core]
        if not lemma.isalpha() or lemma in self.grammar.index.nouns:
            return
        inside = [graph.lower[c] for c in graph.children[core] if graph.rel[c] == "compound" and c == core - 1]
        key = " ".join((*inside, lemma)) if all(w.isalpha() for w in inside) else lemma
        if any(graph.rel[c] == "relative_clause" and self._who(c) for c in graph.children[core]):
            self.finder.person_evidence[lemma] += 1
        shape = f"{'source' if source else 'target'} of {code}"
        self.finder.agents.add(key, self.document.id, self._context(core), shape)

    def _name_slot(self, m: Mention, i: int, source: bool, code: str) -> None:
        """Counts a name that is in no dictionary, though its title in this text may say who it is."""
        graph = self.graph
        by_title = m.entry.startswith(BY_TITLE)
        if not by_title and any(a.entry for a in self.resolver.actors(i, source)):
            return
        name = self._without_ranks(self._full_name(m))
        if (
            len(name) < 3
            or name in NO_NAMES
            or name.rpartition(" ")[2] in NAMED_THINGS
            or name.lower() in common_words()
        ):
            return
        if graph.rel[i] in ("compound", "modifier") or self._is_known_later(name):
            return
        if not by_title and " " not in name and self._a_thing(i, source, code):
            return
        side = "source" if source else "target"
        shape = f"{side} of {code}" + (" by title" if by_title else "")
        at = self.sentence.start
        if CUT.match(self.sentence.text, m.end - at):
            return
        words = context(self.sentence.text, m.start - at, m.end - at)
        hint = m.code if by_title else self._likely_code(m)
        weight = _name_weight(m.role if by_title else "", source, code)
        self.finder.names.add(name, self.document.id, words, shape, hint, weight=weight)

    def _without_ranks(self, name: str) -> str:
        """Takes ranks and role nouns from the beginning of a name; nothing is left of *Department Director*."""
        agents = self.finder.coder.lexicon.agents
        words = name.split()
        while words and (words[0].rstrip(".") in RANKS or words[0].lower() in agents):
            words = words[1:]
        named = bool(words) and words[0][0].isupper() and words[-1].lower() not in agents and name.lower() not in agents
        return " ".join(words) if named else ""

    def _is_known_later(self, name: str) -> bool:
        """Whether a single word is the surname of somebody whom the dictionaries know, or an actor whom the text names in full."""
        if " " in name:
            return False
        if name in self.finder.surnames:
            return True
        actors = (
            o.name or "" for o in self.mentions.mentions if o.kind == "actor" and not o.entry.startswith(BY_TITLE)
        )
        return any(full.endswith(f" {name}") for full in actors)

    def _a_thing(self, i: int, source: bool, code: str) -> bool:
        """Whether a single capitalised word seems to name a thing: *the Quran*, or what is only talked about."""
        graph = self.graph
        definite = any(graph.rel[c] == "det" and graph.lower[c] == "the" for c in graph.children[i])
        if definite and not graph.text[i].isupper():
            return True
        return not source and code[:2] not in DONE_TO_ACTORS

    def _full_name(self, m: Mention) -> str:
        """The name, or for a single word the longer name of the document that begins or ends with it."""
        name = _plain_name(m)
        if " " in name:
            return name
        for other in self.mentions.mentions:
            if other.start > m.start:
                break
            longer = _plain_name(other)
            words = longer.split()
            if other.kind == "name" and len(words) > 1 and name in (words[0], words[-1]):
                return longer
        return name

    def _who(self, clause: int) -> bool:
        return any(self.graph.lower[c] == "who" for c in self.graph.children[clause])

    def _speakers(self) -> None:
        """Nouns that say something are people."""
        graph = self.graph
        for i in range(graph.size):
            if graph.pos[i] == "VERB" and graph.lemma[i] in ("say", "tell", "add"):
                for s in graph.children[i]:
                    if graph.rel[s] == "subject" and graph.pos[s] == "NOUN" and graph.lemma[s] not in NOT_SPEAKING:
                        self.finder.person_evidence[graph.lemma[s]] += 1

    def _likely_code(self, m: Mention) -> str:
        """A code that the words beside a name suggest: a title or nationality just before or after it."""
        beside = [
            o
            for o in self.mentions.between(self.sentence.start, self.sentence.end)
            if o.kind == "agent" and (0 <= m.start - o.end <= 3 or 0 <= o.start - m.end <= 6)
        ]
        for o in beside:
            return o.code
        countries = Counter(o.code[:3] for o in self.mentions.mentions if o.country and o.kind != "name")
        best = countries.most_common(1)
        return best[0][0] if best and best[0][1] >= 3 else ""

    # --- discards

    def _discarded(self) -> None:
        free = self._evaluate(frozenset())
        lost = [a for a in free.acts() if a.trigger in self.blocked]
        lost = [a for a in lost if any(self.resolver.actors(t, True) for t in a.sources)]
        if not lost:
            return
        domain = self.finder.coder.discards.domain(self.sentence.text)
        at = self.sentence.start
        for act in lost:
            start = self.graph.starts[act.trigger] - at
            key = (
                f"domain: {domain}"
                if domain is not None
                else next(
                    (
                        self.sentence.text[s:e].lower()
                        for s, e, _ in self.finder.coder.discards.found(self.sentence.text)
                        if s <= start < e
                    ),
                    "",
                )
            )
            if key:
                self.finder.discards.add(key, self.document.id, self._context(act.trigger), act.code)


def _base(lemma: str) -> str:
    """The base form of a verb that the tables do not know: *wiretapped* stays as it is there."""
    if lemma in base_verbs():
        return lemma
    for ending in ("ed", "ing"):
        stem = lemma.removesuffix(ending)
        if stem != lemma and len(stem) > 3:
            if stem[-1] == stem[-2] and stem[-1] not in "sl":
                return stem[:-1]
            return stem if stem in base_verbs() or f"{stem}e" not in base_verbs() else f"{stem}e"
    return lemma


def _plain_name(m: Mention) -> str:
    return (m.name or m.text).removesuffix("'s").removesuffix("’s").strip()


def _two_sides(s: Mention, t: Mention) -> bool:
    if (s.name or s.text) == (t.name or t.text) or s.code == t.code:
        return False
    if not (_political(s) or _political(t)):
        return False
    if s.code[:3] != t.code[:3]:
        return True
    return (s.role in STATE or not s.role) != (t.role in STATE or not t.role)


def _political(m: Mention) -> bool:
    return (
        m.role in POLITICAL
        or (not m.role and m.kind in ("country", "capital", "actor"))
        or m.code[:3] in ("IGO", "IMG")
    )


def _name_weight(role: str | None, source: bool, code: str) -> float:
    """How much an event says for an entry: who acts, holds an office or undergoes more than talk is most worth one."""
    if role:
        return 1.0 if role in POLITICAL else 0.5
    if source:
        return 0.5 if code.startswith("01") else 0.8
    return 0.8 if code[:2] in DONE_TO_ACTORS else 0.4


PARTICLES = frozenset("up out off down over away back in on".split())
#: What *says* something without being anybody.
NOT_SPEAKING = frozenset(
    "report statement document letter article paper study survey poll law bill order rule story book email message post tweet "
    "headline sign poster memo file filing complaint lawsuit suit transcript indictment affidavit release website site".split()
)
#: Last words of names of things.
NAMED_THINGS = frozenset(
    "Plan Bill Act Zone Deal Treaty Accord Agreement Law Prize Award Cup Games Road Street Initiative Summit Referendum".split()
)
NO_NAMES = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun North South East West House We'r Brexit".split()
)
#: What follows a name that the text's encoding has broken: *Andr?ssy*.
CUT = re.compile(r"[?\ufffd]\w")
#: Roots of acts that are done to those who can act themselves, or to their land.
DONE_TO_ACTORS = frozenset("07 08 14 15 16 17 18 19 20".split())
#: Nouns that stand for anybody or anything.
NOBODY = frozenset(
    "country state time one other anyone someone everyone everybody nobody percent fact lack side work news work city nation "
    "thing part number lot kind member individual bill report document move election source body group".split()
)
NO_EVENT_NOUNS = frozenset(
    "side part time year month week people world country nation government state city area region place border north south east "
    "west capital citizen population president minister leader member official policy history economy issue problem question "
    "role interest relationship relation tie link case case case book story report film article interview version name word idea "
    "view opinion way thing kind sort type number share position situation home house embassy ambassador office team game match "
    "series season final victory defeat goal point version answer response reaction approach attitude language culture".split()
)


# --- entries to paste


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _past(lemma: str) -> str:
    from lemminflect import getInflection

    found = getInflection(lemma, "VBD")
    return str(found[0]) if found else f"{lemma}ed"


def _example(shape: str) -> str:
    words = shape.split()
    out = []
    for n, word in enumerate(words):
        if word == "S":
            out.append("[S Chad]")
        elif word.startswith("T"):
            out.append("[T Niger]" + word[1:])
        else:
            out.append(_past(word) if n == 1 else word)
    return " ".join(out) + "."


def _verb_gap(key: str, seen: Seen) -> Gap:
    shapes = seen.shapes.most_common(4)
    lines = [f"- id: {_slug(key)}", '  code: "CODE"  # choose one of ontology/cameo.csv', "  patterns:"]
    lines += [f"    - {shape}" for shape, _ in shapes]
    lines += ["  examples:", *(f'    - "{_example(shape)}"' for shape, _ in shapes)]
    return _gap("verb", key, seen, "\n".join(lines), "verbs/NN_root.yaml")


def _noun_gap(key: str, seen: Seen) -> Gap:
    lines = [f"- id: {_slug(key)}", '  code: "CODE"  # choose one of ontology/cameo.csv', f"  nouns: [{key}]"]
    prep = next((s.split()[1] for s, _ in seen.shapes.most_common() if s.split()[1] != "between"), "of")
    lines += ["  examples:", f'    - "[S Chad]\'s {key} {prep} [T Niger] drew criticism."']
    return _gap("noun", key, seen, "\n".join(lines), "verbs/NN_root.yaml")


def _name_gap(key: str, seen: Seen) -> Gap:
    code = next((hint for hint, _ in seen.hints.most_common() if not hint.startswith("---")), "---")
    person = " " in key and not BODY_NAME.search(key)
    cells = (key, "", key.split()[-1] if person else "", code, "", "", "", "")
    return _gap("name", key, seen, _row(cells), "actors/NAME.csv")


def _agent_gap(key: str, seen: Seen) -> Gap:
    return _gap("agent", key, seen, _row((key, "", "CVL", "person", "")), "agents/NAME.csv")


def _discard_gap(key: str, seen: Seen) -> Gap:
    if key.startswith("domain: "):
        return _gap("discard", key, seen, "", "words/domains.yaml")
    return _gap("discard", key, seen, f"- remove: [{key}]", "words/discards.yaml")


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _gap(kind: GapKind, key: str, seen: Seen, entry: str, file: str) -> Gap:
    shapes = tuple(seen.shapes.most_common(6))
    return Gap(kind, key, seen.count, seen.documents, shapes, tuple(seen.contexts), entry, file)


# --- printing

TITLES: dict[GapKind, str] = {
    "verb": "Verbs between known actors, without a code",
    "noun": "Event nouns between known actors, without a code",
    "name": "Unknown names in the slots of coded acts",
    "agent": "Unknown role nouns in the slots of coded acts",
    "discard": "Acts lost to discard phrases and domains",
}


def lines(gaps: Iterable[Gap]) -> Iterator[str]:
    """Yields the report for a terminal."""
    kind = None
    for gap in gaps:
        if gap.kind != kind:
            kind = gap.kind
            yield f"\n{TITLES[kind]}\n{'=' * len(TITLES[kind])}"
        shapes = ", ".join(f"{shape} ({count})" for shape, count in gap.shapes[:4])
        yield f"\n{gap.key}: {gap.count} events in {gap.documents} documents: {shapes}"
        yield from (f"    {text}" for text in gap.contexts)
        if gap.entry:
            yield f"    for {gap.file}:"
            yield from (f"      {line}" for line in gap.entry.splitlines())
