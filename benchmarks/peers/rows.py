"""From a tool's answers to the rows of the table, all by one scorer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.peers.asking import Asking
from benchmarks.peers.tools import Tool
from reportedly.score.attributions import Comparison, score_attributions
from reportedly.score.marked import MarkedArticle
from reportedly.score.roles import RoleSpans

# The table's columns and the names of the scorer's figures.
FIGURES = {
    "source": "token source f1",
    "cue": "token cue f1",
    "content": "token content f1",
    "attribution": "attribution all f1",
    "direct": "class direct f1",
    "indirect": "class indirect f1",
    "mixed": "class mixed f1",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `figures` are per cent, empty where the tool gave an `error` instead.

    `interval` is that of the attributions' F1 over articles (95 %, from 0 to 1), None for one article;
    `reason` is why the first text or paragraph failed that did.
    """

    name: str
    figures: dict[str, float] = field(default_factory=dict)
    interval: tuple[float, float] | None = None
    predicted: int = 0
    failed: int = 0
    reason: str | None = None
    units: int = 0
    unit: str = ""
    words_per_second: int = 0
    versions: str = ""
    note: str = ""
    error: str | None = None


def rows_of(tool: Tool, asking: Asking, articles: Sequence[MarkedArticle]) -> list[Row]:
    """The row of a tool, and the one in which its pieces are joined."""
    rows = [row_of(tool.name, tool, asking, asking.found, articles)]
    if tool.joins:
        joined = [join_pieces(found) for found in asking.found]
        rows.append(row_of(f"{tool.name}, joined", tool, asking, joined, articles))
    return rows


def row_of(
    name: str,
    tool: Tool,
    asking: Asking,
    found: Sequence[Sequence[RoleSpans]],
    articles: Sequence[MarkedArticle],
) -> Row:
    """Score what was found."""
    scores = score_attributions(
        Comparison(one.article.text, one.roles, rows) for one, rows in zip(articles, found, strict=True)
    )
    values = dict(scores.values())
    all_f1 = next(one.f1 for one in scores.detections if one.name == ("attribution", "all"))
    words = sum(len(one.article.text.split()) for one in articles)
    return Row(
        name=name,
        figures={column: round(100 * values[figure], 1) for column, figure in FIGURES.items()},
        interval=None if all_f1.low is None or all_f1.high is None else (all_f1.low, all_f1.high),
        predicted=scores.predicted,
        failed=len(asking.failures),
        reason=asking.failures[0] if asking.failures else None,
        units=asking.units,
        unit=tool.unit,
        words_per_second=round(words / asking.seconds) if asking.seconds else 0,
        versions=asking.versions,
        note=tool.note,
    )


def join_pieces(found: Iterable[RoleSpans]) -> list[RoleSpans]:
    """Neighbouring rows with the same source and cue as one row: "A," he said. "B." is one content."""
    joined: list[RoleSpans] = []
    for row in found:
        last = joined[-1] if joined else None
        if last and (last.source, last.cue) == (row.source, row.cue):
            joined[-1] = RoleSpans(last.source, last.cue, tuple(sorted({*last.content, *row.content})))
        else:
            joined.append(row)
    return joined
