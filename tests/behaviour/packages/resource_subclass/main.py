from logged import LoggedChat

print(LoggedChat.create(model="gpt-4", messages=[{"role": "user", "content": "sub"}])["choices"][0]["message"]["content"])
print(LoggedChat.seen)
