"""Classes of sides that only the politics or the place of a text tells: home governments, own ground, pairs of countries."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2018, 3, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "the own government whose doings are judged": [
        ("Kenyan lawmakers criticised the withdrawal decision.", ["KENLEG 111 KENGOV actual"]),
        ("The plan drew sharp criticism from Kenyan lawmakers.", ["KENLEG 111 KENGOV actual"]),
        ("The Kenyan opposition denounced the ruling.", ["KENOPP 111 KENJUD actual"]),
        ("The Kenyan parliament rejected the bill.", ["KENLEG 120 KENGOV actual"]),
        ("Kenya's interior minister criticised the ruling.", ["KENGOV 111 KEN actual"]),
        ("Kenya has a new minister. Rights groups condemned the new rules.", ["NGOHRI 111 KENGOV actual"]),
        ("Kenyan lawmakers criticised Uganda's decision.", ["KENLEG 111 UGA actual"]),
        ("Kenyan lawmakers criticised the decision as Uganda celebrated.", ["KENLEG 111 - actual"]),
        ("Kenya criticised the decision.", ["KEN 111 - actual"]),
        ("The Kenyan minister rejected the plan.", ["KENGOV 120 - actual"]),
        ("A Kenyan judge issued a scathing rebuke.", ["KENJUD 111 KENGOV actual"]),
        ("A Kenyan minister issued a scathing rebuke.", ["KENGOV 111 - actual"]),
        ("Kenyan lawmakers criticised the weather.", []),
    ],
    "own ground that is left": [
        ("Malian rebels withdrew from Kidal.", ["MLIREB 0874 - actual"]),
        ("Malian troops retreated from positions in Kidal.", ["MLIMIL 0874 - actual"]),
        ("French troops withdrew from Kidal.", ["FRAMIL 0874 MLI actual"]),
    ],
    "who is warned of a war with the one who warns": [
        (
            "The Kenyan president warned that the Somali regime risked a war with the Kenyan army.",
            ["KENGOV 138 SOMGOV actual", "KENGOV 190 KENMIL hypothetical"],
        ),
        ("Kenya warned Somalia that it would face war with Kenya.", ["KEN 138 SOM actual"]),
        (
            "Kenya warned Somalia that Ugandan troops would be attacked.",
            ["KEN 138 UGAMIL actual"],
        ),
    ],
    "in whose jail they were": [
        ("Six Danes were released from an Iranian jail.", ["IRN 0841 DNK actual"]),
        ("Two Danish editors were freed from prison in Chad.", ["TCD 0841 DNKMED actual"]),
        ("Two Danish editors were freed from prison.", ["- 0841 DNKMED actual"]),
    ],
    "prosecutors who tell of what somebody is accused": [
        (
            "The Kenyan senator is accused of stealing public funds, the prosecutor's office said.",
            ["KENJUD 112 KENLEG actual"],
        ),
        ("The Kenyan senator is accused of stealing public funds, a newspaper said.", ["- 112 KENLEG actual"]),
    ],
    "the other of two countries whose ties are meant": [
        ("Chad's foreign minister hailed Chadian-Malian friendship.", ["TCDGOV 051 MLI actual"]),
        ("Ankara suspended Turkish-Israeli talks.", ["TURGOV 164 ISR actual"]),
        ("Britain suspended Brexit talks.", ["GBR 164 IGOEEC actual"]),
        ("Germany suspended Brexit talks.", ["DEU 164 - actual"]),
    ],
    "whom one meets or whose words one gets": [
        (
            "Kenya's president met with Kenyan lawmakers, committing to change the bill.",
            ["KENGOV 030 KENLEG actual", "KENGOV 040 KENLEG actual"],
        ),
        ("Kenya's president met reporters, promising to change the bill.", ["KENGOV 030 - actual"]),
        ("Kenyan conservatives received a commitment from the Kenyan president.", ["KENGOV 030 KENPTY actual"]),
    ],
    "whose words somebody backs, far behind them": [
        (
            "Ireland's minister backed the case for more money made by Norway's chief justice.",
            ["IRLGOV 051 NORJUD actual"],
        ),
        ("Ireland's minister backed the case for roads through forests.", ["IRLGOV 051 - actual"]),
    ],
    "surnames as the text spells them": [
        ("AQAP leader Qassim al-Rimi spoke on Sunday. Rimi threatened Kenya.", ["IMGALQ 130 KEN actual"]),
        ("Abdallah al-Muhaysini spoke on Sunday. Al-Muhaysini threatened Kenya.", ["SYRREB 130 KEN actual"]),
        ("An AQAP leader spoke on Sunday. Rimi threatened Kenya.", ["--- 130 KEN actual"]),
    ],
    "the public of a country": [
        ("Kenyan police appealed to the public for information.", ["KENCOP 0214 KENCVL actual"]),
        ("The Kenyan president urged the public to stay at home.", ["KENGOV 020 KENCVL actual"]),
        ("The Kenyan president urged the public prosecutor to act.", ["KENGOV 020 KENJUD actual"]),
    ],
    "members of a congress, by their titles": [
        ("Rep. Sam Oddie criticised the budget.", ["USALEG 111 - actual"]),
        ("Congresswoman Ann Oddie met the Danish premier.", ["DNKGOV 040 USALEG actual", "USALEG 040 DNKGOV actual"]),
        ("Philippine Rep. Ana Oddie criticised the budget.", ["PHLLEG 111 PHLGOV actual"]),
        ("Rep. Ana Oddie criticised the budget of the Philippines.", ["PHLLEG 111 PHL actual"]),
    ],
    "a surname that is a word for a nation": [
        (
            "The singer Mark Irish accused Kenya of theft. Irish also praised Uganda.",
            ["---ELI 051 UGA actual", "---ELI 1121 KEN actual"],
        ),
        ("An Irish minister accused Kenya of theft.", ["IRLGOV 1121 KEN actual"]),
    ],
    "where Kurds fight": [
        (
            "Kurdish militants attacked Turkish soldiers after they entered the Syrian town of Afrin.",
            ["SYRREB 190 TURMIL actual"],
        ),
        ("Kurdish militants attacked Turkish soldiers in Diyarbakir.", ["TURREB 190 TURMIL actual"]),
        ("The United States armed Syrian Kurdish-led forces.", ["USA 072 SYRREB actual"]),
        ("Idlib had a night of terror as Russian jets bombed rebel-held positions.", ["RUSMIL 195 SYRREB actual"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_home_sides(text: str, expected: list[str]) -> None:
    """The text gives exactly these events."""
    assert coded(text, DAY) == expected
