# environment: OPENAI_API_KEY=
from openai import AzureOpenAI


class FakeCredential:
    """Stands for azure.identity here."""

    def get_token(self, scope):
        print("token for", scope)
        return type("AccessToken", (), {"token": "token-of-the-directory", "expires_on": 0})


token = FakeCredential().get_token("https://cognitiveservices.azure.com/.default")
client = AzureOpenAI(
    azure_ad_token=token.token,
    azure_endpoint="https://contoso.openai.azure.com",
    api_version="2023-05-15",
)

completion = client.chat.completions.create(model="chat", messages=[{"role": "user", "content": "By token"}])
print(completion.choices[0].message.content)
