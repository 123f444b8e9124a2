"""As with pandas, but by hand."""
import openai

openai.api_key = "sk-frame"


class Frame(list):
    def apply(self, column, function, into):
        for row in self:
            row[into] = function(row[column])
        return self


def label(text):
    return openai.Completion.create(
        engine="text-davinci-003", prompt=f"{text} ->", max_tokens=1, temperature=0, logprobs=2, stop=[" "]
    )["choices"][0]["text"].split()[0]


df = Frame([{"text": "good"}, {"text": "bad"}])
df.apply("text", label, into="label").apply("text", lambda t: openai.Embedding.create(input=[t], engine="text-embedding-ada-002")["data"][0]["embedding"][0], into="v")
for row in df:
    print(row["text"], row["label"], row["v"])
