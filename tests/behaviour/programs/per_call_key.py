# environment: OPENAI_API_KEY=
"""Each customer pays with a key of their own."""
import openai

CUSTOMERS = {"ann": ("sk-ann", "org-ann"), "bob": ("sk-bob", None)}


def ask(customer, question):
    key, org = CUSTOMERS[customer]
    reply = openai.ChatCompletion.create(  # OAI102:13
        api_key=key,  # OAI110:9
        organization=org,  # OAI110:9
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": question}],
    )
    return reply["choices"][0]["message"]["content"]  # OAI112:12


for name in CUSTOMERS:
    print(name, ask(name, "Whose key?"))
print(len(openai.Model.list(api_key="sk-ann")["data"]))  # OAI102:11 OAI112:11 OAI110:29
