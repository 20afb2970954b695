"""Evaluates predicates: which act a verb or noun names, and what operators over embedded acts make of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coders.figurative import SHAPES, is_blight, is_figurative
from coders.frames import Bucket, Frame, PatternIndex, Surroundings, match_noun, match_verb, noun_act
from coders.graph import Graph
from coders.model import Mention, Realis
from coders.nominals import VERB_OF_NOUN, nominal_arguments
from coders.realis import FORESEEN, is_to, own_realis, realis_of
from coders.resolve import Resolver
from dictionaries.model import Composition, Dictionaries, NounPattern, Operator, VerbEntry

#: Roots of acts of speech that a denial or refusal answers.
SPOKEN = frozenset({"02", "10", "11", "13"})
#: Roots of deeds that others judge.
DEEDS = frozenset({"08", "16", "17", "18", "19", "20"})
JUDGING = frozenset(
    "condemn denounce deplore decry criticise criticize slam blast lament protest welcome praise hail applaud commend thank "
    "investigate probe look examine begin start open launch".split()
)
#: Nouns of what is asked or offered, whose owner a refusal is aimed at.
ASKED = frozenset("request offer proposal invitation call appeal plea demand bid application overture".split())
#: Operators that ask for an act.
ASKING = frozenset({"urge", "call_for", "demand", "advise"})
#: Nouns that ask for an act, and are answered by a refusal.
CALLS = frozenset("call appeal plea demand request".split())
#: Operators that say more than an entry that names a call, a demand or a request.
SHARPENING = frozenset({"refuse", "demand", "call_for", "urge", "announce"})
#: Roots of what one asks of those to whom one speaks.
ASKED_IN_PERSON = frozenset({"02", "10"})
#: Words before a refusal that others answer, and roots of their answers.
FOLLOWING = frozenset({"after", "because", "when", "since"})
ANSWERS_TO_REFUSALS = frozenset("11 13 16 17".split())
#: Modals that make a reported clause a demand or appeal.
REQUIRING = frozenset({"must", "should", "ought"})
#: Auxiliaries by which somebody says what he is willing to do.
WILLING = frozenset({"will", "would", "wo"})
#: Verbs of beginning an act and going on with it, whose *will* is that of the act.
GOING_ON = frozenset("continue begin start keep resume proceed".split())
#: Verbs that before an infinitive say *should*.
NEEDING = frozenset({"need", "needs", "has", "have", "needed", "ought"})
#: Verbs of orders, and roles of those who take none from others: what they are ordered to do is demanded of them.
COMMANDING_VERBS = frozenset("order command instruct direct".split())
UNCOMMANDED = frozenset({None, "CVL", "REB", "OPP", "LAB", "EDU", "REL", "CRM", "UAF", "REF"})
#: The entry of those who say nothing.
SILENCE = "verbs/01_statement#decline_comment"
#: Roles of those whose *should* is an opinion, not an appeal.
OBSERVING = frozenset({"MED", "EDU", "BUS", "CVL", "HLH"})
#: Verbs whose *should* is an opinion, not an appeal.
OPINING = frozenset("think believe feel hope know understand consider suspect".split())
#: Verbs by which one binds oneself to an act.
UNDERTAKING = frozenset("agree promise pledge undertake consent commit".split())
#: Verbs that say for what somebody is held or punished, whether he did it or not.
PUNISHING = frozenset(
    "arrest detain charge jail imprison try indict prosecute sentence convict fine hold expel punish sanction seize deport execute hang "
    "question investigate sue dismiss fire sack suspend ban".split()
)
#: Codes of permissions, which somebody who does not give them refuses.
WITHHELD = frozenset({"080", "081", "086"})
#: Verbs by which missiles are sent on their way.
FIRING = frozenset("fire launch lob shoot hurl drop plant lay detonate".split())
#: Verbs that two sides do to each other.
CLASHING = frozenset("clash skirmish".split())
#: What somebody who refuses only keeps to himself, and verbs of doing so.
INFORMATION = frozenset(
    "detail information comment explanation statement reason figure number name evidence answer word".split()
)
SPEAKING = frozenset(
    "say comment answer name disclose elaborate discuss be speak talk specify identify confirm reveal speculate stand sit".split()
)
#: The end of patterns for what is said of somebody, which of things would be mere opinion.
SAID_OF_SOMEBODY = "T be &slurs/&insults"
#: What politics makes, of which everybody says what he thinks.
POLITICAL_THINGS = frozenset(
    "decision move ban order law legislation bill plan policy ruling verdict budget proposal offer deal agreement accord treaty pact "
    "sanction tariff embargo blockade crackdown referendum resolution reform measure decree deployment invasion annexation occupation "
    "intervention rhetoric threat ultimatum demand campaign cut".split()
)
#: Verbs that ask for what has no code: *called for a common stand*.
CALLING_FOR = frozenset("call appeal plead".split())
#: Pronouns of who speaks of what he or she will do, and verbs of what nobody refuses who will not do it.
SPEAKERS = frozenset("i we he she it they".split())
OF_SPEAKERS = frozenset("its their his her our my".split())
UNWILLED = SPEAKING | frozenset(
    "be have know happen think believe see hear feel forget surprise win lose succeed fail survive make mean need expect "
    "matter work last find want like hope die suffer affect change become get live miss hesitate regret understand cause exist seem "
    "remain occur take cost benefit hurt die begin end come go do watch hold help run sleep rest stop".split()
)
#: Verbs that, denied, say that somebody did it all the same.
SHRINKING = frozenset("hesitate shy shrink flinch recoil tire weary".split())
DEEPEST = 6
CLASSES = {
    "cooperation": frozenset("03 04 05 06 07 08".split()),
    "verbal": frozenset("01 02 09 10 11 12".split()),
    "hostile": frozenset("13 14 15 16 17 18 19 20".split()),
}


@dataclass(slots=True)
class Act:
    """An act found in a sentence, its slots still tokens. Nobody changes one; a frozen one would only be slower to make.

    Args:
        code: CAMEO code.
        trigger: the token that carries it.
        words: further tokens of the trigger.
        sources, targets: tokens.
        reciprocal: the sources act on each other.
        rule: the entry.
        operators: the operator entries applied, outermost first.
        realis: of this act.
        score: how well the pattern fits.
        alone: an act kept beside the one that an operator made of it.
        patterns: the patterns that matched, as written: those of the operators, outermost first, then the act's own.
    """

    code: str
    trigger: int
    words: tuple[int, ...]
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    reciprocal: bool
    rule: str
    operators: tuple[str, ...]
    realis: Realis
    score: float
    places: tuple[int, ...] = ()
    alone: bool = False
    mutual: bool = False
    anchors: tuple[int, ...] = ()
    loose_source: bool = False
    patterns: tuple[str, ...] = ()


class CompositionTable:
    """Looks up what an operator makes of an inner code: the longest code prefix, then a class, then *any*."""

    def __init__(self, rows: Iterable[Composition]) -> None:
        self._rows = {(row.operator, row.inner): row for row in rows}

    def row(self, operator: str, code: str | None) -> Composition | None:
        """Returns the row for an operator over an inner code, or over no coded act (None)."""
        if code is None:
            return self._rows.get((operator, "none"))
        for length in (4, 3, 2):
            if len(code) >= length:
                found = self._rows.get((operator, code[:length]))
                if found is not None:
                    return found
        for name, roots in CLASSES.items():
            if code[:2] in roots and (operator, name) in self._rows:
                return self._rows[operator, name]
        return self._rows.get((operator, "any"))


class Grammar:
    """The verb dictionary and the composition table, compiled once and shared by every sentence."""

    def __init__(self, dictionaries: Dictionaries) -> None:
        self.index = PatternIndex([*dictionaries.verbs, *dictionaries.operators])
        self.table = CompositionTable(dictionaries.compositions)
        self.operators = {o.operator: o for o in dictionaries.operators}


class Evaluator:
    """Evaluates the predicates of one sentence."""

    def __init__(
        self, grammar: Grammar, graph: Graph, resolver: Resolver, question: bool, blocked: frozenset[int] = frozenset()
    ) -> None:
        self.grammar = grammar
        self.graph = graph
        self.resolver = resolver
        self.question = question
        #: The tokens that can carry an act.
        self.triggers = frozenset(self._find_triggers()) - blocked
        #: The words of the sentence that decide which patterns to try.
        self.words = graph.standing(grammar.index.needed)
        self.frames: dict[int, Frame | None] = {}
        self.consumed: dict[int, int] = {}
        self.seconds: dict[int, Frame] = {}
        self.losers: list[tuple[int, str, str]] = []
        #: The acts of entries by token and stand-in subject; every operator that may win over a token asks for them.
        self.plain: dict[tuple[int, tuple[int, ...]], Act] = {}

    # --- all acts of the sentence

    def acts(self) -> list[Act]:
        """Returns the acts of the sentence in order of their triggers; embedded ones only as their operators say."""
        results: dict[int, list[Act]] = {}
        triggers = sorted(self.triggers)
        verbs = [i for i in triggers if self.graph.is_verb(i)]
        for i in (*verbs, *(i for i in triggers if i not in verbs)):
            if i not in self.consumed:
                results[i] = self.evaluate(i, (), 0)
        for i in triggers:
            if i in self.consumed and self._answered(i):
                results[i] = [a for a in self.evaluate(i, (), 0) if a.sources and a.code[:2] in SPOKEN]
        stated = [i for i in triggers if i in self.consumed and self._is_judged(i)]
        for i in stated:
            deeds = [a for a in self.evaluate(i, (), 0) if a.targets and a.code[:2] in DEEDS]
            deeds = [a for a in deeds if a.sources or a.code[:2] in ("17", "18", "20")]
            results[i] = [*results.get(i, ()), *deeds]
        out = []
        for i in sorted(results):
            if i not in self.consumed or i in stated or self._answered(i) or self.consumed.get(self.consumed[i]) == i:
                out.extend(results[i])
        return [self._suffered(self._aimed(act, out), out) for act in self._with_shared_targets(out)]

    def _suffered(self, act: Act, others: Sequence[Act]) -> Act:
        """Aims an attack at those whom it killed or hurt: *four men were killed when **soldiers opened fire** on a square*."""
        if not act.sources or act.reciprocal or act.operators or act.code[:2] not in ("18", "19"):
            return act
        if act.targets and not act.rule.endswith(("#shoot", "#take_on_in_battle")):
            return act
        graph = self.graph
        if graph.rel[act.trigger] != "adverbial_clause":
            return act
        mark = next(
            (graph.lower[c] for c in graph.children[act.trigger] if graph.lower[c] in ("when", "after", "as")), ""
        )
        if not mark:
            return act
        for other in others:
            harmed = other.trigger == graph.head[act.trigger] and other.targets and not other.sources
            if harmed and other.code[:2] in ("18", "19") and graph.is_passive(other.trigger):
                return replace(act, targets=other.targets)
        return act

    def _aimed(self, act: Act, others: Sequence[Act]) -> Act:
        """Gives an attack without a victim that of its purpose: *launched an offensive to drive **rebels** from the town*."""
        if act.targets or act.reciprocal or act.code[:2] not in ("18", "19"):
            return act
        graph = self.graph
        own = {act.trigger, *act.words}
        for other in others:
            if (
                other.targets
                and other.code[:2] in ("17", "18", "19")
                and graph.head[other.trigger] in own
                and graph.tag[other.trigger] == "VB"
                and graph.rel[other.trigger] in ("adverbial_clause", "modifier_clause", "open_clause")
            ):
                return replace(act, targets=other.targets)
        return act

    def _with_shared_targets(self, acts: list[Act]) -> list[Act]:
        """Relations are reduced with the one just spoken of: *froze aid to Mali and **recalled its ambassador***."""
        out: list[Act] = []
        for act in acts:
            if act.code[:2] == "16" and not act.operators and self.graph.is_verb(act.trigger):
                verb = self.graph.head[act.trigger]
                before = next((a for a in reversed(out) if a.trigger == verb and a.targets), None)
                if before is not None and self.graph.rel[act.trigger] == "conj" and self._of_its_own(act):
                    act = replace(act, targets=before.targets)
            elif act.code[:2] in ASKED_IN_PERSON and not act.targets:
                act = self._asked_in_person(act, out)
            elif act.code[:2] == "12":
                act = self._asked_for_by(act, acts)
            out.append(act)
        return out

    def _asked_in_person(self, act: Act, before: Sequence[Act]) -> Act:
        """Asks those to whom one speaks or writes while asking: *wrote to **the king**, asking for help*."""
        graph, v = self.graph, act.trigger
        if graph.tag[v] != "VBG" or graph.rel[v] not in ("adverbial_clause", "open_clause", "modifier_clause"):
            return act
        for other in before:
            if (
                other.code[:2] == "04"
                and graph.head[v] in (other.trigger, *other.words)
                and other.sources == act.sources
            ):
                return replace(act, targets=other.targets)
        return act

    def _asked_for_by(self, act: Act, acts: Sequence[Act]) -> Act:
        """Refuses those who answer it: *was expelled from **Chad** after the embassy refused to waive his immunity*."""
        graph, v = self.graph, act.trigger
        if graph.rel[v] != "adverbial_clause" or (act.targets and not self._own(act.targets, act.sources)):
            return act
        if all(graph.lower[c] not in FOLLOWING for c in graph.children[v]):
            return act
        for other in acts:
            if other.trigger != graph.head[v] or other.code[:2] not in ANSWERS_TO_REFUSALS:
                continue
            expelled = other.code == "161" and not other.sources
            origins = [o.governed for o in graph.noun_obliques(other.trigger) if o.prep == "from"] if expelled else []
            answering = other.sources or tuple(origins)
            if answering and not self._own(answering, act.sources) and set(answering).isdisjoint(act.sources):
                return replace(act, targets=answering)
        return act

    def _of_its_own(self, act: Act) -> bool:
        """Whether an act has no target, or only one with *its*, which cannot be the country that expels or recalls him."""
        graph = self.graph
        return all(
            (graph.pos[t] == "PRON" and graph.rel[t] == "possessor")
            or any(graph.rel[c] == "possessor" and graph.pos[c] == "PRON" for c in graph.children[t])
            for t in act.targets
        )

    def _answered(self, i: int) -> bool:
        """Whether the noun at `i` is a charge or demand that a denial or refusal answers: it was made, and stands beside the answer."""
        frame = self.frames.get(self.consumed[i])
        if frame is None or self.graph.is_verb(i) or not isinstance(frame.entry, VerbEntry):
            return False
        return frame.entry.code == "016" or frame.entry.code[:2] == "12"

    def _is_judged(self, i: int) -> bool:
        """Whether the noun at `i` is a deed that somebody condemns, welcomes or looks into: it was done, and stands beside that."""
        frame = self.frames.get(self.consumed[i])
        if frame is None or self.graph.is_verb(i) or not isinstance(frame.entry, VerbEntry):
            return False
        return frame.entry.code[:2] in ("05", "09", "11") and self.graph.lemma[frame.trigger] in JUDGING

    def _find_triggers(self) -> Iterator[int]:
        graph, index, reporting = self.graph, self.grammar.index, self.resolver.reporting
        for i, (lemma, pos) in enumerate(zip(graph.lemma, graph.pos, strict=True)):
            if pos == "VERB" or pos == "AUX":
                if lemma in index.verbs or lemma in reporting:
                    yield i
            elif pos == "NOUN" or pos == "PROPN":
                acts = (lemma in index.nouns or lemma in VERB_OF_NOUN) and graph.rel[i] != "compound"
                if acts and not (pos == "PROPN" and self._in_name(i)):
                    yield i

    def _in_name(self, i: int) -> bool:
        """Whether a capitalised noun belongs to a longer name: *Vienna **Convention***."""
        graph = self.graph
        return any(
            0 <= k < graph.size and graph.pos[k] == "PROPN" and graph.text[k][:1].isupper() and abs(k - i) == 1
            for k in (i - 1, i + 1)
        )

    # --- one predicate

    def evaluate(self, i: int, subject: Sequence[int], depth: int) -> list[Act]:
        """Returns the acts that the predicate at `i` names; `subject` stands in where it has no subject of its own."""
        if depth > DEEPEST or i not in self.triggers:
            return self._through(i, subject, depth)
        frame = self._best(i, depth)
        if frame is None:
            return self._through(i, subject, depth)
        for w in frame.words:
            if w != i and not (isinstance(frame.pattern, NounPattern) and self.graph.is_verb(w)):
                self.consumed.setdefault(w, i)
                if self.graph.pos[w] == "NOUN" and self._names_operator(w):
                    for t in noun_act(self.graph, w):
                        if t != i:
                            self.consumed.setdefault(t, i)
        known = self.plain.get((i, tuple(subject)))
        return [known] if known is not None else self._named(frame, subject, depth)

    def _named(self, frame: Frame, subject: Sequence[int], depth: int) -> list[Act]:
        """The acts of a frame, its slots put right by the words around it."""
        i = frame.trigger
        sources = self._firing(frame.sources) or frame.sources or tuple(subject)
        if frame.targets and set(frame.targets) & set(sources) and subject and not frame.sources:
            sources = ()
        if sources != frame.sources:
            frame = frame._replace(sources=sources)
        if self.graph.lemma[i] == "refusal" and not sources and self._is_before_infinitive(frame.targets):
            frame = frame._replace(sources=frame.targets, targets=())
        if isinstance(frame.entry, VerbEntry) and not frame.targets and self.graph.is_verb(i):
            targets = self._targets_of_words(frame)
            frame = frame._replace(targets=targets) if targets else frame
        if isinstance(frame.entry, VerbEntry) and frame.entry.code[:2] == "12" and self.graph.is_verb(i):
            frame = frame._replace(targets=self._askers(frame) or frame.targets)
        if isinstance(frame.entry, VerbEntry) and frame.entry.code[:2] in ("05", "11"):
            frame = frame._replace(targets=self._judged(frame) or frame.targets)
        if any(self._each_other(t) for t in frame.targets):
            frame = frame._replace(targets=(), reciprocal=True)
        if isinstance(frame.entry, VerbEntry) and is_figurative(self.graph, frame.entry.code, i, frame.targets):
            self.losers.append((i, frame.entry.rule, "a word of violence for words"))
            return []
        if isinstance(frame.entry, VerbEntry) and is_blight(
            self.graph, frame.entry.code, frame.sources or self._shapes(frame)
        ):
            self.losers.append((i, frame.entry.rule, "what strikes is nobody's deed"))
            return []
        if not isinstance(frame.entry, Operator):
            act = self.plain[i, tuple(subject)] = self._plain(frame)
            return [act]
        out = self._operate(frame, depth)
        second = self.seconds.get(i)
        if not out and second is not None and not any(self.evaluate(t, (), depth + 1) for t in frame.act):
            return [self._plain(second._replace(sources=second.sources or tuple(subject)))]
        return out

    def _is_before_infinitive(self, tokens: Sequence[int]) -> bool:
        """Whether an infinitive follows, so that *of* names who refuses: *the refusal of **Chad** to pay*."""
        behind = max(tokens, default=self.graph.size) + 1
        return behind < self.graph.size and self.graph.tag[behind] == "TO"

    def _shapes(self, frame: Frame) -> tuple[int, ...]:
        """The nouns of a deed without a doer that say *of* what it is: *a **blast** of cold air struck*."""
        words = (frame.trigger, *frame.words)
        return tuple(w for w in words if self.graph.lemma[w] in SHAPES and not self.graph.is_verb(w))

    def _judged(self, frame: Frame) -> tuple[int, ...]:
        """Whose deed is judged, whomever it befell: *condemned the jailing of two Danes **by Chad***."""
        graph = self.graph
        if graph.lemma[frame.trigger] not in JUDGING:
            return ()
        for w in frame.words:
            if graph.is_verb(w) or graph.lemma[w] not in self.grammar.index.nouns:
                continue
            doers = tuple(d for d in graph.noun_doer(w) if graph.pos[d] != "PRON" and self.resolver.actors(d, True))
            if doers and set(doers).isdisjoint(frame.sources):
                return doers
        return ()

    def _askers(self, frame: Frame) -> tuple[int, ...]:
        """Whose request is refused, whatever it was for: *turned down a **Belgian** request for the general's extradition*."""
        graph = self.graph
        ours = {m.code[:3] for s in frame.sources for m in self.resolver.actors(s, True)}
        for w in frame.words:
            if graph.lemma[w] not in ASKED or graph.is_verb(w):
                continue
            owners = [o.governed for o in graph.noun_obliques(w) if o.prep in ("by", "from")]
            owners += [
                c
                for c in graph.children[w]
                if c not in frame.words
                and (
                    graph.rel[c] == "possessor"
                    or (graph.rel[c] in ("modifier", "compound") and graph.text[c][:1].isupper())
                )
            ]
            for c in owners:
                found = self.resolver.actors(c, False)
                if found and graph.pos[c] != "PRON" and not ours.intersection(m.code[:3] for m in found):
                    return (c,)
        return ()

    def _firing(self, sources: Sequence[int]) -> tuple[int, ...]:
        """Whence or by whom that was fired which strikes: *rockets **fired from Gaza** hit a school*."""
        graph = self.graph
        found = [
            o.governed
            for s in sources
            for c in graph.children[s]
            if graph.rel[c] == "modifier_clause" and graph.lemma[c] in FIRING
            for o in graph.noun_obliques(c)
            if o.prep in ("by", "from")
        ]
        by = [i for i in found if graph.lower[graph.head[i]] == "by"] or found
        return tuple(i for i in by if self.resolver.actors(i, True))

    def _targets_of_words(self, frame: Frame) -> tuple[int, ...]:
        """Whom an act is aimed at that an entry takes for its object: *ceased its **bombardment of** the port*."""
        for w in frame.words:
            if self.graph.pos[w] == "NOUN" and self.graph.lemma[w] in self.grammar.index.nouns:
                inner = self._best(w, DEEPEST)
                if (
                    inner is not None
                    and isinstance(inner.entry, VerbEntry)
                    and inner.entry.code[:2] in CLASSES["hostile"]
                ):
                    return tuple(t for t in inner.targets if t not in frame.sources and t not in frame.words)
        return ()

    def _names_operator(self, w: int) -> bool:
        bucket = self.grammar.index.nouns.get(self.graph.lemma[w])
        return bucket is not None and any(isinstance(c.entry, Operator) for c in bucket.patterns)

    def _each_other(self, t: int) -> bool:
        """Whether a token is of *each other* or *one another*, whichever word of the two the parser takes for the head."""
        lower = self.graph.lower
        pairs = ((lower[k], lower[k + 1]) for k in (t - 1, t) if 0 <= k < len(lower) - 1)
        return any(pair in (("each", "other"), ("one", "another")) for pair in pairs)

    def _through(self, i: int, subject: Sequence[int], depth: int) -> list[Act]:
        """Looks for the act behind a verb or noun that is none: *decided **to hold a meeting***, *the use of force*."""
        if depth == 0 or depth > DEEPEST:
            return []
        graph = self.graph
        if graph.is_verb(i):
            args = graph.arguments(i)
            inner_subject = tuple(args.subjects) or tuple(subject)
            for kind, c in args.clauses:
                if kind in ("to", "ing", "that") and graph.rel[c] != "adverbial_clause":
                    found = self.evaluate(c, inner_subject, depth + 1)
                    if found:
                        self.consumed.setdefault(c, i)
                        return found
            for noun in args.objects:
                core = graph.core(noun)
                if graph.lemma[core] in self.grammar.index.nouns:
                    found = [
                        replace(a, sources=a.sources or inner_subject)
                        for a in self.evaluate(core, inner_subject, depth + 1)
                    ]
                    if found:
                        self.consumed.setdefault(core, i)
                        return found
        elif graph.pos[i] == "NOUN":
            for o in graph.noun_obliques(i):
                core = graph.core(o.governed)
                if o.prep in ("of", "to", "for") and graph.lemma[core] in self.grammar.index.nouns:
                    found = self.evaluate(core, subject, depth + 1)
                    if found:
                        self.consumed.setdefault(core, i)
                        return found
            for c in graph.children[i]:
                if graph.rel[c] == "modifier_clause" and graph.tag[c] == "VB":
                    found = self.evaluate(c, subject, depth + 1)
                    if found:
                        self.consumed.setdefault(c, i)
                        return found
        return []

    def _best(self, i: int, depth: int) -> Frame | None:
        """The frame that wins at token `i`: the most specific, with a premium for slots that hold actors."""
        if i in self.frames:
            return self.frames[i]
        self.frames[i] = None
        graph, index = self.graph, self.grammar.index
        verbal = graph.is_verb(i)
        ranked: list[tuple[float, int, Frame]] = [] if verbal else self._nominal(i)
        cancelled: dict[str, bool] = {}
        buckets: Mapping[str, Bucket[Any]] = index.verbs if verbal else index.nouns
        bucket = buckets.get(graph.lemma[i])
        rows = bucket.candidates(self.words) if bucket is not None else []
        around = Surroundings(graph, i)
        if verbal:
            rows = around.fitting(rows)
        if not rows and not ranked and not (verbal and graph.lemma[i] in self.resolver.reporting):
            return None
        for order, row in enumerate(rows):
            entry, pattern = row.entry, row.pattern
            frame = (
                match_noun(graph, i, entry, pattern)
                if isinstance(pattern, NounPattern)
                else match_verb(graph, i, entry, pattern)
            )
            if frame is None:
                continue
            off = cancelled.get(entry.rule)
            if off is None:
                off = cancelled[entry.rule] = self._excepted(i, entry, around)
            if off:
                self.losers.append((i, entry.rule, "an exception matches"))
                continue
            if verbal and pattern.text.endswith(SAID_OF_SOMEBODY) and not self._is_judged_in_words(frame.targets):
                continue
            score = frame.score + self._slot_premium(frame)
            if isinstance(entry, Operator):
                score += self._operator_premium(frame, depth) + 2.5 * self._works_on_call(frame)
                if score < -50:
                    continue
            ranked.append((score, -order, frame))
        required = (self._requirement(i) or self._unwillingness(i, depth)) if verbal else None
        if required is not None:
            ranked.append((required.score, -len(ranked) - 1000, required))
        if not ranked:
            return None
        if len(ranked) == 1:
            return self._won(i, *ranked[0])
        acts_within = {a for _, _, f in ranked if isinstance(f.entry, Operator) for a in f.act if not graph.is_verb(a)}
        acts_within = {a for a in acts_within if graph.lemma[a] in index.nouns}
        ranked = [
            (score - 2.0 if isinstance(f.entry, VerbEntry) and acts_within.intersection(f.targets) else score, order, f)
            for score, order, f in ranked
        ]
        own_words = {
            w
            for _, _, f in ranked
            if isinstance(f.entry, VerbEntry)
            for w in f.words
            if not graph.is_verb(w) or w in f.anchors
        }
        rivals = [(score, f.entry.code) for score, _, f in ranked if isinstance(f.entry, VerbEntry)]
        rival = max(rivals, default=(0.0, ""), key=lambda r: r[0])[1]
        ranked = [
            (score + self._overlap(f, own_words, rival, depth) if isinstance(f.entry, Operator) else score, order, f)
            for score, order, f in ranked
        ]
        ranked.sort(key=lambda x: (-x[0], -x[1]))
        best = ranked[0][2]
        for score, _, frame in ranked[1:]:
            self.losers.append((i, frame.entry.rule, f"less specific ({score:.1f} against {ranked[0][0]:.1f})"))
        if isinstance(best.entry, Operator):
            second = next((f for _, _, f in ranked[1:] if isinstance(f.entry, VerbEntry)), None)
            if second is not None:
                self.seconds[i] = second
        return self._won(i, *ranked[0])

    def _won(self, i: int, score: float, order: int, frame: Frame) -> Frame:
        """Keeps the frame that has won at token `i`, with the score with which it did."""
        self.frames[i] = won = frame._replace(score=score)
        return won

    def _is_judged_in_words(self, targets: Sequence[int]) -> bool:
        """Whether what somebody speaks ill of is an actor or the work of politics: *said the **ban** was a disgrace*."""
        things = (self.graph.lemma[self.graph.core(t)] for t in targets)
        return self._is_actor(targets, False) or any(thing in POLITICAL_THINGS for thing in things)

    def _works_on_call(self, frame: Frame) -> bool:
        """Whether a call *to do* something is refused, which says more than *rejected a call*."""
        graph = self.graph
        calls = [w for w in frame.act[:1] if graph.lemma[w] in CALLS and not graph.is_verb(w)]
        refused = isinstance(frame.entry, Operator) and frame.entry.operator == "refuse"
        return refused and any(graph.is_verb(k) for w in calls for k in noun_act(graph, w)[:1])

    def _shares(self, act: Sequence[int], words: set[int]) -> bool:
        """Whether an operator's act is only the object of an entry's pattern, and not a call or plea with an act of its own."""
        return any(not (self._names_operator(w) and noun_act(self.graph, w)) for w in words.intersection(act))

    def _excepted(self, i: int, entry: VerbEntry | Operator, around: Surroundings) -> bool:
        """Whether an exception of the entry matches at token `i`."""
        bucket = self.grammar.index.exceptions.get((entry.rule, self.graph.lemma[i]))
        if bucket is None:
            return False
        rows = around.fitting(bucket.candidates(self.words))
        return any(match_verb(self.graph, i, entry, row.pattern) is not None for row in rows)

    def _overlap(self, frame: Frame, words: set[int], rival: str, depth: int) -> float:
        """What an operator loses or gains over an act whose noun an entry of the same verb takes for its own.

        It gains where it says more than the entry: *rejected calls to end the blockade* speaks of more than *calls*.
        """
        assert isinstance(frame.entry, Operator)
        if not words.intersection(frame.act):
            return 0.0
        for t in frame.act[:1] if frame.entry.operator in SHARPENING else ():
            for inner in self.evaluate(t, (), depth + 1):
                row = self.grammar.table.row(frame.entry.operator, inner.code)
                code = row.code if row is not None else ""
                if code != rival and code.startswith(rival.removesuffix("0")):
                    return 3.0
        return -2.0 if self._shares(frame.act, words) else 0.0

    def _nominal(self, i: int) -> list[tuple[float, int, Frame]]:
        """The frames that the noun at `i` takes from its verb: only by patterns that ask for the thing done or given."""
        graph = self.graph
        verb = VERB_OF_NOUN.get(graph.lemma[i])
        bucket = self.grammar.index.verbs.get(verb) if verb is not None else None
        arguments = nominal_arguments(graph, i) if bucket is not None else None
        if bucket is None or arguments is None:
            return []
        out = []
        for order, row in enumerate(bucket.candidates(self.words)):
            entry, pattern = row.entry, row.pattern
            named = any(p.words and not p.optional and not p.forbidden for p in pattern.parts)
            if not named or isinstance(entry, Operator):
                continue
            frame = match_verb(graph, i, entry, pattern, arguments)
            if frame is not None and (frame.sources or frame.targets):
                out.append((frame.score + self._slot_premium(frame), -order, frame))
        return out

    def _refuses(self, frame: Frame) -> bool:
        """Whether somebody plainly refuses to do something that has no code: *refused to let the ship dock*."""
        graph = self.graph
        lemma = graph.lemma[frame.trigger]
        ruled_out = lemma == "rule" and graph.tag[frame.act[0]] == "VBG"
        plain = (lemma in ("refuse", "decline", "refusal") or ruled_out) and graph.is_verb(frame.act[0])
        if not plain or graph.lemma[frame.act[0]] in SPEAKING:
            return False
        return not any(graph.lemma[graph.core(o)] in INFORMATION for o in graph.arguments(frame.act[0]).objects)

    def _stated(self, c: int) -> bool:
        """Whether a clause states a fact, so that it is not asked for: *suggested that Iran is supplying arms*."""
        graph = self.graph
        if graph.rel[c] != "clause" or graph.lemma[graph.head[c]] == "demand":
            return False
        auxiliaries = [graph.lower[k] for k in graph.children[c] if graph.rel[k] in ("aux", "passive_aux")]
        if "would" in auxiliaries and ("have" in auxiliaries or graph.lemma[graph.head[c]] == "insist"):
            return True  # *insists that he would have won*, *insisted that he would fight on*
        if any(a in REQUIRING or a in ("be", "would", "to") for a in auxiliaries):
            return False
        finite = any(
            a in ("is", "are", "was", "were", "has", "have", "had", "did", "does", "will") for a in auxiliaries
        )
        past = graph.tag[c] == "VBD" and graph.lower[c] != graph.lemma[c]  # *let* and *put* may be asked for
        return finite or ((past or graph.tag[c] == "VBZ") and not auxiliaries)

    def _requirement(self, i: int) -> Frame | None:
        """*X said Y must / should do*: a demand or appeal, whatever the verb of the clause."""
        graph = self.graph
        if graph.lemma[i] not in self.resolver.reporting or graph.lemma[i] in OPINING or graph.is_passive(i):
            return None
        args = graph.arguments(i)
        for _, c in args.clauses:
            modal = next(
                (graph.lower[k] for k in graph.children[c] if graph.rel[k] == "aux" and graph.lower[k] in REQUIRING),
                None,
            )
            own = tuple(k for k in graph.children[c] if graph.rel[k] in ("subject", "subject_passive"))
            if modal is None and _needs(graph, c):
                needed = [k for kind, k in graph.arguments(c).clauses if kind == "to" and graph.rel[k] == "open_clause"]
                idle = graph.lower[c] == "ought" and needed and graph.is_passive(needed[0])
                modal, c = ("should", needed[0]) if needed and not idle else (None, c)
            if modal is None or not own or own_realis(graph, c) == "negated":
                continue
            if not args.subjects or any(graph.pos[k] == "PRON" for k in own):
                continue
            if any(m.role in OBSERVING for s in args.subjects for m in self.resolver.actors(s, True)):
                continue
            operator = self.grammar.operators.get("demand" if modal == "must" else "urge")
            if operator is None or not operator.patterns:
                return None
            asked = () if graph.is_passive(c) else own
            return Frame(operator, operator.patterns[0], i, (), tuple(args.subjects), asked, (c,), False, 4.0)
        return None

    def _unwillingness(self, i: int, depth: int) -> Frame | None:
        """*X said it would not do*: a refusal of something that has no code, if X can want it: *would not **risk** lives*."""
        graph, operator = self.graph, self.grammar.operators.get("refuse")
        if graph.lemma[i] not in self.resolver.reporting or graph.is_passive(i) or operator is None:
            return None
        args = graph.arguments(i)
        for _, c in args.clauses:
            own = [k for k in graph.children[c] if graph.rel[k] == "subject"]
            modal = any(graph.rel[k] == "aux" and graph.lower[k] in WILLING for k in graph.children[c])
            if not own or not modal or own_realis(graph, c) != "negated" or graph.is_passive(c):
                continue
            idle = graph.lemma[c] in UNWILLED and graph.lower[c : c + 2] != ["do", "so"]
            if idle or any(a.realis != "hypothetical" for a in self._inside(c, depth)):
                if self.frames.get(c) is None:  # *said it would not attend the **talks*** speaks of talks only
                    self.consumed = {k: by for k, by in self.consumed.items() if by != c}
                continue
            himself = all(graph.lower[k] in SPEAKERS for k in own) or self._own(own, args.subjects)
            speaks = any(m.role not in OBSERVING for s in args.subjects for m in self.resolver.actors(s, True))
            if himself and speaks and operator.patterns:
                return Frame(operator, operator.patterns[0], i, (), tuple(args.subjects), (), (c,), False, 4.0)
        return None

    def _inside(self, i: int, depth: int) -> list[Act]:
        """The acts that the predicate of a clause names itself."""
        return self.evaluate(i, (), depth + 1) if i in self.triggers else []

    def _slot_premium(self, frame: Frame) -> float:
        total = 0.0
        if frame.targets:
            total += 0.8 if self._is_actor(frame.targets, False) else -0.3
        entry = frame.entry
        if isinstance(entry, VerbEntry) and (entry.source_roles or entry.target_roles):
            total += self._role_premium(frame.sources, entry.source_roles, True)
            total += self._role_premium(frame.targets, entry.target_roles, False)
        if frame.sources:
            total += 0.3 if self._is_actor(frame.sources, True) else -0.1
        return total

    def _is_actor(self, tokens: Sequence[int], source: bool) -> bool:
        """Whether an actor stands in a slot."""
        for token in tokens:  # noqa: SIM110
            if self.resolver.actors(token, source):
                return True
        return False

    def _role_premium(self, tokens: Sequence[int], roles: frozenset[str], source: bool) -> float:
        """Whether the actors in a slot are of the kind that the entry speaks of."""
        if not roles or not tokens:
            return 0.0
        actors = [m for t in tokens for m in self.resolver.actors(t, source)]
        if not actors:
            return 0.0
        return 1.0 if any(m.code[k : k + 3] in roles for m in actors for k in range(0, len(m.code), 3)) else -1.0

    def _operator_premium(self, frame: Frame, depth: int) -> float:
        """Operators win when they have an act to work on, and lose when there is nothing that a row speaks of."""
        assert isinstance(frame.entry, Operator)
        if not frame.act or (frame.entry.operator in ASKING and self._stated(frame.act[0])):
            return -100.0
        if frame.entry.operator in ASKING and frame.targets and all(self._is_gap(t, frame) for t in frame.targets):
            return -100.0
        if frame.entry.operator == "consider" and self._several(frame.sources):
            return -100.0
        if self.graph.lemma[frame.trigger] == "expect" and frame.entry.operator == "advise" and not frame.sources:
            return -100.0  # who is expected to act is asked for nothing
        inner = [a for t in frame.act[:3] for a in self.evaluate(t, (), depth + 1)]
        if inner:
            row = self.grammar.table.row(frame.entry.operator, inner[0].code)
            silent = row is not None and not row.code and frame.trigger in inner[0].words
            if self.graph.lemma[frame.trigger] == "tweet" and not self._charges_others(frame, inner[0]):
                return -100.0
            if self.graph.lemma[frame.trigger] == "accept" and inner[0].code[:2] in ("11", "12", "13"):
                return -100.0
            return 1.6 if row is not None and not silent else -100.0
        row = self.grammar.table.row(frame.entry.operator, None)
        if row is None or not row.code:
            return -100.0
        if frame.entry.operator == "refuse":
            return 0.0 if self._refuses(frame) else -100.0
        if frame.entry.operator == "agree":
            return -3.0 if self._undertakes(frame) else -100.0
        if frame.entry.operator == "call_for":
            plainly = self.graph.lemma[frame.trigger] in CALLING_FOR and self.graph.is_verb(frame.trigger)
            return -3.0 if plainly and frame.sources and not self.graph.is_passive(frame.trigger) else -100.0
        if self.graph.lemma[frame.trigger] in ("claim", "tweet") and not self._charges(frame.sources):
            return -100.0
        if not any(self.resolver.actors(t, False) for t in self._asked(frame)):
            return -100.0
        if not self.graph.is_verb(frame.act[0]):
            return -100.0
        if frame.entry.operator == "allow":
            return -3.0 if frame.sources and self.graph.lemma[frame.act[0]] != "go" else -100.0
        return 0.0

    def _is_gap(self, t: int, frame: Frame) -> bool:
        """Whether a thing before the verb is asked for nothing: *the **tax** which he wants to eliminate*."""
        before = t < frame.trigger and not self.graph.is_passive(frame.trigger) and self.graph.is_verb(frame.trigger)
        return before and not self.resolver.actors(t, False)

    def _charges(self, tokens: Sequence[int]) -> bool:
        """Whether they bring charges for a living, so that what they *claim* of somebody, whatever it is, is one."""
        return any(m.role in ("COP", "JUD") for t in tokens for m in self.resolver.actors(t, True))

    def _charges_others(self, frame: Frame, inner: Act) -> bool:
        """Whether what somebody spreads is a hostile deed that others have done: *tweeted that **the police** had killed two students*."""
        ours = {m.code for t in frame.sources for m in self.resolver.actors(t, True)}
        theirs = {m.code for t in inner.sources for m in self.resolver.actors(t, True)}
        done = inner.realis in ("actual", "historical") and not inner.operators
        return done and inner.code[:2] in ("17", "18", "19", "20") and bool(theirs) and ours.isdisjoint(theirs)

    def _several(self, tokens: Sequence[int]) -> bool:
        """Whether several actors stand in a slot, so that they discuss *with each other*."""
        return len({m.code for t in tokens for m in self.resolver.actors(t, True)}) > 1

    def _asked(self, frame: Frame) -> tuple[int, ...]:
        """Of whom an act is asked: the target, or the subject of the act's own clause: *demanded that **Chad** stop*."""
        assert isinstance(frame.entry, Operator)
        if frame.targets or frame.entry.control != "T" or not frame.act or self.graph.is_passive(frame.act[0]):
            return frame.targets
        return tuple(k for k in self.graph.children[frame.act[0]] if self.graph.rel[k] == "subject")

    def _says_no_by_itself(self, frame: Frame) -> bool:
        """Whether the only negation is one that the pattern asks for: *had **no** comment*, *said **nothing***."""
        asked = any(word in frame.pattern.text.split() for word in ("no", "nothing", "little/no"))
        graph = self.graph
        verbs = (frame.trigger, *(c for c in graph.children[frame.trigger] if graph.rel[c] == "aux"))
        return asked and all(graph.child(v, "negation") is None and graph.lower[v] != "never" for v in verbs)

    def _neither_confirmed(self, v: int) -> Act | None:
        """*would neither confirm nor **deny** it*: no denial, but silence."""
        graph = self.graph
        above = graph.head[v]
        if graph.lemma[v] != "deny" or graph.rel[v] != "conj" or graph.lemma[above] != "confirm":
            return None
        return Act("011", v, (above,), graph.subjects(above), (), False, SILENCE, (), "actual", 5.0)

    def _plain(self, frame: Frame) -> Act:
        assert isinstance(frame.entry, VerbEntry)
        realis = realis_of(self.graph, frame.trigger, self.question)
        if realis == "negated" and self._says_no_by_itself(frame):
            realis = "actual"
        silent = self._neither_confirmed(frame.trigger) if realis == "negated" else None
        if silent is not None:
            return silent
        if realis == "actual" and frame.entry.code[:2] in CLASSES["cooperation"] and self._is_charge(frame.trigger):
            realis = "hypothetical"
        if realis == "actual" and frame.entry.code[:2] == "04" and self._is_within_a_plan(frame.trigger):
            realis = "future"
        act = Act(
            frame.entry.code,
            frame.trigger,
            frame.words,
            frame.sources,
            frame.targets,
            frame.reciprocal,
            frame.entry.rule,
            (),
            realis,
            frame.score,
            frame.places,
            mutual=frame.entry.reciprocal or self.graph.lemma[frame.trigger] in CLASHING,
            anchors=frame.anchors,
            loose_source=frame.loose_source,
            patterns=(frame.pattern.text,),
        )
        return self._announced(act, frame)

    def _is_within_a_plan(self, i: int) -> bool:
        """Whether a contact is where something is still to happen: *will face questions **in their meeting***."""
        graph = self.graph
        mark = graph.head[i]
        verb = graph.head[mark]
        within = graph.rel[i] == "prep_object" and graph.lower[mark] in ("in", "at", "during")
        return within and graph.is_verb(verb) and own_realis(graph, verb) == "future"

    def _is_charge(self, i: int) -> bool:
        """Whether an act is what somebody is held for: *arrested for **collaborating** with the rebels*."""
        graph = self.graph
        mark = graph.head[i]
        verb = graph.head[mark]
        charged = graph.rel[i] == "prep_clause" and graph.lower[mark] in ("for", "on", "over", "with")
        return charged and graph.is_verb(verb) and graph.lemma[verb] in PUNISHING

    def _announced(self, act: Act, frame: Frame) -> Act:
        """*Will* and *will not* before an act of one's own work as operators."""
        carrier = frame.trigger
        if act.realis == "future" and act.code[:2] == "04" and self.graph.pos[carrier] == "NOUN" and act.reciprocal:
            return self.ahead(act)
        if not self.graph.is_verb(carrier):
            carrier = next((w for w in frame.words if self.graph.is_verb(w)), carrier)
        if not self.graph.is_verb(carrier) and self.graph.lemma[self.graph.head[carrier]] == "be":
            carrier = self.graph.head[carrier]
        if not self.graph.is_verb(carrier) or not act.sources:
            return act
        while self.graph.rel[carrier] == "open_clause" and self.graph.lemma[self.graph.head[carrier]] in GOING_ON:
            carrier = self.graph.head[carrier]
        withheld = self._withheld(act, carrier)
        if withheld is not act:
            return withheld
        will = any(
            self.graph.rel[c] == "aux" and self.graph.lower[c] in ("will", "'ll", "wo", "would")
            for c in self.graph.children[carrier]
        )
        if not will and not is_to(self.graph, carrier):
            return act
        plain_will = self._said_before(carrier) or not any(
            self.graph.rel[c] == "aux" and self.graph.lower[c] == "would" for c in self.graph.children[carrier]
        )
        own = own_realis(self.graph, carrier)
        if own == "negated" and plain_will:
            row = self.grammar.table.row("refuse", act.code)
        elif own == "future" and act.realis == "future":
            row = self.grammar.table.row("will", act.code)
        else:
            return act
        if row is None or not row.code or row.emit_inner == "negated":
            return act
        operator = self.grammar.operators["refuse" if own == "negated" else "will"].rule
        code = act.code if row.code == "=" else row.code
        realis: Realis = "future" if row.realis == "future" else "actual"
        patterns = ("will not ACT" if own == "negated" else "will ACT", *act.patterns)
        act = replace(act, code=code, operators=(operator, *act.operators), realis=realis, patterns=patterns)
        return replace(act, sources=self._threatening(act, carrier)) if code[:2] == "13" else act

    def _threatening(self, act: Act, v: int) -> tuple[int, ...]:
        """Who says that *it* will strike, where nobody else is meant: *the **king** of Chad says it will attack*."""
        graph, above = self.graph, self.graph.head[v]
        pronouns = all(graph.pos[s] == "PRON" for s in act.sources)
        if not pronouns or graph.rel[v] != "clause" or graph.lemma[above] not in self.resolver.reporting:
            return act.sources
        speakers = graph.subjects(above)
        nobody = not self._is_actor(act.sources, True)
        return speakers if nobody and self._is_actor(speakers, True) else act.sources

    def ahead(self, act: Act) -> Act:
        """An act that has its day, as if its source had said *will*: ***talks** between Chad and Niger **due in May***."""
        row = self.grammar.table.row("will", act.code)
        if row is None or not row.code or row.realis == "future" or not act.sources:
            return act
        operators = (self.grammar.operators["will"].rule, *act.operators)
        code = act.code if row.code == "=" else row.code
        return replace(act, code=code, operators=operators, realis="actual", patterns=("will ACT", *act.patterns))

    def _withheld(self, act: Act, v: int) -> Act:
        """*did not **allow** him to leave*, *did not give permission*: a refusal."""
        graph = self.graph
        if (
            act.realis != "negated"
            or act.code[:3] not in WITHHELD
            or not act.sources
            or own_realis(graph, v) != "negated"
        ):
            return act
        auxiliaries = {graph.lower[c] for c in graph.children[v] if graph.rel[c] in ("aux", "passive_aux")}
        row = self.grammar.table.row("refuse", act.code)
        if not auxiliaries & {"do", "does", "did", "has", "have", "had"} or row is None or not row.code:
            return act
        operators = (self.grammar.operators["refuse"].rule, *act.operators)
        return replace(act, code=row.code, operators=operators, realis="actual", patterns=("not ACT", *act.patterns))

    def _said_before(self, v: int) -> bool:
        """Whether *would* is the *will* of somebody reported: *said it **would** not lift the ban*."""
        above = self.graph.head[v]
        return self.graph.rel[v] == "clause" and above < v and self.graph.lemma[above] in self.resolver.reporting

    def _operate(self, frame: Frame, depth: int) -> list[Act]:
        assert isinstance(frame.entry, Operator)
        operator = self._as_order(frame) or frame.entry
        control: tuple[int, ...] = {"S": frame.sources, "T": frame.targets, "own": ()}[operator.control]
        out: list[Act] = []
        inner_acts: list[tuple[int, Act]] = []
        for t in frame.act:
            self.consumed.setdefault(t, frame.trigger)
            inner_acts.extend((t, a) for a in self.evaluate(t, control, depth + 1))
        outer: Realis = realis_of(self.graph, frame.trigger, self.question)
        if self.graph.lemma[frame.trigger] in SHRINKING:
            doing = self._not_shrinking(frame, inner_acts, outer)
            if doing is not None:
                return doing
        if operator.operator == "accuse" and not frame.sources and self.graph.rel[frame.trigger] == "modifier_clause":
            return [replace(a, realis="hypothetical", alone=True, sources=a.sources or control) for _, a in inner_acts]
        if self.graph.lemma[frame.trigger] == "claim" and operator.operator == "accuse":
            own = [a for _, a in inner_acts if self._is_own_deed(a)]
            if own:
                return own
        if not inner_acts:
            row = self.grammar.table.row(operator.operator, None)
            if operator.operator in ("refuse", "agree") and not frame.targets:
                frame = frame._replace(targets=self._concerned(frame.act[0]))
            else:
                frame = frame._replace(targets=self._asked(frame))
            if row is None or not row.code or (operator.operator == "agree" and not self._undertakes(frame)):
                return out
            if frame.targets or operator.operator in ("refuse", "agree", "call_for"):
                out.append(self._composed(frame, row, None, outer))
            return out
        for _, inner in inner_acts:
            if inner.alone:
                out.append(inner)
                continue
            row = self.grammar.table.row(operator.operator, inner.code)
            if row is None:
                continue
            if (
                operator.operator == "stop"
                and inner.code[:2] == "16"
                and inner.trigger not in frame.words
                and frame.trigger in inner.words
            ):
                out.append(replace(inner, sources=inner.sources or frame.sources))
                continue
            if inner.realis == "negated" == outer and own_realis(self.graph, inner.trigger) != "negated":
                inner = replace(inner, realis="actual")
            if inner.realis == "negated" and operator.operator in ("agree", "urge", "demand"):
                swapped = self._negated_inner(operator.operator, inner)
                if swapped is None:
                    continue
                inner, row = swapped
            if row.code and (row.code[:2] == "03" or row.code[:3] == "132" or not self._is_foreseen(frame)):
                out.append(self._composed(frame, row, inner, outer))
            if row.emit_inner:
                sources = inner.sources or control
                out.append(replace(inner, sources=sources, realis=row.emit_inner, alone=True))  # type: ignore[arg-type]
        return out

    def _is_own_deed(self, act: Act) -> bool:
        """Whether somebody claims a deed of his own or of his forces: *claimed that **its jets** had shot down a drone*."""
        graph = self.graph
        if act.code[:2] not in DEEDS or not act.sources:
            return False
        return all(
            graph.lower[s] in SPEAKERS
            or any(graph.rel[c] == "possessor" and graph.lower[c] in OF_SPEAKERS for c in graph.children[s])
            for s in act.sources
        )

    def _is_foreseen(self, frame: Frame) -> bool:
        """Whether an act is only said to be coming, which binds nobody: ***is set** to reaffirm*, ***was due** to close the border*."""
        return frame.entry.rule.endswith(("#agree", "#agree_scheduled")) and any(
            self.graph.lower[w] in FORESEEN for w in (frame.trigger, *frame.words)
        )

    def _not_shrinking(self, frame: Frame, inner: Sequence[tuple[int, Act]], outer: Realis) -> list[Act] | None:
        """*did not **hesitate** to criticise him*, *never **tires** of it*: the act itself; *will not **hesitate** to*: a threat."""
        if outer != "negated" or own_realis(self.graph, frame.trigger) != "negated":
            return [] if self.graph.lemma[frame.trigger] == "hesitate" else None
        ahead = any(
            self.graph.rel[c] == "aux" and self.graph.lower[c] in ("will", "would", "wo", "'ll")
            for c in self.graph.children[frame.trigger]
        )
        out = []
        for _, act in inner:
            own = own_realis(self.graph, act.trigger)
            act = replace(act, sources=act.sources or frame.sources, realis="actual" if own is None else own)
            row = self.grammar.table.row("threaten", act.code) if ahead else None
            out.append(act if row is None or not row.code else self._composed(frame, row, act, "actual"))
        return out

    def _undertakes(self, frame: Frame) -> bool:
        """Whether somebody binds himself to an act, whatever it is: *agreed to share the data*, but not *hoped to* or *agreed to a bet*."""
        graph = self.graph
        verbs = graph.is_verb(frame.trigger) and graph.is_verb(frame.act[0])
        undertaking = verbs and graph.lemma[frame.trigger] in UNDERTAKING
        return undertaking and own_realis(graph, frame.act[0]) != "negated"

    def _concerned(self, c: int) -> tuple[int, ...]:
        """Whom a clause without a code concerns: its object, or the subject of the clause inside it."""
        args = self.graph.arguments(c)
        inner = [s for _, k in args.clauses for s in self.graph.children[k] if self.graph.rel[s] == "subject"]
        candidates = [
            *args.objects,
            *args.recipients,
            *inner,
            *(o.governed for o in args.obliques if o.prep in ("to", "with")),
        ]
        return tuple(t for t in candidates if self.resolver.actors(t, False))[:1]

    def _as_order(self, frame: Frame) -> Operator | None:
        """*told the army to shell the rebels*: what one tells one's own forces is an order; orders to others are demands."""
        told = [m for t in frame.targets for m in self.resolver.actors(t, False)]
        entry = frame.entry
        if (
            isinstance(entry, Operator)
            and entry.operator == "order"
            and self.graph.lemma[frame.trigger] in COMMANDING_VERBS
        ):
            givers = [m for s in frame.sources for m in self.resolver.actors(s, True)]
            if told and givers and all(_is_beyond_command(m, givers) for m in told):
                return self.grammar.operators.get("demand")
            return None
        if self.graph.lemma[frame.trigger] != "tell":
            return None
        if told and all(m.role in ("MIL", "COP", "SPY") for m in told):
            return self.grammar.operators.get("order")
        return None

    def _negated_inner(self, operator: str, inner: Act) -> tuple[Act, Composition] | None:
        """*agreed not to attack*, *urged X not to attack*: to refrain from it."""
        if operator == "agree" and inner.code[:2] in CLASSES["cooperation"]:
            row = self.grammar.table.row("refuse", inner.code)
            return (replace(inner, realis="actual"), row) if row is not None and row.code else None
        stopped = self.grammar.table.row("stop", inner.code)
        if stopped is None or not stopped.code or stopped.code == "=":
            return None
        inner = replace(inner, code=stopped.code, realis="actual")
        row = self.grammar.table.row(operator, inner.code)
        return (inner, row) if row is not None else None

    def _own(self, targets: Sequence[int], sources: Sequence[int]) -> bool:
        """Whether the targets are of the country of the sources: *denied that its soldiers had...*."""
        ours = {m.code[:3] for t in sources for m in self.resolver.actors(t, True)}
        theirs = {m.code[:3] for t in targets for m in self.resolver.actors(t, False)}
        return bool(theirs) and theirs <= ours

    def _owner_of_attempt(self, frame: Frame) -> tuple[int, ...]:
        """Whose attempt or request is refused, whatever stands in it: *rejected a bid **by the miners** to force the state to pay*."""
        if not frame.act:
            return ()
        noun = frame.act[0]
        return self.graph.noun_doer(noun) if self.graph.pos[noun] == "NOUN" else ()

    def _acting(self, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Sources without what only says of what kind an act is: *announced a **transport** blockade*."""
        kinds = [s for s in sources if self.graph.rel[s] == "compound" and not self._is_actor((s,), True)]
        return tuple(s for s in sources if s not in kinds)

    def _composed(self, frame: Frame, row: Composition, inner: Act | None, outer: Realis) -> Act:
        choices: dict[str, tuple[int, ...]] = {
            "S": frame.sources,
            "T": frame.targets,
            "inner_source": self._acting(inner.sources) if inner else (),
            "inner_owner": self._owner_of_attempt(frame),
            "inner_target": inner.targets if inner else (),
        }
        sources = next((choices[c] for c in row.source_from if choices[c]), ())
        targets = next((choices[c] for c in row.target_from if choices[c] and not set(choices[c]) & set(sources)), ())
        code = inner.code if row.code == "=" and inner else row.code
        if inner and code == "120" and targets == inner.targets and _is_call(inner):
            targets = choices["inner_owner"] or tuple(t for t in inner.sources if t not in sources)
        realis: Realis = outer if outer != "actual" else row.realis  # type: ignore[assignment]
        if row.realis == "hypothetical" and outer == "future" and frame.entry.rule.endswith("#consider"):
            realis = "hypothetical"
        rule = inner.rule if inner else frame.entry.rule
        operators = (frame.entry.rule, *(inner.operators if inner else ()))
        words = (*frame.words, *((inner.trigger, *inner.words) if inner else ()))
        if frame.entry.rule.endswith("#deny") and self._own(targets, sources):
            targets = ()
        reciprocal = frame.reciprocal or bool(inner and inner.reciprocal and not targets)
        if reciprocal and inner and len(inner.sources) > 1 and not set(inner.sources) & set(sources):
            sources = inner.sources
        act = Act(
            code,
            frame.trigger,
            tuple(dict.fromkeys(words)),
            sources,
            targets,
            reciprocal,
            rule,
            operators,
            realis,
            frame.score + (0.5 * inner.score if inner else 0),
            inner.places if inner else (),
            anchors=inner.anchors if inner else (),
            patterns=(frame.pattern.text, *(inner.patterns if inner else ())),
        )
        if (
            realis in ("future", "negated")
            and self.graph.is_verb(frame.trigger)
            and frame.entry.rule.endswith(("#stop", "#resume", "#help", "#force", "#order", "#agree", "#allow"))
        ):
            return self._announced(replace(act, realis=realis), frame)
        if realis == "future" and row.realis != "future":
            act = replace(act, realis="actual" if code[:2] in ("02", "03", "10", "12", "13", "11") else "future")
        return act


def _is_call(act: Act) -> bool:
    """Whether an act is a request for another, which whoever rejects it denies to those who ask: *rejected calls to **jail** him*."""
    return bool(act.operators) and act.operators[0].rpartition("#")[2] in ASKING


def _is_beyond_command(told: Mention, givers: Sequence[Mention]) -> bool:
    """Whether an order is a demand: police to protesters, a court to the government, the United Nations to a state."""
    if any(g.code == told.code for g in givers):
        return False
    return told.role in UNCOMMANDED or (told.role == "GOV" and all(g.role == "JUD" for g in givers))


def _needs(graph: Graph, v: int) -> bool:
    """Whether somebody *needs to* or *has to* do something; not *has the means to*, *does not have to*."""
    if graph.lower[v] not in NEEDING or own_realis(graph, v) == "negated":
        return False
    return graph.lemma[v] != "have" or not graph.arguments(v).objects
