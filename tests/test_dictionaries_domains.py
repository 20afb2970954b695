"""The domain words: the file is sound, sentences of sport, film or science belong to a domain and political ones do not."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from coders.discards import Discards
from dictionaries import read

PATH = Path(__file__).parent.parent / "dictionaries" / "words" / "domains.yaml"
DOMAINS = yaml.safe_load(PATH.read_text(encoding="utf-8"))

POLITICAL = [
    "Police detained a film crew that had interviewed the widow of a dissident.",
    "Tenants threatened with eviction over unpaid rent besieged the housing ministry.",
    "The minister resigned after it came out that the state had paid for his mistress's flat.",
    "The prince denied any part in the moves against his king.",
    "The president met his Turkish counterpart in Ankara on Tuesday to discuss the war in Syria.",
    "The Arab League condemned the attack and called for an emergency meeting.",
    "Police fired tear gas at opposition supporters who had gathered in the national stadium.",
    "The European Union extended sanctions against Moscow for another six months.",
    "A champion of human rights, the lawyer was sentenced to the death penalty after a closed trial.",
    "The government said its goal was to match the military spending of its NATO allies.",
    "A striker was shot dead by guards outside the platinum mine.",
    "The Grand National Assembly voted to lift the immunity of its Kurdish members.",
    "Britain sent four Typhoon jets and two Tornado bombers to strike targets near Mosul.",
    "Germany agreed to deliver Leopard tanks and ammunition to Ukraine.",
    "The militants known as the Beatles were captured by Kurdish forces in eastern Syria.",
    "On the first leg of his trip the secretary of state met Saudi leaders, and on the second leg he visits Israel.",
    "New Yorkers rallied against the travel ban outside the federal court.",
    "Iran rejected the offer that the six nations had made in Vienna.",
    "The opposition leader, a former cricket captain, called off a march on the capital.",
    "Gunmen stormed a hotel at a beach resort and killed at least 20 tourists.",
    "A suicide bomber blew himself up at a pop concert and killed 22 people.",
    "Doctors and nurses at public hospitals went on strike over unpaid wages.",
    "An air strike hit a hospital in Aleppo and killed two doctors and several patients.",
    "A bomb exploded at a football match in the north of the country, wounding soldiers and spectators.",
    "The Supreme Court upheld the ban in a split decision.",
    "Time has run out for the hostages, the rebels said in a statement.",
    "He was booked for murder after the police found weapons in his house.",
    "The ruling party won a landslide in the regional elections.",
    "Beijing accused Washington of using human rights as a political football.",
    "The minister called the tariffs an own goal and threatened to retaliate.",
    "The dissident was freed after he had served out his sentence in a labour camp.",
    "Thousands of asylum seekers were returned to their state of origin.",
    "The IMF approved a $100m loan for the government in Bamako.",
    "The prime minister and the rebel commander signed a three-point plan to end the fighting.",
    "The White House is preparing a final set of measures against Pyongyang.",
    "The two delegations held three sets of talks in Geneva before the ceasefire collapsed.",
    "Cairo banned a party which it calls a front of the Muslim Brotherhood.",
    "The defence minister warned that the army would capture the city before winter.",
    "The ambassador was shot dead while he was opening an exhibition in a gallery in Ankara.",
    "Opposition lawmakers walked out of parliament when the finance minister read the budget.",
    "The coup leaders played down reports of a rift and dismissed the chief of police.",
    "The troops pushed the insurgents out of the last three villages.",
    "The chancellor blamed Russia for cyber attacks on the federal parliament.",
    "Rival militias clashed in Tripoli and took over the headquarters of the interior ministry.",
    "The United Nations sent food and tents after floods had destroyed thousands of homes.",
    "Mexico promised to retaliate if the United States imposed duties on its farm products.",
    "The Paris agreement aims to limit warming to two degrees Celsius and to end the use of fossil fuels.",
    "The new novel coronavirus led Moscow to close its border with China.",
    "The pathogen was used as a weapon, according to the inspectors, who blamed the Syrian air force.",
    "The Congressional Gold Medal was awarded to the Tibetan leader, and China protested.",
    "South Korea proposed that athletes from both Koreas march together at the Winter Olympics.",
    "The senator was a front-runner until prosecutors charged him with corruption.",
    "Journalists were beaten by riot police as they filmed the protest.",
    "The court jailed a rapper for insulting the king in a song.",
    "A filmmaker from Crimea was sentenced to 20 years for plotting attacks.",
    "The novelist was arrested on her return to Istanbul and accused of supporting terrorism.",
    "The president pardoned eight officers before the season of national holidays.",
    "India summoned the Pakistani envoy after shelling across the line of control.",
    "Peshmerga fighters surrounded the town and demanded that the garrison surrender.",
    "The parliament in Caracas stripped the attorney general of her powers.",
    "Residents hurled stones at soldiers, who replied with rubber bullets.",
    "The foreign ministry expelled three diplomats and closed the consulate.",
    "The country's only trade union called a general strike for Monday.",
    "The former cavalry officer won the run-off and promised to negotiate with the guerrillas.",
]

OTHER = [
    ("sport", "The goalkeeper was beaten twice before half-time as the visitors attacked from the start."),
    ("sport", "Australia's batsmen collapsed and England won the test match by an innings."),
    ("sport", "The quarterback threw for three touchdowns to defeat the Dallas Cowboys."),
    ("sport", "Federer defeated Nadal 6-4, 6-3 to capture a fifth title in Miami."),
    ("sport", "Arsenal meet Bayern Munich in the quarter-finals on Wednesday."),
    ("sport", "The scrum-half was sin-binned after a high tackle on the captain of Wales."),
    ("sport", "A power-play goal in the third period sank the visitors from Sweden."),
    ("sport", "Hamilton fired a warning shot at his rivals with the fastest lap of the day."),
    ("sport", "The Ukrainian kept his heavyweight title with a knockdown in the ninth round."),
    ("sport", "The sprinter took revenge on the American with a personal best."),
    ("sport", "The Colombian attacked on the final climb and took the yellow jersey from Froome."),
    ("sport", "A birdie at the last gave Ireland the point that it needed."),
    ("sport", "The jockey drove the filly past the favourite in the last furlong."),
    ("sport", "The new coach wants to strike early in the season and win a trophy at last."),
    ("sport", "Brazil beat Argentina with a goal in the last minute of the match."),
    ("sport", "Italy and Spain played out a 1-1 draw in Turin."),
    ("sport", "Carlsen, the world chess champion, defended with his rooks and forced a draw."),
    ("sport", "China took gold in synchronised swimming, ahead of Russia."),
    ("sport", "Canada and the United States clash in the final of the Stanley Cup."),
    ("sport", "The Premier League fined the club for fielding the wrong man."),
    ("film and television", "In the third season of the drama, the king breaks with Spain."),
    ("film and television", "Soldiers storm a castle in the latest movie, which leads the box office again."),
    ("film and television", "The screenwriter sued the studio for stealing his idea."),
    ("film and television", "In the season finale the queen executes her rivals."),
    ("film and television", "The actress met the director of her next film in Rome."),
    ("film and television", "The sitcom was attacked by critics and dropped by the channel."),
    ("fiction", "In the novel, a colonel orders the massacre of a village."),
    ("fiction", "The play tells of a king who betrays his ally and invades his land."),
    ("fiction", "Her debut novel imagines a Germany that has conquered Britain."),
    ("fiction", "The heroine of the trilogy leads a revolt against the emperor."),
    ("fiction", "Sherlock Holmes accuses the ambassador of theft."),
    ("music and arts", "The guitarist fired the drummer after a quarrel on tour."),
    ("music and arts", "The band announced a new album and attacked its former manager."),
    ("music and arts", "The violinist was praised by critics in Vienna."),
    ("music and arts", "Her new album captures the siege in four string quartets."),
    ("music and arts", "The soprano refused to perform in Milan."),
    ("games", "Players capture the fort and destroy the enemy in multiplayer mode."),
    ("games", "Nintendo fought off its rivals with a cheaper machine."),
    ("private crime", "A jealous lover shot the Belgian envoy's gardener."),
    ("science and nature", "Astronomers captured the explosion with a new camera."),
    ("science and nature", "Wolves killed a herd of deer, according to biologists."),
    ("science and nature", "The dinosaurs were wiped out when an asteroid struck Mexico."),
    ("science and nature", "Bees and other insects are threatened by the loss of their habitat."),
    ("science and nature", "The enzyme attacks the wall of the cell."),
    ("company results", "The bank's quarterly profits beat the forecasts of all observers."),
    ("company results", "The carmaker cut its earnings forecast, and its shares fell by five per cent."),
    ("private crime", "The baker stabbed his brother-in-law in a quarrel over a recipe."),
    ("company results", "The dividend was raised and shareholders welcomed the decision."),
    ("weather", "Thunderstorms hit the south of France on Sunday."),
    ("private crime", "Masked thieves attacked a jeweller in Nice."),
    ("weather", "A cold snap struck Poland and the Baltic states."),
    ("weather", "Rain and snow will attack from the west, with showers in the hills."),
    ("food, travel and lifestyle", "Whip the eggs with a tablespoon of sugar and beat the mixture."),
    ("food, travel and lifestyle", "The chef's dessert recipe demands patience."),
    ("food, travel and lifestyle", "The supermodel split from her husband and accused him of lying."),
    ("food, travel and lifestyle", "Paris Fashion Week opens with a tribute to Italy."),
    ("health and medicine", "Chemotherapy attacks healthy cells as well."),
    ("health and medicine", "The drug was defeated by a placebo in the trial."),
    ("health and medicine", "Statins cut the risk, the study in Denmark showed."),
    ("health and medicine", "The immune system fights the intruders and destroys them."),
]  # fmt: skip


@cache
def discards() -> Discards:
    return Discards(read())


def test_domains_load_without_fault() -> None:
    dictionaries = read()
    assert [f for f in dictionaries.faults if "domains" in str(f)] == []
    assert {d.name for d in dictionaries.domains} == set(DOMAINS)


@pytest.mark.parametrize("name", DOMAINS)
def test_domain_items_are_clean_words(name: str) -> None:
    items = [*DOMAINS[name]["strong"], *DOMAINS[name]["weak"]]
    assert DOMAINS[name]["reason"]
    assert [i for i in items if not isinstance(i, str)] == []
    assert [i for i in items if i != i.lower() or i != i.strip() or "  " in i or not i] == []
    assert [i for i in items if not unicodedata.is_normalized("NFC", i)] == []


@pytest.mark.parametrize("name", DOMAINS)
def test_domain_items_stand_only_once(name: str) -> None:
    items = Counter([*DOMAINS[name]["strong"], *DOMAINS[name]["weak"]])
    assert [i for i, n in items.items() if n > 1] == []


def test_no_item_belongs_to_two_domains() -> None:
    items = Counter(i for d in DOMAINS.values() for i in [*d["strong"], *d["weak"]])
    assert [i for i, n in items.items() if n > 1] == []


def test_domains_have_enough_strong_words() -> None:
    assert len(DOMAINS["sport"]["strong"]) >= 450
    assert [n for n, d in DOMAINS.items() if len(d["strong"]) < 60] == []


def test_words_with_apostrophe_are_listed_with_both_kinds() -> None:
    items = {i for d in DOMAINS.values() for i in [*d["strong"], *d["weak"]]}
    assert [i for i in sorted(items) if i.translate({0x27: "’"}) not in items or i.replace("’", "'") not in items] == []


def test_there_are_at_least_sixty_sentences_of_each_kind() -> None:
    assert len(set(POLITICAL)) >= 60
    assert len({s for _, s in OTHER}) >= 60
    assert {r for r, _ in OTHER} == {d["reason"] for d in DOMAINS.values()}


@pytest.mark.parametrize("sentence", POLITICAL)
def test_political_sentence_belongs_to_no_domain(sentence: str) -> None:
    assert discards().domain(sentence) is None


@pytest.mark.parametrize(("reason", "sentence"), OTHER)
def test_other_sentence_belongs_to_its_domain(reason: str, sentence: str) -> None:
    assert discards().domain(sentence) == reason
