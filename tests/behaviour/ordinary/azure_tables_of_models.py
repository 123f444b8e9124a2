# environment: AZ=az-tables
import os
import openai

MODELS = {
    "small": {"engine": "gpt-35-turbo", "max_tokens": 10},
    "large": {"engine": "planner", "max_tokens": 50, "temperature": 0.2},
}
openai.api_type = "azure"
openai.api_key = os.environ["AZ"]
openai.api_base = "https://tables.openai.azure.com" + "/"
openai.api_version = "2023-05-15"


def run(size, text, stream=False):
    return openai.ChatCompletion.create(messages=[{"role": "user", "content": text}], stream=stream, **MODELS[size])


print(run("small", "one")["choices"][0]["message"]["content"])
print(run("large", "two").choices[0].message.content)
