import functools
import openai

gpt4 = functools.partial(openai.ChatCompletion.create, model="gpt-4", temperature=0, request_timeout=30)  # OAI104:26 OAI110:86
gpt3 = functools.partial(gpt4, model="gpt-3.5-turbo")


def ask(call, text):
    return call(messages=[{"role": "user", "content": text}])["choices"][0]["message"]["content"]  # OAI112:12


print(ask(gpt4, "four"))
print(ask(gpt3, "three"))
embed = functools.partial(openai.Embedding.create, model="text-embedding-ada-002")  # OAI104:27
print(embed(input="x")["data"][0]["index"])  # OAI112:7
