import openai


class Connection:
    closed = 0

    def __init__(self, key, base):
        self.key, self.base = key, base

    def __enter__(self):
        self.before = openai.api_key, openai.api_base
        openai.api_key, openai.api_base = self.key, self.base
        return self

    def __exit__(self, *_):
        openai.api_key, openai.api_base = self.before
        Connection.closed += 1

    def ask(self, text):
        return openai.ChatCompletion.create(model="m", messages=[{"role": "user", "content": text}])["choices"][0]["message"]["content"]

    def stream(self, text):
        parts = []
        for part in openai.ChatCompletion.create(model="m", messages=[{"role": "user", "content": text}], stream=True):
            parts.append(part["choices"][0]["delta"].get("content") or "")
        return parts
