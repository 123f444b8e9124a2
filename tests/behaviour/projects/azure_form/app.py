import form
import openai

count = 0
openai.api_type = "azure"
openai.api_version = "2023-05-15"


def ask():
    global count
    openai.api_base = form.value("endpoint")
    openai.api_key = form.value("key")
    reply = openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": "Hello"}])
    print(reply["choices"][0]["message"]["content"])
    count += 1


form.on_submit(ask)
