# fix: .
# environment: OPENAI_BASE_URL=https://litellm.internal/v1
import openai

completion = openai.Completion.create(model="gpt-3.5-turbo-instruct", prompt="Say hello", max_tokens=5)
print(completion["choices"][0]["text"])
