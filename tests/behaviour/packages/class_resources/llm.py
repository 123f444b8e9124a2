import openai


class Endpoint:
    resource = None
    defaults = {}

    def call(self, **kwargs):
        return self.resource.create(**{**self.defaults, **kwargs})


class Chat(Endpoint):
    resource = openai.ChatCompletion
    defaults = {"model": "gpt-3.5-turbo", "temperature": 0}

    def run(self, text):
        return self.call(messages=[{"role": "user", "content": text}])["choices"][0]["message"]["content"]


class Vectors(Endpoint):
    resource = openai.Embedding
    defaults = {"model": "text-embedding-ada-002"}

    def run(self, text):
        return self.call(input=text)["data"][0]["embedding"]
