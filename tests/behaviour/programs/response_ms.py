"""How long did it take, and who paid? Attributes that only objects of 0.x had."""
import openai

r = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "time"}])  # OAI102:5
print("ms", r.response_ms)  # OAI113:13
print("organisation", r.organization)  # OAI113:23
print(r.choices[0].message.content)
