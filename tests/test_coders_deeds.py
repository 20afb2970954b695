"""Deeds as newsrooms tell them: arrests abroad, pirates, raids, defeats, who owns up; two or three fresh sentences for each."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2021, 6, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "piracy": [
        ("Pirates boarded a Danish freighter south of Lagos.", ["---CRM 181 DNKBUS actual"]),
        ("Gunmen seized a ferry of the Philippines at dawn.", ["PHLUAF 181 PHL actual"]),
        ("The Indian navy seized a Pakistani fishing boat.", ["INDMIL 1711 PAKAGR actual"]),
    ],
    "foreigners held abroad": [
        ("Two Dutch tourists were jailed in Iran for spying.", ["IRN 173 NLDCVL actual"]),
        ("A Ghanaian editor was jailed in Togo for libel.", ["TGO 173 GHAMED actual"]),
        ("A Ghanaian editor was jailed in Accra for libel.", ["- 173 GHAMED actual"]),
        ("A Ghanaian editor was found in Togo on Monday.", []),
    ],
    "an object behind a place": [
        ("Police have detained in Lagos a Ghanaian trader suspected of fraud.", ["NGACOP 173 GHABUS actual"]),
        ("Kenyan police patrolled in Mombasa, a port of Kenya.", ["KENCOP 153 - actual"]),
    ],
    "who owns up to an attack": [
        (
            "Al-Shabaab claimed responsibility for an attack on a Kenyan army base.",
            ["SOMREB 015 KENMIL actual", "SOMREB 190 KENMIL actual"],
        ),
        ("Boko Haram denied responsibility for the attack on a Nigerian market.", ["NGAREB 016 - actual"]),
    ],
    "leaving a body": [
        ("Burundi withdrew from the International Criminal Court.", ["BDI 160 IGOICC actual"]),
        ("Morocco gave notice of its exit from the African Union.", ["MAR 160 IGOOAU actual"]),
        ("The Moroccan singer withdrew from the festival.", []),
    ],
    "those who move in": [
        ("Eritrean troops moved into the Ethiopian town of Badme.", ["ERIMIL 192 ETH actual"]),
        ("The Eritrean firm moved into Ethiopia last year.", []),
    ],
    "those who are defeated": [
        ("The Nigerian army has defeated Boko Haram in Borno.", ["NGAMIL 190 NGAREB actual"]),
        ("Government troops pushed back Chadian rebels near the border.", ["TCDMIL 190 TCDREB actual"]),
        ("Peru defeated Chile on penalties.", []),
    ],
    "war without a verb of war": [
        (
            "The Colombian government has long been engaged in conflict with Marxist rebels.",
            ["COLGOV 190 COLREB actual"],
        ),
        ("Kenya is locked in a war with al-Shabaab.", ["KEN 190 SOMREB actual"]),
        ("Kenya is locked in talks with Somalia.", ["KEN 046 SOM actual", "SOM 046 KEN actual"]),
    ],
    "strikes with weapons": [
        ("The Syrian president launched missile strikes on Syrian government buildings.", ["SYRGOV 190 SYRGOV actual"]),
        ("The Syrian president attacked the Syrian prime minister.", ["SYRGOV 111 SYRGOV actual"]),
    ],
    "parts of armed groups": [
        ("Morocco has dismantled an Islamic State-linked cell near Tangier.", ["MAR 170 IMGISI actual"]),
        ("Libyan affiliates of Islamic State shelled a Tunisian village.", ["IMGISI 194 TUN actual"]),
        ("Libyan affiliates of the bank bought a Tunisian village.", []),
    ],
    "kin of somebody": [
        (
            "The parents of two Danish men killed fighting al-Shabaab have condemned the Danish government.",
            ["DNKCVL 111 DNKGOV actual", "DNKCVL 190 SOMREB actual"],
        ),
        ("The parents of two Danish men have condemned the Danish government.", ["DNKCVL 111 DNKGOV actual"]),
    ],
    "Kurds by where they are": [
        ("Turkey shelled Kurdish fighters in northern Syria.", ["TUR 194 SYRREB actual"]),
        ("Kurdish fighters ambushed Turkish soldiers near Van.", ["TURREB 190 TURMIL actual"]),
        ("Turkey shelled Kurdish forces in Iraq.", ["TUR 194 IRQMIL actual"]),
    ],
    "backed by another": [
        ("Turkish-backed fighters in Syria shelled an Iraqi village.", ["SYRREB 194 IRQ actual"]),
        ("French-led forces shelled an American base.", ["FRAMIL 194 USA actual"]),
    ],
    "houses of other states": [
        ("Prosecutors questioned two members of the Brazilian Senate.", ["---JUD 091 BRALEG actual"]),
        ("Prosecutors questioned two members of the Senate.", ["---JUD 091 ---LEG actual"]),
    ],
    "positions in a country": [
        ("France bombed rebel positions in Chad.", ["FRA 195 TCD actual"]),
        ("France bombed government targets in Syria.", ["FRA 195 SYR actual"]),
    ],
    "places in the name of violence": [
        ("The Lagos bombing was the third this year.", ["- 183 NGA actual"]),
        ("The Lagos Arena bombing killed ten people.", ["- 183 NGACVL actual"]),
    ],
    "detained a day before": [
        (
            "The Russian opposition leader gave a speech, a day after being arrested by Russian police.",
            ["RUSCOP 173 RUSOPP actual", "RUSOPP 010 - actual"],
        ),
        ("The Russian opposition leader gave a speech, a day after the storm.", ["RUSOPP 010 - actual"]),
    ],
    "protesters at the scene": [
        ("Protesters set fire to the Iranian consulate in Basra.", ["IRQCVL 145 IRNGOV actual"]),
        ("Protesters burned an Iranian flag.", ["IRNCVL 140 IRN actual"]),
    ],
    "weapons told of before": [
        (
            "Israeli jets crossed the border on Monday. The Syrian army said the jets struck a depot near Homs.",
            ["ISRMIL 190 SYR actual"],
        ),
        ("The Syrian army said the jets struck a depot near Homs.", ["- 190 SYR actual"]),
    ],
    "police raids": [
        ("Prosecutors in Vienna said the raids were aimed at twelve suspects.", ["AUTJUD 175 AUTCRM actual"]),
    ],
    "bombs in vehicles and people in cells": [
        ("A lorry laden with explosives has blown up at a Kenyan army checkpoint.", ["- 1832 KENMIL actual"]),
        ("A car has broken down near a Kenyan army checkpoint.", []),
        ("The Belarusian editor was held at a detention centre in Minsk.", ["- 173 BLRMED actual"]),
        ("The Belarusian talks were held at a detention centre in Minsk.", []),
    ],
    "searches": [
        ("Belgian police searched a warehouse in Ghent.", ["BELCOP 090 - actual"]),
        ("The couple searched a warehouse in Ghent.", []),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_deeds(text: str, expected: list[str]) -> None:
    """What was done gives exactly these events; what only reads alike gives none or another."""
    assert coded(text, DAY) == expected
