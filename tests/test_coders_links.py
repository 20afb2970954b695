"""Classes of links between the words of a text and its actors: whom a short name, a pronoun, a count or a place stands for."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2021, 6, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "the group is the one named before": [
        (
            "Boko Haram attacked Niger. The group also kidnapped ten Chadian nurses.",
            ["NGAREB 181 TCDHLH actual", "NGAREB 190 NER actual"],
        ),
        (
            "Greenpeace activists criticised Peru. The organisation accused Norway of lying.",
            ["NGOGRP 111 PER actual", "NGOGRP 112 NOR actual"],
        ),
        (
            "Boko Haram and Hezbollah criticised Chad. The group also condemned Mali.",
            ["LBNREB 111 TCD actual", "NGAREB 111 TCD actual"],
        ),
    ],
    "the defendants are those accused before": [
        (
            "Three Syrians were charged with spying in Berlin. The defendants hacked a German newspaper.",
            ["- 173 SYR actual", "SYRCRM 176 DEUMED actual"],
        ),
    ],
    "nationals counted before they are told apart": [
        ("Two soldiers, a Malian and a Dutchman, were killed in Gao.", ["- 190 MLIMIL actual", "- 190 NLDMIL actual"]),
    ],
    "police of the place where somebody was": [
        (
            "A Danish consul was expelled from Bolivia. Detectives could not interview him because the consulate declined their request.",
            ["BOL 161 DNKGOV actual", "DNKGOV 120 BOLCOP actual"],
        ),
    ],
    "a finite verb beside a negated one": [
        ("The editor was not able to flee and was arrested by police in Minsk.", ["BLRCOP 173 BLRMED actual"]),
        ("The Danish sailor did not stop and was shot by Belgian soldiers.", ["BELMIL 193 DNKMIL actual"]),
        ("Police did not arrest or beat Kenyan students.", ["KENCOP 173 KENEDU negated", "KENCOP 175 KENEDU negated"]),
    ],
    "what somebody came to before whom others speak": [
        (
            "Officials said that Malian rebels attacked a base before being arrested by soldiers.",
            ["MLIMIL 173 MLIREB actual", "MLIREB 190 MLI actual"],
        ),
    ],
    "whose raid it was": [
        ("The Malian commander was killed in a raid led by the French army.", ["FRAMIL 190 MLIMIL actual"]),
    ],
    "victims without a country of their own are of the place": [
        (
            "Gunmen from Chad are feared. Gunmen from Chad killed ten villagers in Niger on Monday.",
            ["TCDUAF 193 NERCVL actual"],
        ),
        ("Gunmen from Chad killed ten Malian villagers in Niger on Monday.", ["TCDUAF 193 MLICVL actual"]),
    ],
    "a house in a city is where it happened": [
        ("She compared the Leeds Arena bombing to other attacks.", ["- 183 GBR actual"]),
    ],
    "a man denied entry": [
        ("A Russian businessman was denied entry to the United States.", ["USA 120 RUSBUS actual"]),
    ],
    "a time owns no act": [
        (
            "He spoke after this week's resignation of the Danish defence minister.",
            ["DNKGOVMIL 0831 - actual"],
        ),
        ("Last week's attack on a Malian base by Chadian rebels killed ten.", ["TCDREB 190 MLI actual"]),
    ],
    "a doer behind the place that was struck": [
        ("The president condemned attacks on Chadian journalists by police.", ["TCDGOV 111 TCDCOP actual"]),
    ],
    "talks on something that is nobody": [
        (
            "Moscow and Tokyo had stepped up talks on the islands.",
            ["JPNGOV 040 RUSGOV actual", "RUSGOV 040 JPNGOV actual"],
        ),
    ],
    "people who are held": [
        ("Two Danish journalists are being held by Turkish police.", ["TURCOP 173 DNKMED actual"]),
        ("Rebels hold the town of Gao.", ["MLIREB 192 MLI actual"]),
    ],
    "the full support of somebody": [
        ("The Chadian president gave the Malian envoy his full support.", ["TCDGOV 051 MLIGOV actual"]),
    ],
    "a meeting of several": [
        (
            "The statement followed a meeting of the foreign ministers of Chad and Niger.",
            ["NERGOV 040 TCDGOV actual", "TCDGOV 040 NERGOV actual"],
        ),
    ],
    "who holds a village": [
        ("Isis-held villages were bombed by Turkish jets.", ["TURMIL 195 IMGISI actual"]),
    ],
    "people of several countries have none": [
        (
            "The Brazilian president met ambassadors from countries that import meat.",
            ["---GOV 040 BRAGOV actual", "BRAGOV 040 ---GOV actual"],
        ),
    ],
    "he is whom the sentences are about": [
        (
            "Fillon has rejected the plan. He accused a French judge of lying. He also criticised the French army.",
            ["FRAELI 111 FRAMIL actual", "FRAELI 112 FRAJUD actual", "FRAELI 120 FRAGOV actual"],
        ),
        (
            "Putin told Hollande that Russia would help. The French were pleased when he thanked Spain.",
            ["- 051 ESP actual"],
        ),
        (
            "Despite his defeat, Fillon met the Greek president.",
            ["FRAELI 040 GRCGOV actual", "GRCGOV 040 FRAELI actual"],
        ),
    ],
    "a name that goes on is another name": [
        ("Ghana thanked the Global Fund for Women.", ["GHA 051 --- actual"]),
        ("Iran accused the West of lying.", ["IRN 112 WST actual"]),
    ],
    "pronouns that belong to the words beside them": [
        (
            "France praised Venezuela and its allies, and Chad thanked Spain and its people.",
            ["FRA 051 VEN actual", "TCD 051 ESP actual", "TCD 051 ESPCVL actual"],
        ),
        ("Turkey's government, which fears its neighbours, criticised Iran.", ["TURGOV 111 IRN actual"]),
    ],
    "it that stands for nobody": [
        (
            "Chad rejected the plan. It was revealed that Mali had bombed Niger.",
            ["MLI 195 NER actual", "TCD 120 - actual"],
        ),
        ("The Kremlin propaganda was harsh. It attacked France.", ["- 190 FRA actual"]),
        (
            "The Kremlin rejected the plan. It accused France of lying.",
            ["RUSGOV 112 FRA actual", "RUSGOV 120 - actual"],
        ),
    ],
    "he and she by first names": [
        (
            "Merkel met Macron. The Dutch were glad when he praised Spain.",
            ["DEUGOV 040 FRAGOV actual", "FRAGOV 040 DEUGOV actual", "FRAGOV 051 ESP actual"],
        ),
        (
            "Theresa May told reporters that the suspect had fled. He attacked a Danish policeman.",
            ["GBRCRM 180 DNKCOP actual"],
        ),
        (
            "Nicolas Sarkozy met Theresa May. She accused Iran of lying.",
            ["FRAELI 040 GBRELI actual", "GBRELI 040 FRAELI actual", "GBRELI 112 IRN actual"],
        ),
    ],
    "the same pronoun is the same person": [
        ("Sarkozy said that he would quit after he had criticised Spain.", ["FRAELI 111 ESP actual"]),
        ("Chad said it would leave, although it had praised Mali.", ["TCD 051 MLI actual"]),
        ("Fillon told Hollande that he would praise him.", ["FRAELI 051 FRAELI actual"]),
    ],
    "a subject of several": [
        ("Chad and Niger said that they had attacked Mali.", ["NER 190 MLI actual", "TCD 190 MLI actual"]),
        ("Putin and Macron left when he had criticised Spain.", ["- 111 ESP actual"]),
    ],
    "nobody calls himself he": [
        (
            'Fillon rejected the plan. "He has insulted Spain," Sarkozy said.',
            ["FRAELI 111 ESP actual", "FRAELI 120 FRAGOV actual"],
        ),
        ('"If he criticises Spain, we shall leave," Sarkozy said.', ["- 111 ESP hypothetical"]),
        ('"Hollande has left Paris," he said, and accused Spain of lying.', ["- 112 ESP actual"]),
    ],
    "an editor's brackets": [
        (
            'Sarkozy rejected the plan. "He [Hollande] has insulted Spain," an aide said.',
            ["FRAELI 111 ESP actual", "FRAELI 120 FRAGOV actual"],
        ),
    ],
    "who is judged for what is his": [
        (
            "Merkel criticised Hollande for his attack on Spain.",
            ["DEUGOV 1123 FRAELI actual", "FRAELI 190 ESP hypothetical"],
        ),
    ],
    "it and they are the thing of their sentence": [
        ("Chad has an old plan. The plan failed because it insulted Mali.", ["- 111 MLI actual"]),
        ("Mali is at war. The war, now in its third year, hurt Chad.", ["MLI 190 - actual"]),
        (
            "When it comes to trade, Chad is ready. It remains to be seen whether it will attack Mali.",
            ["TCD 190 MLI hypothetical"],
        ),
        ("Chad told Mali that it had attacked Niger.", ["- 190 NER actual"]),
        ("Chad rejected the plan. They attacked Mali.", ["- 190 MLI actual", "TCD 120 - actual"]),
    ],
    "a name of nobody": [
        ("The Criminal Code was debated. He attacked a Danish policeman.", ["- 190 DNKCOP actual"]),
        ("Tarn Bekso, 41, fled. He attacked a Danish policeman.", ["--- 190 DNKCOP actual"]),
    ],
    "who only did it in a passive": [
        ("The plan was written by Hollande. He attacked a Danish policeman.", ["- 190 DNKCOP actual"]),
    ],
    "whose home is searched": [
        ("Hollande fled. Police in Lyon searched his home.", ["FRACOP 090 FRAELI actual"]),
    ],
    "who is aboard": [
        (
            "The bus in which Malian pilgrims were travelling was attacked by Chadian rebels.",
            ["TCDREB 190 MLICVL actual"],
        ),
        ("Rebels attacked a convoy carrying Danish nurses.", ["DNKREB 190 DNKHLH actual"]),
        ("The bus that was travelling to Gao was attacked by Chadian rebels.", ["TCDREB 190 - actual"]),
    ],
    "in whose place": [
        ("Hollande resigned. Macron praised Spain in his place.", ["FRAELI 0831 - actual", "FRAGOV 051 ESP actual"]),
    ],
    "somebody unknown stands beside the others": [
        ("Milo Garvin is ill. Garvin praised Lena Marlow, and Danish police arrested him.", ["DNKCOP 173 --- actual"]),
        ("Sarkozy's brother left. He accused Spain of lying.", ["FRAELICVL 112 ESP actual"]),
        (
            "His plan was praised by Merkel's adviser, Nicolas Sarkozy, who said that it was time. He also criticised Spain.",
            ["DEUGOV 051 - actual", "FRAELI 111 ESP actual"],
        ),
    ],
    "quotation marks part who speaks from who is spoken of": [
        (
            '"A Danish judge has lied," Sarkozy said. "The vote is lost," he added, and he criticised Spain.',
            ["FRAELI 111 ESP actual"],
        ),
        ('Sarkozy said: "I have waited for long. He has insulted Spain."', ["- 111 ESP actual"]),
        (
            'Sarkozy left. He criticised Mali. Sarkozy also said: "He has insulted Spain."',
            ["- 111 ESP actual", "FRAELI 111 MLI actual"],
        ),
        (
            "Sarkozy rejected the plan. It was no fault of a Danish minister, he said. He criticised Spain.",
            ["FRAELI 111 ESP actual", "FRAELI 120 - actual"],
        ),
    ],
    "who speaks behind what is said of him": [
        (
            "With Merkel away, Nicolas Sarkozy, who had lost the vote, said on Monday that it was time. He criticised Spain.",
            ["FRAELI 111 ESP actual"],
        ),
        ("However, at his talks in Rome, Nicolas Sarkozy criticised Spain.", ["FRAELI 111 ESP actual"]),
        ("Nicolas Sarkozy ran for president. He criticised Spain.", ["FRAELI 111 ESP actual"]),
        ('Sarkozy left. "It is late," he said. "The people know him, and he criticised Spain."', ["- 111 ESP actual"]),
    ],
    "he and she by how somebody is addressed": [
        (
            "Mr Tarn met Sarkozy in Lyon. The Danes were glad when she praised Spain.",
            ["- 051 ESP actual", "--- 040 FRAELI actual", "FRAELI 040 --- actual"],
        ),
        (
            "Lena Tarn met Sarkozy in Lyon. The Danes were glad when she praised Spain.",
            ["FRA 040 FRAELI actual", "FRA 051 ESP actual"],
        ),
    ],
    "who is urged to do it": [
        ("Chad urged Mali to end its attacks on Niger.", ["TCD 0256 MLI actual"]),
        ("Chad wanted Mali's support for its attack on Niger.", ["TCD 022 MLI actual", "TCD 190 NER actual"]),
    ],
    "what is done to a thing or to others": [
        ("The Chadian army bought a ship and attacked it.", ["TCDMIL 190 - actual"]),
        ("Chad was wrong in attacking it.", ["TCD 190 - actual"]),
        (
            "Congolese police rounded up Rwandan traders in the port and deported them.",
            ["CODCOP 173 RWABUS actual", "CODCOP 174 RWABUS actual"],
        ),
        ("Chadian rebels fled. The Malian army killed three of them.", ["MLIMIL 190 TCDREB actual"]),
        ("Chadian rebels fled. Near the ports the Malian army attacked three of them.", ["MLIMIL 190 - actual"]),
    ],
    "it after a country in which something is": [
        ("Soldiers fled in Chad. It attacked Mali.", ["- 190 MLI actual"]),
        (
            "Iran insulted Chad. Iran said that it was within the rights of Mali to attack Niger.",
            ["- 190 NER actual", "IRN 111 TCD actual"],
        ),
    ],
    "a name that only goes with a noun": [
        ("The Nato summit was short. It attacked Mali.", ["- 190 MLI actual"]),
        ("Nato met in Riga. It attacked Mali.", ["IGONAT 040 - actual", "IGONAT 190 MLI actual"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_link(text: str, expected: list[str]) -> None:
    """The text gives exactly these events."""
    assert coded(text, DAY) == expected
