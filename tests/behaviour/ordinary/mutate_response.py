import openai

openai.api_key = "sk-mutate"

response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "abc"}], n=2)
for choice in response["choices"]:
    choice["message"]["content"] = choice["message"]["content"].upper()
response["cost"] = response["usage"]["total_tokens"] * 2
response["model"] = "renamed"
print([c["message"]["content"] for c in response["choices"]], response["cost"], response.model)
message = response["choices"][0]["message"]
message["name"] = "bot"
print(message.pop("content"))
print("content" in message, sorted(message.keys()))
response["usage"]["total_tokens"] += 1
print(response["usage"]["total_tokens"])
