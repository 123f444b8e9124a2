import openai

params = {
    "model": "gpt-4",
    "temperature": 0.5,
    "request_timeout": 60,  # OAI110:5
}
params["messages"] = [{"role": "user", "content": "by dict"}]
if params.get("temperature"):
    params.update(top_p=0.5, presence_penalty=0.1)
response = openai.ChatCompletion.create(**params)  # OAI102:12
print(response["choices"][0]["message"]["content"])  # OAI112:7

options = dict(engine="text-davinci-003", max_tokens=7)  # OAI110:16
for prompt in ("x", "y"):
    print(openai.Completion.create(prompt=prompt, **options)["choices"][0]["text"])  # OAI102:11 OAI112:11
