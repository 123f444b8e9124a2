"""A chat bot with commands and a state per user."""
import openai
from collections import defaultdict

openai.api_key = "sk-telegram"
states = defaultdict(lambda: {"messages": [], "model": "gpt-3.5-turbo"})
handlers = {}


def command(name):
    return lambda f: handlers.setdefault("/" + name, f)


@command("start")
def start(user, _):
    states.pop(user, None)
    return "Welcome!"


@command("model")
def set_model(user, name):
    states[user]["model"] = name
    return f"Model is {name} now"


@command("image")
def image(user, prompt):
    return openai.Image.create(prompt=prompt, n=1, size="256x256")["data"][0]["url"]


def text(user, what):
    state = states[user]
    state["messages"].append({"role": "user", "content": what})
    try:
        response = openai.ChatCompletion.create(model=state["model"], messages=state["messages"], user=user)
    except openai.error.RateLimitError:
        state["messages"].pop()
        return "Try again later."
    except openai.error.OpenAIError as e:
        state["messages"].pop()
        return "Sorry: " + str(e)
    reply = response["choices"][0]["message"]["content"]
    state["messages"].append({"role": "assistant", "content": reply})
    return f"{reply} [{response['usage']['total_tokens']}]"


for user, update in [("ann", "/start"), ("ann", "hi"), ("bob", "hello"), ("ann", "/model status-429"), ("ann", "again"),
                     ("bob", "/model status-400"), ("bob", "x"), ("ann", "/image fox")]:
    name, _, rest = update.partition(" ")
    print(f"{user}: {handlers[name](user, rest) if name in handlers else text(user, update)}")
