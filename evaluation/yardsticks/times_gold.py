"""Reads the times that people have marked in GUM (TEI dates) and MEANTIME (TIMEX3), as texts with spans."""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.types.span import Span

GUM, MEANTIME = "gum_cc/dates.jsonl.gz", "meantime/dev.jsonl.gz"
GENRES = ("news", "interview")
BOUNDS = ("from", "to", "notBefore", "notAfter")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One marked expression: its place, and the attributes that give its value ("when", "from", "timex")."""

    span: Span
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text whose times are marked up to `end`; `created` is the day that they are read against."""

    name: str
    group: str
    text: str
    created: date | None
    times: tuple[GoldTime, ...]
    end: int


def read_gum(data: Path) -> Iterator[GoldText]:
    """GUM's news and interviews, train and dev."""
    for row in rows_of(data / GUM):
        if row["genre"] not in GENRES:
            continue
        text, spans = joined(row["tok"], row["sent"])
        times = tuple(
            GoldTime(spread(spans[one["tok"][0] : one["tok"][1]]), tei_values(one)) for one in row["dates"]
        )
        created = date.fromisoformat(row["created"])
        yield GoldText(row["doc"], f"GUM {row['genre']} {row['partition']}", text, created, times, len(text))


def read_meantime(data: Path) -> Iterator[GoldText]:
    """MEANTIME's documents, read against their heading's date, those of even and of odd number apart."""
    for number, row in enumerate(rows_of(data / MEANTIME)):
        text, spans = joined(row["tok"], row["sent"])
        marked = [one for one in row["timex3"] if one["tok"] and one["value"]]
        made = [one["value"] for one in row["timex3"] if one["dct"] and one["value"]]
        heading = sorted((one["tok"][0], one["value"]) for one in marked if is_day(one["value"]))
        days = made or [value for _, value in heading[:1]]
        created = next((date.fromisoformat(value) for value in days if is_day(value)), None)
        times = tuple(
            GoldTime(spread([spans[n] for n in one["tok"]]), {"timex": one["value"]}) for one in marked
        )
        ends = [
            span.end for span, at in zip(spans, row["sent"], strict=True) if at <= row["last_annotated_sent"]
        ]
        half = "odd" if number % 2 else "even"
        yield GoldText(row["doc"], f"MEANTIME {half}", text, created, times, max(ends, default=0))


def tei_values(row: Mapping[str, Any]) -> dict[str, str]:
    """The attributes of a TEI date."""
    return {name: row[name] for name in ("when", *BOUNDS) if name in row}


def is_day(value: str) -> bool:
    """Whether a value is a day of the calendar."""
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def joined(tokens: Sequence[str], sentences: Sequence[int]) -> tuple[str, list[Span]]:
    """The tokens as a text, a sentence a line, and the place of each; quotation marks become typewriter's."""
    text, spans = "", []
    for number, token in enumerate(tokens):
        if number:
            text += " " if sentences[number] == sentences[number - 1] else "\n"
        word = {"``": '"', "''": '"'}.get(token, token)
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
    return text, spans


def spread(spans: Sequence[Span]) -> Span:
    """From the first of several spans to the last."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def rows_of(path: Path) -> Iterator[Mapping[str, Any]]:
    """The JSON lines of a compressed file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
