# input: Hello there|Tell me more|quit
import os
import openai

openai.api_key = os.getenv("OPENAI_API_KEY")

messages = [{"role": "system", "content": "You are a pirate."}]

while True:
    user = input()
    if user == "quit":
        break
    messages.append({"role": "user", "content": user})
    response = openai.ChatCompletion.create(model="gpt-4", messages=messages)  # OAI102:16
    reply = response["choices"][0]["message"]  # OAI112:13
    messages.append(reply)
    print("Pirate:", reply["content"])  # OAI112:22

# The last message is a dict or what was answered.
print(len(messages), "messages,", messages[-1]["role"], "spoke last")  # missed: OAI112:35
