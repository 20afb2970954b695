"""The commands of the dictionary workbench, and `tocsin evaluate`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.layers import layers, load_dictionaries
from tocsin import DocumentError, UsageError

if TYPE_CHECKING:
    from coders import Coder, Document
    from dictionaries import Dictionaries
    from dictionaries.model import Fault
    from workbench.evaluate import Evaluation, Row

dictionary_app = typer.Typer(help="The dictionary workbench.", no_args_is_help=True)


class LintFormat(StrEnum):
    """How the linter prints."""

    text = "text"
    github = "github"
    json = "json"


class ReportFormat(StrEnum):
    """How the other commands print."""

    text = "text"
    json = "json"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write it as YYYY-MM-DD") from None


Layers = Annotated[
    list[Path] | None,
    typer.Option("--dictionaries", metavar="DIR", help="A folder of your own over the built-in dictionaries."),
]
Format = Annotated[ReportFormat, typer.Option("--format", help="How to print.")]
Day = Annotated[
    date | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day; today by default.", parser=_day)
]
CorpusDay = Annotated[
    date | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The date of texts that have none.", parser=_day),
]


# --- lint


@dictionary_app.command(epilog="Example: tocsin dictionary lint my-dictionaries")
def lint(
    folder: Annotated[
        Path | None, typer.Argument(help="A folder of dictionaries, or of your own over the built-in ones.")
    ] = None,
    dictionaries: Layers = None,
    style: Annotated[LintFormat, typer.Option("--format", help="How to print.")] = LintFormat.text,
    examples: Annotated[bool, typer.Option("--examples", help="Also code every example (slow).")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as faults.")] = False,
) -> None:
    """Prints every fault of the dictionaries with file, line and remedy."""
    from dataclasses import replace

    from dictionaries import lint as linter

    report = linter.lint(folder, *layers(dictionaries or ()))
    if examples:
        found = [*report.faults, *_example_faults(report)]
        report = replace(report, faults=linter.in_order(found))
    for line in linter.lines(report, style.value):
        typer.echo(line)
    raise typer.Exit(int(report.failed(strict)))


def _example_faults(report: object) -> Iterator[Fault]:
    """Codes the examples of what was read and yields those that come out otherwise."""
    from coders import Coder
    from dictionaries.lint import Report
    from dictionaries.model import Fault
    from workbench.examples import check, entries_of, examples_of, read_example

    assert isinstance(report, Report)
    if report.dictionaries.faults:
        return
    files = report.reader.entry_files
    entries = entries_of(report.dictionaries, ())
    if report.layers:
        entries = [e for e in entries if files[e.rule].layer]
    lines: dict[tuple[str, str], int] = {}
    for entry in entries:
        for marked in (*entry.examples, *entry.near_misses):
            lines[entry.rule, read_example(entry.rule, marked, None).text] = report.reader.example_lines[
                entry.rule, marked
            ]
    for example, fault in check(Coder(report.dictionaries), examples_of(entries)):
        if fault is not None:
            line = lines.get((example.rule, example.text), 1)
            remedy = "`tocsin explain` shows why; mend the pattern, or the example"
            yield Fault(files[example.rule].shown, line, f"{example.text!r}: {fault}", remedy, "wrong-example")


# --- show


@dictionary_app.command(epilog='Example: tocsin dictionary show "Angela Merkel" --date 2017-05-01')
def show(
    text: Annotated[str, typer.Argument(help="A name, a role noun, a verb, or a phrase.")],
    day: Day = None,
    dictionaries: Layers = None,
) -> None:
    """Shows what the dictionaries know of a name or a verb."""
    from workbench import show as shower

    if not text.strip():
        raise UsageError("there is nothing to look up", remedy="give a name or a word in quotes")
    known = load_dictionaries(dictionaries or ())
    found = shower.show(known, text, day or date.today())
    for finding in found:
        typer.echo(str(finding))
    if not found:
        near = shower.near(known, text)
        typer.echo(f"{text}: in no dictionary" + (f"; near it: {', '.join(near)}" if near else ""))
    raise typer.Exit(0 if found else 1)


# --- gaps


@dictionary_app.command(epilog="Example: tocsin dictionary gaps news.jsonl --top 10")
def gaps(
    corpus: Annotated[list[str], typer.Argument(help="Files, folders or quoted globs of texts.")],
    top: Annotated[int, typer.Option("--top", min=1, help="How many of each kind.")] = 25,
    least: Annotated[int, typer.Option("--least", min=1, help="The smallest count that is shown.")] = 2,
    day: CorpusDay = None,
    dictionaries: Layers = None,
    style: Format = ReportFormat.text,
) -> None:
    """Ranks what the dictionaries lack by the events that an entry would unlock."""
    from dataclasses import asdict

    from workbench import gaps as finder

    found = finder.GapFinder(_coder(load_dictionaries(dictionaries or ())))
    _work("looking for gaps:", found.run(_documents(corpus, day)))
    result = found.gaps(top, least)
    if style is ReportFormat.json:
        counts = {"documents": found.documents, "sentences": found.sentences}
        typer.echo(json.dumps({**counts, "gaps": [asdict(g) for g in result]}, ensure_ascii=False, indent=1))
        return
    typer.echo(f"{found.documents} documents, {found.sentences} sentences")
    for line in finder.lines(result):
        typer.echo(line)


# --- diff


@dictionary_app.command(epilog="Example: tocsin dictionary diff HEAD built-in --on news.jsonl")
def diff(
    old: Annotated[str, typer.Argument(help="A folder, a git revision, or built-in.")],
    new: Annotated[str, typer.Argument(help="The same.")],
    corpus: Annotated[list[str], typer.Option("--on", metavar="CORPUS", help="Texts to code with both.")],
    gold: Annotated[list[Path] | None, typer.Option("--gold", metavar="FILE", help="Gold to score both on.")] = None,
    shown: Annotated[int, typer.Option("--shown", min=0, help="Events shown of each kind.")] = 20,
    everything: Annotated[bool, typer.Option("--all", help="Code also what cannot differ.")] = False,
    day: CorpusDay = None,
    style: Format = ReportFormat.text,
) -> None:
    """Shows the events that a change of the dictionaries gains, loses and changes."""
    from workbench import diff as differ
    from workbench.editions import edition

    with edition(old) as before, edition(new) as after:
        coders = _coder(before), _coder(after)
    found = differ.Differ(*coders, everything=everything)
    _work("comparing:", found.run(_documents(corpus, day)))
    scores = {path: tuple(_evaluate(path, coder) for coder in coders) for path in gold or ()}
    if style is ReportFormat.json:
        result = differ.as_json(found.result)
        result["gold"] = {str(path): [s.figures for s in both] for path, both in scores.items()}
        typer.echo(json.dumps(result, ensure_ascii=False, indent=1))
        return
    for line in differ.lines(found.result, shown):
        typer.echo(line)
    for path, (a, b) in scores.items():
        typer.echo(f"\n{path}: old > new")
        for level, score in a.levels.items():
            typer.echo(f"  {level:<8} F1 {score.f1:.3f} > {b.levels[level].f1:.3f}")


# --- import


class ImportKind(StrEnum):
    """What files to import hold."""

    table = "table"
    actors = "actors"
    agents = "agents"
    verbs = "verbs"


@dictionary_app.command(name="import", epilog="Example: tocsin dictionary import parties.csv --into my-dictionaries")
def import_(
    files: Annotated[list[Path], typer.Argument(help="A table of actors (name, code, from, to), or PETRARCH files.")],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="The folder to write.")],
    kind: Annotated[
        ImportKind | None, typer.Option("--kind", help="What the files hold; else their lines show it.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over files that are there.")] = False,
) -> None:
    """Turns dictionaries of yours in other formats into a folder for --dictionaries."""
    from workbench import importing

    taken = importing.import_files(files, kind.value if kind else None)
    written = importing.write(taken, into, replace)
    for line in importing.lines(taken, written, into):
        typer.echo(line)
    raise typer.Exit(0 if written else 1)


# --- coverage


@dictionary_app.command(epilog="Example: tocsin dictionary coverage --patterns")
def coverage(
    patterns: Annotated[bool, typer.Option("--patterns", help="Also the patterns that no example uses.")] = False,
    dictionaries: Layers = None,
) -> None:
    """Lists the entries that no example exercises."""
    from workbench import coverage as covered

    for line in covered.lines(covered.coverage(_coder(load_dictionaries(dictionaries or ()))), patterns):
        typer.echo(line)


# --- evaluate


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold in JSON Lines; docs/gold.md shows the formats.")],
    events: Annotated[
        Path | None,
        typer.Argument(help="Events as `tocsin code` writes them in JSON Lines; else the gold is coded now."),
    ] = None,
    errors: Annotated[int, typer.Option("--errors", min=0, help="How many of the wrong ones to show.")] = 0,
    traces: Annotated[bool, typer.Option("--traces", help="Show how the wrong ones were coded.")] = False,
    dictionaries: Layers = None,
    style: Format = ReportFormat.text,
) -> None:
    """Measures precision, recall and F1 against gold."""
    from workbench import evaluate as scorer

    rows = scorer.read_gold(gold)
    coder = None
    if events is None or traces:
        coder = _coder(load_dictionaries(dictionaries or ()))
    coded = _coded_events(rows, coder) if events is None and coder is not None else _read_events(events)
    result = scorer.evaluate(rows, coded)
    if style is ReportFormat.json:
        typer.echo(json.dumps(scorer.as_json(result, errors), ensure_ascii=False, indent=1))
        return
    for line in scorer.lines(result, 0 if traces else errors):
        typer.echo(line)
    if traces and coder is not None:
        for text in scorer.traces(result, rows, coder, errors or 10):
            typer.echo(text)


def _evaluate(gold: Path, coder: Coder) -> Evaluation:
    from workbench import evaluate as scorer

    rows = scorer.read_gold(gold)
    return scorer.evaluate(rows, _coded_events(rows, coder))


def _coded_events(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    from workbench.evaluate import documents_of, row_of

    for result in coder.code_many(documents_of(rows)):
        yield from map(row_of, result.events)


def _read_events(path: Path | None) -> Iterator[Row]:
    assert path is not None
    try:
        with path.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                    row["document_id"], row["event_code"]
                except (ValueError, KeyError, TypeError) as error:
                    where = f"{path}:{number}"
                    raise DocumentError(f"is no event: {error}", where, "write events by `tocsin code`") from None
                yield row
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"cannot be read: {error}", str(path), "name a file of events in JSON Lines") from None


# --- shared


def _coder(dictionaries: Dictionaries) -> Coder:
    from coders import Coder

    return Coder(dictionaries)


def _documents(corpus: Sequence[str], day: date | None) -> Iterator[Document]:
    """Reads the documents of a corpus; those that cannot be read are named on the standard error."""
    from flows.console import RejectList
    from flows.readers import read_documents
    from flows.rejects import Reject

    rejects = RejectList()
    for item in read_documents(corpus, day):
        if isinstance(item, Reject):
            rejects.add(item)
        else:
            yield item.document
    rejects.summarise()


def _work(what: str, steps: Iterable[int]) -> None:
    """Does work step by step and shows how far it is."""
    from flows.console import progress

    with progress(what) as advance:
        for documents in steps:
            advance(documents, 0)
