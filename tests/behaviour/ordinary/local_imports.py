"""Heavy imports are done when needed."""
import os


def chat(text):
    import openai
    openai.api_key = os.environ["OPENAI_API_KEY"]
    reply = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": text}])
    return reply["choices"][0]["message"]["content"]


def picture(text):
    from openai import Image
    return Image.create(prompt=text, n=1, size="256x256")["data"][0]["url"]


def moderate(text):
    import openai as o
    from openai.error import OpenAIError
    try:
        return o.Moderation.create(text)["results"][0]["flagged"]
    except OpenAIError:
        return None


print(chat("local"))
print(picture("globe"))
print(moderate("wrong"), moderate("fine"))
