"""Base forms: from the tables, and for the dictionaries' own verbs by rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import write_dictionaries
from coders.lemmas import Lemmatizer, lemmatizer_of, verb_forms
from dictionaries import load


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("torch", ["torches", "torched", "torching"]),
        ("nuke", ["nukes", "nuked", "nuking"]),
        ("amnesty", ["amnesties", "amnestied", "amnestying"]),
        ("wiretap", ["wiretaps", "wiretapped", "wiretapping"]),
        ("teargas", ["teargassed", "teargassing"]),
        ("unban", ["unbanned", "unbanning"]),
        ("overfly", ["overflies", "overflew", "overflown"]),
        ("unfreeze", ["unfroze", "unfrozen", "unfreezing"]),
        ("felicitate", ["felicitates", "felicitated", "felicitating"]),
    ],
)
def test_forms_of_a_verb_in_no_table_lead_to_it(verb: str, forms: list[str]) -> None:
    plain, learned = Lemmatizer(), Lemmatizer([verb])
    assert {verb, *forms} <= verb_forms(verb)
    for form in forms:
        assert plain.lemma(form, "VERB") != verb and learned.lemma(form, "VERB") == verb


def test_known_forms_keep_their_base_form() -> None:
    """A verb of the dictionaries never takes a form away from one that the tables know."""
    learned = Lemmatizer(["ly", "relaunch", "bombe"])
    assert learned.lemma("lying", "VERB") == "lie" and learned.lemma("bombed", "VERB") == "bomb"
    assert learned.lemma("torches", "NOUN") == "torch" and learned.lemma("relaunches", "NOUN") == "relaunch"


def test_order_of_verbs_does_not_matter() -> None:
    verbs = ["baton", "batonn", "torch", "unfreeze"]
    one, other = Lemmatizer(verbs), Lemmatizer(reversed(verbs))
    for form in ("batonned", "batoned", "torched", "unfroze"):
        assert one.lemma(form, "VERB") == other.lemma(form, "VERB")


def test_verbs_of_the_dictionaries_are_known(tmp_path: Path) -> None:
    """Those of patterns, of operators and of saying."""
    verbs = '- id: gleep\n  code: "173"\n  patterns: [S gleep | fnord T]\n'
    operators = "- operator: refuse\n  control: S\n  patterns: [S snark ACT]\n"
    files = {"verbs__99_own_yaml": verbs, "operators__operators_yaml": operators}
    lemmatizer = lemmatizer_of(
        load(write_dictionaries(tmp_path, **files, words__reporting_verbs_yaml="reporting: [blurp]"))
    )
    found = [lemmatizer.lemma(form, "VERB") for form in ("gleeped", "fnording", "snarks", "blurped")]
    assert found == ["gleep", "fnord", "snark", "blurp"]


def test_a_regular_past_of_an_irregular_verb_leads_to_it() -> None:
    """Writers say *lended* and *seeked*; a word whose beginning is no verb stays as it is."""
    lemmatizer = Lemmatizer()
    assert [lemmatizer.lemma(w, "VERB") for w in ("lended", "seeked", "zorped")] == ["lend", "seek", "zorped"]
