# environment: LLM_HOST=https://localai.internal:8443/v1
"""For LocalAI, oobabooga, vLLM and friends: any key will do."""
import os
import openai

openai.api_base = "https://vllm.internal/v1"
openai.api_key = "EMPTY"

models = openai.Model.list()
model = models["data"][0]["id"]
completion = openai.Completion.create(model=model, prompt="A robot may not injure a human being", echo=False, n=1, stream=False, logprobs=3)
print("Completion results:", completion["choices"][0]["text"])

stream = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "Who are you?"}], stream=True)
for c in stream:
    print(c["choices"][0]["delta"].get("content", ""), end="")
print()

openai.api_base = os.environ["LLM_HOST"]
print(openai.ChatCompletion.create(model="llama", messages=[{"role": "user", "content": "moved"}]).choices[0].message.content)
print(openai.api_base.startswith("http"))
