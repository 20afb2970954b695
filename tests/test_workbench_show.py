"""What the dictionaries know of a word, and the commands that say so."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders import shared_coder, small, write_dictionaries
from dictionaries import load
from flows import layers
from flows.cli import app
from tocsin import UsageError
from workbench.coverage import Coverage, coverage
from workbench.coverage import lines as coverage_lines
from workbench.show import Finding, near, show


def found(text: str, day: date = date(2021, 6, 15)) -> dict[str, Finding]:
    return {f.kind: f for f in show(small(), text, day)}


def test_actor_is_shown_with_the_role_that_holds() -> None:
    actor = found("Olav Tarn")["actor"]
    assert (actor.text, actor.code, actor.entry) == ("Olaf Tarn", "NORGOV", "actors/persons#Olaf Tarn")
    assert any(line.startswith("2021-05-01 to today: NORGOV") and line.endswith("<- holds") for line in actor.details)
    assert found("Olaf Tarn", date(2015, 1, 1))["actor"].code == "NORLEG"


def test_former_official_and_ended_organisation_are_told() -> None:
    assert found("Sana Hollow")["actor"].code == "SUDELI"
    league = found("HL")["actor"]
    assert league.code == "" and "not in use on 2021-06-15" in league.details


def test_surname_leads_to_the_person() -> None:
    assert found("Brevik")["person of this surname"].text == "Ana Brevik"


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("Norland", "country", "NOR"),
        ("Norburg", "country, capital", "NOR"),
        ("Norlandic", "country, adjective", "NOR"),
        ("Westmarch", "place", "SUD"),
        ("Armies", "agent (group)", "MIL"),
        ("spokesman", "agent (person)", "speaks for another"),
        ("former", "modifier", "ELI"),
        ("arrested", "verb", "173"),
        ("taken into custody", "verb", "173"),
        ("air strikes", "noun", "195"),
        ("refusing", "operator", "operator refuse"),
        ("embargo", "word set", ""),
        ("price war", "discarded", ""),
        ("announce", "reporting verb", ""),
    ],
)
def test_each_kind_of_entry_is_found(text: str, kind: str, code: str) -> None:
    assert found(text)[kind].code == code


def test_verb_names_its_patterns_with_their_lines() -> None:
    arrest = found("detained")["verb"]
    assert arrest.entry == "verbs/17_coerce#arrest" and "line 4: S arrest | detain | round up T" in arrest.details


def test_near_names_are_proposed_where_nothing_is_found() -> None:
    assert not show(small(), "Norlnd", date(2021, 6, 15)) and near(small(), "Norlnd")[0] == "Norland"


# --- layers and commands


def tocsin(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "parties.csv").write_text(
        "name,aliases,surname,code,start,end,role,note\n"
        "Harbour Party of Utsire,HPU,,NORPTY,1994-03-01,2021-10-13,party,\n"
        "Harbour Party of Utsire,HPU,,NORGOV,2021-10-14,,governing party,\n"
    )
    (tmp_path / "verbs").mkdir()
    (tmp_path / "verbs" / "parties.yaml").write_text(
        '- id: cross-the-floor\n  code: "087"\n  patterns:\n    - S cross floor to T\n'
        '  examples:\n    - "[S Three lawmakers] crossed the floor to [T the opposition]."\n'
    )
    return tmp_path


def test_layer_adds_replaces_and_removes(tmp_path: Path) -> None:
    base = write_dictionaries(tmp_path / "base")
    layer = tmp_path / "layer"
    files = {
        "actors/mine.csv": "name,aliases,surname,code,start,end,role,note\nOlaf Tarn,,Tarn,NOROPP,2022-01-01,,,\n"
        "Harbour League,,,-,,,,\nTide Party,,,NOROPP,,,,\n",
        "agents/mine.csv": "phrase,plural,code,kind,note\nsoldier,,-,person,\nferryman,,CVL,person,\n",
        "agents/modifiers.csv": "phrase,effect,note\nex,-,\n",
        "actors/countries.csv": "code,name,names,adjectives,people,capital,seats,start,end,note\nOLD,-,,,,,,,,\n",
        "verbs/17_coerce.yaml": '- id: arrest\n  code: "173"\n  patterns: [S nab T]\n- remove: [verbs/19_fight#fight]\n',
        "verbs/mine.yaml": '- id: arrest\n  code: "173"\n  patterns: [S collar T]\n',
        "words/sets.yaml": "+sanctions: [boycott]\n",
        "words/discards.yaml": "- remove: [price war]\n- phrase: cold snap\n  reason: weather\n",
        "words/reporting_verbs.yaml": "reporting: [tell]\nremove: [say]\n",
    }
    for name, text in files.items():
        (layer / name).parent.mkdir(parents=True, exist_ok=True)
        (layer / name).write_text(text)
    both = load(base, layer)
    actors = {a.name: [r.code for r in a.roles] for a in both.actors}
    assert actors["Olaf Tarn"] == ["NOROPP"] and "Tide Party" in actors and "Harbour League" not in actors
    assert {"ferryman"} <= {a.phrase for a in both.agents} and "soldier" not in {a.phrase for a in both.agents}
    assert "ex" not in both.modifiers and "former" in both.modifiers
    assert "OLD" not in {c.code for c in both.countries}
    rules = [v.rule for v in both.verbs]
    assert rules[0] == "verbs/mine#arrest" and "verbs/19_fight#fight" not in rules
    assert {p.text for v in both.verbs if v.rule == "verbs/17_coerce#arrest" for p in v.patterns} == {"S nab T"}
    assert ("boycott",) in both.word_sets["sanctions"] and ("embargo",) in both.word_sets["sanctions"]
    assert dict(both.discards) == {"battle of the bands": "music", "cold snap": "weather"}
    assert both.reporting_verbs == {"report", "announce", "tell"}


def test_version_covers_layers(tmp_path: Path, mine: Path) -> None:
    base = write_dictionaries(tmp_path / "base")
    one, two = load(base).version, load(base, mine).version
    (mine / "verbs" / "parties.yaml").write_text("[]\n")
    assert len({one, two, load(base, mine).version}) == 3 and load(base).version == one == small().version


def test_layers_come_from_the_command_line_or_the_environment(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.mkdir(), b.mkdir()
    setting = {"TOCSIN_DICTIONARIES": f"{a}:{b}"}
    assert layers.layers((), setting) == (a, b) and layers.layers((b,), setting) == (b,) and layers.layers((), {}) == ()
    with pytest.raises(UsageError, match="no such folder"):
        layers.layers((tmp_path / "c",), {})


def test_commands_read_the_layer(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worked example of the documentation, from lint to show."""
    result = tocsin("dictionary", "lint", mine)
    assert result.exit_code == 0 and result.output.endswith(" 0 faults, 0 warnings\n"), result.output
    result = tocsin("dictionary", "show", "HPU", "--date", "2022-01-01", "--dictionaries", mine)
    assert result.exit_code == 0 and "Harbour Party of Utsire = NORGOV" in result.output
    assert tocsin("dictionary", "show", "HPU").exit_code == 1
    monkeypatch.setenv("TOCSIN_DICTIONARIES", str(mine))
    assert tocsin("dictionary", "show", "HPU").exit_code == 0
    assert tocsin("dictionary", "show", " ").exit_code == 2


def test_lint_command_prints_each_format_and_fails_on_faults(mine: Path) -> None:
    (mine / "actors" / "parties.csv").write_text(
        "name,aliases,surname,code,start,end,role,note\nTide Party of Utsire,,,NORXXX,2001-02-30,,,\n"
    )
    result = tocsin("dictionary", "lint", mine, "--format", "json")
    assert result.exit_code == 1
    assert [(f["line"], f["kind"]) for f in json.loads(result.output)["found"]] == [
        (2, "bad-date"),
        (2, "unknown-code"),
    ]
    assert tocsin("dictionary", "lint", mine, "--format", "github").output.count("::error file=") == 2


def test_coverage_report_counts_what_examples_exercise() -> None:
    result = Coverage(3, ("a#b",), ("a#b", "a#c"), 10, (("a#c", 4, "S shove T"),) * 4)
    printed = list(coverage_lines(result, patterns=True))
    assert printed[:2] == ["a#b: has no example", "a#c: wins in no example"]
    assert "line 4: no example of 'S shove T'" in printed[2]
    assert printed[-1].startswith("1 of 3 entries and 6 of 10 lines of patterns (60%)")


@pytest.mark.model
def test_most_entries_are_exercised_by_examples() -> None:
    result = coverage(shared_coder())
    assert not [rule for rule in result.without_examples if rule.startswith("verbs/")]
    assert len(result.idle) / result.entries < 0.05, result.idle
