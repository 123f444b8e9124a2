import openai

openai.api_key = "sk-kwargs"

DEFAULTS = {
    "engine": "text-davinci-003",
    "temperature": 0.7,
    "max_tokens": 64,
}
CHAT = dict(model="gpt-3.5-turbo", temperature=0.2, request_timeout=15)


def complete(prompt, **overrides):
    params = {**DEFAULTS, **overrides}
    return openai.Completion.create(prompt=prompt, **params)["choices"][0]["text"]


def chat(text):
    options = CHAT.copy()
    options["messages"] = [{"role": "user", "content": text}]
    r = openai.ChatCompletion.create(**options)
    return r["choices"][0]["message"]["content"]


print(complete("one"))
print(complete("two", max_tokens=5, temperature=0))
print(chat("three"))
