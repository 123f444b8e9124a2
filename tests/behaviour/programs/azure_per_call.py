"""OpenAI by default; one call goes to Azure."""
import openai

AZURE = {
    "api_type": "azure",  # OAI306:5
    "api_base": "https://contoso.openai.azure.com",  # OAI110:5
    "api_version": "2023-05-15",  # OAI110:5
    "api_key": "key-contoso",  # OAI110:5
}


def ask(text, **where):
    r = openai.ChatCompletion.create(messages=[{"role": "user", "content": text}], **where)  # OAI102:9
    return r["choices"][0]["message"]["content"]  # OAI112:12


print(ask("public", model="gpt-4"))
print(ask("private", engine="chat", **AZURE))  # OAI110:22
print(ask("public again", model="gpt-3.5-turbo"))
