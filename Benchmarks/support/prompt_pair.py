"""A prompt of many lines and the same with a few edits, made by chance and always alike."""

import difflib
import random
import time

WORDS = (
    "the customer asks about an order and you answer in a calm polite way without promises when the parcel is late "
    "always name the article number and its section never state a price that is not in the articles offer help of a "
    "colleague"
).split()


def lines(count):
    chance = random.Random(7)

    def sentence():
        words = [chance.choice(WORDS) for _ in range(chance.randint(8, 15))]
        return " ".join(words).capitalize() + "."

    old = ["---", "model: openai/gpt-4.1-2025-04-14", "config: {temperature: 0.2}", "---", '{{role "system"}}']
    while len(old) < count - 2:
        old.append(chance.choice(["", "- " + sentence(), "- " + sentence(), sentence(), sentence() + " About {{topic}}."]))
    old += ['{{role "user"}}', "{{question}}"]
    new = list(old)
    new[40] = "- Never promise a refund above 100 EUR."
    new[200] += " Be brief."
    del new[300]
    new[360] = sentence()
    return old, new


def difflib_milliseconds(old, new):
    """The fastest of five runs over the words of both."""
    words = [" ".join(side).split() for side in (old, new)]
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        difflib.SequenceMatcher(None, *words, autojunk=False).get_opcodes()
        best = min(best, time.perf_counter() - start)
    return best * 1000
