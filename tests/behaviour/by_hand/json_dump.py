import json

import openai

response = openai.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "JSON"}])
print(json.dumps(response.usage.to_dict(), sort_keys=True))
print(json.dumps(response.to_dict(), indent=2, sort_keys=True))
with open("answer.json", "w") as f:
    json.dump(response.choices[0].message.to_dict(), f)
print(sorted(json.load(open("answer.json"))))
print(json.loads(response.to_json())["id"])
