"""Classes of fighting told beside the words of the act: who fell fighting whom, from where rockets came, who lost a town."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2017, 3, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "somebody falls fighting": [
        ("Two Kenyan soldiers were killed fighting al-Shabaab.", ["SOMREB 190 KENMIL actual"]),
        ("A Kenyan soldier died fighting al-Shabaab in Somalia.", ["SOMREB 190 KENMIL actual"]),
        ("Kenyan soldiers have been fighting al-Shabaab.", ["KENMIL 190 SOMREB actual"]),
        ("Two Kenyan soldiers were killed on Monday.", ["- 190 KENMIL actual"]),
    ],
    "a blow answers another": [
        (
            "Chadian jets bombed a Sudanese post and Sudanese troops retaliated with rockets.",
            ["SDNMIL 190 TCDMIL actual", "TCDMIL 195 SDN actual"],
        ),
        ("Sudanese troops retaliated with rockets.", ["SDNMIL 190 - actual"]),
        ("Sudan retaliated with tariffs.", ["SDN 163 - actual"]),
    ],
    "missiles come from somewhere": [
        ("Two rockets fired from Sudan landed in Chad.", ["SDN 194 TCD actual"]),
        ("Rockets were fired from Sudan into Chad.", ["SDN 194 TCD actual"]),
        ("Chad shot down a missile fired by Sudanese rebels.", ["SDNREB 195 TCD actual", "TCD 150 - actual"]),
        ("Two rockets landed in Chad.", ["- 194 TCD actual"]),
        ("A delegation from Sudan landed in Chad.", ["SDNGOV 042 TCD actual"]),
    ],
    "a place is taken from somebody": [
        ("Malian troops captured Gao from the Tuareg rebels.", ["MLIMIL 192 MLIREB actual"]),
        ("Malian troops took Gao from the Tuareg rebels.", ["MLIMIL 192 MLIREB actual"]),
        ("Malian troops captured Gao.", ["MLIMIL 192 MLI actual"]),
        ("The Malian champion took the title from a Chadian boxer.", []),
    ],
    "fighters are driven from a place": [
        ("Malian troops drove Tuareg rebels from Gao.", ["MLIMIL 190 MLIREB actual"]),
        ("Tuareg rebels were pushed out of Gao by Malian troops.", ["MLIMIL 190 MLIREB actual"]),
        ("The Malian minister drove from Gao to Mopti.", []),
    ],
    "somebody fights beside others": [
        ("French soldiers fought alongside Malian troops against al-Shabaab.", ["FRAMIL 190 SOMREB actual"]),
        ("French soldiers fought alongside Malian troops.", ["FRAMIL 062 MLIMIL actual"]),
    ],
    "a place undergoes a blow of somebody's": [
        ("Goma has been under a Rwandan blockade.", ["RWA 191 COD actual"]),
        ("Chad experienced a missile attack on Tuesday.", ["- 190 TCD actual"]),
    ],
    "forces strike, workers strike": [
        ("The Kenyan army said its planes had carried out several strikes.", ["KENMIL 190 - actual"]),
        ("Kenyan planes carried out several strikes inside Somalia.", ["KEN 190 SOM actual"]),
        ("Kenyan teachers carried out a strike.", ["KENEDU 143 - actual"]),
    ],
    "the campaign of somebody's forces": [
        ("The Kenyan military campaign inside Somalia entered its second year.", ["KENMIL 190 SOM actual"]),
        ("The Kenyan military campaigned for higher pay.", ["KENMIL 053 - actual"]),
    ],
    "a battle for a place": [
        ("The Kenyan offensive to retake Kismayo from al-Shabaab began in May.", ["KEN 190 SOMREB actual"]),
        ("The Kenyan army planned an operation to retake Kismayo.", ["KENMIL 1382 SOM actual"]),
    ],
    "victims are of the place where the blow fell": [
        ("A Kenyan air strike in Somalia killed ten civilians.", ["KEN 195 SOMCVL actual"]),
        ("The Kenyan army killed 20 militants in an air strike in Somalia.", ["KENMIL 195 SOMREB actual"]),
        ("The US-led coalition killed ten civilians in air strikes.", ["USAMIL 195 ---CVL actual"]),
        ("The Kenyan army killed ten civilians.", ["KENMIL 190 KENCVL actual"]),
    ],
    "a van is driven into a market": [
        (
            "A Chadian man drove a van into a Nairobi street market, killing ten people.",
            ["TCDCVL 180 KENCVL actual", "TCDCVL 180 KENGOV actual"],
        ),
        ("The Chadian government drove its reforms into the market.", []),
    ],
    "somebody is held in another country": [
        ("Three Kenyan journalists are being held in Chad.", ["TCD 173 KENMED actual"]),
        ("The Kenyan festival was held in Chad.", []),
        ("The Kenyan president is held in high esteem in Chad.", []),
    ],
    "who is taken as a slave": [
        ("Kenyan girls were taken as sex slaves by Boko Haram.", ["NGAREB 1821 KENCVL actual"]),
        ("The Kenyan minister was taken as a fool.", []),
    ],
    "at whose hands": [
        ("The killing of a Kenyan governor at the hands of al-Shabaab shocked Nairobi.", ["SOMREB 190 KENGOV actual"]),
        ("The killing of a Kenyan governor at home shocked Nairobi.", ["- 190 KENGOV actual"]),
    ],
    "the Saudi-led coalition": [
        ("The Saudi-led coalition bombed a camp in Yemen.", ["SAUMIL 195 YEM actual"]),
    ],
    "a weapon strikes a market": [
        ("Rockets hit a market in Yemen.", ["- 194 YEM actual"]),
        ("Saudi air strikes hit a market in Yemen.", ["SAU 195 YEM actual"]),
        ("A Saudi drink hit the market in Yemen.", []),
        ("Rail strikes hit travellers in Britain.", ["GBRCVL 143 - actual"]),
    ],
    "somebody claims a deed of his own": [
        ("Chad claimed that its jets had shot down a Sudanese drone.", ["TCD 190 SDNMIL actual"]),
        ("Chad claimed it had killed ten Sudanese rebels.", ["TCD 190 SDNREB actual"]),
        ("Chad claimed that Sudan had bombed a village.", ["SDN 195 - hypothetical", "TCD 1123 SDN actual"]),
    ],
    "the militants are of the band named before": [
        (
            "Islamic State took Palmyra in Syria. Syrian troops killed ten of the militants on Monday.",
            ["SYRMIL 190 IMGISI actual"],
        ),
        (
            "Islamic State took Palmyra in Syria. Kurdish fighters captured a hill town held by the terrorist group.",
            ["IMGISI 192 - actual", "SYRREB 192 IMGISI actual"],
        ),
        (
            "Al-Shabaab took a town in Somalia. Somali troops killed ten of the militants on Monday.",
            ["SOMMIL 190 SOMREB actual", "SOMREB 192 SOM actual"],
        ),
        (
            "Turkish troops killed ten PKK fighters. Turkey calls the PKK a terrorist group.",
            ["TUR 111 TURREB actual", "TURMIL 190 TURREB actual"],
        ),
    ],
    "what a blow is for is not its target": [
        ("Chadian jets launched air strikes in support of Malian troops.", ["TCDMIL 195 - actual"]),
        ("Chadian jets launched air strikes in Mali.", ["TCDMIL 195 MLI actual"]),
    ],
    "a state strikes the government of another": [
        ("US jets launched missile strikes against government targets in Syria.", ["USAMIL 195 SYRGOV actual"]),
        ("Syria bombed government positions.", ["SYR 195 SYRGOV actual"]),
    ],
    "who holds the town that is captured": [
        ("Malian troops captured a town held by Tuareg rebels.", ["MLIMIL 192 MLIREB actual", "MLIREB 192 MLI actual"]),
        ("Malian troops captured a town built by Tuareg traders.", ["MLIMIL 192 MLIBUS actual"]),
    ],
    "people board buses": [
        ("Residents boarded a bus in Homs, Syria.", []),
        ("Somali pirates boarded a Danish ship.", ["SOMCRM 181 DNK actual"]),
    ],
    "a building is destroyed from the air": [
        ("A hospital in Aleppo was destroyed in a Russian air strike.", ["RUS 195 SYRHLH actual"]),
        ("A hospital in Aleppo was destroyed in a fire.", ["- 1712 SYRHLH actual"]),
    ],
    "whose village is attacked": [
        ("Kenyan troops attacked a village in Somalia.", ["KENMIL 190 SOM actual"]),
        ("Al-Shabaab fighters attacked an army base in southern Somalia.", ["SOMREB 190 SOM actual"]),
        ("Boko Haram raided two villages on Sunday.", ["NGAREB 190 NGA actual"]),
        ("Separatists shelled a village near Donetsk in Ukraine.", ["UKRSEP 194 UKR actual"]),
        ("Kenyan troops attacked a village.", ["KENMIL 190 - actual"]),
        ("The Kenyan minister attacked a report in Somalia.", []),
    ],
    "an attack in a place befalls it": [
        ("The attack in Nairobi left four dead.", ["- 190 KEN actual"]),
        ("The attack left four dead.", []),
    ],
    "somebody of an age": [
        ("A 42-year-old was arrested by Kenyan police.", ["KENCOP 173 KENCVL actual"]),
        (
            "The 70-year-old president of Chad met the Kenyan president.",
            ["KENGOV 040 TCDGOV actual", "TCDGOV 040 KENGOV actual"],
        ),
    ],
    "hackers work for a state": [
        ("Kremlin-backed hackers attacked the Kenyan electoral commission.", ["RUSCRM 176 KENGOV actual"]),
        ("Hackers backed by Iran broke into the emails of Kenyan ministers.", ["IRNCRM 176 KENGOV actual"]),
        ("Hackers broke into the emails of Kenyan ministers.", ["KENCRM 176 KENGOV actual"]),
    ],
    "allies who back a force are not struck": [
        ("Syrian forces pounded the area, backed by Russian allies.", ["SYRMIL 190 - actual"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_fighting(text: str, expected: list[str]) -> None:
    """The text gives exactly these events."""
    assert coded(text, DAY) == expected
