"""Classes of construction that the language model or the grammar once missed: two or three fresh sentences for each."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2021, 6, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "an order to those one does not command": [
        ("The Peruvian police ordered the protesters to disperse.", ["PERCOP 1052 PERCVL actual"]),
        ("The Security Council ordered Libya to free the sailors.", ["IGOUNO 1053 LBY actual"]),
    ],
    "neither confirmed nor denied": [
        ("The Danish army would neither confirm nor deny the report.", ["DNKMIL 011 - actual"]),
        ("The Danish army had no comment.", ["DNKMIL 011 - actual"]),
    ],
    "no said to somebody": [("Serbia said no to Croatia on the bridge.", ["SRB 120 HRV actual"])],
    "whose the thing is": [
        ("Peru rejected a project proposed by Chile.", ["PER 120 CHL actual"]),
    ],
    "one event told of two": [
        ("Malian troops and Malian soldiers shelled the Chadian town.", ["MLIMIL 194 TCD actual"]),
        (
            "Malian troops and Malian police shelled the Chadian town.",
            ["MLICOP 194 TCD actual", "MLIMIL 194 TCD actual"],
        ),
        ("A gunman fired on the Kenyan police, injuring two officers.", ["KENUAF 193 KENCOP actual"]),
    ],
    "private company": [
        (
            "The Norwegian minister and her partner Daniela Frimann received the Malian president.",
            ["NORGOV 043 MLIGOV actual"],
        ),
        (
            "The Norwegian and Danish ministers received the Malian president.",
            ["DNKGOV 043 MLIGOV actual", "NORGOV 043 MLIGOV actual"],
        ),
    ],
    "a recipient read as a compound": [
        ("Norway sent Estonia howitzers.", ["NOR 072 EST actual"]),
        ("The UN denied aid workers access.", ["IGOUNO 1245 NGO actual"]),
    ],
    "a headline's verb read as a noun": [
        ("Peru, Chile sign border treaty", ["CHL 057 PER actual", "PER 057 CHL actual"]),
        ("Iran test-launches new rocket", ["IRN 150 - actual"]),
        ("Nepal demands that India stop shelling its border posts.", ["NPL 1056 IND actual"]),
    ],
    "who is brought together": [
        ("The conference will bring together Peru and Chile.", ["CHL 036 PER actual", "PER 036 CHL actual"]),
        (
            "The talks brought together delegations of two countries, namely Ghana and Togo.",
            ["GHAGOV 040 TGOGOV actual", "TGOGOV 040 GHAGOV actual"],
        ),
        ("The forum brought together leaders of industry from Kenya.", []),
    ],
    "states that are counted before they are listed": [
        (
            "Envoys from three countries (Ghana, Togo and Benin) thanked the Malian president.",
            ["BENGOV 051 MLIGOV actual", "GHAGOV 051 MLIGOV actual", "TGOGOV 051 MLIGOV actual"],
        ),
    ],
    "company named by along with": [
        ("Spain along with Portugal condemned Iran.", ["ESP 111 IRN actual", "PRT 111 IRN actual"]),
        ("Police together with soldiers arrested ten students in Lima.", ["PERCOP 173 PEREDU actual"]),
    ],
    "people at the scene of violence": [
        (
            "The raid in Niger lasted an hour. American officials met the American pilots. Ten militants were killed.",
            ["- 190 NERREB actual", "USAGOV 040 USAMIL actual"],
        ),
        (
            "Dutch jets took part in an offensive in northern Mali. Dutch officials said that 20 villagers were killed.",
            ["- 190 MLICVL actual", "NLDMIL 190 MLI actual"],
        ),
    ],
    "a city before a word of violence": [
        ("The Kabul bombing killed ten people.", ["- 183 AFGCVL actual"]),
        ("The Nairobi attack wounded two Italian nurses.", ["- 190 ITAHLH actual"]),
    ],
    "officers with the body that they serve": [
        ("Two officers with Russia's intelligence service hacked German newspapers.", ["RUSSPY 176 DEUMED actual"]),
        ("An analyst with the Kenyan army criticised Somalia.", ["KENMIL 111 SOM actual"]),
    ],
    "what somebody else asked": [
        (
            "Thai police could not search the ship after the embassy of Brazil refused their request.",
            ["BRAGOV 120 THACOP actual"],
        ),
    ],
    "many more of the same": [
        (
            "The Togolese army killed dozens of protesters and imprisoned many more.",
            ["TGOMIL 173 TGOCVL actual", "TGOMIL 175 TGOCVL actual"],
        ),
    ],
    "the police who report an arrest": [
        ("Two editors were arrested in Harare, Zimbabwean police said.", ["ZWECOP 173 ZWEMED actual"]),
        ("Two editors were arrested in Harare, Zimbabwean lawyers said.", ["- 173 ZWEMED actual"]),
    ],
    "people from somewhere, told after a comma": [
        ("The Italian navy rescued 90 people, mostly from Gambia.", ["ITAMIL 073 GMBCVL actual"]),
    ],
    "the door and the law that a protest is against": [
        ("Peruvian teachers rallied on Sunday against proposed tax rises.", ["PEREDU 1412 PERGOV actual"]),
        ("A protest outside the Turkish embassy in Berlin drew hundreds.", ["- 141 TURGOV actual"]),
        ("Chilean villagers protested against a dam.", ["CHLCVL 1412 - actual"]),
    ],
    "organisers of a protest": [
        (
            "On Facebook, the Greek president urged the organisers of the protests to talk.",
            ["GRCGOV 020 GRCCVL actual"],
        ),
    ],
    "a list of names whose verb is read as a noun": [
        ("Turkey and Oman ink deal on gas exports.", ["OMN 057 TUR actual", "TUR 057 OMN actual"]),
        ("Norway and UNICEF hand over 12 boats to Fiji.", ["IGOUNOKID 070 FJI actual", "NOR 070 FJI actual"]),
    ],
    "a headline in capitals": [
        ("Peru Lifts Travel Ban to Haiti.", ["PER 081 HTI actual"]),
        ("Kenya Agrees to Release Ugandan Prisoners After Talks", ["KEN 0353 UGACVL actual"]),
    ],
    "an undertaking whose act has no code": [
        ("Kenya agreed to accept 40 students from Chad.", ["KEN 030 TCDEDU actual"]),
        ("The Greek government promised Malta to open the road.", ["GRCGOV 030 MLT actual"]),
    ],
    "an infinitive behind the object tells the purpose": [
        ("Riot police take up position to disperse the crowd in Nairobi.", ["KENCOP 175 KENCVL actual"]),
    ],
    "what somebody fights with": [
        ("ISIL fighters are resisting with car bombs in Raqqa.", ["IMGISIREB 1832 SYR actual"]),
    ],
    "somebody entangled in a quarrel": [
        ("Belgium is mired in a war of words with Peru.", ["BEL 110 PER actual"]),
        ("Chile is locked in a war of words with Peru.", ["CHL 110 PER actual"]),
    ],
    "hopes for what others will do": [
        (
            "Uganda's president expressed hope that former governors will provide assistance to Chad.",
            ["UGAELI 033 TCD actual", "UGAGOV 013 - actual"],
        ),
    ],
    "figures and stories are no war": [
        ("Chad's fertility rate fell from six births per female to two per woman.", []),
        ("Lisbon lost control of the story surrounding the Portuguese minister.", []),
    ],
    "somebody is let or equipped to do a thing of his own": [
        ("A Kenyan officer was equipped with a body camera.", []),
        ("Kenyan police held the Mexican woman for an hour but let her go.", ["KENCOP 173 MEXCVL actual"]),
    ],
    "an invitation to the reader": [
        ("Meet the Eritrean refugee who became a nurse.", ["- 040 ERIREF hypothetical"]),
    ],
    "who releases and who protects": [
        ("Norway's release of letters annoyed the choir.", []),
        ("The women left under the protection of Malaysian special forces.", []),
    ],
    "somebody accepts what he was criticised for": [
        ("The Irish police chief said that he accepts the criticisms.", ["- 111 IRLCOP actual"]),
    ],
    "what is done to people is not done to things": [
        ("The Kenyans will receive the meal in their home.", []),
        ("Police in Peru arrested a cardiologist.", ["PERCOP 173 - actual"]),
    ],
    "blows at ideas and promises not to": [
        ("The French minister wants to kill the bill.", []),
        ("Most Dutch parties have pledged not to share the cake.", []),
        ("The victory offered huge relief to the French government.", []),
    ],
    "an act that is only possible": [
        ("Oman said Saudi air strikes on Yemen are possible.", ["SAU 195 YEM hypothetical"]),
    ],
    "blows of words between politicians": [
        ("The Greek spokeswoman fired back at the Greek senator.", []),
        ("Troops fired back at rebels in Mali.", ["MLIMIL 193 MLIREB actual"]),
    ],
    "what happened at a place did it": [
        ("He came after the terror attack in Lima, which targeted a stadium in Peru.", ["- 180 PER actual"]),
    ],
    "what somebody is held for": [
        (
            "The Bolivian mayor was arrested for collaborating with Chilean rebels.",
            ["- 173 BOLGOV actual", "BOLGOV 060 CHLREB hypothetical"],
        ),
    ],
    "a gerund of stopping with its place": [
        ("Chad and Libya agreed to halt fighting over the region.", ["LBY 0356 TCD actual", "TCD 0356 LBY actual"]),
    ],
    "what was vowed under another verb": [
        ("The Dutch minister mocked Norway's pledge to ban the unions.", ["NLDGOV 111 NOR actual"]),
    ],
    "air support is no praise": [
        ("The Malian army, which is supported by the French air force, lost a town.", ["FRAMIL 072 MLIMIL actual"]),
    ],
    "towns are taken, people freed": [
        ("Syrian army units liberated Palmyra.", ["SYRMIL 192 SYR actual"]),
        ("Syrian army units liberated two Danish nurses.", ["SYRMIL 0841 DNKHLH actual"]),
    ],
    "nobody is said to do it": [
        ("Cooler heads surrounding the French president slept.", []),
        ("The Chinese president was asked to spell his name.", []),
    ],
    "we of whom nobody knows who speaks": [
        ("We strongly support NATO.", []),
        ("I voted for the Chilean president because of the roads.", []),
    ],
    "a pronoun that leads back to itself": [
        (
            "The Kenyan minister regretted the delay, which Macron said made him criticise Chad.",
            ["FRAGOV 111 TCD actual"],
        ),
    ],
    "an hour is no prime minister": [
        ("At 11.05 pm Kenya shelled a Somali camp.", ["KEN 194 SOM actual"]),
    ],
    "power is abused, not people": [
        ("Guards in Ghana abused their privileges.", []),
        ("Refugees in Chad were slated to live in a gymnasium.", []),
    ],
    "names that a headline lists with a comma": [
        ("EU asks Mali, rebels to stop fighting", ["IGOEEC 0256 MLI actual", "IGOEEC 0256 MLIREB actual"]),
        ("Union leaders, students urge Kenya to lift curfew", ["KENEDU 0251 KEN actual", "KENLAB 0251 KEN actual"]),
    ],
    "a verb of stopping read as a noun": [
        ("Finland demanded that Russia stop jamming its radios.", ["FIN 1051 RUS actual"]),
        ("Chad demanded that Sudan halt bombing its villages.", ["TCD 1056 SDN actual"]),
    ],
    "an inverted condition": [
        ("Were Hungary to veto the sanctions, brokers would cheer.", ["HUN 129 - hypothetical"]),
        ("Iran would attack Israel if it were provoked.", ["IRN 190 ISR hypothetical"]),
    ],
    "somebody has it done": [
        ("Brazil had three Paraguayan smugglers arrested at the border.", ["BRA 173 PRYCRM actual"]),
        ("The Thai army had four Burmese migrants deported.", ["THAMIL 174 MMRREF actual"]),
    ],
    "a doer far off": [
        ("The mayor was beaten at the hands of Kenyan soldiers.", ["KENMIL 182 KENGOV actual"]),
        ("Three Kurdish posts were shelled, residents said, by Turkish troops.", ["TURMIL 194 - actual"]),
    ],
    "a relative pronoun after a preposition": [
        ("The Iranian journalists to whom Portugal gave asylum live in Porto.", ["PRT 075 IRNMED actual"]),
    ],
    "a pronoun is not the subject of its own verb": [
        (
            "The Danish prime minister thanked Latvia's president and offered him tents.",
            ["DNKGOV 0333 LVAGOV actual", "DNKGOV 051 LVAGOV actual"],
        ),
    ],
    "a counterpart holds the same office": [
        (
            "The Spanish foreign minister met his Moroccan counterpart.",
            ["ESPGOV 040 MARGOV actual", "MARGOV 040 ESPGOV actual"],
        ),
    ],
    "a noun of action with the arguments of its verb": [
        ("Norway's donation of vaccines to Nepal was noticed.", ["NOR 073 NPL actual"]),
        ("Jordan's closure of its border with Syria stranded drivers.", ["JOR 163 SYR actual"]),
        ("The freezing of Iranian assets by Canada took lawyers by surprise.", ["CAN 1711 IRN actual"]),
        ("The supply of arms to the rebels by Libya went on.", ["LBY 072 LBYREB actual"]),
        (
            "The signing of a border treaty between Peru and Ecuador ended the dispute.",
            ["ECU 057 PER actual", "PER 057 ECU actual"],
        ),
    ],
    "an infinitive of purpose": [
        ("Kenya deployed 200 troops to protect Somalia.", ["KEN 074 SOM actual"]),
        ("Indian police used tear gas to disperse farmers.", ["INDCOP 175 INDAGR actual"]),
    ],
    "a reported act": [
        ("Israel is said to have bombed a Syrian factory.", ["ISR 195 SYRBUS actual"]),
        ("Iran is alleged to have hacked Norway.", ["IRN 176 NOR actual"]),
        ("Ghana should expel the Cuban envoy, a professor said.", ["GHA 161 CUBGOV hypothetical"]),
    ],
    "a place where it happened": [
        ("Trade talks were suspended in Geneva.", ["- 164 - actual"]),
        ("There was a suicide bombing in Mosul on Monday.", ["- 1831 - actual"]),
    ],
    "a demand that says what it asks for": [
        ("Cuba rejected appeals by Chile to lift the curfew.", ["CUB 1241 CHL actual"]),
    ],
    "an infinitive that belongs to a call": [
        ("Sweden ignored pleas from Chile to free the sailors.", ["SWE 1243 CHL actual"]),
        ("The French president called for Chad to lift sanctions on Niger.", ["FRAGOV 0254 TCD actual"]),
    ],
    "a promise not to help": [
        ("Latvia pledged not to sell weapons to Iran.", ["LVA 1222 IRN actual"]),
    ],
    "an entry that takes an act for its object": [
        ("Eritrea halted its shelling of Ethiopia.", ["ERI 087 ETH actual"]),
    ],
    "relations reduced with the one just spoken of": [
        ("Kenya suspended aid to Rwanda and recalled its ambassador.", ["KEN 161 RWA actual", "KEN 162 RWA actual"]),
    ],
    "coordinated verbs are two acts": [
        ("Farmers blocked a bridge and stoned Greek police.", ["GRCAGR 144 - actual", "GRCAGR 145 GRCCOP actual"]),
    ],
    "officers of a country are soldiers": [
        ("Togo freed two Ghanaian officers.", ["TGO 0841 GHAMIL actual"]),
    ],
    "one another": [
        ("Chad and Niger praised one another.", ["NER 051 TCD actual", "TCD 051 NER actual"]),
    ],
    "what a letter threatens": [
        (
            "Eritrea threatened in a letter to expel Swedish diplomats.",
            ["ERI 1313 SWEGOV actual", "ERI 161 SWEGOV hypothetical"],
        ),
        ("Lagos promised in a letter to the paper to think it over.", []),
    ],
    "a bearing behind what is struck": [
        ("Rebels fired mortars at a French base north of Gao.", ["---REB 194 FRA actual"]),
    ],
    "a gift read as another name of who gets it": [
        ("Denmark granted two Sudanese colonels political asylum.", ["DNK 075 SDNMIL actual"]),
    ],
    "the target of a deed": [
        ("Cyprus has been the target of a Turkish boycott.", ["- 163 CYP actual"]),
        ("Togo was the target of an attack by Ghanaian gunmen.", ["GHAUAF 190 TGO actual"]),
        ("The minister was the target of harsh criticism.", ["- 111 ---GOV actual"]),
    ],
    "an officer in an army": [
        ("Rwanda accused a colonel in the Ugandan army.", ["RWA 112 UGAMIL actual"]),
    ],
    "a deed in a body's name": [
        ("The Movement for the Liberation of the Congo has an office.", []),
        ("The Committee to Protect Journalists has an office.", []),
    ],
    "films, germs, brands and quarrels at home": [
        ("In the film, Russian paratroopers seize Alaska.", []),
        ("Russian paratroopers seized Alaska.", ["RUSMIL 192 USA actual"]),
        ("Norwegian fashion conquered Sweden.", []),
        ("Norway conquered Sweden.", ["NOR 192 SWE actual"]),
        ("A Greek thief stabbed a jeweller in Rome.", []),
        ("A Greek policeman stabbed a protester in Rome.", ["GRCCOP 182 ITACVL actual"]),
        ("Influenza has struck Norway early.", []),
    ],
    "whose side somebody is on": [
        ("Rebels backed by Eritrea shelled a Kenyan base.", ["---REB 194 KEN actual"]),
        ("Eritrea openly backed the Sudanese rebels.", ["ERI 072 SDNREB actual"]),
    ],
    "figures, journeys, singers": [
        ("Chinese exports to Brazil fell by a fifth.", []),
        ("Two Swedish nurses travelled to Malta.", []),
        ("The singers made peace after the concert.", []),
    ],
    "whose raid or penalty a passive tells of": [
        ("Ten Somalis were killed in a Kenyan air raid.", ["KEN 195 SOM actual"]),
        ("Three Malian villagers died in French drone strikes.", ["FRAMIL 1952 MLICVL actual"]),
        ("Four Nigerian soldiers were killed in a rebel ambush.", ["NGAREB 193 NGAMIL actual"]),
        ("Spanish sanctions were imposed on Chad.", ["ESP 163 TCD actual"]),
        ("Two nurses were killed in the Kabul bombing.", ["- 183 AFGHLH actual"]),
    ],
    "who suffers an attack by the noun before it": [
        ("The hospital bombing in Gao killed ten people.", ["- 183 MLICVL actual"]),
        ("A school shooting in Lima wounded two Chilean students.", ["- 190 CHLEDU actual"]),
        ("The rebel attack in Gao killed ten people.", ["MLIREB 190 MLICVL actual"]),
    ],
    "a main verb behind a relative clause": [
        (
            "The Danish president, who toured Mali on Friday and met Chadian envoys, condemned Iran.",
            [
                "DNKGOV 040 TCDGOV actual",
                "DNKGOV 042 MLI actual",
                "DNKGOV 111 IRN actual",
                "TCDGOV 040 DNKGOV actual",
            ],
        ),
        (
            "The Danish king, who met Chadian envoys accused of spying, praised Iran.",
            ["- 1125 TCDGOV actual", "DNKGOV 040 TCDGOV actual", "DNKGOV 051 IRN actual", "TCDGOV 040 DNKGOV actual"],
        ),
    ],
    "a doer behind the object of a noun": [
        ("Peru opened a case in connection with the shelling of Tumbes by Ecuador's army.", ["ECUMIL 194 PER actual"]),
        ("Peru closed a road by the bombed bridge.", ["PER 144 - actual"]),
    ],
    "people known by where they live or work": [
        ("People living in Gaza were attacked by Egyptian jets.", ["EGYMIL 190 PSECVL actual"]),
        ("Workers at a Spanish embassy were kidnapped.", ["- 181 ESPGOV actual"]),
        ("A reporter for a Danish newspaper was expelled by Chad.", ["TCD 174 DNKMED actual"]),
    ],
    "somebody met where another went": [
        (
            "The Danish foreign minister travelled to Peru, where he met the president.",
            ["DNKGOV 040 PERGOV actual", "DNKGOV 042 PER actual", "PERGOV 040 DNKGOV actual"],
        ),
        ("The Chadian foreign minister met the president, where Peru had no say.", ["TCDGOV 040 TCDGOV actual"]),
    ],
    "sanctions that are lifted were against somebody": [
        ("Sanctions imposed on Chad by Spain were lifted.", ["- 085 TCD actual", "ESP 163 TCD actual"]),
    ],
    "who embarks on something": [
        ("Chad embarked on an offensive against Boko Haram.", ["TCD 190 NGAREB actual"]),
    ],
    "who holds a place that is attacked": [
        (
            "Fighting goes on in Mali. French jets bombed rebel-held areas near Gao.",
            ["- 190 - actual", "FRAMIL 195 MLIREB actual"],
        ),
        (
            "Fighting goes on in Mali. France invaded government-held territory near Gao.",
            ["- 190 - actual", "FRA 192 MLIGOV actual"],
        ),
    ],
    "May is a minister": [
        ("Hollande met Theresa May.", ["FRAELI 040 GBRELI actual", "GBRELI 040 FRAELI actual"]),
        ("Hollande met ten Danish envoys in May.", ["DNKGOV 040 FRAELI actual", "FRAELI 040 DNKGOV actual"]),
    ],
    "a day of a month is nobody": [
        ("The Jan. 29 raid killed ten Yemeni soldiers.", ["- 190 YEMMIL actual"]),
    ],
    "their homes are the villagers' homes": [
        (
            "Thirty Malian villagers were killed when the Chadian army shelled their homes.",
            ["TCDMIL 194 MLICVL actual"],
        ),
    ],
    "whose attempt is rejected": [
        (
            "A Kenyan court rejected an attempt by Ugandan miners to force the government to hold an inquiry.",
            ["KENJUD 120 UGALAB actual"],
        ),
        ("Chad refused to release two editors.", ["TCD 1243 TCDMED actual"]),
    ],
    "those answered who speak": [
        ("The Danish king replied to students calling for talks with Chad.", ["DNKEDU 026 TCD actual"]),
        ("The Danish king replied to students, calling for talks with Chad.", ["DNKGOV 026 TCD actual"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_construction(text: str, expected: list[str]) -> None:
    """The sentence gives exactly these events."""
    assert coded(text, DAY) == expected
