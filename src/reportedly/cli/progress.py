"""Follows the outcomes of reading: a line for each article, a bar on long work, a tally at the end."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from reportedly.cli.output import messages, results, say
from reportedly.cli.safe import plain
from reportedly.cli.words import counted, head, short
from reportedly.types.article import Article, Rejection
from reportedly.types.entry import head_of
from reportedly.types.outcome import Outcome, Status

WORDS = {
    Status.ADDED: "added",
    Status.NEW_VERSION: "new version",
    Status.ALREADY_KNOWN: "already known",
    Status.REJECTED: "rejected",
}


@dataclass(slots=True)
class Tally:
    """What was read so far: the ids in order, each once, how each ended, and the rows that were added."""

    articles: dict[str, None] = field(default_factory=dict)
    ends: Counter[Status] = field(default_factory=Counter)
    rows: int = 0

    @property
    def rejected(self) -> int:
        """How many inputs could not be read."""
        return self.ends[Status.REJECTED]

    @property
    def read(self) -> int:
        """How many could, those included that were known already."""
        return self.ends.total() - self.rejected

    def count(self, outcome: Outcome) -> None:
        """Take one outcome into account."""
        self.ends[outcome.status] += 1
        self.rows += outcome.rows
        if outcome.article is not None:
            self.articles[outcome.article.id] = None

    def in_words(self) -> str:
        """The sentence at the end."""
        if not self.ends:
            return "Nothing was found to read: name a file, a folder with articles, or an address."
        ends = [f"{self.ends[status]} {word}" for status, word in WORDS.items() if self.ends[status]]
        return f"{', '.join(ends)}; {counted(self.rows, 'row')} added."


def follow(outcomes: Iterable[Outcome], tally: Tally, with_lines: bool) -> None:
    """Take every outcome: a line on standard output where wanted, else only rejections as messages."""
    with_bar = sys.stderr.isatty()
    columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=messages(), disable=not with_bar, transient=True) as progress:
        # On one terminal the lines must go through the bar's console, which prints above the bar.
        console = progress.console if with_bar and sys.stdout.isatty() else results()
        task = progress.add_task("reading", total=None)
        for outcome in told(outcomes, console if with_lines else None):
            tally.count(outcome)
            progress.update(task, description=f"{tally.read} read, {tally.rejected} rejected")


def told(outcomes: Iterable[Outcome], console: Console | None) -> Iterator[Outcome]:
    """Each outcome after what is to be said of it."""
    for outcome in outcomes:
        if console is not None:
            console.print(plain(line_of(outcome)), soft_wrap=True)
        elif outcome.rejection is not None:
            say(f"rejected: {rejection_line(outcome.rejection)}")
        for remark in remarks(outcome):
            say(f"{outcome.source}: {remark}")
        yield outcome


def remarks(outcome: Outcome) -> Iterator[str]:
    """What a reader must know of an article that was read all the same."""
    if outcome.article is not None and outcome.article.provenance is not None:
        yield from outcome.article.provenance.notes
    for failure in outcome.failures:
        yield f"the component {failure.component} failed, so its rows are missing: {failure.reason}"


def line_of(outcome: Outcome) -> str:
    """What became of one input, on one line."""
    word = f"{WORDS[outcome.status]:<14}"
    if outcome.rejection is not None:
        return word + rejection_line(outcome.rejection)
    return word + (article_line(outcome.article, outcome) if outcome.article else outcome.source)


def article_line(article: Article, outcome: Outcome) -> str:
    """An article's short id, the rows that it added, and its head."""
    rows = "" if outcome.status is Status.ALREADY_KNOWN else counted(outcome.rows, "row")
    return f"{short(article.id)}  {rows:>9}  {head(head_of(article))}{other_language(article)}"


def other_language(article: Article) -> str:
    """A remark on an article that the English components passed over."""
    is_english = article.language is None or article.language.lower().startswith("en")
    return "" if is_english else f" (language {article.language}: kept, no rows)"


def rejection_line(rejection: Rejection) -> str:
    """The input, the reason and the advice."""
    return f"{rejection.source}: {rejection.reason} {rejection.advice}"
