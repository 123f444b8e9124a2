import openai

from watch import watched


@watched
def ask(model):
    return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "hi"}]).choices[0].message.content


@watched
def picture(prompt):
    return openai.Image.create(n=1, size="256x256")["data"][0]["url"]
