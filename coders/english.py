"""Turns spaCy's English parse into the label-neutral graph. The only code that knows the parser's labels.

It also repairs mistakes that the small English model makes on news text; each repair names what it mends.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coders.garden_paths import mend_clauses
from coders.graph import DATIVE_VERBS, Graph
from coders.headlines import FINITE, is_headline_verb, join_listed_names, make_verb, raise_infinitive
from coders.language import on_one_line
from coders.lemmas import SUMS, Lemmatizer, sum_word
from coders.lost_verbs import TIMES, find_lost_verbs
from coders.small_clauses import mend_small_clauses
from dictionaries.patterns import singular

RELATIONS = {
    "nsubj": "subject", "csubj": "clause_subject", "nsubjpass": "subject_passive", "csubjpass": "clause_subject",
    "dobj": "object", "dative": "recipient", "attr": "attribute", "acomp": "attribute", "oprd": "attribute",
    "prep": "prep", "agent": "by", "pobj": "prep_object", "pcomp": "prep_clause", "xcomp": "open_clause",
    "ccomp": "clause", "advcl": "adverbial_clause", "acl": "modifier_clause", "relcl": "relative_clause",
    "conj": "conj", "cc": "cc", "appos": "apposition", "poss": "possessor", "amod": "modifier", "compound": "compound",
    "nmod": "compound", "npadvmod": "adverbial_noun", "nummod": "number", "det": "det", "aux": "aux",
    "auxpass": "passive_aux", "neg": "negation", "mark": "mark", "prt": "particle", "advmod": "adverb", "expl": "expletive",
    "ROOT": "root", "parataxis": "parataxis", "case": "case", "punct": "punct", "quantmod": "quantity",
}  # fmt: skip
POS = {
    "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON", "DT": "DET", "WDT": "DET", "PDT": "DET",
    "CD": "NUM", "CC": "CCONJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
}  # fmt: skip
#: Verbs whose complement may be a clause in *-ing* with a subject of its own: *saw **rebels entering** the town*.
WITH_CLAUSE_IN_ING = frozenset(
    "see hear watch find keep leave stop prevent have get catch feel imagine mind remember show notice observe spot picture like hate "
    "want risk involve mean start set send bring film photograph record say report announce".split()
)
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
#: Verbs that the model takes for nouns before a gerund.
STOPPING = frozenset("cease stop stopped stops halt halted end quit start started resume resumed keep continue".split())
#: Verbs that answer or repeat what was asked for, and nouns for what was.
ANSWERING = frozenset(
    "reject rebuff dismiss refuse ignore oppose denounce condemn criticise criticize defy spurn heed resist repeat renew reiterate "
    "welcome back support endorse accept receive snub decline deny block veto".split()
)
ASKED = frozenset(
    "call appeal demand plea request proposal ultimatum threat invitation pressure offer bid order".split()
)
#: Verbs that ask *for* somebody to do something.
ASKING_FOR = frozenset("call appeal plead press push campaign lobby ask".split())
#: What those are called whom a state wants no longer.
UNWELCOME = frozenset({"persona", "personae"})
#: Participles that say how somebody is where nobody did it.
ADJECTIVAL = frozenset({"armed"})
PUNCTUATION = frozenset({".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "$", "SYM", "_SP"})


#: Verbs whose *of* before a clause says the charge.
ACCUSING = frozenset(
    "accuse accuses accused accusing suspect suspects suspected suspecting convict convicts convicted".split()
)

#: Verbs that give their object a name.
CALLING = frozenset(
    "call calls called calling brand brands branded branding label labels labelled labeled dub dubs dubbed".split()
)

#: Where a place lies from another.
BEARINGS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split()
)
#: Prepositions before whom an act befalls, and nouns of what has an author: *criticism of a **report** by Amnesty*.
AIMING = frozenset({"of", "on", "against", "at", "upon"})
AUTHORED = frozenset(
    "report statement book article letter survey poll study film documentary paper speech comment remark tweet post ad plan proposal "
    "bill law interview move decision song novel essay column editorial claim ruling order announcement initiative resolution "
    "painting work piece offer bid attempt demand request call".split()
)
STRUCK = frozenset(
    "base post outpost position camp checkpoint convoy patrol village town city station garrison barracks".split()
)
#: Times of which acts are: ***this week's** attack*.
OWNING_TIMES = TIMES - {"time"} | {"tonight", "decade", "century", "fall"}
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
#: Words before a weekday with which it is the name of a day: *Good **Friday***.
DAYS_WITH_NAMES = frozenset("super good black bloody ash holy easter palm cyber giving shrove whit".split())
#: What a letter does in its sender's name.
ASKING_IN_WRITING = frozenset("asking demanding requesting urging calling seeking appealing begging imploring".split())
WRITING = frozenset("send write address deliver hand submit issue".split())
#: In what something is threatened or promised.
MESSAGES = frozenset(
    "statement recording letter message speech video interview note telegram communique communiqué address tape broadcast tweet phone "
    "call memo leaflet pamphlet declaration".split()
)
#: Verbs of what somebody is to do, said in a message.
PLEDGING = frozenset("threaten promise pledge vow agree offer refuse undertake swear decline commit volunteer".split())
#: Nouns whose infinitive tells what was vowed, whatever verb they stand under: *mocked his **pledge** to go*.
VOWS = frozenset("pledge promise vow threat".split())

#: Verbs behind which *to* names those answered.
REPLYING = frozenset("responded responds responding reacted reacts reacting replied replies".split())
#: Nouns that ask for an act.
#: Verbs of making a call.
PUTTING_OUT = frozenset("renew repeat reiterate issue make launch send voice back support endorse echo".split())
CALLS = frozenset("call calls appeal appeals plea pleas demand demands request requests".split())


#: Participles behind a person that open what he says.
TELLING = frozenset(
    "claiming saying alleging reporting insisting arguing warning believing suggesting telling stating".split()
)


class _Names(dict[int, str]):
    """What a parser's labels are called here, by their keys; each is looked up once in its string store."""

    def __init__(self, strings: Any, name: Callable[[str], str]) -> None:
        super().__init__()
        self._strings = strings
        self._name = name

    def __missing__(self, key: int) -> str:
        found = self[key] = self._name(str(self._strings[key % (1 << 64)]))
        return found


class _Labels:
    """The labels of a parser by their keys as signed numbers: tags, parts of speech by tag, relations."""

    __slots__ = ("columns", "part", "relation", "strings", "tag")

    def __init__(self, strings: Any) -> None:
        self.strings = strings
        #: The numbers of what is read of each token, which spaCy would look up for every sentence.
        self.columns = [strings[name] for name in ("TAG", "DEP", "HEAD", "IDX", "LENGTH")]
        self.tag = _Names(strings, str)
        self.part = _Names(strings, lambda tag: POS.get(tag, "PUNCT" if tag in PUNCTUATION else "X"))
        self.relation = _Names(strings, lambda label: RELATIONS.get(label, "other"))


class EnglishAdapter:
    """Builds graphs from spaCy docs of single sentences.

    Args:
        lemmatizer: gives base forms.
        is_event_verb, is_event_noun: whether a base form is a verb or noun of the dictionaries; the repairs trust only those.
        is_country: whether words are the name of a country.
    """

    def __init__(
        self,
        lemmatizer: Lemmatizer,
        is_event_verb: Callable[[str], bool],
        is_event_noun: Callable[[str], bool],
        is_country: Callable[[str], bool],
    ) -> None:
        self.lemmatizer = lemmatizer
        self.is_event_verb = is_event_verb
        self.is_event_noun = is_event_noun
        self.is_country = is_country
        self._labels: _Labels | None = None

    def graph(self, doc: Any, text: str, offset: int) -> Graph:
        """Returns the graph of a parsed sentence; a repair is tried only where the words or relations that it asks for stand.

        Args:
            doc: the parse.
            text: what was parsed.
            offset: where that begins in the document.
        """
        labels = self._labels_of(doc.vocab.strings)
        rows = doc.to_array(labels.columns)
        tags, relations, steps, places, sizes = rows.view("int64").T.tolist()
        tag = list(map(labels.tag.__getitem__, tags))
        pos = list(map(labels.part.__getitem__, tags))
        rel = list(map(labels.relation.__getitem__, relations))
        head = [i + step for i, step in enumerate(steps)]
        plain = on_one_line(text)
        words = [plain[at : at + size] for at, size in zip(places, sizes, strict=True)]
        starts = [at + offset for at in places]
        lower = list(map(str.lower, words))
        stand = set(lower)
        if "possessor" in rel and not OWNING_TIMES.isdisjoint(stand):
            rel = ["modifier" if r == "possessor" and lower[i] in OWNING_TIMES else r for i, r in enumerate(rel)]
        self._repair_shouted_subjects(words, tag, pos, head, rel)
        if "and" in stand or "or" in stand:
            self._repair_coordinated_verbs(words, tag, pos, head, rel)
        if "by" in stand:
            self._repair_objects_of_agent(words, rel, head, pos)
            self._repair_doers_of_nouns(words, tag, pos, rel, head)
        if "to" in stand and "conj" in rel:
            self._repair_coordinated_infinitives(words, tag, head, rel)
        if "relative_clause" in rel:
            self._repair_object_relatives(words, tag, pos, head, rel)
            self._repair_verb_behind_relative(words, tag, pos, head, rel)
        if not ACCUSING.isdisjoint(stand):
            self._repair_accused_clauses(words, tag, head, rel)
        if not TELLING.isdisjoint(stand):
            self._repair_told_clauses(words, tag, head, rel)
        if not REPLYING.isdisjoint(stand):
            self._repair_doers_answered(words, tag, head, rel)
        if not CALLING.isdisjoint(stand):
            self._repair_names_called(words, head, rel)
        if not CALLS.isdisjoint(stand):
            self._repair_calls_to_act(words, tag, head, rel)
        if "VBG" in tag:
            self._repair_gerund_nouns(words, tag, pos, head, rel)
        if "mark" in rel:
            self._repair_clause_nouns(words, tag, pos, head, rel)
        if not STOPPING.isdisjoint(stand):
            self._repair_stop_nouns(words, tag, pos, head, rel)
        if "compound" in rel:
            self._repair_recipients(words, tag, head, rel)
        if "," in stand:
            join_listed_names(words, tag, pos, head, rel)
        if not ADJECTIVAL.isdisjoint(stand):
            self._repair_adjectival_participles(words, tag, pos, head, rel)
        if "-" in stand:
            self._repair_hyphened_verbs(words, tag, pos, head, rel)
        self._repair_inverted_conditions(words, tag, pos, head, rel)
        if "to" in stand:
            self._repair_infinitives_of_nouns(words, tag, head, rel)
        if not WEEKDAYS.isdisjoint(stand):
            self._repair_days_as_heads(words, tag, pos, head, rel)
        if "to" in stand and not ASKING_IN_WRITING.isdisjoint(stand):
            self._repair_letters_that_ask(words, tag, head, rel)
        if not BEARINGS.isdisjoint(stand):
            self._repair_bearings(words, pos, head, rel)
        if "to" in stand and not MESSAGES.isdisjoint(stand):
            self._repair_infinitives_of_messages(words, tag, head, rel)
        if "to" in stand and "for" in stand:
            self._repair_calls_for(words, tag, pos, head, rel)
            if not CALLS.isdisjoint(stand):
                self._repair_calls_put_out(words, tag, pos, head, rel)
        if rel[0] == "adverbial_clause" and pos[0] in ("PROPN", "NOUN") and lower[0].endswith("ing"):
            self._repair_opening_participle(lower, tag, pos, head, rel)
        self._repair_past_verbs(words, tag, pos, head, rel)
        self._repair_headline_verbs(words, tag, pos, head, rel)
        raise_infinitive(words, tag, pos, head, rel)
        self._repair_final_nouns(words, tag, pos, head, rel)
        if "VBG" in tag:
            self._repair_participles_after_objects(words, tag, pos, head, rel)
        self._repair_shifted_objects(words, tag, pos, head, rel)
        if not UNWELCOME.isdisjoint(stand):
            self._repair_unwelcome_persons(words, tag, pos, head, rel)
        if "ADJ" in pos:
            self._repair_adjectives_as_objects(words, tag, pos, rel)
        mend_clauses(words, lower, stand, tag, pos, head, rel)
        mend_small_clauses(words, lower, stand, tag, pos, head, rel)
        find_lost_verbs(lower, stand, tag, pos, head, rel)
        if "recipient" in rel:
            self._repair_gifts_behind_commas(words, pos, head, rel)
            self._repair_gifts_as_appositions(words, head, rel)
        if pos[0] == "ADP" and ("conj" in rel or "apposition" in rel):
            self._repair_subjects_behind_commas(words, tag, pos, head, rel)
        read_as = ["AUX" if r == "aux" or r == "passive_aux" else p for p, r in zip(pos, rel, strict=True)]
        lemma = self.lemmatizer.lemmas(lower, read_as)
        if "m" in stand or "m." in stand or "bn" in plain or "tn" in plain:
            _spell_out_sums(lower, lemma, pos)
        return Graph(words, lemma, pos, tag, head, rel, starts, lower)

    def _labels_of(self, strings: Any) -> _Labels:
        """Returns the labels of the parser whose string store it is."""
        if self._labels is None or self._labels.strings is not strings:
            self._labels = _Labels(strings)
        return self._labels

    def _repair_coordinated_verbs(
        self, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*close the border and **expel** diplomats*: a base form after *and*, tagged as adjective or noun, is a verb."""
        for i in range(1, len(text) - 1):
            if rel[i] != "conj" and not (rel[i] in ("modifier", "compound") and text[i - 1].lower() in ("and", "or")):
                continue
            if pos[i] not in ("ADJ", "NOUN") or tag[i] == "NNS" or text[i - 1].lower() not in ("and", "or"):
                continue
            word = text[i].lower()
            if not self.is_event_verb(word) or pos[i + 1] not in ("NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON"):
                continue
            verb = i
            for _ in range(4):
                verb = head[verb]
                if pos[verb] == "VERB":
                    break
            if pos[verb] != "VERB" or tag[verb] not in ("VB", "VBP") or pos[i] == "NOUN":
                continue
            if i + 1 < len(text) and head[i] == i + 1:
                head[i + 1], rel[i + 1] = i, "object"
            head[i], rel[i], tag[i], pos[i] = verb, "conj", tag[verb], "VERB"
            following = next((k for k in range(i + 1, len(text)) if pos[k] in ("NOUN", "PROPN") and head[k] < i), None)
            if following is not None:
                head[following], rel[following] = i, "object"

    @staticmethod
    def _repair_coordinated_infinitives(text: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
        """*vowed to shut the port, **ban** the union*, read as *vowed and ban*: a base form goes with the infinitive before it."""
        for i in range(4, len(text)):
            verb = head[i]
            if (
                rel[i] != "conj"
                or tag[i] not in ("VB", "VBP")
                or verb > i
                or tag[verb] not in ("VBD", "VBN", "VBZ", "VBG")
            ):
                continue
            if any(head[k] == i and rel[k] in ("subject", "subject_passive", "aux") for k in range(len(text))):
                continue
            infinitive = next(
                (k for k in range(i - 1, verb, -1) if tag[k] == "VB" and text[k - 1].lower() == "to"), None
            )
            if infinitive is not None:
                head[i] = infinitive

    @staticmethod
    def _repair_object_relatives(
        text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*The villages that rebels **attacked** were empty*, read as *rebels (who were) attacked*: the verb gets its subject."""
        for r in range(len(text)):
            if rel[r] != "relative_clause" or pos[r] not in ("VERB", "AUX"):
                continue
            antecedent = head[r]
            if rel[antecedent] != "root":
                continue
            subject = next((k for k in range(antecedent + 1, r) if head[k] == r and rel[k] == "subject"), None)
            if subject is None or tag[subject] in ("WDT", "WP"):
                continue
            verb = next(
                (
                    k
                    for k in range(subject + 1, r)
                    if head[k] == subject and rel[k] == "modifier_clause" and tag[k] in ("VBN", "VBD")
                ),
                None,
            )
            if verb is None:
                continue
            head[subject], rel[subject], head[verb], rel[verb] = verb, "subject", antecedent, "relative_clause"
            tag[verb] = "VBD"
            head[antecedent], rel[antecedent], head[r], rel[r] = r, "subject", r, "root"
            for k in range(antecedent + 1, subject):
                if text[k].lower() in ("that", "whom", "which") and head[k] == r:
                    head[k], rel[k] = verb, "object"

    def _repair_clause_nouns(
        self, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*demanded that the government **resign***, read as a noun: the head of a *that*-clause is a verb."""
        for i in range(2, len(text) - 1):
            thing = head[i]
            stopping = rel[i] == "compound" and tag[i] == "NN" and text[i].lower() in STOPPING and thing == i + 1
            mark = next((k for k in range(i) if head[k] == thing and rel[k] == "mark"), None) if stopping else None
            if mark is None or head[i - 1] != thing or pos[i - 1] not in ("NOUN", "PROPN"):
                continue
            tag[i], pos[i], head[i], rel[i] = "VB", "VERB", head[thing], "clause"
            head[mark], head[i - 1], rel[i - 1] = i, i, "subject"
            for k in range(mark + 1, i - 1):
                head[k] = i - 1 if head[k] == thing else head[k]
            head[thing], rel[thing] = i, "object"
        for i in range(1, len(text)):
            if rel[i] != "clause" or tag[i] != "NN" or not self.is_event_verb(text[i].lower()):
                continue
            below = [k for k in range(i) if head[k] == i]
            if not any(rel[k] == "mark" for k in below) or rel[i - 1] not in ("compound", "subject"):
                continue
            tag[i], pos[i] = "VB", "VERB"
            rel[i - 1] = "subject"
            for k in below:
                if rel[k] in ("possessor", "det", "modifier") and k < i - 1:
                    head[k] = i - 1

    @staticmethod
    def _repair_accused_clauses(text: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
        """*accused the generals **of** plotting*, read as *generals of plotting*: the clause is what they are accused of."""
        for p in range(2, len(text) - 1):
            if text[p].lower() != "of" or rel[p] != "prep" or tag[p + 1] != "VBG" or head[p + 1] != p:
                continue
            verb = head[head[p]]
            if rel[head[p]] in ("object", "subject_passive") and text[verb].lower() in ACCUSING:
                head[p] = verb

    @staticmethod
    def _repair_told_clauses(text: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
        """*with witnesses claiming **rebels lost***, read as *witnesses lost*: what is claimed has its own subject."""
        for told in range(3, len(text)):
            if tag[told] not in ("VBD", "VBZ", "VBP"):
                continue
            teller = next((k for k in range(told) if head[k] == told and rel[k] == "subject"), None)
            if teller is None or head[teller + 1] != teller or text[teller + 1].lower() not in TELLING:
                continue
            saying = teller + 1
            noun = next((k for k in range(saying + 1, told) if head[k] == saying and rel[k] == "object"), None)
            if noun is None or any(text[k] in (",", "-", "--") for k in range(noun, told)):
                continue
            head[saying] = head[told] if head[told] != told else saying
            rel[saying] = rel[told]
            head[teller], rel[teller] = saying, "subject"
            head[told], rel[told] = saying, "clause"
            head[noun], rel[noun] = told, "subject"

    @staticmethod
    def _repair_names_called(text: list[str], head: list[int], rel: list[str]) -> None:
        """*called the president **a dictator***, read as *the president, a dictator*: what one calls somebody is said of him."""
        for i in range(2, len(text)):
            verb = head[head[i]]
            if rel[i] != "apposition" or rel[head[i]] != "object" or text[verb].lower() not in CALLING:
                continue
            if "," not in text[head[i] : i] and any(text[k].lower() in ("a", "an") for k in range(head[i] + 1, i)):
                head[i], rel[i] = verb, "attribute"

    @staticmethod
    def _repair_calls_to_act(text: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
        """*rejected calls by Laos **to end** it*, read as what the rejecting was for: the call is for the act."""
        for i in range(3, len(text)):
            if tag[i] != "VB" or rel[i] != "adverbial_clause" or text[i - 1].lower() != "to":
                continue
            calls = [k for k in range(i - 1) if head[k] == head[i] and rel[k] == "object" and text[k].lower() in CALLS]
            if calls and "," not in text[calls[0] : i]:
                head[i], rel[i] = calls[0], "modifier_clause"

    @staticmethod
    def _repair_gerund_nouns(text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
        """***Fighting** between soldiers and rebels reached the town*: a gerund with a noun's complements is a noun."""
        for i in range(1, len(text)):
            bare = tag[i] == "VBG" and rel[i] == "open_clause"
            bare = bare and all(rel[k] == "prep" for k in range(len(text)) if head[k] == i)
            if bare and head[i] == i - 1 and text[i - 1].lower() in STOPPING:
                pos[i], tag[i], rel[i] = "NOUN", "NN", "object"
        for i in range(len(text)):
            if tag[i] != "VBG" or rel[i] not in (
                "subject",
                "object",
                "prep_object",
                "attribute",
                "clause_subject",
                "prep_clause",
            ):
                continue
            below = [k for k in range(len(text)) if head[k] == i and k != i]
            if any(rel[k] in ("object", "aux", "subject", "open_clause", "clause") for k in below):
                continue
            if any(rel[k] == "prep" and text[k].lower() in ("between", "of", "by") for k in below) or any(
                rel[k] in ("det", "possessor", "modifier") for k in below
            ):
                pos[i], tag[i] = "NOUN", "NN"
                rel[i] = {"clause_subject": "subject", "prep_clause": "prep_object"}.get(rel[i], rel[i])

    def _repair_participles_after_objects(
        self, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*accept **refugees fleeing** the war*, read as a clause: the noun is what is accepted, the participle describes it."""
        for c in range(2, len(text)):
            verb = head[c]
            if rel[c] != "clause" or tag[c] != "VBG" or pos[verb] != "VERB" or verb > c:
                continue
            below = [k for k in range(verb + 1, c) if head[k] == c]
            subject = next((k for k in below if rel[k] == "subject" and pos[k] in ("NOUN", "PROPN")), None)
            if subject is None or any(rel[k] in ("aux", "mark", "passive_aux") for k in below):
                continue
            if self.lemmatizer.lemma(text[verb].lower(), "VERB") in WITH_CLAUSE_IN_ING:
                continue
            if any(head[k] == verb and rel[k] == "object" for k in range(len(text))):
                continue
            head[subject], rel[subject] = verb, "object"
            head[c], rel[c] = subject, "modifier_clause"

    def _repair_gifts_as_appositions(self, text: list[str], head: list[int], rel: list[str]) -> None:
        """*granted two generals **asylum***, read as another name of the generals: it is what was given."""
        for i in range(1, len(text)):
            given, verb = head[i], head[head[i]]
            if rel[i] != "apposition" or rel[given] != "recipient" or not verb < given < i:
                continue
            if "," in text[given:i] or any(head[k] == verb and rel[k] == "object" for k in range(len(text))):
                continue
            if self.lemmatizer.lemma(text[verb].lower(), "VERB") in DATIVE_VERBS:
                head[i], rel[i] = verb, "object"

    @staticmethod
    def _repair_subjects_behind_commas(
        text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """A name after the comma of an opening phrase is the subject: *On a trip to Mali, President **Bello** praised the army*."""
        for i in range(2, len(text) - 1):
            if (
                rel[i] not in ("conj", "apposition")
                or pos[i] != "PROPN"
                or head[i] > i
                or rel[head[i]] != "prep_object"
            ):
                continue
            between = range(head[i] + 1, i)
            verb = next((k for k in range(i + 1, min(i + 5, len(text))) if rel[k] == "root"), i)
            bare = any(text[k] == "," for k in between) and not any(tag[k] == "CC" for k in between)
            if not bare or tag[verb] not in ("VBD", "VBZ") or any(head[k] <= i for k in range(i + 1, verb)):
                continue
            if not any(head[k] == verb and rel[k] in ("subject", "subject_passive") for k in range(len(text))):
                head[i], rel[i] = verb, "subject"

    @staticmethod
    def _repair_gifts_behind_commas(text: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
        """*granted the police, on Monday, **permission** to search*, read as coordinated with the verb: what is granted."""
        for i in range(2, len(text)):
            verb = head[i]
            if rel[i] != "conj" or pos[i] != "NOUN" or pos[verb] != "VERB" or verb > i:
                continue
            between = [k for k in range(verb + 1, i) if head[k] == verb]
            if any(rel[k] in ("object", "cc") for k in between) or not any(rel[k] == "recipient" for k in between):
                continue
            rel[i] = "object"

    def _repair_adjectives_as_objects(self, text: list[str], tag: list[str], pos: list[str], rel: list[str]) -> None:
        """*launched a ground and air **offensive***, read as an adjective, though it is the object: a noun."""
        for i, part in enumerate(pos):
            is_object = part == "ADJ" and rel[i] in ("object", "prep_object", "subject", "subject_passive")
            if is_object and self.is_event_noun(text[i].lower()):
                pos[i], tag[i] = "NOUN", "NN"

    @staticmethod
    def _repair_unwelcome_persons(
        text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*declared two envoys **persona non grata***, read as a verb with an object."""
        for i in range(1, len(text) - 2):
            if text[i].lower() not in UNWELCOME or rel[i] != "clause" or not text[i + 2].lower().startswith("grata"):
                continue
            for k in range(i):
                if head[k] == i and rel[k] == "subject":
                    head[k], rel[k] = head[i], "object"
            head[i + 2], rel[i + 2], pos[i + 2], tag[i + 2] = head[i], "attribute", "NOUN", "NN"
            head[i] = head[i + 1] = i + 2
            rel[i] = rel[i + 1] = "compound"
            pos[i], tag[i] = "NOUN", "NN"

    @staticmethod
    def _repair_shifted_objects(
        text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*freed on bail **two editors***, read as *on two bail editors*: the object of the verb, shifted behind a short phrase."""
        for p in range(1, len(text) - 3):
            if rel[p] != "prep":
                continue
            verb, noun, opening = head[p], p + 1, p + 2
            if pos[verb] != "VERB" or verb >= p or pos[noun] not in ("NOUN", "PROPN"):
                continue
            if tag[opening] not in ("CD", "DT") or any(
                head[k] == verb and rel[k] in ("object", "passive_aux", "clause") for k in range(len(text))
            ):
                continue
            found = next(
                (k for k in range(opening + 1, len(text)) if pos[k] in ("NOUN", "PROPN") and head[k] in (p, noun)), None
            )
            if found is None or rel[found] not in ("prep_object", "apposition"):
                continue
            head[found], rel[found] = verb, "object"
            head[noun], rel[noun] = p, "prep_object"
            for k in range(opening, found):
                head[k] = found if head[k] == noun else head[k]

    @staticmethod
    def _repair_shouted_subjects(
        text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """***UNRWA** provided tents*, read as an adverb: initials at the start of a clause without a subject are its subject."""
        shouted = [i for i, word in enumerate(text[:-1]) if len(word) > 2 and word.isupper() and word.isalpha()]
        for i in shouted:
            verb = head[i]
            if rel[i] not in ("adverb", "other", "modifier", "mark") or pos[verb] != "VERB" or verb < i:
                continue
            if any(head[k] == verb and rel[k].startswith("subject") for k in range(len(text))):
                continue
            rel[i], pos[i], tag[i] = "subject", "PROPN", "NNP"

    def _repair_final_nouns(
        self, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*an air and ground **offensive***, read as an adjective after its noun: the last noun of a phrase is its head."""
        for i in range(2, len(text)):
            first = head[i]
            if first >= i or pos[i] != "ADJ" or rel[i] != "modifier" or not self.is_event_noun(text[i].lower()):
                continue
            if i + 1 < len(text) and (pos[i + 1] in ("NOUN", "PROPN", "ADJ") or head[i + 1] == first > i):
                continue
            head[i], rel[i], pos[i], tag[i] = head[first], rel[first], "NOUN", "NN"
            if head[i] == first:
                head[i] = i
            head[first], rel[first] = i, "compound"
            for k in range(len(text)):
                if head[k] == first and k != i and rel[k] not in ("conj", "cc"):
                    head[k] = i

    @staticmethod
    def _repair_stop_nouns(text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
        """*demanded that Iran **cease** enriching uranium*, read as *Iran cease*: a verb, with the gerund as its clause."""
        for i in range(1, len(text) - 1):
            gerund = head[i]
            if rel[i] != "subject" or tag[i] not in ("NN", "VB") or text[i].lower() not in STOPPING or gerund != i + 1:
                continue
            if tag[gerund] != "VBG" or rel[gerund] not in ("clause", "root") or pos[i - 1] not in ("NOUN", "PROPN"):
                continue
            if any(head[k] == gerund and rel[k] == "aux" for k in range(len(text))):
                continue
            tag[i], pos[i] = "VB", "VERB"
            head[i], rel[i] = (i if head[gerund] == gerund else head[gerund]), rel[gerund]
            head[gerund], rel[gerund] = i, "open_clause"
            for k in range(i):
                if head[k] == gerund and rel[k] == "mark":
                    head[k] = i
                elif head[k] == i and k != i - 1 and rel[k] in ("det", "modifier", "compound", "possessor", "number"):
                    head[k] = i - 1
            head[i - 1], rel[i - 1] = i, "subject"

    def _repair_recipients(self, text: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
        """*sent **Ukraine** tanks*, *denied **inspectors** access*, read as compounds: what follows the verb is the recipient."""
        for i in range(1, len(text)):
            thing = head[i]
            if thing <= i or rel[i] != "compound" or rel[thing] not in ("object", "clause"):
                continue
            verb = head[thing]
            if verb == thing or verb >= i:
                continue
            if tag[verb] not in VERB_TAGS or self.lemmatizer.lemma(text[verb].lower(), "VERB") not in DATIVE_VERBS:
                continue
            plural = tag[i] == "NNS" and tag[thing] == "NN" and thing == i + 1
            first = i
            while first - 1 > verb and tag[first - 1] == "NNP" and head[first - 1] in (i, thing):
                first -= 1
            country = tag[i] == "NNP" and first == verb + 1 and self.is_country(" ".join(text[first : i + 1]))
            if not plural and not (country and text[i][1:].islower()):
                continue
            if (
                any(head[k] in (thing, verb) and text[k].lower() == "to" and k > i for k in range(len(text)))
                and not plural
            ):
                continue
            head[i], rel[i], rel[thing] = verb, "recipient", "object"
            for k in range(verb + 1, i):
                if head[k] == thing:
                    head[k] = i

    def _repair_infinitives_of_nouns(self, text: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
        """*rejected calls by Mali **to end** the siege*, hung on the verb: the infinitive belongs to the call."""
        for i in range(2, len(text)):
            if tag[i] != "VB":
                continue
            verb = head[i]
            if rel[i] not in ("adverbial_clause", "open_clause") or text[i - 1].lower() != "to":
                continue
            if verb >= i:
                continue
            noun = next(
                (k for k in range(i - 1, verb, -1) if head[k] == verb and rel[k] in ("object", "subject")), None
            )
            if noun is None:
                continue
            named = self.lemmatizer.lemma(text[noun].lower(), "NOUN")
            answered = named in ASKED and self.lemmatizer.lemma(text[verb].lower(), "VERB") in ANSWERING
            if answered or named in VOWS:
                head[i], rel[i] = noun, "modifier_clause"

    @staticmethod
    def _repair_days_as_heads(text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
        """*will meet President **Amadou Keita Friday***, read as a kind of Friday: whom they meet is Keita."""
        for i in range(2, len(text)):
            name = i - 1
            if text[i].lower() not in WEEKDAYS or tag[i] != "NNP" or head[name] != i or rel[name] != "compound":
                continue
            if pos[name] != "PROPN" or rel[i] not in ("object", "prep_object", "subject", "conj", "apposition"):
                continue
            if text[name].lower() in DAYS_WITH_NAMES or not text[name][:1].isupper():
                continue
            head[name], rel[name] = (name if head[i] == i else head[i]), rel[i]
            for k in range(name):
                if head[k] == i:
                    head[k] = name
            verb = name
            while head[verb] != verb and pos[verb] not in ("VERB", "AUX"):
                verb = head[verb]
            for k in range(i + 1, len(text)):
                if head[k] == i and rel[k] in ("prep", "conj", "cc", "relative_clause"):
                    head[k] = name if rel[k] != "prep" else verb
            head[i], rel[i] = verb, "adverbial_noun"

    def _repair_letters_that_ask(self, text: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
        """*wrote a letter to the king **asking** for help*: who wrote it asks, not the king."""
        for i in range(4, len(text)):
            reader = head[i]
            if text[i].lower() not in ASKING_IN_WRITING or tag[i] != "VBG" or rel[i] != "modifier_clause":
                continue
            if rel[reader] != "prep_object" or text[head[reader]].lower() != "to":
                continue
            above = head[head[reader]]
            verb = head[above] if text[above].lower() in MESSAGES and rel[above] == "object" else above
            sent = self.lemmatizer.lemma(text[verb].lower(), "VERB") in WRITING
            if sent and tag[verb] in VERB_TAGS:
                head[i], rel[i] = verb, "adverbial_clause"

    @staticmethod
    def _repair_bearings(text: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
        """*fired at a **base** north of Baghdad*, read as a kind of north: the base is what was fired at."""
        for i in range(1, len(text) - 1):
            thing = i - 1
            if text[i].lower() not in BEARINGS or text[i + 1].lower() != "of" or head[thing] != i:
                continue
            if pos[thing] not in ("NOUN", "PROPN") or rel[i] not in (
                "object",
                "prep_object",
                "subject",
                "subject_passive",
            ):
                continue
            head[thing], rel[thing] = head[i], rel[i]
            for k in range(thing):
                if head[k] == i:
                    head[k] = thing
            head[i], rel[i] = thing, "adverb"

    def _repair_infinitives_of_messages(self, text: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
        """*threatened in a letter **to cut** off the gas*: what stands in the letter is what was threatened."""
        for i in range(4, len(text)):
            if tag[i] != "VB" or rel[i] not in (
                "modifier_clause",
                "relative_clause",
                "open_clause",
                "adverbial_clause",
            ):
                continue
            noun, verb = head[i], head[head[head[i]]]
            if not verb < noun < i or text[noun].lower() not in MESSAGES or rel[head[noun]] != "prep":
                continue
            if self.lemmatizer.lemma(text[verb].lower(), "VERB") in PLEDGING:
                head[i], rel[i] = verb, "open_clause"

    def _repair_calls_for(
        self, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*called **for Chad to lift** the curfew*, read as a clause of purpose: the one called on and what he is to do."""
        for i in range(3, len(text)):
            verb = head[i]
            if (
                tag[i] != "VB"
                or rel[i] not in ("adverbial_clause", "clause")
                or text[i - 1].lower() != "to"
                or verb >= i
            ):
                continue
            if self.lemmatizer.lemma(text[verb].lower(), "VERB") not in ASKING_FOR:
                continue
            if _ask_of(i, verb, text, pos, head, rel):
                rel[i] = "open_clause"

    def _repair_calls_put_out(
        self, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*renewed its call **for Chad to lift** the curfew*: the one called on and what he is to do, as behind the verb."""
        for i in range(4, len(text)):
            noun = head[i]
            if tag[i] != "VB" or not rel[i].endswith("clause") or noun >= i:
                continue
            if text[noun].lower() not in CALLS or rel[noun] != "object":
                continue
            put_out = self.lemmatizer.lemma(text[head[noun]].lower(), "VERB") in PUTTING_OUT
            if put_out and _ask_of(i, noun, text, pos, head, rel):
                rel[i] = "modifier_clause"

    def _repair_opening_participle(
        self, lower: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """***Visiting** Lima, the king said*, read as a name for its capital: a verb, if it has an object."""
        owned = any(head[k] == 0 and rel[k] == "object" for k in range(1, len(lower)))
        if owned and self.is_event_verb(self.lemmatizer.lemma(lower[0], "VERB")):
            tag[0], pos[0] = "VBG", "VERB"

    @staticmethod
    def _repair_past_verbs(text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
        """*The closure of its border with Syria **stranded** drivers*, read as *stranded drivers*: the sentence's own verb."""
        if not FINITE.isdisjoint(tag):
            return
        for i in range(1, len(text) - 1):
            thing = head[i]
            doer = next((k for k in range(i) if head[k] == i and rel[k] == "subject"), None)
            if (
                doer is not None
                and tag[i] == "VBN"
                and rel[i] == "modifier"
                and rel[thing] == "root"
                and pos[i - 1] == "PROPN"
            ):
                for k in range(len(text)):
                    if (
                        head[k] == thing
                        and (k < i or rel[k] in ("prep", "punct", "adverbial_clause"))
                        and k not in (i, thing)
                    ):
                        head[k] = i if text[k][:1].islower() or rel[k] == "punct" or k < i else thing
                last = thing
                while last + 1 < len(text) and tag[last + 1] == "NNP":
                    last += 1
                for k in range(thing, last):
                    head[k], rel[k] = last, "compound"
                tag[i], pos[i], head[i], rel[i] = "VBD", "VERB", i, "root"
                head[last], rel[last] = i, "object"
                return
            participle = tag[i] == "VBN" or (tag[i] == "JJ" and text[i].endswith("ed") and pos[i - 1] == "PROPN")
            if not participle or rel[i] != "modifier" or thing <= i or pos[i - 1] not in ("NOUN", "PROPN"):
                continue
            subject = next((k for k in range(i) if rel[k] == "root" and pos[k] in ("NOUN", "PROPN")), None)
            if subject is None or head[i - 1] not in (thing, i):
                return
            head[i - 1], rel[i - 1] = head[thing], rel[thing]
            for k in range(i - 1):
                head[k] = i - 1 if head[k] == thing else head[k]
            tag[i], pos[i], head[i], rel[i] = "VBD", "VERB", i, "root"
            head[subject], rel[subject] = i, "subject"
            head[thing], rel[thing] = i, "object"
            return

    @staticmethod
    def _repair_adjectival_participles(
        text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """***Armed** with knives, they...*: without a doer this participle says how somebody is, not what was done."""
        for i in range(len(text)):
            if tag[i] != "VBN" or text[i].lower() not in ADJECTIVAL or rel[i] == "root":
                continue
            below = [k for k in range(len(text)) if head[k] == i and k != i]
            if any(rel[k] in ("by", "aux", "passive_aux", "object") or text[k].lower() == "by" for k in below):
                continue
            tag[i], pos[i] = "JJ", "ADJ"

    def _repair_hyphened_verbs(
        self, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*were tear-**gassed***, read as an adjective after *be*: a passive."""
        for i in range(3, len(text)):
            be = head[i]
            if rel[i] != "attribute" or tag[i] != "VBN" or text[i - 1] != "-" or tag[be] not in ("VBD", "VBZ", "VBP"):
                continue
            if not self.is_event_verb(self.lemmatizer.lemma(text[i].lower(), "VERB")) or be >= i:
                continue
            head[i], rel[i] = (i if head[be] == be else head[be]), rel[be]
            for k in range(len(text)):
                if head[k] == be and k != i:
                    head[k] = i
                    rel[k] = "subject_passive" if rel[k] == "subject" else rel[k]
            head[be], rel[be], pos[be] = i, "passive_aux", "AUX"

    @staticmethod
    def _repair_inverted_conditions(
        text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """***Were** rebels to take the city, ...*: a condition whose verb is the infinitive."""
        if not text or text[0] != "Were" or rel[0] == "root":
            return
        verb = next((k for k in range(2, len(text)) if tag[k] == "VB" and text[k - 1].lower() == "to"), None)
        if verb is None or head[verb] >= verb or 0 not in (head[verb], head[head[verb]]):
            return
        subject = head[verb] or next((k for k in range(1, verb) if head[k] == 0 and pos[k] in ("NOUN", "PROPN")), verb)
        if subject == verb:
            return
        head[verb], rel[verb] = head[0], "adverbial_clause"
        head[subject], rel[subject] = verb, "subject"
        head[0], rel[0], pos[0] = verb, "aux", "AUX"

    @staticmethod
    def _repair_objects_of_agent(text: list[str], rel: list[str], head: list[int], pos: list[str]) -> None:
        """A passive's *by* is labelled both as agent and as plain preposition: one label is enough."""
        for i, word in enumerate(text):
            if rel[i] == "prep" and word.lower() == "by" and pos[head[i]] in ("VERB", "AUX"):
                rel[i] = "by"

    @staticmethod
    def _repair_doers_answered(text: list[str], tag: list[str], head: list[int], rel: list[str]) -> None:
        """*replied to the miners **calling** for talks*: those answered call, not who answers."""
        for v in range(3, len(text)):
            if tag[v] != "VBG" or rel[v] not in ("adverbial_clause", "open_clause", "prep_clause", "modifier_clause"):
                continue
            noun = v - 1
            if rel[noun] != "prep_object" or text[head[noun]].lower() != "to" or head[v] == noun:
                continue
            verb = head[head[noun]]
            if text[verb].lower() in REPLYING and head[v] in (verb, head[noun]):
                head[v], rel[v] = noun, "modifier_clause"

    def _repair_doers_of_nouns(
        self, text: list[str], tag: list[str], pos: list[str], rel: list[str], head: list[int]
    ) -> None:
        """*the shelling of Tal **by** rebels*, *an attack on a base **by** rebels*: a doer belongs to the act, not to a noun beside it."""
        for b, word in enumerate(text):
            if b < 3 or word.lower() != "by" or rel[b] not in ("prep", "by"):
                continue
            verb = pos[head[b]] == "VERB"
            if not verb and pos[head[b]] != "NOUN":
                continue
            if verb and (tag[head[b]] == "VBN" or "passive_aux" in [rel[k] for k in range(b) if head[k] == head[b]]):
                continue
            above, k, of = head[b], b - 1, False
            named = text[above].lower()
            if not verb and (named in STRUCK or not (named in AUTHORED or self.is_event_noun(singular(named)))):
                under = head[above]
                act = head[under]
                if (
                    text[under].lower() in AIMING
                    and pos[act] == "NOUN"
                    and self.is_event_noun(singular(text[act].lower()))
                ):
                    head[b], rel[b] = act, "prep"
                    continue
            if not verb and self.is_event_noun(singular(text[above].lower())):
                continue
            if verb and pos[k] == "NOUN" and rel[k] == "object" and self.is_event_noun(singular(text[k].lower())):
                head[b], rel[b] = k, "prep"
                continue
            for _ in range(8):
                if k == above or head[k] == k:
                    break
                if of and pos[k] == "NOUN" and self.is_event_noun(singular(text[k].lower())):
                    head[b], rel[b] = k, "prep"
                    break
                of = text[k].lower() == "of"
                k = head[k]

    @staticmethod
    def _repair_verb_behind_relative(
        text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*The king, who met the editors, **condemned** Iran*: a main verb read as a participle of the relative clause's last noun."""
        root = next((k for k in range(len(text)) if rel[k] == "root"), None)
        if root is None or pos[root] not in ("NOUN", "PROPN"):
            return
        clause = next((k for k in range(root + 1, len(text)) if rel[k] == "relative_clause" and head[k] == root), None)
        if clause is None:
            return
        for v in range(clause + 1, len(text)):
            if rel[v] != "modifier_clause" or tag[v] not in ("VBN", "VBD") or text[v - 1] != "," or head[v] < clause:
                continue
            if any(head[k] == v and rel[k] in ("object", "clause") for k in range(v + 1, len(text))):
                head[v], rel[v], tag[v], pos[v] = v, "root", "VBD", "VERB"
                head[root], rel[root] = v, "subject"
                return

    def _repair_headline_verbs(
        self, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*North Korea **fires** missile*, *India, Pakistan **trade** fire*: a headline's verb, read as a noun in a compound."""
        self._revive_root(text, tag, pos, head, rel)
        if not text or text[-1] in ("!", "?"):
            return
        if any(t in FINITE and r not in ("compound", "modifier") for t, r in zip(tag, rel, strict=True)):
            return
        for i in range(1, len(text) - 1):
            base = self.lemmatizer.lemma(text[i].lower(), "VERB")
            if self.is_event_verb(base) and is_headline_verb(i, base, text, tag, pos):
                make_verb(i, text, tag, pos, head, rel)
                return

    @staticmethod
    def _revive_root_of_several(
        i: int, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]
    ) -> None:
        """*Norway and UNICEF **hand** over boats*: a root read as a noun with several subjects and an object."""
        below = [k for k in range(len(text)) if head[k] == i]
        doer = next((k for k in below if rel[k] == "subject" and k < i), None)
        if doer is None or text[i - 1] == "," or not any(head[k] == doer and rel[k] == "conj" for k in range(i)):
            return
        if any(rel[k] == "object" for k in below):
            tag[i], pos[i] = "VBP", "VERB"
            if rel[i + 1] == "quantity":
                head[i + 1], rel[i + 1] = i, "particle"

    def _revive_root(self, text: list[str], tag: list[str], pos: list[str], head: list[int], rel: list[str]) -> None:
        """*Nepal **demands** that...*: a root read as a plural noun between a country's name and what only a verb has."""
        i = next((k for k in range(1, len(text) - 1) if rel[k] == "root"), None)
        if i is not None and tag[i] == "NN" and self.is_event_verb(text[i].lower()):
            self._revive_root_of_several(i, text, tag, pos, head, rel)
        if i is None or tag[i] != "NNS" or not (pos[i - 1] == "PROPN" or self.is_country(text[i - 1])):
            return
        if not self.is_event_verb(self.lemmatizer.lemma(text[i].lower(), "VERB")) or head[i - 1] != i:
            return
        if text[i + 1].lower() != "that" and pos[i + 1] not in ("DET", "PROPN"):
            return
        tag[i], pos[i] = "VBZ", "VERB"
        pos[i - 1], rel[i - 1] = "PROPN", "subject"
        for k in range(i + 1, len(text)):
            if head[k] == i and rel[k] == "relative_clause":
                rel[k] = "clause"


def _ask_of(i: int, call: int, text: list[str], pos: list[str], head: list[int], rel: list[str]) -> bool:
    """Hangs *for* and the one asked on a call, away from the verb at `i` that he is to do; False where they do not stand there."""
    link = next((k for k in range(call + 1, i) if head[k] == i and text[k].lower() == "for"), None)
    asked = next((k for k in range(call + 1, i) if head[k] == i and rel[k] == "subject"), None)
    if link is None or asked is None:
        return False
    head[link], rel[link], pos[link] = call, "prep", "ADP"
    head[asked], rel[asked] = link, "prep_object"
    return True


def _spell_out_sums(lower: list[str], lemma: list[str], pos: list[str]) -> None:
    """Gives sums written short their number words: *€3**m***, *$6**bn***, *6.5bn pounds*."""
    for i, word in enumerate(lower):
        alone = i > 0 and lower[i - 1][-1:].isdigit()
        bare = word.rstrip(".")
        spelt = SUMS.get(bare) if alone else sum_word(bare) if word[:1].isdigit() else None
        if spelt is not None:
            lemma[i], pos[i] = spelt, "NUM"
