"""Acts that a text only touches on, leaves a side out of, means otherwise, or does not say to have happened."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2021, 6, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "what is hoped, feared or not even said": [
        ("Chad has not said it would bomb Mali.", ["TCD 195 MLI hypothetical"]),
        ("Chad said it would withdraw its envoy from Mali.", ["TCD 1313 MLI actual"]),
        ("The odds grow that the UN Security Council will ask Chad for help.", ["IGOUNO 023 TCD hypothetical"]),
        ("Togo fears Ghana will ask Chad for help.", ["GHA 023 TCD hypothetical"]),
        (
            "Ghana signed the pact, and in new talks, Togo would demand concessions from Ghana.",
            ["GHA 057 - actual", "TGO 105 GHA hypothetical"],
        ),
        ("Chad ought to be condemned by Norway, a novelist said.", ["NOR 111 TCD hypothetical"]),
        ('The Malian rebels said they didn"t support Chad.', ["MLIREB 051 TCD negated"]),
    ],
    "what may be or is said not to be": [
        ("Norway may be open to Russian blackmail.", ["RUS 170 - hypothetical"]),
        ("Norway was open to Russian blackmail.", ["RUS 170 - actual"]),
        (
            "The Danish judge found no evidence of contacts between Chad and Iran.",
            [
                "DNKJUD 090 IRN negated",
                "DNKJUD 090 TCD negated",
                "IRN 040 TCD hypothetical",
                "TCD 040 IRN hypothetical",
            ],
        ),
        (
            "If there's contact between Chad and Iran, it is a scandal.",
            ["IRN 040 TCD hypothetical", "TCD 040 IRN hypothetical"],
        ),
        ("Arrests of Malian priests are rare.", ["- 173 MLIREL hypothetical"]),
    ],
    "what many of a kind do": [
        ("The list names activists who support Chad.", ["TCDOPP 051 TCD hypothetical"]),
        ("The list names three activists who support Chad.", ["TCDOPP 051 TCD actual"]),
        ("The list names activists who supported Chad.", ["TCDOPP 051 TCD actual"]),
    ],
    "what has its day": [
        ("Talks between Chad and Niger are due in Accra on June 28.", ["NER 036 TCD actual", "TCD 036 NER actual"]),
        ("Talks between Chad and Niger in Accra on June 11 failed.", ["NER 044 TCD actual", "TCD 044 NER actual"]),
        ("Two Malian refugees are to be freed on Friday.", []),
        ("Two Malian refugees are freed.", ["- 0841 MLIREF actual"]),
        ("Kenya is set to deport Ugandan refugees.", []),
        ("Kenya is set to hold talks with Uganda.", ["KEN 036 UGA actual", "UGA 036 KEN actual"]),
        ("The Danish queen was expected to praise Chad.", []),
    ],
    "what is only to be asked or considered": [
        ("Ministers of Chad will discuss asking Niger for help.", ["TCDGOV 023 NER hypothetical"]),
        ("Chad will ask Niger for help.", ["TCD 023 NER future"]),
        ("Chad asked Niger for help.", ["TCD 023 NER actual"]),
        ("Chad needs an effort to deport Malian refugees.", ["- 174 MLIREF hypothetical"]),
        ("The siege to take the city from Malian rebels will start soon.", ["- 192 MLIREB hypothetical"]),
        ("The Danish king will face questions in his meeting with the Norwegian king.", []),
        (
            "The Danish king faced questions in his meeting with the Norwegian king.",
            ["DNKGOV 040 NORGOV actual", "NORGOV 040 DNKGOV actual"],
        ),
    ],
    "what is so in general or not at all": [
        ("When singers get banished, Chad gains.", ["- 174 TCDELI hypothetical"]),
        ("The law says any attack committed by Malian rebels is a crime.", ["MLIREB 190 - hypothetical"]),
        ("Officials described the bogus raid on the Malian embassy.", ["- 190 MLIGOV hypothetical"]),
        ("Officials described the raid on the Malian embassy.", ["- 190 MLIGOV actual"]),
    ],
    "what is long past": [
        ("A man was tried over the 1987 attack on the Norwegian embassy.", ["- 190 NORGOV historical"]),
        ("A man was tried over Monday's attack on the Norwegian embassy.", ["- 190 NORGOV actual"]),
        ("The novel is about a 17th-century Danish king who killed rebels.", ["DNKGOV 190 DNKREB historical"]),
        ("The Danish king praised the 1987 constitution of Chad.", ["DNKGOV 051 TCD actual"]),
    ],
    "blows that nobody deals": [
        ("Cyclone Idai pounded central Mozambique on Friday, killing dozens of people.", []),
        ("A wall of mud hit villages in Peru, killing hundreds.", []),
        ("Ants invaded farms in Ecuador.", []),
        ("Oslo is under siege from seagulls.", []),
        ("Chadian troops pounded central Mali on Friday.", ["TCDMIL 190 MLI actual"]),
        ("A lone wolf killed two Kenyan soldiers.", ["- 190 KENMIL actual"]),
        ("Goma is under siege from rebels.", ["CODREB 191 COD actual"]),
        ("Firms from Chad invaded the Malian market.", []),
        ("Forces from Chad invaded Mali.", ["TCDMIL 192 MLI actual"]),
    ],
    "doors that open again": [
        ("Shops in Lusaka began to reopen on Friday.", []),
        ("Zambia reopened its border with Malawi.", ["ZMB 081 MWI actual"]),
    ],
    "accidents": [
        ("Four Malian soldiers were killed when their lorry caught fire.", []),
        ("Four Malian soldiers were killed when their lorry skidded and overturned.", []),
        ("Four Malian soldiers were killed when rebels opened fire.", ["MLIREB 193 MLIMIL actual"]),
    ],
    "a contact of one": [
        ("The Kenyan parliament meets on Friday to debate the budget.", []),
        ("The Kenyan president held several meetings in Lusaka.", ["KENGOV 040 - actual"]),
        ("The Kenyan president met the Zambian king.", ["KENGOV 040 ZMBGOV actual", "ZMBGOV 040 KENGOV actual"]),
    ],
    "words and favours of nobody": [
        ("The rules are required of Chadian ministers.", []),
        ("Ministers want to repair the harm of reduced aid to Malian refugees.", []),
        ("Forty Malian refugees were rescued on Friday.", ["- 073 MLIREF actual"]),
        ("The report speaks of an inquiry into the Chadian army.", []),
        ("A judge will head an inquiry into the Chadian army.", []),
        ("A judge headed an inquiry into the Chadian army.", ["- 090 TCDMIL actual"]),
    ],
    "violence that another noun is about": [
        ("The director of a film about the attack on the Norwegian embassy is ill.", []),
        ("There was a series of attacks on the Norwegian embassy.", ["- 190 NORGOV actual"]),
    ],
    "a state of things": [
        ("Chad has lived under the shadow of the Libyan occupation.", []),
        ("Libya's occupation of Chad angered its neighbours.", ["LBY 192 TCD actual"]),
    ],
    "an adjective of a thing": [
        ("The Malaysian constitution supports the kings of Norway.", []),
        ("The Malaysian government supports the kings of Norway.", ["MYSGOV 051 NORGOV actual"]),
    ],
    "who leaves a place": [
        ("The Peruvian minister withdrew the motion on Tuesday.", []),
        ("Peruvian soldiers withdrew from the Chilean border.", ["PERMIL 0874 CHL actual"]),
    ],
    "who goes back to work": [
        ("Two Peruvian professors returned to work on Monday.", []),
        (
            "Peruvian teachers returned to work on Monday after a strike of a week.",
            ["PEREDU 082 - actual", "PERLAB 143 - actual"],
        ),
    ],
    "words of politicians": [
        ("Senator Elizabeth Warren attacked the bank.", ["USALEG 111 USABUS actual"]),
        ("Libyan soldiers attacked the bank.", ["LBYMIL 190 LBYBUS actual"]),
        ("The Chilean senators clashed over the new tax.", []),
        ("Chilean villagers clashed with police.", ["CHLCVL 145 CHLCOP actual"]),
        ("Ministers said Malian firms were hit by price rises.", []),
        ("Ministers said Malian villages were hit by rockets.", ["- 194 MLI actual"]),
    ],
    "ends that are no deaths": [
        ("The Peruvian parliament eliminated the election commission.", []),
        ("The Peruvian army eliminated six rebels.", ["PERMIL 186 PERREB actual"]),
        ("China beat the United States in the race for clean energy.", []),
        ("The waiter was fired on Monday, the Peruvian minister said.", []),
        ("The Peruvian minister was fired on Monday.", ["- 0831 PERGOV actual"]),
        ("The Peruvian minister calls himself a champion of trade.", []),
    ],
    "links to other stories": [
        ("It rained all day in Chad. READ MORE: Libya deports two Chadian reporters", []),
        ("It rained all day in Chad. Libya deports two Chadian reporters", ["LBY 174 TCDMED actual"]),
    ],
    "what is going to be": [
        ("Chad is going to attack Mali.", ["TCD 138 MLI actual"]),
        ("Chad is attacking Mali.", ["TCD 190 MLI actual"]),
    ],
    "clauses as real as the one they belong to": [
        ("Chad could lose friends by expelling the Malian envoy.", ["TCD 161 MLIGOV hypothetical"]),
        ("Chad lost friends by expelling the Malian envoy.", ["TCD 161 MLIGOV actual"]),
        ("Chad's president could feel ill when he visits Mali.", ["TCDGOV 042 MLI hypothetical"]),
        ("Chad's president felt ill when he visited Mali.", ["TCDGOV 042 MLI actual"]),
        ("Peruvian soldiers would have captured the Chilean pilots.", ["PERMIL 173 CHLMIL hypothetical"]),
    ],
    "aims, chances and habits": [
        ("Chad welcomed steps aimed at arresting Malian rebels.", ["TCD 051 - actual"]),
        ("Peru has a month to sue Chile.", ["PER 115 CHL hypothetical"]),
        ("Sudan's army often bombs Darfuri rebels.", ["SDNMIL 195 SDNREB hypothetical"]),
        ("Sudan's army again bombs Darfuri rebels.", ["SDNMIL 195 SDNREB actual"]),
    ],
    "the year of a deed and its parts": [
        ("In 1994 Chadian rebels crossed a river, killing Libyan soldiers.", ["TCDREB 190 LBYMIL historical"]),
        ("On Monday Chadian rebels crossed a river, killing Libyan soldiers.", ["TCDREB 190 LBYMIL actual"]),
        ("Peru criticised the 1994 nuclear treaty with Chile.", ["PER 111 CHL actual"]),
    ],
    "a name behind an opening phrase": [
        (
            "On a visit to Fiji, Norwegian President Emmerson Ngabe praised the Fijian army.",
            ["NORGOV 051 FJIMIL actual"],
        ),
    ],
    "blasts in works and bombs": [
        ("A fireman was killed by an explosion at the Peruvian gunpowder factory.", []),
        ("A Peruvian soldier was killed by a bomb at the factory.", ["- 183 PERMIL actual"]),
    ],
    "cordons, votes put off and warnings": [
        ("Peruvian police cordoned off the square.", []),
        ("Peruvian police cordoned off the Chilean embassy.", ["PERCOP 191 CHLGOV actual"]),
        ("Peruvian senators postponed a vote on the bill.", []),
        ("The Peruvian government postponed the elections.", ["PERGOV 172 - actual"]),
        ("The Peruvian government sent out a warning of floods.", []),
        ("The Peruvian government threatened Chile.", ["PERGOV 130 CHL actual"]),
    ],
    "rebels and soldiers who fight": [
        ("Peruvian rebels fought with soldiers in Lima.", ["PERREB 190 PERMIL actual"]),
        ("Peruvian students fought with police in Lima.", ["PEREDU 145 PERCOP actual"]),
    ],
    "what comes of a deed": [
        ("Egypt arrested ten reporters, raising concerns over the media.", ["EGY 173 EGYMED actual"]),
        ("The Egyptian minister raised concerns over the vote.", ["EGYGOV 012 - actual"]),
    ],
    "what is not law": [
        ("The Kenyan bill would expel Ugandan traders.", ["KEN 174 UGABUS hypothetical"]),
        ("Kenya expelled Ugandan traders.", ["KEN 174 UGABUS actual"]),
    ],
    "what is let out": [
        ("A survey by the African Union, which was released on Monday, caused a stir.", []),
        ("Three Chadian journalists were released on Monday.", ["- 0841 TCDMED actual"]),
    ],
    "what is only alleged, denied or not held": [
        ("The Kenyan police allegedly attacked the Ugandan embassy.", ["KENCOP 190 UGAGOV hypothetical"]),
        ("Two Kenyan judges were killed, allegedly by Ugandan rebels.", ["UGAREB 190 KENJUD actual"]),
        (
            "The mayor does not believe that Ugandan soldiers bombed the Kenyan village.",
            ["UGAMIL 195 KEN hypothetical"],
        ),
        ("The mayor believes that Ugandan soldiers bombed the Kenyan village.", ["UGAMIL 195 KEN actual"]),
        (
            "Auditors found no evidence that the Ugandan army bombed the Kenyan village.",
            ["UGAMIL 195 KEN hypothetical"],
        ),
        ("Auditors found evidence that the Ugandan army bombed the Kenyan village.", ["UGAMIL 195 KEN actual"]),
        ("The Kenyan envoy was nearly killed by Ugandan rebels.", ["UGAREB 190 KENGOV hypothetical"]),
        ("The Kenyan envoy was killed by Ugandan rebels.", ["UGAREB 190 KENGOV actual"]),
    ],
    "what is to come": [
        ("Before Chad leaves the African Union, much must be settled.", ["TCD 160 IGOOAU hypothetical"]),
        ("After Chad left the African Union, much was settled.", ["TCD 160 IGOOAU actual"]),
        ("Libya is taking steps towards annexing Chad.", ["- 192 TCD hypothetical"]),
        ("The king tasked the Kenyan minister with arresting the Ugandan rebels.", ["---GOV 173 UGAREB hypothetical"]),
        ("Kenyan police will question the firm before June.", ["KENCOP 091 KENBUS future"]),
        ("The Kenyan minister will deliver a speech in parliament.", []),
        ("The Kenyan minister delivered a speech in parliament.", ["KENGOV 010 KENLEG actual"]),
        ("In return Russia would withdraw its troops from Chad.", ["RUS 0874 TCD hypothetical"]),
        ("Russia said it would withdraw its troops from Chad.", ["RUS 0356 TCD actual"]),
    ],
    "what anybody of a kind does": [
        ("Voters want a candidate who opposes the Kenyan government.", ["KENPTY 110 KENGOV hypothetical"]),
        (
            "Voters cheered the candidate who opposed the Kenyan government.",
            ["KENCVL 051 KENPTY actual", "KENPTY 110 KENGOV actual"],
        ),
    ],
    "wishes and opinions": [
        ("The Kenyan president wants to visit Uganda.", []),
        ("The Kenyan president promised to visit Uganda.", ["KENGOV 036 UGA actual"]),
        (
            "The Kenyan senator thinks that the government should free the students.",
            ["KENGOV 0841 KENEDU hypothetical"],
        ),
        ("The Kenyan senator said that the government should free the students.", ["KENLEG 0253 KENGOV actual"]),
        ("The Kenyan senator insisted that he would fight the Ugandan rebels.", []),
        ("The Kenyan senator insisted that Uganda free the students.", ["KENLEG 1053 UGA actual"]),
        ("Experts say that peace in Uganda is impossible.", []),
        ("The Kenyan minister warned the Ugandan rebels to step back.", []),
        ("The Kenyan minister warned the Ugandan rebels.", ["KENGOV 130 UGAREB actual"]),
    ],
    "aims that are no targets": [
        ("New cards targeting Kenyan tourists were launched on Monday.", []),
        ("Ugandan rebels targeted Kenyan farmers on Monday.", ["UGAREB 190 KENAGR actual"]),
        ("The attacks on the Kenyan parliament were unfair, the paper wrote.", []),
        ("Rebel attacks on the Kenyan parliament went on.", ["KENREB 190 KENLEG actual"]),
        ("Senator Elizabeth Warren and Bernie Sanders clashed over the tax.", []),
        ("The targeting equipment of the Kenyan army is old.", []),
    ],
    "accidents told by their verb": [
        ("A small plane crashed into a house in Kenya, killing two soldiers.", []),
        ("Gunmen came to a house in Kenya, killing two soldiers.", ["KENUAF 193 KENMIL actual"]),
    ],
    "air that is no weather": [
        ("The Libyan army began air and ground assaults on Chadian rebels.", ["LBYMIL 195 TCDREB actual"]),
    ],
    "raids of the police": [
        ("Kenyan police raided two Ugandan firms.", ["KENCOP 171 UGABUS actual"]),
        ("Kenyan soldiers raided two Ugandan camps.", ["KENMIL 190 UGA actual"]),
    ],
    "protection and training": [
        ("The Kenyan minister protects Ugandan traders.", []),
        ("The Kenyan police protected the Ugandan embassy.", ["KENCOP 074 UGAGOV actual"]),
        ("Kenyan frigates are equipped with new guns.", []),
        ("France equipped the Kenyan navy.", ["FRA 072 KENMIL actual"]),
    ],
    "deeds on things": [
        ("The Kenyan minister dismissed the possibility of a split.", ["KENGOV 120 - actual"]),
        ("The Kenyan minister dismissed the Ugandan general.", ["KENGOV 172 UGAMIL actual"]),
        ("The Kenyan president ordered a withdrawal from the Danish Union.", []),
        ("The Kenyan president ordered a withdrawal of troops from Uganda.", ["KENGOV 0356 UGA actual"]),
    ],
    "money that is no aid": [
        ("The Kenyan government spent millions of dollars on a palace.", []),
        ("The Kenyan government spent millions of dollars on Ugandan refugees.", ["KENGOV 071 UGAREF actual"]),
    ],
    "what one gets, and who is for or against": [
        ("The Kenyan president received advice from Ugandan judges.", []),
        ("The Kenyan president received Ugandan judges.", ["KENGOV 043 UGAJUD actual"]),
        ("Members of the Kenyan parliament were opposed to the bill.", ["KENLEG 110 KENGOV actual"]),
        ("Rebels attack Kenyan villages whenever they want to.", ["KENREB 190 KEN hypothetical"]),
        ("Rebels again attack Kenyan villages.", ["KENREB 190 KEN actual"]),
        ("The Kenyan president expected to meet the Ugandan leaders.", []),
        (
            "The Kenyan and Ugandan presidents are expected to meet on Friday.",
            ["KENGOV 036 UGAGOV actual", "UGAGOV 036 KENGOV actual"],
        ),
    ],
    "guesses, things taken over and crossings": [
        (
            "Everybody thought that the Kenyan president would be deposed by the army.",
            ["KENMIL 190 KENGOV hypothetical"],
        ),
        ("The Kenyan president was deposed by the army.", ["KENMIL 190 KENGOV actual"]),
        ("A local council took over the water bills in Chad.", []),
        ("Rebels took over the Chadian capital.", ["TCDREB 192 TCD actual"]),
        ("A Kenyan singer crossed into Uganda.", []),
        ("Kenyan troops crossed into Uganda.", ["KENMIL 190 UGA actual"]),
    ],
    "what is done on condition or not at all": [
        (
            "Kenyan unions would return only after signing an agreement with Uganda.",
            ["KENLAB 057 UGA hypothetical", "UGA 057 KENLAB hypothetical"],
        ),
        (
            "Kenyan unions returned after signing an agreement with Uganda.",
            ["KENLAB 057 UGA actual", "UGA 057 KENLAB actual"],
        ),
    ],
    "figures of illness, money and speech": [
        ("A Kenyan judge suffered a seizure.", []),
        ("Somebody in Kenya attacked the media again.", []),
        ("Rebels in Kenya attacked the media again.", ["KENREB 190 KENMED actual"]),
        ("A league of nations battled against apartheid in Kenya.", []),
        ("Ugandan rebels battled against the Kenyan army.", ["UGAREB 190 KENMIL actual"]),
    ],
    "tasks, drills and quarrels at home": [
        ("It fell to the Kenyan minister to calm his hosts.", []),
        ("The Kenyan town fell to Ugandan rebels.", ["UGAREB 192 KEN actual"]),
        ("The new Kenyan president is charged to lead the country.", []),
        ("The new Kenyan president was charged with treason.", ["- 173 KENGOV actual"]),
        ("A simulated attack on the Ugandan embassy went well.", ["- 190 UGAGOV hypothetical"]),
        ("An attack on the Ugandan embassy went on.", ["- 190 UGAGOV actual"]),
        ("Clashes between husband and wife are frequent in Kenya.", []),
        (
            "Clashes between villagers and herders are frequent in Kenya.",
            ["KENAGR 190 KENCVL actual", "KENCVL 190 KENAGR actual"],
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_doubtful(text: str, expected: list[str]) -> None:
    """What is stated gives exactly these events, what is touched on none."""
    assert coded(text, DAY) == expected
