"""Comparing two editions: which documents are coded again, and what is said of the events."""

from __future__ import annotations

import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builders import build_events, small, write_dictionaries
from coders import Coder, Document
from coders.lemmas import Lemmatizer
from coders.lexicon import Lexicon
from dictionaries import BUILT_IN, Dictionaries, load
from tocsin import UsageError
from workbench import editions
from workbench.changes import Changes, Selector, changes_between
from workbench.diff import Differ, Difference, as_json, compare, lines

BOMBED = """
    Norland = NNP bombed subject
    bombed bomb VBD ^
    Sudland = NNP bombed object
"""


def compiled(dictionaries: Dictionaries) -> Coder:
    """As much of a coder as is looked at to find changes; no model."""
    parts = {"dictionaries": dictionaries, "lexicon": Lexicon(dictionaries), "lemmatizer": Lemmatizer()}
    return SimpleNamespace(**parts)  # type: ignore[return-value]


def changed(folder: Path, **files: str | None) -> Changes:
    return changes_between(compiled(small()), compiled(load(write_dictionaries(folder, **files))))


def affected(changes: Changes, text: str) -> bool:
    return Selector(changes, compiled(small())).affected(text)


BOMB = """
    - id: bomb
      code: "{code}"
      patterns:
        - S bomb | shell T
        {more}
      nouns: [bombing, air strike]
    - id: fight
      code: "190"
      patterns:
        - S attack T
        - T come under attack/fire from S
      nouns: [attack]
"""


def bomb(code: str = "195", more: str = "") -> str:
    return BOMB.format(code=code, more=more)


def test_same_dictionaries_change_nothing(tmp_path: Path) -> None:
    changes = changed(tmp_path)
    assert not changes.entries and not affected(changes, "Norland bombed Sudland.")


def test_lines_and_comments_change_nothing(tmp_path: Path) -> None:
    """An edit that only moves entries down changes no document."""
    changes = changed(tmp_path, verbs__19_fight_yaml="# a comment\n" + bomb().replace("\n    ", "\n"))
    assert changes.entries == [] and not affected(changes, "Norland bombed Sudland.")


def test_another_code_affects_documents_with_the_words_of_the_entry(tmp_path: Path) -> None:
    changes = changed(tmp_path, verbs__19_fight_yaml=bomb(code="190"))
    assert changes.entries == ["verbs/19_fight#bomb"]
    for text in ("Norland bombed it.", "The shelling went on.", "An air strike hit it.", "Air-strikes hit."):
        assert affected(changes, text), text
    for text in ("Norland attacked it.", "A strike closed the port.", "Nothing."):
        assert not affected(changes, text), text


def test_new_pattern_affects_documents_with_all_its_words(tmp_path: Path) -> None:
    changes = changed(tmp_path, verbs__19_fight_yaml=bomb(more="- S bomb T from air"))
    assert affected(changes, "They bombed the town from the air.")
    assert not affected(changes, "They bombed the town.")


def test_new_verb_affects_every_document_with_it(tmp_path: Path) -> None:
    """A word that begins to be a trigger can change how a sentence is read."""
    changes = changed(tmp_path, verbs__19_fight_yaml=bomb(more="- S strafe T from air"))
    assert affected(changes, "They strafed it.") and not affected(changes, "They bombed it.")


def test_changed_names_affect_documents_that_have_them(tmp_path: Path) -> None:
    persons = (
        "name,aliases,surname,code,start,end,role,note\nAna Brevik,,Brevik,NOROPP,2015-05-01,,,\n"
        "Olaf Tarn,Olav Tarn,Tarn,NORGOV,2021-05-01,,prime minister,\n"
        "Olaf Tarn,Olav Tarn,Tarn,NORLEG,2012-01-01,2021-04-30,member of parliament,\n"
        "Sana Hollow,,Hollow,SUDGOV,2018-01-01,2019-12-31,minister,\n"
    )
    changes = changed(tmp_path, actors__persons_csv=persons)
    assert affected(changes, "Minister Brevik spoke.") and affected(changes, "Ana\nBrevik spoke.")
    assert affected(changes, "José Ñandú spoke.")
    assert not affected(changes, "Olaf Tarn spoke to the ana Breviks.")


@pytest.mark.parametrize(
    ("files", "hit", "miss"),
    [
        (
            {"agents__more_csv": "phrase,plural,code,kind,note\nferryman,ferrymen,CVL,person,\n"},
            "Ferrymen left.",
            "Boats.",
        ),
        ({"agents__modifiers_csv": "phrase,effect,note\narmed,none,\nex,ELI,\nformer,ELI,\n"}, "Opposition.", "Armed."),
        (
            {"words__discards_yaml": "- phrase: price war\n  reason: business\n"},
            "A Battle of the Bands.",
            "A price war.",
        ),
        ({"words__reporting_verbs_yaml": "reporting: [say, report]\n"}, "He announced it.", "He said it."),
        ({"operators__composition_csv": None}, "They agreed to it.", "They met."),
        ({"operators__composition_csv": None}, "They won't.", "They met."),
    ],
)
def test_each_kind_of_change_affects_documents_with_its_words(
    tmp_path: Path, files: dict[str, str | None], hit: str, miss: str
) -> None:
    changes = changed(tmp_path, **files)
    assert affected(changes, hit) and not affected(changes, miss) and changes.entries


def test_other_codes_in_the_ontology_affect_everything(tmp_path: Path) -> None:
    changes = changed(tmp_path, ontology__plover_csv="code,type,mode,contexts\n195,ASSAULT,other,\n")
    assert changes.everything and affected(changes, "Nothing.")


# --- events


def shown(before: list[Any], after: list[Any]) -> list[tuple[str, str | None, str | None]]:
    return [(c.kind, c.old and c.old.event_code, c.new and c.new.event_code) for c in compare(before, after)]


def test_events_are_gained_lost_and_changed(tmp_path: Path) -> None:
    (event,), _ = build_events(BOMBED)
    (coded,), _ = build_events(BOMBED, load(write_dictionaries(tmp_path, verbs__19_fight_yaml=bomb(code="190"))))
    assert shown([event], []) == [("lost", "195", None)]
    assert shown([], [event]) == [("gained", None, "195")]
    assert shown([event], [coded]) == [("code", "195", "190")]
    assert shown([event], [event]) == []


def test_same_act_with_another_actor_is_changed(tmp_path: Path) -> None:
    """An event whose target is found elsewhere is one event, not one lost and one gained."""
    from dataclasses import replace

    (event,), _ = build_events(BOMBED)
    other = replace(event, event_id="x", target_start=40, target_code="MID")
    (change,) = compare([event], [other])
    assert change.kind == "actor" and "target_code" in change.fields
    (change,) = compare([event], [replace(event, target_code="SUDREB")])
    assert change.kind == "actor"


def test_report_counts_by_code_and_actor() -> None:
    from dataclasses import replace

    (event,), _ = build_events(BOMBED)
    result = Difference(Changes(entries=["verbs/19_fight#bomb"]), 10, 2, 1)
    result.events.extend(
        compare([event, replace(event, event_id="b")], [replace(event, event_code="190", target_code="MID")])
    )
    printed = "\n".join(lines(result))
    assert "10 documents, 2 of them coded again" in printed and "1 lost, 1 changed (1 code" in printed
    assert "195 > 190" in printed and "SUD > MID" in printed
    data = as_json(result)
    assert data["recoded"] == 2 and data["by_code"][0]["count"] == 1


@pytest.mark.model
def test_selected_documents_show_what_coding_everything_shows(tmp_path: Path) -> None:
    """Only documents with the changed words are coded again, and the events are those of coding all of them."""
    edited = load(write_dictionaries(tmp_path, verbs__19_fight_yaml=bomb(code="190", more="- S flatten T"),
                                     agents__more_csv="phrase,plural,code,kind,note\nferryman,ferrymen,CVL,person,\n"))  # fmt: skip
    texts = [
        "Norland bombed Sudland. Sudland attacked Norland.",
        "Sudland attacked Norland on Monday.",
        "Norlandic ferrymen met Sudland's president in Sudville.",
        "Norland has flattened Sudland, and Sudland praised Norland.",
        "The weather was fine in Norland.",
        *(f"Sudland praised Norland for day {n}." for n in range(40)),
    ]
    documents = [Document(str(n), date(2021, 6, 15), text) for n, text in enumerate(texts)]
    results = []
    for everything in (False, True):
        differ = Differ(Coder(small()), Coder(edited), everything)
        assert sum(differ.run(documents)) == len(documents)
        results.append(differ.result)
    assert results[0].events == results[1].events and results[0].events
    assert (results[0].recoded, results[1].recoded) == (3, len(documents))
    assert {"code", "gained"} <= set(results[0].counts())


# --- editions


def test_edition_is_built_in_a_folder_or_a_layer(tmp_path: Path) -> None:
    folder = write_dictionaries(tmp_path / "own")
    with editions.edition(str(folder)) as opened:
        assert opened.version == small().version
    layer = tmp_path / "layer" / "agents"
    layer.mkdir(parents=True)
    (layer / "mine.csv").write_text("phrase,plural,code,kind,note\npraetor,,GOV,title,\n")
    with editions.edition(str(tmp_path / "layer")) as opened:
        assert "praetor" in {a.phrase for a in opened.agents} and len(opened.countries) > 100


def test_edition_is_taken_from_a_git_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = io.BytesIO()
    own = write_dictionaries(tmp_path / "own")
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(own.rglob("*")):
            archive.write(path, path.relative_to(own))
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, packed.getvalue(), b"")

    monkeypatch.setattr(editions.subprocess, "run", run)
    with editions.edition("v1.0") as opened:
        assert opened.version == small().version
    assert asked == [["git", "-C", str(BUILT_IN), "archive", "--format=zip", "v1.0"]]


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "core.hooksPath="]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_revisions_of_a_real_repository_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was committed counts, not what lies in the folder; another folder of the repository is left alone."""
    folder = write_dictionaries(tmp_path / "repository" / "dictionaries")
    (tmp_path / "repository" / "other.txt").write_text("no dictionary")
    git(tmp_path / "repository", "init", "-q")
    git(tmp_path / "repository", "add", ".")
    git(tmp_path / "repository", "commit", "-q", "-m", "first")
    write_dictionaries(folder, verbs__19_fight_yaml=bomb(code="190"))
    git(tmp_path / "repository", "commit", "-q", "-a", "-m", "second")
    write_dictionaries(folder, verbs__19_fight_yaml=bomb(code="180"))
    monkeypatch.setattr(editions, "BUILT_IN", folder)
    with editions.edition("HEAD~1") as old, editions.edition("HEAD") as new, editions.edition("built-in") as now:
        found = [next(v.code for v in d.verbs if v.rule.endswith("#bomb")) for d in (old, new, now)]
        assert found == ["195", "190", "180"]
        assert changes_between(compiled(old), compiled(new)).entries == ["verbs/19_fight#bomb"]
    with pytest.raises(UsageError, match="no revision"), editions.edition("HEAD~2"):
        pass


@pytest.mark.parametrize("name", ["no-such-revision-or-folder", "--output=x"])
def test_unknown_edition_is_bad_usage(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 128, b"", b"fatal: not a valid object name\n")
    monkeypatch.setattr(editions.subprocess, "run", lambda *a, **k: failed)
    with pytest.raises(UsageError, match=r"no edition|no revision"), editions.edition(name):
        pass
