"""Streams as generators, for completions and for chats."""
import openai


def completion_pieces(prompt):
    for part in openai.Completion.create(model="davinci", prompt=prompt, stream=True):  # OAI102:17
        yield part["choices"][0]["text"]  # OAI112:15


def chat_pieces(messages, **options):
    response = openai.ChatCompletion.create(model="gpt-4", messages=messages, stream=True, **options)  # OAI102:16
    for part in response:
        piece = part.choices[0].delta.get("content")  # OAI113:17
        if piece:
            yield piece


print(sum(1 for _ in completion_pieces("Once upon a time")), "pieces")
print("".join(completion_pieces("The end")))
print(list(chat_pieces([{"role": "user", "content": "a b c"}], temperature=0.1)))
