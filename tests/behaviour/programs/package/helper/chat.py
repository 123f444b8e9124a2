import openai

from . import _settings


class Helper:
    def _create(self, text, **options):
        return openai.ChatCompletion.create(  # OAI102:16
            model=options.pop("model", _settings.MODEL), messages=[{"role": "user", "content": text}], **options
        )

    def ask(self, text):
        return self._create(text, temperature=0)["choices"][0]["message"]["content"]  # OAI112:16

    def errors(self, model):
        try:
            self._create("x", model=model)
        except openai.error.RateLimitError as e:  # OAI107:16
            return type(e).__name__
        return None
