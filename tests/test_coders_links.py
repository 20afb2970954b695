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
            ["MLIMIL 173 MLIREB actual", "MLIREB 190 - actual"],
        ),
    ],
    "whose raid it was": [
        ("The Malian commander was killed in a raid led by the French army.", ["FRAMIL 190 MLIMIL actual"]),
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
            ["FRAELI 111 FRAMIL actual", "FRAELI 112 FRAJUD actual", "FRAELI 120 - actual"],
        ),
        (
            "Merkel told Hollande that Germany would help. The French were pleased when he thanked Spain.",
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
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_link(text: str, expected: list[str]) -> None:
    """The text gives exactly these events."""
    assert coded(text, DAY) == expected
