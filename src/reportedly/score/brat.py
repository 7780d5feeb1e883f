"""Reads brat standoff: a folder of .ann files, each beside the .txt file that its offsets count.

Entities are Source, Cue and Content, in pieces or not; case does not matter. An attribution is an event whose
arguments they are, or the relations of a cue with its sources and contents. Notes and attributes are skipped.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.score.marked import GoldError, MarkedArticle
from reportedly.score.roles import RoleSpans
from reportedly.types.article import Article, article_id
from reportedly.types.span import Span, Spans

ROLES = ("source", "cue", "content")
DIGITS = "0123456789"  # brat numbers the second and third argument of a role: Content2
PASSED_OVER = ("#", "A", "M", "N", "*")  # notes, attributes, normalisations, equivalences


@dataclass(frozen=True, slots=True)
class Entity:
    """One text-bound annotation."""

    role: str
    spans: Spans


Links = list[tuple[str, str]]  # pairs of entity ids, or of role and entity id


def read_brat(folder: Path) -> list[MarkedArticle]:
    """Every article of a folder and its subfolders, in order of their names; the name is the `ref`."""
    files = sorted(folder.rglob("*.ann"))
    if not files:
        raise GoldError(
            f"{folder} holds no .ann file and no expected.jsonl. Name a brat folder, a folder of stories or "
            "a JSON Lines file."
        )
    return [read_article(file, file.relative_to(folder).with_suffix("").as_posix()) for file in files]


def read_article(annotations: Path, ref: str) -> MarkedArticle:
    """One .ann file with its text."""
    text = exact_text(annotations.with_suffix(".txt"))
    lines = exact_text(annotations).replace("\r\n", "\n").split("\n")
    article = Article(article_id(None, None, text), text, ref=ref)
    return MarkedArticle(article, roles=tuple(read_attributions(lines, text, str(annotations))))


def exact_text(path: Path) -> str:
    """A file's text with its line ends as they are, since the offsets count them."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        raise GoldError(f"{path} does not exist. Each .ann file needs its .txt file beside it.") from None
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not in UTF-8 (byte {error.start:,}). Save it in UTF-8.") from error
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror}. Name another folder.") from error


def read_attributions(lines: Iterable[str], text: str, where: str) -> list[RoleSpans]:
    """The attributions of one .ann file, events first."""
    entities: dict[str, Entity] = {}
    events: list[Links] = []
    relations: Links = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith(PASSED_OVER):
            continue
        try:
            identifier, body = line.split("\t")[:2]
            if identifier.startswith("T"):
                entities[identifier] = read_entity(body, len(text))
            elif identifier.startswith("E"):
                events.append([read_argument(part) for part in body.split()])
            elif identifier.startswith("R"):
                (_, one), (_, other) = (read_argument(part) for part in body.split()[1:3])
                relations.append((one, other))
        except ValueError as error:
            raise GoldError(
                f"{where}, line {number}: {line!r:.80} is no brat annotation ({error})."
            ) from error
    try:
        found = [of_event(event, entities) for event in events] + of_relations(relations, entities)
    except KeyError as error:
        raise GoldError(f"{where}: {error} is named but not annotated. Add it or remove its line.") from error
    return [one for one in found if one.content]


def read_entity(body: str, length: int) -> Entity:
    """`Content 10 20;25 30`."""
    role, _, places = body.partition(" ")
    spans = []
    for place in places.split(";"):
        start, end = (int(number) for number in place.split())
        if not 0 <= start <= end <= length:
            raise ValueError(f"{start} to {end} lies outside the text of {length:,} characters")
        spans.append(Span(start, end))
    return Entity(role.lower(), tuple(sorted(spans)))


def read_argument(part: str) -> tuple[str, str]:
    """`Content2:T3` as its role and its entity."""
    role, colon, identifier = part.partition(":")
    if not colon:
        raise ValueError(f"{part!r} has no colon")
    return role.rstrip(DIGITS).lower(), identifier


def of_event(event: Links, entities: Mapping[str, Entity]) -> RoleSpans:
    """The attribution of an event; its trigger is the cue where the annotator gave it no other."""
    (_, trigger), *arguments = event
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for role, identifier in arguments:
        spans[role].extend(entities[identifier].spans)
    if entities[trigger].role in ROLES and not spans[entities[trigger].role]:
        spans[entities[trigger].role].extend(entities[trigger].spans)
    return to_roles(spans)


def of_relations(relations: Links, entities: Mapping[str, Entity]) -> list[RoleSpans]:
    """One attribution for each cue, and for each content that a source has without a cue."""
    partners: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in relations:
        partners[one].append(other)
        partners[other].append(one)
    cues = [identifier for identifier in partners if entities[identifier].role == "cue"]
    covered = {partner for cue in cues for partner in partners[cue]}
    contents = [
        identifier
        for identifier in partners
        if entities[identifier].role == "content" and identifier not in covered
    ]
    return [of_anchor(anchor, partners, entities) for anchor in cues + contents]


def of_anchor(anchor: str, partners: Mapping[str, list[str]], entities: Mapping[str, Entity]) -> RoleSpans:
    """What hangs on one cue or content, and the sources that hang on its contents."""
    members = dict.fromkeys([anchor, *partners[anchor]])
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for identifier in members:
        spans[entities[identifier].role].extend(entities[identifier].spans)
    if not spans["source"]:
        for content in members:
            for partner in partners[content]:
                if entities[content].role == "content" and entities[partner].role == "source":
                    spans["source"].extend(entities[partner].spans)
    return to_roles(spans)


def to_roles(spans: Mapping[str, list[Span]]) -> RoleSpans:
    """The roles, each in the order of the text."""
    source, cue, content = (tuple(sorted(set(spans.get(role, ())))) for role in ROLES)
    return RoleSpans(source, cue, content)
