import openai

openai.api_type = "azure"
openai.api_base = "https://both.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "az-both"

# the examples of the portal give both
r = openai.ChatCompletion.create(
    engine="planner",           # the deployment
    model="gpt-4",              # the model behind it
    messages=[{"role": "user", "content": "plan"}],
    user="me",
)
print(r["choices"][0]["message"]["content"], r["model"])

r = openai.Completion.create(deployment_id="completer", model="gpt-35-turbo-instruct", prompt="Say", max_tokens=3)
print(r["choices"][0]["text"].strip())
