"""Names and role nouns in a text, and the code of an actor on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import DAY, small, small_lexicon
from coders.lexicon import PhraseMatcher, plural_of, role_on
from dictionaries.model import Actor

LEXICON = small_lexicon()


def actor(name: str) -> Actor:
    (found,) = [a for a in small().actors if a.name == name]
    return found


def names(text: str, day: date = DAY) -> list[str]:
    """The names in a text, as they stand in it."""
    return [text[h.start : h.end] for h in LEXICON.find_names(LEXICON.folded(text), day)]


def agents(text: str) -> dict[str, list[str]]:
    """The agents and modifiers of a text with their codes or effects."""
    hits = LEXICON.find_agents(LEXICON.folded(text).lower())
    return {text[h.start : h.end]: [a.code for a in h.agents] if h.agents else [h.modifier or ""] for h in hits}


# --- phrases


def test_lexicon_longest_match_wins() -> None:
    """Of names that begin together the longest counts, and matches do not overlap."""
    matcher = PhraseMatcher(["red", "red banner", "banner front", "red banner front"])
    text = "red banner front and red banner and banner front"
    assert [text[s:e] for s, e, _ in matcher.find(text)] == ["red banner front", "red banner", "banner front"]


def test_lexicon_words_are_whole() -> None:
    """A phrase inside a longer word is none; marks around it do not hide it."""
    matcher = PhraseMatcher(["mali", "un"])
    assert matcher.find("somali malian unity") == []
    assert [p for _, _, p in matcher.find("(mali), un's mali-based")] == ["mali", "un", "mali"]


def test_lexicon_phrases_may_be_refused() -> None:
    """A phrase that is refused leaves room for a shorter one."""
    matcher = PhraseMatcher(["red banner", "red"])
    assert [p for _, _, p in matcher.find("red banner", lambda p: p == "red")] == ["red"]
    assert PhraseMatcher([]).find("anything") == []


@given(
    st.lists(st.text("ab -", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=6),
    st.text("ab -c", max_size=60),
)
def test_lexicon_matches_are_apart_and_whole(phrases: list[str], text: str) -> None:
    """Matches come in order, do not overlap, and are phrases."""
    last = 0
    for start, end, phrase in PhraseMatcher(phrases).find(text):
        assert last <= start < end
        assert text[start:end] == phrase and phrase in phrases
        last = end


# --- names


@pytest.mark.parametrize("text", ["S\u00fadland fell.", "Sudland fell.", "SÚDLAND".title() + " fell."])
def test_lexicon_accents_do_not_matter(text: str) -> None:
    """Names are found with and without their accents."""
    assert len(names(text)) == 1


def test_lexicon_typographic_marks_do_not_matter() -> None:
    """Offsets stay those of the text as given when marks are folded."""
    text = "Norland\u2019s friend Jose \u00d1andu"
    assert LEXICON.folded(text) == "Norland's friend Jose Nandu"
    assert names(text) == ["Norland", "Jose \u00d1andu"]


@given(st.text())
def test_lexicon_folding_keeps_offsets(text: str) -> None:
    """Folding changes letters one for one."""
    assert len(LEXICON.folded(text)) == len(text)


def test_lexicon_names_are_capitalised() -> None:
    """Names are found as written, not in small letters."""
    assert names("the norland road") == []


def test_lexicon_kinds_of_names() -> None:
    """Country, adjective, people, capital and seat are told apart."""
    text = "Norland, Norlandic, Norlanders, Norburg, White Hall, Portmouth, Olaf Tarn"
    hits = LEXICON.find_names(text, DAY)
    assert [h.senses[0].kind for h in hits] == [
        "country", "adjective", "people", "capital", "seat", "place", "actor",
    ]  # fmt: skip


def test_lexicon_organisation_outside_its_dates_is_no_name() -> None:
    """An organisation that has ended, or is not yet born, does not match."""
    assert names("The Harbour League met.", date(2010, 1, 1)) == ["Harbour League"]
    assert names("The Harbour League met.", date(1999, 12, 31)) == []
    assert names("The Harbour League met.", date(2021, 1, 1)) == []


def test_lexicon_former_state() -> None:
    """A former state is still spoken of, its adjective is not."""
    assert names("Oldland and Oldish troops", date(1980, 1, 1)) == ["Oldland", "Oldish"]
    assert names("Oldland and Oldish troops", DAY) == ["Oldland"]


# --- agents


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("soldier", "soldiers"),
        ("army", "armies"),
        ("envoy", "envoys"),
        ("church", "churches"),
        ("policeman", "policemen"),
        ("boss", "bosses"),
        ("german", "germans"),
    ],
)
def test_lexicon_regular_plurals(singular: str, plural: str) -> None:
    """Plurals of role nouns need no line of their own."""
    assert plural_of(singular) == plural


def test_lexicon_agents_in_any_number_and_case() -> None:
    """Role nouns are found in the plural, regular or written out, in any case, the longest first."""
    assert agents("Armies, Prime Ministers and secretaries of state") == {
        "Armies": ["MIL"],
        "Prime Ministers": ["GOV"],
        "secretaries of state": ["GOV"],
    }


def test_lexicon_says_whether_agents_are_several() -> None:
    """The plural is known from the words."""
    hits = LEXICON.find_agents("the soldier saw soldiers")
    assert [h.plural for h in hits] == [False, True]


def test_lexicon_modifiers_and_agents_share_words() -> None:
    """A word that is both modifier and agent is an agent; a mere modifier has its effect."""
    assert agents("the opposition met former ministers") == {
        "opposition": ["OPP"],
        "former": ["ELI"],
        "ministers": ["GOV"],
    }


# --- roles


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Olaf Tarn", date(2011, 12, 31), "NORELI"),
        ("Olaf Tarn", date(2012, 1, 1), "NORLEG"),
        ("Olaf Tarn", date(2021, 4, 30), "NORLEG"),
        ("Olaf Tarn", date(2021, 5, 1), "NORGOV"),
        ("Ana Brevik", date(2021, 4, 30), "NORGOV"),
        ("Ana Brevik", date(2021, 5, 1), "NORELI"),
        ("Ana Brevik", date(2015, 4, 30), "NORELI"),
        ("Sana Hollow", date(2019, 6, 1), "SUDGOV"),
        ("Red Banner Front", date(2021, 8, 14), "SUDREB"),
        ("Red Banner Front", date(2021, 8, 15), "SUDGOV"),
        ("Harbour League", date(2020, 12, 31), "IGOHBL"),
        ("Harbour League", date(2021, 1, 1), None),
        ("Harbour League", date(1999, 1, 1), None),
    ],
)
def test_lexicon_role_on_a_day(name: str, day: date, code: str | None) -> None:
    """In office by the office, before and after it ELI; an organisation outside its dates is nobody."""
    assert role_on(actor(name), day)[0] == code


def test_lexicon_role_names_its_line() -> None:
    """The code comes with the dictionary line that gave it."""
    assert role_on(actor("Olaf Tarn"), DAY)[1] == "actors/persons#Olaf Tarn"
    assert role_on(actor("Harbour League"), DAY)[1] == ""


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["Olaf Tarn", "Ana Brevik", "Sana Hollow"]))
def test_lexicon_a_person_is_always_somebody(day: date, name: str) -> None:
    """A person has a code on every day, and outside office it is ELI."""
    code, entry = role_on(actor(name), day)
    assert code is not None and entry
    held = any((r.start or date.min) <= day <= (r.end or date.max) for r in actor(name).roles)
    assert held or code[3:] == "ELI"


def test_lexicon_office_begins_and_ends_on_its_days() -> None:
    """Dates of office are inclusive at both ends."""
    role = actor("Sana Hollow").roles[0]
    assert role.start is not None and role.end is not None
    day = timedelta(days=1)
    codes = [role_on(actor("Sana Hollow"), d)[0] for d in (role.start - day, role.start, role.end, role.end + day)]
    assert codes == ["SUDELI", "SUDGOV", "SUDGOV", "SUDELI"]
