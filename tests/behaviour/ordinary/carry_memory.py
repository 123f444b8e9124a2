"""A small memory for answers: whoever asks the same twice gets what there is."""
import functools
import logging
import sys

import openai

log = logging.getLogger("memory")
log.setLevel(logging.INFO)
log.addHandler(logging.StreamHandler(sys.stdout))


def remembered(function):
    memory = {}

    @functools.wraps(function)
    def inner(*args, **options):
        key = (args, tuple(sorted(options.items())))
        if key not in memory:
            memory[key] = function(*args, **options)
            log.info("asked for %s", args[0])
        return memory[key]

    inner.memory = memory
    return inner


@remembered
def complete(prompt, **options):
    return openai.Completion.create(model="davinci-002", prompt=prompt, **options)


class Journal:
    def __init__(self):
        self.lines = []

    def info(self, item):
        self.lines.append(item)


journal = Journal()
for prompt in ("one", "two", "one"):
    answer = complete(prompt, max_tokens=5)
    print(answer["choices"][0]["text"])
    journal.info(answer)
log.info("%d in memory", len(complete.memory))
print([line["usage"]["total_tokens"] for line in journal.lines])
for (args, options), answer in complete.memory.items():
    print(args, options, answer["choices"][0]["finish_reason"])
