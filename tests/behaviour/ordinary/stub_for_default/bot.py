import openai


def ask(text, create=openai.ChatCompletion.create):
    reply = create(model="gpt-4", messages=[{"role": "user", "content": text}])
    message = reply["choices"][0]["message"]
    return message["content"], reply.get("usage", {}).get("total_tokens", 0)


class Bot:
    def __init__(self, create=openai.Completion.create):
        self._create = create

    def say(self, text):
        return self._create(model="gpt-3.5-turbo-instruct", prompt=text)["choices"][0]["text"]
