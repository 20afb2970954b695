"""Talks, appeals, help and inquiries that stand in shapes of their own, and what stands near them."""

from __future__ import annotations

from datetime import date

import pytest

from builders import coded

pytestmark = pytest.mark.model

DAY = date(2018, 3, 15)
CLASSES: dict[str, list[tuple[str, list[str]]]] = {
    "with whom one confers, behind what one confers about": [
        (
            "Macron discussed the drought in Mali and the fate of the herders with Merkel.",
            ["DEUGOV 040 FRAGOV actual", "FRAGOV 040 DEUGOV actual"],
        ),
        (
            "Merkel held talks about the future of the port with Macron.",
            ["DEUGOV 040 FRAGOV actual", "FRAGOV 040 DEUGOV actual"],
        ),
        (
            "The Togolese minister had a meeting behind closed doors with the Ghanaian president.",
            ["GHAGOV 040 TGOGOV actual", "TGOGOV 040 GHAGOV actual"],
        ),
        ("Merkel discussed the state of relations with Chad.", []),
    ],
    "talks named after an adverb or a time": [
        (
            "Merkel left Geneva a day after a meeting with the Greek prime minister.",
            ["DEUGOV 040 GRCGOV actual", "GRCGOV 040 DEUGOV actual"],
        ),
        (
            "Macron chose the date halfway through a phone call with Merkel.",
            ["DEUGOV 041 FRAGOV actual", "FRAGOV 041 DEUGOV actual"],
        ),
        (
            "Peru's president said on Monday after talks with Bolivia's foreign minister that the road was open.",
            ["BOLGOV 040 PERGOV actual", "PERGOV 040 BOLGOV actual"],
        ),
        (
            "After Tuesday's meeting with Angela Merkel, Macron left for Lyon.",
            ["DEUGOV 040 FRAGOV actual", "FRAGOV 040 DEUGOV actual"],
        ),
        ("Merkel left Geneva after talks with Macron ended.", ["DEUGOV 040 FRAGOV actual", "FRAGOV 040 DEUGOV actual"]),
        ("The euro fell after talks with Macron ended.", []),
    ],
    "where a journey goes, and to whom": [
        ("Merkel's Lima visit was her third.", ["DEUGOV 042 PERGOV actual"]),
        ("On a Lima visit, Merkel praised the cooks.", ["DEUGOV 042 PERGOV actual", "DEUGOV 051 - actual"]),
        ("During Thursday's trip to Latvia, the Chadian president slept late.", ["TCDGOV 042 LVA actual"]),
        (
            "The Kenyan president told reporters during a visit by the Ethiopian prime minister that the port was ready.",
            ["ETHGOV 042 KENGOV actual"],
        ),
        ("Police closed a bridge in London during a visit by the Ethiopian prime minister.", ["GBRCOP 172 GBR actual"]),
        ("The Merkel visit was short.", []),
    ],
    "handshakes and audiences": [
        (
            "The foreign ministers of Chad and Niger shook hands in Lima.",
            ["NERGOV 044 TCDGOV actual", "TCDGOV 044 NERGOV actual"],
        ),
        (
            "The Chadian general went to see the Malian president.",
            ["MLIGOV 040 TCDMIL actual", "TCDMIL 040 MLIGOV actual"],
        ),
        ("The Chadian general went to see a play.", []),
    ],
    "appeals to de-escalate": [
        ("Norway urged India and Pakistan to de-escalate.", ["NOR 0256 IND actual", "NOR 0256 PAK actual"]),
        ("Norway urged India to de-escalate, limit its raids and spare the harbour.", ["NOR 0256 IND actual"]),
    ],
    "appeals without an act": [
        ("Chad argued that Niger ought to pay more.", ["TCD 020 NER actual"]),
        ("Irish police made an appeal for information about the lorry.", ["IRLCOP 0214 - actual"]),
        ("The Kenyan ministry requested more time to answer.", ["KENGOV 020 - actual"]),
        ("The Kenyan choir requested more time to rehearse.", []),
    ],
    "sums written short": [
        ("Japan pledged $6bn to Kenya.", ["JPN 0331 KEN actual"]),
        ("Japan gave Kenya \u00a35m.", ["JPN 071 KEN actual"]),
        ("Japan gave 30m euros to Kenya.", ["JPN 071 KEN actual"]),
        ("The US agency awarded $100 million to Kenya.", ["USA 071 KEN actual"]),
        ("A court in Lima awarded $3m in damages to Kenya.", []),
        ("The runner gave Kenya a lead of 30m.", []),
    ],
    "going on with what one will do": [
        ("Norway will continue to support Mali.", ["NOR 051 MLI actual"]),
        ("Norway will begin withdrawing its troops from Mali.", ["NOR 0356 MLI actual"]),
        ("The rain will continue to fall on Mali.", []),
    ],
    "inquiries": [
        (
            "The Danish navy is reviewing whether its frigate hit a trawler.",
            ["DNKMIL 090 - actual", "DNKMIL 190 - hypothetical"],
        ),
        ("The FBI investigation filled ten boxes.", ["USACOP 090 - actual"]),
        ("The Chad investigation filled ten boxes.", []),
        ("British police are treating the fire in Leeds as murder.", ["GBRCOP 090 - actual"]),
        ("The doctor is treating the cough as a cold.", []),
    ],
    "withdrawals without a place, towns that yield": [
        ("The withdrawal of the Taliban fighters surprised the villagers.", ["AFGREB 0874 - actual"]),
        ("The withdrawal of the bill surprised the Kenyan senate.", []),
        ("Several southern Syrian towns surrendered to the Syrian army.", ["SYR 0874 SYRMIL actual"]),
    ],
    "relations, support and welcome": [
        ("Cuba and Chad reopened embassies.", ["CUB 054 TCD actual", "TCD 054 CUB actual"]),
        (
            "The Norwegian opposition, loudly supported by Chad and Niger, ran out of money.",
            ["NER 051 NOROPP actual", "TCD 051 NOROPP actual"],
        ),
        ("Malian militias backed by Chad shelled the port.", ["MLIREB 194 MLI actual"]),
        (
            "Malian troops backed by French warplanes took the port.",
            ["FRAMIL 072 MLIMIL actual", "MLIMIL 192 - actual"],
        ),
        ("The Irish president welcomed the creation of the court.", ["IRLGOV 051 - actual"]),
        ("Germany offered a home to refugees from Mali.", ["DEU 075 MLIREF actual"]),
    ],
    "calls put out for somebody to act": [
        ("Norway repeated its call for Chad to pay its debts.", ["NOR 020 TCD actual"]),
        ("Norway issued a plea for Chad to hold elections.", ["NOR 020 TCD actual"]),
        ("Norway issued a book for children to read.", []),
    ],
    "who brokered it": [
        ("The Geneva peace talks, brokered by Russia and Turkey, collapsed.", ["RUS 045 - actual", "TUR 045 - actual"]),
        ("Under a deal brokered by Egypt, the Malian rebels left Kidal.", ["EGY 045 - actual"]),
        ("Oman brokered shares in Lima.", []),
    ],
    "visitors who do something else": [
        (
            "Visiting Lima, Chad's foreign minister praised the port.",
            ["TCDGOV 042 PERGOV actual", "TCDGOV 051 - actual"],
        ),
        (
            "Chad's foreign minister, on a visit to Lima, praised the port.",
            ["TCDGOV 042 PERGOV actual", "TCDGOV 051 - actual"],
        ),
        (
            "At a joint press conference with Merkel, Macron praised the port.",
            ["DEUGOV 040 FRAGOV actual", "FRAGOV 040 DEUGOV actual", "FRAGOV 051 - actual"],
        ),
        ("Boring Lima, Chad's foreign minister read a poem.", []),
    ],
    "what several discuss, and what one weighs": [
        (
            "Macron and Putin discussed the sanctions against Iran.",
            ["FRAGOV 040 RUSGOV actual", "RUSGOV 040 FRAGOV actual"],
        ),
        ("Macron discussed sanctions against Iran.", ["FRAGOV 014 IRN actual"]),
    ],
    "inquiries into what is not told": [
        ("Illinois police are investigating.", ["USACOP 090 - actual"]),
        ("A reporter is investigating.", []),
    ],
    "what two agree with each other": [
        ("Saudi Arabia and Iraq agreed to reopen the border crossing.", ["IRQ 0351 SAU actual", "SAU 0351 IRQ actual"]),
        ("Chad and Niger agreed to send aid to Mali.", ["NER 033 MLI actual", "TCD 033 MLI actual"]),
        ("The Syrian government and rebels agreed a truce in Deraa.", ["SYRGOV 0871 SYRREB actual"]),
        ("Under a deal with Niger, Chad lowered its tolls.", ["NER 057 TCD actual", "TCD 057 NER actual"]),
        ("Under the deal with Niger, Chad lowered its tolls.", []),
        ("Chad and Niger put pen to paper on a gas deal.", ["NER 057 TCD actual", "TCD 057 NER actual"]),
    ],
    "wheat that is aid, and wheat that is sold": [
        ("The UN has delivered wheat to 40,000 people in Mosul.", ["IGOUNO 073 IRQCVL actual"]),
        ("Russia delivered wheat to Egypt.", ["RUS 061 EGY actual"]),
    ],
    "proof asked for": [
        ("The US senator asked for proof of the Chadian president's claim.", ["USALEG 020 TCDGOV actual"]),
        ("The pupil asked for proof of the theorem.", []),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{name}: {text}") for name, rows in CLASSES.items() for text, expected in rows],
)
def test_coders_cooperation(text: str, expected: list[str]) -> None:
    """The sentence gives exactly these events."""
    assert coded(text, DAY) == expected
