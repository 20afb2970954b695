"""Runs the coder over a stream of documents; a document that cannot be coded becomes a reject."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coders.model import CodedDocument, Document
from flows.records import Located
from flows.rejects import Reject
from tocsin import DictionaryError, ModelError, UsageError, settle

if TYPE_CHECKING:
    from coders import Coder


@dataclass(frozen=True, slots=True)
class Coded:
    """A document, what coding made of it, and the signature by which its story is known."""

    document: Document
    result: CodedDocument
    signature: bytes | None = None


def load_coder() -> Coder:
    """Loads the language model and the dictionaries, with the user's own over them.

    Raises:
        ModelError: if the model is missing.
        DictionaryError: with every fault of the dictionaries.
    """
    from coders import Coder
    from flows.layers import load_dictionaries

    coder = Coder(load_dictionaries())
    settle()
    return coder


class _Feed:
    """Hands documents on to the coder and remembers those that have not come back."""

    def __init__(self, found: Iterable[Located | Reject], on_reject: Callable[[Reject], None]) -> None:
        self.found = iter(found)
        self.on_reject = on_reject
        self.pending: deque[Located] = deque()
        self.fault: BaseException | None = None
        self.finished = False

    def documents(self) -> Iterator[Document]:
        try:
            for item in self.found:
                if isinstance(item, Reject):
                    self.on_reject(item)
                else:
                    self.pending.append(item)
                    yield item.document
            self.finished = True
        except Exception as error:
            self.fault = error
            raise


def code_documents(
    coder: Coder, found: Iterable[Located | Reject], on_reject: Callable[[Reject], None], workers: int = 1
) -> Iterator[Coded]:
    """Codes documents in order, with bounded memory.

    Args:
        coder: a loaded coder.
        found: what a reader yields.
        on_reject: is given the rejects of the reader, and the documents that could not be coded.
        workers: processes.
    """
    feed = _Feed(found, on_reject)
    while not feed.finished:
        try:
            for result in coder.code_many(feed.documents(), workers=workers):
                item = feed.pending.popleft()
                yield Coded(item.document, result, item.signature)
        except (DictionaryError, ModelError, UsageError):
            raise
        except Exception as error:
            if feed.fault is not None or not feed.pending:
                raise error from feed.fault
            yield from _one_by_one(coder, feed.pending, on_reject)


def _one_by_one(coder: Coder, pending: deque[Located], on_reject: Callable[[Reject], None]) -> Iterator[Coded]:
    """Codes the documents under way when coding failed, to find those at fault."""
    while pending:
        item = pending.popleft()
        try:
            result = coder.analyse(item.document)
        except (DictionaryError, ModelError):
            raise
        except Exception as error:
            on_reject(failed(item, error))
        else:
            yield Coded(item.document, result, item.signature)


def failed(item: Located, error: Exception) -> Reject:
    """Returns the reject of a document that could not be coded."""
    what = f"could not be coded: {type(error).__name__}: {error}".splitlines()[0]
    remedy = "report it with the document"
    document = item.document
    return Reject(document.id, item.location, "coding_failed", what, remedy, document.date, document.source)
