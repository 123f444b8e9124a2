"""Answers in the fields of dataclasses, some of which are written as JSON."""
import json
from dataclasses import dataclass, field

import openai


@dataclass
class Talk:
    name: str
    replies: list = field(default_factory=list)
    spent: int = 0

    def ask(self, text):
        reply = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
        self.replies.append(reply)
        self.spent += reply["usage"]["total_tokens"]
        return reply["choices"][0]["message"]["content"]

    def last(self):
        return self.replies[-1].choices[0].finish_reason


@dataclass
class Written:
    text: str
    answers: list = field(default_factory=list)

    def ask(self):
        answer = openai.Completion.create(model="gpt-3.5-turbo-instruct", prompt=self.text)
        self.answers.append(answer)
        return answer.choices[0].text


talk = Talk("one")
print(talk.ask("hello"), talk.ask("again"), talk.spent, talk.last(), len(talk.replies))
written = Written("a page")
print(written.ask(), written.answers[0]["model"])
print(json.dumps(vars(written), sort_keys=True))
print(openai.Moderation.create(input="fine")["results"][0]["flagged"])
