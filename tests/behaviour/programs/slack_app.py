import os, re
import openai

openai.api_key = os.getenv("OPENAI_API_KEY")
openai.organization = os.getenv("OPENAI_ORG") or "org-slack"


class App:
    def __init__(self):
        self.listeners = []

    def event(self, name):
        def inner(f):
            self.listeners.append((name, f))
            return f
        return inner

    def dispatch(self, name, body):
        for listened, f in self.listeners:
            if listened == name:
                f(event=body, say=lambda text, **kw: print("->", text, kw or ""))


app = App()


@app.event("app_mention")
def mention(event, say):
    text = re.sub(r"<@\w+>", "", event["text"]).strip()
    resp = openai.ChatCompletion.create(  # OAI102:12
        model="gpt-4",
        messages=[
            {"role": "system", "content": "You answer in Slack."},
            {"role": "user", "content": text},
        ],
        temperature=0,
    )
    if "choices" in resp and resp["choices"]:  # OAI113:8 OAI112:30
        say(resp["choices"][0]["message"]["content"].strip(), thread_ts=event["ts"])  # OAI112:13
    else:
        say("no answer")


@app.event("message")
def summary(event, say):
    r = openai.Completion.create(engine="text-davinci-003", prompt="Summarise: " + event["text"], max_tokens=60, stop=["\n\n"])  # OAI102:9 OAI110:34
    say(r["choices"][0]["text"].strip())  # OAI112:9


app.dispatch("app_mention", {"text": "<@U1> hi bot", "ts": "1.0"})
app.dispatch("message", {"text": "A long story"})
