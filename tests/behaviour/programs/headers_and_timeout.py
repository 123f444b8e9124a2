import uuid
import openai

openai.api_key = "sk-or"
response = openai.ChatCompletion.create(  # OAI102:12
    model="openai/gpt-3.5-turbo",
    messages=[{"role": "user", "content": "hi"}],
    headers={  # OAI110:5
        "X-Title": "My App",
        "X-Request-Source": "cli",
    },
    request_timeout=(5, 30),  # OAI110:5
)
print(response.choices[0].message)
