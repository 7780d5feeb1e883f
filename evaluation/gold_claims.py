"""Makes the claims of a story from its rows, and holds them against what the labeller says of each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evaluation.gold_rows import GoldRow, Table, check_keys
from evaluation.locate import GoldError
from reportedly.types.attribution import Stance
from reportedly.types.claim import Claim, Evidence, Origin, Standing

SUPPORT = (Stance.ASSERTS, Stance.CONFIRMS, Stance.INTENDS)
STORY_KEYS = frozenset({"title", "origins", "claims"})
ORIGIN_KEYS = frozenset({"name", "why"})
CLAIM_KEYS = frozenset({"text", "standing", "origins", "min", "max"})


def make_claims(story: Table, rows: Sequence[GoldRow]) -> dict[str, Evidence]:
    """The evidence of every claim by its id, in the story's order."""
    check_keys(story, STORY_KEYS, frozenset({"claims", "origins"}), "story.toml")
    for key, origin in story["origins"].items():
        check_keys(origin, ORIGIN_KEYS, ORIGIN_KEYS, f"the origin '{key}'")
    used = {claim for row in rows for claim in row.sides}
    check_same(used, set(story["claims"]), "claim")
    check_same({row.origin for row in rows if row.sides}, set(story["origins"]), "origin")
    return {
        claim_id: make_claim(claim_id, gold, story["origins"], rows)
        for claim_id, gold in story["claims"].items()
    }


def check_same(used: set[str], described: set[str], what: str) -> None:
    """Every claim and origin that a row names is described, and none is left over."""
    for key in sorted(used ^ described):
        where = "no row names it" if key in described else "story.toml does not describe it"
        raise GoldError(f"the {what} '{key}': {where}.")


def make_claim(claim_id: str, gold: Table, origins: Table, rows: Iterable[GoldRow]) -> Evidence:
    """One claim: its rows by side, and its origins counted against the labeller's number."""
    check_keys(gold, CLAIM_KEYS, frozenset({"text"}), f"the claim '{claim_id}'")
    own = [row for row in rows if claim_id in row.sides]
    found = [
        origin
        for stances in (SUPPORT, *((stance,) for stance in Stance if stance not in SUPPORT))
        for origin in make_origins(claim_id, stances, origins, own)
    ]
    count = sum(origin.side in SUPPORT for origin in found)
    if count != gold.get("origins", 1):
        raise GoldError(
            f"the claim '{claim_id}' has {count} supporting origins by its rows, "
            f"and {gold.get('origins', 1)} by story.toml; correct one of them."
        )
    return Evidence(
        claim=Claim(claim_id, gold["text"]),
        standing=Standing(gold.get("standing", "reported")),
        sides={
            stance: tuple(row.entry.id for row in own if row.sides[claim_id] is stance) for stance in Stance
        },
        origins=tuple(found),
        independent_origins=count,
        low=gold.get("min", count),
        high=gold.get("max", count),
    )


def make_origins(
    claim_id: str, stances: Sequence[Stance], origins: Table, rows: Iterable[GoldRow]
) -> list[Origin]:
    """The rows that take one of `stances` towards the claim, grouped by where they go back to."""
    groups: dict[str, list[GoldRow]] = {}
    for row in rows:
        if row.sides[claim_id] in stances:
            groups.setdefault(row.origin, []).append(row)
    return [
        Origin(
            id=f"{claim_id}.{stances[0].value}.{key}",
            side=shared_side([row.sides[claim_id] for row in group]),
            name=origins[key]["name"],
            attributions=tuple(row.entry.id for row in group),
            why=reasons(key, origins[key], group),
        )
        for key, group in groups.items()
    ]


def shared_side(sides: Sequence[Stance]) -> Stance:
    """The side that all rows of a group take; `asserts` where they support in several ways."""
    return sides[0] if len(set(sides)) == 1 else Stance.ASSERTS


def reasons(key: str, origin: Mapping[str, Any], group: Iterable[GoldRow]) -> tuple[str, ...]:
    """Why each article's rows belong to the origin, said once for each article."""
    articles = dict.fromkeys(row.article_key for row in group)
    for article in articles:
        if article not in origin["why"]:
            raise GoldError(f"the origin '{key}' has rows of {article}, and `why` does not say why.")
    return tuple(origin["why"][article] for article in articles)
