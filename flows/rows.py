"""Turns coded documents and rejects into rows of the warehouse's tables."""

from __future__ import annotations

from collections.abc import Iterator

from flows.coding import Coded
from flows.known import content_hash
from flows.rejects import Reject
from flows.writers import event_row

Row = dict[str, object]


def document_row(coded: Coded, dictionary_version: str, coder_version: str) -> Row:
    """Returns the row of a document."""
    document, result = coded.document, coded.result
    return {
        "document_id": document.id,
        "published_on": document.date,
        "title": document.title,
        "url": document.url,
        "source": document.source,
        "language": document.language,
        "text": document.text,
        "sentence_count": len(result.sentences),
        "coded_sentence_count": len(result.coded_sentences),
        "event_count": len(result.events),
        "dropped": sorted(result.dropped.items()),
        "dictionary_version": dictionary_version,
        "coder_version": coder_version,
        "content_hash": content_hash(document),
        "story_id": document.story_id,
        "minhash": coded.signature,
    }


def sentence_rows(coded: Coded) -> Iterator[Row]:
    """Yields the rows of a document's sentences."""
    for sentence in coded.result.sentences:
        yield {
            "document_id": coded.document.id,
            "sentence": sentence.index,
            "published_on": coded.document.date,
            "sentence_start": sentence.start,
            "sentence_end": sentence.end,
            "sentence_text": sentence.text,
            "coded": sentence.index in coded.result.coded_sentences,
        }


def event_rows(coded: Coded) -> Iterator[Row]:
    """Yields the rows of a document's events."""
    return map(event_row, coded.result.events)


def reject_row(reject: Reject) -> Row:
    """Returns the row of a reject."""
    return {
        "document_id": reject.document_id,
        "published_on": reject.published_on,
        "input": reject.input,
        "location": reject.location,
        "reason": reject.reason,
        "detail": reject.detail,
        "remedy": reject.remedy,
        "source": reject.source,
    }
