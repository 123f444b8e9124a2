import openai

openai.api_key = "sk-image-wrong"

try:
    openai.Image.create(
        prompt="x",
        n=1,
        size="1024x1024"
    )
except openai.error.OpenAIError as e:
    print(e.http_status)
    print(e.user_message)
    print(type(e).__name__)
