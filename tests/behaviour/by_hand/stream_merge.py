"""Put the chunks of a stream together into one message."""
import openai


def merge(stream):
    message = {}
    for chunk in stream:
        for key, value in chunk.choices[0].delta.to_dict().items():
            message[key] = message.get(key, "") + value
    return message


print(merge(openai.chat.completions.create(model="gpt-4", stream=True, messages=[{"role": "user", "content": "merge us"}])))
