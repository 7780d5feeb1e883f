"""Times the copy detector on 1,000 and 10,000 articles made from real ones.

There are fewer bodies than that, so they are repeated: in each repetition one word in twelve is replaced by
an invented one and the paragraphs begin at another place, so each is an edited copy in changed order.
"""

import random
import time
from collections.abc import Sequence

from reportedly.link.copies import compare_read, read
from reportedly.link.copy_sketch import candidates, sketch
from reportedly.types.article import Article

SIZES = (1_000, 10_000)
EDITED = 12
COMPARED = 2_000


def print_times(bodies: Sequence[str]) -> None:
    """Seconds for sketching and finding candidates, and for comparing a sample of them."""
    print(
        f"{'articles':>10}{'sketch s':>10}{'candidates s':>14}{'pairs':>10}{'read ms':>9}{'compare ms':>12}"
    )
    for size in SIZES:
        texts = {f"{number:06d}": repeated(bodies, number) for number in range(size)}
        start = time.perf_counter()
        sketches = {name: sketch(text) for name, text in texts.items()}
        sketched = time.perf_counter()
        found = candidates(sketches)
        searched = time.perf_counter()
        sample = random.Random(0).sample(found, min(COMPARED, len(found)))
        names = sorted({name for one in sample for name in (one.a, one.b)})
        before = time.perf_counter()
        readings = {name: read(Article(name, texts[name])) for name in names}
        opened = time.perf_counter()
        for one in sample:
            compare_read(readings[one.a], readings[one.b])
        compared = time.perf_counter()
        print(
            f"{size:10}{sketched - start:10.1f}{searched - sketched:14.1f}{len(found):10}"
            f"{1_000 * (opened - before) / len(names):9.2f}{1_000 * (compared - opened) / len(sample):12.2f}"
        )


def repeated(bodies: Sequence[str], number: int) -> str:
    """Body `number`, counted around; from the second round on it is edited."""
    text = bodies[number % len(bodies)]
    if number < len(bodies):
        return text
    chance = random.Random(number)
    paragraphs = text.split("\n")
    turn = chance.randrange(len(paragraphs))
    words = " \n ".join(paragraphs[turn:] + paragraphs[:turn]).split(" ")
    return " ".join(
        f"x{chance.randrange(10**6)}" if chance.randrange(EDITED) == 0 else word for word in words
    )
