import openai


class Talk:
    def __init__(self, system):
        self.messages = [{"role": "system", "content": system}]

    def say(self, text):
        self.messages.append({"role": "user", "content": text})
        reply = openai.ChatCompletion.create(model="gpt-4", messages=self.messages)
        message = reply["choices"][0]["message"]
        self.messages.append({"role": "assistant", "content": message["content"]})
        return message["content"]
