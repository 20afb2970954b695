"""The change that CONTRIBUTING.md walks through does what it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from coders import Coder
from dictionaries import BUILT_IN, load
from dictionaries.lint import lint
from dictionaries.load import ACTOR_COLUMNS

TEXT = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", TEXT, re.S)
    assert found is not None
    return found.group(1)


@pytest.fixture
def layer(tmp_path: Path) -> Path:
    """The two pasted pieces as a folder over the built-in dictionaries."""
    for name, text in (
        ("actors/parties.csv", ",".join(ACTOR_COLUMNS) + "\n" + block("csv")),
        ("verbs/12_reject.yaml", block("yaml")),
    ):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_contributors_paste_has_no_faults(layer: Path) -> None:
    assert lint(layer).faults == ()


@pytest.mark.model
def test_sentence_of_the_walk_is_coded_as_it_says(layer: Path) -> None:
    sentence, day = re.findall(r'explain "([^"]+)" --date (\S+)', TEXT)[0]
    trace = str(Coder(load(BUILT_IN, layer)).explain(sentence, date.fromisoformat(day)))
    (promised,) = re.findall(r"now stands `([^`]+)`", TEXT)
    assert promised in trace and promised not in str(Coder().explain(sentence, date.fromisoformat(day)))
