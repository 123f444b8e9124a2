import openai

response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "print me"}])  # OAI102:12
print(response)
print("message:", response.choices[0].message)
print(f"usage: {response['usage']}")  # OAI112:17
print(response["choices"])  # OAI112:7
print(openai.Model.retrieve("gpt-4o"))  # OAI102:7
