"""The whole coder with its language model: the same events whatever the gate, the order, the workers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import built_in, shared_coder
from coders import Coder, Document, Event
from coders.coder import Settings

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parents[1] / "seeds"
PARAGRAPHS = (
    "PRAGUE (AP) -- Slovak border guards turned back two Hungarian trucks on Thursday. The drivers spent the night in a car park. "
    "Hungary's foreign minister protested, and his office summoned the Slovak ambassador on Friday. It was a cold day. "
    "The two countries have argued over the bridge for years.",
    "Peru and Ecuador agreed to reopen a crossing in the mountains. Farmers had blocked the road for a week. Police in Lima arrested "
    "three of them, who deny any wrongdoing. The Peruvian president will meet the farmers next Tuesday. Nobody was hurt.",
    "Rain fell on the coast. A choir sang. The harvest was better than last year, and the market was full of melons. "
    "In the evening the lights went out.",
    "Rebels shelled a village in the north of Mali in 2012, killing six soldiers. They later refused to talk to the government. "
    "France accused them of taking hostages. \u201cWe will not bargain with kidnappers,\u201d a French general said.",
    "Kenya's parliament voted to send police officers to Haiti. Opposition leaders in Nairobi threatened to go to court. "
    "If they do, the mission could be delayed. Did Washington press Kenya to go? The State Department did not say so.",
)
DAY = date(2023, 10, 12)
DOCUMENTS = tuple(Document(f"d{n}", DAY, text) for n, text in enumerate(PARAGRAPHS))


@pytest.fixture(scope="module")
def coder() -> Coder:
    """One coder for all tests here."""
    return shared_coder()


@pytest.fixture(scope="module")
def ungated(coder: Coder) -> Coder:
    """The same coder with its gate held open."""
    twin = Coder.__new__(Coder)
    twin.__dict__.update(coder.__dict__)
    twin.settings = Settings(gate=False)
    return twin


def test_coder_finds_events_in_the_paragraphs(coder: Coder) -> None:
    """The paragraphs of these tests have events, but not the one about the weather."""
    counts = [len(coder.code(d)) for d in DOCUMENTS]
    assert counts[2] == 0 and all(counts[n] for n in (0, 1, 3, 4))


def test_coder_gate_changes_nothing(coder: Coder, ungated: Coder) -> None:
    """Sentences that the gate skips would not have given events."""
    for document in DOCUMENTS:
        gated, whole = coder.analyse(document), ungated.analyse(document)
        assert gated.events == whole.events
        assert gated.coded_sentences <= whole.coded_sentences == {s.index for s in whole.sentences}
    skipped = [len(c.sentences) - len(c.coded_sentences) for c in coder.code_many(DOCUMENTS)]
    assert skipped[2] > 0


def test_coder_gate_changes_nothing_on_the_seeds(coder: Coder, ungated: Coder) -> None:
    """The same on the first real input."""
    for path in sorted(SEEDS.glob("*.txt")):
        document = Document(path.stem, date(2022, 1, 9), path.read_text(encoding="utf-8"))
        assert coder.code(document) == ungated.code(document)


def test_coder_gate_changes_nothing_on_the_examples(coder: Coder, ungated: Coder) -> None:
    """The same on the examples of some entries, which hold most of the dictionary's words."""
    texts = [
        e.replace("[S ", "").replace("[T ", "").replace("]", "")
        for entry in built_in().verbs[::3]
        for e in entry.examples
    ]
    documents = [Document(str(n), DAY, text) for n, text in enumerate(texts)]
    gated, whole = (list(c.code_many(documents)) for c in (coder, ungated))
    assert [g.events for g in gated] == [w.events for w in whole]


def test_coder_order_of_documents_does_not_matter(coder: Coder) -> None:
    """A document codes the same whatever comes before it."""
    forward = {c.document_id: c for c in coder.code_many(DOCUMENTS)}
    backward = {c.document_id: c for c in coder.code_many(reversed(DOCUMENTS))}
    alone = {d.id: coder.analyse(d) for d in DOCUMENTS}
    assert forward == backward == alone


def test_coder_yields_in_order(coder: Coder) -> None:
    """Results come in the order of the documents, one for each, read as needed."""
    assert [c.document_id for c in coder.code_many(iter(DOCUMENTS))] == [d.id for d in DOCUMENTS]
    assert list(coder.code_many([])) == []


def test_coder_workers_change_nothing(coder: Coder) -> None:
    """Two processes give what one gives."""
    documents = [Document(f"{d.id}-{n}", d.date, d.text) for n in range(8) for d in DOCUMENTS]
    assert list(coder.code_many(documents, workers=2)) == list(coder.code_many(documents))


def test_coder_same_text_twice(coder: Coder) -> None:
    """The same text gives the same events; in two documents they differ in their identity only."""
    one, again = coder.code(DOCUMENTS[0]), coder.code(DOCUMENTS[0])
    assert one == again
    other = coder.code(Document("other", DAY, PARAGRAPHS[0]))
    assert [(e.event_code, e.source_code, e.trigger_start) for e in other] == [
        (e.event_code, e.source_code, e.trigger_start) for e in one
    ]
    assert {e.event_id for e in one}.isdisjoint(e.event_id for e in other)


def test_coder_identities_are_unique_and_mirrors_exist(coder: Coder) -> None:
    """No two events of a document share an identity, and every mirror is there."""
    for coded in coder.code_many(DOCUMENTS):
        ids = [e.event_id for e in coded.events]
        assert len(set(ids)) == len(ids)
        assert {e.mirror_of for e in coded.events if e.mirror_of} <= set(ids)


def check_event(event: Event, text: str) -> None:
    """Offsets point at their words, and codes are of the form that the table promises."""
    assert text[event.trigger_start : event.trigger_end] == event.trigger_text != ""
    for code, words, start, end in (
        (event.source_code, event.source_text, event.source_start, event.source_end),
        (event.target_code, event.target_text, event.target_start, event.target_end),
    ):
        assert (code is None) == (words is None) == (start is None) == (end is None)
        if code is not None:
            assert text[start:end] == words != ""
            assert len(code) % 3 == 0
    assert event.event_code.startswith(event.event_root) and 0 < event.confidence <= 1


def test_coder_offsets_point_at_words(coder: Coder) -> None:
    """Every event of the paragraphs names the words that it came from."""
    for document in DOCUMENTS:
        for event in coder.code(document):
            check_event(event, document.text)


def test_coder_offsets_after_odd_letters(coder: Coder) -> None:
    """Letters outside the basic plane, accents of their own and letters that grow in lower case shift nothing."""
    plain = "Turkish police arrested two Greek journalists in \u0130zmir."
    texts = [
        "\U0001f600 \u0130\u0301 " + plain,
        "\ufeff" + plain,
        "caf\u00e9\u0301\u2028" + plain,
        "x\u00a0\u200d\r\n\r\n" + plain,
    ]
    for text in texts:
        events = coder.code(Document("odd", DAY, text))
        assert any(e.event_code == "173" for e in events), text
        for event in events:
            check_event(event, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "?!?! ... \u2014 ,,, ((( ))) \u201c\u201d",
        "\x00\x01\x7f",
        "Police arrested " + "the mayor of the town and " * 2000 + "a clerk.",
        "He said: \u201cThey said: \u2018Police said: \u201cRebels shelled \u2018the town\u2019.\u201d\u2019\u201d",
        "A" * 5000,
        "attacked " * 300,
        "police arrested. " * 300,
        "Turkey bombed \u0130\u0130\u0130 \ufb01ve \u1e9e\u00df towns\u202e in\u2066 Syria\u0301.",
    ],
    ids=[
        "empty",
        "white",
        "marks",
        "control",
        "10000 words",
        "quotes",
        "one word",
        "one verb",
        "one sentence",
        "letters",
    ],
)
def test_coder_takes_any_text(coder: Coder, text: str) -> None:
    """No text stops the coder."""
    for event in coder.code(Document("x", DAY, text)):
        check_event(event, text)


PIECES = st.sampled_from(
    "Turkey Turkish police troops arrested bombed accused of refused to meet agreed Syria Kurdish rebels and the in Ankara will "
    "not were killed by talks with President Putin who that on Monday (7) said , . ? \u201c \u201d \u0130 \u00df \u200b \U0001f600 \n \n\n "
    "- -- ' 's ( ) 12 km".split(" ")
)


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join)))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_coder_takes_generated_text(coder: Coder, text: str) -> None:
    """No generated text stops the coder, and offsets hold in all of them."""
    document = Document("x", DAY, text)
    events = coder.code(document)
    assert events == coder.code(document)
    for event in events:
        check_event(event, text)


def test_coder_takes_raised_digits(coder: Coder) -> None:
    """A footnote mark on a number does not stop the coder."""
    assert coder.code(Document("x", DAY, "Turkish troops killed 40\u00b2 rebels in Syria."))


@pytest.mark.parametrize("day", [date.min, date(1900, 2, 28), date.max])
def test_coder_takes_any_day(coder: Coder, day: date) -> None:
    """Days at the ends of the calendar do not stop it."""
    coder.code(Document("x", day, "Police arrested two men last month, two years ago, yesterday and on Friday (13)."))
    coder.code(Document("x", day, "Police will arrest two men tomorrow, next month and next year."))


def test_coder_version_names_dictionaries_and_model(coder: Coder) -> None:
    """Every event says what made it."""
    event = coder.code(DOCUMENTS[0])[0]
    assert event.dictionary_version == coder.dictionary_version
    assert coder.dictionary_version.startswith(built_in().version) and coder.model.name in coder.dictionary_version


# --- eight mistakes that ruin event data


def asserted(coder: Coder, text: str) -> set[tuple[str, str, str, str]]:
    """What a sentence states as done or to be done: source, code, target, realis; `-` for nobody."""
    return {
        (e.source_code or "-", e.event_code, e.target_code or "-", e.realis)
        for e in coder.code(Document("x", DAY, text))
        if e.realis in ("actual", "future", "historical")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chad accused Sudan of shelling two villages.",
            {("TCD", "1123", "SDN", "actual")},
            id="accusation",
        ),
        pytest.param(
            "Burundi agreed to lift its military blockade of Rwanda.",
            {("BDI", "0356", "RWA", "actual")},
            id="agreement to stop",
        ),
        pytest.param(
            "Mali's president ordered the army to arrest opposition leaders.",
            {("MLIGOV", "173", "MLIOPP", "future")},
            id="order to own forces",
        ),
        pytest.param(
            "Kenyan and Ugandan ministers met in Vienna over Congo's rebels.",
            {("KENGOV", "044", "UGAGOV", "actual"), ("UGAGOV", "044", "KENGOV", "actual")},
            id="meeting on third ground",
        ),
        pytest.param(
            "France sent Niger helicopters to fight Boko Haram.",
            {("FRA", "072", "NER", "actual")},
            id="aid for a purpose",
        ),
        pytest.param(
            "Rebels accused of killing a governor were captured by Malian troops.",
            {("MLIMIL", "173", "MLIREB", "actual")},
            id="accused in a relative",
        ),
        pytest.param(
            "Kuwait marked the anniversary of Iraq's 1990 invasion.",
            {("KWT", "017", "-", "actual"), ("IRQ", "192", "KWT", "historical")},
            id="anniversary",
        ),
        pytest.param("Six Peruvian soldiers were killed when their truck overturned.", set(), id="accident"),
    ],
)
def test_coder_avoids_usual_mistakes(coder: Coder, text: str, expected: set[tuple[str, str, str, str]]) -> None:
    """Sentences that a coder of words gets wrong state exactly what they should."""
    assert asserted(coder, text) == expected


def test_coder_keeps_what_is_only_alleged(coder: Coder) -> None:
    """What somebody is accused of is a row of its own, hypothetical."""
    events = coder.code(Document("x", DAY, "Norway accused Sweden of shelling two villages."))
    assert {(e.source_code, e.event_root, e.realis) for e in events} >= {("SWE", "19", "hypothetical")}


def test_coder_discards_beside_odd_letters(coder: Coder) -> None:
    """A price war is no war, whatever letters stand beside it."""
    assert coder.code(Document("x", DAY, "\u0130zmir police joined a price war.")) == []


def test_coder_dates_what_lies_ahead(coder: Coder) -> None:
    """*On Monday X will* is the Monday to come, whether the act is friendly or not."""
    for text in ("On Monday, Peru will meet Chile.", "On Monday, Peru will expel two Chilean diplomats."):
        assert {e.event_date for e in coder.code(Document("x", DAY, text))} == {date(2023, 10, 16)}


# --- the first real input


@pytest.fixture(scope="module")
def seed_events(coder: Coder) -> list[Event]:
    """The events of the seed document about Kazakhstan."""
    (path,) = [p for p in SEEDS.glob("*.txt") if "Massimov" in p.read_text(encoding="utf-8")]
    return coder.code(Document("seed", date(2022, 1, 9), path.read_text(encoding="utf-8")))


def test_coder_seed_arrest(seed_events: list[Event]) -> None:
    """The former head of security was arrested."""
    arrests = [e for e in seed_events if e.event_code == "173" and e.target_name and "Massimov" in e.target_name]
    assert arrests and arrests[0].realis == "actual"
    code = arrests[0].target_code or ""
    assert code.startswith("KAZ") and "ELI" in code


def test_coder_seed_telephone_call(seed_events: list[Event]) -> None:
    """The two presidents spoke by telephone, which goes both ways."""
    calls = {(e.source_code, e.target_code) for e in seed_events if e.event_code == "041"}
    assert {("KAZGOV", "RUSGOV"), ("RUSGOV", "KAZGOV")} <= calls


def test_coder_seed_support(seed_events: list[Event]) -> None:
    """One president supported the other's proposal."""
    assert any(e.event_root == "05" and (e.source_code, e.target_code) == ("RUSGOV", "KAZGOV") for e in seed_events)
