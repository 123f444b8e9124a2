"""One function, streaming or not."""
import openai

openai.api_key = "sk-toggle"


def chat(text, stream=False):
    response = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": text}],
        stream=stream,
    )
    if stream:
        full = ""
        for chunk in response:
            content = chunk["choices"][0]["delta"].get("content", "")
            full += content
            print(content, end="")
        print()
        return full
    return response["choices"][0]["message"]["content"]


print(chat("whole"))
print(len(chat("in pieces", stream=True)))
