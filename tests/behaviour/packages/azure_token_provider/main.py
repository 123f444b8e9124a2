import openai

from identity import Credential
from tokens import Tokens

openai.api_type = "azure_ad"
openai.api_base = "https://mine.openai.azure.com"
openai.api_version = "2023-05-15"

tokens = Tokens(Credential())
for text in ("one", "two"):
    openai.api_key = tokens.current()
    print(openai.ChatCompletion.create(deployment_id="chat", messages=[{"role": "user", "content": text}]).choices[0].message.content)
