"""Answers are changed before they are handed on."""
import copy
import openai


def clean(response):
    text = response["choices"][0]["message"]["content"]  # OAI112:12
    response["choices"][0]["message"]["content"] = text.replace("said", "wrote")  # OAI112:5
    response["note"] = "cleaned"  # OAI112:5
    response.choices[0].message.role = "bot"
    return response


first = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "change me"}])  # OAI102:9
before = copy.deepcopy(first)
after = clean(first)
print(before["choices"][0]["message"]["content"])  # OAI112:7
print(after["choices"][0]["message"]["content"], after["note"], after.choices[0]["message"]["role"])  # OAI112:7 OAI112:50 OAI112:65
after.update(extra=1)  # OAI113:1
print(after.setdefault("extra", 2), after.pop("note"))  # OAI113:7 OAI113:37
