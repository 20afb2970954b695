"""Codes and events in words, and sentences with their marks."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard import words
from dashboard.sentence import marked_sentence, pieces
from dashboard_warehouse import HOSTILE
from reference_tables import tables


def event(**changes: Any) -> dict[str, Any]:
    """Returns an event on the sentence "Russia sent troops to Kazakhstan." that begins at 100."""
    row: dict[str, Any] = {
        "event_code": "074",
        "goldstein": 8.5,
        "realis": "actual",
        "sentence_text": "Russia sent troops to Kazakhstan.",
        "sentence_start": 100,
    }
    for side, code, country, role, text, start in (
        ("source", "RUSGOV", "RUS", "GOV", "Russia", 100),
        ("target", "KAZ", "KAZ", None, "Kazakhstan", 122),
    ):
        row |= {f"{side}_code": code, f"{side}_country": country, f"{side}_role": role, f"{side}_name": None}
        row |= {f"{side}_text": text, f"{side}_start": start, f"{side}_end": start + len(text)}
    row |= {"trigger_text": "sent troops", "trigger_start": 107, "trigger_end": 118}
    return row | changes


def test_event_in_words() -> None:
    said = words.event_in_words(event())
    assert said == "Russia, government -> Kazakhstan: give military protection or keep peace, 074, Goldstein +8.5"


def test_event_in_words_says_what_did_not_happen() -> None:
    assert words.event_in_words(event(realis="negated")).endswith("(negated)")


def test_event_without_target_and_with_unknown_source() -> None:
    said = words.event_in_words(
        event(target_code=None, source_code="---", source_country=None, source_role=None, source_text="the Greens")
    )
    assert said.startswith("the Greens -> nobody named:")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("KAZ", "Kazakhstan"),
        ("KAZGOV", "Kazakhstan, government"),
        ("XKX", "Kosovo"),
        ("IGOUNO", "intergovernmental organisation, United Nations"),
        ("QQQ", "QQQ"),
    ],
)
def test_actor_in_words(code: str, said: str) -> None:
    assert words.actor_in_words(code) == said


def test_act_label_falls_back_to_the_root() -> None:
    assert words.act_label("1999") == words.act_label("19") != "19"


def test_acts_within_a_root_are_all_its_codes() -> None:
    assert {"19", "190", "1951"} <= set(words.acts_within("19"))
    assert not any(code.startswith("18") for code in words.acts_within("19"))


def test_reference_tables_are_those_of_the_dictionaries() -> None:
    for path, text in tables().items():
        assert path.read_text(encoding="utf-8") == text, "run `make docs`"


def test_pieces_make_up_the_sentence() -> None:
    found = list(pieces(event()))
    assert "".join(text for text, _ in found) == "Russia sent troops to Kazakhstan."
    assert [(text, role) for text, role in found if role] == [
        ("Russia", "source"),
        ("sent troops", "trigger"),
        ("Kazakhstan", "target"),
    ]


def test_shorter_mark_wins_where_two_overlap() -> None:
    found = list(pieces(event(source_start=100, source_end=118)))
    assert found[:2] == [("Russia ", "source"), ("sent troops", "trigger")]


def test_words_of_another_sentence_follow() -> None:
    html = marked_sentence(event(source_start=20, source_end=25, source_text="Minsk"))
    assert html.index("elsewhere in the text") > html.index("Kazakhstan")
    assert "Minsk" in html


def test_event_whose_sentence_is_missing_still_shows_its_words() -> None:
    html = marked_sentence(event(sentence_text=None, sentence_start=None))
    assert "not in the warehouse" in html
    assert "trigger: sent troops" in html


def test_hostile_sentence_is_escaped() -> None:
    text = f"{HOSTILE} sent troops."
    at = text.index("sent troops")
    row = event(sentence_text=text, sentence_start=0, source_text=HOSTILE, source_start=0, source_end=len(HOSTILE))
    html = marked_sentence(
        row | {"trigger_start": at, "trigger_end": at + 11, "target_start": None, "target_code": None}
    )
    assert "<img" not in html and "<script" not in html and "<b>" not in html
    assert "&lt;script&gt;" in html and "</blockquote>" in html[-20:]
    assert html.count("</blockquote>") == 1
