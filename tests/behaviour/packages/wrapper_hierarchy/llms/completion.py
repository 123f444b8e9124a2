import openai

from .base import LLM


class CompletionLLM(LLM):
    name = "completion"
    endpoint = openai.Completion

    def prompt(self, text):
        return {"prompt": text, "max_tokens": 20}

    def extract(self, response):
        return response["choices"][0]["text"]
