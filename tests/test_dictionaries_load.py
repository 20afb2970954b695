"""Loading dictionaries: every fault is found and named with file and line, and the version stands for the content."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import FILES, built_in, read_dictionaries, small, write_dictionaries
from dictionaries import Fault, load, read
from dictionaries.load import split
from tocsin import DictionaryError

COUNTRIES = FILES["actors/countries.csv"]
PERSONS = FILES["actors/persons.csv"]
ARREST = '- id: arrest\n  code: "173"\n  patterns: [S arrest T]\n'


def only_fault(folder: Path, **changes: str | None) -> Fault:
    """The one fault that the small dictionaries have with some changes."""
    (fault,) = read_dictionaries(folder, **changes).faults
    return fault


def test_load_small_dictionaries_are_sound() -> None:
    """The dictionaries of the tests have no faults, and hold what was written."""
    dictionaries = small()
    assert dictionaries.faults == ()
    assert {e.rule for e in dictionaries.verbs} >= {"verbs/17_coerce#arrest", "verbs/19_fight#bomb"}
    assert {o.operator for o in dictionaries.operators} >= {"agree", "refuse"}
    assert dictionaries.word_sets["sanctions"] == (("sanction",), ("embargo",), ("trade", "ban"))


def test_load_built_in_dictionaries_are_sound() -> None:
    """The dictionaries that come with the program have no faults."""
    assert built_in().faults == ()


def test_load_countries() -> None:
    """A row of the table of countries gives its names in all their kinds."""
    (norland,) = [c for c in small().countries if c.code == "NOR"]
    assert norland.names == ("Kingdom of Norland",) and norland.people == ("Norlander", "Norlanders")
    assert norland.capital == ("Norburg",) and norland.seats == ("White Hall",)
    assert norland.entry == "actors/countries#NOR" and norland.start is None


def test_load_actors_keep_every_role() -> None:
    """The rows of one name are the roles of one actor."""
    (tarn,) = [a for a in small().actors if a.name == "Olaf Tarn"]
    assert tarn.is_person and tarn.aliases == ("Olav Tarn",) and tarn.surnames == ("Tarn",)
    assert [(r.code, r.start, r.end) for r in tarn.roles] == [
        ("NORGOV", date(2021, 5, 1), None),
        ("NORLEG", date(2012, 1, 1), date(2021, 4, 30)),
    ]


def test_load_entries_keep_examples_and_exceptions() -> None:
    """An entry of the verb dictionary carries everything that was written in it."""
    (arrest,) = [e for e in small().verbs if e.rule == "verbs/17_coerce#arrest"]
    assert arrest.code == "173" and len(arrest.examples) == len(arrest.near_misses) == 1
    assert {v for p in arrest.patterns for v in p.verbs} == {"arrest", "detain", "round", "take"}
    assert [p.verbs for p in arrest.exceptions] == [{"arrest"}]
    assert [n.possessor for n in arrest.nouns] == ["T", "S"]


def test_load_comments_are_no_rows(tmp_path: Path) -> None:
    """Lines that begin with # are comments, at the head of a table and within it, and do not shift line numbers."""
    table = "# version 1\n# by hand\nphrase,plural,code,kind,note\nguard,,MIL,person,\n# two more\nwatch,,COP,crowd,\n"
    dictionaries = read_dictionaries(tmp_path, agents__more_csv=table)
    assert "guard" in {a.phrase for a in dictionaries.agents}
    assert [(f.file, f.line) for f in dictionaries.faults] == [("agents/more.csv", 6)]


@pytest.mark.parametrize(
    ("file", "text", "line", "what"),
    [
        ("actors__countries_csv", COUNTRIES + "        Xx1,Nowhere,,,,,,,,\n", 6, "no actor code"),
        ("actors__countries_csv", "code,name\nNOR,Norland\n", 1, "columns"),
        ("actors__countries_csv", COUNTRIES + "        NEW,New,,,,,,2020-13-01,,\n", 6, "no date"),
        ("actors__countries_csv", COUNTRIES + "        NEW,New,,,,,,2020-02-01,2019-01-01,\n", 6, "after its end"),
        ("actors__countries_csv", COUNTRIES + "        NEW,New,,,,\n", 6, "cells instead of"),
        ("actors__persons_csv", PERSONS + "        ,,,NORGOV,,,,\n", 7, "without a name"),
        ("actors__persons_csv", PERSONS + "        Una Voss,,Voss,NOR-GOV,,,,\n", 7, "no actor code"),
        ("actors__persons_csv", PERSONS + "        Una Voss,,Voss,NORGOV,May 2020,,,\n", 7, "no date"),
        ("agents__more_csv", "phrase,plural,code,kind,note\nguard,,MIL,robot,\n", 2, "kind 'robot'"),
        ("ontology__cameo_csv", FILES["ontology/cameo.csv"] + "        210,new,21,four,0.0,,\n", 31, "no number"),
        (
            "operators__composition_csv",
            FILES["operators/composition.csv"] + "        agree,hugs,036,S,T,,,\n",
            28,
            "inner",
        ),
        ("operators__composition_csv", FILES["operators/composition.csv"] + "        agree,09,999,S,T,,,\n", 28, "999"),
        ("words__sets_more_yaml", "sanctions: [help]\n", 1, "defined twice"),
        ("words__sets_more_yaml", "aid: [help\n", 2, "no valid YAML"),
        ("verbs__20_more_yaml", "id: arrest\n", 1, "no list"),
        ("verbs__20_more_yaml", ARREST + "- just words\n", 4, "no entry"),
        ("verbs__20_more_yaml", ARREST + ARREST, 4, "used twice"),
        ("verbs__20_more_yaml", ARREST + '- code: "173"\n', 4, "missing"),
        ("verbs__20_more_yaml", "- id: arrest\n  code: 173\n", 1, "code 173"),
        ("verbs__20_more_yaml", '- id: arrest\n  code: "1799"\n', 2, "code '1799'"),
        ("verbs__20_more_yaml", ARREST + '- id: b\n  code: "173"\n  pattern: [S b T]\n', 6, "unknown key 'pattern'"),
        ("verbs__20_more_yaml", ARREST + '- id: b\n  code: "173"\n  patterns: [S]\n', 6, "no verb"),
        ("verbs__20_more_yaml", ARREST + '- id: b\n  code: "173"\n  patterns: [S b &none]\n', 6, "&none"),
        ("verbs__20_more_yaml", ARREST + '- id: b\n  code: "173"\n  except: [S]\n', 6, "no verb"),
        ("verbs__20_more_yaml", ARREST + '- id: b\n  code: "173"\n  nouns: [visit to]\n', 6, "nothing after"),
        ("operators__operators_yaml", "- id: agree\n  operator: agree\n  control: X\n", 3, "control 'X'"),
        ("operators__operators_yaml", "- id: agree\n  operator: agree\n  code: '036'\n", 3, "unknown key 'code'"),
    ],
)
def test_load_fault_names_file_and_line(tmp_path: Path, file: str, text: str, line: int, what: str) -> None:
    """Each kind of fault is reported once, where it stands."""
    fault = only_fault(tmp_path, **{file: text})
    name = file.replace("__", "/")
    assert fault.file == ".".join(name.rsplit("_", 1))
    assert (fault.line, what in fault.what) == (line, True), str(fault)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("words__discards_yaml", "- reason: music\n", id="discard without phrase"),
        pytest.param("words__discards_yaml", "phrase: price war\n", id="discards no list"),
        pytest.param("words__sets_more_yaml", "- aid\n", id="word sets no mapping"),
        pytest.param("words__sets_more_yaml", "help: aid\n", id="word set no list"),
        pytest.param("words__sets_more_yaml", "help: [a]\nhelp: [b]\n", id="word set twice in one file"),
        pytest.param("words__reporting_verbs_yaml", "[say]\n", id="reporting verbs no mapping"),
        pytest.param("verbs__20_more_yaml", '- id: a\n  code: "173"\n  patterns: 5\n', id="patterns no list"),
        pytest.param("verbs__20_more_yaml", ARREST + "  patterns: [S jail T]\n", id="key twice in an entry"),
        pytest.param("verbs__20_more_yaml", ARREST + "  examples: Police.\n", id="examples no list"),
        pytest.param("verbs__20_more_yaml", "- !!python/object:os.system {}\n", id="foreign tag"),
    ],
)
def test_load_fault_of_shape_is_listed(tmp_path: Path, file: str, text: str) -> None:
    """Files of another shape than the manual's are listed too; they neither stop the reading nor pass in silence."""
    faults = read_dictionaries(tmp_path, **{file: text}).faults
    assert {f.file for f in faults} == {".".join(file.replace("__", "/").rsplit("_", 1))}


def test_load_fault_of_a_missing_table(tmp_path: Path) -> None:
    """A table that has to be there and is not is a fault."""
    assert only_fault(tmp_path, actors__countries_csv=None).file == "actors/countries.csv"


def test_load_fault_of_letters_that_are_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding is a fault, not a crash."""
    folder = write_dictionaries(tmp_path)
    (folder / "agents" / "latin.csv").write_bytes(
        "phrase,plural,code,kind,note\ncaf\u00e9,,CVL,person,\n".encode("latin-1")
    )
    (fault,) = read(folder).faults
    assert fault.file == "agents/latin.csv" and "UTF-8" in fault.what


def test_load_fault_of_letters_not_in_normal_form(tmp_path: Path) -> None:
    """Letters with loose accents are a fault at their line."""
    table = "phrase,plural,code,kind,note\nguard,,MIL,person,\nattache\u0301,,GOV,person,\n"
    fault = only_fault(tmp_path, agents__more_csv=table)
    assert (fault.line, "NFC" in fault.what) == (3, True)


def test_load_fault_shows_place_and_remedy() -> None:
    """A fault reads as one line with file, line, what and remedy."""
    assert str(Fault("verbs/x.yaml", 3, "is odd", "make it even")) == "verbs/x.yaml:3: is odd (make it even)"
    assert str(Fault("verbs/x.yaml", 3, "is odd")) == "verbs/x.yaml:3: is odd"


def test_load_raises_with_all_faults(tmp_path: Path) -> None:
    """Loading fails with every fault listed, not with the first."""
    folder = write_dictionaries(
        tmp_path,
        verbs__20_more_yaml="- id: a\n  code: '9'\n- id: b\n  code: '8'\n",
        agents__more_csv="phrase,plural,code,kind,note\nguard,,MIL,robot,\n",
    )
    with pytest.raises(DictionaryError) as caught:
        load(folder)
    message = str(caught.value)
    assert "3 faults" in message
    assert all(place in message for place in ("verbs/20_more.yaml:2", "verbs/20_more.yaml:4", "agents/more.csv:2"))


def test_load_needs_a_folder(tmp_path: Path) -> None:
    """A folder that is not there is a fault that a user can mend."""
    with pytest.raises(DictionaryError, match="no such folder"):
        read(tmp_path / "nowhere")


def test_load_version_stands_for_the_content(tmp_path: Path) -> None:
    """The version is the same for the same files wherever they lie, and another for any change."""
    first = read_dictionaries(tmp_path / "a")
    assert first.version == read_dictionaries(tmp_path / "elsewhere" / "b").version == small().version
    changed = {
        read_dictionaries(tmp_path / str(n), **change).version
        for n, change in enumerate(
            (
                {"verbs__20_more_yaml": "[]\n"},
                {"words__discards_yaml": None},
                {"agents__agents_csv": FILES["agents/agents.csv"] + "        watch,watch,COP,group,\n"},
                {"ontology__plover_csv": FILES["ontology/plover.csv"].replace("meet", "visit")},
            )
        )
    }
    assert len(changed | {first.version}) == 5


def test_load_version_does_not_depend_on_the_order_of_writing(tmp_path: Path) -> None:
    """Files are read in order of their names, in whatever order a folder lists them."""
    forward, backward = tmp_path / "forward", tmp_path / "backward"
    extra = {f"agents/more_{n}.csv": f"phrase,plural,code,kind,note\nguard{n},,MIL,person,\n" for n in range(8)}
    for folder, order in ((forward, sorted(extra)), (backward, sorted(extra, reverse=True))):
        write_dictionaries(folder)
        for name in order:
            (folder / name).write_text(extra[name], encoding="utf-8")
    one, other = read(forward), read(backward)
    assert one.version == other.version and one.agents == other.agents


def test_load_twice_gives_equal_dictionaries(tmp_path: Path) -> None:
    """Reading changes nothing and remembers nothing."""
    folder = write_dictionaries(tmp_path)
    assert load(folder) == load(folder)


def test_load_cells_are_split_at_bars() -> None:
    """Several values stand in one cell, and empty ones do not count."""
    assert split("Astana| Nur-Sultan |") == ("Astana", "Nur-Sultan")
    assert split("") == ()


@given(st.dates(), st.dates())
@settings(max_examples=25)
def test_load_periods_are_read_and_checked(one: date, other: date) -> None:
    """Every pair of dates is read as written; only a start after its end is a fault."""
    row = f"        New Band,,,NORREB,{one},{other},,\n"
    with tempfile.TemporaryDirectory() as folder:
        dictionaries = read_dictionaries(
            Path(folder), actors__bands_csv="name,aliases,surname,code,start,end,role,note\n" + row.strip()
        )
    (band,) = [a for a in dictionaries.actors if a.name == "New Band"]
    assert (band.roles[0].start, band.roles[0].end) == (one, other)
    assert bool(dictionaries.faults) == (one > other)
