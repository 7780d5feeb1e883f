"""Finds who speaks in the turns of an interview that is printed as questions and answers."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook
from reportedly.lang.lexicon import load_words
from reportedly.text.paragraphs import find_paragraphs
from reportedly.types.attribution import ChainLink, SourceKind
from reportedly.types.doc import Mention
from reportedly.types.span import Span

FEWEST = 2  # questions with answers that make an interview of an article whose opening says that it is one
LABELS = 4  # paragraphs with labels, of at least FEWEST labels
LONGEST_LABEL = 5  # words
LONGEST_QUESTION = 500  # characters; the longest of GUM's 80 questions has 464
OPENING = 6  # paragraphs before the first question that may say who is interviewed
LEAD = 1.5  # times that the interviewee is named more often than anybody else; GUM's interviews, 2026-11
BESIDE = 25  # tokens between "interviewed" and a name with its titles before it
LABEL = re.compile(r"([A-Z][\w.'’-]*(?: [\w.'’-]+){0,4})(?: \([^)]{1,60}\))?:\s+\S")
ASKED = re.compile(r"\?[\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of an interview: whoever speaks, whoever is spoken to; None is the interviewer."""

    speaker: ChainLink | None
    addressee: ChainLink | None


class Turns:
    """The turns of one article; none where it is no interview, or does not say who is interviewed."""

    def __init__(self, index: DocIndex, names: NameBook, title: str | None = None) -> None:
        self.index, self.names, self.title = index, names, title or ""

    def at(self, position: int) -> Turn | None:
        """The turn in which `position` stands."""
        if not self._turns:
            return None
        before = bisect_right(self._starts, position) - 1
        return self._turns[before] if before >= 0 else None

    @cached_property
    def _paragraphs(self) -> Sequence[Span]:
        return find_paragraphs(self.index.text)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [paragraph.start for paragraph in self._paragraphs]

    @cached_property
    def _turns(self) -> Sequence[Turn | None]:
        return self._labelled() or self._asked() or ()

    def _labelled(self) -> list[Turn | None]:
        """Turns that begin with who speaks: "Q:", "Ana Brook:", "Brook:"."""
        labels = [self._label(paragraph) for paragraph in self._paragraphs]
        often = Counter(label for label in labels if label)
        if sum(often.values()) < LABELS or len(often) < FEWEST or max(often.values()) < FEWEST:
            return []
        speakers = {label: self._named(label) for label in often}
        turns: list[Turn | None] = []
        speaker: ChainLink | None = None
        spoken_to: ChainLink | None = None
        has_begun = False
        for label in labels:
            if label:
                has_begun = True
                if speakers[label] != speaker:
                    speaker, spoken_to = speakers[label], speaker
            turns.append(Turn(speaker, spoken_to) if has_begun else None)
        return turns

    def _label(self, paragraph: Span) -> str | None:
        found = LABEL.match(self.index.text, paragraph.start, min(paragraph.end, paragraph.start + 200))
        label = found.group(1) if found else None
        if label is None or len(label.split()) > LONGEST_LABEL:
            return None
        is_name = label in load_words("turns")["answers"] or label in load_words("turns")["questions"]
        return label if is_name or self.names.person(label) is not None or label.isupper() else None

    def _named(self, label: str) -> ChainLink | None:
        """Whoever a label stands for: a person of the article by name or initials, else the interviewee."""
        name = self.names.person(label) or self.names.person(label.title()) or self._by_initials(label)
        if name is not None:
            return self._person(name)
        return self._interviewee if label in load_words("turns")["answers"] else None

    def _by_initials(self, label: str) -> str | None:
        letters = label.replace(".", "")
        fitting = {
            name for name in self.names.persons if "".join(word[0] for word in name.split()) == letters
        }
        return fitting.pop() if len(fitting) == 1 else None

    def _asked(self) -> list[Turn | None]:
        """Turns without labels: paragraphs that end in a question, and those that answer."""
        asks = [self._is_question(paragraph) for paragraph in self._paragraphs]
        pairs = [n for n in range(len(asks) - 1) if asks[n] and not asks[n + 1]]
        answers = sum(self._has(self._paragraphs[n + 1], "speaking") for n in pairs)
        if min(len(pairs), answers + 1) < FEWEST or not self._says_interview or self._interviewee is None:
            return []
        answer, question = Turn(self._interviewee, None), Turn(None, self._interviewee)
        return [question if is_question else answer for is_question in asks]

    def _is_question(self, paragraph: Span) -> bool:
        words = paragraph.words(self.index.text)
        is_short = len(words) <= LONGEST_QUESTION  # a longer one is an answer that ends in a question
        return is_short and ASKED.search(words) is not None and words[0] not in "\"'“‘"

    def _has(self, paragraph: Span, key: str) -> bool:
        words = load_words("turns")[key]
        return any(
            self.index.lower(n) in words and not self.index.quotations_around(self.index.tokens[n].start)
            for n in self.index.numbers(paragraph)
        )

    @cached_property
    def _opening(self) -> Sequence[Span]:
        """The paragraphs before the first question."""
        first = next((n for n, one in enumerate(self._paragraphs) if self._is_question(one)), 0)
        return self._paragraphs[: min(first, OPENING)]

    @cached_property
    def _says_interview(self) -> bool:
        """Whether headline or opening say that somebody was interviewed or spoken with."""
        words = load_words("turns")["interviewing"]
        return any(word.strip(":,.") in words for word in self.title.lower().split()) or any(
            self._has(paragraph, "interviewing") for paragraph in self._opening
        )

    @cached_property
    def _interviewee(self) -> ChainLink | None:
        """The person whom the opening shows as such and names most; None where two are named as often."""
        namings: Counter[str] = Counter()
        shown: set[str] = set()
        for paragraph in self._opening:
            for mention in self.index.mentions_in(paragraph):
                name = self.names.person_of(mention) if self.names.is_person(mention) else ""
                if name in self.names.persons:
                    namings[name] += 1
                    if self._is_shown(mention) or name.split()[-1] in self.title:
                        shown.add(name)
        often = {name for name, times in namings.items() if times > 1}
        most = Counter({name: namings[name] for name in shown or often}).most_common(2)
        if not most or (len(most) > 1 and most[0][1] < LEAD * most[1][1]):
            return None
        return self._person(most[0][0])

    def _is_shown(self, mention: Mention) -> bool:
        """Whether "interviewed" or "spoke with" stands beside a name, with no topic between."""
        lists = load_words("turns")
        first = self.index.numbers(Span(mention.start, mention.end)).start
        sentence = self.index.numbers(self.index.sentence_at(mention.start))
        for n in range(first - 1, max(sentence.start, first - BESIDE) - 1, -1):
            if self.index.lower(n) in lists["topics"]:
                return False
            if self.index.lower(n) in lists["interviewing"]:
                return True
        after = range(first, min(sentence.stop, first + BESIDE))
        return any(self.index.lower(n) in lists["interviewing"] for n in after)

    def _person(self, name: str) -> ChainLink:
        at = self.index.text.find(name)
        return ChainLink(SourceKind.PERSON, name, (Span(at, at + len(name)),) if at >= 0 else ())
