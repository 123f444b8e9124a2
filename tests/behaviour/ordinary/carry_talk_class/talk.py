import openai


class Talk:
    def __init__(self, system):
        self.lines = [{"role": "system", "content": system}]

    def say(self, text):
        self.lines.append({"role": "user", "content": text})
        reply = openai.ChatCompletion.create(model="gpt-4", messages=self.lines)
        self.lines.append(reply["choices"][0]["message"])

    def undo(self):
        del self.lines[-2:]
