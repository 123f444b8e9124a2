# order: any
import os
from concurrent.futures import ThreadPoolExecutor, as_completed

import openai

openai.api_key = os.environ["OPENAI_API_KEY"]


def postprocess(response):
    for choice in response["choices"]:
        choice["message"]["content"] = choice["message"]["content"].upper()
    response["source"] = "openai"
    return response


def work(item):
    index, prompt = item
    response = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": prompt}])
    return index, postprocess(response)


prompts = ["alpha", "beta", "gamma"]
results = {}
with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(work, item) for item in enumerate(prompts)]
    for future in as_completed(futures):
        index, response = future.result()
        results[index] = response

for index in sorted(results):
    print(index, results[index]["source"], results[index]["choices"][0]["message"]["content"])
