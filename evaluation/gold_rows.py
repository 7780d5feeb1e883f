"""Makes the rows of one article from what a labeller wrote about it (`evaluation/README.md` has the keys)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.locate import GoldError, Scope
from reportedly.types.article import Article
from reportedly.types.attribution import (
    About,
    Attribution,
    Certainty,
    ChainLink,
    Position,
    Quoted,
    SourceChain,
    SourceKind,
    Stance,
    Times,
)
from reportedly.types.entry import Entry, head_of
from reportedly.types.span import Spans, words_of

Table = Mapping[str, Any]

FOUND_KEYS = ("near", "own_voice", "content", "source", "cue", "chain")
VALUE_KEYS = ("stance", "certainty", "quoted", "said_at", "event_at", "why_null", "claims", "origin")
TEXT_KEYS = ("id", "parent", "addressee", "medium", "reporter_hedge", "participants", "places")
ROW_KEYS = frozenset((*FOUND_KEYS, *VALUE_KEYS, *TEXT_KEYS))
FILE_NEEDS = frozenset({"outlet", "published", "origin", "row"})
FILE_KEYS = FILE_NEEDS | {"outlet_kind", "sources"}
SOURCE_KEYS = frozenset({"kind", "name", "described_as", "count", "condition", "reason"})
# Why a time is unknown, where the labeller gives no other reason.
UNDATED = {"said_at": "not dated in the text", "event_at": "the content gives no date"}


@dataclass(frozen=True, slots=True)
class GoldRow:
    """A row, the origin that it goes back to, and its side towards each of its claims."""

    entry: Entry
    article_key: str
    origin: str
    sides: Mapping[str, Stance]


def make_rows(key: str, gold: Table, article: Article) -> list[GoldRow]:
    """The rows of `article`; `key` ("n1") stands before their ids."""
    rows = []
    for row in gold["row"]:
        try:
            check_keys(row, ROW_KEYS, frozenset({"id"}), "the row")
            rows.append(make_row(key, row, gold, article))
        except (GoldError, ValueError) as error:
            raise GoldError(f"{key}.{row.get('id', '?')}: {error}") from error
    return rows


def check_keys(table: Table, known: frozenset[str], needed: frozenset[str], where: str) -> None:
    """Refuse a misspelt key and a missing one."""
    for key in sorted(set(table) - known):
        raise GoldError(f"{where} has the unknown key '{key}'; known are {', '.join(sorted(known))}.")
    for key in sorted(needed - set(table)):
        raise GoldError(f"{where} lacks the key '{key}'; add it.")


def make_row(key: str, row: Table, gold: Table, article: Article) -> GoldRow:
    """One row with its offsets."""
    scope = scope_of(row, article.text)
    attribution = make_attribution(key, row, scope)
    chain = make_chain(row, gold, scope)
    sides = sides_of(row)
    entry = Entry(
        article=head_of(article),
        attribution=attribution,
        chain=chain,
        position=Position(stance_of(row), Certainty(row.get("certainty", "CT+")), row.get("reporter_hedge")),
        times=make_times(row, gold),
        about=About(tuple(row.get("participants", ())), tuple(row.get("places", ()))),
        source_text=words_of(attribution.source, article.text),
        cue_text=words_of(attribution.cue, article.text),
        content_text=words_of(attribution.content, article.text),
        claims=tuple(sides),
    )
    return GoldRow(entry, key, row.get("origin", gold["origin"]), sides)


def scope_of(row: Table, text: str) -> Scope:
    """Where to look for the row's words: in `near`, else in the paragraph in which its content begins."""
    whole = Scope(text, 0, len(text))
    if "near" in row:
        near = whole.find(row["near"])
        return Scope(text, near.start, near.end)
    return whole.paragraph_of(whole.find(pieces_of(row)[0]))


def pieces_of(row: Table) -> list[str]:
    """The pieces of the content, one where it is not interrupted."""
    content = row.get("own_voice") or row.get("content")
    if not content:
        raise GoldError("the row has neither `content` nor `own_voice`; add one.")
    return [content] if isinstance(content, str) else list(content)


def make_attribution(key: str, row: Table, scope: Scope) -> Attribution:
    """Source, cue and content as spans; the outlet's own voice has content only."""
    return Attribution(
        id=f"{key}.{row['id']}",
        source=find_optional(row.get("source"), scope),
        cue=find_optional(row.get("cue"), scope),
        content=tuple(scope.find(piece) for piece in pieces_of(row)),
        quoted=Quoted.OWN_VOICE if "own_voice" in row else Quoted(row.get("quoted", "indirect")),
        parent=f"{key}.{row['parent']}" if "parent" in row else None,
    )


def find_optional(words: str | None, scope: Scope) -> Spans:
    """The span of words that a row may lack."""
    return (scope.find(words),) if words else ()


def make_chain(row: Table, gold: Table, scope: Scope) -> SourceChain:
    """The publishing outlet, then the row's sources, outermost first."""
    outlet = ChainLink(SourceKind(gold.get("outlet_kind", "outlet")), gold["outlet"])
    links: Sequence[str] = row.get("chain", ())
    if links and links[0] == "outlet":  # the outlet itself is the source, by name
        outlet = ChainLink(outlet.kind, outlet.name, (scope.find(outlet.name or ""),))
        links = links[1:]
    inner = tuple(make_link(link, gold.get("sources", {}), scope) for link in links)
    return SourceChain((outlet, *inner), row.get("addressee"), row.get("medium"))


def make_link(notation: str, sources: Table, scope: Scope) -> ChainLink:
    """A link: the key of a source, or "key:words" where this row's words for it are others."""
    key, _, words = notation.partition(":")
    if key not in sources:
        raise GoldError(f"the chain names '{key}', which `sources` has not; add it there.")
    source = sources[key]
    check_keys(source, SOURCE_KEYS, frozenset({"kind"}), f"the source '{key}'")
    words = words or source.get("name") or source.get("described_as")
    return ChainLink(
        kind=SourceKind(source["kind"]),
        name=source.get("name"),
        spans=(scope.find_or_first(words),) if words else (),
        described_as=source.get("described_as"),
        count=source.get("count"),
        condition=source.get("condition"),
        reason=source.get("reason"),
    )


def make_times(row: Table, gold: Table) -> Times:
    """The times given; the outlet's own voice speaks on the day of publication."""
    said_at = row.get("said_at", gold["published"] if "own_voice" in row else None)
    times = {"said_at": said_at, "event_at": row.get("event_at")}
    why_null = {**UNDATED, **row.get("why_null", {})}
    return Times(said_at, times["event_at"], {name: why_null[name] for name in times if times[name] is None})


def stance_of(row: Table) -> Stance:
    """The row's stance; most rows assert."""
    return Stance(row.get("stance", "asserts"))


def sides_of(row: Table) -> dict[str, Stance]:
    """The row's claims with its side towards each: its stance, or what stands after a colon."""
    sides = {}
    for notation in row.get("claims", ()):
        claim, _, side = notation.partition(":")
        sides[claim] = Stance(side) if side else stance_of(row)
    return sides
