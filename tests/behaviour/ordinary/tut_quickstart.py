# Quickstart: https://platform.openai.com/docs/quickstart
import os
import openai

openai.api_key = os.getenv("OPENAI_API_KEY")

completion = openai.ChatCompletion.create(
    model="gpt-3.5-turbo",
    messages=[
        {"role": "system", "content": "You are a poetic assistant, skilled in explaining complex programming concepts with creative flair."},
        {"role": "user", "content": "Compose a poem that explains the concept of recursion in programming."}
    ]
)

print(completion.choices[0].message)
print(completion.choices[0].message.content)
print("finish:", completion['choices'][0]['finish_reason'])
print("tokens used:", completion['usage']['total_tokens'])
