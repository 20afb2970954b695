"""The demo: sentences with their marked words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dictionaries.model import CameoCode
from flows.demo import Mark, _program, heading, mark_up, marked_sentence

SENTENCE = "Chad accused Sudan of shelling."


def plain(*marks: Mark) -> str:
    return "".join(piece.plain for piece in mark_up(SENTENCE, marks))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((), SENTENCE),
        ((Mark(0, 4, "S"), Mark(5, 12, "V"), Mark(13, 18, "T")), "[S Chad] [V accused] [T Sudan] of shelling."),
        ((Mark(5, 18, "V"), Mark(13, 18, "T")), "Chad [V accused [T Sudan]] of shelling."),
        ((Mark(0, 31, "V"), Mark(0, 4, "S")), "[V [S Chad] accused Sudan of shelling.]"),
    ],
)
def test_mark_up_brackets_words_and_nests(marks: tuple[Mark, ...], expected: str) -> None:
    assert plain(*marks) == expected


def row(**changes: object) -> dict[str, object]:
    base: dict[str, object] = {
        "event_date": "2022-01-09",
        "event_code": "112",
        "realis": "actual",
        "sentence_text": SENTENCE,
        "sentence_start": 100,
        "trigger_start": 105,
        "trigger_end": 112,
        "trigger_text": "accused",
    }
    for side, start, end, text in (("source", 100, 104, "Chad"), ("target", 113, 118, "Sudan")):
        base |= {f"{side}_start": start, f"{side}_end": end, f"{side}_text": text, f"{side}_code": "TCD"}
        base[f"{side}_name"] = None
    return base | changes


def test_sentence_is_marked_by_the_document_s_offsets() -> None:
    assert marked_sentence(row()).plain == "[S Chad] [V accused] [T Sudan] of shelling."


def test_words_of_another_sentence_follow() -> None:
    text = marked_sentence(row(source_start=3, source_end=7, target_start=None)).plain
    assert text == "Chad [V accused] Sudan of shelling.  elsewhere: [S Chad]"


def test_heading_says_who_did_what_to_whom() -> None:
    codes = {"112": CameoCode("112", "accuse", "11", 3, -2.0, False)}
    text = heading(1, row(target_code=None), codes).plain
    assert text == "  1  2022-01-09  Chad TCD  accuse  (nobody named)  112  actual"


def test_next_step_can_be_typed_as_it_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the shell does not find the program, its path is named."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(tmp_path / ".venv/bin/tocsin")])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _program() == ".venv/bin/tocsin"
    (tmp_path / "tocsin").touch(mode=0o755)
    assert _program() == "tocsin"
