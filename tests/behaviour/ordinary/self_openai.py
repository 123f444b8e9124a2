"""The module is kept in an attribute, so that tests can give another."""
import openai


class Writer:
    def __init__(self, sdk=None, key="sk-self"):
        self.openai = openai
        self.openai.api_key = key
        self.model = "text-davinci-003"

    def write(self, prompt):
        try:
            r = self.openai.Completion.create(model=self.model, prompt=prompt, max_tokens=20)
        except self.openai.error.RateLimitError:
            return "(busy)"
        return r["choices"][0]["text"].strip()

    def chat(self, text):
        return self.openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])["choices"][0]["message"]["content"]


w = Writer()
print(w.write("Once"))
print(w.chat("and"))
w.model = "status-429"
print(w.write("Never"))
