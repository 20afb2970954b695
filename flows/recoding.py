"""Reads the stored documents of a warehouse again, so that a newer dictionary can code them into a new edition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coders.model import Document
from flows.records import Located
from warehouse.reading import published_batches
from warehouse.store import Staging

COLUMNS = ("document_id", "published_on", "text", "title", "url", "source", "language", "story_id")
#: The number of the shard of rejects that are taken over, beyond those of documents.
REJECTS_SHARD = 99_999_999


def stored_documents(warehouse: Path) -> Iterator[Located]:
    """Yields the documents of the current edition, with their stories.

    Raises:
        WarehouseError: at once, if there is none.
    """
    return (
        Located(f"documents:{row['document_id']}", Document(*(row[name] for name in COLUMNS)), row["minhash"])
        for batch in published_batches(warehouse, "documents", (*COLUMNS, "minhash"))
        for row in batch.to_pylist()
    )


def keep_rejects(warehouse: Path, staging: Staging) -> None:
    """Stages the rejects of the current edition, whose texts are not stored, for the new one."""
    for number, batch in enumerate(published_batches(warehouse, "rejects")):
        staging.write_batch("rejects", REJECTS_SHARD - number, batch)
