import openai


def make_asker(model, key=None):
    if key:
        openai.api_key = key
    history = []

    def ask(text):
        history.append({"role": "user", "content": text})
        result = openai.ChatCompletion.create(model=model, messages=history)  # OAI102:18
        history.append(dict(result["choices"][0]["message"]))  # OAI113:29 OAI112:29
        return history[-1]["content"]

    def reset():
        count = len(history)
        history.clear()
        return count

    return ask, reset


ask, reset = make_asker("gpt-4", "sk-closure")
print(ask("inner"), ask("outer"), reset(), ask("after"))
