"""Turns the model's scores for words into attributions: tags first, then who belongs to which cue."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.annotate.windows import Window, owners
from reportedly.annotate.words import IntArray
from reportedly.models.attribution_model import FloatArray, ModelOutput

# O outside; S source, C cue, T content; B begins a segment, I goes on in it.
TAGS = ("O", "B-S", "I-S", "B-C", "I-C", "B-T", "I-T")
SOURCE, CUE, CONTENT = "S", "C", "T"
IMPOSSIBLE = -1e4
# An I follows its own role; and two cues never touch (1 of 2,190 in PolNeAR dev): there, it is one.
FOLLOWS = np.array(
    [
        [
            IMPOSSIBLE if (b[0] == "I" and a[1:] != b[1:]) or (b == "B-C" and a[1:] == "-C") else 0.0
            for b in TAGS
        ]
        for a in TAGS
    ],
    dtype=np.float32,
)
BEGINS = np.array([IMPOSSIBLE if tag[0] == "I" else 0.0 for tag in TAGS], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What the model says of one window."""

    window: Window
    output: ModelOutput


@dataclass(frozen=True, slots=True)
class Settings:
    """How readily the decoder finds things; chosen on PolNeAR dev, where each is worth what stands beside it.

    A, E, N: attribution F1, exact content F1, recall of attributions without source, in points (2026-11-22).
    """

    outside_bias: float = 0.3  # taken off the score of "outside any attribution": A +0.2
    rescue_cue: float = 0.3  # pointer mass on untagged words that makes them a cue: against never, A +0.1
    rescue_source: float = 0.95  # likewise for a source; against 0.5, N +3
    rescue_tag: float = 0.2  # how likely a word must be a cue (source) to be taken along in a rescue: flat
    no_source: float = 8.0  # factor on the probability that a cue has no source: against 4, A -0.15, N +2.4
    back_pointer: float = 0.3  # weight of the source's own pointer to its cue: A +0.05
    weak_piece: float = 0.5  # pieces of content (but the surest) less sure of their cue are left out: E +0.6
    minor_piece: float = 0.9  # likewise for pieces that are at most half of the content: E +0.6
    least_confidence: float = 0.4  # attributions below are left out: A +0.7, precision +5
    least_confidence_sourceless: float = 0.05  # of those without a source, fewer: N +2, A -0.5 against 0.2
    least_confidence_supported: float = 0.25  # of those whose source the grammar shows as well: A +0.2
    least_confidence_child: float = (
        0.5  # of 28 children read on dev, 10 of 13 below were nonsense, 3 of 15 above
    )
    # Log odds of an inner cue from which a content is read again: 47 per cent of the words of contents on
    # dev, with 91 per cent of the children that reading everything again finds.
    reread: float = -1.5

    def keeps(self, found: "Found", confidence: float) -> bool:
        """Whether an outermost attribution is sure enough to be told."""
        return confidence >= (self.least_confidence if found.source else self.least_confidence_sourceless)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words `start` to `end` (excluded) in one role."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in word numbers, with the probabilities that its confidence is made of.

    `evidence`: the probability (geometric mean) of the cue's tags, of the content's, of the link between the
    two, of the choice of source, and of the source's tags. `inner_cue`: the log odds that the likeliest word
    of the content is the cue of an attribution inside it.
    """

    source: tuple[Segment, ...]
    cue: Segment
    content: tuple[Segment, ...]
    evidence: tuple[float, ...]
    inner_cue: float


def decode(count: int, scores: Sequence[WindowScores], settings: Settings) -> list[Found]:
    """The attributions among `count` words, in the order of their cues."""
    if not count:
        return []
    board = _Board(count, scores, settings)
    board.rescue_cues()
    contents = board.contents_by_cue()
    return [board.found(cue, contents[cue]) for cue in board.cues() if cue in contents]


def log_softmax(x: FloatArray) -> FloatArray:
    """Log probabilities along the last axis."""
    shifted = x - x.max(-1, keepdims=True)
    result: FloatArray = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def best_tags(log_tags: FloatArray) -> IntArray:
    """The likeliest sequence of tags in which every I follows its own role."""
    count = len(log_tags)
    back = np.zeros(log_tags.shape, dtype=np.int8)
    score = log_tags[0] + BEGINS
    for i in range(1, count):
        through = score[:, None] + FOLLOWS
        back[i] = through.argmax(0)
        score = through.max(0) + log_tags[i]
    tags = np.zeros(count, dtype=np.int32)
    tags[-1] = score.argmax()
    for i in range(count - 1, 0, -1):
        tags[i - 1] = back[i, tags[i]]
    return tags


def segments_of(tags: IntArray) -> list[Segment]:
    """The segments that the tags spell, in order."""
    segments: list[Segment] = []
    start, role = 0, "O"
    for i, tag in enumerate([*tags.tolist(), 0]):
        name = TAGS[tag]
        if name[0] == "I" and name[-1] == role:
            continue
        if role != "O":
            segments.append(Segment(role, start, i))
        start, role = i, name[-1]
    return segments


class _Board:
    """The words of one text with their tags, and the pointers read off on demand."""

    def __init__(self, count: int, scores: Sequence[WindowScores], settings: Settings) -> None:
        self._scores = scores
        self._settings = settings
        self._owner = owners([one.window for one in scores], count)
        self._log_tags = np.zeros((count, len(TAGS)), dtype=np.float32)
        self._inner_cue = np.zeros(count, dtype=np.float32)
        for number, one in enumerate(scores):
            mine = np.flatnonzero(self._owner[one.window.start : one.window.end] == number)
            self._log_tags[one.window.start + mine] = log_softmax(one.output.tags[mine])
            self._inner_cue[one.window.start + mine] = one.output.inner_cue[mine]
        biased = self._log_tags.copy()
        biased[:, 0] -= settings.outside_bias
        self._tags = best_tags(biased)
        self._segments_of_role: dict[str, list[Segment]] = {}
        self._likelihood: dict[str, FloatArray] = {}
        self._links: dict[tuple[Segment, bool], tuple[Window, FloatArray]] = {}

    def cues(self) -> list[Segment]:
        """The cues, in order."""
        return self._segments(CUE)

    def _segments(self, role: str) -> list[Segment]:
        if not self._segments_of_role:
            for segment in segments_of(self._tags):
                self._segments_of_role.setdefault(segment.role, []).append(segment)
        return self._segments_of_role.get(role, [])

    def rescue_cues(self) -> None:
        """Tag a cue where a content points at words that were not tagged as one."""
        cues = self.cues()
        for content in self._segments(CONTENT):
            window, mass = self._pointer(content, to_source=False)
            known = max((_mass_on(cue, window, mass) for cue in cues), default=0.0)
            free = self._tags[window.start : window.end] == 0
            outside = np.where(free, mass[1:], 0.0)
            best = int(outside.argmax())
            if outside[max(0, best - 1) : best + 2].sum() > max(self._settings.rescue_cue, known):
                self._tag_around(window.start + best, CUE)

    def contents_by_cue(self) -> dict[Segment, list[tuple[Segment, float]]]:
        """For each cue the contents that point at it, with the probability; loose contents are left out."""
        cues = self.cues()
        held: dict[Segment, list[tuple[Segment, float]]] = {}
        for content in self._segments(CONTENT):
            window, mass = self._pointer(content, to_source=False)
            choices = [(_mass_on(cue, window, mass), cue) for cue in cues]
            best = max(choices, key=lambda choice: choice[0], default=None)
            if best is not None and best[0] > mass[0]:
                held.setdefault(best[1], []).append((content, best[0]))
        return {cue: self._without_weak(pieces) for cue, pieces in held.items()}

    def _without_weak(self, pieces: list[tuple[Segment, float]]) -> list[tuple[Segment, float]]:
        """The surest piece of a content, and those that are sure enough themselves."""
        surest = max(mass for _, mass in pieces)
        length = sum(one.end - one.start for one, _ in pieces)
        return [(one, mass) for one, mass in pieces if mass >= min(surest, self._least_mass(one, length))]

    def _least_mass(self, piece: Segment, length: int) -> float:
        """How sure a piece of a content of `length` words must be: more where most of the content is left."""
        is_minor = 2 * (piece.end - piece.start) <= length
        return self._settings.minor_piece if is_minor else self._settings.weak_piece

    def found(self, cue: Segment, contents: list[tuple[Segment, float]]) -> Found:
        """The attribution of `cue`: its contents, and the source it chooses, if any."""
        source, certainty = self._choose_source(cue)
        pieces = tuple(content for content, _ in contents)
        link = float(np.exp(np.mean([np.log(mass + 1e-6) for _, mass in contents])))
        evidence = (
            self._tag_certainty((cue,)),
            self._tag_certainty(pieces),
            link,
            certainty,
            self._tag_certainty((source,)) if source else 1.0,
        )
        inner_cue = max(float(self._inner_cue[one.start : one.end].max()) for one in pieces)
        return Found((source,) if source else (), cue, pieces, evidence, inner_cue)

    def _choose_source(self, cue: Segment) -> tuple[Segment | None, float]:
        """The source that `cue` points at and how surely, or None for "there is no source"."""
        settings = self._settings
        window, mass = self._pointer(cue, to_source=True)
        none = float(mass[0]) * settings.no_source
        best, best_score, best_mass = None, 0.0, 0.0
        for source in self._segments(SOURCE):
            forward = _mass_on(source, window, mass)
            if forward > 0.02:
                score = forward * self._points_back(source, cue) ** settings.back_pointer
                if score > best_score:
                    best, best_score, best_mass = source, score, forward
        free = self._tags[window.start : window.end] == 0
        outside = np.where(free, mass[1:], 0.0)
        if outside.sum() > max(settings.rescue_source, best_mass, none):
            place = window.start + int(outside.argmax())
            self._tag_around(place, SOURCE)
            rescued = next(one for one in self._segments(SOURCE) if one.start <= place < one.end)
            return rescued, float(outside.sum())
        return (best, best_mass) if best_mass > none else (None, float(mass[0]))

    def _points_back(self, source: Segment, cue: Segment) -> float:
        window, mass = self._pointer(source, to_source=False)
        return max(_mass_on(cue, window, mass), 0.01)

    def _pointer(self, segment: Segment, *, to_source: bool) -> tuple[Window, FloatArray]:
        """Where the words of `segment` point on average, over its window; place 0 is "none"."""
        key = (segment, to_source)
        if key not in self._links:
            number = int(np.bincount(self._owner[segment.start : segment.end]).argmax())
            one = self._scores[number]
            low, high = max(segment.start, one.window.start), min(segment.end, one.window.end)
            rows = slice(low - one.window.start, high - one.window.start)
            output = one.output
            query = output.source_query if to_source else output.cue_query
            keys = output.source_key if to_source else output.cue_key
            self._links[key] = (one.window, np.exp(log_softmax(query[rows] @ keys.T)).mean(0))
        return self._links[key]

    def _tag_around(self, place: int, role: str) -> None:
        """Make the word at `place` a segment of `role`, with its untagged neighbours that look like it."""
        begin, inside = TAGS.index("B-" + role), TAGS.index("I-" + role)
        fits = (self._likely(role) > self._settings.rescue_tag) & (self._tags == 0)
        low = high = place
        while low > 0 and fits[low - 1]:
            low -= 1
        while high + 1 < len(fits) and fits[high + 1]:
            high += 1
        self._tags[low] = begin
        self._tags[low + 1 : high + 1] = inside
        if high + 1 < len(fits) and self._tags[high + 1] in (begin, inside):
            self._tags[high + 1] = inside if role == CUE else begin  # cues that touch are one
        if role == CUE and low > 0 and self._tags[low - 1] in (begin, inside):
            self._tags[low] = inside
        self._segments_of_role.clear()

    def _likely(self, role: str) -> FloatArray:
        """How likely each word is to have this role."""
        if role not in self._likelihood:
            columns = [TAGS.index("B-" + role), TAGS.index("I-" + role)]
            self._likelihood[role] = np.exp(self._log_tags[:, columns]).sum(1)
        return self._likelihood[role]

    def _tag_certainty(self, segments: Sequence[Segment]) -> float:
        """The probability of the tags of these segments, as a geometric mean."""
        rows = np.concatenate([np.arange(one.start, one.end) for one in segments])
        return float(np.exp(self._log_tags[rows, self._tags[rows]].mean()))


def _mass_on(segment: Segment, window: Window, mass: FloatArray) -> float:
    """How much of a pointer's probability falls on `segment`."""
    low, high = max(segment.start, window.start), min(segment.end, window.end)
    if low >= high:
        return 0.0
    return float(mass[low - window.start + 1 : high - window.start + 1].sum())
