# order: any
from concurrent.futures import ThreadPoolExecutor, as_completed

import openai

openai.api_key = "sk-threads"
QUESTIONS = ["red", "green", "blue", "black"]


def shade(colour):
    response = openai.ChatCompletion.create(  # OAI102:16
        model="gpt-3.5-turbo", messages=[{"role": "user", "content": colour}], max_tokens=3
    )
    return colour, response["choices"][0]["message"]["content"]  # OAI112:20


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(shade, q) for q in QUESTIONS]
    answers = dict(f.result() for f in as_completed(futures))
    vectors = list(pool.map(lambda q: openai.Embedding.create(model="ada", input=q).data[0].embedding[1], QUESTIONS))  # OAI102:39
    plain = pool.submit(openai.Completion.create, model="davinci", prompt="submitted")  # OAI104:25

for colour in QUESTIONS:
    print(colour, answers[colour])
print(vectors)
print(plain.result()["choices"][0]["text"])  # OAI112:7
