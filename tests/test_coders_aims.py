"""Classes of targets that stand outside the words of a pattern, and of bystanders within them that are none."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2017, 3, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "to whom somebody speaks of himself": [
        (
            "The Danish premier told Kenya's president he was sorry for the remarks.",
            ["DNKGOV 055 KENGOV actual"],
        ),
        (
            "The Danish premier told reporters that Oman was sorry for the remarks.",
            ["OMN 055 - actual"],
        ),
    ],
    "who gives cause for a complaint": [
        (
            "Kenya complained that Uganda had moved the border stones.",
            ["KEN 110 UGA actual"],
        ),
        (
            "Kenya complained that its boats had been seized by Uganda.",
            ["KEN 110 UGA actual", "UGA 1711 KEN actual"],
        ),
        (
            "Kenya complained that the rains came late.",
            ["KEN 110 - actual"],
        ),
        (
            "Kenyan doctors grumbled that the government paid them late.",
            ["KENHLH 110 KENGOV actual"],
        ),
    ],
    "whose critics speak": [
        (
            "Critics of Kenya warn that the dam will flood villages.",
            ["KENOPP 110 KEN actual"],
        ),
        (
            "Critics of the Kenyan dam say it will flood villages.",
            ["KENOPP 110 - actual"],
        ),
        (
            "Opponents of Macron say the tax is unfair.",
            ["FRAOPP 110 FRAOPP actual"],
        ),
    ],
    "on whom a crowd calls": [
        (
            "Thousands of Kenyans took to the streets, calling on President Kenyatta to resign.",
            ["KENCVL 0241 KENGOV actual", "KENCVL 141 KENGOV actual"],
        ),
        (
            "Protesters marched through Nairobi, accusing the police of murder.",
            ["KENCVL 1121 KENCOP actual", "KENCVL 141 KENCOP actual"],
        ),
        (
            "Protesters marched through Nairobi to demand the resignation of President Uhuru Kenyatta.",
            ["KENCVL 1041 KENGOV actual", "KENCVL 141 KENGOV actual"],
        ),
        (
            "Protesters marched through Nairobi, singing and dancing.",
            ["KENCVL 141 - actual"],
        ),
    ],
    "where somebody goes to sign": [
        (
            "President Xi travelled to Serbia to sign a trade agreement.",
            ["CHNGOV 042 SRB actual", "CHNGOV 057 SRB actual", "SRB 057 CHNGOV actual"],
        ),
        (
            "President Xi travelled to Serbia to rest.",
            ["CHNGOV 042 SRB actual"],
        ),
    ],
    "whose doings are looked into": [
        (
            "Kenya's senate launched an investigation into allegations that police officers killed farmers.",
            ["KENCOP 190 KENAGR hypothetical", "KENLEG 090 KENCOP actual"],
        ),
        (
            "Kenyan police are investigating contacts between Oman and a Ugandan minister.",
            ["KENCOP 090 OMN actual", "KENCOP 090 UGAGOV actual", "OMN 040 UGAGOV actual", "UGAGOV 040 OMN actual"],
        ),
        (
            "The FBI is examining Michael Flynn's phone calls.",
            ["USACOP 090 USAELI actual"],
        ),
        (
            "The FBI is examining Michael Flynn's death.",
            ["USACOP 090 - actual"],
        ),
    ],
    "the reason is no target": [
        (
            "Kenyan veterans condemned the decision for its impact on Somalis.",
            ["KENMIL 111 - actual"],
        ),
        (
            "Kenyan veterans condemned Uganda for its impact on Somalis.",
            ["KENMIL 111 UGA actual"],
        ),
    ],
    "where talks are held, and what of": [
        (
            "Norway voiced its support for the Geneva talks.",
            ["NOR 051 - actual"],
        ),
        (
            "Norway voiced its support for the Syrian talks.",
            ["NOR 051 SYR actual"],
        ),
        (
            "Denmark voiced its support for new Astana talks on Syria.",
            ["DNK 051 - actual"],
        ),
        (
            "Kremlin talks with Norway failed on Monday.",
            ["NOR 040 RUSGOV actual", "RUSGOV 040 NOR actual"],
        ),
        (
            "The Kenyan minister's talks on Somalia ended on Monday.",
            [],
        ),
    ],
    "who asks in an interview": [
        (
            "The Kenyan minister defended his record in an interview with BBC Radio.",
            ["KENGOV 052 - actual"],
        ),
        (
            "The Kenyan minister defended his record at a meeting with BBC Radio.",
            ["KENGOV 052 - actual"],
        ),
    ],
    "what sums up the words before it": [
        (
            "The Kenyan parliament adopted a law on boats, a move denounced by human rights groups and Uganda.",
            ["NGOHRI 111 KENLEG actual", "UGA 111 KENLEG actual"],
        ),
        (
            "The Ugandan minister called the treaty a failure, an assessment Kenya rejected.",
            ["KEN 120 UGAGOV actual", "UGAGOV 111 - actual"],
        ),
        (
            "Kenya plans to dam the river, something which Uganda opposes.",
            ["UGA 110 KEN actual"],
        ),
        (
            "Kenya rejected an assessment by Uganda.",
            ["KEN 120 UGA actual"],
        ),
    ],
    "what happened in a country that a clause with which follows": [
        (
            "Kenya's army sent tanks to Somalia, which Uganda opposes.",
            ["KENMIL 072 SOM actual", "UGA 110 KENMIL actual"],
        ),
        (
            "Kenya's army shelled Somalia, which Uganda opposes.",
            ["KENMIL 194 SOM actual", "UGA 110 SOM actual"],
        ),
    ],
    "those of one country meet the other together": [
        (
            "The talks between Merkel, Steinmeier and Putin lasted an hour.",
            [
                "DEUELI 040 RUSGOV actual",
                "DEUGOV 040 RUSGOV actual",
                "RUSGOV 040 DEUELI actual",
                "RUSGOV 040 DEUGOV actual",
            ],
        ),
        (
            "The talks between Merkel, Obama and Putin lasted an hour.",
            [
                "DEUGOV 040 RUSGOV actual",
                "DEUGOV 040 USAELI actual",
                "RUSGOV 040 DEUGOV actual",
                "RUSGOV 040 USAELI actual",
                "USAELI 040 DEUGOV actual",
                "USAELI 040 RUSGOV actual",
            ],
        ),
    ],
    "what a statement only touches": [
        (
            "Kenya's president addressed the threat from Boko Haram.",
            ["KENGOV 010 - actual"],
        ),
        (
            "Kenya's president addressed a meeting of the African Union in Kampala.",
            ["KENGOV 010 IGOOAU actual"],
        ),
        (
            "Kenya's president addressed lawmakers in Kampala.",
            ["KENGOV 010 UGALEG actual"],
        ),
        (
            "The Kenyan minister issued a statement on the foreign ministry's website.",
            ["KENGOV 010 - actual"],
        ),
        (
            "The Norwegian minister spoke about new border police measures.",
            ["NORGOV 010 - actual"],
        ),
        (
            "The Norwegian minister spoke about Danish plans.",
            ["NORGOV 010 DNK actual"],
        ),
    ],
    "one's own country is not the other side": [
        (
            "Norway called for talks on Norway's exit from the pact.",
            ["NOR 026 - actual"],
        ),
        (
            "Norway called for talks with Denmark on Norway's exit from the pact.",
            ["NOR 026 DNK actual"],
        ),
    ],
    "who only suffers what is judged": [
        (
            "Norway condemned the ban on Somalis.",
            ["- 172 SOM actual", "NOR 111 - actual"],
        ),
        (
            "Norway condemned Kenya's ban on Somalis.",
            ["KEN 172 SOM actual", "NOR 111 KEN actual"],
        ),
        (
            "Norway supports air strikes against Syria.",
            ["- 195 SYR actual", "NOR 051 - actual"],
        ),
        (
            "Norway launched a verbal attack on Kenya.",
            ["NOR 111 KEN actual"],
        ),
        (
            "Norway condemned the treatment of Somalis in Uganda.",
            ["NOR 1122 UGA actual"],
        ),
    ],
    "who only suffered what is looked into": [
        (
            "Norwegian police are investigating an attack on a Kenyan sailor.",
            ["NORCOP 093 - actual"],
        ),
        (
            "Norwegian police are investigating a Kenyan sailor.",
            ["NORCOP 090 KENMIL actual"],
        ),
        (
            "Norwegian police are investigating the killing of a Kenyan sailor by Omani soldiers.",
            ["NORCOP 091 OMNMIL actual", "OMNMIL 190 KENMIL actual"],
        ),
    ],
    "from whom a town is freed": [
        (
            "Kenyan troops freed the suburbs of Wajir from al-Shabaab rebels on Monday.",
            ["KENMIL 192 SOMREB actual"],
        ),
        (
            "Kenyan troops freed the town of Wajir on Monday.",
            ["KENMIL 192 KEN actual"],
        ),
    ],
    "the first word of a quotation is no name": [
        (
            '"Conditions must change before the talks resume," the Kenyan minister said.',
            ["KENGOV 100 - actual"],
        ),
        (
            '"Uganda must leave," the Iranian minister said.',
            ["IRNGOV 100 UGA actual"],
        ),
    ],
    "what two crimes share": [
        (
            "The rebels committed murder and other crimes against Chadian villagers.",
            ["TCDREB 1823 TCDCVL actual"],
        ),
        (
            "The rebels committed murder and fled to Chadian villages.",
            ["TCDREB 1823 - actual"],
        ),
    ],
    "what is asked of one's own body and another": [
        (
            "Russia's foreign minister Lavrov said the Russian Foreign Ministry and the US State Department should work closer.",
            ["RUSGOV 020 USAGOV actual"],
        ),
        (
            "Kenya urged its own army and the Ugandan army to end the fighting.",
            ["KEN 0256 KENMIL actual", "KEN 0256 UGAMIL actual"],
        ),
    ],
    "whose request is refused": [
        (
            "The Kenyan court rejected a request to arrest the banker.",
            ["KENJUD 120 - actual", "KENJUD 173 KENBUS hypothetical"],
        ),
        (
            "The Kenyan court rejected prosecutors' request to arrest the banker.",
            ["KENJUD 120 KENJUD actual", "KENJUD 173 KENBUS hypothetical"],
        ),
        (
            "Norway rejected Denmark's demand to sanction Russia.",
            ["NOR 120 DNK actual"],
        ),
    ],
    "the two leaders": [
        (
            "Donald Trump hosts Xi Jinping in Florida this week. The White House said the two leaders will meet on Monday.",
            ["CHNGOV 036 USAGOV actual", "USAGOV 036 CHNGOV actual"],
        ),
        (
            "Angela Merkel received Vladimir Putin. The two men held talks.",
            ["DEUGOV 040 RUSGOV actual", "DEUGOV 043 RUSGOV actual", "RUSGOV 040 DEUGOV actual"],
        ),
        (
            "Barack Obama and Donald Trump spoke. The two leaders met on Monday.",
            [],
        ),
    ],
    "whom a further deed befell": [
        (
            "Norway expelled Putin and fined him.",
            ["NOR 161 RUSGOV actual", "NOR 172 RUSGOV actual"],
        ),
        (
            "Police arrested two Ugandan editors before releasing them.",
            ["UGACOP 0841 UGAMED actual", "UGACOP 173 UGAMED actual"],
        ),
        (
            "The judge's ruling came after a court in Lima had cleared Alberto Fujimori of the deaths in the revolt that toppled him.",
            ["- 190 PERCVL actual", "PERJUD 0841 PERCVL actual"],
        ),
    ],
    "a surname that is a month": [
        (
            "Theresa May spoke in London on Tuesday. Jeremy Corbyn criticised May's plan.",
            ["GBROPP 111 GBRGOV actual"],
        ),
        (
            "Theresa May spoke in London. On Monday Juncker met May in Brussels. In May Russia denied it.",
            ["GBRGOV 040 IGOEEC actual", "IGOEEC 040 GBRGOV actual", "RUS 016 - actual"],
        ),
        (
            "Theresa May spoke. Russia expelled two Danish envoys in April, May and June.",
            ["RUS 161 DNKGOV actual"],
        ),
    ],
    "whose conduct is said to be bad": [
        (
            "Mark Rutte said Erdogan's remark was unacceptable.",
            ["NLDGOV 111 TURGOV actual"],
        ),
        (
            "Mark Rutte said the weather was unacceptable.",
            ["NLDGOV 120 - actual"],
        ),
    ],
    "where arrests that give concern were made": [
        (
            "Norway voiced concern about the arrest of editors in Kenya.",
            ["NOR 012 KEN actual"],
        ),
        (
            "Norway voiced concern over Kenya.",
            ["NOR 012 KEN actual"],
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_aim(text: str, expected: list[str]) -> None:
    """The text gives exactly these events."""
    assert coded(text, DAY) == expected
