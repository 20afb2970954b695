"""Classes of words, meetings and agreements: what one calls somebody, refuses, asks for, and who is meant by a hyphen."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2017, 3, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "what one calls something": [
        ("Peru's minister called the Chilean embargo a disgrace.", ["PERGOV 111 CHL actual"]),
        ("Peru's minister described the Chilean vote as deeply unfair.", ["PERGOV 111 CHL actual"]),
        ('Peru\'s minister labelled the treaty with Chile a "rotten bargain".', ["PERGOV 111 CHL actual"]),
        ("Peru's minister said Chile was a reckless neighbour.", ["PERGOV 110 CHL actual"]),
        ("Peru's minister described the Chilean vote as well prepared.", []),
        ("Peru's minister called the Chilean vote a success.", []),
        ("Peru's minister said the harvest was terrible.", []),
    ],
    "May is a name": [
        (
            "Theresa May flew to Oslo. May accused Norway of theft.",
            ["GBRGOV 042 NORGOV actual", "GBRGOV 1121 NOR actual"],
        ),
        (
            "Theresa May flew to Oslo. On May 3 Norway condemned Sweden.",
            ["GBRGOV 042 NORGOV actual", "NOR 111 SWE actual"],
        ),
    ],
    "feelings about a fact": [
        ("Peru voiced anger that Chile had let the miners down.", ["PER 111 CHL actual"]),
        ("Peru was furious that Chile had let the miners down.", ["PER 111 CHL actual"]),
        ("The speech of Peru's minister was met with derision by Chilean senators.", ["CHLLEG 111 PERGOV actual"]),
    ],
    "blame laid on somebody": [
        ("Peru's minister shifted the blame for the flood onto Chile.", ["PERGOV 111 CHL actual"]),
        ("Peru's minister laid the blame for the raid on Chile.", ["PERGOV 111 CHL actual"]),
        ("Peru's claim that Chile had poisoned the river caused a stir.", ["PER 112 CHL actual"]),
        ("Peru's claim of ten seals caused a stir.", []),
    ],
    "two names joined by a hyphen": [
        (
            "The boats were freed under a Peruvian-Chilean accord signed in June.",
            ["CHL 057 PER actual", "PER 057 CHL actual"],
        ),
        (
            "Peruvian-Chilean talks on the river opened in Quito.",
            ["CHL 044 PER actual", "PER 044 CHL actual"],
        ),
        ("The Peru-born singer held talks with his label.", []),
    ],
    "an agreement between two": [
        (
            "Miners were told of it under a deal between Peru and Chile.",
            ["CHL 057 PER actual", "PER 057 CHL actual"],
        ),
        ("The deal between Peru and Chile is in doubt.", []),
    ],
    "talks that prompt somebody": [
        ("Peru's offer was prompted by talks with Chile.", ["CHL 040 PER actual", "PER 040 CHL actual"]),
        (
            "The summit of Peru and Chile ended in Quito.",
            ["CHL 044 PER actual", "PER 044 CHL actual"],
        ),
    ],
    "calls for what has no code": [
        ("Peru's government called for a common stand on the river.", ["PERGOV 020 - actual"]),
        ("Singers called for a common stand on the river.", []),
        (
            "Peru's minister rejected a Chilean general's calls for a ceasefire in Bolivia.",
            ["CHLMIL 0256 PERGOV actual", "PERGOV 1246 CHLMIL actual"],
        ),
    ],
    "not shrinking from it": [
        ("Peru did not hesitate to condemn Chile.", ["PER 111 CHL actual"]),
        ("Peru will not hesitate to attack Chile.", ["PER 138 CHL actual"]),
        ("Peru never shied away from criticising Chile.", ["PER 111 CHL actual"]),
        ("Peru hesitated to condemn Chile.", []),
    ],
    "announced attacks are threats": [
        ("Peru said it will attack Chilean ports.", ["PER 138 CHL actual"]),
        ("Peru's president says it will attack Chilean rebels in Bolivia.", ["PERGOV 138 CHLREB actual"]),
    ],
    "what somebody gets from another": [
        ("Chilean senators received an assurance from Peru's president.", ["PERGOV 030 CHLLEG actual"]),
        ("A Peruvian banker was denied entry to Chile.", ["CHL 120 PERBUS actual"]),
        ("A Peruvian banker was denied entry to the hall.", []),
    ],
    "backing of bodies": [
        ("The senate in Lima confirmed Ivo Lerma as foreign minister.", ["PERLEG 051 --- actual"]),
        ("Doctors in Lima confirmed Ivo Lerma as the patient.", []),
        ("Peruvian soldiers have formed close ties with Chilean miners.", ["PERMIL 050 CHLLAB actual"]),
    ],
    "whom a release is asked of": [
        ("Peru demanded the release of a singer held in Chile.", ["CHL 173 PERELI actual", "PER 1053 CHL actual"]),
        (
            "Peru called for the release of two nurses jailed by Chile.",
            ["CHL 173 PERHLH actual", "PER 0253 CHL actual"],
        ),
        ("Peru called for the release of the Chilean nurses.", ["PER 0253 CHLHLH actual"]),
    ],
    "a journey in passing": [
        (
            "Peru's minister warned of hunger during a visit to Oslo.",
            ["PERGOV 042 NORGOV actual"],
        ),
        ("Peru's minister was mourned during a visit to Oslo.", []),
        ("Peru's minister was in Oslo to see Norway's king.", ["PERGOV 042 NORGOV actual"]),
    ],
    "colleagues of two countries": [
        (
            "Peru's minister met his Chilean and Bolivian counterparts.",
            [
                "BOLGOV 040 PERGOV actual",
                "CHLGOV 040 PERGOV actual",
                "PERGOV 040 BOLGOV actual",
                "PERGOV 040 CHLGOV actual",
            ],
        ),
    ],
    "wishes and answers": [
        ("Peru's minister told Chile to make up its mind.", ["PERGOV 020 CHL actual"]),
        ("Peru's minister hit back at Chile's minister.", ["PERGOV 111 CHLGOV actual"]),
        ("Peru is ready to help Chile.", ["PER 033 CHL actual"]),
    ],
    "a quotation that goes on": [
        (
            '"The port is shut," Peru\'s minister said. "We call on Chile to open it."',
            ["PERGOV 020 CHL actual"],
        ),
        ('"The port is shut," a poster read. "We call on Chile to open it."', []),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_speech(text: str, expected: list[str]) -> None:
    """The text gives exactly these events."""
    assert coded(text, DAY) == expected
