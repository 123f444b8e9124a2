import openai

common = {
    "engine": "text-davinci-003",  # OAI110:5
    "temperature": 0.9,
    "request_timeout": 15,  # OAI110:5
}
common["max_tokens"] = 20


def complete(prompt, **extra):
    kwargs = dict(common, prompt=prompt)
    kwargs.update(extra)
    return openai.Completion.create(**kwargs)  # OAI102:12


print(complete("a")["choices"][0]["text"])  # OAI112:7
print(complete("b", stop=["c"]).choices[0]["text"])  # OAI112:7
params = dict(model="gpt-4", messages=[{"role": "user", "content": "q"}])
params["request_timeout"] = 3  # OAI110:8
if len(params) > 2:
    params["temperature"] = 1
print(openai.ChatCompletion.create(**params).choices[0].message["content"])  # OAI102:7 OAI112:7
