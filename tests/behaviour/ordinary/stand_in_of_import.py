try:
    from openai import ChatCompletion, Moderation
    from openai.error import RateLimitError
except ImportError:
    ChatCompletion = None
    Moderation = None
    RateLimitError = Exception


def ask(text):
    if ChatCompletion is None or not Moderation:
        return "install openai"
    try:
        flagged = Moderation.create(input=text)["results"][0]["flagged"]
        reply = ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
    except RateLimitError:
        return "later"
    return flagged, reply["choices"][0]["message"]["content"]


print(ask("Hello"))
