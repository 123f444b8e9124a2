# environment: OPENAI_API_KEY=
"""Each tenant has a key and an organisation."""
import openai

TENANTS = {
    "acme": ("sk-acme", "org-acme"),
    "globex": ("sk-globex", None),
}


def ask(tenant, text):
    key, organization = TENANTS[tenant]
    response = openai.ChatCompletion.create(
        api_key=key,
        organization=organization,
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": text}],
    )
    return response["choices"][0]["message"]["content"]


def models(key):
    return [m["id"] for m in openai.Model.list(api_key=key)["data"]]


for name in TENANTS:
    print(name, ask(name, "hi from " + name))
print(models("sk-models"))
print(openai.Moderation.create("fine", api_key="sk-moderation")["results"][0]["flagged"])
