import openai

completion = openai.ChatCompletion.create(  # OAI102:14
    model="gpt-4",
    messages=[{"role": "user", "content": "Count to three please"}],
    stream=True,
)
for chunk in completion:
    delta = chunk["choices"][0]["delta"]  # OAI112:13
    print(delta.get("content", ""), end="", flush=True)  # OAI113:11
print()
