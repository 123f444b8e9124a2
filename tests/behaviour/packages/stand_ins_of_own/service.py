import openai


def say(text):
    completion = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
    return completion.choices[0].message["content"], completion.usage["total_tokens"]
