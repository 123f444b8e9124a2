import openai


class Answer:
    def __init__(self, raw):
        self.raw = raw

    @property
    def text(self):
        return self.raw["choices"][0]["message"]["content"].strip()

    @property
    def tokens(self):
        return self.raw.get("usage", {}).get("total_tokens", 0)


class Provider:
    name = "base"
    options = {"temperature": 0}

    def messages(self, question):
        return [{"role": "user", "content": question}]

    def complete(self, question, **more):
        return openai.ChatCompletion.create(messages=self.messages(question), **{**self.options, **more})

    def ask(self, question):
        raise NotImplementedError
