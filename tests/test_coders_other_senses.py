"""Words of force and of diplomacy that mean something else with the words beside them, and those that they are told from."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2021, 6, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "a patron and fighters": [
        ("Uganda is backing rebels in eastern Congo.", ["UGA 072 CODREB actual"]),
        ("Kenya was angered by Chad's support for Malian fighters.", ["TCD 072 MLIREB actual"]),
        ("Rwanda voiced support for the Malian rebels.", ["RWA 051 MLIREB actual"]),
        ("The Peruvian president backs the army.", ["PERGOV 051 PERMIL actual"]),
        ("Russia backs the Syrian government.", ["RUS 051 SYRGOV actual"]),
    ],
    "attacks in words": [
        ("The Brazilian president launched a fierce attack on the media.", ["BRAGOV 111 BRAMED actual"]),
        ("Rebels launched a fierce attack on the Malian army.", ["MLIREB 190 MLIMIL actual"]),
        ("Turkey's rhetorical attacks on the Netherlands went on.", ["TUR 111 - actual"]),
        ("Turkey's attacks on the Netherlands went on.", ["TUR 190 NLD actual"]),
        ("The Kenyan order represents an attack on refugees.", []),
        ("The attack on refugees in Kenya was filmed.", ["- 190 KENREF actual"]),
        ("Speeches attacking Muslims are read in Norway.", []),
        ('His attacks on Malian refugees as "thieves" went on.', []),
        ("The Malian governor called the budget an attack on priests.", ["MLIGOV 111 MLI actual"]),
    ],
    "fights against what cannot fight": [
        ("Bolivia is battling a shortage of medicine.", []),
        ("Bolivia is fighting radical Islam.", []),
        ("Bolivia is fighting rebels.", ["BOL 190 BOLREB actual"]),
    ],
    "what is taken that is no land": [
        ("The beds in the Kenyan clinic are occupied by women.", []),
        ("The data is controlled by Kenyan ministries.", []),
        ("The Kenyan general will take up a post in Uganda.", []),
        ("Kenya seized the plateau from Uganda.", ["KEN 192 UGA actual"]),
        ("Kenyan troops control Goma.", []),
    ],
    "goods that are defended": [
        ("The Kenyan president defended free trade.", []),
        ("The Scottish party is defending two seats.", []),
        ("Kenya defended its interests.", []),
        ("The Kenyan president defended the minister.", ["KENGOV 052 KENGOV actual"]),
        ("The Kenyan president defended the ban.", ["KENGOV 052 - actual"]),
    ],
    "remarks that are rejected": [
        ("The Kenyan minister rejected the remarks as lies.", ["KENGOV 016 - actual"]),
        ("The remarks were rejected by the Kenyan minister.", ["KENGOV 016 - actual"]),
        ("The Kenyan minister rejected the proposal.", ["KENGOV 120 - actual"]),
    ],
    "hurt by accident": [
        ("Two women in another car were seriously injured in Kenya.", []),
        ("Two women were injured in Kenya when rebels attacked.", ["- 190 KENCVL actual"]),
        ("Two Kenyan soldiers were injured.", ["- 190 KENMIL actual"]),
        ("Three people were killed after heavy rain struck Kenya.", []),
        ("Three people were killed after rebels struck Kenya.", ["KENREB 190 KEN actual"]),
        ("Fires that killed two children broke out in Kenya.", []),
        ("The Kenyan fire that killed two children came from a tank.", ["KEN 193 KENCVL actual"]),
    ],
    "those who come to fight or to stay": [
        ("Rebels arrived in Kenya.", []),
        ("Refugees landed in Kenya.", []),
        ("A rebel delegation arrived in Kenya.", ["KENREB 042 KEN actual"]),
        ("The Ugandan minister arrived in Kenya.", ["UGAGOV 042 KEN actual"]),
    ],
    "papers that are submitted": [
        ("The Kenyan firm submitted a programme to the Ugandan ministry.", []),
        ("The rebels submitted to the Ugandan army.", ["UGAREB 080 UGAMIL actual"]),
    ],
    "what one has and what one has to do": [
        ("The minister said the Kenyan police do not have the means to enforce the ban.", []),
        ("The minister said the Kenyan police need to enforce the ban.", ["KENGOV 020 KENCOP actual"]),
    ],
    "cooperation that is only talked of": [
        ("Sino-Russian cooperation would have no basis.", []),
        ("China and Russia increased their cooperation.", ["CHN 060 RUS actual", "RUS 060 CHN actual"]),
        ("The costs of Sino-Russian trade fell.", []),
    ],
    "deadlines for papers and for opponents": [
        ("The Kenyan committee set a new deadline.", []),
        ("Kenya set a deadline for the rebels.", ["KEN 139 KENREB actual"]),
    ],
    "shown and protested": [
        ("The Kenyan demonstrated with a doll how he held the child.", []),
        ("Kenyans demonstrated in the capital.", ["KEN 141 - actual"]),
    ],
    "votes to go": [
        ("Britain voted for Brexit.", ["GBR 160 - actual"]),
        ("Kenya voted for the Ugandan candidate.", ["KEN 051 UGAPTY actual"]),
    ],
    "bans on travel": [
        ("Refugees protested against the travel ban of the Kenyan president.", ["---REF 141 KENGOV actual"]),
        ("Kenya imposed a travel ban on Ugandan officials.", ["KEN 163 UGAGOV actual"]),
    ],
    "other senses": [
        ("Kenya turned its attention away from Uganda.", []),
        ("Kenya turned away Ugandan refugees.", ["KEN 1223 UGAREF actual"]),
        ("The Kenyan party won, defying the polls.", []),
        ("The Kenyan party defied the court.", ["KENPTY 128 - actual"]),
        ("Kenyan works were hung in the museum.", []),
        ("Two Kenyan rebels were hanged.", ["- 1823 KENREB actual"]),
        ("Kenya plans to slash steel capacity.", []),
        ("Kenya fell back to third place.", []),
        ("Kenyan troops fell back.", ["KENMIL 0874 - actual"]),
        ("Kenyan lawmakers cleared one of the hurdles.", []),
        ("A Kenyan court cleared two rebels of murder.", ["KENJUD 0841 KENREB actual"]),
    ],
    "seized and shown": [
        ("A Kenyan driver was captured on surveillance footage.", []),
        ("A Kenyan rebel was captured in Nairobi.", ["- 173 KENREB actual"]),
    ],
    "called for and called something": [
        ("The Kenyan senator called the vote a victory for the people.", []),
        ("The Kenyan senator called for a firm reaction from the government.", ["KENLEG 020 - actual"]),
        ("Kenya appealed the verdict to the court.", []),
    ],
    "made to leave by those in power and by those with arms": [
        ("The Moroccan king ousted the prime minister.", ["MARGOV 172 MARGOV actual"]),
        ("The Moroccan army ousted the prime minister.", ["MARMIL 190 MARGOV actual"]),
    ],
    "strikes of workers and of an army": [
        ("The Israeli army carried out several strikes in Syria.", ["ISRMIL 190 SYR actual"]),
        ("Kenyan doctors began a strike.", ["KENHLH 143 - actual"]),
    ],
    "bombings from the air and on the ground": [
        ("NATO bombings killed Serbian civilians.", ["IGONAT 195 SRBCVL actual"]),
        ("Rebel bombings killed Serbian civilians.", ["SRBREB 183 SRBCVL actual"]),
    ],
    "those who can allow something and those who cannot": [
        ("European firms allow China to fill gaps.", []),
        ("Russia allowed Turkey to use the airspace.", ["RUS 080 TUR actual"]),
    ],
    "orders to hold fire and to leave office": [
        ("Kenyan troops were told to stand down.", []),
        ("The Kenyan parliament told the minister to step down.", ["KENLEG 0241 KENGOV actual"]),
    ],
    "boarded to travel and to rob": [
        ("Kenyan women boarded buses to Uganda.", []),
        ("Pirates boarded a Kenyan tanker.", ["KENCRM 181 KENBUS actual"]),
    ],
    "slapped, stolen and engaged": [
        ("A Kenyan senator was slapped with a suspended sentence.", []),
        ("A soldier slapped a Kenyan senator.", ["KENMIL 182 KENLEG actual"]),
        ("Kenyan radicals stole the initiative from the party.", []),
        ("The Kenyan minister tried to engage doctors in Uganda.", []),
        ("Kenyan troops engaged Ugandan rebels.", ["KENMIL 190 UGAREB actual"]),
        ("The Kenyan government shared more details.", []),
        ("Kenya shared intelligence with Uganda.", ["KEN 064 UGA actual"]),
    ],
    "decrees that a court stops, and people whom it suspends": [
        ("A Kenyan judge suspended the president's ban.", ["KENJUD 129 KENGOV actual"]),
        ("A Kenyan court put the governor's order on hold.", ["KENJUD 129 KENGOV actual"]),
        ("A Kenyan court issued a restraining order against the minister's ban.", ["KENJUD 129 KENGOV actual"]),
        ("A Kenyan court suspended the governor.", ["KENJUD 172 KENGOV actual"]),
        ("The Kenyan senator voted against the law.", ["KENLEG 120 KENGOV actual"]),
        ("The Kenyan senator voted against the minister.", ["KENLEG 110 KENGOV actual"]),
    ],
    "told by whom it is not done": [
        ("The Maldivian president insisted that India had bugged his office.", ["MDVGOV 112 IND actual"]),
        ("The Maldivian president said his police had bugged the office.", ["MDVCOP 170 - actual"]),
        ("India bugged the Maldivian president's office.", ["IND 170 MDVGOV actual"]),
    ],
    "claims of deeds of one's own and of others": [
        ("Hamas claimed that its fighters shelled the Israeli port.", ["PSEREB 194 ISR actual"]),
        (
            "Hamas claimed that Israeli soldiers shelled the port.",
            ["ISRMIL 194 - hypothetical", "PSEGOV 1123 ISRMIL actual"],
        ),
    ],
    "asked in a quotation": [
        ('"Close the Dutch borders," the Polish senator told the minister.', ["POLLEG 163 NLD hypothetical"]),
        ('Kenya urged Uganda to "calm down, curb its military operations and spare lives".', ["KEN 0256 UGA actual"]),
        ("Kenya closed its border with Uganda.", ["KEN 163 UGA actual"]),
    ],
    "turned upside down": [
        ("The rebels turned London upside down.", []),
        ("Kenya turned down the Ugandan minister.", ["KEN 120 UGAGOV actual"]),
    ],
    "those who are willing to travel": [
        ("Refugees are willing to travel to Kenya.", []),
        ("The Ugandan minister is willing to travel to Kenya.", ["UGAGOV 036 KEN actual"]),
    ],
    "built for others and for oneself": [
        ("China built a hospital in Kenya.", ["CHN 070 KEN actual"]),
        ("Kenya built a hospital in Mombasa.", []),
        ("China Triumph Engineering built six farms in Kenya.", []),
        ("Rebels are building barricades in Turkey.", ["TURCVL 144 - actual"]),
    ],
    "agreed and agreed to disagree": [
        ("The Kenyan parties agreed to disagree.", []),
        ("The Kenyan parties agreed to hold talks.", ["KENPTY 036 - actual"]),
    ],
    "appeals to somebody and to a taste": [
        ("The Dutch senator is appealing to voters who feel that Holland has changed.", []),
        ("Kenya is appealing to Uganda to free the reporters.", ["KEN 0253 UGA actual"]),
    ],
    "expected and asked for": [
        ("The Turkish president expects parliament to approve the treaty with Kenya.", []),
        ("The Turkish president asked parliament to approve the treaty with Kenya.", ["TURGOV 027 TURLEG actual"]),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [row for rows in CLASSES.values() for row in rows])
def test_coders_other_senses(text: str, expected: list[str]) -> None:
    """An act is coded by the sense that its words have in the sentence."""
    assert coded(text, DAY) == expected
