# environment: OPENAI_API_KEY=
import os

from load_env import load_env

load_env()

import openai  # noqa: E402

openai.api_key = os.environ["OPENAI_API_KEY"]


def main():
    prompt = "Write a tagline for an ice cream shop"
    answer = openai.ChatCompletion.create(model=os.environ["MODEL"], messages=[{"role": "user", "content": prompt}])
    print(answer["choices"][0]["message"]["content"])
    print(openai.api_key[:6] + "...")


main()
