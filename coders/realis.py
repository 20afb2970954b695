"""Says what kind of statement an act is in: actual, future, hypothetical or negated."""

from __future__ import annotations

from coders.graph import Graph
from coders.model import Realis

NEGATIONS = frozenset("not n't never no neither nor without hardly nobody none nothing".split())
HYPOTHETICAL_MODALS = frozenset("may might could would can should must ought shall".split())
CONDITIONS = frozenset("if unless whether lest until once".split())
#: Verbs under which an infinitive or clause is done, not merely thought.
FACTIVE = frozenset(
    "begin continue start manage go come proceed help dare use appear seem happen tend keep resume succeed say tell report announce "
    "see find show reveal confirm admit acknowledge know realise realize learn note add state claim believe think understand "
    "discover hear remain declare get have rush join move decide choose vote force order make let allow be become cause leave "
    "regret recall remember forget watch catch observe describe write document prove indicate explain insist argue maintain "
    "stress emphasise emphasize point warn boast complain line queue hurry hasten".split()
)
#: Verbs whose purpose is as good as done: *flew to Amman to meet the king*, *used tear gas to disperse the crowd*.
MOTION = frozenset(
    "fly travel arrive go come gather assemble rally march visit head sail drive use fire turn meet enter take board return "
    "mass storm sit hold phone telephone ring cable call".split()
)
#: Verbs of contact, and what is said by making it: *called him **to congratulate** him*.
TELEPHONING = frozenset("call phone telephone ring cable write visit".split())
COURTESIES = frozenset(
    "congratulate thank wish express convey commiserate condole apologise apologize felicitate salute".split()
)
MENTAL = frozenset(
    "want hope wish need like love prefer hesitate refuse fail fear expect intend plan threaten promise try attempt seek aim long "
    "prepare urge ask demand call propose suggest recommend consider imagine suppose doubt speculate suspect rumour rumor".split()
)
#: Of these and of verbs of foresight, those under which even *will* is no announcement: *hope the summit **will** bring peace*.
FORESEEING = frozenset(
    "hope wish fear doubt imagine suppose speculate suspect rumour rumor predict worry pray dream".split()
)
#: Nouns that say how likely something is: *the **odds** grow that the court will stop it*.
CHANCES = frozenset("chance hope risk fear likelihood odds possibility probability danger prospect".split())
#: Journeys that are still ahead while they are in the present: *is **coming** to brief the cabinet*.
ARRIVING = frozenset("come go fly travel head return sail arrive".split())
#: Nouns whose infinitive is done once they are taken: *the decision **to expel** him*.
TAKEN = frozenset("decision decree ruling verdict move step vote".split())
DENIALS = frozenset("deny refute disprove disclaim denial".split())
ALLEGING_VERBS = frozenset("accuse allege doubt dispute".split())
#: Adverbs of what somebody only says has happened: *allegedly attacked*.
ALLEGED = frozenset(
    "allegedly supposedly purportedly hypothetically theoretically possibly perhaps maybe potentially presumably".split()
)
#: Adverbs of what has not quite happened: *nearly killed*.
NEARLY = frozenset({"nearly", "almost"})
#: Words after which a present tense speaks of what is to come: *before Chad **leaves** the union*.
TO_COME = frozenset({"after", "before", "till"})
#: Verbs that give somebody a task, whose *with doing* is not done yet.
TASKING = frozenset("task charge entrust help threaten tempt".split())
#: Verbs by which somebody only guesses what will be.
GUESSING = frozenset("think believe feel guess assume expect predict".split())
#: Verbs of thought, speech and finding, whose clause is not said to be so where they are negated: *does not believe he was hit*.
HOLDING = frozenset(
    "think believe mean say suggest claim imply find see know show prove assume conclude confirm establish understand hear "
    "feel expect have".split()
)
ALLEGING = frozenset(
    "lie myth insistence assertion contention belief theory notion "
    "accusation allegation claim rumour rumor suspicion fear charge suggestion threat "
    "warning prediction expectation".split()
)
#: Verbs that call one thing another: *criticised the tax **as** an attack on farmers*.
SEEING = frozenset(
    "criticise criticize condemn denounce decry slam see view regard interpret portray cast perceive frame paint dismiss treat "
    "brand label".split()
)
UNREAL_NOUN_MODIFIERS = frozenset(
    "possible potential planned future proposed threatened attempted likely further any would-be imminent foiled hypothetical alleged "
    "simulated mock fictional imaginary nonexistent non-existent bogus fabricated supposed purported "
    "failed thwarted no upcoming scheduled next forthcoming coming".split()
)
#: What is said of acts that nobody has done yet.
THINKABLE = frozenset(
    "possible option possibility risk danger necessary unlikely likely imminent inevitable conceivable rare".split()
)
#: Adjectives of somebody who has done it: ***guilty** of breaking the truce*.
BLAMED = frozenset({"guilty", "responsible", "culpable", "answerable"})
#: Nouns of what is thought, wanted, made into law or talked of: what stands after *of, to, for, against, on* is not said to happen.
UNREAL_NOUNS = frozenset(
    "threat risk fear possibility danger prospect plan call warning talk idea hope prepare push ability right need proposal willingness "
    "preparation ban law likelihood chance potential opposition definition rule penalty punishment crime readiness desire wish "
    "opportunity option ground schedule timetable agenda readiness condition criterion precondition case capacity capability".split()
)
#: Verbs of an aim, whose *at doing* or *to do* is not done yet: *steps **aimed at** easing the rules*.
AIMING = frozenset("aim gear direct target design devote dedicate".split())
#: Verbs whose *to* or *in* names what comes of it: *could **lead to** an attack*.
LEADING = frozenset("lead amount result contribute turn escalate".split())
#: Words that begin a clause of time or place, which is as real as the main clause where both are in the present.
MEANWHILE = frozenset("when whenever where wherever".split())
#: Adjectives of those who have done something before or after others: *the **first** leader **to visit** Iran*.
RANKED = frozenset("first second third fourth fifth last latest only newest".split())
#: Words of what others see coming.
FORESEEN = frozenset("set due poised likely unlikely expected scheduled slated tipped".split())
#: What is said of acts that have their day.
ARRANGED = frozenset("scheduled planned slated due arranged".split())
#: What is not law yet.
DRAFTS = frozenset("bill plan proposal legislation measure amendment draft budget motion".split())
#: Adverbs of habit: *often, usually*.
HABITUAL = frozenset(
    "often usually typically sometimes always generally routinely frequently regularly rarely seldom occasionally normally".split()
)
UNREAL_GOVERNORS = frozenset(
    "prevent avoid fear avert deter expect anticipate await threaten warn propose plan consider oppose seek demand urge want "
    "discuss call request rule need foil thwart predict risk mean require suggest favour favor advocate contemplate".split()
)


def own_realis(graph: Graph, i: int) -> Realis | None:
    """What the predicate's own auxiliaries and negations say; None if they say nothing."""
    future = hypothetical = False
    if "nor" in graph.lower[max(0, i - 2) : i] and graph.rel[i] == "conj":
        return "negated"
    for c in graph.children[i]:
        rel, lower, lemma = graph.rel[c], graph.lower[c], graph.lemma[c]
        if (
            rel == "aux"
            and graph.lower[i - 1 : i] == ["to"]
            and graph.rel[i] == "open_clause"
            and lower == "to"
            and _has_yet(graph, i)
        ):
            return "negated"
        if (rel == "aux" and c == 0 and lower in ("should", "had", "were")) or (
            rel == "passive_aux" and c == 0 and lower == "were"
        ):
            return "hypothetical"
        if rel == "negation" or (lower in NEGATIONS and rel in ("adverb", "det", "aux", "negation", "mark")):
            return "negated"
        if rel == "attribute" and graph.pos[c] == "ADJ" and graph.child(c, "negation") is not None:
            return "negated"
        if lower == "neither" and c < i and graph.tag[c] in ("CC", "RB") and rel not in ("subject", "object"):
            return "negated"
        if rel == "aux":
            if lower == "would" and (
                _is_told(graph, i) or _on_condition(graph, i) or _would_have(graph, i) or _is_drafted(graph, i)
            ):
                hypothetical = True
            elif lower in ("will", "'ll", "wo", "shall") or (lemma == "will" and lower != "'d"):
                future = True
            elif lower in HYPOTHETICAL_MODALS or lower == "'d":
                hypothetical = True
        elif rel in ("subject", "subject_passive", "object"):
            if graph.lower[c] in ("anyone", "anybody", "whoever") and rel != "object":
                hypothetical = True
            if (
                rel == "object"
                and graph.lemma[i] == "have"
                and any(graph.rel[k] == "det" and graph.lower[k] == "any" for k in graph.children[c])
            ):
                hypothetical = True
            if any(graph.rel[k] == "det" and graph.lower[k] in ("no", "neither") for k in graph.children[c]) or (
                graph.lower[c] in ("nobody", "none", "nothing")
                and graph.lower[c + 1 : c + 2] not in (["less"], ["but"], ["short"], ["other"])
            ):
                return "negated"
        elif _is_habit(graph, i, c) or _is_unsure(graph, i, c):
            hypothetical = True
    if _invites(graph, i):
        return "hypothetical"
    if hypothetical:
        return "hypothetical"
    return "future" if future or is_to(graph, i) else None


def _is_unsure(graph: Graph, i: int, c: int) -> bool:
    """Whether a word of condition, purpose or hearsay stands with the predicate: *if, for ... to, allegedly, nearly*."""
    rel, lower = graph.rel[c], graph.lower[c]
    if rel == "mark":
        return lower in CONDITIONS or (lower == "for" and _has_to(graph, i))
    return rel == "adverb" and ((c < i and lower in ALLEGED) or (c == i - 1 and lower in NEARLY))


def _invites(graph: Graph, i: int) -> bool:
    """Whether the predicate tells the reader what to do: *Read more: **Meet** the refugee*, *please **forgive** me*."""
    if graph.tag[i] != "VB" or graph.rel[i] not in ("root", "clause", "parataxis"):
        return False
    if graph.text[i][:1].islower() and not any(graph.lower[c] == "please" for c in graph.children[i]):
        return False
    return graph.child(i, "subject", "subject_passive", "aux", "passive_aux", "mark") is None


def is_to(graph: Graph, i: int) -> bool:
    """Whether the predicate is arranged: *Peru **is to** buy frigates*, *Peru **is going to** buy them*."""
    head = graph.head[i]
    if graph.rel[i] != "open_clause" or not _has_to(graph, i):
        return False
    going = graph.lower[head] == "going" and any(
        graph.lower[c] in ("is", "are", "'s", "'re", "am", "'m") for c in graph.children[head]
    )
    near = head == i - 2 or (head == i - 3 and graph.lower[i - 1] == "be")
    return going or (near and graph.lower[head] in ("is", "are"))


def realis_of(graph: Graph, i: int, question: bool) -> Realis:
    """What kind of statement the predicate at `i` is in, by its own auxiliaries and those it depends on."""
    if question:
        return "hypothetical"
    found: Realis | None = None
    for step in range(8):
        own = own_realis(graph, i)
        if own == "negated":
            return "negated"
        if step == 0 and _is_in_case(graph, i):
            return "hypothetical"
        found = found or own
        if found == "hypothetical":
            return found
        rel, head = graph.rel[i], graph.head[i]
        if head == i:
            break
        if graph.is_verb(i):
            if rel == "conj" and graph.is_verb(head):
                if _is_finite_beside(graph, i, head) and own_realis(graph, head) == "negated":
                    break
                if any(graph.rel[c] in ("aux", "subject") for c in graph.children[i]) and found is not None:
                    break
                if any(graph.rel[c] in ("subject", "subject_passive") for c in graph.children[i]):
                    break
                i = head
                continue
            if rel == "open_clause" or (
                rel in ("clause", "adverbial_clause") and graph.tag[i] == "VB" and _has_to(graph, i)
            ):
                lemma = graph.lemma[head]
                if graph.tag[head] == "MD":
                    return found or "hypothetical"
                if graph.lower[head] in FORESEEN and graph.lower[head - 1 : head] != ["has"]:
                    return found or "future"
                if lemma in ARRIVING and _is_under_way(graph, head):
                    return found or "future"
                if lemma == "call" and any(o.prep == "for" for o in graph.arguments(head).obliques):
                    return found or "hypothetical"
                if lemma == "have" and rel == "open_clause" and graph.tag[head] in ("VBP", "VBZ", "VB"):
                    return found or "hypothetical"
                if rel == "adverbial_clause" and lemma in MOTION and graph.is_verb(head):
                    i = head
                    continue
                if rel == "adverbial_clause" and (lemma not in FACTIVE or lemma == "have"):
                    return found or "hypothetical"
                if lemma in TELEPHONING and graph.lemma[i] in COURTESIES:
                    i = head
                    continue
                if lemma in MENTAL or not graph.is_verb(head):
                    return found or "hypothetical"
                i = head
                continue
            if rel == "attribute":
                i = head
                continue
            if rel == "adverbial_clause":
                if graph.lemma[head] in ALLEGING and not graph.is_verb(head):
                    return found or "hypothetical"
                mark = next((graph.lower[c] for c in graph.children[i] if graph.rel[c] == "mark"), "")
                if mark in CONDITIONS or (mark in TO_COME and graph.tag[i] in ("VBZ", "VBP")):
                    return "hypothetical"
                mark = mark or next((graph.lower[c] for c in graph.children[i] if graph.tag[c] == "WRB"), "")
                if mark in MEANWHILE and _is_of_many(graph, i):
                    return found or "hypothetical"
                if mark in MEANWHILE and found is None and graph.tag[i] in ("VBZ", "VBP"):
                    above = realis_of(graph, head, False)
                    return above if above in ("hypothetical", "future") else "actual"
                if graph.tag[i] == "VBG" and mark == "" and step == 0:
                    i = head
                    continue
                break
            if rel == "relative_clause" and graph.tag[i] == "VB" and graph.lower[i - 1 : i] == ["to"]:
                if any(graph.lower[c] in RANKED for c in graph.children[head]):
                    break
                if graph.rel[head] == "object" and graph.lemma[graph.head[head]] in MOTION:
                    i = graph.head[head]
                    continue
                return found or "hypothetical"
            if rel == "modifier_clause":
                if graph.lemma[head] in TAKEN and graph.tag[i] == "VB":
                    i = head
                    continue
                marked = graph.child(i, "mark") is not None or _is_its_content(graph, i, head)
                if any(graph.rel[c] == "det" and graph.lower[c] in ("any", "every") for c in graph.children[head]):
                    return found or "hypothetical"
                if graph.tag[i] == "VB" or (marked and (graph.lemma[head] in ALLEGING or _is_not_held(graph, head))):
                    return found or "hypothetical"
                break
            if rel == "relative_clause" and (_is_of_any(graph, i, head) or _is_of_the_thought(graph, i, head)):
                return found or "hypothetical"
            if rel == "clause":
                if graph.lemma[head] in DENIALS:
                    return "negated"
                if graph.lemma[head] in (ALLEGING if not graph.is_verb(head) else ALLEGING_VERBS):
                    return found or "hypothetical"
                if graph.lemma[head] in FORESEEING or _is_not_held(graph, head) or _is_a_chance(graph, head):
                    return "hypothetical"
                if graph.lemma[head] in MENTAL or graph.lemma[head] in UNREAL_GOVERNORS:
                    return found or "hypothetical"
                if found == "future" and graph.lemma[head] in GUESSING:
                    return "hypothetical"
                if (
                    graph.tag[i] in ("VB", "VBG")
                    and own_realis(graph, head) == "hypothetical"
                    and not _has_to(graph, i)
                ):
                    return "hypothetical"
                break
            if rel == "clause_subject" and (graph.child(i, "subject") is None or _has_to(graph, i)):
                return found or "hypothetical"
            if rel == "prep_clause":
                if graph.lower[head] == "without":
                    return "negated"
                if graph.lower[graph.head[head]] in BLAMED:
                    i = graph.head[head]
                    continue
                if graph.lower[head] in ("of", "from", "for", "about", "against", "on") and graph.pos[
                    graph.head[head]
                ] in (
                    "NOUN",
                    "ADJ",
                ):
                    return found or "hypothetical"
                if graph.lower[head] == "before" and graph.tag[graph.head[head]] == "VBD":
                    i = graph.head[head]
                    continue
                if graph.lower[head] in ("from", "against", "before", "toward", "towards"):
                    return found or "hypothetical"
                governor = graph.head[head]
                if graph.lower[head] in ("at", "to", "toward", "towards", "for") and (
                    graph.pos[governor] == "ADJ" or graph.lemma[governor] in AIMING
                ):
                    return found or "hypothetical"
                if graph.lower[head] == "after" and own_realis(graph, governor) in ("future", "hypothetical"):
                    return "hypothetical"
                if graph.lower[head] == "with" and graph.lemma[governor] in TASKING:
                    return found or "hypothetical"
                if graph.lower[head] in ("by", "into") and graph.is_verb(governor):
                    i = governor
                    continue
                break
            break
        # a noun
        if _is_arranged(graph, i):
            return found or "future"
        if any(
            graph.lower[c] in UNREAL_NOUN_MODIFIERS for c in graph.children[i] if graph.rel[c] in ("modifier", "det")
        ):
            negated = any(graph.lower[c] == "no" for c in graph.children[i])
            return "negated" if negated else "hypothetical"
        if rel in ("object", "subject", "subject_passive", "attribute", "recipient") and graph.is_verb(head):
            if rel == "object" and graph.lemma[head] in UNREAL_GOVERNORS:
                return found or "hypothetical"
            if rel == "subject" and graph.lemma[head] == "be" and _is_thinkable(graph, head):
                return found or "hypothetical"
            if rel == "subject" and found is None and _is_any(graph, i) and own_realis(graph, head) == "hypothetical":
                return "hypothetical"
            if rel in ("subject", "attribute") and graph.lemma[head] not in (
                "be",
                "'s",
                "begin",
                "continue",
                "come",
                "happen",
                "occur",
                "take",
                "erupt",
                "break",
            ):
                break
            i = head
            continue
        if rel in ("prep_object", "prep"):
            if rel == "prep_object" and graph.lower[head] == "as" and graph.lemma[graph.head[head]] in SEEING:
                return found or "hypothetical"
            if rel == "prep_object" and graph.lemma[graph.head[head]] == "anniversary":
                return "historical"
            if (
                rel == "prep_object"
                and graph.lower[head] in ("to", "in")
                and graph.lemma[graph.head[head]] in LEADING
                and _is_any(graph, i)
            ):
                i = graph.head[head]
                continue
            if (
                rel == "prep_object"
                and graph.lemma[graph.head[head]] == "be"
                and own_realis(graph, graph.head[head]) in ("hypothetical", "negated")
            ):
                return found or "hypothetical"
            if (
                rel == "prep_object"
                and graph.pos[graph.head[head]] == "ADJ"
                and graph.lower[head] in ("about", "of", "by", "over")
            ):
                return found or "hypothetical"
            if graph.lower[i] == "without" or graph.lower[head] == "without":
                return "negated"
            if (
                rel == "prep_object"
                and graph.lower[head] in ("of", "for", "against", "to")
                and graph.head[head] != head
            ):
                governor = graph.head[head]
                if graph.lemma[governor] in UNREAL_NOUNS or _is_not_held(graph, governor):
                    return found or "hypothetical"
            if rel == "prep_object" and _is_any(graph, i) and _is_of_a_maybe(graph, head):
                return found or "hypothetical"
            break
        if rel in ("conj", "compound", "apposition"):
            i = head
            continue
        break
    return found or "actual"


def _is_in_case(graph: Graph, i: int) -> bool:
    """Whether a verb opens with *in case*: *in case the town **is taken***."""
    if "case" not in graph.lower:
        return False
    first = i
    while first > 0 and graph.head[first - 1] != first - 1 and graph.head[first - 1] in range(first, i + 1):
        first -= 1
    return graph.lower[first : first + 2] == ["in", "case"] or graph.lower[max(first - 2, 0) : first] == ["in", "case"]


def _is_not_held(graph: Graph, head: int) -> bool:
    """Whether a clause is what somebody does *not* think, say or find, or for which there is *no evidence*."""
    if graph.is_verb(head):
        return graph.lemma[head] in HOLDING and own_realis(graph, head) == "negated"
    if graph.lemma[head] not in ("evidence", "proof", "indication", "sign"):
        return False
    bare = any(graph.lower[c] in ("no", "any", "little") for c in graph.children[head])
    return bare or own_realis(graph, graph.head[head]) in ("negated", "hypothetical")


def _is_of_any(graph: Graph, i: int, head: int) -> bool:
    """Whether a relative clause says what anybody of a kind does: *a candidate **who opposes** the king*."""
    if graph.tag[i] not in ("VBZ", "VBP") or graph.pos[head] != "NOUN" or graph.child(i, "aux") is not None:
        return False
    bare = graph.child(head, "det", "number", "possessor", "compound") is None
    if graph.tag[head] == "NNS" and bare and _is_of_its_head(graph, i):
        return True
    return any(graph.lower[c] in ("a", "an", "any", "every", "each", "anyone") for c in graph.children[head])


def _is_of_the_thought(graph: Graph, i: int, head: int) -> bool:
    """Whether a relative clause in the present says more of what is only planned: *a plan to do it, **which includes** raids*."""
    if graph.tag[i] not in ("VBZ", "VBP") or not _is_of_its_head(graph, i) or graph.child(i, "aux") is not None:
        return False
    if graph.pos[head] == "PROPN" and graph.lemma[i] not in ("include", "involve", "mean"):
        return False
    above = head
    while not graph.is_verb(above) and graph.head[above] != above:
        above = graph.head[above]
    return graph.is_verb(above) and above != i and realis_of(graph, above, False) == "hypothetical"


def _is_its_content(graph: Graph, i: int, head: int) -> bool:
    """Whether a clause without *that* says what a noun alleges: *the charges **Chad is behind it***, not *The claim: Chad lost*."""
    own = graph.child(i, "subject", "subject_passive")
    return own is not None and head < own and ":" not in graph.text[head:own]


def _is_of_many(graph: Graph, i: int) -> bool:
    """Whether a clause in the present speaks of people of a kind: *when singers **get banished***."""
    now = any(graph.lower[c] in ("get", "gets", "are") for c in graph.children[i]) or graph.tag[i] == "VBP"
    heads = [c for c in graph.children[i] if graph.rel[c] in ("subject", "subject_passive") and graph.tag[c] == "NNS"]
    return now and any(graph.child(c, "det", "number", "possessor", "compound", "modifier") is None for c in heads)


def _is_of_its_head(graph: Graph, i: int) -> bool:
    """Whether the subject of a relative clause is what it belongs to: *laws **that** ban it*, not *laws that **Chad** passes*."""
    return any(
        graph.rel[c] in ("subject", "subject_passive") and graph.tag[c] in ("WP", "WDT") for c in graph.children[i]
    )


def _is_a_chance(graph: Graph, v: int) -> bool:
    """Whether a clause is what there is a chance of: *the **odds grow** that the court will stop it*."""
    return any(graph.rel[c] == "subject" and graph.lemma[c] in CHANCES for c in graph.children[v])


def _is_of_a_maybe(graph: Graph, prep: int) -> bool:
    """Whether a preposition hangs on what only may be: *could **be open to** blackmail*, *may mean a rise **in** attacks*."""
    i = graph.head[prep]
    if graph.lower[prep] not in ("to", "of", "in", "with", "into", "for"):
        return False
    for _ in range(5):
        if graph.is_verb(i):
            return own_realis(graph, i) == "hypothetical"
        if graph.head[i] == i or graph.rel[i] in ("subject", "subject_passive"):
            break
        i = graph.head[i]
    return False


def _is_under_way(graph: Graph, v: int) -> bool:
    """Whether a journey is announced in the present: ***is coming***."""
    return graph.tag[v] == "VBG" and any(graph.lower[c] in ("is", "are", "'s", "'re", "am") for c in graph.children[v])


def _is_told(graph: Graph, i: int) -> bool:
    """Whether *would* stands in a main clause, so that nobody has announced it: *in such talks, Chad **would** ask for more*."""
    while graph.rel[i] == "conj" and graph.is_verb(graph.head[i]) and graph.child(i, "subject") is not None:
        i = graph.head[i]
    return graph.rel[i] == "root"


def _is_any(graph: Graph, i: int) -> bool:
    """Whether a noun stands for any act of its kind: *an attack*, *sanctions*, not *the attack* or *Iran's attack*."""
    definite = ("the", "this", "these", "those", "that", "his", "her", "its", "their")
    return not any(graph.rel[c] == "possessor" or graph.lower[c] in definite for c in graph.children[i])


def _is_arranged(graph: Graph, i: int) -> bool:
    """Whether an act is set for a day to come: *talks **scheduled** for May*, *a visit **due** in June*, *talks **are planned***."""
    for c in graph.children[i]:
        set_for = graph.lower[c] in ARRANGED and graph.rel[c] in ("modifier_clause", "relative_clause", "modifier")
        if c > i and set_for and graph.child(c, "subject", "subject_passive", "aux") is None:
            return True
    head = graph.head[i]
    if graph.rel[i] not in ("subject", "subject_passive") or not graph.is_verb(head) or head < i:
        return False
    now = any(graph.lower[c] in ("is", "are") for c in (head, *graph.children[head]))
    due = graph.lower[head] in ARRANGED or any(
        graph.rel[c] == "attribute" and graph.lower[c] == "due" for c in graph.children[head]
    )
    return now and due and graph.child(head, "negation") is None


def _is_thinkable(graph: Graph, v: int) -> bool:
    """Whether a form of *be* says that its subject may come: *air strikes **are possible***."""
    return any(graph.rel[c] == "attribute" and graph.lemma[c] in THINKABLE for c in graph.children[v])


def _is_finite_beside(graph: Graph, i: int, head: int) -> bool:
    """Whether a coordinated verb is stated for itself: *was not able to flee and **was shot***, *did not stop and **fled***."""
    finite = any(
        graph.rel[c] in ("aux", "passive_aux") and graph.tag[c] in ("VBD", "VBZ", "VBP") for c in graph.children[i]
    )
    return finite or (graph.tag[i] in ("VBD", "VBZ", "VBP") and graph.tag[head] == "VB")


def _on_condition(graph: Graph, i: int) -> bool:
    """Whether the predicate depends on an *if*-clause: *they **would** protest if it were vetoed*."""
    for c in graph.children[i]:
        if graph.rel[c] == "adverbial_clause" and graph.is_verb(c):
            mark = graph.child(c, "mark")
            if (mark is not None and graph.lower[mark] in ("if", "unless")) or own_realis(graph, c) == "hypothetical":
                return True
    return False


def _is_drafted(graph: Graph, i: int) -> bool:
    """*the bill **would** raise taxes*: it is not law."""
    return any(graph.rel[c] == "subject" and graph.lemma[c] in DRAFTS for c in graph.children[i])


def _is_habit(graph: Graph, i: int, c: int) -> bool:
    """*often attacks*, *attacks **whenever** it can*: no attack that has happened once."""
    if graph.rel[c] == "adverbial_clause":
        return any(graph.lower[k] == "whenever" for k in graph.children[c])
    return graph.lower[c] in HABITUAL and graph.rel[c] == "adverb" and graph.tag[i] in ("VBZ", "VBP")


def _would_have(graph: Graph, i: int) -> bool:
    """*would have captured them*: nobody did."""
    return any(graph.rel[c] == "aux" and graph.lower[c] == "have" for c in graph.children[i])


def _has_yet(graph: Graph, i: int) -> bool:
    """*has yet to meet*: it has not."""
    head = graph.head[i]
    return graph.lemma[head] == "have" and "yet" in (
        graph.lower[c] for c in (*graph.children[head], *graph.children[i])
    )


def _has_to(graph: Graph, i: int) -> bool:
    return any(graph.lower[c] == "to" for c in graph.children[i])
