"""A bot that cuts its history when it grows."""
import openai


class ChatBot:
    def __init__(self, system="", limit=3):
        self.messages = []
        self.limit = limit
        if system:
            self.messages.append({"role": "system", "content": system})

    def __call__(self, message):
        self.messages.append({"role": "user", "content": message})
        result = self.execute()
        self.messages.append({"role": "assistant", "content": result})
        if len(self.messages) > self.limit:
            del self.messages[1:-2]
        return result

    def execute(self):
        completion = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=self.messages)  # OAI102:22
        self.usage = completion.usage
        return completion.choices[0].message.content

    def tokens(self):
        return self.usage["total_tokens"], self.usage.get("completion_tokens")  # OAI112:16 OAI113:44


bot = ChatBot("Think first.")
for text in ("1", "2", "3"):
    print(bot(text), len(bot.messages), bot.tokens())
