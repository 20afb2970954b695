"""What the field dictionary is made of: a column, a table, and their types in Arrow and DuckDB."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

FieldType = Literal[
    "string",
    "date",
    "timestamp",
    "bool",
    "int8",
    "int32",
    "int64",
    "float32",
    "float64",
    "binary",
    "list<string>",
    "map<string,int32>",
    "map<string,float64>",
]
TableName = Literal[
    "documents", "sentences", "events", "rejects", "runs", "dyad_month", "country_month", "code_day", "coverage"
]

_ARROW: dict[str, pa.DataType] = {
    "string": pa.string(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "bool": pa.bool_(),
    "int8": pa.int8(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float32": pa.float32(),
    "float64": pa.float64(),
    "binary": pa.binary(),
    "list<string>": pa.list_(pa.field("element", pa.string(), nullable=False)),
    "map<string,int32>": pa.map_(pa.string(), pa.field("value", pa.int32(), nullable=False)),
    "map<string,float64>": pa.map_(pa.string(), pa.field("value", pa.float64(), nullable=False)),
}
_DUCKDB: dict[str, str] = {
    "string": "VARCHAR",
    "date": "DATE",
    "timestamp": "TIMESTAMP WITH TIME ZONE",
    "bool": "BOOLEAN",
    "int8": "TINYINT",
    "int32": "INTEGER",
    "int64": "BIGINT",
    "float32": "FLOAT",
    "float64": "DOUBLE",
    "binary": "BLOB",
    "list<string>": "VARCHAR[]",
    "map<string,int32>": "MAP(VARCHAR, INTEGER)",
    "map<string,float64>": "MAP(VARCHAR, DOUBLE)",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    Args:
        name: the column's name, the same for the same thing in every table.
        type: as written in the documentation.
        meaning: one sentence.
        nullable: whether it may be null.
        unit: of a number; empty if none.
        values: the allowed values; empty if any.
        few: a string with few distinct values, which is stored by dictionary.
    """

    name: str
    type: FieldType
    meaning: str
    nullable: bool = False
    unit: str = ""
    values: tuple[str, ...] = ()
    few: bool = False

    @property
    def arrow(self) -> pa.Field:
        """The column in an Arrow schema."""
        return pa.field(self.name, _ARROW[self.type], nullable=self.nullable)

    @property
    def duckdb_type(self) -> str:
        """The column's type in DuckDB."""
        return _DUCKDB[self.type]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Args:
        name: as in the folder and in DuckDB.
        meaning: one sentence.
        dated_by: the column whose year names the partition; a row without it lies in `year=0`.
        sorted_by: the order within a file; no two rows are equal in it.
        fields: the columns in order.
        made_from: the tables that a rollup is computed from; its partitions are theirs, whatever its own dates.
    """

    name: TableName
    meaning: str
    dated_by: str
    sorted_by: tuple[str, ...]
    fields: tuple[Field, ...]
    made_from: tuple[TableName, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in self.fields)
