"""Reads GUM's texts with their tokens, entities and attributions, as characters of one text."""

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.types.span import Span

FILE = Path("gum_cc") / "gum.conllu.gz"
COLUMNS = 10
ENTITY = re.compile(r"\((\d+)-([^()]*)|(\d+)\)|(\))")
MINSPAN = 4  # the field after type, information status, salience and centering
ATTRIBUTION = re.compile(r"attribution-(?:positive|negative)")
SOURCE_SIGNAL = re.compile(r"sem-atsrc-([\d,-]+)")
CUE_SIGNAL = re.compile(r"lex-indwd-([\d,-]+)")


@dataclass(frozen=True, slots=True)
class GoldToken:
    """One word: its place, its universal part of speech, and the column of further features."""

    span: Span
    pos: str
    misc: str
    sentence: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One mention of an entity by token numbers, last included; `core` are the words that name it."""

    entity: str
    kind: str
    first: int
    last: int
    core: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """The source's mention, with the token numbers of the cue and of the content's clause."""

    source: GoldMention
    cue: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(slots=True)
class GoldDocument:
    """One document. `genre` is GUM's ("news")."""

    name: str
    genre: str
    text: str = ""
    tokens: list[GoldToken] = field(default_factory=list)
    mentions: list[GoldMention] = field(default_factory=list)
    attributions: list[GoldAttribution] = field(default_factory=list)

    def words(self, mention: GoldMention) -> str:
        """The words of a mention."""
        return self.text[self.tokens[mention.first].span.start : self.tokens[mention.last].span.end]


def read_gum(data: Path, genres: Sequence[str]) -> list[GoldDocument]:
    """The documents of these genres, in the order of the file."""
    with gzip.open(data / FILE, "rt", encoding="utf-8") as lines:
        found = [read_document(block) for block in _blocks(lines)]
    return [document for document in found if document.genre in genres]


def read_document(lines: Sequence[str]) -> GoldDocument:
    """One document from its lines of CoNLL-U."""
    head = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
    document = GoldDocument(head["newdoc id"], head["meta::genre"])
    _read_tokens(document, lines)
    document.mentions = list(_read_mentions(document.tokens))
    document.attributions = list(_read_attributions(document))
    return document


def _blocks(lines: Iterator[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.startswith("# newdoc") and block:
            yield block
            block = []
        block.append(line.rstrip("\n"))
    yield block


def _read_tokens(document: GoldDocument, lines: Sequence[str]) -> None:
    """Paragraphs become lines; a word that GUM cuts ("do" + "n't") keeps its spelling."""
    pieces: list[str] = []
    length, sentence, rest = 0, -1, ""
    speaker: str | None = None
    space = ""
    for line in lines:
        if line == "# newpar":
            space = "\n" if pieces else ""
        elif line.startswith("# sent_id"):
            sentence, speaker = sentence + 1, None
        elif line.startswith("# speaker = "):
            speaker = line.removeprefix("# speaker = ")
        columns = line.split("\t")
        if len(columns) != COLUMNS or "." in columns[0]:
            continue
        after = "" if "SpaceAfter=No" in columns[9] else " "
        if "-" in columns[0]:
            first, last = columns[0].split("-")
            rest = after
            open_words = int(last) - int(first) + 1
            continue
        inside = bool(rest) and open_words > 1
        if rest:
            open_words -= 1
        pieces += [space, columns[1]]
        start = length + len(space)
        length = start + len(columns[1])
        document.tokens.append(GoldToken(Span(start, length), columns[3], columns[9], sentence, speaker))
        space = "" if inside else after
        if rest and not inside:
            space, rest = rest, ""
    document.text = "".join(pieces)


def _read_mentions(tokens: Sequence[GoldToken]) -> Iterator[GoldMention]:
    """The entities that open and close in the column of features."""
    opened: list[tuple[str, str, int]] = []
    for number, token in enumerate(tokens):
        for entity, fields, closed, single in ENTITY.findall(_feature(token.misc, "Entity")):
            if entity:
                opened.append((entity, fields, number))
                continue
            at = next((n for n in reversed(range(len(opened))) if single or opened[n][0] == closed), None)
            if at is not None:
                yield _mention(*opened.pop(at), number)


def _mention(entity: str, fields: str, first: int, last: int) -> GoldMention:
    parts = fields.split("-")
    core = parts[MINSPAN] if len(parts) > MINSPAN else ""
    numbers = tuple(first + int(n) - 1 for n in core.split(",") if n.isdigit())
    return GoldMention(entity, parts[0], first, last, numbers or (last,))


def _read_attributions(document: GoldDocument) -> Iterator[GoldAttribution]:
    """The attributions whose source the discourse signals name, one for each source's mention."""
    units = [n for n, token in enumerate(document.tokens) if "Discourse=" in token.misc]
    stops = [*units[1:], len(document.tokens)]
    seen: set[tuple[int, int]] = set()
    for first, stop in zip(units, stops, strict=True):
        for relation in _feature(document.tokens[first].misc, "Discourse").split(";"):
            signal = SOURCE_SIGNAL.search(relation)
            if not ATTRIBUTION.match(relation) or signal is None:
                continue
            cue = [n for words in CUE_SIGNAL.findall(relation) for run in _runs(words) for n in run]
            source = _source(document, _runs(signal.group(1)), range(first, stop), cue)
            if source is None or (source.first, source.last) in seen:
                continue
            seen.add((source.first, source.last))
            own = set(range(source.first, source.last + 1))
            cue = [n for n in cue if n not in own] or [n for n in range(first, stop) if n not in own]
            target = int(relation.split("->")[1].split(":")[0]) - 1
            content = range(units[target], stops[target])
            yield GoldAttribution(source, tuple(cue), tuple(n for n in content if n not in own))


def _source(
    document: GoldDocument, runs: Sequence[range], unit: range, cue: Sequence[int]
) -> GoldMention | None:
    """The mention of the run nearest to the cue; runs inside the attribution's own clause come first."""
    inside = [run for run in runs if run.start in unit] or list(runs)
    near = cue[0] if cue else unit.start
    run = min(inside, key=lambda one: abs(one.start - near))
    held = [
        mention
        for mention in document.mentions
        if any(n in run for n in mention.core) and mention.last - mention.first < len(unit) + len(run) + 60
    ]
    covering = [one for one in held if one.first <= run.start and one.last >= run.stop - 1]
    if covering:
        return min(covering, key=lambda one: one.last - one.first)
    return max(held, key=lambda one: one.last - one.first, default=None)


def _runs(words: str) -> list[range]:
    """Runs of token numbers from "201,205-206"; what follows a second hyphen is a mark, no number."""
    found = []
    for part in words.strip("-,").split(","):
        numbers = [int(n) for n in part.split("-") if n]
        if numbers:
            found.append(range(numbers[0] - 1, numbers[-1]))
    return found


def _feature(misc: str, name: str) -> str:
    return next((one.removeprefix(f"{name}=") for one in misc.split("|") if one.startswith(f"{name}=")), "")
