"""Occasions of speaking that the text has dated, and the undated rows that belong to them."""

from dataclasses import dataclass

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.telling import Telling, speaker_key
from reportedly.annotate.time_book import TimeMention
from reportedly.annotate.time_grammar import load_values
from reportedly.annotate.time_tense import VERBS
from reportedly.annotate.time_values import DAY
from reportedly.types.attribution import SourceKind, Stance
from reportedly.types.span import Span


@dataclass(frozen=True, slots=True)
class Occasion:
    """The day of an occasion, and where the cue that it dates begins."""

    at: str
    cue: int


class Occasions:
    """What has been dated so far; rows are remembered and recalled in the order of the text."""

    def __init__(self, index: DocIndex) -> None:
        self.index = index
        self._of_speakers: dict[object, Occasion] = {}
        self._of_nouns: dict[str, Occasion] = {}  # "statement": the day on which one was given out
        self._of_group: Occasion | None = None  # the unnamed sources that were dated last
        self._met: dict[str, Occasion] = {}  # surnames of those whom the outlet says that it met
        self._scenes: dict[int, Occasion] = {}  # numbers of sentences that tell what happened on a day

    def tell(self, mention: TimeMention, at: str, sentence: Span) -> None:
        """Keep the day of what the outlet tells, and of a meeting for the people whom its sentence names."""
        verb = mention.hanging.verb
        if verb is None or len(at) != DAY:
            return
        if self.index.tokens[verb].dep == "ROOT":
            self._scenes[self.index.sentence_number(sentence.start)] = Occasion(at, sentence.end)
        if self.index.lemma(verb) not in load_values("meeting"):
            return
        for name in self.index.mentions_in(sentence):
            if name.kind == "PERSON":
                self._met[surname(self.index.text[name.start : name.end])] = Occasion(at, sentence.end)

    def remember(self, telling: Telling, at: str, mention: TimeMention | None) -> None:
        """Keep the day of a row for those that belong to the same occasion."""
        key = speaker_key(telling.innermost)
        if len(at) != DAY or not telling.cue:
            return
        occasion = Occasion(at, self.index.tokens[telling.cue[0]].start)
        if key is not None:
            self._of_speakers[key] = occasion
        if telling.innermost.kind is SourceKind.UNNAMED:
            self._of_group = occasion
        for number in mention.hanging.through if mention else ():
            if self.index.lemma(number) in load_values("occasion"):
                self._of_nouns[self.index.lemma(number)] = occasion

    def recall(self, telling: Telling) -> str | None:
        """The day of the occasion to which an undated row belongs; None where there is none."""
        found = self._recall(telling)
        if found is None or any(span.start <= found.cue < span.end for span in telling.row.source):
            return None  # "the ministry, which on Monday denied it, says": that was another day
        return found.at

    def of_document(self, telling: Telling) -> str | None:
        """The day of a document that is dated anywhere: all it says, it says on that day."""
        if telling.innermost.kind is not SourceKind.DOCUMENT or telling.innermost.name is None:
            return None
        found = self._of_speakers.get(speaker_key(telling.innermost))
        return found.at if found else None

    def _recall(self, telling: Telling) -> Occasion | None:
        key = speaker_key(telling.innermost)
        if telling.innermost.kind is SourceKind.DOCUMENT:
            return self._of_speakers.get(key) or self._of_noun(telling)
        if key is None or not self._goes_on(telling):
            return None
        if self._is_there(telling):
            return self._scenes.get(self.index.sentence_number(self.index.tokens[telling.cue[0]].start) - 1)
        if key in self._of_speakers:
            return self._of_speakers[key]
        if telling.innermost.kind is SourceKind.UNNAMED and self._is_some_of(telling):
            return self._of_group
        return self._of_meeting(telling)

    def _of_noun(self, telling: Telling) -> Occasion | None:
        """Of "the statement said", after "in a statement on Monday"."""
        top = self.index.top(telling.source)
        is_definite = bool(telling.source) and self.index.lower(telling.source[0]) in {"the", "its", "it"}
        return self._of_nouns.get(self.index.lemma(top)) if top is not None and is_definite else None

    def _is_some_of(self, telling: Telling) -> bool:
        """Whether a source is "one of the people": some of those who were dated before."""
        words = [self.index.lower(n) for n in telling.source[:2]]
        return len(words) > 1 and words[0] in load_values("some_of") and words[1] == "of"

    def _is_there(self, telling: Telling) -> bool:
        """Whether a row is set on the scene before: "The talks ended on Monday. There she told reporters"."""
        beside = (n for verb in telling.cue for n in self.index.children(verb))
        return any(self.index.lower(n) in load_values("there") for n in beside)

    def _of_meeting(self, telling: Telling) -> Occasion | None:
        """Of one whom the outlet has said before that it met on a day."""
        if telling.innermost.kind is not SourceKind.PERSON or not telling.innermost.name:
            return None
        found = self._met.get(surname(telling.innermost.name))
        is_after = found is not None and self.index.tokens[telling.cue[0]].start >= found.cue
        return found if is_after else None

    def _goes_on(self, telling: Telling) -> bool:
        """Whether an undated row belongs to the occasion before: in the past tense, and no mere refusal."""
        tags = {self.index.tokens[n].tag for n in telling.cue}
        words = {self.index.lower(n) for n in telling.cue}
        if not telling.cue or (telling.stance is Stance.DECLINES and "would" not in words):
            return False
        is_verbless = not any(self.index.tokens[n].pos in VERBS for n in telling.cue[:2])
        is_adding = self.index.tokens[telling.cue[0]].tag == "VBG"  # "she wrote, adding that …"
        is_past = bool({"VBD"} & tags) or "would" in words or is_verbless or is_adding
        return is_past and not {"has", "have", "had"} & words


def surname(name: str) -> str:
    """The last word of a name, without a possessive ending."""
    last = (name.split() or [""])[-1]
    return last.removesuffix("'s").removesuffix("’s").lower()


def lender(index: DocIndex, telling: Telling) -> tuple[int, bool] | None:
    """The verb whose time a cue shares, and whether only its day counts.

    "told it on Monday, adding" is one occasion; "left on Monday and refused to answer" is one day.
    """
    verbs = [n for n in telling.cue if index.tokens[n].pos in VERBS]
    if not verbs:
        return None
    verb = verbs[0]
    token = index.tokens[verb]
    has_own_subject = any(index.tokens[n].dep.startswith("nsubj") for n in index.children(verb))
    if token.tag == "VBG" and token.dep == "advcl" and not has_own_subject:
        return token.head, False
    return (token.head, True) if token.dep == "conj" and not has_own_subject else None
