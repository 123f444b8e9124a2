import openai

from .base import LLM


class ChatLLM(LLM):
    name = "chat"
    endpoint = openai.ChatCompletion

    def prompt(self, text):
        return {"messages": [{"role": "user", "content": text}]}

    def extract(self, response):
        return response["choices"][0]["message"]["content"]
