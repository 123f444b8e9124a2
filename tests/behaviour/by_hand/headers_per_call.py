import openai

common = {"X-Tenant": "blue", "X-Trace": "on"}

answer = openai.chat.completions.create(
    model="gpt-4",
    messages=[{"role": "user", "content": "With headers"}],
    extra_headers=common,
    timeout=15.0,
    user="user-17",
)
print(answer.choices[0].message.content)
vector = openai.embeddings.create(model="text-embedding-ada-002", input="h", extra_headers={**common, "X-Step": "2"})
print(vector.usage.prompt_tokens)
