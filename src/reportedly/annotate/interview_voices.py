"""Says whose words in a printed interview are the outlet's: the interviewer's, and the report after it."""

from collections import Counter

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.turns import LABEL
from reportedly.lang.lexicon import load_words
from reportedly.text.paragraphs import find_paragraphs

FEWEST = 2  # questions of an interviewer
SHARE = 2  # times that an interviewer asks more often than whoever answers
LABEL_READ = 200  # characters of a paragraph in which a label ends


class InterviewVoices:
    """The labelled turns of one article ("Ana Brook: Will you sue?")."""

    def __init__(self, index: DocIndex) -> None:
        self.index = index
        self.asked: Counter[str] = Counter()
        self.over: int | None = None
        self._read()

    def is_outlets(self, position: int, speaker: str | None) -> bool:
        """Whether words at `position`, in a turn of `speaker`, are the outlet's."""
        if self.over is not None and position >= self.over:
            return True
        most = self.asked.most_common(2)
        if not most or most[0][1] < FEWEST or (len(most) > 1 and most[0][1] < SHARE * most[1][1]):
            return False
        return (speaker or "").endswith(most[0][0])

    def _read(self) -> None:
        """Count each speaker's questions, and find the report that follows the last answer."""
        text, labels = self.index.text, 0
        speaking = load_words("nouns")["speaking_for_oneself"]
        for paragraph in find_paragraphs(text):
            label = LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + LABEL_READ))
            if label is not None:
                labels, self.over = labels + 1, None
                if paragraph.words(text).rstrip().endswith("?"):
                    self.asked[label.group(1).rpartition(" ")[2]] += 1
            elif labels and self.over is None:
                words = {self.index.lower(n) for n in self.index.numbers(paragraph)}
                self.over = None if any(word in speaking for word in words) else paragraph.start
