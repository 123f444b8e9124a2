import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
openai.api_base = "https://oai.hconeai.internal/v1"
HEADERS = {
    "X-Helicone-Auth": "Bearer 1234",
    "X-Helicone-Cache-Enabled": "true",
}


def ask(text, session):
    return openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": text}],
        headers={**HEADERS, "X-Session": str(session)},
    )


for n in range(2):
    print(ask(f"call {n}", n)["choices"][0]["message"]["content"])
print(openai.Embedding.create(input=["q"], model="text-embedding-ada-002", headers=HEADERS)["data"][0]["index"])
