# environment: AZURE_OPENAI_KEY=az-stream
import os, sys
import openai

openai.api_type = "azure"
openai.api_base = "https://stream.openai.azure.com/"
openai.api_version = "2023-07-01-preview"
openai.api_key = os.environ['AZURE_OPENAI_KEY']

response = openai.ChatCompletion.create(
    engine="chat",
    messages=[{"role": "user", "content": "stream to me please"}],
    stream=True,
)
text = ""
for chunk in response:
    if not chunk["choices"]:
        continue
    delta = chunk["choices"][0]["delta"]
    if "content" in delta.keys():
        text += delta["content"]
        sys.stdout.write(delta["content"])
print()
print(len(text))

for event in openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": "again"}], stream=True):
    if len(event.choices) > 0:
        choice = event.choices[0]
        print(choice.get("finish_reason"), choice.delta.get("content", ""))
