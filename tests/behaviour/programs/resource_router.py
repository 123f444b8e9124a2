import openai


class Router:
    handlers = {
        "chat": openai.ChatCompletion,  # OAI104:17
        "text": openai.Completion,  # OAI104:17
    }

    def __init__(self, kind):
        self.api = self.handlers[kind]

    def run(self, **kw):
        return self.api.create(**kw)


print(Router("chat").run(model="gpt-4", messages=[{"role": "user", "content": "x"}])["choices"][0]["message"]["content"])  # OAI112:7
print(Router("text").run(model="davinci", prompt="y")["choices"][0]["text"])  # OAI112:7
