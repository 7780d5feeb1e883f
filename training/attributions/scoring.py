"""Scores predicted against gold attributions, with the definitions of the project's scorer."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportedly.annotate.words import CASES, QUOTES, Words

Roles = dict[str, frozenset[int]]  # words of source, cue and content, by number
JACCARD = 0.5


def prf(hits: int, predicted: int, gold: int) -> float:
    """F1 in per cent."""
    return 200 * hits / (predicted + gold) if predicted + gold else 0.0


@dataclass(slots=True)
class Tally:
    """Counts over articles; `rows()` gives the figures."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, words: Words, gold: Sequence[Roles], predicted: Sequence[Roles]) -> None:
        """Count one article. Only runs of letters and digits count, as in the scorer."""
        solid = frozenset(i for i, form in enumerate(words.forms) if form[0].isalnum() or form[0] == "_")
        quoted = frozenset(i for i in solid if words.shapes[i] // CASES % QUOTES == 1)
        gold, predicted = _only(gold, solid), _only(predicted, solid)
        counts = self.counts
        counts["gold"] += len(gold)
        counts["predicted"] += len(predicted)
        for role in ("source", "cue", "content"):
            ours = frozenset[int]().union(*(one[role] for one in predicted))
            theirs = frozenset[int]().union(*(one[role] for one in gold))
            counts[f"{role} hits"] += len(ours & theirs)
            counts[f"{role} predicted"] += len(ours)
            counts[f"{role} gold"] += len(theirs)
        left = Counter(one["content"] for one in gold)
        left.subtract(Counter(one["content"] for one in predicted))
        counts["exact"] += len(gold) - sum(n for n in left.values() if n > 0)
        counts["content only"] += len(pair_up(predicted, gold, lambda _ours, _theirs: True))
        self._by_class(gold, predicted, quoted)

    def _by_class(self, gold: Sequence[Roles], predicted: Sequence[Roles], quoted: frozenset[int]) -> None:
        counts = self.counts
        pairs = pair_up(predicted, gold, sources_agree)
        counts["attribution"] += len(pairs)
        counts["sourceless gold"] += sum(not one["source"] for one in gold)
        counts["sourceless hits"] += sum(not gold[j]["source"] for _, j in pairs)
        matched = {i for i, _ in pairs}
        for i, one in enumerate(predicted):
            if i not in matched:
                counts[kind_of(one, quoted) + " spurious"] += 1
        for one in gold:
            counts[kind_of(one, quoted) + " gold"] += 1
        for _, j in pairs:
            counts[kind_of(gold[j], quoted) + " hits"] += 1

    def rows(self) -> dict[str, float]:
        """F1 of every criterion in per cent, and the recall of attributions without source."""
        c = self.counts
        out: dict[str, float] = {}
        for role in ("source", "cue", "content"):
            out[f"{role} tokens"] = prf(c[f"{role} hits"], c[f"{role} predicted"], c[f"{role} gold"])
        out["macro tokens"] = sum(out.values()) / 3
        for name in ("exact", "attribution", "content only"):
            out[name] = prf(c[name], c["predicted"], c["gold"])
        for kind in ("direct", "indirect", "mixed"):
            hits = c[kind + " hits"]
            out[kind] = prf(hits, hits + c[kind + " spurious"], c[kind + " gold"])
        out["sourceless recall"] = 100 * c["sourceless hits"] / max(1, c["sourceless gold"])
        out["precision"] = 100 * c["attribution"] / max(1, c["predicted"])
        out["recall"] = 100 * c["attribution"] / max(1, c["gold"])
        return {name: round(value, 2) for name, value in out.items()}


def kind_of(one: Roles, quoted: frozenset[int]) -> str:
    """Whether all, none or some of the content stands in quotation marks."""
    inside = len(one["content"] & quoted)
    return "direct" if inside == len(one["content"]) else "mixed" if inside else "indirect"


def sources_agree(ours: Roles, theirs: Roles) -> bool:
    """Whether two sources share a word, or are both empty."""
    return bool(ours["source"] & theirs["source"]) or not (ours["source"] or theirs["source"])


def pair_up(
    predicted: Sequence[Roles], gold: Sequence[Roles], allowed: Callable[[Roles, Roles], bool]
) -> list[tuple[int, int]]:
    """One-to-one pairs, greedy by content Jaccard."""
    holders: dict[int, list[int]] = defaultdict(list)
    for j, theirs in enumerate(gold):
        for word in theirs["content"]:
            holders[word].append(j)
    candidates = []
    for i, ours in enumerate(predicted):
        for j in {j for word in ours["content"] for j in holders[word]}:
            theirs = gold[j]
            alike = len(ours["content"] & theirs["content"]) / len(ours["content"] | theirs["content"])
            if alike >= JACCARD and allowed(ours, theirs):
                candidates.append((-alike, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _only(attributions: Sequence[Roles], solid: frozenset[int]) -> list[Roles]:
    kept = [{role: words & solid for role, words in one.items()} for one in attributions]
    return [one for one in kept if one["content"]]
