"""Text to events. Pure: no Prefect, no DuckDB, no Parquet, no network."""

from coders.coder import Coder, Settings
from coders.explain import Trace
from coders.model import CodedDocument, Document, Event, Mention, Sentence

__all__ = ["CodedDocument", "Coder", "Document", "Event", "Mention", "Sentence", "Settings", "Trace"]
