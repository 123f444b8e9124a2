# environment: AD_TOKEN=ey.token.signed
"""Azure with a token of Active Directory."""
import os
import openai


class Credential:
    """Stands in for DefaultAzureCredential."""

    def get_token(self, *scopes):
        class Token:
            token = os.environ["AD_TOKEN"]
        return Token()


credential = Credential()
token = credential.get_token("https://cognitiveservices.azure.com/.default")

openai.api_type = "azure_ad"
openai.api_key = token.token
openai.api_base = "https://ad-resource.openai.azure.com"
openai.api_version = "2023-05-15"

r = openai.ChatCompletion.create(deployment_id="writer", messages=[{"role": "user", "content": "who am I?"}])
print(r.choices[0].message.content)
e = openai.Embedding.create(deployment_id="vectors", input="text")
print(e["data"][0]["embedding"])
