"""client, OpenAI and response mean something else here."""
import socket
import openai

openai.api_key = "sk-taken"


class OpenAI:
    name = "my own class"


client = socket.gethostname() and "a socket's name"
completion = "unused"


def handle(client, response=None):
    response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": client}])
    completion = response["choices"][0]["message"]["content"]
    return client, completion


print(handle("peer"))
print(client, OpenAI.name, completion)
for client in ("x", "y"):
    print(openai.Completion.create(model="text-davinci-003", prompt=client)["choices"][0]["text"])
