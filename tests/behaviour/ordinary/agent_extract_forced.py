"""Structured extraction with a forced function call."""
import json
import openai

openai.api_key = "sk-extract"

schema = {
    "name": "save_person",
    "parameters": {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "age": {"type": "integer"},
            "likes": {"type": "array", "items": {"type": "string"}},
        },
    },
}


def extract(text):
    completion = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "system", "content": "Extract."}, {"role": "user", "content": text}],
        functions=[schema],
        function_call={"name": schema["name"]},
    )
    message = completion["choices"][0]["message"]
    if "function_call" in message:
        return json.loads(message["function_call"]["arguments"], strict=False)
    return {"raw": message["content"]}


for line in ("Ann is 31 and likes tea", "Bob"):
    person = extract(line)
    print(person["name"], person["age"], ", ".join(person["likes"]))
none = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "hi"}], functions=[schema], function_call="none")
print(none["choices"][0]["message"].get("function_call"), none["choices"][0]["message"].get("content"))
