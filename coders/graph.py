"""A label-neutral predicate-argument graph of one sentence. Everything after the parser reads this, not its labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import add
from typing import Literal, NamedTuple

from dictionaries.patterns import singular

Pos = Literal["VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV", "ADP", "PART", "PRON", "DET", "NUM", "CCONJ", "PUNCT", "X"]

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: What somebody says that the parser takes for an exclamation: *said **no** to Chad*.
SAID_WORDS = frozenset({"no", "yes"})
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})
#: Nouns that stand before "of" without being what is meant: *thousands of troops*, *a series of attacks*.
#: What somebody has who means to do something: *the **refusal** of Chad to pay*.
RESOLVES = frozenset(
    "refusal decision pledge promise vow offer attempt bid effort plan willingness readiness unwillingness reluctance failure threat "
    "intention move determination agreement proposal inability desire demand call".split()
)
TRANSPARENT = frozenset(
    "number thousand hundred dozen score ten million billion lot group handful majority minority series wave string round "
    "spate flurry couple pair bulk rest part kind sort type form batch contingent team unit convoy column member barrage "
    "volley hail act piece package shipment amount bunch array range flood stream "
    "one two three four five six seven eight nine some many most several all few both each half none any crowd fleet "
    "set raft slew campaign worth tonne ton barrel litre liter kilo kilogram kilogramme gallon bushel bag sack crate carton "
    "% percent quarter fifth truckload planeload shipload boatload consignment".split()
)


class Oblique(NamedTuple):
    """A prepositional complement: the preposition's word and token, and the token of what it governs."""

    prep: str
    token: int
    governed: int


class Arguments(NamedTuple):
    """The complements of a predicate in the active voice, as token indices.

    Args:
        subjects: who does it (the by-phrase of a passive).
        objects: what it is done to (the surface subject of a passive).
        recipients: *sent **Ukraine** tanks*.
        attributes: what stands after *be*, *become*, *declare*.
        obliques: prepositional phrases, flattened (*out of T* gives particle *out* and *of* T).
        particles: particles, and prepositions or adverbs without an object.
        clauses: embedded clauses with their kind: `to`, `that`, `ing`, or a preposition.
        passive: whether it was passive on the surface.
    """

    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    recipients: tuple[int, ...]
    attributes: tuple[int, ...]
    obliques: tuple[Oblique, ...]
    particles: frozenset[str]
    clauses: tuple[tuple[str, int], ...]
    passive: bool


class Graph:
    """Tokens of a sentence with their relations. Offsets are into the document's text.

    The relation names are ours; `coders.english` maps a parser's labels to them.
    """

    __slots__ = (
        "_arguments",
        "_coordinated",
        "_obliques",
        "children",
        "ends",
        "head",
        "lemma",
        "lower",
        "pos",
        "rel",
        "size",
        "starts",
        "tag",
        "text",
    )

    def __init__(
        self,
        text: list[str],
        lemma: list[str],
        pos: list[str],
        tag: list[str],
        head: list[int],
        rel: list[str],
        starts: list[int],
        lower: list[str] | None = None,
    ) -> None:
        self.text = text
        self.lower = list(map(str.lower, text)) if lower is None else lower
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.head = head
        self.rel = rel
        self.starts = starts
        self.ends = list(map(add, starts, map(len, text)))
        self.size = len(text)
        #: The tokens under which others are coordinated.
        self._coordinated = {head[i] for i, r in enumerate(rel) if r == "conj"}
        children: list[list[int] | None] = [None] * self.size
        for i, h in enumerate(head):
            if h != i:
                below = children[h]
                if below is None:
                    children[h] = [i]
                else:
                    below.append(i)
        #: The tokens that hang on each token, in order.
        self.children: list[Sequence[int]] = [below or () for below in children]
        self._arguments: dict[int, Arguments] = {}
        self._obliques: dict[int, Sequence[Oblique]] = {}

    # --- small questions

    def standing(self, words: frozenset[str]) -> frozenset[str]:
        """Which of some words stand in the sentence, in any form."""
        singulars = [singular(w) for w in self.lower if w[-1:] == "s"]
        return words.intersection(chain(self.lemma, self.lower, singulars))

    def child(self, i: int, *rels: str) -> int | None:
        """The first child of `i` with one of the relations, or None."""
        for c in self.children[i]:
            if self.rel[c] in rels:
                return c
        return None

    def conjuncts(self, i: int) -> list[int]:
        """`i` and everything coordinated under it, in order."""
        if i not in self._coordinated:
            return [i]
        out = [i]
        for k in out:
            out.extend([c for c in self.children[k] if self.rel[c] == "conj"])
        return sorted(out)

    def subtree(self, i: int) -> list[int]:
        """All tokens below `i`, itself included, in order."""
        out, stack = [], [i]
        while stack:
            k = stack.pop()
            out.append(k)
            stack.extend(self.children[k])
        return sorted(out)

    def below(self, i: int, ancestor: int) -> bool:
        """Whether `i` is `ancestor` or stands below it."""
        for _ in range(self.size):
            if i == ancestor:
                return True
            if self.head[i] == i:
                return False
            i = self.head[i]
        return False

    def is_verb(self, i: int) -> bool:
        """Whether the token is a verb or auxiliary."""
        return self.pos[i] in ("VERB", "AUX")

    def is_surname(self, i: int) -> bool:
        """Whether the name of a month is somebody's: *met Theresa **May***, ***May** said*, not *in May* or *on 3 May*."""
        if self.tag[i] != "NNP" or self.lower[i] not in SURNAME_MONTHS or self.child(i, "number") is not None:
            return False
        named = any(self.rel[c] == "compound" and self.tag[c] == "NNP" for c in self.children[i])
        return named or self.rel[i] in ("subject", "subject_passive", "object", "possessor")

    def core(self, i: int) -> int:
        """Steps through transparent nouns: *thousands of troops* gives *troops*."""
        for _ in range(3):
            counts = self.lemma[i] in TRANSPARENT or self.pos[i] == "NUM"
            if not counts and (self.lower[i] != "hands" or not self._at_the_hands(i)):
                return i
            inner = next((o.governed for o in self.noun_obliques(i) if o.prep == "of"), None)
            if inner is None:
                return i
            i = inner
        return i

    def _at_the_hands(self, i: int) -> bool:
        """Whether *hands* stands in *at the **hands** of the police*, which means the police."""
        return self.rel[i] == "prep_object" and self.lower[self.head[i]] == "at"

    def noun_obliques(self, i: int) -> Sequence[Oblique]:
        """The prepositional phrases that hang on a noun (or on anything)."""
        known = self._obliques.get(i)
        if known is None:
            known = self._obliques[i] = self._find_obliques(i)
        return known

    def _find_obliques(self, i: int) -> Sequence[Oblique]:
        out: list[Oblique] = []
        for c in self.children[i]:
            if self.rel[c] in ("prep", "by"):
                self._prepositional(c, out, set(), [])
        return out

    def _prepositional(self, p: int, out: list[Oblique], particles: set[str], clauses: list[tuple[str, int]]) -> None:
        """Flattens the prepositional phrase headed by `p`."""
        found = False
        if self.lower[p] in ("according", "due", "thanks", "because") or self.tag[p] in ("VBG", "VBN"):
            return
        if (
            self.lower[p] == "along"
            and self.lower[p + 1 : p + 2] == ["with"]
            and self.lemma[self.head[p]] not in GETTING
        ):
            return
        for c in self.children[p]:
            if self.rel[c] == "prep_object":
                out.append(Oblique(self.lower[p], p, self._antecedent(c, self.head[p])))
                found = True
            elif self.rel[c] == "prep_clause":
                clauses.append((self.lower[p], c))
                found = True
            elif self.rel[c] == "prep":
                particles.add(self.lower[p])
                self._prepositional(c, out, particles, clauses)
                found = True
            elif self.rel[c] == "conj" and self.pos[c] == "ADP":
                self._prepositional(c, out, particles, clauses)
        shared = None if found or self.children[p] else self._shared_with_next(p)
        if shared is not None:
            out.append(Oblique(self.lower[p], p, shared))
        elif not found:
            particles.add(self.lower[p])

    def _shared_with_next(self, p: int) -> int | None:
        """What a preposition before *and* shares with the next one: *solidarity **with** and support for **Georgia***."""
        if p + 3 >= self.size or self.lower[p + 1] not in ("and", "or", "but"):
            return None
        for q in range(p + 2, min(p + 6, self.size)):
            if self.rel[q] in ("prep", "by"):
                return self.child(q, "prep_object")
        return None

    # --- predicates

    def is_passive(self, v: int, depth: int = 0) -> bool:
        """Whether the verb is passive on the surface."""
        if self.tag[v] != "VBN" or depth > 6:
            return False
        if self.child(v, "passive_aux", "subject_passive") is not None:
            return True
        if any(self.rel[c] == "aux" and self.lemma[c] == "have" for c in self.children[v]):
            return False
        rel = self.rel[v]
        if self.child(v, "subject") is not None:
            return self._causer(v) is not None
        if rel in ("modifier_clause", "relative_clause"):
            return True
        if rel == "conj":
            return self.is_passive(self.head[v], depth + 1)
        return rel in ("adverbial_clause", "open_clause", "prep_clause", "root", "clause")

    def _causer(self, v: int) -> int | None:
        """The verb by which somebody has it done: *the king **had** two editors arrested*; None if nobody does."""
        verb = self.head[v]
        if self.rel[v] == "modifier_clause" and self.rel[verb] == "object":
            verb = self.head[verb]
        elif self.rel[v] != "clause":
            return None
        bare = self.child(v, "aux", "passive_aux", "mark", "by") is None
        return verb if bare and self.lemma[verb] in CAUSATIVE and self.is_verb(verb) else None

    def subjects(self, v: int, depth: int = 0) -> tuple[int, ...]:
        """The surface subject of a verb, through relative clauses, control and coordination."""
        own = tuple([c for c in self.children[v] if self.rel[c] in ("subject", "subject_passive")])
        if own:
            meant = tuple([self._antecedent(c, v) for c in own])
            return meant if meant == own else self._issuers(meant)
        if depth > 8:
            return ()
        rel, head = self.rel[v], self.head[v]
        if rel == "conj" and self.is_verb(head):
            return self.subjects(head, depth + 1)
        if rel == "conj" and head != v and self.rel[head] in ("modifier_clause", "relative_clause"):
            return self.subjects(head, depth + 1)
        if rel in ("modifier_clause", "relative_clause") and self._is_of_rank(v, head):
            return self.subjects(self.head[head], depth + 1)
        if rel == "modifier_clause":
            return self._modifier_subject(v, head)
        if rel == "relative_clause" and self._is_purpose(v):
            return self._modifier_subject(v, head)
        if rel == "relative_clause":
            return self._issuers((self._last_of_list(self._not_the_time(head), v),))
        if rel == "open_clause" and self.is_verb(head):
            objects = [c for c in self.children[head] if self.rel[c] in ("object", "recipient") and c < v]
            if objects and self.lemma[head] not in SUBJECT_CONTROL:
                return (objects[-1],)
            if self.is_passive(head):
                return self.subjects(head, depth + 1)
            return self.subjects(head, depth + 1)
        if rel in ("open_clause", "adverbial_clause", "clause", "attribute", "parataxis"):
            if rel == "clause" and self.child(v, "mark") is not None:
                return ()
            if (
                rel == "adverbial_clause"
                and self.child(v, "mark") is not None
                and self.tag[v] not in ("VBG", "VBN", "VB")
            ):
                return ()
            if self.is_verb(head):
                return self.subjects(head, depth + 1)
            return self.noun_doer(head)
        if rel == "prep_clause":
            return self._prepositional_subject(self.head[v], depth)
        return ()

    def _antecedent(self, c: int, v: int) -> int:
        """What a relative pronoun stands for."""
        if self.tag[c] in ("WDT", "WP") and self.lower[c] in RELATIVE_PRONOUNS:
            k = v
            for _ in range(4):
                if self.rel[k] == "relative_clause":
                    return self._last_of_list(self._not_the_time(self.head[k]), c)
                if self.rel[k] not in ("conj", "open_clause", "clause", "object", "prep"):
                    break
                k = self.head[k]
        return c

    def _issuers(self, nouns: tuple[int, ...]) -> tuple[int, ...]:
        """Who does what a document does: *passed a **bill** that would ban the party*; the nouns themselves if they are none."""
        noun = nouns[0]
        if len(nouns) > 1 or self.lemma[noun] not in DOCUMENTS:
            return nouns
        verb, issuers = self.head[noun], self.noun_doer(noun)
        issued = self.rel[noun] == "object" and self.is_verb(verb) and self.lemma[verb] in ISSUING
        if not issuers and issued and verb != noun:
            issuers = self.subjects(verb, 5)
        return issuers or nouns

    def _last_of_list(self, noun: int, c: int) -> int:
        """Of a list, the last before a clause whose verb is in the singular: *praised Chad and **Mali**, which backs the deal*."""
        if noun not in self._coordinated or self.pos[noun] != "PROPN":
            return noun
        v = c if self.is_verb(c) else self.head[c]
        alone = self.tag[v] == "VBZ" or any(self.lower[k] in SINGULAR_AUXILIARIES for k in self.children[v])
        last = max(k for k in self.conjuncts(noun) if k < c)
        return last if alone and self.pos[last] == "PROPN" else noun

    def _not_the_time(self, noun: int) -> int:
        """What a relative clause belongs to that the parser hung on a date or scene: *introduced a **bill** on Friday that would*."""
        verb = self.head[noun]
        if self.rel[noun] == "prep_object":
            at, verb = verb, self.head[verb]
            if self.lower[at] in ("in", "at", "near", "on") and self.lemma[verb] in VIOLENCE_NOUNS:
                return verb
        if self.lower[noun] not in TIME_NOUNS or not self.is_verb(verb):
            return noun
        objects = [c for c in self.children[verb] if self.rel[c] == "object" and c < noun]
        return objects[-1] if objects else noun

    def _modifier_subject(self, v: int, head: int) -> tuple[int, ...]:
        if self.tag[v] == "VBG" and self._issuers((head,)) != (head,):
            return self._issuers((head,))
        if self.tag[v] in ("VBN", "VBG", "VBD"):
            return (head,)
        doers = self.noun_doer(head)
        if doers and self.lemma[head] in CALLS and self.rel[head] == "object" and self.is_verb(self.head[head]):
            return tuple(s for s in self.subjects(self.head[head], 5) if s not in doers)
        if doers:
            return doers
        rel = self.rel[head]
        if rel == "object" and self.is_verb(self.head[head]):
            return self.subjects(self.head[head], 5)
        return (head,)

    def _is_of_rank(self, v: int, noun: int) -> bool:
        """Whether a clause tells what the subject was the first or last to do: *Chad became the **first state to recognise** it*."""
        be = self.head[noun]
        infinitive = self.tag[v] == "VB" and self.lower[v - 1 : v] == ["to"]
        if not infinitive or self.rel[noun] != "attribute" or self.lemma[be] not in BEING:
            return False
        return any(self.lower[c] in RANKS for c in (noun, *self.children[noun]))

    def _is_purpose(self, v: int) -> bool:
        """Whether a clause behind the object of a verb tells what it is for: *took up positions **to disperse** the crowd*."""
        aux = self.child(v, "aux")
        infinitive = self.tag[v] == "VB" and aux is not None and self.lower[aux] == "to"
        return infinitive and self.rel[self.head[v]] == "object" and self.child(v, "object") is not None

    def noun_doer(self, n: int) -> tuple[int, ...]:
        """The possessor or by-phrase of a noun, or the of-phrase of one *to do* something: *the refusal **of Chad** to pay*."""
        possessors = tuple(c for c in self.children[n] if self.rel[c] == "possessor")
        if possessors:
            return possessors
        obliques = self.noun_obliques(n)
        by = tuple(o.governed for o in obliques if o.prep == "by")
        if by or self.lemma[n] not in RESOLVES or not any(self.tag[c] == "VB" for c in self.children[n]):
            return by
        return tuple(o.governed for o in obliques if o.prep == "of")

    def _prepositional_subject(self, p: int, depth: int) -> tuple[int, ...]:
        governor = self.head[p]
        while self.rel[p] == "prep" and self.pos[governor] == "ADP":
            p, governor = governor, self.head[governor]
        if self.lower[p] == "for" and self.rel[governor] == "prep_object" and self.rel[self.head[governor]] == "by":
            governor = self.head[self.head[governor]]
        if self.is_verb(governor) and self.is_passive(governor) and self.lower[p] == "for":
            return self.subjects(governor, depth + 1)
        if self.is_verb(governor):
            arguments_object = [c for c in self.children[governor] if self.rel[c] == "object" and c < p]
            if self.lower[p] in ("of", "from", "for") and arguments_object:
                return (arguments_object[-1],)
            told = [
                c for c in self.children[governor] if self.rel[c] == "clause" and governor < c < p and self.is_verb(c)
            ]
            if told and self.lower[p] in ("before", "after"):
                return self.subjects(told[-1], depth + 1)
            return self.subjects(governor, depth + 1)
        if self.pos[governor] == "ADJ" and self.rel[governor] == "attribute" and self.is_verb(self.head[governor]):
            return self.subjects(self.head[governor], depth + 1)
        if self.rel[governor] == "object" and self.lower[p] in ("by", "without") and self.is_verb(self.head[governor]):
            return self.subjects(self.head[governor], depth + 1)
        if self.lower[governor] in TIME_NOUNS and self.rel[governor] == "adverbial_noun":
            above = self.head[governor]  # *appeared in court a **day after** being detained*
            return self.subjects(above, depth + 1) if self.is_verb(above) else ()
        if self.pos[governor] in NOMINAL:
            return self.noun_doer(governor) or ((governor,) if self.rel[governor] != "object" else ())
        return ()

    def arguments(self, v: int) -> Arguments:
        """The complements of a verb in the active voice."""
        known = self._arguments.get(v)
        if known is None:
            known = self._arguments[v] = self._find_arguments(v)
        return known

    def _find_arguments(self, v: int) -> Arguments:
        objects: list[int] = []
        recipients: list[int] = []
        attributes: list[int] = []
        obliques: list[Oblique] = []
        particles: set[str] = set()
        clauses: list[tuple[str, int]] = []
        passive = self.is_passive(v)
        by: list[int] = []
        for c in self.children[v]:
            rel = self.rel[c]
            if rel == "object":
                (clauses.append(("ing", c)) if self.tag[c] == "VBG" and self.children[c] else objects.append(c))
            elif rel == "recipient":
                if self.pos[c] in ("ADP", "PART"):
                    self._prepositional(c, obliques, particles, clauses)
                else:
                    recipients.append(c)
            elif (rel == "adverbial_noun" and self.tag[c] == "NNS" and c > v and self.lemma[c] not in TIME_NOUNS) or (
                rel == "other" and self.lower[c] in SAID_WORDS and self.lemma[v] == "say"
            ):
                objects.append(c)
            elif rel == "attribute":
                attributes.append(c)
            elif rel in ("prep", "by"):
                self._prepositional(c, obliques, particles, clauses)
            elif rel in ("particle", "adverb"):
                particles.add(self.lower[c])
                for g in self.children[c]:
                    if self.rel[g] == "prep":
                        self._prepositional(g, obliques, particles, clauses)
            elif rel in ("open_clause", "clause", "adverbial_clause"):
                clauses.append((self._clause_kind(c), c))
        for o in objects:
            if self.lemma[o] in FEELINGS:
                clauses.extend(
                    ("that", c)
                    for c in self.children[o]
                    if self.rel[c] in ("modifier_clause", "clause", "relative_clause")
                    and self.child(c, "mark") is not None
                )
        for a in attributes:
            for c in self.children[a]:
                if self.rel[c] == "prep":
                    self._prepositional(c, obliques, particles, clauses)
                elif self.rel[c] in ("open_clause", "clause"):
                    clauses.append((self._clause_kind(c), c))
        surface = self.subjects(v)
        if self.rel[v] == "relative_clause":
            own = self.child(v, "subject") if not objects and not passive else None
            taken = any(o.governed == self.head[v] for o in obliques)
            if own is not None and self.lower[own] not in RELATIVE_PRONOUNS and not taken:
                objects.append(self.head[v])
            objects = [self.head[v] if self.lower[o] in RELATIVE_PRONOUNS else o for o in objects]
        if not objects and self.lemma[v] == "help":
            objects.extend(self._helped(clauses))
        if v in self._coordinated and not objects and not passive and not clauses:
            objects.extend(self._shared_objects(v))
        if passive:
            by = [o.governed for o in obliques if o.prep == "by"] or self._shared_agent(v) or self._far_agent(v)
            causer = self._causer(v)
            if not by and causer is not None:
                by = list(self.subjects(causer, 1))
            retained = objects
            if retained and not recipients and surface:
                recipients = list(surface) if self.lemma[v] in DATIVE_VERBS else recipients
                objects = retained if recipients else [*surface, *retained]
            else:
                objects = list(surface)
            obliques = [o for o in obliques if o.prep != "by" or o.governed not in by]
            subjects: tuple[int, ...] = tuple(by)
        else:
            subjects = surface
        return Arguments(
            subjects,
            tuple(objects),
            tuple(recipients),
            tuple(attributes),
            tuple(obliques),
            frozenset(particles),
            tuple(clauses),
            passive,
        )

    def _helped(self, clauses: list[tuple[str, int]]) -> list[int]:
        """Who is helped to do something: *helped **Chad** guard its border*."""
        bare = [c for _, c in clauses if self.rel[c] == "clause" and self.tag[c] == "VB"]
        return [k for c in bare for k in self.children[c] if self.rel[k] == "subject" and k < c]

    def _shared_agent(self, v: int) -> list[int]:
        """The agent of a coordinated passive: *arrested and jailed **by police***."""
        for c in self.children[v]:
            if self.rel[c] == "conj" and self.tag[c] == "VBN" and self.child(c, "subject", "subject_passive") is None:
                found = [o.governed for o in self.noun_obliques(c) if o.prep == "by"]
                if found:
                    return found
        return []

    def _far_agent(self, v: int) -> list[int]:
        """The agent of a passive that stands far off: *at the hands of X*, *wounded in a raid by X*, or a *by* hung on a noun."""
        later = [i for i in self.subtree(v) if i > v]
        for i in later:
            if self.lower[i] == "hands" and self.lower[i - 1] in ("the", "at"):
                found = [o.governed for o in self.noun_obliques(i) if o.prep == "of"]
                if found:
                    return found
        for c in self.children[v]:
            if self.rel[c] == "prep" and self.lower[c] in ("in", "during"):
                for n in (m for k in self.children[c] if self.rel[k] == "prep_object" for m in self.conjuncts(k)):
                    found = [o.governed for o in self.noun_obliques(n) if o.prep == "by"]
                    found = found or [
                        k for k in self.children[n] if self.rel[k] == "possessor" and self.pos[k] != "PRON"
                    ]
                    found = found or [
                        o.governed
                        for k in self.children[n]
                        if self.rel[k] == "modifier_clause" and self.lemma[k] in COMMANDING
                        for o in self.noun_obliques(k)
                        if o.prep == "by"
                    ]
                    if found:
                        return found
        for i in later:
            if self.lower[i] == "by" and self.rel[i] in ("prep", "by") and not self.is_verb(self.head[i]):
                found = [
                    c for c in self.children[i] if self.rel[c] == "prep_object" and self.pos[c] in ("NOUN", "PROPN")
                ]
                between = range(v + 1, i)
                if (
                    found
                    and not any(self.is_verb(k) and self.rel[k] != "aux" for k in between)
                    and self.lower[found[0]] not in TIME_NOUNS
                ):
                    return found
        above = self.head[v]
        if self.rel[v] in ("clause", "parataxis") and above > v and not self.is_passive(above):
            return [o.governed for o in self.noun_obliques(above) if o.prep == "by" and o.token > above]
        return []

    def _shared_objects(self, v: int) -> list[int]:
        """The object of a coordinated verb: *arrested and jailed two editors*."""
        for c in self.children[v]:
            if self.rel[c] == "conj" and self.is_verb(c) and self.child(c, "subject", "subject_passive") is None:
                objects = [g for g in self.children[c] if self.rel[g] == "object"]
                between = [k for k in range(v + 1, c) if self.pos[k] not in ("CCONJ", "ADV", "PUNCT")]
                if objects and not between:
                    return objects
        return []

    def _clause_kind(self, c: int) -> str:
        if self.tag[c] == "VBG":
            return "ing"
        if self.tag[c] in ("VB", "VBN") and any(
            self.lower[k] == "to" and self.pos[k] == "PART" for k in self.children[c]
        ):
            return "to"
        mark = self.child(c, "mark")
        if mark is not None and self.lower[mark] not in ("that",):
            return self.lower[mark]
        if self.rel[c] == "open_clause" and self.tag[c] == "VB":
            return "to"
        return "that"


#: What somebody issues to say something: *put out a report **accusing** the army* is the issuer accusing.
DOCUMENTS = frozenset(
    "report statement resolution letter document communique speech message memo motion tweet declaration editorial article petition "
    "note press-release release interview address post video bill measure decree law order edict ruling legislation amendment "
    "agreement deal pact accord treaty protocol memorandum plan".split()
)
#: Verbs whose subject has issued the document that is their object; who only *froze a decree* or *read it* has not.
ISSUING = frozenset(
    "issue pass sign adopt approve enact draft draw write author pen publish release put send submit propose unveil announce introduce "
    "present deliver make table file post hand sponsor circulate read give impose enforce have use invoke launch produce agree seal "
    "negotiate broker offer implement apply vote ratify promulgate decree prepare finalise finalize conclude reach strike lay set "
    "compile commission order support back record tweet share address hold plan get bring leave maintain keep operate run be "
    "consider debate".split()
)
#: Nouns by which somebody asks another to act: *rejected a **call** by Mali to show restraint*.
CALLS = frozenset("call appeal demand plea request exhortation urging".split())
#: What somebody voices about a fact, which a clause behind it tells: *expressed **anger** that Chad had left*.
FEELINGS = frozenset(
    "disappointment displeasure dismay anger outrage fury frustration indignation irritation annoyance unhappiness exasperation "
    "disgust dissatisfaction".split()
)
#: Nouns of violence, which have their place behind *in*.
VIOLENCE_NOUNS = frozenset(
    "attack bombing blast explosion raid strike shooting assault massacre ambush siege operation battle".split()
)
#: Months that are also surnames.
SURNAME_MONTHS = frozenset("may march june august".split())
SINGULAR_AUXILIARIES = frozenset("is was has does".split())
TIME_NOUNS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december year month week day hour minute night morning evening midnight noon end time then percent "
    "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split()
)
#: Verbs whose subject does what the infinitive after their object says: *used water cannon **to disperse** them*.
SUBJECT_CONTROL = frozenset(
    "promise vow threaten use employ fire take spend need hold seize exploit call phone telephone ring cable visit".split()
)
#: Participles behind a raid or strike that say whose it was: *killed in a raid **led by** the army*.
COMMANDING = frozenset(
    "direct lead launch conduct carry order mount stage execute claim plan perpetrate orchestrate".split()
)
#: Verbs that say what somebody is, and words that rank those who did something.
BEING = frozenset({"be", "become", "remain"})
RANKS = frozenset("first second third fourth fifth sixth last latest only newest next one".split())
#: Verbs whose *along with* is no company: *get **along with** the neighbours*.
GETTING = frozenset({"get", "go", "play"})
#: Verbs by which somebody brings about what is said of their object: *had two editors **arrested***.
CAUSATIVE = frozenset({"have", "get"})
DATIVE_VERBS = frozenset(
    "give send grant offer award hand deny provide lend sell promise allow show teach tell pay supply ship deliver "
    "donate refuse pledge ferry lease".split()
)
