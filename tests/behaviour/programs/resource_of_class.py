import openai


class Base:
    resource = None
    defaults = {}

    def create(self, **kw):
        response = self.resource.create(**{**self.defaults, **kw})  # OAI102:20
        return self.extract(response)


class Chat(Base):
    resource = openai.ChatCompletion  # OAI104:16
    defaults = {"model": "gpt-3.5-turbo", "temperature": 0}

    def extract(self, response):
        return response["choices"][0]["message"]["content"]  # OAI112:16


class Embed(Base):
    resource = openai.Embedding  # OAI104:16
    defaults = {"model": "text-embedding-ada-002"}

    def extract(self, response):
        return [d["embedding"] for d in response["data"]]  # OAI112:17 OAI112:41


print(Chat().create(messages=[{"role": "user", "content": "x"}]))
print(Embed().create(input=["x"]))
