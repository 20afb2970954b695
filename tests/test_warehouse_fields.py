"""The field dictionary agrees with the Event dataclass, the reject reasons and the documentation."""

from __future__ import annotations

import types
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from coders.model import Event
from warehouse.fields import (
    SCHEMA_VERSION,
    TABLES,
    Field,
    arrow_schema,
    comment,
    dictionary_columns,
    markdown,
)

EVENT_FIELDS = {field.name: field for field in TABLES["events"].fields}
EVENT_TYPES = get_type_hints(Event)
WIDTHS = {str: {"string"}, int: {"int8", "int32"}, float: {"float32", "float64"}, date: {"date"}}


def test_fields_name_the_event_in_its_order() -> None:
    names = tuple(field.name for field in fields(Event))
    assert TABLES["events"].names[: len(names)] == names
    assert [field.name for field in TABLES["events"].fields[len(names) :] if not field.nullable] == []


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_fields_have_the_type_of_the_event(name: str) -> None:
    field, hint = EVENT_FIELDS[name], EVENT_TYPES[name]
    nullable = isinstance(hint, types.UnionType) and type(None) in get_args(hint)
    assert field.nullable == nullable
    if nullable:
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is Literal:
        assert (field.type, field.values) == ("string", get_args(hint))
    elif hint == tuple[str, ...]:
        assert field.type == "list<string>"
    else:
        assert field.type in WIDTHS[hint]


@pytest.mark.parametrize("table", TABLES)
def test_fields_describe_each_column_in_a_sentence(table: str) -> None:
    for field in TABLES[table].fields:
        assert field.meaning.endswith(".") and field.meaning[0].isupper() | field.meaning[0].isdigit(), field.name
        assert not field.few or field.type in ("string", "list<string>"), field.name


@pytest.mark.parametrize("table", TABLES)
def test_fields_order_and_date_a_table_by_its_columns(table: str) -> None:
    definition = TABLES[table]
    assert {definition.dated_by, *definition.sorted_by} <= set(definition.names)
    assert len(set(definition.names)) == len(definition.names)


def test_fields_of_one_name_have_one_type() -> None:
    kinds: dict[str, set[str]] = {}
    for name, table in TABLES.items():
        for field in table.fields:
            # Runs and rollups count in 64 bits what a document counts in 32.
            if name != "runs" and not table.made_from:
                kinds.setdefault(field.name, set()).add(field.type)
    assert {name: kind for name, kind in kinds.items() if len(kind) > 1} == {}


@pytest.mark.parametrize("table", TABLES)
def test_arrow_schema_carries_the_version(table: str) -> None:
    schema = arrow_schema(table)
    assert tuple(schema.names) == TABLES[table].names
    assert schema.metadata[b"schema_version"] == SCHEMA_VERSION.encode()


def test_dictionary_columns_leave_out_what_differs_in_every_row() -> None:
    columns = dictionary_columns("events")
    assert "source_code" in columns and "contexts.list.element" in columns
    assert not {"event_id", "document_id", "trigger_text"} & set(columns)


def test_comment_adds_unit_and_values() -> None:
    field = Field("x", "int8", "A thing.", unit="people", values=("1", "2"))
    assert comment(field) == "A thing. Unit: people. One of: 1, 2."


def test_page_is_up_to_date() -> None:
    page = Path(__file__).parents[1] / "docs" / "fields.md"
    assert page.read_text(encoding="utf-8") == markdown(), "run `make docs`"
