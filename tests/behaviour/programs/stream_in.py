import openai

full = []
for event in openai.ChatCompletion.create(  # OAI102:14
    model="gpt-3.5-turbo", stream=True, temperature=0,
    messages=[{"role": "user", "content": "Name three rivers"}],
):
    choice = event["choices"][0]  # OAI112:14
    if "role" in choice["delta"]:  # OAI113:8 OAI112:18
        print("role:", choice["delta"]["role"])  # OAI112:24
    if "content" in choice["delta"]:  # OAI113:8 OAI112:21
        full.append(choice["delta"]["content"])  # OAI112:21
    if choice["finish_reason"] is not None:  # OAI112:8
        print("finished:", choice["finish_reason"])  # OAI112:28
print("|".join(full))
