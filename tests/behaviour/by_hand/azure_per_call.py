"""OpenAI by default; one call goes to Azure."""
import openai

AZURE = openai.AzureOpenAI(
    azure_endpoint="https://contoso.openai.azure.com", api_version="2023-05-15", api_key="key-contoso"
)


def ask(text, model, client=openai):
    r = client.chat.completions.create(model=model, messages=[{"role": "user", "content": text}])
    return r.choices[0].message.content


print(ask("public", model="gpt-4"))
print(ask("private", model="chat", client=AZURE))
print(ask("public again", model="gpt-3.5-turbo"))
