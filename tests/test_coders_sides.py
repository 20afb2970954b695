"""Classes of who does it and to whom: doers and victims that stand apart from the verb, or are no doers and victims."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2017, 3, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "a meeting of two bodies of one country is one event": [
        ("The Kenyan president met Kenyan rebels.", ["KENGOV 040 KENREB actual"]),
        ("The Kenyan president met Ugandan rebels.", ["KENGOV 040 UGAREB actual", "UGAREB 040 KENGOV actual"]),
        ("Chadian ministers and Chadian rebels held talks.", ["TCDGOV 040 TCDREB actual"]),
        ("The Kenyan army clashed with Kenyan rebels.", ["KENMIL 190 KENREB actual", "KENREB 190 KENMIL actual"]),
    ],
    "whom a protest is against is not the victim": [
        (
            "Hundreds demonstrated in Lima against the detention of a Peruvian nurse in Chile.",
            ["PERCVL 1413 CHL actual"],
        ),
        (
            "Activists in Lima protested against the killing of a Peruvian student by police.",
            ["PEROPP 1413 PERCOP actual"],
        ),
        ("Activists in Lima marched against Chile.", ["PEROPP 141 CHL actual"]),
        (
            "Peru condemned the arrest of two Peruvian sailors by Chilean police.",
            ["CHLCOP 173 PERMIL actual", "PER 111 CHLCOP actual"],
        ),
    ],
    "whose deed a protest follows": [
        (
            "Protests erupted in Nairobi after police shot dead a student.",
            ["KENCOP 193 KENEDU actual", "KENCVL 141 KENCOP actual"],
        ),
        (
            "Protests erupted in Nairobi after police were accused of torture.",
            ["- 1122 KENCOP actual", "KENCVL 141 KENCOP actual"],
        ),
        ("Protests erupted in Nairobi after the rains.", ["KENCVL 141 - actual"]),
    ],
    "who is said to have done it in a charge": [
        ("Peru's accusation that Ecuador shelled a village is old.", ["ECU 194 - hypothetical", "PER 112 ECU actual"]),
        ("Peru's accusation is old.", ["PER 112 - actual"]),
    ],
    "in whose custody somebody is": [
        ("Two Danish sailors are in Iranian custody.", ["IRN 173 DNKMIL actual"]),
        ("Two Danish sailors are in the custody of Turkish police.", ["TURCOP 173 DNKMIL actual"]),
        ("Two Danish sailors are in custody.", ["- 173 DNKMIL actual"]),
    ],
    "where somebody fought": [
        ("Mali fears Niger, where French troops have seized territory.", ["FRAMIL 192 NER actual"]),
        ("Rebels hold the hill where French troops have seized territory.", ["FRAMIL 192 - actual"]),
    ],
    "the state or province that makes a law": [
        ("California sued the Peruvian government.", ["USA 115 PERGOV actual"]),
        ("Aleppo was shelled.", ["- 194 SYR actual"]),
    ],
    "two forces of one state fight others": [
        ("The Malian army and the Malian police battled their way into Gao.", ["MLIMIL 190 - actual"]),
        (
            "The Malian army and the Malian police clashed in Gao.",
            ["MLICOP 190 MLIMIL actual", "MLIMIL 190 MLICOP actual"],
        ),
    ],
    "a list before which": [
        (
            "Iran praised Peru and Chile, which backs the deal with Sudan.",
            ["CHL 051 - actual", "IRN 051 CHL actual", "IRN 051 PER actual"],
        ),
        (
            "Iran praised Peru and Chile, which back the deal with Sudan.",
            ["CHL 051 - actual", "IRN 051 CHL actual", "IRN 051 PER actual", "PER 051 - actual"],
        ),
    ],
    "a day read as the one who is met": [
        (
            "The Japanese premier will meet with President Donald Trump Friday.",
            ["JPNGOV 036 USAGOV actual", "USAGOV 036 JPNGOV actual"],
        ),
        (
            "The Kenyan president met Paul Kagame in Nairobi on Monday.",
            ["KENGOV 040 RWAGOV actual", "RWAGOV 040 KENGOV actual"],
        ),
    ],
    "who asks in a letter": [
        (
            "The Kenyan minister wrote a letter to the Somali president demanding an apology.",
            ["KENGOV 102 SOMGOV actual"],
        ),
        (
            "The Kenyan minister wrote to a Somali general demanding an apology.",
            ["KENGOV 102 SOMMIL actual"],
        ),
        (
            "Merkel sent a letter to the Turkish president asking for clarification.",
            ["DEUGOV 025 TURGOV actual"],
        ),
    ],
    "whom a refusal answers": [
        (
            "A Danish consul was expelled from Bolivia after the embassy refused to waive his immunity.",
            ["BOL 161 DNKGOV actual", "DNKGOV 120 BOL actual"],
        ),
        (
            "The US sanctioned Iran because Tehran refused to stop enriching uranium.",
            ["IRNGOV 120 USA actual", "USA 163 IRN actual"],
        ),
        (
            "Police in Lima arrested ten Peruvian students after they refused to leave.",
            ["PERCOP 120 - actual", "PERCOP 173 PEREDU actual"],
        ),
    ],
    "whose blow it was": [
        ("Iran carried out an attack that killed ten Iraqi soldiers.", ["IRN 190 IRQMIL actual"]),
        ("A drone strike launched by Iran killed ten Iraqi soldiers.", ["IRN 1952 IRQMIL actual"]),
        ("Iran was responsible for the attack in Basra, which killed ten Iraqi soldiers.", ["IRN 190 IRQMIL actual"]),
        ("Iran condemned an attack that killed ten Iraqi soldiers.", ["- 190 IRQMIL actual", "IRN 111 - actual"]),
    ],
    "the death of somebody in a blow": [
        (
            "Turkey mourned the death of three Turkish soldiers in an airstrike by Russia.",
            ["RUS 195 TURMIL actual", "TUR 017 TURMIL actual"],
        ),
        ("Turkey discussed the future of three Turkish soldiers in an airstrike by Russia.", ["RUS 195 - actual"]),
    ],
    "those named with including": [
        (
            "Trump criticised the clubs, including Amnesty International and Oxfam.",
            ["USAGOV 111 NGOAMN actual", "USAGOV 111 NGOXFM actual"],
        ),
        ("Trump criticised the clubs, unlike Amnesty International and Oxfam.", ["USAGOV 111 - actual"]),
    ],
    "they are the two of whom the sentence before speaks": [
        (
            "Chad and Niger denied the reports. They accused Libya of arming rebels.",
            [
                "LBY 072 ---REB hypothetical",
                "NER 016 - actual",
                "NER 112 LBY actual",
                "TCD 016 - actual",
                "TCD 112 LBY actual",
            ],
        ),
        (
            "Chad denied the reports in Niger and Mali. They accused Libya of arming rebels.",
            ["- 112 LBY actual", "LBY 072 ---REB hypothetical", "TCD 016 MLI actual", "TCD 016 NER actual"],
        ),
    ],
    "the group that was not fought": [
        (
            "Hezbollah was praised for the campaign against Islamic State. Iran armed the group.",
            ["IRN 072 LBNREB actual"],
        ),
    ],
    "surnames with a particle": [
        (
            "Senator Leila de Lima criticised Duterte. De Lima accused a Danish firm of lying.",
            ["PHLOPP 111 PHLGOV actual", "PHLOPP 112 DNKBUS actual"],
        ),
        ("Peruvian police arrested ten students in Lima.", ["PERCOP 173 PEREDU actual"]),
    ],
    "offices that a state does not have": [
        (
            "Denmark thanked Chad. The Chadian president accepted an invitation from the queen.",
            [
                "DNK 051 TCD actual",
                "DNKGOV 036 TCDGOV actual",
                "TCDGOV 036 DNKGOV actual",
            ],
        ),
        (
            "Chad thanked Niger. The Chadian president accepted an invitation from the queen.",
            ["---GOV 036 TCDGOV actual", "TCD 051 NER actual", "TCDGOV 036 ---GOV actual"],
        ),
    ],
    "an envoy's country is not that of the president": [
        (
            "Chad was calm. Chad held a vote. Ministers of Chad met the Malian ambassador. The president praised Norway's king.",
            ["MLIGOV 040 TCDGOV actual", "TCDGOV 040 MLIGOV actual", "TCDGOV 051 NORGOV actual"],
        ),
        (
            "Chad was calm. Chad held a vote. The Malian ambassador left Chad. The embassy praised Norway's king.",
            ["MLIGOV 051 NORGOV actual"],
        ),
    ],
    "what only compares": [
        (
            "Chad is ruled from Ndjamena. In Chad all is well. The government, in a desert the size of Mali, condemned the rebels.",
            ["TCDGOV 111 TCDREB actual"],
        ),
    ],
    "whose nation does not tell that of others": [
        (
            "Indian towns were calm. India sent more police. A Kenyan student was beaten by a mob.",
            ["IND 153 - actual", "INDCVL 182 KENEDU actual"],
        ),
        (
            "Two brothers with Iraqi visas landed in Chicago. American agents detained the men.",
            ["USASPY 173 ---CVL actual"],
        ),
        ("Two brothers landed in Chicago. American agents detained the men.", ["USASPY 173 USACVL actual"]),
        ("Irish-American congressmen praised Chad.", ["USALEG 051 TCD actual"]),
        ("Irish and American congressmen praised Chad.", ["IRLLEG 051 TCD actual", "USALEG 051 TCD actual"]),
    ],
    "police are of the place": [
        (
            "North Korea denied it. North Korea was angry. North Korea said so in a Kuala Lumpur court. Police arrested two bankers.",
            ["MYSCOP 173 PRKBUS actual", "PRK 016 - actual"],
        ),
    ],
    "a company that is named for a country": [
        (
            "Peru Copper Mining Corp signed a contract with Chad.",
            ["--- 057 TCD actual", "TCD 057 --- actual"],
        ),
        ("Peru signed a contract with Chad.", ["PER 057 TCD actual", "TCD 057 PER actual"]),
    ],
    "who leads a band": [
        ("The gang's leader, Ivan Petrov, criticised Chad.", ["TCD 111 TCD actual"]),
        ("Peru's leader, Ivan Petrov, criticised Chad.", ["PERGOV 111 TCD actual"]),
    ],
    "people from abroad": [
        (
            "The Kenyan president praised Kenyan police. Foreign leaders criticised the Kenyan president.",
            ["---GOV 111 KENGOV actual", "KENGOV 051 KENCOP actual"],
        ),
        ("Western advisers supported the Iraqi army.", ["WST 072 IRQMIL actual"]),
    ],
    "forces abroad": [
        (
            "A Uruguayan peacekeeper was shot in Goma, Congo. The army of the Congo fled. Soldiers attacked Congolese villagers.",
            ["- 193 URYMIL actual", "CODMIL 190 CODCVL actual"],
        ),
    ],
    "whose are the deputies": [
        ("The sheriff in Dallas, Texas, left. One of the deputies was shot.", ["- 193 USACOP actual"]),
        ("Deputies in the Peruvian parliament criticised Chile.", ["PERLEG 111 CHL actual"]),
    ],
    "a surname that opens a sentence": [
        ("Bruno Okello, a Kenyan, fled. Okello attacked a Danish policeman.", ["--- 190 DNKCOP actual"]),
    ],
    "its in a sentence after the one who has troops somewhere": [
        ("Chad has troops in Mali. Its raids killed ten Malian villagers.", ["TCD 190 MLICVL actual"]),
        ("Chad helps Mali. Its raids killed ten Malian villagers.", ["- 190 MLICVL actual"]),
    ],
    "a main verb read as a participle": [
        (
            "In two posts, Trump accused President Barack Obama of tapping his hotel phones.",
            ["USAELI 170 USAGOV hypothetical", "USAGOV 1122 USAELI actual"],
        ),
    ],
    "whose Senate it is": [
        (
            "Duterte, Manila and the Philippines wept. Duterte, Manila and the Philippines slept. The Senate criticised Iran.",
            ["PHLLEG 111 IRN actual"],
        ),
        ("The Senate criticised Iran.", ["USALEG 111 IRN actual"]),
    ],
    "role nouns of one code": [
        ("Peruvian soldiers arrested Chilean nurses and doctors.", ["PERMIL 173 CHLHLH actual"]),
        (
            "Peruvian soldiers arrested Chilean nurses and Chilean rebels.",
            ["PERMIL 173 CHLHLH actual", "PERMIL 173 CHLREB actual"],
        ),
    ],
    "in the course of whose offensive": [
        ("Ten Syrian nurses were killed in the first two weeks of Turkey's offensive.", ["TUR 190 SYRHLH actual"]),
        ("Ten Malian nurses were hurt in the first days of spring.", []),
    ],
    "Georgia in a text about the US": [
        (
            "Trump, Obama, Clinton and Rubio came. The US, Washington and the Pentagon wept. Georgia lawmakers praised Trump.",
            ["USALEG 051 USAGOV actual"],
        ),
        (
            "Trump, Obama, Clinton and Rubio came. Tbilisi, the US, Washington and the Pentagon wept. Georgia praised Trump.",
            ["GEO 051 USAGOV actual"],
        ),
    ],
    "the first word of a name": [
        ("Beltran Hernandez, 24, attacked a Danish policeman.", ["--- 190 DNKCOP actual"]),
    ],
    "what others whom a name tells apart do is not the name's deed": [
        ("Kenyatta's predecessor attacked Somalia.", ["- 190 SOM actual"]),
        ("Kenyatta's successors condemned Somalia.", []),
        ("Kenyatta's government attacked Somalia.", ["---GOV 190 SOM actual"]),
    ],
    "what a thing of somebody does is not his deed": [
        ("The Kenyan shilling threatened Somalia.", []),
        ("The Kenyan economy threatened Somalia.", []),
        ("Kenya's relationship with Somalia has kept Mogadishu afloat.", []),
        ("Kenya's aid has kept Mogadishu afloat.", ["KEN 071 SOMGOV actual"]),
    ],
    "words that say of what kind a noun is": [
        ("A group of veteran figures criticised the Kenyan government.", []),
        ("A group of Kenyan veterans criticised the government.", ["KENMIL 111 KENGOV actual"]),
        ("Artillery fire killed six Malian nurses.", ["- 193 MLIHLH actual"]),
        ("Chadian fire killed six Malian nurses.", ["TCD 193 MLIHLH actual"]),
    ],
    "who did it by doing something else": [
        (
            "Kenya violated the Somali envoy's rights by accusing him of treason.",
            ["KEN 1125 SOMGOV actual", "KEN 1721 SOMGOV actual"],
        ),
        ("Peru ended the siege of Lima by attacking the rebels.", ["PER 0872 PERGOV actual", "PER 190 PERREB actual"]),
    ],
    "what a court froze it did not decree": [
        ("A Kenyan court froze an order banning Somali refugees.", ["KENJUD 129 - actual"]),
        ("The Kenyan parliament passed a law banning Somali refugees.", ["KENLEG 172 SOMREF actual"]),
    ],
    "an agent behind the last of several blows": [
        (
            "Six Malian nurses were killed in bombings, shootings and raids carried out by Chadian troops.",
            ["TCDMIL 183 MLIHLH actual"],
        ),
        ("Six Malian nurses were killed in bombings, shootings and raids.", ["- 183 MLIHLH actual"]),
    ],
    "in whose prison somebody is held": [
        ("Three Danish sailors are held in Iranian jails.", ["IRN 173 DNKMIL actual"]),
        ("Three Danish sailors are being held in an Egyptian prison.", ["EGY 173 DNKMIL actual"]),
        ("Three Danish sailors are held in prison.", ["- 173 DNKMIL actual"]),
    ],
    "in which state something is outlawed": [
        ("The movement was banned in Kenya.", ["KEN 1722 - actual"]),
        ("Jabhat al-Nusra is outlawed in Russia.", ["RUS 172 SYRREB actual"]),
        ("Three Danish sailors were arrested in Kenya.", ["KEN 173 DNKMIL actual"]),
    ],
    "who opposes and is not opposed": [
        (
            "Kenya met a Somali party opposed to the government.",
            ["KEN 040 SOMPTY actual", "SOMPTY 040 KEN actual", "SOMPTY 110 KENGOV actual"],
        ),
        (
            "Kenya met a Somali party opposed by the government.",
            ["KEN 040 SOMPTY actual", "KENGOV 110 SOMPTY actual", "SOMPTY 040 KEN actual"],
        ),
    ],
    "who it is that comes from a place": [
        ("Omar Diallo, 30, from Lagos, who was stabbed by Malian soldiers, has died.", ["MLIMIL 182 NGA actual"]),
        ("Omar Diallo, from Bamako, who stabbed two Malian soldiers, has fled.", ["MLI 182 MLIMIL actual"]),
        (
            "Kenya received a letter from Omar al-Bashir, who attacked Somalia.",
            ["KEN 040 SDNGOV actual", "SDNGOV 040 KEN actual", "SDNGOV 190 SOM actual"],
        ),
    ],
    "a verb right behind the last noun of a list": [
        ("The envoy said Gao remained under the control of rebels and Chad shelled the port.", ["TCD 194 - actual"]),
        ("The envoy said Gao was taken by rebels and Chad and was shelled.", ["- 194 MLI actual"]),
    ],
    "what somebody thinks and a body": [
        ("Kenya's opposition to the treaty angered Somalia.", ["KEN 110 SOM actual"]),
        ("Kenya's opposition criticised Somalia.", ["KENOPP 111 SOM actual"]),
    ],
    "a kingdom by its full name": [
        (
            "The embassy in London said the Kingdom of Saudi Arabia condemned the attack in Paris.",
            ["SAU 111 FRAGOV actual"],
        ),
    ],
    "whose move an act is that only names it again": [
        (
            "Chad denounced Mali's latest move, an attack on a Chadian port.",
            ["MLI 190 TCD actual", "TCD 111 MLI actual"],
        ),
    ],
    "forces that are sent": [
        ("Mali was angered by the deployment of American troops to Niger.", ["USAMIL 154 NER actual"]),
        ("Chadian troops were deployed to Mali.", ["TCDMIL 154 MLI actual"]),
        ("Troops were deployed to Mali.", ["- 154 MLI actual"]),
    ],
    "what a reporter says others asked": [
        (
            "Peru's Ana Gil, reporting from Lima, said the Kenyan minister had welcomed the Somali president, but urged him to leave.",
            ["KENGOV 020 SOMGOV actual"],
        ),
        ("The Kenyan minister said the army had left, but urged Somalia to stay.", ["KENGOV 020 SOM actual"]),
    ],
    "who has done what he tells others": [
        ("China notified the World Bank that it had sued Norway.", ["CHN 115 NOR actual"]),
    ],
    "who makes a telephone call after something": [
        ("Two Kenyan imams have returned, Reuters learned after calling the Somali embassy.", []),
        ("Kenyan police said two rebels shot a nurse before fleeing to Somalia.", ["KENREB 193 KENHLH actual"]),
    ],
    "under whose investigation somebody is": [
        ("Two Kenyan ministers are under investigation from Swiss prosecutors.", ["CHEJUD 090 KENGOV actual"]),
        ("Two Kenyan ministers are under investigation.", ["- 090 KENGOV actual"]),
    ],
    "the first word of a sentence is no name": [
        ("Bombings in Bamako killed six Malian nurses.", ["- 183 MLIHLH actual"]),
    ],
    "of what people are accused whom others try": [
        ("The trial of Kenyan priests accused of killing six Somali nurses began.", ["KENREL 180 SOMHLH hypothetical"]),
    ],
    "titles with a full stop": [
        (
            "Two Republicans, Sens. Ann Low of Maine and Eva Ruiz of Alaska, condemned Iran.",
            ["USAGOVPTY 111 IRN actual"],
        ),
    ],
    "whose blow it was by their own words": [
        (
            "A Kenyan group claimed responsibility for a bomb sent to the Somali embassy.",
            ["KEN 015 - actual", "KEN 183 SOMGOV actual"],
        ),
        (
            "The Kenyan group that claimed responsibility for the Somali bombing fled.",
            ["KEN 015 SOM actual", "KEN 183 SOM actual"],
        ),
        ("The Taliban claimed responsibility for the attack.", ["AFGREB 015 - actual"]),
    ],
    "who announces a blockade imposes it": [
        ("Chad on Wednesday announced a trade blockade of Niger.", ["TCD 191 NER actual"]),
        ("Chad announced the kidnapping of two nurses.", ["- 181 TCDHLH actual"]),
    ],
    "whom a call asks to act": [
        (
            "Chad rejected a call by top UN officials to show restraint in a row with Niger.",
            ["TCD 110 NER actual", "TCD 1246 IGOUNOGOV actual"],
        ),
    ],
    "who only argues that a law bans something": [
        (
            "Kenyan priests, who argue that the law banning Somali refugees is unjust, prayed.",
            ["KENREL 111 - hypothetical"],
        ),
        ("The Kenyan government dismissed a report accusing the army of torture.", ["KENGOV 016 - actual"]),
        ("Kenya published a report accusing Somalia of fraud.", ["KEN 1121 SOM actual"]),
    ],
    "what a remark was said to be and what the speaker did": [
        (
            "The Kenyan minister said Somalia's remark was an insult, and demanded an apology.",
            ["KENGOV 102 - actual", "KENGOV 111 SOM actual"],
        ),
        ("Kenyan police said the rebels had fled, and demanded an apology from Somalia.", ["KENCOP 102 SOM actual"]),
    ],
    "whose a persecution is": [
        ("The Somali editor's persecution went on.", []),
        ("Kenya's persecution of Somali editors went on.", ["KEN 170 SOMMED actual"]),
    ],
    "a fine in a garbled currency": [
        ("The Kenyan party was fined ?70,000 by the electoral commission.", ["KENGOV 172 KENPTY actual"]),
    ],
    "a subject behind a name that ends an opening phrase": [
        (
            "In a further sign of its anger with Khartoum, Chad last month banned imports of Sudanese coal.",
            ["TCD 163 SDN actual"],
        ),
        (
            "In a visit to Nairobi, Kenya, last month, the Chadian minister condemned Sudan.",
            ["TCDGOV 042 KENGOV actual", "TCDGOV 111 SDN actual"],
        ),
    ],
    "an idiom is no opposition": [
        ("As opposed to its neighbours, Serbia has no navy.", []),
    ],
    "whose a protest is": [
        ("The protests of Kenyan farmers went on.", ["KENAGR 141 - actual"]),
        ("The protests of the Kenyan plan went on.", ["- 141 KEN actual"]),
    ],
    "who goes on speaking in the next sentence": [
        (
            "North Korea said on Thursday that Malaysia was at fault. It also accused Malaysia of torture.",
            ["PRK 1122 MYS actual"],
        ),
        ("North Korea said on Thursday that Malaysia was at fault. It also attacked a village.", []),
    ],
    "the fire of critics": [
        (
            "A Kenyan minister has come under fire from Kenyan and Somali lawmakers.",
            ["KENLEG 111 KENGOV actual", "SOMLEG 111 KENGOV actual"],
        ),
        ("A Kenyan minister has come under fire from lawmakers.", ["KENLEG 111 KENGOV actual"]),
    ],
    "who is told something and not told to leave": [
        ("'We left because of the war,' the Kenyan minister told Al Jazeera.", []),
        ("The Kenyan minister told members of the opposition he would leave after the vote.", []),
        ("Kenya told two Somali diplomats to leave.", ["KEN 161 SOMGOV actual"]),
    ],
    "police who only tell of an arrest": [
        ("Three Kenyan men were arrested, police sources told reporters.", ["- 173 KENCVL actual"]),
        ("Three Kenyan men were arrested, according to a Kenyan police official.", ["- 173 KENCVL actual"]),
        ("Three Kenyan men were arrested, Kenyan police said.", ["KENCOP 173 KENCVL actual"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_sides(text: str, expected: list[str]) -> None:
    """The text gives exactly these events."""
    assert coded(text, DAY) == expected
