# environment: OPENAI_API_KEY=
import openai


class FakeCredential:
    """Stands for azure.identity here."""

    def get_token(self, scope):
        print("token for", scope)
        return type("AccessToken", (), {"token": "token-of-the-directory", "expires_on": 0})


token = FakeCredential().get_token("https://cognitiveservices.azure.com/.default")
openai.api_type = "azure_ad"  # OAI306:1
openai.api_key = token.token
openai.api_base = "https://contoso.openai.azure.com"  # OAI105:1
openai.api_version = "2023-05-15"

completion = openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": "By token"}])  # OAI102:14 OAI110:43
print(completion.choices[0].message.content)
