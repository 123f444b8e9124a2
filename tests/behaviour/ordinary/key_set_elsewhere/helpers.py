import openai

DEFAULTS = dict(model="gpt-3.5-turbo", temperature=0)


def shout(text):
    response = openai.ChatCompletion.create(messages=[{"role": "user", "content": text}], **DEFAULTS)
    return response.choices[0].message.content.upper()


def check(text):
    result = openai.Moderation.create(input=text)["results"][0]
    return result["flagged"], [name for name, hit in result["categories"].items() if hit]
