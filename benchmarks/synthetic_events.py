"""Makes events that no text says, as many as wanted, with the skew of news: few dyads have most of the events."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from warehouse.fields import arrow_schema

FIRST_YEAR, YEARS = 2005, 20
BATCH_ROWS = 250_000
EVENTS_PER_DOCUMENT = 5
ROLES = ("GOV", "", "MIL", "COP", "OPP", "CVL", "REB", "LEG", "JUD", "MED", "BUS", "SPY", "EDU", "LAB", "REF")
CODES = (
    *(
        "010",
        "012",
        "013",
        "014",
        "016",
        "017",
        "018",
        "020",
        "0211",
        "0231",
        "024",
        "030",
        "0311",
        "0331",
        "036",
        "040",
    ),
    *("041", "042", "043", "044", "045", "046", "050", "051", "055", "056", "057", "060", "061", "070", "071", "072"),
    *("073", "080", "081", "0841", "087", "090", "092", "100", "104", "110", "111", "112", "1123", "114", "120", "124"),
    *("128", "130", "1312", "138", "140", "141", "1411", "145", "150", "152", "154", "160", "161", "163", "164", "170"),
    *("171", "172", "173", "174", "175", "180", "181", "182", "1823", "183", "186", "190", "191", "192", "193", "194"),
    *("195", "196", "200", "202", "203", "204"),
)
REALIS = ("actual", "future", "hypothetical", "negated", "historical")
HEX = np.frombuffer(b"0123456789abcdef", np.uint8)
COUNTRIES = Path(__file__).parents[1] / "warehouse" / "countries.csv"


def event_batches(count: int, seed: int = 1) -> Iterator[pa.Table]:
    """Yields about `count` events, a year after the other, in tables of at most 250,000 rows."""
    rng = np.random.default_rng(seed)
    world = _World(rng)
    weights = np.linspace(0.5, 1.5, YEARS)
    document = 0
    for number, share in enumerate(weights / weights.sum()):
        left = round(count * share)
        while left:
            rows = min(left, BATCH_ROWS)
            yield world.events(FIRST_YEAR + number, rows, document)
            document += rows
            left -= rows


class _World:
    """Actors and acts, and how often each occurs."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        with COUNTRIES.open(encoding="utf-8") as stream:
            countries = [row["country_code"] for row in csv.DictReader(stream)]
        first = ["USA", "RUS", "CHN", "ISR", "UKR", "IRN", "GBR", "SYR", "IND", "PAK", "FRA", "TUR", "IRQ", "KAZ"]
        countries = first + [name for name in countries if name not in first]
        actors = [(country, role) for role in ROLES for country in countries]
        weight = 1.0 / (1 + np.arange(len(countries))) ** 1.1
        role_weight = 1.0 / (1 + np.arange(len(ROLES))) ** 1.2
        self.actor_shares = np.outer(role_weight, weight).ravel()
        self.actor_shares /= self.actor_shares.sum()
        self.country_count = len(countries)
        self.codes = pa.array([country + role for country, role in actors])
        self.countries = pa.array([country for country, _ in actors])
        self.roles = pa.array([role or None for _, role in actors])
        self.names = pa.array([None if n % 3 else f"Canonical Name {n}" for n in range(len(actors))])
        self.texts = pa.array([f"the {country} {role.lower()} {n}".strip() for n, (country, role) in enumerate(actors)])
        self.acts = pa.array(CODES)
        self.act_shares = 1.0 / (1 + rng.permutation(len(CODES))) ** 0.9
        self.act_shares /= self.act_shares.sum()
        self.goldstein = np.round(rng.uniform(-10, 8, len(CODES)), 1).astype(np.float32)
        self.triggers = pa.array([f"trigger words {n}" for n in range(1500)])
        self.places = pa.array([f"Place {n}" for n in range(4000)])

    def events(self, year: int, rows: int, first_document: int) -> pa.Table:
        """Returns events published in a year."""
        rng = self.rng
        sources = rng.choice(len(self.actor_shares), rows, p=self.actor_shares)
        targets = rng.choice(len(self.actor_shares), rows, p=self.actor_shares)
        same = rng.random(rows) < 0.3  # acts within a country
        targets = np.where(
            same, targets // self.country_count * self.country_count + sources % self.country_count, targets
        )
        acts = rng.choice(len(CODES), rows, p=self.act_shares)
        start_of_year = (date(year, 1, 1) - date(1970, 1, 1)).days
        documents = np.sort(rng.integers(0, max(1, rows // EVENTS_PER_DOCUMENT), rows))
        published = (start_of_year + documents * 365 // max(1, documents.max() + 1)).astype(np.int32)
        lag = rng.choice(np.array([0, 1, 2, 5, 20, 200], np.int32), rows, p=[0.6, 0.3, 0.05, 0.03, 0.015, 0.005])
        sentence = rng.geometric(0.15, rows).astype(np.int32) - 1
        trigger = sentence * 140 + rng.integers(20, 90, rows).astype(np.int32)
        located = rng.random(rows) < 0.4
        place = rng.zipf(1.4, rows) % 4000
        targetless = rng.random(rows) < 0.15
        values: dict[str, pa.Array] = {
            "event_id": _hex(rng, rows, 20),
            "mirror_of": _where(_hex(rng, rows, 20), rng.random(rows) < 0.08),
            "document_id": _numbered(documents + first_document),
            "sentence": pa.array(sentence),
            "published_on": pa.array(published).cast(pa.date32()),
            "event_date": pa.array(published - lag).cast(pa.date32()),
            "event_date_precision": _constant("day", rows),
            "event_date_basis": _choice(rng, ("assumed", "text", "dateline"), rows, (0.6, 0.3, 0.1)),
            "event_code": self.acts.take(pa.array(acts)),
            "event_root": pa.array([code[:2] for code in CODES]).take(pa.array(acts)),
            "quad_class": pa.array(_quads(acts), pa.int8()),
            "goldstein": pa.array(self.goldstein[acts]),
            "plover_type": pa.array([f"TYPE{code[:2]}" for code in CODES]).take(pa.array(acts)),
            "contexts": pa.ListArray.from_arrays(pa.array(np.zeros(rows + 1, np.int32)), pa.array([], pa.string())),
            "trigger_text": self.triggers.take(pa.array(acts * 15 + rng.zipf(1.6, rows) % 15)),
            "trigger_start": pa.array(trigger),
            "trigger_end": pa.array(trigger + 8),
            "rule_id": pa.array([f"verbs/{code[:2]}_root#act-{code}" for code in CODES]).take(pa.array(acts)),
            "operators": pa.ListArray.from_arrays(pa.array(np.zeros(rows + 1, np.int32)), pa.array([], pa.string())),
            "realis": _choice(rng, REALIS, rows, (0.75, 0.08, 0.08, 0.04, 0.05)),
            "place_name": _where(self.places.take(pa.array(place)), located),
            "place_country": _where(self.countries.take(pa.array(place % self.country_count)), located),
            "latitude": _where(pa.array(np.round((place * 37 % 1800) / 10 - 90, 4)), located),
            "longitude": _where(pa.array(np.round((place * 91 % 3600) / 10 - 180, 4)), located),
            "place_geonameid": _where(pa.array((place + 100_000).astype(np.int32)), located),
            "deaths": _where(pa.array((rng.zipf(1.8, rows) % 500).astype(np.int32)), rng.random(rows) < 0.03),
            "confidence": pa.array(np.round(rng.beta(6, 3, rows), 2).astype(np.float32)),
            "dictionary_version": _constant("0123456789abcdef", rows),
            "coder_version": _constant("0.1.0", rows),
        }
        for side, actors, mask, start in (
            ("source", sources, None, trigger - rng.integers(5, 20, rows).astype(np.int32)),
            ("target", targets, ~targetless, trigger + rng.integers(10, 40, rows).astype(np.int32)),
        ):
            indices = pa.array(actors)
            length = rng.integers(4, 16, rows).astype(np.int32)
            parts = {
                "code": self.codes, "name": self.names, "country": self.countries, "role": self.roles, "text": self.texts
            }  # fmt: skip
            found = {name: column.take(indices) for name, column in parts.items()}
            found |= {"start": pa.array(start), "end": pa.array(start + length)}
            values |= {f"{side}_{n}": c if mask is None else _where(c, mask) for n, c in found.items()}
        values["trace"] = self._traces(values["trigger_text"], values["source_code"], values["target_code"])
        schema = arrow_schema("events")
        columns = [values.get(field.name, pa.nulls(rows, field.type)) for field in schema]
        return pa.table([column.cast(field.type) for column, field in zip(columns, schema, strict=True)], schema=schema)

    def _traces(self, triggers: pa.Array, sources: pa.Array, targets: pa.Array) -> pa.Array:
        """Returns traces as long and as varied as those of news: some 115 characters, a third of them with a date."""
        rng, rows = self.rng, len(triggers)
        where = pa.array([f"actors/file_{n}#" for n in range(6)]).take(pa.array(rng.integers(0, 6, rows)))
        dates = pa.array(["", *(f"; date by on day {n}" for n in range(60))])
        dates = dates.take(pa.array(np.where(rng.random(rows) < 0.3, rng.integers(1, 61, rows), 0)))
        parts = ("pattern S act/do/perform/carry_out/commit T with ", triggers, "; source by ", where, sources)
        targets = pc.fill_null(targets, "not named")
        return pc.binary_join_element_wise(*parts, "; target by ", where, targets, dates, "")


def _quads(acts: NDArray[np.int64]) -> NDArray[np.int64]:
    roots = np.array([int(code[:2]) for code in CODES])
    quads: NDArray[np.int64] = np.digitize(roots, [6, 9, 15]) + 1
    return quads[acts]


def _hex(rng: np.random.Generator, rows: int, length: int) -> pa.Array:
    return _fixed(HEX[rng.integers(0, 16, rows * length, np.uint8)], rows, length)


def _numbered(numbers: NDArray[np.int64]) -> pa.Array:
    """Returns ids such as `news-0000012345`."""
    digits = (numbers[:, None] // 10 ** np.arange(9, -1, -1)) % 10 + ord("0")
    prefix = np.broadcast_to(np.frombuffer(b"news-", np.uint8), (len(numbers), 5))
    return _fixed(np.concatenate([prefix, digits.astype(np.uint8)], axis=1).ravel(), len(numbers), 15)


def _fixed(letters: NDArray[np.uint8], rows: int, length: int) -> pa.Array:
    offsets = np.arange(rows + 1, dtype=np.int32) * length
    return pa.StringArray.from_buffers(rows, pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(letters)))


def _where(column: pa.Array, mask: NDArray[np.bool_]) -> pa.Array:
    """Makes the values null where the mask is false."""
    indices = pa.array(np.arange(len(column)), mask=~mask)
    return column.take(indices)


def _constant(value: str, rows: int) -> pa.Array:
    return pa.array([value]).take(pa.array(np.zeros(rows, np.int64)))


def _choice(rng: np.random.Generator, values: tuple[str, ...], rows: int, shares: tuple[float, ...]) -> pa.Array:
    return pa.array(values).take(pa.array(rng.choice(len(values), rows, p=shares)))
