import os

import openai

import test_translate
import translate


class MonkeyPatch:
    """As much of pytest's as the tests need."""

    def __init__(self):
        self.undos = []

    def setattr(self, target, name, value=None):
        if isinstance(target, str):
            *path, last = target.split(".")
            value, name = name, last
            target = __import__(path[0])
            for part in path[1:]:
                target = getattr(target, part)
        old = getattr(target, name)
        self.undos.append((target, name, old))
        setattr(target, name, value)

    def undo(self):
        for target, name, old in reversed(self.undos):
            setattr(target, name, old)


for name, test in list(vars(test_translate).items()):
    if name.startswith("test_"):
        patch = MonkeyPatch()
        try:
            test(patch)
            print(name, "ok")
        finally:
            patch.undo()

openai.api_key = os.environ["OPENAI_API_KEY"]
print(translate.translate_all(["Good evening"], "fr"))
