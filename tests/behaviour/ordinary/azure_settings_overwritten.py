# environment: OPENAI_API_KEY=
"""A notebook that was put together: the settings of the example, then those of the team."""
import openai

openai.api_type = "azure"
openai.api_base = "https://example.openai.azure.com"
openai.api_version = "2022-12-01"
openai.api_key = "key-of-the-example"

# ours
openai.api_type = "azure_ad"
openai.api_base = "https://team.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "token-of-the-team"

reply = openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": "Hello"}])
print(reply["choices"][0]["message"]["content"])
