import re
from collections import namedtuple

import openai

Result = namedtuple("Result", "verdict raw")


def compare(a, b):
    raw = openai.ChatCompletion.create(
        model="gpt-4", temperature=0, messages=[{"role": "system", "content": "Judge."}, {"role": "user", "content": f"{a} or {b}"}]
    )
    match = re.search(r"(\w) or", raw["choices"][0]["message"]["content"])
    return Result(match.group(1) if match else None, raw)
