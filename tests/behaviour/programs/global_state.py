import openai

LAST = None
TOTAL = {"prompt": 0, "completion": 0}


def remember(response):
    global LAST
    LAST = response
    TOTAL["prompt"] += response["usage"]["prompt_tokens"]  # OAI112:24
    TOTAL["completion"] += response.usage.get("completion_tokens", 0)  # OAI113:28
    return response


def ask(text):
    return remember(openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}]))  # OAI102:21


ask("one")
ask("two")
print(TOTAL)
if LAST is not None and "usage" in LAST:  # OAI113:25
    print(LAST["choices"][0]["message"]["content"])  # OAI112:11
