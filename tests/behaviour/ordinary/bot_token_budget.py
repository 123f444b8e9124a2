import os
import openai

openai.api_key = os.getenv("OPENAI_API_KEY")
MAX_TOKENS = 30
total = 0
conversation = []


def trim(messages):
    while len(messages) > 4:
        messages.pop(0)
    return messages


def ask(question):
    global total, conversation
    conversation.append(dict(role="user", content=question))
    conversation = trim(conversation)
    r = openai.ChatCompletion.create(model="gpt-4", messages=conversation, max_tokens=50, n=1, user="user-77")
    usage = r["usage"]
    total += usage["total_tokens"]
    print("prompt=%d completion=%d" % (usage["prompt_tokens"], usage.completion_tokens))
    text = r["choices"][0]["message"]["content"]
    conversation.append(dict(role="assistant", content=text))
    return text


questions = ["one", "two", "three", "four"]
for q in questions:
    if total > MAX_TOKENS:
        print("budget exceeded:", total)
        break
    print(ask(q))
cost = total / 1000 * 0.002
print(f"total {total} tokens, ${cost:.6f}")
