"""Verbs of politics that mean something else with the thing or person they are done to, and violence that is not of war."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2021, 6, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "aid for a country and for nobody": [
        ("Germany gave two million euros to promote growth in Ethiopia.", ["DEU 071 ETH actual"]),
        ("Kenya has been building islands in the lake.", []),
        ("A Chinese firm built a hotel in Nigeria.", []),
        ("China built a hospital in Nigeria.", ["CHN 070 NGA actual"]),
    ],
    "trade of firms": [
        ("Acme Steel invested in Lagos on Friday.", []),
        ("China invested in Nigeria on Friday.", ["CHN 061 NGA actual"]),
    ],
    "standing by one's words": [
        ("The Kenyan minister stood by his words.", []),
        ("The Kenyan minister stood by the judge.", ["KENGOV 052 KENJUD actual"]),
    ],
    "recognised and known": [
        ("Kenya recognised the group as a threat.", []),
        ("The Kenyan minister recognised Peter Muller in the street.", []),
        ("Kenya recognised Kosovo as a state.", ["KEN 054 XKX actual"]),
        ("Kenya recognised Kosovo.", ["KEN 054 XKX actual"]),
    ],
    "penalties and breaks that concern things": [
        ("Zambia broke with a habit of many years.", []),
        ("Zambia broke off relations with Malawi.", ["ZMB 161 MWI actual"]),
        ("The debate of the Kenyan parliament was suspended for an hour.", []),
        ("Police suspended the Kenyan parliament.", ["KENCOP 172 KENLEG actual"]),
        ("The Kenyan minister dismissed the senator as outdated.", ["KENGOV 111 KENLEG actual"]),
        ("The Kenyan president dismissed the minister.", ["KENGOV 172 KENGOV actual"]),
    ],
    "warnings that threaten nobody": [
        ("The Chilean minister warned residents about the storm.", []),
        ("The Chilean minister warned rebels about the consequences.", ["CHLGOV 130 CHLREB actual"]),
        ("Chile warned that the plan had harmed its ties with Peru.", []),
        ("Chile warned that it would close its border with Peru.", ["CHL 1312 PER actual"]),
    ],
    "ends that only say when": [
        ("The Peruvian minister was in Lima at the end of his visit to Chile.", []),
        ("Peru put an end to its aid to Chile.", ["PER 162 CHL actual"]),
    ],
    "told to leave and told of leaving": [
        ('"I am leaving for Peru," the Kenyan minister told Reuters.', []),
        ("Kenya told the Chadian envoy to leave.", ["KEN 161 TCDGOV actual"]),
    ],
    "troops who are carried": [
        ("Injured Malian troops were evacuated from Gao.", []),
        ("Malian troops were evacuated from Gao.", ["- 0874 MLI actual"]),
    ],
    "walks and marches": [
        ("Workers walked through the ministry in Lusaka on Friday.", []),
        ("Workers marched against the Zambian government on Friday.", ["ZMBLAB 141 ZMBGOV actual"]),
    ],
    "private calls and deaths": [
        ("The Kenyan minister phoned his mother on Friday.", []),
        (
            "The Kenyan minister phoned the Chadian king on Friday.",
            ["KENGOV 041 TCDGOV actual", "TCDGOV 041 KENGOV actual"],
        ),
    ],
    "plans and threats": [
        ("Kenya is likely to close its border with Uganda.", []),
        ("Kenya has a plan to leave the African Union.", []),
        ("Kenya plans to close its border with Uganda.", ["KEN 1312 UGA actual"]),
        ("Kenya vowed to close its border with Uganda.", ["KEN 1312 UGA actual"]),
        ("Kenya is ready to attack Uganda.", ["KEN 138 UGA actual"]),
    ],
    "what is asked in a letter": [
        ("The Kenyan teachers wrote to the president asking him to resign.", ["KENEDU 0241 KENGOV actual"]),
        ("The Kenyan teachers wrote to the president.", ["KENEDU 040 KENGOV actual"]),
    ],
    "what is received and what is targeted": [
        ("Kenyan firms received permits from the Ugandan ministry.", []),
        ("Kenya hosted the Ugandan minister.", ["KEN 043 UGAGOV actual"]),
        ("Kenyan police target Ugandan refugees without papers.", []),
        ("Kenyan jets target Ugandan rebels.", ["KENMIL 190 UGAREB actual"]),
        ("Kenyan judges reversed the decision.", []),
        ("The Kenyan government reversed the decision.", ["KENGOV 0832 - actual"]),
    ],
    "where somebody speaks": [
        ("Speaking to the Chilean senate on Friday, the Peruvian minister said that it was cold.", []),
        (
            "The Peruvian minister spoke to the Chilean senate on Friday.",
            ["CHLLEG 040 PERGOV actual", "PERGOV 040 CHLLEG actual"],
        ),
    ],
    "one's own campaign": [
        ("The Kenyan senator campaigned for president.", []),
        ("The Kenyan senator campaigned for the Ugandan opposition.", ["KENLEG 053 UGAOPP actual"]),
    ],
    "blame for nobody": [
        ("The Kenyan minister lamented the fact that it was late.", []),
        ("The Kenyan minister lambasted the Ugandan police.", ["KENGOV 111 UGACOP actual"]),
        ("Six Kenyan officials were held accountable for the floods.", []),
        ("Kenya held the Ugandan minister accountable for the floods.", ["KEN 111 UGAGOV actual"]),
        ("The Kenyan minister credited good weather with the harvest.", []),
        ("The Kenyan minister credited Uganda with saving the harvest.", ["KENGOV 051 UGA actual"]),
    ],
    "warlike words for things": [
        ("China brought the drug under its own control.", []),
        ("Rebels brought the Malian town under their control.", ["MLIREB 192 MLI actual"]),
        ("China gained a foothold in Chile with two solar parks.", []),
        ("Rebels gained a foothold in Mali.", ["MLIREB 192 MLI actual"]),
        ("The Kenyan minister drove the car back to Nairobi.", []),
        ("Kenyan soldiers drove back the rebels.", ["KENMIL 190 KENREB actual"]),
    ],
    "denials and refusals": [
        ("The Kenyan minister rejected the description of his plan as unfair.", ["KENGOV 016 - actual"]),
        ("The Kenyan minister rejected the plan.", ["KENGOV 120 - actual"]),
        ("Kenyan officials declined to discuss the details.", ["KENGOV 011 - actual"]),
        ("Kenya declined to discuss the border with Uganda.", ["KEN 125 UGA actual"]),
    ],
    "measures against people, against a country and at a border": [
        ("Kenya imposed economic measures against Uganda.", ["KEN 163 UGA actual"]),
        ("Kenya imposed restrictions on journalists.", ["KEN 172 KENMED actual"]),
        ("Kenya barred entry to Ugandan refugees.", ["KEN 172 UGAREF actual"]),
        ("The Kenyan reporter was held in solitary confinement.", ["- 173 KENMED actual"]),
        ("The Kenyan reporter was tortured.", ["- 1822 KENMED actual"]),
    ],
    "violence that is not of war": [
        ("Terrorist attacks on Kenyan hotels shocked the president.", ["KENREB 180 KENBUS actual"]),
        ("Rebel attacks on Kenyan hotels shocked the president.", ["KENREB 190 KENBUS actual"]),
        ("Twelve French people were killed when a lorry drove into a crowd.", ["- 180 FRACVL actual"]),
        ("Twelve French people were killed in a battle.", ["- 190 FRACVL actual"]),
        ("At least 40 Iraqi people were killed when a bomb went off.", ["- 183 IRQCVL actual"]),
        ("At least 40 Iraqi people were massacred by rebels.", ["IRQREB 202 IRQCVL actual"]),
        ("Hundreds of Congolese people were killed in the unrest.", ["- 190 CODCVL actual"]),
        ("A Chadian hitman attacked the Libyan envoy.", ["TCDUAF 180 LBYGOV actual"]),
        ("Chadian soldiers attacked Libyan rebels.", ["TCDMIL 190 LBYREB actual"]),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [row for rows in CLASSES.values() for row in rows])
def test_coders_things(text: str, expected: list[str]) -> None:
    """An act is coded where its object allows it, and as what it is."""
    assert coded(text, DAY) == expected
