from cached import complete

for _ in range(2):
    reply = complete("gpt-4", "tide?")
    print(reply["choices"][0]["message"]["content"], reply["usage"]["total_tokens"])
