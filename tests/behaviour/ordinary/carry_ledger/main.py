import openai

import ledger

openai.api_key = "sk-ledger"


def embed(user, texts):
    reply = openai.Embedding.create(model="text-embedding-ada-002", input=texts)
    ledger.book(user, {"texts": len(texts), "usage": reply["usage"]})
    return [row["embedding"] for row in reply["data"]]


print(embed("ann", ["a", "b"])[1][:2])
print(embed("bob", ["c"])[0][:2])
print(embed("ann", ["d"])[0][:2])
ledger.save("ledger.json")
print(open("ledger.json").read())
print(ledger.bill("ann"), ledger.bill("bob"), ledger.bill("nobody"))
