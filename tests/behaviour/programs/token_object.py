# environment: OPENAI_API_KEY=
"""Tokens of Entra ID that are renewed before they end, by a thread or before a call."""
import time

import openai

openai.api_type = "azure_ad"  # OAI306:1
openai.api_base = "https://contoso.openai.azure.com"  # OAI105:1
openai.api_version = "2023-05-15"


class Token:
    def __init__(self, token, expires_on):
        self.token = token
        self.expires_on = expires_on


class Credential:
    number = 0

    def get_token(self, scope):
        Credential.number += 1
        return Token(f"ey.{Credential.number}", 2 * Credential.number)


credential = Credential()
cached = None


def authenticate(now):
    global cached
    if cached is None or cached.expires_on <= now:
        cached = credential.get_token("https://cognitiveservices.azure.com/.default")
        openai.api_key = cached.token


for now, question in enumerate(["one", "two", "three", "four"]):
    authenticate(now)
    reply = openai.ChatCompletion.create(  # OAI102:13
        deployment_id="chat",  # OAI110:9
        messages=[{"role": "user", "content": question}],
        temperature=0,
    )
    print(reply.choices[0].message.content, openai.api_key)
