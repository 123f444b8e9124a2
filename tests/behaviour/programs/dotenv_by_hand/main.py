# environment: OPENAI_API_KEY=
import os

import openai


def load_env(path=".env"):
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line and not line.startswith("#"):
            name, _, value = line.partition("=")
            os.environ.setdefault(name, value.strip('"'))


load_env()
openai.api_key = os.environ["OPENAI_API_KEY"]
openai.organization = os.getenv("OPENAI_ORG")

if __name__ == "__main__":
    chat = openai.ChatCompletion.create(  # OAI102:12
        model=os.getenv("MODEL", "gpt-4"),
        messages=[{"role": "user", "content": "Who am I?"}],
    )
    print(chat["choices"][0]["message"]["content"], "by", chat["model"])  # OAI112:11 OAI112:59
