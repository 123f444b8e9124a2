# environment: OPENAI_API_KEY=
"""The first chunk has no choices."""
from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint="https://contoso.openai.azure.com", api_version="2023-05-15", api_key="key-of-contoso"
)


def stream(deployment, messages):
    for chunk in client.chat.completions.create(model=deployment, messages=messages, stream=True):
        if len(chunk.choices) > 0:
            delta = chunk.choices[0].delta
            if delta.role:
                print("<" + delta.role + ">", end=" ")
            print(delta.content or "", end="")
    print()


stream("writer", [{"role": "user", "content": "A poem about the sea"}])
