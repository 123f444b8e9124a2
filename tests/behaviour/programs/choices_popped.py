import openai

response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "n"}], n=3)  # OAI102:12
answers = list(map(lambda c: c["message"]["content"], response["choices"]))  # OAI112:30 OAI112:55
print(answers)
best = max(response["choices"], key=lambda c: len(c["message"]["content"]))  # OAI112:12 OAI112:51
print(best["index"])  # OAI112:7
for i in range(len(response["choices"])):  # OAI112:20
    print(response["choices"][i]["message"]["content"])  # OAI112:11
while response["choices"]:  # OAI112:7
    c = response["choices"].pop()  # OAI112:9
    print(c["index"])  # OAI112:11
