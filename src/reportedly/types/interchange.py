"""The interchange format: entries, articles, claims and links as plain JSON objects, and back.

Every key is always there; what is unknown is null or an empty list (docs/interchange.md).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

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
from reportedly.types.claim import Evidence, Link
from reportedly.types.entry import ArticleHead, Entry
from reportedly.types.span import Span, Spans, words_of

Json = dict[str, Any]

ARTICLE_KEYS = ("id", "ref", "outlet", "title", "author", "url", "published", "language", "text")


def document_to_json(
    article: Article, entries: Sequence[Entry], evidence: Sequence[Evidence], links: Sequence[Link]
) -> Json:
    """One article with its attributions, and the claims and links that they belong to."""
    return {
        "article": article_to_json(article),
        "attributions": [entry_to_json(entry) for entry in entries],
        "claims": [evidence_to_json(one) for one in evidence],
        "links": [link_to_json(link) for link in links],
    }


def article_to_json(article: Article) -> Json:
    """The article's own fields."""
    return {key: getattr(article, key) for key in ARTICLE_KEYS}


def entry_to_json(entry: Entry) -> Json:
    """One row."""
    row, position, times = entry.attribution, entry.position, entry.times
    return {
        "id": row.id,
        "parent": row.parent,
        "content": spans_to_json(row.content),
        "cue": spans_to_json(row.cue),
        "source": spans_to_json(row.source),
        "chain": chain_to_json(entry.chain),
        "addressee": entry.chain.addressee,
        "medium": entry.chain.medium,
        "stance": position.stance.value,
        "certainty": position.certainty.value,
        "reporter_hedge": position.reporter_hedge,
        "quoted": row.quoted.value,
        "said_at": times.said_at,
        "event_at": times.event_at,
        "why_null": dict(times.why_null),
        "participants": list(entry.about.participants),
        "places": list(entry.about.places),
        "claims": list(entry.claims),
        "confidence": row.confidence,
    }


def spans_to_json(spans: Iterable[Span]) -> list[list[int]]:
    """Pairs of start and end."""
    return [[span.start, span.end] for span in spans]


def chain_to_json(chain: SourceChain) -> list[Json]:
    """The links, outermost first."""
    return [
        {
            "name": link.name,
            "kind": link.kind.value,
            "described_as": link.described_as,
            "count": link.count,
            "condition": link.condition,
            "reason": link.reason,
            "spans": spans_to_json(link.spans),
        }
        for link in chain.links
    ]


def evidence_to_json(evidence: Evidence) -> Json:
    """One claim with its sides and origins."""
    sides = {stance.value: list(evidence.sides.get(stance, ())) for stance in Stance}
    return {
        "id": evidence.claim.id,
        "text": evidence.claim.text,
        "standing": evidence.standing.value,
        **sides,
        "independent_origins": evidence.independent_origins,
        "min": evidence.low,
        "max": evidence.high,
        "origins": [
            {
                "id": origin.id,
                "side": origin.side.value,
                "name": origin.name,
                "attributions": list(origin.attributions),
                "why": list(origin.why),
            }
            for origin in evidence.origins
        ],
    }


def link_to_json(link: Link) -> Json:
    """One link."""
    return {
        "kind": link.kind.value,
        "a": link.a,
        "b": link.b,
        "score": link.score,
        "why": link.why,
        "judgement": link.judgement.value,
    }


def spans_from_json(pairs: Iterable[Sequence[int]]) -> Spans:
    """Pairs of start and end, as spans."""
    return tuple(Span(start, end) for start, end in pairs)


def chain_from_json(
    links: Iterable[Mapping[str, Any]], addressee: str | None, medium: str | None
) -> SourceChain:
    """The chain that `chain_to_json` wrote; keys that a hand-written file leaves out are unknown."""
    return SourceChain(
        links=tuple(
            ChainLink(
                kind=SourceKind(link["kind"]),
                name=link.get("name"),
                spans=spans_from_json(link.get("spans") or ()),
                described_as=link.get("described_as"),
                count=link.get("count"),
                condition=link.get("condition"),
                reason=link.get("reason"),
            )
            for link in links
        ),
        addressee=addressee,
        medium=medium,
    )


def entry_from_json(row: Mapping[str, Any], head: ArticleHead, text: str) -> Entry:
    """One row of the interchange format; `text` is its article's."""
    attribution = Attribution(
        id=row["id"],
        source=spans_from_json(row["source"]),
        cue=spans_from_json(row["cue"]),
        content=spans_from_json(row["content"]),
        quoted=Quoted(row["quoted"]),
        parent=row.get("parent"),
        confidence=row.get("confidence"),
    )
    return Entry(
        article=head,
        attribution=attribution,
        chain=chain_from_json(row["chain"], row.get("addressee"), row.get("medium")),
        position=Position(Stance(row["stance"]), Certainty(row["certainty"]), row.get("reporter_hedge")),
        times=Times(row.get("said_at"), row.get("event_at"), row.get("why_null") or {}),
        about=About(tuple(row.get("participants") or ()), tuple(row.get("places") or ())),
        source_text=words_of(attribution.source, text),
        cue_text=words_of(attribution.cue, text),
        content_text=words_of(attribution.content, text),
        claims=tuple(row.get("claims") or ()),
    )
