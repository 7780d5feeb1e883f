"""How times that were found are held against times that people have marked."""

from datetime import date

from evaluation.yardsticks.times import ends_of, is_met, our_times, our_value, parse, tell
from evaluation.yardsticks.times_gold import GoldText, GoldTime, joined, spread

from reportedly.annotate.doc_index import DocIndex
from reportedly.types.span import Span


def a_text(words: str) -> GoldText:
    return GoldText("x", "GUM news train", words, date(2021, 3, 4), (), len(words))


def test_tokens_become_a_text_with_a_sentence_a_line() -> None:
    text, spans = joined(["``", "Go", "''", "She", "went"], [0, 0, 0, 1, 1])
    assert text == '" Go "\nShe went'
    assert spread(spans[3:]).words(text) == "She went"


def test_an_interval_meets_a_marked_end() -> None:
    marked = GoldTime(Span(5, 10), {"when": "2021-02-03"})
    assert ends_of("2021-02-03/2021-02-05") == ["2021-02-03", "2021-02-05"]
    assert is_met((Span(0, 30), "2021-02-03/2021-02-05"), [marked])
    assert not is_met((Span(10, 30), "2021-02-03"), [marked])


def test_our_times_are_read_with_the_tense_of_their_verb() -> None:
    gold = a_text("The court will meet on Friday. It met on Monday for two years.")
    index = DocIndex(parse([gold])[0])
    told = tell(gold, index)
    assert [value for _, value in our_times(gold, told)] == ["2021-03-05", "2021-03-01"]
    start = gold.text.index("Friday")
    assert our_value(Span(start, start + 6), gold, told, index) == "2021-03-05"


def test_marked_words_are_read_with_the_times_and_the_words_before_them() -> None:
    gold = a_text("It shut on 23 February 2021. The next Tuesday it rained, and three days later it opened.")
    index = DocIndex(parse([gold])[0])
    told = tell(gold, index)
    values = []
    for words in ("Tuesday", "three days later"):
        start = gold.text.index(words)
        values.append(our_value(Span(start, start + len(words)), gold, told, index))
    assert values == ["2021-03-02", "2021-03-05"]
