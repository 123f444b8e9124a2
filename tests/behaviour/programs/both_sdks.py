"""Written for both kinds of SDK: nothing is to be found."""
import openai

OLD = int(openai.__version__.split(".")[0]) < 1


def ask(text):
    messages = [{"role": "user", "content": text}]
    if OLD:
        response = openai.ChatCompletion.create(model="gpt-4", messages=messages)
        return response["choices"][0]["message"]["content"]
    response = openai.OpenAI().chat.completions.create(model="gpt-4", messages=messages)
    return response.choices[0].message.content


try:
    from openai.error import RateLimitError
except ImportError:
    from openai import RateLimitError

try:
    print(ask("Which one?"))
except RateLimitError:
    print("busy")
