from openai_provider import DavinciProvider, OpenAIProvider


class Echo:
    def complete(self, prompt, **kwargs):
        return {"text": prompt, "usage": {"total_tokens": 0}, "raw": {"choices": [{"finish_reason": "echo"}]}}


def make(name, **kwargs):
    return {"openai": OpenAIProvider, "davinci": DavinciProvider, "echo": lambda **k: Echo()}[name](**kwargs)
