"""Criticism, charges and threats that stand in what somebody says: each class with what is near it and is none."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2021, 6, 15)
HEARD: list[tuple[str, str]] = [
    # what one calls a thing
    ('Peru\'s president called the Chilean decision "insulting".', "PERGOV 111 CHL actual"),
    ("The Peruvian union called the ministry's offer a distraction.", "PERLAB 111 PERGOV actual"),
    ("The Kenyan president called the Ugandan ban an attack on farmers.", "KENGOV 111 UGA actual"),
    (
        "The Kenyan president described the Ugandan law as an attempt to silence traders.",
        "KENGOV 111 UGA actual",
    ),
    # what one says of a thing
    ("The Kenyan opposition said the ruling was a farce.", "KENOPP 111 KENJUD actual"),
    ("The Peruvian president said the Chilean decision was a slap in the face.", "PERGOV 111 CHL actual"),
    ('"The ban is unlawful," the Ghanaian opposition leader said.', "GHAOPP 111 GHAGOV actual"),
    ("Peru's president said Chile had broken its promises.", "PERGOV 110 CHL actual"),
    # what one says that others do
    ("The Norwegian minister said Denmark was meddling in Iceland's affairs.", "NORGOV 112 DNK actual"),
    ("Chad's president said Niger was sheltering terrorists.", "TCDGOV 112 NER actual"),
    ("The Kenyan opposition leader tweeted that the police had killed two students.", "KENOPP 1123 KENCOP actual"),
    # politicians attack in words
    ("The Polish minister renewed his attacks on the press.", "POLGOV 111 POLMED actual"),
    ("The Polish minister kept up his attacks on the judiciary.", "POLGOV 111 POLJUD actual"),
    # threats
    ("Paraguay said Bolivia will pay a heavy price.", "PRY 130 BOL actual"),
    ("The Paraguayan minister said Bolivia would face consequences.", "PRYGOV 130 BOL actual"),
    ("The Paraguayan minister said the raid would not go unanswered.", "PRYGOV 130 - actual"),
    ("The Paraguayan minister said his country would respond in kind.", "PRYGOV 130 - actual"),
    ("China warned Japan not to land on the island.", "CHN 130 JPN actual"),
    ("Paraguay's minister said he would destroy Bolivian air defences.", "PRYGOV 138 BOLMIL actual"),
    # refusals
    ("The Sudanese opposition said it would not attend the talks.", "SDNOPP 125 - actual"),
    ("The Danish prime minister ruled out working with Venstre.", "DNKGOV 120 DNKOPPPTY actual"),
    ("The Syrian delegation refused to discuss a new constitution.", "SYRGOV 125 - actual"),
]
NOT_HEARD: list[tuple[str, str]] = [
    ("The singer said the film was terrible.", "11"),
    ("The coach said the decision was wrong.", "11"),
    ("The minister said they were people of honour.", "11"),
    ("Police found the suspects sleeping in a hotel.", "11"),
    ("The Kenyan president said Uganda should not shelter terrorists.", "112"),
    ("The Kenyan president tweeted that he would meet Uganda's president.", "11"),
    ("The Israeli army tweeted that its jets had bombed a camp in Syria.", "11"),
    ("Gunmen attacked the Polish minister.", "11"),
    ("The minister said farmers would face higher prices.", "13"),
    ("The minister said the army had responded in kind.", "13"),
    ("The minister warned parents not to leave children in cars.", "13"),
    ("The Peruvian minister refused to discuss the case.", "12"),
]


@pytest.mark.parametrize(("sentence", "wanted"), HEARD)
def test_coders_judgments_are_heard(sentence: str, wanted: str) -> None:
    assert wanted in coded(sentence, DAY)


@pytest.mark.parametrize(("sentence", "code"), NOT_HEARD)
def test_coders_judgments_are_not_heard_where_there_are_none(sentence: str, code: str) -> None:
    assert not [event for event in coded(sentence, DAY) if event.split()[1].startswith(code)]


CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "talks that break down": [
        ("Peace talks between the Malian government and rebels collapsed.", ["MLIGOV 164 MLIREB actual"]),
        ("Mali ended peace talks with Niger.", ["MLI 164 NER actual"]),
        ("Mali walked away from talks with Niger.", ["MLI 164 NER actual"]),
        ("The engine broke down.", []),
    ],
    "demands of many": [
        ("Kenyan nurses are demanding better pay.", ["KENHLH 1042 - actual"]),
        ("The pirates demanded a ransom.", ["---CRM 1031 - actual"]),
        ("The patient demanded a refund.", []),
    ],
    "protests in the story's country": [
        ("Mali is quiet. Shops stayed shut in a week of protests.", ["MLICVL 141 - actual"]),
        ("Mali is quiet. Shops stayed shut because of the protests.", []),
    ],
    "criticism of what fails": [
        ("The Kenyan opposition said the police had failed to protect voters.", ["KENOPP 110 KENCOP actual"]),
        ("The Kenyan opposition said the Ugandan minister had crossed a line.", ["KENOPP 110 UGAGOV actual"]),
        ("The Kenyan opposition said the experiment had failed.", []),
    ],
    "who refuses, behind of": [
        ("The crisis began with the refusal of Chad to let two Malian envoys land.", ["TCD 120 - actual"]),
        ("The crisis began with the refusal of visas.", []),
    ],
    "what is concluded of others": [
        ("The Norwegian spy agency concluded that Chad had meddled in the election.", ["NORSPY 112 TCD actual"]),
        ("The Norwegian spy agency concluded that Chad might meddle in the election.", []),
    ],
    "a threat to go to court": [
        ("The Kenyan governor said he would sue the Ugandan government.", ["KENGOV 131 UGAGOV actual"]),
    ],
    "nobody stands idly by": [
        ("Chad said it would not stand idly by.", ["TCD 130 - actual"]),
        ("Chad said it would not tolerate attacks from Niger.", ["TCD 130 NER actual"]),
        ("The doctor said her patients would not tolerate the noise.", []),
    ],
}
CASES = [(name, text, expected) for name, cases in CLASSES.items() for text, expected in cases]


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in CASES], ids=[f"{name}: {text}" for name, text, _ in CASES]
)
def test_coders_judgments_classes(text: str, expected: list[str]) -> None:
    """The text gives exactly these events."""
    assert coded(text, DAY) == expected
