"""Answers are kept in lists and dicts of one's own."""
import openai

cases = {"a": "Alpha", "b": "Beta"}
answers = {}
for key, word in cases.items():
    answers[key] = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": word}])  # OAI102:20
for key, answer in answers.items():
    print(key, answer["choices"][0]["message"]["content"])  # OAI112:16
history = [openai.Completion.create(model="davinci", prompt=p) for p in cases]  # OAI102:12
print(history[0]["choices"][0]["text"], [h["id"] for h in history])  # OAI112:7 OAI112:42
pairs = list(zip(cases, history))
print(pairs[1][1]["choices"][0]["text"])  # OAI112:7
