import json
import openai

response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "JSON"}])  # OAI102:12
print(json.dumps(response["usage"], sort_keys=True))  # OAI112:18 OAI114:18
print(json.dumps(response, indent=2, sort_keys=True))  # OAI114:18
with open("answer.json", "w") as f:
    json.dump(response.choices[0].message, f)  # OAI114:15
print(sorted(json.load(open("answer.json"))))
print(json.loads(str(response))["id"])  # OAI114:18
