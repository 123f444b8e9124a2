import openai

from base import Provider


class OpenAIProvider(Provider):
    name = "openai"

    def __init__(self, api_key, model="gpt-3.5-turbo"):
        openai.api_key = api_key
        self.model = model

    def complete(self, prompt, **kwargs):
        response = openai.ChatCompletion.create(
            model=self.model, messages=[{"role": "user", "content": prompt}], **kwargs
        )
        return {
            "text": response["choices"][0]["message"]["content"],
            "usage": dict(response["usage"]),
            "raw": response,
        }


class DavinciProvider(OpenAIProvider):
    def complete(self, prompt, **kwargs):
        response = openai.Completion.create(engine=self.model, prompt=prompt, **kwargs)
        return {"text": response["choices"][0]["text"], "usage": response["usage"], "raw": response}
