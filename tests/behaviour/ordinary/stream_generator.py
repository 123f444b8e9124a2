import sys
import openai

openai.api_key = "sk-stream"


def stream_answer(prompt, model="gpt-3.5-turbo"):
    for resp in openai.ChatCompletion.create(
        model=model,
        messages=[{"role": "user", "content": prompt}],
        stream=True,
    ):
        yield resp["choices"][0]["delta"].get("content", "")


for word in stream_answer("Tell me a very short story"):
    sys.stdout.write(word)
    sys.stdout.flush()
print()
print("|".join(stream_answer("a b", model="gpt-4")))
