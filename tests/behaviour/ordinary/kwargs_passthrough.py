import openai

openai.api_key = "sk-pass"


def gpt(*messages, **kwargs):
    kwargs.setdefault("model", "gpt-3.5-turbo")
    kwargs.setdefault("temperature", 0)
    response = openai.ChatCompletion.create(messages=list(messages), **kwargs)
    return [c["message"]["content"] for c in response["choices"]]


def user(text):
    return {"role": "user", "content": text}


def system(text):
    return {"role": "system", "content": text}


print(gpt(user("hi")))
print(gpt(system("be nice"), user("hi"), n=2, presence_penalty=0.5))
print(gpt(user("hi"), model="gpt-4", logit_bias={50256: -100}, user="u1"))
