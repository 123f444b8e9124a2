# environment: OPENAI_API_KEY=
import os

import openai

with open("mounted-secret", "w") as f:
    f.write("sk-first\n")
openai.api_key_path = "mounted-secret"  # OAI106:1


def classify(word):
    r = openai.Completion.create(model="curie", prompt=f"Is {word} a fruit?", temperature=0)  # OAI102:9
    return r["choices"][0]["text"]  # OAI112:12


print(classify("Apple"))
# Kubernetes renews the secret while the program runs.
with open("mounted-secret", "w") as f:
    f.write("sk-second\n")
print(classify("Chair"))
os.remove("mounted-secret")
