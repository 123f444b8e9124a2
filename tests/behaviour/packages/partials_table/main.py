from calls import CALLS, chat

for name, call in CALLS.items():
    print(name, call())
print(chat(messages=[{"role": "user", "content": "once more"}], temperature=1)["choices"][0]["message"]["content"])
