from functools import partial
import openai

openai.api_key = "sk-partial"

chat = partial(openai.ChatCompletion.create, model="gpt-3.5-turbo", temperature=0)
embed = partial(openai.Embedding.create, model="text-embedding-ada-002")

print(chat(messages=[{"role": "user", "content": "partial"}])["choices"][0]["message"]["content"])
print(chat(messages=[{"role": "user", "content": "more"}], max_tokens=9).choices[0].message.content)
print(embed(input="x")["data"][0]["embedding"][0])


def ask(text, *, _call=openai.Completion.create):
    return _call(model="text-davinci-003", prompt=text)["choices"][0]["text"].strip()


print(ask("by default"))
