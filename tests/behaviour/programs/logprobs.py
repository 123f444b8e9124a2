import openai

answer = openai.Completion.create(model="davinci", prompt=["p", "q"], logprobs=1, echo=True, n=1, best_of=1)  # OAI102:10
for choice in sorted(answer["choices"], key=lambda c: -c["index"]):  # OAI112:22 OAI112:56
    logprobs = choice.get("logprobs")  # OAI113:16
    print(choice["index"], choice["text"], logprobs)  # OAI112:11 OAI112:28
