import openai
from openai.error import OpenAIError

from .exceptions import Retryable, translate


class Client:
    def __init__(self, key, model="gpt-4", attempts=2):
        openai.api_key = key
        self.model = model
        self.attempts = attempts

    def _once(self, prompt):
        try:
            response = openai.ChatCompletion.create(model=self.model, messages=[{"role": "user", "content": prompt}])
        except OpenAIError as e:
            raise translate(e) from e
        return response.choices[0].message.content

    def __call__(self, prompt):
        for attempt in range(1, self.attempts + 1):
            try:
                return self._once(prompt)
            except Retryable as e:
                if attempt == self.attempts:
                    raise
                print("again after", e.status)
