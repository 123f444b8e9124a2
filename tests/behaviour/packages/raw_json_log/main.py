import json
import os

import openai

from log import JsonlLog

openai.api_key = os.environ["OPENAI_API_KEY"]
log = JsonlLog("calls.jsonl")


def chat(prompt):
    request = dict(model="gpt-4", messages=[{"role": "user", "content": prompt}], temperature=0)
    response = openai.ChatCompletion.create(**request)
    log.write("chat", request, response.to_dict_recursive())
    return response


def complete(prompt):
    request = dict(model="text-davinci-003", prompt=prompt)
    response = openai.Completion.create(**request)
    log.write("text", request, response)
    return response["choices"][0]["text"]


first = chat("Log me")
print(json.dumps(first["usage"]))
print(str(first["choices"][0]["message"]["content"]))
print(complete("And me"))
for entry in log.read():
    print(entry["kind"], entry["response"]["id"], entry["response"]["choices"][0]["finish_reason"])
