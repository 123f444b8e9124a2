import openai

DEFAULTS = dict(
    engine="text-davinci-003",
    temperature=0.3,
    max_tokens=64,
    request_timeout=15,
    headers={"X-Team": "growth"},
)
CHAT_DEFAULTS = {"model": "gpt-3.5-turbo", "temperature": 0, "request_timeout": (3, 30)}


def complete(prompt, **overrides):
    return openai.Completion.create(prompt=prompt, **{**DEFAULTS, **overrides})["choices"][0]["text"]


def chat(text, **overrides):
    options = CHAT_DEFAULTS.copy()
    options.update(overrides)
    res = openai.ChatCompletion.create(messages=[{"role": "user", "content": text}], **options)
    return res["choices"][0]["message"]["content"]


print(complete("Say hi"))
print(complete("Say hi", max_tokens=3, engine="davinci-002"))
print(chat("hello"))
print(chat("hello", temperature=1, request_timeout=5))
