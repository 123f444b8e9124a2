"""Stop a stream early, and join what came."""
import openai


def first_words(prompt, count):
    stream = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": prompt}], stream=True)  # OAI102:14
    words = []
    for index, part in enumerate(stream):
        words.append(part["choices"][0]["delta"].get("content") or "")  # OAI112:22
        if len("".join(words).split()) >= count:
            break
    return "".join(words)


print(first_words("a b c d e f g", 4))
collected = list(openai.Completion.create(model="davinci", prompt="to the end", stream=True))  # OAI102:18
print("".join(c["choices"][0]["text"] for c in collected), collected[-1]["choices"][0]["finish_reason"])  # OAI112:15 OAI112:60
