"""The coder: documents in, events out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from multiprocessing import get_context

from coders.acts import Evaluator, Grammar
from coders.discards import Discards
from coders.english import EnglishAdapter
from coders.events import EventBuilder
from coders.explain import Trace, explain_document
from coders.gate import Gate
from coders.graph import Graph
from coders.language import LanguageModel
from coders.lemmas import lemmatizer_of
from coders.lexicon import Lexicon
from coders.mentions import DocumentMentions, MentionFinder
from coders.model import CodedDocument, Document, Event, Sentence
from coders.resolve import Resolver
from coders.splitting import split
from coders.typography import in_sentence_case, mend
from dictionaries import Dictionaries, load
from tocsin import __version__, building, settle, undisturbed

BATCH_CHARACTERS = 120_000
CHUNK_DOCUMENTS = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """How to code.

    Args:
        gate: skip sentences that cannot hold an event; off only to test that it changes nothing.
    """

    gate: bool = True


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A document before its sentences are parsed."""

    document: Document
    sentences: list[Sentence]
    mentions: DocumentMentions
    parsed: list[Sentence]
    subject: str | None = None


class Coder:
    """Codes documents with one set of dictionaries and one language model.

    Args:
        dictionaries: the built-in ones by default.
        settings: how to code.

    Raises:
        DictionaryError: the built-in dictionaries have faults.
        ModelError: the language model is not installed.
    """

    def __init__(self, dictionaries: Dictionaries | None = None, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.model = LanguageModel()
        with building():
            self.dictionaries = dictionaries if dictionaries is not None else load()
            self.lemmatizer = lemmatizer_of(self.dictionaries)
            self.lexicon = Lexicon(self.dictionaries)
            self.finder = MentionFinder(self.lexicon)
            self.grammar = Grammar(self.dictionaries)
            index = self.grammar.index
            self.gate = Gate(self.dictionaries, self.lemmatizer, index)
            self.discards = Discards(self.dictionaries)
            self.adapter = EnglishAdapter(
                self.lemmatizer, index.verbs.__contains__, index.nouns.__contains__, self.lexicon.is_country
            )

    @property
    def dictionary_version(self) -> str:
        """A hash that stands for dictionaries and model."""
        return f"{self.dictionaries.version}-{self.model.name}"

    def code(self, document: Document) -> list[Event]:
        """Returns the events of a document, in order of sentence, trigger, source and target."""
        return list(self.analyse(document).events)

    def analyse(self, document: Document) -> CodedDocument:
        """Returns sentences, events and what was dropped for a document."""
        return next(self._stream([document]))

    def explain(self, text: str, day: date | None = None) -> Trace:
        """Returns the whole trace of how a text is coded, or why not."""
        document = Document("text", day or date.today(), text)
        prepared = self._prepare(document, gate=False)
        prepared = replace(prepared, parsed=prepared.sentences)
        with self.model.memory_zone():
            graphs = self._graphs([prepared])
            return explain_document(self, document, prepared.sentences, prepared.mentions, graphs, prepared.subject)

    def codable(self, sentence: Sentence, mentions: DocumentMentions) -> bool:
        """Whether a sentence has to be parsed: an event needs a pattern's words, somebody named, and a subject that is politics."""
        if not self.gate.passes(sentence.text) or not mentions.names_somebody(sentence):
            return False
        return self.discards.domain(sentence.text) is None

    def code_many(self, documents: Iterable[Document], workers: int = 1) -> Iterator[CodedDocument]:
        """Codes documents and yields the results in order; memory does not grow with their number.

        Args:
            documents: any iterable, read as needed.
            workers: processes to share the work; the result is the same for any number.
        """
        if workers <= 1:
            yield from self._stream(documents)
            return
        with ProcessPoolExecutor(
            workers,
            mp_context=get_context("spawn"),
            initializer=_start_worker,
            initargs=(self.dictionaries, self.settings),
        ) as pool:
            pending: list[Future[list[CodedDocument]]] = []
            source = iter(documents)
            while True:
                while len(pending) < workers * 3 and (chunk := list(islice(source, CHUNK_DOCUMENTS))):
                    pending.append(pool.submit(_code_chunk, chunk))
                if not pending:
                    return
                yield from pending.pop(0).result()

    # --- one process

    def _stream(self, documents: Iterable[Document]) -> Iterator[CodedDocument]:
        """Codes in batches of about 120,000 characters, so that the parser gets many sentences at once."""
        batch: list[_Prepared] = []
        size = 0
        for document in documents:
            with undisturbed():
                prepared = self._prepare(document, self.settings.gate)
            batch.append(prepared)
            size += sum(len(s.text) for s in prepared.parsed)
            if size >= BATCH_CHARACTERS or len(batch) >= 256:
                yield from self._undisturbed(batch)
                batch, size = [], 0
        yield from self._undisturbed(batch)

    def _prepare(self, document: Document, gate: bool) -> _Prepared:
        text = mend(document.text)
        sentences = split(text)
        mentions = self.finder.find(text, sentences, document.date)
        subject = self.discards.subject(sentences, mentions)
        codable = [] if subject is not None else sentences
        parsed = [s for s in codable if self.codable(s, mentions)] if gate else codable
        return _Prepared(document, sentences, mentions, parsed, subject)

    def _graphs(self, prepared: Sequence[_Prepared]) -> Iterator[Graph]:
        """Yields the graphs of all sentences to be parsed, in order, one at a time."""
        texts = [self._cased(s, p.mentions) for p in prepared for s in p.parsed]
        starts = [s.start for p in prepared for s in p.parsed]
        parsed = list(self.model.parse(texts))
        for doc, text, start in zip(parsed, texts, starts, strict=True):
            yield self.adapter.graph(doc, text, start)

    def _cased(self, sentence: Sentence, mentions: DocumentMentions) -> str:
        """The text of a sentence for the parser, which knows no headlines with capitals."""
        names = (
            (m.start - sentence.start, m.end - sentence.start)
            for m in mentions.between(sentence.start, sentence.end)
            if m.kind != "agent"
        )
        return in_sentence_case(sentence.text, names, self.lemmatizer.knows)

    def _undisturbed(self, batch: list[_Prepared]) -> list[CodedDocument]:
        """Codes a batch without searches for garbage, which has no cycles and is gone when it is done."""
        with undisturbed():
            return self._batch(batch)

    def _batch(self, batch: list[_Prepared]) -> list[CodedDocument]:
        """Codes documents whose sentences are parsed together.

        All are parsed before any is coded: the parser drives what coding needs out of the processor's caches.
        """
        with self.model.memory_zone():
            graphs = list(self._graphs(batch))
        remaining = iter(graphs)
        return [self._coded(prepared, remaining) for prepared in batch]

    def _coded(self, prepared: _Prepared, graphs: Iterator[Graph]) -> CodedDocument:
        builder = EventBuilder(
            prepared.document, prepared.mentions, self.dictionaries, __version__, self.dictionary_version
        )
        if prepared.subject is not None:
            builder.dropped[f"a document of {prepared.subject}"] += 1
        events: list[Event] = []
        for sentence in prepared.parsed:
            events.extend(self.sentence_events(builder, sentence, next(graphs)))
        return CodedDocument(
            prepared.document.id,
            tuple(prepared.sentences),
            frozenset(s.index for s in prepared.parsed),
            tuple(sorted(events, key=_order)),
            dict(sorted(builder.dropped.items())),
        )

    def sentence_events(self, builder: EventBuilder, sentence: Sentence, graph: Graph) -> list[Event]:
        """Returns the events of one parsed sentence."""
        resolver = Resolver(graph, builder.mentions, self.dictionaries.reporting_verbs)
        blocked = self.discards.blocked(graph, sentence, builder.mentions)
        evaluator = Evaluator(self.grammar, graph, resolver, is_question(sentence.text), blocked)
        return builder.build(sentence, graph, resolver, evaluator.acts())


def is_question(text: str) -> bool:
    """Whether a sentence asks."""
    return text.rstrip("\"'”’ )").endswith("?")


def _order(event: Event) -> tuple[int, int, int, int, str, str, str, str]:
    places = (event.sentence, event.trigger_start, event.source_start or -1, event.target_start or -1)
    return (*places, event.source_code or "", event.target_code or "", event.event_code, event.event_id)


_worker: Coder | None = None


def _start_worker(dictionaries: Dictionaries, settings: Settings) -> None:
    """Loads the model once in a worker process."""
    global _worker
    _worker = Coder(dictionaries, settings)
    settle()


def _code_chunk(documents: list[Document]) -> list[CodedDocument]:
    assert _worker is not None
    return list(_worker._stream(documents))
