"""Marks source, cue and content in an article's words, with labels first and colours second."""

from itertools import pairwise

from rich.text import Text

from reportedly.cli.safe import printable
from reportedly.types.attribution import Attribution
from reportedly.types.span import Span

STYLES = {"source": "cyan", "cue": "magenta", "content": "green"}
CONTEXT = 160  # characters shown at most on either side of the marked words; most sentences are shorter
LINE_BREAK = "\n"


def marked(attribution: Attribution, text: str) -> Text:
    """The words around an attribution, each span as `[label: words]`."""
    spans = roles(attribution)
    around = surroundings([span for _, span in spans], text)
    inner = {edge for _, span in spans for edge in (span.start, span.end)}
    edges = sorted({around.start, around.end} | inner)
    line = Text("" if is_edge(text, around.start - 1) else "… ")
    for start, end in pairwise(edges):
        write_marks(line, spans, start)
        line.append(printable(text[start:end]), style=style_at(spans, start))
        line.append("]" * sum(span.end == end for _, span in spans))
    line.append("" if is_edge(text, around.end) else " …")
    return line


def roles(attribution: Attribution) -> list[tuple[str, Span]]:
    """Every span with its label, the longest first where several begin together."""
    named = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    spans = [(label, span) for label, group in named.items() for span in group]
    return sorted(spans, key=lambda pair: (pair[1].start, -pair[1].end))


def surroundings(spans: list[Span], text: str) -> Span:
    """From the line's beginning to its end, or so much of it as a reader needs."""
    first = min((span.start for span in spans), default=0)
    last = max((span.end for span in spans), default=0)
    start = text.rfind(LINE_BREAK, 0, first) + 1
    end = text.find(LINE_BREAK, last)
    end = len(text) if end < 0 else end
    if first - start > CONTEXT:
        start = text.rfind(" ", start, first - CONTEXT) + 1 or first - CONTEXT
    if end - last > CONTEXT:
        end = text.find(" ", last + CONTEXT, end)
        end = last + CONTEXT if end < 0 else end
    return Span(start, end)


def is_edge(text: str, position: int) -> bool:
    """Whether a line of the text ends at `position`."""
    return not 0 <= position < len(text) or text[position] == LINE_BREAK


def write_marks(line: Text, spans: list[tuple[str, Span]], start: int) -> None:
    """The labels of the spans that begin here."""
    for label, span in spans:
        if span.start == start:
            line.append(f"[{label}: ", style="bold")


def style_at(spans: list[tuple[str, Span]], start: int) -> str:
    """The colour of the innermost span that covers this place."""
    covering = [label for label, span in spans if span.start <= start < span.end]
    return STYLES[covering[-1]] if covering else ""
