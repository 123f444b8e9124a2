import openai

completion = openai.chat.completions.create(
    model="gpt-4",
    messages=[{"role": "user", "content": "Count to three please"}],
    stream=True,
)
for chunk in completion:
    delta = chunk.choices[0].delta
    print(delta.content or "", end="", flush=True)
print()
