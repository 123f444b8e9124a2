# environment: OPENAI_API_KEY=
import os

import openai

with open("mounted-secret", "w") as f:
    f.write("sk-first\n")


def key():
    with open("mounted-secret") as f:
        return f.read().strip()


client = openai.OpenAI(api_key=key)


def classify(word):
    r = client.completions.create(model="curie", prompt=f"Is {word} a fruit?", temperature=0)
    return r.choices[0].text


print(classify("Apple"))
# Kubernetes renews the secret while the program runs.
with open("mounted-secret", "w") as f:
    f.write("sk-second\n")
print(classify("Chair"))
os.remove("mounted-secret")
