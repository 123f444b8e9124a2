import openai

openai.api_key = "sk-nowhere"
openai.api_base = "http://127.0.0.1:9/v1"

try:
    openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "x"}])
except openai.error.APIError as e:
    print("api", e.http_status)
except openai.error.OpenAIError as e:
    print("other", e.http_status, isinstance(e, openai.error.APIConnectionError))
else:
    print("?")
finally:
    print("finally")
