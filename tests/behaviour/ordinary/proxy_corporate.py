import openai

openai.api_key = "sk-proxy"
openai.api_base = "http://llm.corp.test/v1"
openai.proxy = "http://proxy.example:3128"

response = openai.ChatCompletion.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "through the proxy"}],
)
print(response["choices"][0]["message"]["content"])
print(openai.Moderation.create(input="fine")["results"][0]["flagged"])
