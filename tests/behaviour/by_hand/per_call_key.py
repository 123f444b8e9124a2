# environment: OPENAI_API_KEY=
"""Each customer pays with a key of their own."""
import openai

CUSTOMERS = {"ann": ("sk-ann", "org-ann"), "bob": ("sk-bob", None)}


def ask(customer, question):
    key, org = CUSTOMERS[customer]
    client = openai.OpenAI(api_key=key, organization=org)
    reply = client.chat.completions.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": question}],
    )
    return reply.choices[0].message.content


for name in CUSTOMERS:
    print(name, ask(name, "Whose key?"))
print(len(openai.OpenAI(api_key="sk-ann").models.list().data))
