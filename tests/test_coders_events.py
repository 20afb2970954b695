"""Acts become rows: actors, directions, identity, dates, places, numbers, and reasons for what is dropped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders import DAY, FILES, build_events, events_of, make_graph, read_dictionaries, shown, text_of
from dictionaries import Dictionaries
from parses import BOMBED

MET = """
    Norland = NNP met subject
    and = CC Norland cc
    Sudland = NNP Norland conj
    met meet VBD ^
    """


def reasons(rows: str) -> dict[str, int]:
    return dict(build_events(rows)[1].dropped)


def test_events_carry_words_and_offsets() -> None:
    """Source, target and trigger point at their words."""
    (event,) = events_of(BOMBED)
    text = text_of(make_graph(BOMBED))
    assert (event.source_text, event.target_text, event.trigger_text) == ("Norland", "Sudland", "bombed")
    assert text[event.trigger_start : event.trigger_end] == "bombed"
    assert event.source_start is not None and text[event.source_start : event.source_end] == "Norland"
    assert event.target_start is not None and text[event.target_start : event.target_end] == "Sudland"


def test_events_carry_what_the_ontology_says() -> None:
    """Root, quad class, Goldstein score and PLOVER come with the code."""
    (event,) = events_of(BOMBED)
    assert (event.event_code, event.event_root, event.quad_class, event.goldstein) == ("195", "19", 4, -10.0)
    assert (event.plover_type, event.plover_mode, event.contexts) == ("ASSAULT", "aerial", ("military", "conflict"))
    assert (event.rule_id, event.operators, event.realis) == ("verbs/19_fight#bomb", (), "actual")


def test_events_carry_actors() -> None:
    """Code, name, country and role of an actor stand in columns of their own."""
    (event,) = events_of(
        "Police = NNS arrested subject\narrested arrest VBD ^\nOlaf = NNP Tarn compound\nTarn = NNP arrested object"
    )
    assert (event.source_code, event.source_country, event.source_role, event.source_name) == (
        "NORCOP",
        "NOR",
        "COP",
        None,
    )
    assert (event.target_code, event.target_name, event.target_text) == ("NORGOV", "Olaf Tarn", "Olaf Tarn")


def test_events_carry_a_short_trace() -> None:
    """The patterns that matched, the operator's first, and the dictionary lines of the actors."""
    (event,) = events_of(BOMBED)
    pattern, source, target = (event.trace or "").split("; ")
    assert pattern.startswith("pattern S bomb")
    assert source == "source by actors/countries#NOR" and target == "target by actors/countries#SUD"


# --- identity


def test_events_identity_is_of_document_and_words() -> None:
    """The same sentence gives the same identity, in another document another."""
    (one,), (same,) = build_events(BOMBED)[0], build_events(BOMBED)[0]
    (other,) = build_events(BOMBED, document_id="e")[0]
    assert one.event_id == same.event_id != other.event_id


def learned(folder: Path, row: str, file: str = "agents/agents.csv") -> Dictionaries:
    """The small dictionaries with one more row."""
    dictionaries = read_dictionaries(
        folder, **{file.replace("/", "__").replace(".", "_"): FILES[file].rstrip() + "\n        " + row + "\n"}
    )
    assert not dictionaries.faults
    return dictionaries


def test_events_identity_survives_another_code(tmp_path: Path) -> None:
    """A dictionary that changes its mind about a code does not make a new event."""
    dictionaries = read_dictionaries(
        tmp_path, verbs__19_fight_yaml=FILES["verbs/19_fight.yaml"].replace('"195"', '"190"')
    )
    (before,), (after,) = events_of(BOMBED), events_of(BOMBED, dictionaries)
    assert (before.event_code, after.event_code) == ("195", "190")
    assert before.event_id == after.event_id


LONGER = """
    Norlandic = JJ rebels modifier
    river = NN rebels compound
    rebels rebel NNS bombed subject
    bombed bomb VBD ^
    Sudland = NNP bombed object
    """


def test_events_identity_survives_a_longer_agent(tmp_path: Path) -> None:
    """A dictionary that learns *river rebel* beside *rebel* gives the same event."""
    (before,) = events_of(LONGER)
    (after,) = events_of(LONGER, learned(tmp_path, "river rebel,,REB,person,"))
    assert after.source_text is not None and "river rebels" in after.source_text
    assert before.event_id == after.event_id


LONGER_NAME = """
    The = DT Front det
    Red = NNP Front compound
    Banner = NNP Front compound
    Front = NNP bombed subject
    bombed bomb VBD ^
    Midland = NNP bombed object
    """


def test_events_identity_survives_a_name_longer_to_the_left(tmp_path: Path) -> None:
    """A dictionary that learns *Great Norland* beside *Norland* gives the same event."""
    rows = BOMBED.replace("Norland = NNP bombed subject", "Great = NNP Norland compound\nNorland = NNP bombed subject")
    row = "        Great Norland,,,NORGOV,,,union,\n"
    table = FILES["actors/organisations.csv"].rstrip() + "\n" + row
    (before,), (after,) = events_of(rows), events_of(rows, read_dictionaries(tmp_path, actors__organisations_csv=table))
    assert (before.source_text, after.source_text) == ("Norland", "Great Norland")
    assert before.event_id == after.event_id


def test_events_identity_survives_a_name_longer_to_the_right(tmp_path: Path) -> None:
    """A dictionary that knows *Red Banner* alone and learns *Red Banner Front* gives the same event."""
    table = FILES["actors/organisations.csv"].replace("Red Banner Front,Red Banner,", "Red Banner,,")
    (before,) = events_of(LONGER_NAME, read_dictionaries(tmp_path, actors__organisations_csv=table))
    (after,) = events_of(LONGER_NAME)
    assert (before.source_text, after.source_text) == ("Red Banner", "Red Banner Front")
    assert before.event_id == after.event_id


# --- directions


def test_events_of_a_meeting_go_both_ways() -> None:
    """A meeting gives two rows, and the second names the first as its mirror."""
    first, second = events_of(MET)
    assert shown([first, second]) == ["NOR 040 SUD actual", "SUD 040 NOR actual"]
    assert first.mirror_of is None and second.mirror_of == first.event_id != second.event_id


def test_events_of_a_meeting_with_somebody_go_both_ways() -> None:
    """The same where one of them is the object."""
    events = events_of(BOMBED.replace("bombed bomb", "met meet").replace("bombed", "met"))
    mirrored = [e for e in events if e.mirror_of]
    assert len(events) == 2 and len(mirrored) == 1
    assert mirrored[0].mirror_of in {e.event_id for e in events}


def test_events_of_three_at_a_meeting() -> None:
    """Three who meet give three pairs, each once in each direction."""
    rows = MET.replace("met meet", "Midland = NNP Sudland conj\nmet meet")
    events = events_of(rows)
    pairs = {(e.source_code, e.target_code) for e in events}
    assert len(events) == len(pairs) == 6 and sum(e.mirror_of is not None for e in events) == 3


def test_events_of_several_who_act_on_one() -> None:
    """*A and B praised C* is A to C and B to C, never A to B."""
    rows = MET.replace("met meet", "praised praise").replace("met", "praised") + "\nMidland = NNP praised object"
    assert shown(events_of(rows)) == ["NOR 051 MID actual", "SUD 051 MID actual"]


def test_events_of_two_behind_one_noun() -> None:
    """*Norlandic and Sudlandic ministers met* is a meeting of the two."""
    rows = """
        Norlandic = JJ ministers modifier
        and = CC Norlandic cc
        Sudlandic = JJ Norlandic conj
        ministers minister NNS met subject
        met meet VBD ^
        """
    assert shown(events_of(rows)) == ["NORGOV 040 SUDGOV actual", "SUDGOV 040 NORGOV actual"]
    first, second = events_of(rows)
    assert first.event_id != second.event_id and second.mirror_of == first.event_id


# --- what is kept and what is dropped


def test_events_without_source_are_kept() -> None:
    """An agentless passive has a null source."""
    rows = "Sudland = NNP bombed subject_passive\nwas be VBD bombed passive_aux\nbombed bomb VBN ^"
    (event,) = events_of(rows)
    assert (event.source_code, event.source_text, event.source_start, event.target_code) == (None, None, None, "SUD")


def test_events_without_target_are_kept() -> None:
    """An act on nobody has a null target."""
    (event,) = events_of("Norlanders = NNPS protested subject\nprotested protest VBD ^")
    assert event.source_code == "NOR" and event.target_code is event.target_text is event.target_end is None


def test_events_same_entity_on_both_sides_is_dropped() -> None:
    """Nobody acts on himself; the reason is counted."""
    rows = BOMBED.replace("Sudland = NNP bombed object", "Norland = NNP 1 object").replace(
        "Norland = NNP bombed", "Norland = NNP 1"
    )
    assert events_of(rows) == []
    assert reasons(rows) == {"the same entity on both sides": 1}


def test_events_same_country_on_both_sides_are_kept() -> None:
    """States act on their own citizens every day."""
    rows = """
        Norlandic = JJ police modifier
        police = NNS arrested subject
        arrested arrest VBD ^
        Norlandic = JJ students modifier
        students student NNS arrested object
        """
    assert shown(events_of(rows)) == ["NORCOP 173 NOREDU actual"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("Storms storm NNS met subject\nmet meet VBD ^\nSudland = NNP met object", "the source is no actor"),
        (
            "Norland = NNP met subject\nmet meet VBD ^\nexpectations expectation NNS met object",
            "the target is no actor",
        ),
        (
            "Students student NNS met subject\nmet meet VBD ^\njournalists journalist NNS met object",
            "nobody political on either side",
        ),
    ],
)
def test_events_that_are_dropped_have_a_reason(rows: str, reason: str) -> None:
    """Nothing is dropped in silence."""
    assert events_of(rows) == []
    assert reasons(rows) == {reason: 1}


def test_events_said_once() -> None:
    """An act that the sentence names again with fewer actors is one event, and the other is counted."""
    rows = (
        BOMBED
        + """
        when = WRB began mark
        the = DT attack det
        attack = NN began subject
        on = IN attack prep
        Sudlanders = NNPS on prep_object
        began begin VBD bombed adverbial_clause
        """
    )
    assert shown(events_of(rows)) == ["NOR 195 SUD actual"]
    assert reasons(rows) == {"said again in the sentence": 1}


def test_events_two_targets_of_one_act_are_two() -> None:
    """Coordinated targets are not the same thing said twice."""
    rows = BOMBED + "\nand = CC Sudland cc\nMidland = NNP Sudland conj"
    assert shown(events_of(rows)) == ["NOR 195 SUD actual", "NOR 195 MID actual"]


def test_events_come_in_order_of_their_words() -> None:
    """Rows of a sentence are sorted by trigger, source and target."""
    rows = BOMBED + "\nand = CC Sudland cc\nMidland = NNP Sudland conj"
    events = events_of(rows)
    assert events == sorted(
        events, key=lambda e: (e.trigger_start, e.source_start or -1, e.target_start or -1, e.event_id)
    )


# --- when


def dated(*lines: str, day: date = DAY) -> tuple[date, str, str, str]:
    (event,) = events_of("\n".join((BOMBED, *lines)), day=day)
    return event.event_date, event.event_date_precision, event.event_date_basis, event.realis


def test_events_without_date_are_of_the_day_of_publication() -> None:
    """Without words for it the date is assumed."""
    assert dated() == (DAY, "day", "assumed", "actual")


def test_events_with_a_date_in_the_text() -> None:
    """A weekday that hangs on the act dates it."""
    assert dated("on = IN bombed prep", "Monday = NNP on prep_object") == (date(2022, 3, 14), "day", "text", "actual")


@pytest.mark.parametrize(("year", "realis"), [("2014", "historical"), ("2020", "historical"), ("2022", "actual")])
def test_events_of_the_past_are_historical(year: str, realis: str) -> None:
    """What lies more than a year before publication is history."""
    assert dated("in = IN bombed prep", f"{year} = CD in prep_object") == (
        date(int(year), 1, 1),
        "year",
        "text",
        realis,
    )


def test_events_keep_the_day_of_publication() -> None:
    """The date of the document stays beside that of the event."""
    (event,) = events_of(BOMBED, day=date(1999, 1, 2))
    assert event.published_on == date(1999, 1, 2)


# --- where, how many, who says so


def test_events_place() -> None:
    """Where it happened is no target."""
    (event,) = events_of(BOMBED + "\nin = IN bombed prep\nMidland = NNP in prep_object")
    assert (event.target_code, event.place_name, event.place_country) == ("SUD", "Midland", "MID")


def test_events_numbers() -> None:
    """People counted in the words are counted in the row."""
    (event,) = events_of(
        "Police = NNS arrested subject\narrested arrest VBD ^\nforty = CD students number\nstudents student NNS arrested object"
    )
    assert event.detained == 40 and event.deaths is event.injuries is None


def test_events_attribution() -> None:
    """Who reports an act is kept, and is not its source."""
    rows = """
        Midland = NNP said subject
        said say VBD ^
        Norland = NNP bombed subject
        bombed bomb VBD said clause
        Sudland = NNP bombed object
        """
    (event,) = events_of(rows)
    assert (event.source_code, event.attributed_code, event.attributed_text) == ("NOR", "MID", "Midland")
    assert events_of(BOMBED)[0].attributed_code is None


def test_events_confidence_grows_with_what_is_known() -> None:
    """Two named actors are more certain than one."""
    (both,) = events_of(BOMBED)
    (one,) = events_of("Sudland = NNP bombed subject_passive\nwas be VBD bombed passive_aux\nbombed bomb VBN ^")
    assert 0 < one.confidence < both.confidence <= 1


@pytest.mark.parametrize(("noun", "realis"), [("anniversary", "historical"), ("wave", "actual")])
def test_events_of_anniversaries_are_historical(noun: str, realis: str) -> None:
    """What is remembered has happened before."""
    rows = f"""
        Norland = NNP marked subject
        marked mark VBD ^
        {noun} = NN marked object
        of = IN {noun} prep
        the = DT attack det
        attack = NN of prep_object
        on = IN attack prep
        Sudland = NNP on prep_object
        """
    assert shown(events_of(rows)) == [f"None 190 SUD {realis}"]
