import openai
if True: r = openai.Completion.create(model="davinci", prompt="no newline at the end")  # OAI102:14
print(r["choices"][0]["text"])  # OAI112:7