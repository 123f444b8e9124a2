import openai

openai.api_key = "sk-getattr"

Chat = getattr(openai, "ChatCompletion")
create = getattr(Chat, "create")
print(create(model="gpt-4", messages=[{"role": "user", "content": "literal"}]).choices[0].message.content)
key = getattr(openai, "api_key", None)
print(key)
setattr(openai, "api_key", "sk-setattr")
print(getattr(openai, "Moderation").create(input="fine")["results"][0]["flagged"])
