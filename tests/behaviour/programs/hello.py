import openai

openai.api_key = "sk-hello-1"

response = openai.ChatCompletion.create(  # OAI102:12
    model="gpt-3.5-turbo",
    messages=[
        {"role": "system", "content": "You are a helpful assistant."},
        {"role": "user", "content": "Say hello"},
    ],
)

print(response["choices"][0]["message"]["content"])  # OAI112:7
print(response["model"], response.id)  # OAI112:7
