# input: Hello there|Tell me more|quit
import os

from openai import OpenAI

client = OpenAI(api_key=os.getenv("OPENAI_API_KEY"))

messages = [{"role": "system", "content": "You are a pirate."}]

while True:
    user = input()
    if user == "quit":
        break
    messages.append({"role": "user", "content": user})
    response = client.chat.completions.create(model="gpt-4", messages=messages)
    reply = response.choices[0].message.to_dict()
    messages.append(reply)
    print("Pirate:", reply["content"])

print(len(messages), "messages,", messages[-1]["role"], "spoke last")
