import openai


class Pool:
    def __init__(self, accounts):
        self.accounts = accounts
        self.turn = 0

    def next(self):
        account = self.accounts[self.turn % len(self.accounts)]
        self.turn += 1
        return account

    def chat(self, messages, **kw):
        account = self.next()
        return openai.ChatCompletion.create(  # OAI102:16
            api_key=account["key"],  # OAI110:13
            organization=account.get("org"),  # OAI110:13
            messages=messages,
            **{"model": "gpt-4", **kw},
        )


pool = Pool([{"key": "sk-1", "org": "org-1"}, {"key": "sk-2"}])
for text in ("a", "b"):
    reply = pool.chat([{"role": "user", "content": text}], temperature=0)
    print(reply["choices"][0]["message"]["content"])  # OAI112:11
print(openai.Embedding.create(api_key="sk-3", api_base="https://gate.internal/v1", input="x", model="m")["data"][0]["embedding"])  # OAI102:7 OAI112:7 OAI110:31 OAI110:47
