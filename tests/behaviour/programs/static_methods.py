import openai


class LLM:
    MODEL = "gpt-4"
    EMBEDDER = "text-embedding-ada-002"

    @staticmethod
    def setup(key):
        openai.api_key = key

    @classmethod
    def ask(cls, text, *, stop=None):
        return cls._first(openai.ChatCompletion.create(model=cls.MODEL, stop=stop, messages=cls._messages(text)))  # OAI102:27

    @classmethod
    def embed(cls, text):
        return openai.Embedding.create(input=[text], model=cls.EMBEDDER)["data"][0]["embedding"]  # OAI102:16 OAI112:16

    @staticmethod
    def _messages(text):
        return [{"role": "user", "content": text}]

    @staticmethod
    def _first(response):
        return response["choices"][0]["message"]["content"]  # OAI112:16


LLM.setup("sk-static")
print(LLM.ask("static"), LLM.ask("stop", stop=["."]))
print(LLM.embed("class"))
