import openai

response = openai.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "print me"}])
print(response)
print("message:", response.choices[0].message)
print(f"usage: {response.usage}")
print(response.choices)
print(openai.models.retrieve("gpt-4o"))
