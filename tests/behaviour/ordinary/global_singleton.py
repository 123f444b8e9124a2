# environment: OPENAI_API_KEY=
import openai

_ready = False
client = None  # a name that others use


def setup(key=None):
    global _ready, client
    openai.api_key = key
    client = "me"
    _ready = True


def ask(text):
    if not _ready:
        raise RuntimeError("call setup() first")
    response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": f"{client}: {text}"}])
    return response.choices[0].message.content


try:
    ask("too early")
except RuntimeError as e:
    print(e)
setup("sk-singleton")
print(ask("now"), client)
setup("sk-another")
print(ask("again"))
