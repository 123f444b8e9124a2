"""The name client is something else here."""
import openai


class Customer:
    def __init__(self, name):
        self.name = name


def letter(client):
    draft = openai.ChatCompletion.create(  # OAI102:13
        model="gpt-4", messages=[{"role": "user", "content": f"A letter to {client.name}"}]
    )
    return draft["choices"][0]["message"]["content"]  # OAI112:12


client = Customer("Ms. Lee")
print(letter(client))
OpenAI = "the company"
print(OpenAI, client.name)
