"""The linter names every kind of fault once, in its file, at its line."""

from __future__ import annotations

import json
import re
import textwrap
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from dictionaries import BUILT_IN
from dictionaries.lint import Report, is_layer, lines, lint
from dictionaries.lint_entries import ENGINE_SETS
from dictionaries.model import Fault

ROOT = Path(__file__).parents[1]

#: Small dictionaries without any fault or warning.
CLEAN = {
    "ontology/cameo.csv": """
        code,label,parent,quad_class,goldstein,symmetric
        12,reject,,3,-4.0,
        120,reject,12,3,-4.0,
        17,coerce,,4,-5.0,
        173,arrest,17,4,-5.0,
        175,repress,17,4,-9.0,
    """,
    "ontology/plover.csv": """
        code,type,mode,contexts
        173,COERCE,arrest,
    """,
    "ontology/actor_codes.csv": """
        code,kind,label
        GOV,role,government
        OPP,role,opposition
        COP,role,police
        IGO,primary,international organisation
    """,
    "actors/countries.csv": """
        code,name,names,adjectives,people,capital,seats,start,end,note
        NOR,Norland,,Norlandic,Norlanders,Norburg,,,,
        SUD,Sudland,,Sudlandic,Sudlanders,Sudville,,,,
    """,
    "actors/persons.csv": """
        name,aliases,surname,code,start,end,role,note
        Ana Brevik,,Brevik,NORGOV,2015-05-01,2021-04-30,minister,
        Ana Brevik,,Brevik,NOROPP,2021-05-01,,opposition leader,
    """,
    "actors/organisations.csv": """
        name,aliases,surname,code,start,end,role,note
        Harbour League,HL,,IGO,,,alliance,
    """,
    "actors/places.csv": """
        name,names,code,kind,note
        Portmouth,,NOR,city,
    """,
    "actors/region_adjectives.csv": """
        adjective,code,note
        Harbourish,,
    """,
    "agents/agents.csv": """
        phrase,plural,code,kind,note
        police,police,COP,group,
    """,
    "agents/modifiers.csv": """
        phrase,effect,note
        armed,none,
    """,
    "words/sets.yaml": """
        sweep: [raid, sweep]
    """,
    "words/reporting_verbs.yaml": """
        reporting:
          - say
    """,
    "words/discards.yaml": """
        - phrase: price war
          reason: business
    """,
    "verbs/17_coerce.yaml": """
        - id: arrest
          code: "173"
          patterns:
            - S arrest | detain T
            - S hold T in &sweep
          nouns: [arrest]
          except:
            - S arrest slide
          examples:
            - "[S Police] arrested [T two students]."
    """,
    "operators/operators.yaml": """
        - id: refuse
          operator: refuse
          control: S
          patterns:
            - S refuse to ACT
    """,
    "operators/composition.csv": """
        operator,inner,code,source_from,target_from,realis,emit_inner,note
        refuse,any,120,S,T|inner_target,actual,,
    """,
}


def entry(slug: str, *keys: str, code: str = "173", example: bool = True) -> str:
    """The YAML of an entry, by default with an example and no pattern."""
    out = [f"- id: {slug}", f'  code: "{code}"', *(f"  {key}" for key in keys)]
    return "\n".join([*out, f'  examples: ["[S Police] sought [T {slug}]."]'] if example else out)


@dataclass(frozen=True)
class Seed:
    """A fault: text that is appended to a file, and the line of that text at which the fault is named."""

    kind: str
    file: str
    text: str
    line: int = 1
    warning: bool = False


COLUMNS = "phrase,plural,code,kind,note\n"
PERSONS, PLACES, AGENTS = "actors/persons.csv", "actors/places.csv", "agents/agents.csv"
VERBS, OPERATORS, TABLE = "verbs/17_coerce.yaml", "operators/operators.yaml", "operators/composition.csv"
SEEDS = [
    # files
    Seed("encoding", "agents/latin.csv", COLUMNS + "caf\udce9,,COP,person,"),
    Seed("byte-order-mark", "agents/mark.csv", "\ufeff" + COLUMNS),
    Seed("not-nfc", AGENTS, "cafe\u0301,,COP,person,"),
    Seed("invisible-character", AGENTS, "night\u00a0watch,,COP,group,"),
    Seed("invisible-character", "verbs/17_coerce.yaml", entry("watch", "patterns: [S watch\u200b T]"), 3),
    Seed("invisible-character", PERSONS, "Una Voss,,Voss,NORGOV,\t2020-01-01,,,"),
    Seed("line-ends", "agents/windows.csv", "phrase,plural,code,kind,note\r\nporter,,COP,person,\r", 1, True),
    Seed("unread-file", "verbs/more.yml", "- id: x", 1, True),
    Seed("columns", "agents/columns.csv", "phrase,code\nmarshal,COP"),
    Seed("cells", PERSONS, "Olaf Tarn,,Tarn,NORGOV,,,minister, of trade,"),
    Seed("open-quote", "agents/quote.csv", COLUMNS + 'sheriff,,COP,person,"see the note\nwarden,,COP,person,', 2),
    Seed("bad-yaml", "words/sets_bad.yaml", "aid: [help", 2),
    Seed("repeated-key", VERBS, entry("twice", 'code: "173"', "patterns: [S nab T]"), 3),
    # codes, kinds, names
    Seed("malformed-code", PERSONS, "Una Orr,,Orr,NOR-GOV,,,,"),
    Seed("malformed-code", AGENTS, "beadle,,C0P,person,"),
    Seed("malformed-code", "ontology/cameo.csv", "1x,odd,,1,1.0,"),
    Seed("unknown-code", PERSONS, "Una Ekk,,Ekk,XYZGOV,,,,"),
    Seed("unknown-code", "actors/organisations.csv", "Coast Guild,,,NORXYZ,,,,"),
    Seed("unknown-code", PLACES, "Eastport,,XYZ,city,"),
    Seed("unknown-code", AGENTS, "constable,,XYZ,person,"),
    Seed("unknown-code", "agents/modifiers.csv", "masked,XYZ,"),
    Seed("unknown-code", "actors/region_adjectives.csv", "Inlandish,XYZ,"),
    Seed("unknown-code", "ontology/cameo.csv", "176,other,99,4,-5.0,"),
    Seed("unknown-code", "ontology/plover.csv", "999,COERCE,,"),
    Seed("unknown-code", TABLE, "refuse,17,999,S,T,actual,,"),
    Seed("unknown-code", TABLE, "refuse,88,120,S,T,actual,,"),
    Seed("unknown-code", VERBS, entry("numbered", "patterns: [S collar T]", code="1799"), 2),
    Seed("unknown-code", VERBS, entry("roles", "patterns: [S apprehend T]", "sources: [XYZ]")),
    Seed("unknown-kind", AGENTS, "crowd,,COP,robot,"),
    Seed("unknown-kind", PLACES, "Westport,,NOR,town,"),
    Seed("unknown-kind", "ontology/actor_codes.csv", "ZZZ,rank,odd"),
    Seed("no-name", PERSONS, ",,,NORGOV,,,,"),
    Seed("no-name", PLACES, ",,NOR,city,"),
    Seed("no-name", AGENTS, ",,COP,person,"),
    # dates
    Seed("bad-date", PERSONS, "Una Mol,,Mol,NORGOV,May 2020,,,"),
    Seed("reversed-dates", PERSONS, "Una Rev,,Rev,NORGOV,2020-02-01,2019-01-01,,"),
    Seed(
        "overlapping-dates", "actors/organisations.csv", "Dock Front,,,NOROPP,2001-01-01,,,\nDock Front,,,NORGOV,2005-01-01,,,", 2
    ),
    Seed("overlapping-dates", PERSONS, "Una Two,,Two,NOROPP,2001-01-01,,,\nUna Two,,Two,SUDOPP,2001-01-01,,,", 2),
    Seed("overlapping-offices", PERSONS, "Una Few,,Few,NOROPP,2001-01-01,,,\nUna Few,,Few,SUDOPP,2009-01-01,,,", 2, True),
    # values
    Seed("bad-value", "ontology/cameo.csv", "177,other,17,four,-5.0,"),
    Seed("bad-value", "ontology/cameo.csv", "178,other,17,7,-5.0,"),
    Seed("bad-value", "ontology/cameo.csv", "179,other,17,4,-5.0,true"),
    Seed("bad-value", TABLE, "refuse,hugs,120,S,T,actual,,"),
    Seed("bad-value", TABLE, "refuse,12,120,X,T,actual,,"),
    Seed("bad-value", TABLE, "refuse,120,120,S,T,perhaps,,"),
    Seed("bad-value", VERBS, entry("scalar", "patterns: S seize T"), 3),
    Seed("bad-value", VERBS, "- just words"),
    Seed("bad-value", OPERATORS, "- id: stop\n  operator: refuse\n  control: X\n  patterns: [S halt ACT]", 3),
    Seed("bad-value", "words/discards.yaml", "- reason: music"),
    Seed("unknown-key", VERBS, entry("typo", "pattern: [S grab T]", "nouns: [grab]"), 3),
    Seed("unknown-operator", TABLE, "hug,any,120,S,T,actual,,"),
    Seed("unknown-operator", OPERATORS, "- id: urge\n  operator: urge\n  control: T\n  patterns: [S urge T to ACT]"),
    Seed("bad-id", VERBS, entry("arrest", "patterns: [S snatch T]")),
    Seed("bad-id", VERBS, entry("'Not Plain'", "patterns: [S snare T]")),
    # duplicates
    Seed("duplicate-row", PERSONS, "Ana Brevik,,Brevik,NOROPP,2021-05-01,,opposition leader,"),
    Seed("duplicate-row", PLACES, "Portmouth,,NOR,city,"),
    Seed("duplicate-row", AGENTS, "police,,OPP,group,"),
    Seed("duplicate-row", "actors/countries.csv", "SUD,Southland,,,,,,,,"),
    Seed("duplicate-row", TABLE, "refuse,any,120,S,T,actual,,"),
    Seed("duplicate-entry", "words/sets_more.yaml", "sweep: [dragnet]"),
    Seed("duplicate-entry", "words/discards.yaml", "- phrase: Price war\n  reason: again"),
    Seed("duplicate-entry", "words/reporting_verbs.yaml", "  - say"),
    Seed("duplicate-entry", "words/new_verbs.yaml", "verbs:\n  - deplatform\n  - deplatform", 3),
    Seed("duplicate-pattern", VERBS, entry("inside", "patterns:", "  - S lock up T", "  - S lock up T"), 5),
    Seed("duplicate-pattern", VERBS, entry("partly", "patterns:", "  - S jail T", "  - S jail | intern T"), 5, True),
    Seed("duplicate-pattern", VERBS, entry("under-two", "patterns:", "  - S detain T", code="175"), 4),
    Seed("duplicate-pattern", VERBS, entry("noun-twice", "nouns: [roundup, roundup]", code="175"), 3),
    Seed("duplicate-example", VERBS, entry("said", "nouns: [pursuit]", "not: ['[S Police] sought [T said].']"), 5),
    Seed("repeated-word", "words/sets.yaml", "+sweep: [roundup, roundups]", 1, True),
    # patterns
    Seed("shadowed-pattern", VERBS, entry("wide", "patterns:", "  - S put T in jail/prison") + "\n"
         + entry("narrow", "patterns:", "  - S put T in prison", code="175"), 9),
    Seed("bad-pattern", VERBS, entry("verbless", "nouns: [manhunt]", "patterns:", "  - S"), 5),
    Seed("undefined-set", VERBS, entry("unset", "nouns: [chase]", "patterns:", "  - S chase &nobody"), 5),
    Seed("unused-set", "words/sets_idle.yaml", "cages: [cage, pen]"),
    Seed("empty-set", "words/sets_empty.yaml", "void: []"),
    Seed("never-matches", VERBS, entry("act", "patterns:", "  - S consent to ACT", code="173"), 4),
    Seed("never-matches", VERBS, entry("slotless", "patterns:", "  - A fall"), 4),
    Seed("never-matches", VERBS, entry("twice-s", "patterns:", "  - S join T with S"), 4),
    Seed("never-matches", VERBS, entry("forbids", "patterns:", "  - S impose ban on T !ban"), 4),
    Seed("never-matches", OPERATORS, "- id: dodge\n  operator: refuse\n  control: S\n  patterns:\n    - S dodge T", 5),
    Seed("unreachable-word", VERBS, entry("hyphen", "patterns:", "  - S re-arrest T"), 4),
    Seed("unreachable-word", VERBS, entry("mark", "patterns:", '  - S issue "warrant" for T'), 4),
    Seed("not-a-base-form", VERBS, entry("inflected", "patterns:", "  - S imprisoned T"), 4),
    Seed("unknown-verb", VERBS, entry("misspelt", "patterns:", "  - S arrrest T"), 4, True),
    Seed("passive", VERBS, entry("passive", "patterns:", "  - T be arrested by S"), 4, True),
    Seed("idle-exception", VERBS, entry("idle", "patterns: [S corral T]", "except:", "  - S cancel show"), 5),
    Seed("codes-nothing", VERBS, entry("empty")),
    Seed("no-example", VERBS, entry("unproven", "patterns: [S pinion T]", example=False), 1, True),
    Seed("bad-example", VERBS, entry("marks", "patterns: [S cuff T]", "not: ['[X Police] cuffed [T him].']"), 4),
    # names
    Seed("common-word", "actors/organisations.csv", "Forward,,,NOROPP,,,party,"),
    Seed("common-word", "actors/organisations.csv", "Forward Norland,Change,,NOROPP,,,party,"),
]  # fmt: skip


def write(folder: Path, seeds: list[Seed]) -> list[tuple[str, int, str, bool]]:
    """Writes the clean dictionaries with seeds appended, and returns the faults that must be found."""
    files = {name: textwrap.dedent(text).strip() + "\n" for name, text in CLEAN.items()}
    wanted = []
    for seed in seeds:
        before = files.get(seed.file, "")
        wanted.append((seed.file, before.count("\n") + seed.line, seed.kind, seed.warning))
        files[seed.file] = before + seed.text + "\n"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    return sorted(wanted)


def found(report: Report) -> list[tuple[str, int, str, bool]]:
    return sorted((f.file, f.line, f.kind, f.warning) for f in report.faults)


def test_clean_folder_has_no_faults(tmp_path: Path) -> None:
    assert write(tmp_path, []) == found(lint(tmp_path)) == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda s: f"{s.kind}-{s.file}")
def test_each_seeded_fault_is_found_at_its_line(tmp_path: Path, seed: Seed) -> None:
    wanted = write(tmp_path, [seed])
    report = lint(tmp_path)
    assert found(report) == wanted, "\n".join(map(str, report.faults))
    assert all(f.remedy for f in report.faults)


def test_folder_with_all_seeded_faults_is_linted_to_exactly_those(tmp_path: Path) -> None:
    """One folder with one fault of each kind, all at once."""
    kept, kinds = [], Counter[tuple[str, str]]()
    for seed in SEEDS:
        kinds[seed.kind, seed.file] += 1
        if kinds[seed.kind, seed.file] == 1 or seed.file == VERBS:
            kept.append(seed)
    wanted = write(tmp_path, kept)
    report = lint(tmp_path)
    assert found(report) == wanted


def test_every_kind_is_seeded_and_documented() -> None:
    """A kind of fault that no test seeds, or that the documentation leaves out, is a defect."""
    sources = "".join(p.read_text() for p in (ROOT / "dictionaries").glob("*.py"))
    documented = (ROOT / "docs" / "dictionaries.md").read_text(encoding="utf-8")
    kinds = {seed.kind for seed in SEEDS} | {"nothing-to-remove", "wrong-example"}
    assert {k for k in kinds if f"`{k}`" not in documented} == set()
    literal = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', sources)) - {"not-a-kind"}
    told = {k for k in literal if re.search(rf'(?:fault|at|Fault)\([^()]*(?:\([^()]*\)[^()]*)*"{k}"', sources)}
    assert told - kinds == set()


def test_accepted_common_word_is_no_fault(tmp_path: Path) -> None:
    write(tmp_path, [Seed("", "actors/organisations.csv", "Forward,,,NOROPP,,,party,common word")])
    assert found(lint(tmp_path)) == []


def test_set_that_a_broken_file_may_use_is_no_fault(tmp_path: Path) -> None:
    write(tmp_path, [])
    (tmp_path / "words" / "sets_more.yaml").write_text("spare: [shackle]\n")
    assert [f.kind for f in lint(tmp_path).faults] == ["unused-set"]
    (tmp_path / "verbs" / "20_more.yaml").write_text("- id: more\n code: [\n")
    assert [f.kind for f in lint(tmp_path).faults] == ["bad-yaml"]


def test_new_verb_is_no_fault_once_it_is_listed(tmp_path: Path) -> None:
    """The list is read in a layer too, where authors add theirs."""
    write(tmp_path / "base", [])
    mine = entry("new", "patterns: [S deplatform T]")
    layer = write_layer(tmp_path / "mine", verbs__17_more_yaml=mine)
    assert [f.kind for f in lint(tmp_path / "base", layer).faults] == ["unknown-verb"]
    write_layer(layer, words__new_verbs_yaml="verbs: [deplatform]")
    assert lint(tmp_path / "base", layer).faults == ()


def test_office_that_ended_may_overlap_another(tmp_path: Path) -> None:
    """A candidacy falls into years in parliament."""
    rows = "Una Few,,Few,NORLEG,2001-01-01,,,\nUna Few,,Few,NOROPP,2009-01-01,2009-09-01,candidate,"
    write(tmp_path, [Seed("", "ontology/actor_codes.csv", "LEG,role,legislature"), Seed("", PERSONS, rows)])
    assert found(lint(tmp_path)) == []


def test_same_pattern_is_no_duplicate_where_roles_tell_entries_apart(tmp_path: Path) -> None:
    """*Strike* by workers and by jets."""
    both = (
        entry("halt", "patterns: [S strike T]", "sources: [OPP]")
        + "\n"
        + entry("hit", "patterns: [S strike T]", "sources: [COP]", code="175")
    )
    write(tmp_path, [Seed("", VERBS, both)])
    assert found(lint(tmp_path)) == []


def test_formats(tmp_path: Path) -> None:
    """Each format names file, line, kind and remedy."""
    write(tmp_path, [Seed("", PERSONS, "Una, 100%: Ekk,,Ekk,XYZGOV,,,,")])
    report = lint(tmp_path)
    (github,) = lines(report, "github")
    assert re.match(r"::error file=.*persons\.csv,line=4,title=cells::9 cells instead of 8 \(", github)
    data = json.loads("".join(lines(report, "json")))
    assert data["faults"] == 1 and data["warnings"] == 0
    assert data["found"][0]["line"] == 4 and data["found"][0]["kind"] == "cells"
    text, summary = lines(report, "text")
    assert "persons.csv:4: 9 cells" in text and "1 faults, 0 warnings" in summary
    assert report.failed() and report.failed(strict=True)


def test_warnings_fail_only_if_strict(tmp_path: Path) -> None:
    write(
        tmp_path,
        [Seed("", "words/sets.yaml", "# more\n", 1), Seed("", VERBS, entry("x", "nouns: [x1]", example=False))],
    )
    report = lint(tmp_path)
    assert [f.kind for f in report.faults] == ["no-example"]
    assert not report.failed() and report.failed(strict=True)


def test_github_format_escapes() -> None:
    report = Report(Path("/d"), (), None, (Fault("a,b.csv", 1, "50%\nmore", "", "cells"),), None)  # type: ignore[arg-type]
    assert list(lines(report, "github")) == ["::error file=/d/a%2Cb.csv,line=1,title=cells::50%25%0Amore"]


def test_engine_sets_are_those_that_the_coder_reads() -> None:
    text = "".join(p.read_text() for p in (ROOT / "coders").glob("*.py"))
    assert set(re.findall(r'word_sets\.get\("(\w+)"', text)) == ENGINE_SETS


# --- layers


def write_layer(folder: Path, **files: str) -> Path:
    for key, text in files.items():
        name, _, suffix = key.replace("__", "/").rpartition("_")
        path = folder / f"{name}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_layer_is_linted_over_its_folder(tmp_path: Path) -> None:
    """Faults of a layer are named with its path, at their lines."""
    write(tmp_path / "base", [])
    layer = write_layer(
        tmp_path / "mine",
        actors__mine_csv="name,aliases,surname,code,start,end,role,note\nNobody,,,-,,,,\nTide Party,,,NORXXX,,,,\n",
        verbs__17_coerce_yaml="- remove: [arrest, nothing]\n",
    )
    report = lint(tmp_path / "base", layer)
    shown = layer.as_posix()
    assert [(f.file, f.line, f.kind) for f in report.faults if f.file.startswith(shown)] == [
        (f"{shown}/actors/mine.csv", 2, "nothing-to-remove"),
        (f"{shown}/actors/mine.csv", 3, "unknown-code"),
        (f"{shown}/verbs/17_coerce.yaml", 1, "nothing-to-remove"),
    ]


def test_folder_without_ontology_is_a_layer(tmp_path: Path) -> None:
    """Only its own faults are named when it is linted over the built-in dictionaries."""
    layer = write_layer(tmp_path, agents__mine_csv=COLUMNS + "tribune of the plebs,,GOV,robot,\n")
    assert is_layer(layer) and not is_layer(BUILT_IN)
    report = lint(layer)
    assert [(f.file, f.line, f.kind) for f in report.faults] == [
        ((layer / "agents/mine.csv").as_posix(), 2, "unknown-kind")
    ]


def test_faults_of_a_layer_are_shown_with_a_path_that_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder may be named relative to where the command runs."""
    write(tmp_path / "base", [])
    write_layer(tmp_path / "mine", agents__mine_csv=COLUMNS + "tribune,,GOV,robot,\n")
    monkeypatch.chdir(tmp_path)
    shown, _ = lines(lint(tmp_path / "base", Path("mine")))
    assert shown.startswith("mine/agents/mine.csv:2: ")


# --- the built-in dictionaries


def test_built_in_dictionaries_have_neither_faults_nor_warnings_and_are_linted_fast() -> None:
    began = time.process_time()
    report = lint()
    seconds = time.process_time() - began
    assert not report.faults, f"{len(report.faults)} faults:\n" + "\n".join(map(str, report.faults[:20]))
    assert seconds < 8  # about 2.3 s on a free core; a busy machine takes longer
