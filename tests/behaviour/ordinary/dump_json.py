import json
import openai

openai.api_key = "sk-dump"

response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "dump me"}])
print(json.dumps(response, indent=2, sort_keys=True))
with open("response.json", "w") as f:
    json.dump(response, f)
with open("response.json") as f:
    again = json.load(f)
print(again["choices"][0]["message"]["content"], sorted(again))
print(json.dumps(response["usage"]))
print(json.dumps({"message": response["choices"][0]["message"], "n": 1}))
d = response.to_dict_recursive()
print(type(d).__name__, d["choices"][0]["message"]["role"])
print(response)
