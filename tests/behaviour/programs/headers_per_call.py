import openai

common = {"X-Tenant": "blue", "X-Trace": "on"}

answer = openai.ChatCompletion.create(  # OAI102:10
    model="gpt-4",
    messages=[{"role": "user", "content": "With headers"}],
    headers=common,  # OAI110:5
    request_timeout=15.0,  # OAI110:5
    user="user-17",
)
print(answer["choices"][0]["message"]["content"])  # OAI112:7
vector = openai.Embedding.create(model="text-embedding-ada-002", input="h", headers={**common, "X-Step": "2"})  # OAI102:10 OAI110:77
print(vector["usage"]["prompt_tokens"])  # OAI112:7
