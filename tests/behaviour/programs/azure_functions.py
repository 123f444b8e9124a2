# environment: OPENAI_API_KEY=
"""Function calling on Azure, with the answer of the function."""
import json
import openai

openai.api_type, openai.api_version = "azure", "2023-07-01-preview"  # OAI306:1 OAI307:18
openai.api_base, openai.api_key = "https://contoso.openai.azure.com/", "key-tuple"  # OAI105:1

messages = [{"role": "user", "content": "Find a hotel"}]
kwargs = {"functions": [{"name": "search", "parameters": {"type": "object", "properties": {"place": {"type": "string"}}}}]}
first = openai.ChatCompletion.create(deployment_id="agent", messages=messages, **kwargs)["choices"][0]  # OAI102:9 OAI112:9 OAI110:38
if first["finish_reason"] == "function_call":  # OAI112:4
    call = first["message"]["function_call"].to_dict()  # OAI112:12
    print(call["name"], json.loads(call["arguments"]))
    messages += [first["message"], {"role": "function", "name": call["name"], "content": "none"}]  # OAI112:18
print(openai.ChatCompletion.create(deployment_id="agent", messages=messages)["choices"][0]["message"]["content"])  # OAI102:7 OAI112:7 OAI110:36
