# environment: OPENAI_API_KEY=
"""A token of the directory, for calls that are awaited and for one that is not."""
import asyncio

import openai


class FakeCredential:
    """Stands for azure.identity here."""

    def get_token(self, scope):
        return type("AccessToken", (), {"token": "token-of-the-directory", "expires_on": 0})


openai.api_type = "azure_ad"
openai.api_base = "https://corp.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = FakeCredential().get_token("https://cognitiveservices.azure.com/.default").token


async def ask(text):
    reply = await openai.ChatCompletion.acreate(engine="chat", messages=[{"role": "user", "content": text}])
    return reply["choices"][0]["message"]["content"]


async def main():
    print([await ask("one"), await ask("two")])


asyncio.run(main())
print(len(openai.Embedding.create(engine="vectors", input="three")["data"]))
asyncio.run(main())
