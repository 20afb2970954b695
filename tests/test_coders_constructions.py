"""Classes of construction that the language model or the grammar once missed: two or three fresh sentences for each."""

from __future__ import annotations

from datetime import date

import pytest

from builders import shared_coder
from coders import Document

pytestmark = pytest.mark.model

DAY = date(2021, 6, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "a recipient read as a compound": [
        ("Norway sent Estonia howitzers.", ["NOR 072 EST actual"]),
        ("The UN denied aid workers access.", ["IGOUNO 1245 NGO actual"]),
    ],
    "a headline's verb read as a noun": [
        ("Peru, Chile sign border treaty", ["CHL 057 PER actual", "PER 057 CHL actual"]),
        ("Iran test-launches new rocket", ["IRN 150 - actual"]),
        ("Nepal demands that India stop shelling its border posts.", ["NPL 1056 IND actual"]),
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
        ("Jordan's closure of its border with Syria stranded drivers.", ["JOR 191 SYR actual"]),
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
    "figures, journeys, singers": [
        ("Chinese exports to Brazil fell by a fifth.", []),
        ("Two Swedish nurses travelled to Malta.", []),
        ("The singers made peace after the concert.", []),
    ],
}


def coded(text: str) -> list[str]:
    """Source, code, target and realis of the events of a sentence, sorted."""
    events = shared_coder().code(Document("d", DAY, text))
    return sorted(f"{e.source_code or '-'} {e.event_code} {e.target_code or '-'} {e.realis}" for e in events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_construction(text: str, expected: list[str]) -> None:
    """The sentence gives exactly these events."""
    assert coded(text) == expected
