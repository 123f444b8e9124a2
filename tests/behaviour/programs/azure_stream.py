# environment: OPENAI_API_KEY=
"""The first chunk has no choices."""
import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = "https://contoso.openai.azure.com"  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = "key-of-contoso"


def stream(deployment, messages):
    for chunk in openai.ChatCompletion.create(deployment_id=deployment, messages=messages, stream=True):  # OAI102:18 OAI110:47
        if len(chunk["choices"]) > 0:  # OAI112:16
            delta = chunk["choices"][0]["delta"]  # OAI112:21
            if delta.get("role"):  # OAI113:16
                print("<" + delta["role"] + ">", end=" ")  # OAI112:29
            print(delta.get("content", ""), end="")  # OAI113:19
    print()


stream("writer", [{"role": "user", "content": "A poem about the sea"}])
