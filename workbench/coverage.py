"""Says which entries and patterns no example exercises: `tocsin dictionary coverage`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coders import Coder, Sentence
from coders.acts import Evaluator
from coders.coder import is_question
from coders.mentions import DocumentMentions
from coders.resolve import Resolver
from coders.splitting import split
from dictionaries.model import Operator, VerbEntry
from workbench.examples import EXAMPLE_DAY, examples_of

BATCH = 256


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the examples of the dictionaries exercise.

    Args:
        entries: every entry and operator.
        without_examples: rules of those that have none.
        idle: rules of those that win in no example, whoever's it is.
        patterns: lines of patterns and nouns, as (rule, line, text).
        idle_patterns: those that match in no example.
    """

    entries: int
    without_examples: tuple[str, ...]
    idle: tuple[str, ...]
    patterns: int
    idle_patterns: tuple[tuple[str, int, str], ...]


def coverage(coder: Coder) -> Coverage:
    """Codes all examples and notes which entries and patterns won."""
    dictionaries = coder.dictionaries
    entries: list[VerbEntry | Operator] = [*dictionaries.verbs, *dictionaries.operators]
    won: defaultdict[str, set[int]] = defaultdict(set)
    texts = [e.text for e in examples_of(entries) if e.code is not None]
    for at in range(0, len(texts), BATCH):
        _note(coder, texts[at : at + BATCH], won)
    lines = {(e.rule, p.line): (e.rule, p.line, p.text) for e in entries for p in e.patterns}
    lines |= {(e.rule, n.line): (e.rule, n.line, n.text) for e in entries for n in e.nouns}
    idle = tuple(line for (rule, number), line in lines.items() if number not in won[rule])
    return Coverage(
        len(entries),
        tuple(e.rule for e in entries if not e.examples),
        tuple(e.rule for e in entries if not won[e.rule] and (e.patterns or e.nouns)),
        len(lines),
        idle,
    )


def _note(coder: Coder, texts: Iterable[str], won: defaultdict[str, set[int]]) -> None:
    jobs: list[tuple[DocumentMentions, Sentence]] = []
    for text in texts:
        sentences = split(text)
        mentions = coder.finder.find(text, sentences, EXAMPLE_DAY)
        jobs.extend((mentions, sentence) for sentence in sentences)
    with coder.model.memory_zone():
        docs = coder.model.parse([sentence.text for _, sentence in jobs])
        for (mentions, sentence), doc in zip(jobs, docs, strict=True):
            graph = coder.adapter.graph(doc, sentence.text, sentence.start)
            resolver = Resolver(graph, mentions, coder.dictionaries.reporting_verbs)
            evaluator = Evaluator(coder.grammar, graph, resolver, is_question(sentence.text))
            evaluator.acts()
            for frame in evaluator.frames.values():
                if frame is not None:
                    won[frame.entry.rule].add(frame.pattern.line)


def lines(result: Coverage, patterns: bool = False) -> Iterator[str]:
    """Yields the report for a terminal; the idle patterns one by one if wanted."""
    for rule in result.without_examples:
        yield f"{rule}: has no example"
    for rule in result.idle:
        if rule not in result.without_examples:
            yield f"{rule}: wins in no example"
    if patterns:
        yield from (f"{rule}, line {line}: no example of {text!r}" for rule, line, text in result.idle_patterns)
    used = result.patterns - len(result.idle_patterns)
    share = used / max(result.patterns, 1)
    yield (
        f"{result.entries - len(result.idle)} of {result.entries} entries and {used} of {result.patterns} lines of patterns "
        f"({share:.0%}) are exercised by examples"
    )
