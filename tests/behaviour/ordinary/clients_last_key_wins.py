import openai


class Account:
    def __init__(self, name, key):
        self.name = name
        openai.api_key = key

    def ask(self, question):
        reply = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": question}])
        return self.name + ": " + reply["choices"][0]["message"]["content"]


accounts = [Account("a", "sk-first"), Account("b", "sk-second")]
for account in accounts:
    print(account.ask("Hello"))
