# Written on Windows
import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]

def ask(question, system=None):
    messages = []
    if system:
        messages.append({"role": "system", "content": system})
    messages.append({"role": "user", "content": question})
    try:
        response = openai.ChatCompletion.create(
            model="gpt-3.5-turbo",
            messages=messages,
        )
    except openai.error.OpenAIError as err:
        return "Error: %s" % err
    return response['choices'][0]['message']['content']

print(ask("one"))
print(ask("two", """You are
terse."""))
