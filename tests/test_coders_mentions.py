"""Mentions: who is named in a text, and with which actor code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import FILES, built_in, codes_of, find_mentions, read_dictionaries
from coders.splitting import split


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norlandic police left.", "NORCOP"),
        ("The Norlandic army left.", "NORMIL"),
        ("Norland's army left.", "NORMIL"),
        ("The Norland army left.", "NORMIL"),
        ("The army of Norland left.", "NORMIL"),
        ("The army of the Kingdom of Norland left.", "NORMIL"),
        ("The foreign minister of Norland left.", "NORGOV"),
        ("Norland's then foreign minister left.", "NORELI"),
        ("Senior Norlandic diplomats left.", "NORGOV"),
        ("A former Norlandic minister left.", "NORELI"),
        ("Norland's former foreign minister left.", "NORELI"),
        ("An ex-minister of Norland left.", "NORELI"),
        ("Portmouth police left.", "NORCOP"),
        ("Sudville police left.", "SUDCOP"),
        ("Norlandic students left.", "NOREDU"),
        ("Four armed Norlandic rebels left.", "NORREB"),
        ("The Norlandic foreign ministry spokesman left.", "NORGOV"),
        ("A spokesman for the Norlandic army left.", "NORMIL"),
        ("Norlandic warplanes left.", "NORMIL"),
    ],
)
def test_mentions_of_agents_compose(text: str, code: str) -> None:
    """Country and role noun make one code, whatever stands between and on which side the country is."""
    assert code in codes_of(text).values()


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Norland left.", "Norland", "NOR"),
        ("The Norlanders left.", "Norlanders", "NOR"),
        ("Norburg protested.", "Norburg", "NORGOV"),
        ("White Hall protested.", "White Hall", "NORGOV"),
        ("The Red Banner Front left.", "Red Banner Front", "SUDGOV"),
        ("Police left.", "Police", "---COP"),
    ],
)
def test_mentions_of_countries_and_their_governments(text: str, words: str, code: str) -> None:
    """A country is itself, its capital and seats are its government, an agent alone has no country."""
    assert codes_of(text) == {words: code}


@pytest.mark.parametrize(
    ("before", "sentence", "somebody"),
    [
        ("", "Norland left.", True),
        ("", "A Norlandic ship sank.", True),
        ("", "Sources spoke of Jane Roe.", True),
        ("", "Attacks were expected.", False),
        ("", "It was expected.", False),
        ("Norland left. ", "It was expected.", True),
        ("Norland left. ", "Whatever it's worth, an attack followed.", True),
        ("Norland left. ", "Attacks were expected.", False),
        ("Norland left. ", "We expected attacks.", False),
        ("The Norlandic minister said. ", '"We expect attacks."', True),
    ],
)
def test_mentions_name_somebody(before: str, sentence: str, somebody: bool) -> None:
    """A sentence names somebody by a name, an adjective, or a pronoun that stands for somebody."""
    text = before + sentence
    mentions = find_mentions(text)
    assert mentions.names_somebody(split(text)[-1]) is somebody


def test_mentions_kinds() -> None:
    """Each mention says what kind of words it is and which line it comes from."""
    found = find_mentions("Norland, Norlanders, Norburg, Portmouth, Olaf Tarn and the army of Midland left.").mentions
    kinds = {m.text: m.kind for m in found}
    assert kinds["Norland"] == "country" and kinds["Norlanders"] == "people" and kinds["Norburg"] == "capital"
    assert kinds["Portmouth"] == "place" and kinds["Olaf Tarn"] == "actor" and kinds["army"] == "agent"
    assert next(m.entry for m in found if m.text == "Norland") == "actors/countries#NOR"


# --- persons


def test_mentions_of_a_person_by_full_name() -> None:
    """A known name carries the code of its day and the canonical name."""
    (mention,) = find_mentions("Olav Tarn left.").mentions
    assert (mention.code, mention.name, mention.text) == ("NORGOV", "Olaf Tarn", "Olav Tarn")


def test_mentions_of_a_person_after_office() -> None:
    """The same words a day after the office are of a former official."""
    assert codes_of("Ana Brevik left.", day=date(2021, 4, 30)) == {"Ana Brevik": "NORGOV"}
    assert codes_of("Ana Brevik left.", day=date(2021, 5, 1)) == {"Ana Brevik": "NORELI"}


def test_mentions_of_a_surname_need_an_introduction() -> None:
    """A bare surname is known only after the full name, in the same text."""
    assert "NORGOV" not in codes_of("On Monday Tarn left.").values()
    assert codes_of("Olaf Tarn arrived. On Monday Tarn left.")["Tarn"] == "NORGOV"
    assert "NORGOV" not in codes_of("On Monday Tarn left. Olaf Tarn arrived.").get("Tarn", "")


@pytest.mark.parametrize("text", ["Prime Minister Tarn left.", "Norlandic Prime Minister Tarn left."])
def test_mentions_of_a_surname_with_a_title(text: str) -> None:
    """A title of the right kind before a surname names the one who holds the office."""
    assert [(m.code, m.name) for m in find_mentions(text).mentions if m.name] == [("NORGOV", "Olaf Tarn")]


def test_mentions_of_a_surname_with_the_title_of_another_country() -> None:
    """A minister of another country is another person of that name."""
    assert all(m.name != "Olaf Tarn" for m in find_mentions("Midlandic Prime Minister Tarn left.").mentions)


def test_mentions_of_an_unknown_person_with_a_title() -> None:
    """A title with its country gives an unknown name its code, also for the surname later."""
    found = find_mentions("Sudlandic Foreign Minister Petra Lund left. In the evening Lund returned.").mentions
    assert [(m.code, m.name) for m in found] == [("SUDGOV", "Petra Lund")] * 2
    assert found[0].text.endswith("Petra Lund") and found[1].text == "Lund"


def test_mentions_of_an_unknown_person_in_apposition() -> None:
    """What is said of a name beside it gives it its code."""
    assert codes_of("On Monday Petra Lund, the foreign minister of Sudland, left.")["Petra Lund"] == "SUDGOV"
    codes = codes_of("Sudland's foreign minister, Petra Lund, left. In the evening Lund returned.")
    assert codes["Lund"] == "SUDGOV"


def test_mentions_are_of_nobody_in_names_of_things() -> None:
    """Games and holy books do nothing; somebody named before by such a word does."""
    assert find_mentions("They burned the Quran and left the Spring Games.").mentions == []
    found = find_mentions("Sudlandic Foreign Minister Petra Moon left. In the evening Moon returned.").mentions
    assert [m.code for m in found] == ["SUDGOV"] * 2


def test_mentions_of_unknown_names_are_kept() -> None:
    """A name that nobody explains is kept without a code."""
    assert codes_of("On Monday Petra Lund left.") == {"Petra Lund": "---"}


@pytest.mark.parametrize(
    "text",
    ["On Friday they left.", "In March they left.", "They left. However they returned.", "Hurricane Bertha came."],
)
def test_mentions_of_no_person(text: str) -> None:
    """Days, months, first words and storms are nobody."""
    assert codes_of(text) == {}


def test_mentions_country_in_a_personal_name() -> None:
    """A country's name after a first name is a surname."""
    assert "NOR" not in codes_of("The actor Peter Norland left.").values()
    assert "NOR" in codes_of("In Norland they left.").values()


def test_mentions_of_a_prince_by_his_first_name() -> None:
    """*Prince Mohammed* is the prince whom the text named in full, where it named one of that name."""
    text = "Mohammed bin Salman flew to Egypt. Guards followed Prince Mohammed."
    assert codes_of(text, built_in(), date(2019, 3, 1))["Prince Mohammed"] == "SAUGOV"
    assert codes_of("Guards followed Prince Mohammed.", built_in(), date(2019, 3, 1))["Prince Mohammed"] != "SAUGOV"


def test_mentions_michael_jordan_is_no_country() -> None:
    """The same with names that exist."""
    assert "JOR" not in codes_of("The trainer praised Michael Jordan after the game.", built_in()).values()


@pytest.mark.parametrize(
    "before", ["The charity Norte Norland paid.", "Car maker Aston Norland paid.", "Post Norland paid."]
)
def test_mentions_country_in_the_name_of_a_firm(before: str) -> None:
    """A country at the end of a firm's name is nobody's surname, so the country keeps its own."""
    assert codes_of(f"{before} Later Norland sent an envoy.").get("Norland") == "NOR"


def test_mentions_place_in_the_name_of_a_house() -> None:
    """A place that the text is also *in* is no surname; one that only follows a first name is."""
    assert "SUD" in codes_of("The Kunsthaus Sudville closed. People in Sudville mourned. Sudville left.").values()
    assert codes_of("The painter Ricardo Sudville spoke. Sudville left.").get("Sudville") != "SUD"


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("South Korea replied to the North on Monday.", "North", "PRK"),
        ("North Korea was silent. The South will answer.", "South", "KOR"),
    ],
)
def test_mentions_of_the_two_koreas_by_halves(text: str, words: str, code: str) -> None:
    """*The North* and *the South* are the two Koreas where the text names one."""
    assert codes_of(text, built_in()).get(words) == code


@pytest.mark.parametrize(
    "text",
    [
        "South Korea sent aid to the North of England.",
        "South Korea joined the North Atlantic pact.",
        "Floods hit the North and the South of Nigeria.",
    ],
)
def test_mentions_of_other_norths(text: str) -> None:
    """The north of another country or of an ocean is no Korea."""
    assert not {"PRK", "KOR"} & {codes_of(text, built_in()).get(half) for half in ("North", "South")}


# --- several


def test_mentions_of_two_countries_before_one_noun() -> None:
    """*Norlandic and Sudlandic ministers* are two, with one stretch of words."""
    found = find_mentions("Norlandic and Sudlandic ministers left.")
    (mention,) = found.mentions
    family = found.members[mention.start]
    assert [(m.code, m.member) for m in family] == [("NORGOV", 0), ("SUDGOV", 1)]
    assert {m.text for m in family} == {mention.text} == {"Norlandic and Sudlandic ministers"}


def test_mentions_of_three_countries_before_one_noun() -> None:
    """The same with a list."""
    found = find_mentions("Norlandic, Sudlandic and Midlandic diplomats left.")
    assert [m.code for m in found.members[found.mentions[0].start]] == ["NORGOV", "SUDGOV", "MIDGOV"]


def test_mentions_of_two_countries_after_one_noun() -> None:
    """*the presidents of Norland and Sudland* are two."""
    found = find_mentions("The presidents of Norland and Sudland left.")
    family = found.members[found.mentions[0].start]
    assert [m.code for m in family] == ["NORGOV", "SUDGOV"]


def test_mentions_of_the_two_countries() -> None:
    """*the two countries* are those named just before; without two there is nobody."""
    found = find_mentions("Norland criticised Sudland. The two countries share a border.")
    (mention,) = [m for m in found.mentions if m.plural]
    assert {m.code for m in found.members[mention.start]} == {"NOR", "SUD"}
    assert all(not m.plural for m in find_mentions("The rain came. The two countries share a border.").mentions)


def test_mentions_of_the_country() -> None:
    """*the country* is the country of the story."""
    codes = codes_of("Norland held a vote. The country was calm.")
    assert codes["The country"] == "NOR"


def test_mentions_plural() -> None:
    """Several people are marked as several."""
    plural = {m.text: m.plural for m in find_mentions("A Norlandic soldier met Sudlandic soldiers.").mentions}
    assert plural == {"Norlandic soldier": False, "Sudlandic soldiers": True}


# --- what the document says elsewhere


def test_mentions_inherit_the_country_of_the_role() -> None:
    """*the army* after *the Norlandic army* is the same army."""
    codes = codes_of("The Norlandic army met Sudlandic rebels. On Monday the army left.")
    assert codes["army"] == "NORMIL"


def test_mentions_inherit_the_country_of_the_story() -> None:
    """An agent without a country is of the country that the document speaks of."""
    assert codes_of("Norland voted on Sunday. Police left the streets.")["Police"] == "NORCOP"


def test_mentions_inherit_the_country_of_the_same_office() -> None:
    """*the president* is the one of whom the text spoke as a president, however often others are named."""
    text = "The Norlandic president left. Sudland and Sudland and Sudland voted. Sudland waited. Sudland ate. The president slept."
    assert codes_of(text)["president"] == "NORGOV"


def test_mentions_of_a_body_by_its_last_word() -> None:
    """*the council* is the one council named before; a second council leaves it open."""
    known = "The Security Council met. The council voted."
    assert codes_of(known, built_in())["council"] == "IGOUNO"
    assert "council" not in codes_of("The council voted.", built_in())
    assert "council" not in codes_of(
        "The Security Council and the European Council met. The council voted.", built_in()
    )


def test_mentions_of_envoys_abroad() -> None:
    """A delegation in a city is not of that city's country, a governor in it is."""
    assert codes_of("The rebel delegation in Geneva left.", built_in())["rebel delegation"][:3] != "CHE"
    assert codes_of("The governor in Geneva left.", built_in())["governor"][:3] == "CHE"


def test_mentions_of_venues_make_no_story() -> None:
    """A city where others talk is not whom the document is about."""
    text = "The talks in Geneva began. The Geneva talks stalled. The Geneva process failed. Police left."
    assert codes_of(text, built_in())["Police"] == "---COP"


def test_mentions_of_an_acronym_introduced_in_the_text() -> None:
    """*(NPF)* after a name stands for it later."""
    codes = codes_of("The Red Banner Front (RBF) arrived. On Monday the RBF left.")
    assert codes["RBF"] == "SUDGOV"


def test_mentions_longer_name_wins(tmp_path: Path) -> None:
    """A dictionary that knows a longer name uses it."""
    row = "        Norland Salt Union,,,NORLAB,,,union,\n"
    table = FILES["actors/organisations.csv"].rstrip() + "\n" + row
    learned = read_dictionaries(tmp_path, actors__organisations_csv=table)
    assert codes_of("The Norland Salt Union left.", learned) == {"Norland Salt Union": "NORLAB"}


# --- pronouns


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Olaf Tarn arrived. On Monday he left.", "he", "NORGOV"),
        ("Sudlandic rebels arrived. On Monday they left.", "they", "SUDREB"),
        ("Norland protested. On Monday it left.", "it", "NOR"),
        ("Olaf Tarn said he left.", "he", "NORGOV"),
        ('Olaf Tarn spoke. "I think he has left," said Petra Lund.', "he", "NORGOV"),
        ("Norlandic rebels left. The sons feared for their leader.", "their", "NORREB"),
    ],
)
def test_mentions_antecedents(text: str, word: str, code: str) -> None:
    """A pronoun stands for somebody of its number and kind in this sentence or just before."""
    found = find_mentions(text).antecedent(text.rindex(f" {word} ") + 1, word)
    assert found is not None and found.code == code


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norland protested. On Monday he left.", "he"),
        ("On Monday he left.", "he"),
        ("Olaf Tarn arrived. It rained. It hailed. It snowed. On Monday he left.", "he"),
        ("Olaf Tarn arrived. On Monday you left.", "you"),
        ('Olaf Tarn spoke. "I think he has left," said Olaf Tarn.', "he"),
        ("Olaf Tarn arrived. People mocked Okonjo's plan and his speech.", "his"),
        ("Norlandic rebels left. Every parent fears for their son.", "their"),
    ],
)
def test_mentions_pronouns_without_antecedent(text: str, word: str) -> None:
    """A country is no *he*, nobody is looked for far back, behind an unknown name, or as the one whose words they are."""
    assert find_mentions(text).antecedent(text.rindex(f" {word} ") + 1, word) is None


# --- looking up


def test_mentions_are_found_by_offset() -> None:
    """A mention covers its own words and no others."""
    text = "Yesterday Norlandic police left."
    found = find_mentions(text)
    for offset in range(len(text)):
        mention = found.at(offset)
        assert (mention is not None) == (10 <= offset < 26)


def test_mentions_head_is_a_token() -> None:
    """The head of a mention is the offset of one of its own words."""
    for m in find_mentions("Olaf Tarn met Norlandic security forces in Sudville.").mentions:
        assert m.start <= m.head < m.end


WORDS = st.sampled_from(
    "Norland Norlandic Sudlandic and , . of the for in former prime minister President Tarn Olaf police army opposition rebels 's "
    "(RBF) Red Banner Front both countries The two sides Petra Lund Friday he they ex- \u00d1and\u00fa \u0130 \ufb01 \U0001f600 \n".split(
        " "
    )
)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join)))
def test_mentions_never_fail(text: str) -> None:
    """Whatever the text, mentions come in order, apart, with the words that stand there and a well-formed code."""
    last = 0
    for m in find_mentions(text).mentions:
        assert last <= m.start < m.end <= len(text)
        assert m.text == text[m.start : m.end]
        assert len(m.code) % 3 == 0 and len(m.code) >= 3
        assert 0 < m.confidence <= 1
        last = m.end


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Donors of the Nixon Library met in Texas.", "Nixon", None),
        ("Nixon left Texas for Florida.", "Nixon", "USAELI"),
        ("The label MOD Records pressed it in Leeds.", "MOD", None),
        ("The MOD answered from London.", "MOD", "GBRGOV"),
        ("Viewers of the LRA in Zurich complained.", "LRA", "---"),
        ("The LRA withdrew to northern Uganda.", "LRA", "UGAREB"),
        ("The LRA withdrew.", "LRA", "UGAREB"),
        ("Swiss police arrested LRA militants.", "LRA militants", "UGAREB"),
        ("Members of Congress said the House would not vote in Washington.", "the House", "USALEG"),
        ("The king of the House of Orange was in Washington.", "the House", None),
        ("Two Boeing 737s and a Sukhoi-27 landed in Oslo.", "Boeing", "---"),
        ("Boeing and the Pentagon met in Oslo.", "Boeing", "USABUS"),
        ("Voters cheered the Dutch Trump in Leiden.", "Trump", None),
        ("Voters cheered Trump in Ohio.", "Trump", "USAOPP"),
        ("The immigration of non-Europeans fell.", "Europeans", "---"),
        ("Germany's spokeswoman Tory Hollis resigned in Bonn.", "Tory", None),
        ("Britain's Tory MPs left London.", "Tory MPs", "GBRGOVPTY"),
        ("Shoppers of the Senior Alert Scheme (SAS) in Leeds left.", "SAS", "---"),
        ("Chile's police released CCTV footage of the fire.", "CCTV", "---"),
        ("CCTV reported from Beijing.", "CCTV", "CHNMED"),
        ("Chile's police saw the thief filmed by CCTV at the port.", "CCTV", "---"),
        ("Chile's police said on Twitter that all was calm.", "Twitter", "---"),
        ("Chile's police sued Twitter in Texas.", "Twitter", "USABUS"),
        ("Chile's mayor posted it on her Facebook page.", "Facebook", "---"),
        ("Chile's mayor said Facebook pages were closed by Facebook.", "Facebook", "USABUS"),
        ("Chile's bailiffs at the Deposit Insurance Agency (DIA) met.", "DIA", "---"),
        ("Chile's spies at the Defense Intelligence Agency (DIA) met.", "DIA", "USASPY"),
        ("Chile bought Volkswagen Amaroks and HRX Volkswagen parts.", "Volkswagen", None),
        ("Chile bought Volkswagen parts.", "Volkswagen", "DEUBUS"),
        ("Chile's House Homeland Security Committee met in Washington.", "Homeland Security", None),
        ("Chile's fans of the Irish Football Association met.", "Football Association", None),
        ("Chile's fans of the Football Association met.", "Football Association", "GBRNGO"),
        ("Irish Supt Gareth Evans left Cork.", "Irish Supt Gareth Evans", "IRLCOP"),
        ("Chile's envoy went to the occupied West Bank.", "the occupied West Bank", "PSE"),
        ("Settlers in the West Bank met Chile's envoy.", "Settlers", "ISRSET"),
        ("Chile's envoy went to the west bank of the river.", "the west bank", None),
        ("Baker Phil Ruffin met his sister in Lyon. Ruffin paid.", "Ruffin", "FRABUS"),
        ("François Ruffin met Phil Ruffin in Lyon. Ruffin paid.", "Ruffin", "FRAOPP"),
        ("Irish Detective Sergeant Paul Murphy left Cork. Murphy had been ill.", "Murphy", "IRLCOP"),
        ("Paul Murphy left Cork. Murphy had been ill.", "Murphy", "IRLOPP"),
        ("Spain's voters read the news website Vox.", "Vox", "---"),
        ("Spain's voters left Vox.", "Vox", "ESPOPPPTY"),
        ("The head of the Rural Savings Bank of China spoke.", "Bank of China", None),
        ("The head of the Bank of China spoke.", "Bank of China", "CHNBUS"),
        ("The lobby of hotels, HRX Europe, met in Oslo.", "Europe", None),
        ("The lobby of hotels met Europe in Oslo.", "Europe", "EUR"),
        ("The European Central Bank and the bloc's poorest met.", "bloc", None),
        ("The European Union and the bloc's poorest met.", "bloc", "IGOEEC"),
        ("Kenya's court heard Rico Medina and Medina left.", "Medina", "---"),
        ("Kenya's pilgrims went to Mecca and Medina.", "Medina", "SAU"),
        ("Mr Obama and Mrs Trump met in Ohio.", "Trump", "---"),
        ("Kabul Airport closed.", "Kabul", "AFG"),
        ("Kabul protested.", "Kabul", "AFGGOV"),
        ("Chile's deputies left. The House did not vote.", "the House", None),
        ("Chile's ministers urged the secretary of state to act.", "secretary of state", "CHLGOV"),
        ("The secretary of state left Ohio.", "secretary of state", "USAGOV"),
        ("The Pope called on Chile.", "Pope", "VATGOV"),
        ("Chile captain Pedro Solana limped off.", "Chile captain Pedro Solana", "CHL"),
        ("Chile's army said Captain Pedro Solana was shot.", "Captain Pedro Solana", "CHLMIL"),
    ],
)
def test_name_is_not_taken_for_its_namesake(text: str, words: str, code: str | None) -> None:
    """A firm, a museum, another body of the same capitals and the captain of a team are not who bears the name else."""
    assert {m.text: m.code for m in find_mentions(text, built_in()).mentions}.get(words) == code


def test_person_of_whom_no_country_is_told_keeps_that_of_the_first_mention() -> None:
    """Whoever is introduced with an office is of the country of the story, and so is the surname later."""
    text = "Kenya's cabinet met in Nairobi. The fire broke out at night, fire chief Amos Lodeki said. Lodeki blamed a fuse."
    codes = {m.text: m.code[:3] for m in find_mentions(text, built_in()).mentions}
    assert codes["Lodeki"] == "KEN"


def test_observer_may_be_from_anywhere() -> None:
    """An analyst who speaks of a country is not of it."""
    text = "Kenya's cabinet met in Nairobi. Ghana is calm, said analyst Tessa Brandt. Kenya and Ghana will vote, Brandt said."
    codes = {m.text: m.code for m in find_mentions(text, built_in()).mentions}
    assert codes["Brandt"] == "---EDU"


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Kenya voted. In Nairobi a voter ID was lost.", "ID", "---"),
        ("Kenya's ships are the Admiral Okello and the Mombasa.", "Okello", None),
        ("Kenya's Admiral Okello resigned. On Monday Okello left.", "Okello", "KENMIL"),
        ("Kenya voted. Hamid Wase, vice president of Simba Club, spoke.", "vice president", "---"),
        ("Kenya voted. Hamid Wase, vice president of Kenya, spoke.", "vice president", "KENGOV"),
        ("Kenya's baker Nia Wase met her cousin Hamid Wase. Later Wase left.", "Wase", "---"),
        ("Kenya voted. Ghana, Mali and Niger watched. Lamu officer Nia Wase left.", "Wase", None),
    ],
)
def test_people_whom_a_text_introduces(text: str, words: str, code: str | None) -> None:
    """Capitals, ships and leaders of unknown bodies introduce no official, and a surname of two is nobody's alone."""
    assert {m.text: m.code for m in find_mentions(text, built_in()).mentions}.get(words) == code


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Kenya voted. Kenya ate. Regional governments watched.", "Regional governments", "---GOV"),
        ("Kenya voted. Kenya ate. The government watched.", "government", "KENGOV"),
        ("Kenya and Ghana voted. Mali, Niger and Chad ate. The deputies left.", "deputies", "---LEG"),
    ],
)
def test_country_of_the_story_is_inherited_where_the_text_tells_mostly_of_it(text: str, words: str, code: str) -> None:
    """Officials of no country are of that of the story, unless they are of others or much is told of others."""
    assert {m.text: m.code for m in find_mentions(text, built_in()).mentions}[words] == code
