"""Builds by hand what tests of the coding engine need: graphs, small dictionaries, mentions. Loads no language model.

The world of these tests has three countries, *Norland*, *Sudland* and *Midland*, and a few people in them, so that no
test depends on what the built-in dictionaries know of the real world.
"""

from __future__ import annotations

import tempfile
import textwrap
from datetime import date
from functools import cache
from pathlib import Path

from coders import Coder
from coders.acts import Act, Evaluator, Grammar
from coders.events import EventBuilder
from coders.graph import Graph
from coders.lexicon import Lexicon
from coders.mentions import DocumentMentions, MentionFinder
from coders.model import Document, Event, Mention, Sentence
from coders.resolve import Resolver
from coders.splitting import split
from dictionaries import Dictionaries, load, read

DAY = date(2022, 3, 16)  # a Wednesday

POS_OF_TAG = {
    "MD": "AUX", "CD": "NUM", "CC": "CCONJ", "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART", "EX": "PRON",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "DT": "DET", "WDT": "DET", "PDT": "DET", "WRB": "ADV",
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
}  # fmt: skip

FILES = {
    "ontology/cameo.csv": """
        code,label,parent,quad_class,goldstein,symmetric,note
        010,other statement,,1,0.0,,
        016,deny responsibility,,3,-2.0,,
        020,appeal,,1,3.0,,
        025,appeal to yield,,1,-0.3,,
        036,intend to meet,,1,4.0,yes,
        0311,intend to trade,,1,5.2,,
        0356,intend to de-escalate,,1,7.0,,
        040,consult,,1,1.0,yes,
        051,praise,,1,3.4,,
        057,sign agreement,,1,8.0,yes,
        072,military aid,,2,8.3,,
        084,release,,2,7.0,,
        087,de-escalate,,2,9.0,,
        112,accuse,,3,-2.0,,
        1123,accuse of aggression,112,3,-2.0,,
        124,refuse to yield,,3,-5.0,,
        125,refuse to meet,,3,-4.0,,
        120,reject,,3,-4.0,,
        138,threaten with force,,3,-7.0,,
        141,demonstrate,,3,-6.5,,
        161,reduce relations,,4,-4.0,,
        162,reduce aid,,4,-5.6,,
        163,sanction,,4,-8.0,,
        164,halt negotiations,,4,-7.0,,
        173,arrest,,4,-5.0,,
        180,assault,,4,-9.0,,
        190,fight,,4,-10.0,,
        191,blockade,,4,-9.5,,
        195,bomb,,4,-10.0,,
    """,
    "ontology/plover.csv": """
        code,type,mode,contexts
        040,CONSULT,meet,diplomatic
        195,ASSAULT,aerial,military|conflict
    """,
    "ontology/actor_codes.csv": """
        code,kind,label
        COP,role,police
        EDU,role,education
        ELI,role,former official
        GOV,role,government
        HBL,group,Harbour League
        IGO,primary,international organisation
        LEG,role,legislature
        MED,role,media
        MIL,role,military
        OPP,role,opposition
        REB,role,rebels
    """,
    "actors/countries.csv": """
        code,name,names,adjectives,people,capital,seats,start,end,note
        MID,Midland,Republic of Midland,Midlandic,Midlanders,Midham,,,,
        NOR,Norland,Kingdom of Norland,Norlandic,Norlander|Norlanders,Norburg,White Hall,,,
        OLD,Oldland,,Oldish,,,,1945-01-01,1999-12-31,
        SUD,Sudland,S\u00fadland,Sudlandic,Sudlanders,Sudville,,,,
    """,
    "actors/organisations.csv": """
        name,aliases,surname,code,start,end,role,note
        Harbour League,HL,,IGOHBL,2000-01-01,2020-12-31,alliance,
        Red Banner Front,Red Banner,,SUDREB,1980-01-01,2021-08-14,armed group,
        Red Banner Front,Red Banner,,SUDGOV,2021-08-15,,in power,
    """,
    "actors/persons.csv": """
        name,aliases,surname,code,start,end,role,note
        Ana Brevik,,Brevik,NORGOV,2015-05-01,2021-04-30,prime minister,
        Jos\u00e9 \u00d1and\u00fa,,\u00d1and\u00fa,MIDGOV,2010-01-01,,president,
        Olaf Tarn,Olav Tarn,Tarn,NORGOV,2021-05-01,,prime minister,
        Olaf Tarn,Olav Tarn,Tarn,NORLEG,2012-01-01,2021-04-30,member of parliament,
        Sana Hollow,,Hollow,SUDGOV,2018-01-01,2019-12-31,minister,
    """,
    "actors/places.csv": """
        name,names,code,kind,note
        Portmouth,,NOR,city,
        Westmarch,,SUD,region,
    """,
    "agents/agents.csv": """
        phrase,plural,code,kind,note
        army,armies,MIL,group,
        diplomat,,GOV,person,
        foreign minister,,GOV,title,
        journalist,,MED,person,
        minister,,GOV,title,
        ministry,,GOV,group,
        opposition,opposition,OPP,group,
        parliament,,LEG,group,
        police,police,COP,group,
        president,,GOV,title,
        prime minister,,GOV,title,
        protester,,OPP,person,
        rebel,,REB,person,
        secretary of state,secretaries of state,GOV,title,
        security force,,MIL,group,
        soldier,,MIL,person,
        spokesman,spokesmen,,person,speaks for
        student,,EDU,person,
        warplane,,MIL,thing,
    """,
    "agents/modifiers.csv": """
        phrase,effect,note
        armed,none,
        ex,ELI,
        former,ELI,
        opposition,OPP,
    """,
    "words/sets.yaml": """
        sanctions: [sanction, embargo, trade ban]
    """,
    "words/reporting_verbs.yaml": "reporting: [say, report, announce]",
    "words/discards.yaml": """
        - phrase: price war
          reason: business
        - phrase: battle of the bands
          reason: music
    """,
    "verbs/04_consult.yaml": """
        - id: meet
          code: "040"
          reciprocal: true
          patterns:
            - S meet (with) T
            - S meet
            - S hold talks with T
          nouns: [talks, meeting]
        - id: praise
          code: "051"
          patterns:
            - S praise T
    """,
    "verbs/07_aid.yaml": """
        - id: military-aid
          code: "072"
          patterns:
            - S send/give T tank/weapon
            - S send/give tank/weapon to T
          nouns: [military aid, aid]
    """,
    "verbs/08_yield.yaml": """
        - id: release
          code: "084"
          patterns:
            - S release | free | set free T
        - id: lift
          code: "087"
          patterns:
            - S lift &sanctions/blockade (against/on/of T)
    """,
    "verbs/14_protest.yaml": """
        - id: demonstrate
          code: "141"
          patterns:
            - S protest | rally (against/at/over T)
          nouns: [protest]
    """,
    "verbs/16_sanction.yaml": """
        - id: sanction
          code: "163"
          patterns:
            - S impose &sanctions on/against T
    """,
    "verbs/17_coerce.yaml": """
        - id: arrest
          code: "173"
          patterns:
            - S arrest | detain | round up T
            - S take T into custody
          nouns: [T's arrest, detention]
          except:
            - S arrest slide/decline
          examples:
            - "[S Police] arrested [T two students]."
          not:
            - "The bank arrested the slide."
    """,
    "verbs/19_fight.yaml": """
        - id: bomb
          code: "195"
          patterns:
            - S bomb | shell T
          nouns: [bombing, air strike]
        - id: fight
          code: "190"
          patterns:
            - S attack T
            - T come under attack/fire from S
          nouns: [attack]
    """,
    "operators/operators.yaml": """
        - id: agree
          operator: agree
          control: S
          patterns:
            - S agree/promise (with T) to ACT
        - id: will
          operator: will
          control: S
        - id: refuse
          operator: refuse
          control: S
          patterns:
            - S refuse (T) to ACT
            - S reject ACT
        - id: threaten
          operator: threaten
          control: S
          patterns:
            - S threaten (T) to ACT
          nouns: [threat]
        - id: urge
          operator: urge
          control: T
          patterns:
            - S urge T to ACT
            - S call for ACT
          nouns: [call]
        - id: accuse
          operator: accuse
          control: T
          patterns:
            - S accuse T of ACT
        - id: deny
          operator: deny
          control: S
          patterns:
            - S deny ACT
        - id: order
          operator: order
          control: T
          patterns:
            - S order T to ACT
        - id: stop
          operator: stop
          control: S
          patterns:
            - S stop/end/suspend ACT
        - id: resume
          operator: resume
          control: S
          patterns:
            - S resume ACT
        - id: fail
          operator: fail
          control: S
          patterns:
            - S fail to ACT
    """,
    "operators/composition.csv": """
        operator,inner,code,source_from,target_from,realis,emit_inner,note
        accuse,19,1123,S,T|inner_source,actual,hypothetical,
        accuse,any,112,S,T|inner_source,actual,hypothetical,
        accuse,none,112,S,T|inner_source,actual,,
        agree,04,036,S,inner_target|T,actual,,
        agree,08,0356,S,inner_target|T,actual,,
        agree,hostile,138,S,inner_target|T,actual,,
        deny,11,016,S,inner_source,actual,,
        deny,any,016,S,T|inner_source,actual,negated,
        fail,any,=,S,inner_target|T,negated,,
        order,any,=,S|inner_source,inner_target,future,,
        refuse,02,124,S,inner_source|T|inner_target,actual,,
        refuse,04,125,S,inner_target|T|inner_source,actual,,
        refuse,08,124,S,inner_target|T|inner_source,actual,,
        refuse,cooperation,120,S,inner_target|T|inner_source,actual,,
        refuse,hostile,,,,,negated,
        resume,any,=,S|inner_source,inner_target|T,actual,,
        stop,04,164,S,inner_target|T,actual,,
        stop,07,162,S,inner_target|T,actual,,
        stop,19,087,S,inner_target|T,actual,,
        threaten,any,138,S,T|inner_target,actual,,
        urge,08,025,S,T|inner_source|inner_target,actual,,
        urge,any,020,S,T|inner_source|inner_target,actual,hypothetical,
        urge,none,020,S,T,actual,,
        will,04,036,S,inner_target|T,actual,,
        will,08,0356,S,inner_target|T,actual,,
        will,19,=,S,inner_target|T,future,,
    """,
}


def write_dictionaries(folder: Path, **changes: str | None) -> Path:
    """Writes the small dictionaries into a folder and returns it.

    Args:
        folder: where to write.
        changes: texts of files that replace or join the usual ones, named as `verbs__17_coerce_yaml` for
            `verbs/17_coerce.yaml`; None leaves a file out.
    """
    files: dict[str, str | None] = dict(FILES)
    for key, text in changes.items():
        name, _, suffix = key.replace("__", "/").rpartition("_")
        files[f"{name}.{suffix}"] = text
    for name, text in files.items():
        if text is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text).strip() + "\n", encoding="utf-8")
    return folder


def read_dictionaries(folder: Path, **changes: str | None) -> Dictionaries:
    """Writes the small dictionaries with changes and reads them, faults and all."""
    return read(write_dictionaries(folder, **changes))


@cache
def small() -> Dictionaries:
    """The small dictionaries, read once."""
    with tempfile.TemporaryDirectory() as folder:
        dictionaries = load(write_dictionaries(Path(folder)))
    return dictionaries


@cache
def small_grammar() -> Grammar:
    """The small dictionaries compiled for evaluation."""
    return Grammar(small())


@cache
def small_lexicon() -> Lexicon:
    """The small dictionaries compiled for mentions."""
    return Lexicon(small())


@cache
def built_in() -> Dictionaries:
    """The built-in dictionaries, read once for all tests."""
    return load()


@cache
def shared_coder() -> Coder:
    """One coder with the language model and the built-in dictionaries, for tests marked `model`."""
    return Coder(built_in())


# --- graphs


def make_graph(rows: str, offset: int = 0) -> Graph:
    """Builds a graph from one token a line: `text lemma tag head relation`.

    The lemma `=` is the word in lower case; the head is the word it hangs on (or its index, where a word stands twice),
    `^` for the root, whose relation may be left out. Tokens are one space apart.

        Norland = NNP bombed subject
        bombed bomb VBD ^
        Sudland = NNP bombed object
    """
    table = [line.split() for line in rows.strip().splitlines() if line.strip()]
    text = [row[0] for row in table]
    lemma = [row[0].lower() if row[1] == "=" else row[1] for row in table]
    tag = [row[2] for row in table]
    head = [_head(row[3], i, text) for i, row in enumerate(table)]
    rel = [row[4] if len(row) > 4 else "root" for row in table]
    starts, at = [], offset
    for word in text:
        starts.append(at)
        at += len(word) + 1
    return Graph(text, lemma, [POS_OF_TAG.get(t, "PUNCT") for t in tag], tag, head, rel, starts)


def _head(word: str, own: int, text: list[str]) -> int:
    if word == "^":
        return own
    if word.isdigit() and word not in text:
        return int(word)
    assert text.count(word) == 1, f"{word!r} stands {text.count(word)} times: give its index"
    return text.index(word)


def text_of(graph: Graph) -> str:
    """The sentence of a graph made here."""
    return " ".join(graph.text)


def words_of(graph: Graph, tokens: tuple[int, ...] | list[int]) -> list[str]:
    """The words at some tokens."""
    return [graph.text[i] for i in tokens]


def token_of(graph: Graph, word: str) -> int:
    """The first token with a word."""
    return graph.text.index(word)


# --- mentions, acts, events


def find_mentions(text: str, dictionaries: Dictionaries | None = None, day: date = DAY) -> DocumentMentions:
    """The mentions of a text by the small dictionaries, or by others."""
    lexicon = small_lexicon() if dictionaries is None else Lexicon(dictionaries)
    return MentionFinder(lexicon).find(text, split(text), day)


def codes_of(text: str, dictionaries: Dictionaries | None = None, day: date = DAY) -> dict[str, str]:
    """The words of every mention of a text with their code."""
    return {m.text: m.code for m in find_mentions(text, dictionaries, day).mentions}


def make_mention(text: str, code: str, start: int = 0, **fields: object) -> Mention:
    """A mention as if found at `start`."""
    return Mention(start, start + len(text), text, start, code, **fields)  # type: ignore[arg-type]


def evaluate(graph: Graph, dictionaries: Dictionaries | None = None, question: bool = False) -> list[Act]:
    """The acts of a hand-built sentence."""
    resolver = Resolver(graph, find_mentions(text_of(graph), dictionaries))
    grammar = small_grammar() if dictionaries is None else Grammar(dictionaries)
    return Evaluator(grammar, graph, resolver, question).acts()


def acts_of(rows: str, dictionaries: Dictionaries | None = None, question: bool = False) -> list[str]:
    """The acts of a hand-built sentence, each as `sources code targets realis`."""
    graph = make_graph(rows)
    return [
        f"{'+'.join(words_of(graph, a.sources)) or '-'} {a.code} {'+'.join(words_of(graph, a.targets)) or '-'} {a.realis}"
        for a in evaluate(graph, dictionaries, question)
    ]


def build_events(
    rows: str, dictionaries: Dictionaries | None = None, day: date = DAY, document_id: str = "d"
) -> tuple[list[Event], EventBuilder]:
    """The events of a hand-built sentence, with the builder that knows what was dropped."""
    known = small() if dictionaries is None else dictionaries
    graph = make_graph(rows)
    text = text_of(graph)
    document = Document(document_id, day, text)
    mentions = find_mentions(text, dictionaries, day)
    builder = EventBuilder(document, mentions, known, "0", "0")
    resolver = Resolver(graph, mentions, known.reporting_verbs)
    grammar = small_grammar() if dictionaries is None else Grammar(dictionaries)
    sentence = Sentence(0, 0, len(text), text)
    return builder.build(sentence, graph, resolver, Evaluator(grammar, graph, resolver, False).acts()), builder


def events_of(rows: str, dictionaries: Dictionaries | None = None, day: date = DAY) -> list[Event]:
    """The events of a hand-built sentence."""
    return build_events(rows, dictionaries, day)[0]


def shown(events: list[Event]) -> list[str]:
    """Each event as `source code target realis`."""
    return [f"{e.source_code} {e.event_code} {e.target_code} {e.realis}" for e in events]


def coded(text: str, day: date) -> list[str]:
    """Source, code, target and realis of the events that the built-in dictionaries find in a text, sorted."""
    events = shared_coder().code(Document("d", day, text))
    return sorted(f"{e.source_code or '-'} {e.event_code} {e.target_code or '-'} {e.realis}" for e in events)
