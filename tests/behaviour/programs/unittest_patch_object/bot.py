import openai


class Bot:
    def __init__(self, model="gpt-3.5-turbo"):
        self.model = model

    def reply(self, text):
        result = openai.ChatCompletion.create(model=self.model, messages=[{"role": "user", "content": text}])  # OAI102:18
        return result.choices[0].message.content.upper()
