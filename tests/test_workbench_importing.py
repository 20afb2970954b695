"""Importing dictionaries in other formats: what is taken, and what is said of the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from builders import small, write_dictionaries
from coders.lexicon import Lexicon, role_on
from dictionaries import load
from dictionaries.load import reader_of
from dictionaries.patterns import PatternError
from flows.cli import app
from tocsin import DictionaryError, UsageError
from workbench.importing import READERS, import_files, kind_of, known_by, write
from workbench.petrarch import name_of
from workbench.petrarch_verbs import patterns_of
from workbench.taken import ActorRow, Known, Taken

ACTORS = """\
# actors of our own
<!-- a remark
over two lines -->
TRUE_HARBOUR_PARTY_ [NORLEG 19940301-20211013] [NORGOV >20211013] ; registered
+THP_
+HARBOURITES_
FRIDA_AL-NORD_
+PRESIDENT_NORD_
\t[NORELI <20090120]
\t[NORGOV 20090120-20170120]
TIDE_LEAGUE_ [NOROPP]
\t[NORGOV 990101-001231]
OLD_GUARD_ [NORZZZ]
NAMELESS_CODE_
NORLAND_ [NOR]
+NORLANDERS_
BAD_DAY_ [NORGOV <20091340]
BACKWARDS_ [NORGOV 20100101-20090101]
"""
AGENTS = """\
!PERSON! = MAN, MEN, WOMAN, PERSON, PERSONS
FERRY!PERSON! [~OPP]
GOOSE_HERD {GEESE_HERDS} [~REB]
TOLL_POLICE {} [~COP]
GOOSE_HERD [~OPP]
BROKEN LINE
ODD_ONE [~QQQ]
LOST!ITEM! [~GOV]
"""
VERBS = """\
&FLOWERS
+TULIP_
+ROSE BULB
&UNUSED
+THISTLE

--- SEIZE [173] ---
SEIZE {SEIZED}
COLLAR
ROUND_UP
- * INTO CUSTODY [173]   # comment
- * &FLOWERS OF + [190]
- + WAS * BY $ [173]
- * SLIDE [---]
- CROWDS * + [173]
- * TO ATTACK + [190]
- * &NOSUCH [173]
- * NOT + [173]
- * ODD [9999]
- $ ^ * + [173]
- * AND *

BEFRIEND [040] ; as TABARI writes it
- % * [040]
- + * FROM $ [051]
~ a (a b SAY) ATTACK = a b 112
"""
TABLE = """\
name;code;from;to;colour
Tide Party;NOROPP;2001;2010-05;blue
Tide Party;NORGOV;2010-06-01;;
;NOR;;
Reed League;NORXXX;;
Moon Party;NOROPP;2010-13;;
Star Party;NOROPP;2012;2011;
a;b;c;d;e;f
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    return known_by(reader_of(write_dictionaries(tmp_path_factory.mktemp("base"))))


def read(folder: Path, name: str, text: str, known: Known) -> Taken:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (taken,) = import_files([path], known=known)
    return taken


def left(taken: Taken) -> list[tuple[int, str]]:
    """The lines that were not taken, each with the beginning of the reason."""
    return [(u.line, " ".join(u.reason.split()[:4])) for u in taken.untaken]


# --- actors


def test_actors_are_taken_with_their_names_and_dates(tmp_path: Path, known: Known) -> None:
    taken = read(tmp_path, "own.actors.txt", ACTORS, known)
    harbour, nord = ("THP", "Harbourites"), ("President Nord",)
    assert taken.actors[:4] == [
        ActorRow("True Harbour Party", harbour, "", "NORLEG", date(1994, 3, 1), date(2021, 10, 13)),
        ActorRow("True Harbour Party", harbour, "", "NORGOV", date(2021, 10, 14), None),
        ActorRow("Frida al-Nord", nord, "", "NORELI", None, date(2009, 1, 19)),
        ActorRow("Frida al-Nord", nord, "", "NORGOV", date(2009, 1, 20), date(2017, 1, 20)),
    ]


def test_code_without_dates_holds_wherever_no_other_does(tmp_path: Path, known: Known) -> None:
    taken = read(tmp_path, "own.actors.txt", ACTORS, known)
    found = [(a.code, a.start, a.end) for a in taken.actors if a.name == "Tide League"]
    assert found == [
        ("NOROPP", None, date(1998, 12, 31)),
        ("NORGOV", date(1999, 1, 1), date(2000, 12, 31)),
        ("NOROPP", date(2001, 1, 1), None),
    ]


def test_actor_lines_that_cannot_be_taken_are_named(tmp_path: Path, known: Known) -> None:
    """Words for countries are there already; taking them as actors would spoil *Norlandic police*."""
    taken = read(tmp_path, "own.actors.txt", ACTORS, known)
    assert left(taken) == [
        (13, "'ZZZ' of 'NORZZZ' is"),
        (14, "it has no code"),
        (15, "already there, as a"),
        (16, "already there, as a"),
        (17, "'20091340' is no date:"),
        (18, "it begins on 2010-01-01,"),
    ]


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("BARACK_OBAMA_", ("Barack Obama",)),
        ("MINISTRY_OF_THE_INTERIOR_", ("Ministry of the Interior",)),
        ("UNICEF_", ("Unicef", "UNICEF")),
        ("THW_", ("THW",)),
        ("U.S._", ("U.S.",)),
        ("BASHAR_AL-ASSAD_", ("Bashar al-Assad",)),
        ("MARY O'NEILL", ("Mary O'Neill",)),
        ("TAJ'S_PARTY", ("Taj's Party",)),
        ("Ursula von der Leyen", ("Ursula von der Leyen",)),
    ],
)
def test_names_are_written_as_newspapers_do(phrase: str, names: tuple[str, ...]) -> None:
    assert name_of(phrase) == names


# --- agents


def test_agents_are_taken_with_plurals_and_substitutes(tmp_path: Path, known: Known) -> None:
    taken = read(tmp_path, "own.agents.txt", AGENTS, known)
    assert [(a.phrase, a.plural, a.code, a.kind) for a in taken.agents] == [
        ("ferryman", "", "OPP", "person"),
        ("ferrywoman", "", "OPP", "person"),
        ("ferryperson", "", "OPP", "person"),
        ("goose herd", "geese herds", "REB", "person"),
        ("toll police", "toll police", "COP", "group"),
    ]
    assert left(taken) == [
        (5, "'goose herd' stands already"),
        (6, "no role noun with"),
        (7, "'QQQ' of 'QQQ' is"),
        (8, "!ITEM! is not defined"),
    ]


# --- verbs


def test_verbs_become_entries_of_one_code_each(tmp_path: Path, known: Known) -> None:
    taken = read(tmp_path, "own.verbs.txt", VERBS, known)
    entries = {(e.code, e.reciprocal): e for e in taken.entries}
    assert [e.id for e in taken.entries] == [
        "seize-173",
        "seize-190",
        "befriend-040",
        "befriend-040-together",
        "befriend-051",
    ]
    seize = entries["173", False]
    assert seize.patterns[0] == "S seize/collar/round_up T"
    assert "S seize/collar/round_up T into custody" in seize.patterns
    assert seize.exceptions == ["S seize/collar/round_up slide"]
    assert entries["190", False].patterns == ["S seize/collar/round_up &own_verbs_flowers of T"]
    assert entries["040", True].patterns == ["S befriend"]
    assert entries["051", False].patterns == ["T befriend from S"]
    assert taken.sets == {"own_verbs_flowers": ["tulip", "rose bulb"]}


def test_verb_lines_that_cannot_be_taken_are_named(tmp_path: Path, known: Known) -> None:
    taken = read(tmp_path, "own.verbs.txt", VERBS, known)
    assert left(taken) == [
        (15, "words before the verb"),
        (16, "an act within (attack):"),
        (17, "word set &own_verbs_nosuch is"),
        (18, "'not': negation is read"),
        (19, "'9999' is no event"),
        (20, "^ (leave words out)"),
        (21, "the place of the"),
        (26, "transformations are not read:"),
    ]


@pytest.mark.parametrize(
    ("line", "patterns"),
    [
        ("$ * +", ["S take T"]),
        ("* FIRE ON +", ["S take fire on T"]),
        ("* {THE SIDE} (OF +)", ["S take side of T"]),
        ("* PART IN", ["S take part in T"]),
        ("* MILITARY_AID", ["S take military aid (with/to/of/for/against/on/from/in/at T)"]),
        ("* AIM", ["S take aim (with/to/of/for/against/on/from/in/at T)"]),
        ("+ WAS * INTO CUSTODY BY $", ["S take T into custody"]),
        ("+ * ORDERS FROM $", ["T take orders from S"]),
        ("* $ FROM +", ["A take S from T"]),
    ],
)
def test_pattern_finds_source_and_target_where_the_other_coder_did(line: str, patterns: list[str]) -> None:
    """The source is the first actor before the verb, the target the first after it, unless the pattern says otherwise."""
    assert patterns_of(line, "take") == (patterns, False)


def test_pattern_with_one_slot_twice_is_no_pattern() -> None:
    with pytest.raises(PatternError, match="the target stands twice"):
        patterns_of("+ * WITH +", "take")


# --- tables


def test_table_of_actors_is_taken(tmp_path: Path, known: Known) -> None:
    """Years and months alone begin on their first day and end on their last."""
    taken = read(tmp_path, "parties.csv", TABLE, known)
    assert taken.actors == [
        ActorRow("Tide Party", (), "", "NOROPP", date(2001, 1, 1), date(2010, 5, 31)),
        ActorRow("Tide Party", (), "", "NORGOV", date(2010, 6, 1), None),
    ]
    assert [line for line, _ in left(taken)] == [1, 4, 5, 6, 7, 8]


def test_table_takes_the_further_columns_it_has(tmp_path: Path, known: Known) -> None:
    text = 'Name,Code,Until,Surname,Aliases,Office,Source\r\n"Voss, Una",NORGOV,2019,Voss,U. Voss|Una V.,minister,gazette\r\n'
    (row,) = read(tmp_path, "people.csv", text, known).actors
    assert row == ActorRow(
        "Voss, Una", ("U. Voss", "Una V."), "Voss", "NORGOV", None, date(2019, 12, 31), "minister", "gazette"
    )


# --- folders


def test_folder_that_is_written_lies_over_the_dictionaries(tmp_path: Path, known: Known) -> None:
    """What was taken is read without a fault and found in texts."""
    taken = [read(tmp_path, name, text, known) for name, text in
             (("own.actors.txt", ACTORS), ("own.agents.txt", AGENTS), ("own.verbs.txt", VERBS), ("parties.csv", TABLE))]  # fmt: skip
    written = write(taken, tmp_path / "mine")
    assert {p.relative_to(tmp_path / "mine").as_posix() for p in written} == {
        "actors/own_actors.csv", "actors/parties.csv", "agents/own_agents.csv", "verbs/own_verbs.yaml", "words/sets_own_verbs.yaml",
    }  # fmt: skip
    loaded = load(write_dictionaries(tmp_path / "base"), tmp_path / "mine")
    harbour = next(a for a in loaded.actors if a.name == "True Harbour Party")
    assert role_on(harbour, date(2022, 1, 1))[0] == "NORGOV" and role_on(harbour, date(2000, 1, 1))[0] == "NORLEG"
    assert "geese herds" in Lexicon(loaded).agents
    assert len(loaded.verbs) == len(small().verbs) + 5
    assert ("rose", "bulb") in loaded.word_sets["own_verbs_flowers"]


def test_files_that_are_there_are_kept_unless_replaced(tmp_path: Path, known: Known) -> None:
    taken = [read(tmp_path, "parties.csv", TABLE, known)]
    (path,) = write(taken, tmp_path / "mine")
    path.write_text("mine")
    with pytest.raises(UsageError, match="--replace"):
        write(taken, tmp_path / "mine")
    assert path.read_text() == "mine"
    write(taken, tmp_path / "mine", replace=True)
    assert "Tide Party" in path.read_text()


def test_two_sources_of_one_name_are_bad_usage(tmp_path: Path, known: Known) -> None:
    (tmp_path / "a").mkdir()
    taken = [read(tmp_path / folder, "parties.csv", TABLE, known) for folder in ("a", ".")]
    with pytest.raises(UsageError, match="different names"):
        write(taken, tmp_path / "mine")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ACTORS, "actors"),
        (AGENTS, "agents"),
        (VERBS, "verbs"),
        (TABLE, "table"),
        ("WALK [040]\n- * WITH + [040]\n", "verbs"),
    ],
)
def test_kind_of_file_shows_by_its_lines(tmp_path: Path, text: str, kind: str) -> None:
    path = tmp_path / "file"
    path.write_text(text)
    assert kind_of(path) == kind


def test_file_of_another_kind_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "poem.txt"
    path.write_text("Tyger tyger\n")
    with pytest.raises(DictionaryError, match="--kind"):
        kind_of(path)
    with pytest.raises(DictionaryError, match="cannot be read"):
        kind_of(tmp_path / "missing.txt")


def test_old_encodings_are_read(tmp_path: Path, known: Known) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("JOSÉ_ÑANDÚ_ [NORGOV]\n".encode("latin-1"))
    assert [a.name for a in import_files([path], known=known)[0].actors] == ["José Ñandú"]


@given(
    kind=st.sampled_from(sorted(READERS)),
    text=st.text(alphabet="AB [](){}<>+-*$%&~!=_;#,\n\t\"'01é").map(lambda t: f"name,code\n{t}"),
)
def test_no_text_breaks_a_reader(tmp_path_factory: pytest.TempPathFactory, known: Known, kind: str, text: str) -> None:
    """Every line is taken or named, and what is taken can be read."""
    folder = tmp_path_factory.mktemp("any")
    path = folder / "any.txt"
    path.write_text(text, encoding="utf-8")
    (taken,) = import_files([path], kind, known)  # type: ignore[arg-type]
    assert all(u.reason and 1 <= u.line <= text.count("\n") + 1 for u in taken.untaken)
    write([taken], folder / "mine")
    if not taken.empty:
        load(write_dictionaries(folder / "base"), folder / "mine")


# --- command


def test_import_command_reports_and_writes(tmp_path: Path) -> None:
    source = tmp_path / "parties.csv"
    source.write_text("name,code,from,to\nTide Party of Chad,TCDPTY,2001,\nNobody,XYZ,,\n")
    arguments = ["dictionary", "import", str(source), "--into", str(tmp_path / "mine")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    first, counts, *_ = result.output.splitlines()
    assert (
        first.startswith(f"{source}:3: 'Nobody,XYZ,,' not taken: 'XYZ'")
        and "1 actors with 1 roles taken; 1 lines not" in counts
    )
    assert (tmp_path / "mine/actors/parties.csv").read_text().count("Tide Party of Chad") == 1
    assert CliRunner().invoke(app, arguments).exit_code != 0


def test_import_command_fails_if_nothing_can_be_taken(tmp_path: Path) -> None:
    source = tmp_path / "parties.csv"
    source.write_text("name,code\nNobody,XYZ\n")
    result = CliRunner().invoke(app, ["dictionary", "import", str(source), "--into", str(tmp_path / "mine")])
    assert result.exit_code == 1 and not (tmp_path / "mine").exists()
