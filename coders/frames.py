"""Matches patterns of the verb dictionary against the graph of a sentence: which slots are filled by which tokens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from coders.graph import DATIVE_VERBS, NOMINAL, RELATIVE_PRONOUNS, TIME_NOUNS, Arguments, Graph, Oblique
from dictionaries.model import NounPattern, Operator, Part, Phrase, VerbEntry, VerbPattern
from dictionaries.patterns import PREPOSITIONS, key_word, singular

#: Verbs that lend their subject to an event noun: *carried out an attack*.
LIGHT_VERBS = frozenset(
    "carry conduct launch make stage mount commit hold do begin start commence continue give take pay perform undertake pursue wage open "
    "stag lead organise organize execute deliver have resume intensify escalate step issue offer provide "
    "impose unleash initiate suffer endure face receive cause join attend host suspend end halt publish voice "
    "embark express sign reach conclude enter engage participate plan prepare complete cancel postpone expand extend renew".split()
)
#: What may introduce a complement without standing in the sentence: *gave **T** aid*, *said he would*.
WORDLESS = frozenset({"to", "for", "that"})
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
#: Prepositions before what somebody does beside something else: *said **during** talks with the rebels*.
ACCOMPANYING = frozenset("after during following through in at amid despite".split())
#: Nouns of what somebody asks for, at which others act: *freed **at the request of** the king*.
BIDDING = frozenset("request urging behest insistence invitation prompting bidding demand".split())
#: Nouns of angry words, in which the subject speaks: *said so **in a tirade** against Kenya*.
TIRADES = frozenset("broadside tirade diatribe attack outburst salvo jibe swipe philippic rant".split())
#: Participles that say whose a plan, request or ban is: *a plan **proposed** by Chad*, *a curfew **imposed** by the army*.
PUTTING_FORWARD = frozenset(
    "propose make issue offer order draft submit sponsor demand request announce table present impose declare put draw back push seek "
    "extend send decree unveil introduce advance write broker favour favor".split()
)
#: Verbs of what takes place, whose *between* and *with* name the sides: *talks **took place** between Chad and Mali*.
HAPPENING = frozenset(
    "take begin start resume open continue break erupt flare occur follow ensue happen restart".split()
)
#: Verbs of taking a place *from* somebody, whatever it is *of*.
TAKING = frozenset(
    "capture seize take retake recapture regain reconquer liberate reclaim clear win overrun occupy".split()
)
#: Light verbs whose subject undergoes the act: *suffered an attack*.
UNDERGOING = frozenset("suffer endure face receive survive sustain".split())
#: Verbs by which an attack that is their subject reaches its target.
HITTING = frozenset(
    "hit strike target pound kill wound injure destroy damage rock leave level flatten devastate claim".split()
)
#: Verbs whose subject does what stands behind *in*, *out* or *with*.
PROCEEDING = frozenset("carry engage participate proceed embark".split())
#: Participles that say what a vehicle or shell is full of: *a lorry **packed** with explosives*.
FILLING = frozenset("pack lade laden load fill cram rig stuff wire strap tip".split())
#: Verbs that say with what somebody fights: *resisted with car bombs*.
RETALIATING = frozenset("resist respond retaliate reply answer react hit strike counter fight".split())
#: What somebody is in who has not chosen it: *mired in a war of words with France*.
ENTANGLED = frozenset("mired locked embroiled entangled involved caught bogged".split())
#: Verbs whose subject the act in their object befell.
SUFFERED = frozenset(
    "mark commemorate remember mourn suffer survive repel resist recall avenge endure experience undergo sustain weather withstand".split()
)
#: Verbs whose subject is the one that an accusation, demand or threat in their object is aimed at.
RESPONSES = frozenset(
    "deny reject dismiss refute face draw ignore accept brush spurn rebuff shrug answer respond attract provoke prompt trigger "
    "incur invite rebut counter resist heed meet fend deflect spark".split()
)
#: Verbs that answer a request.
ANSWERS = frozenset(
    "reject refuse decline rebuff spurn dismiss grant accept approve deny ignore reconsider honour honor".split()
)
#: Verbs of which a quantity is the subject.
QUANTITIES = frozenset(
    "rise fall drop grow jump climb decline surge increase decrease shrink slump total reach amount plunge soar double account "
    "slow slip plummet dip rebound recover expand contract exceed average".split()
)
#: Nouns of going to see somebody, on which who speaks or acts is.
JOURNEYS = frozenset("visit trip tour stopover".split())
#: Operators whose nouns are requests that somebody answers.
CALLING = frozenset({"call_for", "demand"})
#: Roots of what two do together, whose names a hyphen may join, and what joins them.
JOINT_ROOTS = frozenset("04 05 06 08 19".split())
HYPHENS = frozenset({"-", "–"})
#: Verbs by which talks come to an end, and words of time.
ENDING = frozenset("collapse end fail break conclude falter stall finish go unravel founder".split())
TIMES = frozenset(
    "second minute hour day week month moment year today yesterday weekend night morning evening afternoon "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
#: Verbs of what hosts do in the presence of their guests.
SPEAKING_AS_HOST = frozenset(
    "say tell express voice announce declare sign agree pledge promise discuss thank praise assure urge ask warn raise reaffirm "
    "reiterate stress welcome call".split()
)
#: Verbs of conferring *with* somebody, and nouns of what binds two, of which *with* names the other one.
CONFERRING = frozenset("discuss hold have conduct review conclude finish".split())
BONDS = frozenset(
    "relation tie link relationship cooperation trade border frontier deal agreement treaty pact accord war conflict dispute row fight "
    "alliance partnership friendship contact connection problem issue issues exchange swap engagement treaty truce ceasefire peace "
    "reconciliation rapprochement commerce integration union stand-off standoff match game people country person man woman child "
    "patient company family member group".split()
)
#: What somebody has or makes, named in place of him or her: ***her decision** came after talks with the king*.
OWN_DOINGS = frozenset(
    "decision announcement comment remark visit trip statement move order speech offer pledge tweet warning threat choice arrival "
    "departure change shift reversal promise appeal plan proposal u-turn intervention position policy stance view".split()
)
#: Verbs that patterns write with what somebody is said to do: *say T pay price*.
SPEAKING = frozenset(
    "say argue insist warn tell claim add tweet declare write state complain rule find hold conclude".split()
)
#: Auxiliaries of what somebody only wants or holds possible.
UNSURE = frozenset("should must may might could can ought".split())
#: Stands among the prepositions of a verb that has an object, attribute or recipient.
OBJECT = frozenset({"&object"})
#: What something is done for, after *in*.
PURPOSES = frozenset(
    "support aid defence defense response retaliation revenge return reprisal conjunction coordination cooperation line addition "
    "protest solidarity exchange vain answer reply violation".split()
)
#: Nouns for what a blow brought about.
LOSSES = frozenset("death deaths killing killings loss injury injuries wounding".split())
#: Verbs that leave an event noun to its own arguments.
DEFAULT_PREPS: dict[str, str] = {
    "by": "S", "of": "T", "on": "T", "against": "T", "at": "T", "upon": "T", "toward": "T", "towards": "T", "with": "T",
    "to": "T", "into": "T", "over": "T", "for": "T", "across": "P", "throughout": "P", "around": "P", "between": "B",
    "among": "B", "from": "S", "in": "P", "inside": "P",
}  # fmt: skip


class Frame(NamedTuple):
    """A pattern matched in a sentence.

    Args:
        entry: the verb entry or operator.
        pattern: which of its patterns.
        trigger: the token of the verb or noun.
        words: further tokens that the pattern consumed, in order.
        sources, targets: tokens that fill the slots; empty where nothing does.
        act: the tokens of the embedded act, for operators.
        reciprocal: sources act on each other.
        score: specificity and how well the slots are filled; the highest wins.
    """

    entry: VerbEntry | Operator
    pattern: VerbPattern | NounPattern
    trigger: int
    words: tuple[int, ...]
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    act: tuple[int, ...]
    reciprocal: bool
    score: float
    places: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()
    loose_source: bool = False


AnyEntry = VerbEntry | Operator
_Pattern = TypeVar("_Pattern", VerbPattern, NounPattern)


@dataclass(frozen=True, slots=True)
class Candidate(Generic[_Pattern]):
    """A pattern with its entry, and what can be seen of it without trying it.

    Args:
        entry: whose pattern it is.
        pattern: the pattern.
        required: sets of words of which one stands in every sentence that it matches there, as `required_words` says.
        heads: the words of which one must be the first complement of its verb, empty if others may be too.
        preps: the prepositions, particles, kinds of clauses or OBJECT, of which one must stand with its verb, empty if others may too.
    """

    entry: AnyEntry
    pattern: _Pattern
    required: list[frozenset[str]]
    heads: frozenset[str]
    preps: frozenset[str]


class Surroundings:
    """What stands with a verb: the words that can be its complements, and what may introduce them; found when it is asked for.

    Args:
        graph: of the sentence.
        v: the token of the verb.
    """

    __slots__ = ("_graph", "_preps", "_v", "_words")

    def __init__(self, graph: Graph, v: int) -> None:
        self._graph = graph
        self._v = v
        self._words: set[str] | None = None
        self._preps: set[str] | None = None

    def fitting(self, candidates: Sequence[Candidate[_Pattern]]) -> Sequence[Candidate[_Pattern]]:
        """The candidates whose first complement can be among what stands with the verb."""
        if not candidates:
            return candidates
        graph, args = self._graph, self._graph.arguments(self._v)
        out = []
        for candidate in candidates:
            if candidate.heads:
                if self._words is None:
                    self._words = _words_with(graph, args) | _words_said(graph, self._v, args)
                if candidate.heads.isdisjoint(self._words):
                    continue
            if candidate.preps:
                if self._preps is None:
                    self._preps = _preps_with(graph, args)
                if candidate.preps.isdisjoint(self._preps):
                    continue
            out.append(candidate)
        return out


def _words_with(graph: Graph, args: Arguments) -> set[str]:
    """The heads of complements in all their forms, the verbs of clauses, and particles."""
    words = _forms(graph, (*args.objects, *args.attributes, *args.recipients))
    words.update(args.particles)
    words.update([graph.lemma[c] for _, c in args.clauses])
    words.update([graph.lemma[i] for i in judgments(graph, args)])
    return words


def _words_said(graph: Graph, v: int, args: Arguments) -> set[str]:
    """What a clause with *be*, or of what somebody says, holds in place of complements; empty if there is none."""
    being = [c for _, c in args.clauses if graph.lemma[c] == "be"]
    told = [c for _, c in args.clauses] if graph.lemma[v] in SPEAKING else []
    if not being and not told:
        return set()
    said = [k for c in being for k in graph.children[c] if graph.rel[k] == "attribute"]
    said += [a for k in said for a in adjectives(graph, k)]
    tokens = [*said, *(o.governed for k in said for o in graph.noun_obliques(k)), *(o.governed for o in args.obliques)]
    for inner in map(graph.arguments, told):
        tokens.extend((*inner.objects, *inner.attributes, *(o.governed for o in inner.obliques)))
    return _forms(graph, tokens).union(graph.lower[k] for c in told for k in graph.children[c])


def _forms(graph: Graph, tokens: Iterable[int]) -> set[str]:
    """The forms of tokens, of what is coordinated with them, and of what stands behind transparent nouns."""
    words: set[str] = set()
    for token in tokens:
        for i in graph.conjuncts(token):
            words.update((graph.lemma[i], graph.lower[i], singular(graph.lower[i])))
            core = graph.core(i)
            if core != i:
                words.update((graph.lemma[core], graph.lower[core], singular(graph.lower[core])))
    return words


def _preps_with(graph: Graph, args: Arguments) -> set[str]:
    """Prepositions and particles, those of objects, the kinds of clauses, and OBJECT where there is one of any kind."""
    preps = set(args.particles)
    preps.update([o.prep for o in args.obliques], [kind for kind, _ in args.clauses])
    for i in (*args.objects, *args.attributes):
        preps.update([o.prep for o in graph.noun_obliques(i)])
    if args.objects or args.attributes or args.recipients:
        preps.update(OBJECT)
    return preps


class Bucket(Generic[_Pattern]):
    """The patterns of one verb or noun: those that ask for nothing else, and the others by a word that they need."""

    __slots__ = ("_keys", "_plain", "always", "keyed", "patterns")

    def __init__(self, candidates: Iterable[Candidate[_Pattern]]) -> None:
        #: All of them, the most specific first.
        self.patterns: list[Candidate[_Pattern]] = sorted(candidates, key=lambda c: -c.pattern.specificity)
        self.always: list[int] = []
        #: For a word the patterns filed under it, each with the further sets of words that it asks for.
        self.keyed: defaultdict[str, list[tuple[int, list[frozenset[str]]]]] = defaultdict(list)
        for order, candidate in enumerate(self.patterns):
            if not candidate.required:
                self.always.append(order)
                continue
            filed = (order, candidate.required[1:])
            for word in candidate.required[0]:
                self.keyed[word].append(filed)
        self._keys = frozenset(self.keyed)
        self._plain: Sequence[Candidate[_Pattern]] = [self.patterns[order] for order in self.always]

    def candidates(self, words: frozenset[str]) -> Sequence[Candidate[_Pattern]]:
        """The patterns whose required words all stand in the sentence, the most specific first."""
        filed = self._filed_under(words) if self._keys else None
        return [self.patterns[order] for order in sorted(filed.union(self.always))] if filed else self._plain

    def opens(self, words: frozenset[str]) -> bool:
        """Whether there are candidates among these words."""
        return bool(self.always) or self.asks_for(words)

    def asks_for(self, words: frozenset[str]) -> bool:
        """Whether there are candidates that ask for some of these words."""
        return bool(self._filed_under(words))

    def _filed_under(self, words: frozenset[str]) -> set[int]:
        found = set()
        for word in self._keys & words:
            for order, others in self.keyed[word]:
                for needed in others:
                    if needed.isdisjoint(words):
                        break
                else:
                    found.add(order)
        return found


def candidate_of(entry: AnyEntry, pattern: VerbPattern) -> Candidate[VerbPattern]:
    """Returns a verb pattern as it stands in a bucket."""
    return Candidate(entry, pattern, required_words(pattern), *_opening(pattern))


def nominal_candidate(entry: AnyEntry, pattern: NounPattern, head: str) -> Candidate[NounPattern]:
    """Returns a noun pattern as it stands in the bucket of one of its nouns, which may need a word before it: *state **of** war*."""
    phrases = [words for words in pattern.words if words[-1] == head]
    alone = any(len(words) == 1 for words in phrases)
    required = [] if alone else [frozenset(words[-2] for words in phrases)]
    return Candidate(entry, pattern, required, frozenset(), frozenset())


def _opening(pattern: VerbPattern) -> tuple[frozenset[str], frozenset[str]]:
    """Returns the words and the prepositions of which one stands where the first complement of a verb pattern matches."""
    if not pattern.parts:
        return frozenset(), frozenset()
    first = pattern.parts[0]
    if first.optional or first.forbidden:
        return frozenset(), frozenset()
    if first.kind == "object" and not first.words and all(part.kind == "prep" for part in pattern.parts[1:]):
        return frozenset(), OBJECT
    if first.kind == "object":
        return _heads(first.words), frozenset()
    if first.kind == "clause":
        return frozenset(), frozenset() if pattern.subject_words else _kinds_of_clause(first)
    # *to*, and where anything may follow *for* and *with*, are read into what stands without them.
    replaced = {"to"} if first.words else {"to", "for", "with"}
    if first.kind == "prep" and not pattern.subject_words and replaced.isdisjoint(first.preps):
        return frozenset(), first.preps
    return frozenset(), frozenset()


def _kinds_of_clause(part: Part) -> frozenset[str]:
    """Returns what may introduce a clause or noun that is an act, empty if nothing need."""
    if part.slot != "ACT":
        return part.preps
    return frozenset({"that", "if", "whether"}) if "that" in part.preps else part.preps


@lru_cache(maxsize=1 << 13)
def _heads(phrases: tuple[Phrase, ...]) -> frozenset[str]:
    return frozenset(words[-1] for words in phrases)


@lru_cache(maxsize=1 << 13)
def _key_words(phrases: tuple[Phrase, ...]) -> frozenset[str]:
    return frozenset(map(key_word, phrases))


def required_words(pattern: VerbPattern) -> list[frozenset[str]]:
    """Sets of words, the smallest first; one of each stands in every sentence that the pattern matches, besides its verb."""
    found = [_key_words(pattern.subject_words)] if pattern.subject_words else []
    for part in pattern.parts:
        if part.optional or part.forbidden:
            continue
        if part.words:
            found.append(_key_words(part.words))
        if part.preps and (part.kind == "particle" or part.preps.isdisjoint(WORDLESS)):
            found.append(part.preps)
    return sorted(found, key=lambda words: (not words.isdisjoint(PREPOSITIONS), len(words), sorted(words)))


class PatternIndex:
    """Verb entries and operators, indexed by the base form of their verb or noun and by a word they need."""

    def __init__(self, entries: Iterable[AnyEntry]) -> None:
        verbs: defaultdict[str, list[Candidate[VerbPattern]]] = defaultdict(list)
        nouns: defaultdict[str, list[Candidate[NounPattern]]] = defaultdict(list)
        exceptions: defaultdict[tuple[str, str], list[Candidate[VerbPattern]]] = defaultdict(list)
        needed: set[frozenset[str]] = set()
        for entry in entries:
            for pattern in entry.patterns:
                candidate = candidate_of(entry, pattern)
                needed.update(candidate.required)
                for verb in pattern.verbs:
                    verbs[verb].append(candidate)
            for noun in entry.nouns:
                for head in {p[-1] for p in noun.words}:
                    nominal = nominal_candidate(entry, noun, head)
                    needed.update(nominal.required)
                    nouns[head].append(nominal)
            for exception in entry.exceptions:
                candidate = candidate_of(entry, exception)
                needed.update(candidate.required)
                for verb in exception.verbs:
                    exceptions[entry.rule, verb].append(candidate)
        self.verbs = {k: Bucket(v) for k, v in verbs.items()}
        self.nouns = {k: Bucket(v) for k, v in nouns.items()}
        #: By rule and verb.
        self.exceptions = {k: Bucket(v) for k, v in exceptions.items()}
        #: Every word that some pattern asks for; no other word of a sentence decides which are candidates.
        self.needed = frozenset().union(*needed)


def buckets_of(
    buckets: Mapping[str, Bucket[_Pattern]], wanted: Callable[[AnyEntry], bool]
) -> dict[str, Bucket[_Pattern]]:
    """Returns buckets with the patterns of the entries that are wanted; those that hold no others are the same."""
    out = {}
    for word, bucket in buckets.items():
        rows = [row for row in bucket.patterns if wanted(row.entry)]
        if rows:
            out[word] = bucket if len(rows) == len(bucket.patterns) else Bucket(rows)
    return out


def phrase_at(graph: Graph, i: int, phrases: Iterable[Phrase]) -> tuple[int, ...]:
    """Returns the tokens of the first phrase whose head stands at `i` with its other words before it, or ()."""
    lower = graph.lower[i]
    forms = (graph.lemma[i], lower, singular(lower))
    for words in phrases:
        if words[-1] not in forms:
            continue
        if len(words) == 1:
            return (i,)
        found = []
        for word in words[:-1]:
            at = next(
                (k for k in range(i - 1, max(-1, i - 7), -1) if graph.lower[k] == word or graph.lemma[k] == word), None
            )
            if at is None:
                at = next((c for c in graph.children[i] if graph.lower[c] == word or graph.lemma[c] == word), None)
            if at is None:
                break
            found.append(at)
        else:
            return (*sorted(found), i)
    return ()


def phrase_among(graph: Graph, tokens: Iterable[int], phrases: tuple[Phrase, ...]) -> tuple[int, ...]:
    """Like `phrase_at`, for the tokens, what is coordinated with them, and what stands behind transparent nouns."""
    for token in tokens:
        for i in graph.conjuncts(token):
            found = phrase_at(graph, i, phrases)
            if found:
                return found
            core = graph.core(i)
            if core != i:
                found = phrase_at(graph, core, phrases)
                if found:
                    return found
    return ()


def adjectives(graph: Graph, noun: int) -> list[int]:
    """Returns the adjectives before a noun."""
    return [c for c in graph.children[noun] if graph.rel[c] == "modifier" and graph.pos[c] in ("ADJ", "ADV")]


def judgments(graph: Graph, args: Arguments) -> list[int]:
    """Returns the adjectives of what an object is called: *called it a **dumb** deal*."""
    return [c for i in args.attributes for c in adjectives(graph, i)] if args.objects else []


class _Matcher:
    """Matches one verb pattern at one verb."""

    __slots__ = (
        "anchors",
        "args",
        "both_sides",
        "clause_gives_target",
        "filled",
        "graph",
        "missing",
        "pattern",
        "purposes",
        "said_of",
        "slots",
        "used",
        "v",
        "words",
    )

    def __init__(self, graph: Graph, v: int, pattern: VerbPattern, arguments: Arguments | None = None) -> None:
        self.graph = graph
        self.v = v
        self.pattern = pattern
        self.args: Arguments = arguments or graph.arguments(v)
        self.slots: dict[str, list[int]] = {"S": [], "T": [], "A": [], "ACT": []}
        self.words: list[int] = []
        self.used: set[int] = set()
        self.anchors: list[int] = []
        self.purposes: list[int] = []
        self.filled = 0.0
        self.missing: Part | None = None
        self.clause_gives_target = True
        self.both_sides = False
        self.said_of: list[int] = []

    def _is_time(self, i: int) -> bool:
        """Whether a token is a date, which fills no slot: *called on **Monday** to congratulate him*."""
        graph = self.graph
        if graph.lemma[i] in TIME_NOUNS or graph.lower[i] in TIME_NOUNS:
            return not graph.is_surname(i)
        return bool(YEAR.fullmatch(graph.text[i]))

    def _with_particle(self) -> None:
        """Takes for a particle what the parser took for a preposition behind the verb: *hauled **in** two editors*."""
        args, graph = self.args, self.graph
        if args.objects or args.passive or not args.obliques:
            return
        wanted = {p for part in self.pattern.parts if part.kind == "particle" for p in part.preps}
        if not wanted or not wanted.isdisjoint(args.particles):
            return
        for o in args.obliques:
            if o.prep in wanted and o.token == self.v + 1 and graph.pos[o.governed] == "NOUN":
                self.args = args._replace(
                    objects=(o.governed,),
                    particles=args.particles | {o.prep},
                    obliques=tuple(x for x in args.obliques if x.token != o.token),
                )
                return

    def run(self) -> bool:
        self._with_particle()
        pattern, args = self.pattern, self.args
        if pattern.subject_words:
            found = phrase_among(self.graph, args.subjects, pattern.subject_words)
            if not found:
                return False
            self.words.extend(found)
            if all(part.slot != "S" for part in pattern.parts):
                self.slots["S"].append(found[-1])
        elif pattern.subject is not None:
            if pattern.subject != "S" and not args.subjects and not (pattern.subject == "A" and args.passive):
                return False
            if pattern.subject == "T" and args.passive:
                return False
            if pattern.subject == "A" and args.passive and args.subjects and any(p.slot == "S" for p in pattern.parts):
                return False
            self.slots[pattern.subject].extend(args.subjects)
        # words first, so that slots do not take their tokens
        for part in pattern.parts:
            before = self.filled
            if part.forbidden:
                if self._forbidden(part):
                    self.missing = part
                    return False
                continue
            if not self._part(part) and not part.optional:
                self.missing = part
                return False
            if part.optional and self.filled > before:
                self.filled += 1.2 if part.slot in ("S", "T") else 0.5
        return True

    def _part(self, part: Part) -> bool:
        if part.kind == "particle":
            return self._particle(part)
        if part.kind == "clause":
            return self._clause(part)
        if part.kind == "object":
            return self._object(part)
        return self._prep(part)

    def _forbidden(self, part: Part) -> bool:
        args = self.args
        tokens = [*args.objects, *args.attributes, *args.recipients, *(o.governed for o in args.obliques)]
        if phrase_among(self.graph, tokens, part.words):
            return True
        return any(len(p) == 1 and p[0] in args.particles for p in part.words)

    def _particle(self, part: Part) -> bool:
        if part.preps & self.args.particles:
            self.filled += 0.2
            return True
        return False

    def _obliques(self) -> list[Oblique]:
        out: list[Oblique] = []
        for i in self.anchors:
            out.extend(self.graph.noun_obliques(i))
        for c in self.purposes:
            out.extend(self.graph.arguments(c).obliques)
        out.extend(o for o in self.args.obliques if o not in out)
        for i in (*self.args.objects, *self.args.attributes):
            out.extend(o for o in self.graph.noun_obliques(i) if o not in out)
        for i in self.args.objects:
            for c in self.graph.children[i]:
                if self.graph.rel[c] == "modifier_clause" and self.graph.lemma[c] in FILLING:
                    out.extend(o for o in self.graph.noun_obliques(c) if o not in out)
        for o in list(out):
            if o.governed in self.words:
                out.extend(x for x in self.graph.noun_obliques(o.governed) if x not in out)
        return out

    def _object(self, part: Part) -> bool:
        args, graph = self.args, self.graph
        if part.words:
            found = phrase_among(graph, (*args.objects, *args.attributes, *args.recipients), part.words)
            if not found and args.attributes:
                found = phrase_among(graph, judgments(graph, args), part.words)
            if not found and self.purposes:
                found = phrase_among(graph, [i for c in self.purposes for i in graph.arguments(c).objects], part.words)
            if not found and args.obliques:
                found = phrase_among(graph, self._behind_particle(), part.words)
            if not found:
                return self._object_as_verb(part)
            self.words.extend(found)
            self.used.add(found[-1])
            self.anchors.append(found[-1])
            if part.possessor:
                return self._possessor(part, found[-1])
            return True
        if self.said_of:
            self._fill(part, self.said_of)
            return True
        purposes = [graph.arguments(c) for c in self.purposes]
        for pool in (
            args.recipients if self._wants_recipient() else (),
            args.objects,
            args.attributes,
            args.recipients,
            [i for a in purposes for i in (*a.objects, *a.attributes)],
        ):
            free = [i for i in pool if i not in self.used and not self._covered(i) and not self._is_time(i)]
            if free:
                self._fill(part, free)
                return True
        if self._wants_recipient():
            inner = self._compound_recipient()
            if inner is not None:
                self._fill(part, [inner])
                return True
            to = [o.governed for o in self._obliques() if o.prep in ("to", "for") and o.governed not in self.used]
            to = to or self._person_before_thing()
            if to:
                self._fill(part, to[:1])
                return True
        if self.clause_gives_target and any(p.kind == "clause" for p in self.pattern.parts):
            for _, c in args.clauses:
                own = [k for k in graph.children[c] if graph.rel[k] in ("subject", "subject_passive")]
                if own:
                    self._fill(part, own)
                    return True
        if any(p.kind == "particle" for p in self.pattern.parts):
            taken = self._behind_particle()
            if taken:
                self._fill(part, taken)
                return True
        return False

    def _behind_particle(self) -> list[int]:
        """What the parser took the particle for the preposition of: *voted **down a bill***."""
        preps = {p for part in self.pattern.parts if part.kind == "particle" for p in part.preps}
        return [o.governed for o in self.args.obliques if o.prep in preps and o.governed not in self.used]

    def _object_as_verb(self, part: Part) -> bool:
        """Whether the parser took one of the words for a particle or for the verb of a clause: *held **talks***."""
        args = self.args
        if not args.clauses and not args.particles:
            return False
        if self._said_to_be(part):
            return True
        clauses = [] if args.objects else args.clauses
        tags = self.graph.tag
        verbs = {self.graph.lemma[c]: c for _, c in reversed(clauses) if tags[c] == "VBN" or not self.graph.is_verb(c)}
        if not verbs and not args.particles:
            return False
        for p in part.words:
            if len(p) > 1:
                continue
            if p[0] in args.particles:
                self.filled += 0.2
                return True
            if p[0] in verbs:
                self.words.append(verbs[p[0]])
                return True
        return False

    def _said_to_be(self, part: Part) -> bool:
        """Whether a clause says that somebody is what a pattern writes with *be*: *say T **be welcome***."""
        graph = self.graph
        being = [c for _, c in self.args.clauses if graph.lemma[c] == "be"]
        wanted = [(p[0] == "not", p[p.index("be") + 1 :]) for p in part.words if "be" in p[:-1]] if being else []
        for c in being if wanted else ():
            negated = graph.child(c, "negation") is not None
            said = [k for k in graph.children[c] if graph.rel[k] == "attribute"]
            said += [a for k in said for a in adjectives(graph, k)]
            found = [k for k in said if (negated, (graph.lemma[k],)) in wanted]
            if not found and said:
                phrases = [w for no, w in wanted if no == negated and len(w) > 1]
                behind = [o.governed for k in said for o in graph.noun_obliques(k)]
                found = [k for k in (*said, *behind) if phrase_at(graph, k, phrases)]
            if found:
                self.words.extend((c, found[0]))
                self.anchors.append(found[0])
                own = [k for k in graph.children[c] if graph.rel[k] in ("subject", "subject_passive")]
                self.said_of = own
                return bool(own)
        return self._said_to_do(part)

    def _said_to_do(self, part: Part) -> bool:
        """Whether a clause says that somebody does what a pattern writes with a verb: *say T **pay price***, *say A **will_hit back***."""
        graph = self.graph
        if graph.lemma[self.v] not in SPEAKING:
            return False
        for kind, c in self.args.clauses:
            if kind not in ("that", "ing") or not graph.is_verb(c) or graph.lemma[c] == "be":
                continue
            auxiliaries = {graph.lower[k] for k in graph.children[c] if graph.rel[k] in ("aux", "passive_aux")}
            if not auxiliaries.isdisjoint(UNSURE):
                continue
            said: Phrase = ("will",) if auxiliaries & {"will", "would", "wo", "'ll", "’ll", "shall"} else ()
            said += ("not",) if graph.child(c, "negation") is not None else ()
            said += (graph.lemma[c],)
            wanted = [p for p in part.words if len(p) > 1 and graph.lemma[c] in p[:-1]]
            phrases = tuple(p[len(said) :] for p in wanted if p[: len(said)] == said)
            if said[0] == "will":
                phrases += tuple(p[len(said) - 1 :] for p in wanted if p[: len(said) - 1] == said[1:])
            found = self._complement_of(c, phrases) if phrases else ()
            own = [k for k in graph.children[c] if graph.rel[k] in ("subject", "subject_passive")]
            if found and own and own[0] not in self.args.subjects:
                self.words.extend((c, *found))
                self.anchors.append(found[-1])
                self.said_of = own
                return True
        return False

    def _complement_of(self, c: int, phrases: tuple[Phrase, ...]) -> tuple[int, ...]:
        """What of the phrases stands with the verb of a clause: its objects, what its prepositions govern, its adverbs and particles."""
        graph, inner = self.graph, self.graph.arguments(c)
        found = phrase_among(graph, (*inner.objects, *inner.attributes, *(o.governed for o in inner.obliques)), phrases)
        purposes = (k for kind, k in inner.clauses if kind == "to")
        found = found or next(((k,) for k in purposes if (graph.lemma[k],) in phrases), ())
        return found or next(((k,) for k in graph.children[c] if (graph.lower[k],) in phrases), ())

    def _wants_recipient(self) -> bool:
        """Whether the pattern has words for the thing beside a bare slot: *give T &aid*."""
        return any(p.kind == "object" and p.words and not p.forbidden for p in self.pattern.parts)

    def _covered(self, i: int) -> bool:
        return any(c in self.used for c in self.graph.conjuncts(i))

    def _compound_recipient(self) -> int | None:
        """*sent Ukraine tanks*, read by the parser as a compound."""
        for i in (*self.anchors, *self.args.objects):
            for c in self.graph.children[i]:
                if (
                    self.graph.rel[c] in ("compound",)
                    and self.graph.tag[c] in ("NNP", "NNPS", "NNS")
                    and c > self.v
                    and c not in self.words
                ):
                    return c
        return None

    def _person_before_thing(self) -> list[int]:
        """*denied the **minister** entry*, read by the parser as a compound."""
        graph = self.graph
        if graph.lemma[self.v] not in DATIVE_VERBS:
            return []
        return [
            c
            for i in self.anchors
            for c in graph.children[i]
            if graph.rel[c] == "compound"
            and graph.tag[c] == "NN"
            and c == i - 1
            and c > self.v + 1
            and c not in self.words
        ]

    def _fill(self, part: Part, tokens: list[int]) -> None:
        assert part.slot is not None
        if part.slot == "S" and self.slots["S"]:
            return
        self.slots[part.slot].extend(tokens)
        self.used.update(tokens)
        self.filled += 0.2

    def _possessor(self, part: Part, i: int) -> bool:
        assert part.possessor is not None
        graph = self.graph
        found = [c for c in graph.children[i] if graph.rel[c] == "possessor"]
        found = found or [o.governed for o in graph.noun_obliques(i) if o.prep in ("of", "in", "from", "to", "by")]
        found = found or [
            c for c in graph.children[i] if graph.rel[c] in ("modifier", "compound") and graph.text[c][:1].isupper()
        ]
        self.slots[part.possessor].extend(found)
        return bool(found)

    def _prep(self, part: Part) -> bool:
        candidates = [o for o in self._obliques() if o.prep in part.preps and o.governed not in self.used]
        if part.words:
            for o in candidates:
                found = phrase_among(self.graph, (o.governed,), part.words)
                if not found and o.prep == "as":
                    found = phrase_among(self.graph, adjectives(self.graph, o.governed), part.words)
                if found:
                    self.words.extend((o.token, *found))
                    self.used.add(found[-1])
                    self.used.add(o.governed)
                    self.anchors.append(found[-1])
                    if part.possessor:
                        return self._possessor(part, found[-1])
                    return True
            if part.preps & self.args.particles:
                found = phrase_among(self.graph, self.args.objects, part.words)
                if found:
                    self.words.extend(found)
                    self.used.add(found[-1])
                    self.anchors.append(found[-1])
                    return True if part.possessor is None else self._possessor(part, found[-1])
            if "to" in part.preps:
                for kind, c in self.args.clauses:
                    if kind != "to" and self.graph.child(c, "subject", "subject_passive") is not None:
                        continue
                    if any((len(p) == 1 and p[0] == self.graph.lemma[c]) or self._is_choice(c, p) for p in part.words):
                        self.words.append(c)
                        if not part.from_set:
                            self.purposes.append(c)
                        return True
                    noun = self._clause_object(c, part.words)
                    if noun:
                        self.words.extend((c, *noun))
                        self.anchors.extend((c, noun[-1]))
                        return True
            return False
        candidates = [o for o in candidates if not self._is_time(o.governed) and not _is_purpose(self.graph, o)]
        if not candidates and part.slot == "T" and "with" in part.preps and self.between():
            return True
        if not candidates and part.slot == "T" and "to" in part.preps:
            candidates = self._behind_topic()
        if not candidates and part.slot == "T" and "with" in part.preps and self.graph.lemma[self.v] in CONFERRING:
            candidates = self._behind_matters()
        if not candidates and part.slot == "T" and part.preps & {"from", "against"}:
            things = self.slots.get("A", ())
            candidates = [o for n in things for o in self.graph.noun_obliques(n) if o.prep in part.preps]
        if not candidates and part.slot == "T" and "by" in part.preps and not part.preps & {"on", "against"}:
            makers = [k for k in self._makers() if k not in self.used]
            if makers:
                self._fill(part, makers[:1])
                return True
        if candidates:
            taken = self.graph.lemma[self.v] in TAKING
            o = next((c for c in candidates if taken and c.prep == "from"), candidates[0])
            self._fill(part, [o.governed])
            if self.pattern.parts[0].kind != "object" or not self.anchors:
                self.words.append(o.token)
            return True
        if "to" in part.preps or "for" in part.preps:
            if self.args.recipients:
                free = [i for i in self.args.recipients if i not in self.used]
                if free:
                    self._fill(part, free)
                    return True
            inner = self._compound_recipient() if "to" in part.preps else None
            if inner is not None:
                self._fill(part, [inner])
                return True
        if part.preps & self.args.particles:
            free = [i for i in self.args.objects if i not in self.used]
            if free:
                self._fill(part, free)
                return True
        return False

    def _is_choice(self, c: int, phrase: tuple[str, ...]) -> bool:
        """Whether the verb of a clause has its alternative beside it: *to **leave** the town **or face** attack*."""
        graph = self.graph
        if len(phrase) != 3 or phrase[1] != "or" or phrase[0] != graph.lemma[c]:
            return False
        joined = any(graph.lower[k] == "or" for k in graph.children[c] if graph.rel[k] == "cc")
        return joined and any(graph.lemma[k] == phrase[2] for k in graph.children[c] if graph.rel[k] == "conj")

    def _makers(self) -> list[int]:
        """By whom the thing is put forward that the words name: *rejected a plan **proposed by Chad***."""
        graph = self.graph
        made = [
            c
            for n in self.anchors
            for c in graph.children[n]
            if graph.rel[c] == "modifier_clause" and graph.is_passive(c)
        ]
        return [k for c in made if graph.lemma[c] in PUTTING_FORWARD for k in graph.arguments(c).subjects]

    def _behind_topic(self) -> list[Oblique]:
        """The receiver that the parser hung on what the thing is about: *passed intelligence on the plot **to Chad***."""
        graph = self.graph
        if not self.anchors:
            return []
        topics = [o.governed for o in self._obliques() if o.prep in ("on", "about", "of")]
        return [o for t in topics for o in graph.noun_obliques(t) if o.prep == "to" and o.governed not in self.used]

    def _behind_matters(self) -> list[Oblique]:
        """With whom somebody confers, hung on what they confer about: *discussed the war and the fate of the port **with Chad***."""
        graph = self.graph
        things = [t for i in self.args.objects for t in graph.subtree(i)]
        found = [
            o
            for t in things
            if graph.pos[t] in NOMINAL and graph.lemma[t] not in BONDS
            for o in graph.noun_obliques(t)
            if o.prep == "with" and o.governed not in self.used and graph.pos[graph.core(o.governed)] in NOMINAL
        ]
        return found[-1:] if found and found[-1].token > max(self.words, default=self.v) else []

    def between(self) -> bool:
        """Whether both sides stand beside the thing done: *trade **between Chad and Mali** was suspended*, *a **US-Malian** deal*."""
        if self.slots["S"] or not self.args.passive:
            return False
        for i in self.anchors:
            pair = pair_before(self.graph, i)
            if pair:
                self.slots["S"].extend(pair)
                self.used.update(pair)
                self.both_sides = True
                return True
            for o in self.graph.noun_obliques(i):
                if o.prep == "between" and len(self.graph.conjuncts(o.governed)) > 1:
                    self.slots["S"].append(o.governed)
                    self.used.add(o.governed)
                    self.both_sides = True
                    return True
        return False

    def _clause_object(self, c: int, phrases: tuple[Phrase, ...]) -> tuple[int, ...]:
        """The object of an infinitive that a pattern writes with its verb: *fail to **reach_agreement***."""
        objects = tuple(p[1:] for p in phrases if len(p) > 1 and p[0] == self.graph.lemma[c])
        return phrase_among(self.graph, self.graph.arguments(c).objects, objects) if objects else ()

    def _clause(self, part: Part) -> bool:
        args = self.args
        if part.slot != "ACT":
            return any(k in part.preps for k, _ in args.clauses)
        found: list[int] = []
        if "that" in part.preps:
            found = [
                c for k, c in args.clauses if k in ("that", "if", "whether") and self.graph.rel[c] != "adverbial_clause"
            ]
        elif "to" in part.preps:
            found = [c for k, c in args.clauses if k == "to" and c not in self.used]
            found = found or [
                c
                for i in self.anchors
                for c in self.graph.children[i]
                if self.graph.rel[c] in ("modifier_clause", "open_clause") and self.graph.tag[c] == "VB"
                if self.graph.child(c, "subject", "subject_passive") is None
            ]
            found = found or [o.governed for o in self._obliques() if o.prep == "to"]
        elif part.preps:
            found = [c for k, c in args.clauses if k in part.preps]
            found = found or [
                o.governed for o in self._obliques() if o.prep in part.preps and o.governed not in self.used
            ]
            if not found and part.preps & args.particles:
                found = [
                    c
                    for k, c in args.clauses
                    if k == "ing" and (self.graph.rel[c] != "adverbial_clause" or self.graph.lower[c - 1] in part.preps)
                ]
                found = found or [i for i in args.objects if i not in self.used]
        else:
            found = [c for k, c in args.clauses if k == "ing" and self.graph.rel[c] != "adverbial_clause"]
            found = found or [
                c
                for k, c in args.clauses
                if k == "that" and self.graph.tag[c] == "VB" and self.graph.child(c, "mark", "aux") is None
            ]
            found = found or [i for i in args.objects if i not in self.used]
        if not found:
            return False
        for i in found[:1]:
            core = self.graph.core(i)
            for k in self.graph.conjuncts(core):
                self.slots["ACT"].append(k)
        return True


def why_not(graph: Graph, v: int, pattern: VerbPattern) -> str:
    """Says why a verb pattern does not fit at token `v`; empty if it does."""
    matcher = _Matcher(graph, v, pattern)
    if matcher.run():
        return ""
    part = matcher.missing
    if part is None:
        return "the subject is missing or another"
    words = ", ".join(" ".join(p) for p in part.words[:4]) + (", ..." if len(part.words) > 4 else "")
    if part.forbidden:
        return f"{words} must not be there"
    place = f"after {'/'.join(sorted(part.preps))}" if part.preps else "as object"
    if part.kind == "particle":
        return f"{'/'.join(sorted(part.preps))} is missing"
    if part.kind == "clause":
        return f"no act {place}"
    return f"nothing {place} for {part.slot or part.possessor}" if not words else f"none of {words} {place}"


def match_verb(
    graph: Graph, v: int, entry: VerbEntry | Operator, pattern: VerbPattern, arguments: Arguments | None = None
) -> Frame | None:
    """Matches a verb pattern at token `v`, whatever shape English gives it; None if it does not fit.

    Args:
        graph: of the sentence.
        v: the token of the verb, or of a noun that stands for it.
        entry: whose pattern it is.
        pattern: the pattern.
        arguments: of the noun, in place of those that the graph gives the verb.
    """
    matcher = _Matcher(graph, v, pattern, arguments)
    matcher.clause_gives_target = not isinstance(entry, Operator) or entry.control == "T"
    if not matcher.run():
        return None
    slots = matcher.slots
    reciprocal = (
        isinstance(entry, VerbEntry)
        and entry.reciprocal
        and pattern.subject != "T"
        and not any(p.slot == "T" or p.possessor == "T" for p in pattern.parts)
    )
    if reciprocal:
        matcher.between()
    reciprocal = reciprocal or matcher.both_sides
    return Frame(
        entry,
        pattern,
        v,
        tuple(sorted(set(matcher.words) - {v})),
        tuple(slots["S"]),
        tuple(slots["T"]),
        tuple(slots["ACT"]),
        reciprocal,
        pattern.specificity + matcher.filled,
        anchors=tuple(matcher.anchors),
        loose_source=bool(pattern.subject_words),
    )


def match_noun(graph: Graph, n: int, entry: VerbEntry | Operator, pattern: NounPattern) -> Frame | None:
    """Matches a noun pattern at token `n` and gathers its slots from possessors, modifiers, prepositions and light verbs."""
    words = phrase_at(graph, n, pattern.words)
    if not words or (isinstance(entry, VerbEntry) and entry.code[:2] == "06" and _is_counted(graph, n)):
        return None
    if isinstance(entry, VerbEntry) and entry.code[:2] == "04" and _is_mere_talk(graph, n):
        return None
    sources: list[int] = []
    targets: list[int] = []
    both: list[int] = []
    places: list[int] = []
    extra: list[int] = list(words)
    preps = dict(pattern.preps) if pattern.preps else {}
    victims = pattern.possessor == "T" and not any(o.prep == "of" for o in graph.noun_obliques(n))
    sheltered = graph.rel[n] == "prep_object" and graph.lower[graph.head[n]] == "under"

    arrested = isinstance(entry, VerbEntry) and entry.code == "173"
    talked = isinstance(entry, VerbEntry) and entry.code[:2] == "04"
    joint = isinstance(entry, VerbEntry) and entry.code[:2] in JOINT_ROOTS
    journey = isinstance(entry, VerbEntry) and entry.code == "042" and graph.lemma[n] in JOURNEYS

    befallen = graph.rel[n] == "subject" and graph.child(n, "relative_clause", "modifier_clause") is None
    always = ("by", "in") if befallen else ("by",)

    def oblique(o: Oblique) -> None:
        if o.governed in words or _is_purpose(graph, o):
            return
        slot = preps.get(o.prep) or (
            "B" if o.prep == "between" else DEFAULT_PREPS.get(o.prep) if not preps or o.prep in always else None
        )
        if sheltered and o.prep == "of" and slot == "T":
            slot = "S"
        if talked and slot == "T" and o.prep in ("on", "over", "for", "into", "upon") and o.prep not in preps:
            return
        if arrested and slot == "T" and o.prep not in ("of", "against") and o.prep not in preps:
            return
        if slot == "T" and o.prep in ("for", "over", "to", "into", "at", "from") and not preps and targets:
            return
        if slot == "S" and o.prep == "from" and not preps:
            of_somebody = isinstance(entry, VerbEntry) and entry.code[:2] in ("04", "05", "06") and targets
            if graph.child(n, "possessor") is not None or of_somebody:
                return
        if slot == "T" and joint and o.prep == "of" and (pair := pair_before(graph, o.governed)):
            both.extend(pair)
        elif slot == "S":
            sources.append(o.governed)
        elif slot == "T":
            targets.append(o.governed)
        elif slot == "B":
            both.append(o.governed)
        elif slot == "P":
            places.append(o.governed)

    heads = [n, *(w for w in words if w != n and graph.pos[w] in NOMINAL), *_counted_by(graph, n)]
    for o in (o for h in heads for o in graph.noun_obliques(h)):
        oblique(o)
        sources.extend(
            inner.governed for inner in graph.noun_obliques(o.governed) if inner.prep == "by" and o.prep == "of"
        )
        sources.extend(_at_whose_hands(graph, o))
    if not targets and not preps:
        beside = [o for k in graph.conjuncts(n)[1:] for o in graph.noun_obliques(k) if o.prep == "against"]
        targets.extend(o.governed for o in beside)
    for c in (c for h in heads for c in graph.children[h]):
        rel = graph.rel[c]
        if c in words:
            continue
        if rel == "possessor":
            (targets if victims else sources).append(c)
        elif rel in ("modifier", "compound", "adverbial_noun") and (graph.text[c][:1].isupper() or rel == "compound"):
            if joint and (pair := paired(graph, c)):
                both.extend(pair)
                continue
            hyphened = graph.text[c].islower() and graph.text[c - 1] in HYPHENS
            if hyphened or (rel == "modifier" and graph.lemma[c] in TIMES):
                continue
            whither = journey and rel == "compound" and graph.pos[c] == "PROPN" and _is_told_whose(graph, n, c)
            if whither or (victims and not targets and graph.pos[c] == "NOUN"):
                targets.append(c)
            elif not sources:
                sources.append(c)
        elif rel == "modifier" and graph.tag[c] == "VBN" and graph.lemma[c] in ("lead", "impose", "conduct", "run"):
            sources.extend(k for k in graph.children[c] if graph.pos[k] in NOMINAL)
    light = _light_verb(graph, n)
    if light is not None:
        args = graph.arguments(light)
        if graph.lemma[light] in UNDERGOING:
            if not targets:
                targets.extend(args.subjects)
        elif args.subjects and not (victims and sources) and not any(graph.rel[s] == "possessor" for s in sources):
            sources = list(args.subjects)
        for o in args.obliques:
            if (
                o.governed != n
                and not graph.below(o.governed, n)
                and (o.prep != "in" or not targets)
                and o.prep not in ("for", "from", "over", "at", "to")
            ) or (o.governed != n and not targets and o.prep in ("to", "at") and not graph.below(o.governed, n)):
                oblique(o)
        extra.append(light)
    verb = graph.head[n]
    if light is None and _exists(graph, n):
        for o in graph.arguments(verb).obliques:
            if o.governed > n and not graph.below(o.governed, n) and DEFAULT_PREPS.get(o.prep) in ("S", "B", "T"):
                oblique(o)
    if light is None and graph.rel[n] == "subject" and graph.lemma[verb] in HAPPENING and not (sources and targets):
        for o in graph.arguments(verb).obliques:
            if o.prep in ("between", "with"):
                oblique(o)
    top = next((h for h in heads if graph.rel[h] == "prep_object" and graph.head[h] not in words), n)
    if light is None and graph.rel[top] == "prep_object" and graph.rel[graph.head[top]] == "prep":
        # "be in talks with", "held in an attack by": arguments of the preposition's verb
        verb = graph.head[top]
        governor = graph.head[verb]
        entangled = graph.lower[governor] in ENTANGLED
        if entangled and graph.rel[governor] == "attribute":
            governor = graph.head[governor]
        if (
            graph.is_verb(governor)
            and (
                entangled or graph.lemma[governor] in ("be", "engage", "remain", "enter", "stay", "participate", "take")
            )
            and graph.lower[verb] in ("in", "into", "at")
        ):
            args = graph.arguments(governor)
            if not sources:
                sources.extend(graph.subjects(governor) if entangled else args.subjects)
            for o in args.obliques:
                if o.governed != n and not targets:
                    oblique(o)
    if isinstance(entry, VerbEntry) and graph.rel[n] == "prep_object" and graph.is_verb(graph.head[verb]):
        if graph.lower[verb] == "at" and graph.lemma[n] in BIDDING and entry.code[:2] in ("02", "10"):
            sources = [*(o.governed for o in graph.noun_obliques(n) if o.prep == "of"), *sources]
            doer = graph.head[verb]
            while graph.tag[doer] == "VB" and graph.is_verb(graph.head[doer]) and graph.head[doer] != doer:
                doer = graph.head[doer]
            targets = [s for s in graph.arguments(doer).subjects if s not in sources]
        elif (
            not sources
            and targets
            and graph.lower[verb] == "in"
            and graph.lemma[n] in TIRADES
            and entry.code[:2] == "11"
        ):
            sources = [s for s in graph.arguments(graph.head[verb]).subjects if s not in targets]
    moved = graph.lower[verb] == "by" and isinstance(entry, VerbEntry) and entry.code[:2] == "04"
    moved = moved or (graph.lower[verb] == "on" and graph.lemma[n] in JOURNEYS)
    accompanies = graph.rel[n] == "prep_object" and (graph.lower[verb] in ACCOMPANYING or moved)
    ended = talked and graph.rel[n] == "subject" and _is_behind_after(graph, verb)
    if not sources and targets and (accompanies or ended):
        sources = _accompanied(graph, n, graph.head[verb], targets)
    elif journey and sources and not targets and graph.rel[n] == "prep_object" and graph.lower[verb] == "during":
        targets = _hosts(graph, graph.head[verb], sources)
    if not sources and isinstance(entry, VerbEntry):
        sources = _whose_it_is(graph, n)
    wanted = {p for p, slot in preps.items() if slot == "T"}
    if wanted and not any(o.prep in wanted for o in graph.noun_obliques(n)) and not targets and not both:
        return None
    asking = entry.code[:2] in ("02", "10") and targets if isinstance(entry, VerbEntry) else entry.operator in CALLING
    if asking and sources:
        targets = _asked(graph, n, sources) or targets
    if not targets and isinstance(entry, VerbEntry):
        targets.extend(_respondent(graph, n, entry.code, sources))
    if pattern.needs_source and not sources:
        return None
    if isinstance(entry, VerbEntry) and entry.code == "057" and not (both and _is_new(graph, n)):
        if not (targets and sheltered and graph.head[graph.head[n]] != graph.head[n] and _is_new(graph, n)):
            return None
        sources = _accompanied(graph, n, graph.head[graph.head[n]], targets)
        if not sources:
            return None
    if graph.lemma[n] == "claim" and isinstance(entry, VerbEntry) and entry.code[:3] == "112":
        targets = _charged_in_clause(graph, n)
        if not targets:
            return None
    reciprocal = False
    if both and sources and isinstance(entry, VerbEntry) and entry.code == "045":
        targets = both
    elif both:
        sources, targets, reciprocal = both, [], True
    elif not targets and sources and isinstance(entry, VerbEntry) and entry.reciprocal:
        reciprocal = True
    filled = 0.2 * bool(sources) + 0.3 * bool(targets)
    return Frame(
        entry,
        pattern,
        n,
        tuple(sorted(set(extra) - {n})),
        tuple(dict.fromkeys(sources)),
        tuple(dict.fromkeys(targets)),
        noun_act(graph, n) if isinstance(entry, Operator) else (),
        reciprocal,
        pattern.specificity + filled,
        tuple(places),
    )


def _at_whose_hands(graph: Graph, o: Oblique) -> list[int]:
    """Who does it: *the killing of the bishop **at the hands of soldiers***."""
    beside = (o, *graph.noun_obliques(o.governed))
    hands = [k.governed for k in beside if k.prep == "at" and graph.lemma[k.governed] == "hand"]
    return [k.governed for h in hands for k in graph.noun_obliques(h) if k.prep == "of"]


def _is_purpose(graph: Graph, o: Oblique) -> bool:
    """Whether *in* tells what for, not where: *launched strikes **in support** of the rebels*."""
    return o.prep == "in" and graph.lemma[o.governed] in PURPOSES and graph.child(o.governed, "det") is None


def _is_new(graph: Graph, n: int) -> bool:
    """Whether a noun brings something up for the first time: *a deal*, *the latest deal*."""
    words = {graph.lower[c] for c in graph.children[n] if c < n}
    return not words.isdisjoint(("a", "an", "new", "recent", "latest")) or "the" not in words


def paired(graph: Graph, i: int) -> tuple[int, int] | None:
    """Returns the two names that a hyphen joins, of which the second or first is at `i`: ***US-Turkish** talks*."""
    text = graph.text
    first, last = (i - 2, i) if i > 1 and text[i - 1] in HYPHENS else (i, i + 2)
    if last >= graph.size or first < 0 or text[first + 1] not in HYPHENS:
        return None
    if not (text[first][:1].isupper() and text[last][:1].isupper()) or "NUM" in (graph.pos[first], graph.pos[last]):
        return None
    return first, last


def pair_before(graph: Graph, n: int) -> tuple[int, int] | None:
    """Returns the two names joined by a hyphen before a noun: *the **Russia-NATO** council*."""
    found = [paired(graph, c) for c in graph.children[n] if c < n and graph.rel[c] in ("modifier", "compound")]
    return next((pair for pair in found if pair), None)


def _exists(graph: Graph, n: int) -> bool:
    """Whether a noun is what there is: *there were **clashes** at the weekend between the police and miners*."""
    verb = graph.head[n]
    return graph.rel[n] == "attribute" and graph.lemma[verb] == "be" and graph.child(verb, "expletive") is not None


def _whose_it_is(graph: Graph, n: int) -> list[int]:
    """Whose the noun is that an act only names again: ***Chad's** latest move, **a raid** on a camp*."""
    if graph.rel[n] != "apposition" or graph.text[n][:1].isupper() or graph.child(n, "det") is None:
        return []
    return [c for c in graph.children[graph.head[n]] if graph.rel[c] == "possessor" and graph.pos[c] != "PRON"]


def _is_told_whose(graph: Graph, n: int, c: int) -> bool:
    """Whether a name before a journey is where it goes, as somebody else makes it: *Keita's **Paris** visit*, *on a **Paris** visit*."""
    if any(o.prep in ("to", "in") for o in graph.noun_obliques(n)) or graph.text[n - 1] != graph.text[c]:
        return False
    owned = any(graph.rel[k] == "possessor" for k in graph.children[n])
    above = graph.lower[graph.head[n]] if graph.rel[n] == "prep_object" else ""
    return owned or above in ("on", "during") or any(o.prep == "by" for o in graph.noun_obliques(n))


def _is_behind_after(graph: Graph, v: int) -> bool:
    """Whether a clause tells that something came to its end, after which the sentence goes on: *left **after talks ended***."""
    ending = graph.lemma[v] in ENDING and graph.rel[v] == "adverbial_clause" and graph.is_verb(graph.head[v])
    return ending and any(graph.lower[c] in ("after", "when", "once", "as") for c in graph.children[v])


def _of_time(graph: Graph, i: int) -> int:
    """What adverbs and words of time hang on: *a **day after***, *on **Monday after***."""
    while graph.head[i] != i and (graph.pos[i] in ("ADV", "ADP") or graph.lemma[i] in TIMES):
        i = graph.head[i]
    return i


def _hosts(graph: Graph, governor: int, guests: list[int]) -> list[int]:
    """Whom somebody visits when they speak or agree: ***Chad's president** told reporters during a visit by the king*."""
    governor = _of_time(graph, governor)
    if graph.lemma[governor] not in SPEAKING_AS_HOST or graph.is_passive(governor):
        return []
    return [s for s in graph.arguments(governor).subjects if s not in guests and graph.pos[s] != "PRON"]


def _accompanied(graph: Graph, n: int, governor: int, targets: list[int]) -> list[int]:
    """Whose act a noun is that only says when they did something else: *the king spoke after talks **with** his guests*.

    Args:
        governor: what the words before the noun hang on; an adverb or a time, as in *a day after talks*, hangs on the verb itself.
    """
    governor = _of_time(graph, governor)
    beside = graph.lower[graph.head[n]] == "on" and graph.pos[governor] in NOMINAL and graph.lemma[n] in JOURNEYS
    if beside and governor < n and graph.rel[governor].startswith("subject"):
        return [governor]
    shared = [o.governed for o in graph.noun_obliques(n) if o.prep == ("to" if graph.lemma[n] in JOURNEYS else "with")]
    if graph.lemma[n] in JOURNEYS:
        shared += [t for t in targets if graph.head[t] == n]
    if graph.lemma[n] in JOURNEYS and graph.is_passive(governor):
        return []
    if not graph.is_verb(governor) or not set(shared).intersection(targets):
        return []
    surface = graph.subjects(governor)
    owners = [
        c for s in surface if graph.lemma[s] in OWN_DOINGS for c in graph.children[s] if graph.rel[c] == "possessor"
    ]
    if owners or graph.is_passive(governor):
        return owners
    return [s for s in graph.arguments(governor).subjects if s not in targets]


def _counted_by(graph: Graph, n: int) -> list[int]:
    """The noun that only counts this one, on which the parser hangs what belongs to it: ***dozens** of attacks by rebels*."""
    of = graph.head[n]
    if graph.rel[n] != "prep_object" or graph.lower[of] != "of":
        return []
    number = graph.head[of]
    return [number] if number != of and graph.pos[number] in NOMINAL and graph.core(number) == n else []


def _is_mere_talk(graph: Graph, n: int) -> bool:
    """Whether a noun says only that somebody spoke of something: *his **talk** about the wall*."""
    preps = {o.prep for o in graph.noun_obliques(n)}
    return graph.lower[n] == "talk" and preps.isdisjoint({"with", "between", "among"}) and bool(preps)


def _is_counted(graph: Graph, n: int) -> bool:
    """Whether a noun is only a figure: *Turkish **exports** to Iraq rose by a tenth*."""
    return graph.rel[n] == "subject" and graph.tag[n] == "NNS" and graph.lemma[graph.head[n]] in QUANTITIES


def _asked(graph: Graph, n: int, sources: list[int]) -> list[int]:
    """Who is asked where a request is answered: *Niger's court **turned down** a Libyan request for his extradition*."""
    verb = graph.head[n]
    if graph.rel[n] not in ("object", "subject_passive") or not graph.is_verb(verb):
        return []
    args = graph.arguments(verb)
    answers = graph.lemma[verb] in ANSWERS or (
        graph.lemma[verb] in ("turn", "throw") and {"down", "out"} & args.particles
    )
    return [s for s in args.subjects if s not in sources] if answers else []


def _respondent(graph: Graph, n: int, code: str, sources: list[int]) -> list[int]:
    """Whom an act named without a target is aimed at, by the verb around it.

    The subject that denies or faces an accusation or demand; what a protest that is the subject of a verb is *against*.
    """
    verb = graph.head[n]
    if graph.rel[n] == "prep_object" and graph.is_verb(graph.head[verb]):
        verb = graph.head[verb]
    if code[:3] == "112" and (charged := _charged_in_clause(graph, n)):
        return charged
    inside = graph.rel[n] == "prep_object" and graph.lower[graph.head[n]] == "in"
    if inside and code[:2] in ("18", "19", "20") and (lost := _lost_in(graph, graph.head[graph.head[n]])):
        return lost
    if not graph.is_verb(verb) and graph.lower[verb] != "of":
        return []
    if code[:2] in ("02", "10", "11", "12", "13") and graph.lemma[verb] in RESPONSES:
        found = [s for s in graph.arguments(verb).subjects if s not in sources]
        if not graph.is_passive(verb):
            return found
    if code[:2] in ("18", "19", "20"):
        if graph.rel[n] == "subject" and graph.lemma[verb] in HITTING:
            return list(graph.arguments(verb).objects)
        if graph.lemma[verb] in SUFFERED and not graph.is_passive(verb):
            return [s for s in graph.arguments(verb).subjects if s not in sources]
        above = graph.head[verb]
        if (
            graph.lower[verb] == "of"
            and graph.is_verb(graph.head[above])
            and graph.lemma[graph.head[above]] in SUFFERED
        ):
            return [s for s in graph.arguments(graph.head[above]).subjects if s not in sources]
    if code[:2] == "14" and graph.rel[n] == "subject":
        verbs = [verb, *(c for c in graph.children[verb] if graph.rel[c] == "conj" and graph.is_verb(c))]
        for v in verbs:
            for o in graph.arguments(v).obliques:
                for found_in in (o, *graph.noun_obliques(o.governed)):
                    if found_in.prep == "against":
                        return [found_in.governed]
    return []


def _lost_in(graph: Graph, i: int) -> list[int]:
    """Whose death a blow caused, from the verb or noun above it: *mourned **the death of** two soldiers in an airstrike*."""
    nouns = [i] if graph.lower[i] in LOSSES else list(graph.arguments(i).objects) if graph.is_verb(i) else []
    return [o.governed for n in nouns if graph.lower[n] in LOSSES for o in graph.noun_obliques(n) if o.prep == "of"][:1]


def _charged_in_clause(graph: Graph, n: int) -> list[int]:
    """Who is said to have done it in the clause of a charge: *the accusation that **Chad** arms rebels*."""
    for c in graph.children[n]:
        own = graph.child(c, "subject") if graph.rel[c] in ("clause", "modifier_clause", "relative_clause") else None
        if own is not None and graph.lower[own] not in RELATIVE_PRONOUNS and graph.pos[own] != "PRON":
            return [own]
    return []


def _light_verb(graph: Graph, n: int) -> int | None:
    """The light verb that an event noun depends on, if any."""
    i = n
    for _ in range(3):
        head = graph.head[i]
        if head == i:
            return None
        if graph.rel[i] == "conj" and not graph.is_verb(head):
            i = head
            continue
        if (
            graph.rel[i] == "prep_object"
            and graph.lower[head] == "of"
            and graph.head[head] != head
            and graph.pos[graph.head[head]] in NOMINAL
        ):
            if graph.core(graph.head[head]) == n:
                i = graph.head[head]
                continue
            return None
        if (
            graph.rel[i] == "prep_object"
            and graph.lower[head] in ("out", "in", "with", "on")
            and graph.is_verb(graph.head[head])
        ):
            verb = graph.lemma[graph.head[head]]
            by_means_of = graph.lower[head] == "with" and verb in RETALIATING
            proceeding = verb in PROCEEDING and (verb == "embark") == (graph.lower[head] == "on")
            return graph.head[head] if by_means_of or proceeding else None
        if graph.rel[i] in ("object", "subject_passive", "attribute") and graph.is_verb(head):
            return head if graph.lemma[head] in LIGHT_VERBS else None
        if graph.rel[i] not in ("object", "subject_passive"):
            if any(graph.rel[c] == "modifier_clause" and graph.lemma[c] in LIGHT_VERBS for c in graph.children[n]):
                return next(
                    c for c in graph.children[n] if graph.rel[c] == "modifier_clause" and graph.lemma[c] in LIGHT_VERBS
                )
            return None
    return None


def noun_act(graph: Graph, n: int) -> tuple[int, ...]:
    """The act embedded in an operator noun: *calls **to end** the blockade*, *threat of **sanctions***."""
    for c in graph.children[n]:
        if graph.rel[c] in ("modifier_clause", "clause", "relative_clause", "open_clause") and (
            graph.tag[c] == "VB" or graph.rel[c] == "clause"
        ):
            return tuple(graph.conjuncts(c))
    for p in graph.children[n]:
        if graph.rel[p] == "prep" and graph.lower[p] in ("of", "for", "to", "on", "over"):
            for c in graph.children[p]:
                if graph.rel[c] in ("prep_object", "prep_clause"):
                    core = graph.core(c)
                    return tuple(graph.conjuncts(core))
    return ()
