import openai
from .modes import MODES
from .api import API


class Bot(API):
    def __init__(self, keys):
        openai.api_key = keys[0]
        super().__init__(temperature=0.4)

    def handle(self, line):
        if line == "/quit":
            return None
        if line.startswith("/"):
            mode, _, rest = line[1:].partition(" ")
            if mode not in MODES:
                return "no such mode"
            return self.request(MODES[mode], rest)
        return self.request("You chat.", line)
