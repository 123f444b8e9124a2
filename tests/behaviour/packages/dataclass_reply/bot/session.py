import openai

from .types import Turn


class Session:
    def __init__(self, persona):
        self.turns = []
        self.system = {"role": "system", "content": f"You are a {persona}."}

    def history(self):
        yield self.system
        for turn in self.turns:
            yield {"role": "user", "content": turn.question}
            yield turn.response["choices"][0]["message"]

    def say(self, text):
        messages = list(self.history()) + [{"role": "user", "content": text}]
        turn = Turn(text, openai.ChatCompletion.create(model="gpt-4", messages=messages))
        self.turns.append(turn)
        return turn.answer

    def spent(self):
        return sum(t.cost() for t in self.turns)
