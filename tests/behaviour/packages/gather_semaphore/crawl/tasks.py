import openai


class Task:
    model = "gpt-3.5-turbo"
    system = ""

    def __init__(self, text):
        self.text = text

    def messages(self):
        return [{"role": "system", "content": self.system}, {"role": "user", "content": self.text}]

    async def perform(self):
        model = self.text if self.text.startswith("status-") else self.model
        res = await openai.ChatCompletion.acreate(model=model, messages=self.messages(), request_timeout=30)
        return self.parse(res)

    def parse(self, res):
        return res["choices"][0]["message"]["content"]


class Label(Task):
    system = "Label it."

    def parse(self, res):
        return super().parse(res).split(": ")[-1].upper()


class Summary(Task):
    system = "Sum it up."

    def parse(self, res):
        return res.choices[0].message.content[:12], res.usage.total_tokens
