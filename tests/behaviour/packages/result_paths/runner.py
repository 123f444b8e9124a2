import openai

from models import Result


class Runner:
    def __init__(self, model, params=None):
        self.model = model
        self.params = {"temperature": 0, **(params or {})}
        self.results = []

    def run(self, prompts):
        for prompt in prompts:
            response = openai.ChatCompletion.create(
                model=self.model, messages=[{"role": "user", "content": prompt}], **self.params
            )
            self.results.append(Result(prompt, response))
        return self.results
