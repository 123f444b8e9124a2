import openai
from store import Store

store = Store()
for chunk in openai.ChatCompletion.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "tell me of the sea"}],
    stream=True,
):
    store.add(chunk)
print(store.text())
print(store.reason(), len(store.chunks))
store.save("chunks.jsonl")
print(sum(1 for line in open("chunks.jsonl")))
