import openai

prompts = ["one", "two", "three"]
batch = openai.Completion.create(model="babbage", prompt=prompts, max_tokens=5, echo=False)  # OAI102:9

stories = [""] * len(prompts)
for choice in batch.choices:
    stories[choice.index] = prompts[choice.index] + choice.text
for number, story in enumerate(stories, start=1):
    print(f"{number}. {story}")
print("tokens:", batch["usage"]["total_tokens"])  # OAI112:18
