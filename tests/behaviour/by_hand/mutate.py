"""Answers are changed before they are handed on."""
import copy
import openai


def clean(response):
    text = response.choices[0].message.content
    response.choices[0].message.content = text.replace("said", "wrote")
    response.note = "cleaned"
    response.choices[0].message.role = "bot"
    return response


first = openai.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "change me"}])
before = copy.deepcopy(first)
after = clean(first)
print(before.choices[0].message.content)
print(after.choices[0].message.content, after.note, after.choices[0].message.role)
after = after.to_dict()
after.update(extra=1)
print(after.setdefault("extra", 2), after.pop("note"))
