# input: en hello|de bye
import sys
import openai as gpt

gpt.api_key = "sk-table"
LANG = {"en": "English", "de": "German"}


def translate(text, lang, *, model="gpt-3.5-turbo", max_tokens=None):
    kwargs = {} if max_tokens is None else {"max_tokens": max_tokens}
    return gpt.ChatCompletion.create(
        model=model,
        messages=[
            {"role": "system", "content": f"Translate into {LANG[lang]}."},
            {"role": "user", "content": text},
        ],
        **kwargs,
    )["choices"][0]["message"]["content"].replace("You said: ", "")


for line in sys.stdin:
    lang, text = line.rstrip("\n").split(" ", 1)
    print(f"{lang:4}{translate(text, lang):>10}{translate(text, lang, max_tokens=4):>10}")
